//! How the output looks: colour, characters, width and links.
//!
//! The caller asks the terminal and the environment once and hands the answer in; nothing here looks at either.

use miette::{GraphicalTheme, ThemeCharacters, ThemeStyles};

/// What the place that the output goes to can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether ANSI colours may be written.
    pub colour: bool,
    /// Whether box-drawing and other characters beyond ASCII may be written. Source text is shown as it is.
    pub unicode: bool,
    /// Columns to fill at most; a build log has 80.
    pub width: usize,
    /// Whether hyperlinks (OSC 8) may be written.
    pub links: bool,
}

/// What a piece of text is, for those who see colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Severity error.
    Error,
    /// Severity warning.
    Warning,
    /// Severity note.
    Note,
    /// What the eye should meet first.
    Strong,
    /// What may be passed over.
    Quiet,
    /// What to do.
    Help,
}

impl Look {
    /// Black on white, ASCII or not, without links: for files, tests and build logs.
    pub fn plain(width: usize, unicode: bool) -> Self {
        Look { colour: false, unicode, width, links: false }
    }

    /// The columns to lay out for: never so few that nothing fits.
    pub(super) fn columns(&self) -> usize {
        self.width.clamp(40, 500)
    }

    /// `text` in the colour of `paint`.
    pub(super) fn paint(&self, paint: Paint, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match paint {
            Paint::Error => "31;1",
            Paint::Warning => "33;1",
            Paint::Note => "36;1",
            Paint::Strong => "1",
            Paint::Quiet => "2",
            Paint::Help => "32;1",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// Our own words in the characters that can be shown.
    pub(super) fn spell(&self, text: &str) -> String {
        if self.unicode {
            return text.to_owned();
        }
        text.replace('±', "+-").replace('µ', "u").replace('…', "...").replace('·', "-")
    }

    /// The mark of something cut off.
    pub(super) fn ellipsis(&self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    /// `text` as a link to `address`, where links can be followed.
    pub(super) fn link(&self, address: Option<&str>, text: &str) -> String {
        match address {
            Some(address) if self.links => format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"),
            _ => text.to_owned(),
        }
    }

    /// miette's theme for one diagnostic. `primary` says, label by label in the order of their offsets, which one is the
    /// primary; it takes the colour of `severity`, the others a quieter one.
    pub(super) fn graphical(&self, severity: Paint, primary: impl Iterator<Item = bool>) -> GraphicalTheme {
        let mut styles = if self.colour { ThemeStyles::ansi() } else { ThemeStyles::none() };
        let strong = match severity {
            Paint::Error => styles.error,
            Paint::Warning => styles.warning,
            _ => styles.advice,
        };
        let quiet = if severity == Paint::Note { styles.warning } else { styles.advice };
        styles.highlights = primary.map(|primary| if primary { strong } else { quiet }).collect();
        let characters = if self.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
        GraphicalTheme { characters, styles }
    }
}
