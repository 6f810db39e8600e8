//! What of a run's findings is old: there before the change that was asked about, or accepted in a baseline.

use super::changed::Changed;
use super::gather::Gathered;
use super::settings::Input;
use crate::go::tree::FileId;
use crate::model::{ChangeSummary, ChangedLines, Dialect, Finding, Newness};
use crate::rule::RuleSet;
use crate::scan::{Site, Triggers};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How the sites of a run stand to what was asked.
#[derive(Default)]
pub(super) struct Old {
    /// Parallel to the sites; empty where no change was asked about.
    newness: Vec<Newness>,
    /// What changed, by the files' names as they are printed.
    lines: BTreeMap<Arc<str>, ChangedLines>,
    /// The totals of the change, where one was asked about.
    pub(super) change: Option<ChangeSummary>,
    /// Doubts, one sentence each.
    pub(super) warnings: Vec<String>,
}

impl Old {
    /// Of the sites of a run.
    pub(super) fn of(
        changed: Option<Changed>,
        sites: &[Site],
        gathered: &Gathered,
        scanning: (&RuleSet, &Triggers, Dialect),
        input: &Input,
    ) -> Old {
        let Some(mut changed) = changed else { return Old::default() };
        let newness = changed.judge(sites, gathered, scanning, input);
        let warnings = std::mem::take(&mut changed.warnings);
        let shown = |(id, _): (&FileId, _)| {
            let lines = gathered.path(*id).and_then(|path| changed.lines.get(path))?;
            Some((gathered.tree.file(*id).shown.clone(), lines.clone()))
        };
        let lines = gathered.scanned.iter().filter_map(shown).collect();
        Old { newness, lines, change: Some(changed.into_summary()), warnings }
    }

    /// Lets the finding of a site know how it stands, and counts it.
    pub(super) fn stand(&mut self, site: usize, finding: &mut Finding) {
        if let Some(newness) = self.newness.get(site).copied() {
            self.count(newness, finding);
        }
    }

    /// The same of findings that are about no site: by their lines alone.
    pub(super) fn stand_by_lines(&mut self, findings: &mut [Finding]) {
        if self.change.is_none() {
            return;
        }
        for finding in findings.iter_mut().filter(|finding| finding.standing.newness.is_none()) {
            let (first, last) = (finding.region.start.line, finding.region.end.line);
            let touched = self.lines.get(&finding.path).is_some_and(|lines| lines.touch(first, last));
            self.count(if touched { Newness::Touched } else { Newness::Unchanged }, finding);
        }
    }

    fn count(&mut self, newness: Newness, finding: &mut Finding) {
        finding.standing.newness = Some(newness);
        let Some(change) = self.change.as_mut() else { return };
        match newness {
            Newness::Touched => change.touched += 1,
            Newness::Brought => change.brought += 1,
            Newness::Unchanged => change.unchanged += 1,
        }
        if newness == Newness::Brought {
            finding.notes.insert(0, BROUGHT.to_owned());
        }
    }
}

/// Why a finding is told whose lines are as they were.
const BROUGHT: &str = "new although its own lines are as they were: what changed elsewhere makes it true";
