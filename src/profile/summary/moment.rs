//! Moments as RFC 3339 writes them, to the nanosecond and in UTC: a reviewer reads when a summary's profile was taken.

const DAY: i64 = 86_400;
const NANOSECONDS: i64 = 1_000_000_000;

/// `2026-11-20T10:11:12.000000345Z` of nanoseconds since 1970.
pub(super) fn told(nanoseconds: i64) -> String {
    let (seconds, fraction) = (nanoseconds.div_euclid(NANOSECONDS), nanoseconds.rem_euclid(NANOSECONDS));
    let (day, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil(day);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:09}Z")
}

/// The nanoseconds since 1970 of what [`told`] wrote; `None` for anything else.
pub(super) fn read(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i64>().ok()).flatten();
    let mut date = date.splitn(3, '-').map(number);
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    let (time, fraction) = time.split_once('.')?;
    let mut time = time.splitn(3, ':').map(number);
    let (hour, minute, second) = (time.next()??, time.next()??, time.next()??);
    let fraction = number(fraction).filter(|_| fraction.len() == 9)?;
    if year > 9999 || !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 59
    {
        return None;
    }
    let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
    // Before 1970 whole seconds alone may lie outside of what the sum lies within.
    i64::try_from(i128::from(seconds) * i128::from(NANOSECONDS) + i128::from(fraction)).ok()
}

/// Year, month and day of a day since 1970; years begin in March, so that the leap day is their last one.
fn civil(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468; // from 1 March of the year 0
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The day since 1970 of a date.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_comes_back() {
        assert_eq!(told(0), "1970-01-01T00:00:00.000000000Z");
        assert_eq!(told(1_709_210_096_000_000_007), "2024-02-29T12:34:56.000000007Z");
        for moment in [0, 1, -1, i64::MAX, i64::MIN, 1_709_251_200_000_000_000, -62_135_596_800] {
            assert_eq!(read(&told(moment)), Some(moment), "{}", told(moment));
        }
        for bad in [
            "",
            "2024-02-29",
            "2024-13-01T00:00:00.000000000Z",
            "2024-01-01T00:00:00.0Z",
            "9999-01-01T00:00:00.000000000Z",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
