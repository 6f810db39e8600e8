//! Every format over the same report, compared byte for byte with `golden/`, and the promises that all formats keep.
//!
//! `HEAPLINT_BLESS=1 cargo test` rewrites the golden files; read their difference before committing it.

use super::fixture::fixture_report;
use super::fixture_hostile::{COMMANDS, MARKUP, hostile};
use super::human::HumanOptions;
use super::json::JsonOptions;
use super::markdown::comment;
use super::repository::Repository;
use super::text::BesideOptions;
use super::{Look, checkstyle, github, gitlab, human, json, junit, rdjsonl, sarif, text, untrusted};
use crate::model::*;
use proptest::prelude::*;
use std::path::Path;

const PLAIN: HumanOptions<'static> = HumanOptions {
    look: Look { colour: false, unicode: true, width: 80, links: false },
    verbose: false,
    quiet: false,
    hotspots: 4,
    rule_page: Some("https://example.com/rules.html"),
};

fn human(report: &Report, options: &HumanOptions<'_>) -> String {
    written(|out| human::render(report, options, out))
}

fn text(report: &Report) -> String {
    written(|out| {
        text::render(report, out)?;
        text::render_beside(report, &BesideOptions { summary: true }, out)
    })
}

fn json(report: &Report) -> String {
    written(|out| json::render(report, &JsonOptions { version: "0.0.0" }, out))
}

/// Every format for other programs, by the name of its golden file.
fn for_machines(report: &Report) -> [(&'static str, String); 8] {
    let (version, repository) = ("0.0.0", Repository { top: "/home/me/shop", below: "services/api" });
    let options = JsonOptions { version };
    let sarif = sarif::SarifOptions { version, repository, limits: sarif::GITHUB };
    let comment = comment::CommentOptions { version, repository };
    [
        ("lines.jsonl", written(|out| json::lines::render(report, &options, out))),
        ("sarif.json", written(|out| sarif::render(report, &sarif, out).map(|_| ()))),
        ("github.txt", written(|out| github::render(report, &github::GithubOptions { repository }, out))),
        ("gitlab.json", written(|out| gitlab::render(report, &gitlab::GitlabOptions { repository }, out))),
        ("rdjson.jsonl", written(|out| rdjsonl::render(report, out))),
        ("checkstyle.xml", written(|out| checkstyle::render(report, out))),
        ("junit.xml", written(|out| junit::render(report, out))),
        ("comment.md", written(|out| comment::render(report, &comment, out))),
    ]
}

fn written(render: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    render(&mut bytes).expect("a Vec takes any bytes");
    String::from_utf8(bytes).expect("every format is UTF-8")
}

fn check_golden(name: &str, output: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/golden").join(name);
    if std::env::var_os("HEAPLINT_BLESS").is_some() {
        std::fs::write(&path, output).expect("the golden folder is writable");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(output.lines()).position(|(golden, output)| golden != output);
    let line = differs.unwrap_or(golden.lines().count().min(output.lines().count()));
    assert!(
        golden == output,
        "{} differs from line {}:\n- {:?}\n+ {:?}\nIf that is meant: HEAPLINT_BLESS=1 cargo test",
        path.display(),
        line + 1,
        golden.lines().nth(line),
        output.lines().nth(line),
    );
}

#[test]
fn a_quiet_report_has_the_findings_and_what_went_wrong_and_no_totals() {
    let report = fixture_report();
    let (whole, quiet) = (human(&report, &PLAIN), human(&report, &HumanOptions { quiet: true, ..PLAIN }));
    let findings = whole.split("hotspots: ").next().expect("what stands before the hotspots");
    assert!(quiet.starts_with(findings) && quiet.contains("problems: ") && quiet.contains("warning: "), "{quiet}");
    for total in ["hotspots: ", "unplaced: ", "findings shown", "verdicts ", "left out"] {
        assert!(whole.contains(total) && !quiet.contains(total), "{total}");
    }
    let clean = Report { findings: Vec::new(), shown: Vec::new(), problems: Vec::new(), ..report };
    let clean = Report { summary: Summary { profile: None, warnings: Vec::new(), ..clean.summary }, ..clean };
    assert!(!human(&clean, &HumanOptions { quiet: true, ..PLAIN }).contains("no findings"));
}

#[test]
fn every_format_draws_the_same_report_as_its_golden_file_says() {
    let report = fixture_report();
    check_golden("human.txt", &human(&report, &PLAIN));
    let ascii = HumanOptions { look: Look::plain(80, false), verbose: true, ..PLAIN };
    check_golden("human-ascii-verbose.txt", &human(&report, &ascii));
    let colour = Look { colour: true, unicode: true, width: 100, links: true };
    check_golden("human-colour.txt", &human(&report, &HumanOptions { look: colour, ..PLAIN }));
    check_golden("text.txt", &text(&report));
    check_golden("json.txt", &json(&report));
    for (name, output) in for_machines(&report) {
        check_golden(name, &output);
    }
}

#[test]
fn empty_reports_say_what_happened() {
    let nothing = Report::default();
    let mut clean = Report::default();
    (clean.summary.files, clean.summary.rules) = (1, 31);
    clean.summary.left_out.tests = 2;
    let mut folded = fixture_report();
    folded.shown.clear();
    folded.hotspots.clear();
    folded.problems.clear();
    folded.unplaced.clear();
    let mut unprofiled = folded.clone();
    unprofiled.summary.profile = None;
    unprofiled.summary.other_profiles.clear();
    unprofiled.summary.verdicts = VerdictCounts([("unprofiled", 1)].into());
    unprofiled.findings = vec![Finding { verdict: Verdict::Unprofiled, measured: None, ..folded.findings[0].clone() }];
    unprofiled.shown = vec![0];
    let mut output = String::new();
    for report in [&nothing, &clean, &folded, &unprofiled] {
        output += &format!("human\n{}text\n{}json\n", human(report, &PLAIN), text(report));
        output += &json(&Report { findings: Vec::new(), ..report.clone() });
    }
    check_golden("empty.txt", &output);
}

#[test]
fn hostile_text_reaches_no_terminal_and_no_build_runner() {
    let report = fixture_report();
    let ascii = HumanOptions { look: Look::plain(40, false), verbose: true, hotspots: 99, ..PLAIN };
    for output in [human(&report, &PLAIN), human(&report, &ascii), text(&report), json(&report)] {
        check_harmless(&output);
    }
    assert!(json(&report).contains("\\u001b"), "the fixture has lost its escape sequences");
    for text in COMMANDS.iter().chain(&MARKUP) {
        let report = hostile(text);
        for output in [human(&report, &PLAIN), human(&report, &ascii), self::text(&report), json(&report)] {
            check_harmless(&output);
        }
        for (name, output) in for_machines(&report) {
            // The one format whose lines are commands has tests of its own.
            let output = if name == "github.txt" { output.replace("\n::", "\n") } else { output };
            check_harmless(output.strip_prefix("::").unwrap_or(&output));
        }
    }
}

fn check_harmless(output: &str) {
    for line in output.lines() {
        let no_tab = |character| character != '\t' && untrusted::is_dangerous(character);
        assert!(!line.contains(no_tab), "a control is left in {line:?}");
        assert!(!line.trim_start().starts_with("::"), "a command opens {line:?}");
        assert!(!line.contains("##[") && !line.contains("##vso["), "a command stands in {line:?}");
    }
}

#[test]
fn human_lines_keep_to_their_width_where_nothing_must_stay_whole() {
    let mut report = fixture_report();
    report.hotspots.retain(|hotspot| hotspot.path.len() < 40);
    for line in human(&report, &PLAIN).lines() {
        let is_place = line.contains("─[") || line.trim_start().starts_with("at ");
        let is_label = line.contains("╰── ");
        let wide = super::layout::width(line);
        assert!(wide <= 80 || is_place || is_label, "{wide} columns: {line}");
    }
}

#[test]
fn ascii_output_adds_no_character_of_its_own_beyond_ascii() {
    let mut report = fixture_report();
    report.findings.truncate(1);
    report.shown = vec![0];
    report.hotspots.truncate(2);
    report.summary.profile.iter_mut().for_each(|profile| profile.warnings.clear());
    let ascii = HumanOptions { look: Look::plain(80, false), verbose: true, ..PLAIN };
    let output = human(&report, &ascii);
    assert!(output.is_ascii(), "{output}");
}

#[test]
fn json_holds_every_finding_and_says_which_are_shown() {
    let report = fixture_report();
    let value: serde_json::Value = serde_json::from_str(&json(&report)).expect("valid JSON");
    let findings = value["findings"].as_array().expect("an array");
    assert_eq!(findings.len(), report.findings.len());
    let shown = findings.iter().filter(|finding| finding["shown"] == true).count();
    assert_eq!(shown, report.shown.len());
    for (finding, wanted) in findings.iter().zip(&report.findings) {
        assert_eq!(finding["path"], *wanted.path, "strings come back unchanged");
        assert_eq!(finding["message"], *wanted.message);
        assert_eq!(finding["verdict"] == "cold", finding.get("bound").is_some());
    }
    let top: Vec<&String> = value.as_object().expect("an object").keys().collect();
    assert_eq!(
        top,
        [
            "schema_version",
            "tool",
            "summary",
            "findings",
            "hotspots",
            "unplaced",
            "timing",
            "waiting",
            "benchmarks",
            "fixes",
            "problems"
        ]
    );
}

#[test]
fn every_key_that_json_writes_is_documented() {
    fn collect(value: &serde_json::Value, inside: &str, keys: &mut std::collections::BTreeSet<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    // The keys of `measured` are the profile's own sample types.
                    if inside != "measured" {
                        keys.insert(key.clone());
                    }
                    collect(value, key, keys);
                }
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, inside, keys)),
            _ => {}
        }
    }
    let value = serde_json::from_str(&json(&fixture_report())).expect("valid JSON");
    let mut keys = std::collections::BTreeSet::new();
    collect(&value, "", &mut keys);
    let page = include_str!("../../docs/json.md");
    let missing: Vec<&String> = keys.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/json.md does not name {missing:?}");
    assert!(keys.len() > 60, "the fixture no longer fills every field: {keys:?}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = fixture_report();
    assert_eq!(json(&report), json(&report.clone()));
    assert_eq!(human(&report, &PLAIN), human(&report.clone(), &PLAIN));
}

#[test]
fn drawing_a_finding_takes_no_longer_in_a_large_file() {
    let fastest = |lines: usize| {
        let code = "\tnames = append(names, name)\n";
        let source = Source::new("many.go", code.repeat(lines).into_bytes());
        let mut report = fixture_report();
        let mut finding = report.findings[0].clone();
        (finding.path, finding.labels) = (source.path.clone(), Vec::new());
        report.findings = (0..200)
            .map(|nth| {
                let start = nth * lines / 200 * code.len() + 1;
                let span = Span::new(start, start + 5);
                Finding { span, region: source.region(span), ..finding.clone() }
            })
            .collect();
        report.shown = (0..200).collect();
        report.sources.insert(source.path.clone(), source);
        let run = |_| {
            let start = std::time::Instant::now();
            assert!(human(&report, &PLAIN).matches("many.go").count() == 200);
            start.elapsed()
        };
        (0..5).map(run).min().expect("five runs")
    };
    // miette's own sources read a file from its start for every label: with them the ratio would follow the size.
    let (small, large) = (fastest(350), fastest(35_000));
    assert!(large < small * 4, "200 findings took {small:?} in 10 KB and {large:?} in 1 MB");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_source_and_any_span_can_be_drawn(
        bytes in proptest::collection::vec(prop_oneof![
            Just(b'\n'), Just(b'\t'), Just(b'\r'), Just(b'#'), Just(b'['), Just(b':'), Just(0xe4), Just(0xb8), Just(0x96),
            any::<u8>(), Just(b'a'), Just(b'b'),
        ], 0..400),
        spans in proptest::collection::vec((0usize..420, 0usize..420), 1..12),
        width in 0usize..90,
    ) {
        let mut report = fixture_report();
        report.hotspots.clear();
        report.shown = vec![0];
        let source = Source::new("any.go", bytes);
        let finding = &mut report.findings[0];
        finding.path = source.path.clone();
        let span = |(start, end): (usize, usize)| Span::new(start, end);
        finding.span = span(spans[0]);
        finding.labels = spans[1..].iter().map(|each| Label { span: span(*each), text: "x".into() }).collect();
        report.sources.insert(source.path.clone(), source);
        let look = Look::plain(width, width % 2 == 0);
        let output = human(&report, &HumanOptions { look, ..PLAIN });
        check_harmless(&output);
        prop_assert!(!output.contains("Failed to read"), "{output}");
    }
}
