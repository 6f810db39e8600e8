//! `heaplint rules test`: every rule over every example.

use super::rules::{folder_of_rules, rules_in, shipped};
use super::settings::RuleSource;
use super::{CliError, ExitStatus};
use crate::edge::{StandardOutput, list, read, shown};
use crate::model::{Dialect, Source};
use crate::proof::{Examples, Finding, check_examples};
use crate::render::untrusted;
use crate::rule::{LARGEST_TEXT, RuleSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Tests the rules of a folder; without one, those of `.heaplint` or, in heaplint's own tree, of the working directory.
pub(super) fn test_rules(source: &RuleSource, working_directory: &Path) -> Result<ExitStatus, CliError> {
    let folder = source.folders.first().cloned().unwrap_or_else(|| folder_of_rules(working_directory).0);
    if source.folders.is_empty() && !folder.exists() {
        return Err(CliError::Other {
            message: "there are no rules of your own to test: neither this folder nor one above it in the repository has a .heaplint"
                .into(),
            help: "heaplint rules new ID writes one; heaplint rules test DIR tests those of another folder".into(),
        });
    }
    let (findings, rules, files) = disagreements(&folder, working_directory)?;
    let mut out = StandardOutput::lock();
    let mut write = || -> std::io::Result<()> {
        for finding in &findings {
            let place = untrusted::name(&finding.path);
            writeln!(
                out,
                "{place}:{}: {} {}",
                finding.line,
                untrusted::name(&finding.rule),
                finding.outcome.sentence()
            )?;
        }
        let verdict =
            if findings.is_empty() { "all as they should be".to_owned() } else { format!("{} wrong", findings.len()) };
        writeln!(out, "{rules} rules on {files} example files: {verdict}")?;
        out.flush()
    };
    write().map_err(CliError::Output)?;
    Ok(ExitStatus::of(findings.len(), 0, false))
}

/// Where the rules of a folder and its examples disagree, with the number of rules that ran and of example files. Shipped
/// rules run too, so that cross-talk shows.
pub(super) fn disagreements(folder: &Path, working_directory: &Path) -> Result<(Vec<Finding>, usize, usize), CliError> {
    let mut rules = RuleSet::default();
    for rule in rules_in(folder, working_directory)?.into_iter().chain(shipped()?.into_rules()) {
        // A folder's rule stands for the shipped one of the same id: heaplint's own rules are tested as they are on disk.
        let _ = rules.add(rule);
    }
    let all = examples_in(&folder.join("rules"), working_directory)?;
    let findings = check_examples(&rules, &all, Dialect::exactly(Dialect::NEWEST));
    let files = all.iter().map(|examples| examples.files.len()).sum();
    Ok((findings, rules.rules().len(), files))
}

/// The Go files of every rule folder below `rules`.
fn examples_in(rules: &Path, working_directory: &Path) -> Result<Vec<Examples>, CliError> {
    let missing = |path: &PathBuf| CliError::Other {
        message: format!("{} holds no rules", shown(path, working_directory)),
        help: "heaplint rules test DIR, where DIR holds rules/<id>/ and queries/".into(),
    };
    let folders = list(rules).map_err(|_| missing(&rules.to_owned()))?;
    let mut all = Vec::new();
    for folder in folders.into_iter().filter(|entry| entry.is_folder && entry.path.join("rule.toml").exists()) {
        let mut files = Vec::new();
        for entry in list(&folder.path).unwrap_or_default() {
            let is_example = entry.path.extension().is_some_and(|extension| extension == "go")
                && !entry.path.to_string_lossy().ends_with("_test.go");
            if is_example {
                let name = shown(&entry.path, working_directory);
                let text = read(&entry.path, &name, LARGEST_TEXT as u64)
                    .map_err(|problem| CliError::Other { message: problem.to_string(), help: String::new() })?;
                files.push(Source::new(name, text));
            }
        }
        let rule = folder.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        all.push(Examples { rule, files });
    }
    Ok(all)
}
