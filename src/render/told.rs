//! A finding as other programs show it to people: a level, and one text that begins with what was measured.
//!
//! The formats for machines share these, so that no two of them disagree. All texts are safe to show.

use super::{cost, quantity, untrusted};
use crate::model::{Finding, Report, Severity, Verdict};

/// How much a finding matters, as far as other programs tell such things apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Correctness. Cost alone makes no error.
    Error,
    /// Hot; or a pattern that costs on every execution, where nothing speaks against it.
    Warning,
    /// Measured and not hot, or not worth a look without a measurement.
    Note,
}

impl Level {
    /// The level of `finding`: by its severity, moved by what was measured.
    pub(super) fn of(finding: &Finding) -> Level {
        match (finding.severity, finding.verdict) {
            (Severity::Error, _) => Level::Error,
            (_, Verdict::Hot) => Level::Warning,
            // What the profile cannot speak of is judged by the pattern.
            (Severity::Warning, Verdict::Unprofiled | Verdict::New | Verdict::Stale) => Level::Warning,
            (Severity::Warning | Severity::Note, _) => Level::Note,
        }
    }
}

/// `278.8 MiB ±7 %, 11 % of alloc_space: what is wrong`; without a measurement the message alone, and the verdict where there is
/// one.
pub(super) fn headline(finding: &Finding) -> String {
    let message = untrusted::prose(&finding.message);
    match (finding.verdict, finding.judged()) {
        (Verdict::Hot | Verdict::Measured, Some(column)) => {
            let amount = quantity::amount(column.own, &column.sample_type.unit);
            let error = match quantity::interval(column) {
                Some(figure) if figure.starts_with('±') => format!(" {figure}"),
                Some(range) => format!(" ({range})"),
                None => String::new(),
            };
            let kind = untrusted::name(&column.sample_type.kind);
            format!("{amount}{error}, {} of {kind}: {message}", quantity::share(column.share))
        }
        (Verdict::Unprofiled, _) => message,
        _ if finding.of_directive => message,
        _ => format!("{message} ({}: {})", finding.verdict.word(), cost::evidence_of(finding)),
    }
}

/// The findings that people should read, in order.
pub(super) fn shown(report: &Report) -> impl Iterator<Item = &Finding> {
    report.shown.iter().filter_map(|at| report.findings.get(*at))
}
