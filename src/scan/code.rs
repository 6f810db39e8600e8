//! One declaration as rules see it: its tree, its names and its types.

use super::climb::Climb;
use super::places::{PlaceId, Places};
use crate::go::bindings::{BindingId, BindingKind, Bindings, Reference, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use crate::go::terms::Terms;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// What is understood of one declaration. Guards read it and nothing else.
pub(super) struct Code<'c, 't> {
    /// The tree.
    pub syntax: &'c Syntax<'t>,
    /// The names.
    pub bindings: &'c Bindings<'t>,
    /// The types.
    pub terms: &'c Terms<'c, 't>,
    /// The places that its variables lead to.
    pub places: Places<'t>,
    /// What guards have found out, for the next match.
    pub found_out: FoundOut,
}

/// What holds for a whole loop, list, function or variable, and would be found out again by every match in it.
#[derive(Default)]
pub(super) struct FoundOut {
    /// Whether the loop is left once a node has run, by the loop.
    pub leaves: Climb<NodeId, bool>,
    /// Whether a node runs exactly once on each turn, by the loop.
    pub once: Climb<NodeId, bool>,
    /// Whether a bare `break` leaves a loop.
    pub breaks: Climb<(), bool>,
    /// Whether an element is the target of an assignment.
    pub assigned: Climb<(), bool>,
    /// Whether the value at a node is stored in something that is not a part of the variable.
    pub stored: Climb<BindingId, bool>,
    /// The stretches of a loop, in order and apart, to which a place comes with a value that has nothing of the turn before.
    pub set_anew: RefCell<FxHashMap<(PlaceId, NodeId), Stretches>>,
    /// Whether a slice grows, and whether elements of it are written, behind a loop.
    pub goes_on: RefCell<FxHashMap<(BindingId, NodeId), (bool, bool)>>,
    /// Whether a loop asks for a string that it adds to.
    pub asked: RefCell<FxHashMap<(PlaceId, NodeId), bool>>,
    /// Whether every turn of a loop adds to a string.
    pub grows: RefCell<FxHashMap<(PlaceId, NodeId), bool>>,
    /// Whether a loop assigns a place.
    pub assigned_in: RefCell<FxHashMap<(PlaceId, NodeId), bool>>,
    /// Whether a loop lets other code have what is at a place.
    pub handed_on: RefCell<FxHashMap<(PlaceId, NodeId), bool>>,
    /// Whether a loop may call code that knows the variables of packages.
    pub calls_on: Kept<bool>,
    /// How many texts of fmt's methods of a variable are given, outside of loops that it outlives; `None` where more is done with it.
    pub texts: RefCell<FxHashMap<BindingId, Option<usize>>>,
    /// The assignment around a node.
    pub assignments: Climb<(), Option<NodeId>>,
    /// The whole `a + b + c` that an operand belongs to.
    pub sums: Climb<(), NodeId>,
    /// Whether a whole sum has a literal among its operands.
    pub literal_sums: Kept<bool>,
    /// The last statement of a list that leaves the loop.
    pub last_exits: Kept<Option<NodeId>>,
    /// How far a list was searched for statements that may cut a turn short, and the first one.
    pub first_skips: Kept<(NodeId, Option<NodeId>)>,
    /// Whether a function literal that is called where it stands runs once per turn.
    pub called_each_turn: Kept<bool>,
    /// Whether a function or one around it handles requests.
    pub handlers: Kept<bool>,
    /// Whether a loop may end before its last turn although nothing has failed.
    pub cut_short: Kept<bool>,
    /// How many elements a literal writes, where that is all of them.
    pub elements: Kept<Option<u64>>,
    confined: RefCell<FxHashMap<BindingId, bool>>,
    kept: RefCell<FxHashMap<BindingId, bool>>,
    counted: RefCell<FxHashMap<BindingId, bool>>,
    only_read: RefCell<FxHashMap<BindingId, bool>>,
    changes: RefCell<FxHashMap<BindingId, Rc<[NodeId]>>>,
}

/// Parts of a declaration, in order and apart.
pub(super) type Stretches = Rc<[Range<NodeId>]>;

/// Answers by node.
pub(super) type Kept<T> = RefCell<FxHashMap<NodeId, T>>;

impl<'c, 't> Code<'c, 't> {
    /// The declaration as these see it.
    pub(super) fn new(syntax: &'c Syntax<'t>, bindings: &'c Bindings<'t>, terms: &'c Terms<'c, 't>) -> Code<'c, 't> {
        Code { syntax, bindings, terms, places: Places::default(), found_out: FoundOut::default() }
    }

    /// The variable at the root of an operand: `x` of `x`, `x.f`, `x[i].f`, `(*x).f`.
    pub(super) fn root_variable(&self, node: NodeId) -> Option<NodeId> {
        let mut node = self.syntax.unparenthesized(node);
        loop {
            let inner = match self.syntax.kind(node) {
                Kind::Identifier => return Some(node),
                Kind::SelectorExpression | Kind::IndexExpression | Kind::SliceExpression | Kind::UnaryExpression => {
                    self.syntax.child(node, Field::Operand)?
                }
                _ => return None,
            };
            node = self.syntax.unparenthesized(inner);
        }
    }

    /// The local variable that an identifier names.
    pub(super) fn variable(&self, node: NodeId) -> Option<BindingId> {
        match self.bindings.of(self.syntax.unparenthesized(node)) {
            Reference::Binding(binding) => Some(binding),
            _ => None,
        }
    }

    /// The value of an integer literal, in any of Go's bases, or of a local constant that is one.
    pub(super) fn integer(&self, node: NodeId) -> Option<u64> {
        let node = self.syntax.unparenthesized(node);
        let node = match self.variable(node).map(|variable| self.bindings.binding(variable)) {
            Some(named) if named.kind == BindingKind::Constant => self.syntax.unparenthesized(named.value?),
            _ => node,
        };
        if self.syntax.kind(node) != Kind::IntLiteral {
            return None;
        }
        let text = self.syntax.name(node).replace('_', "").to_lowercase();
        let (digits, radix) = match text.get(..2) {
            Some("0x") => (&text[2..], 16),
            Some("0b") => (&text[2..], 2),
            Some("0o") => (&text[2..], 8),
            _ if text.len() > 1 && text.starts_with('0') => (&text[1..], 8),
            _ => (&text[..], 10),
        };
        u64::from_str_radix(digits, radix).ok()
    }

    /// The uses of a variable inside `around`, in the order of the text.
    pub(super) fn uses_in(&self, variable: BindingId, around: NodeId) -> &[Use] {
        let uses = self.bindings.uses(variable);
        let end = self.syntax.end(around);
        let from = uses.partition_point(|using| using.node < around);
        let to = uses.partition_point(|using| using.node < end);
        uses.get(from..to).unwrap_or_default()
    }

    /// Where a variable is assigned, or others are let do so, in the order of the text.
    pub(super) fn changes(&self, variable: BindingId) -> Rc<[NodeId]> {
        let find = || {
            let changing = self.bindings.uses(variable).iter().filter(|using| {
                matches!(
                    using.kind,
                    UseKind::Written
                        | UseKind::AddressTaken
                        | UseKind::AddressArgument(..)
                        | UseKind::AppendedToItself(_)
                        | UseKind::SelfAppendOperand(_)
                        | UseKind::MemberWritten(_)
                )
            });
            changing.map(|using| using.node).collect()
        };
        self.found_out.changes.borrow_mut().entry(variable).or_insert_with(find).clone()
    }

    /// Whether a variable keeps the value that it is declared with.
    pub(super) fn is_kept(&self, variable: BindingId) -> bool {
        let look = || {
            self.bindings.uses(variable).iter().all(|using| {
                !matches!(
                    using.kind,
                    UseKind::Written
                        | UseKind::AppendedToItself(_)
                        | UseKind::AddressTaken
                        | UseKind::AddressArgument(..)
                )
            })
        };
        *self.found_out.kept.borrow_mut().entry(variable).or_insert_with(look)
    }

    /// Whether a variable is only read, and counted up by one.
    pub(super) fn is_only_counted(&self, variable: BindingId) -> bool {
        let look = || {
            self.bindings.uses(variable).iter().all(|using| match using.kind {
                UseKind::Written => {
                    let above = self.syntax.parent(using.node);
                    above.is_some_and(|above| self.syntax.kind(above) == Kind::IncStatement)
                }
                kind => !matches!(kind, UseKind::AddressTaken | UseKind::AddressArgument(..)),
            })
        };
        *self.found_out.counted.borrow_mut().entry(variable).or_insert_with(look)
    }

    /// Whether a variable is read as a whole or by its parts, and nothing else is done with it.
    pub(super) fn is_only_read(&self, variable: BindingId) -> bool {
        let look = || {
            self.bindings.uses(variable).iter().all(|using| {
                matches!(
                    using.kind,
                    UseKind::Read | UseKind::Argument(..) | UseKind::Indexed | UseKind::Member(_) | UseKind::Ranged(_)
                )
            })
        };
        *self.found_out.only_read.borrow_mut().entry(variable).or_insert_with(look)
    }

    /// Whether no literal captures a variable, and its address is taken for its own methods and for arguments only.
    pub(super) fn is_confined(&self, variable: BindingId) -> bool {
        let look = || {
            let uses = self.bindings.uses(variable);
            uses.iter().all(|using| !using.captured && using.kind != UseKind::AddressTaken)
        };
        *self.found_out.confined.borrow_mut().entry(variable).or_insert_with(look)
    }
}
