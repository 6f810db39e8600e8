//! The settings files of a run: found, read once each with those that they extend, and asked for what holds for a path.

use super::CliError;
use super::args_config::{ConfigArgs, SettingsFileArgs};
use crate::config::{
    Config, FILE_NAME, Held, Known, LARGEST, PathPatterns, Policy, RuleWords, Typed, Value, Written, read,
};
use crate::edge::{GoFile, Nearest, Overlay, Role, shown};
use crate::model::{RuleId, Severity, Source, Span};
use crate::render::Look;
use crate::render::complaint::{self, Complaint};
use crate::rule::{Rule, RuleSet};
use crate::toml_text::TextError;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A chain of `extend` longer than this is taken for a mistake.
const LONGEST_CHAIN: usize = 10;

/// A settings file behind those that it extends: the nearest is the last.
pub(super) type Layers = Arc<Vec<Config>>;

/// The settings files as far as they were asked for.
#[derive(Debug)]
pub(super) struct ConfigFiles {
    source: ConfigSource,
    nearest: Nearest,
    read: FxHashMap<PathBuf, Layers>,
    working_directory: PathBuf,
    /// What stands in for files of the disk.
    overlay: Arc<Overlay>,
}

/// Where settings come from, and what the command line says in their place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfigSource {
    /// Only from this file.
    pub file: Option<PathBuf>,
    /// From none.
    pub isolated: bool,
    /// What was typed about the choice of rules.
    pub typed: Typed,
    /// Patterns of files to leave out, from the working directory on.
    pub exclude: Vec<String>,
}

impl ConfigSource {
    /// What the options ask for; `selected` says whether --select was given.
    pub(super) fn of(args: ConfigArgs, selected: bool) -> ConfigSource {
        let ConfigArgs { files: SettingsFileArgs { config, isolated }, preset, exclude } = args;
        ConfigSource { file: config, isolated, typed: Typed { preset, selected }, exclude }
    }

    /// The same for who asks for no rules and no files.
    pub(super) fn of_files(files: SettingsFileArgs) -> ConfigSource {
        ConfigSource::of(ConfigArgs { files, ..ConfigArgs::default() }, false)
    }
}

impl ConfigFiles {
    /// Has read nothing yet.
    pub(super) fn new(source: ConfigSource, working_directory: &Path) -> ConfigFiles {
        ConfigFiles::over(source, working_directory, Arc::default())
    }

    /// The same where something stands in for files of the disk.
    pub(super) fn over(source: ConfigSource, working_directory: &Path, overlay: Arc<Overlay>) -> ConfigFiles {
        ConfigFiles {
            source,
            nearest: Nearest::over(FILE_NAME, overlay.clone()),
            read: FxHashMap::default(),
            working_directory: working_directory.to_owned(),
            overlay,
        }
    }

    /// The settings of the run: those of the file at or above the working directory.
    pub(super) fn of_run(&mut self) -> Result<Layers, CliError> {
        let folder = self.working_directory.clone();
        self.of_folder(&folder)
    }

    /// The settings of the Go files in a canonical folder.
    pub(super) fn of_folder(&mut self, folder: &Path) -> Result<Layers, CliError> {
        let file = match &self.source {
            ConfigSource { isolated: true, .. } => None,
            ConfigSource { file: Some(file), .. } => Some(self.working_directory.join(file)),
            _ => self.nearest.of(folder),
        };
        let Some(file) = file else { return Ok(Layers::default()) };
        if let Some(known) = self.read.get(&file) {
            return Ok(known.clone());
        }
        let base = match &self.source.file {
            Some(_) => self.working_directory.clone(),
            None => file.parent().unwrap_or(&file).to_owned(),
        };
        let layers = Arc::new(self.chain(&file, &base)?);
        self.read.insert(file, layers.clone());
        Ok(layers)
    }

    /// The file and what it extends, the nearest last.
    fn chain(&self, file: &Path, base: &Path) -> Result<Vec<Config>, CliError> {
        let mut chain = vec![self.read_file(file, base)?];
        let mut at = file.to_owned();
        while let Some(Written { value: Value::Text(name), span }) =
            chain.last().and_then(|config| config.values.get("extend")).cloned()
        {
            let here = &chain[chain.len() - 1];
            let refuse = |message: &str, help: &str| {
                Err(refused(here, &[TextError { span, message: message.into(), help: help.into() }]))
            };
            if chain.len() == LONGEST_CHAIN {
                return refuse("this goes on and on: each of ten files extends another one", "break the circle");
            }
            // Whatever a repository names here is shown where it is no TOML: only settings files may be.
            if !name.ends_with(".toml") {
                return refuse("a settings file ends in .toml", "name another heaplint.toml");
            }
            let next = here.folder.join(&name);
            let folder = next.parent().and_then(|folder| folder.canonicalize().ok());
            let located = folder.map(|folder| (folder.join(next.file_name().unwrap_or(at.as_os_str())), folder));
            let Some((found, folder)) = located.filter(|(found, _)| self.overlay.has(found)) else {
                return refuse("there is no such file", "name it relative to this file's folder");
            };
            at = found;
            chain.push(self.read_file(&at, &folder)?);
        }
        chain.reverse();
        Ok(chain)
    }

    fn read_file(&self, file: &Path, base: &Path) -> Result<Config, CliError> {
        let name = shown(file, &self.working_directory);
        let text = self.overlay.read(file, &name, LARGEST).map_err(CliError::Config)?;
        let source = Source::new(name, text);
        read(source.clone(), base).map_err(|errors| drawn(&source, &errors))
    }
}

/// What holds for each Go file of a run.
#[derive(Clone, Debug)]
pub(super) struct Policies {
    all: Vec<Policy>,
    /// The rules that policies speak of, by id, in their order.
    rules: Vec<RuleId>,
    by_folder: FxHashMap<PathBuf, usize>,
    typed: PathPatterns,
    /// Files that are asked about by another path than the one that settings see: what a change has renamed.
    moved: BTreeMap<PathBuf, PathBuf>,
    /// Settings for the run that stand in files which do not govern it, one sentence each.
    pub(super) warnings: Vec<String>,
}

impl Policies {
    /// The policies of the files' folders. `words` are those of all rules that there are, `None` where words that name nothing
    /// are no matter; `rules` are those that the command line leaves, by id.
    pub(super) fn new(
        files: &mut ConfigFiles,
        of: &[GoFile],
        words: Option<&RuleWords>,
        rules: &[Known],
    ) -> Result<Policies, CliError> {
        let typed = PathPatterns::new(&files.working_directory, files.source.exclude.iter().map(String::as_str));
        let typed = typed.map_err(|(at, error)| CliError::Other {
            message: format!("--exclude {}: {error}", files.source.exclude.get(at).map_or("", String::as_str)),
            help: "write a pattern as .gitignore has them, such as third_party/ or '*.pb.go'".into(),
        })?;
        let governing = files.of_run()?;
        let mut policies = Policies {
            all: Vec::new(),
            rules: rules.iter().map(|rule| rule.id.clone()).collect(),
            by_folder: FxHashMap::default(),
            typed,
            moved: BTreeMap::new(),
            warnings: Vec::new(),
        };
        let mut known: Vec<Layers> = Vec::new();
        for file in of {
            let folder = file.absolute.parent().unwrap_or(&file.absolute);
            if policies.by_folder.contains_key(folder) {
                continue;
            }
            let layers = files.of_folder(folder)?;
            let at = match known
                .iter()
                .position(|known| Arc::ptr_eq(known, &layers) || known.is_empty() && layers.is_empty())
            {
                Some(at) => at,
                None => {
                    layers.iter().try_for_each(|config| {
                        match words.map(|words| words.check(config)).unwrap_or_default() {
                            errors if errors.is_empty() => Ok(()),
                            errors => Err(refused(config, &errors)),
                        }
                    })?;
                    if !layers.is_empty() && !Arc::ptr_eq(&governing, &layers) {
                        policies.warnings.extend(idle(&layers));
                    }
                    policies.all.push(Policy::new(rules, &layers, files.source.typed));
                    known.push(layers);
                    known.len() - 1
                }
            };
            policies.by_folder.insert(folder.to_owned(), at);
        }
        Ok(policies)
    }

    /// The rules that they speak of, by id.
    pub(super) fn rules(&self) -> &[RuleId] {
        &self.rules
    }

    /// The policies before a change: `files` reads what settings said then, and `moved` has the files that had another name.
    pub(super) fn before(
        files: &mut ConfigFiles,
        of: &[GoFile],
        rules: &[Known],
        moved: BTreeMap<PathBuf, PathBuf>,
    ) -> Result<Policies, CliError> {
        let there = |file: &GoFile| GoFile {
            absolute: moved.get(&file.absolute).unwrap_or(&file.absolute).clone(),
            ..file.clone()
        };
        let of: Vec<GoFile> = of.iter().map(there).collect();
        Ok(Policies { moved, ..Policies::new(files, &of, None, rules)? })
    }

    /// What holds for a Go file.
    pub(super) fn of(&self, file: &Path) -> Option<&Policy> {
        self.all.get(*self.by_folder.get(file.parent()?)?)
    }

    /// The path by which settings see a file.
    pub(super) fn seen<'p>(&'p self, file: &'p Path) -> &'p Path {
        self.moved.get(file).map_or(file, PathBuf::as_path)
    }

    /// Whether the file is left out.
    pub(super) fn leaves_out(&self, file: &GoFile) -> bool {
        let path = self.seen(&file.absolute);
        let excluded = || self.of(path).is_some_and(|policy| policy.excludes(path));
        file.role == Role::Found && (self.typed.cover(path) || excluded())
    }

    /// The rules that some file is asked for.
    pub(super) fn asked(&self, rules: RuleSet) -> RuleSet {
        if self.all.is_empty() {
            return rules;
        }
        let asked = |rule: &Rule| {
            let index = self.rules.binary_search(&rule.id);
            index.is_ok_and(|index| self.all.iter().any(|policy| policy.may_ask(index)))
        };
        rules.only(asked)
    }

    /// What holds in this file, rule by rule.
    pub(super) fn held(&self, file: &Path) -> Option<Arc<[Held]>> {
        let file = self.seen(file);
        self.of(file).map(|policy| policy.held(file))
    }

    /// How bad findings of a rule are in this file; `None` where it is not asked there.
    pub(super) fn levels(&self, file: &Path) -> impl Fn(&str) -> Option<Severity> {
        let held = self.held(file);
        move |rule: &str| {
            let index = self.rules.binary_search_by(|known| (**known).cmp(rule)).ok()?;
            held.as_ref()?[index].level
        }
    }
}

/// Says what of a file that does not govern the run has no effect.
fn idle(layers: &Layers) -> Option<String> {
    use crate::config::KEYS;
    use crate::model::SettingScope;
    let config = layers.last()?;
    let of_run = KEYS.iter().filter(|key| key.scope == SettingScope::Run && config.values.contains_key(key.name));
    let names: Vec<&str> = of_run.map(|key| key.name).collect();
    (!names.is_empty()).then(|| {
        format!(
            "{}: {} has no effect here: the heaplint.toml at or above the working directory says what holds for the run",
            config.source.path,
            names.join(", ")
        )
    })
}

/// The error of a settings file, with every complaint drawn.
pub(super) fn refused(config: &Config, errors: &[TextError]) -> CliError {
    drawn(&config.source, errors)
}

/// One complaint about a place in a settings file.
pub(super) fn complain(config: &Config, span: Span, message: String, help: &str) -> CliError {
    refused(config, &[TextError { span, message, help: help.to_owned() }])
}

fn drawn(source: &Source, errors: &[TextError]) -> CliError {
    /// More is not read by anybody.
    const DRAWN: usize = 20;
    let mut text = Vec::new();
    for TextError { span, message, help } in errors.iter().take(DRAWN) {
        let complaint = Complaint { source, span: *span, message: &shortened(message), help };
        // Writing to memory does not fail.
        let _ = complaint::render(&complaint, &Look::plain(100, true), &mut text);
    }
    let more = errors.len().saturating_sub(DRAWN);
    let told = if more > 0 { format!(", of which {more} more are not shown") } else { String::new() };
    let count = format!("{} mistake{}{told}", errors.len(), if errors.len() == 1 { "" } else { "s" });
    CliError::Settings { path: source.path.to_string(), count, drawn: String::from_utf8_lossy(&text).into_owned() }
}

/// A word that is quoted may be as long as the file.
fn shortened(message: &str) -> String {
    const LONGEST: usize = 200;
    match message.chars().nth(LONGEST) {
        None => message.to_owned(),
        Some(_) => message.chars().take(LONGEST).chain("...".chars()).collect(),
    }
}
