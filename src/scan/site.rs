//! A site: a candidate whose guards hold. Syntax only; it says nothing about cost.

use crate::go::tree::FileId;
use crate::model::{Fix, Label, Position, Region, Span};

/// A place in the source that a rule flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The rule, an index into the set.
    pub rule: usize,
    /// The file.
    pub file: FileId,
    /// The declaration that it lies in, an index into the file's outline.
    pub declaration: usize,
    /// Whether only a profile justifies it: by its rule, or here.
    pub needs_profile: bool,
    /// Whether it is doubtful here, whatever its rule needs.
    pub doubtful: bool,
    /// What the diagnostic points at.
    pub span: Span,
    /// What is said there.
    pub label: String,
    /// Other stretches to point at.
    pub labels: Vec<Label>,
    /// The anchor tokens that Go charges for it, ascending: the places that the compiler names too.
    pub charged: Vec<Position>,
    /// The stretches of source whose allocations are its cost, ascending.
    pub cost_regions: Vec<Region>,
    /// The lines of `charged`, ascending, 1-based.
    pub cost_lines: Vec<u32>,
    /// One sentence.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// What the rule would write.
    pub fix: Option<Fix>,
}
