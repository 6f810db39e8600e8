//! Source text and places in it.
//!
//! Offsets are bytes from the start of the file, lines are 1-based, columns are 1-based bytes, as the Go tools print them.

use std::sync::Arc;

/// A byte range of one file, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A 1-based line and a 1-based byte column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// 1-based line.
    pub line: u32,
    /// 1-based byte column.
    pub column: u32,
}

/// A stretch of source as people read it, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// Where it begins.
    pub start: Position,
    /// Where it ends, exclusive.
    pub end: Position,
}

/// One file's name and bytes, with the line index that every look-up uses.
///
/// The bytes are whatever the file held: neither UTF-8 nor final newlines are promised.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name to print: slashes, relative to the working directory where the file lies below it.
    pub path: Arc<str>,
    /// The bytes of the file.
    pub text: Arc<[u8]>,
    /// The offset at which each line starts; the first is 0.
    line_starts: Arc<[u32]>,
}

impl Source {
    /// Indexes `text`. Files of 4 GiB and more are refused before they get here.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<[u8]>>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at as u32 + 1))
            .collect();
        Source { path: path.into(), text, line_starts }
    }

    /// The number of lines, at least one.
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }

    /// The 1-based line that holds byte `offset`; offsets past the end fall on the last line.
    pub fn line_at(&self, offset: usize) -> u32 {
        self.line_starts.partition_point(|start| *start as usize <= offset) as u32
    }

    /// The position of byte `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line_at(offset);
        Position { line, column: (offset - self.line_starts[line as usize - 1] as usize) as u32 + 1 }
    }

    /// The region of `span`.
    pub fn region(&self, span: Span) -> Region {
        Region { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The bytes of 1-based `line` without its line ending; `None` past the last line.
    pub fn line_span(&self, line: u32) -> Option<Span> {
        let start = *self.line_starts.get(line.checked_sub(1)? as usize)? as usize;
        let mut end = self.line_starts.get(line as usize).map_or(self.text.len(), |next| *next as usize - 1);
        if end > start && self.text[end - 1] == b'\r' {
            end -= 1;
        }
        Some(Span { start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_bytes_from_one() {
        let source = Source::new("a.go", *b"ab\n\xc3\xa9x\r\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(2), Position { line: 1, column: 3 });
        assert_eq!(source.position(5), Position { line: 2, column: 3 });
        assert_eq!(source.line_span(2), Some(Span::new(3, 6)));
        assert_eq!(source.line_span(3), Some(Span::new(8, 8)));
        assert_eq!(source.line_span(4), None);
    }
}
