//! What each function literal captures of the functions around it.

use crate::go::bindings::{BindingId, BindingKind, Bindings};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use rustc_hash::{FxHashMap, FxHashSet};

/// Pairs of a literal and a variable of one declaration beyond this are not followed: hostile code nests literals.
const MOST_PAIRS: usize = 100_000;

/// Values larger than this are captured by reference.
pub(super) const LARGEST_BY_VALUE: u64 = 128;

/// The captured variables of every literal.
pub(super) struct Captures {
    by_literal: FxHashMap<NodeId, Vec<BindingId>>,
    /// By variable: the first literal, directly in the function that declares it, that captures it.
    first: FxHashMap<BindingId, NodeId>,
    /// Whether there were too many.
    overflowed: bool,
}

impl Captures {
    pub(super) fn of(syntax: &Syntax, bindings: &Bindings) -> Captures {
        let (by_literal, first) = Default::default();
        let mut captures = Captures { by_literal, first, overflowed: false };
        let mut pairs: FxHashSet<(NodeId, BindingId)> = FxHashSet::default();
        for (id, binding) in bindings.all() {
            if matches!(binding.kind, BindingKind::Type | BindingKind::TypeParameter | BindingKind::Constant) {
                continue;
            }
            for used in bindings.uses(id).iter().filter(|used| used.captured) {
                captures.note(syntax, id, binding.function, used.node, &mut pairs);
            }
        }
        captures
    }

    /// Every literal between a use and the function that declares the variable captures it.
    fn note(
        &mut self,
        syntax: &Syntax,
        id: BindingId,
        home: NodeId,
        node: NodeId,
        pairs: &mut FxHashSet<(NodeId, BindingId)>,
    ) {
        let mut at = syntax.function(node);
        while let Some(literal) = at.filter(|literal| *literal != home && syntax.kind(*literal) == Kind::FuncLiteral) {
            if pairs.len() >= MOST_PAIRS {
                self.overflowed = true;
                return;
            }
            // Then those around it have it as well.
            if !pairs.insert((literal, id)) {
                return;
            }
            self.by_literal.entry(literal).or_default().push(id);
            at = syntax.function(literal);
            if at == Some(home) {
                // Uses come in the order of the text.
                self.first.entry(id).or_insert(literal);
            }
        }
    }

    /// The variables that a literal captures, in order of declaration; `None` where they are too many to say.
    pub(super) fn by(&self, literal: NodeId) -> Option<&[BindingId]> {
        let known = self.by_literal.get(&literal).map(Vec::as_slice);
        if self.overflowed { None } else { Some(known.unwrap_or_default()) }
    }

    /// The literal that captures a variable first, where one does.
    pub(super) fn first(&self, id: BindingId) -> Option<NodeId> {
        self.first.get(&id).copied()
    }
}

/// What a function literal is for, as far as its place tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// `func() {...}()`
    Called,
    /// `go func() {...}()`
    Started,
    /// `defer func() {...}()`; whether in a loop.
    Deferred(bool),
    /// A value.
    Value,
}

pub(super) fn role(syntax: &Syntax, literal: NodeId) -> Role {
    let (mut inner, mut parent) = (literal, syntax.parent(literal));
    while let Some(above) = parent.filter(|above| syntax.kind(*above) == Kind::ParenthesizedExpression) {
        (inner, parent) = (above, syntax.parent(above));
    }
    let Some(call) = parent.filter(|parent| syntax.kind(*parent) == Kind::CallExpression) else { return Role::Value };
    if syntax.field(inner) != Field::Function {
        return Role::Value;
    }
    match syntax.parent(call).map(|statement| (statement, syntax.kind(statement))) {
        Some((_, Kind::GoStatement)) => Role::Started,
        Some((statement, Kind::DeferStatement)) => Role::Deferred(syntax.enclosing_loop(statement).is_some()),
        _ => Role::Called,
    }
}
