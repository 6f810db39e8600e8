//! `heaplint audit`: what `check` finds, as a report in Markdown that can be filed.

use super::check::examined;
use super::settings::AuditSettings;
use super::show::write_out;
use super::{CliError, ExitStatus};
use crate::edge::replace;
use crate::render::markdown::{MarkdownOptions, render};

/// Lines of a table; the others are counted.
const ROWS: usize = 25;

/// Runs `heaplint audit`. Findings are its contents, and leave the exit code alone.
pub(super) fn audit(settings: &AuditSettings) -> Result<ExitStatus, CliError> {
    let report = examined(&settings.check)?;
    let options = MarkdownOptions { version: env!("CARGO_PKG_VERSION"), rows: ROWS };
    match &settings.output {
        None => write_out(|out| render(&report, &options, out))?,
        Some(path) => {
            let mut bytes = Vec::new();
            render(&report, &options, &mut bytes).map_err(CliError::Output)?;
            replace(path, &bytes).map_err(CliError::OutputFile)?;
        }
    }
    Ok(ExitStatus::of(0, report.problems.len(), settings.check.allow_partial))
}
