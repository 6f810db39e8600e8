//! Guards about the turns of a loop: what some branch of each runs, and loops that say themselves how few they take.

use super::{Found, Judgement, binds};
use crate::go::bindings::{BindingKind, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;

/// The nodes of one capture, and what was found out about them together.
pub(super) struct Together<'m> {
    nodes: &'m [NodeId],
    served: OnceCell<FxHashSet<NodeId>>,
}

impl<'m> Together<'m> {
    /// These nodes.
    pub(super) fn new(nodes: &'m [NodeId]) -> Together<'m> {
        Together { nodes, served: OnceCell::new() }
    }

    /// Whether every turn of the loop around `node` runs it or another of the nodes: where one branch has none of them, no
    /// other branch serves for it.
    pub(super) fn run_every_turn(&self, node: NodeId, code: &Code) -> bool {
        let served = self.served.get_or_init(|| served_loops(self.nodes, code));
        code.syntax.enclosing_loop(node).is_some_and(|turning| served.contains(&turning))
    }
}

/// The loops of which every turn, as far as it does not leave the loop, runs one of the nodes.
///
/// Climbs from each node as long as whatever holds it surely runs it; a statement with branches is climbed over when the last
/// of its branches has been reached. Each step is taken once.
fn served_loops(nodes: &[NodeId], code: &Code) -> FxHashSet<NodeId> {
    let mut loops = FxHashSet::default();
    let mut seen = FxHashSet::default();
    let mut missing: FxHashMap<NodeId, usize> = FxHashMap::default();
    for node in nodes {
        let mut at = *node;
        while seen.insert(at) {
            let Some(above) = code.syntax.parent(at) else { break };
            let field = code.syntax.field(at);
            let goes_on = match code.syntax.kind(above) {
                Kind::ForStatement => {
                    if field == Field::Body {
                        loops.insert(above);
                    }
                    // What is ranged over is evaluated once, before the first turn.
                    code.syntax.kind(at) == Kind::RangeClause
                }
                Kind::FuncLiteral | Kind::GoStatement | Kind::DeferStatement => false,
                Kind::IfStatement if !matches!(field, Field::Consequence | Field::Alternative) => true,
                Kind::ExpressionCase | Kind::TypeCase | Kind::CommunicationCase | Kind::DefaultCase => {
                    code.syntax.kind(at) == Kind::StatementList
                }
                Kind::ExpressionSwitchStatement | Kind::TypeSwitchStatement | Kind::SelectStatement
                    if !is_case(at, code) =>
                {
                    true
                }
                Kind::IfStatement
                | Kind::ExpressionSwitchStatement
                | Kind::TypeSwitchStatement
                | Kind::SelectStatement => {
                    let left = missing.entry(above).or_insert_with(|| branches_that_go_on(above, code));
                    *left = left.saturating_sub(1);
                    *left == 0
                }
                Kind::BinaryExpression => {
                    let both = !code.syntax.has_token(above, b"&&") && !code.syntax.has_token(above, b"||");
                    both || field == Field::Left
                }
                Kind::StatementList => !super::loops::skip_before(at, above, code),
                _ => true,
            };
            if !goes_on {
                break;
            }
            at = above;
        }
    }
    loops
}

/// In how many ways a statement with branches can go on after it: branches that return or panic are none, and one that is not
/// written is one.
fn branches_that_go_on(statement: NodeId, code: &Code) -> usize {
    let syntax = code.syntax;
    if syntax.kind(statement) == Kind::IfStatement {
        let branches = [Field::Consequence, Field::Alternative].map(|branch| syntax.child(statement, branch));
        return branches.iter().filter(|branch| !branch.is_some_and(|branch| ends_the_loop(branch, code))).count();
    }
    let cases: Vec<NodeId> = syntax.children(statement).filter(|child| is_case(*child, code)).collect();
    // A select waits for one of its cases; a switch without default may run none.
    let complete = syntax.kind(statement) == Kind::SelectStatement
        || cases.iter().any(|case| syntax.kind(*case) == Kind::DefaultCase);
    cases.iter().filter(|case| !ends_the_loop(**case, code)).count() + usize::from(!complete)
}

/// Whether the statements of a block or a case end with a return or something else that leaves the loop.
pub(super) fn ends_the_loop(branch: NodeId, code: &Code) -> bool {
    let list = code.syntax.children(branch).find(|child| code.syntax.kind(*child) == Kind::StatementList);
    list.and_then(|list| super::loops::last_exit(list, code)).is_some()
}

pub(super) fn is_case(node: NodeId, code: &Code) -> bool {
    matches!(
        code.syntax.kind(node),
        Kind::ExpressionCase | Kind::TypeCase | Kind::CommunicationCase | Kind::DefaultCase
    )
}

/// A map has room for as many entries from the start, and a slice or a text of as many parts grows a few times at most.
const FEW: u64 = 8;

/// Whether the loop around it says itself that it turns a few times at most: it counts to a literal, or ranges over one, or over
/// a package variable that is declared with one.
pub(super) fn are_few(node: NodeId, code: &Code) -> Condition {
    let header = code.syntax.enclosing_loop(node).and_then(|turning| code.syntax.children(turning).next());
    let turns = header.and_then(|header| match code.syntax.kind(header) {
        Kind::RangeClause => most(code.syntax.child(header, Field::Right)?, code),
        Kind::ForClause => counted_to(header, code),
        _ => None,
    });
    let over = || {
        let header = header.filter(|header| code.syntax.kind(*header) == Kind::RangeClause)?;
        code.terms.qualified(code.syntax.child(header, Field::Right)?)
    };
    match turns {
        Some(turns) => Condition::settled(turns <= FEW),
        None => over().map_or(Condition::Fails, |(package, name)| {
            Condition::ask(Question::FewElements { package, name, most: FEW as u32 })
        }),
    }
}

/// The literal that `for i := 0; i < 8; i++` counts up to.
fn counted_to(clause: NodeId, code: &Code) -> Option<u64> {
    let update = code.syntax.child(clause, Field::Update)?;
    let condition = code.syntax.child(clause, Field::Condition)?;
    let bound = code.syntax.child(condition, Field::Right)?;
    if code.syntax.kind(update) == Kind::IncStatement { code.integer(kept_value(bound, code)) } else { None }
}

/// What a local variable is declared with, where it keeps that; else the node itself.
fn kept_value(node: NodeId, code: &Code) -> NodeId {
    let value = code.variable(node).and_then(|variable| {
        let binding = code.bindings.binding(variable);
        let plain = binding.kind == BindingKind::Local && binding.index.is_none() && code.is_kept(variable);
        binding.value.filter(|_| plain)
    });
    value.unwrap_or(node)
}

/// How often ranging over it turns, where that is written out: an integer, or the elements of a literal or of a local variable
/// that holds one.
pub(super) fn most(over: NodeId, code: &Code) -> Option<u64> {
    let over = super::values::pointed_at(over, code);
    if let Some(count) = code.integer(over) {
        return Some(count);
    }
    let literal = match code.variable(over) {
        Some(variable) => {
            let binding = code.bindings.binding(variable);
            let plain = binding.kind == BindingKind::Local && binding.index.is_none() && code.is_kept(variable);
            code.syntax.unparenthesized(binding.value.filter(|_| plain)?)
        }
        None => over,
    };
    let count = || {
        let body = code.syntax.child(literal, Field::Body)?;
        let elements: Vec<NodeId> = code.syntax.children(body).collect();
        // `[...]T{1000: x}` has more elements than it writes.
        let plain = elements.iter().all(|element| code.syntax.kind(*element) != Kind::KeyedElement);
        plain.then_some(elements.len() as u64)
    };
    let is_literal = code.syntax.kind(literal) == Kind::CompositeLiteral;
    if is_literal { *code.found_out.elements.borrow_mut().entry(literal).or_insert_with(count) } else { None }
}

/// Whether the select around the case that holds it has another case that takes a value or sends one. Where all others only
/// wait for an end, a turn takes as long as its timer.
pub(super) fn is_beside_data(node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let mut ancestors = syntax.ancestors(node);
    let case = ancestors.find(|above| syntax.kind(*above) == Kind::CommunicationCase);
    let select = case.and_then(|case| syntax.parent(case));
    select.is_some_and(|select| {
        syntax.children(select).filter(|other| Some(*other) != case).any(|other| {
            let communication = syntax.child(other, Field::Communication);
            communication.is_some_and(|communication| match syntax.kind(communication) {
                Kind::SendStatement => true,
                Kind::ReceiveStatement => syntax.child(communication, Field::Left).is_some(),
                _ => false,
            })
        })
    })
}

/// Whether a loop around it that does not declare the local variable appends to it: `x = append(x, v)`. Binds the appends.
pub(super) fn appended_in_loop(node: NodeId, code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let declared = code.bindings.binding(variable).declared;
    let loops = std::iter::successors(code.syntax.enclosing_loop(node), |inner| code.syntax.enclosing_loop(*inner));
    let outermost = loops.take_while(|around| !code.syntax.contains(*around, declared)).last();
    let Some(turning) = outermost else { return false.into() };
    let growth = code.uses_in(variable, turning).iter().filter_map(|using| match using.kind {
        UseKind::AppendedToItself(call) => Some(Found::new(call)),
        _ => None,
    });
    binds(growth.collect())
}

/// Whether a loop of a function literal sends to the local channel on every turn, and a loop of another function ranges over
/// it: one value after the other goes through it. Binds the sends.
pub(super) fn streamed_through(node: NodeId, code: &Code) -> Judgement {
    let syntax = code.syntax;
    let Some(channel) = code.variable(node) else { return false.into() };
    let mut sends = Vec::new();
    let mut receivers = Vec::new();
    for using in code.bindings.uses(channel) {
        let function = syntax.function(using.node);
        let Some(above) = syntax.parent(using.node) else { continue };
        // In a loop of its own function: one goroutine per turn would send one value each.
        let looping = syntax.enclosing_loop(using.node).is_some() && super::loops::runs_each_turn(using.node, code);
        let sent_to = syntax.child(above, Field::Channel) == Some(using.node);
        match (syntax.kind(above), using.kind) {
            (Kind::SendStatement, _) if sent_to && looping && using.captured => sends.push((above, function)),
            (_, UseKind::Ranged(_)) => receivers.push(function),
            _ => {}
        }
    }
    sends.retain(|(_, function)| receivers.iter().any(|receiver| receiver != function));
    binds(sends.into_iter().map(|(send, _)| Found::new(send)).collect())
}
