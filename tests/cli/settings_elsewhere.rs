//! heaplint.toml beyond check: what rules, explain, plan and debug make of it, and what go test wrote.

use crate::support::{Tree, heaplint, list, made, text};
use crate::{CLEAN, MAKES};
use serde_json::Value;

const SETTINGS: &str =
    "preset = \"essential\"\nignore = [\"unsafe\"]\n\n[levels]\nstrings = \"error\"\nmaps = \"off\"\n";

fn tree(settings: &str) -> Tree {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", MAKES), ("sub/clean.go", CLEAN)]);
    std::fs::create_dir(tree.path().join(".git")).expect("a folder can be made");
    tree.write("heaplint.toml", settings);
    tree
}

#[test]
fn rules_are_listed_with_the_level_that_they_have_here() {
    let tree = tree(SETTINGS);
    let listed = heaplint(tree.path(), &["rules"]).exits(0).stdout;
    let level = |listed: &str, rule: &str| {
        let line =
            listed.lines().find(|line| line.trim_start().starts_with(&format!("{rule} "))).expect("it is listed");
        line.split_whitespace().nth(1).map(str::to_owned)
    };
    for (rule, expected, own) in [
        ("string-concat-in-loop", "error", "warning"),
        ("map-without-size", "off", "warning"),
        ("sprintf-of-integer", "off", "note"),
    ] {
        assert_eq!(level(&listed, rule).as_deref(), Some(expected), "{rule}");
        let alone = heaplint(tree.path(), &["rules", "--isolated"]).exits(0).stdout;
        assert_eq!(level(&alone, rule).as_deref(), Some(own), "{rule}");
        assert!(!alone.contains("heaplint.toml"), "{alone}");
    }
    let closing = listed.lines().last().expect("a line");
    assert!(closing.starts_with("heaplint.toml: ") && closing.contains(" of them are off here, "), "{closing}");

    // The same for programs, and the numbers of the closing line are theirs.
    let document = |words: &[&str]| -> Value {
        let answer = heaplint(tree.path(), &["rules", "--format", "json"]).words(words).exits(0);
        serde_json::from_str(&answer.stdout).expect("it is JSON")
    };
    let here = document(&[]);
    assert_eq!(here["settings"], "heaplint.toml");
    let rules = list(&here, "rules");
    let off = rules.iter().filter(|rule| rule["level"] == "off").count();
    let other = rules.iter().filter(|rule| rule["level"] != "off" && rule["level"] != rule["severity"]).count();
    assert!(off > 0 && other > 0);
    assert!(closing.contains(&format!(": {off} of them are off here, {other} at another level")), "{closing}");
    let one = rules.iter().find(|rule| rule["id"] == "string-concat-in-loop").expect("it is there");
    assert_eq!((text(one, "severity"), text(one, "level")), ("warning", "error"));
    assert_eq!(one["level_origin"], serde_json::json!({ "kind": "file", "path": "heaplint.toml", "line": 5 }));
    // As `config show` has it.
    let shown = heaplint(tree.path(), &["config", "show", "--format", "json"]).exits(0).stdout;
    let shown: Value = serde_json::from_str(&shown).expect("it is JSON");
    for rule in rules {
        let same = list(&shown, "rules").iter().find(|held| held["id"] == rule["id"]).expect("it is there");
        assert_eq!((&rule["level"], &rule["level_origin"]), (&same["level"], &same["origin"]), "{rule}");
    }
    assert_eq!(document(&["--isolated"])["settings"], Value::Null);
    tree.write("sub/heaplint.toml", "preset = \"none\"\n");
    assert_eq!(document(&["--config", "sub/heaplint.toml"])["rules"][0]["level"], "off");
}

#[test]
fn a_mistyped_rule_in_the_settings_does_not_keep_the_list_away() {
    let tree = tree("ignore = [\"strngs\"]\n");
    assert!(heaplint(tree.path(), &["rules"]).exits(0).stdout.contains("string-concat-in-loop"));
    assert!(heaplint(tree.path(), &["explain", "string-concat-in-loop"]).exits(0).stdout.contains("Why"));
    let refused = heaplint(tree.path(), &["check"]).exits(2).stderr;
    assert!(refused.contains("did you mean `strings`?"), "{refused}");
}

#[test]
fn explain_says_what_settings_make_of_a_rule() {
    let tree = tree(&format!("{SETTINGS}directive-unused = \"off\"\n"));
    for (rule, told) in [
        ("map-without-size", "  here         switched off, says heaplint.toml:6\n"),
        ("string-concat-in-loop", "  here         error, says heaplint.toml:5\n"),
        ("sprintf-of-integer", "  here         switched off, says heaplint.toml:1\n"),
        ("directive-unused", "  here      switched off, says heaplint.toml:7\n"),
    ] {
        let explained = heaplint(tree.path(), &["explain", rule]).exits(0).stdout;
        assert!(explained.contains(told), "{rule}: {explained}");
        let alone = heaplint(tree.path(), &["explain", "--isolated", rule]).exits(0).stdout;
        assert!(!alone.contains("heaplint.toml"), "{alone}");
    }
    // What is as by default needs no line.
    let explained = heaplint(tree.path(), &["explain", "append-without-capacity"]).exits(0).stdout;
    assert!(!explained.contains("\n  here "), "{explained}");
}

#[test]
fn rules_of_a_folder_that_settings_name_are_listed_and_explained() {
    let tree = tree("rules = [\"more\"]\n");
    heaplint(tree.path(), &["rules", "new", "of-our-own"]).exits(0);
    std::fs::rename(tree.path().join(".heaplint"), tree.path().join("more")).expect("a folder can be renamed");
    for words in [&["rules"][..], &["rules", "docs"], &["explain", "of-our-own"]] {
        assert!(heaplint(tree.path(), words).exits(0).stdout.contains("of-our-own"), "{words:?}");
        let alone = heaplint(tree.path(), words).words(&["--isolated"]);
        let told = if words[0] == "explain" { alone.exits(2).stderr } else { alone.exits(0).stdout };
        assert_eq!(told.contains("of-our-own"), words[0] == "explain", "{words:?}");
    }
}

#[test]
fn plan_and_debug_take_the_profile_and_the_files_of_the_settings() {
    let tree = tree("profile = \"heap.txt\"\nsample-index = \"alloc_objects\"\nignore = [\"slices\"]\n");
    let cost = (4000, &[("example.com/p.Make", "/b/p.go", 4)][..]);
    tree.write("heap.txt", made(&[cost]));
    let plan = |words: &[&str]| -> Value {
        let answer = heaplint(tree.path(), &["plan", "--format", "json"]).words(words).exits(0);
        serde_json::from_str(&answer.stdout).expect("it is JSON")
    };
    assert_eq!(plan(&[])["sample_type"], "alloc_objects");
    assert_eq!(plan(&["--sample-index", "alloc_space"])["sample_type"], "alloc_space");
    let lines = |words: &[&str]| list(&plan(words), "lines").len();
    assert_eq!(lines(&["."]), 1);
    let refused = heaplint(tree.path(), &["plan", "--isolated"]).exits(2).stderr;
    assert!(refused.contains("a plan starts from a heap profile"), "{refused}");
    for command in ["join", "constructs"] {
        let told = heaplint(tree.path(), &["debug", command]).exits(0).stdout;
        assert!(told.contains("p.go"), "{told}");
        heaplint(tree.path(), &["debug", command, "--isolated"]).exits(2);
    }
}

#[test]
fn coverage_and_benchmarks_of_the_settings_are_read_from_where_they_stand() {
    let tree = tree("coverage = \"cover.out\"\nbench = [\"bench.txt\"]\nfail-on = \"never\"\n");
    tree.write("cover.out", "mode: count\nexample.com/p/p.go:3.1,9.2 1 48\n");
    tree.write("bench.txt", "pkg: example.com/p\nBenchmarkMake-8 100 12 ns/op 64 B/op 1 allocs/op\nPASS\n");
    for folder in [tree.path().to_owned(), tree.path().join("sub")] {
        let report = heaplint(&folder, &["check"]).word(tree.path()).report(0);
        assert!(!report["summary"]["coverage"].is_null(), "{}", report["summary"]);
        assert_eq!(text(&list(&report, "benchmarks")[0], "function"), "BenchmarkMake", "{report}");
    }
    let alone = heaplint(tree.path(), &["check", "--isolated", "--fail-on", "never"]).report(0);
    assert!(alone["summary"]["coverage"].is_null() && list(&alone, "benchmarks").is_empty());
    tree.write("heaplint.toml", "bench = \"-\"\n");
    let refused = heaplint(tree.path(), &["check"]).exits(2).stderr;
    assert!(refused.contains("heaplint.toml:1:9") && refused.contains("for the command line to give"), "{refused}");
    tree.write("heaplint.toml", "coverage = \"gone.out\"\n");
    let refused = heaplint(tree.path(), &["check"]).exits(2).stderr;
    assert!(refused.contains("gone.out: there is no such file"), "{refused}");
}
