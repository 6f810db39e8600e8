//! What the proof of a rule lets expect of a finding that no evidence of its own tells the cost of.

use crate::model::{Dialect, Finding, ProofEstimate, Verdict};
use crate::rule::RuleSet;
use std::collections::BTreeMap;

/// The proofs of the rules of a run, each read when the first of its findings asks.
pub(super) struct Estimates<'r> {
    rules: &'r RuleSet,
    /// The compiler that the findings are about: the newest that fits.
    minor: u16,
    read: BTreeMap<usize, Option<ProofEstimate>>,
}

impl<'r> Estimates<'r> {
    pub(super) fn new(rules: &'r RuleSet, dialect: Dialect) -> Self {
        Estimates { rules, minor: dialect.newest, read: BTreeMap::new() }
    }

    /// What was measured of the rule's example; `None` where the finding was looked for in evidence of its own, or where this
    /// compiler was not measured.
    pub(super) fn of(&mut self, rule: usize, finding: &Finding) -> Option<ProofEstimate> {
        let unheard_of =
            matches!(finding.verdict, Verdict::Unprofiled | Verdict::Unmeasured | Verdict::Unseen | Verdict::New);
        if !unheard_of || finding.judged().is_some() {
            return None;
        }
        let (rules, minor) = (self.rules, self.minor);
        let read = || {
            let proof = rules.rules().get(rule)?.proof()?;
            let version = proof.on(minor)?;
            Some(ProofEstimate { release: version.release.clone(), case: version.told_case()?.clone() })
        };
        self.read.entry(rule).or_insert_with(read).clone()
    }
}
