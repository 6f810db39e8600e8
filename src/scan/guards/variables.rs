//! Guards about local variables: how they are declared, how long they live, and how they are used.

use super::{Found, Judgement, binds};
use crate::go::bindings::{BindingId, BindingKind, Reference, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Term, Type};
use crate::rule::{Callee, DeclaredAs, Elements, Uses};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;
use std::sync::Arc;

/// Whether it names (or, of a call, is made on) a variable of its own function.
pub(super) fn is_local(node: NodeId, code: &Code) -> bool {
    let variable = code.variable(node).or_else(|| code.variable(code.root_variable(subject(node, code))?));
    variable.is_some_and(|variable| {
        let binding = code.bindings.binding(variable);
        is_a_variable(binding.kind) && Some(binding.function) == code.syntax.function(node)
    })
}

/// Whether it names a package variable, or a part of one.
pub(super) fn is_of_package(node: NodeId, code: &Code) -> bool {
    code.root_variable(node).is_some_and(|root| code.bindings.of(root) == Reference::Package)
}

fn is_a_variable(kind: BindingKind) -> bool {
    !matches!(kind, BindingKind::Constant | BindingKind::Type | BindingKind::TypeParameter)
}

/// Whether the local variable is declared in one of these ways; binds the declaring statement or spec.
pub(super) fn declared(node: NodeId, ways: &[DeclaredAs], code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let binding = code.bindings.binding(variable);
    if binding.kind != BindingKind::Local || binding.index.is_some() {
        return false.into();
    }
    let way = match binding.value {
        None => binding.written.map(|_| DeclaredAs::Zero),
        Some(value) => initialised_as(value, code),
    };
    let statement = code
        .syntax
        .ancestors(binding.declared)
        .find(|above| matches!(code.syntax.kind(*above), Kind::VarSpec | Kind::ShortVarDeclaration));
    match (way, statement) {
        (Some(way), Some(statement)) if ways.contains(&way) => binds(vec![Found::new(statement)]),
        _ => false.into(),
    }
}

fn initialised_as(value: NodeId, code: &Code) -> Option<DeclaredAs> {
    let value = code.syntax.unparenthesized(value);
    match code.syntax.kind(value) {
        Kind::Nil => Some(DeclaredAs::Nil),
        Kind::CompositeLiteral if is_empty_literal(value, code) => Some(DeclaredAs::EmptyLiteral),
        Kind::UnaryExpression if code.syntax.has_token(value, b"&") => {
            let operand = code.syntax.child(value, Field::Operand)?;
            let empty = code.syntax.kind(operand) == Kind::CompositeLiteral && is_empty_literal(operand, code);
            empty.then_some(DeclaredAs::PointerLiteral)
        }
        Kind::TypeConversionExpression | Kind::CallExpression => {
            if let Some(conversion) = code.syntax.conversion(value)
                && code.syntax.kind(conversion.operand) == Kind::Nil
                && code.syntax.kind(value) == Kind::TypeConversionExpression
            {
                return Some(DeclaredAs::Nil);
            }
            let call = code.syntax.call(value)?;
            if code.bindings.of(call.function) != Reference::Predeclared {
                return None;
            }
            let sizes = call.arguments.get(1..).unwrap_or_default();
            match code.syntax.text(call.function) {
                b"new" => Some(DeclaredAs::New),
                b"make" if sizes.is_empty() => Some(DeclaredAs::MakeEmpty),
                b"make" if sizes.len() == 1 && code.syntax.text(sizes[0]) == b"0" => Some(DeclaredAs::MakeEmpty),
                b"make" => Some(DeclaredAs::MakeSized),
                _ => None,
            }
        }
        _ => None,
    }
}

fn is_empty_literal(literal: NodeId, code: &Code) -> bool {
    code.syntax.child(literal, Field::Body).is_some_and(|body| code.syntax.children(body).next().is_none())
}

/// Whether what it names (or the variable that it is a part of) lives longer than one turn of the loop around it.
pub(super) fn outlives_turn(node: NodeId, code: &Code) -> bool {
    let Some(root) = code.root_variable(subject(node, code)) else { return false };
    let Some(turning) = code.syntax.enclosing_loop(node) else { return false };
    match code.bindings.of(root) {
        Reference::Binding(variable) => {
            let declared = code.bindings.binding(variable).declared;
            !code.syntax.contains(turning, declared)
        }
        Reference::Package | Reference::Imported(_) => true,
        Reference::Predeclared | Reference::NotAName => false,
    }
}

/// What a call is made on: its receiver, or for a function of a package its first argument, `&x` as x.
fn subject(node: NodeId, code: &Code) -> NodeId {
    let Some(call) = code.syntax.call(node) else { return node };
    let receiver = code.root_variable(call.function);
    let function_of_a_package = receiver.is_none_or(|root| matches!(code.bindings.of(root), Reference::Imported(_)));
    if function_of_a_package { call.arguments.first().copied().unwrap_or(node) } else { call.function }
}

/// Whether the local variable stays in its function: no literal captures it, and its address is taken for its own methods
/// only, or handed to calls that the rule itself asks about.
pub(super) fn is_confined(node: NodeId, code: &Code) -> bool {
    is_local(node, code) && code.variable(node).is_some_and(|variable| code.is_confined(variable))
}

/// Whether nothing reads or writes the variable between its declaration and the loop around `node`.
pub(super) fn is_untouched_until_loop(node: NodeId, code: &Code) -> bool {
    let Some(outermost) = outermost_loop_after_declaration(node, code) else { return false };
    let first_use = |variable| code.bindings.uses(variable).first();
    code.variable(node).is_some_and(|variable| first_use(variable).is_none_or(|using| using.node >= outermost))
}

/// Whether, inside the loop around `node`, only the statement that holds it changes the variable: no second append, no
/// reset, no literal or pointer through which others could.
pub(super) fn grows_only_here(node: NodeId, code: &Code) -> bool {
    let (Some(variable), Some(turning)) = (code.variable(node), code.syntax.enclosing_loop(node)) else { return false };
    let is_assignment = |at| (code.syntax.kind(at) == Kind::AssignmentStatement).then_some(Some(at));
    let statement = code.found_out.assignments.first((), code.syntax, node, None, is_assignment);
    let here = |using: &Use| statement.is_some_and(|statement| code.syntax.contains(statement, using.node));
    let changes = |using: &Use| {
        using.captured
            || matches!(
                using.kind,
                UseKind::Written | UseKind::AppendedToItself(_) | UseKind::AddressTaken | UseKind::AddressArgument(..)
            )
    };
    code.uses_in(variable, turning).iter().all(|using| here(using) || !changes(using))
}

/// Methods that take bytes out of a buffer, or drop them.
const EMPTYING: [&[u8]; 9] =
    [b"Next", b"Read", b"ReadByte", b"ReadBytes", b"ReadRune", b"ReadString", b"Reset", b"Truncate", b"WriteTo"];

/// Whether a loop that does not declare the buffer may read it empty: by one of its own methods, or by a function that takes it
/// as an io.Reader, called in the loop or before it with a result that a loop around some use of the buffer uses.
pub(super) fn is_emptied_in_loop(node: NodeId, code: &Code) -> Condition {
    let Some(variable) = code.variable(node) else { return Condition::Unknown };
    let declared = code.bindings.binding(variable).declared;
    let uses = code.bindings.uses(variable);
    let outermost = |node| {
        let loops = std::iter::successors(code.syntax.enclosing_loop(node), |inner| code.syntax.enclosing_loop(*inner));
        loops.take_while(|around| !code.syntax.contains(*around, declared)).last()
    };
    let placed: Vec<(&Use, Option<NodeId>)> = uses.iter().map(|using| (using, outermost(using.node))).collect();
    let mut loops: Vec<NodeId> = placed.iter().filter_map(|(_, around)| *around).collect();
    loops.dedup();
    let emptied = placed.iter().map(|(using, around)| match using.kind {
        UseKind::MethodCall(name) => Condition::settled(around.is_some() && EMPTYING.contains(&code.syntax.text(name))),
        UseKind::Argument(call, index) | UseKind::AddressArgument(call, index) => {
            let matters = around.is_some() || result_is_used_in(&loops, call, code);
            if matters { is_passed_to_read(call, index, code) } else { Condition::Fails }
        }
        _ => Condition::Fails,
    });
    Condition::any(emptied.collect())
}

fn is_passed_to_read(call: NodeId, index: u32, code: &Code) -> Condition {
    let Some(function) = code.syntax.call(call).map(|call| call.function) else { return Condition::Unknown };
    match code.terms.type_of(function) {
        _ if code.bindings.of(function) == Reference::Predeclared => Condition::Fails,
        Term::Is(Type::Unknown) => Condition::Unknown,
        function => Condition::ask(Question::PassedToRead { function, index: index as usize }),
    }
}

/// Whether one of the loops may use what a call before it gave: a variable that it names, or something that is no variable.
fn result_is_used_in(loops: &[NodeId], call: NodeId, code: &Code) -> bool {
    let statement = code.syntax.ancestors(call).find(|above| {
        matches!(
            code.syntax.kind(*above),
            Kind::ShortVarDeclaration
                | Kind::AssignmentStatement
                | Kind::VarSpec
                | Kind::ExpressionStatement
                | Kind::StatementList
        )
    });
    let Some(statement) = statement else { return false };
    let assigned =
        code.syntax.child(statement, Field::Left).into_iter().flat_map(|targets| code.syntax.children(targets));
    assigned.chain(code.syntax.children_in(statement, Field::Name)).any(|target| match code.variable(target) {
        Some(variable) => loops.iter().any(|turning| !code.uses_in(variable, *turning).is_empty()),
        None => code.syntax.text(target) != b"_" && !loops.is_empty(),
    })
}

/// Whether it names a variadic parameter.
pub(super) fn is_variadic(node: NodeId, code: &Code) -> bool {
    code.variable(node).is_some_and(|variable| {
        let declared = code.bindings.binding(variable).declared;
        code.syntax.parent(declared).is_some_and(|above| code.syntax.kind(above) == Kind::VariadicParameterDeclaration)
    })
}

/// Whether it is a parameter of the method that it stands in, or a slice of one.
pub(super) fn is_parameter_of_method(node: NodeId, code: &Code) -> bool {
    let mut node = code.syntax.unparenthesized(node);
    while code.syntax.kind(node) == Kind::SliceExpression {
        let Some(operand) = code.syntax.child(node, Field::Operand) else { return false };
        node = code.syntax.unparenthesized(operand);
    }
    let Some(binding) = code.variable(node).map(|variable| code.bindings.binding(variable)) else { return false };
    let function = code.syntax.function(binding.declared);
    binding.kind == BindingKind::Parameter
        && function.is_some_and(|function| code.syntax.kind(function) == Kind::MethodDeclaration)
}

/// The loop around `node`. A variable that is filled by nested loops has no bound that one length gives.
fn outermost_loop_after_declaration(node: NodeId, code: &Code) -> Option<NodeId> {
    let turning = code.syntax.enclosing_loop(node)?;
    let declared = code.bindings.binding(code.variable(node)?).declared;
    match code.syntax.enclosing_loop(turning) {
        // The loop further out must hold the declaration too, or the variable is filled on several of its turns.
        Some(outer) => code.syntax.contains(outer, declared).then_some(turning),
        None => Some(turning),
    }
}

/// Uses of the local variable as receiver of these methods or argument of these calls; binds the calls.
pub(super) fn used(node: NodeId, uses: &Uses, code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let found: Vec<Found> =
        code.bindings.uses(variable).iter().filter_map(|using| wanted_use(using, uses, code)).collect();
    if uses.times.is_some_and(|times| found.len() != times) {
        return false.into();
    }
    binds(found)
}

/// As [`used`], and every other use than these is a failure.
pub(super) fn only_used(node: NodeId, uses: &Uses, code: &Code) -> Judgement {
    let Some(variable) = code.variable(node) else { return false.into() };
    let mut found = Vec::new();
    for using in code.bindings.uses(variable) {
        match wanted_use(using, uses, code) {
            Some(wanted) => found.push(wanted),
            None => return false.into(),
        }
    }
    if uses.times.is_some_and(|times| found.len() != times) {
        return false.into();
    }
    let all = found.iter().fold(Condition::Holds, |all, one| all.and(one.condition.clone()));
    let condition = if found.is_empty() { Condition::Fails } else { all };
    Judgement { condition, binds: found }
}

fn wanted_use(using: &Use, uses: &Uses, code: &Code) -> Option<Found> {
    match using.kind {
        UseKind::MethodCall(name) => {
            let wanted = uses.methods.iter().any(|method| method.as_bytes() == code.syntax.text(name));
            let call = code.syntax.ancestors(name).find(|above| code.syntax.kind(*above) == Kind::CallExpression)?;
            wanted.then(|| Found::new(call))
        }
        UseKind::Member(name) | UseKind::MemberWritten(name) => {
            let wanted = uses.fields.iter().any(|field| field.as_bytes() == code.syntax.text(name));
            wanted.then(|| Found::new(name))
        }
        UseKind::Written if uses.assigned => Some(Found::new(using.node)),
        UseKind::Argument(call, 1) if uses.spread && is_append(call, code) => {
            code.syntax.call(call).filter(|call| call.spread && call.arguments.len() == 2).map(|_| Found::new(call))
        }
        UseKind::Argument(call, 0) if converts_to(call, &uses.converted_to, code) => Some(Found::new(call)),
        UseKind::Argument(call, _) if uses.elements == Elements::Read && calls_predeclared(call, b"len", code) => {
            Some(Found::new(call))
        }
        UseKind::Argument(call, _) | UseKind::AddressArgument(call, _) if !uses.arguments_of.is_empty() => {
            let condition = super::types::calls(call, &uses.arguments_of, code);
            (condition != Condition::Fails).then(|| Found::under(call, condition))
        }
        UseKind::Indexed | UseKind::Ranged(_) => reads_elements(using, uses, code).then(|| Found::new(using.node)),
        _ => None,
    }
}

/// Whether it is a conversion to one of these predeclared types.
fn converts_to(call: NodeId, types: &[String], code: &Code) -> bool {
    let to = code.syntax.conversion(call).map(|conversion| code.syntax.unparenthesized(conversion.to));
    to.is_some_and(|to| {
        let name = code.syntax.text(to);
        code.bindings.of(to) == Reference::Predeclared && types.iter().any(|wanted| wanted.as_bytes() == name)
    })
}

/// Whether reading elements in this way is among the wanted uses.
fn reads_elements(using: &Use, uses: &Uses, code: &Code) -> bool {
    match uses.elements {
        Elements::No => false,
        Elements::Read => true,
        Elements::Named => {
            let index = code.syntax.parent(using.node).and_then(|element| code.syntax.child(element, Field::Index));
            using.kind == UseKind::Indexed && index.is_some_and(|index| code.terms.is_constant(index))
        }
    }
}

/// Whether the variable outlives its function: put into a pool, stored in a field, an element, a literal or a package variable, sent, or returned.
pub(super) fn is_pooled(node: NodeId, code: &Code) -> Condition {
    let Some(variable) = code.variable(node) else { return Condition::Fails };
    let kept = code.bindings.uses(variable).iter().map(|using| match using.kind {
        UseKind::Argument(call, position) if is_appended(call, position, code) => Condition::Holds,
        UseKind::Argument(call, _) | UseKind::AddressArgument(call, _) => {
            super::types::calls(call, &Arc::from([Callee::exactly("sync.(*Pool).Put")]), code)
        }
        UseKind::Read | UseKind::AddressTaken => Condition::settled(is_stored(using.node, variable, code)),
        UseKind::Returned(_) => Condition::Holds,
        _ => Condition::Fails,
    });
    Condition::any(kept.collect())
}

/// Whether the value of the expression outlives its function: it is returned, sent, appended, or stored in a field, an element or
/// a package variable, at once or by the variable that gets it. `Must(x)` hands on what it is given.
pub(super) fn is_kept(node: NodeId, code: &Code) -> Condition {
    let syntax = code.syntax;
    let mut child = node;
    for above in syntax.ancestors(node) {
        match syntax.kind(above) {
            Kind::ExpressionList | Kind::ParenthesizedExpression | Kind::UnaryExpression | Kind::ArgumentList => {}
            Kind::LiteralElement | Kind::KeyedElement | Kind::ReturnStatement | Kind::SendStatement => {
                return Condition::Holds;
            }
            Kind::CallExpression => {
                let called = syntax.child(above, Field::Function).filter(|called| *called != child);
                let Some(called) = called else { return Condition::Fails };
                let text = syntax.text(called);
                if code.bindings.of(called) == Reference::Predeclared && text == b"append" {
                    return Condition::Holds;
                }
                if !text.ends_with(b".Must") {
                    return Condition::Fails;
                }
            }
            Kind::ShortVarDeclaration | Kind::VarSpec => return declared_is_kept(above, code),
            Kind::AssignmentStatement => {
                let left = syntax.child(above, Field::Left);
                let Some(target) = left.and_then(|left| syntax.children(left).next()) else {
                    return Condition::Unknown;
                };
                return match code.variable(target) {
                    Some(_) => is_pooled(target, code),
                    None => Condition::settled(syntax.text(target) != b"_"),
                };
            }
            _ => return Condition::Fails,
        }
        child = above;
    }
    Condition::Fails
}

/// Whether the first of the variables that a statement declares outlives its function: the others are errors and the like.
fn declared_is_kept(statement: NodeId, code: &Code) -> Condition {
    let left = code.syntax.child(statement, Field::Left).into_iter().flat_map(|left| code.syntax.children(left));
    let first = left.chain(code.syntax.children_in(statement, Field::Name)).next();
    first.map_or(Condition::Fails, |name| is_pooled(name, code))
}

/// Whether this argument becomes an element of a slice: `append(all, x)`, and not `append(all, x...)`, which copies from it.
fn is_appended(call: NodeId, position: u32, code: &Code) -> bool {
    position > 0 && is_append(call, code) && code.syntax.call(call).is_some_and(|call| !call.spread)
}

/// Whether it calls the predeclared append.
fn is_append(call: NodeId, code: &Code) -> bool {
    calls_predeclared(call, b"append", code)
}

fn calls_predeclared(call: NodeId, name: &[u8], code: &Code) -> bool {
    code.syntax.call(call).is_some_and(|call| {
        code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == name
    })
}

/// Whether the value flows from here into something that outlives the function: the right side of an assignment to a
/// field, an element or a package variable, or a channel.
pub(super) fn is_stored(node: NodeId, variable: BindingId, code: &Code) -> bool {
    code.found_out.stored.first(variable, code.syntax, node, false, |child| {
        let above = code.syntax.parent(child)?;
        match code.syntax.kind(above) {
            Kind::SendStatement => Some(code.syntax.child(above, Field::Value) == Some(child)),
            // What a literal is for may outlive the function, whatever gets it first.
            Kind::LiteralElement | Kind::KeyedElement | Kind::ReturnStatement => Some(true),
            Kind::AssignmentStatement => {
                let left = code.syntax.child(above, Field::Left).filter(|left| *left != child);
                Some(left.is_some_and(|left| keeps_a_value(left, variable, code)))
            }
            Kind::ExpressionList | Kind::ParenthesizedExpression | Kind::UnaryExpression | Kind::SliceExpression => {
                None
            }
            _ => Some(false),
        }
    })
}

/// Whether one of these targets is a package variable, or a part of something else than the variable.
fn keeps_a_value(targets: NodeId, variable: BindingId, code: &Code) -> bool {
    code.syntax.children(targets).any(|target| match code.root_variable(target) {
        Some(root) if root == code.syntax.unparenthesized(target) => code.bindings.of(root) == Reference::Package,
        Some(root) => code.variable(root) != Some(variable),
        None => false,
    })
}
