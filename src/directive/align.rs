//! Comments behind code when a line comes between them: gofmt sets those of neighbouring lines in one column, and a directive on a
//! line of its own makes two neighbourhoods of one.

use crate::model::{Edit, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A line with a comment behind its code.
#[derive(Clone, Copy, Debug)]
struct Row {
    line: u32,
    /// The end of the code.
    code: usize,
    /// The start of the comment.
    comment: usize,
    /// Characters of the code, without its indentation.
    width: usize,
    /// Bytes of the indentation.
    indentation: usize,
    /// Whether the code opens a block, which ends the neighbourhood.
    opens: bool,
}

/// The edits that put the comments around new lines into the columns that gofmt gives them. A new line stands above each of
/// `above`; `ends` has the end of the code of every line. Neighbourhoods that gofmt did not align are left alone.
pub(super) fn realigned(source: &Source, ends: &BTreeMap<u32, usize>, above: &BTreeSet<u32>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut done = 0;
    for line in above {
        let Some(upper) = line.checked_sub(1).filter(|upper| *upper >= done) else { continue };
        let Some(run) = run_around(source, ends, *line).filter(|run| run[0].line <= upper) else { continue };
        done = run.last().map_or(*line, |row| row.line);
        if !is_aligned(&run) {
            continue;
        }
        for part in run.chunk_by(|_, next| !above.contains(&next.line)) {
            let widest = part.iter().map(|row| row.width).max().unwrap_or(0);
            edits.extend(part.iter().filter_map(|row| {
                let gap = widest + 1 - row.width;
                let span = Span::new(row.code, row.comment);
                (span.end - span.start != gap).then(|| Edit { span, text: " ".repeat(gap) })
            }));
        }
    }
    edits
}

fn is_aligned(run: &[Row]) -> bool {
    let widest = run.iter().map(|row| row.width).max().unwrap_or(0);
    run.iter().all(|row| row.width + row.comment - row.code == widest + 1)
}

/// The lines around this one, itself among them, whose comments share a column.
fn run_around(source: &Source, ends: &BTreeMap<u32, usize>, line: u32) -> Option<Vec<Row>> {
    let row = |line: u32| row(source, *ends.get(&line)?, line);
    let mut run = vec![row(line)?];
    while let Some(above) = row(run[0].line.saturating_sub(1)).filter(|above| goes_on(above, &run[0])) {
        run.insert(0, above);
    }
    while let Some(below) = run.last().and_then(|last| row(last.line + 1).filter(|below| goes_on(last, below))) {
        run.push(below);
    }
    Some(run)
}

/// Sets new comments behind the code of lines that follow each other in one column. They begin with a blank, and no line of theirs has
/// another comment.
pub(super) fn in_one_column(source: &Source, ends: &BTreeMap<u32, usize>, edits: &mut [Edit]) {
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for (index, edit) in edits.iter().enumerate().filter(|(_, edit)| edit.text.starts_with(" //")) {
        let line = source.line_at(edit.span.start);
        rows.extend(ends.get(&line).and_then(|code| Some((index, bare_row(source, *code, line)?))));
    }
    rows.sort_by_key(|(_, row)| row.line);
    let neighbours =
        |(_, above): &(usize, Row), (_, below): &(usize, Row)| above.line + 1 == below.line && goes_on(above, below);
    for run in rows.chunk_by(neighbours) {
        let widest = run.iter().map(|(_, row)| row.width).max().unwrap_or(0);
        for (index, row) in run {
            edits[*index].text.insert_str(0, &" ".repeat(widest - row.width));
        }
    }
}

/// Whether a comment behind the code of this line would stand in the neighbourhood of another one.
pub(super) fn has_neighbours(source: &Source, ends: &BTreeMap<u32, usize>, line: u32) -> bool {
    let Some(here) = ends.get(&line).and_then(|code| bare_row(source, *code, line)) else { return false };
    let row = |line: u32| row(source, *ends.get(&line)?, line);
    let above = line.checked_sub(1).and_then(row).is_some_and(|above| goes_on(&above, &here));
    above || row(line + 1).is_some_and(|below| goes_on(&here, &below))
}

fn goes_on(above: &Row, below: &Row) -> bool {
    above.indentation == below.indentation && !above.opens
}

/// A line whose code a comment follows.
fn row(source: &Source, code: usize, line: u32) -> Option<Row> {
    let row = bare_row(source, code, line)?;
    source.text.get(row.comment..)?.starts_with(b"//").then_some(row)
}

/// A line, whatever follows its code.
fn bare_row(source: &Source, code: usize, line: u32) -> Option<Row> {
    let span = source.line_span(line)?;
    let text = source.text.get(span.start..code)?;
    let rest = source.text.get(code..span.end)?;
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let indentation = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let width = String::from_utf8_lossy(&text[indentation..]).chars().count();
    let opens = text.ends_with(b"{");
    Some(Row { line, code, comment: code + blanks, width, indentation, opens })
}
