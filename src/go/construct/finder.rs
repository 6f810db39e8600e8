//! One walk over a declaration: each kind of syntax to what knows its constructs.

use super::captures::Captures;
use super::condition::Condition;
use super::holding::Held;
use super::{AlsoCharged, Amount, Construct, ConstructKind};
use crate::go::bindings::{BindingId, BindingKind, Bindings, Reference};
use crate::go::charge::anchor;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use crate::go::terms::Terms;
use crate::go::types::{Term, Type};
use crate::model::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// See [`super::constructs`].
pub(super) fn find(syntax: &Syntax, bindings: &Bindings, terms: &Terms) -> Vec<Construct> {
    let captures = Captures::of(syntax, bindings);
    let mut finder = Finder {
        syntax,
        bindings,
        terms,
        captures,
        generic: bindings.all().any(|(_, binding)| binding.kind == BindingKind::TypeParameter),
        held: FxHashMap::default(),
        returns: FxHashMap::default(),
        moves: FxHashMap::default(),
        found: Vec::new(),
        depths: FxHashMap::default(),
        elided: FxHashMap::default(),
        results: FxHashMap::default(),
    };
    let mut skipped_to = syntax.root();
    for id in syntax.ids() {
        if id < skipped_to {
            continue;
        }
        match syntax.kind(id) {
            // Constants and types make nothing at run time.
            Kind::ConstDeclaration
            | Kind::TypeDeclaration
            | Kind::ArrayType
            | Kind::StructType
            | Kind::InterfaceType
            | Kind::FunctionType => skipped_to = syntax.end(id),
            kind => finder.visit(id, kind),
        }
    }
    finder.moved();
    let mut found = finder.found;
    found.sort_by_key(|construct| (construct.span.start, std::cmp::Reverse(construct.span.end), construct.charged_at));
    found
}

pub(super) struct Finder<'a, 't> {
    pub(super) syntax: &'a Syntax<'t>,
    pub(super) bindings: &'a Bindings<'t>,
    pub(super) terms: &'a Terms<'a, 't>,
    pub(super) captures: Captures,
    /// Whether the declaration has type parameters.
    pub(super) generic: bool,
    /// By variable: how closures hold it.
    pub(super) held: FxHashMap<BindingId, Held>,
    /// By function: where it returns. Filled when a deferred call asks.
    pub(super) returns: FxHashMap<NodeId, Vec<AlsoCharged>>,
    /// By variable that is appended to: where Go may move its elements to the heap.
    pub(super) moves: FxHashMap<BindingId, Vec<AlsoCharged>>,
    pub(super) found: Vec<Construct>,
    /// By for statement: loops around its body.
    depths: FxHashMap<NodeId, u32>,
    /// By the braces of a composite literal: the literal's type, and how deep it is in literals without their own type.
    pub(super) elided: FxHashMap<NodeId, (Term, u32)>,
    /// By function: the types of its results.
    pub(super) results: FxHashMap<NodeId, Arc<[Type]>>,
}

impl Finder<'_, '_> {
    fn visit(&mut self, id: NodeId, kind: Kind) {
        match kind {
            Kind::ForStatement => {
                let depth = self.loop_depth(id) + 1;
                self.depths.insert(id, depth);
            }
            Kind::CallExpression | Kind::TypeConversionExpression => self.call_or_conversion(id),
            Kind::CompositeLiteral => self.composite_literal(id),
            Kind::LiteralValue => self.literal_value(id),
            Kind::FuncLiteral => self.function_literal(id),
            Kind::SelectorExpression => self.method_value(id),
            Kind::BinaryExpression => self.concatenation(id),
            Kind::AssignmentStatement => self.assignment(id),
            Kind::ShortVarDeclaration => self.short_declaration(id),
            Kind::IncStatement | Kind::DecStatement => {
                if let Some(operand) = self.syntax.children(id).next() {
                    self.map_write(operand);
                }
            }
            Kind::VarSpec => self.variable_spec(id),
            Kind::ReturnStatement => self.returned(id),
            Kind::SendStatement => self.sent(id),
            Kind::RangeClause => self.range_clause(id),
            Kind::GoStatement => self.started(id, ConstructKind::Go),
            Kind::DeferStatement => self.started(id, ConstructKind::Defer),
            Kind::TypeAssertionExpression => self.assertion(id),
            Kind::TypeCase => self.type_case(id),
            _ => {}
        }
    }

    /// Adds a construct at `node` that is charged where the expression is.
    pub(super) fn add(&mut self, kind: ConstructKind, node: NodeId, amount: Amount, conditions: Vec<Condition>) {
        let at = anchor(self.syntax, node);
        self.add_at(kind, node, at, amount, conditions);
    }

    /// Adds a construct at `node` that is charged elsewhere.
    pub(super) fn add_at(
        &mut self,
        kind: ConstructKind,
        node: NodeId,
        charged_at: usize,
        amount: Amount,
        conditions: Vec<Condition>,
    ) {
        let syntax = self.syntax;
        let span = syntax.span(node);
        let literal = syntax.function(node).filter(|function| syntax.kind(*function) == Kind::FuncLiteral);
        self.found.push(Construct {
            kind,
            conditions,
            span: Span::new(span.start, span.end),
            charged_at,
            also_charged: Vec::new(),
            amount,
            literal_at: literal.map(|literal| syntax.span(literal).start),
            loop_depth: self.loop_depth(node),
        });
    }

    /// Loops around a node, within its function.
    fn loop_depth(&self, node: NodeId) -> u32 {
        let enclosing = self.syntax.enclosing_loop(node);
        enclosing.and_then(|around| self.depths.get(&around)).copied().unwrap_or_default()
    }

    /// The expression inside the parentheses, and what is outside those around an expression.
    pub(super) fn outside(&self, node: NodeId) -> (NodeId, Option<NodeId>) {
        let (mut inner, mut parent) = (node, self.syntax.parent(node));
        while let Some(above) = parent.filter(|above| self.syntax.kind(*above) == Kind::ParenthesizedExpression) {
            (inner, parent) = (above, self.syntax.parent(above));
        }
        (inner, parent)
    }

    /// The predeclared function that is called here, such as `append`.
    pub(super) fn builtin(&self, function: NodeId) -> Option<&'static str> {
        const BUILTINS: [&str; 18] = [
            "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make", "max", "min", "new",
            "panic", "print", "println", "real", "recover",
        ];
        // Only a name is looked at: what is called may be as long as the file.
        let name = (self.bindings.of(function) == Reference::Predeclared).then(|| self.syntax.name(function))?;
        BUILTINS.iter().find(|builtin| **builtin == name).copied()
    }

    /// The nodes of an expression list, or the one node that stands for it.
    pub(super) fn listed(&self, list: Option<NodeId>) -> Vec<NodeId> {
        match list {
            Some(list) if self.syntax.kind(list) == Kind::ExpressionList => self.syntax.children(list).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        }
    }

    /// The token with this text among the children, or where the node begins.
    pub(super) fn token_at(&self, node: NodeId, texts: &[&[u8]]) -> usize {
        let syntax = self.syntax;
        let token = syntax
            .tokens(node)
            .find(|child| syntax.kind(*child) == Kind::Token && texts.contains(&syntax.text(*child)));
        syntax.span(token.unwrap_or(node)).start
    }

    /// The operator of an assignment and where it stands.
    pub(super) fn operator(&self, assignment: NodeId) -> Option<(&[u8], usize)> {
        let operator = self.syntax.child(assignment, Field::Operator);
        let operator = operator.or_else(|| {
            let token = |child: &NodeId| self.syntax.kind(*child) == Kind::Token;
            self.syntax.tokens(assignment).filter(token).find(|child| self.syntax.text(*child).ends_with(b"="))
        })?;
        Some((self.syntax.text(operator), self.syntax.span(operator).start))
    }
}

/// Whether a term may yet turn out to be something; `false` only where syntax says that it is not.
pub(super) fn may_be(of: &Term, fits: impl FnOnce(&Type) -> bool) -> bool {
    match of {
        Term::Is(Type::Unknown | Type::Named(..) | Type::Parameter(_)) => true,
        Term::Is(of) => fits(of),
        _ => true,
    }
}

/// What indexing gives, without a question where the type is known.
pub(super) fn element(of: &Term) -> Term {
    match of {
        Term::Is(Type::Slice(of) | Type::Array(_, of) | Type::Map(_, of) | Type::Chan(of)) => Term::Is((**of).clone()),
        Term::Is(Type::Unknown) => Term::UNKNOWN,
        of => Term::Element(Arc::new(of.clone())),
    }
}

/// The keys of a map, without a question where the type is known.
pub(super) fn key(of: &Term) -> Term {
    match of {
        Term::Is(Type::Map(key, _)) => Term::Is((**key).clone()),
        Term::Is(Type::Unknown) => Term::UNKNOWN,
        of => Term::RangeKey(Arc::new(of.clone())),
    }
}
