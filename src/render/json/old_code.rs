//! What is old: findings that stood before a change, and those that a baseline accepts.

use super::shape::finite;
use crate::model;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Change<'a> {
    told: &'a str,
    base: Option<&'a str>,
    files: usize,
    files_unread: usize,
    touched: usize,
    brought: usize,
    unchanged: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Baseline<'a> {
    path: &'a str,
    entries: usize,
    accepted: usize,
    regrown: usize,
    uncompared: usize,
    new: usize,
    stale: Vec<StaleEntry<'a>>,
    out_of_sight: usize,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct StaleEntry<'a> {
    rule: &'a str,
    declaration: &'a str,
    code: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Accepted<'a> {
    regrown: bool,
    cost: Option<Cost<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Cost<'a> {
    sample_type: &'a str,
    unit: &'a str,
    own: i64,
    share: Option<f64>,
    share_low: Option<f64>,
    share_high: Option<f64>,
}

impl<'a> From<&'a model::ChangeSummary> for Change<'a> {
    fn from(change: &'a model::ChangeSummary) -> Self {
        let model::ChangeSummary { told, base, files, files_unread, touched, brought, unchanged } = change;
        Change {
            told,
            base: base.as_deref(),
            files: *files,
            files_unread: *files_unread,
            touched: *touched,
            brought: *brought,
            unchanged: *unchanged,
        }
    }
}

impl<'a> From<&'a model::BaselineSummary> for Baseline<'a> {
    fn from(baseline: &'a model::BaselineSummary) -> Self {
        let stale = |entry: &'a model::StaleEntry| StaleEntry {
            rule: &entry.rule,
            declaration: &entry.declaration,
            code: &entry.code,
        };
        Baseline {
            path: &baseline.path,
            entries: baseline.entries,
            accepted: baseline.accepted,
            regrown: baseline.regrown,
            uncompared: baseline.uncompared,
            new: baseline.new,
            stale: baseline.stale.iter().map(stale).collect(),
            out_of_sight: baseline.out_of_sight,
        }
    }
}

impl<'a> From<&'a model::Accepted> for Accepted<'a> {
    fn from(accepted: &'a model::Accepted) -> Self {
        let cost = |cost: &'a model::AcceptedCost| Cost {
            sample_type: &cost.sample_type.kind,
            unit: &cost.sample_type.unit,
            own: cost.own,
            share: finite(cost.share),
            share_low: finite(cost.share_low),
            share_high: finite(cost.share_high),
        };
        Accepted { regrown: accepted.regrown, cost: accepted.cost.as_ref().map(cost) }
    }
}
