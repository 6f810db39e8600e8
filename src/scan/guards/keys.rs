//! Guards about variables that are keys of maps.

use super::{Found, Judgement};
use crate::go::bindings::{Reference, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::{TypeClass, TypePattern};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use std::sync::Arc;

/// Whether every use of the local variable is the key of a look-up in a map (`m[x]`, not `m[x] = v`), and there are two or more: a
/// conversion that stands in one look-up is free already.
pub(super) fn is_only_looked_up(node: NodeId, code: &Code) -> Condition {
    keys(node, code).map_or(Condition::Fails, |keys| {
        if keys.kept == 0 && keys.looked_up > 1 { keys.are_of_maps } else { Condition::Fails }
    })
}

/// Whether every use of the local variable is the key of a map, and a map must keep it: `m[x] = v` stands among them.
/// Binds the maps.
pub(super) fn is_only_map_key(node: NodeId, code: &Code) -> Judgement {
    match keys(node, code) {
        Some(keys) if keys.kept > 0 => {
            Judgement { condition: keys.are_of_maps, binds: keys.maps.into_iter().map(Found::new).collect() }
        }
        _ => false.into(),
    }
}

/// The uses of a variable as an index.
struct Keys {
    kept: usize,
    looked_up: usize,
    are_of_maps: Condition,
    maps: Vec<NodeId>,
}

/// `None` where the variable is used in some other way, or by a literal that may run later.
fn keys(node: NodeId, code: &Code) -> Option<Keys> {
    let mut keys = Keys { kept: 0, looked_up: 0, are_of_maps: Condition::Holds, maps: Vec::new() };
    let map: Arc<[TypePattern]> = Arc::from([TypePattern::Class(TypeClass::Map)]);
    for using in code.bindings.uses(code.variable(node)?) {
        if using.captured {
            return None;
        }
        let above = code.syntax.parent(using.node)?;
        let indexes = code.syntax.kind(above) == Kind::IndexExpression && code.syntax.field(using.node) == Field::Index;
        let of = match using.kind {
            UseKind::Read if indexes => {
                if super::types::is_assigned(above, code) {
                    keys.kept += 1;
                } else {
                    keys.looked_up += 1;
                }
                code.syntax.child(above, Field::Operand)?
            }
            UseKind::Argument(call, 1) => {
                let call = code.syntax.call(call)?;
                let deletes = code.bindings.of(call.function) == Reference::Predeclared
                    && code.syntax.text(call.function) == b"delete";
                keys.looked_up += 1;
                *call.arguments.first().filter(|_| deletes)?
            }
            _ => return None,
        };
        keys.maps.push(of);
        keys.are_of_maps = keys.are_of_maps.and(super::types::is_of_type(of, &map, code));
    }
    Some(keys)
}
