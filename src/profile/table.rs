//! The decoded profile: interned functions, frames and stacks, and samples in columns.
//!
//! It holds what a profile says and judges nothing. `Tables` is the only way in which stacks are made, for the
//! decoder, the text reader and the merge alike.

use super::estimate::{SampledTotal, Unit};
use super::statistics::{self, Bucket};
use super::summary::Summarised;
use crate::model::SampleType;
use rustc_hash::FxHashMap;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

/// A profile in memory. Everything that a sample names is an index into one of the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The value columns, in the order of each sample's values.
    pub sample_types: Vec<SampleType>,
    /// The column that the writer recommends; `None` where it says nothing.
    pub default_sample_type: Option<usize>,
    /// What the period counts, such as `space/bytes`.
    pub period_type: Option<SampleType>,
    /// The mean distance between two samples, `MemProfileRate` for heap profiles; the largest one after a merge.
    pub period: i64,
    /// When it was taken, nanoseconds since 1970; 0 where unknown.
    pub time_nanos: i64,
    /// The time that it covers; 0 for cumulative heap profiles, set for `?seconds=N`.
    pub duration_nanos: i64,
    /// Free text of the writer.
    pub comments: Vec<Arc<str>>,
    /// The binaries, the main one first.
    pub mappings: Vec<Mapping>,
    /// Functions, unique by name, file and start line.
    pub functions: Vec<Function>,
    /// Frames, unique by function and line.
    pub frames: Vec<Frame>,
    /// Stacks, unique, innermost frame first.
    pub stacks: Stacks,
    /// The samples, in file order. Equal stacks may repeat: always sum.
    pub samples: Vec<Sample>,
    /// The columns that count and weigh the same objects. Empty for profiles that are not heap profiles.
    pub heap_pairs: Vec<HeapPair>,
    /// What was read past: counted, never silently dropped.
    pub skipped: Skipped,
    /// What it remembers of the profiles that it was made of, where it is a summary.
    pub summary: Option<Summarised>,
    pub(super) values: Vec<i64>,
    pub(super) sampled: Vec<i64>,
}

/// One mapped binary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The path on the machine that ran it.
    pub file: Arc<str>,
    /// The GNU build id; empty before Go 1.24.
    pub build_id: Arc<str>,
    /// First address.
    pub start: u64,
    /// One past the last address.
    pub limit: u64,
    /// File offset of the first address.
    pub offset: u64,
}

/// One function as the profile names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Function {
    /// The linker symbol; empty for a location that has none.
    pub name: Arc<str>,
    /// The file, as the build recorded it.
    pub file: Arc<str>,
    /// The line of `func`; 0 where unknown, as in legacy text.
    pub start_line: u32,
}

/// One function at one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Frame {
    /// Index into `functions`.
    pub function: u32,
    /// 1-based line; 0 where unknown.
    pub line: u32,
}

/// One sample without its values, which lie in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Index of its stack.
    pub stack: u32,
    /// The `bytes` label: the size of each object of this bucket; 0 where absent.
    pub size: u64,
    /// The period that it was sampled with; differs between samples only after a merge.
    pub period: i64,
}

/// Two columns that tell the number and the bytes of the same objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeapPair {
    /// Index of the `..._objects` column.
    pub objects: usize,
    /// Index of the `..._space` column.
    pub bytes: usize,
}

/// What a reader met and did not keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Labels other than `bytes`.
    pub labels: usize,
    /// Locations or text frames without a function: they became a frame with an empty name.
    pub nameless_frames: usize,
    /// Lines below 0 or above 2^32, kept as 0.
    pub absurd_lines: usize,
    /// Profiles whose `drop_frames` pattern could not be applied.
    pub unapplied_drop_frames: usize,
}

impl Skipped {
    /// Counts what another profile skipped, too.
    pub(crate) fn add(&mut self, other: &Skipped) {
        self.labels += other.labels;
        self.nameless_frames += other.nameless_frames;
        self.absurd_lines += other.absurd_lines;
        self.unapplied_drop_frames += other.unapplied_drop_frames;
    }
}

/// Unique stacks in one flat table, innermost frame first.
#[derive(Clone, Debug, PartialEq)]
pub struct Stacks {
    frames: Vec<u32>,
    /// Where each stack starts; one more than there are stacks.
    starts: Vec<usize>,
}

impl Default for Stacks {
    fn default() -> Self {
        Stacks { frames: Vec::new(), starts: vec![0] }
    }
}

impl Stacks {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The frames of stack `id`, innermost first.
    pub fn get(&self, id: u32) -> &[u32] {
        &self.frames[self.starts[id as usize]..self.starts[id as usize + 1]]
    }
}

impl Profile {
    /// The values of sample `index`, one per sample type.
    pub fn values(&self, index: usize) -> &[i64] {
        let columns = self.sample_types.len();
        &self.values[index * columns..(index + 1) * columns]
    }

    /// How many objects of sample `index` were really sampled for value `column`, before Go's scaling: negative in
    /// some delta profiles, `None` where the column is not a heap column.
    pub fn sampled(&self, index: usize, column: usize) -> Option<i64> {
        let pair = self.heap_pairs.iter().position(|pair| pair.objects == column || pair.bytes == column)?;
        Some(self.sampled[index * self.heap_pairs.len() + pair])
    }

    /// What sample `index` says of value `column`; `None` where the column is not a heap
    /// column or nothing tells the size of the objects.
    pub fn bucket(&self, index: usize, column: usize) -> Option<Bucket> {
        let pair = self.heap_pairs.iter().find(|pair| pair.objects == column || pair.bytes == column)?;
        let Sample { size, period, .. } = self.samples[index];
        let values = self.values(index);
        let mean = || values[pair.bytes].checked_div(values[pair.objects]).and_then(|mean| u64::try_from(mean).ok());
        let size = if size > 0 { size } else { mean()? };
        Some(Bucket { sampled: self.sampled(index, column)?, size, period })
    }

    /// Adds value `column` of sample `index` to a total, with its sampling error where that is known.
    pub fn add_allocations(&self, index: usize, column: usize, total: &mut SampledTotal) {
        let unit = if &*self.sample_types[column].unit == "count" { Unit::Objects } else { Unit::Bytes };
        match self.bucket(index, column) {
            Some(bucket) => total.add(&bucket, unit),
            None => total.add_exact(self.values(index)[column]),
        }
    }

    /// The frames of sample `index`, innermost first.
    pub fn stack(&self, index: usize) -> impl DoubleEndedIterator<Item = Frame> + ExactSizeIterator + '_ {
        self.stacks.get(self.samples[index].stack).iter().map(|frame| self.frames[*frame as usize])
    }

    /// The function of frame `frame`.
    pub fn function_of(&self, frame: u32) -> &Function {
        &self.functions[self.frames[frame as usize].function as usize]
    }

    /// How many samples were taken: of a summary those that it was made of.
    pub fn taken_samples(&self) -> usize {
        self.summary.as_ref().map_or(self.samples.len(), |summary| summary.samples)
    }

    /// What of value `column` a summary left out of the module's lines, by size; 0 where nothing was.
    pub fn dropped(&self, column: usize) -> i64 {
        self.summary.as_ref().and_then(|summary| summary.dropped.values.get(column).copied()).unwrap_or(0)
    }

    /// The total of value `column` over all samples.
    pub fn total(&self, column: usize) -> i64 {
        (0..self.samples.len()).fold(0i64, |sum, index| sum.saturating_add(self.values(index)[column]))
    }

    /// The position in stack `stack` of the first frame that Go would show: leading `runtime.` and
    /// `internal/runtime/` frames are the allocator's own. 0 when the whole stack is the runtime's, and in other profiles
    /// than heap profiles: there time in the runtime is what they are about.
    ///
    /// Go's writers hide these frames themselves (runtime/pprof/protomem.go); other producers do not.
    pub fn visible_leaf(&self, stack: u32) -> usize {
        if self.heap_pairs.is_empty() {
            return 0;
        }
        let hidden = |frame: &u32| {
            let name = &self.function_of(*frame).name;
            name.starts_with("runtime.") || name.starts_with("internal/runtime/")
        };
        self.stacks.get(stack).iter().position(|frame| !hidden(frame)).unwrap_or(0)
    }

    /// Appends a sample and works out how many objects were sampled from the scaled values.
    pub(crate) fn push_scaled(&mut self, sample: Sample, values: &[i64]) {
        for pair in &self.heap_pairs {
            let (objects, bytes) = (values[pair.objects], values[pair.bytes]);
            self.sampled.push(statistics::raw_count_of(objects, bytes, sample.size, sample.period));
        }
        self.samples.push(sample);
        self.values.extend_from_slice(values);
    }

    /// Appends a sample with its counts, one per heap pair.
    pub(crate) fn push_counted(&mut self, sample: Sample, values: &[i64], sampled: &[i64]) {
        self.samples.push(sample);
        self.values.extend_from_slice(values);
        self.sampled.extend_from_slice(sampled);
    }

    /// Adds `sign` times the values of sample `from` of `other` to sample `into`.
    pub(crate) fn add_to(&mut self, into: usize, other: &Profile, from: usize, sign: i64) {
        let columns = self.sample_types.len();
        for (value, more) in self.values[into * columns..].iter_mut().zip(other.values(from)) {
            *value = value.saturating_add(more.saturating_mul(sign));
        }
        let pairs = self.heap_pairs.len();
        for (value, more) in self.sampled[into * pairs..].iter_mut().zip(other.counts(from)) {
            *value = value.saturating_add(more.saturating_mul(sign));
        }
    }

    /// The profile without samples whose values are all zero; stacks stay.
    pub(crate) fn without_zero_samples(mut self) -> Profile {
        let kept: Vec<usize> =
            (0..self.samples.len()).filter(|index| self.values(*index).iter().any(|value| *value != 0)).collect();
        if kept.len() < self.samples.len() {
            self.values = kept.iter().flat_map(|index| self.values(*index)).copied().collect();
            self.sampled = kept.iter().flat_map(|index| self.counts(*index)).copied().collect();
            self.samples = kept.iter().map(|index| self.samples[*index]).collect();
        }
        self
    }

    /// The sampled counts of sample `index`, one per heap pair.
    pub(crate) fn counts(&self, index: usize) -> &[i64] {
        let pairs = self.heap_pairs.len();
        &self.sampled[index * pairs..(index + 1) * pairs]
    }

    /// Finds the heap columns among the sample types. To be called before samples are pushed.
    pub(crate) fn find_heap_pairs(&mut self) {
        let place = |kind: &str| self.sample_types.iter().position(|known| &*known.kind == kind);
        let pairs = [("alloc_objects", "alloc_space"), ("inuse_objects", "inuse_space"), ("objects", "space")];
        self.heap_pairs = pairs
            .iter()
            .filter_map(|(objects, bytes)| Some(HeapPair { objects: place(objects)?, bytes: place(bytes)? }))
            .collect();
    }
}

/// The tables while they grow.
#[derive(Default)]
pub(crate) struct Tables {
    functions: Vec<Function>,
    frames: Vec<Frame>,
    stacks: Stacks,
    function_ids: HashMap<Function, u32>,
    frame_ids: HashMap<Frame, u32>,
    /// Stack ids by hash. Keys are already mixed, and mixed with a random seed: bytes from outside cannot aim.
    stack_ids: FxHashMap<u64, u32>,
    seed: RandomState,
}

impl Tables {
    /// The id of a function, new or known.
    pub(crate) fn function(&mut self, function: Function) -> u32 {
        if let Some(id) = self.function_ids.get(&function) {
            return *id;
        }
        let id = self.functions.len() as u32;
        self.functions.push(function.clone());
        self.function_ids.insert(function, id);
        id
    }

    /// The id of a frame, new or known.
    pub(crate) fn frame(&mut self, frame: Frame) -> u32 {
        *self.frame_ids.entry(frame).or_insert_with(|| {
            self.frames.push(frame);
            self.frames.len() as u32 - 1
        })
    }

    /// The id of a frame without a name.
    pub(crate) fn nameless_frame(&mut self) -> u32 {
        let empty: Arc<str> = Arc::from("");
        let function = self.function(Function { name: empty.clone(), file: empty, start_line: 0 });
        self.frame(Frame { function, line: 0 })
    }

    /// The name of the function of frame `id`.
    pub(crate) fn name_of(&self, id: u32) -> &str {
        &self.functions[self.frames[id as usize].function as usize].name
    }

    /// The id of a stack of frame ids, new or known.
    pub(crate) fn stack(&mut self, frames: &[u32]) -> u32 {
        let mut key = self.seed.hash_one(frames);
        loop {
            match self.stack_ids.get(&key) {
                Some(id) if self.stacks.get(*id) == frames => return *id,
                Some(_) => key = key.wrapping_add(1), // two stacks of one hash: take the next key
                None => break,
            }
        }
        let id = self.stacks.len() as u32;
        self.stacks.frames.extend_from_slice(frames);
        self.stacks.starts.push(self.stacks.frames.len());
        self.stack_ids.insert(key, id);
        id
    }

    /// Gives each function without a frame one at its first line, where that is known: it ran, wherever in it.
    pub(crate) fn frame_of_each_function(&mut self) {
        let mut without = vec![true; self.functions.len()];
        self.frames.iter().for_each(|frame| without[frame.function as usize] = false);
        for function in (0..self.functions.len() as u32).filter(|function| without[*function as usize]) {
            let line = self.functions[function as usize].start_line;
            if line > 0 {
                self.frame(Frame { function, line });
            }
        }
    }

    /// How many functions and frames there are.
    pub(crate) fn sizes(&self) -> (usize, usize) {
        (self.functions.len(), self.frames.len())
    }

    /// Moves the tables into `profile`.
    pub(crate) fn finish(self, profile: &mut Profile) {
        profile.functions = self.functions;
        profile.frames = self.frames;
        profile.stacks = self.stacks;
        profile.stacks.frames.shrink_to_fit();
    }

    /// For every stack of `profile`, its id in these tables.
    pub(crate) fn absorb(&mut self, profile: &Profile) -> Vec<u32> {
        let functions: Vec<u32> = profile.functions.iter().map(|known| self.function(known.clone())).collect();
        let frames: Vec<u32> = profile
            .frames
            .iter()
            .map(|frame| self.frame(Frame { function: functions[frame.function as usize], line: frame.line }))
            .collect();
        let mut mapped = Vec::new();
        (0..profile.stacks.len() as u32)
            .map(|stack| {
                mapped.clear();
                mapped.extend(profile.stacks.get(stack).iter().map(|frame| frames[*frame as usize]));
                self.stack(&mapped)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stack of functions by name, each at line 1.
    fn stack(tables: &mut Tables, names: &[&str]) -> u32 {
        let frames: Vec<u32> = names
            .iter()
            .map(|name| {
                let function = tables.function(Function { name: Arc::from(*name), file: "f.go".into(), start_line: 1 });
                tables.frame(Frame { function, line: 1 })
            })
            .collect();
        tables.stack(&frames)
    }

    #[test]
    fn equal_stacks_are_one() {
        let mut tables = Tables::default();
        let first = stack(&mut tables, &["a.F", "b.G"]);
        assert_eq!(stack(&mut tables, &["a.F", "b.G"]), first);
        assert_ne!(stack(&mut tables, &["b.G", "a.F"]), first);
        assert_ne!(stack(&mut tables, &[]), first);
    }

    #[test]
    fn the_allocators_own_frames_are_hidden_unless_they_are_all_there_is() {
        let mut tables = Tables::default();
        let sample_type = |kind: &str| SampleType { kind: kind.into(), unit: "".into() };
        let sample_types = vec![sample_type("objects"), sample_type("space")];
        let mut profile = Profile { sample_types, ..Profile::default() };
        profile.find_heap_pairs();
        let cases = [
            (&["runtime.mallocgc", "internal/runtime/maps.NewMap", "main.F", "runtime.main"][..], 2),
            (&["runtime.mallocgc", "runtime.malg"], 0),
            (&["main.F"], 0),
            (&[], 0),
        ];
        let ids: Vec<u32> = cases.iter().map(|(names, _)| stack(&mut tables, names)).collect();
        tables.finish(&mut profile);
        for (id, (names, visible)) in ids.iter().zip(cases) {
            assert_eq!(profile.visible_leaf(*id), visible, "{names:?}");
        }
        profile.heap_pairs.clear();
        assert_eq!(profile.visible_leaf(ids[0]), 0, "time in the allocator is what a CPU profile tells");
    }
}
