//! What a meeting of source and evidence means. The table is in docs/verdicts.md.

use super::Meeting;
use crate::model::{Column, Revision, Severity, Verdict, Written};
use crate::profile::statistics;
use crate::profile::{Kind, Profile};
use crate::rule::{MeasuredBy, Rule};
use crate::scan::Site;

/// What verdicts are measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The sample type that findings are ranked by, an index.
    pub ranked: usize,
    /// The share of the profile's total from which on a finding is hot, 0 to 1.
    pub min_share: f64,
    /// The profile's total of that sample type.
    pub total: i64,
    /// What a line without samples can have cost, in that sample type's unit: what sampling could have missed, 95 %, and what a
    /// summary left out.
    pub missed: f64,
}

impl Bar {
    /// The bar of a profile of this kind whose sample type `ranked` adds up to `total`.
    pub fn new(profile: &Profile, kind: Kind, ranked: usize, min_share: f64, total: i64) -> Bar {
        let counts = &*profile.sample_types[ranked].unit == "count";
        let missed = match kind {
            Kind::Heap => {
                let bytes = statistics::missed_bound(profile.period, 0.95);
                // Objects are missed most easily when they are small: eight bytes is the least that one can be sampled by.
                if counts && bytes > 0.0 { 3.0 / statistics::probability(8, profile.period) } else { bytes }
            }
            Kind::Cpu => statistics::missed_events(0.95) * if counts { 1.0 } else { profile.period as f64 },
            // A block or mutex profile does not say how it was sampled, so that nothing is surely cold.
            Kind::Block | Kind::Mutex | Kind::Goroutine | Kind::Other => f64::INFINITY,
        };
        // What a summary left out may have been this line's as well.
        let missed = missed + profile.dropped(ranked) as f64;
        Bar { ranked, min_share, total, missed }
    }

    fn is_reached_by(&self, column: &Column) -> bool {
        self.total != 0 && column.is_surely(self.min_share)
    }
}

/// Why the program that was profiled did not have a site's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Its lines were added since the profiled revision.
    Added,
    /// They stand in the place of others of the profiled revision.
    Replaced,
    /// Its file was not built; why, as a clause.
    NotBuilt(String),
}

impl Lack {
    /// What git says: nothing while one of the site's lines is old.
    pub fn of_revision(past: &Revision, path: &str, site: &Site) -> Option<Lack> {
        let written = site.cost_lines.iter().map(|line| past.written(path, *line));
        let written: Vec<Written> = written.collect::<Option<_>>()?;
        let added = !written.is_empty() && written.iter().all(|written| *written == Written::Added);
        (!written.is_empty()).then_some(if added { Lack::Added } else { Lack::Replaced })
    }

    /// A sentence for people.
    pub fn told(&self) -> String {
        match self {
            Lack::Added => "its lines were added after the profiled revision".to_owned(),
            Lack::Replaced => {
                "its lines were changed after the profiled revision, which was not charged there".to_owned()
            }
            Lack::NotBuilt(why) => format!("its file was not part of the profiled program: {why}"),
        }
    }

    /// Whether samples of its function that fit no line may be of what stood there before.
    fn may_have_been_sampled(&self) -> bool {
        *self == Lack::Replaced
    }
}

/// The verdict on a site, given how it met the profile that measures its rule; `None` when that was not given. `profiled`
/// says whether any profile was, `refuted` whether the compiler decides against it, `lacked` why the profiled program did not
/// have it.
pub fn judge(
    rule: &Rule,
    refuted: bool,
    meeting: Option<(&Meeting, &Bar)>,
    profiled: bool,
    lacked: Option<&Lack>,
) -> Verdict {
    // A memory error does not cost bytes: no profile can speak for or against it.
    if rule.severity == Severity::Error || rule.measured_by == MeasuredBy::Nothing {
        return Verdict::Unmeasured;
    }
    if refuted {
        return Verdict::Refuted;
    }
    let Some((meeting, bar)) = meeting else {
        return if profiled { Verdict::Unmeasured } else { Verdict::Unprofiled };
    };
    if let Some(cost) = meeting.cost.as_ref().filter(|cost| cost.columns[bar.ranked].own != 0) {
        return if bar.is_reached_by(&cost.columns[bar.ranked]) { Verdict::Hot } else { Verdict::Measured };
    }
    if meeting.elsewhere {
        return Verdict::Elsewhere;
    }
    if lacked.is_some_and(|lack| !meeting.stale || !lack.may_have_been_sampled()) {
        return Verdict::New;
    }
    if meeting.stale {
        return Verdict::Stale;
    }
    let cold = meeting.function_sampled && bar.missed < bar.min_share * bar.total.unsigned_abs() as f64;
    if cold { Verdict::Cold { bound: bar.missed } } else { Verdict::Unseen }
}
