//! Small questions about Go text that a fix writes or takes apart. They know no rule and no file.

use crate::go::types::Type;

/// net/textproto's CanonicalMIMEHeaderKey of a literal: capitals at the beginning and behind hyphens, small letters else. `None` for
/// what is no name of a header, which Go leaves as it is.
pub(super) fn canonical_header(literal: &str) -> Option<String> {
    let name = literal.strip_prefix('"')?.strip_suffix('"')?;
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(is_token) {
        return None;
    }
    let mut begins = true;
    let canonical = name.chars().map(|letter| {
        let letter = if begins { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() };
        begins = letter == '-';
        letter
    });
    Some(format!("\"{}\"", canonical.collect::<String>()))
}

/// A stretch of a format.
pub(super) enum FormatPiece {
    /// Go source of the text between verbs.
    Text(String),
    /// The verb's letter.
    Verb(char),
}

/// A format's literal taken apart at its verbs. `None` where it has others than `%s` and `%d`, or a sign that is written as
/// an escape.
pub(super) fn format_pieces(literal: &str) -> Option<Vec<FormatPiece>> {
    let quote = literal.chars().next().filter(|quote| matches!(quote, '"' | '`'))?;
    let mut rest = literal.strip_prefix(quote)?.strip_suffix(quote)?;
    if quote == '"' && ["\\x25", "\\u0025", "\\U00000025", "\\045"].iter().any(|sign| rest.contains(sign)) {
        return None;
    }
    let mut pieces = Vec::new();
    while let Some(at) = rest.find('%') {
        if at > 0 {
            pieces.push(FormatPiece::Text(format!("{quote}{}{quote}", &rest[..at])));
        }
        let verb = rest[at + 1..].chars().next().filter(|verb| matches!(verb, 's' | 'd'))?;
        pieces.push(FormatPiece::Verb(verb));
        rest = &rest[at + 2..];
    }
    if !rest.is_empty() {
        pieces.push(FormatPiece::Text(format!("{quote}{rest}{quote}")));
    }
    Some(pieces)
}

/// What Go declares for every package.
pub(super) fn is_predeclared(word: &str) -> bool {
    const OTHERS: [&str; 17] = [
        "append", "cap", "clear", "close", "copy", "delete", "len", "make", "max", "min", "new", "panic", "recover",
        "nil", "true", "false", "iota",
    ];
    OTHERS.contains(&word) || Type::predeclared(word).is_some()
}

pub(super) fn is_blank(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_headers_get_their_capitals() {
        for (literal, canonical) in [
            ("\"x-request-ID\"", Some("\"X-Request-Id\"")),
            ("\"etag\"", Some("\"Etag\"")),
            ("\"a b\"", None),
            ("`a`", None),
        ] {
            assert_eq!(canonical_header(literal).as_deref(), canonical);
        }
    }

    #[test]
    fn formats_are_taken_apart_at_their_verbs() {
        let told = |literal| {
            let pieces = format_pieces(literal)?.into_iter().map(|piece| match piece {
                FormatPiece::Text(text) => text,
                FormatPiece::Verb(verb) => verb.to_string(),
            });
            Some(pieces.collect::<Vec<_>>().join(" "))
        };
        assert_eq!(told("\"%s/%d\\n\"").as_deref(), Some("s \"/\" d \"\\n\""));
        assert_eq!(told("`a%s`").as_deref(), Some("`a` s"));
        for refused in ["\"%v\"", "\"100%%\"", "\"%\"", "\"\\x25s%s\"", "'%s'"] {
            assert_eq!(told(refused), None, "{refused}");
        }
    }
}
