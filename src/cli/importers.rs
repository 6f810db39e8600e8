//! Which files can be told something else because another package of their module declares something else: those whose package
//! imports it, directly or through what it imports.
//!
//! Imports are followed from the files that were asked for downwards, so that only their packages and what these import are read,
//! each file up to its first declaration.

use super::declared::is_test;
use super::modules::slashed;
use super::packages::folder_imported;
use crate::edge::{GoFile, MAX_SOURCE_BYTES, Overlay};
use crate::go::imports::{imports_of, imports_of_beginning};
use crate::go::module_index::ModuleIndex;
use crate::go::types::Name;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is read of a file at first; most files of Go have their imports there.
const BEGINNING_BYTES: u64 = 4 << 10;

/// Folders, each with what it imports of its own module.
#[derive(Default)]
pub(super) struct Importers {
    /// Folders whose declarations are others, and those of the packages that import them.
    reached: FxHashSet<PathBuf>,
    imports: FxHashMap<PathBuf, Imports>,
}

/// Folders that the files of one folder import.
#[derive(Default)]
struct Imports {
    built: Vec<PathBuf>,
    /// By its test files alone; nothing where no test file is asked for.
    tests: Vec<PathBuf>,
}

impl Importers {
    /// Of the files `asked`, when the packages in the folders `changed` declare something else. Reads nothing where none does.
    pub(super) fn of(
        asked: &[GoFile],
        changed: &BTreeSet<PathBuf>,
        modules: &ModuleIndex,
        overlay: &Overlay,
    ) -> Importers {
        if changed.is_empty() {
            return Importers::default();
        }
        // Whether test files are asked for, by folder.
        let mut next: FxHashMap<PathBuf, bool> = FxHashMap::default();
        for path in asked.iter().map(|file| &file.absolute) {
            let folder = path.parent().unwrap_or(path);
            match next.get_mut(folder) {
                Some(tests) => *tests |= is_test(path),
                None => drop(next.insert(folder.to_owned(), is_test(path))),
            }
        }
        let mut imports: FxHashMap<PathBuf, Imports> = FxHashMap::default();
        while !next.is_empty() {
            let read = |(folder, tests): (PathBuf, bool)| {
                let imports = Imports::of(&folder, tests, modules, overlay);
                (folder, imports)
            };
            let folders: Vec<(PathBuf, bool)> = next.drain().collect();
            imports.extend(folders.into_par_iter().map(read).collect::<Vec<_>>());
            let imported = imports.values().flat_map(|imports| imports.built.iter().chain(&imports.tests));
            next.extend(imported.filter(|folder| !imports.contains_key(*folder)).map(|folder| (folder.clone(), false)));
        }
        let mut importers: FxHashMap<&Path, Vec<&PathBuf>> = FxHashMap::default();
        for (folder, imports) in &imports {
            imports.built.iter().for_each(|imported| importers.entry(imported).or_default().push(folder));
        }
        let mut reached: FxHashSet<PathBuf> = FxHashSet::default();
        let mut left: Vec<&PathBuf> = changed.iter().collect();
        while let Some(folder) = left.pop() {
            if reached.insert(folder.clone()) {
                left.extend(importers.get(folder.as_path()).into_iter().flatten().copied());
            }
        }
        Importers { reached, imports }
    }

    /// Whether the package of a file that was asked for imports one that declares something else, or one that imports it.
    pub(super) fn concern(&self, path: &Path) -> bool {
        let Some(imports) = path.parent().and_then(|folder| self.imports.get(folder)) else { return false };
        let any = |folders: &[PathBuf]| folders.iter().any(|folder| self.reached.contains(folder));
        any(&imports.built) || is_test(path) && any(&imports.tests)
    }
}

impl Imports {
    fn of(folder: &Path, tests: bool, modules: &ModuleIndex, overlay: &Overlay) -> Imports {
        let Some(place) = modules.of_directory(&slashed(folder)) else { return Imports::default() };
        let (mut built, mut by_tests): (BTreeSet<Name>, BTreeSet<Name>) = Default::default();
        for path in overlay.siblings(folder) {
            match is_test(&path) {
                false => built.extend(imported(&path, overlay)),
                true if tests => by_tests.extend(imported(&path, overlay)),
                true => {}
            }
        }
        let folders = |paths: BTreeSet<Name>| -> Vec<PathBuf> {
            let own = |path: &Name| folder_imported(modules, path, |module| module.root == place.module.root);
            paths.iter().filter_map(own).collect()
        };
        Imports { built: folders(built), tests: folders(by_tests) }
    }
}

/// The import paths of one file.
fn imported(path: &Path, overlay: &Overlay) -> Vec<Name> {
    let Some(beginning) = overlay.read_beginning(path, BEGINNING_BYTES) else { return Vec::new() };
    let whole = || {
        let text = overlay.read(path, &path.to_string_lossy(), MAX_SOURCE_BYTES).unwrap_or_default();
        imports_of(&text)
    };
    imports_of_beginning(&beginning).unwrap_or_else(whole)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::edge::Role;
    use crate::go::module_index::Module;
    use std::sync::Arc;

    fn file(path: &str) -> GoFile {
        GoFile { shown: Arc::from(path), absolute: path.into(), role: Role::Found, module: None }
    }

    #[test]
    fn imports_are_followed_within_the_module_through_cycles_and_not_out_of_test_files() {
        let mut overlay = Overlay::default();
        for (path, imports) in [
            ("/none/m/a/a.go", &["m/b", "fmt"][..]),
            ("/none/m/b/b.go", &["m/c", "m/a"]),
            ("/none/m/c/c.go", &["other.org/x", "m/nested/n"]),
            ("/none/m/d/d.go", &["m/e"]),
            ("/none/m/e/e.go", &[]),
            ("/none/m/e/e_test.go", &["m/c"]),
            ("/none/m/f/f_test.go", &["m/d"]),
            ("/none/m/f/f.go", &[]),
            ("/none/m/nested/n/n.go", &[]),
        ] {
            let imports: String = imports.iter().map(|path| format!("import {path:?}\n")).collect();
            let long = "// Long.\n".repeat(1_000);
            overlay.set(path.into(), Some(format!("{long}package p\n{imports}\nfunc f() {{}}\n").into_bytes().into()));
        }
        let module =
            |path: &str, root: &str| Module { path: path.into(), root: root.into(), go: None, toolchain: None };
        let modules = ModuleIndex::new([module("m", "/none/m"), module("m/nested", "/none/m/nested")]);
        let all = ["a/a.go", "b/b.go", "c/c.go", "d/d.go", "e/e.go", "e/e_test.go", "f/f.go", "f/f_test.go"];
        let asked: Vec<GoFile> = all.iter().map(|name| file(&format!("/none/m/{name}"))).collect();
        let told = |changed: &str| {
            let changed = BTreeSet::from([PathBuf::from(format!("/none/m/{changed}"))]);
            let importers = Importers::of(&asked, &changed, &modules, &overlay);
            let concerned = asked.iter().filter(|file| importers.concern(&file.absolute));
            concerned.map(|file| file.shown.trim_start_matches("/none/m/").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told("c"), ["a/a.go", "b/b.go", "e/e_test.go"]);
        assert_eq!(told("a"), ["a/a.go", "b/b.go"], "a cycle");
        assert_eq!(told("e"), ["d/d.go", "f/f_test.go"]);
        assert_eq!(told("nested/n"), [""; 0], "another module");
        assert!(Importers::of(&asked, &BTreeSet::new(), &modules, &overlay).imports.is_empty());
    }
}
