//! What the process is connected to. Asked once; the settings decide what follows from it.

use std::io::IsTerminal;

/// The terminal, if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Whether results go to a terminal.
    pub output: bool,
    /// Whether talk (errors, progress) goes to a terminal.
    pub errors: bool,
    /// Columns of the terminal, `None` where there is none.
    pub width: Option<u16>,
}

impl Terminal {
    /// Asks the system.
    pub fn ask() -> Self {
        Terminal {
            output: std::io::stdout().is_terminal(),
            errors: std::io::stderr().is_terminal(),
            width: terminal_size::terminal_size().map(|(width, _)| width.0),
        }
    }
}
