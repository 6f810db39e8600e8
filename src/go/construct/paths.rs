//! What a use does to a variable at the end of a path of selectors and indexes: takes its address, or writes it.

use super::condition::{Class, Condition};
use super::finder::{Finder, may_be};
use crate::go::bindings::{Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Term, Type};

/// Selectors and indexes from a variable to the part that is touched.
const LONGEST_PATH: usize = 32;

/// What is done to a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Touch {
    /// Its address is taken: by `&`, by slicing an array, by a method of the pointer.
    Address,
    /// It or a part of it is assigned.
    Write,
}

impl Finder<'_, '_> {
    /// What this use does to the variable itself, and what must be so for it; `None` where it only reads, or touches what
    /// the variable points to.
    pub(super) fn touched(&self, used: &Use) -> Option<(Touch, Vec<Condition>)> {
        if matches!(used.kind, UseKind::Written | UseKind::AppendedToItself(_)) {
            return Some((Touch::Write, Vec::new()));
        }
        let syntax = self.syntax;
        let mut conditions = Vec::new();
        let mut at = used.node;
        for _ in 0..LONGEST_PATH {
            let (inner, parent) = self.outside(at);
            let parent = parent?;
            let of = self.terms.type_of(at);
            match (syntax.kind(parent), syntax.field(inner)) {
                (Kind::UnaryExpression, _) if syntax.has_token(parent, b"&") => {
                    return Some((Touch::Address, conditions));
                }
                (Kind::SliceExpression, Field::Operand) => {
                    conditions.extend(self.of_array(of)?);
                    return Some((Touch::Address, conditions));
                }
                (Kind::IndexExpression, Field::Operand) => conditions.extend(self.of_array(of)?),
                (Kind::SelectorExpression, Field::Operand) => {
                    if !may_be(&of, |of| !matches!(of, Type::Pointer(_) | Type::Interface { .. })) {
                        return None;
                    }
                    let (outer, above) = self.outside(parent);
                    if !above.is_some_and(|above| self.goes_on(outer, above)) {
                        let name = syntax.name(syntax.child(parent, Field::Field)?).into();
                        let takes = Condition::TakesAddress { receiver: of, name };
                        let called = above.is_some_and(|above| {
                            syntax.kind(above) == Kind::CallExpression && syntax.field(outer) == Field::Function
                        });
                        conditions.push(if called { takes } else { Condition::Surely(Box::new(takes)) });
                        return Some((Touch::Address, conditions));
                    }
                    if !matches!(of, Term::Is(Type::Struct(_))) {
                        conditions.push(Condition::IsNot(of, Class::Pointer));
                    }
                }
                _ if at != used.node && self.is_target(inner, parent) => return Some((Touch::Write, conditions)),
                _ => return None,
            }
            at = parent;
        }
        None
    }

    /// The condition that a type is an array, where syntax leaves it open; `None` where it surely is none.
    fn of_array(&self, of: Term) -> Option<Option<Condition>> {
        match &of {
            Term::Is(Type::Array(..)) => Some(None),
            of if may_be(of, |_| false) => Some(Some(Condition::Is(of.clone(), Class::Array))),
            _ => None,
        }
    }

    /// Whether something is done with a selected part: another step of the path, an operator, an assignment.
    fn goes_on(&self, inner: NodeId, above: NodeId) -> bool {
        let kind = self.syntax.kind(above);
        let step = matches!(kind, Kind::SelectorExpression | Kind::IndexExpression | Kind::SliceExpression);
        step && self.syntax.field(inner) == Field::Operand
            || kind == Kind::UnaryExpression
            || self.is_target(inner, above)
    }

    /// Whether an expression is what a statement assigns to.
    fn is_target(&self, inner: NodeId, parent: NodeId) -> bool {
        let syntax = self.syntax;
        match syntax.kind(parent) {
            Kind::IncStatement | Kind::DecStatement => true,
            Kind::ExpressionList => syntax.field(parent) == Field::Left,
            Kind::AssignmentStatement | Kind::RangeClause => syntax.field(inner) == Field::Left,
            _ => false,
        }
    }
}
