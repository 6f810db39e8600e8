//! SARIF 2.1.0, the OASIS standard, as GitHub's code scanning wants it.
//!
//! GitHub orders alerts by level and precision and knows no cost, so cost stands in the level and at the start of each message.
//! Columns count UTF-16 code units (`columnKind`). What GitHub would cut or refuse is left out here, the least important first, and
//! counted in a notification. Limits: docs/outputs.md.

mod results; // findings
mod rules; // rules
mod shape; // the standard's own structs

use super::repository::Repository;
use super::{cost, quantity, safe_json, summary, untrusted};
use crate::model::{Finding, Report, RuleId};
use results::{Results, artifact, lines, location};
use shape::{BaseId, Driver, Invocation, Log, Notification, ResultOfRule, Run, Text, Tool};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The name of the folder that addresses are relative to.
const BASE: &str = "SRCROOT";

/// Problems told; more are counted.
const MOST_PROBLEMS: usize = 100;
/// Characters of a notification at most.
const LONGEST_NOTIFICATION: usize = 1000;

/// What GitHub takes of one run.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Results that it stores; the others it drops.
    pub results: usize,
    /// Bytes of results before compression. Compressed, a file may have 10 MB; JSON shrinks to less than a quarter.
    pub bytes: usize,
}

/// GitHub's limits.
pub const GITHUB: Limits = Limits { results: 5000, bytes: 40_000_000 };

/// What SARIF leaves to the caller.
#[derive(Clone, Copy, Debug)]
pub struct SarifOptions<'a> {
    /// The version of heaplint.
    pub version: &'a str,
    /// Where the working directory lies.
    pub repository: Repository<'a>,
    /// How much is written at most.
    pub limits: Limits,
}

/// Writes the shown findings of `report`, and says how many of them there was no room for.
pub fn render(report: &Report, options: &SarifOptions<'_>, out: &mut dyn Write) -> io::Result<usize> {
    let mut ids: Vec<&RuleId> = told(report).map(|(_, finding)| &finding.rule).collect();
    ids.sort_unstable();
    ids.dedup();
    let (results, left_out) = results_within(report, options, &ids)?;
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "heaplint",
                semantic_version: options.version.to_owned(),
                rules: ids.into_iter().map(|id| rules::descriptor(report, id)).collect(),
            },
        },
        invocations: [Invocation {
            execution_successful: report.problems.is_empty(),
            tool_execution_notifications: notifications(report, options, left_out),
        }],
        original_uri_base_ids: BTreeMap::from([(
            BASE,
            BaseId { description: Text { text: "The top folder of the repository.".to_owned() } },
        )]),
        column_kind: "utf16CodeUnits",
        results,
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    safe_json::write_document(&Log { schema, version: "2.1.0", runs: [run] }, out)?;
    Ok(left_out)
}

/// The shown findings with their numbers in the report.
fn told(report: &Report) -> impl Iterator<Item = (usize, &Finding)> {
    report.shown.iter().filter_map(|at| Some((*at, report.findings.get(*at)?)))
}

/// The results that there is room for, and how many findings are left out: the first one that does not fit and all behind it.
fn results_within(
    report: &Report,
    options: &SarifOptions<'_>,
    ids: &[&RuleId],
) -> io::Result<(Vec<ResultOfRule>, usize)> {
    let mut results = Results::new(report, options);
    let (mut written, mut bytes) = (Vec::new(), Size(0));
    for (at, finding) in told(report).take(options.limits.results) {
        let result = results.of(at, finding, ids.binary_search(&&finding.rule).unwrap_or_default());
        safe_json::write_document(&result, &mut bytes)?;
        if bytes.0 > options.limits.bytes {
            break;
        }
        written.push(result);
    }
    let left_out = told(report).count() - written.len();
    Ok((written, left_out))
}

/// What kept the run from its whole job, what the evidence lacks, and what was left out.
fn notifications(report: &Report, options: &SarifOptions<'_>, left_out: usize) -> Vec<Notification> {
    let problem = |problem: &crate::model::Problem| {
        let region = problem.region.map(|region| lines(region.start.line, region.end.line));
        Notification {
            level: "error",
            message: Text { text: cut(&untrusted::prose(&problem.message), LONGEST_NOTIFICATION) },
            locations: vec![location(artifact(options, &problem.path), region)],
        }
    };
    let plain = |level, text: String| Notification { level, message: Text { text }, locations: Vec::new() };
    let mut all: Vec<Notification> = report.problems.iter().take(MOST_PROBLEMS).map(problem).collect();
    if report.problems.len() > MOST_PROBLEMS {
        let more = report.problems.len() - MOST_PROBLEMS;
        all.push(plain("error", format!("{} more problems of this kind are left out here.", quantity::grouped(more))));
    }
    all.extend(summary::warnings(report).map(|warning| plain("warning", untrusted::prose(warning))));
    if left_out > 0 {
        all.push(plain("note", format!("{}.", left_out_sentence(left_out))));
    }
    if report.lone_fixes_left_out > 0 {
        all.push(plain("note", format!("{}.", fixes_left_out_sentence(report))));
    }
    all
}

/// `12 findings that cost least are left out: GitHub takes no more of one run`
pub fn left_out_sentence(left_out: usize) -> String {
    let findings = cost::plural(left_out, "finding");
    format!("{findings} at the end of the ranking left out: GitHub takes no more of one run")
}

/// `the fixes of 12 findings are left out: ...`, where some are.
pub fn fixes_left_out_sentence(report: &Report) -> String {
    let findings = cost::plural(report.lone_fixes_left_out, "finding");
    format!("the fixes of {findings} at the end of the ranking are not told one by one; --fix and --diff know them")
}

/// At most so many characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most - 1).chain(['…']).collect(),
    }
}

/// Counts bytes and keeps none.
struct Size(usize);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[path = "sarif/tests.rs"]
mod tests;
