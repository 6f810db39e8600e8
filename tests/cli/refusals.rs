//! What a run without an answer says: what, where and what to type next, without the numbers of the operating system.

use crate::MAKES;
use crate::support::{Tree, check, heaplint, made, root};

fn tree() -> Tree {
    Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", MAKES)])
}

/// The words of an error that ends the run: what is wrong, then what to do.
fn refused(tree: &Tree, words: &[&str]) -> String {
    let answer = heaplint(tree.path(), words).exits(2);
    assert_eq!(answer.stdout, "");
    assert!(answer.stderr.starts_with("error: ") && answer.stderr.contains("\n  help: "), "{}", answer.stderr);
    assert!(!answer.stderr.contains("os error"), "{}", answer.stderr);
    answer.stderr
}

#[test]
fn folders_and_files_that_are_not_there_are_named() {
    let tree = tree();
    for (words, wanted) in [
        (&["rules", "test"][..], "there are no rules of your own to test"),
        (&["rules", "test", "nosuch"], "nosuch: there is no such folder of rules"),
        (&["check", "--rules", "nosuch"], "nosuch: there is no such folder of rules"),
        (&["check", "--rules", "go.mod"], "go.mod is a file where a folder of rules is needed"),
        (&["check", "--rules", "."], ". is no folder of rules: it holds no folder `rules`"),
        (&["audit", "--output", "nodir/x.md"], "there is no folder nodir; make it first"),
        (&["audit", "--output", "go.mod/x.md"], "what leads to it is no folder"),
    ] {
        let told = refused(&tree, words);
        assert!(told.contains(wanted), "{words:?}: {told}");
    }
}

#[test]
fn a_word_that_names_no_rule_is_answered_with_those_near_it() {
    let tree = tree();
    for (typed, wanted) in [
        ("map-without-sise", "did you mean `map-without-size`?"),
        ("concat", "string-concat-in-loop; `heaplint rules` lists"),
        ("string-loop", "near it: strings, string-concat-in-loop"),
        ("zzzzzz", "help: `heaplint rules` lists the rules and their groups"),
    ] {
        let told = refused(&tree, &["check", "--select", typed]);
        assert!(told.contains(wanted), "{typed}: {told}");
    }
}

#[test]
fn a_selection_that_leaves_no_rule_is_refused() {
    let tree = tree();
    let told = refused(&tree, &["check", "--select", "maps", "--ignore", "maps"]);
    assert!(told.contains("no rule is left"), "{told}");
}

#[test]
fn a_word_of_a_rule_leads_to_it() {
    let told = refused(&tree(), &["explain", "outlives"]);
    assert!(told.contains("near it: ") && told.contains("header-outlives-data"), "{told}");
}

#[test]
fn a_compiler_that_came_later_and_a_missing_heap_profile_are_warned_about() {
    let tree = tree();
    tree.write("heap.txt", made(&[(100, &[("example.com/p.Make", "/b/p.go", 4)])]));
    let lines = ["--format", "text", "--fail-on", "never"];
    let told = check(tree.path(), &lines).words(&["--go", "1.99"]).profile("heap.txt").exits(0);
    assert!(told.stderr.contains("warning: --go 1.99 is not known: compilers from 1.21 to "), "{}", told.stderr);
    let told = check(tree.path(), &lines).words(&["--go", "1.99"]).exits(0);
    assert!(told.stderr.contains("warning: --go 1.99 is not known"), "without a profile, too: {}", told.stderr);
    let told = check(tree.path(), &lines).words(&["--go", "1.26"]).profile("heap.txt").exits(0);
    assert_eq!(told.stderr, "");
    let witness = root().join("tests/go/witness");
    let told = check(&witness, &lines).profile(root().join("tests/fixtures/witness/go1.27/cpu.pb.gz")).exits(0);
    assert!(told.stderr.contains("warning: no heap profile was given"), "{}", told.stderr);
}

#[test]
fn lines_for_programs_have_standard_output_to_themselves() {
    let tree = tree();
    tree.write("heap.txt", made(&[(100, &[("example.com/p.Make", "/b/p.go", 4)])]));
    let told = check(tree.path(), &["-v", "--format", "text", "--fail-on", "never"]).profile("heap.txt").exits(0);
    assert_eq!(told.stdout.lines().count(), 1, "one finding: {}", told.stdout);
    assert!(told.stderr.contains("1 finding in 1 file by "), "{}", told.stderr);
}

#[test]
fn a_finding_stands_in_a_plan_where_check_reports_it() {
    let source = "package p\n\nfunc Grow(rows []int) []int {\n\tvar out []int\n\tfor _, row := range rows {\n\t\tout = append(out, row)\n\t}\n\treturn out\n}\n";
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", source)]);
    tree.write("heap.txt", made(&[(4096, &[("example.com/p.Grow", "/b/p.go", 6)])]));
    let report = heaplint(tree.path(), &["check", "--fail-on", "never", "--profile", "heap.txt"]).report(0);
    assert_eq!(report["findings"][0]["span"]["start_line"], 4, "{report}");
    let plan = heaplint(tree.path(), &["plan", "--profile", "heap.txt", "."]).exits(0).stdout;
    assert!(plan.contains("p.go:4 (append-without-capacity)"), "{plan}");
}

#[test]
fn what_is_nothing_is_not_told() {
    let textbook = root().join("examples/textbook");
    let told = heaplint(&textbook, &["check", "-v", "--fail-on", "never", "--profile", "heap.pb.gz"]).exits(0).stdout;
    assert!(told.contains("note: ") && !told.contains("also: 0"), "{told}");
}
