//! Guards about calls that copy what they pass.

use super::types::is_of_type;
use super::{Found, Judgement, binds, loops};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{Call, NodeId};
use crate::rule::{TypeClass, TypePattern};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;

/// Whether the turns of the loop with this body call functions that take at least so many bytes by value and only read them, with
/// something that has an address. Binds the calls.
pub(super) fn copies_for_calls(body: NodeId, bytes: u64, code: &Code) -> Judgement {
    let Some(turning) = code.syntax.parent(body) else { return false.into() };
    let calls = code.syntax.descendants(body).filter(|node| code.syntax.kind(*node) == Kind::CallExpression);
    let calls = calls.filter(|call| {
        let above = code.syntax.parent(*call).map(|above| code.syntax.kind(above));
        !matches!(above, Some(Kind::GoStatement | Kind::DeferStatement))
            && code.syntax.enclosing_loop(*call) == Some(turning)
            && loops::runs_each_turn(*call, code)
    });
    let found = calls.filter_map(|node| {
        let condition = copies(&code.syntax.call(node)?, bytes, code);
        (condition != Condition::Fails).then(|| Found::under(node, condition))
    });
    binds(found.collect())
}

/// Whether an argument of the call, or what the method is called on, is copied to be read.
fn copies(call: &Call, bytes: u64, code: &Code) -> Condition {
    let function = code.terms.type_of(call.function);
    let ask = |position| Condition::ask(Question::OnlyReads { function: function.clone(), position, bytes });
    let arguments = call.arguments.iter().enumerate().filter(|_| !call.spread);
    let mut all: Vec<Condition> = arguments
        .map(|(position, argument)| (Some(position), *argument))
        .chain(receiver(call, code).map(|receiver| (None, receiver)))
        .map(|(position, value)| match has_address(value, code) {
            Condition::Fails => Condition::Fails,
            address => address.and(ask(position)),
        })
        .collect();
    // One that holds is enough, whatever nobody knows of the others.
    all.retain(|one| *one != Condition::Fails);
    Condition::any(all)
}

fn receiver(call: &Call, code: &Code) -> Option<NodeId> {
    let selector = code.syntax.kind(call.function) == Kind::SelectorExpression;
    code.syntax.child(call.function, Field::Operand).filter(|_| selector)
}

/// Whether it is a variable or a part of one, so that there is something to point at: no element of a map, and nothing that is made for
/// the call.
fn has_address(value: NodeId, code: &Code) -> Condition {
    let syntax = code.syntax;
    let mut value = syntax.unparenthesized(value);
    loop {
        let operand = syntax.child(value, Field::Operand);
        match (syntax.kind(value), operand) {
            (Kind::Identifier, _) => return Condition::Holds,
            (Kind::SelectorExpression, Some(operand)) => value = syntax.unparenthesized(operand),
            (Kind::UnaryExpression, _) => return Condition::settled(syntax.has_token(value, b"*")),
            (Kind::IndexExpression, Some(operand)) => {
                return is_of_type(operand, &[TypePattern::Class(TypeClass::Map)].into(), code).negated();
            }
            _ => return Condition::Fails,
        }
    }
}
