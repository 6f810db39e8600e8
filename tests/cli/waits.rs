//! Rules that block and mutex profiles measure, against profiles that Go made: `tests/fixtures/waits` says what they hold, by go
//! tool pprof, and the source which lines a rule reports.

use crate::support::{Table, heaplint, list, root, text};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

const VERSIONS: [&str; 2] = ["go1.26", "go1.27"];
const SOURCE: &str = "shop/shop.go";

fn fixture(version: &str, name: &str) -> PathBuf {
    root().join("tests/fixtures/waits").join(version).join(name)
}

/// The findings that the profile of this kind judges, ranked.
fn judged(version: &str, kind: &str) -> Vec<Value> {
    let call = heaplint(&root().join("tests/go/waits"), &["check", "--fail-on", "never"]);
    let report = call.profile(fixture(version, &format!("{kind}.pb.gz"))).report(0);
    let judged_by = format!("{kind}_delay");
    let measured = |finding: &&Value| finding["judged_by"] == *judged_by && !finding["measured"].is_null();
    list(&report, "findings").iter().filter(measured).cloned().collect()
}

fn waited(finding: &Value, kind: &str) -> i64 {
    finding["measured"][format!("{kind}_delay")]["own"].as_i64().expect("a delay")
}

/// The lines that the source marks for one of these rules.
fn marked(rules: &[&str]) -> BTreeSet<(String, u64)> {
    let source = std::fs::read_to_string(root().join("tests/go/waits").join(SOURCE)).expect("the module is there");
    let rule_of = |line: &str| Some(line.split_once("@rule ")?.1.split_whitespace().next()?.to_owned());
    let marks = source.lines().zip(1..).filter_map(|(line, number)| Some((rule_of(line)?, number)));
    marks.filter(|(rule, _)| rules.contains(&rule.as_str())).collect()
}

#[test]
fn a_rule_about_waiting_reports_the_lines_that_waited_by_how_long() {
    for version in VERSIONS {
        for (kind, rules) in [
            ("block", &["channel-without-buffer", "lock-around-counter", "answers-without-buffer"][..]),
            ("mutex", &["lock-per-turn", "work-under-lock"]),
        ] {
            let findings = judged(version, kind);
            let line = |finding: &Value| finding["span"]["start_line"].as_u64().expect("a line");
            let reported = findings.iter().map(|finding| (text(finding, "rule").to_owned(), line(finding))).collect();
            assert_eq!(marked(rules), reported, "{version} {kind}");

            let delays: Vec<i64> = findings.iter().map(|finding| waited(finding, kind)).collect();
            assert!(delays.is_sorted_by(|one, next| one > next), "{version} {kind}: {delays:?}");
        }
    }
}

#[test]
fn a_finding_waits_as_long_as_pprof_says_of_its_lines() {
    for version in VERSIONS {
        for kind in ["block", "mutex"] {
            let table = Table::read(&fixture(version, &format!("{kind}.expected.tsv")));
            for finding in judged(version, kind) {
                let lines: Vec<u64> = list(&finding, "cost_lines").iter().filter_map(Value::as_u64).collect();
                let of_these = |line: &str| lines.contains(&line.parse().expect("a line"));
                let rows = table.rows.iter().filter(|row| row["file"] == SOURCE && of_these(&row["line"]));
                let expected: i64 = rows.map(|row| row["delay_nanoseconds"].parse::<i64>().expect("a delay")).sum();
                assert_eq!(waited(&finding, kind), expected, "{version} {kind}: {finding}");
            }
        }
    }
}

#[test]
fn without_the_profile_that_measures_them_such_rules_are_counted_as_not_asked() {
    let call = heaplint(&root().join("tests/go/waits"), &["check", "--fail-on", "never", "--select", "concurrency"]);
    let without = call.report(0);
    assert_eq!(without["summary"]["unasked"]["rules"]["block"], 3);
    assert_eq!(without["summary"]["unasked"]["rules"]["mutex"], 1);
    let call = heaplint(&root().join("tests/go/waits"), &["check", "--fail-on", "never", "--select", "concurrency"]);
    let with = call.profile(fixture("go1.27", "block.pb.gz")).report(0);
    assert_eq!(with["summary"]["unasked"]["rules"]["block"], Value::Null);
    assert_eq!(with["summary"]["unasked"]["rules"]["mutex"], 1);
}
