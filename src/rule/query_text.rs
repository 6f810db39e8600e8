//! A query's text taken apart: patterns with their comments, root nodes, captures, predicates and sibling order.
//!
//! tree-sitter compiles queries and ignores predicates that it does not know. This reader sees what tree-sitter does not
//! tell, with spans to underline. It does not judge whether node kinds exist: compiling does.

use crate::model::Span;

/// One top-level pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// From its bracket to its last capture or predicate.
    pub span: Span,
    /// The kinds of its outermost node: several for an alternation.
    pub roots: Vec<String>,
    /// The captures on its outermost node.
    pub root_captures: Vec<String>,
    /// Every capture in it, with its place.
    pub captures: Vec<(String, Span)>,
    /// Every predicate in it, such as `#eq?`.
    pub predicates: Vec<(String, Span)>,
    /// Children that have siblings before them without a field or an anchor between.
    pub unanchored: Vec<Span>,
    /// Whether a comment stands right above it.
    pub commented: bool,
}

/// The text cannot be read: where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryTextError {
    /// Where.
    pub span: Span,
    /// Why.
    pub message: &'static str,
}

/// Brackets inside each other beyond this are refused.
const DEEPEST: usize = 64;

/// The patterns of a query, in order.
pub fn patterns(text: &str) -> Result<Vec<Pattern>, QueryTextError> {
    let mut reader = Reader { text, tokens: tokens(text)?, at: 0 };
    let mut patterns = Vec::new();
    while reader.peek().is_some() {
        patterns.push(reader.pattern()?);
    }
    Ok(patterns)
}

#[derive(Clone, Debug)]
struct Token {
    span: Span,
    commented: bool,
}

fn tokens(text: &str) -> Result<Vec<Token>, QueryTextError> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut commented = false;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b' ' | b'\t' | b'\r' | b'\n' => {
                let blank_line = text[..at].ends_with('\n') && bytes[at] == b'\n';
                commented &= !blank_line;
                at += 1;
                continue;
            }
            b';' => {
                at = text[at..].find('\n').map_or(bytes.len(), |end| at + end + 1);
                commented = true;
                continue;
            }
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                if at >= bytes.len() {
                    let span = Span::new(start, bytes.len());
                    return Err(QueryTextError { span, message: "this string has no closing quote" });
                }
                at += 1;
            }
            b'(' | b')' | b'[' | b']' => at += 1,
            _ => {
                while at < bytes.len() && !b" \t\r\n;\"()[]".contains(&bytes[at]) {
                    at += 1;
                }
            }
        }
        tokens.push(Token { span: Span::new(start, at), commented });
        commented = false;
    }
    Ok(tokens)
}

struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<&'t str> {
        self.tokens.get(self.at).map(|token| &self.text[token.span.start..token.span.end])
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).map_or(Span::new(self.text.len(), self.text.len()), |token| token.span)
    }

    fn pattern(&mut self) -> Result<Pattern, QueryTextError> {
        let start = self.span().start;
        let commented = self.tokens[self.at].commented;
        let mut pattern = Pattern {
            span: Span::default(),
            roots: Vec::new(),
            root_captures: Vec::new(),
            captures: Vec::new(),
            predicates: Vec::new(),
            unanchored: Vec::new(),
            commented,
        };
        let grouped = self.peek() == Some("(") && matches!(self.text_at(self.at + 1), Some("(" | "["));
        if grouped {
            // `((call_expression) @report (#eq? ...))`: the group's first node is the root.
            self.at += 1;
            self.node(&mut pattern, true, 1)?;
            while self.peek().is_some_and(|next| next != ")") {
                self.node(&mut pattern, false, 1)?;
            }
            self.at += 1;
        } else {
            self.node(&mut pattern, true, 0)?;
        }
        pattern.span = Span::new(start, self.tokens[self.at.max(1) - 1].span.end);
        Ok(pattern)
    }

    fn text_at(&self, at: usize) -> Option<&'t str> {
        self.tokens.get(at).map(|token| &self.text[token.span.start..token.span.end])
    }

    /// A node, an alternation, a token or a predicate, with the captures behind it.
    fn node(&mut self, pattern: &mut Pattern, root: bool, depth: usize) -> Result<(), QueryTextError> {
        let span = self.span();
        if depth > DEEPEST {
            return Err(QueryTextError { span, message: "brackets are nested too deep here" });
        }
        match self.peek() {
            Some("(") => {
                let head = self.text_at(self.at + 1).unwrap_or_default();
                self.at += 1;
                if head.starts_with('#') {
                    pattern.predicates.push((head.to_owned(), self.span()));
                    return self.skip_predicate();
                }
                if head != "(" && head != "[" {
                    self.at += 1;
                    if root {
                        pattern.roots.push(head.to_owned());
                    }
                }
                self.children(pattern, depth, ")")?;
            }
            Some("[") => {
                self.at += 1;
                while self.peek().is_some_and(|next| next != "]") {
                    self.node(pattern, root, depth + 1)?;
                }
                if self.peek().is_none() {
                    return Err(QueryTextError { span, message: "this bracket is not closed" });
                }
                self.at += 1;
            }
            Some(")" | "]") | None => return Err(QueryTextError { span, message: "a node should stand here" }),
            Some(_) => self.at += 1,
        }
        while let Some(next) = self.peek() {
            if let Some(name) = next.strip_prefix('@') {
                pattern.captures.push((name.to_owned(), self.span()));
                if root {
                    pattern.root_captures.push(name.to_owned());
                }
                self.at += 1;
            } else if matches!(next, "?" | "*" | "+") {
                self.at += 1;
            } else {
                break;
            }
        }
        Ok(())
    }

    fn children(&mut self, pattern: &mut Pattern, depth: usize, close: &str) -> Result<(), QueryTextError> {
        let open = self.span();
        let mut held = true;
        let mut first = true;
        loop {
            match self.peek() {
                None => return Err(QueryTextError { span: open, message: "this bracket is not closed" }),
                Some(next) if next == close => {
                    self.at += 1;
                    return Ok(());
                }
                Some(".") => {
                    held = true;
                    self.at += 1;
                }
                Some(field) if field.ends_with(':') || field.starts_with('!') => {
                    held = true;
                    self.at += 1;
                }
                Some(next) => {
                    let predicate = next == "(" && self.text_at(self.at + 1).is_some_and(|head| head.starts_with('#'));
                    if !predicate && !first && !held {
                        pattern.unanchored.push(self.span());
                    }
                    self.node(pattern, false, depth + 1)?;
                    first &= predicate;
                    held &= predicate;
                }
            }
        }
    }

    fn skip_predicate(&mut self) -> Result<(), QueryTextError> {
        let open = self.span();
        while let Some(next) = self.peek() {
            self.at += 1;
            if next == ")" {
                return Ok(());
            }
        }
        Err(QueryTextError { span: open, message: "this predicate is not closed" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_captures_and_predicates_are_found_in_groups_and_alternations() {
        let text = "; calls\n((call_expression\n   function: (identifier) @f) @report\n  (#eq? @f \"append\"))\n\n\
                    [(for_statement) (if_statement)] @report";
        let found = patterns(text).expect("a readable query");
        assert_eq!(found[0].roots, ["call_expression"]);
        assert_eq!(found[0].root_captures, ["report"]);
        assert_eq!(found[0].predicates[0].0, "#eq?");
        assert!(found[0].commented && !found[1].commented);
        assert_eq!(found[1].roots, ["for_statement", "if_statement"]);
    }

    #[test]
    fn a_second_child_needs_a_field_or_an_anchor() {
        let loose = patterns("(argument_list (identifier) (nil)) @report").expect("a readable query");
        assert_eq!(loose[0].unanchored, [Span::new(28, 29)]);
        for held in [
            "(argument_list (identifier) . (nil)) @report",
            "(call_expression function: (nil) arguments: (nil)) @report",
        ] {
            assert_eq!(patterns(held).expect("a readable query")[0].unanchored, [], "{held}");
        }
    }

    #[test]
    fn broken_text_is_an_error_with_a_place() {
        for (text, at) in [("(call_expression", 16), ("(a \"b)", 3), (")", 0)] {
            assert_eq!(patterns(text).expect_err("broken").span.start, at, "{text}");
        }
    }
}
