//! The way to standard output: a report in the format that was asked for, or plain lines.

use super::settings::{CheckSettings, Color, Format};
use super::{CliError, ExitStatus};
use crate::edge::StandardOutput;
use crate::model::Report;
use crate::render::{Look, diff, human, json, text, untrusted};
use std::io::{self, Write};

/// How many hotspots a person is shown.
const HOTSPOTS: usize = 10;

/// Writes the report.
pub(super) fn show(report: &Report, settings: &CheckSettings) -> Result<(), CliError> {
    write_out(|out| match settings.format {
        Format::Human => {
            let colour = settings.style.color == Color::Always;
            let look = Look { colour, unicode: true, width: usize::from(settings.style.width), links: false };
            let options = human::HumanOptions {
                look,
                verbose: settings.verbose,
                hotspots: if settings.verbose { usize::MAX } else { HOTSPOTS },
                rule_page: None,
            };
            human::render(report, &options, out)
        }
        Format::Text => text::render(report, out),
        Format::Json => json::render(report, &json::JsonOptions { version: env!("CARGO_PKG_VERSION") }, out),
    })
}

/// Writes what fixes would change, the rest on standard error; whether that is something is the exit code.
pub(super) fn show_diff(report: &Report, settings: &CheckSettings) -> Result<ExitStatus, CliError> {
    write_out(|out| diff::render(report, out))?;
    // Nobody is left to tell when standard error is closed.
    let _ = text::render_beside(report, &text::BesideOptions { summary: false }, &mut io::stderr().lock());
    let _ = text::render_fixes(report, &mut io::stderr().lock());
    Ok(ExitStatus::of(report.fixes.changes.len(), report.problems.len(), settings.allow_partial))
}

/// What a report without room for it leaves out, on standard error.
pub(super) fn show_beside(report: &Report, settings: &CheckSettings) {
    if settings.format == Format::Text {
        let options = text::BesideOptions { summary: settings.verbose };
        // Nobody is left to tell when standard error is closed.
        let _ = text::render_beside(report, &options, &mut io::stderr().lock());
    }
}

/// Writes lines that may hold text of a repository or a profile: each passes the gate for hostile text.
pub(super) fn print(lines: &str) -> Result<(), CliError> {
    write_out(|out| lines.lines().try_for_each(|line| writeln!(out, "{}", untrusted::name(line))))
}

/// Writes to standard output and sees to it that everything has arrived.
pub(super) fn write_out(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
    let mut out = StandardOutput::lock();
    write(&mut out).and_then(|()| out.flush()).map_err(CliError::Output)
}
