//! Rules over the declarations of one file.
//!
//! A declaration is parsed only when the trigger words of some rule stand in it, and a rule's query is run only on the nodes
//! around its first trigger word: matching costs what the words cost, not what the tree costs.

use super::candidate::Candidate;
use super::climb::Climb;
use super::code::Code;
use super::guards::Match;
use super::matching::matches;
use super::offer::{Names, offers};
use crate::go::bindings::{Bindings, Import};
use crate::go::mask::masked;
use crate::go::outline::{Declaration, Outline};
use crate::go::syntax::{GrammarMismatch, NodeId, ParseError, Syntax, parse};
use crate::go::terms::Terms;
use crate::go::words::{WordId, WordSet, Words};
use crate::model::Span;
use crate::rule::{Rule, RuleSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tree_sitter::Parser;

/// What scanning a file gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scanned {
    /// Matches whose syntax fits, in the order of declarations and rules.
    pub candidates: Vec<Candidate>,
    /// The predeclared names that declarations with candidates use as such, by declaration: a package that declares one of
    /// them voids what was said of them.
    pub predeclared: BTreeMap<usize, Vec<String>>,
    /// Patterns that matched something, whatever the guards said: rule and pattern, both as indices.
    pub patterns_hit: BTreeSet<(usize, usize)>,
    /// Declarations that a rule is awake for and that have no sound tree.
    pub broken: Vec<Broken>,
}

/// A declaration that was not scanned.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// An index into the outline.
    pub declaration: usize,
    /// Where the first syntax error is, else the declaration's start.
    pub at: Span,
    /// Why there is no tree; `None` for a syntax error.
    pub error: Option<ParseError>,
}

/// The rules' triggers against a table of words.
#[derive(Debug)]
pub struct Triggers {
    /// The words that outlines must find.
    pub words: Words,
    alternatives: Vec<Alternative>,
    /// By rule: packages of which a file must import one; `None` where it need not.
    needed_imports: Vec<Option<BTreeSet<String>>>,
}

/// One alternative of one rule.
#[derive(Debug)]
struct Alternative {
    rule: usize,
    first: WordId,
    all: WordSet,
}

impl Triggers {
    /// The triggers of every rule of the set.
    pub fn new(rules: &RuleSet) -> Triggers {
        let words = Words::new(rules.words().iter().map(String::as_str));
        let mut alternatives = Vec::new();
        for (rule, checked) in rules.rules().iter().enumerate() {
            for alternative in &checked.trigger {
                let ids: Vec<WordId> = alternative.iter().filter_map(|word| words.id(word)).collect();
                let Some(first) = ids.first().copied().filter(|_| ids.len() == alternative.len()) else { continue };
                alternatives.push(Alternative { rule, first, all: ids.into_iter().collect() });
            }
        }
        let needed_imports = rules.rules().iter().map(Rule::needed_imports).collect();
        Triggers { words, alternatives, needed_imports }
    }
}

/// How many nodes of an anchor's kind around a trigger word are tried, from the inside out: `[]byte(string(b))` holds one
/// call in another. More would make deep nesting quadratic.
const NEAREST_ANCHORS: usize = 3;

/// The machinery that a thread keeps.
pub struct Scanner<'r> {
    rules: &'r RuleSet,
    triggers: &'r Triggers,
    parser: Parser,
}

impl<'r> Scanner<'r> {
    /// A scanner for these rules.
    ///
    /// # Errors
    /// When the grammar does not fit the parser: a defect of the build.
    pub fn new(rules: &'r RuleSet, triggers: &'r Triggers) -> Result<Scanner<'r>, GrammarMismatch> {
        Ok(Scanner { rules, triggers, parser: crate::go::syntax::parser()? })
    }

    /// Scans one file. `outline` must have been made with the triggers' words.
    pub fn scan(&mut self, text: &[u8], outline: &Outline) -> Scanned {
        self.scan_for(text, outline, true)
    }

    /// As `scan`. Rules that need a profile are asked only where one may have `measured` something.
    pub fn scan_for(&mut self, text: &[u8], outline: &Outline, measured: bool) -> Scanned {
        let mut scanned = Scanned::default();
        let masked = masked(text, outline);
        let imports: Vec<Import> = outline
            .imports
            .iter()
            .map(|import| Import { name: import.name.clone(), path: import.path.clone() })
            .collect();
        let may_hold =
            |rule: usize| (measured || !self.rules.rules()[rule].needs_profile) && self.may_hold_in(rule, outline);
        let may_hold: Vec<bool> = (0..self.rules.rules().len()).map(may_hold).collect();
        let possible: Vec<&Alternative> = self.triggers.alternatives.iter().filter(|one| may_hold[one.rule]).collect();
        for (index, declaration) in outline.declarations.iter().enumerate() {
            let awake: Vec<&Alternative> =
                possible.iter().filter(|one| declaration.words.contains_all(&one.all)).copied().collect();
            if awake.is_empty() {
                continue;
            }
            let span = declaration.span;
            let (Some(original), Some(masked)) = (text.get(span.start..span.end), masked.get(span.start..span.end))
            else {
                continue;
            };
            let tree = match parse(&mut self.parser, masked) {
                Ok(tree) => tree,
                Err(error) => {
                    let at = Span::new(span.start, span.start);
                    scanned.broken.push(Broken { declaration: index, at, error: Some(error) });
                    continue;
                }
            };
            let syntax = Syntax::new(&tree, original, span.start);
            if let Some(error) = syntax.error_spans().next() {
                let at = Span::new(error.start, error.end);
                scanned.broken.push(Broken { declaration: index, at, error: None });
                continue;
            }
            let matches = self.matches(&awake, outline, declaration, &syntax, &mut scanned.patterns_hit);
            if matches.is_empty() {
                continue;
            }
            // Names and types cost as much as the tree: they are read only where some pattern fits.
            let bindings = Bindings::new(&syntax, &imports);
            let terms = Terms::new(&syntax, &bindings, &imports);
            let code = Code::new(&syntax, &bindings, &terms);
            scanned.candidates.extend(self.judge(matches, index, &code));
            if scanned.candidates.last().is_some_and(|candidate| candidate.declaration == index) {
                let used = bindings.predeclared_used().iter().map(|name| (*name).to_owned());
                scanned.predeclared.insert(index, used.collect());
            }
        }
        scanned
    }

    /// Whether a rule may be true of this file, by its build constraint and its imports.
    fn may_hold_in(&self, rule: usize, outline: &Outline) -> bool {
        let tags = &self.rules.rules()[rule].except_tags;
        let excluded = outline.constraint.as_ref().is_some_and(|built| tags.iter().any(|tag| built.demands(tag)));
        let imports = self.triggers.needed_imports[rule].as_ref().is_none_or(|needed| {
            // A package need not import itself, and its clause has only the last part of its path.
            let is_itself = |path: &String| path.rsplit('/').next() == Some(&*outline.package);
            outline.imports.iter().any(|import| needed.contains(&*import.path)) || needed.iter().any(is_itself)
        });
        imports && !excluded
    }

    /// What the queries of the awake rules match, by rule and anchor.
    fn matches(
        &self,
        awake: &[&Alternative],
        outline: &Outline,
        declaration: &Declaration,
        syntax: &Syntax,
        patterns_hit: &mut BTreeSet<(usize, usize)>,
    ) -> Vec<Matched> {
        let mut all = Vec::new();
        for (rule, anchor) in self.anchors(awake, outline, declaration, syntax) {
            let Some(query) = self.rules.rules()[rule].query() else { continue };
            for (pattern, mut captures) in matches(query, syntax, anchor) {
                patterns_hit.insert((rule, pattern));
                captures.resize(self.rules.rules()[rule].captures.len(), Vec::new());
                all.push(Matched { rule, anchor, captures });
            }
        }
        all
    }

    /// The nodes to match each awake rule on: the innermost nodes of an anchor's kind around each of its trigger
    /// words.
    fn anchors(
        &self,
        awake: &[&Alternative],
        outline: &Outline,
        declaration: &Declaration,
        syntax: &Syntax,
    ) -> Vec<(usize, NodeId)> {
        let nearest: Climb<usize, Option<NodeId>> = Climb::default();
        let mut anchors = Vec::new();
        for site in &outline.word_sites[declaration.word_sites.clone()] {
            for alternative in awake.iter().filter(|alternative| alternative.first == site.word) {
                let kinds = &self.rules.rules()[alternative.rule].anchors;
                let mut at = syntax.at(site.at as usize);
                for _ in 0..NEAREST_ANCHORS {
                    let Some(from) = at else { break };
                    let is_anchor = |node| kinds.contains(&syntax.kind(node)).then_some(Some(node));
                    let Some(anchor) = nearest.first(alternative.rule, syntax, from, None, is_anchor) else { break };
                    anchors.push((alternative.rule, anchor));
                    at = syntax.parent(anchor);
                }
            }
        }
        anchors.sort_unstable();
        anchors.dedup();
        anchors
    }

    /// The matches whose guards hold as far as this file can say. Two patterns of one rule on one anchor would say the same
    /// thing twice: the first that holds speaks for both.
    fn judge(&self, matches: Vec<Matched>, declaration: usize, code: &Code) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let mut told = None;
        let mut names: Option<Arc<Names>> = None;
        for Matched { rule: index, anchor, captures } in matches {
            let rule = &self.rules.rules()[index];
            let mut found = Match::new(captures);
            if told == Some((index, anchor)) || !rule.guards.iter().all(|guard| found.judge(guard, code)) {
                continue;
            }
            told = Some((index, anchor));
            let offers = if rule.fixes.is_empty() {
                Vec::new()
            } else {
                offers(rule, &found, code, names.get_or_insert_with(|| Arc::new(Names::of(code))))
            };
            let doubt = found.any_of(&rule.needs_profile_where, code);
            let (captures, condition) = found.finish(code, |capture| rule.say.prints_type_of(capture), |_| None);
            candidates.push(Candidate { rule: index, declaration, captures, condition, doubt, offers });
        }
        candidates
    }
}

/// A match of a rule's query, before its guards are asked.
struct Matched {
    rule: usize,
    anchor: NodeId,
    captures: Vec<Vec<NodeId>>,
}
