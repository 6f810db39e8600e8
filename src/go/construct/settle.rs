//! Constructs with the facts of their package: what cannot allocate is dropped, and what the facts know of the rest is
//! written into it.

use super::condition::{Condition, needs_memory, target};
use super::{Amount, Callee, Construct, ConstructKind};
use crate::go::evaluate::{Denoted, World, denoted, evaluate};
use crate::go::types::{Basic, Term, Type, Untyped};

/// The constructs of one declaration, as [`super::constructs`] gave them, that can allocate in `world`. Of their conditions
/// those stay that nobody can answer.
pub fn settled(constructs: Vec<Construct>, world: &World) -> Vec<Construct> {
    let mut kept: Vec<Construct> = Vec::with_capacity(constructs.len());
    // Loops over functions around the construct at hand: where each begins and ends.
    let mut bodies: Vec<(usize, usize)> = Vec::new();
    for mut construct in constructs {
        while bodies.last().is_some_and(|(_, end)| *end <= construct.span.start) {
            bodies.pop();
        }
        if !settle(&mut construct, world) {
            continue;
        }
        if let Some((start, end)) = bodies.last()
            && construct.span.end <= *end
            && construct.literal_at.is_none_or(|literal| literal < *start)
        {
            construct.literal_at = Some(*start);
        }
        if let (ConstructKind::RangeOverFunc, Some(body)) =
            (&construct.kind, construct.conditions.is_empty().then_some(construct.span))
        {
            bodies.push((body.start, body.end));
        }
        kept.push(construct);
    }
    kept
}

/// Whether it can allocate; conditions that hold are dropped.
fn settle(construct: &mut Construct, world: &World) -> bool {
    let mut open = Vec::new();
    for condition in std::mem::take(&mut construct.conditions) {
        match condition.settle(world) {
            Some(true) => refine(construct, &condition, world),
            Some(false) if passes_interface(&condition, world) => construct.kind = ConstructKind::ConversionCache,
            Some(false) => return false,
            None => open.push(condition),
        }
    }
    if construct.kind == ConstructKind::ConversionCache {
        construct.amount = Amount::Table(16);
    }
    construct.conditions = open;
    refine_callee(construct, world);
    !matches!(&construct.amount, Amount::One(of) if is_empty(of, world))
}

/// Whether what looked like boxing turns one interface into another one with methods, for which the runtime looks up
/// tables.
fn passes_interface(condition: &Condition, world: &World) -> bool {
    let Condition::Boxes { value, into } = condition else { return false };
    let (value, into) = (evaluate(value, world), evaluate(into, world));
    let with_methods = |of: &Type| match world.underlying(of) {
        Type::Interface { methods, embedded } => !methods.is_empty() || !embedded.is_empty(),
        _ => false,
    };
    // From `any` it takes an assertion, which is a construct of its own.
    with_methods(&value) && with_methods(&into) && world.identical(&value, &into) == Some(false)
}

/// Objects without size share one address.
fn is_empty(of: &Term, world: &World) -> bool {
    world.size_bytes(&evaluate(of, world)) == Some(0)
}

/// Writes down what a condition that holds says of the amount.
fn refine(construct: &mut Construct, condition: &Condition, world: &World) {
    match condition {
        Condition::Surely(inner) => refine(construct, inner, world),
        Condition::PacksArguments { function, arguments } => {
            let Type::Func(signature) = world.underlying(&evaluate(function, world)) else { return };
            let Some(fixed) = signature.parameters.len().checked_sub(1) else { return };
            let Some(Type::Slice(element)) = signature.parameters.last() else { return };
            let count = u64::from(*arguments).checked_sub(fixed as u64);
            construct.amount = Amount::Elements { of: Term::Is((**element).clone()), count, grows: false };
        }
        Condition::BindsMethod { receiver, name } => {
            let of = evaluate(receiver, world);
            let pointed = match world.underlying(&of) {
                Type::Pointer(pointed) => (*pointed).clone(),
                _ => of.clone(),
            };
            let captured = match world.method_takes_pointer(&pointed, name) {
                Some(true) => vec![None],
                Some(false) => vec![Some(Term::Is(pointed))],
                None => return construct.amount = Amount::Unknown,
            };
            construct.amount = Amount::Bound { receiver: captured.into_iter().next().flatten() };
        }
        Condition::Copies { from, to } => construct.amount = copied(from, to, world, &construct.amount),
        Condition::Boxes { value, .. } if needs_memory(&evaluate(value, world), world) == Some(true) => {
            construct.amount = Amount::One(Term::Is(evaluate(value, world)));
        }
        _ => {}
    }
}

/// What a conversion makes: of a rune at most four bytes, of a constant as many as it has.
fn copied(from: &Term, to: &Term, world: &World, before: &Amount) -> Amount {
    let rune = matches!(
        world.underlying(&evaluate(from, world)),
        Type::Basic(Basic::Int(_) | Basic::Uint(_)) | Type::Untyped(Untyped::Int | Untyped::Rune)
    );
    let runes = matches!(target(to, world).map(|to| world.underlying(&to)), Some(Type::Slice(of)) if world.underlying(&of) == Type::RUNE);
    match before {
        _ if rune => Amount::Bytes(4),
        _ if runes => Amount::Elements { of: Term::Is(Type::RUNE), count: None, grows: true },
        known => known.clone(),
    }
}

/// A name of package level may be a variable, a selection a field: then a value is called.
fn refine_callee(construct: &mut Construct, world: &World) {
    let ConstructKind::Call(callee) = &mut construct.kind else { return };
    let value = match callee {
        Callee::Function(package, name) => world.is_function(package, name) == Some(false),
        Callee::Method(receiver, name) => {
            let binds = Condition::BindsMethod { receiver: receiver.clone(), name: name.clone() };
            let is_type = matches!(denoted(receiver, world), Some(Denoted::Type(_)));
            !is_type && binds.settle(world) == Some(false)
        }
        Callee::Literal | Callee::Value => false,
    };
    if value {
        *callee = Callee::Value;
    }
}
