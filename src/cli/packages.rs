//! The facts of packages, read when they are first asked for: the run's own modules from their folders, the standard library's
//! from what heaplint knows of it. Packages of other modules are unknown.

use super::gather::Gathered;
use crate::edge::{MAX_SOURCE_BYTES, Overlay};
use crate::go::evaluate::PackageFacts;
use crate::go::facts::{Facts, facts};
use crate::go::module_index::Module;
use crate::go::outline::outline;
use crate::go::tree::FileId;
use crate::go::types::Name;
use crate::go::words::Words;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock, RwLock};

/// Facts by folder; each folder is read once.
pub(super) struct Packages<'g> {
    gathered: &'g Gathered,
    folders: RwLock<FxHashMap<PathBuf, Arc<OnceLock<Folder>>>>,
}

/// What the packages of one folder declare, with how many files each has, by package clause: `x` and `x_test` share a folder,
/// and programs that are run by hand stand beside what they belong to.
type Folder = BTreeMap<Name, (usize, Arc<PackageFacts>)>;

impl<'g> Packages<'g> {
    /// Of a run's files; nothing is read yet.
    pub(super) fn new(gathered: &'g Gathered) -> Self {
        Packages { gathered, folders: RwLock::default() }
    }

    /// Of the package that a file belongs to.
    pub(super) fn of_file(&self, file: FileId) -> Option<Arc<PackageFacts>> {
        let folder = self.folder(self.gathered.folder(file)?)?;
        let clause = &self.gathered.tree.file(file).outline.package;
        Some(folder.get()?.get(clause)?.1.clone())
    }

    /// Of the package with this import path.
    pub(super) fn by_path(&self, path: &str) -> Option<Arc<PackageFacts>> {
        self.within(path, |_| true)
    }

    /// Of the package with this import path where it is the standard library's or belongs to the module that a file is of: what
    /// is known of a file's imports is the same whatever else is scanned.
    pub(super) fn imported_by(&self, file: FileId, path: &str) -> Option<Arc<PackageFacts>> {
        let own =
            || self.gathered.tree.modules().of_file(&self.gathered.tree.file(file).path()).map(|place| place.module);
        self.within(path, |module| own().is_some_and(|own| own.root == module.root))
    }

    fn within(&self, path: &str, may_see: impl Fn(&Module) -> bool) -> Option<Arc<PackageFacts>> {
        if let Some(known) = standard(path) {
            return Some(known);
        }
        let (module, inside) = self.gathered.tree.locate_package(path).filter(|(module, _)| may_see(module))?;
        let folder = self.folder(&Path::new(&*module.root).join(inside))?;
        let importable = folder.get()?.iter().filter(|(clause, _)| !clause.ends_with("_test"));
        let named_so = |clause: &Name| path.rsplit('/').next() == Some(&**clause);
        importable.max_by_key(|(clause, (files, _))| (named_so(clause), *files)).map(|(_, (_, facts))| facts.clone())
    }

    /// The folder, read.
    fn folder(&self, folder: &Path) -> Option<Arc<OnceLock<Folder>>> {
        let known = self.folders.read().ok()?.get(folder).cloned();
        let slot = match known {
            Some(slot) => slot,
            None => self.folders.write().ok()?.entry(folder.to_owned()).or_default().clone(),
        };
        slot.get_or_init(|| read(folder, self.gathered.overlay()));
        Some(slot)
    }
}

/// The facts of all files of a folder, scanned or not: ten staged files are judged as in a whole run.
fn read(folder: &Path, overlay: &Overlay) -> Folder {
    let words = Words::new(std::iter::empty::<&str>());
    let mut clauses: BTreeMap<Name, Vec<Facts>> = BTreeMap::new();
    for path in overlay.siblings(folder) {
        let Ok(text) = overlay.read(&path, &path.to_string_lossy(), MAX_SOURCE_BYTES) else { continue };
        let outline = outline(&text, &words);
        clauses.entry(outline.package.clone()).or_default().push(facts(&text, &outline));
    }
    clauses.into_iter().map(|(clause, files)| (clause, (files.len(), Arc::new(PackageFacts::new(&files))))).collect()
}

/// The facts of a standard package.
pub(super) fn standard(path: &str) -> Option<Arc<PackageFacts>> {
    static READ: LazyLock<RwLock<BTreeMap<String, Arc<PackageFacts>>>> = LazyLock::new(RwLock::default);
    if let Some(known) = READ.read().ok()?.get(path) {
        return Some(known.clone());
    }
    let facts = Arc::new(PackageFacts::new([&*crate::go::std::facts(path)?]));
    READ.write().ok()?.insert(path.to_owned(), facts.clone());
    Some(facts)
}
