//! Guards about what is done while a lock is held.

use super::{Found, Judgement};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::Callee;
use crate::scan::code::Code;
use std::sync::Arc;

/// What takes a lock that nobody else can hold meanwhile. A read lock does not keep readers out.
const LOCKS: [&str; 3] = ["sync.(*Mutex).Lock", "sync.(*RWMutex).Lock", "sync.Locker.Lock"];

/// Statements of one list, and nodes of one function, beyond these are not looked at: each call asks again.
const MOST_STATEMENTS: usize = 512;
const MOST_NODES: usize = 2048;

/// Whether it runs between the Lock and the Unlock of one mutex, as statements of one function say. Binds where a mutex profile
/// charges the Unlock: at its own line, or, where it is deferred, at the statements that return.
pub(super) fn is_under_lock(node: NodeId, code: &Code) -> Judgement {
    let Some(function) = code.syntax.function(node) else { return false.into() };
    let mut child = node;
    let mut given_back = Vec::new();
    for above in code.syntax.ancestors(node) {
        if above == function {
            break;
        }
        if matches!(code.syntax.kind(above), Kind::GoStatement | Kind::DeferStatement) {
            // It runs at another time.
            return false.into();
        }
        if code.syntax.kind(above) == Kind::StatementList {
            let before = locks_before(child, above, code);
            // What a branch has given back, it does not hold: `if known { mu.Unlock(); return work() }`.
            if let Some(held) = before.held.iter().rev().find(|held| !given_back.contains(&held.mutex)) {
                return judge(held, child, above, function, code);
            }
            given_back.extend(before.given_back);
        }
        child = above;
    }
    false.into()
}

/// Whether what is held when a statement of a list runs is a lock at all, and where it is given back.
fn judge(held: &Held, statement: NodeId, list: NodeId, function: NodeId, code: &Code) -> Judgement {
    let locks: Arc<[Callee]> = LOCKS.iter().map(|name| Callee::exactly(name)).collect();
    let condition = super::types::calls(held.lock, &locks, code);
    let freed = match held.deferred {
        true => returns_after(held.lock, function, code),
        false => unlock_after(statement, list, held.mutex, code).into_iter().collect(),
    };
    if freed.is_empty() && !held.deferred {
        return false.into();
    }
    Judgement { condition, binds: freed.into_iter().map(Found::new).collect() }
}

/// A lock that a list of statements has taken and not given back.
struct Held<'t> {
    /// The call.
    lock: NodeId,
    /// The text of what it is made on.
    mutex: &'t [u8],
    deferred: bool,
}

/// What the statements of a list before one of them do with locks.
#[derive(Default)]
struct Before<'t> {
    /// Those that they take and keep, the latest last.
    held: Vec<Held<'t>>,
    /// The texts of those that they give back without having taken them.
    given_back: Vec<&'t [u8]>,
}

/// What is held when `statement` of `list` runs, by the statements of the list alone.
fn locks_before<'t>(statement: NodeId, list: NodeId, code: &Code<'_, 't>) -> Before<'t> {
    let mut found = Before::default();
    for before in code.syntax.children(list).take(MOST_STATEMENTS).take_while(|other| *other < statement) {
        let deferred = code.syntax.kind(before) == Kind::DeferStatement;
        let Some((call, mutex, name)) = call_of(before, code) else { continue };
        let known = found.held.iter().rposition(|held| held.mutex == mutex);
        match (name, known) {
            (b"Lock", _) if !deferred => found.held.push(Held { lock: call, mutex, deferred: false }),
            (b"Unlock", Some(known)) if deferred => found.held[known].deferred = true,
            (b"Unlock", Some(known)) => {
                found.held.remove(known);
            }
            (b"Unlock", None) if !deferred => found.given_back.push(mutex),
            _ => {}
        }
    }
    found
}

/// The call that gives the mutex back, among the statements behind this one.
fn unlock_after(statement: NodeId, list: NodeId, mutex: &[u8], code: &Code) -> Option<NodeId> {
    let behind = code.syntax.children(list).take(MOST_STATEMENTS).filter(|other| *other > statement);
    behind.filter_map(|other| call_of(other, code)).find_map(|(call, of, name)| {
        let gives_back = name == b"Unlock" && of == mutex;
        gives_back.then_some(call)
    })
}

/// The statements by which the function returns once `lock` has run.
fn returns_after(lock: NodeId, function: NodeId, code: &Code) -> Vec<NodeId> {
    let behind = code.syntax.descendants(function).skip_while(|node| *node <= lock).take(MOST_NODES);
    behind
        .filter(|node| {
            code.syntax.kind(*node) == Kind::ReturnStatement && code.syntax.function(*node) == Some(function)
        })
        .collect()
}

/// The method call that a statement consists of: the call, the text of what it is made on, and its name.
fn call_of<'t>(statement: NodeId, code: &Code<'_, 't>) -> Option<(NodeId, &'t [u8], &'t [u8])> {
    if !matches!(code.syntax.kind(statement), Kind::ExpressionStatement | Kind::DeferStatement) {
        return None;
    }
    let call = code.syntax.children(statement).next()?;
    let function = code.syntax.call(call)?.function;
    let (operand, name) = (code.syntax.child(function, Field::Operand)?, code.syntax.child(function, Field::Field)?);
    Some((call, code.syntax.text(operand), code.syntax.text(name)))
}
