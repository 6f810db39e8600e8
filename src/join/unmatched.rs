//! What functions are charged with on lines that today's source does not have: all that is known of the cost of changed code.
//!
//! Such bytes are on some line of the function, nobody can say which. They are told beside each stale finding of the
//! function, claim nothing, and stay with the function's hotspots.

use super::Landing;
use super::leftover::sum_places;
use crate::evidence::Evidence;
use crate::go::tree::FileId;
use crate::model::{Grade, Measured};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The costs at function grade, by file and declaration; only those that are charged with something.
pub type UnmatchedCosts = BTreeMap<(FileId, usize), Measured>;

/// Adds up what is charged at function grade. `landings` is parallel to the places.
pub fn unmatched_costs(evidence: &Evidence, landings: &[Result<Landing, Arc<str>>]) -> UnmatchedCosts {
    let mut places: BTreeMap<(FileId, usize), Vec<usize>> = BTreeMap::new();
    for (place, landing) in landings.iter().enumerate() {
        if let Ok(landing) = landing
            && landing.grade == Grade::Function
        {
            places.entry((landing.file, landing.declaration)).or_default().push(place);
        }
    }
    let cost = |places: &[usize]| sum_places(evidence, places, |_| true).filter(|(_, charged)| !charged.is_empty());
    places.into_iter().filter_map(|(declaration, places)| Some((declaration, cost(&places)?.0))).collect()
}
