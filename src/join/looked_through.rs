//! What sites cost that is charged to their callers, because their functions are looked through (`--transparent`).
//!
//! Such a site is neither cold nor unseen: the profile has its bytes, and the user wants them told elsewhere.

use super::{Landing, Meeting};
use crate::evidence::Evidence;
use crate::go::tree::FileId;
use crate::model::Grade;
use crate::scan::Site;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Says in each meeting what of the site is charged to callers, and gives the values in the ranked sample type, parallel to the
/// sites: everything that its cost lines allocate, whatever its rule accounts for. `None` where nothing is.
pub fn look_through(
    sites: &[Site],
    meetings: &mut [Meeting],
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    ranked: usize,
) -> Vec<Option<i64>> {
    let mut by_line: BTreeMap<(FileId, usize, u32), Vec<usize>> = BTreeMap::new();
    let mut changed: BTreeSet<(FileId, usize)> = BTreeSet::new();
    for (place, landing) in landings.iter().enumerate() {
        let Ok(landing) = landing else { continue };
        if evidence.charged_to_callers(place).is_empty() {
            continue;
        }
        match landing.grade {
            Grade::Exact | Grade::Aligned => {
                by_line.entry((landing.file, landing.declaration, landing.line)).or_default().push(place);
            }
            Grade::Function | Grade::None => {
                changed.insert((landing.file, landing.declaration));
            }
        }
    }
    let value = |place: &usize| {
        let samples = evidence.charged_to_callers(*place).iter().flat_map(|stack| evidence.samples(*stack));
        let values = samples.map(|sample| evidence.profile.values(*sample as usize)[ranked]);
        values.fold(0, i64::saturating_add)
    };
    let of_site = |(site, meeting): (&Site, &mut Meeting)| {
        let lines: BTreeSet<u32> = site.cost_lines.iter().copied().collect();
        let on = |line: u32| by_line.get(&(site.file, site.declaration, line));
        let places: Vec<&usize> = lines.into_iter().filter_map(on).flatten().collect();
        meeting.stale |= changed.contains(&(site.file, site.declaration));
        meeting.elsewhere |= !places.is_empty();
        (!places.is_empty()).then(|| places.into_iter().map(value).fold(0, i64::saturating_add))
    };
    sites.iter().zip(meetings).map(of_site).collect()
}
