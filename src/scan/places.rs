//! What an assignment may go to: a variable, a field, an element, or what a pointer points at.
//!
//! Two expressions of one declaration are one place where they begin with the same variable and are written the same: `x`, `p.text`,
//! `rows[i]`, `*out`. What else may lead there (another pointer, an embedded struct) is not known here.

use super::code::Code;
use crate::go::bindings::{BindingId, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::{Deref, Range};
use std::rc::Rc;

/// Parts of parts beyond this, and expressions of more bytes, are no place: each step of a path is a key, with all of its text.
const MOST_STEPS: usize = 8;
const LONGEST: usize = 200;

/// A place of one declaration, by order of being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct PlaceId(u32);

/// Where a place is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlaceUse {
    /// The whole expression, without parentheses around it.
    pub node: NodeId,
    /// Whether it is assigned: `p.text = v`, `p.text += v`, `n++`.
    pub is_written: bool,
}

/// Uses of one place that follow one another in the text.
pub(super) struct PlaceUses {
    all: Rc<[PlaceUse]>,
    range: Range<usize>,
}

impl Deref for PlaceUses {
    type Target = [PlaceUse];

    fn deref(&self) -> &[PlaceUse] {
        self.all.get(self.range.clone()).unwrap_or_default()
    }
}

/// The places that begin with variables that were asked for.
#[derive(Default)]
pub(super) struct Places<'t> {
    /// By root: a local variable, or all variables of packages together.
    by_root: RefCell<FxHashMap<Option<BindingId>, ByText<'t>>>,
    uses: RefCell<Vec<Rc<[PlaceUse]>>>,
}

/// Of one root, by what is written.
type ByText<'t> = Rc<FxHashMap<&'t [u8], PlaceId>>;

impl<'t> Code<'_, 't> {
    /// The place that an expression names; `None` where it is no path from a variable by fields, elements and pointers, or a
    /// very long one.
    pub(super) fn place(&self, node: NodeId) -> Option<PlaceId> {
        let node = self.syntax.unparenthesized(node);
        let root = match self.bindings.of(self.root_variable(node)?) {
            Reference::Binding(variable) => Some(variable),
            Reference::Package | Reference::Imported(_) => None,
            Reference::Predeclared | Reference::NotAName => return None,
        };
        let known = self.places.by_root.borrow().get(&root).cloned();
        let places = known.unwrap_or_else(|| {
            let found = self.places_of(root);
            self.places.by_root.borrow_mut().insert(root, found.clone());
            found
        });
        places.get(self.syntax.text(node)).copied()
    }

    /// The uses of a place inside `around`, in the order of the text.
    pub(super) fn place_uses(&self, place: PlaceId, around: NodeId) -> PlaceUses {
        let all = self.places.uses.borrow().get(place.0 as usize).cloned().unwrap_or_default();
        let end = self.syntax.end(around);
        let from = all.partition_point(|using| using.node < around);
        let to = all.partition_point(|using| using.node < end);
        PlaceUses { all, range: from..to }
    }

    /// What an operand is an operand of, over parentheses: the outermost of these, and what that stands in.
    pub(super) fn outside_parentheses(&self, node: NodeId) -> (NodeId, Option<NodeId>) {
        let mut inner = node;
        let mut parent = self.syntax.parent(inner);
        while let Some(above) = parent.filter(|above| self.syntax.kind(*above) == Kind::ParenthesizedExpression) {
            (inner, parent) = (above, self.syntax.parent(above));
        }
        (inner, parent)
    }

    /// All places that begin with a local variable, or with one of a package.
    fn places_of(&self, root: Option<BindingId>) -> ByText<'t> {
        let mut found: FxHashMap<&'t [u8], Vec<PlaceUse>> = FxHashMap::default();
        let mut note = |name: NodeId| {
            for node in self.path_from(name) {
                found
                    .entry(self.syntax.text(node))
                    .or_default()
                    .push(PlaceUse { node, is_written: self.is_assigned(node) });
            }
        };
        match root {
            Some(variable) => self.bindings.uses(variable).iter().for_each(|using| note(using.node)),
            None => {
                let of_packages =
                    |node: &NodeId| matches!(self.bindings.of(*node), Reference::Package | Reference::Imported(_));
                self.syntax.ids().filter(of_packages).for_each(note);
            }
        }
        let mut uses = self.places.uses.borrow_mut();
        let places = found.into_iter().map(|(text, mut named)| {
            named.sort_unstable_by_key(|using| using.node);
            let id = PlaceId(u32::try_from(uses.len()).unwrap_or(u32::MAX));
            uses.push(named.into());
            (text, id)
        });
        Rc::new(places.collect())
    }

    /// The variable, a part of it, a part of that, as far as they are written there: `p`, `p.rows`, `p.rows[i]`.
    fn path_from(&self, name: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let further = |node: &NodeId| {
            let (inner, above) = self.outside_parentheses(*node);
            let above = above?;
            let leads_on = match self.syntax.kind(above) {
                Kind::SelectorExpression | Kind::IndexExpression => self.syntax.field(inner) == Field::Operand,
                Kind::UnaryExpression => self.syntax.has_token(above, b"*"),
                _ => false,
            };
            Some(above).filter(|above| leads_on && self.syntax.text(*above).len() <= LONGEST)
        };
        std::iter::successors(Some(name), further).take(MOST_STEPS)
    }

    fn is_assigned(&self, node: NodeId) -> bool {
        let (_, above) = self.outside_parentheses(node);
        above.is_some_and(|above| match self.syntax.kind(above) {
            Kind::ExpressionList => self.syntax.field(above) == Field::Left,
            Kind::IncStatement | Kind::DecStatement => true,
            _ => false,
        })
    }
}
