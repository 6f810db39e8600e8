//! A plan for people: what is wanted, what there is, how much longer or finer to record, and what that costs.

use super::cost::plural;
use super::{cost, layout, quantity, untrusted};
use crate::model::{PlannedLine, RecordingCost, RecordingPlan};
use std::io::{self, Write};

/// Where values start.
const VALUE_COLUMN: usize = 10;
/// Lines told; the others are counted.
const MOST_LINES: usize = 20;

/// Writes the plan in lines of at most `columns` columns.
pub fn render(plan: &RecordingPlan, columns: usize, out: &mut dyn Write) -> io::Result<()> {
    let paths: Vec<String> = plan.paths.iter().map(|path| untrusted::name(path)).collect();
    let kind = untrusted::name(&plan.sample_type.kind);
    let total = quantity::amount(plan.total, &plan.sample_type.unit);
    writeln!(out, "plan for {}: {total} of {kind}", paths.join(", "))?;
    let mut row = |name: &str, value: &str| write_row(name, value, columns, out);
    row("wanted", &wanted(plan))?;
    let Some(finer) = &plan.finer else {
        row("now", "every allocation was counted: nothing is left to chance, and nothing to plan")?;
        return write_lines(plan, columns, out);
    };
    row("now", &present(plan))?;
    row("longer", &longer(plan))?;
    row(if plan.factor > 1.0 { "or finer" } else { "or coarser" }, &rate(plan, finer))?;
    // Commands are copied: they are not wrapped.
    let indent = " ".repeat(VALUE_COLUMN + 3);
    writeln!(out, "{indent}GODEBUG=memprofilerate={} ./program", finer.rate)?;
    writeln!(out, "{indent}go test -memprofilerate={} -memprofile heap.pb.gz", finer.rate)?;
    let mut row = |name: &str, value: &str| write_row(name, value, columns, out);
    row("cost", &format!("now {}", cost(&plan.now)))?;
    row("", &format!("then {}", cost(finer)))?;
    row("memory", &memory(plan))?;
    write_lines(plan, columns, out)
}

fn wanted(plan: &RecordingPlan) -> String {
    let needed = plural(plan.needed.ceil() as usize, "sample");
    format!("a line of {} of it, good to {}: {needed}", quantity::share(plan.share), good_to(plan.precision))
}

fn present(plan: &RecordingPlan) -> String {
    let rate = quantity::bytes(plan.period);
    if plan.samples == 0.0 {
        return format!("no sample at all, one per {rate}");
    }
    let samples = if plan.samples < 10.0 { format!("{:.1}", plan.samples) } else { format!("{:.0}", plan.samples) };
    format!(
        "{samples} samples of such a line at one per {rate}, good to {}; from {} on a line is good to {}",
        good_to(plan.present),
        quantity::share(plan.told),
        good_to(plan.precision)
    )
}

fn longer(plan: &RecordingPlan) -> String {
    if !plan.longer_helps {
        return "does not help: what is in use is counted at a moment; take it of several processes, --merge shards"
            .into();
    }
    if plan.factor <= 1.0 {
        return "not needed: there are enough samples".into();
    }
    if !plan.factor.is_finite() {
        return "nobody can say how long before there is a first sample".into();
    }
    match plan.recorded {
        Some(recorded) => {
            let more = quantity::duration((recorded as f64 * (plan.factor - 1.0)) as i64);
            let recorded = quantity::duration(recorded);
            format!("{} as long, that is {more} more than the {recorded} recorded", times(plan.factor))
        }
        None => format!("{} as long in all (--recorded TIME makes that a time)", times(plan.factor)),
    }
}

fn rate(plan: &RecordingPlan, finer: &RecordingCost) -> String {
    let with = format!("MemProfileRate {} instead of {}, in the same time", finer.rate, plan.period);
    match finer.rate {
        1 => format!("{with}: every allocation is counted"),
        _ => with,
    }
}

/// `2,048 samples and 2.1 ms to 2.9 ms of CPU time per GiB allocated; 12 samples a second, <0.1 % of a core`.
fn cost(cost: &RecordingCost) -> String {
    let (low, high) = cost.seconds_per_gib();
    let time = |seconds: f64| quantity::duration((seconds * 1e9) as i64);
    let samples = quantity::count(cost.samples_per_gib.round() as i64);
    let mut told = format!("{samples} samples and {} to {} of CPU time per GiB allocated", time(low), time(high));
    if let (Some(samples), Some((_, high))) = (cost.samples_per_second, cost.part_of_a_core()) {
        let samples = quantity::count(samples.round() as i64);
        told.push_str(&format!("; {samples} samples a second, up to {} of a core", quantity::share(high)));
    }
    told
}

fn memory(plan: &RecordingPlan) -> String {
    let bytes = |bytes: f64| quantity::bytes(bytes.min(i64::MAX as f64) as i64);
    let now = format!("{} with their sizes take {}", plural(plan.buckets, "stack"), bytes(plan.bucket_bytes as f64));
    match plan.factor {
        factor if factor > 1.0 && factor.is_finite() => {
            format!("{now} now; more samples meet more stacks, at most {}", bytes(plan.bucket_bytes as f64 * factor))
        }
        _ => now,
    }
}

fn good_to(precision: f64) -> String {
    match precision * 100.0 {
        // More than everything is no precision.
        percent if percent.is_nan() || percent >= 100.0 => "nothing".into(),
        percent if percent < 9.95 => format!("±{} %", format!("{percent:.1}").trim_end_matches(".0")),
        percent => format!("±{percent:.0} %"),
    }
}

/// `4.2 times`.
fn times(factor: f64) -> String {
    match factor {
        factor if factor < 9.95 => format!("{factor:.1} times"),
        factor => format!("{} times", quantity::count(factor.round() as i64)),
    }
}

fn write_lines(plan: &RecordingPlan, columns: usize, out: &mut dyn Write) -> io::Result<()> {
    if plan.lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nlines of at least {}\n   share  good to       needs  place", quantity::share(plan.share))?;
    let (told, rest) = plan.lines.split_at(plan.lines.len().min(MOST_LINES));
    for line in told {
        let PlannedLine { path, line, grade, rule, share, present, factor } = line;
        let needs = if *factor <= 1.0 { "enough".to_owned() } else { times(*factor) };
        let numbers = [(quantity::share(*share), 8), (good_to(*present), 9), (needs, 12)];
        let numbers: String = numbers.iter().map(|(text, wide)| layout::right(text, *wide)).collect();
        let rule = rule.as_ref().map_or(String::new(), |rule| format!(" ({})", untrusted::name(rule)));
        writeln!(out, "{numbers}  {}{rule}", cost::place(&untrusted::name(path), *line, *grade))?;
    }
    if !rest.is_empty() {
        write_row("", &format!("and {}", plural(rest.len(), "more line")), columns, out)?;
    }
    Ok(())
}

fn write_row(name: &str, value: &str, columns: usize, out: &mut dyn Write) -> io::Result<()> {
    let room = columns.saturating_sub(VALUE_COLUMN + 3).max(20);
    for (at, line) in layout::wrap(value, room, room).iter().enumerate() {
        writeln!(out, "  {} {line}", layout::left(if at == 0 { name } else { "" }, VALUE_COLUMN))?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
