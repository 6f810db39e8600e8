//! Guards about what Go makes of a size: fields whose order costs memory, lengths just above a size class, and slices for which the
//! stack has room.

use crate::go::bindings::{BindingKind, Reference};
use crate::go::syntax::NodeId;
use crate::go::types::{Term, Type};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;

/// Whether the struct that the expression holds, points at, or has as elements would take less memory with its fields in another
/// order.
pub(super) fn is_padded(node: NodeId, code: &Code) -> Condition {
    match code.terms.type_of(node) {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::Padded { of }),
    }
}

/// A slice of a size that the compiler does not know, but that nobody keeps, has room for so many bytes on the stack.
const ON_THE_STACK: u64 = 32;

/// Whether it is `make([]T, n)` for which that room is enough, by a size that is constant or that a local variable keeps.
pub(super) fn fits_the_stack(node: NodeId, code: &Code) -> Condition {
    let length = made_size(node, code).and_then(|size| kept_integer(size, code));
    match (length, code.terms.type_of(node)) {
        (None, _) => Condition::Fails,
        (Some(0), _) => Condition::Holds,
        (Some(length), _) if length > ON_THE_STACK => Condition::Fails,
        (Some(_), Term::Is(Type::Unknown)) => Condition::Unknown,
        (Some(length), of) => {
            let bytes = ON_THE_STACK / length + 1;
            Condition::ask(Question::TakesAtLeast { of: Term::Element(of.into()), bytes }).negated()
        }
    }
}

/// The last argument of `make([]T, n)` or `make([]T, 0, n)`.
fn made_size(node: NodeId, code: &Code) -> Option<NodeId> {
    let call = code.syntax.call(node)?;
    let makes = code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == b"make";
    call.arguments.get(1..).and_then(<[NodeId]>::last).copied().filter(|_| makes)
}

/// The value of an integer constant, or of a local variable that is declared with one and keeps it.
fn kept_integer(node: NodeId, code: &Code) -> Option<u64> {
    code.terms.integer(node).or_else(|| {
        let variable = code.variable(node).filter(|variable| code.is_kept(*variable))?;
        let binding = code.bindings.binding(variable);
        let declared = binding.kind == BindingKind::Local && binding.index.is_none();
        code.terms.integer(binding.value.filter(|_| declared)?)
    })
}

/// Whether it is `make([]T, n)` with a constant size of which Go rounds up at least so many percent.
pub(super) fn is_rounded_up(node: NodeId, percent: u64, code: &Code) -> Condition {
    let Some(length) = made_size(node, code).and_then(|size| code.terms.integer(size)) else { return Condition::Fails };
    match code.terms.type_of(node) {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::RoundedUp { of, length, percent }),
    }
}
