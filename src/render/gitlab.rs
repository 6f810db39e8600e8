//! GitLab's code quality report: a JSON array, the subset of Code Climate's format that GitLab reads.
//!
//! GitLab shows the description alone, and keeps of equal fingerprints one: the report has none. Paths start at the top of the
//! repository. The format has no place for problems of the run.

use super::repository::Repository;
use super::safe_json::write_document;
use super::told::{Level, headline, shown};
use super::untrusted;
use crate::model::{Finding, Report, Severity, Verdict};
use serde::Serialize;
use std::io::{self, Write};

/// What the format leaves to the caller.
#[derive(Clone, Copy, Debug, Default)]
pub struct GitlabOptions<'a> {
    /// Where the working directory lies.
    pub repository: Repository<'a>,
}

#[derive(Serialize)]
struct Degradation {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Writes the shown findings of `report`, `[]` where there are none.
pub fn render(report: &Report, options: &GitlabOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let degradation = |finding: &Finding| Degradation {
        description: format!("{}: {}", untrusted::name(&finding.rule), headline(finding)),
        check_name: finding.rule.to_string(),
        fingerprint: finding.identity.fingerprint.to_string(),
        severity: severity(finding),
        location: Location {
            path: options.repository.path(&finding.path).into_owned(),
            lines: Lines { begin: finding.region.start.line, end: finding.region.end.line },
        },
    };
    let all: Vec<Degradation> = shown(report).map(degradation).collect();
    write_document(&all, out)
}

/// GitLab's five words. `blocker` is for what stops a merge, which is not ours to say.
fn severity(finding: &Finding) -> &'static str {
    match (Level::of(finding), finding.severity, finding.verdict) {
        (Level::Error, ..) => "critical",
        (_, _, Verdict::Hot) => "major",
        (Level::Warning, Severity::Warning, _) => "minor",
        _ => "info",
    }
}
