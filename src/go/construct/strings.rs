//! Concatenations and conversions, of strings above all.

use super::condition::{Class, Condition};
use super::finder::{Finder, may_be};
use super::{Amount, ConstructKind};
use crate::go::charge::anchor;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{Conversion, NodeId};
use crate::go::types::{Basic, Term, Type, Untyped};

/// Operands of a sum that are asked for their type.
const MOST_OPERANDS: usize = 32;

impl Finder<'_, '_> {
    /// `a + b + c`: one for the whole, charged to the last operator.
    pub(super) fn concatenation(&mut self, id: NodeId) {
        if !self.is_sum(id) {
            return;
        }
        let (inner, parent) = self.outside(id);
        // Part of a larger sum, or of `s += a + b`.
        if let Some(parent) = parent
            && (self.is_sum(parent) || self.is_added(inner, parent))
        {
            return;
        }
        let mut known = None;
        let mut open = None;
        let mut constant = true;
        for operand in self.operands(id) {
            constant &= self.terms.is_constant(operand);
            match self.terms.type_of(operand) {
                Term::Is(Type::Basic(Basic::String) | Type::Untyped(Untyped::String)) => known = Some(true),
                of if may_be(&of, |_| false) => open = Some(of),
                _ => known = known.or(Some(false)),
            }
        }
        let conditions = match (known, open) {
            (Some(false), _) => return,
            (Some(true), _) => Vec::new(),
            (None, Some(of)) => vec![Condition::Is(of, Class::String)],
            (None, None) => return,
        };
        if !constant {
            let at = self.token_at(id, &[b"+"]);
            self.add_at(ConstructKind::Concatenation, id, at, Amount::Text, conditions);
        }
    }

    fn is_sum(&self, id: NodeId) -> bool {
        self.syntax.kind(id) == Kind::BinaryExpression
            && self.syntax.child(id, Field::Operator).is_some_and(|operator| self.syntax.text(operator) == b"+")
    }

    /// Whether it is all that is added by `s += ...`.
    fn is_added(&self, inner: NodeId, parent: NodeId) -> bool {
        let statement = match self.syntax.kind(parent) {
            Kind::ExpressionList => self.syntax.parent(parent),
            _ => Some(parent),
        };
        statement.is_some_and(|statement| {
            self.syntax.kind(statement) == Kind::AssignmentStatement
                && self
                    .operator(statement)
                    .is_some_and(|(operator, at)| operator == b"+=" && self.syntax.span(inner).start > at)
        })
    }

    /// The operands of a sum of sums, as many as are looked at, rightmost first.
    fn operands(&self, id: NodeId) -> Vec<NodeId> {
        let (mut left, mut found) = (vec![id], Vec::new());
        // Of `a + (b + (c + ...))` the last operand is as far away as the sum is long.
        for _ in 0..2 * MOST_OPERANDS {
            let Some(at) = left.pop() else { break };
            let at = self.syntax.unparenthesized(at);
            if self.is_sum(at) {
                left.extend(self.syntax.child(at, Field::Left));
                left.extend(self.syntax.child(at, Field::Right));
            } else {
                found.push(at);
            }
            if found.len() >= MOST_OPERANDS {
                break;
            }
        }
        found
    }

    /// Adds what a conversion makes; whether it surely is a conversion and no call.
    pub(super) fn converts(&mut self, id: NodeId, conversion: &Conversion) -> bool {
        let to = self.syntax.unparenthesized(conversion.to);
        if self.builtin(to).is_some() {
            return false;
        }
        let surely = self.terms.is_type(to);
        let named = self.terms.qualified(to).is_some() || self.syntax.kind(to) == Kind::GenericType;
        if !surely && !named {
            return false;
        }
        if conversion.dereferenced == 0 {
            self.converted(id, conversion.operand, to, surely);
        }
        surely
    }

    fn converted(&mut self, id: NodeId, operand: NodeId, to: NodeId, surely: bool) {
        let of = self.terms.type_of(operand);
        let into = if surely { Term::Is(self.terms.type_node(to)) } else { self.terms.type_of(to) };
        if may_be(&into, is_text) && may_be(&of, is_source) && !self.is_free(id) {
            let text = matches!(into, Term::Is(Type::Basic(Basic::String)));
            let length = self.terms.text_length(operand).filter(|_| !text);
            let amount = match length {
                Some(length) => Amount::Elements { of: Term::Is(Type::BYTE), count: Some(length), grows: false },
                None => Amount::Text,
            };
            let makes_constant = text && self.terms.is_constant(operand);
            if !makes_constant {
                let copies = Condition::Copies { from: of.clone(), to: into.clone() };
                // Where the name of a function may stand, a doubt would be one about every call.
                let condition = if surely { copies } else { Condition::Surely(Box::new(copies)) };
                let at = anchor(self.syntax, operand);
                self.add_at(ConstructKind::Conversion, id, at, amount, vec![condition]);
            }
        }
        match into {
            Term::Is(_) => self.stored(operand, into),
            Term::Value(package, name)
                if may_be(&of, super::boxing::needs_memory) && !self.is_program_data(operand) =>
            {
                let into = Term::Is(Type::Named(package, name, [].into()));
                let condition = Condition::Surely(Box::new(Condition::Boxes { value: of.clone(), into }));
                self.add(ConstructKind::Boxing, operand, Amount::One(of), vec![condition]);
            }
            _ => {}
        }
    }

    /// Whether the compiler makes do without a copy for the conversion at this node, on all versions: as the key of a map
    /// that is read, in a comparison, as what a switch compares, ranged over as bytes, and added to a string that is not
    /// empty (cmd/compile/internal/walk/order.go).
    fn is_free(&self, id: NodeId) -> bool {
        let syntax = self.syntax;
        let (inner, Some(parent)) = self.outside(id) else { return false };
        let field = syntax.field(inner);
        match syntax.kind(parent) {
            Kind::IndexExpression => field == Field::Index && !self.is_assigned(parent),
            Kind::RangeClause => {
                let to = syntax.conversion(syntax.unparenthesized(inner)).map(|conversion| conversion.to);
                field == Field::Right && to.is_some_and(|to| self.terms.type_node(to) == Type::byte_slice())
            }
            Kind::ExpressionSwitchStatement => field == Field::Value,
            Kind::BinaryExpression => match syntax.child(parent, Field::Operator).map(|one| syntax.text(one)) {
                Some(b"==" | b"!=" | b"<" | b"<=" | b">" | b">=") => true,
                Some(b"+") => self
                    .operands(self.whole_sum(parent))
                    .iter()
                    .any(|operand| self.terms.text_length(*operand).is_some_and(|length| length > 0)),
                _ => false,
            },
            _ => false,
        }
    }

    /// The largest sum that this one is a part of, as far up as sums are looked into.
    fn whole_sum(&self, sum: NodeId) -> NodeId {
        let mut whole = sum;
        for _ in 0..MOST_OPERANDS {
            match self.outside(whole).1 {
                Some(above) if self.is_sum(above) => whole = above,
                _ => break,
            }
        }
        whole
    }

    /// Whether an index expression is the target of an assignment, so that a map must keep its key.
    fn is_assigned(&self, index: NodeId) -> bool {
        let syntax = self.syntax;
        let (inner, parent) = self.outside(index);
        match parent.map(|parent| (parent, syntax.kind(parent))) {
            Some((_, Kind::IncStatement | Kind::DecStatement)) => true,
            Some((list, Kind::ExpressionList)) => syntax.field(list) == Field::Left,
            Some((_, Kind::AssignmentStatement | Kind::RangeClause)) => syntax.field(inner) == Field::Left,
            _ => false,
        }
    }
}

fn is_text(of: &Type) -> bool {
    matches!(of, Type::Basic(Basic::String) | Type::Slice(_))
}

fn is_source(of: &Type) -> bool {
    use Untyped::{Int, Rune, String};
    matches!(
        of,
        Type::Basic(Basic::String | Basic::Int(_) | Basic::Uint(_))
            | Type::Slice(_)
            | Type::Untyped(String | Int | Rune)
    )
}
