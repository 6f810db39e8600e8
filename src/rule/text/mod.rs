//! What rules say of themselves, as plain text: one rule explained, all of them listed.
//!
//! Pure functions of checked rules. Rules of a repository are untrusted: whoever prints these lines sends them through
//! the gate for hostile text first.

mod card;
mod catalogue;
mod prose;

pub use card::card;
pub use catalogue::catalogue_markdown;

use super::load::GROUPS;
use super::rule::{Counts, DecidedBy, MeasuredBy, Origin, Rule, Shows};
use super::set::RuleSet;
use crate::model::{Applies, Confidence, Proof, Severity};
use prose::{Block, blocks, wrapped};

/// Columns of an explanation. Code keeps its own.
const WIDTH: usize = 80;

/// Everything that a rule says, in at most 80 columns but for its code; `here` is what settings make of it.
pub fn explain(rule: &Rule, here: Option<&str>) -> String {
    let mut text = format!("{}\n{}\n\n", rule.id, rule.title);
    let here = here.map(|here| ("here", here.to_owned()));
    for (name, value) in facts(rule).into_iter().chain(here) {
        text.push_str(&format!("  {name:<12} {value}\n"));
    }
    for (heading, part) in parts(rule) {
        text.push_str(&format!("\n{heading}\n"));
        for (index, block) in blocks(part).into_iter().enumerate() {
            if index > 0 {
                text.push('\n');
            }
            let lines = match block {
                Block::Prose(paragraph) => wrapped(&paragraph, WIDTH - 2),
                Block::Code(lines) => lines.iter().map(|line| format!("    {line}")).collect(),
            };
            lines.iter().for_each(|line| text.push_str(&indented(line)));
        }
    }
    if let Some(proof) = rule.proof() {
        text.push_str(&format!("\n{MEASURED}\n"));
        let mut lines = vec![format!("{}:", proof_example(&proof))];
        lines.extend(proof_lines(&proof).iter().flat_map(|line| hung(line)));
        if let Some(newest) = proof.versions.last().filter(|version| version.cases.len() > 1) {
            lines.extend(["".to_owned(), format!("Every example on Go {}:", newest.release)]);
            let cases = newest.cases.iter().map(|case| format!("{}: {}", case.name, case.sentence()));
            lines.extend(cases.flat_map(|line| hung(&line)));
        }
        lines.iter().for_each(|line| text.push_str(&indented(line)));
    }
    if !rule.references.is_empty() {
        text.push_str("\nRead more\n");
        rule.references.iter().for_each(|reference| text.push_str(&indented(reference)));
    }
    text
}

/// The heading of what was measured of the rule's own examples.
const MEASURED: &str = "What it saves, measured";

/// Which example the lines of a proof tell of.
fn proof_example(proof: &Proof) -> String {
    let saving = proof.versions.iter().rev().find_map(|version| Some((version.told_case()?, version.cases.len())));
    match saving {
        None => "no example".to_owned(),
        Some((case, 1)) => format!("One call of the example {}", case.name),
        Some((case, all)) => format!("One call of the example {}, one of {all}", case.name),
    }
}

/// What a rule's cure saves, a line for each version of Go; versions that say the same share one.
fn proof_lines(proof: &Proof) -> Vec<String> {
    proof.lines().iter().map(|(range, told)| format!("Go {range}: {told}")).collect()
}

/// A line in the width of an explanation; what does not fit hangs below it.
fn hung(line: &str) -> Vec<String> {
    let lines = wrapped(line, WIDTH - 6).into_iter().enumerate();
    lines.map(|(index, line)| if index == 0 { line } else { format!("    {line}") }).collect()
}

/// All rules by group, one line each, with counts at the end. `level` says how bad a rule's findings are here, `None` where it is
/// off; `file` is the settings file that says so.
pub fn list(rules: &RuleSet, level: impl Fn(&Rule) -> Option<Severity>, file: Option<&str>) -> String {
    let widest = rules.rules().iter().map(|rule| rule.id.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for (group, rules) in by_group(rules) {
        text.push_str(&format!("{group}\n"));
        for rule in rules {
            let (level, measured_by) = (level(rule).map_or("off", Severity::word), rule.measured_by.word());
            text.push_str(&format!("  {:<widest$}  {level:<7}  {measured_by:<7}  {}\n", &*rule.id, rule.title));
        }
        text.push('\n');
    }
    text = text + &counts(rules) + "\n";
    if let Some(file) = file {
        let off = rules.rules().iter().filter(|rule| level(rule).is_none()).count();
        let other = rules.rules().iter().filter(|rule| level(rule).is_some_and(|level| level != rule.severity)).count();
        text.push_str(&format!(
            "{file}: {off} of them are off here, {other} at another level; `heaplint config show` says by which line\n"
        ));
    }
    text
}

/// The rules by group, in the order of the documentation; groups without rules are left out.
fn by_group(rules: &RuleSet) -> Vec<(&'static str, Vec<&Rule>)> {
    let of = |group: &str| rules.rules().iter().filter(|rule| rule.group == group).collect::<Vec<_>>();
    GROUPS.iter().map(|group| (*group, of(group))).filter(|(_, rules)| !rules.is_empty()).collect()
}

/// One sentence on how many there are.
fn counts(rules: &RuleSet) -> String {
    let all = rules.rules();
    let measured = |by: MeasuredBy| all.iter().filter(|rule| rule.measured_by == by).count();
    let own = all.iter().filter(|rule| rule.origin != Origin::Shipped).count();
    let of_their_own = if own > 0 { format!(" ({own} not shipped with heaplint)") } else { String::new() };
    let plural = if all.len() == 1 { "" } else { "s" };
    let rarer: String = [(MeasuredBy::Block, "a block profile"), (MeasuredBy::Mutex, "a mutex profile")]
        .into_iter()
        .filter(|(by, _)| measured(*by) > 0)
        .map(|(by, profile)| format!(" {} by {profile},", measured(by)))
        .collect();
    let (heap, cpu, nothing) = (measured(MeasuredBy::Heap), measured(MeasuredBy::Cpu), measured(MeasuredBy::Nothing));
    let none = if rarer.is_empty() { "neither" } else { "none" };
    let patterns = match rules.patterns() {
        patterns if patterns < all.len() => format!(" for {patterns} patterns"),
        _ => String::new(),
    };
    let all = all.len();
    format!(
        "{all} rule{plural}{patterns}{of_their_own}: {heap} measured by a heap profile, {cpu} by a CPU profile,{rarer} {nothing} by {none}"
    )
}

/// What a rule is, as names and values.
fn facts(rule: &Rule) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("group", rule.group.clone()),
        ("severity", format!("{}: {}", rule.severity.word(), meaning_of_severity(rule.severity))),
        ("confidence", format!("{}: {}", rule.confidence.word(), meaning_of_confidence(rule.confidence))),
        ("measured by", measure(rule.measured_by).to_owned() + in_use(rule)),
    ];
    facts.extend(rule.spelling_of.as_ref().map(|other| ("spelling of", format!("the pattern of {other}"))));
    facts.extend(rule.needs_profile.then(|| ("reported", reported(rule))));
    facts.extend(rule.decided_by.map(|DecidedBy::Escape| ("decided by", "the compiler, with --compiler".to_owned())));
    facts.extend(go_range(rule).map(|range| ("true for", range)));
    facts.extend(rule.fix().map(|applies| ("fixed by", fixed_by(applies).to_owned())));
    facts
}

fn in_use(rule: &Rule) -> &'static str {
    if rule.counts == Counts::InUse { ", by what is in use" } else { "" }
}

/// What a profile must show before a rule that needs one is reported.
fn reported(rule: &Rule) -> String {
    let told = |shows: &Shows| match shows {
        Shows::Growth => "growth",
        Shows::ShortLived => "nearly all freed",
        Shows::Retained => "half in use",
        Shows::LargeObjects => "objects of 4 KiB",
    };
    let shows: Vec<&str> = rule.shows.iter().map(told).collect();
    match shows.is_empty() {
        true => "only where a profile has measured it".to_owned(),
        false => format!("only where a profile shows {}", shows.join(" and ")),
    }
}

fn meaning_of_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "memory can be corrupted",
        Severity::Warning => "it allocates each time",
        Severity::Note => "it costs CPU time, or little memory",
    }
}

fn meaning_of_confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "types were seen",
        Confidence::Medium => "the compiler may avoid it",
        Confidence::Low => "it depends on values",
    }
}

fn measure(by: MeasuredBy) -> &'static str {
    match by {
        MeasuredBy::Heap => "a heap profile",
        MeasuredBy::Cpu => "a CPU profile",
        MeasuredBy::Block => "a block profile",
        MeasuredBy::Mutex => "a mutex profile",
        MeasuredBy::Nothing => "nothing: it is about correctness",
    }
}

fn fixed_by(applies: Applies) -> &'static str {
    match applies {
        Applies::Safe => "--fix, where the code allows it",
        Applies::Assisted => "--fix --unsafe-fixes, where the code allows it",
    }
}

/// The compilers for which a rule is true; `None` where it is true for all.
fn go_range(rule: &Rule) -> Option<String> {
    match (rule.since_go(), rule.until_go()) {
        (None, None) => None,
        (Some(since), None) => Some(format!("Go 1.{since} and later")),
        (None, Some(until)) => Some(format!("Go 1.{until} and earlier")),
        (Some(since), Some(until)) if since == until => Some(format!("Go 1.{since} alone")),
        (Some(since), Some(until)) => Some(format!("Go 1.{since} to 1.{until}")),
    }
}

/// The five parts of the explanation under their headings.
fn parts(rule: &Rule) -> [(&'static str, &str); 5] {
    let explain = &rule.explain;
    [
        ("What it finds", &explain.what),
        ("Why", &explain.why),
        ("What a profile shows", &explain.profile),
        ("What to write instead", &explain.write),
        ("When to leave it", &explain.leave),
    ]
}

fn indented(line: &str) -> String {
    if line.trim().is_empty() { "\n".to_owned() } else { format!("  {line}\n") }
}

#[cfg(test)]
mod tests;
