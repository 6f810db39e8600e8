//! What of a run's findings is old: there before the change that was asked about, or accepted in a baseline.

use super::baseline::load;
use super::changed::Changed;
use super::changed_before::{Asking, Before};
use super::gather::Gathered;
use super::settings::Input;
use super::{CliError, OldCode};
use crate::baseline::accept;
use crate::edge::left_out_by_name;
use crate::go::module_index::Module;
use crate::go::tree::FileId;
use crate::model::{BaselineEntry, BaselineSummary, ChangeSummary, ChangedLines, Finding, Newness, RuleId};
use crate::rule::RuleSet;
use crate::scan::{Site, Triggers};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How the findings of a run stand to what was asked.
#[derive(Default)]
pub(super) struct Old {
    /// What was told before the change.
    before: Before,
    /// What changed, by the files' names as they are printed.
    lines: BTreeMap<Arc<str>, ChangedLines>,
    /// The totals of the change, where one was asked about.
    pub(super) change: Option<ChangeSummary>,
    /// What was accepted, and what of that this run can see.
    baseline: Option<(Baseline, Sight)>,
    /// Doubts, one sentence each.
    pub(super) warnings: Vec<String>,
}

impl Old {
    /// Of the sites of a run.
    pub(super) fn of(
        (changed, baseline): (Option<Changed>, Option<Baseline>),
        sites: &[Site],
        gathered: &Gathered,
        (triggers, asking): (&Triggers, Asking),
        input: &Input,
    ) -> Old {
        let baseline = baseline.map(|baseline| (baseline, Sight::of(gathered, asking.rules, input, changed.is_some())));
        let Some(mut changed) = changed else { return Old { baseline, ..Old::default() } };
        let before = changed.before(sites, gathered, triggers, asking, input);
        let warnings = std::mem::take(&mut changed.warnings);
        let shown = |(id, _): (&FileId, _)| {
            let lines = gathered.path(*id).and_then(|path| changed.lines.get(path))?;
            Some((gathered.tree.file(*id).shown.clone(), lines.clone()))
        };
        let lines = gathered.scanned.iter().filter_map(shown).collect();
        Old { before, lines, change: Some(changed.into_summary()), baseline, warnings }
    }

    /// Lets the findings of a run know how they stand to the change, and counts them. What comments let stand must be known.
    pub(super) fn stand(&mut self, findings: &mut [Finding]) {
        let Some(change) = self.change.as_mut() else { return };
        let as_it_was = ChangedLines::default();
        for finding in findings {
            let lines = self.lines.get(&finding.path).unwrap_or(&as_it_was);
            let then = lines.then(finding.region.start.line);
            let (newness, why) = match then.filter(|_| !lines.touch_code(finding.region, &finding.cost_lines)) {
                Some(then) => self.before.meet(finding, then),
                None => (Newness::Touched, None),
            };
            match newness {
                Newness::Touched => change.touched += 1,
                Newness::Brought => change.brought += 1,
                Newness::Unchanged => change.unchanged += 1,
            }
            finding.standing.newness = Some(newness);
            finding.notes.splice(0..0, why);
        }
    }

    /// Lets the findings of a run know what was accepted of them.
    pub(super) fn accept(&self, findings: &mut [Finding]) -> Option<BaselineSummary> {
        self.baseline.as_ref().map(|(baseline, sight)| baseline.accept(findings, sight))
    }
}

/// The file of accepted findings, read.
pub(super) struct Baseline {
    path: String,
    entries: Vec<BaselineEntry>,
    factor: f64,
}

impl Baseline {
    /// The one that was given; `None` without one.
    pub(super) fn load(old: &OldCode) -> Result<Option<Baseline>, CliError> {
        let Some(path) = &old.baseline else { return Ok(None) };
        let entries = load(path)?;
        Ok(Some(Baseline { path: path.to_string_lossy().into_owned(), entries, factor: old.regrow.0 }))
    }

    /// Marks what it accepts of the findings of a run.
    pub(super) fn accept(&self, findings: &mut [Finding], sight: &Sight) -> BaselineSummary {
        let summary = accept(findings, &self.entries, self.factor, |entry| sight.has(entry));
        BaselineSummary { path: self.path.clone(), ..summary }
    }
}

/// What a run would have found: an entry beyond that may well have its finding still.
pub(super) struct Sight {
    /// Modules whose every package was asked for, by path.
    modules: Vec<String>,
    /// Packages whose every file was scanned.
    packages: BTreeSet<String>,
    /// Rules that were asked and say what they have to say without a profile.
    rules: BTreeSet<RuleId>,
}

impl Sight {
    /// Of a run; `narrowed` where it looked only into what a change concerns.
    pub(super) fn of(gathered: &Gathered, rules: &RuleSet, input: &Input, narrowed: bool) -> Sight {
        let here = &input.working_directory;
        let named: Vec<PathBuf> = match input.paths.is_empty() && input.files_from.is_none() {
            true => vec![here.clone()],
            false => input.paths.iter().filter_map(|path| here.join(path).canonicalize().ok()).collect(),
        };
        let whole =
            |module: &&Module| !narrowed && named.iter().any(|folder| Path::new(&*module.root).starts_with(folder));
        let modules = gathered.tree.modules().modules().iter().filter(whole).map(|module| module.path.to_string());
        let mut folders: BTreeMap<&Path, (BTreeSet<&Path>, BTreeSet<String>)> = BTreeMap::new();
        for id in gathered.scanned.keys() {
            let (Some(path), Some(folder)) = (gathered.path(*id), gathered.folder(*id)) else { continue };
            let (files, packages) = folders.entry(folder).or_default();
            files.insert(path);
            packages.insert(gathered.tree.file(*id).import_path.to_string());
        }
        let scanned_whole = folders.into_iter().filter(|(folder, (files, _))| {
            let siblings = gathered.overlay().siblings(folder);
            siblings.iter().all(|path| files.contains(path.as_path()) || left_out_by_name(path, folder, input.include))
        });
        Sight {
            modules: modules.collect(),
            packages: scanned_whole.flat_map(|(_, (_, packages))| packages).collect(),
            rules: rules.rules().iter().filter(|rule| !rule.needs_profile).map(|rule| rule.id.clone()).collect(),
        }
    }

    fn has(&self, entry: &BaselineEntry) -> bool {
        let package = entry.package.strip_suffix("_test").unwrap_or(&entry.package);
        let inside = |module: &String| {
            package.strip_prefix(&**module).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.rules.contains(&*entry.rule) && (self.packages.contains(package) || self.modules.iter().any(inside))
    }
}
