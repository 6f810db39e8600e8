//! `tests/fixtures/constructs`: one function for each construct of Go that can allocate, with the line, the counts and the callee
//! that a real profile has for it.

use crate::no_byte_is_lost;
use crate::support::{Costs, Table, check, constructs_module, go_fixtures, total};
use heaplint::profile::{Limits, Profile, read};
use std::collections::{BTreeMap, BTreeSet};

const KINDS: [(&str, &str); 2] = [("alloc_objects", "alloc_objects"), ("alloc_space", "alloc_bytes")];

/// Rows in which another run of the same program differs from the table, as file, line and callee. Which call of a pool
/// makes an object depends on when a collection empties it; the seed of a map's hash decides when it grows; and objects
/// below 16 bytes without pointers are counted by the block that they happen to open, for themselves or their neighbours.
const OTHER_RUNS_DIFFER: [(&str, u64, &str); 6] = [
    ("boxing.go", 170, "-"),
    ("boxing.go", 170, "fmt.Errorf"),
    ("calls.go", 109, "encoding/json.Marshal"),
    ("calls.go", 344, "sync.(*Map).Store"),
    ("calls2.go", 109, "io.Copy"),
    ("http.go", 16, "-"),
];

/// The costs that the program tells, with everything that always holds checked.
fn costs_of(profile: &str) -> Costs {
    let fixtures = go_fixtures();
    let report = check(&constructs_module(), &["--fail-on", "never"]).profile(fixtures.join(profile)).report(0);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    assert_eq!(total(&report, "unplaced"), 0);
    assert_eq!(total(&report, "exact"), total(&report, "own"), "the source is the one that was built");
    assert!(total(&report, "claimed") > 0, "the rules of the tests claim something");
    costs
}

/// Rows of the table with what the report has for them.
struct Row {
    at: (String, u64, String),
    wanted: [i64; 2],
    told: [i64; 2],
}

fn rows(costs: &Costs) -> Vec<Row> {
    let table = Table::read(&go_fixtures().join("expected.tsv"));
    let mut wanted: BTreeMap<(String, u64, String, bool), [i64; 2]> = BTreeMap::new();
    for row in table.rows.iter().filter(|row| row["line"] != "-") {
        let line = row["line"].parse().expect("a line");
        let passed_on = row["innermost_user"] != "-";
        let callee = crate::support::plain(&row["direct_callee"]);
        let sums = wanted.entry((row["file"].clone(), line, callee, passed_on)).or_default();
        for (sum, (_, column)) in sums.iter_mut().zip(KINDS) {
            *sum += row[column].parse::<i64>().expect("a count");
        }
    }
    assert!(wanted.len() > 250, "the table has shrunk to {} rows", wanted.len());
    let told = |(file, line, callee, passed_on): &(String, u64, String, bool)| {
        let path = format!("sites/{file}");
        KINDS.map(|(kind, _)| match passed_on {
            true => costs.passed_on(&path, *line, callee, kind),
            false => costs.own(&path, *line, callee, kind),
        })
    };
    let row = |(key, wanted)| {
        let told = told(&key);
        Row { at: (key.0, key.1, key.2), wanted, told }
    };
    wanted.into_iter().map(row).collect()
}

fn every_row_is_told(profile: &str) {
    let differing: Vec<String> = rows(&costs_of(profile))
        .into_iter()
        .filter(|row| row.wanted != row.told)
        .map(|row| format!("{:?}: {:?} wanted, {:?} told", row.at, row.wanted, row.told))
        .collect();
    assert!(differing.is_empty(), "{profile}\n{}", differing.join("\n"));
}

#[test]
fn every_construct_costs_its_line_what_the_table_says() {
    every_row_is_told("allocs.pb.gz");
}

#[test]
fn the_text_form_of_the_same_run_says_the_same() {
    every_row_is_told("heap.debug1.txt");
}

#[test]
fn a_run_with_trimpath_differs_only_where_runs_differ() {
    let rows = rows(&costs_of("allocs.trimpath.pb.gz"));
    let differing: BTreeSet<_> = rows.into_iter().filter(|row| row.wanted != row.told).map(|row| row.at).collect();
    let expected = OTHER_RUNS_DIFFER.map(|(file, line, callee)| (file.to_owned(), line, callee.to_owned()));
    assert_eq!(differing, BTreeSet::from(expected));
}

/// Own by file and line as the profile has it: with `-trimpath` a file is ours when it begins with the module's path.
fn own_by_file_name(profile: &Profile) -> BTreeMap<(String, u64), Vec<i64>> {
    let mut sums: BTreeMap<(String, u64), Vec<i64>> = BTreeMap::new();
    for index in 0..profile.samples.len() {
        let mut ours = profile.stack(index).filter_map(|frame| {
            let file = profile.functions[frame.function as usize].file.strip_prefix("example.com/constructs/")?;
            Some((file.to_owned(), u64::from(frame.line)))
        });
        let Some(key) = ours.next() else { continue };
        let sum = sums.entry(key).or_insert_with(|| vec![0; profile.sample_types.len()]);
        sum.iter_mut().zip(profile.values(index)).for_each(|(sum, value)| *sum += value);
    }
    // What was allocated after the collection before the last is sampled, and not counted yet.
    sums.retain(|_, sums| sums.iter().any(|sum| *sum != 0));
    sums
}

#[test]
fn a_run_with_trimpath_is_told_as_its_own_frames_have_it() {
    let bytes = std::fs::read(go_fixtures().join("allocs.trimpath.pb.gz")).expect("the profile is there");
    let profile = read(&bytes, &Limits::STANDARD).expect("the profile reads");
    let wanted = own_by_file_name(&profile);
    let mut told: BTreeMap<(String, u64), Vec<i64>> = BTreeMap::new();
    let columns: Vec<&str> = profile.sample_types.iter().map(|column| &*column.kind).collect();
    for ((path, line, _, kind), value) in &costs_of("allocs.trimpath.pb.gz").own {
        let column = columns.iter().position(|name| name == kind).expect("a sample type of the profile");
        told.entry((path.clone(), *line)).or_insert_with(|| vec![0; columns.len()])[column] += value;
    }
    assert_eq!(told, wanted);
    assert!(wanted.len() > 250, "{}", wanted.len());
}

#[test]
fn what_allocates_nothing_is_charged_nothing() {
    let costs = costs_of("allocs.pb.gz");
    let table = Table::read(&go_fixtures().join("expected.tsv"));
    let sampled: BTreeSet<&String> =
        table.rows.iter().filter(|row| row["line"] != "-").map(|row| &row["construct"]).collect();
    let silent: Vec<_> = table.rows.iter().filter(|row| !sampled.contains(&row["construct"])).collect();
    assert!(silent.len() > 15, "the table has {} constructs that allocate nothing", silent.len());
    for row in silent {
        let (begin, end): (u64, u64) = (row["begin"].parse().expect("a line"), row["end"].parse().expect("a line"));
        for line in begin..=end {
            assert!(!costs.charges(&format!("sites/{}", row["file"]), line), "{} line {line}", row["construct"]);
        }
    }
}
