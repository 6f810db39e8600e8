//! The lines of the module by the time that they took, and by what they waited for.
//!
//! Every line is listed with all of its own, whatever findings claim: these are views of a CPU, block or mutex profile, not
//! leftovers.

use super::leftover::{by_line, grade_of, sum_places};
use super::{Charged, Landing};
use crate::evidence::Evidence;
use crate::evidence::runtime_part::{TimePart, is_background_collection, time_part, wait_operation};
use crate::go::tree::SourceTree;
use crate::model::{Grade, Measured, TimeParts, TimedLine, Timing, WaitedFor, WaitingLine, WaitingProfile};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where the time of each line goes. Values are of the profile's column in nanoseconds.
pub fn timing(evidence: &Evidence, landings: &[Result<Landing, Arc<str>>], tree: &SourceTree) -> Timing {
    let Some(column) = nanoseconds(evidence) else { return Timing::default() };
    let mut timing = Timing::default();
    for Line { path, line, symbol, grade, measured, charged } in lines(evidence, landings, tree) {
        let mut parts = TimeParts::default();
        for Charged { sample, charge, .. } in charged {
            let part = match time_part(evidence, charge) {
                TimePart::Itself => &mut parts.itself,
                TimePart::Allocation => &mut parts.allocation,
                TimePart::Collection => &mut parts.collection,
                TimePart::Types => &mut parts.types,
                TimePart::Maps => &mut parts.maps,
                TimePart::Rest => &mut parts.rest,
            };
            *part = part.saturating_add(evidence.profile.values(sample as usize)[column]);
        }
        timing.parts.add(&parts);
        timing.lines.push(TimedLine { path, line, symbol, grade, measured, parts });
    }
    // Stable: equal times stay in the order of path, line and symbol.
    timing.lines.sort_by_key(|line| Reverse(line.parts.sum()));
    let background =
        (0..evidence.profile.stacks.len() as u32).filter(|stack| is_background_collection(evidence, *stack));
    timing.background_collection = background
        .flat_map(|stack| evidence.samples(stack))
        .fold(0, |sum: i64, sample| sum.saturating_add(evidence.profile.values(*sample as usize)[column]));
    timing
}

/// What each line waits for, or lets others wait for. Channels are left to those who read the source.
pub fn waiting(
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    tree: &SourceTree,
    seen_by: WaitingProfile,
) -> Vec<WaitingLine> {
    let Some(column) = nanoseconds(evidence) else { return Vec::new() };
    let line_of = |Line { path, line, symbol, grade, measured, charged }: Line| {
        let mut delays: BTreeMap<_, i64> = BTreeMap::new();
        for Charged { sample, charge, .. } in charged {
            let within = if evidence.below(charge).len() > 1 { evidence.callee(charge) } else { None };
            let delay = delays.entry((wait_operation(evidence, charge.stack), within)).or_default();
            *delay = delay.saturating_add(evidence.profile.values(sample as usize)[column]);
        }
        let operations = delays.into_iter().map(|((operation, within), delay)| WaitedFor { operation, within, delay });
        let mut operations: Vec<WaitedFor> = operations.collect();
        operations.sort_by_key(|waited| Reverse(waited.delay));
        WaitingLine { seen_by, path, line, symbol, grade, measured, operations, channels: Vec::new() }
    };
    let mut lines: Vec<WaitingLine> = lines(evidence, landings, tree).into_iter().map(line_of).collect();
    lines.sort_by_key(|line| Reverse(line.measured.columns[column].own));
    lines
}

/// A line with own samples.
struct Line {
    path: Arc<str>,
    line: u32,
    symbol: Arc<str>,
    grade: Grade,
    measured: Measured,
    charged: Vec<Charged>,
}

/// The lines with own samples.
fn lines(evidence: &Evidence, landings: &[Result<Landing, Arc<str>>], tree: &SourceTree) -> Vec<Line> {
    by_line(evidence, landings, tree)
        .into_iter()
        .filter_map(|(line, places)| {
            let (measured, charged) = sum_places(evidence, &places, |_| true)?;
            let super::leftover::Line { path, line, symbol, .. } = line;
            let grade = grade_of(&places, landings);
            (!charged.is_empty()).then_some(Line { path, line, symbol, grade, measured, charged })
        })
        .collect()
}

/// The column of time; the last one, as in pprof, where several are.
fn nanoseconds(evidence: &Evidence) -> Option<usize> {
    evidence.profile.sample_types.iter().rposition(|known| &*known.unit == "nanoseconds")
}
