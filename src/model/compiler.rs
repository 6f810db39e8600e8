//! What the compiler says about constructs, and how much of it was read.

/// The compiler's word on one construct of a finding. Only this may say that something escapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompilerWord {
    /// 1-based line of the construct's anchor token.
    pub line: u32,
    /// 1-based byte column of it.
    pub column: u32,
    /// What it says.
    pub says: CompilerSays,
    /// The expression as the compiler prints it; empty where it says nothing, which is how the JSON form says that something
    /// does not escape.
    pub expression: String,
    /// Why, step by step: `fmt.Println(... argument...) (call parameter) at line 17`. Empty without -m=2.
    pub flow: Vec<String>,
    /// Why, in a few words: `passed to fmt.Println at line 17`; empty where the flow is.
    pub reason: String,
}

/// What the compiler says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompilerSays {
    /// It is allocated on the heap.
    Escapes,
    /// The variable is allocated on the heap, at its declaration.
    Moved,
    /// It stays off the heap.
    DoesNotEscape,
}

impl CompilerSays {
    /// The word used in every output for machines.
    pub fn word(self) -> &'static str {
        match self {
            CompilerSays::Escapes => "escapes",
            CompilerSays::Moved => "moved",
            CompilerSays::DoesNotEscape => "does-not-escape",
        }
    }
}

/// What was read of the compiler's output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompilerSummary {
    /// The files and folders as given, or the one word `run`.
    pub from: Vec<String>,
    /// The compilers' versions, such as `go1.27.3`; empty for text, which does not tell.
    pub versions: Vec<String>,
    /// Import paths of the module's packages that it wrote about, ascending; commands of the JSON form are `main`.
    pub packages: Vec<String>,
    /// Records of the heap that were read, of whatever file.
    pub records: usize,
    /// The part of them that is about files of the module.
    pub own: usize,
    /// Records that stand at a construct of some finding.
    pub used: usize,
    /// Doubts, one sentence each.
    pub warnings: Vec<String>,
}
