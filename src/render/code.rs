//! A stretch of source with labels under it, drawn by miette. Everything else around it is words and laid out elsewhere.

use super::layout;
use super::source_code::{CONTEXT_LINES, Excerpt, TAB_WIDTH};
use super::theme::{Look, Paint};
use crate::model::{Severity, Source, Span};
use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, SourceCode};
use std::fmt;
use std::io::{self, Write};

/// Columns that miette draws before the code, beside the digits of the line number.
const GUTTER: usize = 4;

/// Draws the lines of `source` around the labels, the first of which is the primary one.
pub(super) fn draw(
    source: &Source,
    labels: &[(Span, String)],
    severity: Severity,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let spans: Vec<Span> = labels.iter().map(|(span, _)| *span).collect();
    let end = spans.iter().map(|span| span.end).max().unwrap_or(0);
    let digits = (source.line_at(end) as usize + CONTEXT_LINES).to_string().len();
    let columns = look.columns().saturating_sub(GUTTER + digits);
    let (excerpt, places) = Excerpt::new(source, &spans, columns, look.ellipsis());
    let mut labelled: Vec<LabeledSpan> = Vec::new();
    for (at, (place, (_, text))) in places.into_iter().zip(labels).enumerate() {
        let text = look.spell(&layout::cut(text, columns, look.ellipsis()));
        let text = Some(text).filter(|text| !text.is_empty());
        labelled.push(match at {
            0 => LabeledSpan::new_primary_with_span(text, place),
            _ => LabeledSpan::new_with_span(text, place),
        });
    }
    labelled.sort_by_key(|label| (label.offset(), label.len()));
    let theme = look.graphical(severity_paint(severity), labelled.iter().map(LabeledSpan::primary));
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(look.columns())
        .with_context_lines(CONTEXT_LINES)
        .tab_width(TAB_WIDTH)
        .without_syntax_highlighting();
    let mut drawn = String::new();
    let code = Code { excerpt, labels: labelled, severity };
    handler.render_report(&mut drawn, &code).map_err(io::Error::other)?;
    // miette writes a line for the message, which is empty here because the words stand above.
    let code = drawn.split_once('\n').map_or("", |(_, code)| code);
    for line in code.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// The colour of a severity.
pub(super) fn severity_paint(severity: Severity) -> Paint {
    match severity {
        Severity::Error => Paint::Error,
        Severity::Warning => Paint::Warning,
        Severity::Note => Paint::Note,
    }
}

/// What miette is asked to draw: code and labels, no words of its own.
struct Code {
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
    severity: Severity,
}

impl Diagnostic for Code {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Code")
    }
}

impl std::error::Error for Code {}
