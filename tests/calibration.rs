//! What the calibration on real Go measured (`tests/calibration/run` wrote it) keeps what docs/statistics.md promises, and
//! the collector's own objects of a real profile are told apart from those of the lines that they are charged to.

mod support;

use std::collections::BTreeMap;
use std::fs;
use support::{heaplint, list, root};

/// One line of the calibration program, by column of result.tsv.
type Row = BTreeMap<String, String>;

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("tests/calibration/result.tsv")).expect("result.tsv");
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let names: Vec<&str> = lines.next().expect("a header").split('\t').collect();
    let row =
        |line: &str| names.iter().map(|name| (*name).to_owned()).zip(line.split('\t').map(str::to_owned)).collect();
    lines.map(row).collect()
}

fn number(row: &Row, name: &str) -> f64 {
    row[name].parse().unwrap_or_else(|_| panic!("{name} of {row:?}"))
}

/// Cases and the part of them that their interval held, of the lines that `column` puts between these counts.
fn coverage(held: &str, column: &str, counts: std::ops::Range<f64>) -> (f64, f64) {
    let rows = rows();
    let mine = rows
        .iter()
        .filter(|row| row["kind"] != "tiny" && number(row, "largest_p") < 0.5 && counts.contains(&number(row, column)));
    sums(mine, held)
}

fn sums<'r>(rows: impl Iterator<Item = &'r Row>, held: &str) -> (f64, f64) {
    let (cases, held) = rows.fold((0.0, 0.0), |sums, row| (sums.0 + number(row, "cases"), sums.1 + number(row, held)));
    (cases, held / cases)
}

#[test]
fn nine_of_ten_intervals_held_the_truth_in_every_stratum() {
    let promised = [("held_bytes", "expected"), ("held_share", "expected"), ("held_objects", "object_samples")];
    for (held, column) in promised {
        for counts in [3.0..10.0, 10.0..30.0, 30.0..f64::INFINITY] {
            let (cases, part) = coverage(held, column, counts.clone());
            assert!(cases >= 1_000.0 && (0.87..=0.93).contains(&part), "{held} {counts:?}: {part} of {cases}");
        }
        let rows = rows();
        let (cases, part) = sums(rows.iter().filter(|row| number(row, "largest_p") >= 0.5), held);
        assert!(cases >= 1_000.0 && part >= 0.9, "{held}, p >= 0.5: {part} of {cases}");
    }
}

#[test]
fn the_documentation_states_what_was_measured() {
    let docs = fs::read_to_string(root().join("docs/statistics.md")).expect("docs/statistics.md");
    let percent = |part: f64| format!("{:.1} %", part * 100.0);
    for (name, counts) in
        [("3 to 10, p < 0.5", 3.0..10.0), ("10 to 30, p < 0.5", 10.0..30.0), ("over 30, p < 0.5", 30.0..f64::INFINITY)]
    {
        let line = docs.lines().find(|line| line.starts_with(&format!("| {name} |"))).expect(name);
        for (held, column) in
            [("held_bytes", "expected"), ("held_share", "expected"), ("held_objects", "object_samples")]
        {
            let told = percent(coverage(held, column, counts.clone()).1);
            assert!(line.contains(&format!("| {told} |")), "{held}: {told} is not in {line}");
        }
    }
}

#[test]
fn objects_of_the_collector_are_in_no_lines_cost() {
    let program = root().join("tests/calibration/program");
    let words = ["check", "--include", "generated", "--fail-on", "never", "--profile", "../noise.pb.gz"];
    let report = heaplint(&program, &words).report(0);
    let hotspots = list(&report, "hotspots").iter().map(|hotspot| (hotspot["line"].as_u64(), &hotspot["measured"]));
    let findings =
        list(&report, "findings").iter().map(|finding| (finding["cost_lines"][0].as_u64(), &finding["measured"]));
    let measured: BTreeMap<u64, _> =
        hotspots.chain(findings).filter_map(|(line, measured)| Some((line?, measured))).collect();
    let (mut charged, mut noise, mut checked) = (0, 0, 0);
    for row in rows() {
        let line = number(&row, "line") as u64;
        let value = |kind: &str, name: &str| measured[&line][kind][name].as_i64().expect("a number");
        let aside = value("alloc_space", "noise");
        noise += aside;
        charged += i64::from(aside > 0);
        // Of a line with many objects of one size, only these are left.
        let many = number(&row, "objects") >= 20_000.0;
        if let Some((size, _)) = row["sizes"].split_once(':').filter(|_| many && !row["sizes"].contains(',')) {
            checked += 1;
            let mean = value("alloc_space", "own") as f64 / value("alloc_objects", "own") as f64;
            let size: f64 = size.parse().expect("a size");
            assert!((mean / size - 1.0).abs() < 1e-3, "line {line}: {mean} bytes each, not {size}");
        }
    }
    assert!(checked >= 40, "{checked} lines of one size were checked");
    assert!(charged >= 10, "{charged} lines were charged with the collector's objects");
    assert!(noise <= report["summary"]["profile"]["noise"].as_i64().expect("a number"));
}
