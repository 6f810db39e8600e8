//! `heaplint check --add-ignores`: a directive in the source for every finding that is shown.
//!
//! Files are written one by one, each whole or not at all; what could not be written is told with its reason.

use super::settings::{CheckSettings, Ignoring};
use super::show::print;
use super::{CliError, ExitStatus};
use crate::directive::{ToIgnore, WithIgnores, with_ignores};
use crate::edge::rewrite;
use crate::go::outline::outline;
use crate::go::words::Words;
use crate::model::{Report, Source};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// What was done.
#[derive(Debug, Default)]
struct Done {
    /// How many findings each file has directives for now.
    written: Vec<(Arc<str>, usize)>,
    /// `path:line: rule: why not`
    unwritten: Vec<String>,
}

/// Writes the directives, and says what was written. Findings that are left without one count for the exit code, as always.
pub(super) fn add_ignores(
    report: &mut Report,
    ignoring: &Ignoring,
    settings: &CheckSettings,
) -> Result<ExitStatus, CliError> {
    let mut by_file: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for index in &report.shown {
        let finding = &report.findings[*index];
        if !finding.of_directive {
            by_file.entry(finding.path.clone()).or_default().push(*index);
        }
    }
    let mut done = Done::default();
    let mut problems = Vec::new();
    for (path, indices) in by_file {
        let Some(source) = report.sources.get(&path) else { continue };
        match write_file(report, source, &indices, &ignoring.reason, settings, &mut done) {
            Ok(0) => {}
            Ok(written) => done.written.push((path, written)),
            Err(problem) => problems.push(problem),
        }
    }
    report.problems.extend(problems);
    report.problems.sort();
    print(&told(&done, report))?;
    Ok(ExitStatus::of(done.unwritten.len(), report.problems.len(), settings.allow_partial))
}

/// How many findings of the file have a directive now.
fn write_file(
    report: &Report,
    source: &Source,
    indices: &[usize],
    reason: &str,
    settings: &CheckSettings,
    done: &mut Done,
) -> Result<usize, crate::model::Problem> {
    let outlined = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
    let place = |index: usize| {
        let finding = &report.findings[index];
        format!("{}:{}: {}", finding.path, finding.region.start.line, finding.rule)
    };
    if outlined.generated {
        let why = "its file is generated, and would lose the directive";
        done.unwritten.extend(indices.iter().map(|index| format!("{}: {why}", place(*index))));
        return Ok(0);
    }
    let to_ignore = |index: &usize| {
        let finding = &report.findings[*index];
        ToIgnore { rule: finding.rule.to_string(), span: finding.span }
    };
    let wanted: Vec<ToIgnore> = indices.iter().map(to_ignore).collect();
    let WithIgnores { change, unwritten } = with_ignores(source, &outlined, &wanted, reason);
    if let Some(change) = change {
        let path = settings.input.working_directory.join(Path::new(&*source.path));
        rewrite(&path, &source.path, &source.text, &change.text)?;
    }
    let left = unwritten.iter().zip(indices).filter_map(|(why, index)| Some((why.as_ref()?, *index)));
    done.unwritten.extend(left.map(|(why, index)| format!("{}: {}", place(index), why.words())));
    Ok(unwritten.iter().filter(|why| why.is_none()).count())
}

fn told(done: &Done, report: &Report) -> String {
    let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let findings: usize = done.written.iter().map(|(_, count)| count).sum();
    let mut text = match findings {
        0 => "no directive was written\n".to_owned(),
        _ => format!(
            "directives for {} were written in {}\n",
            plural(findings, "finding"),
            plural(done.written.len(), "file")
        ),
    };
    // Writing to a string does not fail.
    for (path, count) in &done.written {
        let _ = writeln!(text, "  {path}: {count}");
    }
    if !done.unwritten.is_empty() {
        let _ = writeln!(text, "not written, for {}", plural(done.unwritten.len(), "finding"));
    }
    for line in &done.unwritten {
        let _ = writeln!(text, "  {line}");
    }
    for problem in &report.problems {
        let _ = writeln!(text, "problem: {problem}");
    }
    text
}
