//! The few lines around a finding, as miette wants to read them.
//!
//! miette's own sources are read from the first byte for every label of every diagnostic. An excerpt takes the lines that
//! the labels touch from the file's line index, so its cost does not depend on the file. The text is made safe to show
//! on the way in, and lines that are wider than the screen are cut around the label.
//! It draws nothing.

use super::{layout, untrusted};
use crate::model::{Source, Span};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::collections::BTreeMap;

/// Lines of context above and below a label.
pub(super) const CONTEXT_LINES: usize = 1;
/// Columns between two tab stops.
pub(super) const TAB_WIDTH: usize = 4;
/// A label over more lines than this is drawn on its first line alone: a loop of a hundred lines explains nothing.
const MOST_LABEL_LINES: u32 = 6;

/// Lines of one file that lie around some spans.
pub(super) struct Excerpt {
    name: String,
    text: String,
    lines: Vec<ExcerptLine>,
}

/// One line of the excerpt and where it comes from.
struct ExcerptLine {
    /// 1-based line of the file.
    number: u32,
    /// Where the line starts in the file.
    file_start: usize,
    /// The bytes of the file that are shown.
    shown: Span,
    /// Where the line starts in the excerpt's text.
    start: usize,
    /// Bytes of the mark of what was cut off in front.
    lead: usize,
}

/// One line of the file, made safe to show and cut to so many characters.
pub(super) fn safe_line(source: &Source, line: Span, characters: usize) -> String {
    let safe = untrusted::same_length(&source.text[line.start..line.end.min(line.start + 4 * characters)]);
    match safe.char_indices().nth(characters) {
        Some((cut, _)) => format!("{}…", &safe[..cut]),
        None => safe,
    }
}

impl Excerpt {
    /// The lines that `spans` touch, with context, in at most `columns` columns. The first span is the primary one: cut
    /// lines are cut around it. Also returns the spans' places in the excerpt, in the same order.
    ///
    /// Spans that reach past the end of the file are clipped to it.
    pub(super) fn new(source: &Source, spans: &[Span], columns: usize, mark: &str) -> (Self, Vec<SourceSpan>) {
        let spans: Vec<Span> = spans.iter().map(|span| drawable(source, *span)).collect();
        let mut excerpt = Excerpt { name: untrusted::name(&source.path), text: String::new(), lines: Vec::new() };
        for (line, focus) in lines_around(source, &spans) {
            excerpt.push_line(source, line, focus, columns, mark);
        }
        let places = spans.iter().map(|span| excerpt.place(source, *span)).collect();
        (excerpt, places)
    }

    /// Bytes of text held; a measure of the work done.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    fn push_line(&mut self, source: &Source, number: u32, focus: Option<Span>, columns: usize, mark: &str) {
        let Some(whole) = source.line_span(number) else { return };
        let near = near(source, whole, focus.map_or(whole.start, |focus| focus.start), columns);
        let text = untrusted::same_length(&source.text[near.start..near.end]);
        let inside = Window {
            focus: focus.map(|focus| {
                let within = |offset: usize| offset.clamp(near.start, near.end) - near.start;
                Span::new(within(focus.start), within(focus.end))
            }),
            more_before: near.start > whole.start,
            more_after: near.end < whole.end,
        };
        let kept = inside.crop(&text, columns, layout::width(mark));
        let shown = Span::new(near.start + kept.start, near.start + kept.end);
        let lead = if shown.start > whole.start { mark } else { "" };
        let trail = if shown.end < whole.end { mark } else { "" };
        let start = self.text.len();
        for piece in [lead, &text[kept.start..kept.end], trail, "\n"] {
            self.text.push_str(piece);
        }
        self.lines.push(ExcerptLine { number, file_start: whole.start, shown, start, lead: lead.len() });
    }

    /// Where `span` of the file lies in the excerpt. A span that covers a line break ends before it.
    fn place(&self, source: &Source, span: Span) -> SourceSpan {
        let start = self.offset(source.line_at(span.start), span.start);
        let end = self.offset(source.line_at(span.end.saturating_sub(1).max(span.start)), span.end);
        (start, end.saturating_sub(start)).into()
    }

    fn offset(&self, line: u32, offset: usize) -> usize {
        let Ok(at) = self.lines.binary_search_by_key(&line, |line| line.number) else { return 0 };
        let line = &self.lines[at];
        line.start + line.lead + offset.clamp(line.shown.start, line.shown.end) - line.shown.start
    }

    fn line_index(&self, offset: usize) -> usize {
        self.lines.partition_point(|line| line.start <= offset).saturating_sub(1)
    }

    fn follows(&self, at: usize) -> bool {
        at > 0 && at < self.lines.len() && self.lines[at - 1].number + 1 == self.lines[at].number
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let last_byte = span.offset() + span.len().saturating_sub(1);
        if self.lines.is_empty() || last_byte >= self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let (mut first, mut last) = (self.line_index(span.offset()), self.line_index(last_byte));
        // Neighbours in the excerpt may be far apart in the file; miette is told only of lines without a gap.
        if (first..last).any(|at| !self.follows(at + 1)) {
            return Err(MietteError::OutOfBounds);
        }
        let line = &self.lines[first];
        let column = match lines_before {
            0 => (line.shown.start - line.file_start + span.offset()).saturating_sub(line.start + line.lead),
            _ => 0,
        };
        for _ in 0..lines_before {
            first -= usize::from(self.follows(first));
        }
        for _ in 0..lines_after {
            last += usize::from(self.follows(last + 1));
        }
        let start = self.lines[first].start;
        let end = self.lines.get(last + 1).map_or(self.text.len(), |next| next.start);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.text.as_bytes()[start..end],
            (start, end - start).into(),
            self.lines[first].number as usize - 1,
            column,
            last - first + 1,
        )))
    }
}

/// `span` inside the file, and on its first line alone where it runs over too many.
pub(super) fn drawable(source: &Source, span: Span) -> Span {
    let start = span.start.min(source.text.len());
    let end = span.end.clamp(start, source.text.len());
    let first = source.line_at(start);
    if source.line_at(end) - first < MOST_LABEL_LINES {
        return Span::new(start, end);
    }
    Span::new(start, source.line_span(first).map_or(end, |line| line.end.max(start)))
}

/// Every line to show with the part of it that must stay visible, in ascending order. Only the first span brings context
/// along: the others say enough by themselves.
fn lines_around(source: &Source, spans: &[Span]) -> BTreeMap<u32, Option<Span>> {
    let mut lines: BTreeMap<u32, Option<Span>> = BTreeMap::new();
    for (at, span) in spans.iter().enumerate() {
        let first = source.line_at(span.start);
        let last = source.line_at(span.end.saturating_sub(1).max(span.start));
        lines.entry(first).or_default().get_or_insert(*span);
        let context = if at == 0 { CONTEXT_LINES as u32 } else { 0 };
        let above = first.saturating_sub(context).max(1);
        let below = last.saturating_add(context).min(source.line_count());
        for line in above..=below {
            lines.entry(line).or_default();
        }
    }
    lines
}

/// The part of the line `whole` that can matter to a screen of `columns`: a line of a megabyte is not copied for each
/// of its findings. Ends between characters.
fn near(source: &Source, whole: Span, focus: usize, columns: usize) -> Span {
    let mut start = focus.saturating_sub(8 * columns).clamp(whole.start, whole.end);
    let mut end = focus.saturating_add(8 * columns).clamp(whole.start, whole.end);
    let inside_character = |at: usize| at < whole.end && source.text[at] & 0b1100_0000 == 0b1000_0000;
    for _ in 0..3 {
        start += usize::from(start > whole.start && inside_character(start));
        end -= usize::from(end > start && inside_character(end));
    }
    Span::new(start, end.max(start))
}

/// Part of a line: what of it must stay visible, and whether there is more on either side.
struct Window {
    focus: Option<Span>,
    more_before: bool,
    more_after: bool,
}

impl Window {
    /// The bytes of `text` to keep so that they and the marks of what was cut off fit into `columns`.
    fn crop(&self, text: &str, columns: usize, mark: usize) -> Span {
        if !self.more_before && !self.more_after && fits(text, columns) == text.len() {
            return Span::new(0, text.len());
        }
        let focus = self.focus.unwrap_or_default();
        let from_the_front = !self.more_before && fits(text, columns.saturating_sub(mark)) >= focus.end;
        let mut start = 0;
        if !from_the_front {
            // A quarter of the screen shows what leads up to the label.
            let mut room = columns / 4;
            start = floor_boundary(text, focus.start);
            for (at, character) in text[..start].char_indices().rev() {
                let wide = if character == '\t' { TAB_WIDTH } else { layout::char_width(character) };
                if wide > room {
                    break;
                }
                room -= wide;
                start = at;
            }
        }
        let lead = if start > 0 || self.more_before { mark } else { 0 };
        let room = columns.saturating_sub(lead);
        let mut end = start + fits(&text[start..], room);
        if end < text.len() || self.more_after {
            end = start + fits(&text[start..], room.saturating_sub(mark));
        }
        Span::new(start, end)
    }
}

/// How many bytes of `text` fit into `columns`, tabs at their stops.
fn fits(text: &str, columns: usize) -> usize {
    let mut column = 0;
    for (at, character) in text.char_indices() {
        column += if character == '\t' { TAB_WIDTH - column % TAB_WIDTH } else { layout::char_width(character) };
        if column > columns {
            return at;
        }
    }
    text.len()
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &[u8], span: Span, columns: usize) -> (String, String) {
        let source = Source::new("a.go", text);
        let (excerpt, places) = Excerpt::new(&source, &[span], columns, "…");
        let place = places[0];
        let marked = excerpt.text.as_bytes()[place.offset()..place.offset() + place.len()].to_vec();
        (excerpt.text, String::from_utf8(marked).expect("labels lie between characters"))
    }

    #[test]
    fn an_excerpt_holds_the_lines_around_its_span_and_nothing_else() {
        let cases: [(&[u8], Span, &str, &str); 8] = [
            (b"one\ntwo\nthree\nfour\n", Span::new(8, 13), "two\nthree\nfour\n", "three"),
            (b"one\r\ntwo\r\n", Span::new(5, 8), "one\ntwo\n\n", "two"),
            (b"one\r\ntwo", Span::new(5, 99), "one\ntwo\n", "two"),
            (b"one\n", Span::new(4, 4), "one\n\n", ""),
            (b"", Span::new(0, 0), "\n", ""),
            (b"one\ntwo\n", Span::new(0, 4), "one\ntwo\n", "one"),
            (b"a\xffb\n", Span::new(1, 3), "a?b\n\n", "?b"),
            (b"\ta ##[x]\n", Span::new(1, 2), "\ta ##(x]\n\n", "a"),
        ];
        for (text, span, wanted, label) in cases {
            assert_eq!(shown(text, span, 80), (wanted.to_owned(), label.to_owned()), "of {text:?}");
        }
    }

    #[test]
    fn wide_lines_are_cut_around_the_label() {
        let line = b"0123456789abcdefghijLABELklmnopqrstuvwxyz";
        assert_eq!(shown(line, Span::new(20, 25), 16), ("…ghijLABELklmno…\n".to_owned(), "LABEL".to_owned()));
        assert_eq!(shown(line, Span::new(0, 3), 16), ("0123456789abcde…\n".to_owned(), "012".to_owned()));
        assert_eq!(shown(line, Span::new(36, 41), 16), ("…rstuvwxyz\n".to_owned(), "vwxyz".to_owned()));
    }

    #[test]
    fn a_span_of_many_lines_is_drawn_on_its_first() {
        let text = b"for {\n1\n2\n3\n4\n5\n6\n7\n}\n";
        assert_eq!(shown(text, Span::new(0, 24), 80), ("for {\n1\n".to_owned(), "for {".to_owned()));
    }

    #[test]
    fn lines_with_a_gap_between_them_are_never_read_as_one_stretch() {
        let source = Source::new("a.go", *b"1\n2\n3\n4\n5\n6\n7\n8\n9\n");
        let (excerpt, places) = Excerpt::new(&source, &[Span::new(0, 1), Span::new(14, 15)], 80, "…");
        assert_eq!(excerpt.text, "1\n2\n8\n");
        let both = (places[0].offset(), places[1].offset() + 1 - places[0].offset()).into();
        assert!(excerpt.read_span(&both, 1, 1).is_err());
        let second = excerpt.read_span(&places[1], 1, 1).expect("in bounds");
        assert_eq!((second.data(), second.line()), (&b"8\n"[..], 7));
    }

    #[test]
    fn the_work_for_a_finding_does_not_grow_with_its_file_or_its_line() {
        let touched = |text: Vec<u8>| -> usize {
            let length = text.len();
            let source = Source::new("a.go", text);
            let at = |nth: usize| Span::new(nth * length / 1000, nth * length / 1000 + 5);
            (0..1000).map(|nth| Excerpt::new(&source, &[at(nth)], 80, "…").0.len()).sum()
        };
        let short_file = touched(b"\tnames = append(names, name)\n".repeat(350));
        let long_file = touched(b"\tnames = append(names, name)\n".repeat(35_000));
        assert!(long_file < short_file * 11 / 10, "{short_file} bytes grew to {long_file}");
        let one_line = touched(b"names = append(names, name); ".repeat(35_000));
        assert!(one_line < 1000 * 81 * 3, "{one_line} bytes for 1,000 findings on one line");
    }
}
