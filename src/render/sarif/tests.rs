//! What SARIF's readers are promised. The standard's own schema and GitHub's rules are asked in `tests/outputs`.

use super::*;
use crate::model::{Edit, Source, Span};
use crate::render::fixture::{finding, fixture_report};
use crate::render::fixture_hostile::{COMMANDS, MARKUP, hostile};
use proptest::prelude::*;
use serde_json::Value;

const OPTIONS: SarifOptions<'static> =
    SarifOptions { version: "0.0.0", repository: Repository { top: "/r", below: "" }, limits: GITHUB };

fn log(report: &Report, limits: Limits) -> (Value, usize) {
    let mut bytes = Vec::new();
    let left_out = render(report, &SarifOptions { limits, ..OPTIONS }, &mut bytes).expect("a Vec takes any bytes");
    let mut value: Value = serde_json::from_slice(&bytes).expect("JSON");
    (value["runs"][0].take(), left_out)
}

fn run(report: &Report) -> Value {
    log(report, GITHUB).0
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// The links of a message, as section 3.11.6 of the standard reads them: text, then the number that it leads to.
fn links(message: &str) -> Vec<(String, String)> {
    let bytes = message.as_bytes();
    let escaped = |at: usize| bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1;
    let mut all = Vec::new();
    for (at, _) in message.match_indices("](").filter(|(at, _)| !escaped(*at)) {
        let opens = message[..at].rmatch_indices('[').find(|(at, _)| !escaped(*at));
        let target = message[at + 2..].split(')').next().unwrap_or_default();
        all.extend(opens.map(|(from, _)| (message[from + 1..at].to_owned(), target.to_owned())));
    }
    all
}

#[test]
fn cost_stands_in_level_rank_and_first_sentence() {
    let run = run(&fixture_report());
    let growth = &run["results"][0];
    assert_eq!((text(&growth["level"]), &growth["rank"]), ("warning", &Value::from(7.4)));
    assert!(text(&growth["message"]["text"]).starts_with("812.4 MiB ±18 %, 7.4 % of alloc_space: `names` grows"));
    let levels: Vec<&str> = run["results"].as_array().unwrap().iter().map(|result| text(&result["level"])).collect();
    assert_eq!(levels.iter().filter(|level| **level == "error").count(), 1, "{levels:?}");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn every_link_of_a_message_leads_to_a_related_location() {
    for report in COMMANDS.iter().chain(&MARKUP).map(|text| hostile(text)).chain([fixture_report()]) {
        for result in run(&report)["results"].as_array().unwrap() {
            let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
            let message = text(&result["message"]["text"]);
            for (told, target) in links(message) {
                let number: usize =
                    target.parse().unwrap_or_else(|_| panic!("{told:?} leads to {target:?}: {message}"));
                assert!((1..=related.len()).contains(&number), "{message}");
                assert_eq!(related[number - 1]["id"], number);
            }
        }
    }
    let growth = run(&fixture_report())["results"][0].take();
    let told = links(text(&growth["message"]["text"])).into_iter().map(|(told, _)| told).collect::<Vec<_>>();
    assert_eq!(told, ["charged here", "declared without a capacity", "api.\\\\u{202e}List 50 %"]);
}

#[test]
fn columns_are_utf_16_and_addresses_relative() {
    let run = run(&fixture_report());
    let of = |rule: &str| {
        run["results"].as_array().unwrap().iter().find(|it| it["ruleId"] == rule).expect(rule)["locations"][0]
            ["physicalLocation"]
            .clone()
    };
    // 80 times a text with two letters and two ideographs that UTF-8 needs more bytes for.
    assert_eq!(of("buffer-without-grow")["region"]["startColumn"], 1761 - 80 * 6);
    let hostile = &of("::rule##[x]")["artifactLocation"];
    assert_eq!(text(&hostile["uri"]), "x/%3A%3Aadd-mask%3A%3A%0A%E2%80%AE%23%23%5Berror%5D%1B%5B31m.go");
    assert_eq!(hostile["uriBaseId"], BASE);
    assert_eq!(of("in-a-missing-file")["region"]["startColumn"], Value::Null, "its text is not at hand");
}

#[test]
fn a_fix_applied_by_its_regions_gives_the_new_text() {
    let code = "package p\n\nvar s = \"é😀\" + x // 世界\nvar t = 1\n";
    let source = Source::new("a.go", code.as_bytes().to_vec());
    let at = code.find("+ x").unwrap();
    let edits = vec![
        Edit { span: Span::new(at, at + 1), text: "-".to_owned() },
        Edit { span: Span::new(code.len(), code.len()), text: "// end\n".to_owned() },
    ];
    let mut report = Report { findings: vec![finding("r", &source, "x")], shown: vec![0], ..Report::default() };
    report.sources.insert(source.path.clone(), source);
    report.lone_fixes.insert(0, edits);
    let run = run(&report);
    let change = &run["results"][0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a.go");
    let lines: Vec<Vec<u16>> = code.split_inclusive('\n').map(|line| line.encode_utf16().collect()).collect();
    let offset = |line: &Value, column: &Value| {
        let line = line.as_u64().unwrap() as usize - 1;
        lines[..line].iter().map(Vec::len).sum::<usize>() + column.as_u64().unwrap() as usize - 1
    };
    let mut units: Vec<u16> = code.encode_utf16().collect();
    for replacement in change["replacements"].as_array().unwrap().iter().rev() {
        let region = &replacement["deletedRegion"];
        let from = offset(&region["startLine"], &region["startColumn"]);
        let to = offset(&region["endLine"], &region["endColumn"]);
        units.splice(from..to, text(&replacement["insertedContent"]["text"]).encode_utf16());
    }
    assert_eq!(String::from_utf16(&units).unwrap(), code.replace("+ x", "- x") + "// end\n");
}

#[test]
fn what_github_would_drop_is_left_out_last_first_and_counted() {
    let report = fixture_report();
    let all = report.shown.len();
    let (run, left_out) = log(&report, Limits { results: 3, bytes: usize::MAX });
    assert_eq!((run["results"].as_array().unwrap().len(), left_out), (3, all - 3));
    let notifications = &run["invocations"][0]["toolExecutionNotifications"];
    let all_told = notifications.as_array().unwrap();
    let told = text(&all_told[all_told.len() - 2]["message"]["text"]);
    let fixes = text(&all_told[all_told.len() - 1]["message"]["text"]);
    assert!(fixes.starts_with("the fixes of 1,204 findings at the end of the ranking"), "{fixes}");
    assert_eq!(
        told,
        format!("{} findings at the end of the ranking left out: GitHub takes no more of one run.", all - 3)
    );
    let (run, left_out) = log(&report, Limits { results: 99, bytes: 9000 });
    let written = run["results"].as_array().unwrap().len();
    assert!(written > 0 && written + left_out == all && left_out > 0, "{written} and {left_out}");
    assert_eq!(log(&report, GITHUB).1, 0);
}

#[test]
fn a_finding_of_thousands_of_places_keeps_to_what_github_keeps() {
    let source = Source::new("a.go", "x\n".repeat(3000).into_bytes());
    let mut finding = finding("r", &source, "x");
    finding.cost_lines = (1..=3000).collect();
    let mut report = Report { findings: vec![finding], shown: vec![0], ..Report::default() };
    report.sources.insert(source.path.clone(), source);
    let run = run(&report);
    let result = &run["results"][0];
    assert_eq!(result["relatedLocations"].as_array().unwrap().len(), 100);
    assert!(text(&result["message"]["text"]).ends_with("2,899 more places are left out here."), "{result}");
}

#[test]
fn problems_make_the_invocation_unsuccessful_and_a_clean_run_is_whole() {
    let problems = run(&fixture_report())["invocations"][0].take();
    assert_eq!(problems["executionSuccessful"], false);
    let notifications = problems["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(notifications.iter().filter(|it| it["level"] == "error").count(), 4);
    let clean = run(&Report::default());
    assert_eq!(clean["invocations"][0]["executionSuccessful"], true);
    assert_eq!(
        (&clean["results"], &clean["tool"]["driver"]["rules"]),
        (&Value::from(Vec::<u8>::new()), &Value::from(Vec::<u8>::new()))
    );
}

#[test]
fn a_backslash_of_the_text_does_not_bring_its_link_to_life() {
    for text in ["[a](9999)", "[\\](9999)", "[a\\\\](9999)"] {
        for result in run(&hostile(text))["results"].as_array().unwrap() {
            let message = self::text(&result["message"]["text"]);
            assert!(
                links(message).iter().all(|(_, target)| target.parse::<usize>().is_ok_and(|to| to < 9999)),
                "{message}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_leaves_the_structure_alone(text in "[\\[\\]()\\\\{}\"<>&@#:\r\n\u{1b}\u{202e}a1\u{1f600} ]{0,40}") {
        let (usual, hostile) = (run(&fixture_report()), run(&hostile(&text)));
        let count = |run: &Value| run["results"].as_array().map(Vec::len);
        prop_assert_eq!(count(&usual), count(&hostile));
        for result in hostile["results"].as_array().into_iter().flatten() {
            let message = result["message"]["text"].as_str().unwrap_or_default();
            prop_assert!(!message.contains(untrusted::is_dangerous), "{}", message);
            prop_assert!(links(message).iter().all(|(_, target)| target.parse::<usize>().is_ok()), "{}", message);
        }
    }
}
