//! GitHub's workflow commands: an annotation for each finding, as far as GitHub shows them.
//!
//! A runner keeps ten annotations of each level of a step, so the ten go to what ranks first and the others are counted in a plain
//! line. Everything else on standard output of a step is a line of its log, and no line here but ours opens a command.
//!
//! Sources: `packages/core/src/command.ts` of actions/toolkit (both escapings), `ActionCommandManager.cs` and `IssueMatcher` of
//! actions/runner (columns count only within one line; a message has 4,096 characters at most).

use super::columns::utf16_region;
use super::cost::plural;
use super::repository::Repository;
use super::told::{Level, headline, shown};
use super::untrusted;
use crate::model::{Finding, Problem, Report};
use std::io::{self, Write};

/// Annotations of one level that a step may have.
const MOST_OF_A_LEVEL: usize = 10;
/// Of those that are errors, so many may be problems of the run: they say that findings may be missing.
const MOST_PROBLEMS: usize = 3;
/// Characters of a message, below what the runner cuts at.
const LONGEST_MESSAGE: usize = 4000;
/// Characters of a title; GitHub shows less.
const LONGEST_TITLE: usize = 200;

/// What the format leaves to the caller.
#[derive(Clone, Copy, Debug, Default)]
pub struct GithubOptions<'a> {
    /// Where the working directory lies.
    pub repository: Repository<'a>,
}

/// Writes the shown findings of `report` and its problems.
pub fn render(report: &Report, options: &GithubOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut spent = [0usize; 3];
    let mut left_out = [0usize; 3];
    for (at, problem) in report.problems.iter().enumerate() {
        if at < MOST_PROBLEMS {
            spent[Level::Error as usize] += 1;
            writeln!(out, "{}", of_problem(problem, options))?;
        } else {
            left_out[Level::Error as usize] += 1;
        }
    }
    for finding in shown(report) {
        let level = Level::of(finding);
        if spent[level as usize] < MOST_OF_A_LEVEL {
            spent[level as usize] += 1;
            writeln!(out, "{}", of_finding(report, finding, level, options))?;
        } else {
            left_out[level as usize] += 1;
        }
    }
    let more: Vec<String> = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .filter(|level| left_out[*level as usize] > 0)
        .map(|level| plural(left_out[level as usize], word(level)))
        .collect();
    if !more.is_empty() {
        let told = more.join(", ");
        writeln!(out, "heaplint: {told} more, not annotated: GitHub shows {MOST_OF_A_LEVEL} of each level of a step")?;
    }
    Ok(())
}

fn of_finding(report: &Report, finding: &Finding, level: Level, options: &GithubOptions<'_>) -> String {
    let mut properties = vec![("file", file(options, &finding.path))];
    let region = match report.sources.get(&finding.path) {
        Some(source) => utf16_region(source, finding.span),
        None => finding.region,
    };
    properties.push(("line", region.start.line.to_string()));
    properties.push(("endLine", region.end.line.to_string()));
    // Of several lines the runner drops columns; without its text columns are bytes, which GitHub does not count.
    if region.start.line == region.end.line && report.sources.contains_key(&finding.path) {
        properties.push(("col", region.start.column.to_string()));
        properties.push(("endColumn", region.end.column.to_string()));
    }
    properties.push(("title", untrusted::name(&finding.rule)));
    let help = untrusted::prose(&finding.help);
    let instead = if help.is_empty() { help } else { format!("\nInstead: {help}") };
    command(level, &properties, &format!("{}{instead}", headline(finding)))
}

fn of_problem(problem: &Problem, options: &GithubOptions<'_>) -> String {
    let mut properties = vec![("file", file(options, &problem.path))];
    if let Some(region) = &problem.region {
        properties.push(("line", region.start.line.to_string()));
    }
    properties.push(("title", format!("heaplint: {}", problem.kind.word())));
    command(Level::Error, &properties, &untrusted::prose(&problem.message))
}

fn file(options: &GithubOptions<'_>, path: &str) -> String {
    untrusted::name(&options.repository.path(path))
}

/// `::warning file=a.go,line=3::message`. All texts have passed the gate; line feeds of a message are ours.
fn command(level: Level, properties: &[(&str, String)], message: &str) -> String {
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let properties: Vec<String> = properties
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            let most = if *name == "title" { LONGEST_TITLE } else { usize::MAX };
            format!("{name}={}", property(&cut(value, most)))
        })
        .collect();
    format!("::{} {}::{}", word(level), properties.join(","), data(&cut(message, LONGEST_MESSAGE)))
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

/// The escaping of a message: a percent sign first, so that no other is escaped twice.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escaping of a property's value, which ends at a comma or at two colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
#[path = "github_tests.rs"]
mod tests;
