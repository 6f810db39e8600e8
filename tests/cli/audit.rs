//! `heaplint audit`: the report of a real profile, where it goes, and its exit codes.

use crate::support::{Call, Tree, heaplint, root};
use crate::{BROKEN, MAKES};

fn audit(words: &[&str]) -> Call {
    heaplint(&root().join("examples/textbook"), &["audit"]).words(words)
}

#[test]
fn a_real_profile_is_told_from_summary_to_evidence() {
    let told = audit(&["--profile", "heap.pb.gz"]).exits(0);
    let headings: Vec<&str> = told.stdout.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(headings, ["## Summary", "## Findings", "## Hotspots", "## Quality of the evidence"]);
    let row =
        "| 11 % | 9.9 % to 11 % | 278.8 MiB | 556 | hot | `string-concat-in-loop` | `internal/report/report.go:28` |";
    assert!(told.stdout.contains(row), "{}", told.stdout);
    assert!(told.stdout.contains("28 > \t\tout += row + \"\\n\"\n"), "{}", told.stdout);
    assert!(told.stdout.contains("| Placed | exact 100 %"), "{}", told.stdout);
    assert_eq!(told.stderr, "");
}

#[test]
fn a_report_goes_to_the_file_and_replaces_what_was_there() {
    let tree = Tree::of(&[("makes.go", MAKES), ("audit.md", "old")]);
    let file = tree.path().join("audit.md");
    let told = heaplint(tree.path(), &["audit", "--output", "audit.md"]).exits(0);
    assert_eq!((told.stdout.as_str(), told.stderr.as_str()), ("", ""));
    let written = std::fs::read_to_string(&file).expect("the report");
    assert!(written.starts_with("# Heap audit\n") && written.contains("No profile was given"), "{written}");
    let told = heaplint(tree.path(), &["audit", "--output", "none/audit.md"]).exits(2);
    assert!(told.stderr.contains("the report cannot be written: none/audit.md"), "{}", told.stderr);
    assert!(told.stderr.contains("help: check the folder behind --output"), "{}", told.stderr);
}

#[test]
fn what_was_left_undone_is_told_and_exits_with_2() {
    let tree = Tree::of(&[("broken.go", &format!("{MAKES}\n{BROKEN}"))]);
    let audit = |words| heaplint(tree.path(), &["audit", "--rules"]).word(root().join("tests/rules")).words(words);
    let told = audit(&[]).exits(2);
    assert!(told.stdout.contains("### Not done"), "{}", told.stdout);
    audit(&["--allow-partial"]).exits(0);
}

#[test]
fn what_other_witnesses_say_has_a_section_each() {
    let fixture = |name: &str| root().join("tests/fixtures/witness/go1.27").join(name);
    let witness = |call: Call| call.exits(0).stdout;
    let rules = |call: Call| call.word("--rules").word(root().join("tests/rules"));
    let call = rules(heaplint(&root().join("tests/go/witness"), &["audit"]));
    let all = ["bench.mem.pb.gz", "cpu.pb.gz", "block.pb.gz", "mutex.pb.gz"];
    let call = all.iter().fold(call, |call, name| call.profile(fixture(name)));
    let call = call.word("--coverage").word(fixture("cover.count.out")).word("--bench").word(fixture("bench.txt"));
    let told = witness(call);
    let headings: Vec<&str> = told.lines().filter(|line| line.starts_with("## ")).collect();
    let wanted = [
        "## Summary",
        "## Findings",
        "## Hotspots",
        "## Time",
        "## Waiting",
        "## Held up",
        "## Benchmarks",
        "## Coverage",
        "## Quality of the evidence",
    ];
    assert_eq!(headings, wanted);
    for words in [
        "| 28 % | 25 % to 32 % | 1.0 s | 103 | `work/work.go:59` | `work.Switch` | 100 % in the line itself |",
        "sends to `values` (declared without a buffer), in wait.HandOver |",
        "unlocks a mutex, in wait.(\\*Counter).Add |",
        "198 allocs/op, by 3 runs of 300 turns\n  - the profile: ",
        " at `work/work.go:84` in `work.Words`",
        "| never | ",
    ] {
        assert!(told.contains(words), "{words} is missing: {told}");
    }

    let alone = witness(rules(heaplint(&root().join("tests/go/witness"), &["audit"])).profile(fixture("cpu.pb.gz")));
    assert!(alone.contains("## Time\n") && !alone.contains("## Hotspots"), "one table of the same lines: {alone}");
}
