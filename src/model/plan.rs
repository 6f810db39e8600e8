//! How much longer or how much finer to record, for a precision that is wanted.

use super::{Grade, RuleId, SampleType};
use std::sync::Arc;

/// The answer of `heaplint plan`. Precisions are half of a 90 % interval as a part of the value, 0.1 for ±10 %.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordingPlan {
    /// The profile's files, as given.
    pub paths: Vec<String>,
    /// The sample type that it is about.
    pub sample_type: SampleType,
    /// The profile's total of it.
    pub total: i64,
    /// The profile's mean number of bytes between two samples; 1 and less means that every allocation was counted.
    pub period: i64,
    /// How long was recorded, nanoseconds, where the profile or the user says.
    pub recorded: Option<i64>,
    /// The share of the total that a line shall be told at, 0 to 1.
    pub share: f64,
    /// How precisely.
    pub precision: f64,
    /// How many samples that takes.
    pub needed: f64,
    /// How many samples such a line is expected to have now; infinite where everything was counted.
    pub samples: f64,
    /// How precisely it is told now; infinite without samples.
    pub present: f64,
    /// The smallest share that is told with `precision` now.
    pub told: f64,
    /// How many times as many samples are needed; up to 1 where there are enough.
    pub factor: f64,
    /// Whether recording longer gives more samples: not where the sample type counts what is in use at a moment.
    pub longer_helps: bool,
    /// What recording costs at the present rate and at the one that gives `needed` samples in the same time.
    pub now: RecordingCost,
    /// The latter; `None` where every allocation was counted.
    pub finer: Option<RecordingCost>,
    /// Stacks and sizes that the profile tells apart: each is kept in memory until the process ends.
    pub buckets: usize,
    /// What they take, bytes.
    pub bucket_bytes: u64,
    /// Lines of the module with at least `share`, where sources were given, most costly first.
    pub lines: Vec<PlannedLine>,
}

/// What a rate costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecordingCost {
    /// `MemProfileRate`, bytes.
    pub rate: i64,
    /// Samples expected for each GiB that is allocated.
    pub samples_per_gib: f64,
    /// CPU time of one sample in nanoseconds, the lower and the upper end of what was measured.
    pub sample_nanoseconds: (f64, f64),
    /// Samples each second; `None` where nobody says how long was recorded.
    pub samples_per_second: Option<f64>,
}

/// A line of the module and how precisely it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedLine {
    /// File.
    pub path: Arc<str>,
    /// 1-based line of today's source, where a finding is reported; the profile's where `grade` is `Function`.
    pub line: u32,
    /// How sure the line is.
    pub grade: Grade,
    /// The rule of the finding; `None` for a hotspot.
    pub rule: Option<RuleId>,
    /// Its share of the total.
    pub share: f64,
    /// How precisely that is told now.
    pub present: f64,
    /// How many times as many samples it needs.
    pub factor: f64,
}

impl RecordingCost {
    /// CPU seconds for each GiB that is allocated, from and to.
    pub fn seconds_per_gib(&self) -> (f64, f64) {
        let (low, high) = self.sample_nanoseconds;
        (self.samples_per_gib * low / 1e9, self.samples_per_gib * high / 1e9)
    }

    /// The part of one core that sampling takes, from and to.
    pub fn part_of_a_core(&self) -> Option<(f64, f64)> {
        let (low, high) = self.sample_nanoseconds;
        self.samples_per_second.map(|samples| (samples * low / 1e9, samples * high / 1e9))
    }
}
