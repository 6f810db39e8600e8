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
    let (mut pieces, mut text) = (Vec::new(), String::new());
    let put = |pieces: &mut Vec<FormatPiece>, text: &mut String| {
        if !text.is_empty() {
            pieces.push(FormatPiece::Text(format!("{quote}{}{quote}", std::mem::take(text))));
        }
    };
    while let Some(at) = rest.find('%') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix('%') {
            text.push('%');
            rest = behind;
            continue;
        }
        // The first value by its index: what a format with a single verb may write.
        rest = rest
            .strip_prefix("[1]")
            .filter(|_| !pieces.iter().any(|piece| matches!(piece, FormatPiece::Verb(_))))
            .unwrap_or(rest);
        let verb = rest.chars().next().filter(|verb| matches!(verb, 's' | 'd'))?;
        put(&mut pieces, &mut text);
        pieces.push(FormatPiece::Verb(verb));
        rest = &rest[1..];
    }
    text.push_str(rest);
    put(&mut pieces, &mut text);
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
        assert_eq!(told("\"100%% %[1]s%%\"").as_deref(), Some("\"100% \" s \"%\""));
        for refused in ["\"%v\"", "\"%s%[1]s\"", "\"%[2]s\"", "\"%\"", "\"\\x25s%s\"", "'%s'"] {
            assert_eq!(told(refused), None, "{refused}");
        }
    }
}
