//! The one total order of findings.
//!
//! 1. Correctness first: severity `error`, by place.
//! 2. Then what was measured (hot and measured), by the lower bound of its own cost in the ranked sample type, largest
//!    first; equal bounds by the cost itself, then by place.
//! 3. Then what another profile measured, such as a CPU rule beside a heap profile: by the lower bound of its share of that
//!    profile.
//! 4. Then stale findings, whose function alone was measured, by the lower bound of its share on lines that could not be
//!    matched, largest first: all of it may be another line's.
//! 5. Then what was not measured, by severity, by how often the tests ran it where coverage says so, and by place. Where
//!    nothing was measured this is the order of a lint.
//!
//! Place is path, line, column, rule: no two findings are equal in all four, so the order is total and does not depend on
//! threads.

use crate::model::{Column, Finding, Severity};
use std::cmp::{Ordering, Reverse};

/// Sorts findings into the documented order. `ranked` is the name of the sample type that costs are compared in.
pub fn rank(findings: &mut [Finding], ranked: &str) {
    findings.sort_by(|a, b| compare(a, b, ranked));
}

fn compare(a: &Finding, b: &Finding, ranked: &str) -> Ordering {
    let correctness = |finding: &Finding| Reverse(finding.severity == Severity::Error);
    correctness(a)
        .cmp(&correctness(b))
        .then_with(|| if a.severity == Severity::Error { Ordering::Equal } else { by_cost(a, b, ranked) })
        .then_with(|| a.severity.cmp(&b.severity))
        .then_with(|| executed(b).cmp(&executed(a)))
        .then_with(|| (&a.path, a.region, &a.rule).cmp(&(&b.path, b.region, &b.rule)))
}

fn by_cost(a: &Finding, b: &Finding, ranked: &str) -> Ordering {
    match (cost(a, ranked), cost(b, ranked)) {
        (Some(a), Some(b)) => b.surely().total_cmp(&a.surely()).then(b.own.cmp(&a.own)),
        (None, None) => by_other_cost(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn by_other_cost(a: &Finding, b: &Finding) -> Ordering {
    match (a.judged(), b.judged()) {
        (Some(a), Some(b)) => b.sure_share().total_cmp(&a.sure_share()),
        (None, None) => by_cost_of_function(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn by_cost_of_function(a: &Finding, b: &Finding) -> Ordering {
    match (a.stale_cost(), b.stale_cost()) {
        (Some((_, a)), Some((_, b))) => b.sure_share().total_cmp(&a.sure_share()),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// How often the tests ran what nothing measured; what they never ran stands behind what they say nothing of.
fn executed(finding: &Finding) -> (u8, u64) {
    match finding.executions.filter(|_| finding.judged().is_none()).map(|executions| executions.count) {
        Some(0) => (0, 0),
        None => (1, 0),
        Some(count) => (2, count),
    }
}

/// What a finding is ranked by: its cost in the ranked sample type, where that is what measures its rule.
fn cost<'f>(finding: &'f Finding, ranked: &str) -> Option<&'f Column> {
    finding.judged().filter(|column| &*column.sample_type.kind == ranked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Behaviour, Confidence, Explanation, Grade, Identity, Measured, Position, Region, SampleType, Sampling, Span,
        Standing, Verdict,
    };

    fn finding(rule: &str, severity: Severity, line: u32, low: Option<f64>) -> Finding {
        let at = Position { line, column: 1 };
        let column = |low: f64| Column {
            sample_type: SampleType { kind: "alloc_space".into(), unit: "bytes".into() },
            own: low as i64 + 1,
            flat: 0,
            cum: 0,
            low,
            high: low,
            share: 0.0,
            sampling: Sampling::default(),
            samples: 1,
            by_callee: Vec::new(),
            cum_by_callee: Vec::new(),
        };
        Finding {
            rule: rule.into(),
            identity: Identity::default(),
            suppressed: None,
            of_directive: false,
            standing: Standing::default(),
            severity,
            confidence: Confidence::High,
            verdict: Verdict::Unprofiled,
            grade: Grade::None,
            path: "a.go".into(),
            span: Span::new(0, 0),
            region: Region { start: at, end: at },
            label: String::new(),
            labels: Vec::new(),
            cost_lines: vec![line],
            symbol: None,
            message: String::new(),
            help: String::new(),
            fix: None,
            notes: Vec::new(),
            executions: None,
            function_cost: None,
            charged_to_callers: None,
            estimate: None,
            judged_by: low.map(|low| column(low).sample_type),
            measured: low.map(|low| Measured { columns: vec![column(low)] }),
            explanation: Explanation::default(),
            behaviour: Behaviour::default(),
            compiler: Vec::new(),
        }
    }

    #[test]
    fn what_another_profile_measured_stands_behind_what_the_ranked_one_did() {
        let timed = |rule: &str, share: f64| {
            let mut finding = finding(rule, Severity::Note, 1, Some(1e9));
            let column = &mut finding.measured.as_mut().unwrap().columns[0];
            column.sample_type = SampleType { kind: "cpu".into(), unit: "nanoseconds".into() };
            column.share = share;
            finding.judged_by = Some(column.sample_type.clone());
            finding
        };
        let mut lines_timed = timed("heap-rule-with-time-alone", 0.9);
        lines_timed.judged_by = None;
        let mut findings = vec![
            lines_timed,
            finding("cold", Severity::Warning, 9, None),
            timed("some-time", 0.1),
            timed("much-time", 0.2),
            finding("cheap", Severity::Warning, 2, Some(10.0)),
        ];
        rank(&mut findings, "alloc_space");
        let order: Vec<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(order, ["cheap", "much-time", "some-time", "cold", "heap-rule-with-time-alone"]);
    }

    #[test]
    fn stale_findings_stand_by_the_cost_of_their_function_between_what_is_measured_and_what_is_not() {
        let stale = |rule: &str, share: f64| {
            let mut stale = finding(rule, Severity::Note, 1, Some(1e12));
            stale.verdict = Verdict::Stale;
            stale.function_cost = stale.measured.take();
            stale.function_cost.as_mut().unwrap().columns[0].sampling.share_low = share;
            stale
        };
        let mut findings = vec![
            finding("cold", Severity::Warning, 1, None),
            stale("changed-cheap", 0.01),
            finding("measured", Severity::Note, 1, Some(1.0)),
            stale("changed-dear", 0.4),
        ];
        rank(&mut findings, "alloc_space");
        let order: Vec<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(order, ["measured", "changed-dear", "changed-cheap", "cold"]);
    }

    #[test]
    fn what_nothing_measured_is_ordered_by_executions_within_its_severity() {
        let ran = |rule: &str, severity, count: Option<u64>| {
            let mut finding = finding(rule, severity, 1, None);
            finding.executions = count.map(|count| crate::model::Executions { count, counted: true });
            finding
        };
        let mut findings = vec![
            ran("note-often", Severity::Note, Some(1_000_000)),
            ran("never", Severity::Warning, Some(0)),
            ran("unknown", Severity::Warning, None),
            ran("seldom", Severity::Warning, Some(2)),
            ran("often", Severity::Warning, Some(500)),
        ];
        rank(&mut findings, "");
        let order: Vec<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(order, ["often", "seldom", "unknown", "never", "note-often"]);
    }

    #[test]
    fn correctness_leads_then_the_lower_bound_then_severity_and_place() {
        let mut findings = vec![
            finding("cold-note", Severity::Note, 1, None),
            finding("cold", Severity::Warning, 9, None),
            finding("cheap", Severity::Warning, 2, Some(10.0)),
            finding("dear", Severity::Note, 3, Some(20.0)),
            finding("unsafe", Severity::Error, 50, None),
            finding("early", Severity::Warning, 4, None),
        ];
        rank(&mut findings, "alloc_space");
        let order: Vec<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(order, ["unsafe", "dear", "cheap", "early", "cold", "cold-note"]);
    }
}
