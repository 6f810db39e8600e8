//! Go that tree-sitter-go 0.25.0 cannot parse, hidden from it without moving a byte.
//!
//! | Go release | syntax | mask |
//! |---|---|---|
//! | 1.26 | `new(expression)` | the word `new` becomes another identifier, so that the call is an ordinary one |
//! | 1.27 | type parameters of methods, `func (r R) M[P any](p P)` | blanks |
//! | all | a function that shadows a built-in one, `make(3)` | as `new` |
//!
//! The rows go when the grammar catches up. Whoever reads names or text reads the original bytes. It does NOT hide broken
//! code: what remains wrong stays an error node.

use super::cursor::Cursor;
use super::lexer::Lexer;
use super::outline::Outline;
use super::scope::FileScope;
use super::token::{Token, TokenKind};
use super::type_reader::type_at;
use crate::model::Span;
use TokenKind as T;
use std::borrow::Cow;

/// A stretch of text that is replaced before parsing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// The bytes that are replaced.
    pub span: Span,
    /// What replaces them, with the same number of bytes.
    pub with: MaskWith,
}

/// What stands for masked text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaskWith {
    /// Blanks; line ends stay.
    Blanks,
    /// Underscores, which make an identifier.
    Identifier,
}

/// The text with all masks applied; borrowed where there are none.
pub fn masked<'text>(text: &'text [u8], outline: &Outline) -> Cow<'text, [u8]> {
    if outline.masks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut copy = text.to_vec();
    for mask in &outline.masks {
        for byte in copy.get_mut(mask.span.start..mask.span.end).unwrap_or_default() {
            *byte = match mask.with {
                MaskWith::Identifier => b'_',
                MaskWith::Blanks if matches!(byte, b'\n' | b'\r') => *byte,
                MaskWith::Blanks => b' ',
            };
        }
    }
    Cow::Owned(copy)
}

/// The mask of a method's own type parameters, given with their brackets.
pub(super) fn type_parameters(span: Span) -> Mask {
    Mask { span, with: MaskWith::Blanks }
}

/// Whether an identifier may need [`call_without_type`].
#[inline]
pub(super) fn is_candidate(identifier: &[u8]) -> bool {
    matches!(identifier, b"new" | b"make")
}

/// The mask of `new` or `make`, the last token of `lexer`, where it is called with something that is not a type. A single
/// name may be either and parses as a type.
#[cold]
pub(super) fn call_without_type(word: Token, lexer: Lexer<'_>) -> Option<Mask> {
    let mut cursor = Cursor::new(lexer);
    if !cursor.take(T::ParenOpen) || cursor.kind() == T::ParenClose {
        return None;
    }
    let reads_as_type =
        type_at(&mut cursor, &FileScope::default(), 0).is_some() && matches!(cursor.kind(), T::ParenClose | T::Comma);
    let span = Span::new(word.start as usize, word.end as usize);
    (!reads_as_type).then_some(Mask { span, with: MaskWith::Identifier })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::outline;
    use crate::go::words::Words;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let outline = outline(text.as_bytes(), &Words::new::<&str>([]));
        let masked = masked(text.as_bytes(), &outline);
        assert_eq!(String::from_utf8_lossy(&masked), expected);
        assert_eq!(masked.len(), text.len());
    }

    #[test]
    fn calls_of_new_and_make_without_a_type_are_masked() {
        for expression in [
            "42",
            "f()",
            "a+b",
            "T{}",
            "-x",
            "&x",
            "<-c",
            "\"s\"",
            "a[1]",
            "a[1:]",
            "x.y.z",
            "x.(T)",
            "[]int{1}",
            "a == b",
            "func() int { return 1 }()",
            "f(x)",
            "struct{}{}",
            "map[string]int{}",
            "!ok",
            "1.5",
            "(a + b)",
            "[]byte(s)",
            "new(int)",
            "[3]int{}",
            "*p + 1",
            "chan int(nil)",
            "m[k](v)",
            "x...",
        ] {
            check(&format!("func f() {{ g(new({expression})) }}"), &format!("func f() {{ g(___({expression})) }}"));
            check(&format!("var v = make( /* c */ {expression})"), &format!("var v = ____( /* c */ {expression})"));
        }
    }

    #[test]
    fn calls_with_types_and_names_stay() {
        for argument in [
            "",
            "T",
            "p.T",
            "T[int]",
            "*T",
            "[]T",
            "[n+1]T",
            "map[K]V",
            "chan<- T",
            "<-chan T",
            "func(a int) (b, error)",
            "struct{ a int; B }",
            "interface{ M(); ~int | B }",
            "(T)",
            "T, 1",
            "[]T, n, m",
            "p.T[int, *q.U]",
            "x",
        ] {
            let text = format!("func f() {{ a := new({argument}); b := make({argument}) }}");
            check(&text, &text);
        }
        for text in [
            "func f() { x.new(1); new := 3; new[1] = 2; newer(1) }",
            "func new(a, b int) {}",
            "// new(1)\nvar x = \"new(1)\"",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn type_parameters_of_methods_become_blanks() {
        check("func (r R[K]) M[P any,\n Q []int](p P) {}", "func (r R[K]) M       \n         (p P) {}");
        for text in ["func F[P any](p P) {}", "func (r R[K]) M(a [3]int) {}", "type T[P any] struct{}"] {
            check(text, text);
        }
    }
}
