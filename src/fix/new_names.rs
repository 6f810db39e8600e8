//! Names that two fixes of one run have thought of, in one file or in two of a package: the later one counts on.

use crate::go::lexer::Lexer;
use crate::go::token::TokenKind;
use crate::model::{Edit, Fix, NewName};
use std::collections::BTreeSet;

/// The edits of a fix, its new names counted on until none is among the `taken` ones, which they join.
pub(super) fn edits(fix: &Fix, taken: &mut BTreeSet<NewName>) -> Vec<Edit> {
    let mut edits = fix.edits.clone();
    for name in &fix.names {
        let mut free = name.clone();
        while taken.iter().any(|other| clash(other, &free)) {
            free.number += 1;
        }
        if free != *name {
            let (old, new) = (name.text(), free.text());
            edits.iter_mut().for_each(|edit| edit.text = renamed(&edit.text, &old, &new));
        }
        taken.insert(free);
    }
    edits
}

/// Whether both cannot be there: one of package level would be hidden by one of a function.
fn clash(one: &NewName, other: &NewName) -> bool {
    one.text() == other.text() && (one.function == other.function || one.function.is_none() || other.function.is_none())
}

/// Go text in which one name is another one.
fn renamed(text: &str, old: &str, new: &str) -> String {
    let mut lexer = Lexer::new(text.as_bytes());
    let mut changed = String::with_capacity(text.len());
    let mut from = 0;
    loop {
        let token = lexer.next();
        if token.kind == TokenKind::End {
            break;
        }
        let (start, end) = (token.start as usize, token.end as usize);
        if token.kind == TokenKind::Identifier && text.get(start..end) == Some(old) {
            changed.push_str(text.get(from..start).unwrap_or_default());
            changed.push_str(new);
            from = end;
        }
    }
    changed.push_str(text.get(from..).unwrap_or_default());
    changed
}
