//! Intervals hold what they promise: in simulations, at their ends, and where nothing was left to chance.

use super::*;
use crate::profile::statistics::missed_bound;

const RATE: i64 = 524_288;

/// A xorshift generator (Marsaglia 2003): the same numbers on every machine.
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// How many of `trials` succeed, by the waiting times between successes.
    fn binomial(&mut self, trials: u64, p: f64) -> i64 {
        if p >= 1.0 {
            return trials as i64;
        }
        let (mut at, mut successes) = (0.0, 0);
        loop {
            at += 1.0 + (self.uniform().ln() / (-p).ln_1p()).floor();
            if at > trials as f64 {
                return successes;
            }
            successes += 1;
        }
    }

    /// One profile of objects of some sizes, each expected to be sampled so often, with the truth.
    fn sampled(&mut self, mix: &[(u64, f64)], unit: Unit) -> (SampledTotal, f64) {
        let (mut total, mut truth) = (SampledTotal::default(), 0.0);
        for (size, expected) in mix {
            let p = probability(*size, RATE);
            let objects = (expected / p).round().max(1.0);
            truth += objects * if unit == Unit::Bytes { *size as f64 } else { 1.0 };
            total.add(&Bucket { sampled: self.binomial(objects as u64, p), size: *size, period: RATE }, unit);
        }
        (total, truth)
    }
}

fn holds(interval: Interval, truth: f64) -> bool {
    interval.low <= truth * (1.0 + 1e-12) && truth <= interval.high * (1.0 + 1e-12)
}

/// The part of simulated totals that lie in their interval, over expected counts from `counts.0` to `counts.1`.
fn coverage(sizes: &[u64], counts: (f64, f64), unit: Unit, random: &mut Random) -> f64 {
    let rounds = 6_000;
    let covered = (0..rounds).filter(|round| {
        let expected = counts.0 + (counts.1 - counts.0) * f64::from(*round) / f64::from(rounds);
        let mix: Vec<(u64, f64)> = sizes.iter().map(|size| (*size, expected / sizes.len() as f64)).collect();
        let (total, truth) = random.sampled(&mix, unit);
        holds(total.interval(), truth)
    });
    covered.count() as f64 / f64::from(rounds)
}

#[test]
fn intervals_of_ninety_per_cent_cover_ninety_per_cent() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let small = [&[16u64][..], &[1024], &[131_072], &[262_144], &[340_000], &[16, 256, 4096], &[64, 8192, 131_072]];
    for counts in [(3.0, 10.0), (10.0, 30.0), (30.0, 100.0)] {
        for sizes in small {
            let part = coverage(sizes, counts, Unit::Bytes, &mut random);
            assert!((0.87..=0.93).contains(&part), "{sizes:?} {counts:?} bytes: {part}");
            let part = coverage(sizes, counts, Unit::Objects, &mut random);
            // Of objects of several sizes the smallest rule the error, and few of them are sampled.
            assert!((0.87..=0.96).contains(&part), "{sizes:?} {counts:?} objects: {part}");
        }
        for sizes in [&[364_000u64][..], &[500_000], &[1 << 20], &[4 << 20], &[1000, 800_000]] {
            let part = coverage(sizes, counts, Unit::Bytes, &mut random);
            assert!(part >= 0.89, "{sizes:?} {counts:?}: {part}");
        }
    }
}

#[test]
fn shares_cover_as_totals_do() {
    let mut random = Random(0x1234_5678_9ABC_DEF1);
    let rest: &[(u64, f64)] = &[(16, 10.0), (4096, 60.0), (300_000, 20.0)];
    for (line, rest) in [
        (&[(1024u64, 6.0)][..], rest),
        (&[(64, 20.0)], rest),
        (&[(16, 3.0), (8192, 12.0)], rest),
        (&[(1024, 300.0)], rest),
        (&[(600_000, 20.0)], rest),
        (&[(256, 12.0)], &[(256, 8.0)]),
    ] {
        let rounds = 4_000;
        let covered = (0..rounds).filter(|_| {
            let (part, part_truth) = random.sampled(line, Unit::Bytes);
            let (mut whole, rest_truth) = random.sampled(rest, Unit::Bytes);
            whole.join(&part);
            holds(part.share_of(&whole), part_truth / (part_truth + rest_truth))
        });
        let part = covered.count() as f64 / f64::from(rounds);
        assert!((0.87..=0.94).contains(&part), "{line:?} of {rest:?}: {part}");
    }
}

fn total(bucket: Bucket, unit: Unit) -> SampledTotal {
    let mut total = SampledTotal::default();
    total.add(&bucket, unit);
    total
}

#[test]
fn what_was_seen_whole_is_exact_and_significant() {
    for (bucket, unit, expected) in [
        (Bucket { sampled: 7, size: 100, period: 1 }, Unit::Bytes, 700.0),
        (Bucket { sampled: 7, size: 100, period: 0 }, Unit::Objects, 7.0),
        (Bucket { sampled: 3, size: 1 << 30, period: RATE }, Unit::Objects, 3.0),
        (Bucket { sampled: -3, size: 8, period: 1 }, Unit::Bytes, -24.0),
    ] {
        let total = total(bucket, unit);
        assert_eq!(total.interval(), Interval { low: expected, high: expected }, "{bucket:?}");
        assert!(total.is_significant(), "{bucket:?}");
    }
    assert_eq!(SampledTotal::default().interval(), Interval::default());
    assert!(!SampledTotal::default().is_significant());
}

#[test]
fn no_sample_still_bounds_what_was_missed() {
    let nothing = total(Bucket { sampled: 0, size: 16, period: RATE }, Unit::Bytes).interval();
    assert_eq!(nothing.low, 0.0);
    let bound = missed_bound(RATE, 0.95);
    assert!((nothing.high / bound - 1.0).abs() < 1e-3, "{nothing:?} {bound}");
}

#[test]
fn intervals_hold_the_estimate() {
    for sampled in [1, 2, 10, 1_000, 1_000_000, 1_000_000_000] {
        for size in [1, 16, 4096, RATE as u64, 10 * RATE as u64] {
            let bucket = Bucket { sampled, size, period: RATE };
            let estimate = sampled as f64 / probability(size, RATE);
            let Interval { low, high } = total(bucket, Unit::Objects).interval();
            assert!(low <= estimate && estimate <= high, "{bucket:?}: {low} {estimate} {high}");
            assert!(sampled as f64 <= low);
        }
    }
}

#[test]
fn ten_samples_of_small_objects_are_significant_and_one_of_a_large_one_is() {
    let of = |sampled, size| total(Bucket { sampled, size, period: RATE }, Unit::Bytes);
    assert!(!of(1, 16).is_significant() && !of(9, 16).is_significant() && of(10, 16).is_significant());
    assert!(of(1, 4 << 20).is_significant());
}

#[test]
fn a_share_lies_between_nothing_and_everything() {
    let of = |sampled, size, period| total(Bucket { sampled, size, period }, Unit::Bytes);
    let everything = of(20, 64, RATE);
    let share = everything.share_of(&everything);
    assert!(share.high == 1.0 && (0.7..1.0).contains(&share.low), "{share:?}");
    let exact = of(25, 4, 1);
    let mut whole = exact;
    whole.join(&of(75, 4, 1));
    assert_eq!(exact.share_of(&whole), Interval { low: 0.25, high: 0.25 });
    let nothing = of(0, 64, RATE);
    let mut whole = nothing;
    whole.join(&of(1_000, 64, RATE));
    let share = nothing.share_of(&whole);
    assert!(share.low == 0.0 && (0.002..0.004).contains(&share.high), "{share:?}");
    // Of a window that saw memory freed, shares are of everything that changed.
    let mut whole = of(-30, 1024, RATE);
    whole.join(&of(70, 1024, RATE));
    let share = of(-30, 1024, RATE).share_of(&whole);
    assert!(-0.6 < share.low && share.low < -0.3 && -0.3 < share.high && share.high < -0.15, "{share:?}");
}

#[test]
fn ticks_of_a_clock_are_poisson() {
    let mut ticks = SampledTotal::default();
    [4, 6].iter().for_each(|count| ticks.add_events(*count, *count as i64 * 10_000_000));
    // Half the 5 % and the 95 % quantile of chi-squared with 21 degrees of freedom: 11.591 and 32.671.
    let Interval { low, high } = ticks.interval();
    assert!((low / 1e7 - 5.7957).abs() < 0.001 && (high / 1e7 - 16.3353).abs() < 0.001, "{low} {high}");
    assert!(ticks.is_significant());
    let mut waits = SampledTotal::default();
    waits.add_unknown(9, 1_000);
    assert!(waits.interval().low.is_nan() && waits.share_of(&waits).high.is_nan() && !waits.is_significant());
}
