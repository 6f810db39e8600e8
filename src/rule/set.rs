//! The rules of a run: the shipped ones and a repository's own, sorted by id.

use super::complaint::{RuleError, did_you_mean};
use super::load::{GROUPS, read_rule};
use super::rule::{Origin, Rule};
use super::shipped::SHIPPED;
use std::collections::BTreeSet;

/// Rules, sorted by id, each id once.
#[derive(Debug, Default)]
pub struct RuleSet {
    rules: Vec<Rule>,
}

/// What keeps rules from being put together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleSetError {
    /// A word of `--select` or `--ignore` that names nothing.
    #[error("no rule and no group is called `{word}`")]
    UnknownWord {
        /// As typed.
        word: String,
        /// The closest known word.
        closest: Option<String>,
        /// Words that have something in common with it.
        near: Vec<String>,
    },
    /// `--select` and `--ignore` together leave nothing to look for.
    #[error("no rule is left: --ignore takes back all that --select names")]
    NoneLeft,
    /// Two rules of one id.
    #[error("rule `{0}` exists already; give yours another id")]
    Duplicate(String),
}

impl RuleSet {
    /// The shipped rules.
    ///
    /// # Errors
    /// The complaints about the first rule that does not load: a defect of this build, which its tests refuse.
    pub fn shipped() -> Result<RuleSet, (&'static str, Vec<RuleError>)> {
        let mut rules = Vec::with_capacity(SHIPPED.len());
        for shipped in SHIPPED {
            let rule = read_rule(shipped.id, shipped.toml, shipped.query, Origin::Shipped);
            let mut rule = rule.map_err(|errors| (shipped.id, errors))?;
            rule.proof_text = shipped.proof;
            rules.push(rule);
        }
        Ok(RuleSet { rules })
    }

    /// The rules, sorted by id.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules, each on its own.
    pub fn into_rules(self) -> Vec<Rule> {
        self.rules
    }

    /// The rule of this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.binary_search_by(|rule| (*rule.id).cmp(id)).ok().map(|index| &self.rules[index])
    }

    /// Adds a rule.
    ///
    /// # Errors
    /// `Duplicate` when its id is taken.
    pub fn add(&mut self, rule: Rule) -> Result<(), RuleSetError> {
        match self.rules.binary_search_by(|known| known.id.cmp(&rule.id)) {
            Ok(_) => Err(RuleSetError::Duplicate(rule.id.to_string())),
            Err(at) => {
                self.rules.insert(at, rule);
                Ok(())
            }
        }
    }

    /// Only the rules that `select` names by id or group (all when it is empty), without those that `ignore` names.
    ///
    /// # Errors
    /// `UnknownWord` for a word that names neither, `NoneLeft` where they leave no rule.
    pub fn narrowed(mut self, select: &[String], ignore: &[String]) -> Result<RuleSet, RuleSetError> {
        for word in select.iter().chain(ignore) {
            let known: BTreeSet<&str> = GROUPS.into_iter().chain(self.rules.iter().map(|rule| &*rule.id)).collect();
            if !known.contains(word.as_str()) {
                let closest = did_you_mean(word, known).map(str::to_owned);
                return Err(RuleSetError::UnknownWord {
                    word: word.clone(),
                    closest,
                    near: self.near_with_groups(word),
                });
            }
        }
        let names = |words: &[String], rule: &Rule| words.iter().any(|word| *word == *rule.id || *word == rule.group);
        self.rules.retain(|rule| (select.is_empty() || names(select, rule)) && !names(ignore, rule));
        // To ignore every rule is a way to see hotspots alone; to ask for some and take them back is a mistake.
        if !select.is_empty() && self.rules.is_empty() { Err(RuleSetError::NoneLeft) } else { Ok(self) }
    }

    /// Only the rules that `keep` keeps, asked once each in the order of ids.
    pub fn only(mut self, mut keep: impl FnMut(&Rule) -> bool) -> RuleSet {
        self.rules.retain(|rule| keep(rule));
        self
    }

    /// Whether one of them asks what function bodies do with what they take by value.
    pub fn ask_bodies(&self) -> bool {
        self.rules.iter().any(Rule::asks_bodies)
    }

    /// How many patterns they find: spellings of one pattern count once.
    pub fn patterns(&self) -> usize {
        let pattern = |rule: &'_ Rule| rule.spelling_of.clone().unwrap_or_else(|| rule.id.clone());
        self.rules.iter().map(pattern).collect::<BTreeSet<_>>().len()
    }

    /// The trigger words of all rules, each once, sorted.
    pub fn words(&self) -> Vec<String> {
        let words: BTreeSet<&String> = self.rules.iter().flat_map(|rule| &rule.trigger).flatten().collect();
        words.into_iter().cloned().collect()
    }
}
