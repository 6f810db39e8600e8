//! Tokens of an initialiser to a term: literals, composite literals, conversions, calls and what is made of them.
//!
//! It does NOT read function literals' bodies or anything that needs a scope inside a function; what it cannot say is
//! unknown.

use super::cursor::{Cursor, MAX_NESTING};
use super::evaluate::{bounded, combined};
use super::scope::FileScope;
use super::token::TokenKind;
use super::type_reader::{signature, type_arguments, type_at};
use super::types::{Name, Package, Term, Type, Untyped};
use TokenKind as T;
use std::sync::Arc;

/// Reads the expressions after `=` for this many names: as many terms, or one that gives several values.
pub(super) fn list(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, names: usize) -> Vec<Term> {
    let mut terms = Vec::new();
    loop {
        terms.push(whole(cursor, scope, 0));
        if !cursor.take(T::Comma) {
            break;
        }
    }
    match &terms[..] {
        [single] if names > 1 => several(single, names),
        _ => terms,
    }
}

/// A term without what is needless: an unknown or typed part makes the whole known.
pub(super) fn simplified(term: Term) -> Term {
    match &term {
        Term::Defaulted(inner) => match &**inner {
            Term::Is(Type::Untyped(_)) => term,
            Term::Is(_) => (**inner).clone(),
            _ => term,
        },
        _ => term,
    }
}

/// The values of one expression that is assigned to several names.
fn several(single: &Term, names: usize) -> Vec<Term> {
    match single {
        Term::Result(call, 0) => (0..names as u32).map(|index| Term::Result(call.clone(), index)).collect(),
        _ => vec![Term::UNKNOWN; names],
    }
}

/// Reads one expression and leaves the cursor at the comma, semicolon or bracket that ends it.
fn whole(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Term {
    let mut ahead = *cursor;
    let read = if depth > MAX_NESTING { None } else { expression(&mut ahead, scope, depth) };
    // An attempt that failed may have stopped inside of brackets; the end is found from the beginning.
    match read.filter(|_| ends_expression(ahead.kind())) {
        Some(term) => {
            *cursor = ahead;
            term
        }
        None => {
            cursor.skip_to(&[T::Comma, T::Semicolon, T::Colon]);
            Term::UNKNOWN
        }
    }
}

fn ends_expression(kind: TokenKind) -> bool {
    matches!(kind, T::Comma | T::Semicolon | T::Colon | T::ParenClose | T::BracketClose | T::BraceClose | T::End)
}

fn expression(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let mut sum = unary(cursor, scope, depth)?;
    let mut truth = false;
    loop {
        let operator = cursor.kind();
        match operator {
            T::Plus | T::Minus | T::Star | T::Slash | T::Percent | T::And | T::Or | T::Xor | T::AndNot => {
                cursor.advance();
                sum = bounded(combined(sum, unary(cursor, scope, depth)?));
            }
            T::ShiftLeft | T::ShiftRight => {
                cursor.advance();
                unary(cursor, scope, depth)?;
            }
            T::Equal
            | T::NotEqual
            | T::Less
            | T::LessEqual
            | T::Greater
            | T::GreaterEqual
            | T::LogicalAnd
            | T::LogicalOr => {
                cursor.advance();
                sum = unary(cursor, scope, depth)?;
                truth = true;
            }
            _ if truth => return Some(Term::Is(Type::Untyped(Untyped::Bool))),
            _ => return Some(sum),
        }
    }
}

fn unary(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    if depth > MAX_NESTING {
        return None;
    }
    let operator = cursor.kind();
    if operator == T::Arrow && cursor.second() == T::Chan {
        return operand(cursor, scope, depth);
    }
    match operator {
        T::And | T::Star | T::Plus | T::Minus | T::Xor | T::Not | T::Arrow => cursor.advance(),
        _ => return operand(cursor, scope, depth),
    }
    let inner = unary(cursor, scope, depth + 1)?;
    Some(match operator {
        T::And => match inner {
            Term::Is(of) if of != Type::Unknown => Term::Is(Type::Pointer(Arc::new(of))),
            _ => Term::Address(Arc::new(inner)),
        },
        T::Star => Term::Pointee(Arc::new(inner)),
        T::Arrow => Term::Element(Arc::new(inner)),
        _ => inner,
    })
}

/// An operand with all selectors, indices and calls behind it.
fn operand(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let mut term = primary(cursor, scope, depth)?;
    loop {
        term = bounded(match cursor.kind() {
            T::Dot => {
                cursor.advance();
                if cursor.take(T::ParenOpen) {
                    let asserted = type_at(cursor, scope, depth)?;
                    cursor.expect(T::ParenClose)?;
                    Term::Is(asserted)
                } else {
                    Term::Member(Arc::new(term), cursor.identifier()?)
                }
            }
            T::ParenOpen => {
                cursor.skip_brackets()?;
                Term::Result(Arc::new(term), 0)
            }
            T::BracketOpen => indexed(term, cursor, scope, depth)?,
            _ => return Some(term),
        });
    }
}

/// What `term[...]` is: an element, a part, or an instance of a generic function when it is called with types.
fn indexed(term: Term, cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let mut as_types = *cursor;
    let arguments = type_arguments(&mut as_types, scope, depth).filter(|_| as_types.kind() == T::ParenOpen);
    let term = Arc::new(term);
    if let (Term::Value(..), Some(arguments)) = (&*term, arguments) {
        *cursor = as_types;
        let sure = |of: &Type| !matches!(of, Type::Named(Package::Here, ..) | Type::Unknown);
        // A single name of this package may as well be an index into a slice of functions.
        let surely_types = arguments.len() > 1 || arguments.iter().all(sure);
        return Some(if surely_types { Term::Instance(term, arguments.into()) } else { Term::UNKNOWN });
    }
    let mut inside = *cursor;
    inside.advance();
    inside.skip_to(&[T::Colon]);
    let sliced = inside.kind() == T::Colon;
    cursor.skip_brackets()?;
    Some(if sliced { Term::Sliced(term) } else { Term::Element(term) })
}

fn primary(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let untyped = match cursor.kind() {
        T::Int => Untyped::Int,
        T::Float => Untyped::Float,
        T::Imaginary => Untyped::Imaginary,
        T::Rune => Untyped::Rune,
        T::String | T::RawString => Untyped::String,
        T::Identifier => return name(cursor, scope, depth),
        T::Func => return function(cursor, scope, depth),
        T::ParenOpen => {
            cursor.advance();
            let inner = whole(cursor, scope, depth + 1);
            cursor.expect(T::ParenClose)?;
            return Some(inner);
        }
        T::BracketOpen | T::Map | T::Chan | T::Arrow | T::Struct | T::Interface => {
            return of_type(cursor, scope, depth);
        }
        _ => return None,
    };
    cursor.advance();
    Some(Term::Is(Type::Untyped(untyped)))
}

/// A literal or conversion that begins with a type which is no name.
fn of_type(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let of = type_at(cursor, scope, depth)?;
    matches!(cursor.kind(), T::BraceOpen | T::ParenOpen).then_some(())?;
    cursor.skip_brackets()?;
    Some(Term::Is(of))
}

fn function(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    cursor.advance();
    let signature = signature(cursor, scope, depth)?;
    if cursor.kind() == T::BraceOpen {
        cursor.skip_to_matching_brace()?;
    }
    Some(Term::Is(Type::Func(Arc::new(signature))))
}

/// What begins with a name: a value, a composite literal, a conversion or a built-in call.
fn name(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let mut as_type = *cursor;
    if let Some(of) = type_at(&mut as_type, scope, depth).filter(|_| as_type.kind() == T::BraceOpen) {
        as_type.skip_to_matching_brace()?;
        *cursor = as_type;
        return Some(Term::Is(of));
    }
    let first = cursor.identifier()?;
    if cursor.kind() == T::Dot
        && let Some(path) = scope.import_path(&first)
    {
        cursor.advance();
        return Some(Term::Value(Package::Path(path.clone()), cursor.identifier()?));
    }
    if scope.declares(&first) {
        return Some(Term::Value(Package::Here, first));
    }
    if let Some(term) = predeclared(&first, cursor, scope, depth) {
        return Some(term);
    }
    // What neither this file nor Go declares comes from a sibling, unless a dot import may bring it.
    Some(if scope.has_dot_import() { Term::UNKNOWN } else { Term::Value(Package::Here, first) })
}

/// The predeclared values, functions and conversions; `None` for other names.
fn predeclared(name: &Name, cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Term> {
    let untyped = |of| Some(Term::Is(Type::Untyped(of)));
    match &**name {
        "true" | "false" => return untyped(Untyped::Bool),
        "nil" => return untyped(Untyped::Nil),
        "iota" => return untyped(Untyped::Int),
        _ if cursor.kind() != T::ParenOpen => return None,
        _ => {}
    }
    let mut inside = *cursor;
    inside.advance();
    let term = match &**name {
        "make" => type_at(&mut inside, scope, depth).map_or(Term::UNKNOWN, Term::Is),
        "new" => made_new(inside, scope, depth),
        "len" | "cap" | "copy" => Term::Is(Type::INT),
        "append" => whole(&mut inside, scope, depth + 1),
        "min" | "max" | "real" | "imag" | "complex" | "recover" => Term::UNKNOWN,
        _ => Term::Is(Type::predeclared(name)?),
    };
    cursor.skip_brackets()?;
    Some(term)
}

/// `new(T)`, or since Go 1.26 `new(expression)`; a name alone may be either, and only a predeclared type is sure.
fn made_new(inside: Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Term {
    let mut as_type = inside;
    match type_at(&mut as_type, scope, depth).filter(|_| matches!(as_type.kind(), T::ParenClose | T::Comma)) {
        Some(Type::Unknown) => Term::UNKNOWN,
        Some(of) => Term::Is(Type::Pointer(Arc::new(of))),
        None => {
            let mut value = inside;
            Term::Address(Arc::new(Term::Defaulted(Arc::new(whole(&mut value, scope, depth + 1)))))
        }
    }
}
