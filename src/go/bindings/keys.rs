//! Keys of composite literals: `x` of `T{x: 1}` is a field, of `map[string]int{x: 1}` a variable.
//!
//! Only what the literal's type says as written counts; what a type's name stands for is not asked.

use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};

/// Literals deeper than this within literals without types are not asked what their keys are.
const MOST_ELIDED: u32 = 16;

/// The keys of a literal's body that are mere identifiers.
pub(super) fn possible_fields(syntax: &Syntax, body: NodeId) -> impl Iterator<Item = NodeId> {
    let keyed = syntax.children(body).filter(|element| syntax.kind(*element) == Kind::KeyedElement);
    let key = |element| syntax.child(element, Field::Key).and_then(|key| syntax.children(key).next());
    keyed.filter_map(key).filter(|key| syntax.kind(*key) == Kind::Identifier)
}

/// Whether the literal that this key stands in is written as a map, a slice or an array.
pub(super) fn indexes_syntactically(syntax: &Syntax, key: NodeId) -> bool {
    // key, literal element, keyed element, literal value
    let Some(mut value) = syntax.ancestors(key).nth(2) else { return false };
    let mut elided = 0_u32;
    // A literal without its own type has its type from the elements of the one around it.
    let written = loop {
        let Some(parent) = syntax.parent(value) else { return false };
        match syntax.kind(parent) {
            Kind::CompositeLiteral => break syntax.child(parent, Field::Type),
            Kind::LiteralElement if syntax.field(parent) == Field::Key || elided > MOST_ELIDED => return false,
            Kind::LiteralElement => {
                let outer = syntax.ancestors(parent).find(|above| syntax.kind(*above) == Kind::LiteralValue);
                let Some(outer) = outer else { return false };
                (value, elided) = (outer, elided + 1);
            }
            _ => return false,
        }
    };
    let mut written = written;
    for _ in 0..elided {
        written = written.and_then(|of| syntax.child(of, Field::Element).or_else(|| syntax.child(of, Field::Value)));
    }
    let indexed = |of| {
        matches!(syntax.kind(of), Kind::MapType | Kind::SliceType | Kind::ArrayType | Kind::ImplicitLengthArrayType)
    };
    written.is_some_and(indexed)
}
