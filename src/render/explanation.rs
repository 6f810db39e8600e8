//! What allocates on a line and how that memory behaves, in words that every format for people shares.

use super::cost::short_symbol;
use super::{quantity, untrusted};
use crate::model::{Behaviour, ExplainedPart, Explanation, Hotspot, Ladder, Lifetime, SizeCost};

/// Constructs that cannot be told apart are named up to so many.
const NAMED: usize = 3;
/// Callers told.
const CALLERS: usize = 2;

/// Everything about the line of a hotspot: `` `make([]T, n)` ``, then `48 k times, 5.9 KiB each, short-lived, for api.List 62 %`, then
/// how it grew, then what could be done.
pub(super) fn told(hotspot: &Hotspot) -> Vec<String> {
    let mut lines: Vec<String> = constructs(&hotspot.explanation).into_iter().collect();
    let mut words: Vec<String> = sizes(&hotspot.explanation).into_iter().collect();
    words.extend(behaviour(&hotspot.behaviour));
    if !words.is_empty() {
        lines.push(words.join(", "));
    }
    lines.extend(growth(&hotspot.explanation));
    lines.extend(padding(&hotspot.explanation));
    lines.extend(advice(&hotspot.explanation, &hotspot.behaviour).map(str::to_owned));
    lines
}

/// The constructs of a line: `` `make([]T, n)` ``, or `` 70 % `append(a, x)`, 30 % call of `fmt.Sprintf` ``. `None` where nothing is
/// known to allocate there.
pub(super) fn constructs(explanation: &Explanation) -> Option<String> {
    let whole = explanation.explained().saturating_add(explanation.unexplained);
    let mut told: Vec<(String, i64)> = Vec::new();
    for part in &explanation.parts {
        let names = names(part);
        match told.iter_mut().find(|(other, _)| *other == names) {
            Some((_, own)) => *own = own.saturating_add(part.own),
            None => told.push((names, part.own)),
        }
    }
    let words: Vec<String> = match told.as_slice() {
        [] => return None,
        [(only, own)] if *own == whole => vec![only.clone()],
        several => {
            let told = several.iter().take(NAMED);
            told.map(|(names, own)| format!("{} {names}", quantity::ratio(*own, whole))).collect()
        }
    };
    Some(words.join(", "))
}

fn names(part: &ExplainedPart) -> String {
    let mut names: Vec<String> = part.constructs.iter().map(|construct| untrusted::prose(&construct.told)).collect();
    names.dedup();
    match names.len() + part.more_constructs {
        0..=NAMED => names.join(" or "),
        more => format!("{} or {} others", names[..NAMED - 1].join(" or "), more - NAMED + 1),
    }
}

/// `48 k times, 5.9 KiB each`, `48 k times, 64 B to 16.0 KiB each`; `None` where sizes are not told.
pub(super) fn sizes(explanation: &Explanation) -> Option<String> {
    let all: Vec<&SizeCost> =
        explanation.parts.iter().flat_map(|part| &part.sizes).filter(|cost| cost.size > 0).collect();
    let (smallest, largest) = (all.iter().map(|cost| cost.size).min()?, all.iter().map(|cost| cost.size).max()?);
    let objects = all.iter().map(|cost| cost.objects).fold(0, i64::saturating_add);
    let bytes = |size: u64| quantity::bytes(i64::try_from(size).unwrap_or(i64::MAX));
    let each = match smallest == largest {
        true => bytes(smallest),
        false => format!("{} to {}", bytes(smallest), bytes(largest)),
    };
    Some(format!("{} times, {each} each", quantity::count(objects)))
}

/// How long it lives and who asks for it: `short-lived`, `for api.List 62 %, api.Get 20 %`.
pub(super) fn behaviour(behaviour: &Behaviour) -> Vec<String> {
    let mut words = Vec::new();
    // In the ranked unit, whatever the finding is judged by.
    let own = behaviour.callers.iter().map(|caller| caller.value).fold(0, i64::saturating_add);
    words.extend(behaviour.lifetime.map(|lifetime| {
        match lifetime {
            Lifetime::ShortLived => "short-lived",
            Lifetime::Mixed => "partly still in use",
            Lifetime::Retained => "still in use",
        }
        .to_owned()
    }));
    if behaviour.pool_misses > 0 {
        words.push(format!("{} made because a sync.Pool was empty", quantity::ratio(behaviour.pool_misses, own)));
    }
    let callers: Vec<String> = behaviour
        .callers
        .iter()
        .filter_map(|caller| Some((caller.symbol.as_ref()?, caller.value)))
        .take(CALLERS)
        .map(|(symbol, value)| match value == own {
            true => short_symbol(symbol),
            false => format!("{} {}", short_symbol(symbol), quantity::ratio(value, own)),
        })
        .collect();
    if !callers.is_empty() {
        words.push(format!("for {}", callers.join(", ")));
    }
    words
}

/// What a growth ladder teaches; `None` where nothing grew.
pub(super) fn growth(explanation: &Explanation) -> Option<String> {
    let (part, ladder) = explanation.parts.iter().find_map(|part| Some((part, part.ladder.as_ref()?)))?;
    let allocated = part.sizes.iter().map(|cost| cost.bytes).fold(0, i64::saturating_add);
    let (first, last) = (ladder.rungs.first()?, ladder.rungs.last()?);
    let bytes = |size: u64| quantity::bytes(i64::try_from(size).unwrap_or(i64::MAX));
    let grew = format!("grew from {} to {} in {} steps", bytes(first.size), bytes(last.size), ladder.rungs.len());
    Some(match ladder {
        Ladder { outgrown: Some(outgrown), room: Some(room), .. } if *outgrown > 0 => format!(
            "{grew}: {} of it ({}) was outgrown, and room for {} from the start is enough for nine in ten",
            quantity::bytes(*outgrown),
            quantity::ratio(*outgrown, allocated),
            bytes(*room)
        ),
        _ => grew,
    })
}

/// Less than this part of an object lost to rounding is not worth a word.
const PADDING: f64 = 0.15;

/// What Go's size classes add to what the code asks for; `None` where that is little or not known.
pub(super) fn padding(explanation: &Explanation) -> Option<String> {
    let part = explanation.parts.first()?;
    let (asked, [cost]) = (part.asked?, part.sizes.as_slice()) else { return None };
    let lost = cost.size.checked_sub(asked)? as f64 / cost.size as f64;
    let bytes = |size: u64| quantity::bytes(i64::try_from(size).unwrap_or(i64::MAX));
    let told = || {
        format!(
            "{} asked for and {} taken each time: {} is padding",
            bytes(asked),
            bytes(cost.size),
            quantity::share(lost)
        )
    };
    (lost >= PADDING && asked >= 16).then(told)
}

/// Objects of this size are worth keeping for the next call.
const LARGE: u64 = 1024;

/// What could be done about a line that no rule speaks of; `None` where its figures suggest nothing.
pub(super) fn advice(explanation: &Explanation, behaviour: &Behaviour) -> Option<&'static str> {
    let part = explanation.parts.first().filter(|part| part.own > explanation.explained() / 2)?;
    let [construct] = part.constructs.as_slice() else { return None };
    if behaviour.pool_misses > explanation.explained() / 2 {
        return Some("made because the pool was empty: is everything that is taken from it put back?");
    }
    let objects: i64 = part.sizes.iter().map(|cost| cost.objects).fold(0, i64::saturating_add);
    let bytes: i64 = part.sizes.iter().map(|cost| cost.bytes).fold(0, i64::saturating_add);
    let large = objects > 0 && bytes / objects >= LARGE as i64;
    match (construct.kind, behaviour.lifetime?) {
        (
            "make-slice" | "conversion" | "concatenation" | "new" | "addressed-literal" | "make-map",
            Lifetime::ShortLived,
        ) if large => Some("short-lived and large: keep one for the next call, or take it from a sync.Pool"),
        ("boxing" | "variadic-slice", Lifetime::ShortLived) => Some("keep the value in its own type on this path"),
        ("map-write", Lifetime::ShortLived) => Some("give the map its size where it is made, or clear and reuse one"),
        ("conversion" | "append" | "map-write" | "make-slice", Lifetime::Retained) => {
            Some("still in use: bound what is kept, or keep a copy of the part that is needed")
        }
        _ => None,
    }
}
