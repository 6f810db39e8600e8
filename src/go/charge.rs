//! Which byte of an expression Go charges its allocation to: the compiler's position of the node, whose line a heap profile
//! shows and whose column `-gcflags=-m` prints.
//!
//! Measured on Go 1.21 to 1.27 (cmd/compile/internal/syntax gives these positions); where a release moves a charge away
//! from its expression, the rule that meets it says so.

use super::kinds::{Field, Kind};
use super::syntax::{NodeId, Syntax};

/// The file offset of the token that `node` is charged to.
pub fn charged_at(syntax: &Syntax, node: NodeId) -> usize {
    let mut node = syntax.unparenthesized(node);
    // A conversion stands where its operand stands. The chain is as long as the source writes it.
    while syntax.kind(node) == Kind::TypeConversionExpression
        && let Some(operand) = syntax.child(node, Field::Operand)
    {
        node = syntax.unparenthesized(operand);
    }
    let token = |text: &[u8]| {
        syntax.tokens(node).find(|child| syntax.kind(*child) == Kind::Token && syntax.text(*child) == text)
    };
    let anchor = match syntax.kind(node) {
        Kind::CallExpression => syntax.child(node, Field::Arguments),
        Kind::BinaryExpression => syntax.child(node, Field::Operator),
        Kind::SelectorExpression => token(b"."),
        Kind::IndexExpression | Kind::SliceExpression => token(b"["),
        Kind::TypeAssertionExpression => token(b"."),
        Kind::CompositeLiteral => syntax.child(node, Field::Body),
        _ => None,
    };
    syntax.span(anchor.unwrap_or(node)).start
}
