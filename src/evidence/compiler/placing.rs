//! Which file of the source a name means that the compiler wrote.
//!
//! The text form's names are relative to where the first build was started, whose output the build cache repeats from
//! everywhere: only the package line before them can be trusted, and the base name. The JSON form's names are absolute, on the
//! machine that built, or begin with the module's path (`-trimpath`). A name below another folder is another package's: generic
//! code that was inlined.

use super::record::Dump;
use crate::go::module_index::Module;
use crate::go::tree::{FileId, SourceTree};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Finds files by the compiler's names for them.
pub(super) struct Placing<'t> {
    tree: &'t SourceTree,
    /// For modules of the tree, by their folder, the folders that they were built in, without final slash.
    built: Vec<(String, &'t Module)>,
    known: FxHashMap<(Arc<str>, Arc<str>), Option<FileId>>,
}

impl<'t> Placing<'t> {
    /// Learns from the dump's own names in which folders the tree's modules were built.
    pub(super) fn learn(dump: &Dump, tree: &'t SourceTree) -> Placing<'t> {
        let mut built: Vec<(String, &Module)> = Vec::new();
        let mut votes: BTreeMap<(&str, String), (usize, &Module)> = BTreeMap::new();
        let functions = dump.functions.iter().map(|(package, place)| (package, &place.file));
        for (package, file) in dump.files.iter().map(|(package, file)| (package, file)).chain(functions) {
            if let Some((root, module)) = built_in(tree, package, file) {
                votes.entry((&module.root, root)).or_insert((0, module)).0 += 1;
            }
        }
        for module in tree.modules().modules() {
            let of_module = votes.iter().filter(|((root, _), _)| **root == *module.root);
            let winner = of_module.max_by_key(|((_, folder), (count, _))| (*count, std::cmp::Reverse(folder.clone())));
            built.push((module.root.trim_end_matches('/').to_owned(), module));
            built.extend(winner.map(|((_, folder), _)| (folder.clone(), module)));
        }
        // The longest folder first: modules nest.
        built.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        built.dedup_by(|a, b| a.0 == b.0);
        Placing { tree, built, known: FxHashMap::default() }
    }

    /// The file of the tree that `file` means in the output for `package`.
    pub(super) fn file(&mut self, package: &Arc<str>, file: &Arc<str>) -> Option<FileId> {
        let key = (package.clone(), file.clone());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let found = self.find(package, &slashed(file));
        self.known.insert(key, found);
        found
    }

    fn find(&self, package: &str, file: &str) -> Option<FileId> {
        if is_absolute(file) {
            for (root, module) in &self.built {
                if let Some(inside) = file.strip_prefix(root.as_str()).and_then(|rest| rest.strip_prefix('/'))
                    && self.tree.owns(module, inside)
                {
                    return self.tree.file_in_module(module, inside);
                }
            }
        } else {
            // `-trimpath`: the module's path stands for its folder.
            for module in self.tree.modules().modules() {
                if let Some(inside) = file.strip_prefix(&*module.path).and_then(|rest| rest.strip_prefix('/')) {
                    return self.tree.file_in_module(module, inside);
                }
            }
        }
        let (folder, base) = file.rsplit_once('/').unwrap_or(("", file));
        match self.tree.locate_package(package_of_files(package)) {
            Some((module, inside)) => {
                let own = if is_absolute(file) { is_below(folder, &inside) } else { may_be(folder, module, &inside) };
                own.then(|| self.tree.file_of_package(package_of_files(package), base)).flatten()
            }
            None if matches!(package, "main" | "command-line-arguments" | "") => self.command(file, base),
            None => None,
        }
    }

    /// The one file of this base name, of a command or of any package, whose path agrees with the name for longest.
    fn command(&self, file: &str, base: &str) -> Option<FileId> {
        let named = file.trim_start_matches("./").trim_start_matches("../");
        let agreeing =
            |path: &str| path.rsplit('/').zip(named.rsplit('/')).take_while(|(ours, theirs)| ours == theirs).count();
        let mut best: Option<FileId> = None;
        let (mut longest, mut equal) = (0, false);
        for (id, source) in self.tree.files().filter(|(_, source)| source.base() == base) {
            let agreeing = agreeing(&source.built_path());
            equal = (equal && agreeing <= longest) || (agreeing == longest && best.is_some());
            if agreeing > longest {
                (longest, best, equal) = (agreeing, Some(id), false);
            }
        }
        // A base name alone says nothing when the name has folders.
        let enough = longest > 1 || !named.contains('/');
        best.filter(|_| enough && !equal)
    }
}

/// The folder that the module of `package` was built in, if `file` is a file of that package.
fn built_in<'t>(tree: &'t SourceTree, package: &str, file: &str) -> Option<(String, &'t Module)> {
    let file = slashed(file);
    if !is_absolute(&file) {
        return None;
    }
    let package = package_of_files(package);
    let (module, inside) = tree.locate_package(package)?;
    let (folder, base) = file.rsplit_once('/')?;
    tree.file_of_package(package, base)?;
    is_below(folder, &inside).then_some(())?;
    let root = folder[..folder.len() - inside.len()].trim_end_matches('/');
    Some((root.to_owned(), module))
}

/// Whether an absolute folder can be the folder `inside` of a module: neither Go's own nor in the module cache.
fn is_below(folder: &str, inside: &str) -> bool {
    let standard = folder.rsplit_once("/src/").is_some_and(|(_, package)| crate::go::std::is_standard(package));
    let cached = folder.contains("/pkg/mod/") && folder.contains('@');
    !standard && !cached && ends_with(folder, inside)
}

/// Whether a relative folder can be the folder of a package: the folder of the first build may lie anywhere above, below or
/// beside it.
fn may_be(folder: &str, module: &Module, inside: &str) -> bool {
    let mut folder = folder.trim_start_matches("./");
    while let Some(rest) = folder.strip_prefix("..") {
        folder = rest.trim_start_matches('/');
    }
    let whole = format!("{}/{inside}", module.root);
    matches!(folder, "" | ".") || ends_with(whole.trim_end_matches('/'), folder)
}

/// Whether `path` ends with the elements of `tail`.
fn ends_with(path: &str, tail: &str) -> bool {
    tail.is_empty() || path.strip_suffix(tail).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// The package in whose folder a package's files lie: tests of other packages share it.
fn package_of_files(package: &str) -> &str {
    package.strip_suffix("_test").unwrap_or(package)
}

fn is_absolute(path: &str) -> bool {
    let bytes = path.as_bytes();
    path.starts_with('/') || (bytes.len() > 2 && bytes[1] == b':' && bytes[2] == b'/')
}

/// A path of Windows with slashes; other systems allow a backslash in a name, and nobody has one in a Go file's.
fn slashed(path: &str) -> Cow<'_, str> {
    if path.contains('\\') { path.replace('\\', "/").into() } else { path.into() }
}
