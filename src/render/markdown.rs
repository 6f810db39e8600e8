//! An audit as Markdown, for a ticket or a wiki: summary, ranked findings with their code, hotspots, what other witnesses
//! say, and how good the evidence is.
//!
//! The text is CommonMark with GitHub's tables. An audit holds no link and no HTML, and nothing that comes from a profile, a
//! repository or a rule can make one: all of it passes `escape`. A new part of the report is one more section in `render`.

pub mod comment; // what a pull request is told
pub(super) mod escape; // foreign text as Markdown that says just that
mod evidence; // how good the numbers are
mod findings; // what was found, with code
mod hotspots; // what no finding claims
mod witnesses; // time, waiting, benchmarks, coverage

use super::cost::plural;
use super::{cost, quantity, summary};
use crate::model::{Grade, Hotspot, Report, Verdict};
use escape::inline;
use std::io::{self, Write};

/// What the Markdown format leaves to the caller.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownOptions<'a> {
    /// The version of heaplint.
    pub version: &'a str,
    /// How many lines a table has at most; the others are counted.
    pub rows: usize,
}

/// Writes `report` as Markdown.
pub fn render(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Heap audit\n")?;
    write_summary(report, out)?;
    findings::write(report, options, out)?;
    hotspots::write(report, options, out)?;
    witnesses::write(report, options, out)?;
    evidence::write(report, options, out)?;
    writeln!(out, "\nWritten by heaplint {}.", inline(options.version))
}

/// What was found and what it costs together, in a few sentences, and findings by verdict.
fn write_summary(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## Summary\n")?;
    writeln!(out, "- {}.", inline(&capital(&summary::headline(report))))?;
    match &report.summary.profile {
        Some(profile) => {
            let amount = |value: i64| quantity::amount(value, &profile.sample_type.unit);
            let kind = inline(&profile.sample_type.kind);
            let of = quantity::ratio(profile.own, profile.total);
            let total = amount(profile.total);
            writeln!(out, "- {} of {total} of {kind} ({of}) is charged to this module.", amount(profile.own))?;
            if profile.own != 0 {
                let claimed = quantity::ratio(profile.claimed, profile.own);
                writeln!(out, "- {} of that ({claimed}) is claimed by findings.", amount(profile.claimed))?;
            }
            write_leader(report, out)?;
        }
        None => writeln!(out, "- No profile was given, so nothing here was measured or ranked by cost.")?,
    }
    if !report.findings.is_empty() {
        writeln!(out, "\n| Verdict | Findings | Meaning |\n|---|---:|---|")?;
        for word in Verdict::WORDS {
            if let Some(count) = report.summary.verdicts.0.get(word).filter(|count| **count > 0) {
                writeln!(out, "| {word} | {} | {} |", quantity::grouped(*count), meaning(word))?;
            }
        }
    }
    Ok(())
}

/// Names the line to start with: the first hot finding or, where hotspots weigh more, the first of them.
fn write_leader(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let column = |measured: &crate::model::Measured| cost::ranked_column(measured, &report.summary).map(|it| it.share);
    let finding = report.shown.iter().filter_map(|at| report.findings.get(*at)).find(|it| it.verdict == Verdict::Hot);
    let today = |path: &str, line| cost::place(path, line, Grade::Exact);
    let finding = finding.and_then(|it| Some((column(it.measured.as_ref()?)?, today(&it.path, it.region.start.line))));
    let place = |it: &Hotspot| cost::place(&it.path, it.line, it.grade);
    let hotspot = report.hotspots.first().and_then(|it| Some((column(&it.measured)?, place(it))));
    let leader = match (finding, hotspot) {
        (Some(finding), Some(hotspot)) if hotspot.0 > finding.0 => Some(hotspot),
        (finding, hotspot) => finding.or(hotspot),
    };
    match leader.filter(|(share, _)| *share > 0.0) {
        Some((share, place)) => {
            let place = escape::code(&place);
            writeln!(out, "- The most costly line is {place}: {} of the profile.", quantity::share(share))
        }
        None => Ok(()),
    }
}

/// What a verdict says, for readers who meet it here first.
fn meaning(word: &str) -> &'static str {
    match word {
        "hot" => "measured, and its share is surely at or above the bar",
        "measured" => "measured, and below the bar or by too few samples",
        "stale" => "the source has changed since the profile; only the function could be matched",
        "elsewhere" => "its lines cost memory that the rule does not account for: other callees, or another construct",
        "cold" => "its function was sampled and its lines were not",
        "unseen" => "too few samples of its function to say",
        "new" => "the profiled build did not have this code",
        "refuted" => "the compiler keeps it off the heap",
        "unmeasured" => "nothing that was given measures this rule",
        _ => "no profile was given",
    }
}

/// With a capital letter.
fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + characters.as_str()
}

/// `… and 12 more with 3.4 MiB together.`, where a table was cut.
fn write_rest(rest: usize, noun: &str, total: Option<String>, out: &mut dyn Write) -> io::Result<()> {
    if rest == 0 {
        return Ok(());
    }
    let total = total.map_or(String::new(), |total| format!(" with {total} together"));
    writeln!(out, "\nAnd {}{total}.", plural(rest, &format!("more {noun}")))
}

#[cfg(test)]
#[path = "markdown/tests.rs"]
mod tests;
