//! Rules that only a profile justifies: which of them a run can ask at all, and what a profile must show beyond bytes.

use super::profile::Loaded;
use crate::edge::GoFile;
use crate::go::outline::Outline;
use crate::join::measures;
use crate::model::{Explanation, Finding, Lifetime, Unasked, Verdict};
use crate::rule::{Counts, Rule, RuleSet, Shows};
use rustc_hash::FxHashSet;

/// The rules that this run can ask, and how many it cannot: what no profile measures need not be looked for.
pub(super) fn asked(rules: RuleSet, profiles: &[&Loaded]) -> (RuleSet, Unasked) {
    let mut unasked = Unasked::default();
    let mut lacks = |rule: &Rule| {
        let measuring = profiles.iter().find(|loaded| measures(loaded.kind) == Some(rule.measured_by));
        let word = match measuring {
            _ if !rule.needs_profile => return true,
            None => rule.measured_by.word(),
            Some(loaded) if rule.counts == Counts::InUse && loaded.in_use().is_none() => "in-use",
            Some(_) => return true,
        };
        *unasked.rules.entry(word).or_default() += 1;
        false
    };
    let rules = rules.only(&mut lacks);
    (rules, unasked)
}

/// Whether a rule that these profiles let ask asks what function bodies do with what they take by value.
pub(super) fn ask_bodies(rules: &RuleSet, profiles: &[&Loaded]) -> bool {
    let measured = |rule: &Rule| profiles.iter().any(|loaded| measures(loaded.kind) == Some(rule.measured_by));
    rules.rules().iter().any(|rule| rule.asks_bodies() && (!rule.needs_profile || measured(rule)))
}

/// The files that profiles can have measured: what needs a profile need not be looked for in others, and looking costs as much
/// as parsing.
pub(super) struct Measured {
    /// Base names, which is what files are found by; `None` where any file may have had another name.
    names: Option<FxHashSet<String>>,
}

impl Measured {
    /// The files that these profiles name. Those of an older revision may have been renamed since.
    pub(super) fn new(profiles: &[&Loaded], of_a_revision: bool) -> Measured {
        let functions = profiles.iter().flat_map(|loaded| &loaded.profile.functions);
        let base = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Measured { names: (!of_a_revision).then(|| functions.map(|function| base(&function.file)).collect()) }
    }

    /// Any file: where nobody asks what findings cost.
    pub(super) fn anywhere() -> Measured {
        Measured { names: None }
    }

    /// Whether this file is one of them. What `//line` says is in no file name.
    pub(super) fn may_hold(&self, file: &GoFile, outline: &Outline) -> bool {
        let base = file.absolute.file_name().and_then(|name| name.to_str());
        let named = |names: &FxHashSet<String>| base.is_none_or(|base| names.contains(base));
        !outline.line_map.is_empty() || self.names.as_ref().is_none_or(named)
    }
}

/// Whether a profile says what the rule of a finding needs it to say. Always so where it needs none.
pub(super) fn is_justified(rule: &Rule, needs_profile: bool, finding: &Finding) -> bool {
    let measured = matches!(finding.verdict, Verdict::Hot | Verdict::Measured);
    !needs_profile || measured && rule.shows.iter().all(|shows| is_shown(*shows, finding))
}

fn is_shown(shows: Shows, finding: &Finding) -> bool {
    match shows {
        Shows::Growth => finding.explanation.parts.iter().any(|part| part.ladder.is_some()),
        Shows::ShortLived => finding.behaviour.lifetime == Some(Lifetime::ShortLived),
        Shows::Retained => finding.behaviour.lifetime == Some(Lifetime::Retained),
        Shows::LargeObjects => mean_size(&finding.explanation).is_some_and(|size| size >= LARGE),
    }
}

/// Objects of so many bytes on average are large: a page, which is more than what a pool costs to keep.
const LARGE: i64 = 4096;

/// The mean size of the objects that the finding's lines allocate, in bytes; `None` where the profile does not tell.
fn mean_size(explanation: &Explanation) -> Option<i64> {
    let sizes = || explanation.parts.iter().flat_map(|part| &part.sizes);
    let bytes = sizes().map(|size| size.bytes).fold(0, i64::saturating_add);
    let objects = sizes().map(|size| size.objects).fold(0, i64::saturating_add);
    bytes.checked_div(objects)
}
