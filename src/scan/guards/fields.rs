//! Guards about fields of structs that a function has just made.

use crate::go::bindings::{BindingKind, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::scan::code::Code;

/// Whether the selector `x.f` is a field of a struct that its function has made and that holds nothing in f when the loop around it
/// starts, and whether the loop assigns f by one statement alone.
///
/// x is a local variable of type struct or pointer to one, declared without a value, by `new` or by a literal that does not mention
/// f. Before the loop, and in it, nothing but fields of x is used: whoever gets x could fill f.
pub(super) fn is_fresh(node: NodeId, code: &Code) -> bool {
    let parts = (code.syntax.child(node, Field::Operand), code.syntax.child(node, Field::Field));
    let (Some(operand), Some(field)) = parts else { return false };
    let (Some(variable), Some(turning)) = (code.variable(operand), code.syntax.enclosing_loop(node)) else {
        return false;
    };
    let binding = code.bindings.binding(variable);
    let made_here = binding.kind == BindingKind::Local
        && binding.index.is_none()
        && !code.syntax.contains(turning, binding.declared)
        && code.syntax.enclosing_loop(turning).is_none_or(|outer| code.syntax.contains(outer, binding.declared))
        && binding.value.is_none_or(|value| leaves_out(value, field, code));
    let end = code.syntax.end(turning);
    let statement = code.syntax.ancestors(node).find(|above| code.syntax.kind(*above) == Kind::AssignmentStatement);
    let is_this_field = |name: NodeId| code.syntax.text(name) == code.syntax.text(field);
    made_here
        && code.bindings.uses(variable).iter().take_while(|using| using.node < end).all(|using| match using.kind {
            _ if using.captured => false,
            UseKind::Member(name) if is_this_field(name) => using.node >= turning,
            UseKind::MemberWritten(name) if is_this_field(name) => {
                statement.is_some_and(|statement| code.syntax.contains(statement, using.node))
            }
            UseKind::Member(_) | UseKind::MemberWritten(_) => true,
            _ => false,
        })
}

/// Whether the value is `new(T)`, `T{...}` or `&T{...}`, and says nothing of this field.
fn leaves_out(value: NodeId, field: NodeId, code: &Code) -> bool {
    if let Some(call) = code.syntax.call(code.syntax.unparenthesized(value)) {
        return code.syntax.text(call.function) == b"new";
    }
    let literal = super::values::pointed_at(value, code);
    let body = code.syntax.child(literal, Field::Body).filter(|_| code.syntax.kind(literal) == Kind::CompositeLiteral);
    body.is_some_and(|body| {
        code.syntax.children(body).all(|element| {
            let key = code.syntax.child(element, Field::Key);
            code.syntax.kind(element) == Kind::KeyedElement
                && key.is_some_and(|key| code.syntax.text(key).trim_ascii() != code.syntax.text(field))
        })
    })
}
