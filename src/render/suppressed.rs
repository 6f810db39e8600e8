//! What comments let stand: how many, and with -v which and why.

use super::cost::plural;
use super::untrusted;
use crate::model::{Report, SuppressionForm};

/// `3 findings by comments (2 heaplint:ignore, 1 nolint); -v names them`, or without the end where they are `named`; `None` where
/// nothing is suppressed.
pub(super) fn row(report: &Report, named: bool) -> Option<String> {
    let forms = || report.findings.iter().filter_map(|finding| finding.suppressed.as_ref()).map(|by| by.form);
    let all = forms().count();
    let parts: Vec<String> = [SuppressionForm::Ignore, SuppressionForm::Nolint]
        .into_iter()
        .map(|form| (forms().filter(|other| *other == form).count(), form.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let hint = if named { "" } else { "; -v names them" };
    (all > 0).then(|| format!("{} by comments ({}){hint}", plural(all, "finding"), parts.join(", ")))
}

/// A line for each: place, rule, and why it may stand.
pub(super) fn lines(report: &Report) -> Vec<String> {
    let told = |finding: &crate::model::Finding| {
        let by = finding.suppressed.as_ref()?;
        let why = if by.reason.is_empty() { "no reason given".to_owned() } else { untrusted::prose(&by.reason) };
        let place = format!("{}:{}", untrusted::name(&finding.path), finding.region.start.line);
        Some(format!("{place}: {}: {why}", untrusted::name(&finding.rule)))
    };
    report.findings.iter().filter_map(told).collect()
}
