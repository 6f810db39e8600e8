//! Every sample of a profile, charged to the module's own places.
//!
//! A sample's stack is read from the leaf outwards. Its first own frame is where it is charged; further own frames only
//! pass it on. Work is done once per stack, not once per sample: a profile has far fewer stacks.

use super::collector::collector_samples;
use super::naming::declaration_named;
use super::ownership::{Ownership, Placing};
use super::sampled;
use super::transparent::Transparent;
use crate::go::outline::{Declaration, DeclarationKind};
use crate::go::tree::{FileId, SourceTree};
use crate::model::LineNow;
use crate::profile::estimate::SampledTotal;
use crate::profile::{Function, Kind, Profile, Symbol, kind, normalised};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// One line of one function, as the profile names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The function, an index into the profile's.
    pub function: u32,
    /// The profile's line.
    pub line: u32,
    /// The file of the source, or why there is none.
    pub file: Result<FileId, Arc<str>>,
    /// The line in that file, and the one on which its function starts, 0 where the profile does not say. They are the profile's
    /// own unless `//line` directives say otherwise; then `None` where no line or several of today's are taken for it.
    pub in_file: Option<(u32, u32)>,
    /// What git says of it, where the profiled revision is known and had the file.
    pub traced: Option<Traced>,
}

/// What became of a place since the revision that was profiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traced {
    /// The line.
    pub line: LineNow,
    /// The first line of its function; as it stands where the profile does not say it.
    pub start: LineNow,
    /// Whether the file still has the name that it had.
    pub same_file: bool,
}

/// One stack that runs through a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The stack.
    pub stack: u32,
    /// Index of the place's frame in it; everything before it lies below the line, towards the leaf.
    pub depth: u32,
    /// Whether this is the stack's innermost own frame, so that its samples are charged here.
    pub innermost: bool,
}

/// The observations of one profile.
#[derive(Debug)]
pub struct Evidence<'p> {
    /// What was observed.
    pub profile: &'p Profile,
    /// What it was taken of.
    pub kind: Kind,
    /// Whose functions they are.
    pub ownership: Ownership,
    /// Every own place.
    pub places: Vec<Place>,
    /// The profile's totals per sample type, as pprof counts them: negative values by their size.
    pub totals: Vec<i64>,
    /// The same with what sampling leaves open, per sample type.
    pub sampled_totals: Vec<SampledTotal>,
    /// Parallel to the profile's samples: whether it is the collector's own and only charged to a line of the module.
    pub noise: Vec<bool>,
    /// What of `--transparent` covers none of the functions that are ours, as typed.
    pub idle_patterns: Vec<String>,
    plain_names: Vec<Arc<str>>,
    place_of_frame: Vec<Option<u32>>,
    looked_through: Vec<Vec<u32>>,
    charges: Vec<Vec<Charge>>,
    samples: Vec<Vec<u32>>,
}

impl Evidence<'_> {
    /// The stacks that run through this place, each once, by its innermost frame there.
    pub fn charges(&self, place: usize) -> &[Charge] {
        &self.charges[place]
    }

    /// The stacks that would be charged to this place, and are charged to a caller because its function is looked through.
    pub fn charged_to_callers(&self, place: usize) -> &[u32] {
        self.looked_through.get(place).map_or(&[], |stacks| stacks)
    }

    /// The samples with this stack.
    pub fn samples(&self, stack: u32) -> &[u32] {
        &self.samples[stack as usize]
    }

    /// The frames between the line and the leaf, innermost first, without those that Go hides.
    pub fn below(&self, charge: Charge) -> &[u32] {
        let stack = self.profile.stacks.get(charge.stack);
        let leaf = self.profile.visible_leaf(charge.stack);
        stack.get(leaf..charge.depth as usize).unwrap_or_default()
    }

    /// The name of the first frame below the line, as the profile spells it; `None` where the line itself allocates.
    pub fn callee(&self, charge: Charge) -> Option<Arc<str>> {
        let frame = *self.below(charge).last()?;
        Some(self.profile.function_of(frame).name.clone())
    }

    /// The name of a frame's function without type arguments: what cost matchers compare.
    pub fn plain_name(&self, frame: u32) -> &str {
        &self.plain_names[self.profile.frames[frame as usize].function as usize]
    }

    /// The place that a frame stands for; `None` where it is not the module's own.
    pub fn place_of(&self, frame: u32) -> Option<usize> {
        self.place_of_frame[frame as usize].map(|place| place as usize)
    }

    /// A function's symbol as people read it, and as instances and loop bodies of one function share it.
    pub fn symbol_shown(&self, function: u32) -> Arc<str> {
        self.plain_names[function as usize].clone()
    }

    /// Adds value `column` of a sample to a total, with its sampling error.
    pub fn add_sample(&self, sample: u32, column: usize, total: &mut SampledTotal) {
        sampled::add(self.profile, self.kind, sample as usize, column, total);
    }

    /// How many events stand behind value `column` of a sample; of a heap profile allocations, before Go's scaling.
    pub fn counted(&self, sample: u32, column: usize) -> u64 {
        sampled::counted(self.profile, self.kind, sample as usize, column)
    }

    /// Whether the profile charges the module with anything at all.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

/// Charges every stack of `profile` to the module's places: to its innermost own frame that is not `transparent`, or, where
/// all of them are, to the innermost of those.
pub fn observe<'p>(profile: &'p Profile, tree: &SourceTree, transparent: &Transparent) -> Evidence<'p> {
    let ownership = Ownership::decide(profile, tree);
    let plain_names: Vec<Arc<str>> =
        profile.functions.iter().map(|function| normalised(&function.name).into()).collect();
    let (places, place_of_frame) = own_places(profile, &ownership, tree);
    let looks_through = |place: &Place| {
        let symbol = &plain_names[place.function as usize];
        place.file.as_ref().is_ok_and(|file| transparent.covers(symbol, tree.file(*file)))
    };
    let transparent_places: Vec<bool> = places.iter().map(looks_through).collect();
    let ours = places
        .iter()
        .filter_map(|place| Some((&*plain_names[place.function as usize], tree.file(*place.file.as_ref().ok()?))));
    let idle_patterns = transparent.idle(&ours.collect::<Vec<_>>());
    let mut looked_through: Vec<Vec<u32>> = vec![Vec::new(); places.len()];
    let mut samples = vec![Vec::new(); profile.stacks.len()];
    for sample in 0..profile.samples.len() {
        samples[profile.samples[sample].stack as usize].push(sample as u32);
    }
    let mut charges: Vec<Vec<Charge>> = vec![Vec::new(); places.len()];
    for (stack, stack_samples) in samples.iter().enumerate() {
        if stack_samples.is_empty() {
            continue;
        }
        let frames = profile.stacks.get(stack as u32);
        let own =
            || frames.iter().enumerate().filter_map(|(depth, frame)| Some((depth, place_of_frame[*frame as usize]?)));
        let charged = own().find(|(_, place)| !transparent_places[*place as usize]).or_else(|| own().next());
        if let Some((_, place)) = own().next().filter(|innermost| Some(*innermost) != charged) {
            looked_through[place as usize].push(stack as u32);
        }
        for (depth, place) in own() {
            let innermost = Some((depth, place)) == charged;
            let seen = &mut charges[place as usize];
            // Recursion runs through a place several times; the innermost frame there speaks for the stack.
            if seen.last().is_none_or(|last| last.stack != stack as u32) {
                seen.push(Charge { stack: stack as u32, depth: depth as u32, innermost });
            }
        }
    }
    let kind = kind(profile);
    let noise = collector_samples(profile, &charges, &samples);
    let (totals, sampled_totals) = (totals(profile), sampled_totals(profile, kind));
    Evidence {
        profile,
        kind,
        ownership,
        places,
        totals,
        sampled_totals,
        noise,
        idle_patterns,
        plain_names,
        place_of_frame,
        looked_through,
        charges,
        samples,
    }
}

/// The distinct own places, and for each frame of the profile the one that it stands for.
fn own_places(profile: &Profile, ownership: &Ownership, tree: &SourceTree) -> (Vec<Place>, Vec<Option<u32>>) {
    let mut places = Vec::new();
    let mut known: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let place_of_frame = profile
        .frames
        .iter()
        .map(|frame| {
            let function = frame.function as usize;
            let (start, line) = (profile.functions[function].start_line, frame.line);
            let (file, traced) = match &ownership.placings[function] {
                Placing::Theirs => return None,
                Placing::File(file) => {
                    let path = ownership.paths[function].as_deref();
                    (Ok(*file), path.and_then(|path| traced(*file, path, (start, line), tree)))
                }
                Placing::Nowhere(reason) => (Err(Arc::from(reason.as_str())), None),
                Placing::Initialiser(files) => match initialised_at(files, &profile.functions[function], line, tree) {
                    Ok((file, traced)) => (Ok(file), traced),
                    Err(reason) => (Err(reason), None),
                },
            };
            let next = places.len() as u32;
            let place = *known.entry((frame.function, frame.line)).or_insert(next);
            if place == next {
                let in_file = match &file {
                    Ok(file) => {
                        in_file(&profile.functions[function], ownership.symbols[function].as_ref(), *file, line, tree)
                    }
                    Err(_) => Some((line, start)),
                };
                places.push(Place { function: frame.function, line, file, in_file, traced });
            }
            Some(place)
        })
        .collect();
    (places, place_of_frame)
}

/// A line of a function, and the function's first one, as lines of the file that holds them.
fn in_file(
    function: &Function,
    symbol: Option<&Symbol>,
    file: FileId,
    line: u32,
    tree: &SourceTree,
) -> Option<(u32, u32)> {
    let (start, outline) = (function.start_line, &tree.file(file).outline);
    if outline.line_map.is_empty() {
        return Some((line, start));
    }
    let base = function.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let declared = symbol.and_then(|symbol| declaration_named(outline, symbol)).map(|at| &outline.declarations[at]);
    let within = declared.map_or((1, u32::MAX), |declaration| declaration.lines);
    let of = |line: u32| outline.line_map.lines_taken_for(base, line, within);
    let begins = |at: &u32| {
        let starts = |declaration: &Declaration| {
            declaration.function_line == *at || declaration.literals.contains(at) || declaration.loops.contains(at)
        };
        declared.map_or_else(|| outline.declarations.iter().any(starts), starts)
    };
    let starts: Vec<u32> = if start == 0 { Vec::new() } else { of(start).into_iter().filter(begins).collect() };
    match (of(line).as_slice(), starts.as_slice()) {
        ([line], [start]) => Some((*line, *start)),
        ([line], _) => Some((*line, 0)),
        _ => None,
    }
}

/// What git says of a function's start and of a line of it; 0 where the profile does not say the start.
fn traced(file: FileId, path_then: &str, (start, line): (u32, u32), tree: &SourceTree) -> Option<Traced> {
    let (then, now) = tree.past()?.file(path_then)?;
    let path_now = tree.file(file).path();
    if now.as_deref() != Some(&*path_now) {
        // The file is gone, and the function was found elsewhere by its name.
        return Some(Traced { line: LineNow::Changed(0), start: LineNow::Changed(0), same_file: false });
    }
    let start = if start == 0 { LineNow::Kept(0) } else { then.line(start) };
    Some(Traced { line: then.line(line), start, same_file: path_now == path_then })
}

/// The one file of a package that declares a variable on this line, or on the line that git says it has become.
fn initialised_at(
    files: &[FileId],
    function: &Function,
    line: u32,
    tree: &SourceTree,
) -> Result<(FileId, Option<Traced>), Arc<str>> {
    // All initialisers of a package share one record, which names one of their files; a large map has a record of its own.
    let of_one_file = function.name.contains(".map.init.");
    let base = function.file.rsplit(['/', '\\']).next();
    let had_base = |file: FileId| {
        let path = tree.file(file).path();
        let then = tree.past().map_or(Some(path.clone()), |past| past.path_then(&path));
        then.is_some_and(|then| then.rsplit('/').next() == base)
            || tree.file(file).outline.line_map.names(base.unwrap_or_default())
    };
    let now = |file: FileId| -> (u32, Option<Traced>) {
        let path_now = tree.file(file).path();
        let Some(past) = tree.past() else { return (line, None) };
        let Some(path_then) = past.path_then(&path_now) else { return (0, None) };
        match traced(file, &path_then, (0, line), tree) {
            Some(Traced { line: LineNow::Changed(_), .. }) => (0, None),
            Some(traced @ Traced { line: LineNow::Kept(now), .. }) => (now, Some(traced)),
            None => (line, None),
        }
    };
    let declares = |file: &FileId| {
        let (line, traced) = now(*file);
        let outline = &tree.file(*file).outline;
        let holds = |line: u32| {
            outline.declarations.iter().any(|declaration| {
                declaration.kind == DeclarationKind::Var && declaration.lines.0 <= line && line <= declaration.lines.1
            })
        };
        let fits = match outline.line_map.is_empty() {
            true => holds(line),
            false => outline.line_map.lines_taken_for("", line, (1, u32::MAX)).into_iter().any(holds),
        };
        fits.then_some((*file, traced))
    };
    let mut fitting = files.iter().filter(|file| !of_one_file || had_base(**file)).filter_map(declares);
    match (fitting.next(), fitting.next()) {
        (Some(found), None) => Ok(found),
        (None, _) => {
            Err(format!("line {line} of a package initialiser declares no variable in any file of the package").into())
        }
        (Some((first, _)), Some((second, _))) => {
            let (first, second) = (&tree.file(first).shown, &tree.file(second).shown);
            Err(format!("line {line} of a package initialiser declares variables in {first} and in {second}").into())
        }
    }
}

/// Totals as pprof counts shares of: values by their size, so that what was freed does not hide what was allocated.
fn totals(profile: &Profile) -> Vec<i64> {
    let mut totals = vec![0i64; profile.sample_types.len()];
    for sample in 0..profile.samples.len() {
        for (total, value) in totals.iter_mut().zip(profile.values(sample)) {
            *total = total.saturating_add(value.saturating_abs());
        }
    }
    totals
}

fn sampled_totals(profile: &Profile, kind: Kind) -> Vec<SampledTotal> {
    let mut totals = vec![SampledTotal::default(); profile.sample_types.len()];
    for sample in 0..profile.samples.len() {
        for (column, total) in totals.iter_mut().enumerate() {
            sampled::add(profile, kind, sample, column, total);
        }
    }
    totals
}
