//! `heaplint plan`: what it says of a real profile, and what it refuses.

use crate::support::{Call, Tree, heaplint, root};
use serde_json::Value;

fn plan(words: &[&str]) -> Call {
    heaplint(&root().join("examples/textbook"), &["plan"]).words(words)
}

#[test]
fn a_real_profile_is_planned_with_its_lines() {
    let told = plan(&["--profile", "heap.pb.gz", "--recorded", "90s", "."]).exits(0);
    assert_eq!(told.stderr, "");
    for part in [
        "wanted     a line of 1.0 % of it, good to ±10 %: 268 samples",
        "or finer   MemProfileRate 102400 instead of 524288",
        "             GODEBUG=memprofilerate=102400 ./program\n",
        "  internal/report/report.go:28 (string-concat-in-loop)\n",
    ] {
        assert!(told.stdout.contains(part), "{part}: {}", told.stdout);
    }
}

#[test]
fn a_plan_is_written_for_programs() {
    let told = plan(&["--profile", "heap.pb.gz", "--share", "5%", "--format", "json", "."]).exits(0);
    let plan: Value = serde_json::from_str(&told.stdout).expect("JSON");
    let number = |value: &Value| value.as_f64().expect("a number");
    assert!((number(&plan["samples_needed"]) - 257.03).abs() < 0.01, "{plan}");
    let lines = plan["lines"].as_array().expect("lines");
    assert!(!lines.is_empty() && lines.iter().all(|line| number(&line["share"]) >= 0.05), "{plan}");
}

#[test]
fn what_cannot_be_planned_is_refused_with_the_way_out() {
    let fixtures = root().join("tests/fixtures/go1.27");
    let cpu = heaplint(&fixtures, &["plan", "--profile", "cpu.pb.gz"]).exits(2);
    assert!(cpu.stderr.contains("only the recording of heap profiles can be planned"), "{}", cpu.stderr);
    let tree =
        Tree::of(&[("empty.txt", "heap profile: 0: 0 [0: 0] @ heap/1048576\n\n# runtime.MemStats\n# Alloc = 1\n")]);
    let empty = heaplint(tree.path(), &["plan", "--profile", "empty.txt"]).exits(2);
    assert!(empty.stderr.contains("empty.txt holds no samples"), "{}", empty.stderr);
    let twice = plan(&["--profile", "-", "."]).exits(2);
    assert!(twice.stderr.contains("standard input can be read only once"), "{}", twice.stderr);
    for wrong in [["--precision", "0%"], ["--share", "1"], ["--recorded", "soon"]] {
        let refused = plan(&["--profile", "heap.pb.gz"]).words(&wrong).exits(2);
        assert!(refused.stderr.contains(wrong[0]), "{}", refused.stderr);
    }
}
