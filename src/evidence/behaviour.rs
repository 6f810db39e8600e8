//! How the memory of a line behaves: how long it lives, who asks for it, whether an empty pool made it.
//!
//! Read from the samples that the line is charged with; syntax has no part in it.

use super::{Charge, Evidence, Placing};
use crate::model::{Behaviour, CallPlace, CallerCost, Lifetime, SizeCost};
use crate::profile::HeapPair;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Fewer samples than this say nothing of how long objects live.
const FEWEST_SAMPLES: u64 = 10;
/// At most this part of what was allocated is in use: short-lived.
const SHORT_LIVED: f64 = 0.05;
/// At least this part of it is in use: retained.
const RETAINED: f64 = 0.5;

/// What one caller is charged with, and of that what each of its places is.
type Called = (i64, BTreeMap<usize, i64>);

/// What the samples of one line say, each with the charge that puts it there. `ranked` is the sample type of values; `today`
/// says where a place of the evidence is called.
pub fn behaviour(
    evidence: &Evidence,
    samples: &[(u32, Charge)],
    ranked: usize,
    today: impl Fn(usize) -> Option<CallPlace>,
) -> Behaviour {
    let mut callers: BTreeMap<Option<Arc<str>>, Called> = BTreeMap::new();
    let mut pool_misses = 0i64;
    for (sample, charge) in samples {
        let value = evidence.profile.values(*sample as usize)[ranked];
        let (caller, from_pool) = caller(evidence, *charge);
        let (sum, calls) = callers.entry(caller.map(|frame| symbol_of(evidence, frame))).or_default();
        add(sum, value);
        if let Some(place) = caller.and_then(|frame| evidence.place_of(frame)) {
            add(calls.entry(place).or_default(), value);
        }
        if from_pool {
            add(&mut pool_misses, value);
        }
    }
    let mut callers: Vec<CallerCost> = callers
        .into_iter()
        .filter(|(_, (value, _))| *value != 0)
        .map(|(symbol, (value, calls))| {
            // Of lines that cost the same the first, in whatever order the profile names them; of those that are not known today none
            // is told for another.
            let first = |place: usize| std::cmp::Reverse((evidence.places[place].line, place));
            let most = calls.into_iter().max_by_key(|(place, value)| (*value, first(*place)));
            CallerCost { symbol, value, call: most.and_then(|(place, _)| today(place)) }
        })
        .collect();
    // A stable sort: callers of equal value stay in the order of names.
    callers.sort_by_key(|cost| std::cmp::Reverse(cost.value));
    Behaviour { lifetime: lifetime(evidence, samples), callers, pool_misses }
}

/// Who asked for it: the nearest other function of the module, else whoever called, past the pool that asked on somebody's
/// behalf. Recursion is no caller.
fn caller(evidence: &Evidence, charge: Charge) -> (Option<u32>, bool) {
    let stack = evidence.profile.stacks.get(charge.stack);
    let above = stack.get(charge.depth as usize + 1..).unwrap_or_default();
    let function = |frame: u32| evidence.profile.frames[frame as usize].function;
    let from_pool = above.first().is_some_and(|frame| evidence.plain_name(*frame) == "sync.(*Pool).Get");
    let charged = stack.get(charge.depth as usize).map(|frame| function(*frame));
    let own = |frame: &&u32| {
        let function = function(**frame);
        Some(function) != charged && evidence.ownership.placings[function as usize] != Placing::Theirs
    };
    let caller = above.iter().find(own).or_else(|| above.get(usize::from(from_pool)));
    (caller.copied(), from_pool)
}

fn symbol_of(evidence: &Evidence, frame: u32) -> Arc<str> {
    evidence.symbol_shown(evidence.profile.frames[frame as usize].function)
}

/// Allocated against in use, of the same objects. `None` for profiles that hold one of the two only, for windows of time (which know
/// nothing of what lived before), and where too little was sampled.
fn lifetime(evidence: &Evidence, samples: &[(u32, Charge)]) -> Option<Lifetime> {
    let profile = evidence.profile;
    let (allocated, in_use) = (column(evidence, "alloc_space")?, column(evidence, "inuse_space")?);
    if profile.duration_nanos != 0 {
        return None;
    }
    let sum = |column: usize| {
        samples.iter().map(|(sample, _)| profile.values(*sample as usize)[column]).fold(0, i64::saturating_add)
    };
    let sampled: u64 = samples
        .iter()
        .filter_map(|(sample, _)| profile.bucket(*sample as usize, allocated))
        .map(|bucket| bucket.sampled.unsigned_abs())
        .fold(0, u64::saturating_add);
    let (allocated, in_use) = (sum(allocated), sum(in_use));
    if sampled < FEWEST_SAMPLES || allocated <= 0 {
        return None;
    }
    let part = in_use as f64 / allocated as f64;
    Some(match part {
        part if part <= SHORT_LIVED => Lifetime::ShortLived,
        part if part >= RETAINED => Lifetime::Retained,
        _ => Lifetime::Mixed,
    })
}

/// The sizes of these samples' objects, smallest first: as allocated, or in use where the profile tells nothing else.
pub fn sizes(evidence: &Evidence, samples: impl Iterator<Item = u32>) -> Vec<SizeCost> {
    let pair = |objects, bytes| Some(HeapPair { objects: column(evidence, objects)?, bytes: column(evidence, bytes)? });
    let Some(pair) = pair("alloc_objects", "alloc_space").or_else(|| pair("inuse_objects", "inuse_space")) else {
        return Vec::new();
    };
    let mut sizes: BTreeMap<u64, SizeCost> = BTreeMap::new();
    for sample in samples {
        let Some(bucket) = evidence.profile.bucket(sample as usize, pair.bytes) else { continue };
        let values = evidence.profile.values(sample as usize);
        let cost = sizes.entry(bucket.size).or_insert(SizeCost { size: bucket.size, objects: 0, bytes: 0, samples: 0 });
        add(&mut cost.objects, values[pair.objects]);
        add(&mut cost.bytes, values[pair.bytes]);
        cost.samples = cost.samples.saturating_add(bucket.sampled.unsigned_abs());
    }
    sizes.into_values().filter(|cost| cost.bytes != 0).collect()
}

fn column(evidence: &Evidence, kind: &str) -> Option<usize> {
    evidence.profile.sample_types.iter().position(|known| &*known.kind == kind)
}

fn add(sum: &mut i64, value: i64) {
    *sum = sum.saturating_add(value);
}
