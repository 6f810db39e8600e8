//! Guards about memory that Go does not check: lengths that reach past what lies behind a pointer.

use crate::go::bindings::Reference;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Package, Term, Type};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;

/// Whether the call that takes `pointer` first and a constant length second makes a slice or string over more elements than
/// the variable behind the pointer has.
pub(super) fn reaches_beyond(pointer: NodeId, code: &Code) -> Condition {
    let call = code.syntax.ancestors(pointer).find_map(|above| code.syntax.call(above));
    let Some(length) = call.and_then(|call| code.integer(*call.arguments.get(1)?)) else { return Condition::Unknown };
    let Some(target) = target_of(pointer, code) else { return Condition::Unknown };
    let Target { of, element, read_as } = target;
    Condition::ask(Question::PointsAt { of, element, read_as, length })
}

/// What a pointer expression points at, as far as it is written out.
struct Target {
    of: Term,
    element: Option<u64>,
    read_as: Option<Type>,
}

fn target_of(pointer: NodeId, code: &Code) -> Option<Target> {
    let syntax = code.syntax;
    let mut node = syntax.unparenthesized(pointer);
    let mut read_as = None;
    loop {
        if syntax.kind(node) == Kind::UnaryExpression && syntax.has_token(node, b"&") {
            break;
        }
        // `(*T)(p)` reads p as a pointer to T; `unsafe.Pointer(p)` keeps it.
        let conversion = syntax.conversion(node)?;
        match code.terms.type_node(conversion.to) {
            Type::Pointer(to) if read_as.is_none() => read_as = Some((*to).clone()),
            _ if is_unsafe_pointer(conversion.to, code) => {}
            _ => return None,
        }
        node = syntax.unparenthesized(conversion.operand);
    }
    let operand = syntax.unparenthesized(syntax.child(node, Field::Operand)?);
    if syntax.kind(operand) == Kind::IndexExpression {
        let array = syntax.child(operand, Field::Operand)?;
        let element = code.integer(syntax.child(operand, Field::Index)?)?;
        return Some(Target { of: code.terms.type_of(array), element: Some(element), read_as });
    }
    // The address of a literal or of anything without a name is not what this guard is about.
    code.root_variable(operand)?;
    Some(Target { of: code.terms.type_of(operand), element: None, read_as })
}

fn is_unsafe_pointer(function: NodeId, code: &Code) -> bool {
    match code.terms.type_of(function) {
        Term::Value(Package::Path(path), name) => &*path == "unsafe" && &*name == "Pointer",
        _ => {
            let operand = code.syntax.child(function, Field::Operand);
            code.syntax.text(function) == b"unsafe.Pointer"
                && operand.is_some_and(|package| matches!(code.bindings.of(package), Reference::Imported(_)))
        }
    }
}
