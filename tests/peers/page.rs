//! docs/peers.md: what heaplint makes of each pattern of the linters beside it.

use crate::example::{Example, Says};
use heaplint::rule::RuleSet;
use std::collections::BTreeSet;
use std::fmt::Write;

/// One linter and its patterns.
pub(crate) struct Linter {
    /// Its folder under tests/peers, and the anchor on the page.
    pub(crate) folder: &'static str,
    /// What it is called.
    pub(crate) name: &'static str,
    /// Where it documents its patterns.
    pub(crate) home: &'static str,
    /// The examples, in the order of its files.
    pub(crate) examples: Vec<Example>,
}

const HEAD: &str = "# Other linters, pattern by pattern

What prealloc, perfsprint, mirror, gocritic, staticcheck, perfguard and modernize document about allocations and speed, and what their users
reported as wrong or missing, with what heaplint says there. Each row is a Go function of
`tests/peers`, compiled by a real Go; a test holds heaplint to it, and this page is
made from it.

- A rule's name: it reports the case. *with a profile*: only where a profile has measured the line, since the code alone justifies nothing.
- *Nothing*: no rule reports it, and why. Where it says that nothing is saved, the examples' tests measure objects and bytes of both forms
  with every run; figures of time say on which Go they were measured, on one machine of two cores.
";

/// The page.
pub(crate) fn written(linters: &[Linter], rules: &RuleSet) -> String {
    let mut page = HEAD.to_owned();
    let count =
        |linter: &Linter, holds: fn(&Example) -> bool| patterns(linter).filter(|example| holds(example)).count();
    page.push_str("\n| Linter | Cases | Reported | With a profile | Nothing |\n|---|---|---|---|---|\n");
    for linter in linters {
        let all = count(linter, |_| true);
        let sure = count(linter, reports);
        let measured = count(linter, |example| !reports(example) && with_profile(example));
        let (name, folder) = (linter.name, linter.folder);
        let rest = all - sure - measured;
        writeln!(page, "| [{name}](#{folder}) | {all} | {sure} | {measured} | {rest} |").expect("text");
    }
    for linter in linters {
        write!(page, "\n## {}\n\n[{}]({}).\n\n", linter.folder, linter.name, linter.home).expect("text");
        page.push_str("| Pattern | Case | heaplint |\n|---|---|---|\n");
        let mut before = "";
        for example in patterns(linter) {
            let pattern = if example.pattern == before { String::new() } else { format!("`{}`", example.pattern) };
            before = &example.pattern;
            let case = example.case.replace('|', "\\|");
            writeln!(page, "| {pattern} | {case} | {} |", answer(example, rules)).expect("text");
        }
    }
    page
}

fn patterns(linter: &Linter) -> impl Iterator<Item = &Example> {
    linter.examples.iter().filter(|example| !example.pattern.is_empty())
}

fn reports(example: &Example) -> bool {
    example.says.iter().any(|(_, says)| matches!(says, Says::Reports(_)))
}

fn with_profile(example: &Example) -> bool {
    example.says.iter().any(|(_, says)| matches!(says, Says::WithProfile(_)))
}

/// What heaplint says of an example: its rules, then reasons, each once.
fn answer(example: &Example, rules: &RuleSet) -> String {
    let linked = |id: &String| {
        assert!(rules.rule(id).is_some(), "{id} is no rule");
        format!("[{id}](rules.md#{id})")
    };
    let (mut said, mut told) = (Vec::new(), BTreeSet::new());
    for (_, says) in &example.says {
        let words = match says {
            Says::Reports(id) => linked(id),
            Says::WithProfile(id) => format!("{}, *with a profile*", linked(id)),
            Says::Nothing(reason) => format!("*nothing*: {}", reason.replace('|', "\\|")),
        };
        if told.insert(words.clone()) {
            said.push(words);
        }
    }
    said.join("; ")
}
