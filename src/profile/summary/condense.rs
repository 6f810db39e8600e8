//! A smaller profile that costs the module's lines the same: stacks cut to what the join looks at, equal ones added up.
//!
//! Kept of a stack are the frames from its leaf to the last one of the module that is wanted, and one beyond the outermost, which is
//! the caller where no function of the module is. Frames of others keep their names and lose their lines. Stacks
//! without a frame of the module are added up by size, so that totals and their intervals stay what they were. Functions of the module
//! that are in no stack any more stay in the table: that they ran is known.

use super::super::statistics;
use super::super::symbol::{Declaration, Symbol};
use super::super::table::{Frame, Function, Mapping, Profile, Sample, Skipped, Tables};
use super::summarised::{Dropped, Summarised};
use std::collections::HashMap;
use std::sync::Arc;

/// What the maker of a summary knows of one function of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFunction {
    /// Whether it is the module's own.
    pub ours: bool,
    /// Its file, free of the folders of any machine; empty where the name says all that is needed.
    pub file: Arc<str>,
}

/// What stands between testing and a benchmark that loops by itself, however far from its lines.
const FIRST_ROUND: &str = "testing.(*B).run1.func1";
/// Collecting in the background, which works for no line and is told by itself.
const BACKGROUND: [&str; 3] = ["runtime.gcBgMarkWorker", "runtime.bgsweep", "runtime.bgscavenge"];

/// How much of a profile a summary keeps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keeping {
    /// The part of every sample type's total, above 0 and up to 1, that the stacks of the module must make up.
    pub part: f64,
    /// How many functions of the module a stack may hold, from the one that is charged outwards: at least 1, `None` for all.
    pub callers: Option<usize>,
}

/// The profile with the stacks of the module alone, as far as they are wanted. What is dropped is counted and goes to the rest, so that
/// totals are what they were. `functions` is parallel to the profile's.
pub fn condense(profile: &Profile, functions: &[KnownFunction], keeping: Keeping) -> Profile {
    let cut = Cut { profile, functions, callers: keeping.callers.unwrap_or(usize::MAX) };
    let mut trimmed: Vec<Trimmed> = Vec::new();
    let mut ids: HashMap<Vec<Frame>, usize> = HashMap::new();
    let of_stack: Vec<usize> = (0..profile.stacks.len() as u32)
        .map(|stack| {
            let frames = cut.stack(stack);
            *ids.entry(frames).or_insert_with_key(|frames| {
                let ours = frames.iter().any(|frame| functions[frame.function as usize].ours);
                trimmed.push(Trimmed { frames: frames.clone(), ours, values: vec![0; profile.sample_types.len()] });
                trimmed.len() - 1
            })
        })
        .collect();
    for (index, sample) in profile.samples.iter().enumerate() {
        let values = &mut trimmed[of_stack[sample.stack as usize]].values;
        for (sum, value) in values.iter_mut().zip(profile.values(index)) {
            *sum = sum.saturating_add(value.saturating_abs());
        }
    }
    let (is_dropped, dropped) = least(&trimmed, keeping.part, |frame| cut.named(*frame));
    let mut condensed = header(profile, dropped, keeping.callers);
    let mut tables = Tables::default();
    let stacks: Vec<u32> = trimmed
        .iter()
        .zip(&is_dropped)
        .map(|(trimmed, dropped)| {
            let frames: &[Frame] = if *dropped { &[] } else { &trimmed.frames };
            let frames: Vec<u32> = frames.iter().map(|frame| cut.frame(*frame, &mut tables)).collect();
            tables.stack(&frames)
        })
        .collect();
    let zeros = (vec![0; profile.sample_types.len()], vec![0; profile.heap_pairs.len()]);
    let mut known: HashMap<Alike, usize> = HashMap::new();
    let is_zero = |index: usize| profile.values(index).iter().chain(profile.counts(index)).all(|value| *value == 0);
    for (index, sample) in profile.samples.iter().enumerate() {
        let trimmed_to = of_stack[sample.stack as usize];
        // Of the rest nothing but sums is wanted.
        if (is_dropped[trimmed_to] || !trimmed[trimmed_to].ours) && is_zero(index) {
            continue;
        }
        let stack = stacks[trimmed_to];
        let place = *known.entry(Alike::of(profile, index, stack)).or_insert_with(|| {
            condensed.push_counted(Sample { stack, ..*sample }, &zeros.0, &zeros.1);
            condensed.samples.len() - 1
        });
        condensed.add_to(place, profile, index, 1);
    }
    for (function, known) in functions.iter().enumerate().filter(|(_, known)| known.ours) {
        tables.function(cut.function(function, known));
    }
    tables.frame_of_each_function();
    tables.finish(&mut condensed);
    condensed
}

/// One stack after the cut. Its functions are those of the whole profile.
struct Trimmed {
    frames: Vec<Frame>,
    ours: bool,
    /// Per sample type, by size.
    values: Vec<i64>,
}

/// Samples that may be added without loss: of one stack and size, and of the same sign, because what was freed must not hide what
/// was allocated.
#[derive(PartialEq, Eq, Hash)]
struct Alike {
    stack: u32,
    size: u64,
    period: i64,
    /// The mean sizes, where no size is told.
    means: Vec<Option<i64>>,
    negative: Vec<bool>,
}

impl Alike {
    fn of(profile: &Profile, index: usize, stack: u32) -> Alike {
        let Sample { size, period, .. } = profile.samples[index];
        let values = profile.values(index);
        let mean = |pair: &super::super::HeapPair| values[pair.bytes].checked_div(values[pair.objects]);
        let means = if size > 0 { Vec::new() } else { profile.heap_pairs.iter().map(mean).collect() };
        let counts = values.iter().chain(profile.counts(index));
        Alike { stack, size, period, means, negative: counts.map(|count| *count < 0).collect() }
    }
}

struct Cut<'p> {
    profile: &'p Profile,
    functions: &'p [KnownFunction],
    callers: usize,
}

impl Cut<'_> {
    /// What is kept of a stack, innermost first.
    fn stack(&self, stack: u32) -> Vec<Frame> {
        let frames = self.profile.stacks.get(stack);
        let name = |frame: &u32| &*self.profile.function_of(*frame).name;
        let ours = |frame: &u32| self.functions[self.profile.frames[*frame as usize].function as usize].ours;
        let Some(innermost) = frames.iter().position(ours) else {
            // Time alone is told of it.
            let is_time = self.profile.heap_pairs.is_empty();
            let background = |frame: &&u32| is_time && BACKGROUND.iter().any(|start| name(frame).starts_with(start));
            return frames.iter().find(background).map(|frame| self.plain(*frame)).into_iter().collect();
        };
        let start = self.profile.visible_leaf(stack).min(innermost);
        let outermost = frames.iter().rposition(ours).unwrap_or(innermost);
        let last = self.last_wanted(frames, innermost, outermost);
        // A pool asks on somebody's behalf: the caller is one further.
        let beyond = match frames.get(outermost + 1).map(name) {
            _ if last < outermost => 0,
            None => 0,
            Some("sync.(*Pool).Get") => 2,
            Some(_) => 1,
        };
        let end = (last + 1 + beyond).min(frames.len());
        // A benchmark is asked for all that lies below it.
        let of_benchmarks = |frame: &&u32| name(frame) == FIRST_ROUND || ours(frame) && is_benchmark(name(frame));
        let benchmark = frames[end..].iter().filter(of_benchmarks);
        frames[start..end].iter().chain(benchmark).map(|frame| self.plain(*frame)).collect()
    }

    /// The place of the last frame of ours that is wanted. Calls of a function by itself are one.
    fn last_wanted(&self, frames: &[u32], innermost: usize, outermost: usize) -> usize {
        let function = |at: usize| self.profile.frames[frames[at] as usize].function;
        let (mut last, mut met) = (innermost, 1);
        for at in (innermost + 1..=outermost).filter(|at| self.functions[function(*at) as usize].ours) {
            met += usize::from(function(at) != function(last));
            if met > self.callers {
                break;
            }
            last = at;
        }
        last
    }

    /// A frame of ours as it is, one of others without its line.
    fn plain(&self, frame: u32) -> Frame {
        let Frame { function, line } = self.profile.frames[frame as usize];
        let line = if self.functions[function as usize].ours { line } else { 0 };
        Frame { function, line }
    }

    fn frame(&self, frame: Frame, tables: &mut Tables) -> u32 {
        let at = frame.function as usize;
        let function = tables.function(self.function(at, &self.functions[at]));
        tables.frame(Frame { function, line: frame.line })
    }

    fn function(&self, at: usize, known: &KnownFunction) -> Function {
        let Function { name, start_line, .. } = &self.profile.functions[at];
        let start_line = if known.ours { *start_line } else { 0 };
        Function { name: name.clone(), file: known.file.clone(), start_line }
    }

    fn named(&self, frame: Frame) -> (&str, u32) {
        (&self.profile.functions[frame.function as usize].name, frame.line)
    }
}

/// Whether a function is a benchmark, or a literal in one.
fn is_benchmark(name: &str) -> bool {
    let symbol = Symbol::parse(name).map(|symbol| symbol.declaration);
    matches!(symbol, Some(Declaration::Function(name)) if name.starts_with("Benchmark"))
}

/// The stacks that may go: those of the module that cost least, as long as all of them together are within `1 - keep` of every
/// sample type. Which of two that cost the same goes first is said by their frames, never by the profile's order.
fn least<'n>(trimmed: &[Trimmed], keep: f64, named: impl Fn(&Frame) -> (&'n str, u32)) -> (Vec<bool>, Dropped) {
    let mut is_dropped = vec![false; trimmed.len()];
    let columns = trimmed.first().map_or(0, |stack| stack.values.len());
    let total = |column: usize| trimmed.iter().map(|stack| stack.values[column]).fold(0i64, i64::saturating_add) as f64;
    let totals: Vec<f64> = (0..columns).map(total).collect();
    let share = |stack: &Trimmed| {
        let shares = stack.values.iter().zip(&totals).filter(|(_, total)| **total > 0.0);
        shares.map(|(value, total)| *value as f64 / total).fold(0.0, f64::max)
    };
    let mut order: Vec<(f64, usize)> =
        trimmed.iter().enumerate().filter(|(_, stack)| stack.ours).map(|(at, stack)| (share(stack), at)).collect();
    order.sort_by(|(one, first), (other, second)| {
        let frames = |at: usize| trimmed[at].frames.iter().map(&named);
        one.total_cmp(other).then_with(|| frames(*first).cmp(frames(*second)))
    });
    let mut dropped = Dropped { stacks: 0, values: vec![0; columns] };
    for (_, at) in order.into_iter().filter(|_| keep < 1.0) {
        let more = Dropped { stacks: 1, values: trimmed[at].values.clone() };
        let mut with = dropped.clone();
        with.add(&more);
        let fits = with.values.iter().zip(&totals).all(|(value, total)| *value as f64 <= (1.0 - keep) * total);
        if !fits {
            break;
        }
        (dropped, is_dropped[at]) = (with, true);
    }
    if dropped.stacks == 0 {
        dropped.values.clear();
    }
    (is_dropped, dropped)
}

/// Everything but the samples and the tables. Addresses say nothing beyond the machine.
fn header(profile: &Profile, dropped: Dropped, callers: Option<usize>) -> Profile {
    // Libraries and what the kernel maps are no programs; of several profiles each has one.
    let is_program =
        |known: &&Mapping| !known.file.is_empty() && !known.file.starts_with('[') && !known.file.contains(".so");
    let programs = profile.mappings.iter().filter(is_program).map(|main| Mapping {
        file: main.file.rsplit(['/', '\\']).next().unwrap_or_default().into(),
        build_id: main.build_id.clone(),
        start: 0,
        limit: 0,
        offset: 0,
    });
    let mut summary = Summarised::of(profile);
    summary.dropped.add(&dropped);
    summary.callers = summary.callers.into_iter().chain(callers).min();
    Profile {
        sample_types: profile.sample_types.clone(),
        default_sample_type: profile.default_sample_type,
        period_type: profile.period_type.clone(),
        period: profile.period,
        time_nanos: profile.time_nanos,
        duration_nanos: profile.duration_nanos,
        mappings: programs.collect(),
        heap_pairs: profile.heap_pairs.clone(),
        skipped: Skipped::default(),
        summary: Some(summary),
        ..Profile::default()
    }
}

/// What the counts of sample `index` alone come to, per sample type: what Go makes of them. Other columns are 0.
pub(super) fn scaled(profile: &Profile, size: u64, period: i64, counts: &[i64]) -> Vec<i64> {
    let mut values = vec![0; profile.sample_types.len()];
    for (pair, count) in profile.heap_pairs.iter().zip(counts) {
        let bytes = count.saturating_mul(i64::try_from(size).unwrap_or(i64::MAX));
        [values[pair.objects], values[pair.bytes]] = statistics::scale([*count, bytes], period);
    }
    values
}
