//! The rules of a run: the shipped ones, a repository's own in `.heaplint`, and those of `--rules`.

use super::CliError;
use super::settings::{RuleSource, Selection};
use crate::config::{Known, RuleWords};
use crate::directive::{CHECKS, Check, GROUP};
use crate::edge::{list, read, shown};
use crate::model::{Confidence, Source};
use crate::render::Look;
use crate::render::complaint::{self, Complaint};
use crate::rule::{LARGEST_TEXT, Origin, Rule, RuleError, RuleFile, RuleSet, RuleSetError, read_foreign_rule};
use std::path::{Path, PathBuf};

/// Rules as selected on the command line.
pub(super) struct LoadedRules {
    /// Those that are left.
    pub(super) rules: RuleSet,
    /// The same as settings know them, by id, with the checks of directives.
    pub(super) known: Vec<Known>,
    /// The words of all that there are.
    pub(super) words: RuleWords,
}

/// Loads the rules and narrows them to what is selected on the command line. Where rules are asked for by name, directives are not
/// checked.
pub(super) fn load_rules(
    source: &RuleSource,
    selection: &Selection,
    working_directory: &Path,
) -> Result<LoadedRules, CliError> {
    let all = all_rules(source, working_directory)?;
    let mut checks: Vec<Known> = CHECKS.iter().map(check_as_known).collect();
    let words = RuleWords::of(&all.rules().iter().map(as_known).chain(checks.clone()).collect::<Vec<Known>>());
    let (of_checks, of_rules): (Vec<String>, Vec<String>) =
        selection.ignore.iter().cloned().partition(|word| checks.iter().any(|check| names(word, check)));
    checks.retain(|check| selection.select.is_empty() && !of_checks.iter().any(|word| names(word, check)));
    let rules = all.narrowed(&selection.select, &of_rules).map_err(set_error)?;
    let mut known: Vec<Known> = rules.rules().iter().map(as_known).chain(checks).collect();
    known.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(LoadedRules { rules, known, words })
}

fn names(word: &str, known: &Known) -> bool {
    *known.id == *word || known.group == word
}

/// A rule as far as settings speak of it.
pub(super) fn as_known(rule: &Rule) -> Known {
    Known {
        id: rule.id.clone(),
        group: rule.group.clone(),
        severity: rule.severity,
        confidence: rule.confidence,
        always: false,
    }
}

fn check_as_known(check: &Check) -> Known {
    let Check { id, severity, .. } = *check;
    Known { id: id.into(), group: GROUP.to_owned(), severity, confidence: Confidence::High, always: true }
}

/// Every rule that there is.
pub(super) fn all_rules(source: &RuleSource, working_directory: &Path) -> Result<RuleSet, CliError> {
    let mut rules = shipped()?;
    let own = own_folder(working_directory);
    for folder in own.iter().chain(&source.folders) {
        for rule in rules_in(folder, working_directory)? {
            rules.add(rule).map_err(set_error)?;
        }
    }
    Ok(rules)
}

/// The rules that heaplint brings.
pub(super) fn shipped() -> Result<RuleSet, CliError> {
    RuleSet::shipped().map_err(|(id, errors)| {
        let message = errors.first().map_or_else(String::new, |error| error.message.clone());
        CliError::Other { message: format!("the shipped rule {id} does not load: {message}"), help: String::new() }
    })
}

/// The nearest `.heaplint` folder at or above the working directory, not beyond the repository.
fn own_folder(working_directory: &Path) -> Option<PathBuf> {
    for folder in working_directory.ancestors() {
        let own = folder.join(".heaplint");
        if own.is_dir() {
            return Some(own);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// The folder that rules are written and tested in, with `rules` and `queries` in it, and whether heaplint ships what lies
/// there: the working directory in heaplint's own tree, else the nearest `.heaplint`, or the one that will be made.
pub(super) fn folder_of_rules(working_directory: &Path) -> (PathBuf, bool) {
    let manifest = read(&working_directory.join("Cargo.toml"), "Cargo.toml", LARGEST_TEXT as u64).unwrap_or_default();
    if String::from_utf8_lossy(&manifest).lines().any(|line| line.trim() == "name = \"heaplint\"") {
        return (working_directory.to_owned(), true);
    }
    (own_folder(working_directory).unwrap_or_else(|| working_directory.join(".heaplint")), false)
}

/// The rules of a folder with `rules/<id>/rule.toml` and `queries/<id>.scm`.
pub(super) fn rules_in(folder: &Path, working_directory: &Path) -> Result<Vec<Rule>, CliError> {
    let rules = folder.join("rules");
    let name = shown(folder, working_directory);
    let missing = |error: std::io::Error| CliError::Other {
        message: match () {
            () if !folder.exists() => format!("{name}: there is no such folder of rules"),
            () if !folder.is_dir() => format!("{name} is a file where a folder of rules is needed"),
            () if !rules.exists() => format!("{name} is no folder of rules: it holds no folder `rules`"),
            () if !rules.is_dir() => format!("{name} is no folder of rules: its `rules` is a file"),
            () => format!("{name}: its folder `rules` cannot be read: {}", error.kind()),
        },
        help: "name a folder that holds rules/<id>/rule.toml and queries/<id>.scm; heaplint rules new ID makes one"
            .into(),
    };
    let entries = list(&rules).map_err(missing)?;
    let mut read_rules = Vec::new();
    for entry in entries.into_iter().filter(|entry| entry.is_folder && entry.path.join("rule.toml").exists()) {
        let id = entry.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let toml_path = entry.path.join("rule.toml");
        let query_path = folder.join("queries").join(format!("{id}.scm"));
        let toml = text(&toml_path, working_directory)?;
        let query = text(&query_path, working_directory)?;
        let origin = Origin::Folder(entry.path.to_string_lossy().into_owned());
        let rule = read_foreign_rule(&id, &toml, &query, origin).map_err(|errors| {
            let toml = Source::new(shown(&toml_path, working_directory), toml.into_bytes());
            let query = Source::new(shown(&query_path, working_directory), query.into_bytes());
            CliError::Rule { id: id.clone(), drawn: drawn(&errors, &toml, &query) }
        })?;
        read_rules.push(rule);
    }
    Ok(read_rules)
}

/// Every complaint, with the place underlined.
fn drawn(errors: &[RuleError], toml: &Source, query: &Source) -> String {
    let mut text = Vec::new();
    for error in errors {
        let source = if error.file == RuleFile::Toml { toml } else { query };
        let complaint = Complaint { source, span: error.span, message: &error.message, help: &error.help };
        // Writing to memory does not fail.
        let _ = complaint::render(&complaint, &Look::plain(100, true), &mut text);
    }
    String::from_utf8_lossy(&text).into_owned()
}

fn text(path: &Path, working_directory: &Path) -> Result<String, CliError> {
    let shown = shown(path, working_directory);
    let bytes = read(path, &shown, LARGEST_TEXT as u64).map_err(|problem| CliError::Other {
        message: problem.to_string(),
        help: "a rule is rules/<id>/rule.toml with queries/<id>.scm".into(),
    })?;
    String::from_utf8(bytes)
        .map_err(|_| CliError::Other { message: format!("{shown} is not UTF-8"), help: "save it as UTF-8".into() })
}

fn set_error(error: RuleSetError) -> CliError {
    let help = match &error {
        RuleSetError::UnknownWord { closest: Some(word), .. } => format!("did you mean `{word}`?"),
        RuleSetError::UnknownWord { near, .. } if !near.is_empty() => {
            format!("near it: {}; `heaplint rules` lists the rules and their groups", near.join(", "))
        }
        RuleSetError::UnknownWord { .. } => "`heaplint rules` lists the rules and their groups".into(),
        RuleSetError::NoneLeft => "leave a word out: --ignore wins over --select".into(),
        RuleSetError::Duplicate(_) => "rename its folder and its query".into(),
    };
    CliError::Other { message: error.to_string(), help }
}
