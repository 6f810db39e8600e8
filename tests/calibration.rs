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

/// The lines of a row of the table in docs/statistics.md, by the column that its strata go by.
fn stratum<'r>(name: &str, rows: &'r [Row], column: &str) -> Vec<&'r Row> {
    let counts = match name {
        "below 3, p < 0.5" => 0.0..3.0,
        "3 to 10, p < 0.5" => 3.0..10.0,
        "10 to 30, p < 0.5" => 10.0..30.0,
        "over 30, p < 0.5" => 30.0..f64::INFINITY,
        _ => 0.0..f64::INFINITY,
    };
    let kind = |row: &&Row| match name {
        "tiny blocks" => row["kind"] == "tiny",
        "p ≥ 0.5" => row["kind"] != "tiny" && number(row, "largest_p") >= 0.5,
        _ => row["kind"] != "tiny" && number(row, "largest_p") < 0.5,
    };
    rows.iter().filter(kind).filter(|row| counts.contains(&number(row, column))).collect()
}

const STRATA: [&str; 6] =
    ["below 3, p < 0.5", "3 to 10, p < 0.5", "10 to 30, p < 0.5", "over 30, p < 0.5", "p ≥ 0.5", "tiny blocks"];

#[test]
fn the_documentation_states_what_was_measured() {
    let docs = fs::read_to_string(root().join("docs/statistics.md")).expect("docs/statistics.md");
    let table = docs.lines().skip_while(|line| !line.starts_with("| Stratum |")).skip(2);
    let told: Vec<&str> = table.take_while(|line| line.starts_with('|')).collect();
    let rows = rows();
    let measured = STRATA.map(|name| {
        let (bytes, objects) = (stratum(name, &rows, "expected"), stratum(name, &rows, "object_samples"));
        let part = |lines: &[&Row], held: &str| format!("{:.1} %", sums(lines.iter().copied(), held).1 * 100.0);
        let cases = |lines: &[&Row]| {
            let cases = lines.iter().map(|row| number(row, "cases")).sum::<f64>() as u64;
            if cases < 1_000 { cases.to_string() } else { format!("{},{:03}", cases / 1_000, cases % 1_000) }
        };
        let mut widths: Vec<f64> = bytes.iter().map(|row| number(row, "median_width")).collect();
        widths.sort_by(f64::total_cmp);
        let width = f64::midpoint(widths[(widths.len() - 1) / 2], widths[widths.len() / 2]);
        format!(
            "| {name} | {} | {} | {} | {:.0} % | {} | {} |",
            cases(&bytes),
            part(&bytes, "held_bytes"),
            part(&bytes, "held_share"),
            width * 100.0,
            cases(&objects),
            part(&objects, "held_objects"),
        )
    });
    assert_eq!(told, measured, "every row of the table, and no other");
    let least = measured[0].rsplit('|').nth(1).map(str::trim).expect("the last cell");
    let said = format!("count worth fewer than three samples, in only {least} of the cases");
    assert!(docs.replace('\n', " ").contains(&said), "the text says what the table does: {said}");
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
