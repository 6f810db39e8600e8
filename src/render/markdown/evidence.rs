//! How good the numbers of an audit are: what was measured and how, how much of it met the source, and what was left open.

use super::escape::{cell, code, code_in_cell, inline};
use super::{MarkdownOptions, capital, write_rest};
use crate::model::{Column, ProfileSummary, Report};
use crate::render::cost::plural;
use crate::render::{cost, summary, untrusted};
use std::io::{self, Write};

/// Writes the section.
pub(super) fn write(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## Quality of the evidence\n")?;
    writeln!(out, "| | |\n|---|---|")?;
    row("Scanned", &scanned(report), out)?;
    for profile in report.summary.profile.iter().chain(&report.summary.other_profiles) {
        write_profile(profile, out)?;
    }
    if report.summary.profile.is_some() {
        let columns = measured(report);
        let weak = columns.iter().filter(|column| column.own > 0 && !column.sampling.significant).count();
        let all = plural(columns.len(), "line");
        row("Samples", &format!("{weak} of {all} measured rest on fewer than ten samples' worth of evidence"), out)?;
    }
    if let Some(compiler) = &report.summary.compiler {
        row("Compiler", &summary::compiler_row(compiler), out)?;
    }
    if let Some(coverage) = &report.summary.coverage {
        row("Coverage", &summary::coverage_row(coverage), out)?;
    }
    if let Some(unasked) = summary::unasked(report) {
        row("Not asked", &unasked, out)?;
    }
    if let Some(left_out) = summary::left_out(&report.summary.left_out) {
        row("Left out", &left_out, out)?;
    }
    if let Some(skipped) = summary::skipped(report) {
        row("Skipped", &skipped, out)?;
    }
    for warning in summary::warnings(report) {
        row("Warning", warning, out)?;
    }
    if report.summary.profile.is_some() {
        writeln!(
            out,
            "\nIntervals hold the truth in nine of ten cases; a finding is hot by the lower end of its share."
        )?;
    }
    write_unplaced(report, options, out)?;
    write_problems(report, options, out)
}

fn row(name: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} | {} |", cell(name), cell(value))
}

fn scanned(report: &Report) -> String {
    format!("{} by {}", plural(report.summary.files, "file"), plural(report.summary.rules, "rule"))
}

fn write_profile(profile: &ProfileSummary, out: &mut dyn Write) -> io::Result<()> {
    let paths: Vec<String> = profile.paths.iter().map(|path| code_in_cell(path)).collect();
    writeln!(out, "| Profile | {} |", paths.join(", "))?;
    row("Measured", &summary::measured_as(profile), out)?;
    summary::understood(profile).iter().try_for_each(|(name, value)| row(&capital(name), value, out))
}

/// The ranked columns of everything that was measured.
fn measured(report: &Report) -> Vec<&Column> {
    let findings = report.findings.iter().filter_map(|finding| finding.measured.as_ref());
    let all = findings.chain(report.hotspots.iter().map(|hotspot| &hotspot.measured));
    all.filter_map(|measured| cost::ranked_column(measured, &report.summary)).collect()
}

fn write_unplaced(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.unplaced.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### Samples that fit no line\n\n| Cost | Symbol | Profile's place | Why |\n|---:|---|---|---|")?;
    let (told, rest) = report.unplaced.split_at(report.unplaced.len().min(options.rows));
    for each in told {
        let amount = summary::total_of(report, std::iter::once(&each.measured)).unwrap_or_default();
        let (symbol, place) = (code_in_cell(&each.symbol), code_in_cell(&format!("{}:{}", each.file, each.line)));
        writeln!(out, "| {} | {symbol} | {place} | {} |", cell(&amount), cell(&each.reason))?;
    }
    write_rest(rest.len(), "place", summary::total_of(report, rest.iter().map(|each| &each.measured)), out)
}

fn write_problems(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.problems.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### Not done\n")?;
    let (told, rest) = report.problems.split_at(report.problems.len().min(options.rows));
    for problem in told {
        let line = problem.region.as_ref().map_or(String::new(), |region| format!(":{}", region.start.line));
        let place = code(&format!("{}{line}", untrusted::name(&problem.path)));
        writeln!(out, "- {place}: {} ({})", inline(&problem.message), problem.kind.word())?;
    }
    write_rest(rest.len(), "thing", None, out)
}
