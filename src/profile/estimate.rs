//! What sampled objects say of everything that was allocated: intervals of totals and of shares.
//!
//! A total is a sum over buckets (objects of one size at one stack). Given the raw count k of a bucket, the number of objects
//! that were allocated is a negative binomial waiting time. Only sums are kept, so that totals can be added and taken
//! from one another. `docs/statistics.md` derives the formulas, `tests/calibration` holds them against real Go.
//!
//! Only sizes that were sampled are in a total. Of bytes the others are few. Of objects they may be most: on lines whose count is worth
//! fewer than three samples the 90 % interval of objects covers 63 % (`tests/calibration.rs` pins it), and is a lower bound.

use super::gamma::gamma_quantile;
use super::statistics::{Bucket, probability};

/// A range that the truth lies in, two-sided, with 90 % confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// What a total counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Objects.
    Objects,
    /// Bytes.
    Bytes,
}

/// How many samples of small objects a total must be worth before it is called significant: a standard error of 32 %.
pub const SIGNIFICANT_SAMPLES: f64 = 10.0;

/// A total over buckets of sampled objects, or over events, with what its interval needs. Negative counts (of profiles that saw memory freed) are summed apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SampledTotal {
    gained: Sum,
    lost: Sum,
    unknown: bool,
}

impl SampledTotal {
    /// Adds a bucket.
    pub fn add(&mut self, bucket: &Bucket, unit: Unit) {
        let side = if bucket.sampled < 0 { &mut self.lost } else { &mut self.gained };
        side.add(bucket, unit);
    }

    /// Adds a value that has no sampling error, or whose error nobody knows.
    pub fn add_exact(&mut self, value: i64) {
        let side = if value < 0 { &mut self.lost } else { &mut self.gained };
        side.seen += value.unsigned_abs() as f64;
    }

    /// Adds events that come independently of each other and add up to `value`, such as the ticks of a CPU profile.
    pub fn add_events(&mut self, count: u64, value: i64) {
        let side = if value < 0 { &mut self.lost } else { &mut self.gained };
        side.add_events(count as f64, value.unsigned_abs() as f64);
    }

    /// Adds a value of `count` events whose sampling error nobody can tell: from then on the intervals are no numbers, and
    /// the events are what significance goes by.
    pub fn add_unknown(&mut self, count: u64, value: i64) {
        self.add_events(count, value);
        self.unknown = true;
    }

    /// Adds another total, of other samples.
    pub fn join(&mut self, other: &SampledTotal) {
        self.gained.join(&other.gained);
        self.lost.join(&other.lost);
        self.unknown |= other.unknown;
    }

    /// The 90 % interval. Negative counts are bounded on their own and subtracted: wider than need be, never narrower.
    pub fn interval(&self) -> Interval {
        if self.unknown {
            return Interval { low: f64::NAN, high: f64::NAN };
        }
        let (gained, lost) = (self.gained.interval(), self.lost.interval());
        Interval { low: gained.low - lost.high, high: gained.high - lost.low }
    }

    /// How many samples of small objects would tell it as well as it is told: (estimate / standard error)². Infinite where
    /// nothing was left to chance, 0 where nothing was sampled.
    pub fn effective_samples(&self) -> f64 {
        let estimate = self.gained.estimate() - self.lost.estimate();
        match self.gained.variance + self.lost.variance {
            _ if estimate == 0.0 => 0.0,
            variance if variance > 0.0 => estimate * estimate / variance,
            _ => f64::INFINITY,
        }
    }

    /// Whether there is enough evidence to rank by it and to call it hot.
    pub fn is_significant(&self) -> bool {
        self.effective_samples() >= SIGNIFICANT_SAMPLES
    }

    /// The 90 % interval of this total as a part of `whole`, which holds it and counts what was freed by its size, 0 to 1.
    ///
    /// The part A is in the whole, so the two err together; the rest B = whole - A errs by itself. The share A / (A + B)
    /// rises with ln A - ln B, whose interval is made of those of A and B by the method of variance estimates recovery
    /// (Zou and Donner, Statistics in Medicine 27:1693, 2008). Where values are negative, the widest quotient of the two
    /// intervals is taken.
    pub fn share_of(&self, whole: &SampledTotal) -> Interval {
        if self.unknown || whole.unknown {
            return Interval { low: f64::NAN, high: f64::NAN };
        }
        if self.lost != Sum::default() || whole.lost.estimate() > 0.0 {
            return self.widest_share_of(whole);
        }
        let rest = whole.gained.without(&self.gained);
        let (part, other) = (self.gained.interval(), rest.interval());
        let (part_estimate, other_estimate) = (self.gained.estimate(), rest.estimate());
        let quotient = |of: f64, beside: f64| if of + beside > 0.0 { of / (of + beside) } else { 0.0 };
        if part_estimate <= 0.0 {
            return Interval { low: 0.0, high: quotient(part.high, other.low) };
        }
        if other_estimate <= 0.0 || other.low <= 0.0 {
            return Interval { low: quotient(part.low, other.high), high: 1.0 };
        }
        let step = |far: f64, near: f64| (far / near).ln().powi(2);
        let odds = part_estimate / other_estimate;
        let below = (step(part_estimate, part.low) + step(other.high, other_estimate)).sqrt();
        let above = (step(part.high, part_estimate) + step(other_estimate, other.low)).sqrt();
        Interval { low: quotient(odds * (-below).exp(), 1.0), high: quotient(odds * above.exp(), 1.0) }
    }

    fn widest_share_of(&self, whole: &SampledTotal) -> Interval {
        let part = self.interval();
        let (gained, lost) = (whole.gained.interval(), whole.lost.interval());
        let (least, most) = (gained.low + lost.low, gained.high + lost.high);
        let quotient = |of: f64, by: f64| if by > 0.0 { of / by } else { 0.0 };
        Interval {
            low: quotient(part.low, if part.low < 0.0 { least } else { most }).max(-1.0),
            high: quotient(part.high, if part.high < 0.0 { most } else { least }).min(1.0),
        }
    }
}

/// Sums over buckets whose counts have one sign. With weights w (1 or the size) and c = w/p, what k sampled objects do not
/// show of a bucket has mean c (1-p) k and variance c² (1-p) k: the trials between successes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sum {
    /// w k: what surely was.
    seen: f64,
    /// The mean of what was not seen.
    mean: f64,
    /// Its variance.
    variance: f64,
    /// The largest step w p between two values that the total can have, over the sampled buckets.
    step: f64,
    /// ln of the probability that every object was sampled.
    all_seen: f64,
    /// Mean, variance and ln p of one more event, in the bucket whose unseen objects weigh most.
    next: [f64; 3],
}

impl Sum {
    fn add(&mut self, bucket: &Bucket, unit: Unit) {
        if bucket.size == 0 {
            return;
        }
        let p = probability(bucket.size, bucket.period);
        let count = bucket.sampled.unsigned_abs() as f64;
        let weight = match unit {
            Unit::Objects => 1.0,
            Unit::Bytes => bucket.size as f64,
        };
        let scaled = weight / p;
        self.seen += weight * count;
        self.mean += scaled * (1.0 - p) * count;
        self.variance += scaled * scaled * (1.0 - p) * count;
        if count > 0.0 {
            self.step = self.step.max(weight * p);
            self.all_seen += p.ln() * count;
        }
        if scaled * scaled * (1.0 - p) > self.next[1] {
            self.next = [scaled * (1.0 - p), scaled * scaled * (1.0 - p), p.ln()];
        }
    }

    /// Events are allocations of which next to none is seen: all of their value is in the mean.
    fn add_events(&mut self, count: f64, value: f64) {
        if count > 0.0 {
            let weight = value / count;
            self.mean += value;
            self.variance += weight * value;
            if weight * weight > self.next[1] {
                self.next = [weight, weight * weight, f64::NEG_INFINITY];
            }
        }
    }

    fn join(&mut self, other: &Sum) {
        self.seen += other.seen;
        self.mean += other.mean;
        self.variance += other.variance;
        self.step = self.step.max(other.step);
        self.all_seen += other.all_seen;
        if other.next[1] > self.next[1] {
            self.next = other.next;
        }
    }

    /// What remains after `part` is taken away. The heaviest event and the largest step may have been the part's: then the
    /// interval is a little wider than need be.
    fn without(&self, part: &Sum) -> Sum {
        // What rounding leaves of a sum from which everything is taken must not count as something.
        let rest = |whole: f64, part: f64| if whole - part > whole * 1e-12 { whole - part } else { 0.0 };
        Sum {
            seen: rest(self.seen, part.seen),
            mean: rest(self.mean, part.mean),
            variance: rest(self.variance, part.variance),
            step: self.step,
            all_seen: -rest(-self.all_seen, -part.all_seen),
            next: self.next,
        }
    }

    fn estimate(&self) -> f64 {
        self.seen + self.mean
    }

    /// Quantiles of the gamma distribution that has the mean and variance of the unseen with half an event more. For one
    /// bucket of small objects this is the interval of Jeffreys' prior, which covers 90 % on average where Garwood's exact
    /// one covers 94 %. Objects so large that few are missed come in steps; the interval is widened by the largest.
    fn interval(&self) -> Interval {
        let estimate = self.estimate();
        let [next_mean, next_variance, next_all_seen] = self.next;
        // Where nothing at all was sampled, a whole event more is the exact bound.
        let event = if estimate > 0.0 { 0.5 } else { 1.0 };
        let (mean, variance) = (self.mean + event * next_mean, self.variance + event * next_variance);
        let low = self.seen + (unseen_quantile(mean, variance, 0.05) - self.step).max(0.0);
        let high = if (self.all_seen + next_all_seen).exp() >= 0.95 {
            estimate
        } else {
            self.seen + unseen_quantile(mean, variance, 0.95) + self.step
        };
        Interval { low: low.min(estimate), high: high.max(estimate) }
    }
}

/// A quantile of the gamma distribution with this mean and variance; 0 where there is neither.
fn unseen_quantile(mean: f64, variance: f64, probability: f64) -> f64 {
    if mean > 0.0 && variance > 0.0 {
        gamma_quantile(mean * mean / variance, probability) * variance / mean
    } else {
        0.0
    }
}

#[cfg(test)]
#[path = "estimate_tests.rs"]
mod tests;
