//! Whose a frame is: commands of one name, vendored code, workspaces, other modules, no module at all.

use crate::no_byte_is_lost;
use crate::support::{Costs, Tree, check, list, made, root, text, total};
use serde_json::Value;

const MAIN: &str =
    "package main\n\nfunc main() {\n\twork(3)\n}\n\nfunc work(n int) []int {\n\treturn make([]int, n)\n}\n";
const LIB: &str = "package lib\n\nfunc Made(n int) []int {\n\treturn make([]int, n)\n}\n";

fn report_on(tree: &Tree, profile: &str, paths: &[&str]) -> (Value, Costs) {
    tree.write("heap.txt", profile);
    let report = check(tree.path(), &["--fail-on", "never"]).profile("heap.txt").words(paths).report(0);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    (report, costs)
}

fn two_commands() -> Tree {
    Tree::of(&[("go.mod", "module example.com/two\n\ngo 1.25\n"), ("cmd/a/main.go", MAIN), ("cmd/b/main.go", MAIN)])
}

#[test]
fn of_two_commands_the_folder_decides() {
    let profile = made(&[(64, &[("main.work", "/build/cmd/b/main.go", 8), ("main.main", "/build/cmd/b/main.go", 4)])]);
    let (_, costs) = report_on(&two_commands(), &profile, &[]);
    assert_eq!(costs.own("cmd/b/main.go", 8, "-", "alloc_space"), 64);
    assert!(!costs.charges("cmd/a/main.go", 8));
}

#[test]
fn two_commands_that_fit_equally_well_are_told_and_not_guessed() {
    let profile = made(&[(64, &[("main.work", "/build/main.go", 8)])]);
    let (report, _) = report_on(&two_commands(), &profile, &[]);
    assert_eq!(total(&report, "unplaced"), 64);
    let reason = text(&list(&report, "unplaced")[0], "reason");
    assert!(reason.contains("fits cmd/a/main.go and cmd/b/main.go equally well"), "{reason}");
}

#[test]
fn vendored_code_is_a_callee() {
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    let report = check(&root().join("tests/go/sites"), &["--fail-on", "never"]).profile(profile).report(0);
    let costs = Costs::of(&report);
    assert!(costs.own.keys().all(|(path, ..)| !path.starts_with("vendor/")));
    let through: i64 = costs
        .own
        .iter()
        .filter(|((_, _, callee, _), _)| callee == "example.com/dep.Numbers")
        .map(|(_, value)| value)
        .sum();
    assert!(through > 0);
}

#[test]
fn a_profile_of_another_module_says_whose_it_is() {
    let tree = Tree::of(&[("go.mod", "module example.com/lib\n\ngo 1.25\n"), ("lib.go", LIB)]);
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    let answer = check(tree.path(), &[]).profile(profile).exits(2);
    assert_eq!(answer.stdout, "");
    assert!(answer.stderr.starts_with("error: 0 of "), "{}", answer.stderr);
    assert!(
        answer.stderr.contains("belong to example.com/lib; most belong to example.com/sites/"),
        "{}",
        answer.stderr
    );
    assert!(!answer.stderr.contains("trimpath"), "{}", answer.stderr);
    let profile = root().join("tests/fixtures/go1.27/heap.trimpath.pb.gz");
    let answer = check(tree.path(), &[]).profile(profile).exits(2);
    assert!(answer.stderr.contains("built with -trimpath"), "{}", answer.stderr);
}

#[test]
fn a_file_outside_every_module_is_a_command() {
    let tree = Tree::of(&[("main.go", MAIN)]);
    let profile = made(&[(64, &[("main.work", "/build/main.go", 8), ("main.main", "/build/main.go", 4)])]);
    let (report, costs) = report_on(&tree, &profile, &["main.go"]);
    assert_eq!(costs.own("main.go", 8, "-", "alloc_space"), 64);
    assert_eq!(text(&list(&report, "findings")[0], "verdict"), "hot");
}

fn two_modules() -> (Tree, String) {
    let app = "package app\n\nimport \"example.com/lib\"\n\nfunc Run() []int {\n\treturn lib.Made(3)\n}\n";
    let tree = Tree::of(&[
        ("app/go.mod", "module example.com/app\n\ngo 1.25\n"),
        ("app/app.go", app),
        ("lib/go.mod", "module example.com/lib\n\ngo 1.25\n"),
        ("lib/lib.go", LIB),
    ]);
    let made_by_lib = [("example.com/lib.Made", "/w/lib/lib.go", 4), ("example.com/app.Run", "/w/app/app.go", 6)];
    (tree, made(&[(64, &made_by_lib)]))
}

#[test]
fn the_modules_of_a_workspace_are_ours_whichever_is_scanned() {
    let (tree, profile) = two_modules();
    tree.write("go.work", "go 1.25\n\nuse (\n\t./app\n\t./lib\n)\n");
    for paths in [&["app"][..], &["app", "lib"], &[]] {
        let (_, costs) = report_on(&tree, &profile, paths);
        assert_eq!(costs.own("lib/lib.go", 4, "-", "alloc_space"), 64, "{paths:?}");
        assert_eq!(costs.passed_on("app/app.go", 6, "example.com/lib.Made", "alloc_space"), 64, "{paths:?}");
    }
}

#[test]
fn without_a_workspace_the_other_module_is_a_callee() {
    let (tree, profile) = two_modules();
    let (_, costs) = report_on(&tree, &profile, &["app"]);
    assert_eq!(costs.own("app/app.go", 6, "example.com/lib.Made", "alloc_space"), 64);
}
