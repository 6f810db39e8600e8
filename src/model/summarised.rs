//! What is known of the profiles behind a summary that was read in their place.

use std::sync::Arc;

/// A summary of profiles, as far as a reader of numbers must know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarisedProfiles {
    /// How many profiles it was made of.
    pub profiles: usize,
    /// The commit that it records, where it records one.
    pub revision: Option<Arc<str>>,
    /// How many functions of the module a stack holds at most; `None` for all.
    pub callers: Option<usize>,
    /// How many stacks of the module were dropped.
    pub dropped_stacks: usize,
    /// What they add up to in the sample type of the report: no line can have cost more than is told by more than that.
    pub dropped: i64,
}
