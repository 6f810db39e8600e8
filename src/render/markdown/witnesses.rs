//! What other witnesses than the heap profile say: time, waiting, benchmarks, and what the tests ran. A section each, where given.

use super::escape::{cell, code_in_cell, inline};
use super::{MarkdownOptions, capital, write_rest};
use crate::model::{Benchmark, Column, Finding, Grade, Measured, Report, WaitingLine, WaitingProfile};
use crate::render::cost::{plural, short_symbol};
use crate::render::other_witnesses::{background, claimed, of_parts, printed, profile_sentence, waiting_sentence};
use crate::render::{cost, quantity};
use std::io::{self, Write};

/// Lines of one benchmark told at most; the others are counted.
const MOST_LINES: usize = 10;

/// Writes the sections.
pub(super) fn write(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_time(report, options, out)?;
    for profile in [WaitingProfile::Block, WaitingProfile::Mutex] {
        write_waiting(report, profile, options, out)?;
    }
    write_benchmarks(report, options, out)?;
    write_coverage(report, options, out)
}

fn column<'m>(measured: &'m Measured, unit: &str) -> Option<&'m Column> {
    measured.columns.iter().rfind(|column| &*column.sample_type.unit == unit)
}

fn place(path: &str, line: u32, grade: Grade) -> String {
    code_in_cell(&cost::place(path, line, grade))
}

/// The place of a finding, as everywhere in the audit.
fn place_of(finding: &Finding) -> String {
    place(&finding.path, finding.region.start.line, Grade::Exact)
}

fn doubt(line: u32, grade: Grade) -> String {
    cost::doubt_of_place(line, grade).map_or(String::new(), |doubt| format!("; {doubt}"))
}

fn write_time(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Some(timing) = &report.timing else { return Ok(()) };
    writeln!(out, "\n## Time\n")?;
    if timing.lines.is_empty() {
        return writeln!(out, "The CPU profile has no sample in the module.");
    }
    let together = format!(
        "{} of the module took {}: {}{}",
        plural(timing.lines.len(), "line"),
        quantity::duration(timing.parts.sum()),
        of_parts(&timing.parts),
        background(timing.background_collection)
    );
    writeln!(out, "{}.\n", inline(&together))?;
    writeln!(out, "| Share | 90 % interval | Time | Samples | Place | Function | Where it goes |")?;
    writeln!(out, "|---:|---|---:|---:|---|---|---|")?;
    let (told, rest) = timing.lines.split_at(timing.lines.len().min(options.rows));
    for line in told {
        let time = column(&line.measured, "nanoseconds");
        let [share, interval, _, samples] = time.map_or(Default::default(), super::findings::numbers);
        let (took, symbol) = (quantity::duration(line.parts.sum()), code_in_cell(&short_symbol(&line.symbol)));
        let parts = cell(&format!("{}{}", of_parts(&line.parts), doubt(line.line, line.grade)));
        let place = place(&line.path, line.line, line.grade);
        writeln!(out, "| {share} | {interval} | {took} | {samples} | {place} | {symbol} | {parts} |")?;
    }
    let total = rest.iter().map(|line| line.parts.sum()).fold(0, i64::saturating_add);
    write_rest(rest.len(), "line", Some(quantity::duration(total)), out)
}

fn write_waiting(
    report: &Report,
    profile: WaitingProfile,
    options: &MarkdownOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines: Vec<&WaitingLine> = report.waiting.iter().filter(|line| line.seen_by == profile).collect();
    if lines.is_empty() {
        return Ok(());
    }
    let (heading, what) = match profile {
        WaitingProfile::Block => ("Waiting", "of the module waiting for locks or channels, by the block profile"),
        WaitingProfile::Mutex => ("Held up", "of the module releasing what others waited for, by the mutex profile"),
    };
    writeln!(out, "\n## {heading}\n\n{} {what}.\n", plural(lines.len(), "line"))?;
    writeln!(out, "| Share | Time | Times | Place | What it does |\n|---:|---:|---:|---|---|")?;
    let (told, rest) = lines.split_at(lines.len().min(options.rows));
    for line in told {
        let (time, times) = (column(&line.measured, "nanoseconds"), column(&line.measured, "count"));
        let share = time.map_or(String::new(), |column| quantity::share(column.share));
        let time = time.map_or(String::new(), |column| quantity::duration(column.own));
        let times = times.map_or(String::new(), |column| quantity::count(column.own));
        let place = place(&line.path, line.line, line.grade);
        writeln!(out, "| {share} | {time} | {times} | {place} | {} |", cell(&waiting_sentence(line)))?;
    }
    write_rest(rest.len(), "line", None, out)
}

fn write_benchmarks(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.benchmarks.is_empty() {
        return Ok(());
    }
    let headline = capital(&cost::benchmarks_headline(&report.benchmarks));
    writeln!(out, "\n## Benchmarks\n\n{}.\n", inline(&headline))?;
    let (told, rest) = report.benchmarks.split_at(report.benchmarks.len().min(options.rows));
    told.iter().try_for_each(|benchmark| write_benchmark(benchmark, out))?;
    write_rest(rest.len(), "function", None, out)
}

fn write_benchmark(benchmark: &Benchmark, out: &mut dyn Write) -> io::Result<()> {
    for result in &benchmark.results {
        writeln!(out, "- {}", inline(&printed(result)))?;
    }
    let profiled = match &benchmark.profiled {
        Ok(profiled) => profiled,
        Err(reason) => return writeln!(out, "  - {}", inline(reason)),
    };
    writeln!(out, "  - {}", inline(&profile_sentence(benchmark, profiled)))?;
    let (told, rest) = profiled.lines.split_at(profiled.lines.len().min(MOST_LINES));
    for line in told {
        let share = quantity::ratio(line.bytes, profiled.bytes);
        let claims: Vec<String> =
            line.claimed_by.iter().map(|claim| claimed(line, claim, super::escape::code)).collect();
        let claimed = if claims.is_empty() { String::new() } else { format!(": {}", claims.join(", ")) };
        let place = super::escape::code(&cost::place(&line.path, line.line, line.grade));
        let symbol = super::escape::code(&short_symbol(&line.symbol));
        writeln!(out, "  - {share} at {place} in {symbol}{}{claimed}", inline(&doubt(line.line, line.grade)))?;
    }
    if !rest.is_empty() {
        let bytes = rest.iter().map(|line| line.bytes).fold(0, i64::saturating_add);
        writeln!(out, "  - {} at {}", quantity::ratio(bytes, profiled.bytes), plural(rest.len(), "more line"))?;
    }
    Ok(())
}

fn write_coverage(report: &Report, options: &MarkdownOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Some(coverage) = &report.summary.coverage else { return Ok(()) };
    let mut known: Vec<(u64, &Finding)> =
        report.findings.iter().filter_map(|finding| Some((finding.executions?.count, finding))).collect();
    // Stable: what ran as often stays in the order of the ranking.
    known.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    writeln!(out, "\n## Coverage\n")?;
    if report.findings.is_empty() {
        return writeln!(out, "There is no finding that coverage could tell of.");
    }
    let (all, some) = (plural(report.findings.len(), "finding"), quantity::grouped(known.len()));
    writeln!(
        out,
        "How often the tests ran the lines of findings is known for {some} of {all}. An execution is no byte."
    )?;
    if known.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    writeln!(out, "| Executed | Verdict | Rule | Place |\n|---:|---|---|---|")?;
    let (told, rest) = known.split_at(known.len().min(options.rows));
    for (count, finding) in told {
        let executed = match (count, coverage.counted) {
            (0, _) => "never".to_owned(),
            (_, false) => "yes".to_owned(),
            (count, true) => quantity::grouped(usize::try_from(*count).unwrap_or(usize::MAX)),
        };
        let (verdict, rule, place) = (finding.verdict.word(), code_in_cell(&finding.rule), place_of(finding));
        writeln!(out, "| {executed} | {verdict} | {rule} | {place} |")?;
    }
    write_rest(rest.len(), "finding", None, out)
}
