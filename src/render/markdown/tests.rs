//! The audit as a CommonMark reader sees it: what is foreign in it makes no markup.

use super::*;
use crate::render::fixture::fixture_report;
use crate::render::fixture_hostile::{MARKUP as HOSTILE, hostile};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn rendered(report: &Report) -> String {
    let mut bytes = Vec::new();
    render(report, &MarkdownOptions { version: "0.0.0", rows: 20 }, &mut bytes).expect("a Vec takes any bytes");
    String::from_utf8(bytes).expect("the audit is UTF-8")
}

/// What a reader with every extension of GitHub makes of it: the headings' texts, all text, and nothing forbidden.
fn read(markdown: &str) -> (Vec<String>, String) {
    let (mut headings, mut text) = (Vec::new(), String::new());
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html:?} in\n{markdown}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("a link to {dest_url:?} in\n{markdown}")
            }
            Event::Start(Tag::FootnoteDefinition(_) | Tag::BlockQuote(_) | Tag::Emphasis | Tag::Strikethrough) => {
                panic!("markup in\n{markdown}")
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::Rule | Event::InlineMath(_) => {
                panic!("markup in\n{markdown}")
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => headings.extend(heading.take()),
            Event::Text(part) | Event::Code(part) => {
                heading.iter_mut().for_each(|heading| heading.push_str(&part));
                text.push_str(&part);
            }
            _ => {}
        }
    }
    (headings, text)
}

#[test]
fn foreign_text_makes_no_markup() {
    let usual = read(&rendered(&fixture_report())).0.len();
    for text in HOSTILE {
        let (headings, _) = read(&rendered(&hostile(text)));
        // Hotspots without their source have no heading of their own.
        assert!(headings.len() <= usual + 5, "{text:?} made headings: {headings:?}");
        for fixed in ["Heap audit", "Summary", "Findings", "Hotspots", "Quality of the evidence"] {
            assert_eq!(headings.iter().filter(|heading| *heading == fixed).count(), 1, "{fixed} with {text:?}");
        }
    }
}

#[test]
fn foreign_text_is_read_as_it_stands() {
    let mut report = fixture_report();
    report.findings[0].message = "<b>*x*</b> | a_b & [c](d) `e|f` \\ #".into();
    let (headings, _) = read(&rendered(&report));
    assert!(headings.iter().any(|heading| heading == "1. <b>*x*</b> | a_b & [c](d) e|f \\ #"), "{headings:?}");
}

#[test]
fn tables_keep_their_columns() {
    for text in HOSTILE {
        let (mut wide, mut cells) = (0, 0);
        for event in Parser::new_ext(&rendered(&hostile(text)), Options::all()) {
            match event {
                Event::Start(Tag::Table(columns)) => wide = columns.len(),
                Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::End(TagEnd::TableRow | TagEnd::TableHead) => assert_eq!(cells, wide, "{text:?}"),
                _ => {}
            }
        }
        let rows = rendered(&hostile(text));
        let rows = rows.lines().filter(|line| line.contains(" | hot | ") && !line.contains("surely"));
        for row in rows {
            let bars = row.replace("\\|", "").matches('|').count();
            assert_eq!(bars, 8, "{row}");
        }
    }
}

#[test]
fn an_audit_of_nothing_says_so() {
    let (headings, text) = read(&rendered(&Report::default()));
    assert_eq!(headings, ["Heap audit", "Summary", "Findings", "Quality of the evidence"]);
    assert!(text.contains("No profile was given"), "{text}");
}

proptest! {
    #[test]
    fn any_text_makes_no_markup(text in "[\\\\`*_{}\\[\\]<>()#+.!|~&:/@ a-c\n-]{0,40}") {
        let (headings, _) = read(&rendered(&hostile(&text)));
        prop_assert_eq!(headings.iter().filter(|heading| *heading == "Findings").count(), 1);
    }
}
