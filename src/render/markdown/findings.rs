//! The findings of an audit: a table of all that was measured, then each shown one with its code, its cost and what to write.

use super::escape::{code, code_in_cell, fenced, inline};
use super::{MarkdownOptions, write_rest};
use crate::model::{Column, Finding, Report, Source, Verdict};
use crate::render::{cost, explanation, quantity, source_code, summary, untrusted};
use std::io::{self, Write};

/// Lines of context around a finding.
const CONTEXT: u32 = 2;
/// Lines of code at most.
const MOST_LINES: u32 = 16;
/// Characters of a line of code at most.
const WIDEST: usize = 160;

/// Writes the sections.
pub(super) fn write(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<&Finding> = report.shown.iter().filter_map(|at| report.findings.get(*at)).collect();
    writeln!(out, "\n## Findings\n")?;
    if shown.is_empty() {
        let folded =
            if report.findings.is_empty() { "" } else { " What was found is below the bar or was not measured." };
        writeln!(out, "None to show.{folded}")?;
    } else {
        write_table(&shown, out)?;
    }
    for (at, finding) in shown.iter().enumerate() {
        write_one(report, at + 1, finding, out)?;
    }
    let is_shown = |at: &usize| report.shown.contains(at);
    let others = report.findings.iter().enumerate().filter(|(at, _)| !is_shown(at)).map(|(_, finding)| finding);
    let below: Vec<&Finding> = others.filter(|finding| finding.verdict == Verdict::Measured).collect();
    if !below.is_empty() {
        writeln!(out, "\n### Measured below the bar\n")?;
        let (told, rest) = below.split_at(below.len().min(options.rows));
        write_table(told, out)?;
        let total = summary::total_of(report, rest.iter().filter_map(|finding| finding.measured.as_ref()));
        write_rest(rest.len(), "finding", total, out)?;
    }
    Ok(())
}

fn write_table(findings: &[&Finding], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| Share | 90 % interval | Cost | Samples | Verdict | Rule | Place |")?;
    writeln!(out, "|---:|---|---:|---:|---|---|---|")?;
    for finding in findings {
        let of_function = finding.stale_cost().map(|(_, column)| column);
        let [share, interval, amount, samples] = finding.judged().or(of_function).map_or(Default::default(), numbers);
        let place = code_in_cell(&place(finding));
        let by = if of_function.is_some() { ", its function" } else { "" };
        let (verdict, rule) = (format!("{}{by}", finding.verdict.word()), code_in_cell(&finding.rule));
        writeln!(out, "| {share} | {interval} | {amount} | {samples} | {verdict} | {rule} | {place} |")?;
    }
    Ok(())
}

/// Share, its interval, the cost and the samples, as cells.
pub(super) fn numbers(column: &Column) -> [String; 4] {
    [
        quantity::share(column.share),
        quantity::share_interval(column).unwrap_or_default(),
        inline(&quantity::amount(column.own, &column.sample_type.unit)),
        quantity::grouped(usize::try_from(column.samples).unwrap_or(usize::MAX)),
    ]
}

fn write_one(report: &Report, number: usize, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n### {number}\\. {}\n", inline(&finding.message))?;
    let severity = finding.severity.word();
    writeln!(out, "{severity}, {}, at {}", code(&finding.rule), code(&place(finding)))?;
    if let Some(symbol) = &finding.symbol {
        writeln!(out, "in {}", code(symbol))?;
    }
    let reason = inline(&cost::verdict_reason(finding));
    writeln!(out, "\n**{}**: {reason}", finding.verdict.word())?;
    if let Some(source) = report.sources.get(&finding.path) {
        writeln!(out, "\n{}", excerpt(source, finding.region.start.line, finding.region.end.line))?;
    }
    let callees = finding.judged().and_then(cost::callees_sentence);
    let told = explanation::behaviour(&finding.behaviour);
    let told = (!told.is_empty()).then(|| told.join(", "));
    let growth = explanation::growth(&finding.explanation);
    let to_callers = cost::callers_sentence(finding).filter(|_| finding.verdict != Verdict::Elsewhere);
    let notes: Vec<String> =
        callees.into_iter().chain(told).chain(growth).chain(to_callers).chain(finding.notes.iter().cloned()).collect();
    if !notes.is_empty() {
        writeln!(out)?;
        notes.iter().try_for_each(|note| writeln!(out, "- {}", inline(note)))?;
    }
    let help: Vec<String> = finding.help.lines().map(|line| line.trim_end().to_owned()).collect();
    match help.iter().filter(|line| !line.trim().is_empty()).count() {
        0 => Ok(()),
        1 => writeln!(out, "\nWhat to write: {}", inline(&finding.help)),
        // Several lines are code, or words with code below them.
        _ => {
            let lines: Vec<String> = help.iter().map(|line| untrusted::same_length(line.as_bytes())).collect();
            writeln!(out, "\nWhat to write:\n\n{}", fenced(&lines))
        }
    }
}

fn place(finding: &Finding) -> String {
    format!("{}:{}", finding.path, finding.region.start.line)
}

/// The lines `first..=last` with some around them, each with its number; `>` marks what is meant.
pub(super) fn excerpt(source: &Source, first: u32, last: u32) -> String {
    let last = last.max(first).min(first.saturating_add(MOST_LINES - 1));
    let (from, to) = (first.saturating_sub(CONTEXT).max(1), last.saturating_add(CONTEXT).min(source.line_count()));
    let wide = to.to_string().len();
    let lines = (from..=to).filter_map(|number| {
        let span = source.line_span(number)?;
        let mark = if (first..=last).contains(&number) { '>' } else { ' ' };
        let text = source_code::safe_line(source, span, WIDEST);
        Some(format!("{number:>wide$} {mark} {text}").trim_end().to_owned())
    });
    fenced(&lines.collect::<Vec<_>>())
}
