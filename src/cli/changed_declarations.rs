//! Which packages declare something else than before: to their own files, and to packages that import them.

use super::declared::{Declared, DeclaredByFiles, is_test};
use crate::edge::Overlay;
use crate::go::changed_facts::{ToImporters, bears, declared_by, same_to_others, to_importers, told_otherwise};
use crate::go::facts::Facts;
use crate::go::types::Name;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folders whose packages declare something else.
#[derive(Default)]
pub(super) struct OtherDeclarations {
    /// To their files that are no tests.
    pub(super) to_package: BTreeSet<PathBuf>,
    /// To their test files.
    pub(super) to_tests: BTreeSet<PathBuf>,
    /// To packages that import them.
    pub(super) to_importers: BTreeSet<PathBuf>,
}

impl OtherDeclarations {
    /// Of the packages whose `files` changed: these as they are named now, and those that are gone.
    pub(super) fn of(
        files: &BTreeSet<&Path>,
        (overlay, declared): (&Overlay, &DeclaredByFiles),
        then: &Overlay,
    ) -> OtherDeclarations {
        let now = &Now { overlay, declared };
        let mut folders: BTreeMap<&Path, Vec<&Path>> = BTreeMap::new();
        for path in files {
            folders.entry(path.parent().unwrap_or(path)).or_default().push(path);
        }
        let folders: Vec<(&Path, Vec<&Path>)> = folders.into_iter().collect();
        let told = folders.par_iter().map(|(folder, files)| (folder, Folder::read(files, now, then)));
        let mut others = OtherDeclarations::default();
        for (folder, (to_package, to_tests, to_importers)) in
            told.map(|(folder, read)| (folder, read.told(folder, now))).collect::<Vec<_>>()
        {
            others.to_package.extend(to_package.then(|| folder.to_path_buf()));
            others.to_tests.extend(to_tests.then(|| folder.to_path_buf()));
            others.to_importers.extend(to_importers.then(|| folder.to_path_buf()));
        }
        others
    }

    /// Whether the package of a file declares something else to it.
    pub(super) fn concern(&self, path: &Path) -> bool {
        let folders = if is_test(path) { &self.to_tests } else { &self.to_package };
        path.parent().is_some_and(|folder| folders.contains(folder))
    }
}

/// The files of one folder that changed, as they were and as they are.
struct Folder {
    built: Vec<(Arc<Declared>, Arc<Declared>)>,
    tests: Vec<(Arc<Declared>, Arc<Declared>)>,
    /// Whether one of the first that not every build has may take a name from another file, or leave it to that one.
    disputed: bool,
}

impl Folder {
    fn read(files: &[&Path], now: &Now, then: &Overlay) -> Folder {
        let both = |tests: bool| -> Vec<(Arc<Declared>, Arc<Declared>)> {
            let files = files.iter().filter(|path| is_test(path) == tests);
            let before = |path: &Path| Declared::read(path, then, now.declared.bodies).unwrap_or_default();
            files.map(|path| (Arc::new(before(path)), now.declared(path))).collect()
        };
        let (built, tests) = (both(false), both(true));
        let paths = files.iter().filter(|path| !is_test(path));
        let mut pairs = paths.zip(&built);
        let disputed = pairs.any(|(path, (then, after))| is_disputed(path, then, after, now));
        Folder { built, tests, disputed }
    }

    /// Whether it declares something else to files that are no tests, to test files, and to importers.
    fn told(&self, folder: &Path, now: &Now) -> (bool, bool, bool) {
        let to_package = self.disputed || !by_clause(&self.built).iter().all(|(then, now)| same_to_others(then, now));
        let all: Vec<&(Arc<Declared>, Arc<Declared>)> = self.built.iter().chain(&self.tests).collect();
        let to_tests =
            to_package || !self.tests.is_empty() && !by_clause(all).iter().all(|(then, now)| same_to_others(then, now));
        let to_importers = self.disputed
            || by_clause(&self.built).iter().any(|(then, after)| match to_importers(then, after) {
                ToImporters::Same => false,
                ToImporters::Different => true,
                ToImporters::SameUnless(names) => declared_by(&now.of_folder(folder), &names),
            });
        (to_package, to_tests, to_importers)
    }
}

/// Whether what the file at `path` says decides what is known of a name that other files may declare for other builds.
fn is_disputed(path: &Path, then: &Declared, after: &Declared, now: &Now) -> bool {
    if !(then.constrained || after.constrained) || then == after {
        return false;
    }
    let names = told_otherwise(&then.facts, &after.facts);
    let folder = path.parent().filter(|_| !names.is_empty());
    let others = folder.map(|folder| now.built(folder)).unwrap_or_default();
    let declares = |other: &PathBuf| other != path && bears(&now.declared(other).facts, &names);
    others.iter().any(declares)
}

/// The facts of each package, then and now: one folder may hold a package, its external tests, and programs.
fn by_clause<'f>(files: impl IntoIterator<Item = &'f (Arc<Declared>, Arc<Declared>)>) -> Vec<(Vec<Facts>, Vec<Facts>)> {
    let mut clauses: BTreeMap<&Name, (Vec<Facts>, Vec<Facts>)> = BTreeMap::new();
    for (then, now) in files {
        clauses.entry(&then.package).or_default().0.push(then.facts.clone());
        clauses.entry(&now.package).or_default().1.push(now.facts.clone());
    }
    clauses.into_values().collect()
}

/// The files as they are.
struct Now<'n> {
    overlay: &'n Overlay,
    declared: &'n DeclaredByFiles,
}

impl Now<'_> {
    /// What a file declares; nothing where there is none.
    fn declared(&self, path: &Path) -> Arc<Declared> {
        self.declared.of(path, self.overlay).unwrap_or_default()
    }

    /// The files of a folder but its tests, all of them read.
    fn built(&self, folder: &Path) -> Vec<PathBuf> {
        let mut files = self.overlay.siblings(folder);
        files.retain(|path| !is_test(path));
        self.declared.read_ahead(&files, self.overlay);
        files
    }

    /// What they declare.
    fn of_folder(&self, folder: &Path) -> Vec<Facts> {
        self.built(folder).iter().map(|path| self.declared(path).facts.clone()).collect()
    }
}
