//! Changed code, in small repositories that the tests make: which findings a change brings, in every state that git can leave a
//! clone, its index and its environment in.

mod support;

#[path = "changed/baseline.rs"]
mod baseline;
#[path = "changed/clones.rs"]
mod clones;
#[path = "changed/freed.rs"]
mod freed;
#[path = "changed/importers.rs"]
mod importers;
#[path = "changed/repository.rs"]
mod repository;
#[path = "changed/staged.rs"]
mod staged;

use repository::{APPENDS, Repository, findings};

#[test]
fn findings_on_changed_lines_are_told_and_the_others_counted() {
    let repository = Repository::of(&[("lib/a.go", &format!("package lib\n{}", APPENDS.replace("NAME", "Old")))]);
    repository.commit("one");
    repository.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    repository.write("other/b.go", "package other\n");
    repository.write("other/untracked.go", &format!("package other\n{}", APPENDS.replace("NAME", "Untracked")));
    let report = repository.check(&["--since", "HEAD"], 1);
    assert_eq!(findings(&report), ["lib/a.go:18 touched", "lib/a.go:8 unchanged", "other/untracked.go:8 touched"]);
    let change = &report["summary"]["change"];
    let counts =
        ["files", "files_unread", "touched", "brought", "unchanged"].map(|name| change[name].as_u64().unwrap());
    assert_eq!(counts, [3, 0, 2, 0, 1]);
    repository.commit("two");
    let report = repository.check(&["--since", "HEAD"], 0);
    assert_eq!(findings(&report), [""; 0]);
    assert_eq!(report["summary"]["change"]["files_unread"], 3);
    assert_eq!(findings(&repository.check(&["--since", "HEAD~1", "other"], 1)), ["other/untracked.go:8 touched"]);
}

#[test]
fn a_finding_that_a_change_elsewhere_makes_true_is_new_and_says_so() {
    let grows = "package lib\n\nfunc (t *T) Add(xs []string) {\n\tout := t.s\n\tfor _, x := range xs {\n\t\tout += x\n\t}\n\tt.s = out\n}\n";
    let repository = Repository::of(&[("lib/a.go", grows), ("lib/b.go", "package lib\n\ntype T struct{ s []byte }\n")]);
    repository.commit("one");
    // Its type stands in a sibling.
    repository.write("lib/b.go", "package lib\n\ntype T struct{ s string }\n");
    for named in [None, Some("lib/b.go"), Some("lib")] {
        let words: Vec<&str> = ["--since", "HEAD"].into_iter().chain(named).collect();
        let report = repository.check(&words, 1);
        assert_eq!(findings(&report), ["lib/a.go:6 brought"], "{named:?}");
        assert!(report["findings"][0]["notes"][0].as_str().unwrap().starts_with("new although its own lines"));
    }
    // Files of the package that were not asked for and changed themselves are somebody else's question.
    repository.append("lib/a.go", "\nfunc more() {}\n");
    assert_eq!(findings(&repository.check(&["--since", "HEAD", "lib/b.go"], 0)), [""; 0]);
    repository.commit("two");
    assert_eq!(findings(&repository.check(&["--since", "HEAD~1"], 1)), ["lib/a.go:6 brought"]);

    // A line of the same function that went made it true.
    let shadowed = APPENDS.replace("NAME", "Shadowed").replace("\t\t// Grows.\n", "\t\tout := out\n");
    repository.write("lib/c.go", &format!("package lib\n{shadowed}"));
    repository.commit("three");
    repository.replace("lib/c.go", "\t\tout := out\n", "");
    assert_eq!(findings(&repository.check(&["--since", "HEAD"], 1)), ["lib/c.go:7 brought"]);
}

#[test]
fn what_moves_is_indented_or_renamed_is_not_new() {
    let old = APPENDS.replace("NAME", "Old") + &"// A line by which the file is known again.\n".repeat(20);
    let repository = Repository::of(&[("lib/a.go", &format!("package lib\n{old}"))]);
    repository.commit("one");
    // Another function before it, another name for its own, another file in another package, another indent.
    let moved = format!("package moved\n{}{}", APPENDS.replace("NAME", "Before"), old.replace("Old(", "Renamed("));
    repository.git(&["rm", "-q", "lib/a.go"]);
    repository.write("moved/b.go", &moved.replace("\t\tout +=", "\t\t\t  out+="));
    repository.git(&["add", "."]);
    let report = repository.check(&["--since", "HEAD"], 1);
    assert_eq!(findings(&report), ["moved/b.go:18 unchanged", "moved/b.go:8 touched"]);
    assert_eq!(findings(&repository.check(&["--staged"], 1)), ["moved/b.go:18 unchanged", "moved/b.go:8 touched"]);
}

#[test]
fn another_go_line_is_a_fact_too() {
    let captured = "package lib\n\nfunc Each(xs []int, f func(func() int)) {\n\tfor _, x := range xs {\n\t\tx := x\n\t\tf(func() int { return x })\n\t}\n}\n";
    let repository = Repository::of(&[("lib/a.go", captured)]);
    repository.write("go.mod", "module example.com/m\n\ngo 1.21\n");
    repository.commit("one");
    repository.write("go.mod", "module example.com/m\n\ngo 1.22\n");
    let report = repository.check(&["--since", "HEAD"], 0);
    assert_eq!(report["summary"]["files"], 1, "every file of the module is read");
    repository.git(&["checkout", "-q", "go.mod"]);
    assert_eq!(repository.check(&["--since", "HEAD"], 0)["summary"]["files"], 0);
}
