//! Writes a report to standard output in the format that was asked for.

use super::CliError;
use super::settings::{CheckSettings, Color, Format};
use crate::edge::StandardOutput;
use crate::model::Report;
use crate::render::{Look, human, json, text};
use std::io::Write;

/// How many hotspots a person is shown.
const HOTSPOTS: usize = 10;

/// Writes the report.
pub(super) fn show(report: &Report, settings: &CheckSettings) -> Result<(), CliError> {
    let mut out = StandardOutput::lock();
    let written = match settings.format {
        Format::Human => {
            let colour = settings.style.color == Color::Always;
            let look = Look { colour, unicode: true, width: usize::from(settings.style.width), links: false };
            let options = human::HumanOptions {
                look,
                verbose: settings.verbose,
                hotspots: if settings.verbose { usize::MAX } else { HOTSPOTS },
                rule_page: None,
            };
            human::render(report, &options, &mut out)
        }
        Format::Text => text::render(report, &text::TextOptions { summary: settings.verbose }, &mut out),
        Format::Json => json::render(report, &json::JsonOptions { version: env!("CARGO_PKG_VERSION") }, &mut out),
    };
    written.and_then(|()| out.flush()).map_err(CliError::Output)
}
