//! The tokens of Go: their kinds and the tables that classify bytes.
//!
//! It does NOT read text: the lexer does.

/// One token; its text is the bytes `start..end` of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset one past its last byte; equal to `start` for automatic semicolons and the end of the file.
    pub end: u32,
    /// 1-based line of its first byte.
    pub line: u32,
}

/// Kinds of tokens: the operators and keywords of the Go specification, each one its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[rustfmt::skip]
#[allow(missing_docs, reason = "a kind is named after its text; OPERATORS and KEYWORDS below say which")]
pub enum TokenKind {
    /// The end of the text.
    End,
    /// A byte that begins no token, such as `#` or one that is not UTF-8.
    Illegal,
    Identifier,
    Int, Float, Imaginary, Rune,
    /// An interpreted string, `"..."`.
    String,
    /// A raw string between backquotes.
    RawString,
    /// A written `;`, or with no bytes the one that Go puts at a line's end.
    Semicolon,
    Comma, Dot, Ellipsis, Colon, Define, Assign,
    ParenOpen, ParenClose, BracketOpen, BracketClose, BraceOpen, BraceClose,
    Plus, Minus, Star, Slash, Percent, And, Or, Xor, ShiftLeft, ShiftRight, AndNot,
    PlusAssign, MinusAssign, StarAssign, SlashAssign, PercentAssign, AndAssign, OrAssign, XorAssign,
    ShiftLeftAssign, ShiftRightAssign, AndNotAssign,
    LogicalAnd, LogicalOr, Arrow, Increment, Decrement, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual,
    Not, Tilde,
    Break, Case, Chan, Const, Continue, Default, Defer, Else, Fallthrough, For, Func, Go, Goto, If, Import,
    Interface, Map, Package, Range, Return, Select, Struct, Switch, Type, Var,
}

use TokenKind as T;

impl TokenKind {
    /// The number of kinds: one more than the last one's value.
    pub const COUNT: usize = T::Var as usize + 1;

    /// Whether a line that ends with this token ends its statement (Go specification, "Semicolons").
    #[inline]
    pub(super) fn ends_statement(self) -> bool {
        ENDS_STATEMENT[self as usize]
    }

    /// Whether this is one of the keywords that can begin a declaration at package level.
    #[inline]
    pub fn begins_declaration(self) -> bool {
        matches!(self, T::Func | T::Var | T::Const | T::Type | T::Import)
    }

    /// Whether the token can begin, end, open or close something at package level, or is counted by itself.
    #[inline]
    pub(super) fn shapes_declarations(self) -> bool {
        SHAPES_DECLARATIONS[self as usize]
    }

    /// The operator or keyword that is written `text`.
    pub fn of_fixed_text(text: &str) -> Option<TokenKind> {
        OPERATORS.iter().chain(KEYWORDS.iter()).find(|(fixed, _)| *fixed == text).map(|(_, kind)| *kind)
    }
}

#[rustfmt::skip]
static ENDS_STATEMENT: [bool; TokenKind::COUNT] = table_of(&[
    T::Identifier, T::Int, T::Float, T::Imaginary, T::Rune, T::String, T::RawString, T::Break, T::Continue,
    T::Fallthrough, T::Return, T::Increment, T::Decrement, T::ParenClose, T::BracketClose, T::BraceClose,
]);

#[rustfmt::skip]
static SHAPES_DECLARATIONS: [bool; TokenKind::COUNT] = table_of(&[
    T::End, T::Semicolon, T::Dot, T::ParenOpen, T::ParenClose, T::BracketOpen, T::BracketClose, T::BraceOpen,
    T::BraceClose, T::Const, T::For, T::Func, T::Import, T::Type, T::Var,
]);

/// A table that holds for these kinds.
const fn table_of(kinds: &[TokenKind]) -> [bool; TokenKind::COUNT] {
    let mut table = [false; TokenKind::COUNT];
    let mut index = 0;
    while index < kinds.len() {
        table[kinds[index] as usize] = true;
        index += 1;
    }
    table
}

/// Every operator and punctuation mark with its text.
#[rustfmt::skip]
pub(super) static OPERATORS: [(&str, TokenKind); 48] = [
    (";", T::Semicolon), (",", T::Comma), (".", T::Dot), ("...", T::Ellipsis), (":", T::Colon), (":=", T::Define),
    ("=", T::Assign), ("(", T::ParenOpen), (")", T::ParenClose), ("[", T::BracketOpen), ("]", T::BracketClose),
    ("{", T::BraceOpen), ("}", T::BraceClose), ("+", T::Plus), ("-", T::Minus), ("*", T::Star), ("/", T::Slash),
    ("%", T::Percent), ("&", T::And), ("|", T::Or), ("^", T::Xor), ("<<", T::ShiftLeft), (">>", T::ShiftRight),
    ("&^", T::AndNot), ("+=", T::PlusAssign), ("-=", T::MinusAssign), ("*=", T::StarAssign), ("/=", T::SlashAssign),
    ("%=", T::PercentAssign), ("&=", T::AndAssign), ("|=", T::OrAssign), ("^=", T::XorAssign),
    ("<<=", T::ShiftLeftAssign), (">>=", T::ShiftRightAssign), ("&^=", T::AndNotAssign), ("&&", T::LogicalAnd),
    ("||", T::LogicalOr), ("<-", T::Arrow), ("++", T::Increment), ("--", T::Decrement), ("==", T::Equal),
    ("!=", T::NotEqual), ("<", T::Less), ("<=", T::LessEqual), (">", T::Greater), (">=", T::GreaterEqual),
    ("!", T::Not), ("~", T::Tilde),
];

/// Every keyword with its text.
#[rustfmt::skip]
pub(super) static KEYWORDS: [(&str, TokenKind); 25] = [
    ("break", T::Break), ("case", T::Case), ("chan", T::Chan), ("const", T::Const), ("continue", T::Continue),
    ("default", T::Default), ("defer", T::Defer), ("else", T::Else), ("fallthrough", T::Fallthrough), ("for", T::For),
    ("func", T::Func), ("go", T::Go), ("goto", T::Goto), ("if", T::If), ("import", T::Import),
    ("interface", T::Interface), ("map", T::Map), ("package", T::Package), ("range", T::Range),
    ("return", T::Return), ("select", T::Select), ("struct", T::Struct), ("switch", T::Switch), ("type", T::Type),
    ("var", T::Var),
];

/// Where a keyword of this length and these first two bytes stands in [`KEYWORD_SLOTS`]. The factors are chosen so that
/// no two keywords share a slot; building the table fails otherwise.
#[inline]
const fn keyword_slot(first: u8, second: u8, length: usize) -> usize {
    (first as usize + second as usize * 4 + length * 6) % 64
}

/// Keywords by slot, as indices into [`KEYWORDS`]; 255 is an empty slot.
static KEYWORD_SLOTS: [u8; 64] = {
    let mut slots = [255; 64];
    let mut index = 0;
    while index < KEYWORDS.len() {
        let bytes = KEYWORDS[index].0.as_bytes();
        let slot = keyword_slot(bytes[0], bytes[1], bytes.len());
        assert!(slots[slot] == 255, "two keywords share a slot");
        slots[slot] = index as u8;
        index += 1;
    }
    slots
};

/// The kind of a word that is made of identifier bytes.
#[inline]
pub(super) fn word_kind(word: &[u8]) -> TokenKind {
    if let [first, second, ..] = word
        && let Some((text, kind)) = KEYWORDS.get(KEYWORD_SLOTS[keyword_slot(*first, *second, word.len())] as usize)
        && text.as_bytes() == word
    {
        return *kind;
    }
    T::Identifier
}

/// Keywords of up to eight bytes by slot, as little-endian numbers.
static SHORT_KEYWORDS: [(u64, TokenKind); 64] = {
    let mut table = [(0, T::Identifier); 64];
    let mut index = 0;
    while index < KEYWORDS.len() {
        let bytes = KEYWORDS[index].0.as_bytes();
        let (mut packed, mut at) = (0, 0);
        while at < bytes.len() && at < 8 {
            packed |= (bytes[at] as u64) << (8 * at);
            at += 1;
        }
        if bytes.len() <= 8 {
            table[keyword_slot(bytes[0], bytes[1], bytes.len())] = (packed, KEYWORDS[index].1);
        }
        index += 1;
    }
    table
};

/// The kind of the word that the first `length` bytes of `bytes` make, lowest first; `length` is 1 to 7.
#[inline]
pub(super) fn short_word_kind(bytes: u64, length: usize) -> TokenKind {
    let word = bytes & !(u64::MAX << (8 * (length & 7)));
    let (keyword, kind) = SHORT_KEYWORDS[keyword_slot(word as u8, (word >> 8) as u8, length)];
    if keyword == word { kind } else { T::Identifier }
}
