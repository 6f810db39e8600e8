//! A query's text taken apart: patterns with their comments, root nodes, captures, predicates and sibling order.
//!
//! tree-sitter compiles queries and ignores predicates that it does not know. This reader sees what tree-sitter does not
//! tell, with spans to underline. It does not judge whether node kinds exist: compiling does. What tree-sitter's compiler
//! cannot be trusted with (it recurses without a limit, counts steps in 16 bits, and reads past its tables where a condition
//! stands for a node, also in brackets of its own) is refused here.

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

/// Tokens beyond this are refused; each may become two of tree-sitter's steps.
const LONGEST: usize = 20_000;

/// The patterns of a query, in order.
pub fn patterns(text: &str) -> Result<Vec<Pattern>, QueryTextError> {
    let mut reader = Reader { text, tokens: tokens(text)?, at: 0 };
    if let Some(token) = reader.tokens.get(LONGEST) {
        return Err(QueryTextError { span: token.span, message: "the query is too long from here on; split the rule" });
    }
    let mut patterns = Vec::new();
    while reader.peek().is_some() {
        patterns.push(reader.pattern()?);
    }
    Ok(patterns)
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    commented: bool,
}

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, QueryTextError> {
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
            b'(' | b')' | b'[' | b']' | b'*' | b'+' | b'?' | b'.' => at += 1,
            // The name of a predicate may end in a question mark.
            first => {
                let ends = |byte: u8| b" \t\r\n;\"()[]*+@".contains(&byte) || byte == b'?' && first != b'#';
                at += 1;
                while at < bytes.len() && !ends(bytes[at]) && bytes[at - 1] != b':' {
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
            let open = self.span();
            self.at += 1;
            self.node(&mut pattern, true, 1)?;
            while self.peek().is_some_and(|next| next != ")") {
                self.node_or_predicate(&mut pattern, 1)?;
            }
            if self.peek().is_none() {
                return Err(QueryTextError { span: open, message: "this bracket is not closed" });
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

    /// Whether a predicate begins here.
    fn at_predicate(&self) -> bool {
        self.peek() == Some("(") && self.text_at(self.at + 1).is_some_and(|head| head.starts_with('#'))
    }

    fn node_or_predicate(&mut self, pattern: &mut Pattern, depth: usize) -> Result<(), QueryTextError> {
        if !self.at_predicate() {
            return self.node(pattern, false, depth);
        }
        self.at += 1;
        pattern.predicates.push((self.peek().unwrap_or_default().to_owned(), self.span()));
        self.skip_predicate()?;
        match self.peek() {
            Some(next) if next.starts_with('@') || is_quantifier(next) => {
                Err(QueryTextError { span: self.span(), message: "a predicate is no node, so nothing can follow it" })
            }
            _ => Ok(()),
        }
    }

    /// A node, an alternation or a token, with the captures behind it.
    fn node(&mut self, pattern: &mut Pattern, root: bool, depth: usize) -> Result<(), QueryTextError> {
        let span = self.span();
        if depth > DEEPEST {
            return Err(QueryTextError { span, message: "brackets are nested too deep here" });
        }
        if self.at_predicate() {
            return Err(QueryTextError { span, message: "a node should stand here, not a predicate" });
        }
        match self.peek() {
            Some("(") => {
                let head = self.text_at(self.at + 1).unwrap_or_default();
                self.at += 1;
                if head == ")" {
                    return Err(QueryTextError { span, message: "these brackets are empty" });
                }
                let named = head != "(" && head != "[";
                if named {
                    self.at += 1;
                    if root {
                        pattern.roots.push(head.to_owned());
                    }
                }
                let holds_a_node = self.children(pattern, depth, ")")?;
                if !named && !holds_a_node {
                    return Err(QueryTextError { span, message: "these brackets hold conditions, and no node" });
                }
            }
            Some("[") => {
                self.at += 1;
                if self.peek() == Some("]") {
                    return Err(QueryTextError { span, message: "these brackets are empty" });
                }
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
            } else if is_quantifier(next) {
                self.at += 1;
            } else {
                break;
            }
        }
        Ok(())
    }

    /// Reads up to `close`, and tells whether a node stood there.
    fn children(&mut self, pattern: &mut Pattern, depth: usize, close: &str) -> Result<bool, QueryTextError> {
        let open = self.span();
        let mut held = true;
        let mut first = true;
        let mut after_field = false;
        loop {
            match self.peek() {
                None => return Err(QueryTextError { span: open, message: "this bracket is not closed" }),
                Some(next) if next == close => {
                    self.at += 1;
                    return Ok(!first);
                }
                Some(".") => {
                    held = true;
                    self.at += 1;
                }
                Some(field) if field.ends_with(':') || field.starts_with('!') => {
                    held = true;
                    after_field = field.ends_with(':');
                    self.at += 1;
                }
                Some(_) => {
                    let predicate = self.at_predicate();
                    if !predicate && !first && !held {
                        pattern.unanchored.push(self.span());
                    }
                    if after_field {
                        self.node(pattern, false, depth + 1)?;
                    } else {
                        self.node_or_predicate(pattern, depth + 1)?;
                    }
                    after_field = false;
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

fn is_quantifier(token: &str) -> bool {
    matches!(token, "?" | "*" | "+")
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
    fn tokens_are_told_apart_without_blanks_between_them() {
        let tight = patterns("(a b:(c)@x.y .(d)*@z(#eq? @z \"(\"))@report").expect("a readable query");
        let captures: Vec<&str> = tight[0].captures.iter().map(|(name, _)| &**name).collect();
        assert_eq!((captures, &*tight[0].predicates[0].0), (vec!["x.y", "z", "report"], "#eq?"));
        assert_eq!(tight[0].root_captures, ["report"]);
    }

    #[test]
    fn what_the_compiler_cannot_be_trusted_with_is_refused() {
        let long = "(a) @report ".repeat(LONGEST / 3);
        for text in [
            "(a ((#eq? @b \"c\")) @d) @report",
            "(a b: (#eq? @c \"d\")) @report",
            "(a (#eq? @c \"d\") @e)",
            "(a (#eq? @c \"d\")*)",
            "[(#eq? @c \"d\")] @report",
            "(#eq? @c \"d\")",
            "((#eq? @c \"d\"))",
            "(a ())",
            "[] @report",
            &long,
            &"(".repeat(DEEPEST + 2),
        ] {
            assert!(patterns(text).is_err(), "{:.60}", text);
        }
    }

    #[test]
    fn broken_text_is_an_error_with_a_place() {
        for (text, at) in
            [("(call_expression", 16), ("(a \"b)", 3), (")", 0), ("((nil) @report", 0), ("([(nil)] @a", 0)]
        {
            assert_eq!(patterns(text).expect_err("broken").span.start, at, "{text}");
        }
    }
}
