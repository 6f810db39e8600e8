//! The facts of packages, read when they are first asked for: the run's own modules from their folders, the standard library's
//! from what heaplint knows of it. Packages of other modules are unknown.
//!
//! Test files declare for test files of their own package alone, as in a build: nobody imports them.

use super::declared::{Declared, is_test};
use super::gather::Gathered;
use crate::go::evaluate::PackageFacts;
use crate::go::module_index::{Module, ModuleIndex};
use crate::go::tree::FileId;
use crate::go::types::Name;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock, RwLock};

/// Facts by folder.
pub(super) struct Packages<'g> {
    gathered: &'g Gathered,
    folders: RwLock<FxHashMap<PathBuf, Arc<Folder>>>,
}

/// What the packages of one folder declare, by package clause: `x` and `x_test` share a folder, and programs that are run by
/// hand stand beside what they belong to.
#[derive(Default)]
struct Folder {
    /// Without test files.
    built: OnceLock<BTreeMap<Name, Built>>,
    /// Test files alone.
    tests: OnceLock<Vec<Arc<Declared>>>,
    /// Both.
    tested: OnceLock<BTreeMap<Name, Arc<PackageFacts>>>,
}

/// A package without its test files.
struct Built {
    files: Vec<Arc<Declared>>,
    facts: Arc<PackageFacts>,
}

impl<'g> Packages<'g> {
    /// Of a run's files; nothing is read yet.
    pub(super) fn new(gathered: &'g Gathered) -> Self {
        Packages { gathered, folders: RwLock::default() }
    }

    /// Reads the folders that these files lie in, side by side: a package of hundreds of files would keep one thread long.
    pub(super) fn read_ahead(&self, files: &[FileId]) {
        let places = files.iter().filter_map(|file| self.gathered.path(*file));
        let folders: FxHashSet<(&Path, bool)> =
            places.filter_map(|path| Some((path.parent()?, is_test(path)))).collect();
        let folders: Vec<(&Path, bool)> = folders.into_iter().collect();
        let overlay = self.gathered.overlay();
        let in_folder = |(folder, tests): &(&Path, bool)| {
            let files = overlay.siblings(folder).into_iter();
            files.filter(|path| *tests || !is_test(path)).collect::<Vec<PathBuf>>()
        };
        let files: Vec<PathBuf> = folders.par_iter().flat_map_iter(in_folder).collect();
        self.gathered.declared.read_ahead(&files, overlay);
    }

    /// Of the package that a file belongs to.
    pub(super) fn of_file(&self, file: FileId) -> Option<Arc<PackageFacts>> {
        let path = self.gathered.path(file)?;
        let folder = path.parent()?;
        let clause = &self.gathered.tree.file(file).outline.package;
        let slot = self.slot(folder)?;
        match is_test(path) {
            true => slot.tested(folder, self.gathered).get(clause).cloned(),
            false => slot.built(folder, self.gathered).get(clause).map(|built| built.facts.clone()),
        }
    }

    /// Whether a test file of a file's package declares this name at package level, so that nothing new may bear it.
    pub(super) fn declared_by_tests(&self, file: FileId, name: &str) -> bool {
        let Some(folder) = self.gathered.folder(file) else { return false };
        let clause = &self.gathered.tree.file(file).outline.package;
        let Some(slot) = self.slot(folder) else { return false };
        slot.tests(folder, self.gathered).iter().any(|test| test.package == *clause && test.facts.declares(name))
    }

    /// Of the package with this import path.
    pub(super) fn by_path(&self, path: &str) -> Option<Arc<PackageFacts>> {
        self.within(path, |_| true)
    }

    /// Of the package with this import path where it is the standard library's or belongs to the module that a file is of: what
    /// is known of a file's imports is the same whatever else is scanned.
    pub(super) fn imported_by(&self, file: FileId, path: &str) -> Option<Arc<PackageFacts>> {
        // External tests see what the package's own tests declare.
        if *self.gathered.tree.file(file).import_path == *path && self.gathered.path(file).is_some_and(is_test) {
            return self.tested_by(file);
        }
        let own =
            || self.gathered.tree.modules().of_file(&self.gathered.tree.file(file).path()).map(|place| place.module);
        self.within(path, |module| own().is_some_and(|own| own.root == module.root))
    }

    /// Of the package that an external test stands beside, as tests see it.
    fn tested_by(&self, file: FileId) -> Option<Arc<PackageFacts>> {
        let folder = self.gathered.folder(file)?;
        let clause = self.gathered.tree.file(file).outline.package.strip_suffix("_test")?;
        self.slot(folder)?.tested(folder, self.gathered).get(clause).cloned()
    }

    fn within(&self, path: &str, may_see: impl Fn(&Module) -> bool) -> Option<Arc<PackageFacts>> {
        if let Some(known) = standard(path) {
            return Some(known);
        }
        let folder = folder_imported(self.gathered.tree.modules(), path, may_see)?;
        let slot = self.slot(&folder)?;
        // Nobody imports a program.
        let importable = slot
            .built(&folder, self.gathered)
            .iter()
            .filter(|(clause, _)| &***clause != "main" && !clause.ends_with("_test"));
        let named_so = |clause: &Name| path.rsplit('/').next() == Some(&**clause);
        importable
            .max_by_key(|(clause, built)| (named_so(clause), built.files.len()))
            .map(|(_, built)| built.facts.clone())
    }

    fn slot(&self, folder: &Path) -> Option<Arc<Folder>> {
        let known = self.folders.read().ok()?.get(folder).cloned();
        match known {
            Some(slot) => Some(slot),
            None => Some(self.folders.write().ok()?.entry(folder.to_owned()).or_default().clone()),
        }
    }
}

/// The folder of the package with this import path, as files of a module see it.
pub(super) fn folder_imported(modules: &ModuleIndex, path: &str, may_see: impl Fn(&Module) -> bool) -> Option<PathBuf> {
    let (module, folder) = modules.directories_of(path).into_iter().next()?;
    may_see(module).then(|| PathBuf::from(folder))
}

impl Folder {
    fn built(&self, folder: &Path, gathered: &Gathered) -> &BTreeMap<Name, Built> {
        self.built.get_or_init(|| {
            let package = |(clause, files): (Name, Vec<Arc<Declared>>)| {
                let facts = Arc::new(PackageFacts::new(files.iter().map(|file| &file.facts)));
                (clause, Built { files, facts })
            };
            by_clause(declared(folder, gathered, false)).into_iter().map(package).collect()
        })
    }

    fn tests(&self, folder: &Path, gathered: &Gathered) -> &[Arc<Declared>] {
        self.tests.get_or_init(|| declared(folder, gathered, true).collect())
    }

    fn tested(&self, folder: &Path, gathered: &Gathered) -> &BTreeMap<Name, Arc<PackageFacts>> {
        self.tested.get_or_init(|| {
            let mut tests = by_clause(self.tests(folder, gathered).iter().cloned());
            let built = self.built(folder, gathered);
            for clause in built.keys() {
                tests.entry(clause.clone()).or_default();
            }
            let package = |(clause, tests): (Name, Vec<Arc<Declared>>)| {
                let files = built.get(&clause).map_or(&[][..], |built| &built.files);
                let facts = Arc::new(PackageFacts::new(files.iter().chain(&tests).map(|file| &file.facts)));
                (clause, facts)
            };
            tests.into_iter().map(package).collect()
        })
    }
}

/// What all test files of a folder declare, or all others, scanned or not: ten staged files are judged as in a whole run.
fn declared(folder: &Path, gathered: &Gathered, tests: bool) -> impl Iterator<Item = Arc<Declared>> {
    let overlay = gathered.overlay();
    let files = overlay.siblings(folder).into_iter().filter(move |path| is_test(path) == tests);
    files.filter_map(move |path| gathered.declared.of(&path, overlay))
}

fn by_clause(files: impl Iterator<Item = Arc<Declared>>) -> BTreeMap<Name, Vec<Arc<Declared>>> {
    let mut clauses: BTreeMap<Name, Vec<Arc<Declared>>> = BTreeMap::new();
    for file in files {
        clauses.entry(file.package.clone()).or_default().push(file);
    }
    clauses
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
