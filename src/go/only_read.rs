//! Which parameters and receivers a function takes by value and only reads, told from the tokens of its body.
//!
//! It does NOT know types: of what is called on a parameter it keeps the path of names, so that who knows the types can say whether
//! that takes an address. What it is not sure of it leaves out.

use super::cursor::Cursor;
use super::head::name;
use super::token::TokenKind;
use super::types::Name;
use TokenKind as T;
use std::collections::BTreeSet;

/// A parameter that its function only reads: no statement assigns it or a part of it, takes an address in it, slices an element of
/// it, or uses it as a whole (but for `range` and `len`), and no function literal uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlyRead {
    /// Its position among the parameters; `None` for the receiver.
    pub position: Option<usize>,
    /// What is called on it: the names of fields up to that of a method or a field, `Lines` and `Len` of `order.Lines.Len()`.
    pub calls: Vec<Vec<Name>>,
}

/// The names of a parameter list, by position; the cursor stands on its bracket. Empty where the parameters have no names.
pub(super) fn parameter_names<'text>(mut cursor: Cursor<'text>) -> Vec<&'text [u8]> {
    let (mut names, mut any_named) = (Vec::new(), false);
    cursor.advance();
    while !matches!(cursor.kind(), T::ParenClose | T::End) {
        let alone = matches!(cursor.second(), T::Comma | T::ParenClose);
        any_named |= cursor.kind() == T::Identifier && !alone && cursor.second() != T::Dot;
        names.push(cursor.bytes());
        cursor.skip_to(&[T::Comma]);
        if !cursor.take(T::Comma) {
            break;
        }
    }
    if any_named { names } else { Vec::new() }
}

/// Those of the parameters, by position and name, that the body only reads.
pub(super) fn only_read(mut body: Cursor<'_>, parameters: &[(Option<usize>, &[u8])]) -> Vec<OnlyRead> {
    let mut tokens = Vec::new();
    while body.kind() != T::End {
        tokens.push((body.kind(), body.bytes()));
        body.advance();
    }
    let mut calls: Vec<Option<BTreeSet<Vec<Name>>>> = vec![Some(BTreeSet::new()); parameters.len()];
    let mut literals = Literals::default();
    for (at, (kind, bytes)) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or(T::End, |before| tokens[before].0);
        literals.pass(*kind, before);
        if *kind != T::Identifier || before == T::Dot {
            continue;
        }
        let Some(parameter) = parameters.iter().position(|(_, name)| name == bytes) else { continue };
        match use_at(&tokens, at, before).filter(|_| !literals.may_surround()) {
            None => calls[parameter] = None,
            Some(path) if path.is_empty() => {}
            Some(path) => {
                if let Some(calls) = &mut calls[parameter] {
                    calls.insert(path);
                }
            }
        }
    }
    let read = parameters.iter().zip(calls).filter(|((_, name), _)| *name != b"_");
    read.filter_map(|((position, _), calls)| {
        Some(OnlyRead { position: *position, calls: calls?.into_iter().collect() })
    })
    .collect()
}

/// Where function literals begin and end.
#[derive(Default)]
struct Literals {
    depth: u32,
    /// A `func` without its body so far.
    open: bool,
    /// The depths of the bodies of literals.
    bodies: Vec<u32>,
}

impl Literals {
    fn pass(&mut self, kind: TokenKind, before: TokenKind) {
        match kind {
            T::Func => self.open = true,
            T::BraceOpen => {
                self.depth += 1;
                // `interface{}` among its parameters has braces too.
                if self.open && !matches!(before, T::Interface | T::Struct) {
                    self.open = false;
                    self.bodies.push(self.depth);
                }
            }
            T::BraceClose => {
                if self.bodies.last() == Some(&self.depth) {
                    self.bodies.pop();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn may_surround(&self) -> bool {
        self.open || !self.bodies.is_empty()
    }
}

/// How a parameter is used where it stands: the path of a call, or an empty path where it is only read; `None` where it may be
/// more than that.
fn use_at(tokens: &[(TokenKind, &[u8])], at: usize, before: TokenKind) -> Option<Vec<Name>> {
    let kind = |at: usize| tokens.get(at).map_or(T::End, |token| token.0);
    if before == T::And {
        return None;
    }
    let (mut path, mut indexed, mut next) = (Vec::new(), false, at + 1);
    loop {
        match kind(next) {
            T::Dot if kind(next + 1) == T::Identifier => {
                path.push(name(tokens[next + 1].1));
                next += 2;
            }
            T::BracketOpen => {
                next = behind_index(tokens, next)?;
                indexed = true;
            }
            // An element's method may take its address.
            T::ParenOpen => return (!path.is_empty() && !indexed).then_some(path),
            _ => break,
        }
    }
    let measured = |at: usize| {
        let function = at.checked_sub(2).and_then(|function| tokens.get(function));
        before == T::ParenOpen && kind(at + 1) == T::ParenClose && function.is_some_and(|function| function.1 == b"len")
    };
    let in_part = !path.is_empty() || indexed || before == T::Range || measured(at);
    (in_part && !is_assigned(tokens, next)).then(Vec::new)
}

/// Of more tokens than this in one index or list nobody knows.
const FARTHEST: usize = 64;

/// Behind the brackets of an index; `None` of a slice.
fn behind_index(tokens: &[(TokenKind, &[u8])], open: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, (kind, _)) in tokens.iter().enumerate().skip(open).take(FARTHEST) {
        match kind {
            T::BracketOpen | T::ParenOpen | T::BraceOpen => depth += 1,
            T::BracketClose | T::ParenClose | T::BraceClose => depth -= 1,
            T::Colon if depth == 1 => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Whether what ends before this token is the target of an assignment, alone or in a list.
fn is_assigned(tokens: &[(TokenKind, &[u8])], next: usize) -> bool {
    let mut depth = 0_u32;
    for (at, (kind, _)) in tokens.iter().enumerate().skip(next).take(FARTHEST) {
        match kind {
            _ if at == next && !assigns(*kind) && *kind != T::Comma => return false,
            kind if depth == 0 && assigns(*kind) => return true,
            T::BraceOpen | T::Semicolon | T::Colon | T::Arrow if depth == 0 => return false,
            T::BracketOpen | T::ParenOpen | T::BraceOpen => depth += 1,
            T::BracketClose | T::ParenClose | T::BraceClose if depth == 0 => return false,
            T::BracketClose | T::ParenClose | T::BraceClose => depth -= 1,
            _ => {}
        }
    }
    tokens.len() > next + FARTHEST
}

#[rustfmt::skip]
fn assigns(kind: TokenKind) -> bool {
    matches!(
        kind,
        T::Assign | T::Define | T::Increment | T::Decrement | T::PlusAssign | T::MinusAssign | T::StarAssign | T::SlashAssign
            | T::PercentAssign | T::AndAssign | T::OrAssign | T::XorAssign | T::ShiftLeftAssign | T::ShiftRightAssign
            | T::AndNotAssign
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::facts::facts_with_bodies;
    use crate::go::outline::outline;
    use crate::go::words::Words;

    /// What is known of a function `f(p T, q T)` of another package's types with this body.
    fn of(body: &str) -> Vec<OnlyRead> {
        let text = format!("package x\n\nfunc f(p T, q T) {{\n{body}\n}}\n").into_bytes();
        let outline = outline(&text, &Words::new(std::iter::empty::<&str>()));
        facts_with_bodies(&text, &outline).readers.into_iter().flat_map(|reader| reader.parameters.to_vec()).collect()
    }

    fn reads_p(body: &str) -> bool {
        of(body).iter().any(|read| read.position == Some(0))
    }

    #[test]
    fn what_only_reads_parts_of_a_parameter_is_told_from_what_may_do_more() {
        for body in [
            "return p.x + q.x",
            "for i := range p.lines { sum += p.lines[i].price }",
            "if p.open { x, y = p.a, p.b; g(p.a, p.b[0]) }",
            "n.p = 3; n.p.x = 4; y = &n.p",
            "switch v := p.value.(type) { case p.x, p.y: }",
            "defer func() { recover() }(); f := func(x interface{}) { use(x) }; f(p.x)",
            "for i, x := range p { y += x + len(p) }",
            "m[p.x] = 3; p.send <- 3; c.x, d[p.i] = 1, 2",
        ] {
            assert!(reads_p(body), "{body}");
        }
        for body in [
            "p.x = 3",
            "p.x++",
            "p.lines[i].price += 2",
            "a, p.x = 1, 2",
            "p.x, a = 1, 2",
            "for p.x = range all {}",
            "y = &p",
            "y = &p.x",
            "return p",
            "g(p)",
            "all = append(all, p)",
            "y := p.lines[1:]",
            "go func() { use(p.x) }()",
            "f := func(x interface{}) int { return p.x }",
            "p.lines[i].close()",
            "p := other; use(p.x)",
            "use(T{p: 1})",
        ] {
            assert!(!reads_p(body), "{body}");
        }
    }

    #[test]
    fn what_is_called_is_kept_by_its_path() {
        let paths = |body: &str| -> Vec<String> { of(body)[0].calls.iter().map(|path| path.join(".")).collect() };
        assert_eq!(paths("p.close(); p.lines.len(p.x); p.close()"), ["close", "lines.len"]);
        assert_eq!(paths("return p.x(3).y"), ["x"]);
    }

    #[test]
    fn long_lists_and_indexes_are_not_read_to_their_end() {
        let many = "a, ".repeat(1000);
        assert!(!reads_p(&format!("p.x, {many} = g()")));
        assert!(!reads_p(&format!("use(p.x[g({many} b)])")));
        assert!(reads_p("use(p.x[g(a, b)])"));
    }
}
