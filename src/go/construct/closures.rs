//! Closures: function literals that capture something, and those that `go` and `defer` make of calls.

use super::boxing::passed;
use super::captures::{LARGEST_BY_VALUE, Role, role};
use super::condition::Condition;
use super::finder::{Finder, may_be};
use super::holding::Held;
use super::{Amount, Callee, Captured, ConstructKind};
use crate::go::bindings::BindingId;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{Call, NodeId};
use crate::go::types::{Term, Type};

/// The record of a deferred call in a loop, since Go 1.22 and before.
const DEFER_RECORD: &[u64] = &[48, 80];

/// Operands of one `go` statement that are taken apart.
const MOST_OPERANDS: usize = 64;

impl Finder<'_, '_> {
    /// A function literal: a closure where it captures something and is not called on the spot.
    pub(super) fn function_literal(&mut self, id: NodeId) {
        if role(self.syntax, id) == Role::Value
            && let Some(amount) = self.closure(id)
        {
            self.add(ConstructKind::Closure, id, amount, Vec::new());
        }
    }

    /// What a literal's closure takes; `None` where it captures nothing.
    fn closure(&mut self, literal: NodeId) -> Option<Amount> {
        let Some(captured) = self.captures.by(literal).map(<[_]>::to_vec) else { return Some(Amount::Unknown) };
        let mut captured: Vec<Captured> = captured.iter().map(|id| self.captured(*id)).collect();
        if captured.is_empty() {
            return None;
        }
        if self.generic {
            captured.push(Captured::TypeArguments);
        }
        Some(Amount::Closure { captured })
    }

    fn captured(&mut self, id: BindingId) -> Captured {
        let of = self.terms.type_of_binding(id);
        match self.held(id) {
            Held::Pointer => Captured::Pointer,
            Held::Value => Captured::Value(of),
            Held::PointerIf(ways) => Captured::PointerIf(Condition::AnyOf(ways), of),
        }
    }

    /// `go f(x)`, and `defer f(x)`, whose closure and record are on the heap in a loop only.
    pub(super) fn started(&mut self, id: NodeId, kind: ConstructKind) {
        let syntax = self.syntax;
        let in_loop = syntax.enclosing_loop(id).is_some();
        if kind == ConstructKind::Defer {
            if !in_loop {
                return;
            }
            let at = syntax.span(id).start;
            self.add_at(kind.clone(), id, at, Amount::OneOf(DEFER_RECORD), Vec::new());
        }
        let Some(call) = syntax.children(id).next().and_then(|call| syntax.call(syntax.unparenthesized(call))) else {
            return;
        };
        let function = syntax.unparenthesized(call.function);
        let amount = match (syntax.kind(function), call.arguments.is_empty()) {
            (Kind::FuncLiteral, true) => self.closure(function),
            (Kind::FuncLiteral, false) if self.closure(function).is_some() => Some(Amount::Unknown),
            _ => self.wrapper(function, &call),
        };
        if let Some(amount) = amount {
            let at = syntax.span(id).start;
            self.add_at(kind.clone(), id, at, amount, Vec::new());
            // What is too large for the closure stands alone behind a pointer.
            for (operand, of) in self.operands_of_start(&self.called(function, &call), &call) {
                if may_be(&of, |of| matches!(of, Type::Struct(_) | Type::Array(..))) {
                    let large = Condition::Surely(Box::new(Condition::IsLargerThan(of.clone(), LARGEST_BY_VALUE)));
                    self.add_at(kind.clone(), operand, at, Amount::One(of), vec![large]);
                }
            }
        }
    }

    /// The closure that Go makes of `f(x, y)`: what is called unless it is known, and the arguments that are no constants.
    fn wrapper(&self, function: NodeId, call: &Call) -> Option<Amount> {
        let of = self.called(function, call);
        let mut captured = Vec::new();
        match self.callee(function) {
            Some((Callee::Method(receiver, _), _)) if matches!(receiver, Term::Is(Type::Pointer(_))) => {
                captured.push(Captured::Value(receiver));
            }
            Some((Callee::Method(..), _)) => return Some(Amount::Unknown),
            Some((Callee::Value, _)) => captured.push(Captured::Value(of.clone())),
            _ => {}
        }
        captured.extend(self.operands_of_start(&of, call).into_iter().map(|(_, of)| Captured::Value(of)));
        (!captured.is_empty()).then_some(Amount::Closure { captured })
    }

    /// What Go evaluates where `go` or `defer` stands: the arguments, of composite literals what they are made of, and no
    /// constants; with the types that they are stored as.
    fn operands_of_start(&self, function: &Term, call: &Call) -> Vec<(NodeId, Term)> {
        let syntax = self.syntax;
        let mut open: Vec<(NodeId, Term)> =
            (0..).zip(&call.arguments).map(|(index, argument)| (*argument, passed(function, index))).collect();
        open.reverse();
        let mut found = Vec::new();
        while let Some((value, into)) = open.pop() {
            let value = syntax.unparenthesized(value);
            let body = syntax.child(value, Field::Body).filter(|_| syntax.kind(value) == Kind::CompositeLiteral);
            let written = syntax.child(value, Field::Type).map(|written| syntax.kind(written));
            match body.filter(|_| written != Some(Kind::MapType) && open.len() + found.len() < MOST_OPERANDS) {
                Some(body) => {
                    let of = self.terms.type_of(value);
                    open.extend(self.parts(&of, body).into_iter().rev().map(|part| (part.value, part.into)));
                }
                None if self.terms.is_constant(value) => {}
                None => {
                    let of = if into == Term::UNKNOWN { self.terms.type_of(value) } else { into };
                    found.push((value, of));
                }
            }
        }
        found
    }
}
