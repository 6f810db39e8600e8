//! Which sizes an amount can have: whether an object of a size class can be what a construct asked for.

use super::captures::LARGEST_BY_VALUE;
use super::slices::{MOVED_SINCE, STACK_BUFFER};
use super::{Amount, Captured};
use crate::go::evaluate::{World, evaluate};
use crate::go::size_class::{TINY_BLOCK, is_class, may_be, may_be_multiple};
use crate::go::types::{Term, Type};
use crate::model::Dialect;

/// Whether an object can be a construct's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fit {
    /// It has a size that the construct can ask for.
    Yes,
    /// Nobody can say, since a type or a number is not known.
    Unknown,
    /// It asks for such a size once in a thousand times, so that any other construct of the line comes first.
    Seldom,
    /// The construct never asks for such a size.
    No,
}

/// Whether an object that a heap profile counts with `size_class` bytes can be of this amount, in a program that a compiler
/// of `dialect` built.
pub fn fits(amount: &Amount, size_class: u64, world: &World, dialect: Dialect) -> Fit {
    let of = Sizes { size_class, world, dialect };
    let answer = match amount {
        Amount::One(term) => of.one(term),
        Amount::Elements { of: element, count: Some(count), grows: false } => of.elements(element, *count),
        Amount::Elements { of: element, count: Some(1), grows: true } => return of.one_more(element),
        Amount::Elements { of: element, count, .. } => of.several(element, count.unwrap_or(1)),
        Amount::Text => Some(is_class(size_class) && size_class >= TINY_BLOCK),
        Amount::Map { key, value, entries } => return of.map(key, value, *entries),
        Amount::Chan { of: element, count } => of.channel(element, *count),
        Amount::Closure { captured } => of.closure(captured),
        Amount::Bound { receiver: Some(receiver) } => of.bound(receiver),
        Amount::Bound { receiver: None } => Some(of.is(2 * WORD, Some(true))),
        Amount::Bytes(bytes) => Some(of.is(*bytes, None)),
        Amount::OneOf(sizes) => Some(sizes.iter().any(|bytes| of.is(*bytes, None))),
        Amount::Table(entry) if of.table(*entry) => return Fit::Seldom,
        Amount::Table(_) => Some(false),
        Amount::Below | Amount::Unknown => None,
    };
    match answer {
        Some(true) => Fit::Yes,
        Some(false) => Fit::No,
        None => Fit::Unknown,
    }
}

const WORD: u64 = 8;

/// Largest keys and values of a map that stand in its groups or buckets; larger ones stand alone.
const LARGEST_IN_MAP: u64 = 128;

/// Slots of a group or bucket.
const SLOTS: u64 = 8;

/// Since Go 1.24 maps are made of groups (internal/runtime/maps), before of buckets (runtime/map.go).
const GROUPS_SINCE: u16 = 24;

/// The largest table of a map has so many groups, as a power of two.
const LARGEST_TABLE: u32 = 7;

/// Slices grow to twice their capacity up to here (runtime.nextslicecap).
const LARGEST_DOUBLED: u64 = 512;

struct Sizes<'w> {
    size_class: u64,
    world: &'w World<'w>,
    dialect: Dialect,
}

impl Sizes<'_> {
    fn is(&self, bytes: u64, has_pointers: Option<bool>) -> bool {
        may_be(bytes, has_pointers, self.dialect, self.size_class)
    }

    fn type_of(&self, term: &Term) -> Type {
        evaluate(term, self.world).defaulted()
    }

    /// Size of a value, and whether it has pointers.
    fn size(&self, term: &Term) -> Option<(u64, Option<bool>)> {
        let of = self.type_of(term);
        Some((self.world.size_bytes(&of)?, self.world.has_pointers(&of)))
    }

    fn one(&self, term: &Term) -> Option<bool> {
        let (size, pointers) = self.size(term)?;
        Some(self.is(size, pointers))
    }

    fn elements(&self, element: &Term, count: u64) -> Option<bool> {
        let (size, pointers) = self.size(element)?;
        Some(size.checked_mul(count).is_some_and(|bytes| self.is(bytes, pointers)))
    }

    /// Any number of elements from `least` on: makes of a length that only the program knows, and growth.
    fn several(&self, element: &Term, least: u64) -> Option<bool> {
        let (size, pointers) = self.size(element)?;
        Some(may_be_multiple(size, least, pointers, self.dialect, self.size_class))
    }

    /// Growth for one element more: one element, or twice as many as there were; in large slices any number.
    fn one_more(&self, element: &Term) -> Fit {
        let Some((size, pointers)) = self.size(element) else { return Fit::Unknown };
        let (dialect, class) = (self.dialect, self.size_class);
        if !may_be_multiple(size, 1, pointers, dialect, class) {
            return Fit::No;
        }
        let doubled = may_be(size, pointers, dialect, class)
            || may_be_multiple(size.saturating_mul(2), 1, pointers, dialect, class)
            || class / size.max(1) > LARGEST_DOUBLED;
        match doubled {
            true => Fit::Yes,
            // What moves from a buffer on the stack has any length.
            false if class <= STACK_BUFFER && dialect.newest >= MOVED_SINCE => Fit::Seldom,
            false => Fit::No,
        }
    }

    /// The least and the most bytes of what is captured of one variable.
    fn captured(&self, captured: &Captured) -> Option<(u64, u64)> {
        let value = |term: &Term| self.size(term).map(|(size, _)| if size > LARGEST_BY_VALUE { WORD } else { size });
        Some(match captured {
            Captured::Pointer => (WORD, WORD),
            Captured::TypeArguments => (0, WORD),
            Captured::Value(term) => (value(term)?, value(term)?),
            Captured::PointerIf(condition, term) => match (condition.settle(self.world), value(term)) {
                (Some(true), _) => (WORD, WORD),
                (Some(false), value) => (value?, value?),
                (None, value) => (value?.min(WORD), value?.max(WORD)),
            },
        })
    }

    /// The order of the captured values is the compiler's: their sums without and with the most padding are the limits.
    fn closure(&self, captured: &[Captured]) -> Option<bool> {
        let mut sizes = Vec::with_capacity(captured.len());
        for one in captured {
            sizes.push(self.captured(one)?);
        }
        let least = sizes.iter().map(|(least, _)| least).sum::<u64>().checked_next_multiple_of(WORD)?;
        let most: u64 = sizes.iter().map(|(_, most)| most.next_multiple_of(WORD)).sum();
        let mut bytes = (WORD + least..=WORD + most).step_by(WORD as usize);
        Some(bytes.any(|bytes| self.is(bytes, Some(true))))
    }

    fn bound(&self, receiver: &Term) -> Option<bool> {
        let (size, _) = self.size(receiver)?;
        Some(self.is(size.checked_next_multiple_of(WORD)?.checked_add(WORD)?, Some(true)))
    }

    /// The header of a channel is 96 bytes up to Go 1.22 and 104 or 112 since; a buffer without pointers follows it at
    /// once.
    fn channel(&self, element: &Term, count: Option<u64>) -> Option<bool> {
        let headers = [96, 104, 112];
        let header = headers.iter().any(|header| self.is(*header, Some(true)));
        if header && count == Some(0) {
            return Some(true);
        }
        let (size, pointers) = self.size(element)?;
        let joint = |count: u64| {
            headers.iter().any(|header| {
                let bytes = size.checked_mul(count).and_then(|buffer| buffer.checked_add(*header));
                bytes.is_some_and(|bytes| self.is(bytes, None))
            })
        };
        Some(match (count, pointers) {
            (Some(count), Some(true)) => header || self.is(size.checked_mul(count)?, Some(true)),
            (Some(count), _) => joint(count) || header && size == 0,
            (None, _) => {
                header
                    || may_be_multiple(size, 1, pointers, self.dialect, self.size_class)
                    || size > 0
                        && headers.iter().any(|header| {
                            let rest = self.size_class.saturating_sub(*header) / size;
                            rest > 0 && joint(rest)
                        })
            }
        })
    }

    /// One word and two, four, eight and so on entries.
    fn table(&self, entry: u64) -> bool {
        (1..16).any(|power| {
            let bytes = entry.checked_mul(1 << power).and_then(|entries| entries.checked_add(WORD));
            bytes.is_some_and(|bytes| self.is(bytes, None))
        })
    }

    fn map(&self, key: &Term, value: &Term, entries: Option<u64>) -> Fit {
        // The header of either kind of map; what a map without entries needs besides is made when the first one is written.
        if self.is(48, Some(true)) {
            return Fit::Yes;
        }
        if entries == Some(0) {
            return Fit::No;
        }
        let (Some(keys), Some(values)) = (self.size(key), self.size(value)) else { return Fit::Unknown };
        let groups = self.dialect.newest >= GROUPS_SINCE && self.groups(keys.0, values.0, entries);
        let buckets = self.dialect.maybe_before(GROUPS_SINCE) && self.buckets(keys.0, values.0);
        match groups || buckets || self.alone(keys, values) {
            true => Fit::Yes,
            false if entries.is_none_or(|entries| entries > SLOTS) && self.is_list() => Fit::Seldom,
            false => Fit::No,
        }
    }

    /// Keys and values that are too large stand alone behind pointers.
    fn alone(&self, key: (u64, Option<bool>), value: (u64, Option<bool>)) -> bool {
        [key, value].iter().any(|(size, pointers)| *size > LARGEST_IN_MAP && self.is(*size, *pointers))
    }

    /// Groups of eight slots behind a control word, a power of two of them, and tables of 32 bytes around them.
    fn groups(&self, key: u64, value: u64, entries: Option<u64>) -> bool {
        let slot = |size: u64| if size > LARGEST_IN_MAP { WORD } else { size };
        // With no padding, and with all that alignment can ask for. A value without a size, at the end of its slot, is given
        // one, so that no pointer to it points at the next slot.
        let tight = slot(key) + slot(value);
        let loose = slot(key).next_multiple_of(WORD) + slot(value.max(1)).next_multiple_of(WORD);
        let many = entries.is_none_or(|entries| entries > SLOTS);
        let most = if many { LARGEST_TABLE } else { 0 };
        let array = |slot: u64| (0..=most).any(|power| self.is((WORD + SLOTS * slot) << power, None));
        many && self.is(32, Some(true)) || (tight..=loose).any(array)
    }

    /// Buckets of eight slots with their hashes and a pointer to the next, a power of two of them and some to spare, and
    /// the record of spare ones.
    fn buckets(&self, key: u64, value: u64) -> bool {
        let slot = |size: u64| if size > LARGEST_IN_MAP { WORD } else { size };
        let bucket = (SLOTS + SLOTS * (slot(key) + slot(value)) + WORD).next_multiple_of(WORD);
        let array = |power: u32| {
            let spare = if power >= 4 { 1_u64 << (power - 4) } else { 0 };
            bucket.checked_mul((1 << power) + spare).is_some_and(|bytes| self.is(bytes, None))
        };
        self.is(24, None) || (0..40).any(array)
    }

    /// Large maps list their tables, or their spare buckets, as pointers: rare, and of any size.
    fn is_list(&self) -> bool {
        may_be_multiple(WORD, 1, Some(true), self.dialect, self.size_class)
    }
}
