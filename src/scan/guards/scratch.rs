//! Guards about variables that nothing keeps: what is made, filled, read and forgotten in one place.

use crate::go::bindings::{BindingId, BindingKind, Reference, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::Callee;
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use std::sync::Arc;

/// Whether the local variable is filled and read in place: by its elements, its length and parts of it, by appending to itself, and
/// as argument of builtins that copy from or into it and of `calls`. Nothing else gets hold of what it refers to.
pub(super) fn is_scratch(node: NodeId, calls: &Arc<[Callee]>, code: &Code) -> Condition {
    let Some(variable) = code.variable(node) else { return Condition::Fails };
    if code.bindings.binding(variable).kind != BindingKind::Local {
        return Condition::Fails;
    }
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
            UseKind::Read | UseKind::Sliced | UseKind::Argument(..) => passes(using.node, variable, calls, code),
            _ => Condition::Fails,
        };
        all = all.and(harmless);
        if all == Condition::Fails {
            break;
        }
    }
    all
}

/// Whether the value at a node, or a part of it, goes nowhere where it could stay.
fn passes(node: NodeId, variable: BindingId, calls: &Arc<[Callee]>, code: &Code) -> Condition {
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
            Kind::CallExpression => return is_taken_by(above, child, node, calls, code),
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

/// Whether every use of the local variable is the key of a look-up in a map (`m[x]`, not `m[x] = v`), and there are two or more: a
/// conversion that stands in one look-up is free already.
pub(super) fn is_only_looked_up(node: NodeId, code: &Code) -> Condition {
    let Some(variable) = code.variable(node) else { return Condition::Fails };
    let uses = code.bindings.uses(variable);
    let mut all = Condition::settled(uses.len() > 1);
    for using in uses {
        let element = code.syntax.parent(using.node).filter(|above| {
            code.syntax.kind(*above) == Kind::IndexExpression && code.syntax.field(using.node) == Field::Index
        });
        let looked_up = match element {
            Some(element) if !using.captured && !super::types::is_assigned(element, code) => {
                let map: Arc<[_]> = Arc::from([crate::rule::TypePattern::Class(crate::rule::TypeClass::Map)]);
                let operand = code.syntax.child(element, Field::Operand);
                operand.map_or(Condition::Fails, |operand| super::types::is_of_type(operand, &map, code))
            }
            _ => Condition::Fails,
        };
        all = all.and(looked_up);
        if all == Condition::Fails {
            break;
        }
    }
    all
}
