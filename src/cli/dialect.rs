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

/// What is to be said of a compiler that came after this heaplint.
pub(super) fn unknown_go(said: Dialect) -> Option<String> {
    (said.newest > Dialect::NEWEST).then(|| {
        format!(
            "--go 1.{} is not known: compilers from 1.{} to 1.{} were measured, and it is taken to charge lines as 1.{} does",
            said.newest,
            Dialect::OLDEST,
            Dialect::NEWEST,
            Dialect::NEWEST
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiler_that_came_later_is_told() {
        assert_eq!(unknown_go(Dialect::exactly(Dialect::NEWEST)), None);
        let told = unknown_go(Dialect::exactly(99)).expect("a sentence");
        assert!(told.starts_with("--go 1.99 is not known: compilers from 1.21 to "), "{told}");
    }
}
