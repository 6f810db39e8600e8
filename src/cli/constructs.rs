//! The constructs of the declarations that a profile's places land in.
//!
//! Only what was measured is modelled. Sizes are settled here too, for the sizes that the profile has, so that the join needs no types.

use super::models::{Models, Wanted, called};
use crate::evidence::Evidence;
use crate::evidence::compiler::decides;
use crate::go::construct::{Amount, Construct, ConstructKind, Fit, fits};
use crate::go::evaluate::{World, evaluate};
use crate::go::growth::growth;
use crate::go::types::Term;
use crate::join::{Allocates, ChargedLine, KnownConstruct, KnownConstructs, Landing, Sizes};
use crate::model::{Dialect, Grade, NamedConstruct, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The lines of one declaration that are charged, each with the sizes of the objects that it is charged itself.
type Lines = BTreeMap<u32, BTreeSet<u64>>;

/// Everything that can allocate on the lines where places land, for a program that a compiler of `dialect` built.
pub(super) fn known_constructs(
    models: &Models,
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    dialect: Dialect,
) -> KnownConstructs {
    let mut wanted: Wanted<Lines> = Wanted::new();
    for (place, landing) in landings.iter().enumerate() {
        let Ok(landing) = landing else { continue };
        if landing.grade > Grade::Aligned {
            continue;
        }
        let lines = wanted.entry(landing.file).or_default().entry(landing.declaration).or_default();
        let sizes = lines.entry(landing.line).or_default();
        for charge in evidence.charges(place).iter().filter(|charge| evidence.below(**charge).is_empty()) {
            sizes.extend(
                evidence.samples(charge.stack).iter().map(|sample| evidence.profile.samples[*sample as usize].size),
            );
        }
    }
    let told = models.tell(&wanted, |declared, lines| {
        let settling = Settling { source: declared.source, world: declared.world, dialect, lines };
        declared.constructs.iter().filter_map(|construct| settling.known(construct)).collect()
    });
    told.into_iter().collect()
}

/// Larger arrays take whole pages, and every size is a multiple of one.
const LARGEST_RUNG: u64 = 1 << 20;

/// What turns constructs of one declaration into known ones.
struct Settling<'s> {
    source: &'s Source,
    world: &'s World<'s>,
    dialect: Dialect,
    lines: &'s Lines,
}

impl Settling<'_> {
    /// `None` where no charged line is its own.
    fn known(&self, construct: &Construct) -> Option<KnownConstruct> {
        let mut charged = vec![ChargedLine { line: self.source.line_at(construct.charged_at), at_most: None }];
        let in_time = construct.also_charged.iter().filter(|also| {
            also.since <= self.dialect.newest && also.until.is_none_or(|until| self.dialect.oldest <= until)
        });
        charged.extend(in_time.map(|also| ChargedLine { line: self.source.line_at(also.at), at_most: also.at_most }));
        charged.retain(|charged| self.lines.contains_key(&charged.line));
        if charged.is_empty() {
            return None;
        }
        Some(KnownConstruct {
            named: NamedConstruct {
                kind: construct.kind.word(),
                told: construct.told(&self.source.text).into(),
                region: self.source.region(construct.span),
                compiler: None,
            },
            asked: self.asked(&construct.amount),
            literal_line: construct.literal_at.map(|at| self.source.line_at(at)),
            source: self.allocates(construct, &charged),
            charged,
            reported: self.source.position(construct.reported_at()),
            decided: decides(construct),
            refuted: false,
        })
    }

    fn allocates(&self, construct: &Construct, charged: &[ChargedLine]) -> Allocates {
        match called(&construct.kind, self.world.path) {
            Some(called) => Allocates::Below(called),
            None => Allocates::Itself {
                sizes: self.sizes(construct, charged),
                grows: matches!(construct.kind, ConstructKind::Append).then(|| self.rungs(&construct.amount)),
                // A slice of arguments is on the heap only where the callee keeps it, and what is boxed into it most often is.
                sure: construct.conditions.is_empty() && construct.kind != ConstructKind::VariadicSlice,
            },
        }
    }

    /// Bytes that are asked for every time.
    fn asked(&self, amount: &Amount) -> Option<u64> {
        let size = |of: &Term| self.world.size_bytes(&evaluate(of, self.world).defaulted());
        match amount {
            Amount::One(of) => size(of),
            Amount::Elements { of, count: Some(count), grows: false } => size(of)?.checked_mul(*count),
            Amount::Bytes(bytes) => Some(*bytes),
            _ => None,
        }
    }

    /// The sizes of an append that grows one element at a time.
    fn rungs(&self, amount: &Amount) -> Vec<u64> {
        let Amount::Elements { of, .. } = amount else { return Vec::new() };
        let element = evaluate(of, self.world).defaulted();
        match (self.world.size_bytes(&element), self.world.has_pointers(&element)) {
            (Some(size), Some(pointers)) => growth(size, pointers, self.dialect.newest, LARGEST_RUNG),
            _ => Vec::new(),
        }
    }

    /// Of the sizes on its lines those that it can have.
    fn sizes(&self, construct: &Construct, charged: &[ChargedLine]) -> Sizes {
        let on_lines: BTreeSet<u64> =
            charged.iter().filter_map(|charged| self.lines.get(&charged.line)).flatten().copied().collect();
        let of = |wanted: Fit| {
            let fit = |size: &&u64| fits(&construct.amount, **size, self.world, self.dialect) == wanted;
            on_lines.iter().filter(fit).copied().collect()
        };
        Sizes { fitting: of(Fit::Yes), possible: of(Fit::Unknown), seldom: of(Fit::Seldom) }
    }
}
