//! Comments that let findings stand: what they hold for, what is counted, and what is said about the comments themselves.

use crate::support::{Call, Tree, heaplint, list, made, text};
use serde_json::Value;

/// `string-concat-in-loop` on line 8 and `sprintf-of-integer` on line 13, with a comment in each of some places.
fn source(file: &str, above: &str, line: &str, function: &str) -> String {
    format!(
        "{file}package p\n\nimport \"fmt\"\n\nfunc Join(xs []string) (s string) {{\n\tfor _, x := range xs {{\n{above}\t\ts += x{line}\n\t}}\n\treturn s\n}}\n\n{function}func N(n int) string {{ return fmt.Sprintf(\"%d\", n) }}\n"
    )
}

fn tree(text: &str) -> Tree {
    Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.26\n"), ("p.go", text)])
}

fn run(tree: &Tree, words: &[&str]) -> Call {
    heaplint(tree.path(), &["check", "--fail-on", "never"]).words(words)
}

/// `line:column rule` of what is shown.
fn shown(report: &Value) -> Vec<String> {
    let shown = list(report, "findings").iter().filter(|one| one["shown"] == true);
    shown
        .map(|one| format!("{}:{} {}", one["span"]["start_line"], one["span"]["start_column"], text(one, "rule")))
        .collect()
}

/// `rule: reason (by, line)` of what comments let stand.
fn standing(report: &Value) -> Vec<String> {
    let standing = list(report, "findings").iter().filter(|one| !one["suppressed"].is_null());
    standing
        .map(|one| {
            let by = &one["suppressed"];
            assert_eq!(one["shown"], false);
            format!("{}: {} ({}, {})", text(one, "rule"), text(by, "reason"), text(by, "by"), by["line"])
        })
        .collect()
}

#[test]
fn a_comment_lets_a_line_a_statement_a_function_or_a_file_stand() {
    let ignore = "//heaplint:ignore string-concat-in-loop three turns";
    let all_shown = ["7:3 string-concat-in-loop", "12:31 sprintf-of-integer"];
    assert_eq!(shown(&run(&tree(&source("", "", "", "")), &[]).report(0)), all_shown);
    for (text, line) in [
        (source("", "", &format!(" {ignore}"), ""), 7),
        (source("", &format!("\t\t{ignore}\n"), "", ""), 7),
        (source("", "", " //nolint:heaplint // three turns", ""), 7),
        (source("", "", " // nolint:errcheck,string-concat-in-loop // three turns", ""), 7),
        (source(&format!("{ignore}\n"), "", "", ""), 1),
        (source("//heaplint:ignore-file strings three turns\n\n", "", "", ""), 1),
    ] {
        let report = run(&tree(&text), &[]).report(0);
        let by = if text.contains("nolint") { "nolint" } else { "heaplint:ignore" };
        assert_eq!(standing(&report), [format!("string-concat-in-loop: three turns ({by}, {line})")], "{text}");
        assert_eq!(shown(&report).len(), 1, "{text}");
    }
    let documented = source("", "", "", "// N does.\n//\n//heaplint:ignore sprintf-of-integer cold\n");
    assert_eq!(standing(&run(&tree(&documented), &[]).report(0)), ["sprintf-of-integer: cold (heaplint:ignore, 14)"]);
    let bare = source("", "", " //nolint", "");
    let report = run(&tree(&bare), &[]).report(0);
    assert_eq!((standing(&report), shown(&report).len()), (vec!["string-concat-in-loop:  (nolint, 7)".to_owned()], 1));
}

#[test]
fn what_stands_is_counted_named_on_demand_and_fails_nothing() {
    let tree = tree(&source("//heaplint:ignore-file all by hand\n\n", "", "", ""));
    let told = heaplint(tree.path(), &["check"]).exits(0).stdout;
    assert!(told.contains("no findings in 1 file by "), "{told}");
    assert!(told.contains("suppressed 2 findings by comments (2 heaplint:ignore); -v names them"), "{told}");
    let told = heaplint(tree.path(), &["check", "-v"]).exits(0).stdout;
    assert!(told.contains("comments (2 heaplint:ignore)\n") && !told.contains("-v names"), "{told}");
    // As text, where the closing lines are on standard error.
    let beside = heaplint(tree.path(), &["check", "-v", "--format", "text"]).exits(0).stderr;
    assert!(beside.starts_with("suppressed: p.go:"), "{beside}");
    assert!(beside.contains("comments (2 heaplint:ignore)\n") && !beside.contains("-v names"), "{beside}");
    assert!(told.contains("  p.go:9: string-concat-in-loop: by hand\n"), "{told}");
    tree.write("heap.txt", made(&[(100, &[("example.com/p.Join", "/b/p.go", 9)])]));
    let words = ["--fail-on", "0%", "--profile", "heap.txt"];
    heaplint(tree.path(), &["check"]).words(&words).exits(0);
    std::fs::write(tree.path().join("p.go"), source("//\n\n", "", "", "")).expect("the file can be written");
    heaplint(tree.path(), &["check"]).words(&words).exits(1);
}

#[test]
fn what_is_wrong_with_a_comment_is_a_finding_at_its_place() {
    for (text, wanted) in [
        (source("", "", " //heaplint:ignore string-concat-in-loop", ""), &["7:10 directive-without-reason"][..]),
        (source("", "", " //nolint:heaplint", ""), &["7:10 directive-without-reason"]),
        (
            source("", "", " //heaplint:ignore strng-concat-in-loop x", ""),
            &["7:28 directive-unknown", "7:3 string-concat-in-loop"],
        ),
        (source("", "", " // heaplint:ignore strings x", ""), &["7:10 directive-unknown", "7:3 string-concat-in-loop"]),
        (source("", "", " //heaplint:ignore split-in-range,strings x", ""), &["7:28 directive-unused"]),
        (
            source("", "", " //heaplint:ignore split-in-range x", ""),
            &["7:10 directive-unused", "7:3 string-concat-in-loop"],
        ),
        (
            source("//heaplint:ignore split-in-range x\n\n", "", "", ""),
            &["1:1 directive-unused", "9:3 string-concat-in-loop"],
        ),
        (source("", "", " //nolint:errcheck", ""), &["7:3 string-concat-in-loop"]),
        (source("//nolint:all\n\n", "", "", ""), &["9:3 string-concat-in-loop"]),
    ] {
        let report = run(&tree(&text), &[]).report(0);
        let mut shown: Vec<String> =
            shown(&report).into_iter().filter(|one| !one.ends_with("sprintf-of-integer")).collect();
        shown.sort();
        let mut wanted = wanted.to_vec();
        wanted.sort_unstable();
        assert_eq!(shown, wanted, "{text}");
    }
}

#[test]
fn what_is_said_of_comments_is_shown_beside_a_profile_and_is_turned_off_like_a_rule() {
    let tree = tree(&source("", "", " //heaplint:ignore split-in-range", ""));
    tree.write("heap.txt", made(&[(100, &[("example.com/p.Join", "/b/p.go", 7)])]));
    let report = run(&tree, &["--profile", "heap.txt"]).report(0);
    let told = ["7:3 string-concat-in-loop", "7:10 directive-without-reason", "7:10 directive-unused"];
    assert_eq!(shown(&report), told);
    let prints = list(&report, "findings").iter().map(|one| text(one, "fingerprint"));
    assert_eq!(prints.collect::<std::collections::BTreeSet<_>>().len(), 4, "each has its own");
    let human = run(&tree, &["--profile", "heap.txt"]).exits(0).stdout;
    assert!(human.contains("warning[directive-without-reason]: this directive gives no reason\n"), "{human}");
    let told = |words: &[&str]| shown(&run(&tree, words).report(0)).len();
    assert_eq!(told(&["--ignore", "directive-unused"]), 3, "two findings and a comment without a reason");
    assert_eq!(told(&["--ignore", "directives"]), 2);
    assert_eq!(told(&["--select", "strings"]), 1, "only what was asked for");
    tree.write(
        "heaplint.toml",
        "preset = \"none\"\n[levels]\ndirective-unused = \"error\"\ndirective-without-reason = \"off\"\n",
    );
    assert_eq!(told(&[]), 0, "the rule was not asked, so nobody can say that the comment is idle");
    tree.write(
        "heaplint.toml",
        "select = [\"split-in-range\"]\n[levels]\ndirective-unused = \"error\"\ndirective-without-reason = \"off\"\n",
    );
    let report = run(&tree, &[]).report(0);
    assert_eq!(
        (shown(&report), text(&list(&report, "findings")[0], "severity")),
        (vec!["7:10 directive-unused".to_owned()], "error")
    );
}

#[test]
fn in_a_file_with_a_syntax_error_nobody_says_that_a_comment_is_idle() {
    let text = format!(
        "{}\nfunc broken( {{\n\tx := make([]int n)\n",
        source("", "", " //heaplint:ignore split-in-range x", "")
    );
    let report = run(&tree(&text), &["--allow-partial"]).report(0);
    assert!(shown(&report).iter().all(|one| !one.contains("directive")), "{:?}", shown(&report));
}

#[test]
fn reasons_drive_no_terminal_and_no_ci_system() {
    let tree = tree(&source("", "", " //heaplint:ignore strings \u{1b}[31m ##[error]x", ""));
    let told = run(&tree, &["-v"]).exits(0).stdout;
    assert!(
        told.contains("p.go:7: string-concat-in-loop:") && !told.contains('\u{1b}') && !told.contains("##["),
        "{told}"
    );
    let json = run(&tree, &["--format", "json"]).exits(0).stdout;
    assert!(!json.contains('\u{1b}') && !json.contains("##["), "{json}");
}

/// The text of p.go.
fn text_of(tree: &Tree) -> String {
    std::fs::read_to_string(tree.path().join("p.go")).expect("it can be read")
}

#[test]
fn add_ignores_writes_a_directive_for_what_is_shown_once() {
    let tree = tree(&source("", "", "", "// N does.\n"));
    let add = |words: &[&str]| heaplint(tree.path(), &["check", "--add-ignores"]).words(words);
    let told = add(&["--reason", "  cold, says Ann "]).exits(0).stdout;
    assert_eq!(told, "directives for 2 findings were written in 1 file\n  p.go: 2\n");
    let text = text_of(&tree);
    assert!(text.contains("\t\t//heaplint:ignore string-concat-in-loop cold, says Ann\n\t\ts += x\n"), "{text}");
    let doc = "// N does.\n//\n//heaplint:ignore sprintf-of-integer cold, says Ann\nfunc N(n int) string {";
    assert!(text.contains(doc), "{text}");
    assert_eq!(heaplint(tree.path(), &["check"]).report(0)["summary"]["files"], 1);
    assert_eq!(add(&[]).exits(0).stdout, "no directive was written\n");
    assert_eq!(text_of(&tree), text, "a second run writes nothing");
}

#[test]
fn add_ignores_leaves_alone_what_it_must_and_says_so() {
    let tree = tree(&source("// Code generated by hand. DO NOT EDIT.\n\n", "", "", ""));
    let told = heaplint(tree.path(), &["check", "--add-ignores", "--include", "generated"]).exits(1).stdout;
    assert!(
        told.contains("p.go:9: string-concat-in-loop: its file is generated, and would lose the directive"),
        "{told}"
    );
    assert!(!text_of(&tree).contains("heaplint:ignore"));
    for words in [&["--reason", " "][..], &["--reason", "a\nb"], &["--fix"], &["--output", "json=x"]] {
        heaplint(tree.path(), &["check", "--add-ignores"]).words(words).exits(2);
    }
    heaplint(tree.path(), &["check", "--reason", "x"]).exits(2);
}

#[test]
fn add_ignores_takes_what_a_profile_shows_and_more_on_demand() {
    let tree = tree(&source("", "", "", ""));
    tree.write("heap.txt", made(&[(100, &[("example.com/p.Join", "/b/p.go", 7)])]));
    let add = |words: &[&str]| {
        heaplint(tree.path(), &["check", "--add-ignores", "--profile", "heap.txt"]).words(words).exits(0).stdout
    };
    assert!(add(&[]).starts_with("directives for 1 finding were written in 1 file\n"));
    assert!(add(&["-v"]).starts_with("directives for 1 finding were written in 1 file\n"));
    assert_eq!(add(&["-v"]), "no directive was written\n");
}
