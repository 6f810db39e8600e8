//! One finding for people: what is wrong, what it costs, the code, why, and what to write instead.
//!
//! The header and the notes are laid out here, because the cost must stand beside the message; miette draws the code.

use super::{HumanOptions, Piece};
use crate::model::{Confidence, Finding, Fix, Report, Source, Span, Verdict};
use crate::render::layout;
use crate::render::source_code::drawable;
use crate::render::theme::Paint;
use crate::render::{code, cost, explanation, fixes, untrusted};
use std::io::{self, Write};

/// Second places drawn at most; the others are counted.
const MOST_LABELS: usize = 4;
/// Lines of a fix drawn at most.
const MOST_FIX_LINES: usize = 12;
/// Bytes of words at one place; what comes then would be cut anyway.
const MOST_WORDS: usize = 400;

/// Writes one finding, without a blank line after it.
pub(super) fn write(
    report: &Report,
    finding: &Finding,
    options: &HumanOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let look = &options.look;
    let rule = untrusted::name(&finding.rule);
    let address = options.rule_page.map(|page| format!("{page}#{}", percent_encoded(&finding.rule)));
    let prefix = format!("{}[{rule}]: ", finding.severity.word());
    let header = Piece { look, prefix: &prefix, paint: code::severity_paint(finding.severity), indent: 2 };
    header.write_linked(address.as_deref(), Paint::Strong, &untrusted::prose(&finding.message), out)?;
    write_verdict(finding, options, out)?;
    let source = report.sources.get(&finding.path);
    let marks = Marks::new(source, finding);
    match source {
        Some(source) => code::draw(source, &marks.drawn, finding.severity, look, out)?,
        None => writeln!(out, "   at {}", place(finding))?,
    }
    write_notes(report, finding, &marks, options, out)
}

/// The cost, right under the message, because it is what the findings are ranked by.
fn write_verdict(finding: &Finding, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    if finding.of_directive {
        return Ok(());
    }
    // Without a profile every finding would say the same; how sure the pattern is remains.
    if finding.verdict == Verdict::Unprofiled {
        let doubtful =
            (finding.confidence != Confidence::High).then(|| format!("{} confidence", finding.confidence.word()));
        let words: Vec<String> = finding.executions.map(cost::executed).into_iter().chain(doubtful).collect();
        return match words.is_empty() {
            true => Ok(()),
            false => writeln!(out, "  {}", options.look.paint(Paint::Quiet, &words.join(" · "))),
        };
    }
    let paint = match finding.verdict {
        Verdict::Hot => Paint::Error,
        Verdict::Measured | Verdict::Elsewhere | Verdict::Stale => Paint::Warning,
        Verdict::Cold { .. } | Verdict::Unseen | Verdict::New | Verdict::Refuted => Paint::Quiet,
        Verdict::Unmeasured | Verdict::Unprofiled => Paint::Quiet,
    };
    let body = if finding.judged().is_some() { Paint::Strong } else { Paint::Quiet };
    let prefix = format!("  {}: ", finding.verdict.word());
    let reason = cost::verdict_reason(finding);
    Piece { look: &options.look, prefix: &prefix, paint, indent: 4 }.write_linked(None, body, &reason, out)
}

fn write_notes(
    report: &Report,
    finding: &Finding,
    marks: &Marks,
    options: &HumanOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut notes: Vec<String> = Vec::new();
    if let Some((measured, column)) = cost::judged_column(finding) {
        notes.extend(cost::callees_sentence(column));
        notes.extend(cost::time_sentence(measured, column));
        notes.extend(explanation::growth(&finding.explanation));
        let behaviour = explanation::behaviour(&finding.behaviour);
        if !behaviour.is_empty() {
            notes.push(behaviour.join(", "));
        }
        if options.verbose {
            notes.extend(cost::other_columns_sentence(measured, column));
        }
    }
    if finding.verdict != Verdict::Elsewhere {
        notes.extend(cost::callers_sentence(finding));
    }
    if marks.left_out > 0 {
        notes.push(format!("the same at {}, not drawn here", cost::plural(marks.left_out, "more place")));
    }
    notes.extend(marks.unmarked_cost_lines(report.sources.get(&finding.path), finding));
    notes.extend(finding.notes.iter().map(|note| untrusted::prose(note)));
    if options.verbose {
        notes.extend(finding.estimate.as_ref().map(|estimate| untrusted::prose(&estimate.sentence())));
    }
    for note in notes {
        Piece { look: &options.look, prefix: "  note: ", paint: Paint::Note, indent: 8 }.write(&note, out)?;
    }
    // What to write may be a few lines of code: its line breaks stay.
    let mark = finding.fix.as_ref().map(fixes::mark);
    let first = mark.map_or_else(|| "  help: ".to_owned(), |mark| format!("  help [{mark}]: "));
    let mut prefix = &*first;
    for line in finding.help.lines().filter(|line| !line.trim().is_empty()) {
        Piece { look: &options.look, prefix, paint: Paint::Help, indent: 8 }.write(&untrusted::prose(line), out)?;
        prefix = "        ";
    }
    if options.verbose
        && let (Some(fix), Some(source)) = (&finding.fix, report.sources.get(&finding.path))
    {
        write_fix(fix, source, options, out)?;
    }
    Ok(())
}

/// The lines that a fix would change, and what may be different then.
fn write_fix(fix: &Fix, source: &Source, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let look = &options.look;
    let lines = fixes::changed_lines(fix, source);
    let left_out = lines.len().saturating_sub(MOST_FIX_LINES);
    for (paint, line) in lines.iter().take(MOST_FIX_LINES) {
        let line = layout::cut(line, look.columns().saturating_sub(8), look.ellipsis());
        writeln!(out, "        {}", look.paint(*paint, &line))?;
    }
    if left_out > 0 {
        writeln!(out, "        and {}", cost::plural(left_out, "line more"))?;
    }
    if let Some(differs) = &fix.differs {
        let what = format!("afterwards {}", untrusted::prose(differs));
        Piece { look, prefix: "  note: ", paint: Paint::Note, indent: 8 }.write(&what, out)?;
    }
    Ok(())
}

/// The stretches of code to draw, the primary first, and what each one says.
struct Marks {
    drawn: Vec<(Span, String)>,
    left_out: usize,
}

impl Marks {
    /// miette draws labels side by side, so of two that overlap on a line the second would land on the wrong code.
    /// It is dropped then, and its words go to the first. Labels over several lines are drawn in the margin and may
    /// overlap.
    fn new(source: Option<&Source>, finding: &Finding) -> Self {
        let drawable = |span| source.map_or(span, |source| drawable(source, span));
        let on_one_line =
            |span: Span| source.is_none_or(|source| source.line_at(span.start) == source.line_at(span.end));
        let mut drawn = vec![(drawable(finding.span), untrusted::prose(&finding.label))];
        let mut left_out = 0;
        for label in &finding.labels {
            let (span, text) = (drawable(label.span), untrusted::prose(&label.text));
            let clashes = |other: Span| {
                let overlap = span == other || (span.start < other.end && other.start < span.end);
                overlap && on_one_line(span) == on_one_line(other)
            };
            let full = drawn.len() > MOST_LABELS;
            match drawn.iter_mut().find(|(other, _)| clashes(*other)) {
                Some((_, words)) if words.is_empty() => *words = text,
                Some((_, words)) if text.is_empty() || words.len() > MOST_WORDS || words.contains(&text) => {}
                Some((_, words)) => words.push_str(&format!("; {text}")),
                None if full => left_out += 1,
                None => drawn.push((span, text)),
            }
        }
        Marks { drawn, left_out }
    }

    /// Says which lines the cost was read from, where no label lies on them.
    fn unmarked_cost_lines(&self, source: Option<&Source>, finding: &Finding) -> Option<String> {
        let region = (finding.region.start.line, finding.region.end.line);
        let spans = self.drawn.iter().map(|(span, _)| *span).chain(finding.labels.iter().map(|label| label.span));
        let on_lines = |source: &Source| -> Vec<(u32, u32)> {
            spans.map(|span| (source.line_at(span.start), source.line_at(span.end))).collect()
        };
        let mut marked = source.map_or_else(Vec::new, on_lines);
        marked.push(region);
        marked.sort_unstable();
        // How far the marks reach that begin on or before each one's first line: a finding may have thousands of both.
        let mut reach = 0;
        marked.iter_mut().for_each(|(_, end)| {
            reach = reach.max(*end);
            *end = reach;
        });
        let is_marked = |line: u32| {
            let before = marked.partition_point(|(start, _)| *start <= line);
            marked[..before].last().is_some_and(|(_, end)| line <= *end)
        };
        let lines: Vec<String> =
            finding.cost_lines.iter().filter(|line| !is_marked(**line)).map(u32::to_string).collect();
        match lines.as_slice() {
            [] => None,
            [line] => Some(format!("its cost is read from line {line}")),
            lines => Some(format!("its cost is read from lines {}", lines.join(", "))),
        }
    }
}

fn place(finding: &Finding) -> String {
    let start = finding.region.start;
    format!("{}:{}:{}", untrusted::name(&finding.path), start.line, start.column)
}

/// A rule id as part of an address: a repository's own rules may be called anything.
fn percent_encoded(id: &str) -> String {
    let mut safe = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => safe.push(char::from(byte)),
            other => safe.push_str(&format!("%{other:02X}")),
        }
    }
    safe
}
