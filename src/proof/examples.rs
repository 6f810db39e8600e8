//! Expected lines against reported lines, and queries against the examples that should exercise them.

use super::package::read_package;
use crate::model::{Dialect, Source, Span};
use crate::rule::{Rule, RuleSet};
use crate::scan::{Scanned, Scanner, Site, Triggers};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The Go files of one rule's folder.
#[derive(Clone, Debug)]
pub struct Examples {
    /// The rule.
    pub rule: String,
    /// Its files; their names say what they are (`bad.go`, `good.go`, `near.go`).
    pub files: Vec<Source>,
}

/// One line on which the examples and the rules disagree, or one pattern that nothing exercises.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, or the rule's query.
    pub path: Arc<str>,
    /// 1-based line; 0 for a whole file.
    pub line: u32,
    /// The rule.
    pub rule: String,
    /// What is wrong.
    pub outcome: Outcome,
}

/// What can be wrong between a rule and an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// `// want` names the rule, and it is silent.
    Missing,
    /// The rule reports, and no `// want` names it.
    Noisy,
    /// A `// want` names a rule that does not exist.
    UnknownRule,
    /// The rule's bad.go expects nothing of the rule itself.
    NoBadExample,
    /// No example matches this pattern of the query.
    Unexercised,
    /// The example does not parse.
    Broken,
}

impl Outcome {
    /// A sentence for it.
    pub fn sentence(self) -> &'static str {
        match self {
            Outcome::Missing => "should be reported here and is not",
            Outcome::Noisy => "is reported here and should not be",
            Outcome::UnknownRule => "is no rule",
            Outcome::NoBadExample => "has no line in its bad.go that it reports",
            Outcome::Unexercised => "has a pattern that no example matches",
            Outcome::Broken => "has an example with a syntax error here",
        }
    }
}

/// Runs every rule on all examples and compares. An empty list is the good answer. The examples of a rule that has ended are
/// judged as of the last compiler for which it is true.
pub fn check_examples(rules: &RuleSet, all: &[Examples], dialect: Dialect) -> Vec<Finding> {
    let triggers = Triggers::new(rules);
    let Ok(mut scanner) = Scanner::new(rules, &triggers) else { return Vec::new() };
    let mut findings = Vec::new();
    let mut exercised: BTreeSet<(String, usize)> = BTreeSet::new();
    for examples in all {
        let until = rules.rule(&examples.rule).and_then(|rule| rule.until_go());
        let dialect = until.filter(|until| *until < dialect.oldest).map_or(dialect, Dialect::exactly);
        let mut expects_itself = false;
        let import_path = format!("heaplint.test/rules/{}", examples.rule);
        let read = read_package(rules, &triggers, &mut scanner, (&import_path, &examples.files), dialect);
        for (file, (scanned, sites)) in examples.files.iter().zip(&read) {
            for broken in &scanned.broken {
                let line = file.line_at(broken.at.start);
                findings.push(finding(file, line, &examples.rule, Outcome::Broken));
            }
            exercised.extend(patterns_hit(rules, scanned));
            // What a rule doubts is near misses.
            let justified = |site: &&Site| !site.doubtful;
            let reported: BTreeSet<(u32, String)> = sites
                .iter()
                .filter(justified)
                .map(|site| (file.line_at(site.span.start), rules.rules()[site.rule].id.to_string()))
                .collect();
            let wanted = wanted(file);
            expects_itself |= file.path.ends_with("bad.go") && wanted.iter().any(|(_, rule)| *rule == examples.rule);
            findings.extend(compare(file, &wanted, &reported, rules));
        }
        if !expects_itself && let Some(file) = examples.files.first() {
            findings.push(finding(file, 0, &examples.rule, Outcome::NoBadExample));
        }
    }
    findings.extend(unexercised(rules, all, &exercised));
    findings.sort();
    findings
}

/// The rules that each line of an example wants to be reported by: `// want id` or `// want id other-id` at its end.
pub fn wanted(file: &Source) -> BTreeSet<(u32, String)> {
    let mut wanted = BTreeSet::new();
    for line in 1..=file.line_count() {
        let Some(span) = file.line_span(line) else { continue };
        let text = String::from_utf8_lossy(&file.text[span.start..span.end]);
        if let Some((_, ids)) = text.rsplit_once("// want ") {
            wanted.extend(ids.split_whitespace().map(|id| (line, id.to_owned())));
        }
    }
    wanted
}

fn compare(
    file: &Source,
    wanted: &BTreeSet<(u32, String)>,
    reported: &BTreeSet<(u32, String)>,
    rules: &RuleSet,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, rule) in wanted.difference(reported) {
        let outcome = if rules.rule(rule).is_some() { Outcome::Missing } else { Outcome::UnknownRule };
        findings.push(finding(file, *line, rule, outcome));
    }
    for (line, rule) in reported.difference(wanted) {
        findings.push(finding(file, *line, rule, Outcome::Noisy));
    }
    findings
}

fn finding(file: &Source, line: u32, rule: &str, outcome: Outcome) -> Finding {
    Finding { path: file.path.clone(), line, rule: rule.to_owned(), outcome }
}

fn patterns_hit(rules: &RuleSet, scanned: &Scanned) -> BTreeSet<(String, usize)> {
    let hit = |(rule, pattern): &(usize, usize)| (rules.rules()[*rule].id.to_string(), *pattern);
    scanned.patterns_hit.iter().map(hit).collect()
}

/// Patterns that matched nothing, among the rules whose examples were given.
fn unexercised(rules: &RuleSet, all: &[Examples], exercised: &BTreeSet<(String, usize)>) -> Vec<Finding> {
    let given: BTreeMap<&str, &Examples> = all.iter().map(|examples| (&*examples.rule, examples)).collect();
    let mut findings = Vec::new();
    for rule in rules.rules().iter().filter(|rule| given.contains_key(&*rule.id)) {
        for (pattern, span) in pattern_spans(rule).into_iter().enumerate() {
            if !exercised.contains(&(rule.id.to_string(), pattern)) {
                let path: Arc<str> = format!("queries/{}.scm", rule.id).into();
                let line = Source::new(path.clone(), rule.query_text.as_bytes()).line_at(span.start);
                findings.push(Finding { path, line, rule: rule.id.to_string(), outcome: Outcome::Unexercised });
            }
        }
    }
    findings
}

fn pattern_spans(rule: &Rule) -> Vec<Span> {
    crate::rule::query_text::patterns(&rule.query_text)
        .map(|patterns| patterns.into_iter().map(|pattern| pattern.span).collect())
        .unwrap_or_default()
}
