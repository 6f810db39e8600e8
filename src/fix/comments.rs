//! Comments behind code keep their column: gofmt sets those of neighbouring lines one below the other.

use super::parsed::Parsed;
use crate::go::kinds::Kind;
use crate::model::{ChangedText, Edit, Source, Span};
use std::collections::BTreeMap;

/// The edits that put the comments of changed lines, and of the lines around them, back into one column.
pub(super) fn edits(after: &Parsed, change: &ChangedText) -> Vec<Edit> {
    let source = Source::new("", after.text);
    // The start of each comment that stands behind code, by line.
    let mut behind: BTreeMap<u32, usize> = BTreeMap::new();
    after.each(|syntax| {
        for node in syntax.ids().filter(|node| syntax.kind(*node) == Kind::Comment) {
            let start = syntax.span(node).start;
            let line = source.line_at(start);
            if syntax.text(node).starts_with(b"//") && code_of(&source, line, start).is_some() {
                behind.insert(line, start);
            }
        }
        true
    });
    // A comment behind the last line of a declaration lies in none.
    let changed: Vec<(u32, u32)> = change
        .changes
        .iter()
        .map(|change| (source.line_at(change.new.start), source.line_at(change.new.end)))
        .collect();
    let mut edits = Vec::new();
    let mut done = 0;
    for (first, last) in &changed {
        for line in *first..=*last {
            if line > done && behind.contains_key(&line) {
                let run = run_around(&source, &behind, line);
                done = *run.last().unwrap_or(&line);
                edits.extend(aligned(&source, &behind, &run, &changed));
            }
        }
    }
    edits
}

/// The code before a comment: what lies between the line's start and the blanks before the comment. `None` without code.
fn code_of(source: &Source, line: u32, comment: usize) -> Option<&[u8]> {
    let code = source.text.get(source.line_span(line)?.start..comment)?.trim_ascii_end();
    (!code.is_empty()).then_some(code)
}

fn indentation(code: &[u8]) -> usize {
    code.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// The lines around this one that share a column of comments: neighbours of one indentation, with no block opened between.
fn run_around(source: &Source, behind: &BTreeMap<u32, usize>, line: u32) -> Vec<u32> {
    let code = |line: u32| code_of(source, line, *behind.get(&line)?);
    let goes_on = |upper: u32, lower: u32| match (code(upper), code(lower)) {
        (Some(above), Some(below)) => indentation(above) == indentation(below) && !above.ends_with(b"{"),
        _ => false,
    };
    let (mut first, mut last) = (line, line);
    while first > 1 && goes_on(first - 1, first) {
        first -= 1;
    }
    while goes_on(last, last + 1) {
        last += 1;
    }
    (first..=last).collect()
}

fn aligned(source: &Source, behind: &BTreeMap<u32, usize>, run: &[u32], changed: &[(u32, u32)]) -> Vec<Edit> {
    let is_changed = |line: u32| changed.iter().any(|(first, last)| *first <= line && line <= *last);
    let rows: Vec<(u32, usize, usize, usize)> = run
        .iter()
        .filter_map(|line| {
            let comment = *behind.get(line)?;
            let code = code_of(source, *line, comment)?;
            let start = source.line_span(*line)?.start;
            let width = String::from_utf8_lossy(code).chars().count();
            Some((*line, start + code.len(), comment, width))
        })
        .collect();
    // Where the lines that stayed do not agree, nobody aligned them.
    let mut columns: Vec<usize> = rows
        .iter()
        .filter(|(line, ..)| !is_changed(*line))
        .map(|(_, end, comment, width)| width + comment - end)
        .collect();
    columns.dedup();
    let widest = rows.iter().map(|(.., width)| *width).max().unwrap_or(0);
    if columns.len() > 1 {
        return Vec::new();
    }
    let edits = rows.into_iter().filter_map(|(_, end, comment, width)| {
        let gap = widest + 1 - width;
        (comment - end != gap).then(|| Edit { span: Span::new(end, comment), text: " ".repeat(gap) })
    });
    edits.collect()
}
