//! Guards about variables that nothing keeps: what is made, filled, read and forgotten in one place.

use super::{Found, Judgement};
use crate::go::bindings::{BindingId, BindingKind, Reference, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::Callee;
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use std::sync::Arc;

/// Whether the local variable is filled and read in place: by its elements, its length and parts of it, by appending to itself, and
/// as argument of builtins that copy from or into it and of `calls`, which it binds. Nothing else gets hold of what it refers to.
pub(super) fn is_scratch(node: NodeId, calls: &Arc<[Callee]>, code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    if code.bindings.binding(variable).kind != BindingKind::Local {
        return false.into();
    }
    // What nobody reads is a slip, and has another cure.
    let is_read = |using: &Use| match using.kind {
        UseKind::IndexWritten | UseKind::Written => false,
        UseKind::Argument(call, 0) => !is_copied_into(call, code),
        _ => true,
    };
    if !code.bindings.uses(variable).iter().any(is_read) {
        return false.into();
    }
    let mut binds = Vec::new();
    let mut all = Condition::Holds;
    for using in code.bindings.uses(variable) {
        let harmless = match using.kind {
            _ if using.captured => Condition::Fails,
            UseKind::Indexed
            | UseKind::IndexWritten
            | UseKind::Ranged(_)
            | UseKind::Written
            | UseKind::AppendedToItself(_)
            | UseKind::SelfAppendOperand(_) => Condition::Holds,
            UseKind::Read | UseKind::Sliced | UseKind::Argument(..) => {
                passes(using.node, variable, calls, code, &mut binds)
            }
            _ => Condition::Fails,
        };
        all = all.and(harmless);
        if all == Condition::Fails {
            break;
        }
    }
    Judgement { condition: all, binds }
}

fn is_copied_into(call: NodeId, code: &Code) -> bool {
    code.syntax.call(call).is_some_and(|call| {
        code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == b"copy"
    })
}

/// Whether the value at a node, or a part of it, goes nowhere where it could stay.
fn passes(node: NodeId, variable: BindingId, calls: &Arc<[Callee]>, code: &Code, bound: &mut Vec<Found>) -> Condition {
    let mut child = node;
    for above in code.syntax.ancestors(node) {
        let field = code.syntax.field(child);
        match code.syntax.kind(above) {
            Kind::ParenthesizedExpression | Kind::VariadicArgument => {}
            Kind::SliceExpression if field == Field::Operand => {}
            // A bound of a slice or an index is a number.
            Kind::SliceExpression | Kind::IndexExpression | Kind::RangeClause => return Condition::Holds,
            Kind::BinaryExpression => return Condition::Holds,
            Kind::ArgumentList => {}
            Kind::CallExpression => {
                let taken = is_taken_by(above, child, node, calls, code);
                bound.push(Found::under(above, taken.clone()));
                return taken;
            }
            Kind::ExpressionList => {
                // `x = x[:n]`: what it refers to stays its own.
                let statement = code.syntax.parent(above);
                let left = statement.and_then(|statement| code.syntax.child(statement, Field::Left));
                let targets: Vec<NodeId> = left.into_iter().flat_map(|left| code.syntax.children(left)).collect();
                let own = matches!(targets.as_slice(), [target] if code.variable(*target) == Some(variable));
                return Condition::settled(own);
            }
            _ => return Condition::Fails,
        }
        child = above;
    }
    Condition::Fails
}

/// Whether a call only looks at its argument or fills it.
fn is_taken_by(call: NodeId, arguments: NodeId, node: NodeId, calls: &Arc<[Callee]>, code: &Code) -> Condition {
    let Some(parts) = code.syntax.call(call) else { return Condition::Fails };
    if code.syntax.kind(arguments) != Kind::ArgumentList {
        return Condition::Fails;
    }
    if code.bindings.of(parts.function) != Reference::Predeclared {
        return if calls.is_empty() { Condition::Fails } else { super::types::calls(call, calls, code) };
    }
    let position = parts.arguments.iter().position(|argument| code.syntax.contains(*argument, node));
    Condition::settled(match code.syntax.text(parts.function) {
        b"len" | b"cap" | b"copy" | b"clear" | b"delete" | b"string" | b"print" | b"println" => true,
        b"append" => parts.spread && position.is_some_and(|position| position > 0),
        _ => false,
    })
}

/// Whether the address of the local variable goes to calls of these and nowhere else.
pub(super) fn lends_to(node: NodeId, calls: &Arc<[Callee]>, code: &Code) -> Condition {
    let Some(variable) = code.variable(node) else { return Condition::Fails };
    let mut all = Condition::Fails;
    for using in code.bindings.uses(variable) {
        match using.kind {
            UseKind::AddressArgument(call, _) if !using.captured => {
                let lent = super::types::calls(call, calls, code);
                all = if all == Condition::Fails { lent } else { all.and(lent) };
                if all == Condition::Fails {
                    return all;
                }
            }
            UseKind::AddressTaken | UseKind::AddressArgument(..) => return Condition::Fails,
            _ if using.captured => return Condition::Fails,
            _ => {}
        }
    }
    all
}

/// Whether the composite literal has at least so many elements.
pub(super) fn has_elements(literal: NodeId, least: u64, code: &Code) -> bool {
    let body = code.syntax.child(literal, Field::Body).filter(|_| code.syntax.kind(literal) == Kind::CompositeLiteral);
    let elements = body.into_iter().flat_map(|body| code.syntax.children(body));
    let counted =
        elements.filter(|element| matches!(code.syntax.kind(*element), Kind::KeyedElement | Kind::LiteralElement));
    counted.take(usize::try_from(least).unwrap_or(usize::MAX)).count() as u64 == least
}

/// Whether an element of the local variable is assigned on the turns of a loop that does not hold its declaration.
pub(super) fn is_filled_in_loop(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let declared = code.bindings.binding(variable).declared;
    code.bindings.uses(variable).iter().any(|using| {
        let turning = code.syntax.enclosing_loop(using.node);
        using.kind == UseKind::IndexWritten && turning.is_some_and(|turning| !code.syntax.contains(turning, declared))
    })
}

/// Whether neither the local variable nor a part of it is assigned, and no method is called on it, which may do so.
pub(super) fn is_never_altered(node: NodeId, code: &Code) -> bool {
    code.variable(node).is_some_and(|variable| {
        code.bindings.uses(variable).iter().all(|using| {
            !matches!(
                using.kind,
                UseKind::Written
                    | UseKind::MemberWritten(_)
                    | UseKind::IndexWritten
                    | UseKind::AppendedToItself(_)
                    | UseKind::MethodCall(_)
            )
        })
    })
}
