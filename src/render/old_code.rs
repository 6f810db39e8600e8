//! The closing lines about old code: what a change brings, and what a baseline accepts.

use super::cost::plural;
use super::{quantity, untrusted};
use crate::model::{BaselineSummary, ChangeSummary, StaleEntry};

/// So many stale entries are named.
const MOST_NAMED: usize = 3;

/// `since 3f1c9ab0d2e4: 2 findings on changed lines, 1 that a change elsewhere brings, 14 on unchanged lines of 3 changed files`
pub(super) fn change_row(change: &ChangeSummary) -> String {
    let told = untrusted::prose(&change.told);
    if change.files == 0 && change.touched + change.brought + change.unchanged == 0 {
        return format!(
            "{told}: no Go file that was asked for changed ({} not read)",
            plural(change.files_unread, "file")
        );
    }
    let mut parts = vec![format!("{} on changed lines", plural(change.touched, "finding"))];
    if change.brought > 0 {
        parts.push(format!("{} brought by changes elsewhere", quantity::grouped(change.brought)));
    }
    parts.push(format!("{} that stood before", quantity::grouped(change.unchanged)));
    let mut row = format!("{told}: {}, in {}", parts.join(", "), plural(change.files, "changed file"));
    if change.files_unread > 0 {
        row.push_str(&format!("; {} not read, which nothing of it concerns", plural(change.files_unread, "file")));
    }
    row
}

/// `heaplint-baseline.json: 40 of 43 entries accepted, 1 has grown hotter`
pub(super) fn baseline_row(baseline: &BaselineSummary) -> String {
    let mut parts = vec![format!("{} accepted", plural(baseline.accepted, "finding"))];
    let counted = [
        (baseline.regrown, "hotter than accepted"),
        (baseline.new, "that it does not have"),
        (baseline.uncompared, "accepted without a cost to compare"),
    ];
    parts.extend(
        counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, told)| format!("{} {told}", quantity::grouped(*count))),
    );
    if baseline.out_of_sight > 0 {
        parts.push(format!("{} of files that were not read", entries(baseline.out_of_sight)));
    }
    format!("{}: {}", untrusted::name(&baseline.path), parts.join(", "))
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{} entries", quantity::grouped(count)) }
}

/// What to do about entries that nothing answers to; `None` where there are none.
pub(super) fn stale_row(baseline: &BaselineSummary) -> Option<String> {
    let named = |entry: &StaleEntry| {
        format!(
            "{} in {} (`{}`)",
            untrusted::name(&entry.rule),
            untrusted::name(&entry.declaration),
            untrusted::name(&entry.code)
        )
    };
    let names: Vec<String> = baseline.stale.iter().take(MOST_NAMED).map(named).collect();
    let more = match baseline.stale.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {} more", quantity::grouped(more)),
    };
    (!names.is_empty()).then(|| {
        format!(
            "{} of findings that are gone: {}{more}; `heaplint baseline update` drops them",
            entries(baseline.stale.len()),
            names.join(", ")
        )
    })
}
