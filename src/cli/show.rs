//! The way to standard output and to files: one report in each format that was asked for, or plain lines.

use super::settings::{CheckSettings, Color, Format, Style};
use super::{CliError, ExitStatus};
use crate::edge::{StandardOutput, replace};
use crate::model::Report;
use crate::render::{Look, checkstyle, diff, human, json, text, untrusted};
use std::io::{self, Write};

/// How many hotspots a person is shown.
const HOTSPOTS: usize = 10;

/// How text for people looks in a file: no terminal decides.
const IN_FILES: Style = Style { color: Color::Never, width: 80 };

/// Writes the report to standard output and to the files that are asked for: to each, whatever becomes of the others.
///
/// # Errors
/// The first that was met.
pub(super) fn show(report: &Report, settings: &CheckSettings) -> Result<(), CliError> {
    let printed = write_out(|out| write(report, settings.format, settings.style, settings, out));
    let mut failed = printed.err();
    for file in &settings.files {
        let mut bytes = Vec::new();
        let written = write(report, file.format, IN_FILES, settings, &mut bytes).map_err(CliError::Output);
        let replaced = written.and_then(|()| replace(&file.path, &bytes).map_err(CliError::OutputFile));
        failed = failed.or(replaced.err());
    }
    failed.map_or(Ok(()), Err)
}

/// Writes the report in one format.
fn write(
    report: &Report,
    format: Format,
    style: Style,
    settings: &CheckSettings,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Human => {
            let colour = style.color == Color::Always;
            let look = Look { colour, unicode: true, width: usize::from(style.width), links: false };
            let options = human::HumanOptions {
                look,
                verbose: settings.verbose,
                quiet: settings.quiet,
                hotspots: if settings.verbose { usize::MAX } else { HOTSPOTS },
                rule_page: None,
            };
            human::render(report, &options, out)
        }
        Format::Text => text::render(report, out),
        Format::Json => json::render(report, &json::JsonOptions { version: env!("CARGO_PKG_VERSION") }, out),
        Format::Checkstyle => checkstyle::render(report, out),
    }
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
    if !settings.format.tells_problems() {
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
