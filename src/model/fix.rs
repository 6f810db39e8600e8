//! What can be written instead of what a finding points at: edits of its file.

use super::{ChangedText, RuleId, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applies {
    /// Anybody: the program does the same afterwards.
    Safe,
    /// Somebody who reads the difference: it says itself what may change.
    Assisted,
}

impl Applies {
    /// The words of rule files and of every output.
    pub const WORDS: [(&'static str, Applies); 2] = [("safe", Applies::Safe), ("assisted", Applies::Assisted)];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Applies::Safe => "safe",
            Applies::Assisted => "assisted",
        }
    }
}

/// New text for a stretch of a file; of an empty stretch an insertion.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go, in the file as it was read.
    pub span: Span,
    /// What comes in their place.
    pub text: String,
}

/// What can be written instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Who may apply it.
    pub applies: Applies,
    /// What may be different afterwards, of an assisted fix.
    pub differs: Option<Arc<str>>,
    /// The edits, ascending and apart.
    pub edits: Vec<Edit>,
    /// Import paths that the new text needs, sorted.
    pub imports: Vec<Arc<str>>,
    /// The names that the new text declares.
    pub names: Vec<NewName>,
}

/// A name that a fix declares and that nothing bore before. Two fixes may have thought of the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NewName {
    /// Without its number.
    pub stem: Arc<str>,
    /// The number behind the stem; none is 1. No higher one is taken either.
    pub number: u32,
    /// Where the function begins whose own name it is, in bytes of the file; `None` for a name of package level.
    pub function: Option<usize>,
}

impl NewName {
    /// As Go has it.
    pub fn text(&self) -> String {
        if self.number > 1 { format!("{}{}", self.stem, self.number) } else { self.stem.to_string() }
    }
}

/// What became of the fixes that were asked for.
#[derive(Clone, Debug, Default)]
pub struct FixSummary {
    /// The least sure fixes that were asked for; `None` where nobody asked.
    pub asked: Option<Applies>,
    /// Whether files were written, or only what would be written is told; `None` where nobody asked for fixes.
    pub written: Option<bool>,
    /// The findings that are fixed, or would be, in the order of their ranks.
    pub fixed: Vec<FixedFinding>,
    /// Findings whose fix was asked for and not taken, by why.
    pub skipped: BTreeMap<String, usize>,
    /// The files that changed, or would, in the order of paths.
    pub changes: Vec<FileChange>,
}

/// A finding that is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFinding {
    /// Its rule.
    pub rule: RuleId,
    /// Its file.
    pub path: Arc<str>,
    /// Where it began, 1-based, before any fix.
    pub line: u32,
    /// How sure its fix was.
    pub applies: Applies,
}

/// A file before and after fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The name to print.
    pub path: Arc<str>,
    /// What it held.
    pub old: Arc<[u8]>,
    /// What it holds now, or would.
    pub new: ChangedText,
}
