//! `tests/fixtures`: the same program under each Go version, and the forms that profiles come in.

use crate::no_byte_is_lost;
use crate::support::{Costs, Table, check, root, total};
use heaplint::profile::Symbol;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn report_on(profile: &str) -> Value {
    let report = check(&root().join("tests/go/sites"), &["--fail-on", "never"]).profile(fixture(profile)).report(0);
    assert_eq!(total(&report, "unplaced"), 0, "{profile}: {}", report["unplaced"]);
    assert_eq!(total(&report, "exact"), total(&report, "own"), "{profile}: the source is the one that was built");
    report
}

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// Every row of the table is what the report says of its line, callee and declaration, and nothing else is told.
fn told_as_in(table: &str, profile: &str) {
    let table = Table::read(&fixture(table));
    let report = report_on(profile);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    let kinds: Vec<(&String, String)> = table.columns[7..].iter().map(|column| (column, kind_of(column))).collect();
    let mut wanted = BTreeMap::new();
    for row in &table.rows {
        let line: u64 = row["line"].parse().expect("a line");
        for (column, kind) in &kinds {
            let key = (row["file"].clone(), line, crate::support::plain(&row["direct_callee"]), kind.clone());
            *wanted.entry(key).or_insert(0) += row[*column].parse::<i64>().expect("a value");
        }
        names_its_declaration(row, &costs);
    }
    let nothing = |value: &i64| *value != 0;
    wanted.retain(|_, value| nothing(value));
    let mut told = costs.own.clone();
    told.retain(|_, value| nothing(value));
    assert_eq!(told, wanted, "{profile}");
    for ((_, kind), total) in kinds.iter().zip(&table.totals) {
        assert_eq!(costs.sum(kind), *total, "{profile}: {kind}");
    }
}

/// `alloc_space` for `alloc_space_bytes`.
fn kind_of(column: &str) -> String {
    column.rsplit_once('_').expect("a column says its unit").0.to_owned()
}

fn names_its_declaration(row: &BTreeMap<String, String>, costs: &Costs) {
    let key = (row["file"].clone(), row["line"].parse().expect("a line"));
    // Where a finding took everything, no hotspot is left to name the function.
    let Some(symbols) = costs.symbols.get(&key) else { return };
    let declaration = |name: &str| {
        let symbol = Symbol::parse(name).unwrap_or_else(|| panic!("{name} is a symbol of Go"));
        (symbol.package, symbol.declaration)
    };
    let wanted = declaration(&row["symbol"]);
    assert!(symbols.iter().any(|symbol| declaration(symbol) == wanted), "{key:?}: {symbols:?} lacks {wanted:?}");
}

#[test]
fn every_go_version_is_told_as_its_table_says() {
    let mut versions: Vec<String> = fs::read_dir(fixture(""))
        .expect("tests/fixtures is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("go1."))
        .collect();
    versions.sort();
    assert!(versions.len() >= 5, "{versions:?}");
    for version in versions {
        told_as_in(&format!("{version}/expected.tsv"), &format!("{version}/heap.pb.gz"));
    }
}

#[test]
fn what_a_second_of_a_server_allocated_is_told_as_its_table_says() {
    told_as_in("go1.27/heap.delta.expected.tsv", "go1.27/heap.delta.pb.gz");
}

#[test]
fn a_sampled_profile_is_told_as_its_table_says() {
    told_as_in("go1.27/allocs.default-rate.expected.tsv", "go1.27/allocs.default-rate.pb.gz");
}

#[test]
fn a_test_binary_is_told_as_its_table_says_tests_included() {
    told_as_in("go1.27/bench.mem.expected.tsv", "go1.27/bench.mem.pb.gz");
}

/// The sites whose mark says how many objects each of the 50 rounds makes: other builds have the same numbers there.
fn fixed_sites_agree(profile: &str) {
    let report = report_on(profile);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    let mut checked = 0;
    for (file, line, name, each) in marks() {
        let objects: i64 = objects_at(&costs, &file, line);
        assert_eq!(objects, 50 * each, "{profile}: {name} at {file}:{line}");
        checked += 1;
    }
    assert!(checked > 50, "only {checked} sites have a number in their mark");
}

fn objects_at(costs: &Costs, file: &str, line: u64) -> i64 {
    let here =
        costs.own.iter().filter(|((path, at, _, kind), _)| path == file && *at == line && kind == "alloc_objects");
    here.map(|(_, value)| value).sum()
}

/// The marks `// @site name each=N`: file, line, name, N.
fn marks() -> Vec<(String, u64, String, i64)> {
    let table = Table::read(&fixture("go1.27/expected.tsv"));
    let mut files: Vec<&String> = table.rows.iter().map(|row| &row["file"]).collect();
    files.sort();
    files.dedup();
    let mut marks = Vec::new();
    for file in files {
        let text = fs::read_to_string(root().join("tests/go/sites").join(file)).expect("the source is there");
        for (at, line) in text.lines().enumerate() {
            let Some((_, mark)) = line.split_once("// @site ") else { continue };
            let Some((name, each)) = mark.split_once(" each=") else { continue };
            marks.push((file.clone(), at as u64 + 1, name.to_owned(), each.trim().parse().expect("a number")));
        }
    }
    marks
}

#[test]
fn a_build_with_trimpath_has_the_same_numbers() {
    fixed_sites_agree("go1.27/heap.trimpath.pb.gz");
}

#[test]
fn the_text_form_has_the_same_numbers() {
    fixed_sites_agree("go1.27/heap.debug1.txt");
}

#[test]
fn two_slices_of_different_sizes_on_one_line_are_each_given_their_own() {
    let report = report_on("go1.26/heap.pb.gz");
    let on_line = |finding: &&Value| finding["path"] == "growth/growth.go" && finding["cost_lines"][0] == 87;
    let own: Vec<(&Value, &Value)> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(on_line)
        .map(|finding| (&finding["message"], &finding["measured"]["alloc_space"]["own"]))
        .collect();
    // Fifty rounds of four integers and of five strings.
    let told = [("`make([]int, 4)` allocates", 50 * 32), ("`make([]string, 5)` allocates", 50 * 80)];
    for (message, bytes) in told {
        assert!(own.iter().any(|(said, own)| **said == message && **own == bytes), "{own:?}");
    }
}
