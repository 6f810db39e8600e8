//! Guards about loops: what runs on every turn, and whether the number of turns is known when the loop starts.

use super::{Found, Judgement, binds};
use crate::go::bindings::BindingId;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Package, Term, Type};
use crate::scan::candidate::Text;
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;

/// Whether it runs once per turn of a loop that goes on after it.
pub(super) fn runs_each_turn(node: NodeId, code: &Code) -> bool {
    let mut node = node;
    let mut called = Vec::new();
    // A literal that is called where it stands runs as often as the call does.
    let answer = loop {
        if let Some(turning) = code.syntax.enclosing_loop(node) {
            break !leaves(node, turning, code);
        }
        let function = code.syntax.function(node);
        let Some(literal) = function.filter(|function| code.syntax.kind(*function) == Kind::FuncLiteral) else {
            break false;
        };
        if let Some(known) = code.found_out.called_each_turn.borrow().get(&literal) {
            break *known;
        }
        called.push(literal);
        match called_in_place(literal, code) {
            Some(call) => node = call,
            None => break false,
        }
    };
    code.found_out.called_each_turn.borrow_mut().extend(called.into_iter().map(|literal| (literal, answer)));
    answer
}

fn called_in_place(literal: NodeId, code: &Code) -> Option<NodeId> {
    let mut callee = literal;
    for above in code.syntax.ancestors(literal) {
        match code.syntax.kind(above) {
            Kind::ParenthesizedExpression => callee = above,
            Kind::CallExpression if code.syntax.child(above, Field::Function) == Some(callee) => return Some(above),
            _ => return None,
        }
    }
    None
}

/// Whether the loop ends once the node has run: a statement that leaves it holds the node or follows it.
fn leaves(node: NodeId, turning: NodeId, code: &Code) -> bool {
    code.found_out.leaves.first(turning, code.syntax, node, false, |at| {
        if at == turning {
            return Some(false);
        }
        let exits = code.syntax.kind(at) == Kind::ReturnStatement || is_exit_call(at, code);
        (exits || exit_follows(at, code)).then_some(true)
    })
}

/// Whether a statement that ends the loop follows `statement` in its list.
fn exit_follows(statement: NodeId, code: &Code) -> bool {
    let list = code.syntax.parent(statement).filter(|list| code.syntax.kind(*list) == Kind::StatementList);
    list.and_then(|list| last_exit(list, code)).is_some_and(|exit| exit > statement)
}

/// The last statement of a list that ends the loop: an exit, or an `if` both branches of which end with one.
pub(super) fn last_exit(list: NodeId, code: &Code) -> Option<NodeId> {
    if let Some(known) = code.found_out.last_exits.borrow().get(&list) {
        return *known;
    }
    let statements: Vec<NodeId> = code.syntax.children(list).collect();
    let ends = |statement: NodeId| {
        ends_loop(statement, list, code)
            || code.syntax.kind(statement) == Kind::IfStatement && both_end(statement, code)
    };
    let found = statements.into_iter().rev().find(|statement| ends(*statement));
    code.found_out.last_exits.borrow_mut().insert(list, found);
    found
}

/// Whether both branches of an `if` end with an exit of their own.
fn both_end(statement: NodeId, code: &Code) -> bool {
    [Field::Consequence, Field::Alternative].into_iter().all(|branch| {
        let block = code.syntax.child(statement, branch).filter(|block| code.syntax.kind(*block) == Kind::Block);
        let list = block.and_then(|block| code.syntax.children(block).next());
        list.is_some_and(|list| code.syntax.children(list).last().is_some_and(|last| ends_loop(last, list, code)))
    })
}

/// Whether a bare `break` in this list of statements leaves a loop, and not a switch or a select.
fn breaks_the_loop(list: NodeId, code: &Code) -> bool {
    code.found_out.breaks.first((), code.syntax, list, false, |above| match code.syntax.kind(above) {
        Kind::ForStatement => Some(true),
        Kind::ExpressionSwitchStatement | Kind::TypeSwitchStatement | Kind::SelectStatement => Some(false),
        _ => None,
    })
}

fn ends_loop(statement: NodeId, list: NodeId, code: &Code) -> bool {
    match code.syntax.kind(statement) {
        Kind::ReturnStatement | Kind::GotoStatement => true,
        Kind::BreakStatement => is_labelled(statement, code) || breaks_the_loop(list, code),
        Kind::ExpressionStatement => code.syntax.children(statement).any(|call| is_exit_call(call, code)),
        _ => false,
    }
}

/// Calls that do not return: their arguments are evaluated once.
fn is_exit_call(node: NodeId, code: &Code) -> bool {
    if code.syntax.kind(node) != Kind::CallExpression {
        return false;
    }
    // The arguments may be very many, and have no say.
    let called = code.syntax.child(node, Field::Function);
    let exits: [&[u8]; 9] = [
        b"panic",
        b"os.Exit",
        b"log.Fatal",
        b"log.Fatalf",
        b"log.Fatalln",
        b"log.Panic",
        b"log.Panicf",
        b"log.Panicln",
        b"runtime.Goexit",
    ];
    called.is_some_and(|function| exits.contains(&code.syntax.text(function)) || ends_the_test(function, code))
}

/// Methods of loggers and of testing's T that do not return, by the names that everybody gives them.
fn ends_the_test(function: NodeId, code: &Code) -> bool {
    let called = code.syntax.unparenthesized(function);
    let Some(name) = code.syntax.child(called, Field::Field) else { return false };
    match code.syntax.text(name) {
        b"Fatal" | b"Fatalf" | b"Fatalln" | b"FailNow" | b"SkipNow" => true,
        b"Skip" | b"Skipf" => match code.terms.type_of(called) {
            Term::Member(receiver, _) => is_of_testing(&receiver),
            _ => false,
        },
        _ => false,
    }
}

fn is_of_testing(receiver: &Term) -> bool {
    let Term::Is(of) = receiver else { return false };
    let of = if let Type::Pointer(to) = of { to } else { of };
    matches!(of, Type::Named(Package::Path(path), ..) if **path == *"testing")
}

/// Whether every turn runs it exactly once, as far as the loop does not return.
pub(super) fn runs_once_per_turn(node: NodeId, code: &Code) -> bool {
    let Some(turning) = code.syntax.enclosing_loop(node) else { return false };
    if leaves(node, turning, code) {
        return false;
    }
    // Asked of each node about its parent, so that what holds the node is judged and the node itself is not.
    code.found_out.once.first(turning, code.syntax, node, true, |at| match code.syntax.parent(at) {
        Some(above) if above != turning => (!keeps_once(above, at, code)).then_some(false),
        _ => Some(true),
    })
}

/// Whether `above` runs its `child` whenever it runs itself, and no more than once.
fn keeps_once(above: NodeId, child: NodeId, code: &Code) -> bool {
    match code.syntax.kind(above) {
        Kind::IfStatement
        | Kind::ExpressionSwitchStatement
        | Kind::TypeSwitchStatement
        | Kind::SelectStatement
        | Kind::ExpressionCase
        | Kind::TypeCase
        | Kind::DefaultCase
        | Kind::CommunicationCase
        | Kind::ForClause
        | Kind::RangeClause
        | Kind::LabeledStatement => false,
        Kind::BinaryExpression => {
            let operator = code.syntax.child(above, Field::Operator).map(|operator| code.syntax.text(operator));
            !matches!(operator, Some(b"&&" | b"||"))
        }
        Kind::StatementList => !skip_before(child, above, code),
        _ => true,
    }
}

/// Whether a statement of `list` before `child` may cut the turn short.
pub(super) fn skip_before(child: NodeId, list: NodeId, code: &Code) -> bool {
    let mut searched = code.found_out.first_skips.borrow_mut();
    let first = || (code.syntax.tokens(list).next().unwrap_or(child), None);
    let (next, skip) = searched.entry(list).or_insert_with(first);
    // What follows the child is left for who asks about it: it may hold all the rest of a deep nest.
    while *next < child && skip.is_none() {
        *skip = Some(*next).filter(|statement| may_skip(*statement, code));
        *next = code.syntax.end(*next);
    }
    skip.is_some_and(|skip| skip < child)
}

/// Whether a statement may cut the turn short without returning: `continue`, `break` or `goto` anywhere in it.
pub(super) fn may_skip(statement: NodeId, code: &Code) -> bool {
    let owner = code.syntax.function(statement);
    std::iter::once(statement).chain(code.syntax.descendants(statement)).any(|node| {
        code.syntax.function(node) == owner
            && match code.syntax.kind(node) {
                Kind::GotoStatement => true,
                // An unlabelled break or continue of a loop inside the statement stays inside.
                Kind::ContinueStatement => is_labelled(node, code) || loop_holds(statement, node, code),
                Kind::BreakStatement => {
                    let list = code.syntax.parent(node);
                    let leaves_loop = list.is_some_and(|list| breaks_the_loop(list, code));
                    is_labelled(node, code) || leaves_loop && loop_holds(statement, node, code)
                }
                _ => false,
            }
    })
}

fn is_labelled(node: NodeId, code: &Code) -> bool {
    code.syntax.children(node).next().is_some()
}

/// Whether the loop around `node` also holds the whole `statement`.
fn loop_holds(statement: NodeId, node: NodeId, code: &Code) -> bool {
    code.syntax.enclosing_loop(node).is_none_or(|turning| !code.syntax.contains(statement, turning))
}

/// Whether the loop around it takes a number of turns that is known when it starts; binds what gives that number.
pub(super) fn bounded(node: NodeId, code: &Code) -> Judgement {
    let bound = code.syntax.enclosing_loop(node).and_then(|turning| {
        let header = code.syntax.children(turning).next()?;
        match code.syntax.kind(header) {
            Kind::RangeClause => range_bound(header, code),
            Kind::ForClause => counting_bound(turning, header, code),
            _ => None,
        }
    });
    match bound {
        Some(found) => binds(vec![found]),
        None => false.into(),
    }
}

fn range_bound(clause: NodeId, code: &Code) -> Option<Found> {
    let over = code.syntax.unparenthesized(code.syntax.child(clause, Field::Right)?);
    // The length of a call's result is not known before the call: the advice would make it twice.
    if !is_repeatable(over, code) {
        return None;
    }
    let term = code.terms.type_of(over);
    let text = Text::TurnsOf(term.clone(), String::from_utf8_lossy(code.syntax.text(over)).into_owned());
    Some(Found { node: over, text: Some(text), condition: Condition::ask(Question::RangesBounded { over: term }) })
}

/// Whether evaluating it again gives the same and costs nothing: names, fields, elements, literals, `len` of them.
fn is_repeatable(node: NodeId, code: &Code) -> bool {
    std::iter::once(node).chain(code.syntax.descendants(node)).all(|part| match code.syntax.kind(part) {
        Kind::CallExpression => {
            let function = code.syntax.child(part, Field::Function);
            function.is_some_and(|function| matches!(code.syntax.text(function), b"len" | b"cap"))
        }
        Kind::CompositeLiteral | Kind::FuncLiteral | Kind::TypeConversionExpression | Kind::TypeAssertionExpression => {
            false
        }
        Kind::UnaryExpression => !code.syntax.has_token(part, b"<-"),
        _ => true,
    })
}

/// `for i := 0; i < n; i++` and `for i := n - 1; i >= 0; i--`, where the loop changes neither i nor n.
fn counting_bound(turning: NodeId, clause: NodeId, code: &Code) -> Option<Found> {
    let start = code.syntax.child(clause, Field::Initializer)?;
    let condition = code.syntax.child(clause, Field::Condition)?;
    let update = code.syntax.child(clause, Field::Update)?;
    let rising = match code.syntax.kind(update) {
        Kind::IncStatement => true,
        Kind::DecStatement => false,
        _ => return None,
    };
    let counter = code.syntax.children(update).next()?;
    let variable = code.variable(counter)?;
    let (left, right) = (code.syntax.child(condition, Field::Left)?, code.syntax.child(condition, Field::Right)?);
    let operator = code.syntax.text(code.syntax.child(condition, Field::Operator)?);
    let from = code.syntax.child(start, Field::Right).and_then(|list| code.syntax.children(list).next())?;
    if code.variable(left) != Some(variable) || changes_in(turning, variable, update, code) {
        return None;
    }
    let text = |node| String::from_utf8_lossy(code.syntax.text(node)).into_owned();
    let (bound, turns) = match (rising, operator) {
        (true, b"<" | b"!=") if code.syntax.text(from) == b"0" => (right, text(right)),
        (true, b"<=") if code.syntax.text(from) == b"1" => (right, text(right)),
        (true, b"<" | b"!=") if code.syntax.kind(from) == Kind::BinaryExpression => {
            (right, format!("{}-({})", text(right), text(from)))
        }
        (true, b"<" | b"!=") => (right, format!("{}-{}", text(right), text(from))),
        (false, b">=") if code.syntax.text(right) == b"0" => {
            let less_one = code.syntax.kind(from) == Kind::BinaryExpression
                && code.syntax.child(from, Field::Operator).is_some_and(|minus| code.syntax.text(minus) == b"-")
                && code.syntax.child(from, Field::Right).is_some_and(|one| code.syntax.text(one) == b"1");
            let bound = if less_one { code.syntax.child(from, Field::Left)? } else { return None };
            (bound, text(bound))
        }
        _ => return None,
    };
    let steady = is_repeatable(bound, code)
        && std::iter::once(bound)
            .chain(code.syntax.descendants(bound))
            .filter_map(|part| code.bindings.binding_of(part))
            .all(|variable| !changes_in(turning, variable, update, code));
    steady.then_some(Found { node: bound, text: Some(Text::Is(turns)), condition: Condition::Holds })
}

/// Whether the loop around the variable leaves it as it is, and it was there before the loop.
pub(super) fn is_unchanged(node: NodeId, code: &Code) -> bool {
    let (Some(variable), Some(turning)) = (code.variable(node), code.syntax.enclosing_loop(node)) else { return false };
    let declared_before = !code.syntax.contains(turning, code.bindings.binding(variable).declared);
    // Nothing is below the root's last node: no update is excepted.
    declared_before && !changes_in(turning, variable, node, code)
}

/// Whether the loop assigns the variable, or lets others do so, anywhere but in its update.
fn changes_in(turning: NodeId, variable: BindingId, update: NodeId, code: &Code) -> bool {
    let changes = code.changes(variable);
    let end = code.syntax.end(turning);
    let inside = changes.iter().skip(changes.partition_point(|node| *node < turning)).take_while(|node| **node < end);
    inside.into_iter().any(|node| !code.syntax.contains(update, *node))
}
