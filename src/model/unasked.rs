//! What a run did not ask, because only a profile that it lacks could justify the answer.

use std::collections::BTreeMap;

/// Rules that say nothing without a profile, as far as this run could not ask them. Never part of the counts of findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unasked {
    /// Rules that were not run, by what measures them: `heap`, `in-use` (a heap profile that tells what is in use), `cpu`, `block`,
    /// `mutex`.
    pub rules: BTreeMap<&'static str, usize>,
    /// Places that such rules found in functions which have changed since the profile was taken: nobody can say what they cost.
    pub changed_places: usize,
}

impl Unasked {
    /// How many rules were not run.
    pub fn rule_count(&self) -> usize {
        self.rules.values().sum()
    }
}
