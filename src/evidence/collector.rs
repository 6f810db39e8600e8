//! The garbage collector's own small objects, which Go charges to the line whose allocation set it off.
//!
//! Measured with 2 to 32 processors at rate 64: some objects of 16 bytes where the first collection starts its workers, and
//! now and then one of 112 where a collection blocks. They are tens in a whole run, so a profile that samples one object
//! of that size in thousands shows none of them: there, such a sample is the line's own.

use super::heap::Charge;
use crate::profile::{Profile, statistics};
use std::collections::BTreeMap;

/// The size classes of these objects: 16, and a cache's 24 and 48, and of a blocked goroutine's note 96 (Go 1.21) or 112.
const SIZES: [u64; 5] = [16, 24, 48, 96, 112];
/// How many times as many objects of another size the line must allocate. A line that warms up (a map that grows to its size
/// once, say) also allocates other sizes now and then; whatever is taken for noise wrongly is below a thousandth of
/// the line's objects.
const OUTNUMBERED: u64 = 1000;
/// Of an object that is sampled less often than this, a sample is evidence of thousands.
const LEAST_PROBABILITY: f64 = 0.01;

/// Which samples of the profile are the collector's own: those of objects of one of its sizes, allocated directly at
/// a line that allocates a thousand times as many of another size. `charges` has those of each place; `samples` is parallel to the
/// stacks.
pub(super) fn collector_samples(profile: &Profile, charges: &[Vec<Charge>], samples: &[Vec<u32>]) -> Vec<bool> {
    let mut noise = vec![false; profile.samples.len()];
    let Some(pair) = profile.heap_pairs.first() else { return noise };
    if SIZES.iter().all(|size| statistics::probability(*size, profile.period) < LEAST_PROBABILITY) {
        return noise;
    }
    for charges in charges {
        let mut sizes: BTreeMap<u64, (u64, Vec<u32>)> = BTreeMap::new();
        let flat = charges.iter().filter(|charge| charge.innermost && is_flat(profile, charge));
        for sample in flat.flat_map(|charge| &samples[charge.stack as usize]) {
            let (objects, members) = sizes.entry(profile.samples[*sample as usize].size).or_default();
            *objects = objects.saturating_add(profile.values(*sample as usize)[pair.objects].unsigned_abs());
            members.push(*sample);
        }
        let most = sizes.values().map(|(objects, _)| *objects).max().unwrap_or(0);
        for size in SIZES {
            let Some((objects, members)) = sizes.get(&size) else { continue };
            let outnumbered = objects.saturating_mul(OUTNUMBERED) <= most;
            if outnumbered && statistics::probability(size, profile.period) >= LEAST_PROBABILITY {
                members.iter().for_each(|sample| noise[*sample as usize] = true);
            }
        }
    }
    noise
}

/// Whether no visible frame lies below the charged one: the runtime allocated for the line itself.
fn is_flat(profile: &Profile, charge: &Charge) -> bool {
    profile.visible_leaf(charge.stack) >= charge.depth as usize
}
