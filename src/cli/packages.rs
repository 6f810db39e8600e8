//! The facts of packages, read when they are first asked for: the run's own modules from their folders, the standard library's
//! from what heaplint knows of it. Packages of other modules are unknown.

use super::gather::Gathered;
use super::resolve::{package_facts, standard};
use crate::go::evaluate::PackageFacts;
use crate::go::tree::FileId;
use crate::go::types::Name;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

/// Facts by folder and package clause.
pub(super) struct Packages<'g> {
    gathered: &'g Gathered,
    read: RwLock<FxHashMap<(PathBuf, Name), Arc<PackageFacts>>>,
}

impl<'g> Packages<'g> {
    /// Of a run's files; nothing is read yet.
    pub(super) fn new(gathered: &'g Gathered) -> Self {
        Packages { gathered, read: RwLock::default() }
    }

    /// Of the package that a file belongs to.
    pub(super) fn of_file(&self, file: FileId) -> Option<Arc<PackageFacts>> {
        let package = self.gathered.tree.file(file).outline.package.clone();
        self.facts(self.gathered.folder(file)?.to_owned(), package)
    }

    /// Of the package with this import path.
    pub(super) fn by_path(&self, path: &str) -> Option<Arc<PackageFacts>> {
        if let Some(known) = standard(path) {
            return Some(known);
        }
        let tree = &self.gathered.tree;
        let (module, inside) = tree.locate_package(path)?;
        let of_folder = tree.files_of(path).iter().map(|file| &tree.file(*file).outline.package);
        let package = of_folder.filter(|package| !package.ends_with("_test")).min()?.clone();
        self.facts(Path::new(&*module.root).join(inside), package)
    }

    fn facts(&self, folder: PathBuf, package: Name) -> Option<Arc<PackageFacts>> {
        let key = (folder, package);
        if let Some(known) = self.read.read().ok()?.get(&key) {
            return Some(known.clone());
        }
        let facts = Arc::new(package_facts(&key.0, &key.1, self.gathered.overlay()));
        self.read.write().ok()?.insert(key, facts.clone());
        Some(facts)
    }
}
