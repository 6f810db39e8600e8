//! Clones that lack what is asked for, branches, submodules, and folders that are no repository.

use crate::repository::{APPENDS, Repository, check, findings, git};
use std::path::Path;

fn of_two_commits() -> Repository {
    let repository = Repository::of(&[("lib/a.go", &format!("package lib\n{}", APPENDS.replace("NAME", "Old")))]);
    repository.commit("one");
    repository.git(&["checkout", "-q", "-b", "side"]);
    repository.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    repository.commit("two");
    repository
}

#[test]
fn a_branch_is_compared_with_where_it_left_the_other() {
    let repository = of_two_commits();
    repository.git(&["checkout", "-q", "main"]);
    repository.write("lib/b.go", &format!("package lib\n{}", APPENDS.replace("NAME", "Main")));
    repository.commit("three");
    repository.git(&["checkout", "-q", "side"]);
    // What main has gained since is not this branch's doing.
    let report = repository.check(&["--merge-base", "main"], 1);
    assert_eq!(findings(&report), ["lib/a.go:18 touched", "lib/a.go:8 unchanged"]);
    assert!(report["summary"]["change"]["told"].as_str().unwrap().ends_with("where this branch left main"));
    assert_eq!(report["summary"]["change"]["base"], repository.git(&["rev-parse", "main~1"]).trim());
}

#[test]
fn a_base_that_is_missing_is_an_error_and_says_what_to_do() {
    let repository = of_two_commits();
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", "--no-single-branch", &from, "shallow"]);
    let shallow = clone.path().join("shallow");
    for words in [["--since", "HEAD~1"], ["--since", "v1.0"], ["--merge-base", "v1.0"]] {
        let refused = check(&shallow, &words).exits(2);
        assert!(refused.stderr.contains("fetch-depth: 0"), "{words:?} {}", refused.stderr);
        assert_eq!(refused.stdout, "");
    }
    // The branches have an ancestor, and the clone does not reach it.
    git(repository.path(), &["checkout", "-q", "main"]);
    repository.write("lib/b.go", "package lib\n");
    repository.commit("three");
    git(&shallow, &["fetch", "-q", "--depth", "1", "origin", "main:main"]);
    let refused = check(&shallow, &["--merge-base", "main"]).exits(2);
    assert!(refused.stderr.contains("fetch-depth: 0"), "{}", refused.stderr);

    let refused = check(repository.path(), &["--since", "no-such"]).exits(2);
    assert!(refused.stderr.contains("no such revision"), "{}", refused.stderr);
    repository.git(&["checkout", "-q", "--orphan", "alone"]);
    repository.commit("alone");
    let refused = check(repository.path(), &["--merge-base", "main"]).exits(2);
    assert!(refused.stderr.contains("no common ancestor"), "{}", refused.stderr);
    // Nothing that looks like an option is one.
    let refused = check(repository.path(), &["--since=--output=x"]).exits(2);
    assert!(refused.stderr.contains("no such revision"), "{}", refused.stderr);
    assert!(!repository.path().join("x").exists());
}

#[test]
fn outside_every_repository_it_is_an_error_and_without_git_too() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.go"), "package a\n").unwrap();
    let refused = check(folder.path(), &["--staged"]).exits(2);
    assert!(refused.stderr.contains("needs one git work tree"), "{}", refused.stderr);
    let repository = of_two_commits();
    let refused = check(repository.path(), &["--staged"]).with("PATH", "/nowhere").exits(2);
    assert!(refused.stderr.contains("needs git, which cannot be started"), "{}", refused.stderr);
}

#[test]
fn a_submodule_is_another_repository_and_what_is_not_looked_into_is_told() {
    let (inner, outer) = (of_two_commits(), of_two_commits());
    let from = format!("file://{}", inner.path().display());
    outer.git(&["submodule", "-q", "add", &from, "inner"]);
    outer.commit("three");
    let inside: &Path = &outer.path().join("inner");
    std::fs::write(inside.join("lib/c.go"), format!("package lib\n{}", APPENDS.replace("NAME", "Inner"))).unwrap();
    outer.append("lib/a.go", &APPENDS.replace("NAME", "Newest"));
    let report = outer.check(&["--since", "HEAD"], 1);
    assert_eq!(findings(&report), ["lib/a.go:18 unchanged", "lib/a.go:28 touched", "lib/a.go:8 unchanged"]);
    let warning = report["summary"]["warnings"][0].as_str().unwrap();
    assert_eq!(warning, "2 files of inner were not looked into: --since HEAD asks one repository; run heaplint there");
    // Named by itself it is the repository that is asked.
    let report = outer.check(&["--since", "HEAD", "inner"], 1);
    assert_eq!((findings(&report).last().unwrap().as_str(), shown(&report)), ("inner/lib/c.go:8 touched", 1));
    let report = check(inside, &["--since", "HEAD"]).report(1);
    assert_eq!((findings(&report).last().unwrap().as_str(), shown(&report)), ("lib/c.go:8 touched", 1));
}

fn shown(report: &serde_json::Value) -> usize {
    findings(report).iter().filter(|finding| !finding.ends_with("unchanged")).count()
}
