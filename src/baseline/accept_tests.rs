//! That a finding is accepted until it is surely hotter, and that an entry is stale only where its finding would be seen.

use super::{accept, entries_of, updated};
use crate::model::*;

fn finding(name: &str, share: Option<(f64, f64, f64)>) -> Finding {
    let sample_type = SampleType { kind: "alloc_space".into(), unit: "bytes".into() };
    let column = share.map(|(share_low, share, share_high)| Column {
        sample_type: sample_type.clone(),
        own: 1 << 20,
        flat: 1 << 20,
        cum: 1 << 20,
        low: 0.0,
        high: f64::INFINITY,
        share,
        sampling: Sampling { share_low, share_high, significant: true, ..Sampling::default() },
        samples: 99,
        by_callee: Vec::new(),
        cum_by_callee: Vec::new(),
    });
    let at = Position { line: 1, column: 1 };
    Finding {
        rule: "r".into(),
        identity: Identity {
            fingerprint: Fingerprint::of([name.as_bytes()]),
            package: "example.com/m".into(),
            declaration: format!("example.com/m.{name}").into(),
            code: "x".to_owned(),
            ordinal: 0,
        },
        standing: Standing::default(),
        suppressed: None,
        of_directive: false,
        severity: Severity::Warning,
        confidence: Confidence::High,
        verdict: Verdict::Hot,
        grade: Grade::Exact,
        path: "a.go".into(),
        span: Span::new(0, 0),
        region: Region { start: at, end: at },
        label: String::new(),
        labels: Vec::new(),
        cost_lines: vec![1],
        symbol: None,
        message: String::new(),
        help: String::new(),
        fix: None,
        notes: Vec::new(),
        executions: None,
        function_cost: None,
        charged_to_callers: None,
        estimate: None,
        judged_by: Some(sample_type),
        measured: column.map(|column| Measured { columns: vec![column] }),
        explanation: Explanation::default(),
        behaviour: Behaviour::default(),
        compiler: Vec::new(),
    }
}

#[test]
fn a_finding_comes_back_only_when_it_is_surely_so_much_hotter() {
    let then = [finding("a", Some((0.09, 0.10, 0.11))), finding("b", None)];
    // What had no samples can have been a hundredth of the profile.
    let entries = entries_of(&then, |_| Some(0.01));
    let regrown = |now: Option<(f64, f64, f64)>, name: &str, factor: f64| {
        let mut findings = [finding(name, now)];
        let summary = accept(&mut findings, &entries, factor, |_| false);
        assert_eq!(summary.accepted + summary.regrown, 1);
        assert_eq!(findings[0].is_set_aside(), summary.regrown == 0);
        assert_eq!(findings[0].notes.len(), summary.regrown, "it says so");
        summary.regrown == 1
    };
    assert!(!regrown(Some((0.09, 0.10, 0.11)), "a", 1.0), "the same again");
    assert!(!regrown(Some((0.21, 0.30, 0.39)), "a", 2.0), "chance alone can make it three times as hot");
    assert!(regrown(Some((0.23, 0.30, 0.39)), "a", 2.0));
    assert!(!regrown(Some((0.23, 0.30, 0.39)), "a", 3.0));
    assert!(!regrown(None, "a", 1.0));
    assert!(!regrown(Some((0.015, 0.02, 0.03)), "b", 2.0), "it may have cost that much when it had no samples");
    assert!(regrown(Some((0.03, 0.04, 0.05)), "b", 2.0));
}

#[test]
fn without_a_cost_on_both_sides_nothing_is_compared_and_that_is_counted() {
    let unmeasured = |name| Finding { judged_by: None, measured: None, ..finding(name, None) };
    let hot = || finding("a", Some((0.4, 0.5, 0.6)));
    for (then, now, uncompared) in
        [(unmeasured("a"), hot(), 1), (hot(), unmeasured("a"), 1), (unmeasured("a"), unmeasured("a"), 0)]
    {
        let entries = entries_of(&[then], |_| None);
        let summary = accept(&mut [now], &entries, 2.0, |_| false);
        assert_eq!((summary.accepted, summary.regrown, summary.uncompared), (1, 0, uncompared));
    }
}

#[test]
fn entries_without_a_finding_are_stale_where_they_would_be_seen_and_go_on_update() {
    let entries = entries_of(&[finding("a", None), finding("b", None), finding("c", None)], |_| None);
    let mut findings = [finding("a", None), finding("new", None)];
    let summary = accept(&mut findings, &entries, 2.0, |entry| entry.declaration.ends_with(".b"));
    assert_eq!((summary.entries, summary.accepted, summary.new, summary.out_of_sight), (3, 1, 1, 1));
    assert_eq!(summary.stale.iter().map(|stale| &*stale.declaration).collect::<Vec<_>>(), ["example.com/m.b"]);
    assert!(findings[0].is_set_aside() && !findings[1].is_set_aside());
    let kept = updated(entries, &summary, &findings, |_| None);
    assert_eq!(
        kept.iter().map(|entry| &*entry.declaration).collect::<Vec<_>>(),
        ["example.com/m.a", "example.com/m.c"]
    );
}

#[test]
fn an_update_takes_costs_where_none_stood_and_lower_ones_and_never_higher_ones() {
    let entries = entries_of(
        &[finding("a", None), finding("b", Some((0.3, 0.4, 0.5))), finding("c", Some((0.1, 0.2, 0.3)))],
        |_| None,
    );
    let mut now = [
        finding("a", Some((0.1, 0.2, 0.3))),
        finding("b", Some((0.1, 0.2, 0.25))),
        finding("c", Some((0.4, 0.5, 0.6))),
    ];
    let summary = accept(&mut now, &entries, 1.0, |_| true);
    let shares: Vec<f64> =
        updated(entries, &summary, &now, |_| None).iter().map(|entry| entry.cost.as_ref().unwrap().share).collect();
    assert_eq!((shares, summary.regrown), (vec![0.2, 0.2, 0.2], 1));
}
