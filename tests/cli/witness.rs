//! CPU, block and mutex profiles beside heap profiles and alone: `tests/fixtures/witness` says what they hold, by go tool
//! pprof.

use crate::support::{Call, Table, heaplint, list, plain, root, text};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

const VERSIONS: [&str; 2] = ["go1.26", "go1.27"];

fn module() -> PathBuf {
    root().join("tests/go/witness")
}

fn fixture(version: &str, name: &str) -> PathBuf {
    root().join("tests/fixtures/witness").join(version).join(name)
}

/// The module checked with the shipped rules and these profiles.
fn checked(version: &str, profiles: &[&str], words: &[&str]) -> Call {
    let call = heaplint(&module(), &["check", "--fail-on", "never"]).words(words);
    profiles.iter().fold(call, |call, kind| call.profile(fixture(version, &format!("{kind}.pb.gz"))))
}

/// Own values by file, line, function and direct callee (`-` for the line itself), in each of these sample types.
type Costs = BTreeMap<(String, u64, String, String), Vec<i64>>;

fn costs_of(lines: &[Value], kinds: [&str; 2]) -> Costs {
    let mut costs = Costs::new();
    for line in lines {
        for (at, kind) in kinds.iter().enumerate() {
            for part in line["measured"][kind]["by_callee"].as_array().expect("by callee") {
                let callee = part["callee"].as_str().unwrap_or("-").to_owned();
                let number = line["line"].as_u64().expect("a line");
                let key = (text(line, "path").to_owned(), number, text(line, "symbol").to_owned(), callee);
                costs.entry(key).or_insert_with(|| vec![0; 2])[at] += part["value"].as_i64().expect("a value");
            }
        }
    }
    costs
}

fn expected(version: &str, kind: &str, columns: [&str; 2]) -> Costs {
    let mut costs = Costs::new();
    for row in Table::read(&fixture(version, &format!("{kind}.expected.tsv"))).rows {
        let line = row["line"].parse().expect("a line");
        let key = (row["file"].clone(), line, plain(&row["symbol"]), row["direct_callee"].clone());
        let values = costs.entry(key).or_insert_with(|| vec![0; 2]);
        for (value, column) in values.iter_mut().zip(columns) {
            *value += row[column].parse::<i64>().expect("a value");
        }
    }
    costs
}

#[test]
fn every_line_has_the_time_that_pprof_gives_it_and_its_parts_add_up() {
    for version in VERSIONS {
        let report = checked(version, &["heap", "cpu"], &[]).report(0);
        let timing = &report["timing"];
        let expected = expected(version, "cpu", ["samples_count", "cpu_nanoseconds"]);
        assert_eq!(costs_of(list(timing, "lines"), ["samples", "cpu"]), expected, "{version}");
        for line in list(timing, "lines") {
            let parts = line["parts"].as_object().expect("parts").values();
            let sum: i64 = parts.map(|value| value.as_i64().expect("a value")).sum();
            assert_eq!(Some(sum), line["measured"]["cpu"]["own"].as_i64(), "{line}");
        }
        assert_eq!(report["summary"]["profile"]["sample_type"]["kind"], "alloc_space", "the heap profile ranks");
        assert_eq!(report["summary"]["other_profiles"][0]["sample_type"]["kind"], "cpu");
    }
}

#[test]
fn time_goes_where_the_program_spends_it() {
    for version in VERSIONS {
        let report = checked(version, &["cpu"], &[]).report(0);
        let part_of = |symbol: &str, part: &str| -> i64 {
            let lines = list(&report["timing"], "lines").iter().filter(|line| text(line, "symbol").ends_with(symbol));
            lines.map(|line| line["parts"][part].as_i64().expect("a value")).sum()
        };
        let most = |symbol: &str| {
            let parts = ["itself", "allocation", "collection", "types", "maps", "rest"];
            parts.into_iter().max_by_key(|part| part_of(symbol, part)).expect("there are parts")
        };
        assert_eq!(most("work.Count"), "maps", "{version}");
        assert_eq!(most("work.Assert"), "itself", "{version}: the assertion's cache is in the line's own instructions");
        let memory = part_of("work.Grow", "allocation") + part_of("work.Grow", "collection");
        assert!(memory > part_of("work.Grow", "itself") + part_of("work.Grow", "rest"), "{version}");
        assert_eq!(part_of("work.Grow", "maps") + part_of("work.Grow", "types"), 0, "{version}");
    }
}

#[test]
fn a_rule_that_time_measures_gets_its_verdict_from_the_cpu_profile_and_no_other() {
    for version in VERSIONS {
        let verdict = |profiles: &[&str]| {
            let rules = root().join("tests/rules").display().to_string();
            let report = checked(version, profiles, &["--rules", &rules, "--select", "tests-switch"]).report(0);
            let [finding] = list(&report, "findings") else { panic!("one finding: {report}") };
            finding.clone()
        };
        let unmeasured = verdict(&["heap"]);
        assert_eq!((&unmeasured["verdict"], &unmeasured["judged_by"]), (&"unmeasured".into(), &Value::Null));
        for profiles in [&["cpu"][..], &["heap", "cpu"]] {
            let hot = verdict(profiles);
            assert_eq!((&hot["verdict"], &hot["judged_by"]), (&"hot".into(), &"cpu".into()), "{version}");
            let column = &hot["measured"]["cpu"];
            let number = |name: &str| column[name].as_f64().expect("a number");
            assert!(number("low") < number("own") && number("own") < number("high"), "{column}");
            assert_eq!(number("own"), number("samples") * 1e7, "ten milliseconds each");
        }
    }
}

#[test]
fn every_line_waits_as_long_as_pprof_says() {
    for version in VERSIONS {
        let report = checked(version, &["heap", "block", "mutex"], &[]).report(0);
        for kind in ["block", "mutex"] {
            let expected = expected(version, kind, ["contentions_count", "delay_nanoseconds"]);
            let lines: Vec<Value> =
                list(&report, "waiting").iter().filter(|line| line["seen_by"] == kind).cloned().collect();
            let names = [format!("{kind}_contentions"), format!("{kind}_delay")];
            assert_eq!(costs_of(&lines, [&names[0], &names[1]]), expected, "{version} {kind}");
        }
    }
}

#[test]
fn waiting_lines_name_their_channels_and_buffers() {
    let report = checked("go1.27", &["block"], &[]).report(0);
    let source = std::fs::read_to_string(module().join("wait/wait.go")).expect("the module is there");
    for (mark, operation, channels) in [
        ("send", "send", &[("values", "0")][..]),
        ("range", "receive", &[("values", "2")]),
        ("receive", "receive", &[("done", "0")]),
        ("buffered-send", "send", &[("queue", "8")]),
        ("select", "select", &[("first", "0"), ("second", "1")]),
        ("lock", "lock", &[]),
        ("group", "wait-group", &[]),
    ] {
        let number = source.lines().position(|line| line.ends_with(&format!("// @wait {mark}"))).expect("the mark") + 1;
        let line = list(&report, "waiting").iter().find(|line| line["line"] == number).expect("the line waits");
        assert_eq!(line["operations"][0]["operation"], operation, "{mark}");
        let named: Vec<(&str, &str)> =
            list(line, "channels").iter().map(|each| (text(each, "name"), text(each, "buffer"))).collect();
        assert_eq!(named, channels, "{mark}");
    }
}

#[test]
fn sample_types_of_any_profile_can_rank() {
    for (wanted, kind) in [("cpu", "cpu"), ("samples", "samples"), ("delay", "block_delay"), ("1", "alloc_space")] {
        let report = checked("go1.27", &["block", "heap", "cpu"], &["--sample-index", wanted]).report(0);
        assert_eq!(report["summary"]["profile"]["sample_type"]["kind"], kind, "{wanted}");
        assert_eq!(list(&report["summary"], "other_profiles").len(), 2);
    }
    let answer = checked("go1.27", &["heap", "cpu"], &["--sample-index", "dely"]).exits(2);
    assert!(answer.stderr.contains("no sample type `dely`") && answer.stderr.contains("cpu"), "{}", answer.stderr);
}

#[test]
fn people_read_where_time_goes_and_what_waits() {
    let answer = checked("go1.26", &["heap", "cpu", "block", "mutex"], &["-v"]).exits(0);
    for words in [
        "lines of the module, by where their time goes",
        "for no line",
        "lines of the module waiting for locks or channels",
        "`values` (declared without a buffer)",
        "1 line of the module releasing what others waited for",
        "unlocks a mutex",
    ] {
        let joined = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(words), "{words} is missing:\n{}", answer.stdout);
    }
}

#[test]
fn what_a_profile_beside_the_ranked_one_charges_is_told_whichever_ranks() {
    let bytes = |words: &[&str]| -> i64 {
        let report = checked("go1.27", &["heap", "cpu"], words).report(0);
        let own = |line: &Value| line["measured"]["alloc_space"]["own"].as_i64().unwrap_or(0);
        list(&report, "hotspots").iter().map(own).sum()
    };
    assert!(bytes(&[]) > 0);
    assert_eq!(bytes(&["--sample-index", "cpu"]), bytes(&[]));
}
