//! What a finding costs and what its verdict says, in words that every format for people shares.
//!
//! It chooses which numbers to tell; `quantity` formats them. It lays nothing out.

use super::{quantity, untrusted};
use crate::model::{Benchmark, Column, Confidence, Executions, Finding, Grade, Measured, SampleType, Summary, Verdict};

/// The sample type that findings are ranked by, when a profile was given.
pub(super) fn ranked_type(summary: &Summary) -> Option<&SampleType> {
    summary.profile.as_ref().map(|profile| &profile.sample_type)
}

/// The column of the ranked sample type; the first one where the report does not say which that is.
pub(super) fn ranked_column<'m>(measured: &'m Measured, summary: &Summary) -> Option<&'m Column> {
    match ranked_type(summary) {
        Some(ranked) => measured.column(&ranked.kind),
        None => measured.columns.first(),
    }
}

/// The column that a finding is told by: the one that its verdict is about.
pub(super) fn judged_column(finding: &Finding) -> Option<(&Measured, &Column)> {
    Some((finding.measured.as_ref()?, finding.judged()?))
}

/// What a finding's verdict rests on; for a hot one `812.4 MiB ±18 %, 7.4 % of alloc_space, 1.2 M objects, 96 samples`.
pub(super) fn verdict_reason(finding: &Finding) -> String {
    let mut reason = evidence_of(finding);
    // A measured cost speaks for itself; without one, how sure the pattern is matters.
    if finding.judged().is_none() || finding.confidence != Confidence::High {
        reason.push_str(&format!(" · {} confidence", finding.confidence.word()));
    }
    reason
}

/// The same, without how sure the pattern is.
pub(super) fn evidence_of(finding: &Finding) -> String {
    let told = judged_column(finding).map(|(measured, column)| cost_phrase(measured, column));
    let mut reason = match (finding.verdict, told) {
        (Verdict::Hot | Verdict::Measured, Some(told)) => told,
        (Verdict::Hot | Verdict::Measured, None) => "its cost is not among the profile's sample types".to_owned(),
        (Verdict::Elsewhere, _) if finding.charged_to_callers.is_some() => {
            callers_sentence(finding).unwrap_or_default()
        }
        (Verdict::Elsewhere, Some(told)) => {
            format!("its lines cost {told}, by something else than this rule is about")
        }
        (Verdict::Elsewhere, None) => "its lines cost something, by something else than this rule is about".to_owned(),
        (Verdict::Stale, _) => stale_reason(finding),
        (Verdict::Cold { bound }, _) => format!("not sampled; at most {} was missed", bound_phrase(bound, finding)),
        (Verdict::Unseen, _) => "the profile has too few samples of its function to say".to_owned(),
        (Verdict::New, _) => "the profiled build did not have this code".to_owned(),
        (Verdict::Refuted, _) => "the compiler keeps it off the heap".to_owned(),
        (Verdict::Unmeasured, _) => "nothing that was given measures this rule".to_owned(),
        (Verdict::Unprofiled, _) => "no profile was given".to_owned(),
    };
    if finding.judged().is_none() {
        reason.push_str(&finding.executions.map_or(String::new(), |ran| format!(", {}", executed(ran))));
    }
    if finding.grade == Grade::Aligned {
        reason.push_str(", lines aligned");
    }
    reason
}

/// What is known of code that has changed: the function's cost, at the grade that it is known by.
fn stale_reason(finding: &Finding) -> String {
    match finding.stale_cost() {
        Some((measured, column)) => format!(
            "its function cost {} on lines that have changed since the profile; which of them, nobody can say",
            cost_phrase(measured, column)
        ),
        None => "the source has changed since the profile".to_owned(),
    }
}

/// `12.3 MiB of its lines is charged to their callers, as --transparent says`, where something is.
pub(super) fn callers_sentence(finding: &Finding) -> Option<String> {
    let unit = finding.judged_by.as_ref().map_or("bytes", |judged| &judged.unit);
    let amount = quantity::amount(finding.charged_to_callers?, unit);
    Some(format!("{amount} that its lines cost is charged to their callers, as --transparent says"))
}

/// `path:12`; the path alone where the line is not one of today's source.
pub(super) fn place(path: &str, line: u32, grade: Grade) -> String {
    match grade {
        Grade::Exact | Grade::Aligned => format!("{path}:{line}"),
        Grade::Function | Grade::None => path.to_owned(),
    }
}

/// What a person is told beside the place of a line that is not today's.
pub(super) fn doubt_of_place(line: u32, grade: Grade) -> Option<String> {
    (grade == Grade::Function).then(|| format!("on line {line} of the profiled source, which has changed"))
}

/// `executed 48,000 times in the tests`
pub(super) fn executed(executions: Executions) -> String {
    match (executions.count, executions.counted) {
        (0, _) => "never executed in the tests".to_owned(),
        (_, false) => "executed in the tests".to_owned(),
        (1, true) => "executed once in the tests".to_owned(),
        (count, true) => format!("executed {} times in the tests", quantity::grouped(count as usize)),
    }
}

/// `1.5 MiB` of cold code, in the unit of what it was judged by.
pub(super) fn bound_phrase(bound: f64, finding: &Finding) -> String {
    quantity::estimate(bound, finding.judged_by.as_ref().map_or("bytes", |judged| &judged.unit))
}

/// `812.4 MiB ±18 %, 7.4 % of alloc_space, 1.2 M objects, 96 samples`.
fn cost_phrase(measured: &Measured, column: &Column) -> String {
    let mut phrase = quantity::amount(column.own, &column.sample_type.unit);
    match quantity::interval(column) {
        Some(figure) if figure.starts_with('±') => phrase.push_str(&format!(" {figure}")),
        Some(range) => phrase.push_str(&format!(" ({range})")),
        None => {}
    }
    let kind = untrusted::name(&column.sample_type.kind);
    phrase.push_str(&format!(", {} of {kind}", quantity::share(column.share)));
    if let Some(other) = companion(measured, column) {
        phrase.push_str(&format!(", {}", with_noun(other)));
    }
    // What a block or mutex profile counts are the contentions, told already.
    if is_waiting(column) { phrase } else { phrase + &format!(", {}", plural(column.samples as usize, "sample")) }
}

/// Whether this is a column of a block or mutex profile.
fn is_waiting(column: &Column) -> bool {
    let kind = &*column.sample_type.kind;
    kind.ends_with("_delay") || kind.ends_with("_contentions")
}

/// The other half of a pair: objects beside bytes, bytes beside objects, contentions beside the time that they took.
pub(super) fn companion<'m>(measured: &'m Measured, column: &Column) -> Option<&'m Column> {
    let kind = &*column.sample_type.kind;
    const PAIRS: [(&str, &str); 4] =
        [("_space", "_objects"), ("_objects", "_space"), ("_delay", "_contentions"), ("_contentions", "_delay")];
    let other = |(this, other)| Some(format!("{}{other}", kind.strip_suffix(this)?));
    measured.column(&PAIRS.into_iter().find_map(other)?)
}

/// `1.2 M objects`, `812.4 MiB`.
fn with_noun(column: &Column) -> String {
    let amount = quantity::amount(column.own, &column.sample_type.unit);
    if &*column.sample_type.unit != "count" {
        return amount;
    }
    let noun = if is_waiting(column) { "contention" } else { "object" };
    format!("{amount} {noun}{}", if column.own == 1 { "" } else { "s" })
}

/// `by callee: bytes.growSlice 90 %, the line itself 10 %`; `None` where the line itself is all there is.
pub(super) fn callees_sentence(column: &Column) -> Option<String> {
    const TOLD: usize = 3;
    if column.by_callee.iter().all(|cost| cost.callee.is_none()) {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    for cost in column.by_callee.iter().take(TOLD) {
        let callee = cost.callee.as_ref().map_or("the line itself".to_owned(), |name| short_symbol(name));
        parts.push(format!("{callee} {}", quantity::ratio(cost.value, column.own)));
    }
    let rest = column.by_callee.iter().skip(TOLD).fold(0i64, |sum, cost| sum.saturating_add(cost.value));
    if column.by_callee.len() > TOLD {
        let more = column.by_callee.len() - TOLD;
        parts.push(format!("{more} more {}", quantity::ratio(rest, column.own)));
    }
    Some(format!("by callee: {}", parts.join(", ")))
}

/// What the lines of a finding took of a CPU profile that does not measure its rule: `its lines took 120.0 ms ±18 %, 4.1 % of
/// cpu`.
pub(super) fn time_sentence(measured: &Measured, column: &Column) -> Option<String> {
    let heap = ["_space", "_objects"].iter().any(|end| column.sample_type.kind.ends_with(end));
    let time = measured.column("cpu").filter(|time| heap && time.own != 0)?;
    let error = match quantity::interval(time) {
        Some(figure) if figure.starts_with('±') => format!(" {figure}"),
        Some(range) => format!(" ({range})"),
        None => String::new(),
    };
    let (own, share) = (quantity::amount(time.own, &time.sample_type.unit), quantity::share(time.share));
    Some(format!("its lines took {own}{error}, {share} of cpu"))
}

/// Every other sample type's value: `also: 3.1 MiB of inuse_space, 12 k of inuse_objects`.
pub(super) fn other_columns_sentence(measured: &Measured, column: &Column) -> Option<String> {
    let told = [Some(column), companion(measured, column)];
    let is_told = |other: &Column| told.iter().flatten().any(|told| told.sample_type == other.sample_type);
    let describe = |other: &Column| {
        let amount = quantity::amount(other.own, &other.sample_type.unit);
        format!("{amount} of {}", untrusted::name(&other.sample_type.kind))
    };
    // What is nothing is not worth a word: most of what is allocated is in use no more.
    let others = measured.columns.iter().filter(|other| other.own != 0 && !is_told(other));
    let parts: Vec<String> = others.map(describe).collect();
    if parts.is_empty() { None } else { Some(format!("also: {}", parts.join(", "))) }
}

/// A symbol without the folders of its import path: `api.(*Server).List` for `example.com/m/api.(*Server).List`. Type
/// arguments are left whole.
pub(super) fn short_symbol(symbol: &str) -> String {
    let before_arguments = symbol.split('[').next().unwrap_or_default();
    let start = before_arguments.rfind('/').map_or(0, |slash| slash + 1);
    untrusted::name(&symbol[start..])
}

/// `3 functions, beside what the heap profile holds below them`, as far as it holds anything.
pub(super) fn benchmarks_headline(benchmarks: &[Benchmark]) -> String {
    let functions = plural(benchmarks.len(), "function");
    match benchmarks.iter().filter(|benchmark| benchmark.profiled.is_ok()).count() {
        0 => format!("{functions}, as printed"),
        all if all == benchmarks.len() => format!("{functions}, beside what the heap profile holds below them"),
        some => format!("{functions}, beside what the heap profile holds below {some} of them"),
    }
}

/// `1 sample`, `1,024 samples`.
pub(super) fn plural(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", quantity::grouped(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_lose_the_folders_of_their_import_path_alone() {
        let cases = [
            ("example.com/m/api.(*Server).List", "api.(*Server).List"),
            ("bytes.growSlice", "bytes.growSlice"),
            ("example.com/m/lib.Map[example.com/m/x.T].Get", "lib.Map[example.com/m/x.T].Get"),
            ("gopkg.in/yaml%2ev3.Decode", "yaml%2ev3.Decode"),
            ("", ""),
        ];
        for (symbol, wanted) in cases {
            assert_eq!(short_symbol(symbol), wanted);
        }
    }
}
