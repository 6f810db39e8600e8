//! Two dumps of one growing process: cumulative profiles whose sum would count the first one twice.
//!
//! It only judges; `merge` refuses and `subtract` helps.

use super::table::{Mapping, Profile, Tables};
use std::collections::HashMap;

/// Why two profiles are dumps of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Whether the second of the two given is the later one.
    pub second_is_later: bool,
    /// How many buckets (a stack and an object size) both hold; none of them shrank.
    pub common: usize,
    /// How many of those grew; 0 for two copies of one dump.
    pub grown: usize,
}

/// Fewer common buckets than this can all grow by chance: 1 in 256 for two unrelated dumps.
const FEWEST_COMMON: usize = 8;

/// Whether `first` and `second` are dumps of one process: the same binary at the same place, cumulative, and every
/// bucket of the earlier one found in the later one with at least as many bytes allocated. `None` means no sign of it.
pub fn growing(first: &Profile, second: &Profile) -> Option<Evidence> {
    let mut tables = Tables::default();
    let first = Cumulative::new(first, &mut tables)?;
    let second = Cumulative::new(second, &mut tables)?;
    Cumulative::growing(&first, &second)
}

/// What is compared of one profile: bytes allocated by stack and object size.
pub(crate) struct Cumulative<'a> {
    profile: &'a Profile,
    buckets: HashMap<(u32, u64), i64>,
}

impl<'a> Cumulative<'a> {
    /// `None` for profiles that are not cumulative: no `alloc_space`, or a duration (`?seconds=N`).
    pub(crate) fn new(profile: &'a Profile, tables: &mut Tables) -> Option<Self> {
        let column = profile.sample_types.iter().position(|known| &*known.kind == "alloc_space")?;
        if profile.duration_nanos != 0 {
            return None;
        }
        let stacks = tables.absorb(profile);
        let mut buckets = HashMap::new();
        for (index, sample) in profile.samples.iter().enumerate() {
            let bytes = profile.values(index)[column];
            if bytes != 0 {
                let sum: &mut i64 = buckets.entry((stacks[sample.stack as usize], sample.size)).or_default();
                *sum = sum.saturating_add(bytes);
            }
        }
        Some(Cumulative { profile, buckets })
    }

    pub(crate) fn growing(first: &Cumulative<'_>, second: &Cumulative<'_>) -> Option<Evidence> {
        if !same_binary(first.profile.mappings.first(), second.profile.mappings.first()) {
            return None;
        }
        let by_time = first.profile.time_nanos.cmp(&second.profile.time_nanos);
        // Text has no time: then the one that holds less is the earlier one.
        let held = |profile: &Cumulative<'_>| profile.buckets.values().map(|bytes| i128::from(*bytes)).sum::<i128>();
        let order = by_time.then(held(first).cmp(&held(second)));
        let second_is_later = order.is_le();
        let (earlier, later) = if second_is_later { (first, second) } else { (second, first) };
        let mut grown = 0;
        for (bucket, bytes) in &earlier.buckets {
            let later = later.buckets.get(bucket)?;
            if later < bytes {
                return None;
            }
            grown += usize::from(later > bytes);
        }
        let common = earlier.buckets.len();
        (common >= FEWEST_COMMON).then_some(Evidence { second_is_later, common, grown })
    }
}

/// Whether two main binaries can be one process's: equal build ids where both have one, and equal addresses. Profiles
/// without mappings (text) are not held apart by them.
fn same_binary(first: Option<&Mapping>, second: Option<&Mapping>) -> bool {
    let (Some(first), Some(second)) = (first, second) else {
        return true;
    };
    first.build_id == second.build_id && (first.start, first.limit) == (second.start, second.limit)
}
