//! Composite literals and strings.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::{Token, TokenKind as T};

impl Reader<'_> {
    pub(super) fn composite_literal(&mut self, of: Made, mark: usize) -> Option<Made> {
        self.set(of, Field::Type);
        let body = self.outside_header(Self::literal_value)?;
        self.set(body, Field::Body);
        Some(self.finish(Kind::CompositeLiteral, mark))
    }

    /// `{a, k: v}`
    fn literal_value(&mut self) -> Option<Made> {
        self.nested(|reader| {
            let mark = reader.mark();
            reader.bump();
            while !reader.at(T::BraceClose) {
                let element = reader.mark();
                let key = reader.literal_element()?;
                if reader.at(T::Colon) {
                    reader.set(key, Field::Key);
                    reader.bump();
                    let value = reader.literal_element()?;
                    reader.set(value, Field::Value);
                    reader.finish(Kind::KeyedElement, element);
                }
                if !reader.at(T::BraceClose) {
                    reader.expect(T::Comma)?;
                }
            }
            reader.bump();
            Some(reader.finish(Kind::LiteralValue, mark))
        })
    }

    fn literal_element(&mut self) -> Option<Made> {
        let mark = self.mark();
        if self.at(T::BraceOpen) {
            self.literal_value()?;
        } else {
            self.expression()?;
        }
        Some(self.finish(Kind::LiteralElement, mark))
    }

    /// A string, with its quotes, escapes and what stands between them as children; `None` where none stands here.
    pub(super) fn string_literal(&mut self) -> Option<Made> {
        let Token { kind, start, end, .. } = self.token;
        let (kind, content) = match kind {
            T::String => (Kind::InterpretedStringLiteral, Kind::InterpretedStringLiteralContent),
            T::RawString => (Kind::RawStringLiteral, Kind::RawStringLiteralContent),
            _ => return None,
        };
        let mark = self.mark();
        let bytes = self.bytes();
        self.builder.leaf(Kind::Token, start, start + 1);
        if kind == Kind::RawStringLiteral {
            // An unclosed one may be a single byte.
            self.builder.leaf(content, start + 1, end.max(start + 2) - 1);
        } else {
            let mut at = 1;
            while at + 1 < bytes.len() {
                let rest = &bytes[at..bytes.len() - 1];
                let plain = rest.iter().position(|byte| *byte == b'\\').unwrap_or(rest.len());
                let (kind, length) =
                    if plain > 0 { (content, plain) } else { (Kind::EscapeSequence, escape_length(rest)?) };
                self.builder.leaf(kind, start + at as u32, start + (at + length) as u32);
                at += length;
            }
        }
        // An unclosed literal ends without its quote.
        let closed = bytes.len() > 1 && bytes.last() == bytes.first();
        closed.then(|| self.builder.leaf(Kind::Token, end - 1, end))?;
        let literal = self.finish(kind, mark);
        self.advance();
        Some(literal)
    }
}

/// Bytes of the escape sequence at the beginning of `text`, as long as tree-sitter reads it.
fn escape_length(text: &[u8]) -> Option<usize> {
    let hexadecimal = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    match text.get(1)? {
        b'x' => (hexadecimal(2) >= 2).then_some(4),
        b'u' => (hexadecimal(2) >= 4).then_some(6),
        b'U' => (hexadecimal(2) >= 8).then_some(10),
        first if first.is_ascii_digit() => {
            Some(1 + text[1..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count())
        }
        first => first.is_ascii().then_some(2),
    }
}
