//! `benchmarks` of JSON version 1: what `go test -bench` printed, beside the heap profile.

use super::shape::finite;
use crate::model;
use std::collections::BTreeSet;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Benchmark<'a> {
    package: &'a str,
    function: &'a str,
    results: Vec<BenchResult<'a>>,
    profiled: Option<Profiled<'a>>,
    not_profiled: Option<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct BenchResult<'a> {
    name: &'a str,
    runs: usize,
    fewest_turns: u64,
    most_turns: u64,
    turns: u64,
    nanoseconds: Option<Spread>,
    bytes: Option<Spread>,
    allocations: Option<Spread>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Spread {
    median: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Profiled<'a> {
    bytes: i64,
    low: Option<f64>,
    high: Option<f64>,
    samples: u64,
    per_turn: Option<Range>,
    not_per_turn: Option<&'a str>,
    lines: Vec<Line<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Range {
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "BenchmarkLine"))]
struct Line<'a> {
    path: &'a str,
    line: u32,
    symbol: &'a str,
    grade: &'static str,
    rules: Vec<&'a str>,
    findings: Vec<Claim<'a>>,
    bytes: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Claim<'a> {
    rule: &'a str,
    line: u32,
}

impl<'a> From<&'a model::Benchmark> for Benchmark<'a> {
    fn from(benchmark: &'a model::Benchmark) -> Self {
        Benchmark {
            package: &benchmark.package,
            function: &benchmark.function,
            results: benchmark.results.iter().map(BenchResult::from).collect(),
            profiled: benchmark.profiled.as_ref().ok().map(Profiled::from),
            not_profiled: benchmark.profiled.as_ref().err().map(String::as_str),
        }
    }
}

impl<'a> From<&'a model::BenchmarkResult> for BenchResult<'a> {
    fn from(result: &'a model::BenchmarkResult) -> Self {
        let spread = |spread: model::Spread| Spread {
            median: finite(spread.median),
            low: finite(spread.low),
            high: finite(spread.high),
        };
        BenchResult {
            name: &result.name,
            runs: result.runs,
            fewest_turns: result.turns.0,
            most_turns: result.turns.1,
            turns: result.turns_together,
            nanoseconds: result.nanoseconds.map(spread),
            bytes: result.bytes.map(spread),
            allocations: result.allocations.map(spread),
        }
    }
}

impl<'a> From<&'a model::ProfiledBenchmark> for Profiled<'a> {
    fn from(profiled: &'a model::ProfiledBenchmark) -> Self {
        let line = |line: &'a model::BenchmarkLine| Line {
            path: &line.path,
            line: line.line,
            symbol: &line.symbol,
            grade: line.grade.word(),
            rules: line.claimed_by.iter().map(|claim| &*claim.rule).collect::<BTreeSet<_>>().into_iter().collect(),
            findings: line.claimed_by.iter().map(|claim| Claim { rule: &claim.rule, line: claim.line }).collect(),
            bytes: line.bytes,
        };
        let range = |(low, high): (f64, f64)| Range { low: finite(low), high: finite(high) };
        Profiled {
            bytes: profiled.bytes,
            low: finite(profiled.interval.0),
            high: finite(profiled.interval.1),
            samples: profiled.samples,
            per_turn: profiled.per_turn.as_ref().ok().copied().map(range),
            not_per_turn: profiled.per_turn.as_ref().err().map(String::as_str),
            lines: profiled.lines.iter().map(line).collect(),
        }
    }
}
