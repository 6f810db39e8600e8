//! Guards about values: constants, literals that are always the same, what a call puts into interfaces, texts of a known length, and
//! the verbs of formats.

use super::{Found, Judgement, binds};
use crate::go::bindings::{Binding, BindingKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Term, Type};
use crate::rule::{TypeClass, TypePattern};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;
use std::sync::Arc;

/// Whether it is a constant expression, or the name of a package-level constant.
pub(super) fn is_constant(node: NodeId, code: &Code) -> Condition {
    if code.terms.is_constant(node) {
        return Condition::Holds;
    }
    match code.terms.qualified(node) {
        Some((package, name)) => Condition::ask(Question::IsConstant { package, name }),
        None => Condition::Fails,
    }
}

/// Whether it is a composite literal of constants (`&T{...}` too), or a local variable that holds one and is never changed:
/// it has the same value each time.
pub(super) fn is_fixed_literal(node: NodeId, code: &Code) -> Condition {
    let node = pointed_at(node, code);
    let Some(variable) = code.variable(node) else { return fixed(node, code) };
    let binding = code.bindings.binding(variable);
    match binding.value {
        Some(value) if binding.kind == BindingKind::Local && binding.index.is_none() && code.is_only_read(variable) => {
            fixed(value, code)
        }
        _ => Condition::Fails,
    }
}

/// The operand of `&x`, else the node itself.
pub(super) fn pointed_at(node: NodeId, code: &Code) -> NodeId {
    let node = code.syntax.unparenthesized(node);
    let address = code.syntax.kind(node) == Kind::UnaryExpression && code.syntax.has_token(node, b"&");
    let operand = code.syntax.child(node, Field::Operand).filter(|_| address);
    operand.map_or(node, |operand| code.syntax.unparenthesized(operand))
}

/// Literals with more values than this are not read: nobody writes such a document by hand.
const MOST_VALUES: usize = 256;

/// Whether every value written in the literal is a constant.
fn fixed(literal: NodeId, code: &Code) -> Condition {
    let mut all = Condition::Holds;
    let mut open = vec![pointed_at(literal, code)];
    if code.syntax.kind(open[0]) != Kind::CompositeLiteral {
        return Condition::Fails;
    }
    let mut read = 0;
    while let Some(value) = open.pop() {
        read += 1;
        match code.syntax.kind(value) {
            _ if read > MOST_VALUES => return Condition::Fails,
            Kind::CompositeLiteral => open.extend(code.syntax.child(value, Field::Body)),
            Kind::LiteralValue => open.extend(code.syntax.children(value).take(MOST_VALUES)),
            Kind::KeyedElement => open.extend(code.syntax.child(value, Field::Value)),
            Kind::LiteralElement => open.extend(code.syntax.children(value).map(|value| pointed_at(value, code))),
            _ => all = all.and(is_constant(value, code)),
        }
    }
    all
}

/// Arguments of the call that are passed as interfaces although they are not of a pointer's shape; binds them. Where some of them
/// are of the types that are `rather` spoken of, it binds those alone.
pub(super) fn boxes(node: NodeId, rather: &Arc<[TypePattern]>, code: &Code) -> Judgement {
    let Some(call) = code.syntax.call(node) else { return false.into() };
    let function = code.terms.type_of(call.function);
    if matches!(function, Term::Is(Type::Unknown)) {
        return Condition::Unknown.into();
    }
    let spread = call.spread.then(|| call.arguments.len() - 1);
    let candidates = call
        .arguments
        .iter()
        .enumerate()
        .filter(|(index, argument)| Some(*index) != spread && !code.terms.is_constant(**argument))
        .filter(|(_, argument)| !stays_below_256(**argument, code));
    let boxed = candidates.filter_map(|(index, argument)| {
        let argument_term = code.terms.type_of(*argument);
        if matches!(argument_term, Term::Is(Type::Unknown)) {
            return None;
        }
        let question = Question::Boxes { function: function.clone(), index, argument: argument_term };
        let varies = is_constant(*argument, code).negated();
        Some(Found::under(*argument, varies.and(Condition::ask(question))))
    });
    let boxed: Vec<Found> = boxed.collect();
    // Each then carries what is asked of all others.
    if rather.is_empty() || boxed.len() > MOST_COMPARED {
        return binds(boxed);
    }
    let fits = |one: &Found| one.condition.clone().and(super::types::is_of_type(one.node, rather, code));
    let none_fits = Condition::any(boxed.iter().map(fits).collect()).unproven();
    let named = boxed.iter().map(|one| {
        let only = one.condition.clone().and(none_fits.clone());
        Found::under(one.node, Condition::any(vec![fits(one), only]))
    });
    binds(named.collect())
}

/// Of more arguments than this none is named rather than the others.
const MOST_COMPARED: usize = 16;

/// The values of integers that Go has boxed already are below this.
const BOXED_ALREADY: u64 = 256;

/// Whether an integer surely stays so small that its box is there already, or nothing says that it ever gets larger: the
/// counter of a loop of few turns, or one that starts small and is only counted up by one. A small number may be added to it.
fn stays_below_256(argument: NodeId, code: &Code) -> bool {
    let argument = code.syntax.unparenthesized(argument);
    if code.syntax.kind(argument) != Kind::BinaryExpression {
        return is_small_counter(argument, code);
    }
    let (left, right) = (code.syntax.child(argument, Field::Left), code.syntax.child(argument, Field::Right));
    code.syntax.has_token(argument, b"+")
        && left.is_some_and(|left| is_small_counter(left, code))
        && right.and_then(|right| code.integer(right)).is_some_and(|more| more < BOXED_ALREADY / 2)
}

fn is_small_counter(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let binding = code.bindings.binding(variable);
    code.is_only_counted(variable)
        && match binding.kind {
            BindingKind::RangeKey => {
                binding.value.and_then(|over| super::turns::most(over, code)).is_some_and(is_small)
            }
            BindingKind::Local => starts_small(binding, code) && counts_to(binding, code).is_none_or(is_small),
            _ => false,
        }
}

fn is_small(value: u64) -> bool {
    value <= BOXED_ALREADY
}

fn starts_small(binding: &Binding, code: &Code) -> bool {
    let start = binding.value.filter(|_| binding.index.is_none()).and_then(|value| code.integer(value));
    start.is_some_and(|start| start < BOXED_ALREADY)
}

/// What a loop of its own counts the variable up to; `None` for a variable that no loop's clause declares. A bound that is not
/// written out may be anything.
fn counts_to(binding: &Binding, code: &Code) -> Option<u64> {
    let declaration = code.syntax.parent(code.syntax.parent(binding.declared)?)?;
    let clause = code.syntax.parent(declaration).filter(|above| code.syntax.kind(*above) == Kind::ForClause)?;
    let condition = code.syntax.child(clause, Field::Condition);
    let bound = condition.and_then(|condition| code.syntax.child(condition, Field::Right));
    Some(bound.and_then(|bound| code.integer(bound)).unwrap_or(u64::MAX))
}

/// A conversion that does not outlive its function copies so many bytes to the stack.
const ON_THE_STACK: usize = 32;

/// The longest integer: `-9223372036854775808`.
const DIGITS: usize = 20;

/// Whether a text that fmt makes surely has at most 32 bytes: a format without much text, and numbers or booleans for values.
pub(super) fn is_short_text(node: NodeId, code: &Code) -> Condition {
    let Some(call) = code.syntax.call(node).filter(|call| !call.spread) else { return Condition::Fails };
    let is_literal =
        |part: NodeId| matches!(code.syntax.kind(part), Kind::InterpretedStringLiteral | Kind::RawStringLiteral);
    let (literals, values): (Vec<NodeId>, Vec<NodeId>) = call.arguments.iter().partition(|part| is_literal(**part));
    let texts = literals.iter().map(|literal| code.syntax.text(*literal));
    // The quotes are none of the text, and a verb stands for its value; what is padded by more than nine places is left out.
    let pads = texts.clone().any(|text| text.windows(2).any(|two| two.iter().all(u8::is_ascii_digit)));
    let length = texts.map(|text| text.len().saturating_sub(2)).sum::<usize>() + values.len() * (DIGITS - 2);
    if pads || values.is_empty() || length > ON_THE_STACK {
        return Condition::Fails;
    }
    let numbers: Arc<[TypePattern]> =
        Arc::from([TypePattern::Class(TypeClass::Integer), TypePattern::Class(TypeClass::Bool)]);
    let all = values.iter().map(|value| super::types::is_of_type(*value, &numbers, code));
    all.fold(Condition::Holds, Condition::and)
}

/// Whether it is a value of a format that stands there, and one of these verbs formats it: `%s` without flags or a
/// width, `%*s` with any.
pub(super) fn is_formatted_by(node: NodeId, any: &[String], code: &Code) -> bool {
    let unwrapped = |argument: &NodeId| code.syntax.unparenthesized(*argument);
    let call = code
        .syntax
        .ancestors(node)
        .find(|above| !matches!(code.syntax.kind(*above), Kind::ParenthesizedExpression | Kind::ArgumentList));
    let Some(call) = call.and_then(|above| code.syntax.call(above)) else { return false };
    let node = code.syntax.unparenthesized(node);
    let position = call.arguments.iter().position(|argument| unwrapped(argument) == node);
    let format = call.arguments.iter().position(|argument| {
        matches!(code.syntax.kind(*argument), Kind::InterpretedStringLiteral | Kind::RawStringLiteral)
    });
    let (Some(position), Some(format)) = (position, format) else { return false };
    let verbs = verbs_of(code.syntax.text(call.arguments[format]));
    let verb = position.checked_sub(format + 1).and_then(|place| verbs.as_ref()?.get(place));
    verb.is_some_and(|verb| {
        any.iter().any(|wanted| match wanted.strip_prefix("%*") {
            Some(letter) => verb.ends_with(letter.as_bytes()),
            None => wanted.as_bytes() == *verb,
        })
    })
}

/// The verbs of a format in their order, each from its `%` on; `None` where values are named by their place or give a width.
fn verbs_of(format: &[u8]) -> Option<Vec<&[u8]>> {
    let mut verbs = Vec::new();
    let mut rest = format;
    while let Some(start) = rest.iter().position(|byte| *byte == b'%') {
        rest = &rest[start..];
        let behind = rest.iter().skip(1).position(|byte| !b"+-# 0123456789.".contains(byte))? + 1;
        match rest[behind] {
            b'*' | b'[' => return None,
            b'%' => {}
            _ => verbs.push(&rest[..=behind]),
        }
        rest = &rest[behind + 1..];
    }
    Some(verbs)
}

/// Whether the composite literal makes what pointers in it point at: `&T{}`.
pub(super) fn holds_pointers(node: NodeId, code: &Code) -> bool {
    code.syntax
        .descendants(node)
        .any(|part| code.syntax.kind(part) == Kind::UnaryExpression && code.syntax.has_token(part, b"&"))
}
