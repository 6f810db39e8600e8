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
    call.exits(0).stdout.replace("/whole/", "/short/")
}

/// Where two JSON values differ beyond the last digits of floating-point sums.
fn differences(one: &Value, other: &Value, at: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let keys: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for key in keys {
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
        for callers in ["2", "3"] {
            let summary = summary(&profile, &source, folder.path(), "100%", callers);
            let mut found = Vec::new();
            differences(&long, &report_without_cum(&summary, &source), "", &mut found);
            assert!(found.is_empty(), "{} with {callers} callers: {found:#?}", profile.display());
        }
    }
}
