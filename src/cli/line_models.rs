//! What the lines of the declarations that a profile names can be charged with: read, parsed and settled before any place
//! lands.

use super::gather::Gathered;
use super::packages::Packages;
use crate::evidence::Evidence;
use crate::go::construct::{Callee, Construct, ConstructKind, Fit, fits};
use crate::go::evaluate::World;
use crate::go::outline::outline;
use crate::go::tree::FileId;
use crate::go::types::Package;
use crate::go::words::Words;
use crate::join::{Called, Landing, LineModel, LineModels, land_all, wanted_lines};
use crate::model::{Dialect, Source};
use crate::scan::Modeller;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where the places of a profile lie, found by what the lines can be charged with in a program that a compiler of `dialect` built.
pub(super) fn land(gathered: &Gathered, evidence: &Evidence, dialect: Dialect) -> Vec<Result<Landing, Arc<str>>> {
    // With the revision git tells, and nobody needs to guess.
    let models = match gathered.tree.past() {
        Some(_) => LineModels::new(),
        None => line_models(gathered, evidence, dialect),
    };
    land_all(evidence, &gathered.tree, &models)
}

/// The models of the declarations of `evidence`, for a program that a compiler of `dialect` built.
fn line_models(gathered: &Gathered, evidence: &Evidence, dialect: Dialect) -> LineModels {
    let mut wanted: BTreeMap<FileId, BTreeMap<usize, BTreeSet<u64>>> = BTreeMap::new();
    for ((file, declaration), sizes) in wanted_lines(evidence, &gathered.tree) {
        wanted.entry(file).or_default().insert(declaration, sizes);
    }
    let packages = Packages::new(gathered);
    let files: Vec<(FileId, BTreeMap<usize, BTreeSet<u64>>)> = wanted.into_iter().collect();
    let models: Vec<((FileId, usize), LineModel)> = files
        .par_iter()
        .map_init(Modeller::new, |modeller, (file, declarations)| match modeller {
            Ok(modeller) => of_file(*file, declarations, gathered, &packages, dialect, modeller).unwrap_or_default(),
            Err(_) => Vec::new(),
        })
        .flatten_iter()
        .collect();
    models.into_iter().collect()
}

fn of_file(
    file: FileId,
    declarations: &BTreeMap<usize, BTreeSet<u64>>,
    gathered: &Gathered,
    packages: &Packages,
    dialect: Dialect,
    modeller: &mut Modeller,
) -> Option<Vec<((FileId, usize), LineModel)>> {
    let source = gathered.source(file)?;
    let here = packages.of_file(file)?;
    // The text may have changed since it was outlined: the outline must be this text's.
    let fresh = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
    let package_of = |path: &str| packages.by_path(path);
    let world = World { path: &gathered.tree.file(file).import_path, here: &here, package_of: &package_of };
    let model = modeller.model(&source.text, &fresh, declarations.keys().copied(), &world);
    let of = |(index, constructs): (usize, Vec<Construct>)| {
        let span = fresh.declarations[index].span;
        let text = source.text.get(span.start..span.end).unwrap_or_default();
        let mut lines = LineModel { defers: text.windows(6).any(|word| word == b"defer "), ..LineModel::default() };
        let asking = Asking { source: &source, world: &world, dialect, sizes: &declarations[&index] };
        constructs.iter().for_each(|construct| asking.add(construct, &mut lines));
        ((file, index), lines)
    };
    Some(model.into_iter().map(of).collect())
}

/// What turns constructs of one declaration into lines.
struct Asking<'a> {
    source: &'a Source,
    world: &'a World<'a>,
    dialect: Dialect,
    /// The sizes that the profile has of objects of this declaration.
    sizes: &'a BTreeSet<u64>,
}

impl Asking<'_> {
    fn add(&self, construct: &Construct, model: &mut LineModel) {
        let called = match &construct.kind {
            ConstructKind::Call(Callee::Function(Package::Here, name)) => {
                Some(Called::Function(self.world.path.into(), name.clone()))
            }
            ConstructKind::Call(Callee::Function(Package::Path(path), name)) => {
                Some(Called::Function(path.clone(), name.clone()))
            }
            ConstructKind::Call(Callee::Method(_, name)) => Some(Called::Method(name.clone())),
            ConstructKind::Call(Callee::Literal) => Some(Called::Literal),
            ConstructKind::Call(Callee::Value) => Some(Called::Value),
            _ => None,
        };
        let mut at = |offset: usize, at_most: Option<u64>| {
            let line = model.lines.entry(self.source.line_at(offset)).or_default();
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
        size == 0 || fits(&construct.amount, size, self.world, self.dialect) != Fit::No
    }
}
