//! What kept the run from doing its whole job.

use super::Region;
use std::fmt;
use std::sync::Arc;

/// The kinds of problem, each with its own way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// A file or folder could not be read.
    Unreadable,
    /// A declaration holds a syntax error; the rest of its file was scanned.
    Syntax,
    /// A file, or a declaration in it, is larger than the limit.
    TooLarge,
    /// Fixes of a file were not written.
    Unwritten,
}

impl ProblemKind {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            ProblemKind::Unreadable => "unreadable",
            ProblemKind::Syntax => "syntax",
            ProblemKind::TooLarge => "too-large",
            ProblemKind::Unwritten => "unwritten",
        }
    }
}

/// One thing that was left undone. A run with problems exits with 2.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file or folder.
    pub path: Arc<str>,
    /// Where in it, when known.
    pub region: Option<Region>,
    /// What kind.
    pub kind: ProblemKind,
    /// What happened and what to do next, one sentence each.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.region {
            Some(region) => {
                write!(out, "{}:{}:{}: {}", self.path, region.start.line, region.start.column, self.message)
            }
            None => write!(out, "{}: {}", self.path, self.message),
        }
    }
}
