//! Bytes to Go tokens, with Go's automatic semicolons; comments and blanks are skipped.
//!
//! Any bytes are lexed, in linear time and without memory: a byte that begins no token is a token of kind `Illegal`, an
//! unclosed literal or comment ends at the end of its line and is reported. It does NOT know declarations or nesting.

use super::byte_class::{
    BEGINS_WORD, BYTES, Byte, IN_WORD, SINGLES, STOPS_STRING, find, find_comment_end, first_char, leading_word_bytes,
    unicode_letters,
};
use super::token::{Token, TokenKind, short_word_kind, word_kind};
use TokenKind as T;

/// Reads tokens one after the other. A copy is a cheap way to look ahead.
#[derive(Clone, Copy, Debug)]
pub struct Lexer<'text> {
    text: &'text [u8],
    at: usize,
    line: u32,
    line_start: usize,
    /// Whether a newline here is a semicolon.
    newline_ends: bool,
    /// The literal or comment read last that was not closed, until asked for.
    unclosed: Option<Unclosed>,
    /// Whether no further `*/` follows, found out once so that many unclosed comments stay linear.
    comments_unclosed: bool,
    /// Whether a comment looked like a `//line` directive.
    line_directives: bool,
    /// Whether a comment looked like one to a linter.
    linter_directives: bool,
}

/// What the text began and did not close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclosed {
    /// `"...` up to the end of its line.
    String,
    /// `'...` up to the end of its line.
    Rune,
    /// A backquote without a second one.
    RawString,
    /// `/*` without `*/`; the offset of its first byte.
    Comment(u32),
}

impl<'text> Lexer<'text> {
    /// Starts at the beginning of `text`, after a byte order mark. Offsets are 32 bits: the caller keeps `text` under 4 GiB.
    pub fn new(text: &'text [u8]) -> Self {
        let at = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Lexer {
            text,
            at,
            line: 1,
            line_start: at,
            newline_ends: false,
            unclosed: None,
            comments_unclosed: false,
            line_directives: false,
            linter_directives: false,
        }
    }

    /// Starts at byte `at` of `text`, which lies on 1-based `line` and is the beginning of a token.
    pub fn at(text: &'text [u8], at: usize, line: u32) -> Self {
        Lexer { at: at.min(text.len()), line, line_start: usize::MAX, ..Lexer::new(text) }
    }

    /// This lexer with a text that ends at offset `end`; the same lexer where the text is shorter.
    #[must_use]
    pub fn limited(mut self, end: usize) -> Self {
        self.text = &self.text[..end.clamp(self.at, self.text.len().max(self.at))];
        self
    }

    /// Whether a comment so far looked like a `//line` directive.
    pub fn has_line_directives(&self) -> bool {
        self.line_directives
    }

    /// Whether a comment so far looked like a directive to a linter.
    pub fn has_linter_directives(&self) -> bool {
        self.linter_directives
    }

    /// The text that is read.
    pub fn text(&self) -> &'text [u8] {
        self.text
    }

    /// The 1-based line of the end of the token that was read last.
    #[inline]
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Whether only blanks stand before `token`, which was read last, on its line.
    pub fn is_first_on_line(&self, token: Token) -> bool {
        let before = self.text.get(self.line_start..token.start as usize).unwrap_or_default();
        before.iter().all(u8::is_ascii_whitespace)
    }

    /// Whether `token`, which was read last, is the first one on its line with nothing before it.
    #[inline]
    pub fn in_first_column(&self, token: Token) -> bool {
        token.start as usize == self.line_start
    }

    /// The bytes of a token.
    #[inline]
    pub fn bytes(&self, token: Token) -> &'text [u8] {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// The literal or comment that was found unclosed since the last question.
    #[inline]
    pub fn take_unclosed(&mut self) -> Option<Unclosed> {
        if self.unclosed.is_none() { None } else { self.unclosed.take() }
    }

    /// The next token; `End` again and again at the end. `line_start` still speaks of the token's own line afterwards
    /// unless the token spans lines, which only raw strings do.
    #[inline(always)]
    #[allow(clippy::should_implement_trait, reason = "an endless End is easier to read against than Option")]
    pub fn next(&mut self) -> Token {
        loop {
            // Blanks and words are most of the text; taking them out of the jump table lets the processor foresee more.
            let mut at = self.at;
            while matches!(self.text.get(at), Some(b' ' | b'\t')) {
                at += 1;
            }
            self.at = at;
            let Some(&byte) = self.text.get(at) else { return self.end() };
            if BEGINS_WORD[byte as usize] {
                return self.word();
            }
            match BYTES[byte as usize] {
                Byte::Single => return self.token(SINGLES[byte as usize], self.at + 1),
                Byte::Newline => {
                    if self.newline_ends {
                        return self.automatic_semicolon(self.at);
                    }
                    self.at += 1;
                    self.line += 1;
                    self.line_start = self.at;
                }
                Byte::Return => self.at += 1,
                Byte::Digit => return self.number(),
                Byte::Slash if matches!(self.text.get(self.at + 1), Some(b'/' | b'*')) => {
                    if let Some(semicolon) = self.comment() {
                        return semicolon;
                    }
                }
                Byte::Quote => return self.interpreted(byte),
                Byte::Backquote => return self.raw_string(),
                Byte::Dot if self.text.get(self.at + 1).is_some_and(u8::is_ascii_digit) => return self.number(),
                Byte::High => {
                    if let Some(token) = self.beyond_ascii() {
                        return token;
                    }
                }
                Byte::Slash | Byte::Dot | Byte::Operator => return self.operator(byte),
            }
        }
    }

    fn automatic_semicolon(&mut self, at: usize) -> Token {
        self.newline_ends = false;
        Token { kind: T::Semicolon, start: at as u32, end: at as u32, line: self.line }
    }

    fn end(&mut self) -> Token {
        let at = self.text.len();
        if self.newline_ends {
            return self.automatic_semicolon(at);
        }
        Token { kind: T::End, start: at as u32, end: at as u32, line: self.line }
    }

    /// The token from here to `end`.
    #[inline(always)]
    fn token(&mut self, kind: TokenKind, end: usize) -> Token {
        let token = Token { kind, start: self.at as u32, end: end as u32, line: self.line };
        self.newline_ends = kind.ends_statement();
        self.at = end;
        token
    }

    #[inline(always)]
    fn word(&mut self) -> Token {
        // Most words are shorter than eight bytes: measured and compared at once they cost no mispredicted branch.
        if let Some((eight, _)) = self.text[self.at..].split_first_chunk::<8>() {
            let bytes = u64::from_le_bytes(*eight);
            let length = leading_word_bytes(bytes);
            if eight.get(length).is_some_and(u8::is_ascii) {
                return self.token(short_word_kind(bytes, length), self.at + length);
            }
        }
        self.long_word()
    }

    /// A word that is long, not ASCII or near the end of the text.
    fn long_word(&mut self) -> Token {
        let rest = &self.text[self.at..];
        let mut length = 1;
        while rest.get(length).is_some_and(|byte| IN_WORD[*byte as usize]) {
            length += 1;
        }
        if rest.get(length).is_some_and(|byte| *byte >= 0x80) {
            length += unicode_letters(&rest[length..]);
        }
        self.token(word_kind(&rest[..length]), self.at + length)
    }

    /// A word that begins beyond ASCII, or an illegal byte; `None` for a byte order mark, which counts as a blank.
    #[cold]
    fn beyond_ascii(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let length = unicode_letters(rest);
        if length > 0 {
            return Some(self.token(T::Identifier, self.at + length));
        }
        if rest.starts_with(b"\xef\xbb\xbf") {
            self.at += 3;
            return None;
        }
        let length = first_char(rest).map_or(1, char::len_utf8);
        Some(self.token(T::Illegal, self.at + length))
    }

    fn number(&mut self) -> Token {
        let rest = &self.text[self.at..];
        let hexadecimal = rest.len() > 1 && rest[0] == b'0' && rest[1] | 0x20 == b'x';
        let exponent = if hexadecimal { b'p' } else { b'e' };
        let (mut length, mut kind, mut dotted) = (0, T::Int, false);
        while let Some(&byte) = rest.get(length) {
            match byte {
                b'.' if !dotted => (dotted, kind) = (true, T::Float),
                b'+' | b'-' if length > 0 && rest[length - 1] | 0x20 == exponent => {}
                _ if !IN_WORD[byte as usize] => break,
                _ if byte | 0x20 == exponent => kind = T::Float,
                _ => {}
            }
            length += 1;
        }
        if rest[length - 1] == b'i' {
            kind = T::Imaginary;
        }
        self.token(kind, self.at + length)
    }

    #[inline]
    fn interpreted(&mut self, quote: u8) -> Token {
        let kind = if quote == b'"' { T::String } else { T::Rune };
        let mut at = self.at + 1;
        loop {
            match self.text.get(at) {
                Some(&byte) if !STOPS_STRING[byte as usize] => at += 1,
                Some(&byte) if byte == quote => return self.token(kind, at + 1),
                Some(b'\\') if self.text.get(at + 1).is_some_and(|next| *next != b'\n') => at += 2,
                Some(&byte) if byte != b'\n' => at += 1,
                _ => {
                    self.unclosed = Some(if kind == T::String { Unclosed::String } else { Unclosed::Rune });
                    return self.token(kind, at);
                }
            }
        }
    }

    fn raw_string(&mut self) -> Token {
        let (line, start) = (self.line, self.at);
        let end = match find(self.text, start + 1, b'`') {
            Some(close) => {
                self.count_lines(start, close);
                close + 1
            }
            None => {
                self.unclosed = Some(Unclosed::RawString);
                self.line_end(start)
            }
        };
        Token { line, ..self.token(T::RawString, end) }
    }

    /// Skips a comment; gives the semicolon that a newline in it or after it stands for.
    #[inline]
    fn comment(&mut self) -> Option<Token> {
        self.line_directives |= self.text.get(self.at + 2..self.at + 7) == Some(b"line ");
        if self.text[self.at + 1] == b'/' {
            self.linter_directives |= may_be_directive(&self.text[self.at + 2..]);
            self.at = self.line_end(self.at + 2);
            return None;
        }
        let start = self.at;
        let close = if self.comments_unclosed { None } else { find_comment_end(self.text, start + 2) };
        let Some(end) = close else {
            self.comments_unclosed = true;
            self.unclosed = Some(Unclosed::Comment(start as u32));
            self.at = self.line_end(start);
            return None;
        };
        let semicolon = if self.newline_ends && find(&self.text[..end], start, b'\n').is_some() {
            Some(self.automatic_semicolon(start))
        } else {
            None
        };
        self.count_lines(start, end);
        self.at = end;
        semicolon
    }

    fn line_end(&self, from: usize) -> usize {
        find(self.text, from, b'\n').unwrap_or(self.text.len())
    }

    /// Counts the newlines of `start..end`, which are part of a token or comment.
    fn count_lines(&mut self, start: usize, end: usize) {
        let skipped = &self.text[start..end];
        let newlines = skipped.iter().filter(|byte| **byte == b'\n').count();
        if newlines > 0 {
            self.line += newlines as u32;
            let last = skipped.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
            self.line_start = start + last + 1;
        }
    }

    #[inline]
    fn operator(&mut self, byte: u8) -> Token {
        let second = self.text.get(self.at + 1).copied().unwrap_or(0);
        let third = self.text.get(self.at + 2).copied().unwrap_or(0);
        let (kind, length) = match (byte, second, third) {
            (b'.', b'.', b'.') => (T::Ellipsis, 3),
            (b'.', ..) => (T::Dot, 1),
            (b':', b'=', _) => (T::Define, 2),
            (b':', ..) => (T::Colon, 1),
            (b'=', b'=', _) => (T::Equal, 2),
            (b'=', ..) => (T::Assign, 1),
            (b'!', b'=', _) => (T::NotEqual, 2),
            (b'!', ..) => (T::Not, 1),
            (b'+', b'+', _) => (T::Increment, 2),
            (b'+', b'=', _) => (T::PlusAssign, 2),
            (b'+', ..) => (T::Plus, 1),
            (b'-', b'-', _) => (T::Decrement, 2),
            (b'-', b'=', _) => (T::MinusAssign, 2),
            (b'-', ..) => (T::Minus, 1),
            (b'*', b'=', _) => (T::StarAssign, 2),
            (b'*', ..) => (T::Star, 1),
            (b'/', b'=', _) => (T::SlashAssign, 2),
            (b'/', ..) => (T::Slash, 1),
            (b'%', b'=', _) => (T::PercentAssign, 2),
            (b'%', ..) => (T::Percent, 1),
            (b'^', b'=', _) => (T::XorAssign, 2),
            (b'^', ..) => (T::Xor, 1),
            (b'&', b'^', b'=') => (T::AndNotAssign, 3),
            (b'&', b'^', _) => (T::AndNot, 2),
            (b'&', b'&', _) => (T::LogicalAnd, 2),
            (b'&', b'=', _) => (T::AndAssign, 2),
            (b'&', ..) => (T::And, 1),
            (b'|', b'|', _) => (T::LogicalOr, 2),
            (b'|', b'=', _) => (T::OrAssign, 2),
            (b'|', ..) => (T::Or, 1),
            (b'<', b'<', b'=') => (T::ShiftLeftAssign, 3),
            (b'<', b'<', _) => (T::ShiftLeft, 2),
            (b'<', b'=', _) => (T::LessEqual, 2),
            (b'<', b'-', _) => (T::Arrow, 2),
            (b'<', ..) => (T::Less, 1),
            (b'>', b'>', b'=') => (T::ShiftRightAssign, 3),
            (b'>', b'>', _) => (T::ShiftRight, 2),
            (b'>', b'=', _) => (T::GreaterEqual, 2),
            (b'>', ..) => (T::Greater, 1),
            _ => (T::Illegal, 1),
        };
        self.token(kind, self.at + length)
    }
}

/// Whether a comment with this text behind its `//` may be a directive to a linter: `//nolint`, `//heaplint:ignore`.
pub fn may_be_directive(behind_slashes: &[u8]) -> bool {
    let blanks = behind_slashes.iter().take_while(|byte| matches!(byte, b' ' | b'/')).count();
    let text = &behind_slashes[blanks..];
    text.starts_with(b"nolint") || text.starts_with(b"heaplint:")
}
