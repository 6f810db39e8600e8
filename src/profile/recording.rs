//! How much to record: what the samples of a profile say of how many more are needed, and what they cost.
//!
//! The cost of a sample and of a bucket is measured by `tests/calibration/cost` (its answer is `cost.tsv` beside it).

use super::estimate::SampledTotal;
use super::statistics::probability;
use super::summary::Summarised;
use super::table::Profile;
use crate::model::{RecordingCost, RecordingPlan};

/// The 95 % quantile of the normal distribution: both ends of a 90 % interval.
const QUANTILE: f64 = 1.644_853_626_951_472_7;
/// CPU time of one sample: to take it, and to forget it when the object is freed. Go 1.26 on amd64, linear in the frames.
const SAMPLE_NANOSECONDS: f64 = 700.0;
const FRAME_NANOSECONDS: f64 = 24.0;
/// How far the quartiles of what was measured lie from that, and the depths from the line.
const COST_ERROR: f64 = 0.15;
/// Memory of one bucket (runtime/mprof.go): 176 bytes, and 8 for each frame, of which the profile hides about three.
const BUCKET_BYTES: u64 = 200;
const FRAME_BYTES: u64 = 8;
/// Rates above this are rounded down to a multiple of it, so that they are easy to read.
const ROUND: i64 = 1024;

/// What precision is wanted of which lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Half of the 90 % interval as a part of the value; above 0.
    pub precision: f64,
    /// The share of the profile of the line, above 0 and below 1.
    pub share: f64,
}

/// Plans for value `column` of a heap profile with samples. `recorded` is how long was recorded, in nanoseconds.
///
/// A share S that k samples of small objects tell has the relative standard error sqrt((1-S)/k): the rest of the profile is
/// sampled, too. Bytes are planned for small objects, of which one is sampled per period: larger ones are told
/// better by as many bytes. Objects are planned for the profile's own mix of sizes.
pub fn plan(
    profile: &Profile,
    paths: &[String],
    column: usize,
    wanted: Wanted,
    recorded: Option<i64>,
) -> RecordingPlan {
    let sample_type = profile.sample_types[column].clone();
    let (mut whole, mut total) = (SampledTotal::default(), 0i64);
    for sample in 0..profile.samples.len() {
        profile.add_allocations(sample, column, &mut whole);
        total = total.saturating_add(profile.values(sample)[column].saturating_abs());
    }
    let all = match profile.period {
        ..=1 => f64::INFINITY,
        period if &*sample_type.unit == "bytes" => total as f64 / period as f64,
        _ => whole.effective_samples(),
    };
    let Wanted { precision, share } = wanted;
    let needed = QUANTILE * QUANTILE * (1.0 - share) / (precision * precision);
    let samples = share * all;
    let factor = needed / samples;
    let recorded = recorded.or((profile.duration_nanos > 0).then_some(profile.duration_nanos));
    let known = Summarised::of(profile);
    let sample_nanoseconds = sample_nanoseconds(&known);
    let cost = |rate: i64| {
        let (expected, allocated) = expected_samples(profile, rate);
        RecordingCost {
            rate,
            samples_per_gib: if allocated > 0.0 { expected / allocated * f64::from(1 << 30) } else { 0.0 },
            sample_nanoseconds,
            samples_per_second: recorded.filter(|time| *time > 0).map(|time| expected * 1e9 / time as f64),
        }
    };
    // Distinct stacks and sizes.
    let (buckets, bucket_frames) = known.buckets;
    RecordingPlan {
        paths: paths.to_vec(),
        longer_helps: !sample_type.kind.starts_with("inuse"),
        sample_type,
        total,
        period: profile.period,
        recorded,
        share,
        precision,
        needed,
        samples,
        present: QUANTILE * ((1.0 - share) / samples).sqrt(),
        // The share at which as many samples are needed as there are.
        told: QUANTILE * QUANTILE / (QUANTILE * QUANTILE + precision * precision * all),
        factor,
        now: cost(profile.period),
        finer: (profile.period > 1).then(|| cost(finer(profile.period, factor))),
        buckets,
        bucket_bytes: BUCKET_BYTES * buckets as u64 + FRAME_BYTES * bucket_frames,
        lines: Vec::new(),
    }
}

/// The rate that samples `factor` times as often, a little more often where it is rounded.
fn finer(period: i64, factor: f64) -> i64 {
    // A profile without a sample of this sample type gives an infinite factor, and rate 1.
    let rate = ((period as f64 / factor) as i64).max(1);
    if rate >= 8 * ROUND { rate / ROUND * ROUND } else { rate }
}

/// How many samples a rate would have taken of everything that was allocated, and the bytes of that.
fn expected_samples(profile: &Profile, rate: i64) -> (f64, f64) {
    let Some(pair) = profile.heap_pairs.first() else { return (0.0, 0.0) };
    let buckets = (0..profile.samples.len()).filter_map(|sample| profile.bucket(sample, pair.objects));
    buckets.filter(|bucket| bucket.size > 0).fold((0.0, 0.0), |(expected, allocated), bucket| {
        let objects = bucket.sampled.unsigned_abs() as f64 / probability(bucket.size, bucket.period);
        (expected + objects * probability(bucket.size, rate), allocated + objects * bucket.size as f64)
    })
}

/// From and to, for the depth of the stacks of this profile, each counted as often as it was sampled.
fn sample_nanoseconds(known: &Summarised) -> (f64, f64) {
    let (samples, frames) = known.sampled;
    let depth = if samples > 0 { frames as f64 / samples as f64 } else { 0.0 };
    let middle = SAMPLE_NANOSECONDS + FRAME_NANOSECONDS * depth;
    (middle * (1.0 - COST_ERROR), middle * (1.0 + COST_ERROR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::fixtures;

    const TEN_PER_CENT: Wanted = Wanted { precision: 0.1, share: 0.01 };

    fn planned(column: usize, wanted: Wanted, recorded: Option<i64>) -> RecordingPlan {
        plan(&fixtures::profile("allocs.rate512k.pb.gz"), &[], column, wanted, recorded)
    }

    #[test]
    fn bytes_need_the_samples_of_small_objects() {
        let plan = planned(1, TEN_PER_CENT, None);
        assert!((plan.needed - 267.85).abs() < 0.01, "{plan:?}");
        assert!((plan.samples - 0.01 * plan.total as f64 / 524_288.0).abs() < 1e-9);
        assert!((plan.factor - plan.needed / plan.samples).abs() < 1e-9);
        // With as many samples as needed the precision is what was wanted, and the smallest share told is that one.
        let enough = planned(1, Wanted { precision: plan.present, ..TEN_PER_CENT }, None);
        assert!((enough.factor - 1.0).abs() < 1e-9 && (enough.told - 0.01).abs() < 1e-9, "{enough:?}");
    }

    #[test]
    fn a_finer_rate_gives_the_samples_that_are_needed() {
        let plan = planned(1, TEN_PER_CENT, None);
        let finer = plan.finer.expect("a sampled profile");
        let wanted = plan.now.samples_per_gib * plan.factor;
        assert!(finer.rate < 524_288 && finer.samples_per_gib > 0.5 * wanted, "{finer:?} of {wanted}");
        assert_eq!(super::finer(524_288, 4.0), 131_072);
        assert_eq!(super::finer(524_288, 5.1), 102_400);
        assert_eq!(super::finer(524_288, 1000.0), 524);
        assert_eq!(super::finer(524_288, f64::INFINITY), 1);
    }

    #[test]
    fn time_gives_samples_each_second() {
        let plan = planned(1, TEN_PER_CENT, Some(2_000_000_000));
        let profile = fixtures::profile("allocs.rate512k.pb.gz");
        let counted: i64 = (0..profile.samples.len()).filter_map(|sample| profile.sampled(sample, 0)).sum();
        let told = plan.now.samples_per_second.expect("the time is known");
        assert!((told - counted as f64 / 2.0).abs() < 1e-6 * told, "{told}, {counted} in two seconds");
        assert_eq!(planned(1, TEN_PER_CENT, None).now.samples_per_second, None);
    }

    #[test]
    fn what_is_in_use_is_a_moment() {
        assert!(planned(0, TEN_PER_CENT, None).longer_helps);
        assert!(!planned(3, TEN_PER_CENT, None).longer_helps);
    }

    #[test]
    fn where_all_was_counted_nothing_is_needed() {
        let plan = plan(&fixtures::profile("heap.pb.gz"), &[], 1, TEN_PER_CENT, None);
        assert!(plan.factor == 0.0 && plan.present == 0.0 && plan.finer.is_none(), "{plan:?}");
    }
}
