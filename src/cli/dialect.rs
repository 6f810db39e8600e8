//! Which compiler findings are about, and how that is known.

use crate::go::tree::SourceTree;
use crate::model::{Dialect, DialectSource};

/// The compiler: what the user says, else what the profile has `shown`, else what it has `written` itself, else the toolchain
/// line, else the newest that heaplint knows.
pub(super) fn dialect(
    said: Option<Dialect>,
    shown: Option<Dialect>,
    written: Option<Dialect>,
    tree: &SourceTree,
) -> (Dialect, DialectSource) {
    let toolchain = || tree.modules().modules().iter().filter_map(|module| module.toolchain).max();
    let known = said.map(|said| (said, DialectSource::Option));
    known
        .or_else(|| shown.map(|shown| (shown, DialectSource::Profile)))
        .or_else(|| written.map(|written| (written, DialectSource::Compiler)))
        .or_else(|| toolchain().map(|toolchain| (Dialect::exactly(toolchain), DialectSource::Toolchain)))
        .unwrap_or((Dialect::exactly(Dialect::NEWEST), DialectSource::Assumed))
}
