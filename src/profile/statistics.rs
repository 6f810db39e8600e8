//! Sampling: what Go's heap sampling saw, and how to undo its scaling. What that says of a total is `estimate`'s.
//!
//! Go samples each allocation of `size` bytes independently with p = 1 - exp(-size/period) and multiplies what it saw
//! by 1/p (runtime/pprof/protomem.go, `scaleHeapSample`). Undoing that gives the raw count k. This file holds no profile.

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
    if period <= 1 { 0.0 } else { missed_events(confidence) * period as f64 }
}

/// How many events can have been expected where none was seen, with `confidence` from 0 to 1: 3 for 95 %.
pub fn missed_events(confidence: f64) -> f64 {
    -(1.0 - confidence).ln()
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::fixtures;

    #[test]
    fn the_bound_of_what_was_missed_is_three_periods() {
        assert!((missed_bound(524_288, 0.95) / (3.0 * 524_288.0) - 1.0).abs() < 0.01);
        assert_eq!(missed_bound(1, 0.95), 0.0);
        assert!((missed_events(0.95) - 2.9957).abs() < 0.001);
    }

    #[test]
    fn raw_counts_undo_the_scaling_of_real_profiles() {
        let profile = fixtures::profile("allocs.rate512k.pb.gz");
        let mut checked = 0;
        for (index, sample) in profile.samples.iter().enumerate() {
            for pair in &profile.heap_pairs {
                let sampled = profile.sampled(index, pair.objects).unwrap_or(-1);
                let scaled = scale([sampled, sampled * sample.size as i64], sample.period);
                let told = [profile.values(index)[pair.objects], profile.values(index)[pair.bytes]];
                assert_eq!(scaled, told, "sample {index}: {sampled} of {} bytes", sample.size);
                checked += usize::from(sampled > 0);
            }
        }
        assert!(checked > 200, "{checked}");
    }
}
