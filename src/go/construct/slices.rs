//! Appends, which Go 1.26 and later may charge elsewhere.

use super::finder::{Finder, element};
use super::{AlsoCharged, Amount, ConstructKind};
use crate::go::bindings::{BindingId, BindingKind, UseKind};
use crate::go::kinds::Kind;
use crate::go::syntax::{Call, NodeId};

/// Since Go 1.26, appends up to so many bytes grow on the stack first, and move to the heap where the slice is returned or
/// stored; since Go 1.27 also where it is ranged over.
pub(super) const STACK_BUFFER: u64 = 32;
pub(super) const MOVED_SINCE: u16 = 26;
const RANGED_SINCE: u16 = 27;

/// Places of one variable that an append lists; more uses than this are no small function's.
const MOST_PLACES: usize = 16;

impl Finder<'_, '_> {
    /// `append(s, ...)`
    pub(super) fn appended(&mut self, id: NodeId, call: &Call) {
        let into = element(&self.terms.type_of(call.arguments[0]));
        let spread = call.spread.then(|| call.arguments.len() - 1);
        for (index, argument) in call.arguments.iter().enumerate().skip(1) {
            if spread != Some(index) {
                self.stored(*argument, into.clone());
            }
        }
        // Without values it gives back what it got.
        if call.arguments.len() < 2 {
            return;
        }
        let count = spread.is_none().then_some(call.arguments.len() as u64 - 1);
        self.add(ConstructKind::Append, id, Amount::Elements { of: into, count, grows: true }, Vec::new());
        let variable = self.bindings.binding_of(self.syntax.unparenthesized(call.arguments[0]));
        if let Some(variable) = variable {
            let places = match self.moves.get(&variable) {
                Some(known) => known.clone(),
                None => self.places_that_move(variable),
            };
            self.moves.entry(variable).or_insert_with(|| places.clone());
            if let Some(append) = self.found.last_mut() {
                append.also_charged = places;
            }
        }
    }

    /// Where a slice that so far only its variable knows gets known to others.
    fn places_that_move(&self, variable: BindingId) -> Vec<AlsoCharged> {
        let syntax = self.syntax;
        let binding = self.bindings.binding(variable);
        let place = |at, since| AlsoCharged { at, since, until: None, at_most: Some(STACK_BUFFER) };
        let of_statement = |node: NodeId| {
            let statement = syntax.ancestors(node).take(8).find(|above| {
                matches!(
                    syntax.kind(*above),
                    Kind::AssignmentStatement | Kind::ShortVarDeclaration | Kind::ReturnStatement
                )
            })?;
            let at = match syntax.kind(statement) {
                Kind::ReturnStatement => syntax.span(statement).start,
                _ => self.operator(statement)?.1,
            };
            Some(place(at, MOVED_SINCE))
        };
        let places = self.bindings.uses(variable).iter().filter_map(|used| match used.kind {
            UseKind::Returned(statement) => Some(place(syntax.span(statement).start, MOVED_SINCE)),
            UseKind::Ranged(statement) => Some(place(syntax.span(statement).start, RANGED_SINCE)),
            UseKind::Read | UseKind::Sliced | UseKind::Argument(..) => of_statement(used.node),
            _ => None,
        });
        let mut places: Vec<AlsoCharged> = places.take(MOST_PLACES).collect();
        // A bare return gives the named results.
        if binding.kind == BindingKind::Result {
            let bare = syntax
                .descendants(binding.function)
                .filter(|node| syntax.kind(*node) == Kind::ReturnStatement && syntax.children(*node).next().is_none());
            places.extend(bare.take(MOST_PLACES).map(|statement| place(syntax.span(statement).start, MOVED_SINCE)));
        }
        places
    }
}
