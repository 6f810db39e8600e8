//! `heaplint profile summary`: what is said of a summary is what is said of the profile, and where something was dropped, within
//! what the summary says of that.

mod support;

use serde_json::Value;
use std::path::{Path, PathBuf};
use support::{heaplint, root};

/// Every real profile of the repository, with the source that it is of.
fn profiles() -> Vec<(PathBuf, PathBuf)> {
    let root = root();
    let folders = [
        ("examples/textbook", "examples/textbook"),
        ("examples/production", "examples/production"),
        ("tests/fixtures/constructs", "tests/go/constructs"),
        ("tests/fixtures/go1.23", "tests/go/sites"),
        ("tests/fixtures/go1.24", "tests/go/sites"),
        ("tests/fixtures/go1.25", "tests/go/sites"),
        ("tests/fixtures/go1.26", "tests/go/sites"),
        ("tests/fixtures/go1.27", "tests/go/sites"),
        ("tests/fixtures/waits/go1.26", "tests/go/waits"),
        ("tests/fixtures/waits/go1.27", "tests/go/waits"),
        ("tests/fixtures/witness/go1.26", "tests/go/witness"),
        ("tests/fixtures/witness/go1.27", "tests/go/witness"),
    ];
    let mut found = Vec::new();
    for (folder, source) in folders {
        let entries = std::fs::read_dir(root.join(folder)).expect("the fixtures are there");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        files.retain(|file| file.to_string_lossy().ends_with(".pb.gz") || file.ends_with("heap.debug1.txt"));
        files.sort();
        found.extend(files.into_iter().map(|file| (file, root.join(source))));
    }
    assert!(found.len() > 30, "{found:?}");
    found
}

/// Makes a summary of `profile` and gives its path.
fn summary(profile: &Path, source: &Path, folder: &Path, keep: &str, callers: &str) -> PathBuf {
    let path = folder.join("short/profile");
    let words = ["profile", "summary", "--keep", keep, "--callers", callers, "--output"];
    let said = heaplint(source, &words).word(&path).word(profile).exits(0);
    assert!(said.stdout.contains(" samples; "), "{}", said.stdout);
    path
}

const EVERYTHING: [&str; 5] = [".", "--include", "tests,testdata,generated", "--fail-on", "never"];

/// A folder for profiles and one for summaries, with names of equal length, and the path of the profile.
fn folders() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    for side in ["whole", "short"] {
        std::fs::create_dir(folder.path().join(side)).expect("a folder");
    }
    let whole = folder.path().join("whole/profile");
    (folder, whole)
}

/// What a command says of a profile; the names of files, which are of equal length, are the only thing that may differ.
fn said(command: &[&str], profile: &Path, source: &Path) -> String {
    let call = heaplint(source, command).words(&["--profile"]).word(profile);
    let text = call.exits(0).stdout.replace("/whole/", "/short/");
    // That it is a summary is said, and nothing else.
    let is_said = |line: &str| line.contains("ummary") && line.contains("of 1 profile");
    text.lines().filter(|line| !is_said(line)).map(|line| line.to_owned() + "\n").collect()
}

/// Where two JSON values differ beyond the last digits of floating-point sums.
fn differences(one: &Value, other: &Value, at: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let keys: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for key in keys.into_iter().filter(|key| *key != "summarised") {
                let of = |object: &serde_json::Map<String, Value>| object.get(key).cloned().unwrap_or(Value::Null);
                differences(&of(one), &of(other), &format!("{at}.{key}"), found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                differences(one, other, &format!("{at}[{index}]"), found);
            }
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let (one, other) = (one.as_f64().expect("a number"), other.as_f64().expect("a number"));
            if (one - other).abs() > 1e-9 * one.abs().max(other.abs()) {
                found.push(format!("{at}: {one} and {other}"));
            }
        }
        _ if one == other => {}
        _ => found.push(format!("{at}: {one} and {other}")),
    }
}

#[test]
fn nothing_is_told_otherwise_where_nothing_was_dropped() {
    let (folder, whole) = folders();
    for (profile, source) in profiles() {
        std::fs::copy(&profile, &whole).expect("a copy");
        let summary = summary(&profile, &source, folder.path(), "100%", "all");
        let mut check = vec!["check", "--format", "json"];
        check.extend(EVERYTHING);
        for command in [&check[..], &["plan", "--format", "json", "."][..]] {
            let is_heap =
                |path: &Path| !["cpu", "block", "mutex"].iter().any(|kind| path.to_string_lossy().contains(kind));
            if command[0] == "plan" && !is_heap(&profile) {
                continue;
            }
            let read = |path: &Path| serde_json::from_str(&said(command, path, &source)).expect("JSON");
            let mut found = Vec::new();
            differences(&read(&whole), &read(&summary), "", &mut found);
            assert!(found.is_empty(), "{command:?} of {}: {found:#?}", profile.display());
        }
        let mut human = vec!["check", "--verbose"];
        human.extend(EVERYTHING);
        for command in [&human[..], &["audit"][..]] {
            let (long, short) = (said(command, &whole, &source), said(command, &summary, &source));
            let differs = long.lines().zip(short.lines()).find(|(one, other)| one != other);
            assert!(long == short, "{command:?} of {}: {differs:?}", profile.display());
        }
    }
}

/// The report of `check` without what runs through lines: that is told as far as callers are kept.
fn report_without_cum(profile: &Path, source: &Path) -> Value {
    fn forget(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.retain(|key, _| !key.starts_with("cum"));
                object.values_mut().for_each(forget);
            }
            Value::Array(values) => values.iter_mut().for_each(forget),
            _ => {}
        }
    }
    let mut words = vec!["check", "--format", "json"];
    words.extend(EVERYTHING);
    let mut report: Value = serde_json::from_str(&said(&words, profile, source)).expect("JSON");
    let hotspots = |report: &mut Value| report["hotspots"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let costs = |hotspot: &Value| {
        let measured = hotspot["measured"].as_object().expect("columns");
        measured.values().any(|column| column["own"] != 0)
    };
    // A line that only passes on is listed for what runs through it.
    let mut costly: Vec<Value> = hotspots(&mut report).into_iter().filter(costs).collect();
    // Of two that cost the same the one comes first that more runs through.
    costly
        .sort_by_key(|hotspot| (hotspot["path"].to_string(), hotspot["line"].as_u64(), hotspot["symbol"].to_string()));
    report["hotspots"] = costly.into();
    forget(&mut report);
    report
}

#[test]
fn callers_beyond_the_kept_ones_change_no_cost_and_no_verdict() {
    let (folder, whole) = folders();
    for (profile, source) in profiles() {
        std::fs::copy(&profile, &whole).expect("a copy");
        let long = report_without_cum(&whole, &source);
        // The least that says who calls is tried on the profiles with the deepest stacks.
        let deep = ["examples", "constructs"].iter().any(|folder| profile.to_string_lossy().contains(folder));
        for callers in if deep { &["2", "3"][..] } else { &["3"] } {
            let summary = summary(&profile, &source, folder.path(), "100%", callers);
            let mut found = Vec::new();
            differences(&long, &report_without_cum(&summary, &source), "", &mut found);
            assert!(found.is_empty(), "{} with {callers} callers: {found:#?}", profile.display());
        }
    }
}

/// The sums that `column` of a record says, by what the record is of.
fn own_by_line(report: &Value, column: &str) -> std::collections::BTreeMap<String, (i64, f64, String)> {
    let of = |list: &str| report[list].as_array().cloned().unwrap_or_default();
    let key = |record: &Value| {
        format!("{} {} {} {}", record["path"], record["span"]["start_line"], record["line"], record["rule"])
    };
    let cost = |record: &Value| {
        let column = &record["measured"][column];
        let own = column["own"].as_i64().unwrap_or(0);
        (own, column["low"].as_f64().unwrap_or(0.0), record["verdict"].as_str().unwrap_or("hotspot").to_owned())
    };
    let mut lines = std::collections::BTreeMap::new();
    for record in of("findings").iter().chain(&of("hotspots")) {
        let (own, low, verdict) = cost(record);
        let (sum, least, said) = lines.entry(key(record)).or_insert((0, 0.0, verdict.clone()));
        (*sum, *least) = (*sum + own, *least + low);
        *said = verdict;
    }
    lines
}

#[test]
fn what_was_dropped_bounds_what_is_missing() {
    let (folder, whole) = folders();
    let mut dropped_anything = 0;
    for (profile, source) in profiles() {
        std::fs::copy(&profile, &whole).expect("a copy");
        let long = report_without_cum(&whole, &source);
        let summary = summary(&profile, &source, folder.path(), "98%", "3");
        let short = report_without_cum(&summary, &source);
        let told = &short["summary"]["profile"];
        let column = told["sample_type"]["kind"].as_str().expect("a sample type");
        let dropped = told["summarised"]["dropped"].as_i64().expect("what was dropped");
        let total = told["total"].as_i64().expect("a total");
        assert!(dropped as f64 <= 0.02 * total as f64, "{}: {dropped} of {total}", profile.display());
        dropped_anything += usize::from(dropped > 0);
        for same in ["total", "samples", "period", "taken", "platform", "dialect"] {
            assert_eq!(told[same], long["summary"]["profile"][same], "{same} of {}", profile.display());
        }
        let (whole_lines, lines) = (own_by_line(&long, column), own_by_line(&short, column));
        let mut missing = 0;
        for (line, (own, _, verdict)) in &whole_lines {
            let (kept, _, kept_verdict) = lines.get(line).cloned().unwrap_or((0, 0.0, String::new()));
            missing += own - kept;
            assert!(kept <= *own && own - kept <= dropped, "{line} of {}: {kept} of {own}", profile.display());
            // What is called cold is so with all that was dropped.
            let bound = kept_verdict == "cold" && *own > 0;
            assert!(!bound || (*own as f64) < 0.01 * total as f64, "{line} is {verdict}: {own} of {total}");
        }
        assert!(missing <= dropped, "{}: {missing} are missing, {dropped} were dropped", profile.display());
        // Ranks above the cut stay: of two findings that differ by more than was dropped the same one comes first.
        let ranks = |report: &Value| -> Vec<String> {
            let findings = report["findings"].as_array().cloned().unwrap_or_default();
            let key = |finding: &Value| {
                format!("{} {} null {}", finding["path"], finding["span"]["start_line"], finding["rule"])
            };
            findings.iter().filter(|finding| finding["verdict"] == "hot").map(key).collect()
        };
        let position: std::collections::BTreeMap<String, usize> =
            ranks(&short).into_iter().enumerate().map(|(at, line)| (line, at)).collect();
        let long_ranks = ranks(&long);
        for (first, second) in long_ranks.iter().zip(long_ranks.iter().skip(1)) {
            let far = whole_lines[first].1 - whole_lines[second].1 > dropped as f64;
            if let (true, Some(one), Some(other)) = (far, position.get(first), position.get(second)) {
                assert!(one < other, "{first} before {second} of {}", profile.display());
            }
        }
    }
    assert!(dropped_anything > 15, "{dropped_anything} profiles have stacks that cost next to nothing");
}
