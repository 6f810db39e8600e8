//! Guards about channels that carry answers: one, or one of each goroutine.

use super::{Found, Judgement, binds};
use crate::go::bindings::{BindingId, BindingKind, Reference, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::scan::code::Code;

/// Whether the local channel is made without room, gets one value from a goroutine that its function starts, and is read by a
/// select alone, one that can go on without it: then nobody may ever take the value, and the goroutine waits for ever.
pub(super) fn may_stay_unread(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let binding = code.bindings.binding(variable);
    let without_room = binding.value.is_some_and(|value| is_made_without_room(value, code));
    if binding.kind != BindingKind::Local || !without_room || code.syntax.enclosing_loop(binding.declared).is_some() {
        return false;
    }
    let (mut sent, mut waited) = (0, 0);
    for using in code.bindings.uses(variable) {
        match code.syntax.parent(using.node) {
            Some(above) if code.syntax.kind(above) == Kind::SendStatement && sends_on(above, variable, code) => {
                if !is_sent_once_by_a_goroutine(above, code) {
                    return false;
                }
                sent += 1;
            }
            Some(above) if code.syntax.kind(above) == Kind::UnaryExpression && code.syntax.has_token(above, b"<-") => {
                if using.captured || !is_case_of_several(above, code) {
                    return false;
                }
                waited += 1;
            }
            _ => return false,
        }
    }
    sent > 0 && waited == 1
}

/// Whether the local channel is made without room, and goroutines that a loop of its function starts send it one value each, which
/// the function itself, or one more goroutine, takes. Binds the sends.
pub(super) fn gathered(node: NodeId, code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let binding = code.bindings.binding(variable);
    let without_room = binding.value.is_some_and(|value| is_made_without_room(value, code));
    if binding.kind != BindingKind::Local || !without_room {
        return false.into();
    }
    let mut sends = Vec::new();
    for using in code.bindings.uses(variable) {
        match code.syntax.parent(using.node) {
            Some(above) if code.syntax.kind(above) == Kind::SendStatement && sends_on(above, variable, code) => {
                if !is_sent_by_one_of_many(above, binding.declared, code) {
                    return false.into();
                }
                sends.push(Found::new(above));
            }
            // What becomes of a channel that others get, nobody knows; len and cap would see the difference.
            _ if matches!(using.kind, UseKind::Argument(call, _) if !closes(call, code)) => return false.into(),
            _ if matches!(using.kind, UseKind::Ranged(_) | UseKind::Argument(..)) => {}
            // Whoever else gets hold of it, by another variable or a field, may take the values too.
            Some(above) if code.syntax.kind(above) == Kind::UnaryExpression && code.syntax.has_token(above, b"<-") => {}
            _ => return false.into(),
        }
    }
    binds(sends)
}

/// Whether a send stands outside of loops and selects in a literal that a loop starts as a goroutine, within the channel's life.
fn is_sent_by_one_of_many(send: NodeId, declared: NodeId, code: &Code) -> bool {
    let Some(literal) = code.syntax.function(send) else { return false };
    let started = code.syntax.ancestors(literal).take(2).any(|above| code.syntax.kind(above) == Kind::GoStatement);
    let chosen = code
        .syntax
        .ancestors(send)
        .take_while(|above| *above != literal)
        .any(|above| code.syntax.kind(above) == Kind::CommunicationCase);
    let many = code.syntax.enclosing_loop(literal).is_some_and(|turning| !code.syntax.contains(turning, declared));
    started && !chosen && many && code.syntax.enclosing_loop(send).is_none()
}

fn closes(call: NodeId, code: &Code) -> bool {
    code.syntax.call(call).is_some_and(|call| {
        code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == b"close"
    })
}

fn is_made_without_room(value: NodeId, code: &Code) -> bool {
    code.syntax.call(code.syntax.unparenthesized(value)).is_some_and(|call| {
        code.bindings.of(call.function) == Reference::Predeclared
            && code.syntax.text(call.function) == b"make"
            && matches!(call.arguments.as_slice(), [of] if code.syntax.kind(*of) == Kind::ChannelType)
    })
}

fn sends_on(statement: NodeId, variable: BindingId, code: &Code) -> bool {
    code.syntax.child(statement, Field::Channel).is_some_and(|channel| code.variable(channel) == Some(variable))
}

/// Whether a send stands in a literal that is started as a goroutine, outside of loops and selects of it.
fn is_sent_once_by_a_goroutine(send: NodeId, code: &Code) -> bool {
    let Some(literal) = code.syntax.function(send) else { return false };
    let started = code.syntax.ancestors(literal).take(2).any(|above| code.syntax.kind(above) == Kind::GoStatement);
    let chosen = code
        .syntax
        .ancestors(send)
        .take_while(|above| *above != literal)
        .any(|above| code.syntax.kind(above) == Kind::CommunicationCase);
    started && !chosen && code.syntax.enclosing_loop(send).is_none() && code.syntax.enclosing_loop(literal).is_none()
}

/// Whether a receive is one of several cases of a select outside of loops.
fn is_case_of_several(receive: NodeId, code: &Code) -> bool {
    let case = code.syntax.ancestors(receive).find(|above| code.syntax.kind(*above) == Kind::CommunicationCase);
    let waits = case.is_some_and(|case| {
        code.syntax.child(case, Field::Communication).is_some_and(|waits| code.syntax.contains(waits, receive))
    });
    let select = case.and_then(|case| code.syntax.parent(case));
    waits
        && code.syntax.enclosing_loop(receive).is_none()
        && select.is_some_and(|select| {
            let cases = code
                .syntax
                .children(select)
                .filter(|child| matches!(code.syntax.kind(*child), Kind::CommunicationCase | Kind::DefaultCase));
            cases.count() > 1
        })
}
