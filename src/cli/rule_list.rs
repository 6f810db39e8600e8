//! `heaplint rules` and `heaplint rules docs`: every rule on a line, in a document for programs, or in a page to read.

use super::rules::all_rules;
use super::settings::RuleSource;
use super::show::{print, write_out};
use super::{CliError, ExitStatus};
use crate::render::json::{RuleRow, render_rules};
use crate::rule::Rule;
use crate::rule::text::{catalogue_markdown, list};
use std::path::Path;

/// Lists the rules.
pub(super) fn list_rules(source: &RuleSource, json: bool, working_directory: &Path) -> Result<ExitStatus, CliError> {
    let rules = all_rules(source, working_directory)?;
    if json {
        let rows: Vec<RuleRow> = rules.rules().iter().map(row).collect();
        write_out(|out| render_rules(&rows, out))?;
    } else {
        print(&list(&rules))?;
    }
    Ok(ExitStatus::Clean)
}

/// Prints the page of all rules.
pub(super) fn rule_docs(source: &RuleSource, working_directory: &Path) -> Result<ExitStatus, CliError> {
    print(&catalogue_markdown(&all_rules(source, working_directory)?))?;
    Ok(ExitStatus::Clean)
}

fn row(rule: &Rule) -> RuleRow<'_> {
    RuleRow {
        id: &rule.id,
        group: &rule.group,
        title: &rule.title,
        spelling_of: rule.spelling_of.as_deref(),
        severity: rule.severity,
        confidence: rule.confidence,
        measured_by: rule.measured_by.word(),
        needs_profile: rule.needs_profile,
        go: (rule.since_go(), rule.until_go()),
        fix: rule.fix(),
        proof: rule.proof(),
    }
}
