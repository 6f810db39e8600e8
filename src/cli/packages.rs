//! The facts of packages, read when they are first asked for: the run's own modules from their folders, the standard library's
//! from what heaplint knows of it. Packages of other modules are unknown.
//!
//! Test files declare for test files of their own package alone, as in a build: nobody imports them.

use super::gather::Gathered;
use crate::edge::{MAX_SOURCE_BYTES, Overlay};
use crate::go::evaluate::PackageFacts;
use crate::go::facts::{Facts, facts};
use crate::go::file_name::FileName;
use crate::go::module_index::{Module, ModuleIndex};
use crate::go::outline::outline;
use crate::go::tree::FileId;
use crate::go::types::Name;
use crate::go::words::Words;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock, RwLock};

/// Facts by folder; each file is read once.
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
    /// With them.
    tested: OnceLock<BTreeMap<Name, Arc<PackageFacts>>>,
}

/// A package without its test files.
struct Built {
    files: Vec<Facts>,
    facts: Arc<PackageFacts>,
}

impl<'g> Packages<'g> {
    /// Of a run's files; nothing is read yet.
    pub(super) fn new(gathered: &'g Gathered) -> Self {
        Packages { gathered, folders: RwLock::default() }
    }

    /// Of the package that a file belongs to.
    pub(super) fn of_file(&self, file: FileId) -> Option<Arc<PackageFacts>> {
        let path = self.gathered.path(file)?;
        let (folder, overlay) = (path.parent()?, self.gathered.overlay());
        let clause = &self.gathered.tree.file(file).outline.package;
        let slot = self.slot(folder)?;
        match is_test(path) {
            true => slot.tested(folder, overlay).get(clause).cloned(),
            false => slot.built(folder, overlay).get(clause).map(|built| built.facts.clone()),
        }
    }

    /// The same with its test files, whose names nothing new may bear.
    pub(super) fn with_tests(&self, file: FileId) -> Option<Arc<PackageFacts>> {
        let folder = self.gathered.folder(file)?;
        let clause = &self.gathered.tree.file(file).outline.package;
        self.slot(folder)?.tested(folder, self.gathered.overlay()).get(clause).cloned()
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
        self.slot(folder)?.tested(folder, self.gathered.overlay()).get(clause).cloned()
    }

    fn within(&self, path: &str, may_see: impl Fn(&Module) -> bool) -> Option<Arc<PackageFacts>> {
        if let Some(known) = standard(path) {
            return Some(known);
        }
        let folder = folder_imported(self.gathered.tree.modules(), path, may_see)?;
        let slot = self.slot(&folder)?;
        // Nobody imports a program.
        let importable = slot
            .built(&folder, self.gathered.overlay())
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
    fn built(&self, folder: &Path, overlay: &Overlay) -> &BTreeMap<Name, Built> {
        self.built.get_or_init(|| {
            let package = |(clause, files): (Name, Vec<Facts>)| {
                let facts = Arc::new(PackageFacts::new(&files));
                (clause, Built { files, facts })
            };
            read(folder, overlay, false).into_iter().map(package).collect()
        })
    }

    fn tested(&self, folder: &Path, overlay: &Overlay) -> &BTreeMap<Name, Arc<PackageFacts>> {
        self.tested.get_or_init(|| {
            let mut tests = read(folder, overlay, true);
            let built = self.built(folder, overlay);
            for clause in built.keys() {
                tests.entry(clause.clone()).or_default();
            }
            let package = |(clause, tests): (Name, Vec<Facts>)| {
                let files = built.get(&clause).map_or(&[][..], |built| &built.files);
                let facts = Arc::new(PackageFacts::new(files.iter().chain(&tests)));
                (clause, facts)
            };
            tests.into_iter().map(package).collect()
        })
    }
}

/// The facts of all test files of a folder, or of all others, scanned or not: ten staged files are judged as in a whole run.
fn read(folder: &Path, overlay: &Overlay, tests: bool) -> BTreeMap<Name, Vec<Facts>> {
    let words = Words::new(std::iter::empty::<&str>());
    let mut clauses: BTreeMap<Name, Vec<Facts>> = BTreeMap::new();
    for path in overlay.siblings(folder).into_iter().filter(|path| is_test(path) == tests) {
        let Ok(text) = overlay.read(&path, &path.to_string_lossy(), MAX_SOURCE_BYTES) else { continue };
        let outline = outline(&text, &words);
        clauses.entry(outline.package.clone()).or_default().push(facts(&text, &outline));
    }
    clauses
}

/// Whether only `go test` builds the file.
pub(super) fn is_test(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| FileName::read(name).test)
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
