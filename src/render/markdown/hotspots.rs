//! The lines of the module that cost memory and that no finding claims.

use super::escape::{cell, code, code_in_cell, inline};
use super::findings::{excerpt, numbers};
use super::{MarkdownOptions, write_rest};
use crate::model::{Grade, Hotspot, Report};
use crate::render::cost::{plural, short_symbol};
use crate::render::{cost, explanation, quantity, summary};
use std::io::{self, Write};

/// So many are shown with their code.
const WITH_CODE: usize = 5;

/// Writes the section.
pub(super) fn write(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let charged = summary::charged(report);
    if report.summary.profile.is_none() || summary::is_told_by_time(report) {
        return Ok(());
    }
    writeln!(out, "\n## Hotspots\n")?;
    if charged.is_empty() {
        return writeln!(out, "Every line of the module that the profile charges is claimed by a finding.");
    }
    writeln!(out, "{} of the module that no finding claims.\n", plural(charged.len(), "line"))?;
    writeln!(out, "| Share | 90 % interval | Cost | Samples | Place | What allocates |")?;
    writeln!(out, "|---:|---|---:|---:|---|---|")?;
    let (told, rest) = charged.split_at(charged.len().min(options.rows));
    for hotspot in told {
        let column = cost::ranked_column(&hotspot.measured, &report.summary);
        let [share, interval, amount, samples] = column.map_or(Default::default(), numbers);
        let place = code_in_cell(&cost::place(&hotspot.path, hotspot.line, hotspot.grade));
        let known = || explanation::constructs(&hotspot.explanation).unwrap_or_default();
        let what = cell(&cost::doubt_of_place(hotspot.line, hotspot.grade).unwrap_or_else(known));
        writeln!(out, "| {share} | {interval} | {amount} | {samples} | {place} | {what} |")?;
    }
    write_rest(rest.len(), "line", summary::total_of(report, rest.iter().map(|hotspot| &hotspot.measured)), out)?;
    told.iter().take(WITH_CODE).try_for_each(|hotspot| write_one(report, hotspot, out))
}

fn write_one(report: &Report, hotspot: &Hotspot, out: &mut dyn Write) -> io::Result<()> {
    let Some(source) = report.sources.get(&hotspot.path) else { return Ok(()) };
    let column = cost::ranked_column(&hotspot.measured, &report.summary);
    let share = column.map_or(String::new(), |column| format!("{} at ", quantity::share(column.share)));
    let symbol = code(&short_symbol(&hotspot.symbol));
    if hotspot.grade == Grade::Function {
        let place = code(&hotspot.path);
        let doubt = cost::doubt_of_place(hotspot.line, hotspot.grade).unwrap_or_default();
        writeln!(out, "\n### {share}{place}\n\nin {symbol}, {doubt}\n")?;
    } else {
        let place = code(&format!("{}:{}", hotspot.path, hotspot.line));
        writeln!(out, "\n### {share}{place}\n\nin {symbol}")?;
        writeln!(out, "\n{}\n", excerpt(source, hotspot.line, hotspot.line))?;
    }
    match explanation::told(hotspot).as_slice() {
        [] => writeln!(out, "What allocates on the line is not known."),
        told => told.iter().try_for_each(|line| writeln!(out, "- {}", inline(line))),
    }
}
