//! Fixes in words: what can be fixed, what was, and what was not and why; and the lines that one fix changes.

use super::cost::plural;
use super::source_code::TAB_WIDTH;
use super::theme::Paint;
use super::{quantity, untrusted};
use crate::model::{Applies, Fix, Report, Source};

/// What stands beside a finding that can be fixed.
pub(super) fn mark(fix: &Fix) -> &'static str {
    match fix.applies {
        Applies::Safe => "fixable",
        Applies::Assisted => "fixable with --unsafe-fixes",
    }
}

/// One row for what was done, one for what was not, one for what can be done: only those that have something to say.
pub(super) fn rows(report: &Report) -> Vec<String> {
    let fixes = &report.fixes;
    let mut rows = Vec::new();
    if let Some(written) = fixes.written {
        let done = if written { "fixed" } else { "would be fixed" };
        let assisted = fixes.fixed.iter().filter(|fixed| fixed.applies == Applies::Assisted).count();
        let review = match assisted {
            0 => String::new(),
            all if all == fixes.fixed.len() => "; read the difference of them".to_owned(),
            some => format!("; read the difference of the {} assisted ones", quantity::grouped(some)),
        };
        let files = plural(fixes.changes.len(), "file");
        rows.push(format!("{} {done} in {files}{review}", plural(fixes.fixed.len(), "finding")));
        for (why, count) in &fixes.skipped {
            let fixes = if *count == 1 { "1 fix".to_owned() } else { format!("{} fixes", quantity::grouped(*count)) };
            rows.push(format!("{fixes} not taken: {why}"));
        }
    }
    let shown = report.shown.iter().filter_map(|index| report.findings.get(*index));
    let mut can: Vec<Applies> = shown.filter_map(|finding| Some(finding.fix.as_ref()?.applies)).collect();
    // Of those that were asked for is said why they were not taken.
    can.retain(|applies| fixes.asked.is_none_or(|asked| *applies > asked));
    let safe = can.iter().filter(|applies| **applies == Applies::Safe).count();
    let assisted = can.len() - safe;
    rows.extend(match (safe, assisted) {
        (0, 0) => None,
        (0, some) => Some(format!("{} can be fixed with --unsafe-fixes", quantity::grouped(some))),
        (some, 0) => Some(format!("{} can be fixed with --fix", quantity::grouped(some))),
        (safe, assisted) => Some(format!(
            "{} can be fixed with --fix, {} more with --unsafe-fixes",
            quantity::grouped(safe),
            quantity::grouped(assisted)
        )),
    });
    rows
}

/// The lines that a fix takes away and those that it brings, safe to show.
pub(super) fn changed_lines(fix: &Fix, source: &Source) -> Vec<(Paint, String)> {
    let mut lines = Vec::new();
    let mut edits = fix.edits.iter().peekable();
    while let Some(first) = edits.next() {
        // Whole lines around edits that share lines.
        let start = source.line_span(source.line_at(first.span.start)).map_or(first.span.start, |line| line.start);
        let end_of = |at: usize| source.line_span(source.line_at(at)).map_or(at, |line| line.end.max(at));
        let mut end = end_of(first.span.end.max(first.span.start));
        let mut new = Vec::new();
        new.extend_from_slice(&source.text[start..first.span.start]);
        new.extend_from_slice(first.text.as_bytes());
        let mut at = first.span.end;
        while let Some(next) = edits.next_if(|next| next.span.start <= end) {
            new.extend_from_slice(&source.text[at..next.span.start]);
            new.extend_from_slice(next.text.as_bytes());
            at = next.span.end;
            end = end_of(at);
        }
        new.extend_from_slice(&source.text[at..end.max(at)]);
        let old: Vec<&[u8]> = source.text[start..end.max(at)].split(|byte| *byte == b'\n').collect();
        let new: Vec<&[u8]> = new.split(|byte| *byte == b'\n').collect();
        let same_start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let (old, new) = (&old[same_start..], &new[same_start..]);
        let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
        let tell = |mark: char, line: &&[u8]| {
            let line = untrusted::same_length(line.trim_ascii_end());
            format!("{mark} {}", line.replace('\t', &" ".repeat(TAB_WIDTH)))
        };
        lines.extend(old[..old.len() - same_end].iter().map(|line| (Paint::Error, tell('-', line))));
        lines.extend(new[..new.len() - same_end].iter().map(|line| (Paint::Help, tell('+', line))));
    }
    lines
}
