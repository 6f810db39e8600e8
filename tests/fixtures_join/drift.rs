//! Sources that changed since the profile: what moved as a whole is found again, what is gone is told, no byte is lost.
//!
//! The marks `// @site name` move with their lines, so that the changed source says where each cost belongs today.

use crate::no_byte_is_lost;
use crate::support::{Costs, Table, Tree, check, list, made, root, text, total};
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) const GROWTH: &str = "growth/growth.go";

pub(crate) fn sites() -> Tree {
    Tree::copy_of(&root().join("tests/go/sites"))
}

fn report_on(tree: &Tree) -> (Value, Costs) {
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    let report = check(tree.path(), &["--fail-on", "never"]).profile(profile).report(0);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    (report, costs)
}

/// Bytes of the sites in the profile's table for which `which` holds: file, name and line when it was profiled.
pub(crate) fn profiled(which: impl Fn(&str, &str, u64) -> bool) -> BTreeMap<String, i64> {
    let mut bytes = BTreeMap::new();
    for row in Table::read(&root().join("tests/fixtures/go1.27/expected.tsv")).rows {
        if which(&row["file"], &row["site"], row["line"].parse().expect("a line")) {
            *bytes.entry(row["site"].clone()).or_insert(0) += row["alloc_space_bytes"].parse::<i64>().expect("bytes");
        }
    }
    bytes
}

/// What the report charges to the lines of `file` that carry these marks today.
pub(crate) fn told(tree: &Tree, file: &str, names: &BTreeMap<String, i64>, costs: &Costs) -> BTreeMap<String, i64> {
    let text = tree.read(file);
    let mut bytes = BTreeMap::new();
    for (at, line) in text.lines().enumerate() {
        let Some((_, mark)) = line.split_once("// @site ") else { continue };
        let name = mark.split(' ').next().expect("a mark has a name");
        if names.contains_key(name) {
            let here = costs.own.iter().filter(|((path, number, _, kind), _)| {
                path == file && *number == at as u64 + 1 && kind == "alloc_space"
            });
            *bytes.entry(name.to_owned()).or_insert(0) += here.map(|(_, value)| value).sum::<i64>();
        }
    }
    bytes
}

pub(crate) fn sum(bytes: &BTreeMap<String, i64>) -> i64 {
    bytes.values().sum()
}

/// The line of a mark in the source that was profiled.
pub(crate) fn line_of(file: &str, needle: &str) -> u64 {
    let text = std::fs::read_to_string(root().join("tests/go/sites").join(file)).expect("the source is there");
    text.lines().position(|line| line.contains(needle)).unwrap_or_else(|| panic!("{file} lacks {needle}")) as u64 + 1
}

#[test]
fn what_lies_below_new_lines_is_aligned_and_what_lies_above_stays_exact() {
    let tree = sites();
    let dynamic = "//go:noinline\nfunc makeDynamic(n int) {";
    tree.replace(GROWTH, dynamic, &format!("// One more.\nvar another int\n\n{dynamic}"));
    let (report, costs) = report_on(&tree);
    // Whether the function right above has them in it nobody can see from the profile: it is aligned, to the lines that it had.
    let first = line_of(GROWTH, "func appendSlice");
    let all = profiled(|file, _, _| file == GROWTH);
    assert_eq!(told(&tree, GROWTH, &all, &costs), all);
    let moved = profiled(|file, _, line| file == GROWTH && line > first);
    assert_eq!(
        (total(&report, "aligned"), total(&report, "function"), total(&report, "unplaced")),
        (sum(&moved), 0, 0)
    );
}

#[test]
fn literals_move_with_their_functions() {
    for file in ["closures/closures.go", "iterate/iterate.go", "generic/generic.go"] {
        let tree = sites();
        let text = tree.read(file);
        let (package, rest) = text.split_once("\n\n").expect("an import follows the package clause");
        tree.write(file, format!("{package}\n\n// One.\n//\n// Two.\n\n{rest}"));
        let (report, costs) = report_on(&tree);
        let all = profiled(|of, site, _| of == file && !site.starts_with("package-variable"));
        assert_eq!(told(&tree, file, &all, &costs), all, "{file}");
        assert_eq!(total(&report, "aligned"), sum(&all), "{file}: {}", report["summary"]);
        // Initialisers have no name to be found by.
        let nameless = profiled(|of, site, _| of == file && site.starts_with("package-variable"));
        assert_eq!((total(&report, "function"), total(&report, "unplaced")), (0, sum(&nameless)), "{file}");
    }
}

#[test]
fn a_deleted_function_is_told_by_its_name_and_what_follows_it_is_aligned() {
    let tree = sites();
    let dynamic =
        "//go:noinline\nfunc makeDynamic(n int) {\n\tsinkInts = make([]int, n) // @site make-dynamic each=1\n}\n\n";
    tree.replace(GROWTH, dynamic, "");
    tree.replace(GROWTH, "\tmakeDynamic(30 + n%2)\n", "");
    let (report, costs) = report_on(&tree);
    let gone = profiled(|_, site, _| site == "make-dynamic");
    assert_eq!(total(&report, "unplaced"), sum(&gone));
    let unplaced = list(&report, "unplaced");
    assert_eq!(unplaced.len(), 1, "{unplaced:?}");
    assert_eq!(text(&unplaced[0], "symbol"), "example.com/sites/growth.makeDynamic");
    assert!(text(&unplaced[0], "reason").contains("declares no `makeDynamic` any more"), "{}", unplaced[0]);
    let rest = profiled(|file, site, _| file == GROWTH && site != "make-dynamic");
    assert_eq!(told(&tree, GROWTH, &rest, &costs), rest);
    // What lies above it in the file may be in doubt: nothing but the profile says that it ends where it did.
    let below = profiled(|file, _, line| file == GROWTH && line > line_of(GROWTH, "func makeDynamic") + 1);
    assert!((sum(&below)..=sum(&rest)).contains(&total(&report, "aligned")), "{}", report["summary"]);
    assert_eq!(total(&report, "function"), 0);
}

#[test]
fn a_function_in_another_file_of_its_package_is_aligned() {
    let tree = sites();
    let dynamic =
        "//go:noinline\nfunc makeDynamic(n int) {\n\tsinkInts = make([]int, n) // @site make-dynamic each=1\n}\n\n";
    tree.replace(GROWTH, dynamic, "");
    tree.write("growth/more.go", format!("package growth\n\n{dynamic}"));
    let (report, costs) = report_on(&tree);
    let moved = profiled(|_, site, _| site == "make-dynamic");
    assert_eq!(told(&tree, "growth/more.go", &moved, &costs), moved);
    assert_eq!((total(&report, "function"), total(&report, "unplaced")), (0, 0));
}

#[test]
fn the_functions_of_a_renamed_file_are_aligned() {
    let tree = sites();
    tree.rename(GROWTH, "growth/grown.go");
    let (report, costs) = report_on(&tree);
    let all = profiled(|file, _, _| file == GROWTH);
    assert_eq!(told(&tree, "growth/grown.go", &all, &costs), all);
    assert_eq!(total(&report, "aligned"), sum(&all), "{}", report["summary"]);
    assert_eq!((total(&report, "function"), total(&report, "unplaced")), (0, 0));
}

#[test]
fn a_literal_that_no_longer_starts_where_it_did_is_found_by_what_it_allocates() {
    let tree = sites();
    let inner = "\t\treturn func() []int { // @site closure-inner each=1\n";
    tree.replace("closures/closures.go", inner, &format!("\t\tsinkSum++\n{inner}"));
    let (report, costs) = report_on(&tree);
    let all = profiled(|file, site, _| file == "closures/closures.go" && !site.starts_with("package-variable"));
    assert_eq!(told(&tree, "closures/closures.go", &all, &costs), all);
    assert_eq!(total(&report, "function"), 0, "{}", report["summary"]);
}

#[test]
fn lines_put_into_a_function_that_starts_where_it_did_are_seen_by_what_the_others_allocate() {
    let tree = sites();
    tree.replace(GROWTH, "\tfor i := range rows {\n", "\tprintln()\n\tprintln()\n\tfor i := range rows {\n");
    let (report, costs) = report_on(&tree);
    let all = profiled(|file, _, _| file == GROWTH);
    assert_eq!(told(&tree, GROWTH, &all, &costs), all);
    assert_eq!(total(&report, "function"), 0, "{}", report["summary"]);
    let below = profiled(|file, site, line| {
        file == GROWTH && (site == "matrix-rows" || line > line_of(GROWTH, "sinkRows = rows"))
    });
    assert!(total(&report, "aligned") >= sum(&below), "{}", report["summary"]);
}

#[test]
fn of_lines_that_could_all_be_it_none_is_taken() {
    let tree = sites();
    let row = "\t\trows[i] = make([]int, 8) // @site matrix-rows each=8\n";
    tree.replace(GROWTH, row, &"\t\trows[i] = make([]int, 8)\n".repeat(3));
    let (report, costs) = report_on(&tree);
    let rows = profiled(|_, site, _| site == "matrix-rows");
    assert_eq!(total(&report, "function"), sum(&rows), "{}", report["summary"]);
    let rest = profiled(|file, site, _| file == GROWTH && site != "matrix-rows");
    assert_eq!(told(&tree, GROWTH, &rest, &costs), rest);
}

#[test]
fn lines_behind_the_end_of_a_shortened_function_are_known_by_their_function_only() {
    let tree = sites();
    let body =
        "\tfor i := range rows {\n\t\trows[i] = make([]int, 8) // @site matrix-rows each=8\n\t}\n\tsinkRows = rows\n";
    tree.replace(GROWTH, body, "");
    let (report, _) = report_on(&tree);
    let rows = profiled(|_, site, _| site == "matrix-rows");
    assert_eq!((total(&report, "function"), total(&report, "unplaced")), (sum(&rows), 0));
    let cost = &list(&report, "hotspots").iter().find(|hotspot| {
        hotspot["symbol"] == "example.com/sites/growth.matrix"
            && hotspot["grade"] == "function"
            && hotspot["measured"]["alloc_space"]["own"] == sum(&rows)
    });
    assert!(cost.is_some(), "{report}");
}

#[test]
fn a_finding_in_a_changed_function_is_stale() {
    let tree = sites();
    let body =
        "\tfor i := range rows {\n\t\trows[i] = make([]int, 8) // @site matrix-rows each=8\n\t}\n\tsinkRows = rows\n";
    tree.replace(GROWTH, body, "");
    tree.replace(GROWTH, "\trows := make([][]int, 8) // @site matrix-outer each=1\n", "\tprintln(make([]int, 9))\n");
    tree.replace(GROWTH, "//go:noinline\nfunc matrix() {", "\n//go:noinline\nfunc matrix(more ...int) {");
    let (report, _) = report_on(&tree);
    let finding =
        list(&report, "findings").iter().find(|finding| finding["symbol"] == "example.com/sites/growth.matrix");
    let finding = finding.expect("the make of matrix is reported");
    assert!(["measured", "stale", "hot"].contains(&text(finding, "verdict")), "{finding}");
    assert_ne!(finding["grade"], "exact", "{finding}");
}

#[test]
fn the_line_of_an_initialiser_is_not_taken_for_another_files() {
    let declares = |line: usize| format!("package p\n{}var A = make([]int, 9)\n", "\n".repeat(line - 2));
    let tree = Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.25\n")]);
    tree.write("a.go", declares(5));
    tree.write("b.go", declares(8).replace('A', "B"));
    let told = |symbol: &str, line: u32| {
        tree.write(
            "heap.txt",
            made(&[(72, &[(symbol, "/build/p/b.go", line), ("runtime.doInit1", "/go/proc.go", 9)])]),
        );
        let report = check(tree.path(), &["--fail-on", "never"]).profile("heap.txt").report(0);
        (total(&report, "exact"), total(&report, "unplaced"))
    };
    // The record of all initialisers of a package names one file for the lines of all.
    assert_eq!((told("example.com/p.init", 5), told("example.com/p.init", 8)), ((72, 0), (72, 0)));
    // A large map has a record of its own.
    assert_eq!((told("example.com/p.map.init.0", 5), told("example.com/p.map.init.0", 8)), ((0, 72), (72, 0)));
}
