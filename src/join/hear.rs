//! What the compiler says of the sites' constructs, and whether it decides.
//!
//! A rule says that escaping decides it when what it charges is nothing but the value: then a value that does not escape
//! costs nothing, and the finding is refuted. Everything else allocates, or may, whatever the compiler says, and its word
//! is told as a note only where it confirms.

use super::explain::{Allocates, KnownConstructs};
use crate::evidence::compiler::{Compiler, FlowStep, Record, RecordKind, Word};
use crate::go::tree::SourceTree;
use crate::model::{CompilerSays, CompilerWord, Position};
use crate::rule::{CostMatcher, DecidedBy, RuleSet};
use crate::scan::Site;

/// What the compiler says of one site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Its words on the site's constructs, in the order of the text.
    pub words: Vec<CompilerWord>,
    /// Whether it decides against the site.
    pub refuted: bool,
}

/// Asks the compiler about every site; the answers are parallel to the sites.
pub fn hear(sites: &[Site], rules: &RuleSet, compiler: &Compiler, tree: &SourceTree) -> Vec<Heard> {
    let one = |site: &Site| {
        let rule = &rules.rules()[site.rule];
        let decisive = rule.decided_by == Some(DecidedBy::Escape);
        let own = rule.cost.contains(&CostMatcher::Flat);
        if !own {
            return Heard::default();
        }
        let declaration = &tree.file(site.file).outline.declarations[site.declaration];
        let words: Vec<(Position, Word)> =
            site.charged.iter().map(|at| (*at, compiler.word(site.file, *at, declaration))).collect();
        let stays = words.iter().filter(|(_, word)| matches!(word, Word::NoEscape(_))).count();
        let told = words.iter().filter_map(|(at, word)| match word {
            Word::Heap(record) => Some(told(*at, Some(record))),
            Word::NoEscape(record) if decisive => Some(told(*at, *record)),
            Word::NoEscape(_) | Word::Nothing => None,
        });
        Heard { words: told.collect(), refuted: decisive && !words.is_empty() && stays == words.len() }
    };
    sites.iter().map(one).collect()
}

/// Asks the compiler about every construct of measured lines. Its word refutes only where it is decisive and `decides` says
/// that it is about the build that was measured.
pub fn hear_constructs(known: &mut KnownConstructs, compiler: &Compiler, tree: &SourceTree, decides: bool) {
    for ((file, declaration), constructs) in known {
        let declaration = &tree.file(*file).outline.declarations[*declaration];
        for construct in constructs.iter_mut().filter(|one| matches!(one.source, Allocates::Itself { .. })) {
            let word = compiler.word(*file, construct.reported, declaration);
            construct.named.compiler = match word {
                Word::Heap(record) => Some(told(construct.reported, Some(record))),
                Word::NoEscape(record) if construct.decided => Some(told(construct.reported, record)),
                Word::NoEscape(_) | Word::Nothing => None,
            };
            construct.refuted = decides && construct.decided && matches!(word, Word::NoEscape(_));
        }
    }
}

fn told(at: Position, record: Option<&Record>) -> CompilerWord {
    let says = match record.map(|record| record.kind) {
        Some(RecordKind::EscapesToHeap) => CompilerSays::Escapes,
        Some(RecordKind::MovedToHeap) => CompilerSays::Moved,
        Some(RecordKind::DoesNotEscape | RecordKind::Leaks) | None => CompilerSays::DoesNotEscape,
    };
    let flow = record.map_or(&[][..], |record| &record.flow);
    CompilerWord {
        line: at.line,
        column: at.column,
        says,
        expression: record.map_or_else(String::new, |record| record.what.clone()),
        flow: flow.iter().map(step).collect(),
        reason: reason(flow),
    }
}

/// The sentence that a person reads of the compiler's word; `None` where there is nothing to quote.
pub fn quoted(word: &CompilerWord) -> Option<String> {
    let CompilerWord { expression, reason, .. } = word;
    if expression.is_empty() {
        return None;
    }
    let because = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    Some(match word.says {
        CompilerSays::Escapes => format!("the compiler: `{expression}` escapes to heap{because}"),
        CompilerSays::Moved => format!("the compiler: `{expression}` is moved to heap{because}"),
        CompilerSays::DoesNotEscape => format!("the compiler: `{expression}` does not escape"),
    })
}

/// `flow: {heap} ← &{storage for n}`, `n (spill) at line 17`.
fn step(step: &FlowStep) -> String {
    match step {
        FlowStep::Flow { to, from } => format!("flow: {to} ← {from}"),
        FlowStep::From { what, why, line } => {
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            let at = if *line == 0 { String::new() } else { format!(" at line {line}") };
            format!("{what}{why}{at}")
        }
    }
}

/// The last step says where the value leaves.
fn reason(flow: &[FlowStep]) -> String {
    let last = flow.iter().rev().find_map(|step| match step {
        FlowStep::From { what, why, line } => Some((what, why, line)),
        FlowStep::Flow { .. } => None,
    });
    let Some((what, why, line)) = last else { return String::new() };
    let before = |separators: &[&str]| {
        separators.iter().find_map(|separator| what.split_once(separator)).map_or(what.as_str(), |(before, _)| before)
    };
    let reason = match why.as_str() {
        "return" => "returned".to_owned(),
        "call parameter" if what.starts_with("append(") => "appended".to_owned(),
        "call parameter" => format!("passed to {}", before(&["("])),
        "assign" | "assign-pair" | "assign-pair-func-call" => format!("assigned to {}", before(&[" := ", " = "])),
        "captured by a closure" => "captured by a closure".to_owned(),
        "send" => format!("sent in {what}"),
        "too large for stack" => "too large for the stack".to_owned(),
        "" | "spill" => return String::new(),
        other => format!("{other} in {what}"),
    };
    if *line == 0 { reason } else { format!("{reason} at line {line}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_short_and_name_the_line() {
        let last = |what: &str, why: &str| {
            reason(&[
                FlowStep::Flow { to: "{heap}".into(), from: "&{storage for n}".into() },
                FlowStep::From { what: what.into(), why: why.into(), line: 17 },
            ])
        };
        assert_eq!(last("return n", "return"), "returned at line 17");
        assert_eq!(last("fmt.Println(... argument...)", "call parameter"), "passed to fmt.Println at line 17");
        assert_eq!(last("SinkFunc = func literal", "assign"), "assigned to SinkFunc at line 17");
        assert_eq!(last("x := y = z", "assign"), "assigned to x at line 17");
        assert_eq!(last("[100000]int{}", "too large for stack"), "too large for the stack at line 17");
        assert_eq!(last("n", "spill"), "", "storing it is no reason");
        assert_eq!(last("m[k] = &n", "key of map put"), "key of map put in m[k] = &n at line 17");
        assert_eq!(reason(&[]), "");
    }
}
