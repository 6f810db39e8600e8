//! What is known of a module's other packages: types, constants, signatures, and that it is the same whatever is scanned.

use crate::support::{Tree, heaplint, list, root, text};
use std::fs;

const SHAPES: &str = "package shapes\n\nimport \"example.com/p/units\"\n\ntype Kind int\n\ntype Shape struct {\n\tNames []string\n\tSides int\n\tof    hidden\n}\n\ntype hidden struct{ Parts []string }\n\nconst Most = 1000\n\nvar Default = Shape{}\n\nfunc Count() int { return 1 }\n\nfunc Pair() (int, error) { return 1, nil }\n\nfunc New() *Shape { return &Shape{} }\n\nfunc (s *Shape) Len() units.Length { return 1 }\n\nfunc (s *Shape) Hidden() hidden { return s.of }\n\nfunc (s *Shape) Loud() Loud { return \"\" }\n\ntype Loud string\n\nfunc (Loud) String() string { return \"\" }\n";

/// One function for each way to a fact of another package; the comment says what is known there.
const USES: &str = "package use\n\nimport (\n\t\"fmt\"\n\n\t\"example.com/other/far\"\n\t\"example.com/p/shapes\"\n)\n
func Function() string { return fmt.Sprintf(\"%d\", shapes.Count()) } // sprintf-of-integer
func Field(s *shapes.Shape) string { return fmt.Sprintf(\"%d\", s.Sides) } // sprintf-of-integer
func OfAThird(s *shapes.Shape) string { return fmt.Sprintf(\"%d\", s.Len()) } // sprintf-of-integer
func Result() string { n, _ := shapes.Pair(); return fmt.Sprintf(\"%d\", n) } // sprintf-of-integer
func Chain() string { return fmt.Sprintf(\"%d\", shapes.New().Sides) } // sprintf-of-integer
func Variable() string { return fmt.Sprintf(\"%d\", shapes.Default.Sides) } // sprintf-of-integer
func Defined(k shapes.Kind) string { return fmt.Sprintf(\"%d\", k) } // sprintf-of-integer
func Elsewhere() string { return fmt.Sprintf(\"%d\", far.Count()) }
func Undeclared() string { return fmt.Sprintf(\"%d\", shapes.Nothing()) }
func SaysItself(s *shapes.Shape) string { return fmt.Sprintf(\"%s\", s.Loud()) }
func Ranged(s *shapes.Shape) []int {
\tout := make([]int, 0) // append-without-capacity
\tfor _, name := range s.Names {
\t\tout = append(out, len(name))
\t}
\treturn out
}
func Hidden(s *shapes.Shape) []string {
\thidden := s.Hidden()
\tout := make([]string, 0) // append-without-capacity
\tfor _, part := range hidden.Parts {
\t\tout = append(out, part)
\t}
\treturn out
}
";

fn tree() -> Tree {
    Tree::of(&[
        ("go.mod", "module example.com/p\n\ngo 1.26\n"),
        ("units/units.go", "package units\n\ntype Length int\n"),
        ("shapes/shapes.go", SHAPES),
        // Run by hand, and no part of the package.
        ("shapes/make.go", "//go:build ignore\n\npackage main\n\nfunc Count() string { return \"\" }\n"),
        ("shapes/shapes_test.go", "package shapes_test\n\nfunc Count() string { return \"\" }\n"),
        ("use/use.go", USES),
        ("far/go.mod", "module example.com/other\n\ngo 1.26\n"),
        ("far/far/far.go", "package far\n\nfunc Count() int { return 1 }\n"),
    ])
}

/// `line rule` of every finding in use/use.go.
fn told(tree: &Tree, words: &[&str]) -> Vec<(u64, String)> {
    let select =
        ["check", "--fail-on", "never", "--select", "sprintf-of-integer,sprintf-of-string,append-without-capacity"];
    let report = heaplint(tree.path(), &select).words(words).report(0);
    let of_use = list(&report, "findings").iter().filter(|one| text(one, "path") == "use/use.go");
    of_use.map(|one| (one["span"]["start_line"].as_u64().unwrap_or(0), text(one, "rule").to_owned())).collect()
}

#[test]
fn types_and_signatures_of_the_modules_other_packages_are_known() {
    let wanted = |(index, line): (usize, &str)| Some((index as u64 + 1, line.split_once(" // ")?.1.to_owned()));
    let mut wanted: Vec<(u64, String)> = USES.lines().enumerate().filter_map(wanted).collect();
    wanted.sort_by_key(|(line, rule)| (rule.clone(), *line));
    let tree = tree();
    for words in [&["."][..], &["use/use.go"], &["use"]] {
        let mut told = told(&tree, words);
        told.sort_by_key(|(line, rule)| (rule.clone(), *line));
        assert_eq!(told, wanted, "{words:?}");
    }
}

#[test]
fn packages_that_speak_of_each_other_are_followed_and_come_to_an_end() {
    let tree = Tree::of(&[
        ("go.mod", "module example.com/p\n\ngo 1.26\n"),
        ("a/a.go", "package a\n\nimport \"example.com/p/b\"\n\ntype T = b.T\n\nfunc F() b.U { return nil }\n"),
        (
            "b/b.go",
            "package b\n\nimport \"example.com/p/a\"\n\ntype T = a.T\n\ntype U = *U\n\nfunc F() a.T { return a.F() }\n",
        ),
        (
            "use/use.go",
            "package use\n\nimport (\n\t\"fmt\"\n\n\t\"example.com/p/b\"\n)\n\nfunc S() string { return fmt.Sprintf(\"%d\", b.F()) }\n",
        ),
    ]);
    assert_eq!(told(&tree, &[]), []);
}

#[test]
fn test_files_declare_for_tests_of_their_package_alone() {
    let n = |name: &str, of: &str, verb: &str| {
        format!("func {name}(t {of}) string {{ return fmt.Sprintf(\"%{verb}\", t.N()) }}\n")
    };
    let imports = "import (\n\t\"fmt\"\n\n\t\"example.com/p/dep\"\n)\n";
    let dep = "package dep\n\nimport \"fmt\"\n\ntype T struct{ inner }\n\ntype inner int\n\nfunc (inner) N() int { return 1 }\n";
    let tree = Tree::of(&[
        ("go.mod", "module example.com/p\n\ngo 1.26\n"),
        ("dep/dep.go", &format!("{dep}{}", n("Built", "T", "d"))),
        (
            "dep/export_test.go",
            &format!(
                "package dep\n\nimport \"fmt\"\n\nfunc (T) N() string {{ return \"\" }}\n\n{}",
                n("inTest", "T", "s")
            ),
        ),
        (
            "dep/outer_test.go",
            &format!("package dep_test\n\n{imports}\ntype own struct{{ dep.T }}\n\n{}", n("outside", "own", "s")),
        ),
        ("use/use.go", &format!("package use\n\n{imports}\n{}", n("Uses", "dep.T", "d"))),
    ]);
    let select =
        ["check", "--include", "tests", "--fail-on", "never", "--select", "sprintf-of-integer,sprintf-of-string"];
    let report = heaplint(tree.path(), &select).report(0);
    let told =
        |one: &serde_json::Value| format!("{}:{} {}", text(one, "path"), one["span"]["start_line"], text(one, "rule"));
    let mut told: Vec<String> = list(&report, "findings").iter().map(told).collect();
    told.sort();
    let wanted = [
        "dep/dep.go:10 sprintf-of-integer",
        "dep/export_test.go:7 sprintf-of-string",
        "dep/outer_test.go:11 sprintf-of-string",
        "use/use.go:9 sprintf-of-integer",
    ];
    assert_eq!(
        told, wanted,
        "a method of a test file is none of the program's, and one of the package that external tests see"
    );
}

/// What functions of other packages do with what they take by value is read for rules that ask, and only for them.
#[test]
fn a_rule_that_asks_what_function_bodies_do_is_told_of_other_packages_too() {
    let reads = "package orders\n\ntype Order struct {\n\tID    int64\n\tLines [24]int64\n}\n\nfunc Total(order Order) int64 { return order.Lines[0] }\n";
    let uses = "package use\n\nimport \"example.com/p/orders\"\n\nfunc Sum(all []orders.Order) (sum int64) {\n\tfor i := range all {\n\t\tsum += orders.Total(all[i])\n\t}\n\treturn sum\n}\n";
    let shipped = |name: &str| fs::read_to_string(root().join(name)).expect("a shipped rule's file");
    let toml = shipped("rules/large-value-passed/rule.toml");
    let own: String =
        toml.lines().filter(|line| !line.starts_with("needs = ")).map(|line| format!("{line}\n")).collect();
    assert_ne!(own.lines().count(), toml.lines().count());
    let tree =
        Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.26\n"), ("use/use.go", uses), ("orders/orders.go", reads)]);
    tree.write(".heaplint/queries/own-passed.scm", shipped("queries/large-value-passed.scm"));
    tree.write(".heaplint/rules/own-passed/rule.toml", own);
    let found = |paths: &[&str]| {
        let call = heaplint(tree.path(), &[&["check", "--select", "own-passed", "--fail-on", "never"], paths].concat());
        list(&call.report(0), "findings").len()
    };
    assert_eq!((found(&["."]), found(&["use"])), (1, 1));
    tree.write("orders/orders.go", reads.replace("{ return", "{ order.ID = 1; return"));
    assert_eq!((found(&["."]), found(&["use"])), (0, 0));
}
