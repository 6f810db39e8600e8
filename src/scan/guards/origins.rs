//! Guards about where a value comes from and how often it is made: what declares a variable, what was called before, and code
//! that a program runs once.

use super::{Found, Judgement};
use crate::go::bindings::{BindingKind, Reference, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::Callee;
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use std::sync::Arc;

/// Whether the local variable is declared with the (first) result of a call of one of these, and never assigned again unless
/// that does not matter. Binds the call.
pub(super) fn made_by(node: NodeId, any: &Arc<[Callee]>, assigned: bool, code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let binding = code.bindings.binding(variable);
    let Some(value) = binding.value.filter(|_| binding.kind == BindingKind::Local && binding.index.unwrap_or(0) == 0)
    else {
        return false.into();
    };
    let value = code.syntax.unparenthesized(value);
    let rewritten = code.bindings.uses(variable).iter().any(|using| matches!(using.kind, UseKind::Written));
    if rewritten && !assigned || code.syntax.call(value).is_none() {
        return false.into();
    }
    let condition = super::types::calls(value, any, code);
    Judgement { binds: vec![Found::under(value, condition.clone())], condition }
}

/// Whether the expression uses a parameter or a variable of its function, or a part of what a call gives: another call of the
/// function may have another one. What belongs to the receiver is the same, as a rule.
pub(super) fn is_given_by_call(node: NodeId, code: &Code) -> bool {
    let is_given = |part: NodeId| match code.syntax.kind(part) {
        Kind::Identifier => {
            code.variable(part).map(|variable| code.bindings.binding(variable)).is_some_and(|binding| {
                binding.kind != BindingKind::Receiver && !code.syntax.contains(node, binding.declared)
            })
        }
        // A method that is called is no part: `New("x").Parse(text)`.
        Kind::SelectorExpression => {
            let is_called = code.syntax.field(part) == Field::Function;
            let operand = code.syntax.child(part, Field::Operand).map(|operand| code.syntax.unparenthesized(operand));
            !is_called && operand.is_some_and(|operand| code.syntax.call(operand).is_some())
        }
        _ => false,
    };
    code.syntax.descendants(node).any(is_given)
}

/// Whether an argument of the call is what io.LimitReader or http.MaxBytesReader gives, at once or by a local variable.
pub(super) fn reads_limited(node: NodeId, code: &Code) -> Condition {
    let Some(call) = code.syntax.call(node) else { return Condition::Fails };
    let any: Arc<[Callee]> = LIMITS.iter().map(|name| Callee::exactly(name)).collect();
    let limited = |argument: &NodeId| {
        let argument = code.syntax.unparenthesized(*argument);
        match code.syntax.call(argument) {
            Some(_) => super::types::calls(argument, &any, code),
            None => made_by(argument, &any, false, code).condition,
        }
    };
    Condition::any(call.arguments.iter().map(limited).collect())
}

/// Functions that make readers which end after a number of bytes.
const LIMITS: [&str; 2] = ["io.LimitReader", "net/http.MaxBytesReader"];

/// Functions that run the literal which they are given once.
const ONCE: [&str; 4] = ["sync.(*Once).Do", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues"];

/// Whether a program runs it once: an initialiser of package level, a function `init` or `main`, what a sync.Once does.
pub(super) fn runs_once(node: NodeId, code: &Code) -> Condition {
    let syntax = code.syntax;
    let mut at = node;
    loop {
        let Some(function) = syntax.function(at) else { return Condition::Holds };
        match syntax.kind(function) {
            Kind::FuncLiteral => {}
            Kind::FunctionDeclaration => {
                let name = syntax.child(function, Field::Name).map(|name| syntax.text(name));
                return Condition::settled(matches!(name, Some(b"init" | b"main")));
            }
            Kind::MethodDeclaration => return Condition::Fails,
            // A declaration of variables.
            _ => return Condition::Holds,
        }
        match above_literal(function, code) {
            Some(call) if syntax.child(call, Field::Function).is_some_and(|called| called != function) => {
                let once: Arc<[Callee]> = ONCE.iter().map(|name| Callee::exactly(name)).collect();
                return super::types::calls(call, &once, code);
            }
            // Called where it stands: it runs as often as what is around it.
            Some(call) => at = call,
            None => return Condition::Fails,
        }
    }
}

/// The call that a literal is an argument of, or that calls it where it stands.
fn above_literal(literal: NodeId, code: &Code) -> Option<NodeId> {
    let above = code
        .syntax
        .ancestors(literal)
        .find(|above| !matches!(code.syntax.kind(*above), Kind::ParenthesizedExpression | Kind::ArgumentList))?;
    (code.syntax.kind(above) == Kind::CallExpression).then_some(above)
}

/// Nodes of one function beyond this are not compared.
const MOST_COMPARED: usize = 4096;

/// Whether the same text was evaluated before, surely and with the same variables, in the same function. Binds the first.
pub(super) fn repeats(node: NodeId, code: &Code) -> Judgement {
    let syntax = code.syntax;
    let Some(function) = syntax.function(node) else { return false.into() };
    let text = syntax.text(node);
    let earlier = syntax.descendants(function).take(MOST_COMPARED).take_while(|other| *other < node).find(|other| {
        syntax.kind(*other) == syntax.kind(node)
            && syntax.text(*other) == text
            && syntax.function(*other) == Some(function)
            && syntax.enclosing_loop(*other) == syntax.enclosing_loop(node)
            && surely_precedes(*other, node, code)
    });
    match earlier {
        Some(first) if is_steady_between(first, node, code) => {
            Judgement { condition: Condition::Holds, binds: vec![Found::new(first)] }
        }
        _ => false.into(),
    }
}

/// Whether `first` has been evaluated whenever `node` is: no branch and no literal holds it that does not hold `node` too.
fn surely_precedes(first: NodeId, node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let mut child = first;
    for above in syntax.ancestors(first) {
        if syntax.contains(above, node) {
            return true;
        }
        let lazy = syntax.kind(above) == Kind::BinaryExpression
            && syntax.field(child) == Field::Right
            && (syntax.has_token(above, b"&&") || syntax.has_token(above, b"||"));
        let deferred = matches!(syntax.kind(above), Kind::DeferStatement | Kind::GoStatement);
        if lazy || deferred || syntax.field(child) == Field::Update || is_branch(above, code) {
            return false;
        }
        child = above;
    }
    false
}

fn is_branch(node: NodeId, code: &Code) -> bool {
    matches!(
        code.syntax.kind(node),
        Kind::Block
            | Kind::ExpressionCase
            | Kind::TypeCase
            | Kind::DefaultCase
            | Kind::CommunicationCase
            | Kind::FuncLiteral
    )
}

/// Whether no variable that the text names is changed, as far as this function shows, from `first` on up to `node`.
fn is_steady_between(first: NodeId, node: NodeId, code: &Code) -> bool {
    std::iter::once(node).chain(code.syntax.descendants(node)).all(|part| match code.bindings.of(part) {
        Reference::Binding(variable) => {
            let changes = code.changes(variable);
            code.bindings.binding(variable).declared < first
                && !changes.iter().any(|change| (first..node).contains(change))
        }
        _ => true,
    })
}

/// Whether an earlier call in the same function, made on the same expression, calls one of these, and is not on a way of
/// its own that ends before the node.
pub(super) fn called_before(node: NodeId, any: &Arc<[Callee]>, code: &Code) -> Condition {
    let syntax = code.syntax;
    let (Some(function), Some(subject)) = (syntax.function(node), receiver(node, code)) else {
        return Condition::Fails;
    };
    let earlier = syntax
        .descendants(function)
        .take(MOST_COMPARED)
        .take_while(|other| *other < node)
        .filter(|other| syntax.kind(*other) == Kind::CallExpression && receiver(*other, code) == Some(subject))
        .filter(|other| {
            let list = syntax.ancestors(*other).find(|above| syntax.kind(*above) == Kind::StatementList);
            list.is_some_and(|list| syntax.contains(list, node) || super::loops::last_exit(list, code).is_none())
        });
    Condition::any(earlier.map(|call| super::types::calls(call, any, code)).collect())
}

/// The text of what a method is called on.
fn receiver<'t>(call: NodeId, code: &Code<'_, 't>) -> Option<&'t [u8]> {
    let function = code.syntax.unparenthesized(code.syntax.child(call, Field::Function)?);
    code.syntax.child(function, Field::Operand).map(|operand| code.syntax.text(operand))
}
