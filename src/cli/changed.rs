//! Changed code: which files a run about a change looks into, and which findings the change brings.
//!
//! A finding is reported where its code or one of its cost lines was touched. Where neither was, the source as it was before is
//! scanned too: a finding that did not stand there then is brought by the change all the same, through a fact that its guards
//! used (the type of a field in a sibling file, a capacity that was dropped, the `go` line of go.mod), a comment that let it stand,
//! or settings that did not ask for it.

use super::args_changes::ChangesAsked;
use super::asked::Measured;
use super::changed_before::{Asking, Before};
use super::changed_scope::{Answers, ask, narrow, told};
use super::changed_settings::{SettingsThen, Speaking};
use super::declared::DeclaredByFiles;
use super::gather::{Gathered, gather};
use super::settings::Input;
use super::{CliError, OldCode};
use crate::edge::{Discovery, GoFile, Overlay, Progress, Scratch, Since};
use crate::model::{ChangeSummary, ChangedLines};
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
    /// What files declare as they are, as far as it was asked for.
    pub(super) declared: DeclaredByFiles,
    /// The files of the run, and their modules as they were.
    pub(super) before: Discovery,
    /// What settings asked of them.
    pub(super) settings: SettingsThen,
    /// Doubts.
    pub(super) warnings: Vec<String>,
}

/// Asks git about the change that a run is about, if it is about one.
pub(super) fn ask_git(old: &OldCode, found: &mut Discovery, input: &Input) -> Result<Option<Answers>, CliError> {
    let Some(asked) = &old.changes else { return Ok(None) };
    let scratch = Scratch::new().map_err(|error| CliError::Other {
        message: format!("{} needs a folder for git's answers: {error}", asked.option()),
        help: "make room where temporary files go, or set TMPDIR".to_owned(),
    })?;
    ask(asked, found, &input.working_directory, &scratch).map(Some)
}

/// Narrows the files of a run to those that a change can bring findings to; `None` where no change was asked about.
pub(super) fn changed(
    old: &OldCode,
    answers: Option<Answers>,
    found: &mut Discovery,
    (input, speaking): (&Input, Speaking),
    bodies: bool,
) -> Result<Option<Changed>, CliError> {
    let about = old.changes.as_ref().zip(answers);
    about.map(|(asked, answers)| narrow(asked, answers, found, (input, speaking), bodies)).transpose()
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
    /// What was told before, as far as findings of the run can have stood then.
    pub(super) fn before(
        &self,
        sites: &[Site],
        gathered: &Gathered,
        triggers: &Triggers,
        asking: Asking,
        input: &Input,
    ) -> Before {
        let untouched = sites.iter().filter(|site| !self.touches(site, gathered)).map(|site| site.file);
        let marked = gathered.scanned.keys().filter(|id| gathered.tree.file(**id).outline.linter_directives);
        let folders: BTreeSet<&Path> =
            untouched.chain(marked.copied()).filter_map(|id| gathered.path(id)?.parent()).collect();
        let concerned = |file: &&GoFile| {
            let here = file.absolute.parent().is_some_and(|folder| folders.contains(folder));
            here && self.then.has(&file.absolute)
        };
        let files: Vec<GoFile> = self.before.files.iter().filter(concerned).cloned().collect();
        if files.is_empty() {
            return Before::default();
        }
        let before = Discovery { files, overlay: self.then.clone(), ..self.before.clone() };
        let progress = Progress::new(false, "files", before.files.len());
        let generated = self.settings.include.generated;
        let anywhere = Measured::anywhere();
        let here = &input.working_directory;
        let was = gather(before, asking.rules, triggers, generated, &anywhere, here, &progress);
        was.declared.carry_over(&gathered.declared, |path| self.then.get(path) != gathered.overlay().get(path));
        Before::of(&was, &self.settings, asking)
    }

    fn touches(&self, site: &Site, gathered: &Gathered) -> bool {
        let lines = gathered.path(site.file).and_then(|path| self.lines.get(path));
        let region = gathered.sources.get(&site.file).map(|source| source.region(site.span));
        lines.zip(region).is_some_and(|(lines, region)| lines.touch_code(region, &site.cost_lines))
    }

    /// The totals; findings are counted when they are known.
    pub(super) fn into_summary(self) -> ChangeSummary {
        let Changed { told, base, files, files_unread, .. } = self;
        ChangeSummary { told, base, files, files_unread, ..ChangeSummary::default() }
    }
}
