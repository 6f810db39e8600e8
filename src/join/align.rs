//! On which line of today's source each place of a profile lies.
//!
//! Functions are found by their symbols, and where they start is known then and now. Within a function each sampled line may have
//! moved by as much as the function's start, as the next function's, or by anything between: `shift` asks today's lines
//! what they can be charged with, and takes a shift only where no other will do. A place is **exact** when that line is the
//! profile's, in the file of the profile's name, beyond reasonable doubt; **aligned** when it is another line, or the doubt is
//! small; otherwise only the **function** is known. Closure numbers are never compared: they change between compilers.

use super::anchors::Anchors;
use super::declared::{declared, find_declaration, is_in_its_file, is_initialiser, is_linked, last_line};
use super::lines::{Borne, LineModels, Need};
use super::shift::{Item, Stand, Stretch};
use super::traced::land_by_git;
use crate::evidence::Evidence;
use crate::evidence::naming::is_named;
use crate::go::outline::DeclarationKind;
use crate::go::tree::{FileId, SourceTree};
use crate::model::Grade;
use crate::profile::{Function, Symbol};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where a place lies today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The file.
    pub file: FileId,
    /// The declaration, an index into the file's outline.
    pub declaration: usize,
    /// Today's line; the profile's own where the grade is `Function`.
    pub line: u32,
    /// How sure that is.
    pub grade: Grade,
}

/// A line is exact from this probability on, and aligned from that.
const EXACT: f64 = 0.98;
const ALIGNED: f64 = 0.9;

/// The most lines of one function that are looked for, and the most answers that its lines are asked for. No function that people
/// write has as many; of what lies beyond in a generated one only the function is known, and the summary counts it so.
const MOST_ITEMS: usize = 2_000;
const MOST_ANSWERS: u64 = 8_000_000;

/// The landing of every place, parallel to `evidence.places`, or why it has none. `models` says what today's lines can be charged
/// with; without it lines bear no witness.
pub fn land_all(evidence: &Evidence, tree: &SourceTree, models: &LineModels) -> Vec<Result<Landing, Arc<str>>> {
    let aligning = Aligning { evidence, tree, models, anchors: Anchors::new(evidence, tree) };
    let mut landings: Vec<Option<Result<Landing, Arc<str>>>> = vec![None; evidence.places.len()];
    let mut groups: BTreeMap<Group, Vec<usize>> = BTreeMap::new();
    for (index, place) in evidence.places.iter().enumerate() {
        let function = &evidence.profile.functions[place.function as usize];
        match (&place.file, &evidence.ownership.symbols[place.function as usize], place.traced) {
            (Err(reason), ..) => landings[index] = Some(Err(reason.clone())),
            (_, None, _) => landings[index] = Some(Err(Arc::from("its name is not a Go symbol"))),
            (Ok(file), Some(symbol), Some(traced)) => {
                landings[index] = Some(land_by_git(traced, place, *file, function, symbol, tree));
            }
            (Ok(file), Some(symbol), None) if place.in_file.is_none() => {
                let found = declared(*file, symbol, tree);
                landings[index] = Some(found.map(|(file, at)| Landing {
                    file,
                    declaration: at,
                    line: place.line,
                    grade: Grade::Function,
                }));
            }
            (Ok(file), Some(symbol), None) => groups.entry(aligning.group(*file, symbol)).or_default().push(index),
        }
    }
    for (group, places) in groups {
        for (place, landing) in places.iter().zip(aligning.land(&group, &places)) {
            landings[*place] = Some(landing);
        }
    }
    landings.into_iter().map(|landing| landing.unwrap_or_else(|| Err(Arc::from("it was not looked at")))).collect()
}

/// What is aligned together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// A declared function of today with its literals.
    Declared {
        /// The file that the profile names, as it is today.
        then: FileId,
        /// The file that declares it today.
        file: FileId,
        /// The declaration.
        declaration: usize,
    },
    /// Initialisers of variables, literals that were inlined elsewhere, functions that are linked under another name: what has no
    /// name by which it could be found.
    Nameless(FileId),
}

/// Everything that landing needs.
struct Aligning<'a, 'p> {
    evidence: &'a Evidence<'p>,
    tree: &'a SourceTree,
    models: &'a LineModels,
    anchors: Anchors<'a>,
}

impl Aligning<'_, '_> {
    fn group(&self, then: FileId, symbol: &Symbol) -> Group {
        match find_declaration(then, symbol, self.tree) {
            Some((file, declaration)) if !symbol.inlined => Group::Declared { then, file, declaration },
            _ => Group::Nameless(then),
        }
    }

    fn function(&self, place: usize) -> &Function {
        &self.evidence.profile.functions[self.evidence.places[place].function as usize]
    }

    /// The place's line and its function's first one, 0 where that is not known.
    fn in_file(&self, place: usize) -> (u32, u32) {
        self.evidence.places[place].in_file.unwrap_or((0, 0))
    }

    fn symbol(&self, place: usize) -> Option<&Symbol> {
        self.evidence.ownership.symbols[self.evidence.places[place].function as usize].as_ref()
    }

    /// Lands places of one group.
    fn land(&self, group: &Group, places: &[usize]) -> Vec<Result<Landing, Arc<str>>> {
        let mut items: Vec<(Option<usize>, Item)> = Vec::new();
        let mut literals: BTreeSet<u32> = BTreeSet::new();
        let mut witnesses = Witnesses::of(self, group);
        for place in places {
            let (line, start) = self.in_file(*place);
            let Some(borne) = witnesses.of_place(*place, items.len()) else { continue };
            items.push((Some(*place), Item { line, borne }));
            if self.starts_within(group, *place) && literals.insert(start) {
                items.push((None, Item { line: start, borne: witnesses.of_starts() }));
            }
        }
        items.sort_by_key(|(place, item)| (item.line, *place));
        let stands: Vec<(Option<Stand>, bool)> = match group {
            Group::Declared { .. } => {
                let stretch = self.stretch(group, places, &items);
                let kept = self.is_as_it_was(group, &stretch);
                stretch.stands().into_iter().map(|stand| (stand, kept)).collect()
            }
            // Each is looked at between its own neighbours.
            Group::Nameless(_) => items
                .iter()
                .map(|item| match self.nameless(group, item, &items) {
                    Some(stretch) => (stretch.stands().pop().flatten(), self.is_as_it_was(group, &stretch)),
                    None => (None, false),
                })
                .collect(),
        };
        let mut stand_of: BTreeMap<usize, (Option<Stand>, bool)> = BTreeMap::new();
        for ((place, _), stand) in items.iter().zip(stands) {
            if let Some(place) = place {
                stand_of.insert(*place, stand);
            }
        }
        let stand = |place: &usize| stand_of.get(place).copied().unwrap_or((None, false));
        places.iter().map(|place| self.landing(group, *place, stand(place))).collect()
    }

    /// Whether nothing speaks for a change of the stretch: it is as long as it was, or it ends nowhere and its file is as it was.
    fn is_as_it_was(&self, group: &Group, stretch: &Stretch) -> bool {
        let (Group::Declared { file, .. } | Group::Nameless(file)) = group;
        stretch.is_as_long_as_it_was() || (stretch.end.is_none() && self.anchors.is_unchanged(*file))
    }

    /// What is known of the line of a place.
    fn known(&self, group: &Group, place: usize) -> Known {
        match group {
            Group::Declared { .. } => Known::Needs(Need::of(place, self.evidence)),
            Group::Nameless(_) => Known::Initialiser(self.symbol(place).is_some_and(is_initialiser)),
        }
    }

    /// How well today's lines bear what is known.
    fn borne(&self, group: &Group, known: &Known) -> Borne {
        match (group, known) {
            (Group::Declared { file, declaration, .. }, Known::Needs(need)) => {
                let source = &self.tree.file(*file).outline.declarations[*declaration];
                Borne::over(need, source.lines, self.models.get(&(*file, *declaration)))
            }
            (Group::Nameless(file) | Group::Declared { file, .. }, known) => {
                let file = self.tree.file(*file);
                let initialiser = *known == Known::Initialiser(true);
                Borne::within(last_line(file), |line| {
                    let kind = file.outline.declaration_at_line(line).map(|at| file.outline.declarations[at].kind);
                    match kind {
                        Some(DeclarationKind::Var) => true,
                        Some(DeclarationKind::Function | DeclarationKind::Method) => !initialiser,
                        _ => false,
                    }
                })
            }
        }
    }

    /// Whether the place's function starts somewhere within the group, so that its start is a witness.
    fn starts_within(&self, group: &Group, place: usize) -> bool {
        let Some(symbol) = self.symbol(place) else { return false };
        let whole = symbol.depth == 0 && !symbol.in_range_body;
        let starts = match group {
            Group::Declared { .. } => !whole,
            Group::Nameless(_) => !is_initialiser(symbol),
        };
        starts && self.in_file(place).1 > 0
    }

    /// The lines on which a function of the group can start.
    fn starts(&self, group: &Group) -> Borne {
        match group {
            Group::Declared { file, declaration, .. } => {
                let source = &self.tree.file(*file).outline.declarations[*declaration];
                let starts: Vec<u32> = source.literals.iter().chain(&source.loops).copied().collect();
                Borne::starts(source.lines, &starts)
            }
            Group::Nameless(file) => {
                let declarations = &self.tree.file(*file).outline.declarations;
                let starts: Vec<u32> = declarations
                    .iter()
                    .flat_map(|source| source.literals.iter().chain(&source.loops).chain([&source.function_line]))
                    .copied()
                    .collect();
                Borne::starts((1, last_line(self.tree.file(*file))), &starts)
            }
        }
    }

    /// The stretch of a declared function.
    fn stretch(&self, group: &Group, places: &[usize], items: &[(Option<usize>, Item)]) -> Stretch {
        let &Group::Declared { then, file, declaration } = group else { return Stretch::of_nothing() };
        let source = &self.tree.file(file).outline.declarations[declaration];
        let start = places.iter().find_map(|place| self.anchors.start(self.symbol(*place)?));
        let start = start.map(|start| (start, source.function_line));
        let first = items.first().map_or(0, |(_, item)| item.line);
        // What stands in another file, or past others, has other neighbours than it had.
        let (start, end) = match start {
            Some(start) if file == then && self.anchors.is_in_order(file, start) => {
                (Some(start), self.anchors.behind(file, start.0))
            }
            Some(start) => (Some(start), None),
            None if file == then => (self.anchors.before(file, first), self.anchors.behind(file, first)),
            None => (None, None),
        };
        Stretch {
            start,
            end: end.filter(|(then, _)| items.iter().all(|(_, item)| item.line < *then)),
            items: items.iter().map(|(_, item)| item.clone()).collect(),
            change_rate: self.anchors.change_rate(file),
            moved: self.anchors.moved(),
        }
    }

    /// The stretch of something without a name: it, behind where its function starts, between the functions around it.
    fn nameless(
        &self,
        group: &Group,
        (place, item): &(Option<usize>, Item),
        items: &[(Option<usize>, Item)],
    ) -> Option<Stretch> {
        let Group::Nameless(file) = group else { return None };
        let (_, start) = self.in_file((*place)?);
        let mut both: Vec<Item> = Vec::new();
        if self.starts_within(group, (*place)?) {
            both.extend(
                items
                    .binary_search_by_key(&(start, None), |(place, item)| (item.line, *place))
                    .ok()
                    .map(|at| items[at].1.clone()),
            );
        }
        both.push(item.clone());
        Some(Stretch {
            start: self.anchors.before(*file, item.line.min(start.max(1))),
            end: self.anchors.behind(*file, item.line),
            items: both,
            change_rate: self.anchors.change_rate(*file),
            moved: self.anchors.moved(),
        })
    }

    /// The landing of a place that stands there, if it surely does, in a stretch that is as it was or not.
    fn landing(&self, group: &Group, place: usize, (stand, kept): (Option<Stand>, bool)) -> Result<Landing, Arc<str>> {
        let (Some(symbol), (line, _)) = (self.symbol(place), self.in_file(place)) else {
            return Err(Arc::from("its name is not a Go symbol"));
        };
        let found = match group {
            Group::Declared { file, declaration, .. } => Ok((*file, *declaration)),
            Group::Nameless(file) => self.spanning(*file, symbol, stand),
        };
        let found = match (found, group) {
            (Err(reason), Group::Nameless(file)) => declared(*file, symbol, self.tree).map_err(|_| reason),
            (found, _) => found,
        };
        let (file, declaration) = found?;
        let source = &self.tree.file(file).outline.declarations[declaration];
        let stand = stand.filter(|stand| stand.probability >= ALIGNED);
        let stand = stand.filter(|stand| source.lines.0 <= stand.line && stand.line <= source.lines.1);
        let Some(stand) = stand else { return Ok(Landing { file, declaration, line, grade: Grade::Function }) };
        let same = stand.line == line && is_in_its_file(self.function(place), symbol, self.tree.file(file));
        let started = self.anchors.start(symbol).is_none_or(|start| start == source.function_line)
            || matches!(group, Group::Nameless(_));
        if is_initialiser(symbol) && !self.is_package_as_it_was(file, symbol) {
            return Ok(Landing { file, declaration, line, grade: Grade::Function });
        }
        let exact = same && started && kept && stand.probability >= EXACT;
        let grade = if exact { Grade::Exact } else { Grade::Aligned };
        Ok(Landing { file, declaration, line: stand.line, grade })
    }

    /// Whether nothing is seen to have changed in any file of a package: the record that its initialisers share does not say which
    /// of them holds a line.
    fn is_package_as_it_was(&self, file: FileId, symbol: &Symbol) -> bool {
        let package = symbol.package.strip_suffix("_test").unwrap_or(&symbol.package);
        let files = self.tree.files_of(package).iter().chain([&file]);
        files.into_iter().all(|file| self.anchors.is_unchanged(*file))
    }

    /// The declaration in which something without a name stands.
    fn spanning(&self, file: FileId, symbol: &Symbol, stand: Option<Stand>) -> Result<(FileId, usize), Arc<str>> {
        let source = self.tree.file(file);
        stand
            .filter(|stand| stand.probability >= ALIGNED)
            .and_then(|stand| source.outline.declaration_at_line(stand.line))
            .filter(|declaration| {
                symbol.inlined
                    || is_linked(source, symbol)
                    || is_named(&source.outline.declarations[*declaration], symbol)
            })
            .map(|declaration| (file, declaration))
            .ok_or_else(|| {
                let (shown, name) = (&source.shown, &symbol.declaration);
                format!("{shown} declares no `{name}` any more; scan the revision that was profiled").into()
            })
    }
}

/// What is known of a line that is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    /// What it was charged with.
    Needs(Need),
    /// Whether it is of an initialiser of variables or of a function.
    Initialiser(bool),
}

/// How well the lines of one group bear what is looked for, made once for all lines of which the same is known.
struct Witnesses<'a, 'e, 'p> {
    aligning: &'a Aligning<'e, 'p>,
    group: &'a Group,
    known: BTreeMap<Known, Arc<Borne>>,
    starts: Option<Arc<Borne>>,
    /// How many lines of how many needs were asked.
    answers: u64,
}

impl<'a, 'e, 'p> Witnesses<'a, 'e, 'p> {
    fn of(aligning: &'a Aligning<'e, 'p>, group: &'a Group) -> Self {
        Witnesses { aligning, group, known: BTreeMap::new(), starts: None, answers: 0 }
    }

    /// Of the line of a place, beside so many others; `None` where there are too many.
    fn of_place(&mut self, place: usize, beside: usize) -> Option<Arc<Borne>> {
        // What has no name is looked at alone, and of little different is known.
        let lines = match self.group {
            Group::Declared { .. } if beside >= MOST_ITEMS => return None,
            Group::Declared { file, declaration, .. } => {
                let (first, last) = self.aligning.tree.file(*file).outline.declarations[*declaration].lines;
                u64::from(last.saturating_sub(first)) + 1
            }
            Group::Nameless(_) => 0,
        };
        let known = self.aligning.known(self.group, place);
        if let Some(borne) = self.known.get(&known) {
            return Some(borne.clone());
        }
        if !self.known.is_empty() && self.answers + lines > MOST_ANSWERS {
            return None;
        }
        self.answers += lines;
        let borne = Arc::new(self.aligning.borne(self.group, &known));
        self.known.insert(known, borne.clone());
        Some(borne)
    }

    /// Of where literals and loops start.
    fn of_starts(&mut self) -> Arc<Borne> {
        let (aligning, group) = (self.aligning, self.group);
        self.starts.get_or_insert_with(|| Arc::new(aligning.starts(group))).clone()
    }
}

#[cfg(test)]
#[path = "align_tests.rs"]
mod tests;
