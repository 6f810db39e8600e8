//! The way to standard output and to files: one report in each format that was asked for, or plain lines.

use super::settings::{CheckSettings, Color, Format, Style};
use super::{CliError, ExitStatus};
use crate::edge::{StandardOutput, in_repository, replace};
use crate::model::Report;
use crate::render::markdown::comment;
use crate::render::repository::Repository;
use crate::render::{Look, checkstyle, diff, github, gitlab, human, json, junit, rdjsonl, sarif, text, untrusted};
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
    // Nobody looks for a repository where no format asks.
    let asked =
        settings.formats().any(Format::names_from_repository).then(|| in_repository(&settings.input.working_directory));
    let (top, below) = asked.flatten().unwrap_or_default();
    let repository = Repository { top: &top, below: &below };
    let mut left_out = Vec::new();
    let mut rendered = |format, style, out: &mut dyn Write| {
        let format_left_out = write(report, format, style, settings, repository, out)?;
        left_out.extend((format_left_out > 0).then_some((format, format_left_out)));
        Ok(())
    };
    let mut failed = write_out(|out| rendered(settings.format, settings.style, out)).err();
    for file in &settings.files {
        let mut bytes = Vec::new();
        let written = rendered(file.format, IN_FILES, &mut bytes).map_err(CliError::Output);
        let replaced = written.and_then(|()| replace(&file.path, &bytes).map_err(CliError::OutputFile));
        failed = failed.or(replaced.err());
    }
    if report.lone_fixes_left_out > 0 {
        let _ = writeln!(io::stderr().lock(), "warning: {}", sarif::fixes_left_out_sentence(report));
    }
    for (_, count) in left_out {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(io::stderr().lock(), "warning: sarif: {}", sarif::left_out_sentence(count));
    }
    failed.map_or(Ok(()), Err)
}

/// Writes the report in one format, and says how many findings it has no room for.
fn write(
    report: &Report,
    format: Format,
    style: Style,
    settings: &CheckSettings,
    repository: Repository<'_>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let version = env!("CARGO_PKG_VERSION");
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
        Format::Json => json::render(report, &json::JsonOptions { version }, out),
        Format::Jsonl => json::lines::render(report, &json::JsonOptions { version }, out),
        Format::Sarif => {
            let options = sarif::SarifOptions { version, repository, limits: sarif::GITHUB };
            return sarif::render(report, &options, out);
        }
        Format::Github => github::render(report, &github::GithubOptions { repository }, out),
        Format::Gitlab => gitlab::render(report, &gitlab::GitlabOptions { repository }, out),
        Format::Rdjsonl => rdjsonl::render(report, out),
        Format::Checkstyle => checkstyle::render(report, out),
        Format::Junit => junit::render(report, out),
        Format::Markdown => comment::render(report, &comment::CommentOptions { version, repository }, out),
    }
    .map(|()| 0)
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
