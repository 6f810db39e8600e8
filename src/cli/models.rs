//! The constructs of declarations, modelled when a profile first asks for them and kept for the run: where its places land and
//! what their lines can have allocated are told from the same model.

use super::gather::Gathered;
use super::packages::Packages;
use crate::go::construct::{Callee, Construct, ConstructKind};
use crate::go::evaluate::World;
use crate::go::outline::{Outline, outline};
use crate::go::tree::FileId;
use crate::go::types::Package;
use crate::go::words::Words;
use crate::join::Called;
use crate::model::Source;
use crate::scan::Modeller;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

/// What is wanted of each declaration, which is known by its place in the outline of its file.
pub(super) type Wanted<S> = BTreeMap<FileId, BTreeMap<usize, S>>;

/// Models of a run's files.
pub(super) struct Models<'g> {
    gathered: &'g Gathered,
    packages: Packages<'g>,
    files: RwLock<FxHashMap<FileId, Arc<FileModel>>>,
}

/// A file and the declarations of it that have been modelled so far. The text may have changed since the run outlined it: this
/// outline is this text's.
#[derive(Clone)]
struct FileModel {
    source: Source,
    outline: Arc<Outline>,
    declarations: BTreeMap<usize, Arc<[Construct]>>,
}

/// One declaration, modelled.
pub(super) struct Declared<'d> {
    /// Its file.
    pub(super) source: &'d Source,
    /// Its own text.
    pub(super) text: &'d [u8],
    /// What its terms mean.
    pub(super) world: &'d World<'d>,
    /// What can allocate in it.
    pub(super) constructs: &'d [Construct],
}

impl<'g> Models<'g> {
    /// Of a run's files; nothing is modelled yet.
    pub(super) fn new(gathered: &'g Gathered) -> Self {
        Models { gathered, packages: Packages::new(gathered), files: RwLock::default() }
    }

    /// The files.
    pub(super) fn gathered(&self) -> &'g Gathered {
        self.gathered
    }

    /// What `tell` says of each declaration that is wanted; declarations that do not parse and files that cannot be read have
    /// nothing. Files are modelled side by side.
    pub(super) fn tell<S: Sync, T: Send>(
        &self,
        wanted: &Wanted<S>,
        tell: impl Fn(&Declared, &S) -> T + Sync,
    ) -> Vec<((FileId, usize), T)> {
        let of_file = |modeller: &mut Result<Modeller, _>, (file, declarations): &(FileId, &BTreeMap<usize, S>)| {
            let modeller = modeller.as_mut().ok()?;
            self.of_file(*file, declarations, modeller, &tell)
        };
        let files: Vec<(FileId, &BTreeMap<usize, S>)> = wanted.iter().map(|(file, wanted)| (*file, wanted)).collect();
        let told = files.par_iter().map_init(Modeller::new, of_file);
        told.flatten_iter().flatten_iter().collect()
    }

    fn of_file<S, T>(
        &self,
        file: FileId,
        wanted: &BTreeMap<usize, S>,
        modeller: &mut Modeller,
        tell: impl Fn(&Declared, &S) -> T,
    ) -> Option<Vec<((FileId, usize), T)>> {
        let here = self.packages.of_file(file)?;
        let package_of = |path: &str| self.packages.by_path(path);
        let world = World { path: &self.gathered.tree.file(file).import_path, here: &here, package_of: &package_of };
        let model = self.modelled(file, wanted.keys().copied(), modeller, &world)?;
        let told = wanted.iter().filter_map(|(index, wanted)| {
            let span = model.outline.declarations.get(*index)?.span;
            let declared = Declared {
                source: &model.source,
                text: model.source.text.get(span.start..span.end)?,
                world: &world,
                constructs: model.declarations.get(index)?,
            };
            Some(((file, *index), tell(&declared, wanted)))
        });
        Some(told.collect())
    }

    /// The file, with at least these declarations modelled.
    fn modelled(
        &self,
        file: FileId,
        wanted: impl Iterator<Item = usize>,
        modeller: &mut Modeller,
        world: &World,
    ) -> Option<Arc<FileModel>> {
        let known = self.files.read().ok()?.get(&file).cloned();
        let missing: Vec<usize> =
            wanted.filter(|index| known.as_ref().is_none_or(|known| !known.declarations.contains_key(index))).collect();
        let mut model = match known {
            Some(known) if missing.is_empty() => return Some(known),
            Some(known) => (*known).clone(),
            None => {
                let source = self.gathered.source(file)?;
                let outline = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
                FileModel { source, outline: Arc::new(outline), declarations: BTreeMap::new() }
            }
        };
        let new = modeller.model(&model.source.text, &model.outline, missing.into_iter(), world);
        model.declarations.extend(new.into_iter().map(|(index, constructs)| (index, constructs.into())));
        let model = Arc::new(model);
        self.files.write().ok()?.insert(file, model.clone());
        Some(model)
    }
}

/// What profiles call the function that a construct calls; `None` where it allocates by itself. `path` is the import path of its
/// package.
pub(super) fn called(kind: &ConstructKind, path: &str) -> Option<Called> {
    let ConstructKind::Call(callee) = kind else { return None };
    Some(match callee {
        Callee::Function(Package::Here, name) => Called::Function(path.into(), name.clone()),
        Callee::Function(Package::Path(path), name) => Called::Function(path.clone(), name.clone()),
        Callee::Method(_, name) => Called::Method(name.clone()),
        Callee::Literal => Called::Literal,
        Callee::Value => Called::Value,
    })
}
