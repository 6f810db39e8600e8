//! The only place that turns a number into words: bytes, counts, shares, durations and sampling intervals.
//!
//! Nothing else divides by 1024. It does not decide which number to show, and it knows nothing of colour.

use super::Column;

/// A number of bytes in binary units with one decimal: `812.4 MiB`, `512 B`, `-1.5 KiB`.
pub fn bytes(value: i64) -> String {
    const UNITS: [&str; 7] = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let mut magnitude = value.unsigned_abs() as f64;
    let mut unit = 0;
    // The rounded number decides, or 1,048,575 would read 1024.0 KiB.
    while tenths(magnitude) >= 1024.0 && unit + 1 < UNITS.len() {
        magnitude /= 1024.0;
        unit += 1;
    }
    let decimals = usize::from(unit > 0);
    format!("{}{magnitude:.decimals$} {}", sign(value), UNITS[unit])
}

/// A count with a decimal prefix: `999`, `1.2 k`, `48 k`, `3.0 M`.
pub fn count(value: i64) -> String {
    const PREFIXES: [&str; 7] = ["", " k", " M", " G", " T", " P", " E"];
    let mut magnitude = value.unsigned_abs() as f64;
    let mut prefix = 0;
    while magnitude.round() >= 1000.0 && prefix + 1 < PREFIXES.len() {
        magnitude /= 1000.0;
        prefix += 1;
    }
    let decimals = usize::from(prefix > 0 && tenths(magnitude) < 10.0);
    format!("{}{magnitude:.decimals$}{}", sign(value), PREFIXES[prefix])
}

/// A count in full, with a comma between groups of three: `1,234,567`.
pub fn grouped(value: usize) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A part of a whole, given as a fraction: `7.4 %`, `61 %`, `<0.1 %`. Only the whole reads `100 %`.
pub fn share(fraction: f64) -> String {
    if !fraction.is_finite() {
        return "? %".to_owned();
    }
    let minus = if fraction < 0.0 { "-" } else { "" };
    match fraction.abs() * 100.0 {
        0.0 => "0 %".to_owned(),
        percent if percent < 0.05 && fraction < 0.0 => ">-0.1 %".to_owned(),
        percent if percent < 0.05 => "<0.1 %".to_owned(),
        percent if tenths(percent) < 10.0 => format!("{minus}{percent:.1} %"),
        percent if (99.5..100.0).contains(&percent) => format!("{minus}99.{} %", cut_tenth(percent)),
        percent => format!("{minus}{percent:.0} %"),
    }
}

/// `part` of `whole` as a share; `0 %` of nothing.
pub fn ratio(part: i64, whole: i64) -> String {
    share(if whole == 0 { 0.0 } else { part as f64 / whole as f64 })
}

/// A time in nanoseconds: `340 ns`, `12.3 ms`, `1.2 s`, `2 min 5 s`, `3 h 25 min`.
pub fn duration(nanoseconds: i64) -> String {
    let minus = sign(nanoseconds);
    let magnitude = nanoseconds.unsigned_abs();
    let seconds = magnitude as f64 / 1e9;
    if tenths(seconds) < 60.0 {
        return match magnitude as f64 {
            nanos if nanos < 1e3 => format!("{minus}{magnitude} ns"),
            nanos if tenths(nanos / 1e3) < 1e3 => format!("{minus}{:.1} µs", nanos / 1e3),
            nanos if tenths(nanos / 1e6) < 1e3 => format!("{minus}{:.1} ms", nanos / 1e6),
            _ => format!("{minus}{seconds:.1} s"),
        };
    }
    let whole_seconds = seconds.round() as u64;
    if whole_seconds < 3600 {
        return format!("{minus}{} min {} s", whole_seconds / 60, whole_seconds % 60);
    }
    let minutes = (seconds / 60.0).round() as u64;
    format!("{minus}{} h {} min", minutes / 60, minutes % 60)
}

/// A moment, nanoseconds since 1970, as ISO 8601 writes it in UTC: `2025-11-17T00:00:00Z`.
pub fn utc(nanoseconds: i64) -> String {
    let seconds = nanoseconds.div_euclid(1_000_000_000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Years begin in March here, so that the leap day is the last of its year; 400 of them have 146,097 days.
    let since = days + 719_468;
    let (era, day) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, year) = if month < 10 { (month + 3, era * 400 + year) } else { (month - 9, era * 400 + year + 1) };
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// A value in one of pprof's units. A unit that pprof does not know is named after the number.
pub fn amount(value: i64, unit: &str) -> String {
    match unit {
        "bytes" => bytes(value),
        "count" => count(value),
        "nanoseconds" => duration(value),
        "microseconds" => duration(value.saturating_mul(1_000)),
        "milliseconds" => duration(value.saturating_mul(1_000_000)),
        "seconds" => duration(value.saturating_mul(1_000_000_000)),
        other => format!("{} {other}", count(value)),
    }
}

/// An estimate in one of pprof's units; `an unknown amount` where it is not a number.
pub fn estimate(value: f64, unit: &str) -> String {
    if value.is_finite() { amount(value.round() as i64, unit) } else { "an unknown amount".to_owned() }
}

/// How far `column.own` may be from the truth: `±18 %`, or `0.4 MiB to 4.3 MiB` where the interval is lopsided, as it
/// is with few samples. `None` where the value is exact or its interval unknown.
pub fn interval(column: &Column) -> Option<String> {
    let own = column.own as f64;
    let (below, above) = (own - column.low, column.high - own);
    if own == 0.0 || !below.is_finite() || !above.is_finite() || (below == 0.0 && above == 0.0) {
        return None;
    }
    let wider = below.max(above);
    // One figure may stand for both sides while they differ by less than a quarter.
    if below.min(above) < 0.75 * wider {
        let unit = &column.sample_type.unit;
        return Some(format!("{} to {}", estimate(column.low, unit), estimate(column.high, unit)));
    }
    match (wider / own.abs() * 100.0).round() {
        0.0 => Some("±<1 %".to_owned()),
        percent => Some(format!("±{percent:.0} %")),
    }
}

/// The interval of `column.share`: `10 % to 12 %`. `None` where the share is exact or its interval unknown.
pub fn share_interval(column: &Column) -> Option<String> {
    let (low, high) = (column.sampling.share_low, column.sampling.share_high);
    (low.is_finite() && high.is_finite() && low < high).then(|| format!("{} to {}", share(low), share(high)))
}

fn sign(value: i64) -> &'static str {
    if value < 0 { "-" } else { "" }
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The first decimal of a percentage that would round up to the whole, cut off instead of rounded.
fn cut_tenth(percent: f64) -> u32 {
    ((percent * 10.0).floor() as u32) % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{SampleType, Sampling};

    fn check<T: Copy + std::fmt::Debug>(format: impl Fn(T) -> String, cases: &[(T, &str)]) {
        for (value, wanted) in cases {
            assert_eq!(format(*value), *wanted, "of {value:?}");
        }
    }

    #[test]
    fn moments_are_told_in_utc() {
        check(
            utc,
            &[
                (0, "1970-01-01T00:00:00Z"),
                (951_782_399_999_999_999, "2000-02-28T23:59:59Z"),
                (951_782_400_000_000_000, "2000-02-29T00:00:00Z"),
                (1_763_337_600_000_000_000, "2025-11-17T00:00:00Z"),
                (-1, "1969-12-31T23:59:59Z"),
                (i64::MAX, "2262-04-11T23:47:16Z"),
                (i64::MIN, "1677-09-21T00:12:43Z"),
            ],
        );
    }

    #[test]
    fn bytes_take_the_unit_that_their_rounded_value_belongs_to() {
        check(
            bytes,
            &[
                (0, "0 B"),
                (1023, "1023 B"),
                (1024, "1.0 KiB"),
                (1536, "1.5 KiB"),
                (1_048_575, "1.0 MiB"),
                (851_863_142, "812.4 MiB"),
                (-1536, "-1.5 KiB"),
                (i64::MAX, "8.0 EiB"),
                (i64::MIN, "-8.0 EiB"),
            ],
        );
    }

    #[test]
    fn counts_take_the_prefix_that_their_rounded_value_belongs_to() {
        check(
            count,
            &[
                (0, "0"),
                (999, "999"),
                (1000, "1.0 k"),
                (1240, "1.2 k"),
                (9_960, "10 k"),
                (48_000, "48 k"),
                (999_499, "999 k"),
                (999_500, "1.0 M"),
                (-1_200_000, "-1.2 M"),
                (i64::MIN, "-9.2 E"),
            ],
        );
        check(grouped, &[(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")]);
    }

    #[test]
    fn shares_never_round_something_to_nothing_or_to_everything() {
        check(
            share,
            &[
                (0.0, "0 %"),
                (-0.0, "0 %"),
                (0.0001, "<0.1 %"),
                (-0.0001, ">-0.1 %"),
                (0.074, "7.4 %"),
                (0.0996, "10 %"),
                (0.61, "61 %"),
                (0.9994, "99.9 %"),
                (0.99999, "99.9 %"),
                (1.0, "100 %"),
                (-0.25, "-25 %"),
                (f64::NAN, "? %"),
                (f64::INFINITY, "? %"),
            ],
        );
        assert_eq!(ratio(1, 0), "0 %");
        assert_eq!(ratio(1, 4), "25 %");
    }

    #[test]
    fn durations_read_as_people_say_them() {
        check(
            duration,
            &[
                (0, "0 ns"),
                (999, "999 ns"),
                (12_345, "12.3 µs"),
                (999_960, "1.0 ms"),
                (340_000_000, "340.0 ms"),
                (-1_200_000_000, "-1.2 s"),
                (59_970_000_000, "1 min 0 s"),
                (125_000_000_000, "2 min 5 s"),
                (12_300_000_000_000, "3 h 25 min"),
            ],
        );
        assert_eq!(amount(1500, "microseconds"), "1.5 ms");
        assert_eq!(amount(i64::MAX, "seconds"), duration(i64::MAX));
        assert_eq!(amount(7, "widgets"), "7 widgets");
    }

    #[test]
    fn intervals_are_one_figure_when_both_sides_agree_and_a_range_when_not() {
        let column = |own, low, high| Column {
            sample_type: SampleType { kind: "alloc_space".into(), unit: "bytes".into() },
            own,
            flat: 0,
            cum: own,
            low,
            high,
            share: 0.0,
            sampling: Sampling::default(),
            samples: 1,
            by_callee: Vec::new(),
            cum_by_callee: Vec::new(),
        };
        let cases = [
            (column(1000, 820.0, 1180.0), Some("±18 %")),
            (column(1000, 999.0, 1001.0), Some("±<1 %")),
            (column(2048, 512.0, 8192.0), Some("512 B to 8.0 KiB")),
            (column(-1000, -1180.0, -820.0), Some("±18 %")),
            (column(1000, 1000.0, 1000.0), None),
            (column(0, 0.0, 10.0), None),
            (column(1000, f64::NAN, 1180.0), None),
        ];
        for (column, wanted) in cases {
            assert_eq!(interval(&column).as_deref(), wanted, "of {column:?}");
        }
    }
}
