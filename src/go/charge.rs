//! Which byte of an expression Go charges its allocation to: the compiler's position of the node, whose line a heap profile
//! shows and whose column `-gcflags=-m` prints.
//!
//! Measured on Go 1.21 to 1.27 (cmd/compile/internal/syntax gives these positions); where a release moves a charge away
//! from its expression, the rule that meets it says so.

use super::kinds::{Field, Kind};
use super::syntax::{NodeId, Syntax};

/// The file offset of the token that what `node` makes is charged to: of a conversion the anchor of its operand, of
/// anything else its own.
pub fn charged_at(syntax: &Syntax, node: NodeId) -> usize {
    let node = syntax.unparenthesized(node);
    let operand = syntax.child(node, Field::Operand).filter(|_| syntax.kind(node) == Kind::TypeConversionExpression);
    anchor(syntax, operand.unwrap_or(node))
}

/// The file offset of the token that is the position of an expression: where a value that becomes an interface is charged.
pub fn anchor(syntax: &Syntax, node: NodeId) -> usize {
    let node = syntax.unparenthesized(node);
    let token = |text: &[u8]| {
        syntax.tokens(node).find(|child| syntax.kind(*child) == Kind::Token && syntax.text(*child) == text)
    };
    let anchor = match syntax.kind(node) {
        Kind::CallExpression => syntax.child(node, Field::Arguments),
        Kind::TypeConversionExpression => token(b"("),
        Kind::BinaryExpression => syntax.child(node, Field::Operator),
        Kind::SelectorExpression => token(b"."),
        Kind::IndexExpression | Kind::SliceExpression => token(b"["),
        Kind::TypeAssertionExpression => token(b"."),
        Kind::CompositeLiteral => syntax.child(node, Field::Body),
        _ => None,
    };
    syntax.span(anchor.unwrap_or(node)).start
}
