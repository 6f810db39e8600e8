//! Tokens to types: the whole type grammar of Go, without backtracking and with limited nesting.
//!
//! It does NOT evaluate array lengths or constraints, and it does NOT look at other files.

use super::cursor::{Cursor, MAX_NESTING};
use super::lexer::Lexer;
use super::scope::FileScope;
use super::token::TokenKind;
use super::types::{Field, Method, Name, Signature, Type};
use TokenKind as T;
use std::sync::Arc;

/// Reads the type that `text` begins with, as a file with this scope understands it; `None` if no type stands there.
pub fn read_type(text: &[u8], scope: &FileScope<'_>) -> Option<Type> {
    type_at(&mut Cursor::new(Lexer::new(text)), scope, 0)
}

/// Reads the type at `cursor` and leaves the cursor after it.
pub(super) fn type_at(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Type> {
    if depth > MAX_NESTING {
        return None;
    }
    let inner = depth + 1;
    match cursor.kind() {
        T::Identifier => named(cursor, scope, inner),
        T::Star => {
            cursor.advance();
            Some(Type::Pointer(Arc::new(type_at(cursor, scope, inner)?)))
        }
        T::ParenOpen => {
            cursor.advance();
            let enclosed = type_at(cursor, scope, inner)?;
            cursor.expect(T::ParenClose)?;
            Some(enclosed)
        }
        T::BracketOpen => array_or_slice(cursor, scope, inner),
        T::Map => {
            cursor.advance();
            cursor.expect(T::BracketOpen)?;
            let key = type_at(cursor, scope, inner)?;
            cursor.expect(T::BracketClose)?;
            Some(Type::Map(Arc::new(key), Arc::new(type_at(cursor, scope, inner)?)))
        }
        T::Chan | T::Arrow => {
            if cursor.take(T::Arrow) {
                cursor.expect(T::Chan)?;
            } else {
                cursor.advance();
                cursor.take(T::Arrow);
            }
            Some(Type::Chan(Arc::new(type_at(cursor, scope, inner)?)))
        }
        T::Func => {
            cursor.advance();
            Some(Type::Func(Arc::new(signature(cursor, scope, inner)?)))
        }
        T::Struct => structure(cursor, scope, inner),
        T::Interface => interface(cursor, scope, inner),
        _ => None,
    }
}

/// Whether a type can begin with such a token.
pub(super) fn begins_type(kind: TokenKind) -> bool {
    matches!(
        kind,
        T::Identifier
            | T::Star
            | T::ParenOpen
            | T::BracketOpen
            | T::Map
            | T::Chan
            | T::Arrow
            | T::Func
            | T::Struct
            | T::Interface
    )
}

/// Reads parameters and results; the cursor stands on the opening parenthesis.
pub(super) fn signature(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Signature> {
    let (parameters, variadic) = parameters(cursor, scope, depth)?;
    let results = if cursor.kind() == T::ParenOpen {
        self::parameters(cursor, scope, depth)?.0
    } else if begins_type(cursor.kind()) {
        vec![type_at(cursor, scope, depth)?]
    } else {
        Vec::new()
    };
    Some(Signature { type_parameters: Arc::from([]), parameters: parameters.into(), variadic, results: results.into() })
}

/// Reads the names of a type parameter list; the cursor stands on its opening bracket.
pub(super) fn type_parameters(cursor: &mut Cursor<'_>) -> Option<Vec<Name>> {
    let mut names = Vec::new();
    cursor.expect(T::BracketOpen)?;
    while !cursor.take(T::BracketClose) {
        names.push(cursor.identifier()?);
        if cursor.kind() != T::Comma {
            cursor.skip_to(&[T::Comma]);
        }
        if cursor.kind() == T::End || (!cursor.take(T::Comma) && cursor.kind() != T::BracketClose) {
            return None;
        }
    }
    Some(names)
}

fn named(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Type> {
    let first = cursor.identifier()?;
    let second = if cursor.take(T::Dot) { Some(cursor.identifier()?) } else { None };
    let arguments = if cursor.kind() == T::BracketOpen { type_arguments(cursor, scope, depth)? } else { Vec::new() };
    Some(match second {
        Some(second) => scope.qualified(&first, second, arguments.into()),
        None => scope.unqualified(first, arguments.into()),
    })
}

/// Reads type arguments; the cursor stands on their opening bracket.
pub(super) fn type_arguments(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Vec<Type>> {
    let mut arguments = Vec::new();
    cursor.expect(T::BracketOpen)?;
    while cursor.kind() != T::BracketClose {
        arguments.push(type_at(cursor, scope, depth)?);
        if !cursor.take(T::Comma) {
            break;
        }
    }
    cursor.expect(T::BracketClose)?;
    (!arguments.is_empty()).then_some(arguments)
}

fn array_or_slice(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Type> {
    let mut length = *cursor;
    length.advance();
    if length.take(T::BracketClose) {
        *cursor = length;
        return Some(Type::Slice(Arc::new(type_at(cursor, scope, depth)?)));
    }
    let literal =
        if length.kind() == T::Int && length.second() == T::BracketClose { integer(length.bytes()) } else { None };
    cursor.skip_brackets()?;
    Some(Type::Array(literal, Arc::new(type_at(cursor, scope, depth)?)))
}

/// The value of an integer literal.
pub(super) fn integer(literal: &[u8]) -> Option<u64> {
    let digits: String =
        literal.iter().filter(|byte| **byte != b'_').map(|byte| byte.to_ascii_lowercase() as char).collect();
    let (radix, digits) = match digits.as_bytes() {
        [b'0', b'x', ..] => (16, &digits[2..]),
        [b'0', b'b', ..] => (2, &digits[2..]),
        [b'0', b'o', ..] => (8, &digits[2..]),
        [b'0', _, ..] => (8, &digits[1..]),
        _ => (10, &digits[..]),
    };
    u64::from_str_radix(digits, radix).ok()
}

/// One entry of a parameter list before it is known whether the list has names.
enum Entry {
    /// An identifier alone: a name that shares the next entry's type, or a type.
    Alone(Name),
    /// A type without a name.
    Unnamed(Type, bool),
    /// A name with its type.
    Named(Type, bool),
}

/// Reads a parameter list; gives the types and whether the last one is variadic.
fn parameters(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<(Vec<Type>, bool)> {
    cursor.expect(T::ParenOpen)?;
    let mut entries = Vec::new();
    while cursor.kind() != T::ParenClose {
        entries.push(entry(cursor, scope, depth)?);
        if !cursor.take(T::Comma) {
            break;
        }
    }
    cursor.expect(T::ParenClose)?;
    let any_named = entries.iter().any(|entry| matches!(entry, Entry::Named(..)));
    let (mut types, mut sharing, mut variadic) = (Vec::with_capacity(entries.len()), 0, false);
    for entry in entries {
        match entry {
            Entry::Alone(_) if any_named => sharing += 1,
            Entry::Alone(name) => types.push(scope.unqualified(name, Arc::from([]))),
            Entry::Named(of, dots) | Entry::Unnamed(of, dots) => {
                variadic = dots;
                let of = if dots { Type::Slice(Arc::new(of)) } else { of };
                types.extend(std::iter::repeat_n(of, sharing + 1));
                sharing = 0;
            }
        }
    }
    Some((types, variadic))
}

fn entry(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Entry> {
    if cursor.kind() != T::Identifier {
        let dots = cursor.take(T::Ellipsis);
        return Some(Entry::Unnamed(type_at(cursor, scope, depth)?, dots));
    }
    match cursor.second() {
        T::Comma | T::ParenClose => Some(Entry::Alone(cursor.identifier()?)),
        T::Dot => Some(Entry::Unnamed(type_at(cursor, scope, depth)?, false)),
        T::BracketOpen if !array_follows(cursor) => Some(Entry::Unnamed(type_at(cursor, scope, depth)?, false)),
        _ => {
            cursor.advance();
            let dots = cursor.take(T::Ellipsis);
            Some(Entry::Named(type_at(cursor, scope, depth)?, dots))
        }
    }
}

/// Whether in `name [...` the bracket begins an array or slice type, rather than type arguments of `name`.
fn array_follows(cursor: &Cursor<'_>) -> bool {
    let mut after = *cursor;
    after.advance();
    after.skip_brackets().is_some() && begins_type(after.kind())
}

fn structure(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Type> {
    cursor.advance();
    cursor.expect(T::BraceOpen)?;
    let mut fields = Vec::new();
    while !cursor.take(T::BraceClose) {
        if cursor.take(T::Semicolon) {
            continue;
        }
        field(cursor, scope, depth, &mut fields)?;
        cursor.take_string();
        if !matches!(cursor.kind(), T::Semicolon | T::BraceClose) {
            return None;
        }
    }
    Some(Type::Struct(fields.into()))
}

fn field(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32, fields: &mut Vec<Field>) -> Option<()> {
    let embedded = match (cursor.kind(), cursor.second()) {
        (T::Star, _) => true,
        (T::Identifier, T::Dot | T::Semicolon | T::BraceClose | T::String | T::RawString) => true,
        (T::Identifier, T::BracketOpen) => !array_follows(cursor),
        _ => false,
    };
    if embedded {
        let name = embedded_name(*cursor)?;
        fields.push(Field { name, of: type_at(cursor, scope, depth)?, embedded });
        return Some(());
    }
    let mut names = vec![cursor.identifier()?];
    while cursor.take(T::Comma) {
        names.push(cursor.identifier()?);
    }
    let of = type_at(cursor, scope, depth)?;
    fields.extend(names.into_iter().map(|name| Field { name, of: of.clone(), embedded }));
    Some(())
}

/// The name of an embedded field: its type's own.
fn embedded_name(mut cursor: Cursor<'_>) -> Option<Name> {
    cursor.take(T::Star);
    let first = cursor.identifier()?;
    if cursor.take(T::Dot) { cursor.identifier() } else { Some(first) }
}

fn interface(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Type> {
    cursor.advance();
    cursor.expect(T::BraceOpen)?;
    let (mut methods, mut embedded) = (Vec::new(), Vec::new());
    while !cursor.take(T::BraceClose) {
        if cursor.take(T::Semicolon) {
            continue;
        }
        if cursor.kind() == T::Identifier && cursor.second() == T::ParenOpen {
            let name = cursor.identifier()?;
            methods.push(Method { name, signature: Arc::new(signature(cursor, scope, depth)?) });
        } else {
            embedded.push(element(cursor, scope, depth)?);
        }
        if !matches!(cursor.kind(), T::Semicolon | T::BraceClose) {
            return None;
        }
    }
    Some(Type::Interface { methods: methods.into(), embedded: embedded.into() })
}

/// An embedded element: a type, or a constraint, which stands as unknown.
fn element(cursor: &mut Cursor<'_>, scope: &FileScope<'_>, depth: u32) -> Option<Type> {
    let mut constraint = cursor.take(T::Tilde);
    let of = type_at(cursor, scope, depth)?;
    while cursor.take(T::Or) {
        constraint = true;
        cursor.take(T::Tilde);
        type_at(cursor, scope, depth)?;
    }
    Some(if constraint { Type::Unknown } else { of })
}
