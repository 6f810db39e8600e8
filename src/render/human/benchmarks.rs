//! Benchmarks beside the heap profile of their run: what was printed, and which lines the bytes are charged to.

use super::{HumanOptions, Piece};
use crate::model::{Benchmark, ProfiledBenchmark, Report};
use crate::render::cost::{plural, short_symbol};
use crate::render::other_witnesses::{claimed, printed, profile_sentence};
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
    let text = profile_sentence(benchmark, profiled);
    Piece { look, prefix: "    ", paint: Paint::Quiet, indent: 6 }.write(&text, out)?;
    let told = profiled.lines.len().min(if options.verbose { usize::MAX } else { MOST_LINES });
    for line in &profiled.lines[..told] {
        let claims: Vec<String> = line.claimed_by.iter().map(|claim| claimed(line, claim, untrusted::name)).collect();
        let claimed = if claims.is_empty() { String::new() } else { format!(": {}", claims.join(", ")) };
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
