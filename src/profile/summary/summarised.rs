//! What a summary remembers of the profiles that it was made of, beside their samples.
//!
//! Of a whole profile the same is counted, so that whoever asks need not know which of the two it is.

use super::super::dialect::infer;
use super::super::table::Profile;
use crate::model::Dialect;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is known of the profiles behind a summary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summarised {
    /// How many went into it.
    pub profiles: usize,
    /// The modules whose functions were kept, by path.
    pub modules: Vec<Arc<str>>,
    /// The git commit that was profiled, where somebody said so.
    pub revision: Option<Arc<str>>,
    /// The compilers that can have built the program.
    pub dialect: Option<Dialect>,
    /// GOOS, where it is known.
    pub system: Option<Arc<str>>,
    /// GOARCH, where it is known.
    pub architecture: Option<Arc<str>>,
    /// Whether the program is a test binary, where that is known.
    pub tests: Option<bool>,
    /// How many samples there were.
    pub samples: usize,
    /// How many different stacks and sizes, and how many frames they had together.
    pub buckets: (usize, u64),
    /// How many allocations were sampled, and how many frames their stacks had together.
    pub sampled: (u64, u64),
    /// What the profiles lacked.
    pub lacks: Lacks,
    /// How many functions of the module stand in a stack at most, the one that is charged among them; `None` where all do.
    pub callers: Option<usize>,
    /// What was left out to make the summary small.
    pub dropped: Dropped,
}

/// What a profile lacks, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// Stack frames without a function.
    pub nameless: usize,
    /// Frames with a function and without a line.
    pub lineless: usize,
    /// Functions without a file.
    pub fileless: usize,
    /// Labels other than `bytes`.
    pub labels: usize,
    /// Lines that cannot be.
    pub absurd_lines: usize,
    /// Profiles whose `drop_frames` could not be applied.
    pub unapplied_drop_frames: usize,
}

/// Stacks of the module that were added to the rest, because together they cost next to nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// How many.
    pub stacks: usize,
    /// Their values per sample type, by size; empty where nothing was dropped.
    pub values: Vec<i64>,
}

impl Summarised {
    /// What is known of `profile`: of a summary what it says, of another one what can be counted.
    pub fn of(profile: &Profile) -> Summarised {
        if let Some(known) = &profile.summary {
            return known.clone();
        }
        let distinct: BTreeSet<(u32, u64)> = profile.samples.iter().map(|known| (known.stack, known.size)).collect();
        let depth = |stack: u32| profile.stacks.get(stack).len() as u64;
        let objects = profile.heap_pairs.first().map_or(0, |pair| pair.objects);
        let (mut sampled, mut frames) = (0u64, 0u64);
        for (index, sample) in profile.samples.iter().enumerate() {
            let count = profile.sampled(index, objects).unwrap_or(0).unsigned_abs();
            sampled = sampled.saturating_add(count);
            frames = frames.saturating_add(count.saturating_mul(depth(sample.stack)));
        }
        Summarised {
            profiles: 1,
            dialect: infer(profile),
            samples: profile.samples.len(),
            buckets: (distinct.len(), distinct.iter().map(|(stack, _)| depth(*stack)).sum()),
            sampled: (sampled, frames),
            lacks: Lacks::of(profile),
            ..Summarised::default()
        }
    }

    /// Adds what is known of another profile that is added to this one.
    pub(crate) fn join(&mut self, other: &Summarised) {
        self.profiles = self.profiles.saturating_add(other.profiles);
        for module in &other.modules {
            if !self.modules.contains(module) {
                self.modules.push(module.clone());
            }
        }
        let known_of_both = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| one.clone().filter(|_| one == other);
        self.revision = known_of_both(&self.revision, &other.revision);
        self.system = known_of_both(&self.system, &other.system);
        self.architecture = known_of_both(&self.architecture, &other.architecture);
        self.tests = self.tests.filter(|_| self.tests == other.tests);
        self.dialect = match (self.dialect, other.dialect) {
            (Some(one), Some(other)) => {
                let both = Dialect { oldest: one.oldest.max(other.oldest), newest: one.newest.min(other.newest) };
                (both.oldest <= both.newest).then_some(both)
            }
            (one, other) => one.or(other),
        };
        self.samples = self.samples.saturating_add(other.samples);
        self.buckets.0 = self.buckets.0.saturating_add(other.buckets.0);
        self.buckets.1 = self.buckets.1.saturating_add(other.buckets.1);
        self.sampled.0 = self.sampled.0.saturating_add(other.sampled.0);
        self.sampled.1 = self.sampled.1.saturating_add(other.sampled.1);
        let (lacks, more) = (&mut self.lacks, &other.lacks);
        for (count, more) in lacks.counts_mut().into_iter().zip(more.counts()) {
            *count = count.saturating_add(more.1);
        }
        self.callers = self.callers.into_iter().chain(other.callers).min();
        self.dropped.add(&other.dropped);
    }
}

impl Lacks {
    /// What `profile` lacks; of a summary what those lacked that it was made of.
    pub(crate) fn of(profile: &Profile) -> Lacks {
        if let Some(known) = &profile.summary {
            return known.lacks;
        }
        let skipped = profile.skipped;
        let named = |function: u32| !profile.functions[function as usize].name.is_empty();
        let fileless = |known: &&super::super::Function| known.file.is_empty() && !known.name.is_empty();
        Lacks {
            nameless: skipped.nameless_frames,
            lineless: profile.frames.iter().filter(|frame| frame.line == 0 && named(frame.function)).count(),
            fileless: profile.functions.iter().filter(fileless).count(),
            labels: skipped.labels,
            absurd_lines: skipped.absurd_lines,
            unapplied_drop_frames: skipped.unapplied_drop_frames,
        }
    }

    /// Each count by its word.
    pub(crate) fn counts(&self) -> [(&'static str, usize); 6] {
        [
            ("names", self.nameless),
            ("lines", self.lineless),
            ("files", self.fileless),
            ("labels", self.labels),
            ("possible-lines", self.absurd_lines),
            ("drop-frames", self.unapplied_drop_frames),
        ]
    }

    /// The counts, in the order of [`counts`](Lacks::counts).
    pub(crate) fn counts_mut(&mut self) -> [&mut usize; 6] {
        [
            &mut self.nameless,
            &mut self.lineless,
            &mut self.fileless,
            &mut self.labels,
            &mut self.absurd_lines,
            &mut self.unapplied_drop_frames,
        ]
    }
}

impl Dropped {
    /// Adds what another summary dropped.
    pub(crate) fn add(&mut self, other: &Dropped) {
        self.stacks = self.stacks.saturating_add(other.stacks);
        self.values.resize(self.values.len().max(other.values.len()), 0);
        for (value, more) in self.values.iter_mut().zip(&other.values) {
            *value = value.saturating_add(*more);
        }
    }
}
