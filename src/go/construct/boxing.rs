//! Where values meet the types of what they are stored in: assignments, returns, sends, arguments.

use super::condition::{Class, Condition};
use super::finder::{Finder, element, key, may_be};
use super::{Amount, ConstructKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{Call, NodeId};
use crate::go::types::{Basic, IntSize, Signature, Term, Type};
use std::sync::Arc;

impl Finder<'_, '_> {
    /// A value that is stored where a type is wanted.
    pub(super) fn stored(&mut self, value: NodeId, into: Term) {
        self.stored_if(value, into, Vec::new());
    }

    /// The same under conditions.
    pub(super) fn stored_if(&mut self, value: NodeId, into: Term, mut conditions: Vec<Condition>) {
        if !may_be(&into, |into| matches!(into, Type::Interface { .. })) || self.is_program_data(value) {
            return;
        }
        let of = self.terms.type_of(value);
        if may_be(&of, needs_memory) {
            conditions.push(Condition::Boxes { value: of.clone(), into });
            self.add(ConstructKind::Boxing, value, Amount::One(of), conditions);
        }
    }

    /// One of several results of `value`, which is stored at once; only what is known counts, for nearly always the
    /// types are the same.
    fn stored_result(&mut self, value: NodeId, index: u32, into: Term) {
        let syntax = self.syntax;
        let Some(call) = syntax.call(syntax.unparenthesized(value)) else { return };
        let function = self.terms.type_of(call.function);
        if function == Term::UNKNOWN || !may_be(&into, |into| matches!(into, Type::Interface { .. })) {
            return;
        }
        let of = Term::Result(Arc::new(function), index);
        let condition = Condition::Surely(Box::new(Condition::Boxes { value: of.clone(), into }));
        self.add(ConstructKind::Boxing, value, Amount::One(of), vec![condition]);
    }

    /// Whether the value is part of the program: a constant, or a literal of a struct or array of constants.
    pub(super) fn is_program_data(&self, value: NodeId) -> bool {
        let syntax = self.syntax;
        let value = syntax.unparenthesized(value);
        if self.terms.is_constant(value) {
            return true;
        }
        let literal = syntax.kind(value) == Kind::CompositeLiteral;
        let Some(body) = syntax.child(value, Field::Body).filter(|_| literal) else { return false };
        let written = syntax.child(value, Field::Type).map(|written| syntax.kind(written));
        // Slices and maps are made.
        let flat = !matches!(written, Some(Kind::SliceType | Kind::MapType));
        flat && syntax.children(body).take(MOST_CONSTANTS + 1).enumerate().all(|(index, one)| {
            let of = match syntax.kind(one) {
                Kind::KeyedElement => syntax.child(one, Field::Value),
                _ => Some(one),
            };
            let of = of.and_then(|of| syntax.children(of).next());
            index < MOST_CONSTANTS && of.is_some_and(|of| self.terms.is_constant(of))
        })
    }

    pub(super) fn assignment(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let left = self.listed(syntax.child(id, Field::Left));
        let right = self.listed(syntax.child(id, Field::Right));
        let Some((operator, at)) = self.operator(id).map(|(operator, at)| (operator.to_vec(), at)) else { return };
        for target in &left {
            self.map_write(*target);
        }
        match (&*operator, left.as_slice(), right.as_slice()) {
            (b"=", _, [value]) if left.len() > 1 => {
                for (index, target) in (0..).zip(&left) {
                    let into = self.terms.type_of(*target);
                    self.stored_result(*value, index, into);
                }
            }
            (b"=", ..) => {
                for (target, value) in left.iter().zip(&right) {
                    let into = self.terms.type_of(*target);
                    // `_ = x` stores nothing.
                    if syntax.text(*target) != b"_" {
                        self.stored(*value, into);
                    }
                }
            }
            (b"+=", [target], [_]) => {
                let of = self.terms.type_of(*target);
                if may_be(&of, is_string) {
                    let conditions = vec![Condition::Is(of, Class::String)];
                    self.add_at(ConstructKind::Concatenation, id, at, Amount::Text, conditions);
                }
            }
            _ => {}
        }
    }

    /// `x, err := f()`: only what exists already has a type of its own.
    pub(super) fn short_declaration(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let left = self.listed(syntax.child(id, Field::Left));
        let right = self.listed(syntax.child(id, Field::Right));
        for (index, target) in (0..).zip(&left) {
            if self.bindings.declares(*target) || syntax.text(*target) == b"_" {
                continue;
            }
            let into = self.terms.type_of(*target);
            match (right.get(index as usize), right.first()) {
                (Some(value), _) if right.len() == left.len() => self.stored(*value, into),
                (_, Some(value)) => self.stored_result(*value, index, into),
                _ => {}
            }
        }
    }

    /// `var x I = v`
    pub(super) fn variable_spec(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let Some(written) = syntax.child(id, Field::Type) else { return };
        let into = Term::Is(self.terms.type_node(written));
        let names = syntax.children_in(id, Field::Name).count();
        let values = self.listed(syntax.child(id, Field::Value));
        match values.as_slice() {
            [value] if names > 1 => (0..names as u32).for_each(|index| self.stored_result(*value, index, into.clone())),
            values => values.iter().for_each(|value| self.stored(*value, into.clone())),
        }
    }

    pub(super) fn returned(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let Some(function) = syntax.function(id) else { return };
        let terms = self.terms;
        let results = self.results.entry(function).or_insert_with(|| terms.signature(function).results).clone();
        let values = self.listed(syntax.children(id).next());
        match values.as_slice() {
            [value] if results.len() > 1 => {
                for (index, into) in (0..).zip(&*results) {
                    self.stored_result(*value, index, Term::Is(into.clone()));
                }
            }
            values => {
                for (value, into) in values.iter().zip(&*results) {
                    self.stored(*value, Term::Is(into.clone()));
                }
            }
        }
    }

    pub(super) fn sent(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let (Some(channel), Some(value)) = (syntax.child(id, Field::Channel), syntax.child(id, Field::Value)) else {
            return;
        };
        let into = element(&self.terms.type_of(channel));
        self.stored(value, into);
    }

    /// The arguments of what is a call under these conditions, and the slice that holds the variadic ones.
    pub(super) fn arguments(&mut self, id: NodeId, call: &Call, function: &Term, conditions: &[Condition]) {
        let spread = call.spread.then(|| call.arguments.len() - 1);
        for (index, argument) in (0_u32..).zip(&call.arguments) {
            if spread != Some(index as usize) {
                self.stored_if(*argument, passed(function, index), conditions.to_vec());
            }
        }
        let variadic = may_be(function, |of| matches!(of, Type::Func(signature) if signature.variadic));
        if spread.is_none() && variadic && !call.arguments.is_empty() {
            let arguments = call.arguments.len() as u32;
            let mut conditions = conditions.to_vec();
            conditions.push(Condition::PacksArguments { function: function.clone(), arguments });
            self.add(ConstructKind::VariadicSlice, id, Amount::Unknown, conditions);
        }
    }

    /// `m[k] = v` and its like, at the target of an assignment.
    pub(super) fn map_write(&mut self, target: NodeId) {
        let syntax = self.syntax;
        let target = syntax.unparenthesized(target);
        if syntax.kind(target) != Kind::IndexExpression {
            return;
        }
        let (Some(map), Some(index)) = (syntax.child(target, Field::Operand), syntax.child(target, Field::Index))
        else {
            return;
        };
        let of = self.terms.type_of(map);
        if !may_be(&of, |of| matches!(of, Type::Map(..))) {
            return;
        }
        let keys = key(&of);
        let amount = Amount::Map { key: keys.clone(), value: element(&of), entries: None };
        self.add(ConstructKind::MapWrite, target, amount, vec![Condition::Is(of, Class::Map)]);
        self.stored(index, keys);
    }

    /// Loops: values stored in variables that exist, and the state of those over functions.
    pub(super) fn range_clause(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let (Some(ranged), Some(statement)) = (syntax.child(id, Field::Right), syntax.parent(id)) else { return };
        let of = self.terms.type_of(ranged);
        if may_be(&of, |of| matches!(of, Type::Func(_))) && of != Term::UNKNOWN {
            let at = syntax.span(statement).start;
            let conditions = vec![Condition::Surely(Box::new(Condition::Is(of, Class::Func)))];
            self.add_at(ConstructKind::RangeOverFunc, statement, at, Amount::Unknown, conditions);
        }
        if syntax.has_token(id, b"=") {
            for target in self.listed(syntax.child(id, Field::Left)) {
                self.map_write(target);
            }
        }
    }
}

/// Elements that a literal is searched for something that is no constant.
const MOST_CONSTANTS: usize = 64;

/// Whether an interface cannot hold a value of this known type in its own word.
pub(super) fn needs_memory(of: &Type) -> bool {
    !matches!(
        of,
        Type::Pointer(_)
            | Type::Map(..)
            | Type::Chan(_)
            | Type::Func(_)
            | Type::Untyped(_)
            | Type::Basic(
                Basic::Bool | Basic::UnsafePointer | Basic::Int(IntSize::Bytes(1)) | Basic::Uint(IntSize::Bytes(1))
            )
    )
}

fn is_string(of: &Type) -> bool {
    matches!(of, Type::Basic(Basic::String))
}

/// What an argument is passed as, without a question where the function is known.
pub(super) fn passed(function: &Term, index: u32) -> Term {
    let known = |signature: &Signature| signature.passed(index as usize).unwrap_or(Type::Unknown);
    match function {
        Term::Is(Type::Unknown) => Term::UNKNOWN,
        Term::Is(Type::Func(signature)) => Term::Is(known(signature)),
        function => Term::Passed(Arc::new(function.clone()), index),
    }
}
