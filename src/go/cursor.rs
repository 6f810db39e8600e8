//! A place in a stream of tokens, with the one token that the readers of types and terms decide on.
//!
//! It does NOT know the grammar beyond brackets. A copy is a cheap way to try something.

use super::head;
use super::lexer::Lexer;
use super::token::{Token, TokenKind};
use super::types::Name;
use crate::model::Span;
use TokenKind as T;

/// How deep types, terms and skipped brackets may nest. Real code stays below ten; what is deeper is not read.
pub(super) const MAX_NESTING: u32 = 24;

/// A lexer and the token before it, which is not yet taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'text> {
    lexer: Lexer<'text>,
    token: Token,
}

impl<'text> Cursor<'text> {
    /// Stands on the next token of `lexer`.
    pub(super) fn new(mut lexer: Lexer<'text>) -> Self {
        let token = lexer.next();
        Cursor { lexer, token }
    }

    /// Stands on the first token of `span`, which begins on `line`, and ends with it.
    pub(super) fn over(text: &'text [u8], span: Span, line: u32) -> Self {
        Cursor::new(Lexer::at(text, span.start, line).limited(span.end))
    }

    /// The kind of the current token.
    pub(super) fn kind(&self) -> TokenKind {
        self.token.kind
    }

    /// The current token's text as a name.
    pub(super) fn name(&self) -> Name {
        head::name(self.bytes())
    }

    /// The current token's text.
    pub(super) fn bytes(&self) -> &'text [u8] {
        self.lexer.bytes(self.token)
    }

    /// The kind of the token after the current one.
    pub(super) fn second(&self) -> TokenKind {
        let mut lexer = self.lexer;
        lexer.next().kind
    }

    /// Goes to the next token.
    pub(super) fn advance(&mut self) {
        self.token = self.lexer.next();
    }

    /// Takes the current token if it is of this kind.
    pub(super) fn take(&mut self, kind: TokenKind) -> bool {
        let matches = self.token.kind == kind;
        if matches {
            self.advance();
        }
        matches
    }

    /// Takes the current token, which must be of this kind.
    pub(super) fn expect(&mut self, kind: TokenKind) -> Option<()> {
        self.take(kind).then_some(())
    }

    /// Takes an identifier.
    pub(super) fn identifier(&mut self) -> Option<Name> {
        let name = (self.token.kind == T::Identifier).then(|| self.name());
        if name.is_some() {
            self.advance();
        }
        name
    }

    /// Takes a string literal, such as a field's tag, if there is one.
    pub(super) fn take_string(&mut self) {
        if matches!(self.token.kind, T::String | T::RawString) {
            self.advance();
        }
    }

    /// Skips from an opening bracket to after its closing one; `None` where brackets nest too deep or do not close.
    pub(super) fn skip_brackets(&mut self) -> Option<()> {
        let mut depth = 0;
        loop {
            match self.token.kind {
                T::ParenOpen | T::BracketOpen | T::BraceOpen => depth += 1,
                T::ParenClose | T::BracketClose | T::BraceClose => depth -= 1,
                T::End => return None,
                _ => {}
            }
            self.advance();
            match depth {
                0 => return Some(()),
                1..=MAX_NESTING => {}
                _ => return None,
            }
        }
    }

    /// Skips to the next token of a kind in `ends` that stands outside of brackets, or to the end or a closing bracket.
    pub(super) fn skip_to(&mut self, ends: &[TokenKind]) {
        let mut depth = 0_u32;
        loop {
            match self.token.kind {
                T::End => return,
                kind if depth == 0 && ends.contains(&kind) => return,
                T::ParenOpen | T::BracketOpen | T::BraceOpen => depth += 1,
                T::ParenClose | T::BracketClose | T::BraceClose if depth == 0 => return,
                T::ParenClose | T::BracketClose | T::BraceClose => depth -= 1,
                _ => {}
            }
            self.advance();
        }
    }

    /// Skips a composite literal's or function literal's braces, which may nest as deep as they like.
    pub(super) fn skip_to_matching_brace(&mut self) -> Option<()> {
        self.expect(T::BraceOpen)?;
        self.skip_to(&[]);
        self.expect(T::BraceClose)
    }

    /// Goes to the next opening bracket in this list, or to its end.
    pub(super) fn skip_to_bracket(&mut self) {
        while !matches!(self.token.kind, T::BracketOpen | T::ParenClose | T::End) {
            self.advance();
        }
    }
}
