//! `heaplint audit`: what `check` finds, as a report in Markdown that can be filed.

use super::args::{CheckArgs, ColorArg, OutputArgs};
use super::args_audit::AuditArgs;
use super::args_changes::OldCodeArgs;
use super::check::examined;
use super::fix_args::FixArgs;
use super::settings::{AuditSettings, FailOn, Surroundings, check_settings};
use super::show::write_out;
use super::{CliError, ExitStatus};
use crate::edge::replace;
use crate::render::markdown::{MarkdownOptions, render};

/// Lines of a table; the others are counted.
const ROWS: usize = 25;

/// An audit is told in one form and fails on nothing.
pub(super) fn audit_settings(args: AuditArgs, surroundings: &Surroundings) -> Result<AuditSettings, CliError> {
    let AuditArgs { input, profile, compiler, tests, selection, output, advanced } = args;
    let plain = OutputArgs { format: None, output: Vec::new(), color: ColorArg::Never, verbose: false, quiet: false };
    let fail_on = FailOn::Never;
    let (fixes, old_code) = (FixArgs::default(), OldCodeArgs::default());
    let check =
        CheckArgs { input, profile, compiler, tests, selection, fail_on, old_code, fixes, output: plain, advanced };
    Ok(AuditSettings { check: check_settings(check, surroundings)?, output })
}

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
