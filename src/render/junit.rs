//! JUnit's XML, which CI systems show as test results: a suite for each file, a failed case for each finding.
//!
//! Problems of the run are cases with errors in a suite of their own. A clean run has one case that passes: several systems call a
//! report without cases a failure.

use super::told::{Level, headline, shown};
use super::{untrusted, xml};
use crate::model::{Finding, Report};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the shown findings of `report` and its problems.
pub fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut by_file: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    shown(report).for_each(|finding| by_file.entry(&finding.path).or_default().push(finding));
    let failures: usize = by_file.values().map(Vec::len).sum();
    let errors = report.problems.len();
    let clean = failures + errors == 0;
    let tests = failures + errors + usize::from(clean);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"heaplint\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">")?;
    for (path, findings) in by_file {
        let (name, count) = (xml::name(path), findings.len());
        writeln!(out, "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{count}\" errors=\"0\">")?;
        findings.into_iter().try_for_each(|finding| write_case(finding, out))?;
        writeln!(out, "  </testsuite>")?;
    }
    if errors > 0 {
        writeln!(out, "  <testsuite name=\"heaplint\" tests=\"{errors}\" failures=\"0\" errors=\"{errors}\">")?;
        for problem in &report.problems {
            let (name, kind) =
                (xml::name(&place(&problem.path, problem.region.map(|at| at.start.line))), problem.kind.word());
            let message = xml::prose(&problem.message);
            writeln!(out, "    <testcase name=\"{name}\" classname=\"heaplint\">")?;
            writeln!(out, "      <error message=\"{message}\" type=\"{kind}\"/>\n    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    if clean {
        writeln!(out, "  <testsuite name=\"heaplint\" tests=\"1\" failures=\"0\" errors=\"0\">")?;
        writeln!(out, "    <testcase name=\"nothing to show\" classname=\"heaplint\"/>\n  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

fn write_case(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let start = finding.region.start;
    let name = format!("{} at {}:{}", finding.rule, start.line, start.column);
    writeln!(out, "    <testcase name=\"{}\" classname=\"{}\">", xml::name(&name), xml::name(&finding.path))?;
    let level = match Level::of(finding) {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    };
    let message = xml::prose(&headline(finding));
    writeln!(out, "      <failure message=\"{message}\" type=\"{level}\">")?;
    writeln!(out, "{}", xml::name(&place(&finding.path, Some(start.line))))?;
    for line in finding.help.lines().filter(|line| !line.trim().is_empty()) {
        writeln!(out, "{}", xml::prose(line))?;
    }
    writeln!(out, "      </failure>\n    </testcase>")
}

fn place(path: &str, line: Option<u32>) -> String {
    let path = untrusted::name(path);
    line.map_or(path.clone(), |line| format!("{path}:{line}"))
}
