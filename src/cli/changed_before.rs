//! What was told of a run's files before a change: which findings stood where, whether comments let them stand, and how much was
//! asked. What stood there as it stands now is old.

use super::changed_settings::{AskedThen, SettingsThen};
use super::directed::Directed;
use super::gather::Gathered;
use super::report::finding;
use super::resolve::resolve_all;
use super::settings::Selection;
use crate::config::RuleWords;
use crate::model::{Dialect, Finding, Newness, RuleId, Verdict};
use crate::rule::RuleSet;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Findings by file, as it is printed now, rule, and the line where they began.
#[derive(Default)]
pub(super) struct Before(BTreeMap<(Arc<str>, RuleId, u32), Stood>);

/// Findings of one rule on one line.
struct Stood {
    count: usize,
    /// Whether a comment let them stand.
    suppressed: bool,
    asked: AskedThen,
}

/// How a run asks of both states of the source.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) words: &'a RuleWords,
    pub(super) selection: &'a Selection,
    pub(super) dialect: Dialect,
    /// Whether there is a profile.
    pub(super) profiled: bool,
}

impl Before {
    /// Of files that were read as they were.
    pub(super) fn of(gathered: &Gathered, settings: &SettingsThen, asking: Asking) -> Before {
        let Asking { rules, words, selection, dialect, profiled } = asking;
        let sites = resolve_all(gathered, rules, dialect);
        let mut directives = Directed::read(gathered, words, &settings.policies, selection);
        // What only a profile justifies may be told now or not: a directive that it alone would need is no matter.
        let (doubtful, sure): (Vec<_>, Vec<_>) = sites.iter().partition(|site| site.needs_profile);
        let mut before = Before::default();
        for (sites, are_sure) in [(sure, true), (doubtful, false)] {
            let told = |site: &&_| finding(site, &rules.rules()[site.rule], Verdict::Unprofiled, gathered);
            let mut findings: Vec<Finding> = sites.iter().map(told).collect();
            directives.apply(&mut findings, gathered, rules, profiled);
            let remarks = findings.split_off(sites.len());
            for (site, finding) in sites.iter().zip(&findings) {
                let Some(path) = gathered.path(site.file) else { continue };
                before.add(finding, settings.asked(path, &finding.rule));
            }
            if are_sure {
                remarks.iter().for_each(|remark| before.add(remark, AskedThen::At(remark.severity)));
            }
        }
        before
    }

    fn add(&mut self, finding: &Finding, asked: AskedThen) {
        let key = (finding.path.clone(), finding.rule.clone(), finding.region.start.line);
        let suppressed = finding.is_suppressed();
        self.0.entry(key).or_insert(Stood { count: 0, suppressed, asked }).count += 1;
    }

    /// How a finding of today stands to what was there, whose code began on the line `then`; and why, where it is new.
    pub(super) fn meet(&mut self, finding: &Finding, then: u32) -> (Newness, Option<String>) {
        let brought =
            |why: &str| (Newness::Brought, Some(format!("new although its own lines are as they were: {why}")));
        let key = (finding.path.clone(), finding.rule.clone(), then);
        let Some(stood) = self.0.get_mut(&key).filter(|stood| stood.count > 0) else {
            return brought("what changed elsewhere makes it true");
        };
        stood.count -= 1;
        match stood.asked {
            AskedThen::LeftOut => brought("its file was left out before"),
            AskedThen::NotAsked => brought("settings did not ask for this rule here before"),
            AskedThen::At(level) if finding.severity < level => {
                brought(&format!("settings made it a {} before", level.word()))
            }
            _ if stood.suppressed && !finding.is_suppressed() => brought("a comment let it stand before"),
            _ => (Newness::Unchanged, None),
        }
    }
}
