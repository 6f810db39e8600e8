//! One line per shown finding, as `go vet` prints them: `path:line:col: [cost share verdict] message (rule)`.
//!
//! Lines and columns are 1-based, columns are bytes, so that editors and log matchers made for Go tools understand them.
//! No colour, no wrapping, no excerpt.

use super::theme::Look;
use super::{cost, fixes, quantity, summary, suppressed, untrusted};
use crate::model::{Finding, Report, Verdict};
use std::io::{self, Write};

/// Writes the findings of `report` as text, and nothing else.
pub fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for finding in report.shown.iter().filter_map(|at| report.findings.get(*at)) {
        let start = finding.region.start;
        writeln!(
            out,
            "{}:{}:{}: [{}] {} ({})",
            untrusted::name(&finding.path),
            start.line,
            start.column,
            bracket(finding),
            untrusted::prose(&finding.message),
            untrusted::name(&finding.rule),
        )?;
    }
    Ok(())
}

/// What the text format leaves to the caller.
#[derive(Clone, Copy, Debug)]
pub struct BesideOptions {
    /// Whether the closing lines are told.
    pub summary: bool,
}

/// What kept the run from its whole job and what the evidence lacks, a line each, and the summary where it is wanted: for standard
/// error, so that what reads the findings is not disturbed.
pub fn render_beside(report: &Report, options: &BesideOptions, out: &mut dyn Write) -> io::Result<()> {
    for problem in &report.problems {
        let place = problem
            .region
            .as_ref()
            .map_or(String::new(), |region| format!(":{}:{}", region.start.line, region.start.column));
        writeln!(out, "{}{place}: {}", untrusted::name(&problem.path), untrusted::prose(&problem.message))?;
    }
    if options.summary {
        for line in suppressed::lines(report) {
            writeln!(out, "suppressed: {line}")?;
        }
        return summary::write(report, &Look::plain(80, true), true, out);
    }
    for warning in summary::warnings(report) {
        writeln!(out, "warning: {}", untrusted::prose(warning))?;
    }
    Ok(())
}

/// What became of fixes, a line each: for standard error, beside a diff.
pub fn render_fixes(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    fixes::rows(report).iter().try_for_each(|row| writeln!(out, "{}", untrusted::prose(row)))
}

/// `812.4 MiB 7.4 % hot`, `at most 1.5 MiB cold`, `unseen`.
fn bracket(finding: &Finding) -> String {
    let word = finding.verdict.word();
    if let Verdict::Cold { bound } = finding.verdict {
        return format!("at most {} {word}", cost::bound_phrase(bound, finding));
    }
    match finding.judged() {
        None if finding.stale_cost().is_some() => {
            let (amount, share) = finding.stale_cost().map_or_else(Default::default, |(_, column)| {
                (quantity::amount(column.own, &column.sample_type.unit), quantity::share(column.share))
            });
            format!("{amount} {share} in its function, {word}")
        }
        Some(column) => {
            let amount = quantity::amount(column.own, &column.sample_type.unit);
            format!("{amount} {} {word}", quantity::share(column.share))
        }
        None => match finding.executions {
            Some(executions) => format!("{word}, {}", cost::executed(executions)),
            None => word.to_owned(),
        },
    }
}
