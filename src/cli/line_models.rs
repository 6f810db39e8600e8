//! What the lines of the declarations that a profile names can be charged with: settled before any place lands.

use super::models::{Declared, Models, Wanted, called};
use crate::evidence::Evidence;
use crate::go::construct::{Construct, Fit, fits};
use crate::join::{Landing, LineModel, LineModels, land_all, wanted_lines};
use crate::model::Dialect;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where the places of a profile lie, found by what the lines can be charged with in a program that a compiler of `dialect` built.
pub(super) fn land(models: &Models, evidence: &Evidence, dialect: Dialect) -> Vec<Result<Landing, Arc<str>>> {
    let tree = &models.gathered().tree;
    // With the revision git tells, and nobody needs to guess.
    let lines = match tree.past() {
        Some(_) => LineModels::new(),
        None => line_models(models, evidence, dialect),
    };
    land_all(evidence, tree, &lines)
}

/// The models of the declarations of `evidence`, for a program that a compiler of `dialect` built.
fn line_models(models: &Models, evidence: &Evidence, dialect: Dialect) -> LineModels {
    let mut wanted: Wanted<BTreeSet<u64>> = Wanted::new();
    for ((file, declaration), sizes) in wanted_lines(evidence, &models.gathered().tree) {
        wanted.entry(file).or_default().insert(declaration, sizes);
    }
    let told = models.tell(&wanted, |declared, sizes| {
        let defers = declared.text.windows(6).any(|word| word == b"defer ");
        let mut lines = LineModel { defers, ..LineModel::default() };
        let asking = Asking { declared, dialect, sizes };
        declared.constructs.iter().for_each(|construct| asking.add(construct, &mut lines));
        lines
    });
    told.into_iter().collect()
}

/// What turns constructs of one declaration into lines.
struct Asking<'a> {
    declared: &'a Declared<'a>,
    dialect: Dialect,
    /// The sizes that the profile has of objects of this declaration.
    sizes: &'a BTreeSet<u64>,
}

impl Asking<'_> {
    fn add(&self, construct: &Construct, model: &mut LineModel) {
        let called = called(&construct.kind, self.declared.world.path);
        let mut at = |offset: usize, at_most: Option<u64>| {
            let line = model.lines.entry(self.declared.source.line_at(offset)).or_default();
            match &called {
                Some(called) => line.calls.push(called.clone()),
                None => {
                    let may_be =
                        |size: &&u64| at_most.is_none_or(|most| **size <= most) && self.may_be(construct, **size);
                    line.allocates = true;
                    line.sizes.extend(self.sizes.iter().filter(may_be));
                }
            }
        };
        at(construct.charged_at, None);
        for also in &construct.also_charged {
            if also.since <= self.dialect.newest && also.until.is_none_or(|until| self.dialect.oldest <= until) {
                at(also.at, also.at_most);
            }
        }
    }

    /// Go's text form does not say sizes.
    fn may_be(&self, construct: &Construct, size: u64) -> bool {
        size == 0 || fits(&construct.amount, size, self.declared.world, self.dialect) != Fit::No
    }
}
