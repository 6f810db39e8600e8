//! Guards about what Go's allocator makes of a size: fields whose order costs memory, and lengths just above a size class.

use crate::go::bindings::Reference;
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

/// Whether it is `make([]T, n)` with a constant size of which Go rounds up at least so many percent.
pub(super) fn is_rounded_up(node: NodeId, percent: u64, code: &Code) -> Condition {
    let Some(call) = code.syntax.call(node) else { return Condition::Fails };
    let makes = code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == b"make";
    let size = call.arguments.get(1..).and_then(<[NodeId]>::last).filter(|_| makes);
    let Some(length) = size.and_then(|size| code.terms.integer(*size)) else { return Condition::Fails };
    match code.terms.type_of(node) {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::RoundedUp { of, length, percent }),
    }
}
