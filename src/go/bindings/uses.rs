//! How each use of a binding uses it, by what directly surrounds it.
//!
//! Looks at a few ancestors of each identifier, and at positions that one pass over the lists wrote down.

use super::{Bindings, Reference, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use rustc_hash::FxHashMap;

/// By binding, in the order of the text.
pub(super) fn uses(syntax: &Syntax, bindings: &Bindings) -> Vec<Vec<Use>> {
    let mut lists = Lists { positions: FxHashMap::default(), appends: FxHashMap::default() };
    for id in syntax.ids() {
        match syntax.kind(id) {
            Kind::ArgumentList => lists.number(syntax, id),
            Kind::AssignmentStatement | Kind::ShortVarDeclaration => lists.note_appends(syntax, bindings, id),
            _ => {}
        }
    }
    let mut uses = vec![Vec::new(); bindings.bindings.len()];
    for node in syntax.ids() {
        let Reference::Binding(id) = bindings.of(node) else { continue };
        if bindings.declares(node) {
            continue;
        }
        let captured = syntax.function(node) != Some(bindings.binding(id).function);
        uses[id.index()].push(Use { node, kind: lists.kind(syntax, node), captured });
    }
    uses
}

struct Lists {
    /// Argument to its position.
    positions: FxHashMap<NodeId, u32>,
    /// Both identifiers of `x = append(x, ...)` to the call.
    appends: FxHashMap<NodeId, UseKind>,
}

impl Lists {
    fn number(&mut self, syntax: &Syntax, list: NodeId) {
        self.positions.extend(syntax.children(list).zip(0..));
    }

    fn note_appends(&mut self, syntax: &Syntax, bindings: &Bindings, id: NodeId) {
        if syntax.kind(id) == Kind::AssignmentStatement && !syntax.has_token(id, b"=") {
            return;
        }
        let sides = syntax.child(id, Field::Left).zip(syntax.child(id, Field::Right));
        let Some((left, right)) = sides else { return };
        for (left, right) in syntax.children(left).zip(syntax.children(right)) {
            let (left, right) = (syntax.unparenthesized(left), syntax.unparenthesized(right));
            let Reference::Binding(binding) = bindings.of(left) else { continue };
            if bindings.declares(left) || syntax.kind(right) != Kind::CallExpression {
                continue;
            }
            let Some(function) = syntax.child(right, Field::Function).map(|id| syntax.unparenthesized(id)) else {
                continue;
            };
            let append = bindings.of(function) == Reference::Predeclared && syntax.text(function) == b"append";
            let first = syntax.child(right, Field::Arguments).and_then(|list| syntax.children(list).next());
            let first = first.map(|first| syntax.unparenthesized(first));
            if let Some(first) = first.filter(|first| append && bindings.of(*first) == Reference::Binding(binding)) {
                self.appends.insert(left, UseKind::AppendedToItself(right));
                self.appends.insert(first, UseKind::SelfAppendOperand(right));
            }
        }
    }

    fn kind(&self, syntax: &Syntax, node: NodeId) -> UseKind {
        if let Some(kind) = self.appends.get(&node) {
            return *kind;
        }
        let (inner, parent) = outside(syntax, node);
        let Some(parent) = parent else { return UseKind::Read };
        match (syntax.kind(parent), syntax.field(inner)) {
            (Kind::SelectorExpression, Field::Operand) => self.member(syntax, parent, Field::Field),
            (Kind::QualifiedType, Field::Package) => self.member(syntax, parent, Field::Name),
            (Kind::IndexExpression, Field::Operand) => match fate(syntax, parent) {
                Fate::Written => UseKind::IndexWritten,
                Fate::Addressed => UseKind::AddressTaken,
                Fate::Other => UseKind::Indexed,
            },
            (Kind::GenericType, Field::Type) => UseKind::Indexed,
            (Kind::SliceExpression, Field::Operand) => UseKind::Sliced,
            (Kind::CallExpression, Field::Function) => UseKind::Called(parent),
            (Kind::ArgumentList | Kind::VariadicArgument, _) => match self.argument(syntax, inner) {
                Some((call, position)) => UseKind::Argument(call, position),
                None => UseKind::Read,
            },
            (Kind::TypeConversionExpression, Field::Operand) if syntax.call(parent).is_some() => {
                UseKind::Argument(parent, 0)
            }
            (Kind::UnaryExpression, _) if syntax.has_token(parent, b"&") => {
                match self.argument(syntax, outside(syntax, parent).0) {
                    Some((call, position)) => UseKind::AddressArgument(call, position),
                    None => UseKind::AddressTaken,
                }
            }
            (Kind::UnaryExpression, _) if syntax.has_token(parent, b"*") && fate(syntax, parent) == Fate::Written => {
                UseKind::PointeeWritten
            }
            (Kind::RangeClause, Field::Right) => UseKind::Ranged(syntax.parent(parent).unwrap_or(parent)),
            (Kind::ExpressionList, _) => match syntax.parent(parent) {
                Some(statement) if syntax.kind(statement) == Kind::ReturnStatement => UseKind::Returned(statement),
                _ if syntax.field(parent) == Field::Left => UseKind::Written,
                _ => UseKind::Read,
            },
            (Kind::IncStatement | Kind::DecStatement, _) => UseKind::Written,
            _ => UseKind::Read,
        }
    }

    fn member(&self, syntax: &Syntax, selector: NodeId, field: Field) -> UseKind {
        let Some(name) = syntax.child(selector, field) else { return UseKind::Read };
        let (inner, parent) = outside(syntax, selector);
        let called = parent.is_some_and(|parent| {
            syntax.kind(parent) == Kind::CallExpression && syntax.field(inner) == Field::Function
        });
        match fate(syntax, selector) {
            _ if called => UseKind::MethodCall(name),
            Fate::Written => UseKind::MemberWritten(name),
            Fate::Addressed => UseKind::AddressTaken,
            Fate::Other => UseKind::Member(name),
        }
    }

    /// The call that an expression is an argument of, and its position there.
    fn argument(&self, syntax: &Syntax, expression: NodeId) -> Option<(NodeId, u32)> {
        let parent = syntax.parent(expression)?;
        let listed = if syntax.kind(parent) == Kind::VariadicArgument { parent } else { expression };
        let position = self.positions.get(&listed)?;
        Some((syntax.parent(syntax.parent(listed)?)?, *position))
    }
}

/// What becomes of a variable, member or element at the end of a path of selectors and indexes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Written,
    Addressed,
    Other,
}

fn fate(syntax: &Syntax, expression: NodeId) -> Fate {
    let mut at = expression;
    while let (inner, Some(parent)) = outside(syntax, at) {
        match (syntax.kind(parent), syntax.field(inner)) {
            (Kind::SelectorExpression | Kind::IndexExpression, Field::Operand) => at = parent,
            (Kind::UnaryExpression, _) if syntax.has_token(parent, b"&") => return Fate::Addressed,
            (Kind::ExpressionList, _) if syntax.field(parent) == Field::Left => return Fate::Written,
            (Kind::IncStatement | Kind::DecStatement, _) => return Fate::Written,
            _ => return Fate::Other,
        }
    }
    Fate::Other
}

/// The outermost parenthesis around a node, and what that stands in.
fn outside(syntax: &Syntax, node: NodeId) -> (NodeId, Option<NodeId>) {
    let mut inner = node;
    let mut parent = syntax.parent(inner);
    while let Some(above) = parent.filter(|above| syntax.kind(*above) == Kind::ParenthesizedExpression) {
        (inner, parent) = (above, syntax.parent(above));
    }
    (inner, parent)
}
