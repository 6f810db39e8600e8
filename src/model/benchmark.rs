//! Benchmarks: what `go test -bench` printed, beside what the heap profile of that run holds below each of them.

use super::{Grade, RuleId};
use std::sync::Arc;

/// One benchmark function with its sub-benchmarks.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// The import path of its package; empty where the output does not say.
    pub package: Arc<str>,
    /// `BenchmarkX`
    pub function: Arc<str>,
    /// What was printed, by name, in order.
    pub results: Vec<BenchmarkResult>,
    /// What the heap profile holds below the function, or why it tells nothing.
    pub profiled: Result<ProfiledBenchmark, String>,
}

/// The lines of one name: one for each `-count`.
#[derive(Clone, Debug, PartialEq)]
pub struct BenchmarkResult {
    /// As printed, with sub-benchmark and processors: `BenchmarkX/n=10-8`.
    pub name: Arc<str>,
    /// How many lines.
    pub runs: usize,
    /// Turns of the timed runs, the fewest and the most.
    pub turns: (u64, u64),
    /// Turns of all of them together.
    pub turns_together: u64,
    /// `ns/op`
    pub nanoseconds: Option<Spread>,
    /// `B/op`
    pub bytes: Option<Spread>,
    /// `allocs/op`
    pub allocations: Option<Spread>,
}

/// One figure over the runs of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The middle one; of an even number the mean of the two.
    pub median: f64,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

/// What the heap profile holds below one benchmark function, in bytes allocated.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfiledBenchmark {
    /// Everything allocated below it.
    pub bytes: i64,
    /// The 90 % interval of that.
    pub interval: (f64, f64),
    /// How many samples stand behind it.
    pub samples: u64,
    /// Bytes per turn, lowest and highest, or why they cannot be told.
    pub per_turn: Result<(f64, f64), String>,
    /// The lines of the module that it is charged to, most costly first.
    pub lines: Vec<BenchmarkLine>,
}

/// The part of a benchmark's bytes that one line is charged with.
#[derive(Clone, Debug, PartialEq)]
pub struct BenchmarkLine {
    /// File name to print.
    pub path: Arc<str>,
    /// 1-based line of today's source; the profile's where `grade` is `Function`.
    pub line: u32,
    /// The symbol charged.
    pub symbol: Arc<str>,
    /// How sure the line is.
    pub grade: Grade,
    /// The findings that claim some of it, ascending.
    pub claimed_by: Vec<Claim>,
    /// In bytes.
    pub bytes: i64,
}

/// A finding that claims bytes of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// Its rule.
    pub rule: RuleId,
    /// The line of the same file on which it is reported, which need not be the one that is charged.
    pub line: u32,
}
