//! What a meeting of source and evidence means. The table is in docs/verdicts.md.

use super::Meeting;
use crate::model::{Column, Severity, Verdict};
use crate::profile::statistics;
use crate::rule::{MeasuredBy, Rule};

/// What verdicts are measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The sample type that findings are ranked by, an index.
    pub ranked: usize,
    /// The share of the profile's total from which on a finding is hot, 0 to 1.
    pub min_share: f64,
    /// The profile's total of that sample type.
    pub total: i64,
    /// What sampling could have missed of a line without samples, in that sample type's unit, 95 %.
    pub missed: f64,
}

impl Bar {
    /// The bar of a profile whose sample type `unit` is ranked by, with this sampling period in bytes.
    pub fn new(ranked: usize, min_share: f64, total: i64, period: i64, unit: &str) -> Bar {
        let bytes = statistics::missed_bound(period, 0.95);
        // Objects are missed most easily when they are small: eight bytes is the least that one can be sampled by.
        let missed = if unit == "count" && bytes > 0.0 { 3.0 / statistics::probability(8, period) } else { bytes };
        Bar { ranked, min_share, total, missed }
    }

    fn is_reached_by(&self, column: &Column) -> bool {
        self.total != 0 && column.low >= self.min_share * self.total.unsigned_abs() as f64 && column.own > 0
    }
}

/// The verdict on a site, given how it met the profile; `None` when no profile was given.
pub fn judge(rule: &Rule, meeting: Option<(&Meeting, &Bar)>) -> Verdict {
    // A memory error does not cost bytes: no profile can speak for or against it.
    if rule.severity == Severity::Error || rule.measured_by == MeasuredBy::Nothing {
        return Verdict::Unmeasured;
    }
    let Some((meeting, bar)) = meeting else { return Verdict::Unprofiled };
    if rule.measured_by != MeasuredBy::Heap {
        return Verdict::Unmeasured;
    }
    if let Some(cost) = &meeting.cost {
        return if bar.is_reached_by(&cost.columns[bar.ranked]) { Verdict::Hot } else { Verdict::Measured };
    }
    if meeting.elsewhere {
        return Verdict::Elsewhere;
    }
    if meeting.stale {
        return Verdict::Stale;
    }
    let cold = meeting.function_sampled && bar.missed < bar.min_share * bar.total.unsigned_abs() as f64;
    if cold { Verdict::Cold { bound: bar.missed } } else { Verdict::Unseen }
}
