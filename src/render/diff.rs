//! A unified diff of what fixes change, for people, `git apply` and `patch`.

use super::untrusted;
use crate::model::{Change, FileChange, Report, Source, Span};
use std::io::{self, Write};

/// Lines of context around a change.
const CONTEXT: u32 = 3;

/// Writes the diff of every changed file, in the order of paths.
pub fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    report.fixes.changes.iter().try_for_each(|change| write_file(change, out))
}

/// Lines of the old and of the new text that stand for each other, both as half-open ranges of 0-based lines.
#[derive(Clone, Copy)]
struct Lines {
    old: (u32, u32),
    new: (u32, u32),
}

fn write_file(file: &FileChange, out: &mut dyn Write) -> io::Result<()> {
    let old = Source::new(file.path.clone(), file.old.clone());
    let new = Source::new(file.path.clone(), file.new.text.clone());
    let path = untrusted::name(&file.path);
    // An absolute path is no path below the folders a and b.
    let (a, b) = if path.starts_with('/') { ("", "") } else { ("a/", "b/") };
    writeln!(out, "--- {a}{path}\n+++ {b}{path}")?;
    for hunk in hunks(&changed_lines(&old, &new, &file.new.changes)) {
        let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { continue };
        let before = first.old.0.min(CONTEXT);
        let after = CONTEXT.min(lines_of(&old).saturating_sub(last.old.1));
        let (old_start, new_start) = (first.old.0 - before, first.new.0 - before);
        let (old_count, new_count) = (last.old.1 + after - old_start, last.new.1 + after - new_start);
        writeln!(out, "@@ -{} +{} @@", range(old_start, old_count), range(new_start, new_count))?;
        let mut at = old_start;
        for lines in &hunk {
            write_lines(' ', &old, (at, lines.old.0), out)?;
            write_lines('-', &old, lines.old, out)?;
            write_lines('+', &new, lines.new, out)?;
            at = lines.old.1;
        }
        write_lines(' ', &old, (at, last.old.1 + after), out)?;
    }
    Ok(())
}

/// How many lines there are, not counting the empty one behind the last line feed.
fn lines_of(source: &Source) -> u32 {
    source.line_count() - u32::from(source.text.last().is_none_or(|last| *last == b'\n'))
}

fn range(start: u32, count: u32) -> String {
    // An empty range is named by the line before it.
    let start = if count == 0 { start } else { start + 1 };
    if count == 1 { start.to_string() } else { format!("{start},{count}") }
}

fn write_lines(mark: char, source: &Source, (from, to): (u32, u32), out: &mut dyn Write) -> io::Result<()> {
    for line in from..to {
        let Some(span) = source.line_span(line + 1) else { continue };
        let ends = source.text[span.end..].starts_with(b"\n") || source.text[span.end..].starts_with(b"\r\n");
        // Bytes as they are: what is to be applied must not be changed. A carriage return is part of the line.
        write!(out, "{mark}")?;
        out.write_all(&source.text[span.start..span.end])?;
        let carriage = if source.text[span.end..].starts_with(b"\r\n") { "\r" } else { "" };
        writeln!(out, "{carriage}")?;
        if !ends {
            writeln!(out, "\\ No newline at end of file")?;
        }
    }
    Ok(())
}

/// Whole lines around each change; what shares a line, or stands on neighbouring ones, is one.
fn changed_lines(old: &Source, new: &Source, changes: &[Change]) -> Vec<Lines> {
    let mut all: Vec<Lines> = Vec::new();
    for change in changes {
        let at_start = |source: &Source, at: usize| at == 0 || source.text[at - 1] == b'\n';
        let whole = |source: &Source, span: Span| at_start(source, span.start) && at_start(source, span.end);
        // What takes whole lines has nothing of the line that follows.
        let whole = whole(old, change.old) && whole(new, change.new);
        let range =
            |source: &Source, span: Span| (source.line_at(span.start) - 1, source.line_at(span.end) - u32::from(whole));
        let lines = Lines { old: range(old, change.old), new: range(new, change.new) };
        match all.last_mut() {
            Some(last) if lines.old.0 <= last.old.1 || lines.new.0 <= last.new.1 => {
                last.old.1 = last.old.1.max(lines.old.1);
                last.new.1 = last.new.1.max(lines.new.1);
            }
            _ => all.push(lines),
        }
    }
    all.into_iter().flat_map(|lines| without_common(old, new, lines)).collect()
}

/// Blocks with more pairs of lines than this are told whole.
const MOST_PAIRS: usize = 100_000;

/// The parts of a block that differ: what stays are the lines of a longest common subsequence.
fn without_common(old: &Source, new: &Source, block: Lines) -> Vec<Lines> {
    let block = trimmed(old, new, block);
    let texts = |source: &Source, (from, to): (u32, u32)| -> Vec<Vec<u8>> {
        (from..to).filter_map(|line| text_of(source, line)).collect()
    };
    let (before, after) = (texts(old, block.old), texts(new, block.new));
    if before.is_empty() || after.is_empty() || before.len() * after.len() > MOST_PAIRS {
        return vec![block];
    }
    // How long the longest common subsequence of what follows is, by line of each.
    let width = after.len() + 1;
    let mut longest = vec![0u32; (before.len() + 1) * width];
    for at in (0..before.len()).rev() {
        for other in (0..after.len()).rev() {
            longest[at * width + other] = if before[at] == after[other] {
                longest[(at + 1) * width + other + 1] + 1
            } else {
                longest[(at + 1) * width + other].max(longest[at * width + other + 1])
            };
        }
    }
    let mut parts: Vec<Lines> = Vec::new();
    let (mut at, mut other) = (0, 0);
    let mut open: Option<(usize, usize)> = None;
    loop {
        let same = at < before.len() && other < after.len() && before[at] == after[other];
        let ends = at == before.len() && other == after.len();
        if same || ends {
            if let Some((from, from_other)) = open.take() {
                let line = |start: u32, index: usize| start + u32::try_from(index).unwrap_or_default();
                parts.push(Lines {
                    old: (line(block.old.0, from), line(block.old.0, at)),
                    new: (line(block.new.0, from_other), line(block.new.0, other)),
                });
            }
            if ends {
                return parts;
            }
            (at, other) = (at + 1, other + 1);
            continue;
        }
        open.get_or_insert((at, other));
        let down = at < before.len()
            && (other == after.len() || longest[(at + 1) * width + other] >= longest[at * width + other + 1]);
        if down { at += 1 } else { other += 1 }
    }
}

fn text_of(source: &Source, line: u32) -> Option<Vec<u8>> {
    source.line_span(line + 1).map(|span| source.text[span.start..span.end].to_vec())
}

/// Without the lines at both ends that are the same.
fn trimmed(old: &Source, new: &Source, mut lines: Lines) -> Lines {
    let some = |lines: &Lines| lines.old.0 < lines.old.1 && lines.new.0 < lines.new.1;
    while some(&lines) && text_of(old, lines.old.0) == text_of(new, lines.new.0) {
        (lines.old.0, lines.new.0) = (lines.old.0 + 1, lines.new.0 + 1);
    }
    while some(&lines) && text_of(old, lines.old.1 - 1) == text_of(new, lines.new.1 - 1) {
        (lines.old.1, lines.new.1) = (lines.old.1 - 1, lines.new.1 - 1);
    }
    lines
}

/// Changes whose contexts meet are one hunk.
fn hunks(changed: &[Lines]) -> Vec<Vec<Lines>> {
    let mut hunks: Vec<Vec<Lines>> = Vec::new();
    for lines in changed {
        match hunks.last_mut().and_then(|hunk| Some((hunk.last()?.old.1, hunk))) {
            Some((end, hunk)) if lines.old.0 <= end + 2 * CONTEXT => hunk.push(*lines),
            _ => hunks.push(vec![*lines]),
        }
    }
    hunks
}
