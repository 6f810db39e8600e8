//! The first tokens of a declaration: kind, name, receiver. Looks ahead a bounded number of bytes.
//!
//! It does NOT read signatures: `fact_reader` does.

use super::lexer::Lexer;
use super::outline::{DeclarationKind, Receiver};
use super::token::{Token, TokenKind};
use super::types::Name;
use crate::model::Span;
use TokenKind as T;

/// What the first tokens say.
pub(super) struct Head {
    pub(super) kind: DeclarationKind,
    pub(super) name: Name,
    pub(super) receiver: Option<Receiver>,
    pub(super) generic: bool,
    pub(super) function_line: u32,
    /// The brackets of a method's own type parameters.
    pub(super) type_parameters: Option<Span>,
}

/// How far a head is read. Comments count; a longer head is taken for unknown text.
const MAX_HEAD: usize = 4096;

/// Reads the head of the declaration whose keyword is `keyword`; `lexer` stands after it. `None` if there is no
/// declaration here.
pub(super) fn read_head(keyword: Token, lexer: Lexer<'_>) -> Option<Head> {
    let mut lexer = lexer.limited(keyword.end as usize + MAX_HEAD);
    let kind = match keyword.kind {
        T::Func => return read_function_head(lexer),
        T::Var => DeclarationKind::Var,
        T::Const => DeclarationKind::Const,
        T::Type => DeclarationKind::Type,
        T::Import => DeclarationKind::Import,
        _ => return None,
    };
    let mut token = lexer.next();
    if token.kind == T::ParenOpen {
        token = lexer.next();
    }
    let named = token.kind == T::Identifier && kind != DeclarationKind::Import;
    let name = if named { name(lexer.bytes(token)) } else { Name::default() };
    Some(Head { kind, name, receiver: None, generic: false, function_line: keyword.line, type_parameters: None })
}

/// Whether a function or method declaration follows `func`, rather than a function literal or type.
pub(super) fn is_function_head(mut lexer: Lexer<'_>) -> bool {
    let first = lexer.next();
    match first.kind {
        T::Identifier => matches!(lexer.next().kind, T::ParenOpen | T::BracketOpen),
        T::ParenOpen => {
            read_receiver(&mut lexer).is_some() && {
                lexer.next().kind == T::Identifier && matches!(lexer.next().kind, T::ParenOpen | T::BracketOpen)
            }
        }
        _ => false,
    }
}

/// Whether an import declaration follows `import`.
pub(super) fn is_import(mut lexer: Lexer<'_>) -> bool {
    matches!(lexer.next().kind, T::String | T::RawString | T::ParenOpen | T::Identifier | T::Dot)
}

/// A name from the text; bytes that are not UTF-8 are replaced.
pub(super) fn name(bytes: &[u8]) -> Name {
    String::from_utf8_lossy(bytes).as_ref().into()
}

fn read_function_head(mut lexer: Lexer<'_>) -> Option<Head> {
    let first = lexer.next();
    let (kind, receiver, of_generic, named) = match first.kind {
        T::Identifier => (DeclarationKind::Function, None, false, first),
        T::ParenOpen => {
            let (receiver, of_generic) = read_receiver(&mut lexer)?;
            (DeclarationKind::Method, Some(receiver), of_generic, lexer.next())
        }
        _ => return None,
    };
    if named.kind != T::Identifier {
        return None;
    }
    let own_parameters = is_next(lexer, T::BracketOpen);
    let type_parameters = if kind == DeclarationKind::Method { bracketed(&mut lexer) } else { None };
    Some(Head {
        kind,
        name: name(lexer.bytes(named)),
        receiver,
        generic: of_generic || own_parameters,
        function_line: first.line,
        type_parameters,
    })
}

/// Reads a receiver list up to its closing parenthesis, and whether its type has parameters. Any keyword ends the attempt,
/// so that text full of `func (` is read once.
fn read_receiver(lexer: &mut Lexer<'_>) -> Option<(Receiver, bool)> {
    let (mut pointer, mut type_name, mut parentheses, mut brackets) = (false, None, 1_u32, 0_u32);
    let mut parameters = false;
    loop {
        let token = lexer.next();
        match token.kind {
            T::Identifier if brackets == 0 => type_name = Some(token),
            T::Star if brackets == 0 => pointer = true,
            T::BracketOpen => (brackets, parameters) = (brackets + 1, true),
            T::BracketClose => brackets = brackets.checked_sub(1)?,
            T::ParenOpen => parentheses += 1,
            T::ParenClose => parentheses -= 1,
            T::Identifier | T::Star | T::Comma => {}
            _ => return None,
        }
        if parentheses == 0 {
            return type_name.map(|token| (Receiver { type_name: name(lexer.bytes(token)), pointer }, parameters));
        }
    }
}

/// Whether the next token is of this kind; `lexer` is a copy.
fn is_next(mut lexer: Lexer<'_>, kind: T) -> bool {
    lexer.next().kind == kind
}

/// The span of the brackets that follow, if brackets follow and close.
fn bracketed(lexer: &mut Lexer<'_>) -> Option<Span> {
    let open = lexer.next();
    let mut depth = u32::from(open.kind == T::BracketOpen);
    while depth > 0 {
        let token = lexer.next();
        match token.kind {
            T::BracketOpen => depth += 1,
            T::BracketClose => depth -= 1,
            T::End => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(Span::new(open.start as usize, token.end as usize));
        }
    }
    None
}
