//! Guards about strings that grow by the turns of a loop: whether each turn means the same one, begins it anew, adds to it, or asks
//! what it is.

use super::doubt::names_an_error;
use super::loops::{is_unchanged, may_skip};
use super::turns::{ends_the_loop, is_case};
use crate::go::bindings::Reference;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Package, Term, Type};
use crate::scan::code::{Code, Stretches};
use crate::scan::places::{PlaceId, PlaceUse};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Range;

/// Whether the expression names the same variable on every turn of the loop around it: what it begins with is older than the turn,
/// and the loop assigns nothing that it leads through, nor an index.
pub(super) fn is_same_place_each_turn(node: NodeId, code: &Code) -> bool {
    let Some(turning) = code.syntax.enclosing_loop(node) else { return false };
    if code.place(node).is_none() {
        return false;
    }
    let whole = code.syntax.unparenthesized(node);
    let is_steady = |part: &NodeId| code.place(*part).is_some_and(|place| !assigns(turning, place, code));
    let has_fixed_index = |part: &NodeId| {
        let index = code.syntax.child(*part, Field::Index);
        index.is_none_or(|index| code.terms.is_constant(index) || is_unchanged(index, code))
    };
    let mut root = whole;
    for part in parts_of(whole, code) {
        if part != whole && !is_steady(&part) || !has_fixed_index(&part) {
            return false;
        }
        root = part;
    }
    match code.bindings.of(root) {
        Reference::Binding(variable) => !code.syntax.contains(turning, code.bindings.binding(variable).declared),
        Reference::Package | Reference::Imported(_) => true,
        Reference::Predeclared | Reference::NotAName => false,
    }
}

/// A place, what it is a part of, and so on to the variable.
fn parts_of<'a>(place: NodeId, code: &'a Code<'_, '_>) -> impl Iterator<Item = NodeId> + 'a {
    std::iter::successors(Some(place), |part| {
        let operand = code.syntax.child(*part, Field::Operand)?;
        Some(code.syntax.unparenthesized(operand))
    })
}

fn assigns(turning: NodeId, place: PlaceId, code: &Code) -> bool {
    let look = || code.place_uses(place, turning).iter().any(|using| using.is_written);
    *code.found_out.assigned_in.borrow_mut().entry((place, turning)).or_insert_with(look)
}

/// Whether the loop around it calls code that may read or assign the field, the element or the variable of a package: a method of
/// what it belongs to, a function that is given that, a literal that captures it. A plain local variable is never meant.
pub(super) fn is_reached_by_calls(node: NodeId, code: &Code) -> bool {
    let Some(turning) = code.syntax.enclosing_loop(node) else { return false };
    let whole = code.syntax.unparenthesized(node);
    let mut root = whole;
    for part in parts_of(whole, code) {
        root = part;
        let is_given = part != whole && code.place(part).is_some_and(|place| is_handed_on(place, turning, code));
        if is_given {
            return true;
        }
    }
    match code.bindings.of(root) {
        Reference::Binding(variable) => root != whole && !code.is_confined(variable),
        _ => {
            let mut known = code.found_out.calls_on.borrow_mut();
            *known.entry(turning).or_insert_with(|| calls_what_may_know(turning, code))
        }
    }
}

/// Whether the loop gives what is at a place to somebody else, as a whole.
fn is_handed_on(place: PlaceId, turning: NodeId, code: &Code) -> bool {
    let look = || {
        let uses = code.place_uses(place, turning);
        uses.iter().any(|using| !is_in_range(using.node, turning, code) && goes_to_others(using, code))
    };
    *code.found_out.handed_on.borrow_mut().entry((place, turning)).or_insert_with(look)
}

/// Whether it stands in what the loop ranges over, which is asked for once.
fn is_in_range(node: NodeId, turning: NodeId, code: &Code) -> bool {
    let header = code.syntax.children(turning).next();
    let header = header.filter(|header| code.syntax.kind(*header) == Kind::RangeClause);
    header.is_some_and(|header| code.syntax.contains(header, node))
}

fn goes_to_others(using: &PlaceUse, code: &Code) -> bool {
    let (inner, above) = code.outside_parentheses(using.node);
    let Some(above) = above else { return false };
    match code.syntax.kind(above) {
        Kind::SelectorExpression => {
            let (inner, above) = code.outside_parentheses(above);
            above.is_some_and(|above| {
                code.syntax.kind(above) == Kind::CallExpression && code.syntax.field(inner) == Field::Function
            })
        }
        Kind::IndexExpression | Kind::SliceExpression => code.syntax.field(inner) != Field::Operand,
        Kind::UnaryExpression => code.syntax.has_token(above, b"&"),
        Kind::ArgumentList => {
            let called = code.syntax.parent(above).and_then(|call| code.syntax.child(call, Field::Function));
            called.is_none_or(|called| code.bindings.of(called) != Reference::Predeclared)
        }
        Kind::ExpressionList => {
            let returned =
                code.syntax.parent(above).is_some_and(|above| code.syntax.kind(above) == Kind::ReturnStatement);
            code.syntax.field(above) != Field::Left && !returned
        }
        Kind::BinaryExpression | Kind::RangeClause | Kind::IncStatement | Kind::DecStatement => false,
        _ => true,
    }
}

/// Loops of more nodes are not looked through for calls.
const MOST_NODES: usize = 4_000;

/// Whether the loop calls anything but predeclared functions, conversions, and what other packages have.
fn calls_what_may_know(turning: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    if syntax.end(turning).index().saturating_sub(turning.index()) > MOST_NODES {
        return true;
    }
    let is_foreign = |function: NodeId| {
        let function = syntax.unparenthesized(function);
        match code.bindings.of(function) {
            Reference::Predeclared => true,
            Reference::NotAName if syntax.kind(function) == Kind::SelectorExpression => {
                let operand = syntax.child(function, Field::Operand).map(|operand| syntax.unparenthesized(operand));
                operand.is_some_and(|operand| match code.bindings.of(operand) {
                    Reference::Imported(_) => true,
                    _ => is_of_another_package(&code.terms.type_of(operand)),
                })
            }
            _ => false,
        }
    };
    syntax.descendants(turning).any(|node| {
        let called = syntax.call(node).map(|call| call.function);
        called.is_some_and(|function| !is_in_range(node, turning, code) && !is_foreign(function))
    })
}

fn is_of_another_package(of: &Term) -> bool {
    let Term::Is(of) = of else { return false };
    let of = if let Type::Pointer(to) = of { to } else { of };
    matches!(of, Type::Named(Package::Path(_), ..))
}

/// Whether each turn of the loop around it gives the variable a value that has nothing of the one before, on every way to
/// it: `s = x` or `s = ""`, but not `s = trim(s)`.
pub(super) fn is_set_anew(node: NodeId, code: &Code) -> bool {
    let (Some(place), Some(turning)) = (code.place(node), code.syntax.enclosing_loop(node)) else { return false };
    let find = || stretches_set_anew(place, turning, code);
    let mut known = code.found_out.set_anew.borrow_mut();
    let stretches = known.entry((place, turning)).or_insert_with(find);
    let before = stretches.partition_point(|stretch| stretch.start < node);
    before.checked_sub(1).is_some_and(|last| node < stretches[last].end)
}

/// From each assignment that gives the variable a new value to the end of the statements that it stands among.
fn stretches_set_anew(place: PlaceId, turning: NodeId, code: &Code) -> Stretches {
    let stretch = |written: NodeId| {
        let mut around = code.syntax.ancestors(written);
        let assignment = around.find(|above| code.syntax.kind(*above) != Kind::ExpressionList)?;
        let operator = code.syntax.child(assignment, Field::Operator);
        let is_plain = match code.syntax.kind(assignment) {
            Kind::ShortVarDeclaration => true,
            Kind::AssignmentStatement => operator.is_some_and(|with| code.syntax.text(with) == b"="),
            _ => false,
        };
        let right = code.syntax.child(assignment, Field::Right);
        let mentions = right.is_some_and(|right| !code.place_uses(place, right).is_empty());
        let list = code.syntax.parent(assignment).filter(|_| is_plain && !mentions)?;
        Some(assignment..code.syntax.end(list))
    };
    let uses = code.place_uses(place, turning);
    let written = uses.iter().filter(|using| using.is_written);
    let mut stretches: Vec<Range<NodeId>> = Vec::new();
    for one in written.filter_map(|using| stretch(using.node)) {
        match stretches.last_mut() {
            // Of stretches that overlap, one lies in the other.
            Some(last) if one.start < last.end => last.end = last.end.max(one.end),
            _ => stretches.push(one),
        }
    }
    stretches.into()
}

/// Whether the loop around it asks for the string variable otherwise than to add to it, or for whether it is empty: what a
/// builder holds cannot be asked for on the way. What ends the loop may ask.
pub(super) fn is_asked_each_turn(node: NodeId, code: &Code) -> bool {
    let (Some(place), Some(turning)) = (code.place(node), code.syntax.enclosing_loop(node)) else { return false };
    let look = || code.place_uses(place, turning).iter().any(|using| asks_for_text(using, turning, code));
    *code.found_out.asked.borrow_mut().entry((place, turning)).or_insert_with(look)
}

fn asks_for_text(using: &PlaceUse, turning: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    if using.is_written {
        return false;
    }
    let mut child = using.node;
    let mut sums = true;
    let around = syntax.ancestors(using.node).take_while(|above| *above != turning);
    for above in around.take(DEEPEST as usize) {
        match syntax.kind(above) {
            Kind::ReturnStatement => return false,
            // `s = s + x`
            Kind::AssignmentStatement => {
                let left = syntax.child(above, Field::Left);
                let to_itself = left.is_some_and(|left| syntax.text(left) == syntax.text(using.node));
                return !(sums && to_itself);
            }
            Kind::BinaryExpression if !syntax.has_token(above, b"+") => {
                let other = syntax.children(above).find(|side| *side != child);
                return !other.is_some_and(|other| matches!(syntax.text(other), b"\"\"" | b"``" | b"0"));
            }
            Kind::CallExpression if counts_or_adds(above, using.node, code) => {}
            Kind::ArgumentList | Kind::BinaryExpression | Kind::ExpressionList | Kind::ParenthesizedExpression => {}
            _ => sums = false,
        }
        child = above;
    }
    true
}

/// Whether a call counts the text, or puts something behind it: `fmt.Sprintf("%s%d", s, n)` is a sum too.
fn counts_or_adds(node: NodeId, text: NodeId, code: &Code) -> bool {
    let Some(call) = code.syntax.call(node) else { return false };
    let begins = |format: &NodeId| matches!(code.syntax.text(*format), [_, b'%', b's' | b'v', ..]);
    match (code.syntax.text(call.function), call.arguments.as_slice()) {
        (b"len", _) => true,
        (b"fmt.Sprintf", [format, first, ..]) => begins(format) && *first == text,
        (b"fmt.Sprint" | b"fmt.Sprintln", [first, ..]) => *first == text,
        _ => false,
    }
}

/// Whether every turn of the loop around it gives the string variable something more, as far as it does not leave the loop.
/// Where no loop of its own function is around it, nobody asks.
pub(super) fn grows_every_turn(node: NodeId, code: &Code) -> bool {
    let (Some(place), Some(turning)) = (code.place(node), code.syntax.enclosing_loop(node)) else { return true };
    let look = || {
        let body = code.syntax.child(turning, Field::Body);
        let list = body.and_then(|body| code.syntax.children(body).next());
        let uses = code.place_uses(place, turning);
        let written: BTreeSet<NodeId> = uses.iter().filter(|using| using.is_written).map(|using| using.node).collect();
        list.is_some_and(|list| Growth { written, looked_at: Cell::new(0) }.on_every_way(list, code, 0))
    };
    *code.found_out.grows.borrow_mut().entry((place, turning)).or_insert_with(look)
}

/// Whether a condition holds where something has failed, or is not there: `err != nil`, `!ok`.
fn asks_for_a_failure(condition: NodeId, code: &Code) -> bool {
    let text = code.syntax.text(condition);
    let denied = code.syntax.child(condition, Field::Operand).filter(|_| text.starts_with(b"!"));
    denied.is_some_and(|denied| code.syntax.kind(denied) == Kind::Identifier)
        || names_an_error(text) && text.ends_with(b"!= nil")
}

/// Branches inside each other beyond this are taken for ones that add nothing, and so are statements beyond so many: what nobody
/// can follow is left to a profile.
const DEEPEST: u32 = 64;
const MOST_STATEMENTS: u32 = 300;

/// Where a variable is written in a loop, and how many statements were looked at for that.
struct Growth {
    written: BTreeSet<NodeId>,
    looked_at: Cell<u32>,
}

impl Growth {
    fn is_in(&self, node: NodeId, code: &Code) -> bool {
        self.written.range(node..code.syntax.end(node)).next().is_some()
    }

    /// Whether who goes through the statements of a list, to their end or to the loop's next turn, comes by a write.
    fn on_every_way(&self, list: NodeId, code: &Code, depth: u32) -> bool {
        for statement in code.syntax.children(list) {
            self.looked_at.set(self.looked_at.get() + 1);
            if self.looked_at.get() > MOST_STATEMENTS {
                return false;
            }
            match self.branches(statement, code) {
                Some(branches) => {
                    let serves =
                        |branch: &Option<NodeId>| branch.is_some_and(|branch| self.serves(branch, code, depth));
                    let dry: Vec<Option<NodeId>> = branches.into_iter().filter(|branch| !serves(branch)).collect();
                    if dry.is_empty() {
                        return true;
                    }
                    let unusual = code
                        .syntax
                        .child(statement, Field::Condition)
                        .is_some_and(|asked| asks_for_a_failure(asked, code));
                    if !unusual && dry.into_iter().flatten().any(|branch| may_skip(branch, code)) {
                        return false;
                    }
                }
                // What an inner loop adds is asked about there.
                None if self.is_in(statement, code) => return true,
                None if may_skip(statement, code) => return false,
                None => {}
            }
        }
        false
    }

    /// The ways through an `if` or a switch; `None` among them for one that is not written.
    fn branches(&self, statement: NodeId, code: &Code) -> Option<Vec<Option<NodeId>>> {
        match code.syntax.kind(statement) {
            Kind::IfStatement => Some(
                [Field::Consequence, Field::Alternative].map(|branch| code.syntax.child(statement, branch)).to_vec(),
            ),
            Kind::ExpressionSwitchStatement | Kind::TypeSwitchStatement => {
                let cases = code.syntax.children(statement).filter(|child| is_case(*child, code));
                let mut branches: Vec<Option<NodeId>> = cases.map(Some).collect();
                let has_default = branches.iter().flatten().any(|case| code.syntax.kind(*case) == Kind::DefaultCase);
                if !has_default {
                    branches.push(None);
                }
                Some(branches)
            }
            _ => None,
        }
    }

    /// Whether a branch comes by a write, or leaves the loop.
    fn serves(&self, branch: NodeId, code: &Code, depth: u32) -> bool {
        if depth > DEEPEST {
            return false;
        }
        if ends_the_loop(branch, code) {
            return true;
        }
        if code.syntax.kind(branch) == Kind::IfStatement {
            let ways = self.branches(branch, code).unwrap_or_default();
            return ways.into_iter().all(|way| way.is_some_and(|way| self.serves(way, code, depth + 1)));
        }
        let list = code.syntax.children(branch).find(|child| code.syntax.kind(*child) == Kind::StatementList);
        list.is_some_and(|list| self.on_every_way(list, code, depth + 1))
    }
}
