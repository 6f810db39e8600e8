//! The words of names, and the guard about what is many by its name: where nothing but names tells how often a loop turns, a slice of small elements is
//! worth a capacity only if it gets more of them than the first one or two objects hold anyway.

use super::habits::names_in;
use crate::go::bindings::BindingKind;
use crate::go::kinds::Kind;
use crate::go::syntax::NodeId;
use crate::scan::code::Code;

/// What there are many of, as a rule, in the singular (in the plural alone what types are called of which there is one): the last word of what is ranged over, or of its elements' type.
const MANY_OF: [&str; 93] = [
    "account",
    "alert",
    "app",
    "application",
    "article",
    "asset",
    "backup",
    "blob",
    "book",
    "branch",
    "bucket",
    "byte",
    "candidate",
    "cell",
    "char",
    "character",
    "chunk",
    "comment",
    "commit",
    "customer",
    "dep",
    "dependency",
    "doc",
    "document",
    "edge",
    "element",
    "employee",
    "entry",
    "event",
    "file",
    "filename",
    "film",
    "frame",
    "hash",
    "image",
    "invoice",
    "issue",
    "item",
    "job",
    "line",
    "link",
    "log",
    "match",
    "measurement",
    "messages",
    "metric",
    "module",
    "movie",
    "msgs",
    "number",
    "obj",
    "object",
    "order",
    "package",
    "page",
    "payment",
    "peer",
    "photo",
    "pixel",
    "pkg",
    "player",
    "pod",
    "point",
    "post",
    "price",
    "product",
    "reading",
    "record",
    "release",
    "repo",
    "repository",
    "resource",
    "row",
    "sample",
    "series",
    "snapshot",
    "song",
    "span",
    "student",
    "symbol",
    "table",
    "task",
    "tests",
    "text",
    "ticket",
    "token",
    "trace",
    "transaction",
    "tx",
    "user",
    "visit",
    "vulnerability",
    "word",
];

/// Whether names say that the loop takes many turns, as a rule: what is ranged over, what a local variable was made from, or the
/// type of a parameter's or receiver's elements is called after things of which programs hold dozens and more.
pub(super) fn is_many_by_name(node: NodeId, code: &Code) -> bool {
    let binding = code.variable(node).map(|variable| code.bindings.binding(variable));
    let of = binding.and_then(|binding| match binding.kind {
        BindingKind::Parameter | BindingKind::Receiver => binding.written,
        BindingKind::Local => binding.value.filter(|value| code.syntax.kind(*value) != Kind::IndexExpression),
        _ => None,
    });
    let own = names_in(node, code);
    let of = of.map(|of| names_in(of, code)).unwrap_or_default();
    own.last().is_some_and(|name| is_of_many(name)) || of.last().is_some_and(|name| is_of_many(name))
}

fn is_of_many(name: &[u8]) -> bool {
    words(name).last().is_some_and(|word| singulars(word).any(|word| MANY_OF.contains(&word)))
}

/// A word, and what it may be the plural of: `rows` of `row`, `branches` of `branch`, `entries` of `entry`.
fn singulars(word: &str) -> impl Iterator<Item = &str> {
    let entry = word
        .strip_suffix("ies")
        .filter(|stem| !stem.is_empty())
        .and_then(|stem| MANY_OF.iter().copied().find(|many| many.strip_suffix('y') == Some(stem)));
    [Some(word), word.strip_suffix('s'), word.strip_suffix("es"), entry].into_iter().flatten()
}

/// The words of a name in lower case: `ServeHTTPOptions` is `serve`, `http` and `options`.
pub(super) fn words(name: &[u8]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = b'_';
    for (index, byte) in name.iter().enumerate() {
        // The s of `IPs` begins nothing.
        let is_plural = name.get(index + 1..) == Some(b"s");
        let small_next = name.get(index + 1).is_some_and(u8::is_ascii_lowercase);
        let follows_small = small_next && !is_plural && before.is_ascii_uppercase();
        let begins = byte.is_ascii_uppercase() && (!before.is_ascii_uppercase() || follows_small);
        if before == b'_' || begins {
            words.push(String::new());
        }
        if *byte != b'_'
            && let Some(word) = words.last_mut()
        {
            word.push(char::from(byte.to_ascii_lowercase()));
        }
        before = *byte;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{is_of_many, words};

    #[test]
    fn the_last_word_says_of_what_there_are_many() {
        for many in ["rows", "rawEntries", "Branches", "dependencies", "Series"] {
            assert!(is_of_many(many.as_bytes()), "{many}");
        }
        for open in ["in", "userIDs", "rowCounts", "values", "fileOwners", "s", "ies", ""] {
            assert!(!is_of_many(open.as_bytes()), "{open}");
        }
    }

    #[test]
    fn names_fall_into_words_by_capitals_and_underscores() {
        let of = |name: &str| words(name.as_bytes()).join(" ");
        assert_eq!(of("ServeHTTPOptions"), "serve http options");
        assert_eq!(of("dns_search"), "dns search");
        assert_eq!(of("IPs"), "ips");
        assert_eq!(of("HostIPs"), "host ips");
        assert_eq!(of("ips"), "ips");
        assert_eq!(of("GET"), "get");
        assert_eq!(of("_"), "");
    }
}
