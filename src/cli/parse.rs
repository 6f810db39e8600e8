//! What single values on the command line may look like, with errors that say what to type.
//!
//! Text to value only; defaults and how values go together are the settings' business.

use super::args_changes::Factor;
use super::settings::FailOn;
use crate::model::Dialect;
use crate::rule::scaffold::is_rule_id;

/// `1%`, `0.5 %` as a fraction. The sign is demanded, because `0.01` could mean a fraction or a hundredth of a percent.
pub(super) fn percent(text: &str) -> Result<f64, String> {
    let trimmed = text.trim();
    let Some(number) = trimmed.strip_suffix('%') else {
        return Err(match trimmed.parse::<f64>() {
            Ok(_) => {
                format!("'{trimmed}' could be a fraction or a percentage; write it with a percent sign, such as 1%")
            }
            Err(_) => "this is no percentage; write one such as 1% or 0.5%".into(),
        });
    };
    match number.trim_end().parse::<f64>() {
        Ok(value) if (0.0..=100.0).contains(&value) => Ok(value / 100.0),
        Ok(_) => Err("a share lies between 0% and 100%".into()),
        Err(_) => Err("this is no percentage; write one such as 1% or 0.5%".into()),
    }
}

/// A percentage above 0.
pub(super) fn positive_percent(text: &str) -> Result<f64, String> {
    match percent(text)? {
        0.0 => Err("nothing is told to 0%; write a percentage above it, such as 10%".into()),
        above => Ok(above),
    }
}

/// `30s`, `1h20m`, `1.5h` as the Go tools write times, in nanoseconds, above 0.
pub(super) fn duration(text: &str) -> Result<i64, String> {
    const UNITS: [(&str, f64); 4] = [("ms", 1e6), ("h", 3.6e12), ("m", 6e10), ("s", 1e9)];
    let refused = || "this is no time; write one such as 30s, 10m or 1h20m".to_owned();
    let (mut rest, mut total) = (text.trim(), 0.0);
    while !rest.is_empty() {
        let digits =
            rest.find(|character: char| !character.is_ascii_digit() && character != '.').ok_or_else(refused)?;
        let (number, after) = rest.split_at(digits);
        let (unit, nanoseconds) = UNITS.into_iter().find(|(unit, _)| after.starts_with(unit)).ok_or_else(refused)?;
        total += number.parse::<f64>().map_err(|_| refused())? * nanoseconds;
        rest = &after[unit.len()..];
    }
    match total {
        // A century.
        total if (1.0..3.2e18).contains(&total) => Ok(total as i64),
        _ => Err(refused()),
    }
}

/// `any`, `hot`, `never` or a percentage.
pub(super) fn fail_on(text: &str) -> Result<FailOn, String> {
    match text {
        "any" => Ok(FailOn::Any),
        "hot" => Ok(FailOn::Hot),
        "never" => Ok(FailOn::Never),
        _ if text.contains(|character: char| character.is_ascii_digit()) => percent(text).map(FailOn::Share),
        _ => Err("expected any, hot, never or a share such as 5%".into()),
    }
}

/// `1.24`, `go1.24`, `1.24.3`: the compiler that built the profile, exactly.
pub(super) fn go_version(text: &str) -> Result<Dialect, String> {
    let version = text.trim().trim_start_matches("go");
    let minor = version.strip_prefix("1.").map(|rest| rest.split('.').next().unwrap_or(rest));
    match minor.and_then(|minor| minor.parse::<u16>().ok()) {
        Some(minor) if minor >= Dialect::OLDEST => Ok(Dialect::exactly(minor)),
        Some(_) => Err(format!("Go 1.{} is the oldest compiler that heaplint knows", Dialect::OLDEST)),
        None => Err(format!("this is no Go version; write one such as 1.{}", Dialect::NEWEST)),
    }
}

/// `2x`, `1.5x` or the number alone, from 1.
pub(super) fn factor(text: &str) -> Result<Factor, String> {
    let number = text.trim();
    match number.strip_suffix(['x', 'X']).unwrap_or(number).parse::<f64>() {
        Ok(number) if (1.0..=1e6).contains(&number) => Ok(Factor(number)),
        Ok(_) => Err("a factor of growth is 1x or more, such as 2x".into()),
        Err(_) => Err("this is no factor; write one such as 2x or 1.5x".into()),
    }
}

/// A whole number from 1.
pub(super) fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("expected a whole number from 1".into()),
    }
}

/// The word of a new rule: it becomes a folder, a file, an anchor and a suppression word.
pub(super) fn rule_id(text: &str) -> Result<String, String> {
    if is_rule_id(text) {
        Ok(text.to_owned())
    } else {
        Err("a rule's id is at most 60 lower-case letters and digits in words joined by '-', such as append-in-loop, \
             and no word of Go by itself"
            .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_needs_its_sign_and_lies_between_0_and_100() {
        let good = [("1%", 0.01), ("0.5 %", 0.005), (" 100%", 1.0), ("0%", 0.0), (".5%", 0.005)];
        for (text, fraction) in good {
            assert_eq!(percent(text), Ok(fraction), "{text}");
        }
        let bad = [
            ("0.01", "percent sign"),
            ("1", "percent sign"),
            ("-1%", "between"),
            ("101%", "between"),
            ("NaN%", "between"),
            ("0,5%", "no percentage"),
            ("%", "no percentage"),
            ("", "no percentage"),
        ];
        for (text, part) in bad {
            let error = percent(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn a_time_is_read_as_the_go_tools_write_it() {
        let good = [("30s", 30.0), ("1h20m", 4800.0), ("1.5h", 5400.0), ("250ms", 0.25), (" 2m3s ", 123.0)];
        for (text, seconds) in good {
            assert_eq!(duration(text), Ok((seconds * 1e9) as i64), "{text}");
        }
        for text in ["", "30", "s", "1d", "0s", "-1s", "1..2s", "1s2", "99999999999h"] {
            assert!(duration(text).unwrap_err().contains("no time"), "{text}");
        }
        assert!(positive_percent("0%").is_err() && positive_percent("10%") == Ok(0.1));
    }

    #[test]
    fn the_bar_is_a_word_or_a_share() {
        assert_eq!(fail_on("hot"), Ok(FailOn::Hot));
        assert_eq!(fail_on("5%"), Ok(FailOn::Share(0.05)));
        assert!(fail_on("5").unwrap_err().contains("percent sign"));
        assert!(fail_on("some").unwrap_err().contains("any, hot, never"));
    }

    #[test]
    fn a_go_version_is_read_in_every_usual_spelling() {
        for text in ["1.24", "go1.24", "1.24.3", "go1.24.1"] {
            assert_eq!(go_version(text), Ok(Dialect::exactly(24)), "{text}");
        }
        for text in ["2.0", "1", "1.x", "", "1.24rc1"] {
            assert!(go_version(text).unwrap_err().contains("no Go version"), "{text}");
        }
        assert!(go_version("1.9").unwrap_err().contains("oldest"));
    }

    #[test]
    fn a_rule_id_is_lower_case_words_joined_by_dashes() {
        assert!(rule_id("append-in-loop2").is_ok());
        for text in ["Append", "a--b", "-a", "a-", "1a", "a/b", "..", ""] {
            assert!(rule_id(text).is_err(), "{text}");
        }
    }
}
