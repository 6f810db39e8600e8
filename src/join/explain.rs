//! Which constructs of a line can have allocated what the profile charges to it.
//!
//! Bytes that the line itself allocates go to constructs that Go charges to that line and that can have objects of the
//! sample's size; bytes below a call go to the calls whose callee the profile names. Where several constructs remain,
//! the part names them all: a profile has no columns. A call explains nothing but what lies below it.

use super::Landing;
use crate::evidence::behaviour::{behaviour, sizes};
use crate::evidence::ladder::ladder;
use crate::evidence::{Charge, Evidence};
use crate::go::tree::{FileId, SourceTree};
use crate::model::{Behaviour, CallPlace, ExplainedPart, ExplainedShare, Explanation, Grade, NamedConstruct, Position};
use crate::profile::{Declaration, Symbol};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Constructs named of one part. Each finding on a line tells all of its parts, so that a long line would be told as many
/// times as it is long.
const MOST_NAMED: usize = 16;

/// One construct of today's source with everything settled that the package's facts and the compiler's version settle.
#[derive(Clone, Debug)]
pub struct KnownConstruct {
    /// What people read.
    pub named: NamedConstruct,
    /// The lines that Go charges for it.
    pub charged: Vec<ChargedLine>,
    /// The line on which its innermost function literal or loop body begins; `None` directly in the declaration.
    pub literal_line: Option<u32>,
    /// Bytes that it asks for, where that is always the same.
    pub asked: Option<u64>,
    /// Where its bytes come from.
    pub source: Allocates,
    /// The token that the compiler names it by.
    pub reported: Position,
    /// Whether it allocates nothing when the compiler says that it does not escape.
    pub decided: bool,
    /// Whether the compiler decides against it.
    pub refuted: bool,
}

/// A line that a construct is charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChargedLine {
    /// 1-based.
    pub line: u32,
    /// Only objects of at most so many bytes.
    pub at_most: Option<u64>,
}

/// Where a construct's bytes come from.
#[derive(Clone, Debug)]
pub enum Allocates {
    /// The line itself.
    Itself {
        /// The sizes that it can have.
        sizes: Sizes,
        /// Of what allocates larger and larger objects: the sizes that it has when it grows one element at a time from nothing,
        /// smallest first; empty where the element's size is not known.
        grows: Option<Vec<u64>>,
        /// Whether it is known to be this construct: a value that goes to a function of unknown signature may be boxed there.
        sure: bool,
    },
    /// What it calls.
    Below(Called),
}

/// Of the sizes of the objects on a construct's lines those that it can have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// It can ask for them.
    pub fitting: Vec<u64>,
    /// Nobody can say: a type or a number is not known.
    pub possible: Vec<u64>,
    /// It asks for them once in a thousand times.
    pub seldom: Vec<u64>,
}

/// What a call may call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// This function of this package; package `main` by its import path.
    Function(Arc<str>, Arc<str>),
    /// A method of this name, of whatever type: interfaces and embedded types hide it.
    Method(Arc<str>),
    /// A function literal.
    Literal,
    /// A function value.
    Value,
}

/// The constructs of the declarations that a profile's places land in, by file and declaration.
pub type KnownConstructs = BTreeMap<(FileId, usize), Vec<KnownConstruct>>;

/// A sample with the place that it is charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charged {
    /// The sample.
    pub sample: u32,
    /// Its stack at the place.
    pub charge: Charge,
    /// The place, an index into the evidence's.
    pub place: usize,
}

/// Asks the constructs of each line.
pub struct Explainer<'e, 'p> {
    /// What was observed.
    pub evidence: &'e Evidence<'p>,
    /// Parallel to the evidence's places.
    pub landings: &'e [Result<Landing, Arc<str>>],
    /// The files that they land in.
    pub tree: &'e SourceTree,
    /// What the source says.
    pub constructs: &'e KnownConstructs,
    /// The sample type of values, an index.
    pub ranked: usize,
}

impl Explainer<'_, '_> {
    /// The same for many, each once: the sites of one line, which may be thousands, were mostly given the same samples.
    pub fn account_for_each<'c>(&self, all: impl Iterator<Item = &'c [Charged]>) -> Vec<(Explanation, Behaviour)> {
        let key = |charged: &Charged| (charged.sample, charged.charge.stack, charged.charge.depth, charged.place);
        let mut known: BTreeMap<Vec<_>, (Explanation, Behaviour)> = BTreeMap::new();
        all.map(|charged| {
            let answer = known.entry(charged.iter().map(key).collect()).or_insert_with(|| self.account_for(charged));
            answer.clone()
        })
        .collect()
    }

    /// What accounts for these samples, and how their memory behaves.
    pub fn account_for(&self, charged: &[Charged]) -> (Explanation, Behaviour) {
        let samples: Vec<(u32, Charge)> = charged.iter().map(|charged| (charged.sample, charged.charge)).collect();
        (self.explain(charged), behaviour(self.evidence, &samples, self.ranked, |place| self.call_at(place)))
    }

    /// A place as the line of today's source that it is, where that is known.
    fn call_at(&self, place: usize) -> Option<CallPlace> {
        let landing = self.landings.get(place)?.as_ref().ok().filter(|landing| landing.grade < Grade::Function)?;
        Some(CallPlace { path: self.tree.file(landing.file).shown.clone(), line: landing.line })
    }

    fn explain(&self, samples: &[Charged]) -> Explanation {
        let (parts, unexplained) = self.parts(samples);
        let unexplained = unexplained.into_iter().map(|sample| self.value(sample)).fold(0, i64::saturating_add);
        let parts =
            parts.into_iter().map(|((_, callee), (constructs, samples))| self.part(&constructs, callee, &samples));
        let mut explanation = Explanation { parts: parts.collect(), unexplained };
        // A stable sort: parts of equal value stay in the order of the text.
        explanation.parts.sort_by_key(|part| std::cmp::Reverse(part.own));
        explanation
    }

    /// Of the samples of one line those that somebody can have allocated, by who can, and the others.
    fn parts(&self, samples: &[Charged]) -> (Parts<'_>, Vec<u32>) {
        let mut parts = Parts::new();
        let mut unexplained = Vec::new();
        for charged in samples {
            let candidates = self.candidates(*charged);
            if candidates.is_empty() {
                unexplained.push(charged.sample);
                continue;
            }
            let callee = self.evidence.callee(charged.charge);
            let part = parts.entry((keys(&candidates), callee)).or_insert_with(|| (candidates, Vec::new()));
            part.1.push(charged.sample);
        }
        self.single_out_growth(&mut parts);
        (parts, unexplained)
    }

    /// Who can have allocated the samples of one line: groups of constructs, each with the samples that only they can have.
    /// Samples that nobody can have are missing.
    pub fn allocators(&self, samples: &[Charged]) -> impl Iterator<Item = (Vec<&KnownConstruct>, Vec<u32>)> {
        self.parts(samples).0.into_values()
    }

    /// Gives an append what only it can have allocated. Slices that grow have a few sizes, each about twice the one before; what
    /// else a line makes (strings, boxes) would be spread over the sizes between them as well.
    fn single_out_growth<'k>(&self, parts: &mut Parts<'k>) {
        let shared: Vec<PartKey> = parts.keys().filter(|(keys, _)| keys.len() > 1).cloned().collect();
        for key in shared {
            let Some((constructs, samples)) = parts.get(&key) else { continue };
            let mut growing = constructs.iter().filter_map(|construct| match &construct.source {
                Allocates::Itself { grows: Some(rungs), .. } => Some((*construct, rungs)),
                _ => None,
            });
            let (Some((append, rungs)), None) = (growing.next(), growing.next()) else { continue };
            let size = |sample: &u32| self.evidence.profile.samples[*sample as usize].size;
            let seen: BTreeSet<u64> = samples.iter().map(size).collect();
            let on_rungs: Vec<u64> = seen.iter().filter(|size| rungs.contains(size)).copied().collect();
            let (Some(first), Some(last)) = (on_rungs.first(), on_rungs.last()) else { continue };
            let between = samples
                .iter()
                .filter(|sample| !rungs.contains(&size(sample)) && (*first..=*last).contains(&size(sample)));
            if on_rungs.len() < FEWEST_RUNGS || between.count() * 10 > samples.len() {
                continue;
            }
            let (grown, rest): (Vec<u32>, Vec<u32>) = samples.iter().partition(|sample| rungs.contains(&size(sample)));
            let others: Vec<&KnownConstruct> = constructs.clone();
            let mut put = |constructs: Vec<&'k KnownConstruct>, samples: Vec<u32>| {
                if !samples.is_empty() {
                    let part = parts.entry((keys(&constructs), None)).or_insert_with(|| (constructs, Vec::new()));
                    part.1.extend(samples);
                }
            };
            put(vec![append], grown);
            if rest.is_empty() {
                parts.remove(&key);
            } else if let Some(part) = parts.get_mut(&key) {
                *part = (others, rest);
            }
        }
    }

    /// How much of everything that is charged to lines of the source is accounted for.
    pub fn explained_share(&self) -> ExplainedShare {
        let mut lines: BTreeMap<(FileId, u32, u32), Vec<Charged>> = BTreeMap::new();
        for (place, landing) in self.landings.iter().enumerate() {
            let Ok(landing) = landing else { continue };
            let line = lines.entry((landing.file, landing.line, self.evidence.places[place].function)).or_default();
            for charge in self.evidence.charges(place).iter().filter(|charge| charge.innermost) {
                let samples = self.evidence.samples(charge.stack).iter();
                let samples = samples.filter(|sample| !self.evidence.noise[**sample as usize]);
                line.extend(samples.map(|sample| Charged { sample: *sample, charge: *charge, place }));
            }
        }
        let mut share = ExplainedShare::default();
        let add = |sum: &mut i64, value: i64| *sum = sum.saturating_add(value);
        for charged in lines.values() {
            let is_flat = |charged: &&Charged| self.evidence.below(charged.charge).is_empty();
            let (flat, called): (Vec<Charged>, Vec<Charged>) = charged.iter().partition(is_flat);
            for (charged, sums) in [(flat, &mut share.flat), (called, &mut share.through_calls)] {
                let explanation = self.explain(&charged);
                add(&mut sums.own, explanation.explained().saturating_add(explanation.unexplained));
                add(&mut sums.explained, explanation.explained());
                let alone = explanation.parts.iter().filter(|part| part.constructs.len() == 1);
                add(&mut sums.by_one, alone.map(|part| part.own).fold(0, i64::saturating_add));
            }
        }
        share
    }

    /// The lines that the profile charges with what they allocate themselves, each with all constructs that Go charges to it
    /// and that allocate without a call, and whether they are candidates for some of its samples.
    pub fn lines_that_allocate(&self) -> BTreeMap<(FileId, u32), Vec<(&KnownConstruct, bool)>> {
        let mut lines: BTreeMap<_, BTreeMap<NamedKey, (&KnownConstruct, bool)>> = BTreeMap::new();
        for (place, landing) in self.landings.iter().enumerate() {
            let Ok(landing) = landing else { continue };
            let itself = |charge: &&Charge| charge.innermost && self.evidence.below(**charge).is_empty();
            let charges = self.evidence.charges(place).iter().filter(itself);
            let samples =
                charges.flat_map(|charge| self.evidence.samples(charge.stack).iter().map(move |at| (*at, *charge)));
            for (sample, charge) in samples.filter(|(sample, _)| !self.evidence.noise[*sample as usize]) {
                let line = lines.entry((landing.file, landing.line)).or_default();
                let known = self.constructs.get(&(landing.file, landing.declaration)).into_iter().flatten();
                let here = known.filter(|one| one.charged.iter().any(|charged| charged.line == landing.line));
                for construct in here.filter(|one| matches!(one.source, Allocates::Itself { .. })) {
                    line.entry(NamedKey::of(construct)).or_insert((construct, false));
                }
                for candidate in self.candidates(Charged { sample, charge, place }) {
                    line.insert(NamedKey::of(candidate), (candidate, true));
                }
            }
        }
        lines.into_iter().map(|(line, constructs)| (line, constructs.into_values().collect())).collect()
    }

    fn part(&self, constructs: &[&KnownConstruct], callee: Option<Arc<str>>, samples: &[u32]) -> ExplainedPart {
        let sizes = sizes(self.evidence, samples.iter().copied());
        let grows = match &callee {
            Some(callee) => grows_what_it_writes(&crate::profile::normalised(callee)),
            None => {
                constructs.iter().all(|construct| matches!(construct.source, Allocates::Itself { grows: Some(_), .. }))
            }
        };
        ExplainedPart {
            constructs: constructs.iter().take(MOST_NAMED).map(|construct| construct.named.clone()).collect(),
            more_constructs: constructs.len().saturating_sub(MOST_NAMED),
            callee,
            own: samples.iter().map(|sample| self.value(*sample)).fold(0, i64::saturating_add),
            ladder: grows.then(|| ladder(&sizes)).flatten(),
            asked: match constructs {
                [one] => one.asked,
                _ => None,
            },
            sizes,
        }
    }

    fn value(&self, sample: u32) -> i64 {
        self.evidence.profile.values(sample as usize)[self.ranked]
    }

    /// The constructs that can have allocated a sample, in the order of the text.
    fn candidates(&self, charged: Charged) -> Vec<&KnownConstruct> {
        let Ok(landing) = &self.landings[charged.place] else { return Vec::new() };
        let Some(known) = self.constructs.get(&(landing.file, landing.declaration)) else { return Vec::new() };
        if landing.grade > Grade::Aligned {
            return Vec::new();
        }
        let size = self.evidence.profile.samples[charged.sample as usize].size;
        let on_line = |construct: &&KnownConstruct| {
            construct.charged.iter().any(|charged| {
                charged.line == landing.line && charged.at_most.is_none_or(|most| size == 0 || size <= most)
            })
        };
        let on_line: Vec<&KnownConstruct> = known.iter().filter(on_line).collect();
        let on_line = self.in_the_right_literal(on_line, charged.place, landing.line);
        match self.evidence.below(charged.charge).last() {
            None => not_refuted(allocating(&on_line, size)),
            Some(callee) => self.calling(&on_line, *callee),
        }
    }

    /// Of constructs on one line those that lie in the literal that the profile names, where any do.
    fn in_the_right_literal<'k>(
        &self,
        on_line: Vec<&'k KnownConstruct>,
        place: usize,
        landed: u32,
    ) -> Vec<&'k KnownConstruct> {
        let place = &self.evidence.places[place];
        let start = self.evidence.profile.functions[place.function as usize].start_line;
        let Some(symbol) = &self.evidence.ownership.symbols[place.function as usize] else { return on_line };
        if start == 0 {
            return on_line;
        }
        let inside = symbol.depth > 0 || symbol.in_range_body;
        let start_today = start.wrapping_add(landed).wrapping_sub(place.line);
        let fits = |construct: &&KnownConstruct| match construct.literal_line {
            Some(line) => inside && line == start_today,
            None => !inside,
        };
        let fitting: Vec<&KnownConstruct> = on_line.iter().filter(|construct| fits(construct)).copied().collect();
        if fitting.is_empty() { on_line } else { fitting }
    }

    /// The calls that can have called a frame's function: by name where one fits, else function values.
    fn calling<'k>(&self, on_line: &[&'k KnownConstruct], callee: u32) -> Vec<&'k KnownConstruct> {
        let function = self.evidence.profile.frames[callee as usize].function as usize;
        let symbol = self.evidence.ownership.symbols[function].as_ref();
        let of = |wanted: &dyn Fn(&Called) -> bool| -> Vec<&'k KnownConstruct> {
            let fits =
                |construct: &&&KnownConstruct| matches!(&construct.source, Allocates::Below(called) if wanted(called));
            on_line.iter().filter(fits).copied().collect()
        };
        let named = of(&|called| symbol.is_some_and(|symbol| is_called(called, symbol)));
        if named.is_empty() { of(&|called| *called == Called::Value) } else { named }
    }
}

/// The constructs that allocate themselves and can have objects of this size. One whose types allow it for sure goes before one
/// of which nobody can say so, and what seldom has such a size comes last.
fn allocating<'k>(on_line: &[&'k KnownConstruct], size: u64) -> Vec<&'k KnownConstruct> {
    let of = |wanted: &dyn Fn(&Sizes, bool) -> bool| -> Vec<&'k KnownConstruct> {
        let fits = |construct: &&&KnownConstruct| match &construct.source {
            Allocates::Itself { sizes, sure, .. } => wanted(sizes, *sure),
            Allocates::Below(_) => false,
        };
        on_line.iter().filter(fits).copied().collect()
    };
    let fitting = |sizes: &Sizes| size == 0 || sizes.fitting.contains(&size);
    let possible = |sizes: &Sizes| fitting(sizes) || sizes.possible.contains(&size);
    let surest = of(&|sizes, sure| sure && possible(sizes));
    let able = if surest.is_empty() { of(&|sizes, _| possible(sizes)) } else { surest };
    if able.is_empty() { of(&|sizes, _| sizes.seldom.contains(&size)) } else { able }
}

/// Those that the compiler does not decide against, which tells constructs of one line apart. Against all of them speaks only a
/// build of other code or flags: then its word is left aside.
fn not_refuted(candidates: Vec<&KnownConstruct>) -> Vec<&KnownConstruct> {
    let left: Vec<&KnownConstruct> = candidates.iter().filter(|construct| !construct.refuted).copied().collect();
    if left.is_empty() { candidates } else { left }
}

fn is_called(called: &Called, symbol: &Symbol) -> bool {
    let declared = [Some(&symbol.declaration), symbol.otherwise.as_ref()];
    let mut declared = declared.into_iter().flatten();
    match called {
        Called::Literal => symbol.depth > 0,
        Called::Value => false,
        Called::Function(package, name) => {
            symbol.depth == 0
                && (*symbol.package == **package || symbol.package == "main")
                && declared.any(|declared| matches!(declared, Declaration::Function(of) if **of == **name))
        }
        Called::Method(name) => {
            symbol.depth == 0
                && declared.any(|declared| matches!(declared, Declaration::Method { name: of, .. } if **of == **name))
        }
    }
}

/// Whether what lies below a call of this library function is a buffer that grows with what is written.
fn grows_what_it_writes(callee: &str) -> bool {
    let writes =
        |of: &str| callee.strip_prefix(of).is_some_and(|method| method.starts_with("Write") || method == "ReadFrom");
    writes("bytes.(*Buffer).") || writes("strings.(*Builder).") || matches!(callee, "io.ReadAll" | "slices.AppendSeq")
}

/// What makes a part: its constructs and the callee that the bytes lie below.
type PartKey = (Vec<NamedKey>, Option<Arc<str>>);

/// The constructs that can have allocated some samples, and those samples.
type Parts<'k> = BTreeMap<PartKey, (Vec<&'k KnownConstruct>, Vec<u32>)>;

/// What tells the constructs of a part apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NamedKey(u32, u32, &'static str);

/// Fewer sizes than this do not single out what grows.
const FEWEST_RUNGS: usize = 3;

fn keys(constructs: &[&KnownConstruct]) -> Vec<NamedKey> {
    constructs.iter().map(|construct| NamedKey::of(construct)).collect()
}

impl NamedKey {
    fn of(construct: &KnownConstruct) -> NamedKey {
        let start = construct.named.region.start;
        NamedKey(start.line, start.column, construct.named.kind)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
#[path = "explain_tests.rs"]
mod tests;
