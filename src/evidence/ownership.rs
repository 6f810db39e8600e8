//! Which frames of a profile are the module's own, and in which file of the source they lie.
//!
//! One rule, in this order:
//! 1. A file below the Go installation (or, in a trimmed build, in one of its packages' folders) or in another module's folder of the module cache is never ours, whatever the symbol
//!    says: up to Go 1.26 an inlined closure of the standard library carries its caller's package. A folder is such a one by
//!    its name (`@v1.2.3`), unless it is what is scanned or what the module was built in.
//! 2. A file below the folder that the module was built in is ours. That folder is learnt from the profile: the symbol names
//!    the package, the package names the rest of the path.
//! 3. A file that begins with the module's path (`-trimpath`) is ours.
//! 4. A symbol of one of our packages is ours; its file is the package's file of that base name, else the one that declares
//!    it: files are renamed.
//! 5. `main` says nothing: among our commands the file must agree in base name and declare the function, and the longest
//!    common path decides. Two that fit equally well are an ambiguity, not a first hit.
//!
//! The paths are those of go-facts: absolute builds, `-trimpath`, module cache, vendor, GOPATH, `//line`.

use super::naming::declaration_named;
use crate::go::module_index::Module;
use crate::go::tree::{FileId, SourceTree};
use crate::go::types::Name;
use crate::profile::{Declaration, Function, Profile, Symbol};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where one function of the profile lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placing {
    /// In this file of the source.
    File(FileId),
    /// In a package initialiser, whose record carries one file for the lines of all: the line must decide.
    Initialiser(Arc<[FileId]>),
    /// Ours, but in no file that the source has; why, as a sentence.
    Nowhere(String),
    /// Not ours.
    Theirs,
}

/// The placing of every function of one profile, by index.
#[derive(Debug)]
pub struct Ownership {
    /// Parallel to `profile.functions`.
    pub placings: Vec<Placing>,
    /// Parallel to `profile.functions`; `None` for names that are not Go symbols.
    pub symbols: Vec<Option<Symbol>>,
    /// Parallel to `profile.functions`: the absolute path at which its file would lie in the work tree had nothing been renamed;
    /// `None` where only its name was found.
    pub paths: Vec<Option<String>>,
}

impl Ownership {
    /// Decides for every function of `profile`.
    pub fn decide(profile: &Profile, tree: &SourceTree) -> Ownership {
        let symbols: Vec<Option<Symbol>> =
            profile.functions.iter().map(|function| Symbol::parse(&function.name)).collect();
        let roots = Roots::learn(&profile.functions, &symbols, tree);
        let (placings, paths) = profile
            .functions
            .iter()
            .zip(&symbols)
            .map(|(function, symbol)| match symbol {
                Some(symbol) => roots.place(function, symbol, tree),
                None => (Placing::Theirs, None),
            })
            .unzip();
        Ownership { placings, symbols, paths }
    }
}

/// The packages that a profile's symbols name, with the number of functions of each: for reading the right folders, and for
/// saying which module a foreign profile belongs to.
pub fn packages_named(profile: &Profile) -> BTreeMap<String, usize> {
    let mut packages = BTreeMap::new();
    for symbol in profile.functions.iter().filter_map(|function| Symbol::parse(&function.name)) {
        *packages.entry(symbol.package).or_insert(0) += 1;
    }
    packages
}

/// The folders that a profile's paths stand below.
pub(super) struct Roots {
    /// `GOROOT/src`, with its final slash; empty when the profile shows none.
    go: String,
    /// For modules of the tree, by their folder, the folder that they were built in, with its final slash.
    built: BTreeMap<Name, String>,
}

impl Roots {
    pub(super) fn learn(functions: &[Function], symbols: &[Option<Symbol>], tree: &SourceTree) -> Roots {
        let mut go: FxHashMap<&str, usize> = FxHashMap::default();
        let mut built: BTreeMap<Name, FxHashMap<&str, usize>> = BTreeMap::new();
        for (function, symbol) in functions.iter().zip(symbols) {
            let Some(symbol) = symbol else { continue };
            let Some((folder, _)) = function.file.rsplit_once('/') else { continue };
            if symbol.inlined || !is_absolute(folder) {
                continue;
            }
            if let Some(root) = folder.strip_suffix(symbol.package.as_str())
                && root.ends_with("/src/")
                && crate::go::std::is_standard(&symbol.package)
            {
                *go.entry(root).or_insert(0) += 1;
            }
            if let Some((module, inside)) = tree.locate_package(package_of_files(&symbol.package)) {
                let root = if inside.is_empty() { Some(folder) } else { folder.strip_suffix(inside.as_str()) };
                if let Some(root) = root.filter(|root| inside.is_empty() || root.ends_with('/')) {
                    let votes = built.entry(module.root.clone()).or_default();
                    *votes.entry(root.strip_suffix('/').unwrap_or(root)).or_insert(0) += 1;
                }
            }
        }
        let winner = |votes: FxHashMap<&str, usize>| {
            votes.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map(|(root, _)| root.to_owned())
        };
        Roots {
            go: winner(go).unwrap_or_default(),
            built: built.into_iter().filter_map(|(module, votes)| Some((module, winner(votes)? + "/"))).collect(),
        }
    }

    /// The path of a file inside Go's own source, where it lies there.
    pub(super) fn inside_go<'f>(&self, file: &'f str) -> Option<&'f str> {
        file.strip_prefix(&self.go).filter(|_| !self.go.is_empty())
    }

    /// The path of a file inside the folder that this module was built in, where it lies there.
    pub(super) fn inside_module<'f>(&self, module: &Module, file: &'f str) -> Option<&'f str> {
        self.built.get(&module.root).and_then(|root| file.strip_prefix(root.as_str()))
    }

    /// Where a function lies, and the path that its file had.
    fn place(&self, function: &Function, symbol: &Symbol, tree: &SourceTree) -> (Placing, Option<String>) {
        let file = &*function.file;
        let ours_by_symbol = !symbol.inlined && tree.locate_package(package_of_files(&symbol.package)).is_some();
        if let Some(inside) = self.inside_go(file).or_else(|| trimmed_standard(file, symbol)) {
            return (place_in_go_root(symbol, file, inside, tree), None);
        }
        if !self.lies_below_ours(file, tree)
            && let Some(module) = module_of_cache_path(file)
            && !(ours_by_symbol && tree.modules().modules().iter().any(|ours| *ours.path == module))
        {
            return (Placing::Theirs, None);
        }
        if symbol.declaration == Declaration::PackageLevel && symbol.depth == 0 && ours_by_symbol {
            let files = tree.files_of(package_of_files(&symbol.package));
            return (if files.is_empty() { missing(file) } else { Placing::Initialiser(files.into()) }, None);
        }
        let declared = || declaring(symbol, tree).map_or_else(|| missing(file), Placing::File);
        for module in tree.modules().modules() {
            let built = self.inside_module(module, file);
            let trimmed = || file.strip_prefix(&*module.path).and_then(|rest| rest.strip_prefix('/'));
            if let Some(inside) = built.or_else(trimmed).filter(|inside| tree.owns(module, inside)) {
                let path = format!("{}/{inside}", module.root);
                return (tree.file_then_at(&path).map_or_else(declared, Placing::File), Some(path));
            }
        }
        let base = file.rsplit('/').next().unwrap_or(file);
        if ours_by_symbol {
            let path = tree.folder_of_package(&symbol.package).map(|folder| format!("{folder}/{base}"));
            let found = path.as_ref().and_then(|path| tree.file_then_at(path));
            return (found.map_or_else(declared, Placing::File), path);
        }
        match symbol.package.as_str() {
            "main" | "command-line-arguments" if !symbol.inlined => {
                let placing = self.place_command(file, base, symbol, tree);
                let path = match &placing {
                    Placing::File(found) => Some(tree.file(*found).path()),
                    _ => None,
                };
                (placing, path)
            }
            _ => (Placing::Theirs, None),
        }
    }

    /// Whether a file lies below a folder that one of our modules was built in or is scanned in, and not in a module cache
    /// below that: a checkout may be called `x@v1.2.3`, too.
    fn lies_below_ours(&self, file: &str, tree: &SourceTree) -> bool {
        let scanned = tree.modules().modules().iter().map(|module| file.strip_prefix(&*module.root)?.strip_prefix('/'));
        let built = self.built.values().map(|root| file.strip_prefix(root.as_str()));
        scanned.chain(built).flatten().any(|inside| module_of_cache_path(inside).is_none())
    }

    fn place_command(&self, file: &str, base: &str, symbol: &Symbol, tree: &SourceTree) -> Placing {
        // A trimmed path names its module, and ours have been looked for already.
        if !is_absolute(file) && file.split_once('/').is_some_and(|(first, _)| first != "." && first.contains('.')) {
            return Placing::Theirs;
        }
        let mut best: Vec<FileId> = Vec::new();
        let mut longest = 0;
        for candidate in tree.commands_with(base) {
            let source = tree.file(candidate);
            if declaration_named(&source.outline, symbol).is_none() {
                continue;
            }
            let common = common_suffix(&source.built_path(), file);
            match common.cmp(&longest) {
                std::cmp::Ordering::Greater => (longest, best) = (common, vec![candidate]),
                std::cmp::Ordering::Equal => best.push(candidate),
                std::cmp::Ordering::Less => {}
            }
        }
        match best.as_slice() {
            [] => Placing::Theirs,
            [one] => Placing::File(*one),
            [first, second, ..] => Placing::Nowhere(format!(
                "`{file}` of package main fits {} and {} equally well; scan one of the two alone",
                tree.file(*first).shown,
                tree.file(*second).shown,
            )),
        }
    }
}

/// The Go installation is not ours, unless its own source is what is being scanned.
fn place_in_go_root(symbol: &Symbol, file: &str, inside: &str, tree: &SourceTree) -> Placing {
    let (folder, base) = inside.rsplit_once('/').unwrap_or(("", inside));
    match tree.locate_package(folder) {
        Some(_) if symbol.declaration == Declaration::PackageLevel && symbol.depth == 0 => {
            Placing::Initialiser(tree.files_of(folder).into())
        }
        Some(_) => tree.file_of_package(folder, base).map_or_else(|| missing(file), Placing::File),
        None => Placing::Theirs,
    }
}

/// A file of Go's own source as a trimmed build names it. Build systems may name files of any module so, in folders called
/// `internal`: those end like their packages.
fn trimmed_standard<'f>(file: &'f str, symbol: &Symbol) -> Option<&'f str> {
    let (folder, _) = file.rsplit_once('/')?;
    let of_its_package =
        symbol.package.strip_suffix(folder).is_some_and(|before| before.is_empty() || before.ends_with('/'));
    (crate::go::std::is_standard(folder) && (symbol.package == folder || !of_its_package)).then_some(file)
}

/// The package whose folder holds the files of the symbol's package: external tests lie beside what they test.
pub(super) fn package_of_files(package: &str) -> &str {
    package.strip_suffix("_test").unwrap_or(package)
}

/// The one file of the symbol's package that declares it: where a renamed file's functions are.
fn declaring(symbol: &Symbol, tree: &SourceTree) -> Option<FileId> {
    let files = tree.files_of(package_of_files(&symbol.package)).iter().copied();
    let mut found = files.filter(|file| declaration_named(&tree.file(*file).outline, symbol).is_some());
    found.next().filter(|_| !symbol.inlined && found.next().is_none())
}

fn missing(file: &str) -> Placing {
    Placing::Nowhere(format!("`{file}` is not in this source tree; scan the revision that was profiled"))
}

fn is_absolute(path: &str) -> bool {
    path.starts_with('/') || path.get(1..3).is_some_and(|drive| drive == ":/" || drive == ":\\")
}

/// The module that a path of the module cache, or of a trimmed dependency, belongs to: what stands before `@version/`.
pub(super) fn module_of_cache_path(file: &str) -> Option<String> {
    let (before, after) = file.split_once('@')?;
    let (version, _) = after.split_once('/')?;
    // The go command makes such folders of whole versions alone: `v1.2.3`, `v2.0.0+incompatible`, `v0.0.0-2024...`.
    let mut numbers = version.strip_prefix('v')?.splitn(3, '.');
    let is_number =
        |text: Option<&str>| text.is_some_and(|text| text.starts_with(|first: char| first.is_ascii_digit()));
    if ![numbers.next(), numbers.next(), numbers.next()].into_iter().all(is_number) {
        return None;
    }
    let module = before.rsplit_once("/pkg/mod/").map_or(before, |(_, module)| module);
    // The module cache writes an upper-case letter as `!` and its lower-case form.
    let mut plain = String::with_capacity(module.len());
    let mut upper = false;
    for character in module.chars() {
        match character {
            '!' => upper = true,
            _ if upper => {
                plain.extend(character.to_uppercase());
                upper = false;
            }
            _ => plain.push(character),
        }
    }
    Some(plain)
}

/// How many trailing path components two paths share.
fn common_suffix(a: &str, b: &str) -> usize {
    a.rsplit('/').zip(b.rsplit('/')).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cache_path_names_its_module() {
        let cache = "/home/u/go/pkg/mod/example.com/!dep/x@v1.2.3/d.go";
        assert_eq!(module_of_cache_path(cache).as_deref(), Some("example.com/Dep/x"));
        assert_eq!(module_of_cache_path("example.com/Dep@v1.2.3/d.go").as_deref(), Some("example.com/Dep"));
        let pseudo = "/c/mod/example.com/x@v0.0.0-20240102030405-abcdefabcdef/d.go";
        assert_eq!(module_of_cache_path(pseudo).as_deref(), Some("/c/mod/example.com/x"));
        for plain in ["/src/a@b.go", "/src/x@v2/d.go", "/src/x@v2.1/d.go", "/src/x@version.1.2/d.go", "/src/x@v1.2.3"] {
            assert_eq!(module_of_cache_path(plain), None, "{plain}");
        }
    }

    #[test]
    fn common_suffixes_count_whole_components() {
        assert_eq!(common_suffix("cmd/run/main.go", "/src/x/cmd/run/main.go"), 3);
        assert_eq!(common_suffix("cmd/run/main.go", "/src/brun/main.go"), 1);
    }
}
