//! A stretch of Go without what formatting decides: the tokens alone, and of bodies and element lists only that they are there.
//!
//! It does NOT rename or reorder anything: two stretches that differ by more than blanks, comments, line breaks and what stands
//! inside braces are different.

use super::lexer::Lexer;
use super::token::TokenKind as T;
use crate::model::Span;

/// What follows in a stretch is left away: one that is as long is the same by its beginning.
const MOST_BYTES: usize = 2048;

/// The tokens of `span` with blanks between. Comments, the commas and semicolons that end a line before a closing bracket, and
/// carriage returns in raw strings (which Go drops) are left away, and so is what stands between braces: a change of a row or of
/// a statement of a body is none of the construct. At most a few kilobytes.
pub fn normal_tokens(text: &[u8], span: Span) -> Vec<u8> {
    let mut lexer = Lexer::at(text, span.start, 1).limited(span.end);
    let mut tokens: Vec<u8> = Vec::new();
    let mut braces = 0_usize;
    // A comma or semicolon that is written only when no bracket closes behind it.
    let mut held: Option<&[u8]> = None;
    loop {
        let token = lexer.next();
        match token.kind {
            T::End => break,
            T::BraceClose => braces = braces.saturating_sub(1),
            _ => {}
        }
        if braces > 0 {
            braces += usize::from(token.kind == T::BraceOpen);
            continue;
        }
        let closes = matches!(token.kind, T::ParenClose | T::BracketClose | T::BraceClose);
        if let Some(held) = held.take().filter(|_| !closes) {
            push(&mut tokens, held);
        }
        match token.kind {
            T::Comma => held = Some(b","),
            T::Semicolon => held = Some(b";"),
            T::RawString => {
                let raw: Vec<u8> = lexer.bytes(token).iter().copied().filter(|byte| *byte != b'\r').collect();
                push(&mut tokens, &raw);
            }
            _ => push(&mut tokens, lexer.bytes(token)),
        }
        braces += usize::from(token.kind == T::BraceOpen);
        if tokens.len() > MOST_BYTES {
            tokens.truncate(MOST_BYTES);
            break;
        }
    }
    tokens
}

fn push(tokens: &mut Vec<u8>, token: &[u8]) {
    if !tokens.is_empty() {
        tokens.push(b' ');
    }
    // A literal of megabytes is copied no further than it is kept.
    tokens.extend_from_slice(&token[..token.len().min(MOST_BYTES + 1)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(text: &str) -> String {
        String::from_utf8(normal_tokens(text.as_bytes(), Span::new(0, text.len()))).unwrap()
    }

    #[test]
    fn formatting_and_comments_change_nothing() {
        let plain = normal("f(a, b+1, `x\ny`)");
        assert_eq!(plain, "f ( a , b + 1 , `x\ny` )");
        for other in ["f(a,b + 1,`x\r\ny`)", "f(\n\ta, // first\n\tb+1,\n\t`x\ny`,\n)", "f(a /* a */, b+1, `x\ny`,)\n"]
        {
            assert_eq!(normal(other), plain, "{other}");
        }
        assert_eq!(normal("s += x;"), "s += x");
        assert_eq!(normal("a\nb"), "a ; b");
    }

    #[test]
    fn what_stands_in_braces_is_left_away_and_the_braces_are_not() {
        assert_eq!(normal("sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })"), {
            "sort . Slice ( s , func ( i , j int ) bool { } )"
        });
        assert_eq!(normal("map[string]int{\n\"a\": f(T{1}),\n}"), "map [ string ] int { }");
        assert_eq!(normal("T{}"), normal("T{\n1,\n}"));
        assert_ne!(normal("T{}"), normal("U{}"));
    }

    #[test]
    fn any_bytes_have_tokens_of_bounded_length() {
        assert_eq!(normal("} } x {"), "} } x {");
        assert_eq!(normal_tokens(b"\xff \"abc", Span::new(0, 6)), b"\xff \"abc");
        assert_eq!(normal_tokens(b"ab", Span::new(9, 12)), b"");
        let long = format!("{} + 1", "\"x\" + ".repeat(100_000));
        assert_eq!(normal(&long).len(), MOST_BYTES);
    }
}
