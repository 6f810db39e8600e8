//! What lines take, what they wait for and what benchmarks printed, in words that every format for people shares.

use super::cost::{self, plural, short_symbol};
use super::{quantity, untrusted};
use crate::model::{
    Benchmark, BenchmarkLine, BenchmarkResult, Buffer, Claim, ProfiledBenchmark, Spread, TimeParts, WaitOperation,
    WaitedChannel, WaitingLine,
};

/// Channels named at most; the others are counted.
const MOST_CHANNELS: usize = 4;

/// `40 % itself, 31 % allocating, ...`, without parts that are nothing.
pub(super) fn of_parts(parts: &TimeParts) -> String {
    let sum = parts.sum();
    let named = parts.named().into_iter().filter(|(_, value)| *value != 0);
    let shares: Vec<String> =
        named.map(|(word, value)| format!("{} {}", quantity::ratio(value, sum), in_words(word))).collect();
    shares.join(", ")
}

fn in_words(part: &str) -> &str {
    match part {
        "itself" => "in the line itself",
        "allocation" => "allocating",
        "collection" => "helping the collector",
        "types" => "asking for types",
        "maps" => "in maps",
        _ => "in libraries and elsewhere in the runtime",
    }
}

/// `; the collector took 1.2 s beside that, for no line`, where it did.
pub(super) fn background(collection: i64) -> String {
    match collection {
        0 => String::new(),
        time => format!("; the collector took {} beside that, for no line", quantity::duration(time)),
    }
}

/// `sends to `values`, which has no buffer, in wait.HandOver`
pub(super) fn waiting_sentence(line: &WaitingLine) -> String {
    let mut does: Vec<String> = Vec::new();
    for waited in &line.operations {
        let channels: Vec<&WaitedChannel> =
            line.channels.iter().filter(|channel| channel.operation == waited.operation).collect();
        let what = match (&waited.within, channels.as_slice()) {
            (Some(within), _) => format!("{} in {}", verb(waited.operation), short_symbol(within)),
            (None, []) => verb(waited.operation).to_owned(),
            (None, channels) => format!("{} {}", preposition(waited.operation), named(channels)),
        };
        if !does.contains(&what) {
            does.push(what);
        }
    }
    // No Go expression holds two colons; a name that does must not begin a wrapped line with them.
    let doubt = cost::doubt_of_place(line.line, line.grade).map_or(String::new(), |doubt| format!(", {doubt}"));
    format!("{}, in {}{doubt}", does.join("; "), short_symbol(&line.symbol)).replace("::", ": :")
}

fn named(channels: &[&WaitedChannel]) -> String {
    let told = channels.len().min(MOST_CHANNELS);
    let mut names: Vec<String> = channels[..told]
        .iter()
        .map(|channel| {
            let name = untrusted::name(&channel.name);
            match &channel.buffer {
                Some(Buffer::None) => format!("`{name}` (declared without a buffer)"),
                Some(Buffer::Of(size)) => format!("`{name}` (declared with a buffer of {})", untrusted::name(size)),
                None => format!("`{name}`"),
            }
        })
        .collect();
    if told < channels.len() {
        names.push(format!("{} more", channels.len() - told));
    }
    names.join(", ")
}

fn preposition(operation: WaitOperation) -> &'static str {
    match operation {
        WaitOperation::Send => "sends to",
        WaitOperation::Receive => "receives from",
        _ => "selects among",
    }
}

fn verb(operation: WaitOperation) -> &'static str {
    match operation {
        WaitOperation::Send => "sends to a channel",
        WaitOperation::Receive => "receives from a channel",
        WaitOperation::Select => "selects among channels",
        WaitOperation::Lock => "locks a mutex",
        WaitOperation::ReadLock => "locks a mutex for reading",
        WaitOperation::Group => "waits for a sync.WaitGroup",
        WaitOperation::Condition => "waits for a sync.Cond",
        WaitOperation::Unlock => "unlocks a mutex",
        WaitOperation::Other => "waits",
    }
}

/// `append-without-capacity`, and where it is reported if that is another line: `append-without-capacity of line 4`.
pub(super) fn claimed(line: &BenchmarkLine, claim: &Claim, rule: impl Fn(&str) -> String) -> String {
    match claim.line == line.line {
        true => rule(&claim.rule),
        false => format!("{} of line {}", rule(&claim.rule), claim.line),
    }
}

/// `the profile: 2.1 GiB (2.0 GiB to 2.2 GiB) below BenchmarkX, 900 samples; 24.5 KiB to 24.9 KiB per turn`
pub(super) fn profile_sentence(benchmark: &Benchmark, profiled: &ProfiledBenchmark) -> String {
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
    format!(
        "the profile: {}{range} below {}, {}; {per_turn}",
        quantity::bytes(profiled.bytes),
        untrusted::name(&benchmark.function),
        plural(profiled.samples as usize, "sample"),
    )
}

/// `BenchmarkX-8: 91.9 µs/op (91.3 µs to 108.1 µs), 9.4 KiB/op, 198 allocs/op, by 3 runs of 300 turns`
pub(super) fn printed(result: &BenchmarkResult) -> String {
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
