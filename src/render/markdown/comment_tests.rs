//! The comment as a CommonMark reader sees it: small, ranked, and nothing foreign in it makes markup. GitHub's own reader is
//! asked in `tests/outputs`.

use super::*;
use crate::render::fixture::fixture_report;
use crate::render::fixture_hostile::{COMMANDS, MARKUP, hostile};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn written(report: &Report) -> String {
    let options = CommentOptions { version: "0.0.0", repository: Repository { top: "/r", below: "api" } };
    let mut bytes = Vec::new();
    render(report, &options, &mut bytes).expect("a Vec takes any bytes");
    String::from_utf8(bytes).expect("the comment is UTF-8")
}

/// What is no text: how many of our folds there are; anything else that is markup of its own fails.
fn folds(markdown: &str) -> usize {
    let ours = [
        MARKER,
        "<details><summary>Code, reasons and what to write instead</summary>",
        "<details><summary>Costly lines that no finding claims</summary>",
        "</details>",
    ];
    let (mut folds, mut in_code) = (0, false);
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(ours.contains(&html.trim()), "HTML: {html:?} in\n{markdown}");
                folds += usize::from(html.starts_with("<details>"));
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::FootnoteDefinition(_) | Tag::BlockQuote(_))
            | Event::Start(Tag::Emphasis | Tag::Strikethrough)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::Rule
            | Event::InlineMath(_) => panic!("markup: {event:?} in\n{markdown}"),
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            // GitHub looks for people and issues in what is no code.
            Event::Text(text) => {
                let bytes = text.as_bytes();
                let calls = bytes.windows(2).any(|two| two[0] == b'@' && two[1].is_ascii_alphanumeric());
                let points = bytes.windows(2).any(|two| two[0] == b'#' && two[1].is_ascii_digit());
                assert!(in_code || !(calls || points), "{text} in\n{markdown}");
            }
            _ => {}
        }
    }
    folds
}

#[test]
fn the_comment_leads_with_what_costs_most_and_folds_the_rest() {
    let comment = written(&fixture_report());
    assert!(comment.starts_with("<!-- heaplint report -->\n### heaplint: 10 findings shown and 2 folded"), "{comment}");
    let first = comment.lines().find(|line| line.starts_with("| 812.4 MiB ±18 % | 7.4 % | hot |")).expect("it leads");
    assert!(first.contains("`api/internal/api/list.go:6`"), "{first}");
    assert_eq!(folds(&comment), 2);
    assert!(comment.contains("**Not done**, so findings may be missing:"), "{comment}");
}

#[test]
fn foreign_text_makes_no_markup() {
    for text in MARKUP.iter().chain(&COMMANDS) {
        assert_eq!(folds(&written(&hostile(text))), 2, "{text:?}");
    }
}

#[test]
fn thousands_of_findings_fit_into_a_comment() {
    let mut report = fixture_report();
    let long = report.findings[3].clone();
    report.findings = vec![long; 4000];
    report.shown = (0..4000).collect();
    let comment = written(&report);
    assert!(comment.len() < 65_536, "{} bytes", comment.len());
    assert!(comment.contains("And 3,980 more findings."), "{comment}");
    assert!(comment.contains("Details of 3,9"), "{comment}");
    assert_eq!(folds(&comment), 2);
}

#[test]
fn without_a_profile_there_are_no_columns_of_cost() {
    let mut report = fixture_report();
    report.findings.iter_mut().for_each(|finding| (finding.measured, finding.verdict) = (None, Verdict::Unprofiled));
    report.summary.profile = None;
    report.summary.other_profiles.clear();
    let comment = written(&report);
    assert!(comment.contains("| Where | What |"), "{comment}");
    assert!(comment.contains("No profile was given, so nothing here was measured"), "{comment}");
    assert_eq!(folds(&comment), 1);
    let nothing = written(&Report::default());
    assert_eq!(folds(&nothing), 0);
    assert!(nothing.contains("no Go files to scan"), "{nothing}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_no_markup(text in "[\\\\`*_{}\\[\\]<>()#+.!|~&:/@ a-c0\n-]{0,40}") {
        prop_assert_eq!(folds(&written(&hostile(&text))), 2);
    }
}
