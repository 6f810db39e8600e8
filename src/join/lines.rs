//! What today's lines can be charged with, and whether a line can bear what the profile charged: the measure that tells a shift
//! that holds from one that does not.
//!
//! A profile charges a line for two things: objects of certain sizes that the line itself allocates, and calls of certain
//! functions below which something was allocated. Today's source says of each line what it can allocate and what it calls.

use super::Called;
use super::declared::find_declaration;
use crate::evidence::{Evidence, Place};
use crate::go::tree::{FileId, SourceTree};
use crate::profile::{Declaration, Symbol};
use std::collections::{BTreeMap, BTreeSet};

/// What the lines of the declarations concerned can be charged with today, by file and declaration.
pub type LineModels = BTreeMap<(FileId, usize), LineModel>;

/// What the lines of one declaration can be charged with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineModel {
    /// The lines that can be charged with anything.
    pub lines: BTreeMap<u32, Chargeable>,
    /// Whether it defers calls, which are charged to wherever it returns.
    pub defers: bool,
}

/// What one line can be charged with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chargeable {
    /// Whether anything on it can allocate, of whatever size.
    pub allocates: bool,
    /// Of the sizes that the profile has in this declaration those that a construct of the line can have.
    pub sizes: BTreeSet<u64>,
    /// What it calls.
    pub calls: Vec<Called>,
}

/// What the profile charges to one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Need {
    /// Sizes of the objects that it allocated itself.
    sizes: BTreeSet<u64>,
    /// What it called.
    callees: BTreeSet<NeededCall>,
}

/// A function that was called, as far as its name can stand in the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NeededCall {
    /// A function or method of this package and name.
    Named(String, String),
    /// A function literal or the body of a loop: called through a value, or by an iterator.
    Literal,
}

/// Whether a line can bear a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bears {
    /// It holds all that is needed.
    Yes,
    /// It holds something that may be it: a call of a value, a call that may have been inlined.
    Perhaps,
    /// It holds nothing of the kind.
    No,
}

impl Need {
    /// What the stacks through a place need.
    pub(super) fn of(place: usize, evidence: &Evidence) -> Need {
        let mut need = Need::default();
        for charge in evidence.charges(place) {
            match evidence.below(*charge).last() {
                None => need.sizes.extend(
                    evidence
                        .samples(charge.stack)
                        .iter()
                        .filter(|sample| !evidence.noise[**sample as usize])
                        .map(|sample| evidence.profile.samples[*sample as usize].size),
                ),
                Some(frame) => {
                    let function = evidence.profile.frames[*frame as usize].function as usize;
                    let symbol = evidence.ownership.symbols[function].as_ref();
                    need.callees.extend(symbol.and_then(NeededCall::of));
                }
            }
        }
        need
    }

    /// Whether today's `line` bears it. `named_anywhere` says which functions are called by name in the declaration at all:
    /// others were called through values.
    fn borne_by(&self, line: u32, model: &LineModel, named_anywhere: &BTreeSet<&str>) -> Bears {
        let empty = Chargeable::default();
        let here = model.lines.get(&line).unwrap_or(&empty);
        let mut worst = Bears::Yes;
        if !self.sizes.is_empty() {
            // Types grow and shrink, and an inlined function may charge its caller's line.
            worst = worst.max(match 2 * self.sizes.intersection(&here.sizes).count() >= self.sizes.len() {
                true => Bears::Yes,
                false if here.allocates || !here.calls.is_empty() => Bears::Perhaps,
                false => Bears::No,
            });
        }
        for callee in &self.callees {
            worst = worst.max(match callee {
                NeededCall::Named(package, name)
                    if here.calls.iter().any(|called| is_called(called, package, name)) =>
                {
                    Bears::Yes
                }
                NeededCall::Named(_, name) => {
                    let hidden = here.calls.iter().any(|called| matches!(called, Called::Value | Called::Literal));
                    let unseen = !named_anywhere.contains(&**name) && !here.calls.is_empty();
                    if hidden || unseen || model.defers { Bears::Perhaps } else { Bears::No }
                }
                NeededCall::Literal if !here.calls.is_empty() || model.defers => Bears::Perhaps,
                NeededCall::Literal => Bears::No,
            });
        }
        if self.sizes.is_empty() && self.callees.is_empty() { Bears::Perhaps } else { worst }
    }
}

impl NeededCall {
    /// `None` for what no source names.
    fn of(symbol: &Symbol) -> Option<NeededCall> {
        if symbol.depth > 0 || symbol.in_range_body {
            return Some(NeededCall::Literal);
        }
        if symbol.package == "runtime" || symbol.package.starts_with("internal/runtime") {
            return None;
        }
        match &symbol.declaration {
            Declaration::Function(name) | Declaration::Method { name, .. } => {
                let package = symbol.package.strip_suffix("_test").unwrap_or(&symbol.package);
                let name = name.strip_prefix("_Cfunc_").unwrap_or(name);
                Some(NeededCall::Named(package.to_owned(), name.to_owned()))
            }
            Declaration::Init(_) | Declaration::PackageLevel => None,
        }
    }
}

fn is_called(called: &Called, package: &str, name: &str) -> bool {
    match called {
        Called::Function(of, called) => **called == *name && (**of == *package || package == "main"),
        Called::Method(called) => **called == *name,
        Called::Literal | Called::Value => false,
    }
}

/// How well each line of a declaration bears one need.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Borne {
    /// The first line and the last one.
    range: (u32, u32),
    /// Where each answer begins to be given, ascending: most lines of a long declaration answer as the one before does.
    runs: Vec<(u32, Bears)>,
    /// How often each answer is given, by its order.
    counts: [usize; 3],
}

impl Borne {
    /// Of a need, over the lines from first to last; without a model nothing can be said of any line.
    pub(super) fn over(need: &Need, (first, last): (u32, u32), model: Option<&LineModel>) -> Borne {
        let named: BTreeSet<&str> = model
            .iter()
            .flat_map(|model| model.lines.values())
            .flat_map(|line| &line.calls)
            .filter_map(|called| match called {
                Called::Function(_, name) | Called::Method(name) => Some(&**name),
                Called::Literal | Called::Value => None,
            })
            .collect();
        Borne::by((first, last), |line| model.map_or(Bears::Perhaps, |model| need.borne_by(line, model, &named)))
    }

    /// Of one of these starting lines: of literals or of loops.
    pub(super) fn starts(range: (u32, u32), starts: &[u32]) -> Borne {
        let starts: BTreeSet<u32> = starts.iter().copied().collect();
        Borne::by(range, |line| if starts.contains(&line) { Bears::Yes } else { Bears::No })
    }

    /// Of something that may stand on these lines of a file, and nothing else is known of it.
    pub(super) fn within(last: u32, may_stand: impl Fn(u32) -> bool) -> Borne {
        Borne::by((1, last), |line| if may_stand(line) { Bears::Perhaps } else { Bears::No })
    }

    fn by((first, last): (u32, u32), bears: impl Fn(u32) -> Bears) -> Borne {
        let range = (first, last.max(first));
        let (mut runs, mut counts): (Vec<(u32, Bears)>, _) = (Vec::new(), [0; 3]);
        for line in range.0..=range.1 {
            let bears = bears(line);
            counts[bears as usize] += 1;
            if runs.last().is_none_or(|(_, known)| *known != bears) {
                runs.push((line, bears));
            }
        }
        Borne { range, runs, counts }
    }

    /// What a line answers; `None` outside.
    pub(super) fn at(&self, line: u32) -> Option<Bears> {
        let run = self.runs.partition_point(|(from, _)| *from <= line).checked_sub(1)?;
        (line <= self.range.1).then(|| self.runs[run].1)
    }

    /// How much likelier the right line answers so than any line of the declaration does.
    pub(super) fn weight(&self, bears: Bears) -> f64 {
        // Models are not perfect: what allocates may stand on a line of which nobody thought.
        let right = if self.counts[Bears::Yes as usize] > 0 { [0.9, 0.08, 0.02] } else { [0.0, 0.95, 0.05] };
        let share = (self.counts[bears as usize] as f64 + 0.5) / (self.counts.iter().sum::<usize>() as f64 + 1.5);
        right[bears as usize] / share
    }
}

/// The declarations whose lines must be known before places can land, each with the sizes of the objects that the profile charges
/// to lines of it.
pub fn wanted_lines(evidence: &Evidence, tree: &SourceTree) -> BTreeMap<(FileId, usize), BTreeSet<u64>> {
    let mut wanted: BTreeMap<(FileId, usize), BTreeSet<u64>> = BTreeMap::new();
    for (place, Place { function, file, in_file, .. }) in evidence.places.iter().enumerate() {
        let (Ok(file), Some(symbol)) = (file, &evidence.ownership.symbols[*function as usize]) else { continue };
        let line = in_file.map_or(0, |(line, _)| line);
        let named = find_declaration(*file, symbol, tree);
        let spanned = || Some((*file, tree.file(*file).outline.declaration_at_line(line)?));
        if let Some(declaration) = named.or_else(spanned) {
            wanted.entry(declaration).or_default().extend(Need::of(place, evidence).sizes);
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_long_declaration_answers_takes_room_for_where_the_answer_changes_alone() {
        let borne = Borne::starts((10, 1_000_000), &[12, 13, 900_000]);
        let answers: Vec<Option<Bears>> =
            [9, 10, 12, 13, 14, 900_000, 900_001, 1_000_000, 1_000_001].map(|line| borne.at(line)).to_vec();
        use Bears::{No, Yes};
        assert_eq!(answers, [None, Some(No), Some(Yes), Some(Yes), Some(No), Some(Yes), Some(No), Some(No), None]);
        assert_eq!((borne.counts, borne.runs.len()), ([3, 0, 999_988], 5));
    }
}
