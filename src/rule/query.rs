//! A query made ready for matching: tree-sitter's query language, as far as rules use it, against heaplint's own trees.
//!
//! tree-sitter compiles a query in a millisecond, which a hundred rules cannot afford before ten staged files are read; this
//! takes microseconds. What a pattern means is what tree-sitter's documentation says ("Query syntax"). Reads only text that
//! [`super::query_text`] has accepted; whether the grammar can ever make such a tree is for tree-sitter to say when foreign
//! rules are loaded.

use super::query_text::{QueryTextError, tokens};
use crate::go::kinds::{Field, Kind};
use crate::model::Span;
use regex::bytes::Regex;
use std::sync::OnceLock;

/// The patterns of a query.
#[derive(Debug)]
pub struct Query {
    /// In the order of the text.
    pub patterns: Vec<Pattern>,
    /// How many captures it has; they are numbered by first appearance.
    pub captures: usize,
}

/// One top-level pattern.
#[derive(Debug)]
pub struct Pattern {
    /// Its outermost node.
    pub root: NodePattern,
    /// What must hold of the captures.
    pub conditions: Vec<TextCondition>,
}

/// What one node must be.
#[derive(Debug)]
pub struct NodePattern {
    /// Which nodes will do.
    pub accepts: Accepts,
    /// Captures that it is.
    pub captures: Vec<u16>,
}

/// Which nodes will do.
#[derive(Debug)]
pub enum Accepts {
    /// Any node: `_`.
    Any,
    /// A node that is more than a token, of this kind where one is named: `(_ ...)`, `(identifier ...)`.
    Named {
        /// Its kind.
        kind: Option<Kind>,
        /// What stands in it, in this order.
        children: Vec<ChildPattern>,
        /// Whether no more named nodes stand behind the last of them.
        closed: bool,
        /// Parts that it does not have: `!value`.
        absent: Vec<Field>,
    },
    /// A keyword, an operator or punctuation of this text: `"+="`.
    Token(Vec<u8>),
    /// What one of these accepts: `[...]`.
    OneOf(Vec<NodePattern>),
}

/// What stands in a node.
#[derive(Debug)]
pub struct ChildPattern {
    /// Whether no named node may be passed over before it: `.`.
    pub anchored: bool,
    /// The part of its parent that it must be.
    pub field: Option<Field>,
    /// What it must be.
    pub node: NodePattern,
    /// Whether it may be missing: `?`, `*`.
    pub optional: bool,
    /// Whether there may be several: `*`, `+`.
    pub repeated: bool,
}

/// A condition on the text of captures: `(#eq? @a "x")`. It holds of no nodes too, as in tree-sitter.
#[derive(Debug)]
pub struct TextCondition {
    /// Whose text.
    pub capture: u16,
    /// Whether the test must hold, or must not.
    pub positive: bool,
    /// What is asked of each of its nodes.
    pub test: TextTest,
}

/// What is asked of a node's text.
#[derive(Debug)]
pub enum TextTest {
    /// The text of the other capture's node.
    Same(u16),
    /// One of these.
    OneOf(Vec<Vec<u8>>),
    /// Matched somewhere by the expression.
    Matches(Expression),
}

/// A regular expression, compiled when it is first asked.
#[derive(Debug)]
pub struct Expression {
    text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Expression {
    /// Whether it matches somewhere in the text.
    pub fn is_match(&self, text: &[u8]) -> bool {
        let compiled = self.compiled.get_or_init(|| Regex::new(&self.text).ok());
        compiled.as_ref().is_some_and(|expression| expression.is_match(text))
    }
}

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    /// Where it uses what is not understood here, with its place.
    pub fn read(text: &str) -> Result<Query, QueryTextError> {
        let spans = tokens(text)?.into_iter().map(|token| token.span).collect();
        let mut reader = Reader { text, spans, at: 0, captures: Vec::new() };
        let mut patterns = Vec::new();
        while reader.peek().is_some() {
            patterns.push(reader.pattern()?);
        }
        Ok(Query { patterns, captures: reader.captures.len() })
    }
}

struct Reader<'t> {
    text: &'t str,
    spans: Vec<Span>,
    at: usize,
    captures: Vec<&'t str>,
}

type Reading<Read> = Result<Read, QueryTextError>;

impl<'t> Reader<'t> {
    fn text_at(&self, at: usize) -> Option<&'t str> {
        self.spans.get(at).map(|span| &self.text[span.start..span.end])
    }

    fn peek(&self) -> Option<&'t str> {
        self.text_at(self.at)
    }

    fn error<Read>(&self, message: &'static str) -> Reading<Read> {
        let end = self.text.len();
        Err(QueryTextError { span: self.spans.get(self.at).copied().unwrap_or(Span::new(end, end)), message })
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.peek() == Some(text);
        self.at += usize::from(found);
        found
    }

    fn at_condition(&self) -> bool {
        self.peek() == Some("(") && self.text_at(self.at + 1).is_some_and(|head| head.starts_with('#'))
    }

    fn pattern(&mut self) -> Reading<Pattern> {
        let mut conditions = Vec::new();
        let grouped = self.peek() == Some("(") && matches!(self.text_at(self.at + 1), Some("(" | "["));
        self.at += usize::from(grouped);
        let root = self.node(&mut conditions)?;
        if grouped {
            while self.at_condition() {
                conditions.push(self.condition()?);
            }
            if !self.take(")") {
                return self.error("brackets hold one node, and conditions behind it");
            }
        }
        Ok(Pattern { root, conditions })
    }

    fn node(&mut self, conditions: &mut Vec<TextCondition>) -> Reading<NodePattern> {
        let accepts = match self.peek() {
            Some("(") => self.named(conditions)?,
            Some("[") => {
                self.at += 1;
                let mut alternatives = Vec::new();
                while !self.take("]") {
                    alternatives.push(self.node(conditions)?);
                }
                Accepts::OneOf(alternatives)
            }
            Some("_") => {
                self.at += 1;
                Accepts::Any
            }
            Some(token) if token.starts_with('"') => {
                self.at += 1;
                Accepts::Token(unquoted(token))
            }
            _ => return self.error("a node should stand here"),
        };
        Ok(NodePattern { accepts, captures: self.captures() })
    }

    fn captures(&mut self) -> Vec<u16> {
        let mut captures = Vec::new();
        while let Some(name) = self.peek().and_then(|token| token.strip_prefix('@')) {
            self.at += 1;
            captures.push(self.capture(name));
        }
        captures
    }

    fn capture(&mut self, name: &'t str) -> u16 {
        let known = self.captures.iter().position(|known| *known == name);
        let index = known.unwrap_or_else(|| {
            self.captures.push(name);
            self.captures.len() - 1
        });
        // The text is too short for more.
        u16::try_from(index).unwrap_or(u16::MAX)
    }

    fn named(&mut self, conditions: &mut Vec<TextCondition>) -> Reading<Accepts> {
        self.at += 1;
        let kind = match self.peek() {
            Some("_") => None,
            Some(name) => match Kind::named(name) {
                None => return self.error("Go's grammar has no node of this kind"),
                kind => kind,
            },
            None => return self.error("this bracket is not closed"),
        };
        self.at += 1;
        let (mut children, mut absent) = (Vec::new(), Vec::new());
        let mut anchored = false;
        while !self.take(")") {
            if self.at_condition() {
                conditions.push(self.condition()?);
            } else if self.take(".") {
                anchored = true;
            } else if let Some(name) = self.peek().and_then(|token| token.strip_prefix('!')) {
                absent.push(self.field(name)?);
                self.at += 1;
            } else {
                children.push(self.child(anchored, conditions)?);
                anchored = false;
            }
        }
        Ok(Accepts::Named { kind, children, closed: anchored, absent })
    }

    fn child(&mut self, anchored: bool, conditions: &mut Vec<TextCondition>) -> Reading<ChildPattern> {
        let field = match self.peek().and_then(|token| token.strip_suffix(':')) {
            Some(name) => {
                let field = self.field(name)?;
                self.at += 1;
                Some(field)
            }
            None => None,
        };
        let mut node = self.node(conditions)?;
        let (mut optional, mut repeated) = (false, false);
        while let Some(quantifier @ ("?" | "*" | "+")) = self.peek() {
            self.at += 1;
            optional |= quantifier != "+";
            repeated |= quantifier != "?";
            node.captures.extend(self.captures());
        }
        Ok(ChildPattern { anchored, field, node, optional, repeated })
    }

    fn field(&self, name: &str) -> Reading<Field> {
        Field::named(name).map_or_else(|| self.error("Go's grammar has no field of this name"), Ok)
    }

    fn condition(&mut self) -> Reading<TextCondition> {
        self.at += 1;
        let name = self.peek().unwrap_or_default();
        let (positive, base) = match name.strip_prefix("#not-") {
            Some(base) => (false, base),
            None => (true, name.trim_start_matches('#')),
        };
        self.at += 1;
        let capture = self.captures();
        let mut words: Vec<Vec<u8>> = Vec::new();
        let place = self.at;
        while let Some(word) = self.peek().filter(|word| *word != ")") {
            words.push(if word.starts_with('"') { unquoted(word) } else { word.as_bytes().to_vec() });
            self.at += 1;
        }
        self.take(")");
        let test = match (base, capture.as_slice(), words.len()) {
            ("eq?", [_, other], 0) => TextTest::Same(*other),
            ("eq?", [_], 1) | ("any-of?", [_], _) => TextTest::OneOf(words),
            ("match?", [_], 1) => {
                let text = String::from_utf8(words.remove(0)).unwrap_or_default();
                TextTest::Matches(Expression { text, compiled: OnceLock::new() })
            }
            _ => {
                self.at = place;
                return self.error("a condition compares a capture with a capture or with strings");
            }
        };
        Ok(TextCondition { capture: capture[0], positive, test })
    }
}

/// What a string of a query stands for.
fn unquoted(text: &str) -> Vec<u8> {
    let inside = text.get(1..text.len().saturating_sub(1)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(inside.len());
    let mut rest = inside.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'\\' => match rest.next() {
                Some(b'n') => b'\n',
                Some(b'r') => b'\r',
                Some(b't') => b'\t',
                Some(b'0') => 0,
                Some(other) => other,
                None => b'\\',
            },
            plain => plain,
        });
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_read_with_all_its_parts() {
        let text = "; why\n(call_expression function: (identifier) @f !type_arguments . arguments: (_ [\"a\" _]* @g .)\n  (#not-any-of? @f \"x\" \"\\\"y\\n\")) @report";
        let query = Query::read(text).expect("a readable query");
        assert_eq!(query.captures, 3);
        let [Pattern { root, conditions }] = query.patterns.as_slice() else { panic!("one pattern") };
        assert_eq!(root.captures, [2]);
        let Accepts::Named { kind: Some(Kind::CallExpression), children, closed: false, absent } = &root.accepts else {
            panic!("{root:?}")
        };
        assert_eq!(absent, &[Field::TypeArguments]);
        let [function, arguments] = children.as_slice() else { panic!("{children:?}") };
        assert_eq!(
            (function.field, function.anchored, &*function.node.captures),
            (Some(Field::Function), false, &[0][..])
        );
        assert_eq!((arguments.field, arguments.anchored), (Some(Field::Arguments), true));
        let Accepts::Named { kind: None, children, closed: true, .. } = &arguments.node.accepts else { panic!() };
        assert!(children[0].optional && children[0].repeated);
        assert!(matches!(&children[0].node.accepts, Accepts::OneOf(two) if two.len() == 2));
        assert_eq!(children[0].node.captures, [1]);
        let [TextCondition { capture: 0, positive: false, test: TextTest::OneOf(words) }] = conditions.as_slice()
        else {
            panic!("{conditions:?}")
        };
        assert_eq!(words, &[b"x".to_vec(), b"\"y\n".to_vec()]);
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_place() {
        for (text, at) in [
            ("(call) @report", 1),
            ("(call_expression functions: (_)) @report", 17),
            ("((nil) @report (true))", 15),
            ("((nil) @report (#eq? @report))", 28),
            ("(nil (#match? \"x\" @report)) @report", 14),
            ("(argument_list ((nil) . (true))) @report", 16),
        ] {
            let refused = Query::read(text).map(|_| ()).expect_err(text);
            assert_eq!(refused.span.start, at, "{text}: {}", refused.message);
        }
    }
}
