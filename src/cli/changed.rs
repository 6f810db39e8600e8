//! Changed code: which files a run about a change looks into, and which findings the change brings.
//!
//! A finding is reported where its code or one of its cost lines was touched. Where neither was, the source as it was before is
//! scanned too: a finding that did not stand there then is brought by the change all the same, through a fact that its guards
//! used (the type of a field in a sibling file, a capacity that was dropped, the `go` line of go.mod).

use super::args_changes::ChangesAsked;
use super::asked::Measured;
use super::changed_scope::{narrow, told};
use super::gather::{Gathered, gather};
use super::resolve::resolve_all;
use super::settings::Input;
use super::{CliError, OldCode};
use crate::edge::{Discovery, GoFile, Overlay, Progress, Scratch, Since};
use crate::model::{ChangeSummary, ChangedLines, Dialect, Newness};
use crate::rule::RuleSet;
use crate::scan::{Site, Triggers};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A change, and the source before it.
pub(super) struct Changed {
    /// What it is compared with.
    pub(super) told: String,
    /// The commit, where there is one.
    pub(super) base: Option<String>,
    /// What differs, by file as it is named now.
    pub(super) lines: BTreeMap<PathBuf, ChangedLines>,
    /// How many of the files that were asked for it changed.
    pub(super) files: usize,
    /// How many of them are not read.
    pub(super) files_unread: usize,
    /// The files of the run as they were, each where it is now.
    pub(super) then: Arc<Overlay>,
    /// The files of the run, and their modules as they were.
    pub(super) before: Discovery,
    /// Doubts.
    pub(super) warnings: Vec<String>,
}

/// Narrows the files of a run to those that a change can bring findings to; `None` where no change was asked about.
pub(super) fn changed(old: &OldCode, found: &mut Discovery, input: &Input) -> Result<Option<Changed>, CliError> {
    let Some(asked) = &old.changes else { return Ok(None) };
    let scratch = Scratch::new().map_err(|error| CliError::Other {
        message: format!("{} needs a folder for git's answers: {error}", asked.option()),
        help: "make room where temporary files go, or set TMPDIR".to_owned(),
    })?;
    narrow(asked, found, input, &scratch).map(Some)
}

impl ChangesAsked {
    /// As git is asked.
    pub(super) fn since(&self) -> Since<'_> {
        match self {
            ChangesAsked::Since(revision) => Since::Revision(revision),
            ChangesAsked::MergeBase(branch) => Since::MergeBase(branch),
            ChangesAsked::Staged => Since::Staged,
        }
    }

    /// As it was typed.
    pub(super) fn option(&self) -> String {
        match self {
            ChangesAsked::Since(revision) => format!("--since {revision}"),
            ChangesAsked::MergeBase(branch) => format!("--merge-base {branch}"),
            ChangesAsked::Staged => "--staged".to_owned(),
        }
    }

    /// What a finding is new to.
    pub(super) fn told(&self, base: Option<&str>) -> String {
        told(self, base)
    }
}

impl Changed {
    /// How each of the sites stands to the change, parallel to them.
    pub(super) fn judge(
        &self,
        sites: &[Site],
        gathered: &Gathered,
        (rules, triggers, dialect): (&RuleSet, &Triggers, Dialect),
        input: &Input,
    ) -> Vec<Newness> {
        let untouched: Vec<Option<(PathBuf, u32)>> = sites.iter().map(|site| self.then(site, gathered)).collect();
        let folders: BTreeSet<&Path> = untouched.iter().flatten().filter_map(|(path, _)| path.parent()).collect();
        let mut before = self.before(&folders, rules, triggers, dialect, input);
        let newness = |(site, then): (&Site, &Option<(PathBuf, u32)>)| {
            let Some((path, line)) = then else { return Newness::Touched };
            match before.get_mut(&(path.clone(), site.rule, *line)) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    Newness::Unchanged
                }
                _ => Newness::Brought,
            }
        };
        sites.iter().zip(&untouched).map(newness).collect()
    }

    /// The file of a site and the line where its code stood before; `None` where it was touched.
    fn then(&self, site: &Site, gathered: &Gathered) -> Option<(PathBuf, u32)> {
        let path = gathered.path(site.file)?.to_owned();
        let first = gathered.sources.get(&site.file)?.region(site.span);
        let Some(lines) = self.lines.get(&path) else { return Some((path, first.start.line)) };
        // The end is exclusive: a stretch that ends before the first column of a line has nothing of it.
        let last = first.end.line - u32::from(first.end.column == 1 && first.end.line > first.start.line);
        let touched =
            lines.touch(first.start.line, last) || site.cost_lines.iter().any(|line| lines.touch(*line, *line));
        if touched { None } else { lines.then(first.start.line).map(|line| (path, line)) }
    }

    /// How many sites each rule had on each line of these folders' files before, by the names that the files have now.
    fn before(
        &self,
        folders: &BTreeSet<&Path>,
        rules: &RuleSet,
        triggers: &Triggers,
        dialect: Dialect,
        input: &Input,
    ) -> BTreeMap<(PathBuf, usize, u32), usize> {
        let concerned = |file: &&GoFile| {
            let here = file.absolute.parent().is_some_and(|folder| folders.contains(folder));
            here && self.then.has(&file.absolute)
        };
        let files: Vec<GoFile> = self.before.files.iter().filter(concerned).cloned().collect();
        if files.is_empty() {
            return BTreeMap::new();
        }
        let before = Discovery { files, overlay: self.then.clone(), ..self.before.clone() };
        let progress = Progress::new(false, "files", before.files.len());
        let gathered = gather(
            before,
            rules,
            triggers,
            input.include.generated,
            &Measured::anywhere(),
            &input.working_directory,
            &progress,
        );
        let mut counts = BTreeMap::new();
        for site in resolve_all(&gathered, rules, dialect) {
            let Some((path, source)) = gathered.path(site.file).zip(gathered.sources.get(&site.file)) else { continue };
            *counts.entry((path.to_owned(), site.rule, source.line_at(site.span.start))).or_insert(0) += 1;
        }
        counts
    }

    /// The totals; findings are counted when they are known.
    pub(super) fn into_summary(self) -> ChangeSummary {
        let Changed { told, base, files, files_unread, .. } = self;
        ChangeSummary { told, base, files, files_unread, ..ChangeSummary::default() }
    }
}
