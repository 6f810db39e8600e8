//! How text for people looks, by what was asked, the environment and the terminal.

use super::args::ColorArg;
use super::settings::{Color, Style, Surroundings};

/// Columns where no terminal says otherwise: the width that CI logs are made for.
const USUAL_WIDTH: u16 = 80;

/// Whether text for people is coloured, and how wide it is.
pub(super) fn style(color: ColorArg, surroundings: &Surroundings) -> Style {
    let Surroundings { environment, terminal, .. } = surroundings;
    let coloured = match color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto if environment.no_color => false,
        ColorArg::Auto if environment.force_color => true,
        ColorArg::Auto => terminal.output && !environment.dumb_terminal,
    };
    let width = terminal.width.filter(|_| terminal.output && !environment.ci);
    Style { color: if coloured { Color::Always } else { Color::Never }, width: width.unwrap_or(USUAL_WIDTH) }
}

/// pre-commit gives its hooks a terminal when it colours, and shows what they wrote there: being a terminal is not enough.
pub(super) fn progress(surroundings: &Surroundings) -> bool {
    let Surroundings { environment, terminal, .. } = surroundings;
    terminal.errors && !environment.ci && !environment.pre_commit && !environment.dumb_terminal
}
