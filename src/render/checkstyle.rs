//! Checkstyle's XML, which Jenkins, reviewdog and many others read: a `file` element for each file, an `error` in it for each finding.
//!
//! Columns are 1-based bytes, as heaplint's text has them. The format has no place for problems of the run.

use super::told::{Level, headline, shown};
use super::xml;
use crate::model::{Finding, Report};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the shown findings of `report`, by file, the most important of each first.
pub fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut by_file: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    shown(report).for_each(|finding| by_file.entry(&finding.path).or_default().push(finding));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"5.0\">")?;
    for (path, findings) in by_file {
        writeln!(out, "  <file name=\"{}\">", xml::name(path))?;
        for finding in findings {
            let start = finding.region.start;
            writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"heaplint.{}\"/>",
                start.line,
                start.column,
                severity(Level::of(finding)),
                xml::prose(&headline(finding)),
                xml::name(&finding.rule),
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "info",
    }
}
