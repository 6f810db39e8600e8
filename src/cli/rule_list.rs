//! `heaplint rules` and `heaplint rules docs`: every rule on a line, in a document for programs, or in a page to read.

use super::config_files::ConfigSource;
use super::rules::all_rules;
use super::rules_here::RulesHere;
use super::settings::RuleSource;
use super::show::{print, write_out};
use super::{CliError, ExitStatus};
use crate::model::HeldRule;
use crate::render::json::{RuleRow, render_rules};
use crate::rule::Rule;
use crate::rule::text::{catalogue_markdown, list};
use std::path::Path;

/// Lists the rules.
pub(super) fn list_rules(
    source: &RuleSource,
    config: &ConfigSource,
    json: bool,
    working_directory: &Path,
) -> Result<ExitStatus, CliError> {
    let rules = all_rules(source, working_directory)?;
    let here = RulesHere::of(source, config, working_directory)?;
    if json {
        let rows: Vec<RuleRow> =
            rules.rules().iter().filter_map(|rule| Some(row(rule, here.rule(&rule.id)?))).collect();
        write_out(|out| render_rules(&rows, here.file.as_deref(), out))?;
    } else {
        print(&list(&rules, |rule| here.rule(&rule.id)?.level, here.file.as_deref()))?;
    }
    Ok(ExitStatus::Clean)
}

/// Prints the page of all rules.
pub(super) fn rule_docs(source: &RuleSource, working_directory: &Path) -> Result<ExitStatus, CliError> {
    print(&catalogue_markdown(&all_rules(source, working_directory)?))?;
    Ok(ExitStatus::Clean)
}

fn row<'a>(rule: &'a Rule, here: &'a HeldRule) -> RuleRow<'a> {
    RuleRow {
        id: &rule.id,
        group: &rule.group,
        title: &rule.title,
        spelling_of: rule.spelling_of.as_deref(),
        severity: rule.severity,
        here,
        confidence: rule.confidence,
        measured_by: rule.measured_by.word(),
        needs_profile: rule.needs_profile,
        go: (rule.since_go(), rule.until_go()),
        fix: rule.fix(),
        proof: rule.proof(),
    }
}
