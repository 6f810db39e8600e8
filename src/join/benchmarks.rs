//! What of a benchmark's allocations each line explains: the stacks of the heap profile that run through its function.
//!
//! A profile holds all turns of all rounds, also those by which `go test` finds out how many turns to time. Bytes per turn
//! are therefore told only where all turns are known. With `for b.Loop()` those that are printed are all: the function is
//! called once for each line. With `b.N` the number must have been fixed (`-benchtime=100x`): then each run made that many,
//! and one more to begin with.

use super::leftover::{Line, by_line, grade_of, sum_places};
use super::{Attribution, Charged, Landing};
use crate::evidence::Evidence;
use crate::go::tree::SourceTree;
use crate::model::{BenchmarkLine, BenchmarkResult, Claim, ProfiledBenchmark};
use crate::profile::Declaration;
use crate::profile::estimate::SampledTotal;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The function of package testing that calls a benchmark with one turn: `for b.Loop()` makes all of its turns in that call.
const FIRST_ROUND: &str = "testing.(*B).run1.func1";

/// So many samples do not all lie in the first round by chance: with `b.N` later rounds do at least as much, but for what is done once
/// and for all, which [`MUCH_MORE`] finds.
const ENOUGH_SAMPLES: u64 = 10;

/// What is known of the number of turns that a profile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turns {
    /// Those that were printed.
    Printed,
    /// Each run made so many, and one more to begin with.
    Fixed(u64),
    /// More than were printed.
    Unknown,
}

/// Looks benchmarks up in one heap profile.
pub struct Benches<'e, 'p> {
    evidence: &'e Evidence<'p>,
    column: usize,
    lines: Vec<Line>,
    /// Which lines each stack's samples are charged to, by index, and which samples those are.
    charged: FxHashMap<u32, Vec<(usize, u32)>>,
    /// The stacks through each benchmark, by the name of its function and then by package.
    stacks: BTreeMap<&'e str, BTreeMap<&'e str, BTreeSet<u32>>>,
    claims_of_sample: BTreeMap<u32, BTreeSet<Claim>>,
}

impl<'e, 'p> Benches<'e, 'p> {
    /// Of a heap profile; `finding_of` gives the finding of a site, by index. `None` where it does not count allocated bytes.
    pub fn new(
        evidence: &'e Evidence<'p>,
        landings: &[Result<Landing, Arc<str>>],
        tree: &SourceTree,
        attribution: &Attribution,
        finding_of: impl Fn(usize) -> Claim,
    ) -> Option<Benches<'e, 'p>> {
        let column = evidence.profile.sample_types.iter().position(|known| &*known.kind == "alloc_space")?;
        let mut claims_of_sample: BTreeMap<u32, BTreeSet<Claim>> = BTreeMap::new();
        for (site, meeting) in attribution.meetings.iter().enumerate().filter(|(_, meeting)| !meeting.given.is_empty())
        {
            let finding = finding_of(site);
            for charged in &meeting.given {
                claims_of_sample.entry(charged.sample).or_default().insert(finding.clone());
            }
        }
        let mut lines = Vec::new();
        let mut charged: FxHashMap<u32, Vec<(usize, u32)>> = FxHashMap::default();
        for (line, places) in by_line(evidence, landings, tree) {
            let Some((_, samples)) = sum_places(evidence, &places, |_| true) else { continue };
            for Charged { sample, charge, .. } in samples {
                charged.entry(charge.stack).or_default().push((lines.len(), sample));
            }
            lines.push(Line { grade: grade_of(&places, landings), ..line });
        }
        Some(Benches { evidence, column, lines, charged, stacks: stacks_of_benchmarks(evidence), claims_of_sample })
    }

    /// What lies below one benchmark function, or why nothing can be said. `fixed` is the number of turns that every run of
    /// the output had, where it is one.
    pub fn profiled(
        &self,
        package: &str,
        function: &str,
        results: &[BenchmarkResult],
        fixed: Option<u64>,
    ) -> Result<ProfiledBenchmark, String> {
        let stacks = self.stacks_through(package, function);
        if stacks.is_empty() {
            return Err(match self.stacks.is_empty() {
                true => "the heap profile holds no benchmark at all: it is not of this run".to_owned(),
                false => {
                    "the heap profile has no sample below it: it allocates little, or the profile is of another run"
                        .to_owned()
                }
            });
        }
        let (mut bytes, mut samples, mut total) = (0i64, 0u64, SampledTotal::default());
        for sample in stacks.iter().flat_map(|stack| self.evidence.samples(*stack)) {
            bytes = bytes.saturating_add(self.value(*sample));
            samples = samples.saturating_add(self.evidence.counted(*sample, self.column));
            self.evidence.add_sample(*sample, self.column, &mut total);
        }
        let interval = total.interval();
        let interval = (interval.low, interval.high);
        let turns = match self.is_looped(&stacks, samples) {
            true => Turns::Printed,
            false => fixed.map_or(Turns::Unknown, Turns::Fixed),
        };
        let per_turn = per_turn(interval, results, turns);
        Ok(ProfiledBenchmark { bytes, interval, samples, per_turn, lines: self.lines_below(&stacks) })
    }

    /// Whether the function was called once for each result, as with `for b.Loop()` and with `-benchtime=1x`: then everything lies
    /// below testing's first round, and nothing below those that look for the number of turns.
    fn is_looped(&self, stacks: &BTreeSet<u32>, samples: u64) -> bool {
        let profile = self.evidence.profile;
        let first_round = |stack: &u32| {
            let mut names = profile.stacks.get(*stack).iter().map(|frame| &*profile.function_of(*frame).name);
            names.any(|name| name == FIRST_ROUND)
        };
        samples >= ENOUGH_SAMPLES && stacks.iter().all(first_round)
    }

    fn value(&self, sample: u32) -> i64 {
        self.evidence.profile.values(sample as usize)[self.column]
    }

    /// The stacks through the function, of the package or of its external tests.
    fn stacks_through(&self, package: &str, function: &str) -> BTreeSet<u32> {
        let Some(packages) = self.stacks.get(function) else { return BTreeSet::new() };
        if package.is_empty() {
            return packages.values().flatten().copied().collect();
        }
        let external = format!("{package}_test");
        [package, &*external].iter().filter_map(|package| packages.get(package)).flatten().copied().collect()
    }

    fn lines_below(&self, stacks: &BTreeSet<u32>) -> Vec<BenchmarkLine> {
        let mut costs: BTreeMap<usize, (i64, BTreeSet<Claim>)> = BTreeMap::new();
        for (line, sample) in stacks.iter().filter_map(|stack| self.charged.get(stack)).flatten() {
            let (bytes, claims) = costs.entry(*line).or_default();
            *bytes = bytes.saturating_add(self.value(*sample));
            claims.extend(self.claims_of_sample.get(sample).into_iter().flatten().cloned());
        }
        let costs = costs.into_iter().filter(|(_, (bytes, _))| *bytes != 0);
        let mut lines: Vec<BenchmarkLine> = costs
            .map(|(line, (bytes, claims))| {
                let Line { path, line, symbol, grade } = &self.lines[line];
                let (path, line, symbol, grade) = (path.clone(), *line, symbol.clone(), *grade);
                BenchmarkLine { path, line, symbol, grade, claimed_by: claims.into_iter().collect(), bytes }
            })
            .collect();
        // Stable: equal bytes stay in the order of path, line and symbol.
        lines.sort_by_key(|line| Reverse(line.bytes));
        lines
    }
}

/// The stacks with a frame of each benchmark's function, of a literal in it, or of one that was inlined from it. Each stack is
/// walked once, however many benchmarks there are.
fn stacks_of_benchmarks<'e>(evidence: &'e Evidence) -> BTreeMap<&'e str, BTreeMap<&'e str, BTreeSet<u32>>> {
    let profile = evidence.profile;
    let mut stacks: BTreeMap<&str, BTreeMap<&str, BTreeSet<u32>>> = BTreeMap::new();
    for stack in 0..profile.stacks.len() as u32 {
        for frame in profile.stacks.get(stack) {
            let function = profile.frames[*frame as usize].function as usize;
            let Some(symbol) = &evidence.ownership.symbols[function] else { continue };
            if let Declaration::Function(name) = &symbol.declaration
                && name.starts_with("Benchmark")
            {
                stacks.entry(name).or_default().entry(&symbol.package).or_default().insert(stack);
            }
        }
    }
    stacks
}

/// Bytes per turn, from what is below the function and how many turns there were.
fn per_turn(interval: (f64, f64), results: &[BenchmarkResult], turns: Turns) -> Result<(f64, f64), String> {
    // What was printed was allocated below the function, and a profile of the same run holds at least that.
    let printed: Option<f64> =
        results.iter().map(|result| Some(result.bytes?.low * result.turns_together as f64)).sum();
    if printed.is_some_and(|printed| interval.1 < NEARLY * printed) {
        return Err("the profile holds less than these results allocated: it is not of this run".to_owned());
    }
    let [result] = results else {
        return Err(format!("its {} sub-benchmarks are one function in the profile", results.len()));
    };
    let runs = result.runs as f64;
    match turns {
        Turns::Printed if printed.is_none() => {
            Err("go test -benchmem prints what is needed to be sure of the turns".to_owned())
        }
        Turns::Printed if printed.is_some_and(|printed| interval.0 > MUCH_MORE * printed) => {
            Err("more was allocated below it than the results count: before the loop, or in turns that are not printed"
                .to_owned())
        }
        Turns::Printed if result.turns_together > 0 => {
            let turns = result.turns_together as f64;
            Ok((interval.0 / turns, interval.1 / turns))
        }
        // With b.N one turn comes before the timed ones, with b.Loop none.
        Turns::Fixed(turns) if turns > 0 => {
            Ok((interval.0 / (runs * (turns as f64 + 1.0)), interval.1 / (runs * turns as f64)))
        }
        _ => Err(
            "with b.N go test prints the turns of the last round alone; loop with `for b.Loop()`, or fix them with \
                  -benchtime=100x"
                .to_owned(),
        ),
    }
}

/// The part of what was printed that a profile of the run surely holds: `B/op` also counts what the harness allocates meanwhile, and
/// whole bytes are printed.
const NEARLY: f64 = 0.95;

/// From this part of what was printed on, a profile holds more than the printed turns.
const MUCH_MORE: f64 = 1.1;

/// The number of turns that every run had, where several runs say so: one alone may have been found out.
pub fn fixed_turns<'r>(results: impl Iterator<Item = &'r BenchmarkResult>) -> Option<u64> {
    let (mut turns, mut runs, mut took_long) = (None, 0, true);
    for result in results {
        if result.turns.0 != result.turns.1 || turns.is_some_and(|known| known != result.turns.0) {
            return None;
        }
        turns = Some(result.turns.0);
        runs += result.runs;
        took_long &= result.nanoseconds.is_some_and(|spread| spread.low * result.turns.0 as f64 > 5e7);
    }
    // Without -benchtime=Nx go test looks for the turns that take long enough, in steps that end at powers of a hundred.
    let found_out = |turns: &u64| (1..5).any(|power| 100u64.pow(power) == *turns) || *turns == 1_000_000_000;
    turns.filter(|turns| runs > 1 && !(took_long && found_out(turns)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Spread;

    fn result(runs: usize, turns: (u64, u64), nanoseconds: f64) -> BenchmarkResult {
        let spread = Spread { median: nanoseconds, low: nanoseconds, high: nanoseconds };
        let nanoseconds = Some(spread);
        BenchmarkResult {
            name: "BenchmarkX-2".into(),
            runs,
            turns,
            turns_together: turns.1.saturating_mul(runs as u64),
            nanoseconds,
            bytes: None,
            allocations: None,
        }
    }

    #[test]
    fn turns_are_fixed_where_several_runs_agree_and_go_test_cannot_have_found_them() {
        let fixed = |results: &[BenchmarkResult]| fixed_turns(results.iter());
        assert_eq!(fixed(&[result(3, (300, 300), 1e9)]), Some(300));
        assert_eq!(fixed(&[result(1, (300, 300), 1e9), result(1, (300, 300), 5.0)]), Some(300));
        assert_eq!(fixed(&[result(1, (300, 300), 1e9)]), None, "one run may have ended there");
        assert_eq!(fixed(&[result(2, (300, 301), 1e9)]), None);
        assert_eq!(fixed(&[result(2, (300, 300), 1.0), result(2, (301, 301), 1.0)]), None);
        assert_eq!(fixed(&[result(2, (100_000_000, 100_000_000), 2.4)]), None, "a power of a hundred that took 0.2 s");
        assert_eq!(fixed(&[result(2, (100, 100), 2.4)]), Some(100), "go test would have gone on");
    }

    #[test]
    fn bytes_per_turn_hold_both_kinds_of_loop() {
        let one = [result(3, (100, 100), 5.0)];
        assert_eq!(per_turn((30_300.0, 30_300.0), &one, Turns::Fixed(100)), Ok((100.0, 101.0)));
        assert!(per_turn((1.0, 1.0), &one, Turns::Printed).unwrap_err().contains("-benchmem"));
        assert!(per_turn((1.0, 1.0), &one, Turns::Unknown).unwrap_err().contains("-benchtime=100x"));
        let two = [one[0].clone(), one[0].clone()];
        assert!(per_turn((1.0, 1.0), &two, Turns::Fixed(100)).unwrap_err().contains("2 sub-benchmarks"));
    }

    #[test]
    fn a_profile_that_holds_less_than_was_printed_is_of_another_run() {
        let mut one = result(3, (100, 100), 5.0);
        one.bytes = Some(Spread { median: 101.0, low: 100.0, high: 102.0 });
        for turns in [Turns::Printed, Turns::Fixed(100), Turns::Unknown] {
            let told = per_turn((20_000.0, 25_000.0), std::slice::from_ref(&one), turns).unwrap_err();
            assert!(told.contains("not of this run"), "{told}");
        }
        let one = [one];
        assert_eq!(per_turn((27_000.0, 33_000.0), &one, Turns::Printed), Ok((90.0, 110.0)));
        let more = per_turn((34_000.0, 36_000.0), &one, Turns::Printed).unwrap_err();
        assert!(more.contains("more was allocated below it"), "{more}");
    }

    #[test]
    fn any_number_of_turns_has_an_answer() {
        let most = [result(2, (u64::MAX, u64::MAX), f64::MAX), result(2, (u64::MAX, u64::MAX), f64::MAX)];
        let fixed = fixed_turns(most.iter());
        assert_eq!(fixed, Some(u64::MAX));
        let (low, high) = per_turn((1e20, 1e20), &most[..1], Turns::Fixed(u64::MAX)).unwrap();
        assert!(0.0 < low && low <= high && high < 3.0, "{low} {high}");
    }
}
