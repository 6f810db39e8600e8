//! Which samples of a line can be a site's, and which can only be a neighbour's on the same line.
//!
//! A profile has no columns. What a line calls is told apart by the rule's cost matcher; what it allocates itself, by the
//! sizes that its constructs can have and by how they grow. A site is given no sample that the model of the line gives to
//! others alone. Where the model knows nothing that is the site's own on that line, or nobody who can have allocated the
//! sample, the line speaks for all that stands on it.

use super::explain::{Allocates, Charged, Explainer, KnownConstruct};
use crate::go::tree::FileId;
use crate::model::Position;
use crate::scan::Site;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Asks who can have allocated a line's samples, each line once.
pub(super) struct Neighbours<'e> {
    explainer: &'e Explainer<'e, 'e>,
    /// By file, declaration and line.
    lines: FxHashMap<(FileId, usize, u32), Line<'e>>,
}

/// What allocates on a line itself. A line of generated code may have thousands of constructs, and as many sites.
struct Line<'e> {
    /// By the token that Go charges.
    by_token: BTreeMap<Position, Vec<&'e KnownConstruct>>,
    /// Who can have allocated a sample: an index into `groups`.
    allocators: FxHashMap<u32, usize>,
    groups: Vec<FxHashSet<*const KnownConstruct>>,
}

impl<'e> Neighbours<'e> {
    pub(super) fn new(explainer: &'e Explainer<'e, 'e>) -> Neighbours<'e> {
        Neighbours { explainer, lines: FxHashMap::default() }
    }

    /// Of the samples charged to one of a site's cost lines those that it can have allocated, parallel to `charged`.
    /// `all_of_line` are all samples that are charged to the line.
    pub(super) fn can_be_of(
        &mut self,
        site: &Site,
        line: u32,
        charged: &[Charged],
        all_of_line: impl FnOnce() -> Vec<Charged>,
    ) -> Vec<bool> {
        let explainer = self.explainer;
        let here = (site.file, site.declaration, line);
        let line = self.lines.entry(here).or_insert_with(|| Line::of(explainer, here, &all_of_line()));
        let own = line.own(site);
        let mut answers: FxHashMap<usize, bool> = FxHashMap::default();
        let mut can_be = |charged: &Charged| {
            let itself = explainer.evidence.below(charged.charge).is_empty();
            let Some(group) = line.allocators.get(&charged.sample).filter(|_| itself && !own.is_empty()) else {
                return true;
            };
            let any = || own.iter().any(|own| line.groups[*group].contains(&std::ptr::from_ref(*own)));
            *answers.entry(*group).or_insert_with(any)
        };
        charged.iter().map(&mut can_be).collect()
    }
}

impl<'e> Line<'e> {
    fn of(explainer: &'e Explainer, (file, declaration, line): (FileId, usize, u32), charged: &[Charged]) -> Line<'e> {
        let mut by_token: BTreeMap<Position, Vec<&KnownConstruct>> = BTreeMap::new();
        let known = explainer.constructs.get(&(file, declaration)).into_iter().flatten();
        let here = |one: &&KnownConstruct| one.charged.iter().any(|charged| charged.line == line);
        for construct in known.filter(here).filter(|one| matches!(one.source, Allocates::Itself { .. })) {
            by_token.entry(construct.reported).or_default().push(construct);
        }
        let (mut allocators, mut groups) = (FxHashMap::default(), Vec::new());
        for (constructs, samples) in explainer.allocators(charged) {
            allocators.extend(samples.into_iter().map(|sample| (sample, groups.len())));
            groups.push(constructs.into_iter().map(std::ptr::from_ref).collect());
        }
        Line { by_token, allocators, groups }
    }

    /// What is the site's own: the constructs that the rule's captures are, or else those that lie inside of them (what a captured
    /// call is given, say).
    fn own(&self, site: &Site) -> Vec<&'e KnownConstruct> {
        let named = site.charged.iter().filter_map(|at| self.by_token.get(at)).flatten();
        let named: Vec<&KnownConstruct> = named.copied().collect();
        if !named.is_empty() {
            return named;
        }
        let inside = site.cost_regions.iter().flat_map(|outer| {
            let tokens = self.by_token.range(outer.start..outer.end).flat_map(|(_, constructs)| constructs);
            tokens.filter(|one| outer.start <= one.named.region.start && one.named.region.end <= outer.end)
        });
        inside.copied().collect()
    }
}
