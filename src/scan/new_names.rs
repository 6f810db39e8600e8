//! What a fix moves out of its function: names that nothing bears yet, the place above the function, and text at another depth.

use super::fix_text::{is_blank, is_predeclared};
use super::offer::Names;
use super::resolve::FilePlace;
use crate::go::bindings;
use crate::go::evaluate::World;
use crate::go::lexer::Lexer;
use crate::go::token::TokenKind;
use crate::model::NewName;

/// Numbers beyond this are not tried: nobody has so many names of one stem.
const MOST_NUMBERS: u32 = 64;

/// A name of package level for `noun`, made for the function that the fix lies in.
pub(super) fn of_package(noun: &str, names: &Names, place: &FilePlace, world: &World) -> Option<NewName> {
    let prefix = names.prefix.as_deref()?;
    let (first, rest) = noun.split_at_checked(1)?;
    let stem = format!("{prefix}{}{rest}", first.to_ascii_uppercase());
    unborne(&stem, None, names, place, world)
}

/// A name of the function for `noun`.
pub(super) fn of_function(noun: &str, names: &Names, place: &FilePlace, world: &World) -> Option<NewName> {
    if names.jumps {
        return None;
    }
    unborne(noun, Some(names.start), names, place, world)
}

/// The stem with the first number from which on nothing is called so, in the function, the package or among the file's imports.
fn unborne(stem: &str, function: Option<usize>, names: &Names, place: &FilePlace, world: &World) -> Option<NewName> {
    let new = |number| NewName { stem: stem.into(), number, function };
    let imported = |text: &str| {
        place.imports.iter().any(|import| {
            let known = bindings::Import { name: import.name.clone(), path: import.path.clone() };
            known.known_as() == Some(text)
        })
    };
    let taken = |number: &u32| {
        let text = new(*number).text();
        // What only tests declare is named by nothing in the function: a variable of it may hide that.
        let by_tests = || function.is_none() && (place.declared_by_tests)(&text);
        let in_package = || world.here.declares(&text) || by_tests();
        names.hold(&text) || in_package() || imported(&text) || is_predeclared(&text)
    };
    let number = (1..=MOST_NUMBERS).rev().find(taken).map_or(1, |last| last + 1);
    (number <= MOST_NUMBERS / 2).then(|| new(number))
}

/// Where a declaration goes that stands before the one at `start`: before the comment directly above it too. `None` where what
/// is above is no comment of whole lines.
pub(super) fn above(text: &[u8], start: usize) -> Option<usize> {
    let line_start = |at: usize| text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let mut at = line_start(start);
    is_blank(&text[at..start]).then_some(())?;
    while at > 0 {
        let before = line_start(at - 1);
        let line = text[before..at].trim_ascii();
        if line.ends_with(b"*/") {
            return None;
        }
        if !line.starts_with(b"//") {
            break;
        }
        at = before;
    }
    Some(at)
}

/// Go text whose lines after the first begin with `indentation`, without it. What lies in raw strings stays.
pub(super) fn outdented(text: &str, indentation: &str) -> String {
    let mut raw = Vec::new();
    let mut lexer = Lexer::new(text.as_bytes());
    loop {
        let token = lexer.next();
        match token.kind {
            TokenKind::End => break,
            TokenKind::RawString => raw.push(token.start as usize..token.end as usize),
            _ => {}
        }
    }
    let mut moved = String::with_capacity(text.len());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_raw = raw.iter().any(|literal| literal.start < at && at < literal.end);
        moved.push_str(if at == 0 || is_raw { line } else { line.strip_prefix(indentation).unwrap_or(line) });
        at += line.len();
    }
    moved
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_goes_above_the_comment_of_the_next_one() {
        let text = "package p\n\n// A\n// B\nfunc f() {}\n\n/* C */\nfunc g() {}\nfunc h() {}\n";
        let at = |what: &str| above(text.as_bytes(), text.find(what).unwrap());
        assert_eq!(at("func f"), text.find("// A"));
        assert_eq!(at("func g"), None);
        assert_eq!(at("func h"), text.find("func h"));
    }

    #[test]
    fn lines_move_to_the_left_but_for_those_of_raw_strings() {
        let text = "map[string]string{\n\t\t\"a\": `x\n\t\ty`,\n\t}";
        assert_eq!(outdented(text, "\t"), "map[string]string{\n\t\"a\": `x\n\t\ty`,\n}");
    }
}
