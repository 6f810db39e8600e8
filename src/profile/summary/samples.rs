//! The samples of one stack as fields of a summary: `64:120/3` is 120 allocations of 64 bytes that were sampled, of which 3 are in use.
//!
//! Counts of samples are what Go measured; bytes and objects follow from them as Go scales them. Go rounds down for each
//! sample, so that a sum of several may be a few bytes less: then `~` and what is to be added to each sample type follows, as
//! it does for values that do not follow from counts at all. `@` is a period that is not the summary's.

use super::super::table::{Profile, Sample};
use super::condense::scaled;

/// Writes sample `index`.
pub(super) fn told(profile: &Profile, index: usize) -> String {
    let Sample { size, period, .. } = profile.samples[index];
    let values = profile.values(index);
    if profile.heap_pairs.is_empty() {
        return format!("{}{}", slashed(values), at(period, profile.period));
    }
    let counts = profile.counts(index);
    let from_counts = scaled(profile, size, period, counts);
    let more: Vec<i64> = values.iter().zip(&from_counts).map(|(value, known)| value.wrapping_sub(*known)).collect();
    let more = if more.iter().any(|more| *more != 0) { format!("~{}", slashed(&more)) } else { String::new() };
    format!("{size}:{}{}{more}", slashed(counts), at(period, profile.period))
}

/// Reads one of them, for a profile whose header is known: the sample, without its stack, its values and its counts.
pub(super) fn read(profile: &Profile, text: &str) -> Option<(Sample, Vec<i64>, Vec<i64>)> {
    let (text, more) = text.split_once('~').map_or((text, None), |(text, more)| (text, Some(more)));
    let (text, period) = text.split_once('@').map_or((text, None), |(text, period)| (text, Some(period)));
    let period = period.map_or(Some(profile.period), |period| period.parse().ok())?;
    let columns = profile.sample_types.len();
    if profile.heap_pairs.is_empty() {
        let sample = Sample { stack: 0, size: 0, period };
        return more.is_none().then(|| Some((sample, numbers(text, columns)?, Vec::new())))?;
    }
    let (size, counts) = text.split_once(':')?;
    let (size, counts) = (size.parse().ok()?, numbers(counts, profile.heap_pairs.len())?);
    let mut values = scaled(profile, size, period, &counts);
    if let Some(more) = more {
        let more = numbers(more, columns)?;
        values.iter_mut().zip(more).for_each(|(value, more)| *value = value.wrapping_add(more));
    }
    Some((Sample { stack: 0, size, period }, values, counts))
}

fn at(period: i64, usual: i64) -> String {
    if period == usual { String::new() } else { format!("@{period}") }
}

/// Numbers joined by slashes; zeros at the end go without saying.
pub(super) fn slashed(numbers: &[i64]) -> String {
    let told = numbers.iter().rposition(|number| *number != 0).map_or(1, |last| last + 1).min(numbers.len());
    numbers[..told].iter().map(i64::to_string).collect::<Vec<_>>().join("/")
}

/// So many numbers; those that are not written are 0.
pub(super) fn numbers(text: &str, count: usize) -> Option<Vec<i64>> {
    let mut numbers = Vec::with_capacity(count);
    for number in text.split('/') {
        if numbers.len() == count {
            return None;
        }
        numbers.push(number.parse().ok()?);
    }
    numbers.resize(count, 0);
    Some(numbers)
}
