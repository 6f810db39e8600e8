//! Tokens of hard texts, as data.

use super::lexer::Lexer;
use super::token::{KEYWORDS, OPERATORS, TokenKind};
use TokenKind as T;

/// Shows the tokens of `text` by their bytes; automatic semicolons as `↵`.
fn shown(text: &[u8]) -> Vec<String> {
    let mut lexer = Lexer::new(text);
    let mut found = Vec::new();
    loop {
        let token = lexer.next();
        match token.kind {
            T::End => return found,
            T::Semicolon if token.start == token.end => found.push("↵".into()),
            T::Illegal => found.push(format!("!{}", String::from_utf8_lossy(lexer.bytes(token)))),
            _ => found.push(String::from_utf8_lossy(lexer.bytes(token)).into_owned()),
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shown(text.as_bytes()).join(" "), expected, "{text:?}");
}

#[test]
fn every_keyword_and_operator_is_its_own_kind() {
    for (text, kind) in KEYWORDS.iter().chain(OPERATORS.iter()) {
        let token = Lexer::new(text.as_bytes()).next();
        assert_eq!((token.kind, token.end as usize), (*kind, text.len()), "{text}");
        assert_eq!(TokenKind::of_fixed_text(text), Some(*kind));
    }
    for word in ["funcs", "fun", "Func", "go1", "_", "breaks", "i", "foo", "typ", "selecT", "interfacE"] {
        assert_eq!(Lexer::new(word.as_bytes()).next().kind, T::Identifier, "{word}");
    }
}

#[test]
fn operators_take_the_longest_match() {
    check("a&^=b&^c&&d&=e&f", "a &^= b &^ c && d &= e & f ↵");
    check("a<<=b<<c<-d<=e<f", "a <<= b << c <- d <= e < f ↵");
    check("x:=y...;a..b++--c", "x := y ... ; a . . b ++ -- c ↵");
}

#[test]
fn lines_end_statements_as_go_says() {
    check("a\nb)\n]\n}\n", "a ↵ b ) ↵ ] ↵ } ↵");
    check("return\nbreak\ncontinue\nfallthrough\ngoto\n", "return ↵ break ↵ continue ↵ fallthrough ↵ goto");
    check("x +\ny,\n(\n1\n'a'\n\"s\"\n`r`\n", "x + y , ( 1 ↵ 'a' ↵ \"s\" ↵ `r` ↵");
    check("a // c\nb /* c */ c /* \n */ d /**/\n", "a ↵ b c ↵ d ↵");
    check("a", "a ↵");
    check("a\r\n\r\nb\r\n", "a ↵ b ↵");
}

#[test]
fn literals_are_one_token_of_their_kind() {
    for (text, kind) in [
        ("0", T::Int),
        ("1_000", T::Int),
        ("0x1F", T::Int),
        ("0xe", T::Int),
        ("0b01", T::Int),
        ("1.5", T::Float),
        (".5", T::Float),
        ("1.", T::Float),
        ("1e+9", T::Float),
        ("1E-9", T::Float),
        ("0x1p-2", T::Float),
        ("0x.8p1", T::Float),
        ("1i", T::Imaginary),
        ("1.5e3i", T::Imaginary),
        ("'a'", T::Rune),
        ("'\\''", T::Rune),
        ("'\"'", T::Rune),
        ("\"a\\\"'b\\\\\"", T::String),
        ("`a\\`", T::RawString),
        ("`a\nb\"`", T::RawString),
        ("ünïcode_1", T::Identifier),
        ("aü1", T::Identifier),
        ("世界", T::Identifier),
    ] {
        let token = Lexer::new(text.as_bytes()).next();
        assert_eq!((token.kind, token.end as usize), (kind, text.len()), "{text}");
    }
    check("0x1e+2", "0x1e + 2 ↵");
    check("a[1:]", "a [ 1 : ] ↵");
    check("1..2", "1. .2 ↵");
}

#[test]
fn bytes_that_begin_no_token_are_illegal_one_at_a_time() {
    check("a#b$c", "a !# b !$ c ↵");
    check("a\u{feff}b→c", "a b !→ c ↵");
    assert_eq!(shown(b"a\xffb\0"), ["a", "!\u{fffd}", "b", "!\0"]);
}

#[test]
fn lines_are_counted_through_comments_and_raw_strings() {
    let mut lexer = Lexer::new(b"a\n/*\n\n*/ b `x\ny` c\n// d\ne");
    let mut lines = Vec::new();
    loop {
        let token = lexer.next();
        match token.kind {
            T::End => break,
            T::Semicolon => {}
            _ => lines.push((token.line, lexer.line(), lexer.in_first_column(token))),
        }
    }
    assert_eq!(lines, [(1, 1, true), (4, 4, false), (4, 5, false), (5, 5, false), (7, 7, true)]);
}
