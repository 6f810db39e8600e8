//! Findings meet a baseline: what is accepted, what has grown hotter than that, and which entries nothing answers to.

use crate::model::{
    Accepted, AcceptedCost, BaselineEntry as Entry, BaselineSummary, Column, Finding, Fingerprint, StaleEntry,
};
use std::collections::{BTreeMap, BTreeSet};

/// Marks what `entries` accept. A finding is hotter than accepted where the lower end of its share's interval is above
/// `factor` times the upper end of the accepted one. `in_sight` says whether this run would have found an entry's finding.
pub fn accept(
    findings: &mut [Finding],
    entries: &[Entry],
    factor: f64,
    in_sight: impl Fn(&Entry) -> bool,
) -> BaselineSummary {
    let by_fingerprint: BTreeMap<Fingerprint, &Entry> =
        entries.iter().map(|entry| (entry.fingerprint, entry)).collect();
    let mut met: BTreeSet<Fingerprint> = BTreeSet::new();
    let mut summary = BaselineSummary { entries: entries.len(), ..BaselineSummary::default() };
    for finding in findings.iter_mut() {
        // What a comment lets stand is spoken for; its entry has done its work.
        if finding.is_suppressed() {
            continue;
        }
        let Some(entry) = by_fingerprint.get(&finding.identity.fingerprint) else {
            summary.new += 1;
            continue;
        };
        met.insert(entry.fingerprint);
        let now = cost_of(finding, Some(0.0));
        let comparable = |then: &&AcceptedCost| now.as_ref().is_some_and(|now| now.sample_type == then.sample_type);
        let then = entry.cost.as_ref().filter(comparable);
        let significant = finding.judged().is_some_and(|column| column.own > 0 && column.sampling.significant);
        let grown =
            then.zip(now.as_ref()).filter(|(then, now)| significant && now.share_low > factor * then.share_high);
        match grown {
            Some((then, now)) => {
                summary.regrown += 1;
                finding.notes.insert(0, told(then, now));
            }
            None => {
                summary.accepted += 1;
                summary.uncompared += usize::from(then.is_none() && (now.is_some() || entry.cost.is_some()));
            }
        }
        finding.standing.accepted = Some(Accepted { cost: entry.cost.clone(), regrown: grown.is_some() });
    }
    for entry in entries.iter().filter(|entry| !met.contains(&entry.fingerprint)) {
        if in_sight(entry) {
            summary.stale.push(StaleEntry {
                fingerprint: entry.fingerprint,
                rule: entry.rule.clone(),
                declaration: entry.declaration.clone(),
                code: entry.code.clone(),
            });
        } else {
            summary.out_of_sight += 1;
        }
    }
    summary.stale.sort_by(|one, other| {
        (&one.declaration, &one.rule, one.fingerprint).cmp(&(&other.declaration, &other.rule, other.fingerprint))
    });
    summary
}

/// What a finding costs by the sample type that its verdict is about. Where its rule was measured and it has no samples, at most
/// `missed` of the profile's total can have been missed; without that nothing is known.
fn cost_of(finding: &Finding, missed: Option<f64>) -> Option<AcceptedCost> {
    let sample_type = finding.judged_by.clone()?;
    let column = finding.measured.as_ref().and_then(|measured| measured.column(&sample_type.kind));
    match column.filter(|column| column.own > 0) {
        Some(column) => {
            let (share_low, share_high) = interval(column);
            Some(AcceptedCost {
                sample_type,
                own: column.own,
                share: column.share.clamp(0.0, 1.0),
                share_low,
                share_high,
            })
        }
        None => {
            Some(AcceptedCost { sample_type, own: 0, share: 0.0, share_low: 0.0, share_high: missed?.clamp(0.0, 1.0) })
        }
    }
}

/// The interval of the share; the share itself where its error is unknown.
fn interval(column: &Column) -> (f64, f64) {
    let known = |bound: f64| if bound.is_finite() { bound } else { column.share }.clamp(0.0, 1.0);
    let (low, high) = (known(column.sampling.share_low), known(column.sampling.share_high));
    (low, high.max(low))
}

fn told(then: &AcceptedCost, now: &AcceptedCost) -> String {
    let percent = |share: f64| format!("{:.2} %", share * 100.0);
    format!(
        "accepted in the baseline at {} of {} (at most {}), and hotter now: {} (at least {})",
        percent(then.share),
        then.sample_type.kind,
        percent(then.share_high),
        percent(now.share),
        percent(now.share_low)
    )
}

/// The entries of what a run found.
pub fn entries_of(findings: &[Finding], missed: impl Fn(&Finding) -> Option<f64>) -> Vec<Entry> {
    let standing = findings.iter().filter(|finding| !finding.is_suppressed());
    standing
        .map(|finding| Entry {
            fingerprint: finding.identity.fingerprint,
            rule: finding.rule.to_string(),
            package: finding.identity.package.to_string(),
            declaration: finding.identity.declaration.to_string(),
            code: finding.identity.code.clone(),
            cost: cost_of(finding, missed(finding)),
        })
        .collect()
}

/// `entries` without the stale ones. A cost is taken where none stood, and where it is surely lower now: what was accepted only
/// shrinks.
pub fn updated(
    entries: Vec<Entry>,
    summary: &BaselineSummary,
    findings: &[Finding],
    missed: impl Fn(&Finding) -> Option<f64>,
) -> Vec<Entry> {
    let stale: BTreeSet<Fingerprint> = summary.stale.iter().map(|entry| entry.fingerprint).collect();
    let now: BTreeMap<Fingerprint, &Finding> =
        findings.iter().map(|finding| (finding.identity.fingerprint, finding)).collect();
    let kept = entries.into_iter().filter(|entry| !stale.contains(&entry.fingerprint));
    kept.map(|mut entry| {
        let Some(cost) = now.get(&entry.fingerprint).and_then(|finding| cost_of(finding, missed(finding))) else {
            return entry;
        };
        let lower = |then: &AcceptedCost| then.sample_type == cost.sample_type && cost.share_high < then.share_low;
        if entry.cost.as_ref().is_none_or(lower) {
            entry.cost = Some(cost);
        }
        entry
    })
    .collect()
}
