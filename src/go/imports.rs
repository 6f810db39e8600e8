//! What a file imports, read from its beginning alone: package clause and import declarations, and nothing behind them.
//!
//! It does NOT read broken files to the end: Go wants imports before every other declaration.

use super::head;
use super::lexer::Lexer;
use super::token::{Token, TokenKind};
use super::types::Name;
use TokenKind as T;

/// The import paths of a file that begins with `text`, in source order; `None` where the text ends, or something in it is not
/// closed, before it is sure that no further import follows.
pub fn imports_of_beginning(text: &[u8]) -> Option<Vec<Name>> {
    let (paths, stopped) = read(text);
    stopped.then_some(paths)
}

/// The import paths of a whole file, in source order.
pub fn imports_of(text: &[u8]) -> Vec<Name> {
    read(text).0
}

/// The paths, and whether something that is no import was met for sure.
fn read(text: &[u8]) -> (Vec<Name>, bool) {
    let mut lexer = Lexer::new(text);
    let mut paths = Vec::new();
    let mut closed = true;
    let mut next = |lexer: &mut Lexer| {
        let token = lexer.next();
        closed &= lexer.take_unclosed().is_none();
        token
    };
    let (mut in_declaration, mut in_group) = (false, false);
    let last: Token = loop {
        let token = next(&mut lexer);
        match token.kind {
            T::Semicolon => in_declaration &= in_group,
            T::Package if !in_declaration => {
                next(&mut lexer);
            }
            T::Import if !in_declaration => in_declaration = true,
            T::ParenOpen if in_declaration && !in_group => in_group = true,
            T::ParenClose if in_group => (in_group, in_declaration) = (false, false),
            T::Identifier | T::Dot if in_declaration => {}
            T::String | T::RawString if in_declaration => paths.push(head::name(unquoted(lexer.bytes(token)))),
            _ => break token,
        }
    };
    // A token at the very end may be the first half of another one.
    (paths, closed && last.kind != T::End && (last.end as usize) < text.len())
}

/// A string token without its quotes; import paths hold no escapes.
pub(super) fn unquoted(literal: &[u8]) -> &[u8] {
    let inner = literal.get(1..).unwrap_or_default();
    match inner {
        [rest @ .., b'"' | b'`'] => rest,
        _ => inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "// Package p.\n/* long\n */\npackage p\n\nimport \"a\"\nimport (\n\tb \"x/b\" // why\n\t. `c`\n\n\t_ \"d\"; \"e\"\n)\nimport \"f\"\n\nfunc F() { import (\"g\") }\n";

    #[test]
    fn imports_are_read_up_to_the_first_other_declaration() {
        let names = |text: &str| imports_of(text.as_bytes()).iter().map(|name| name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(FILE), ["a", "x/b", "c", "d", "e", "f"]);
        assert_eq!(names("package p\n\nvar x = 1\n\nimport \"a\"\n"), [""; 0]);
        assert_eq!(names("import \"a\"\n\nfunc f() {}\n"), ["a"]);
        for broken in ["", "package", "import", "import (", "package p; import (\n\"a", "\u{feff}package p\nimport)"] {
            assert!(names(broken).len() < 2, "{broken}");
        }
    }

    #[test]
    fn every_beginning_gives_all_imports_or_asks_for_more() {
        let whole = imports_of(FILE.as_bytes());
        let told = |end: usize| imports_of_beginning(&FILE.as_bytes()[..end]);
        let enough = (0..=FILE.len()).filter_map(told).inspect(|paths| assert_eq!(*paths, whole)).count();
        assert!(enough > 5 && enough < 40, "{enough}");
    }
}
