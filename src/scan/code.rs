//! One declaration as rules see it: its tree, its names and its types.

use crate::go::bindings::{BindingId, Bindings, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use crate::go::terms::Terms;

/// What is understood of one declaration. Guards read it and nothing else.
pub(super) struct Code<'c, 't> {
    /// The tree.
    pub syntax: &'c Syntax<'t>,
    /// The names.
    pub bindings: &'c Bindings<'t>,
    /// The types.
    pub terms: &'c Terms<'c, 't>,
}

impl Code<'_, '_> {
    /// The variable at the root of an operand: `x` of `x`, `x.f`, `x[i].f`, `(*x).f`.
    pub(super) fn root_variable(&self, node: NodeId) -> Option<NodeId> {
        let mut node = self.syntax.unparenthesized(node);
        loop {
            let inner = match self.syntax.kind(node) {
                Kind::Identifier => return Some(node),
                Kind::SelectorExpression | Kind::IndexExpression | Kind::SliceExpression | Kind::UnaryExpression => {
                    self.syntax.child(node, Field::Operand)?
                }
                _ => return None,
            };
            node = self.syntax.unparenthesized(inner);
        }
    }

    /// The local variable that an identifier names.
    pub(super) fn variable(&self, node: NodeId) -> Option<BindingId> {
        match self.bindings.of(self.syntax.unparenthesized(node)) {
            Reference::Binding(binding) => Some(binding),
            _ => None,
        }
    }

    /// The nodes of `node`'s function between it and the loop around it, innermost first, each with the child that leads
    /// down to `node`.
    pub(super) fn path_to_loop(&self, node: NodeId) -> Option<Vec<(NodeId, NodeId)>> {
        let turning = self.syntax.enclosing_loop(node)?;
        let mut path = Vec::new();
        let mut child = node;
        for above in self.syntax.ancestors(node) {
            if above == turning {
                return Some(path);
            }
            path.push((above, child));
            child = above;
        }
        None
    }
}
