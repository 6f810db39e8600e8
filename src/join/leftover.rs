//! What no finding claims: hotspots, unplaced samples, and the totals that everything adds up to.

use super::Landing;
use super::explain::{Charged, Explainer};
use super::tally::Tally;
use crate::evidence::{Charge, Evidence};
use crate::go::tree::SourceTree;
use crate::model::{Grade, Hotspot, Measured, Unplaced};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The rest of the profile after the sites took theirs.
#[derive(Clone, Debug)]
pub struct Leftover {
    /// Lines of the source with own bytes that no site claims, largest first; then lines that only pass cost on.
    pub hotspots: Vec<Hotspot>,
    /// Own bytes that fit no place of the source, largest first.
    pub unplaced: Vec<Unplaced>,
    /// Charged to the module, per sample type.
    pub own: Vec<i64>,
    /// The part of `own` that sites claim, each sample once.
    pub claimed: Vec<i64>,
    /// The part of `own` that fits no place.
    pub unplaced_own: Vec<i64>,
    /// The part of `own` that is the collector's own.
    pub noise: Vec<i64>,
    /// The part of `own` by grade: exact, aligned, function.
    pub by_grade: [Vec<i64>; 3],
}

/// Lists what the sites left, with what explains it. `claimed` is parallel to the profile's samples; lists are ordered by the
/// ranked sample type.
pub fn leftover(explainer: &Explainer, tree: &SourceTree, claimed: &[bool]) -> Leftover {
    let Explainer { evidence, landings, ranked, .. } = *explainer;
    let mut sums = Sums::new(evidence.profile.sample_types.len());
    let lines = by_line(evidence, landings, tree);
    let mut nowhere: BTreeMap<Line, (Vec<usize>, Arc<str>)> = BTreeMap::new();
    for (place, landing) in landings.iter().enumerate() {
        let function = &evidence.profile.functions[evidence.places[place].function as usize];
        let symbol = evidence.symbol_shown(evidence.places[place].function);
        sums.add_place(evidence, place, landing.as_ref().ok(), claimed);
        if let Err(reason) = landing {
            let line = evidence.places[place].line;
            let line = Line { path: function.file.clone(), line, symbol, grade: Grade::None };
            nowhere.entry(line).or_insert_with(|| (Vec::new(), reason.clone())).0.push(place);
        }
    }
    let mut hotspots: Vec<Hotspot> = lines
        .into_iter()
        .filter_map(|(line, places)| {
            let (measured, charged) = sum_places(evidence, &places, |sample| !claimed[sample as usize])?;
            let (explanation, behaviour) = explainer.account_for(&charged);
            let Line { path, line, symbol, .. } = line;
            let grade = grade_of(&places, landings);
            Some(Hotspot { path, line, symbol, grade, explanation, behaviour, measured, notes: Vec::new() })
        })
        .collect();
    let mut unplaced: Vec<Unplaced> = nowhere
        .into_iter()
        .filter_map(|(line, (places, reason))| {
            let (measured, _) = sum_places(evidence, &places, |_| true)?;
            // A line that only passes cost on was charged to no one here.
            let charged = measured.columns.iter().any(|column| column.own != 0);
            let reason = reason.to_string();
            charged.then_some(Unplaced { symbol: line.symbol, file: line.path, line: line.line, reason, measured })
        })
        .collect();
    // Both sorts are stable: equal costs stay in the order of path, line and symbol.
    hotspots.sort_by_key(|hotspot| {
        let column = &hotspot.measured.columns[ranked];
        (std::cmp::Reverse(column.own.unsigned_abs()), std::cmp::Reverse(column.cum.unsigned_abs()))
    });
    unplaced.sort_by_key(|unplaced| std::cmp::Reverse(unplaced.measured.columns[ranked].own.unsigned_abs()));
    let Sums { own, claimed, unplaced: unplaced_own, noise, by_grade } = sums;
    Leftover { hotspots, unplaced, own, claimed, unplaced_own, noise, by_grade }
}

/// What a hotspot is listed by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub(super) path: Arc<str>,
    pub(super) line: u32,
    pub(super) symbol: Arc<str>,
    /// `Function` or `Exact`. With `Function` the line is the profile's: it must not meet a line of today's source that has its
    /// number. How sure the others are is not what lines are told apart by.
    pub(super) grade: Grade,
}

/// How sure it is that these places lie on their line: as sure as of the one of them that is known least well.
pub(super) fn grade_of(places: &[usize], landings: &[Result<Landing, Arc<str>>]) -> Grade {
    let grades = places.iter().map(|place| landings[*place].as_ref().map_or(Grade::None, |landing| landing.grade));
    grades.max().unwrap_or(Grade::None)
}

/// The places that lie somewhere, by line of today's source and symbol; those of which only the function is known by the
/// profile's line.
pub(super) fn by_line(
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    tree: &SourceTree,
) -> BTreeMap<Line, Vec<usize>> {
    let mut lines: BTreeMap<Line, Vec<usize>> = BTreeMap::new();
    for (place, landing) in landings.iter().enumerate() {
        if let Ok(landing) = landing {
            let symbol = evidence.symbol_shown(evidence.places[place].function);
            let path = tree.file(landing.file).shown.clone();
            let grade = if landing.grade == Grade::Function { Grade::Function } else { Grade::Exact };
            lines.entry(Line { path, line: landing.line, symbol, grade }).or_default().push(place);
        }
    }
    lines
}

/// Sums what runs through some places: each sample once, own where it is charged here and `mine` says so. Those stand beside
/// the sum.
pub(super) fn sum_places(
    evidence: &Evidence,
    places: &[usize],
    mine: impl Fn(u32) -> bool,
) -> Option<(Measured, Vec<Charged>)> {
    let mut stacks: BTreeMap<u32, (Charge, usize)> = BTreeMap::new();
    for place in places {
        for charge in evidence.charges(*place) {
            let known = stacks.entry(charge.stack).or_insert((*charge, *place));
            // Where the sample is charged speaks for the stack, before what is looked through on the same line.
            if (!charge.innermost, charge.depth) < (!known.0.innermost, known.0.depth) {
                *known = (*charge, *place);
            }
        }
    }
    let mut tally = Tally::new(evidence);
    let mut own: Vec<Charged> = Vec::new();
    let (mut passes_on, mut charged_here) = (false, false);
    for (stack, (charge, place)) in stacks {
        for sample in evidence.samples(stack) {
            tally.add_cum(*sample, charge);
            charged_here |= charge.innermost;
            passes_on |= !charge.innermost;
            if charge.innermost && mine(*sample) {
                tally.add_own(*sample, charge);
                if !evidence.noise[*sample as usize] {
                    own.push(Charged { sample: *sample, charge, place });
                }
            }
        }
    }
    // A line all of whose own samples are claimed is told by its findings.
    let told_elsewhere = charged_here && own.is_empty();
    let anything = passes_on || !own.is_empty();
    (anything && !told_elsewhere).then(|| (tally.finish(), own))
}

/// The totals, per sample type.
struct Sums {
    own: Vec<i64>,
    claimed: Vec<i64>,
    unplaced: Vec<i64>,
    noise: Vec<i64>,
    by_grade: [Vec<i64>; 3],
}

impl Sums {
    fn new(columns: usize) -> Sums {
        let zeros = vec![0; columns];
        Sums {
            own: zeros.clone(),
            claimed: zeros.clone(),
            unplaced: zeros.clone(),
            noise: zeros.clone(),
            by_grade: [zeros.clone(), zeros.clone(), zeros],
        }
    }

    fn add_place(&mut self, evidence: &Evidence, place: usize, landing: Option<&Landing>, claimed: &[bool]) {
        for charge in evidence.charges(place).iter().filter(|charge| charge.innermost) {
            for sample in evidence.samples(charge.stack) {
                for (column, value) in evidence.profile.values(*sample as usize).iter().enumerate() {
                    let add = |sum: &mut i64| *sum = sum.saturating_add(*value);
                    add(&mut self.own[column]);
                    match landing.map(|landing| landing.grade) {
                        Some(Grade::Exact) => add(&mut self.by_grade[0][column]),
                        Some(Grade::Aligned) => add(&mut self.by_grade[1][column]),
                        Some(Grade::Function) => add(&mut self.by_grade[2][column]),
                        Some(Grade::None) | None => add(&mut self.unplaced[column]),
                    }
                    if evidence.noise[*sample as usize] {
                        add(&mut self.noise[column]);
                    }
                    if claimed[*sample as usize] {
                        add(&mut self.claimed[column]);
                    }
                }
            }
        }
    }
}
