//! Sampling error: what Go's heap sampling saw, and what it says of everything that was allocated.
//!
//! Go samples each allocation of `size` bytes independently with p = 1 - exp(-size/period) and multiplies what it saw
//! by 1/p (runtime/pprof/protomem.go, `scaleHeapSample`). Undoing that gives the raw count k. Given k, the true number
//! of objects is a negative binomial waiting time: between the trial of the k-th and that of the (k+1)-th success.
//! This file holds no profile.

use super::gamma::gamma_quantile;

/// A range that the true total lies in, with the confidence that it was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// Objects of one size at one stack, as sampled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// How many were sampled, before scaling. Negative for what a delta profile saw freed.
    pub sampled: i64,
    /// Bytes of each object.
    pub size: u64,
    /// The mean distance between two samples; 1 and less means that every object was seen.
    pub period: i64,
}

/// What a total counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Objects.
    Objects,
    /// Bytes.
    Bytes,
}

/// The probability that an object of `size` bytes is sampled. 1 where everything is.
pub fn probability(size: u64, period: i64) -> f64 {
    if period <= 1 { 1.0 } else { -(-(size as f64) / period as f64).exp_m1() }
}

/// How many objects were sampled, from the scaled `bytes` of one bucket: k = round(bytes * p / size).
///
/// Exact for every sample that Go writes; plain rounding of the objects is not, because Go truncates both values
/// independently. `size` 0 gives 0.
pub fn raw_count(bytes: i64, size: u64, period: i64) -> i64 {
    if size == 0 {
        return 0;
    }
    (bytes as f64 * probability(size, period) / size as f64).round() as i64
}

/// The most bytes that a line can have allocated without one sample, with `confidence` from 0 to 1:
/// a line that allocates B bytes is missed with probability exp(-B/period), so B = -ln(1 - confidence) * period;
/// 3 periods for 95 %.
pub fn missed_bound(period: i64, confidence: f64) -> f64 {
    if period <= 1 { 0.0 } else { -(1.0 - confidence).ln() * period as f64 }
}

/// The two-sided 90 % interval of a total over several buckets.
///
/// With weights w (1 or the size), c = w/p and mid-P counts r = k + 1/2, what was not seen has the mean
/// m = sum c (1-p) r and the variance v = sum c^2 (1-p) r of negative binomials; the interval is what was seen plus
/// quantiles of the gamma distribution with that mean and variance. For one bucket of small objects this is the mid-P
/// form of Garwood's interval, for several it is Fay and Feuer's (Statistics in Medicine 16:791, 1997) with the
/// binomial factor 1-p in the variance, which Poisson intervals lack: where p is 1, low equals high.
/// The half event goes to the bucket whose unseen objects weigh most. Buckets that saw nothing give an upper bound.
///
/// Negative counts (delta profiles) are bounded on their own and subtracted: wider than need be, never narrower.
pub fn interval(buckets: &[Bucket], unit: Unit) -> Interval {
    let gained = one_sided(buckets.iter().filter(|bucket| bucket.sampled >= 0), unit);
    let lost = one_sided(buckets.iter().filter(|bucket| bucket.sampled < 0), unit);
    Interval { low: gained.low - lost.high, high: gained.high - lost.low }
}

/// The interval of buckets whose counts all have one sign.
fn one_sided<'a>(buckets: impl Iterator<Item = &'a Bucket>, unit: Unit) -> Interval {
    let (mut seen, mut mean, mut variance) = (0.0, 0.0, 0.0);
    let (mut half_mean, mut half_variance) = (0.0, 0.0);
    for bucket in buckets.filter(|bucket| bucket.size > 0) {
        let p = probability(bucket.size, bucket.period);
        let count = bucket.sampled.unsigned_abs() as f64;
        let weight = match unit {
            Unit::Objects => 1.0,
            Unit::Bytes => bucket.size as f64,
        };
        let scaled = weight / p;
        seen += weight * count;
        mean += scaled * (1.0 - p) * count;
        variance += scaled * scaled * (1.0 - p) * count;
        if scaled * scaled * (1.0 - p) > half_variance {
            half_mean = scaled * (1.0 - p);
            half_variance = scaled * scaled * (1.0 - p);
        }
    }
    let unseen = |share: f64, quantile: f64| {
        let (mean, variance) = (mean + share * half_mean, variance + share * half_variance);
        if variance <= 0.0 { 0.0 } else { gamma_quantile(mean * mean / variance, quantile) * variance / mean }
    };
    let low = if mean > 0.0 { unseen(LOW_SHARE, 0.05) } else { 0.0 };
    Interval { low: seen + low, high: seen + unseen(HIGH_SHARE, 0.95) }
}

const LOW_SHARE: f64 = 0.0;
const HIGH_SHARE: f64 = 1.0;

/// The raw count behind the scaled values of one bucket, where the size may be missing.
pub(crate) fn raw_count_of(objects: i64, bytes: i64, size: u64, period: i64) -> i64 {
    if period <= 1 {
        return objects;
    }
    let mean = bytes.checked_div(objects).and_then(|size| u64::try_from(size).ok()).unwrap_or(0);
    raw_count(bytes, if size == 0 { mean } else { size }, period)
}

/// Go's `scaleHeapSample`: raw objects and bytes to estimates of everything allocated.
pub(crate) fn scale([objects, bytes]: [i64; 2], period: i64) -> [i64; 2] {
    if objects == 0 || bytes == 0 {
        return [0, 0];
    }
    if period <= 1 {
        return [objects, bytes];
    }
    let mean_size = bytes as f64 / objects as f64;
    let scale = 1.0 / (1.0 - (-mean_size / period as f64).exp());
    [(objects as f64 * scale) as i64, (bytes as f64 * scale) as i64]
}
