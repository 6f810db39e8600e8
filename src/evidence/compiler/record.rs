//! What the compiler says, as it is written down: before anyone knows which file of the source is meant.
//!
//! The text form (`go build -gcflags=-m`) and the JSON form (`-gcflags=-json=0,DIR`) both become this.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// What a record says of its expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// The value of the expression is allocated on the heap.
    EscapesToHeap,
    /// The variable is allocated on the heap, at its declaration.
    MovedToHeap,
    /// The value of the expression stays off the heap where its size is constant; see [`decides`](super::decides). Only the
    /// text form says so.
    DoesNotEscape,
    /// What the parameter points to outlives the call: about its callers' values.
    Leaks,
}

/// A step of the compiler's reasoning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowStep {
    /// `flow: {heap} ← &{storage for n}`: what the next steps explain.
    Flow {
        /// Where the value goes.
        to: String,
        /// Where it comes from.
        from: String,
    },
    /// `from sink = n (assign) at x.go:7:9`.
    From {
        /// The expression.
        what: String,
        /// The compiler's word for what it does, such as `call parameter`; empty where it has none.
        why: String,
        /// 1-based line, 0 where unknown; in a file that the step need not share with the record.
        line: u32,
    },
}

/// A file, line and column as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WrittenPlace {
    /// The file's name as the compiler wrote it.
    pub file: Arc<str>,
    /// 1-based line.
    pub line: u32,
    /// 1-based byte column; `None` where the compiler has none or cannot count so far (from 255 on).
    pub column: Option<u32>,
}

/// One record as written.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenRecord {
    /// The import path of the package that was compiled; `main` for every command in the JSON form.
    pub package: Arc<str>,
    /// Where the expression stands: in the function that was inlined, where the form says so.
    pub place: WrittenPlace,
    /// What it says.
    pub kind: RecordKind,
    /// The expression, as the compiler prints it; long ones are cut.
    pub what: String,
    /// Why, step by step; empty where the form does not tell.
    pub flow: Vec<FlowStep>,
    /// The calls through which it was inlined, outermost first. The text form does not tell: its copies stand at the call.
    pub inlined_at: Vec<WrittenPlace>,
}

/// Everything that one run of the compiler wrote, or several runs together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dump {
    /// What it says of values.
    pub records: Vec<WrittenRecord>,
    /// Where functions begin that it compiled: package and place. The JSON form is silent about what stays off the heap, and
    /// these tell silence from ignorance.
    pub functions: Vec<(Arc<str>, WrittenPlace)>,
    /// Files that it wrote about in the JSON form: package and name. Of two files with one base name only one survives.
    pub files: Vec<(Arc<str>, Arc<str>)>,
    /// Packages that it wrote about.
    pub packages: BTreeSet<Arc<str>>,
    /// The compilers' versions, such as `go1.27.3`; only the JSON form tells.
    pub versions: BTreeSet<String>,
    /// Whether any of it came as text, and as JSON.
    pub forms: Forms,
    /// Messages about other things than the heap: inlining, bounds checks, conversions.
    pub other_messages: usize,
    /// Lines of text that are no compiler message: output of other tools in between.
    pub foreign_lines: usize,
}

/// Which forms were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// `-m` text.
    pub text: bool,
    /// `-json` files.
    pub json: bool,
}

impl Dump {
    /// Adds what another one holds.
    pub fn append(&mut self, mut other: Dump) {
        self.records.append(&mut other.records);
        self.functions.append(&mut other.functions);
        self.files.append(&mut other.files);
        self.packages.append(&mut other.packages);
        self.versions.append(&mut other.versions);
        self.forms.text |= other.forms.text;
        self.forms.json |= other.forms.json;
        self.other_messages += other.other_messages;
        self.foreign_lines += other.foreign_lines;
    }
}

/// How much is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Records of one file or text.
    pub records: usize,
    /// Steps of one record; what is beyond is left out.
    pub steps: usize,
    /// Bytes of one printed expression; what is beyond becomes `...`.
    pub expression: usize,
}

impl Limits {
    /// Far above what real programs give, and a bound for what nobody wrote by hand.
    pub const STANDARD: Limits = Limits { records: 8_000_000, steps: 200, expression: 240 };
}

/// Why bytes are no output of the compiler.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompilerError {
    /// Something else altogether.
    #[error("{0}")]
    Unrecognised(Unrecognised),
    /// Right in kind, damaged at a line.
    #[error("line {line} is damaged: {what}")]
    Malformed {
        /// 1-based.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// A form that heaplint does not read.
    #[error("{0}")]
    Unsupported(String),
    /// More than the limits allow.
    #[error("it holds more than {limit} records")]
    TooLarge {
        /// The limit.
        limit: usize,
    },
}

/// What stands there instead of the compiler's output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrecognised {
    /// Nothing at all: the go command writes to standard error.
    Empty,
    /// Text without a line of the form `file.go:1:2: ... escapes to heap`.
    Text,
    /// JSON of another kind.
    Json,
}

impl fmt::Display for Unrecognised {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Unrecognised::Empty => "it is empty; the go command writes what the compiler says to standard error",
            Unrecognised::Text => "no line of it is what go build -gcflags=-m=2 prints about the heap",
            Unrecognised::Json => "it is JSON, and not what go build -gcflags=-json=0,DIR writes",
        })
    }
}

/// `text`, cut after `most` bytes.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}...", &text[..end])
}
