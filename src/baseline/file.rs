//! The file of accepted findings: a header, then one entry a line, sorted, so that two branches that change different entries
//! merge by themselves.
//!
//! JSON Lines. A later version of the format has another number in the header; who reads one that is newer says so.

use crate::model::{AcceptedCost, BaselineEntry as Entry, Fingerprint, SampleType};
use std::collections::BTreeMap;

/// What a file of this form is called where nobody says otherwise.
pub const FILE_NAME: &str = "heaplint-baseline.jsonl";

/// The version that is written.
const VERSION: u32 = 1;

/// More entries are refused: nobody has accepted them.
const MOST_ENTRIES: usize = 1_000_000;

/// Why a file is no baseline.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct BaselineError {
    /// 1-based.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: String,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    heaplint_baseline: u32,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Line<'l> {
    declaration: std::borrow::Cow<'l, str>,
    rule: std::borrow::Cow<'l, str>,
    code: std::borrow::Cow<'l, str>,
    package: std::borrow::Cow<'l, str>,
    fingerprint: std::borrow::Cow<'l, str>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    cost: Option<CostLine>,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct CostLine {
    sample_type: String,
    unit: String,
    own: i64,
    share: f64,
    low: f64,
    high: f64,
}

/// The text of a baseline of these entries, in whatever order they come.
pub fn write_baseline(entries: &[Entry]) -> String {
    let mut lines: Vec<(&Entry, String)> = entries.iter().map(|entry| (entry, line_of(entry))).collect();
    lines.sort_by(|(one, one_line), (other, other_line)| {
        let key = |entry: &'_ Entry| (entry.declaration.clone(), entry.rule.clone());
        key(one).cmp(&key(other)).then_with(|| one_line.cmp(other_line))
    });
    let header = format!("{{\"heaplint_baseline\":{VERSION}}}\n");
    lines.into_iter().fold(header, |text, (_, line)| text + &line + "\n")
}

fn line_of(entry: &Entry) -> String {
    let cost = entry.cost.as_ref().map(|cost| CostLine {
        sample_type: cost.sample_type.kind.to_string(),
        unit: cost.sample_type.unit.to_string(),
        own: cost.own,
        share: rounded(cost.share),
        low: rounded(cost.share_low),
        high: rounded(cost.share_high),
    });
    let line = Line {
        declaration: entry.declaration.as_str().into(),
        rule: entry.rule.as_str().into(),
        code: entry.code.as_str().into(),
        package: entry.package.as_str().into(),
        fingerprint: entry.fingerprint.to_string().into(),
        cost,
    };
    // Nothing in it can fail to be written.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Six digits behind the point: a millionth of a profile is below what any sampling can tell.
fn rounded(share: f64) -> f64 {
    if share.is_finite() { (share * 1e6).round() / 1e6 } else { 0.0 }
}

/// Reads a baseline. Entries that two branches both have count once, with the higher cost; their order is of no matter.
///
/// # Errors
/// With the line that is none, also for lines that a merge left behind.
pub fn read_baseline(bytes: &[u8]) -> Result<Vec<Entry>, BaselineError> {
    let wrong = |line: usize, what: String| BaselineError { line, what };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        wrong(line, "this is not UTF-8, so it is no baseline".to_owned())
    })?;
    let mut lines =
        text.lines().enumerate().map(|(index, line)| (index + 1, line.trim())).filter(|(_, line)| !line.is_empty());
    let Some((first, header)) = lines.next() else {
        return Err(wrong(1, "the file is empty; `heaplint baseline write` makes one".to_owned()));
    };
    let header: Header = serde_json::from_str(header).map_err(|_| {
        wrong(first, "a baseline begins with {\"heaplint_baseline\":1}; `heaplint baseline write` makes one".to_owned())
    })?;
    if header.heaplint_baseline != VERSION {
        let version = header.heaplint_baseline;
        return Err(wrong(
            first,
            format!(
                "this is version {version} of the format, and this heaplint reads version {VERSION}; use the one that wrote it"
            ),
        ));
    }
    let mut entries: BTreeMap<Fingerprint, Entry> = BTreeMap::new();
    for (number, line) in lines {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker)) {
            return Err(wrong(
                number,
                "a merge left this behind: keep the entries of both sides and delete this line".to_owned(),
            ));
        }
        let entry = entry_of(line).map_err(|what| wrong(number, what))?;
        if entries.len() >= MOST_ENTRIES && !entries.contains_key(&entry.fingerprint) {
            return Err(wrong(number, format!("more than {MOST_ENTRIES} entries")));
        }
        match entries.get_mut(&entry.fingerprint) {
            Some(known) => {
                let high = |entry: &Entry| entry.cost.as_ref().map_or(-1.0, |cost| cost.share_high);
                if high(&entry) > high(known) {
                    *known = entry;
                }
            }
            None => drop(entries.insert(entry.fingerprint, entry)),
        }
    }
    Ok(entries.into_values().collect())
}

fn entry_of(line: &str) -> Result<Entry, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| {
        let said = error.to_string();
        format!("this is no entry: {}", said.split(" at line").next().unwrap_or(&said))
    })?;
    let fingerprint = Fingerprint::read(&line.fingerprint).ok_or("its fingerprint is not 16 hexadecimal digits")?;
    let cost = match line.cost {
        None => None,
        Some(cost) => {
            let share = |share: f64| (0.0..=1.0).contains(&share);
            if !(share(cost.share) && share(cost.low) && share(cost.high) && cost.low <= cost.high) {
                return Err("the shares of its cost are no interval between 0 and 1".to_owned());
            }
            Some(AcceptedCost {
                sample_type: SampleType { kind: cost.sample_type.into(), unit: cost.unit.into() },
                own: cost.own,
                share: cost.share,
                share_low: cost.low,
                share_high: cost.high,
            })
        }
    };
    Ok(Entry {
        fingerprint,
        rule: line.rule.into_owned(),
        package: line.package.into_owned(),
        declaration: line.declaration.into_owned(),
        code: line.code.into_owned(),
        cost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, share: Option<(f64, f64)>) -> Entry {
        Entry {
            fingerprint: Fingerprint::of([name.as_bytes()]),
            rule: "r".to_owned(),
            package: "example.com/m".to_owned(),
            declaration: format!("example.com/m.{name}"),
            code: "s += \"\u{1b}[0m\" + `x`".to_owned(),
            cost: share.map(|(share, share_high)| AcceptedCost {
                sample_type: SampleType { kind: "alloc_space".into(), unit: "bytes".into() },
                own: 12,
                share,
                share_low: share,
                share_high,
            }),
        }
    }

    #[test]
    fn what_is_written_is_read_whatever_the_order_and_one_entry_is_one_line() {
        let entries = [entry("b", Some((0.25, 0.5))), entry("a", None), entry("c", None)];
        let text = write_baseline(&entries);
        assert_eq!(text.lines().count(), 4);
        assert!(text.lines().nth(1).unwrap().starts_with("{\"declaration\":\"example.com/m.a\""), "{text}");
        let mut read = read_baseline(text.as_bytes()).unwrap();
        assert_eq!(write_baseline(&read), text);
        read.sort_by(|one, other| one.declaration.cmp(&other.declaration));
        assert_eq!(read, [entries[1].clone(), entries[0].clone(), entries[2].clone()]);
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        assert_eq!(write_baseline(&read_baseline(lines.join("\r\n\n").as_bytes()).unwrap()), text);
        assert_eq!(write_baseline(&[]), "{\"heaplint_baseline\":1}\n");
    }

    #[test]
    fn an_entry_of_both_sides_of_a_merge_counts_once_with_the_higher_cost() {
        let (low, high) =
            (write_baseline(&[entry("a", Some((0.1, 0.2)))]), write_baseline(&[entry("a", Some((0.3, 0.4)))]));
        let both = format!("{low}{}\n", high.lines().nth(1).unwrap());
        assert_eq!(read_baseline(both.as_bytes()).unwrap(), [entry("a", Some((0.3, 0.4)))]);
    }

    #[test]
    fn what_is_no_baseline_is_refused_with_the_line_and_what_to_do() {
        let good = write_baseline(&[entry("a", Some((0.1, 0.2)))]);
        let refused = |text: &str| read_baseline(text.as_bytes()).unwrap_err().to_string();
        assert!(refused("").starts_with("line 1: the file is empty"));
        assert!(refused("[]").starts_with("line 1: a baseline begins with"));
        assert!(refused("{\"heaplint_baseline\":9}").starts_with("line 1: this is version 9"));
        assert!(
            refused(&good.replace("{\"decl", "<<<<<<< HEAD\n{\"decl")).starts_with("line 2: a merge left this behind")
        );
        assert!(
            refused(&good.replace("\"rule\":", "\"role\":"))
                .starts_with("line 2: this is no entry: missing field `rule`")
        );
        assert!(refused(&good.replace("\"fingerprint\":\"", "\"fingerprint\":\"x")).contains("16 hexadecimal"));
        assert!(refused(&good.replace("\"high\":0.2", "\"high\":-1")).contains("no interval"));
        assert!(refused(&good.replace("\"high\":0.2", "\"high\":1e999")).starts_with("line 2: this is no entry"));
        assert!(refused(&format!("{good}{}", "[".repeat(100_000))).starts_with("line 3: this is no entry"));
        let bytes = [good.as_bytes(), b"\xff\n"].concat();
        assert_eq!(read_baseline(&bytes).unwrap_err().line, 3);
    }
}
