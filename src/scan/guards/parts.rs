//! Guards about which parts of a variable are used, and about values that an expression surely has.

use super::{Found, Judgement};
use crate::go::bindings::{BindingId, BindingKind, Reference, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::scan::code::Code;
use crate::scan::condition::Condition;

/// Whether the local variable is used for these elements alone. `indexes` are texts without blanks, in which `x` stands for
/// the variable; `len` allows its length too. Binds the elements.
pub(super) fn is_indexed_by(node: NodeId, indexes: &[String], code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let uses = code.bindings.uses(variable);
    let fits = |using: &Use| match using.kind {
        UseKind::Indexed => {
            let index = index_of(using.node, code).map(|index| normal(index, variable, code));
            index.is_some_and(|index| indexes.contains(&index)) || is_inside_index(using.node, variable, code)
        }
        UseKind::Argument(call, 0) => {
            is_length(call, code)
                && (indexes.iter().any(|index| index == "len") || is_inside_index(using.node, variable, code))
        }
        _ => false,
    };
    if code.bindings.binding(variable).kind != BindingKind::Local || uses.is_empty() || !uses.iter().all(fits) {
        return false.into();
    }
    let elements =
        uses.iter().filter(|using| using.kind == UseKind::Indexed && !is_inside_index(using.node, variable, code));
    let binds = elements.filter_map(|using| code.syntax.parent(using.node)).map(Found::new).collect();
    Judgement { condition: Condition::Holds, binds }
}

/// The index of the element of this operand.
fn index_of(operand: NodeId, code: &Code) -> Option<NodeId> {
    let above = code.syntax.parent(operand)?;
    let indexes =
        code.syntax.kind(above) == Kind::IndexExpression && code.syntax.child(above, Field::Operand) == Some(operand);
    code.syntax.child(above, Field::Index).filter(|_| indexes)
}

fn is_length(call: NodeId, code: &Code) -> bool {
    code.syntax.call(call).is_some_and(|call| {
        code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == b"len"
    })
}

/// Parts of an expression beyond this are not looked at.
const MOST_PARTS: usize = 32;

/// Whether it stands in the index of an element of the same variable, as in `x[len(x)-1]`.
fn is_inside_index(node: NodeId, variable: BindingId, code: &Code) -> bool {
    code.syntax.ancestors(node).take(MOST_PARTS).any(|above| {
        code.syntax.kind(above) == Kind::IndexExpression
            && code.syntax.child(above, Field::Operand).and_then(|operand| code.variable(operand)) == Some(variable)
            && code.syntax.child(above, Field::Index).is_some_and(|index| code.syntax.contains(index, node))
    })
}

/// The text of an index without blanks, and with `x` for the variable.
fn normal(index: NodeId, variable: BindingId, code: &Code) -> String {
    let parts = std::iter::once(index).chain(code.syntax.descendants(index)).take(MOST_PARTS);
    let names: Vec<_> =
        parts.filter(|part| code.variable(*part) == Some(variable)).map(|part| code.syntax.span(part)).collect();
    let span = code.syntax.span(index);
    let mut text = String::new();
    let mut at = span.start;
    for name in names {
        text.push_str(&String::from_utf8_lossy(code.syntax.source(at..name.start)));
        text.push('x');
        at = name.end;
    }
    text.push_str(&String::from_utf8_lossy(code.syntax.source(at..span.end)));
    text.retain(|character| !character.is_whitespace());
    text
}

/// Whether it is handed on with `...`, be it the expression or the argument with its dots.
pub(super) fn is_spread(node: NodeId, code: &Code) -> bool {
    let is_variadic = |node: NodeId| code.syntax.kind(node) == Kind::VariadicArgument;
    is_variadic(node) || code.syntax.parent(node).is_some_and(is_variadic)
}

/// Whether the only thing that happens to the local variable is one loop over it that does not ask for indexes.
pub(super) fn is_ranged_once(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let [using] = code.bindings.uses(variable) else { return false };
    let UseKind::Ranged(turning) = using.kind else { return false };
    code.bindings.binding(variable).kind == BindingKind::Local
        && !using.captured
        && code.syntax.enclosing_loop(turning) == code.syntax.enclosing_loop(code.bindings.binding(variable).declared)
        && code.syntax.children(turning).next().is_some_and(|clause| {
            let targets = code.syntax.child(clause, Field::Left);
            targets.is_none_or(|targets| {
                code.syntax.children(targets).next().map(|key| code.syntax.text(key)) == Some(b"_")
            })
        })
}

/// Whether the expression has the same value on every turn of the loop around it: literals and local variables that the loop
/// leaves alone, at least one variable among them, and no calls but conversions and `len`.
pub(super) fn is_same_each_turn(node: NodeId, code: &Code) -> bool {
    let parts: Vec<NodeId> = std::iter::once(node).chain(code.syntax.descendants(node)).take(MOST_PARTS + 1).collect();
    let mut variables = 0;
    let steady = |part: NodeId| match code.syntax.kind(part) {
        Kind::FuncLiteral | Kind::CompositeLiteral | Kind::TypeAssertionExpression | Kind::IndexExpression => false,
        Kind::SelectorExpression => matches!(
            code.syntax.child(part, Field::Operand).map(|operand| code.bindings.of(operand)),
            Some(Reference::Imported(_))
        ),
        Kind::CallExpression => code.syntax.call(part).is_some_and(|call| {
            code.bindings.of(call.function) == Reference::Predeclared
                && matches!(code.syntax.text(call.function), b"len" | b"string" | b"byte" | b"int")
        }),
        Kind::UnaryExpression => !code.syntax.has_token(part, b"<-") && !code.syntax.has_token(part, b"*"),
        Kind::Identifier => match code.bindings.of(part) {
            Reference::Binding(_) => super::loops::is_unchanged(part, code),
            Reference::Package => false,
            _ => true,
        },
        _ => true,
    };
    for part in &parts {
        if !steady(*part) {
            return false;
        }
        variables += usize::from(code.syntax.kind(*part) == Kind::Identifier && code.variable(*part).is_some());
    }
    parts.len() <= MOST_PARTS && variables > 0
}

/// Blocks around a node that are looked at for a comparison with nil.
const MOST_BLOCKS: usize = 64;

/// Whether an `if x != nil` around it has just seen that the variable is not nil, and nothing in between assigns it.
pub(super) fn is_known_not_nil(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let changes = code.changes(variable);
    let mut child = node;
    for above in code.syntax.ancestors(node).take(MOST_BLOCKS) {
        if matches!(code.syntax.kind(above), Kind::FuncLiteral | Kind::FunctionDeclaration) {
            return false;
        }
        let seen = code.syntax.kind(above) == Kind::IfStatement
            && code.syntax.child(above, Field::Consequence) == Some(child)
            && code
                .syntax
                .child(above, Field::Condition)
                .is_some_and(|condition| rules_out_nil(condition, variable, code));
        if seen {
            return !changes.iter().any(|change| code.syntax.contains(child, *change));
        }
        child = above;
    }
    false
}

/// Whether the condition holds only if the variable is not nil: `x != nil`, alone or with `&&`.
fn rules_out_nil(condition: NodeId, variable: BindingId, code: &Code) -> bool {
    let mut open = vec![condition];
    for _ in 0..MOST_PARTS {
        let Some(part) = open.pop() else { return false };
        let part = code.syntax.unparenthesized(part);
        if code.syntax.kind(part) != Kind::BinaryExpression {
            continue;
        }
        let (left, right) = (code.syntax.child(part, Field::Left), code.syntax.child(part, Field::Right));
        match code.syntax.child(part, Field::Operator).map(|operator| code.syntax.text(operator)) {
            Some(b"&&") => open.extend(left.into_iter().chain(right)),
            Some(b"!=") => {
                let is_nil = right.is_some_and(|right| code.syntax.kind(right) == Kind::Nil);
                if is_nil && left.and_then(|left| code.variable(left)) == Some(variable) {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}
