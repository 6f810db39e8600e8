//! Exit codes: 0 and 1 say what was found, 2 that the job could not be done in full, and 2 wins.

use crate::support::{Tree, check, heaplint, list, made, text};
use crate::{BROKEN, CLEAN, MAKES};

#[test]
fn nothing_found_is_zero_and_a_finding_is_one() {
    let tree = Tree::of(&[("clean.go", CLEAN)]);
    assert!(list(&check(tree.path(), &[]).report(0), "findings").is_empty());
    tree.write("makes.go", MAKES);
    assert_eq!(list(&check(tree.path(), &[]).report(1), "findings").len(), 1);
    check(tree.path(), &["clean.go"]).exits(0);
}

#[test]
fn a_problem_is_two_and_wins_over_findings() {
    let tree = Tree::of(&[("makes.go", MAKES), ("broken.go", &format!("package p\n\n{BROKEN}"))]);
    let report = check(tree.path(), &[]).report(2);
    assert_eq!((list(&report, "findings").len(), list(&report, "problems").len()), (1, 1));
    assert_eq!(text(&list(&report, "problems")[0], "path"), "broken.go");
    check(tree.path(), &["--allow-partial"]).report(1);
    check(tree.path(), &["--allow-partial", "--fail-on", "never"]).report(0);
    check(tree.path(), &["--fail-on", "never"]).report(2);
    check(tree.path(), &["missing.go", "makes.go"]).report(2);
}

#[test]
fn a_broken_declaration_spoils_itself_alone() {
    let good = MAKES.replace("package p\n", "");
    let tree = Tree::of(&[("mixed.go", &format!("package p\n{good}\n{BROKEN}{}", good.replace("Make", "Again")))]);
    let report = check(tree.path(), &[]).report(2);
    let lines: Vec<_> = list(&report, "findings").iter().map(|finding| finding["span"]["start_line"].clone()).collect();
    assert_eq!(lines, [4, 13], "{report}");
    assert_eq!(report["summary"]["broken_declarations"], 1);
    let problem = &list(&report, "problems")[0];
    assert_eq!((text(problem, "kind"), &problem["span"]["start_line"]), ("syntax", &8.into()), "{problem}");
    assert!(text(problem, "message").contains("broken"), "{problem}");
}

#[test]
fn a_usage_error_is_two_and_says_what_is_meant() {
    let tree = Tree::of(&[("clean.go", CLEAN)]);
    heaplint(tree.path(), &[]).exits(2);
    heaplint(tree.path(), &["check", "--no-such-option"]).exits(2);
    heaplint(tree.path(), &["check", "--min-share", "lots"]).exits(2);
    heaplint(tree.path(), &["check", "--top", "0"]).exits(2);
    heaplint(tree.path(), &["--version"]).exits(0);
    heaplint(tree.path(), &["check", "--help"]).exits(0);
}

#[test]
fn an_unknown_rule_is_refused_with_the_word_that_was_meant() {
    let tree = Tree::of(&[("clean.go", CLEAN)]);
    for option in ["--select", "--ignore"] {
        let answer = check(tree.path(), &[option, "tests-mkae"]).exits(2);
        assert!(answer.stderr.contains("tests-mkae") && answer.stderr.contains("tests-make"), "{}", answer.stderr);
        assert_eq!(answer.stdout, "");
    }
}

/// A hot finding of 30 %, one of 70 % (both exact counts), and a clean line.
fn profiled() -> (Tree, String) {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.25\n")]);
    tree.write("p.go", format!("{MAKES}\nfunc More(n int) []int {{\n\treturn make([]int, n)\n}}\n"));
    let (make, more) = (("example.com/p.Make", "/b/p.go", 4), ("example.com/p.More", "/b/p.go", 8));
    (tree, made(&[(300, &[make]), (700, &[more])]))
}

#[test]
fn the_bar_of_fail_on_decides_between_zero_and_one() {
    let (tree, profile) = profiled();
    tree.write("heap.txt", profile);
    let cases = [
        ("any", "1%", 1),
        ("hot", "1%", 1),
        ("never", "1%", 0),
        ("50%", "1%", 1),
        ("71%", "1%", 0),
        ("hot", "71%", 0),
        ("any", "71%", 0),
    ];
    for (fail_on, min_share, code) in cases {
        check(tree.path(), &["--fail-on", fail_on, "--min-share", min_share]).profile("heap.txt").exits(code);
    }
    // A memory error fails whatever it costs, except with never.
    tree.write(
        "u.go",
        "package p\n\nimport \"unsafe\"\n\nfunc U(p *int) unsafe.Pointer {\n\treturn unsafe.Pointer(p)\n}\n",
    );
    for (fail_on, code) in [("any", 1), ("hot", 1), ("71%", 1), ("never", 0)] {
        check(tree.path(), &["--fail-on", fail_on, "--min-share", "71%"]).profile("heap.txt").exits(code);
    }
}

#[test]
fn findings_are_ranked_and_the_bar_makes_them_hot() {
    let (tree, profile) = profiled();
    tree.write("heap.txt", profile);
    let verdicts = |min_share: &str| -> Vec<(i64, String)> {
        let report =
            check(tree.path(), &["--fail-on", "never", "--min-share", min_share]).profile("heap.txt").report(0);
        let of = |finding: &serde_json::Value| {
            let own = finding["measured"]["alloc_space"]["own"].as_i64().expect("own");
            (own, text(finding, "verdict").to_owned())
        };
        list(&report, "findings").iter().map(of).collect()
    };
    assert_eq!(verdicts("1%"), [(700, "hot".into()), (300, "hot".into())]);
    assert_eq!(verdicts("50%"), [(700, "hot".into()), (300, "measured".into())]);
    assert_eq!(verdicts("90%"), [(700, "measured".into()), (300, "measured".into())]);
}

#[test]
fn top_shows_the_costliest_and_counts_the_rest() {
    let (tree, profile) = profiled();
    tree.write("heap.txt", profile);
    let report = check(tree.path(), &["--top", "1"]).profile("heap.txt").report(1);
    let shown: Vec<_> = list(&report, "findings").iter().map(|finding| finding["shown"].clone()).collect();
    assert_eq!(shown, [true, false]);
    let text = check(tree.path(), &["--top", "1", "--format", "text"]).profile("heap.txt").exits(1).stdout;
    assert_eq!(text.lines().filter(|line| line.starts_with("p.go:")).count(), 1, "{text}");
}

#[test]
fn a_share_to_fail_on_asks_about_folded_findings_too() {
    let words = ["check", "--profile", "examples/textbook/heap.pb.gz", "--select", "buffer-per-request"];
    let asked = |share| heaplint(&crate::support::root(), &words).words(&["--min-share", "2%", "--fail-on", share]);
    assert_eq!(list(&asked("never").word("examples/textbook").report(0), "findings")[0]["verdict"], "measured");
    asked("0.5%").word("examples/textbook").exits(1);
    asked("5%").word("examples/textbook").exits(0);
}
