//! Go types as rule files write them: `[]byte`, `*bytes.Buffer`, `map[string]any`, `net/http.ResponseWriter`.
//!
//! A name of another package stands with its import path before the last dot. Functions, structs with fields and interfaces
//! with methods have no spelling here: classes of patterns stand for them.

use super::pattern::{TypeClass, TypePattern};
use crate::go::types::Type;
use std::sync::Arc;

/// Types inside each other beyond this are refused.
const DEEPEST: usize = 16;

/// A type pattern: a class word, `~T`, or a type. `None` for text that is none of them.
pub(super) fn pattern(text: &str) -> Option<TypePattern> {
    if let Some((_, class)) = TypeClass::WORDS.iter().find(|(word, _)| *word == text) {
        // `bool` and `any` are types of one class: the class also takes types defined by them.
        return Some(TypePattern::Class(*class));
    }
    if let Some(exactly) = text.strip_prefix('=') {
        return go_type(exactly, 0).map(TypePattern::Exactly);
    }
    match text.strip_prefix('~') {
        Some(underlying) => go_type(underlying, 0).map(TypePattern::Underlying),
        None => go_type(text, 0).map(TypePattern::Exactly),
    }
}

fn go_type(text: &str, depth: usize) -> Option<Type> {
    if depth > DEEPEST {
        return None;
    }
    let inner = |text: &str| go_type(text, depth + 1).map(Arc::new);
    if let Some(to) = text.strip_prefix('*') {
        return Some(Type::Pointer(inner(to)?));
    }
    if let Some(element) = text.strip_prefix("[]") {
        return Some(Type::Slice(inner(element)?));
    }
    if let Some(element) = text.strip_prefix("chan ") {
        return Some(Type::Chan(inner(element)?));
    }
    if let Some(rest) = text.strip_prefix("map[") {
        let close = closing_bracket(rest)?;
        return Some(Type::Map(inner(&rest[..close])?, inner(&rest[close + 1..])?));
    }
    if let Some(rest) = text.strip_prefix('[') {
        let close = closing_bracket(rest)?;
        return Some(Type::Array(Some(rest[..close].parse().ok()?), inner(&rest[close + 1..])?));
    }
    if text == "interface{}" {
        return Some(Type::any());
    }
    if text == "struct{}" {
        return Some(Type::Struct(Arc::from([])));
    }
    if text == "unsafe.Pointer" {
        return Some(Type::Basic(crate::go::types::Basic::UnsafePointer));
    }
    match text.rsplit_once('.') {
        Some((path, name)) if is_name(name) && is_path(path) => Some(Type::named(path, name)),
        Some(_) => None,
        None => Type::predeclared(text),
    }
}

fn closing_bracket(text: &str) -> Option<usize> {
    let mut open = 1;
    text.bytes().position(|byte| {
        open += match byte {
            b'[' => 1,
            b']' => -1,
            _ => 0,
        };
        open == 0
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_alphanumeric() || character == '_')
}

fn is_path(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_alphanumeric() || "_-./~".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_and_nonsense_is_not() {
        for text in [
            "string",
            "[]byte",
            "*bytes.Buffer",
            "map[string][]int",
            "[4]net/http.Header",
            "chan int",
            "~string",
            "=bool",
            "slice",
        ] {
            assert!(pattern(text).is_some(), "{text}");
        }
        for text in ["", "strin", "[]", "map[string", "[x]int", "a b.C", "func()", "struct{ a int }"] {
            assert_eq!(pattern(text), None, "{text}");
        }
    }
}
