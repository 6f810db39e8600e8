//! A pull-request comment, or the summary of a CI job: one ranked table, everything longer folded away.
//!
//! The only HTML is ours: a hidden first line by which an earlier comment is found and replaced, and `details` around what is folded.
//! GitHub refuses comments above 65,536 characters, so the least important details are left out and counted.

use super::escape::{cell, code, code_in_cell, fenced, inline};
use super::findings::{excerpt, numbers};
use super::write_rest;
use crate::model::{Finding, Report, Verdict};
use crate::render::cost::{self, plural};
use crate::render::repository::Repository;
use crate::render::{explanation, quantity, summary, told, untrusted};
use std::io::{self, Write};

/// The first line of every comment.
pub const MARKER: &str = "<!-- heaplint report -->";

/// Rows of the table of findings; the others are counted.
const ROWS: usize = 20;
/// Hotspots told.
const HOTSPOTS: usize = 5;
/// Problems told; the others are counted.
const PROBLEMS: usize = 10;
/// Bytes of details; with the tables it stays below what GitHub takes.
const MOST_BYTES: usize = 40_000;
/// Characters of a sentence in a table.
const SENTENCE: usize = 300;

/// What the comment leaves to the caller.
#[derive(Clone, Copy, Debug)]
pub struct CommentOptions<'a> {
    /// The version of heaplint.
    pub version: &'a str,
    /// Where the working directory lies.
    pub repository: Repository<'a>,
}

/// Writes the comment.
pub fn render(report: &Report, options: &CommentOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{MARKER}\n### heaplint: {}\n", inline(&summary::headline(report)))?;
    let shown: Vec<&Finding> = told::shown(report).collect();
    if !shown.is_empty() {
        write_table(&shown, options, out)?;
        write_details(report, &shown, options, out)?;
    }
    write_hotspots(report, options, out)?;
    write_problems(report, options, out)?;
    write_evidence(report, options, out)
}

fn write_table(shown: &[&Finding], options: &CommentOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let measured = shown.iter().any(|finding| finding.judged().is_some());
    match measured {
        true => writeln!(out, "| Cost | Share | Verdict | Where | What |\n|---:|---:|---|---|---|")?,
        false => writeln!(out, "| Where | What |\n|---|---|")?,
    }
    for finding in shown.iter().take(ROWS) {
        let what = untrusted::prose(&finding.message);
        let what: String = what.chars().take(SENTENCE).collect();
        let what = format!("{} ({})", cell(&what), code_in_cell(&finding.rule));
        let place = code_in_cell(&place(finding, options));
        if !measured {
            writeln!(out, "| {place} | {what} |")?;
            continue;
        }
        let [share, _, amount, _] = finding.judged().map_or(Default::default(), numbers);
        let error = finding.judged().and_then(quantity::interval).filter(|error| error.starts_with('±'));
        let amount = error.map_or(amount.clone(), |error| format!("{amount} {error}"));
        writeln!(out, "| {amount} | {share} | {} | {place} | {what} |", finding.verdict.word())?;
    }
    write_rest(shown.len().saturating_sub(ROWS), "finding", None, out)
}

/// Each finding with its code and what to write, in one fold.
fn write_details(
    report: &Report,
    shown: &[&Finding],
    options: &CommentOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "\n<details><summary>Code, reasons and what to write instead</summary>")?;
    let mut bytes = 0;
    let mut told = 0;
    for finding in shown.iter().take(ROWS) {
        let mut detail = Vec::new();
        write_detail(report, finding, options, &mut detail)?;
        bytes += detail.len();
        if bytes > MOST_BYTES {
            break;
        }
        out.write_all(&detail)?;
        told += 1;
    }
    let left_out = shown.len() - told;
    if left_out > 0 {
        writeln!(out, "\nDetails of {} are left out here.", plural(left_out, "finding"))?;
    }
    writeln!(out, "\n</details>")
}

fn write_detail(
    report: &Report,
    finding: &Finding,
    options: &CommentOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "\n**{}** {}", code(&finding.rule), code(&place(finding, options)))?;
    if finding.verdict != Verdict::Unprofiled {
        writeln!(out, "\n{}: {}", finding.verdict.word(), inline(&cost::evidence_of(finding)))?;
    }
    if let Some(source) = report.sources.get(&finding.path) {
        writeln!(out, "\n{}", excerpt(source, finding.region.start.line, finding.region.end.line))?;
    }
    let behaviour = explanation::behaviour(&finding.behaviour);
    let behaviour = (!behaviour.is_empty()).then(|| behaviour.join(", "));
    let notes: Vec<String> = behaviour
        .into_iter()
        .chain(explanation::growth(&finding.explanation))
        .chain(finding.notes.iter().cloned())
        .collect();
    if !notes.is_empty() {
        writeln!(out)?;
        notes.iter().try_for_each(|note| writeln!(out, "- {}", inline(note)))?;
    }
    let help: Vec<String> =
        finding.help.lines().map(|line| untrusted::same_length(line.trim_end().as_bytes())).collect();
    match help.iter().filter(|line| !line.trim().is_empty()).count() {
        0 => Ok(()),
        1 => writeln!(out, "\nInstead: {}", inline(&finding.help)),
        // Several lines are code, or words with code below them.
        _ => writeln!(out, "\nInstead:\n\n{}", fenced(&help)),
    }
}

fn write_hotspots(report: &Report, options: &CommentOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let charged = summary::charged(report);
    if charged.is_empty() || report.summary.profile.is_none() {
        return Ok(());
    }
    let (told, rest) = charged.split_at(charged.len().min(HOTSPOTS));
    writeln!(out, "\n<details><summary>Costly lines that no finding claims</summary>\n")?;
    writeln!(out, "| Cost | Share | Where | What allocates |\n|---:|---:|---|---|")?;
    for hotspot in told {
        let column = cost::ranked_column(&hotspot.measured, &report.summary);
        let [share, _, amount, _] = column.map_or(Default::default(), numbers);
        let path = options.repository.path(&hotspot.path);
        let place = code_in_cell(&cost::place(&path, hotspot.line, hotspot.grade));
        let known = || explanation::constructs(&hotspot.explanation).unwrap_or_default();
        let what = cost::doubt_of_place(hotspot.line, hotspot.grade).unwrap_or_else(known);
        writeln!(out, "| {amount} | {share} | {place} | {} |", cell(&what))?;
    }
    write_rest(rest.len(), "line", summary::total_of(report, rest.iter().map(|hotspot| &hotspot.measured)), out)?;
    writeln!(out, "\n</details>")
}

fn write_problems(report: &Report, options: &CommentOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.problems.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n**Not done**, so findings may be missing:\n")?;
    for problem in report.problems.iter().take(PROBLEMS) {
        let line = problem.region.map_or(String::new(), |region| format!(":{}", region.start.line));
        let place = format!("{}{line}", options.repository.path(&problem.path));
        writeln!(out, "- {} {}", code(&place), inline(&problem.message))?;
    }
    write_rest(report.problems.len().saturating_sub(PROBLEMS), "problem", None, out)
}

/// What the numbers rest on.
fn write_evidence(report: &Report, options: &CommentOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut facts = Vec::new();
    for profile in report.summary.profile.iter().chain(&report.summary.other_profiles) {
        let paths: Vec<String> = profile.paths.iter().map(|path| code(path)).collect();
        facts.push(format!("{}: {}", paths.join(", "), inline(&summary::measured_as(profile))));
    }
    if facts.is_empty() {
        facts.push("No profile was given, so nothing here was measured or ranked by cost".to_owned());
    }
    let warnings: Vec<&String> = summary::warnings(report).collect();
    if !warnings.is_empty() {
        writeln!(out)?;
        warnings.iter().try_for_each(|warning| writeln!(out, "- {}", inline(warning)))?;
    }
    writeln!(out, "\n{}. heaplint {}.", facts.join("; "), inline(options.version))
}

fn place(finding: &Finding, options: &CommentOptions<'_>) -> String {
    format!("{}:{}", options.repository.path(&finding.path), finding.region.start.line)
}

#[cfg(test)]
#[path = "comment_tests.rs"]
mod tests;
