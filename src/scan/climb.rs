//! Answers that are found on the way up from a node, kept so that no step is taken twice.
//!
//! Guards ask what is above a node, once for each match. In code that is nested ten thousand deep every such walk is ten
//! thousand steps long; with what earlier walks left behind they cost as much as the tree together. It knows no guard.

use crate::go::syntax::{NodeId, Syntax};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::hash::Hash;

/// Steps that are taken before anything is looked up or kept: ordinary code is not nested deeper, and pays nothing.
const FREE: usize = 32;

/// Answers by question and node. Questions that differ in `K` share nothing.
pub(super) struct Climb<K, T> {
    known: RefCell<FxHashMap<(K, NodeId), T>>,
}

impl<K, T> Default for Climb<K, T> {
    fn default() -> Self {
        Climb { known: RefCell::default() }
    }
}

impl<K: Copy + Eq + Hash, T: Clone> Climb<K, T> {
    /// The first answer that `decide` gives for `from` or a node above it, else `otherwise`. For one `question`, `decide`
    /// must say the same of a node however it was reached.
    pub(super) fn first(
        &self,
        question: K,
        syntax: &Syntax,
        from: NodeId,
        otherwise: T,
        decide: impl Fn(NodeId) -> Option<T>,
    ) -> T {
        let mut walked = Vec::new();
        let mut answer = otherwise;
        for (steps, node) in std::iter::once(from).chain(syntax.ancestors(from)).enumerate() {
            if steps >= FREE {
                if let Some(known) = self.known.borrow().get(&(question, node)) {
                    answer = known.clone();
                    break;
                }
                walked.push(node);
            }
            if let Some(decided) = decide(node) {
                answer = decided;
                break;
            }
        }
        let mut known = self.known.borrow_mut();
        known.extend(walked.into_iter().map(|node| ((question, node), answer.clone())));
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::kinds::Kind;
    use crate::go::syntax::{parse, parser};
    use std::cell::Cell;

    #[test]
    fn deep_nesting_costs_each_node_once_and_gives_the_same_answers() {
        let text = format!("func f() {{ {}x{} }}", "{".repeat(500), "}".repeat(500));
        let tree = parse(&mut parser().expect("a parser"), text.as_bytes()).expect("a tree");
        let syntax = Syntax::new(&tree, text.as_bytes(), 0);
        let climb = Climb::default();
        let asked = Cell::new(0);
        for node in syntax.ids() {
            let is_function = |node| {
                asked.set(asked.get() + 1);
                (syntax.kind(node) == Kind::FunctionDeclaration).then_some(true)
            };
            let found = climb.first((), &syntax, node, false, is_function);
            let plain = std::iter::once(node).chain(syntax.ancestors(node));
            assert_eq!(found, plain.into_iter().any(|above| syntax.kind(above) == Kind::FunctionDeclaration));
        }
        let nodes = syntax.ids().count();
        assert!(asked.get() <= nodes * (FREE + 1), "{} steps for {nodes} nodes", asked.get());
    }
}
