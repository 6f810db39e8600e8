//! Guards that fixes ask before they move code: what evaluating it does, whether it means the same elsewhere, and whether
//! anybody can tell nil from empty.

use super::{Found, Judgement, binds};
use crate::go::bindings::{BindingId, BindingKind, Reference, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::{Callee, TypeClass, TypePattern};
use crate::scan::candidate::Text;
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::offer::{Effects, effects, own_effect};
use crate::scan::questions::Question;
use std::sync::Arc;

/// Whether evaluating it neither calls nor receives; `strictly`, whether it cannot panic either.
pub(super) fn is_free_of_effects(node: NodeId, strictly: bool, code: &Code) -> bool {
    effects(node, code) <= if strictly { Effects::None } else { Effects::Panics }
}

/// The loop around a node.
pub(super) fn loop_around(node: NodeId, code: &Code) -> Judgement {
    match code.syntax.enclosing_loop(node) {
        Some(turning) => binds(vec![Found::new(turning)]),
        None => false.into(),
    }
}

/// The statement that declares the local variable and nothing else: `x := v`, or `var x T` without parentheses.
pub(super) fn sole_declaration(node: NodeId, code: &Code) -> Judgement {
    let found = code.variable(node).and_then(|variable| {
        let declared = code.bindings.binding(variable).declared;
        let is_statement = |above: &NodeId| {
            code.syntax.parent(*above).is_some_and(|list| code.syntax.kind(list) == Kind::StatementList)
        };
        let statement = code.syntax.ancestors(declared).find(is_statement)?;
        let sole = match code.syntax.kind(statement) {
            Kind::ShortVarDeclaration => code.syntax.children(code.syntax.child(statement, Field::Left)?).count() == 1,
            Kind::VarDeclaration => {
                let mut specs = code.syntax.children(statement);
                let spec = specs.next()?;
                code.syntax.kind(spec) == Kind::VarSpec
                    && specs.next().is_none()
                    && !code.syntax.has_token(statement, b"(")
                    && code.syntax.children_in(spec, Field::Name).count() == 1
            }
            _ => false,
        };
        sole.then_some(statement)
    });
    match found {
        Some(statement) => binds(vec![Found::new(statement)]),
        None => false.into(),
    }
}

/// The type that the declaration of the local variable writes: of `var x T`, `x := T{}`, `x := make(T, 0)`, `x := T(nil)`.
pub(super) fn declared_type(node: NodeId, code: &Code) -> Judgement {
    let written = code.variable(node).and_then(|variable| {
        let binding = code.bindings.binding(variable);
        if binding.kind != BindingKind::Local || binding.index.is_some() {
            return None;
        }
        binding.written.or_else(|| type_of_value(binding.value?, code))
    });
    match written {
        Some(written) => binds(vec![Found::new(written)]),
        None => false.into(),
    }
}

fn type_of_value(value: NodeId, code: &Code) -> Option<NodeId> {
    let value = code.syntax.unparenthesized(value);
    match code.syntax.kind(value) {
        Kind::CompositeLiteral | Kind::TypeConversionExpression => code.syntax.child(value, Field::Type),
        Kind::CallExpression => {
            let call = code.syntax.call(value)?;
            let makes = code.bindings.of(call.function) == Reference::Predeclared
                && matches!(code.syntax.text(call.function), b"make" | b"new");
            call.arguments.first().copied().filter(|_| makes)
        }
        _ => None,
    }
}

/// The expression that gives the local variable its first value.
pub(super) fn declared_value(node: NodeId, code: &Code) -> Judgement {
    let value = code.variable(node).and_then(|variable| {
        let binding = code.bindings.binding(variable);
        binding.value.filter(|_| binding.kind == BindingKind::Local && binding.index.is_none())
    });
    match value {
        Some(value) => binds(vec![Found::new(value)]),
        None => false.into(),
    }
}

/// Whether `node` has the same value where `there` stands, further up: its names mean the same there, and nothing between the two
/// may change it.
pub(super) fn is_same_at(node: NodeId, there: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    if there >= node || syntax.function(there) != syntax.function(node) {
        return false;
    }
    if effects(node, code) == Effects::Calls || syntax.ancestors(node).nth(DEEPEST).is_some() {
        return false;
    }
    let (from, to) = between(node, there, code);
    let quiet = || is_quiet(from, to, code);
    let mut names = std::iter::once(node).chain(syntax.descendants(node));
    names.all(|part| match syntax.kind(part) {
        Kind::Identifier => match code.bindings.of(part) {
            Reference::Binding(variable) => {
                code.bindings.binding(variable).declared < there
                    && !syntax.contains(there, code.bindings.binding(variable).declared)
                    && (keeps_value(variable, from, to, code) && code.is_confined(variable) || quiet())
            }
            Reference::Package => quiet(),
            _ => true,
        },
        // What lies in a value may be changed through another name.
        Kind::SelectorExpression | Kind::IndexExpression | Kind::SliceExpression | Kind::UnaryExpression => quiet(),
        _ => true,
    })
}

/// Places with more nodes than this between them, or nested deeper, are not compared: every match would look at all of them.
const FARTHEST: usize = 2_000;
const DEEPEST: usize = 200;

/// The nodes that may run between the two: from behind `there` to the loop that `node` heads, or, where loops around `node` do
/// not hold `there`, to the end of the outermost. Of a loop around `node` what runs before it in the header is meant, or all.
fn between(node: NodeId, there: NodeId, code: &Code) -> (NodeId, NodeId) {
    let syntax = code.syntax;
    let heads = |above: &NodeId| syntax.kind(*above) == Kind::ForStatement;
    let headed = syntax.ancestors(node).find(heads).filter(|_| {
        syntax
            .ancestors(node)
            .take_while(|above| !heads(above))
            .any(|above| matches!(syntax.kind(above), Kind::RangeClause | Kind::ForClause))
            || syntax.parent(node).is_some_and(|above| heads(&above))
    });
    if syntax.contains(there, node) {
        return (there.following(), if headed == Some(there) { node } else { syntax.end(there) });
    }
    let around = syntax.ancestors(node).filter(|above| heads(above) && !syntax.contains(*above, there));
    let outermost = around.filter(|above| Some(*above) != headed).last();
    let to = match outermost {
        Some(outermost) => syntax.end(outermost),
        None => headed.unwrap_or(node),
    };
    (syntax.end(there), to)
}

/// Whether nothing between assigns the variable.
fn keeps_value(variable: BindingId, from: NodeId, to: NodeId, code: &Code) -> bool {
    !code.changes(variable).iter().any(|change| from <= *change && *change < to)
}

/// Whether nothing between calls anything or assigns anything.
fn is_quiet(from: NodeId, to: NodeId, code: &Code) -> bool {
    if to.index().saturating_sub(from.index()) > FARTHEST {
        return false;
    }
    let mut at = from;
    while at < to {
        let stirs = match code.syntax.kind(at) {
            Kind::AssignmentStatement
            | Kind::IncStatement
            | Kind::DecStatement
            | Kind::SendStatement
            | Kind::GoStatement
            | Kind::DeferStatement
            | Kind::ReceiveStatement
            | Kind::SelectStatement => true,
            Kind::CallExpression | Kind::UnaryExpression | Kind::TypeConversionExpression => {
                own_effect(at, code) == Effects::Calls
            }
            _ => false,
        };
        if stirs {
            return false;
        }
        at = at.following();
    }
    true
}

/// Whether a number of turns is surely not negative: a length, or an unsigned number. `text` is what stands for it.
pub(super) fn is_never_negative(node: NodeId, text: Option<&Text>, code: &Code) -> Condition {
    if matches!(text, Some(Text::Is(text)) if text.contains('-')) {
        return Condition::Fails;
    }
    if let Some(call) = code.syntax.call(node)
        && code.bindings.of(call.function) == Reference::Predeclared
        && matches!(code.syntax.text(call.function), b"len" | b"cap")
    {
        return Condition::Holds;
    }
    let mut kinds: Vec<TypePattern> =
        [TypeClass::Slice, TypeClass::Array, TypeClass::Map, TypeClass::Pointer].map(TypePattern::Class).to_vec();
    for name in ["string", "uint", "uint8", "uint16", "uint32", "uint64"] {
        kinds.extend(crate::go::types::Type::predeclared(name).map(TypePattern::Underlying));
    }
    match code.terms.type_of(node) {
        crate::go::types::Term::Is(crate::go::types::Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::TypeIs { of, any: kinds.into() }),
    }
}

/// Functions to which nil and empty are the same.
const EMPTY_IS_NIL: [&str; 12] = [
    "strings.Join",
    "bytes.Join",
    "sort.Strings",
    "sort.Ints",
    "sort.Float64s",
    "sort.Slice",
    "sort.SliceStable",
    "slices.Sort",
    "slices.SortFunc",
    "slices.SortStableFunc",
    "slices.Contains",
    "slices.Index",
];

/// Whether nobody can tell if the local variable is nil or empty: it is ranged over, indexed, measured, appended to, and handed to
/// functions for which there is no difference.
pub(super) fn is_nil_unseen(node: NodeId, code: &Code) -> Condition {
    let Some(variable) = code.variable(node) else { return Condition::Fails };
    let same: Arc<[Callee]> = EMPTY_IS_NIL.iter().map(|name| Callee::exactly(name)).collect();
    let mut all = Condition::Holds;
    for using in code.bindings.uses(variable) {
        let one = match using.kind {
            _ if using.captured => Condition::Fails,
            UseKind::AppendedToItself(_)
            | UseKind::SelfAppendOperand(_)
            | UseKind::Indexed
            | UseKind::IndexWritten
            | UseKind::Ranged(_) => Condition::Holds,
            UseKind::Argument(call, position) => match code.syntax.call(call) {
                Some(made) if code.bindings.of(made.function) == Reference::Predeclared => {
                    let name = code.syntax.text(made.function);
                    Condition::settled(
                        matches!(name, b"len" | b"cap" | b"copy" | b"clear" | b"delete")
                            || name == b"append" && position > 0 && made.spread,
                    )
                }
                _ => super::types::calls(call, &same, code),
            },
            _ => Condition::Fails,
        };
        all = all.and(one);
    }
    all
}

/// Whether a value of its type has one of these methods.
pub(super) fn has_method(node: NodeId, any: &[String], code: &Code) -> Condition {
    match code.terms.type_of(node) {
        crate::go::types::Term::Is(crate::go::types::Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::HasMethod { of, any: any.to_vec() }),
    }
}
