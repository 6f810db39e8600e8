//! reviewdog's diagnostics, one JSON object a line.
//!
//! Columns are 1-based bytes, as heaplint's own; the end is exclusive. A suggestion is offered where one stretch of lines holds all
//! that a fix changes, because a review comment can replace nothing else. The format has no place for problems of the run.
//!
//! Source: `proto/rdf/reviewdog.proto` of reviewdog.

use super::safe_json::write_line;
use super::told::{Level, headline};
use super::untrusted;
use crate::model::{self, Edit, Finding, Report, Source, Span};
use serde::Serialize;
use std::io::{self, Write};

/// A suggestion may span so many lines; farther apart nobody reads it as one change.
const MOST_LINES: u32 = 20;

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    source: Named<'static>,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    location: Location<'a>,
}

/// Writes the shown findings of `report`.
pub fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for at in &report.shown {
        let Some(finding) = report.findings.get(*at) else { continue };
        let source = report.sources.get(&finding.path);
        let edits = report.lone_fixes.get(at).zip(source);
        let help = untrusted::prose(&finding.help);
        let instead = if help.is_empty() { help } else { format!("\nInstead: {help}") };
        let labels = finding.labels.iter().zip(source.into_iter().cycle());
        let diagnostic = Diagnostic {
            message: format!("{}{instead}", headline(finding)),
            location: Location { path: &finding.path, range: range(finding.region) },
            severity: severity(finding),
            source: Named { name: "heaplint" },
            code: Code { value: &finding.rule },
            suggestions: edits.and_then(|(edits, source)| suggestion(edits, source)).into_iter().collect(),
            related_locations: labels
                .map(|(label, source)| Related {
                    message: untrusted::prose(&label.text),
                    location: Location { path: &finding.path, range: range(source.region(within(source, label.span))) },
                })
                .collect(),
        };
        write_line(&diagnostic, out)?;
    }
    Ok(())
}

fn severity(finding: &Finding) -> &'static str {
    match Level::of(finding) {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Note => "INFO",
    }
}

fn range(region: model::Region) -> Range {
    let position = |position: model::Position| Position { line: position.line, column: Some(position.column) };
    Range { start: position(region.start), end: Some(position(region.end)) }
}

fn within(source: &Source, span: Span) -> Span {
    let start = span.start.min(source.text.len());
    Span::new(start, span.end.clamp(start, source.text.len()))
}

/// All edits as one, with what stands between them. `None` where that is too far, or no text that JSON can hold.
fn suggestion(edits: &[Edit], source: &Source) -> Option<Suggestion> {
    let whole = Span::new(edits.first()?.span.start, edits.last()?.span.end);
    let region = source.region(whole);
    if region.end.line - region.start.line >= MOST_LINES {
        return None;
    }
    let mut text = Vec::new();
    let mut from = whole.start;
    for edit in edits {
        text.extend_from_slice(source.text.get(from..edit.span.start)?);
        text.extend_from_slice(edit.text.as_bytes());
        from = edit.span.end;
    }
    Some(Suggestion { range: range(region), text: String::from_utf8(text).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_that_stand_together_are_one_suggestion() {
        let source = Source::new("a.go", b"a b c\nd\n".to_vec());
        let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.to_owned() };
        let one = suggestion(&[edit(2, 3, "B"), edit(6, 7, "DD")], &source).expect("they are near");
        assert_eq!(one.text, "B c\nDD");
        assert_eq!((one.range.start.line, one.range.start.column), (1, Some(3)));
        assert_eq!(one.range.end.map(|end| (end.line, end.column)), Some((2, Some(2))));
        let far = Source::new("a.go", [b"x".to_vec(), b"\n".repeat(40), b"y".to_vec()].concat());
        assert!(suggestion(&[edit(0, 1, "a"), edit(41, 42, "b")], &far).is_none());
        assert!(suggestion(&[], &source).is_none());
    }
}
