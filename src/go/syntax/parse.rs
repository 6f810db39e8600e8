//! The tree of one declaration: read by heaplint's own grammar where that suffices, else found by tree-sitter.

use crate::go::grammar::{self, Plain};
use crate::go::kinds::{Field, Kind, LANGUAGE};
use std::ops::ControlFlow;
use tree_sitter::{ParseOptions, Parser};

/// Why a declaration has no tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// The parser was made for another language.
    #[error("the parser does not speak Go; make it with `syntax::parser`")]
    Language,
    /// A tree takes some hundred times the memory of its text.
    #[error("it is longer than {limit} bytes, the most that is parsed of one declaration")]
    TooLarge {
        /// The limit that was passed.
        limit: usize,
    },
    /// Parsing took more steps than any sane declaration of its length.
    #[error("parsing stopped: {length} bytes took more than {steps} steps")]
    Effort {
        /// Bytes of the declaration.
        length: usize,
        /// The limit that was passed, in rounds of the parser.
        steps: usize,
    },
}

/// The grammar that was compiled in does not fit the parser that was compiled in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the Go grammar does not fit the parser ({0}): rebuild heaplint with --locked")]
pub struct GrammarMismatch(String);

/// A parsed declaration.
pub struct Tree(Parsed);

enum Parsed {
    /// By [`grammar`]: sound.
    Read(Vec<Plain>),
    /// By tree-sitter: it may hold errors.
    Searched(tree_sitter::Tree),
}

/// One node of a tree, whoever made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ParsedNode {
    pub(super) kind: Kind,
    pub(super) field: Field,
    pub(super) start_byte: u32,
    pub(super) end_byte: u32,
    pub(super) missing: bool,
}

impl Tree {
    /// Whether tree-sitter was needed.
    pub fn was_searched(&self) -> bool {
        matches!(self.0, Parsed::Searched(_))
    }

    /// How many nodes it has.
    pub(super) fn size(&self) -> usize {
        match &self.0 {
            Parsed::Read(nodes) => nodes.len(),
            Parsed::Searched(tree) => tree.root_node().descendant_count(),
        }
    }

    /// Visits its nodes in preorder, each with its depth: 0 for the root.
    pub(super) fn for_each_node(&self, mut visit: impl FnMut(usize, ParsedNode)) {
        match &self.0 {
            Parsed::Read(nodes) => {
                for Plain { kind, field, depth, start, end } in nodes.iter().copied() {
                    visit(depth as usize, ParsedNode { kind, field, start_byte: start, end_byte: end, missing: false });
                }
            }
            Parsed::Searched(tree) => walk(tree, visit),
        }
    }
}

fn walk(tree: &tree_sitter::Tree, mut visit: impl FnMut(usize, ParsedNode)) {
    let mut cursor = tree.walk();
    let mut depth = 0;
    loop {
        let node = cursor.node();
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        visit(
            depth,
            ParsedNode {
                kind: Kind::of(node.kind_id()),
                field: Field::of(cursor.field_id().map(std::num::NonZero::get)),
                start_byte: byte(node.start_byte()),
                end_byte: byte(node.end_byte()),
                missing: node.is_missing(),
            },
        );
        if cursor.goto_first_child() {
            depth += 1;
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return;
            }
            depth -= 1;
        }
    }
}

/// A parser for Go.
///
/// # Errors
/// When the grammar's version does not fit the parser's.
pub fn parser() -> Result<Parser, GrammarMismatch> {
    let mut parser = Parser::new();
    parser.set_language(&LANGUAGE).map_err(|error| GrammarMismatch(error.to_string()))?;
    Ok(parser)
}

/// Parse ONE top-level declaration, masked where the grammar is behind the language.
///
/// # Errors
/// `TooLarge` before any memory is taken, `Effort` when the parser needs far more steps than the length justifies,
/// `Language` when it is not a Go parser.
pub fn parse(parser: &mut Parser, masked: &[u8]) -> Result<Tree, ParseError> {
    if masked.len() > LONGEST {
        return Err(ParseError::TooLarge { limit: LONGEST });
    }
    let plain = grammar::read(masked);
    plain.map_or_else(|| search(parser, masked), |nodes| Ok(Tree(Parsed::Read(nodes))))
}

/// Parse with tree-sitter, which reads anything: where heaplint's own grammar steps aside, and for whoever
/// compares the two.
///
/// # Errors
/// As [`parse`].
pub fn search(parser: &mut Parser, masked: &[u8]) -> Result<Tree, ParseError> {
    let steps = ROUNDS_AT_LEAST + masked.len().saturating_mul(ROUNDS_PER_BYTE);
    let mut rounds = 0;
    let mut count = |_: &tree_sitter::ParseState| {
        rounds += 1;
        if rounds > steps { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut count);
    // The grammar wants a line's end after every declaration; the text of one may stop short of it.
    let mut read = |offset: usize, _| match masked.get(offset..) {
        Some([]) if !masked.ends_with(b"\n") => b"\n".as_slice(),
        rest => rest.unwrap_or_default(),
    };
    let tree = parser.parse_with_options(&mut read, None, Some(options));
    let tree = tree.ok_or_else(|| {
        parser.reset();
        if rounds > steps { ParseError::Effort { length: masked.len(), steps } } else { ParseError::Language }
    })?;
    Ok(Tree(Parsed::Searched(tree)))
}

/// Longer declarations are not parsed. The longest that people write or generate with code in them are a tenth of it.
const LONGEST: usize = 2 << 20;

/// The parser reports once per round of about a hundred operations; ordinary code needs a tenth of a round per byte.
const ROUNDS_PER_BYTE: usize = 4;
const ROUNDS_AT_LEAST: usize = 10_000;
