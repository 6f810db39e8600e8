//! Which compiler findings are about, and how that is known.

use crate::go::tree::SourceTree;
use crate::model::Dialect;

/// How the compiler is known, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// By `--go`.
    Said,
    /// By what the profile shows.
    Shown,
    /// By what the compiler wrote itself.
    Written,
    /// By the toolchain line of a go.mod.
    Toolchain,
    /// Not at all: it is the newest that heaplint knows.
    Assumed,
}

impl Known {
    /// A few words for it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Known::Said => "as --go says",
            Known::Shown => "as the profile shows",
            Known::Written => "as the compiler's own records say; the profile does not tell",
            Known::Toolchain => "by the toolchain line of go.mod; the profile does not tell",
            Known::Assumed => "the newest that heaplint knows; nothing tells",
        }
    }
}

/// The compiler: what the user says, else what the profile has `shown`, else what it has `written` itself, else the toolchain
/// line, else the newest that heaplint knows.
pub(super) fn dialect(
    said: Option<Dialect>,
    shown: Option<Dialect>,
    written: Option<Dialect>,
    tree: &SourceTree,
) -> (Dialect, Known) {
    let toolchain = || tree.modules().modules().iter().filter_map(|module| module.toolchain).max();
    let known = said.map(|said| (said, Known::Said));
    known
        .or_else(|| shown.map(|shown| (shown, Known::Shown)))
        .or_else(|| written.map(|written| (written, Known::Written)))
        .or_else(|| toolchain().map(|toolchain| (Dialect::exactly(toolchain), Known::Toolchain)))
        .unwrap_or((Dialect::exactly(Dialect::NEWEST), Known::Assumed))
}
