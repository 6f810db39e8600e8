//! Benchmarks beside the heap profile of their run: what was printed, and which lines the bytes are charged to.

use super::{HumanOptions, Piece};
use crate::model::{Benchmark, BenchmarkResult, ProfiledBenchmark, Report, Spread};
use crate::render::cost::{plural, short_symbol};
use crate::render::theme::Paint;
use crate::render::{cost, quantity, untrusted};
use std::io::{self, Write};

/// Lines of one benchmark told at most; the others are counted.
const MOST_LINES: usize = 5;

/// Writes the section and says whether there was anything to write.
pub(super) fn write(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<bool> {
    if report.benchmarks.is_empty() {
        return Ok(false);
    }
    let look = &options.look;
    let headline = cost::benchmarks_headline(&report.benchmarks);
    Piece { look, prefix: "benchmarks: ", paint: Paint::Strong, indent: 2 }.write(&headline, out)?;
    let told = if options.verbose { report.benchmarks.len() } else { report.benchmarks.len().min(options.hotspots) };
    for benchmark in &report.benchmarks[..told] {
        for result in &benchmark.results {
            Piece { look, prefix: "  ", paint: Paint::Strong, indent: 6 }.write(&printed(result), out)?;
        }
        match &benchmark.profiled {
            Ok(profiled) => write_profiled(benchmark, profiled, options, out)?,
            Err(reason) => Piece { look, prefix: "    ", paint: Paint::Quiet, indent: 6 }.write(reason, out)?,
        }
    }
    if told < report.benchmarks.len() {
        let more = format!("and {}; -v tells all", plural(report.benchmarks.len() - told, "more function"));
        Piece { look, prefix: "  ", paint: Paint::Quiet, indent: 2 }.write(&more, out)?;
    }
    Ok(true)
}

fn write_profiled(
    benchmark: &Benchmark,
    profiled: &ProfiledBenchmark,
    options: &HumanOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let look = &options.look;
    let (low, high) = profiled.interval;
    let range = match (low.is_finite() && high.is_finite(), (low - high).abs() < 0.5) {
        (true, false) => format!(" ({} to {})", quantity::estimate(low, "bytes"), quantity::estimate(high, "bytes")),
        _ => String::new(),
    };
    let per_turn = match &profiled.per_turn {
        Ok((low, high)) => {
            format!("{} to {} per turn", quantity::estimate(*low, "bytes"), quantity::estimate(*high, "bytes"))
        }
        Err(reason) => format!("per turn unknown: {reason}"),
    };
    let text = format!(
        "the profile: {}{range} below {}, {}; {per_turn}",
        quantity::bytes(profiled.bytes),
        untrusted::name(&benchmark.function),
        plural(profiled.samples as usize, "sample"),
    );
    Piece { look, prefix: "    ", paint: Paint::Quiet, indent: 6 }.write(&text, out)?;
    let told = profiled.lines.len().min(if options.verbose { usize::MAX } else { MOST_LINES });
    for line in &profiled.lines[..told] {
        let rules: Vec<String> = line.rules.iter().map(|rule| untrusted::name(rule)).collect();
        let claimed = if rules.is_empty() { String::new() } else { format!(": {}", rules.join(", ")) };
        let share = quantity::ratio(line.bytes, profiled.bytes);
        writeln!(out, "    {share:>7}  {}", cost::place(&untrusted::name(&line.path), line.line, line.grade))?;
        let doubt = cost::doubt_of_place(line.line, line.grade).map_or(String::new(), |doubt| format!(", {doubt}"));
        let text = format!("in {}{doubt}{claimed}", short_symbol(&line.symbol)).replace("::", ": :");
        Piece { look, prefix: "             ", paint: Paint::Quiet, indent: 13 }.write(&text, out)?;
    }
    if told < profiled.lines.len() {
        let rest = profiled.lines[told..].iter().fold(0i64, |sum, line| sum.saturating_add(line.bytes));
        let more = plural(profiled.lines.len() - told, "more line");
        writeln!(out, "    {:>7}  {more}", quantity::ratio(rest, profiled.bytes))?;
    }
    Ok(())
}

/// `BenchmarkX-8: 91.9 µs/op (91.3 µs to 108.1 µs), 9.4 KiB/op, 198 allocs/op, by 3 runs of 300 turns`
fn printed(result: &BenchmarkResult) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(result.nanoseconds.map(|spread| spread_of(spread, "/op", nanoseconds)));
    parts.extend(result.bytes.map(|spread| spread_of(spread, "/op", |value| quantity::estimate(value, "bytes"))));
    parts.extend(result.allocations.map(|spread| spread_of(spread, " allocs/op", |value| format!("{value:.0}"))));
    let turns = match result.turns {
        (low, high) if low == high => format!("{low} turns"),
        (low, high) => format!("{low} to {high} turns"),
    };
    parts.push(format!("by {} of {turns}", plural(result.runs, "run")));
    format!("{}: {}", untrusted::name(&result.name), parts.join(", "))
}

fn spread_of(spread: Spread, unit: &str, told: impl Fn(f64) -> String) -> String {
    let (median, low, high) = (told(spread.median), told(spread.low), told(spread.high));
    if low == high { format!("{median}{unit}") } else { format!("{median}{unit} ({low} to {high})") }
}

/// Nanoseconds with fractions where they are few.
fn nanoseconds(value: f64) -> String {
    match value {
        small if small < 10.0 => format!("{small:.2} ns"),
        small if small < 1000.0 => format!("{small:.1} ns"),
        large => quantity::duration(large.min(i64::MAX as f64).round() as i64),
    }
}
