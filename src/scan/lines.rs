//! The lines of a file around a place that a fix changes.

use super::fix_text::is_blank;
use crate::model::{Source, Span};

/// The offset of the first byte of the line of this place.
pub(super) fn line_start(source: &Source, at: usize) -> usize {
    source.line_span(source.line_at(at)).map_or(0, |span| span.start)
}

/// The offset of the line's end, before `\r\n` or `\n`.
pub(super) fn line_end(source: &Source, at: usize) -> usize {
    let line = source.line_at(at);
    source.line_span(line).map_or(source.text.len(), |span| span.end.max(at))
}

/// The blanks that the line of this place begins with, up to it.
pub(super) fn indentation(source: &Source, at: usize) -> &str {
    let line = &source.text[line_start(source, at)..at];
    let blanks = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    std::str::from_utf8(&line[..blanks]).unwrap_or_default()
}

/// The line ending of the line of this place.
pub(super) fn line_ending(source: &Source, at: usize) -> &'static str {
    let end = line_end(source, at);
    if source.text[end..].starts_with(b"\r\n") { "\r\n" } else { "\n" }
}

/// The lines of a statement that stands alone on them, with one blank line where two would be left.
pub(super) fn whole_lines(source: &Source, statement: Span) -> Option<Span> {
    let text = &source.text;
    let (start, end) = (line_start(source, statement.start), line_end(source, statement.end));
    (is_blank(&text[start..statement.start]) && is_blank(&text[statement.end..end])).then_some(())?;
    let past =
        |at: usize| text[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |newline| at + newline + 1);
    let next = past(end);
    let before = &text[..start];
    let line_before = &before[..before.len().saturating_sub(1)];
    let line_before = &line_before[line_before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)..];
    let opens = line_before.trim_ascii().is_empty() || line_before.trim_ascii().ends_with(b"{");
    let next_is_blank = next < text.len() && is_blank(&text[next..past(next)]);
    Some(Span::new(start, if opens && next_is_blank { past(next) } else { next }))
}
