//! Which findings a person should read. Nothing is removed: what is folded is counted by verdict.

use crate::model::{Finding, Severity, Verdict, VerdictCounts};

/// What the reader asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Show findings that a profile calls cold, unseen, elsewhere, below the bar or unmeasured as well.
    pub everything: bool,
    /// At most this many.
    pub top: Option<usize>,
}

/// Indices of the ranked `findings` to show, in order.
///
/// With a profile, a finding is shown when it is hot, or stale or new (the profile cannot speak for today's code), or when
/// it is a correctness finding or about a directive. Without one every finding is shown. What is set aside (a directive lets it
/// stand, it was accepted, or it stood before the change) is never shown.
pub fn shown(findings: &[Finding], wanted: Wanted) -> Vec<usize> {
    let matters = |finding: &Finding| {
        !finding.is_set_aside()
            && (finding.severity == Severity::Error
                || finding.of_directive
                || match finding.verdict {
                    Verdict::Hot | Verdict::Unprofiled | Verdict::Stale | Verdict::New => true,
                    Verdict::Measured
                    | Verdict::Cold { .. }
                    | Verdict::Unseen
                    | Verdict::Elsewhere
                    | Verdict::Refuted
                    | Verdict::Unmeasured => wanted.everything,
                })
    };
    let chosen = findings.iter().enumerate().filter(|(_, finding)| matters(finding)).map(|(index, _)| index);
    chosen.take(wanted.top.unwrap_or(usize::MAX)).collect()
}

/// How many findings have each verdict.
pub fn count(findings: &[Finding]) -> VerdictCounts {
    let mut counts = VerdictCounts::default();
    for finding in findings {
        *counts.0.entry(finding.verdict.word()).or_insert(0) += 1;
    }
    counts
}
