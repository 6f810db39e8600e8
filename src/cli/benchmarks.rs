//! `--bench`: what `go test -bench` printed, beside what the heap profile of that run holds.

use super::CliError;
use super::gather::Gathered;
use crate::edge::{MAX_PROFILE_BYTES, read_stream};
use crate::evidence::Evidence;
use crate::evidence::benchmark::Benchmarks;
use crate::join::{Attribution, Benches, Landing, fixed_turns};
use crate::model::{Benchmark, Claim};
use crate::rule::RuleSet;
use crate::scan::Site;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads what `--bench` names; empty without it.
pub(super) fn load_benchmarks(paths: &[PathBuf]) -> Result<Benchmarks, CliError> {
    let mut benchmarks = Benchmarks::default();
    for path in paths {
        let shown = if path == Path::new("-") { "standard input".into() } else { path.to_string_lossy() };
        let refuse = |message: String| CliError::Other { message, help: HOW_TO_GET_ONE.to_owned() };
        let bytes = read_stream(path, MAX_PROFILE_BYTES).map_err(|problem| refuse(problem.to_string()))?;
        benchmarks.add(&bytes).map_err(|error| refuse(format!("{shown} is no output of benchmarks: {error}")))?;
    }
    Ok(benchmarks)
}

const HOW_TO_GET_ONE: &str = "go test -run '^$' -bench . -benchmem -memprofile heap.pb.gz ./pkg > bench.txt writes one";

/// The benchmarks beside a heap profile. Each says why where the profile tells nothing.
pub(super) fn beside_heap(
    benchmarks: &Benchmarks,
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    gathered: &Gathered,
    attribution: &Attribution,
    (sites, rules): (&[Site], &RuleSet),
) -> Vec<Benchmark> {
    let finding_of = |site: usize| {
        let Site { rule, file, span, .. } = &sites[site];
        let line = gathered.sources.get(file).map_or(0, |source| source.position(span.start).line);
        Claim { rule: rules.rules()[*rule].id.clone(), line }
    };
    let benches = Benches::new(evidence, landings, &gathered.tree, attribution, finding_of);
    let functions = benchmarks.by_function();
    let fixed = fixed_turns(functions.iter().flat_map(|(_, results)| results));
    functions
        .into_iter()
        .map(|((package, function), results)| {
            let profiled = match &benches {
                Some(benches) => benches.profiled(&package, &function, &results, fixed),
                None => Err("the heap profile does not count allocated bytes".to_owned()),
            };
            Benchmark { package, function, results, profiled }
        })
        .collect()
}

/// The benchmarks where no heap profile was given.
pub(super) fn without_heap(benchmarks: &Benchmarks) -> Vec<Benchmark> {
    let without = |((package, function), results)| {
        let profiled = Err("no heap profile was given: -memprofile heap.pb.gz writes that of the run".to_owned());
        Benchmark { package, function, results, profiled }
    };
    benchmarks.by_function().into_iter().map(without).collect()
}
