//! `heaplint man`: the manual pages, made from the help texts.

use super::show::write_out;
use super::{Args, CliError, ExitStatus};
use crate::edge::replace;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::io;
use std::path::Path;

/// Prints heaplint(1), or writes the page of every command into `folder`.
pub(super) fn write_manual(folder: Option<&Path>, working_directory: &Path) -> Result<ExitStatus, CliError> {
    let mut command = Args::command();
    command.build();
    let Some(folder) = folder else {
        let page = page(&command).map_err(CliError::Output)?;
        write_out(|out| out.write_all(&page))?;
        return Ok(ExitStatus::Clean);
    };
    let folder = working_directory.join(folder);
    for command in every_command(&command) {
        let page = page(command).map_err(CliError::Output)?;
        replace(&folder.join(format!("{}.1", name(command))), &page).map_err(CliError::OutputFile)?;
    }
    Ok(ExitStatus::Clean)
}

/// The command and all below it.
fn every_command(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().flat_map(every_command);
    [command].into_iter().chain(below).collect()
}

/// `heaplint-check`
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}

/// No date stands in it, so that one version has one manual.
fn page(command: &Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command.clone()).manual("heaplint").render(&mut page)?;
    Ok(tidied(&String::from_utf8_lossy(&page), &name(command).to_uppercase()).into_bytes())
}

/// The page as manuals are written: clap_mangen leaves out an empty date, so that the version would stand in its place, calls
/// the exit codes EXTRA, and asks for line breaks around empty lines, which mandoc complains of.
fn tidied(page: &str, title: &str) -> String {
    let title = title.replace('-', "\\-");
    let page = page.replace(".SH EXTRA\nExit codes:\n", ".SH \"EXIT STATUS\"\n");
    let page = page.replace(".br\n\n.br\n", "\n");
    let lines = page.lines().map(|line| match line.strip_prefix(".TH ") {
        Some(_) => format!(".TH {title} 1 \"\" \"heaplint {}\" heaplint\n", env!("CARGO_PKG_VERSION")),
        None => format!("{line}\n"),
    });
    lines.collect()
}
