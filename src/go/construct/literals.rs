//! Composite literals, with and without their own type.

use super::condition::{Class, Condition};
use super::finder::{Finder, element, key, may_be};
use super::{AlsoCharged, Amount, ConstructKind};
use crate::go::charge::anchor;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Place, Term, Type};
use std::sync::Arc;

/// Literals deeper than this in literals without their own type are not asked what they are.
const MOST_ELIDED: u32 = 16;

/// Go adds so many entries of a map literal one by one, each charged to its own line; more are added in a loop.
const MOST_SINGLE_ENTRIES: usize = 25;

/// One value of a literal.
pub(super) struct Part {
    pub(super) key: Option<NodeId>,
    pub(super) value: NodeId,
    /// The type that it is stored as.
    pub(super) into: Term,
}

impl Finder<'_, '_> {
    /// `T{...}`, `&T{...}`
    pub(super) fn composite_literal(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let (Some(written), Some(body)) = (syntax.child(id, Field::Type), syntax.child(id, Field::Body)) else {
            return;
        };
        let of = Term::Is(self.terms.type_node(written));
        let parent = self.outside(id).1;
        let addressed =
            parent.filter(|parent| syntax.kind(*parent) == Kind::UnaryExpression && syntax.has_token(*parent, b"&"));
        if let Some(addressed) = addressed {
            self.add(ConstructKind::AddressedLiteral, addressed, Amount::One(of.clone()), Vec::new());
        }
        self.backing(id, body, &of);
        self.elided.insert(body, (of, 0));
    }

    /// The braces of a literal whose type is known: their own, or what the braces around them want there.
    pub(super) fn literal_value(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let Some((of, depth)) = self.elided.get(&id).cloned() else { return };
        for part in self.parts(&of, id) {
            if let Some(before) = part.key {
                // A mere name may be a field.
                match (syntax.kind(before), &of) {
                    (Kind::Identifier, Term::Is(Type::Map(..))) => self.stored(before, key(&of)),
                    (Kind::Identifier, _) => {
                        let map = Condition::Surely(Box::new(Condition::Is(of.clone(), Class::Map)));
                        self.stored_if(before, key(&of), vec![map]);
                    }
                    _ => self.placed(before, key(&of), depth),
                }
            }
            self.placed(part.value, part.into, depth);
        }
    }

    /// The keys and values between the braces of a literal of this type, and what each value is stored as.
    pub(super) fn parts(&self, of: &Term, body: NodeId) -> Vec<Part> {
        let syntax = self.syntax;
        let part = |(index, one)| {
            let of_field = |field| syntax.child(one, field).and_then(|part| syntax.children(part).next());
            let keyed = syntax.kind(one) == Kind::KeyedElement;
            let key = if keyed { of_field(Field::Key) } else { None };
            let value = if keyed { of_field(Field::Value) } else { syntax.children(one).next() };
            let into = match key.filter(|key| syntax.kind(*key) == Kind::Identifier) {
                Some(key) => placed(of, Place::Name(syntax.name(key).into())),
                None if keyed => element(of),
                None => placed(of, Place::Index(index)),
            };
            Some(Part { key, value: value?, into })
        };
        (0..).zip(syntax.children(body)).filter_map(part).collect()
    }

    /// A key or value of a literal: stored there, or braces of that type.
    fn placed(&mut self, value: NodeId, into: Term, depth: u32) {
        if self.syntax.kind(value) != Kind::LiteralValue {
            return self.stored(value, into);
        }
        if depth >= MOST_ELIDED {
            return;
        }
        // Braces are a literal of the element's type, or the address of one of what that points to.
        if may_be(&into, |into| matches!(into, Type::Pointer(_))) {
            let pointed = match &into {
                Term::Is(Type::Pointer(pointed)) => Term::Is((**pointed).clone()),
                into => Term::Pointee(Arc::new(into.clone())),
            };
            let conditions = open(&into, Class::Pointer);
            self.add(ConstructKind::AddressedLiteral, value, Amount::One(pointed.clone()), conditions);
        }
        let of = match into {
            Term::Is(Type::Pointer(pointed)) => Term::Is((*pointed).clone()),
            into => into,
        };
        self.backing(value, value, &of);
        self.elided.insert(value, (of, depth + 1));
    }

    /// What a literal of a slice or a map is made of.
    fn backing(&mut self, node: NodeId, body: NodeId, of: &Term) {
        let syntax = self.syntax;
        let elements = syntax.children(body).count();
        let at = syntax.span(body).start;
        if elements > 0 && may_be(of, |of| matches!(of, Type::Slice(_))) {
            let keyed = syntax.children(body).any(|one| syntax.kind(one) == Kind::KeyedElement);
            let count = (!keyed).then_some(elements as u64);
            let amount = Amount::Elements { of: element(of), count, grows: false };
            let conditions = open(of, Class::Slice);
            self.add_at(ConstructKind::SliceLiteral, node, at, amount, conditions);
        }
        if may_be(of, |of| matches!(of, Type::Map(..))) {
            let amount = Amount::Map { key: key(of), value: element(of), entries: Some(elements as u64) };
            self.add_at(ConstructKind::MapLiteral, node, at, amount, open(of, Class::Map));
            if elements <= MOST_SINGLE_ENTRIES
                && let Some(literal) = self.found.last_mut()
            {
                let value = |one| syntax.child(one, Field::Value).and_then(|value| syntax.children(value).next());
                let also = |value| {
                    let at = anchor(syntax, value);
                    AlsoCharged { at, since: 0, until: None, at_most: None }
                };
                literal.also_charged = syntax.children(body).filter_map(value).map(also).collect();
            }
        }
    }
}

/// The condition that a type is of a class, where syntax leaves it open.
pub(super) fn open(of: &Term, class: Class) -> Vec<Condition> {
    match of {
        Term::Is(Type::Slice(_) | Type::Map(..) | Type::Chan(_) | Type::Pointer(_)) => Vec::new(),
        of => vec![Condition::Is(of.clone(), class)],
    }
}

/// What a literal wants at a place, without a question where its type is known.
fn placed(of: &Term, place: Place) -> Term {
    match (of, &place) {
        (Term::Is(Type::Unknown), _) => Term::UNKNOWN,
        (Term::Is(Type::Slice(_) | Type::Array(..) | Type::Map(..)), _) => element(of),
        (Term::Is(Type::Struct(fields)), Place::Index(index)) => {
            Term::Is(fields.get(*index as usize).map_or(Type::Unknown, |field| field.of.clone()))
        }
        (Term::Is(Type::Struct(fields)), Place::Name(name)) => {
            Term::Is(fields.iter().find(|field| field.name == *name).map_or(Type::Unknown, |field| field.of.clone()))
        }
        _ => Term::Placed(Arc::new(of.clone()), place),
    }
}
