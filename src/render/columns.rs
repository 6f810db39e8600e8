//! Columns in UTF-16 code units, for readers that count so: SARIF, GitHub.
//!
//! Bytes that are not UTF-8 count as what a reader's decoder makes of them: one replacement character for each stretch.

use crate::model::{Position, Region, Source, Span};

/// The region of `span` with 1-based columns in UTF-16 code units, the end exclusive.
pub(super) fn utf16_region(source: &Source, span: Span) -> Region {
    let start = utf16_position(source, span.start);
    Region { start, end: utf16_position(source, span.end).max(start) }
}

fn utf16_position(source: &Source, offset: usize) -> Position {
    let offset = offset.min(source.text.len());
    let line = source.line_at(offset);
    let start = source.line_span(line).map_or(offset, |line| line.start);
    let before = source.text.get(start..offset).unwrap_or_default();
    let units: usize = before
        .utf8_chunks()
        .map(|chunk| {
            chunk.valid().chars().map(char::len_utf16).sum::<usize>() + usize::from(!chunk.invalid().is_empty())
        })
        .sum();
    Position { line, column: u32::try_from(units).unwrap_or(u32::MAX).saturating_add(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_the_first_plane_are_two_units() {
        let source = Source::new("a.go", "é😀x\n\u{fffd}y".as_bytes().to_vec());
        let at = |offset| utf16_position(&source, offset);
        assert_eq!(at(0), Position { line: 1, column: 1 });
        assert_eq!(at(2), Position { line: 1, column: 2 });
        assert_eq!(at(6), Position { line: 1, column: 4 });
        assert_eq!(at(8 + 3), Position { line: 2, column: 2 });
        assert_eq!(at(99), Position { line: 2, column: 3 });
    }

    #[test]
    fn what_is_no_utf_8_counts_as_the_replacement_that_readers_see() {
        let bytes = b"\xff\xfe\xe4\xb8 \xe4\xb8\x96x".to_vec();
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let source = Source::new("a.go", bytes.clone());
        let wanted = shown.trim_end_matches('x').encode_utf16().count() as u32 + 1;
        assert_eq!(utf16_position(&source, bytes.len() - 1).column, wanted);
    }
}
