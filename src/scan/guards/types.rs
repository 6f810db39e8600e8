//! Guards about types, calls and conversions. Most end in a question to the package's facts.

use super::{Found, Judgement};
use crate::go::bindings::{BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Basic, Package, Term, Type};
use crate::rule::{Callee, TypeClass, TypePattern};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;
use std::sync::Arc;

/// Whether the expression has one of these types.
pub(super) fn is_of_type(node: NodeId, any: &Arc<[TypePattern]>, code: &Code) -> Condition {
    asks_type(code.terms.type_of(node), any)
}

/// Whether the type node denotes one of these types.
pub(super) fn denotes(node: NodeId, any: &Arc<[TypePattern]>, code: &Code) -> Condition {
    asks_type(Term::Is(code.terms.type_node(node)), any)
}

fn asks_type(of: Term, any: &Arc<[TypePattern]>) -> Condition {
    match of {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::TypeIs { of, any: any.clone() }),
    }
}

/// Whether the call, or the function expression, calls one of these.
pub(super) fn calls(node: NodeId, any: &Arc<[Callee]>, code: &Code) -> Condition {
    let function = code.syntax.call(node).map_or(node, |call| call.function);
    match code.terms.type_of(function) {
        Term::Value(Package::Path(path), name) => {
            let name = format!("{path}.{name}");
            Condition::settled(any.iter().any(|callee| callee.matches(&name)))
        }
        // The method's own name decides most cases without a type.
        Term::Member(_, ref name) if !any.iter().any(|callee| callee.may_be_called(name)) => Condition::Fails,
        Term::Is(_) => Condition::Fails,
        function => Condition::ask(Question::Calls { function, any: any.clone() }),
    }
}

/// Whether it is an argument, on its own, of a call of one of these, with at least `from` others before it.
pub(super) fn is_argument_of(node: NodeId, any: &Arc<[Callee]>, from: usize, code: &Code) -> Judgement {
    let mut argument = node;
    let mut above = code.syntax.parent(node);
    while let Some(around) = above.filter(|around| code.syntax.kind(*around) == Kind::ParenthesizedExpression) {
        argument = around;
        above = code.syntax.parent(around);
    }
    let is_behind = |list: &NodeId| !code.syntax.children(*list).take(from).any(|child| child == argument);
    let list = above.filter(|above| code.syntax.kind(*above) == Kind::ArgumentList).filter(is_behind);
    match list.and_then(|list| code.syntax.parent(list)) {
        Some(call) => {
            let function = code.syntax.call(call).map_or(call, |call| code.syntax.unparenthesized(call.function));
            let condition = if code.bindings.of(function) == Reference::Predeclared {
                let name = format!("builtin.{}", String::from_utf8_lossy(code.syntax.text(function)));
                Condition::settled(any.iter().any(|callee| callee.matches(&name)))
            } else {
                calls(call, any, code)
            };
            Judgement { binds: vec![Found::under(call, condition.clone())], condition }
        }
        None => false.into(),
    }
}

/// Whether it is what a conversion to one of these types takes.
pub(super) fn is_converted(node: NodeId, to: &Arc<[TypePattern]>, code: &Code) -> Condition {
    let around = code
        .syntax
        .ancestors(node)
        .find(|above| !matches!(code.syntax.kind(*above), Kind::ParenthesizedExpression | Kind::ArgumentList));
    let takes = |around: &NodeId| {
        let conversion = code.syntax.conversion(*around);
        conversion.is_some_and(|conversion| {
            code.syntax.unparenthesized(conversion.operand) == code.syntax.unparenthesized(node)
        })
    };
    around.filter(takes).map_or(Condition::Fails, |around| converts(around, to, code))
}

/// Whether both expressions have one type, or types with one underlying type.
pub(super) fn are_of_one_type(node: NodeId, other: NodeId, code: &Code) -> Condition {
    let (one, other) = (code.terms.type_of(node), code.terms.type_of(other));
    Condition::ask(Question::SameType { one, other, receivers: false })
}

/// Whether a value of the expression's type takes at least so many bytes.
pub(super) fn takes_at_least(node: NodeId, bytes: u64, code: &Code) -> Condition {
    match code.terms.type_of(node) {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::TakesAtLeast { of, bytes }),
    }
}

/// Whether an element of the slice, array or map takes at least so many bytes.
pub(super) fn elements_take_at_least(node: NodeId, bytes: u64, code: &Code) -> Condition {
    match code.terms.type_of(node) {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::TakesAtLeast { of: Term::Element(of.into()), bytes }),
    }
}

/// Whether the call calls the declaration that it stands in: the function by its name, or the method on a receiver of the same
/// type.
pub(super) fn calls_itself(node: NodeId, code: &Code) -> Condition {
    let called = code.syntax.call(node).map(|call| code.syntax.unparenthesized(call.function));
    let (Some(called), Some(declaration)) = (called, code.syntax.declaration()) else { return Condition::Fails };
    let Some(name) = code.syntax.child(declaration, Field::Name) else { return Condition::Fails };
    let is_named = |node: NodeId| code.syntax.text(node) == code.syntax.text(name);
    match code.syntax.kind(declaration) {
        Kind::FunctionDeclaration => {
            Condition::settled(is_named(called) && code.bindings.of(called) == Reference::Package)
        }
        Kind::MethodDeclaration => {
            let method = code.syntax.child(called, Field::Field).is_some_and(is_named);
            let receiver = code.bindings.all().find(|(_, one)| one.kind == BindingKind::Receiver);
            let (Some((receiver, _)), true) = (receiver, method) else { return Condition::Fails };
            let Some(operand) = code.syntax.child(called, Field::Operand) else { return Condition::Fails };
            let (one, other) = (code.terms.type_of(operand), code.terms.type_of_binding(receiver));
            Condition::ask(Question::SameType { one, other, receivers: true })
        }
        _ => Condition::Fails,
    }
}

/// Calls and variables that are followed from a reflected part back to the value that it is a part of.
const LONGEST_CHAIN: usize = 16;

/// Whether it is what reflection finds in a value: `reflect.ValueOf(v).Field(i).Interface()`, or a local variable that holds
/// that, where v is not known to be an interface itself.
pub(super) fn is_reflected_part(node: NodeId, code: &Code) -> Condition {
    let value_of: Arc<[Callee]> = Arc::from([Callee::exactly("reflect.ValueOf")]);
    let dynamic: Arc<[TypePattern]> = Arc::from([TypePattern::Class(TypeClass::Dynamic)]);
    let mut at = node;
    for _ in 0..LONGEST_CHAIN {
        at = code.syntax.unparenthesized(at);
        let before = match code.syntax.call(at) {
            Some(call) if calls(at, &value_of, code) == Condition::Holds => {
                let reflected = call.arguments.first().map(|argument| super::values::pointed_at(*argument, code));
                return reflected.map_or(Condition::Fails, |value| is_of_type(value, &dynamic, code).unproven());
            }
            Some(call) => code.syntax.child(code.syntax.unparenthesized(call.function), Field::Operand),
            None => code.variable(at).and_then(|variable| code.bindings.binding(variable).value),
        };
        let Some(before) = before else { return Condition::Fails };
        at = before;
    }
    Condition::Fails
}

/// Whether the type switch asks for types that are not all numbers, so that no type parameter could stand for them.
pub(super) fn has_mixed_cases(switch: NodeId, code: &Code) -> bool {
    let cases = code.syntax.children(switch).filter(|child| code.syntax.kind(*child) == Kind::TypeCase);
    cases.flat_map(|case| code.syntax.children_in(case, Field::Type)).any(|asked| {
        let of = code.terms.type_node(asked);
        !matches!(of, Type::Basic(Basic::Int(_) | Basic::Uint(_) | Basic::Float(_)))
    })
}

/// Whether it converts to one of these types, rather than calling something of this name.
pub(super) fn converts(node: NodeId, to: &Arc<[TypePattern]>, code: &Code) -> Condition {
    let Some(conversion) = code.syntax.conversion(node) else { return Condition::Fails };
    let names_a_value = match code.syntax.kind(code.syntax.unparenthesized(conversion.to)) {
        Kind::Identifier => match code.bindings.of(code.syntax.unparenthesized(conversion.to)) {
            Reference::Binding(binding) => code.bindings.binding(binding).kind != BindingKind::Type,
            _ => false,
        },
        _ => false,
    };
    if names_a_value { Condition::Fails } else { denotes(conversion.to, to, code) }
}

/// Whether the compiler makes do without a copy for the conversion at this node (cmd/compile/internal/walk/order.go).
pub(super) fn is_elided(node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let mut child = node;
    for above in syntax.ancestors(node) {
        let field = syntax.field(child);
        match syntax.kind(above) {
            Kind::ParenthesizedExpression => child = above,
            Kind::IndexExpression => return field == Field::Index && !is_assigned(above, code),
            Kind::RangeClause => {
                return syntax.conversion(node).is_some_and(|conversion| {
                    field == Field::Right
                        && syntax.kind(conversion.to) == Kind::SliceType
                        && syntax.text(conversion.to) == b"[]byte"
                });
            }
            Kind::ExpressionSwitchStatement => return field == Field::Value,
            Kind::BinaryExpression => {
                let operator = syntax.child(above, Field::Operator).map(|operator| syntax.text(operator));
                return match operator {
                    Some(b"==" | b"!=" | b"<" | b"<=" | b">" | b">=") => true,
                    Some(b"+") => concatenates_a_literal(above, code),
                    _ => false,
                };
            }
            _ => return false,
        }
    }
    false
}

/// Whether an index expression is the target of an assignment, so that a map must keep its key.
pub(super) fn is_assigned(index: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    code.found_out.assigned.first((), syntax, index, false, |child| match syntax.kind(syntax.parent(child)?) {
        Kind::AssignmentStatement | Kind::RangeClause => Some(syntax.field(child) == Field::Left),
        Kind::IncStatement | Kind::DecStatement => Some(true),
        Kind::ExpressionList | Kind::SelectorExpression | Kind::IndexExpression | Kind::ParenthesizedExpression => None,
        _ => Some(false),
    })
}

/// Whether some operand of the whole `a + b + c` around this sum is a non-empty string literal. Parentheses change nothing.
fn concatenates_a_literal(sum: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let is_part = |node: NodeId| matches!(syntax.kind(node), Kind::BinaryExpression | Kind::ParenthesizedExpression);
    let outermost = |node| (!syntax.parent(node).is_some_and(is_part)).then_some(node);
    let whole = code.found_out.sums.first((), syntax, sum, sum, outermost);
    let search = || {
        let mut open = vec![whole];
        while let Some(part) = open.pop() {
            let literal = matches!(syntax.kind(part), Kind::InterpretedStringLiteral | Kind::RawStringLiteral);
            if literal && syntax.text(part).len() > 2 {
                return true;
            }
            if is_part(part) {
                open.extend(syntax.children(part));
            }
        }
        false
    };
    *code.found_out.literal_sums.borrow_mut().entry(whole).or_insert_with(search)
}

/// Whether it is a string literal with one of these values.
pub(super) fn has_text(node: NodeId, any: &[String], code: &Code) -> bool {
    let literal = matches!(code.syntax.kind(node), Kind::InterpretedStringLiteral | Kind::RawStringLiteral);
    let text = code.syntax.text(node);
    let inside = text.get(1..text.len().saturating_sub(1)).unwrap_or_default();
    literal && any.iter().any(|wanted| wanted.as_bytes() == inside)
}

/// Whether the call has this many arguments, none of them spread.
pub(super) fn has_arguments(node: NodeId, count: usize, code: &Code) -> bool {
    code.syntax.call(node).is_some_and(|call| call.arguments.len() == count && !call.spread)
}

/// Types that hand a request to a handler on their own, by import path and name.
const REQUEST_CONTEXTS: [(&str, &str); 8] = [
    ("github.com/gin-gonic/gin", "Context"),
    ("github.com/labstack/echo", "Context"),
    ("github.com/labstack/echo/v4", "Context"),
    ("github.com/gofiber/fiber/v2", "Ctx"),
    ("github.com/gofiber/fiber/v3", "Ctx"),
    ("github.com/valyala/fasthttp", "RequestCtx"),
    ("github.com/kataras/iris/v12", "Context"),
    ("github.com/cloudwego/hertz/pkg/app", "RequestContext"),
];

/// Whether a function around it has the shape of an HTTP handler.
pub(super) fn in_handler(node: NodeId, code: &Code) -> bool {
    let mut at = code.syntax.function(node);
    let mut asked = Vec::new();
    let answer = loop {
        let Some(function) = at else { break false };
        if let Some(known) = code.found_out.handlers.borrow().get(&function) {
            break *known;
        }
        asked.push(function);
        if is_handler(function, code) {
            break true;
        }
        let outside = code.syntax.parent(function).filter(|_| runs_with_its_handler(function, code));
        at = outside.and_then(|outside| code.syntax.function(outside));
    };
    code.found_out.handlers.borrow_mut().extend(asked.into_iter().map(|function| (function, answer)));
    answer
}

/// Whether it is a function literal that is called, or handed to a call, where it stands: one in a variable, in a timer or in a
/// sync.Once may run for few requests, or for none.
fn runs_with_its_handler(function: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let Some(above) = syntax.parent(function) else { return false };
    let call = match syntax.kind(above) {
        Kind::CallExpression | Kind::ParenthesizedExpression => return true,
        Kind::ArgumentList => syntax.parent(above).and_then(|call| syntax.call(call)),
        _ => None,
    };
    syntax.kind(function) == Kind::FuncLiteral
        && call.is_some_and(|call| {
            let name = syntax.child(call.function, Field::Field).map(|name| syntax.text(name));
            name != Some(b"AfterFunc") && (name != Some(b"Do") || call.arguments.len() > 1)
        })
}

fn is_handler(function: NodeId, code: &Code) -> bool {
    let Some(parameters) = code.syntax.child(function, Field::Parameters) else { return false };
    let (mut writer, mut request) = (false, false);
    for parameter in code.syntax.children(parameters) {
        let Some(written) = code.syntax.child(parameter, Field::Type) else { continue };
        let (pointer, named) = match code.terms.type_node(written) {
            Type::Pointer(to) => (true, (*to).clone()),
            plain => (false, plain),
        };
        let Type::Named(Package::Path(path), name, _) = named else { continue };
        match (&*path, &*name) {
            ("net/http", "ResponseWriter") => writer = true,
            ("net/http", "Request") => request |= pointer,
            known if REQUEST_CONTEXTS.contains(&known) => return true,
            _ => {}
        }
    }
    writer && request
}
