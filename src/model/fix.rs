//! What can be written instead of what a finding points at: edits of its file.

use super::Span;
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
}
