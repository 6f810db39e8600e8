//! What settings asked for before a change: which rules, at which level, of which files. What they did not ask for then and ask for
//! now is new, although no line of its code was touched.

use super::CliError;
use super::config_files::{ConfigFiles, ConfigSource, Layers, Policies};
use super::settings::Input;
use crate::config::{Known, RuleWords, Value};
use crate::edge::{GoFile, Include, Overlay, Role, left_out_by_name};
use crate::model::Severity;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The rules of a run, as far as settings speak of them.
#[derive(Clone, Copy)]
pub(super) struct Speaking<'a> {
    /// Where settings come from.
    pub(super) config: &'a ConfigSource,
    /// The words of all rules that there are.
    pub(super) words: &'a RuleWords,
    /// The rules that the command line leaves, by id.
    pub(super) known: &'a [Known],
}

/// A change of the files that settings stand in.
pub(super) struct SettingsChange<'a> {
    /// What stands in for the disk now.
    pub(super) now: Arc<Overlay>,
    /// What did before.
    pub(super) then: Arc<Overlay>,
    /// Go files that had another name.
    pub(super) renamed: BTreeMap<PathBuf, PathBuf>,
    /// Where what is found below folders counts from.
    pub(super) folders: Vec<PathBuf>,
    pub(super) input: &'a Input,
    pub(super) speaking: Speaking<'a>,
}

/// What settings asked of a run's files before.
pub(super) struct SettingsThen {
    /// By the names that the files have now.
    pub(super) policies: Policies,
    /// Which kinds of file were read.
    pub(super) include: Include,
    left_out: BTreeSet<PathBuf>,
    /// Doubts.
    pub(super) warnings: Vec<String>,
}

/// What was asked of a rule in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AskedThen {
    /// The file was not read.
    LeftOut,
    /// The rule was off.
    NotAsked,
    /// Findings were this bad.
    At(Severity),
}

impl SettingsThen {
    /// Of these files.
    pub(super) fn of(files: &[GoFile], change: &SettingsChange) -> Result<SettingsThen, CliError> {
        let SettingsChange { now, then, renamed, folders, input, speaking } = change;
        let over = |overlay: &Arc<Overlay>| {
            ConfigFiles::over(speaking.config.clone(), &input.working_directory, overlay.clone())
        };
        let read = |overlay: &Arc<Overlay>| -> Result<(Policies, Layers), CliError> {
            let mut read = over(overlay);
            let policies = Policies::before(&mut read, files, speaking.known, renamed.clone())?;
            Ok((policies, read.of_run()?))
        };
        let mut warnings = Vec::new();
        let (policies, layers) = read(then).or_else(|error| {
            warnings.push(format!(
                "settings as they were before the change cannot be read, so nothing is new by them: {error}"
            ));
            read(now)
        })?;
        // What was typed was typed for both.
        let asks_now = include_of(&over(now).of_run()?);
        let include = match include_of(&layers) {
            asked_then if asks_now == input.include => asked_then,
            _ => input.include,
        };
        let left_out = |file: &&GoFile| {
            let path = policies.seen(&file.absolute);
            let below = folders.iter().find(|folder| path.starts_with(folder));
            let by_name = || below.is_some_and(|folder| left_out_by_name(path, folder, include));
            policies.leaves_out(file) || file.role == Role::Found && by_name()
        };
        let left_out = files.iter().filter(left_out).map(|file| file.absolute.clone()).collect();
        Ok(SettingsThen { policies, include, left_out, warnings })
    }

    /// What was asked of a rule in a file.
    pub(super) fn asked(&self, file: &Path, rule: &str) -> AskedThen {
        if self.left_out.contains(file) {
            return AskedThen::LeftOut;
        }
        self.policies.levels(file)(rule).map_or(AskedThen::NotAsked, AskedThen::At)
    }

    /// Those of the files in which more is asked now than before.
    pub(super) fn freed(&self, files: &[GoFile], change: &SettingsChange) -> Result<BTreeSet<PathBuf>, CliError> {
        let SettingsChange { now, input, speaking, .. } = change;
        let mut read = ConfigFiles::over(speaking.config.clone(), &input.working_directory, now.clone());
        let asked_now = Policies::new(&mut read, files, Some(speaking.words), speaking.known)?;
        // Which files are generated nobody knows before they are read.
        let generated = input.include.generated && !self.include.generated;
        let more = |file: &&GoFile| {
            let path = &file.absolute;
            let (Some(now), Some(then)) = (asked_now.held(path), self.policies.held(path)) else { return true };
            let was_less = |(now, then): (&Option<Severity>, &Option<Severity>)| match (now, then) {
                (Some(now), Some(then)) => now < then,
                (now, then) => now.is_some() && then.is_none(),
            };
            let rules = || now.iter().map(|held| held.level).zip(then.iter().map(|held| held.level));
            let left_out = self.left_out.contains(path);
            let asked = !asked_now.leaves_out(file);
            asked && (left_out || generated || rules().any(|(now, then)| was_less((&now, &then))))
        };
        Ok(files.iter().filter(more).map(|file| file.absolute.clone()).collect())
    }
}

/// The kinds of file that settings for the run ask for.
fn include_of(layers: &Layers) -> Include {
    let written = layers.iter().rev().find_map(|config| config.values.get("include"));
    let wants = |kind: &str| match written.map(|written| &written.value) {
        Some(Value::Texts(kinds)) => kinds.iter().any(|word| word.value == kind),
        _ => false,
    };
    Include {
        vendor: wants("vendor"),
        testdata: wants("testdata"),
        generated: wants("generated"),
        tests: wants("tests"),
    }
}
