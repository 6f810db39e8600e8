//! What one sample adds to a total, with its sampling error, by the kind of profile.

use crate::profile::estimate::SampledTotal;
use crate::profile::{Kind, Profile};

/// Adds value `column` of a sample to `total`.
pub(super) fn add(profile: &Profile, kind: Kind, sample: usize, column: usize, total: &mut SampledTotal) {
    let value = profile.values(sample)[column];
    match kind {
        Kind::Heap => profile.add_allocations(sample, column, total),
        Kind::Cpu => total.add_events(counted(profile, kind, sample, column), value),
        // Block and mutex profiles hold neither the rate nor the fraction that they were sampled by.
        Kind::Block | Kind::Mutex | Kind::Goroutine | Kind::Other => {
            total.add_unknown(counted(profile, kind, sample, column), value);
        }
    }
}

/// How many events stand behind value `column` of a sample: allocations that were sampled, before Go's scaling; else what
/// the column of counts says, else the periods.
pub(super) fn counted(profile: &Profile, kind: Kind, sample: usize, column: usize) -> u64 {
    if kind == Kind::Heap {
        return profile.sampled(sample, column).unwrap_or(0).unsigned_abs();
    }
    let values = profile.values(sample);
    let counts = profile.sample_types.iter().position(|known| &*known.unit == "count");
    let count = match (counts, values.last()) {
        (Some(column), _) => values[column],
        (None, Some(value)) => value.checked_div(profile.samples[sample].period).unwrap_or(0),
        (None, None) => 0,
    };
    count.unsigned_abs()
}
