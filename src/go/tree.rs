//! The files of the modules concerned, by package: what a profile's frame or a question about a sibling file is looked up in.
//!
//! The tree holds outlines, not text, and knows nothing of the disk: whoever builds it has read the files.

use super::outline::Outline;
use super::types::Name;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file's index in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A Go module: where its files lie and what its go.mod says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module path; `std` for Go's own source tree; empty for files outside any module.
    pub path: Name,
    /// Its folder, absolute, with slashes, without a final one.
    pub root: String,
    /// The minor version of its `go` line: language semantics.
    pub go: Option<u16>,
    /// The minor version of its `toolchain` line.
    pub toolchain: Option<u16>,
}

/// One Go file of the tree.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name to print.
    pub shown: Arc<str>,
    /// Index of its module.
    pub module: usize,
    /// Its path inside the module, with slashes.
    pub inside: String,
    /// The import path of its folder.
    pub import_path: Name,
    /// What it declares.
    pub outline: Arc<Outline>,
}

impl SourceFile {
    /// The last component of its path.
    pub fn base(&self) -> &str {
        self.inside.rsplit('/').next().unwrap_or(&self.inside)
    }

    /// Its path as a build in its module's folder would write it: the module's folder name, then the path inside.
    pub fn built_path(&self, module: &Module) -> String {
        let folder = module.root.rsplit('/').next().unwrap_or_default();
        format!("{folder}/{}", self.inside)
    }
}

/// Modules and the files that were read of them.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    modules: Vec<Module>,
    files: Vec<SourceFile>,
    packages: BTreeMap<Name, Vec<FileId>>,
}

impl SourceTree {
    /// A tree of these modules, without files.
    pub fn new(modules: Vec<Module>) -> SourceTree {
        SourceTree { modules, files: Vec::new(), packages: BTreeMap::new() }
    }

    /// Adds a file and gives its id.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.packages.entry(file.import_path.clone()).or_default().push(id);
        self.files.push(file);
        id
    }

    /// The modules, in the order given.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The file of this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Every file with its id, in the order added.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// The module that the package of this import path belongs to, and the package's folder inside it.
    ///
    /// The longest module path wins. Go's own tree, module `std`, owns every path whose first element has no dot.
    pub fn locate_package<'p>(&self, import_path: &'p str) -> Option<(usize, &'p str)> {
        let inside = |module: &Module| -> Option<&'p str> {
            if &*module.path == "std" {
                let first = import_path.split('/').next().unwrap_or_default();
                let names_no_package = matches!(import_path, "" | "main" | "command-line-arguments");
                return (!first.contains('.') && !names_no_package).then_some(import_path);
            }
            let rest = import_path.strip_prefix(&*module.path).filter(|_| !module.path.is_empty())?;
            if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
        };
        let candidates = self.modules.iter().enumerate().filter_map(|(index, module)| Some((index, inside(module)?)));
        candidates.max_by_key(|(index, _)| match &*self.modules[*index].path {
            "std" => 0,
            path => path.len(),
        })
    }

    /// Whether a path inside this module's folder is this module's own, and not a nested module's or vendored code.
    pub fn owns(&self, module: usize, inside: &str) -> bool {
        let ours = &self.modules[module];
        let absolute = format!("{}/{inside}", ours.root);
        let nested = self.modules.iter().any(|other| {
            other.root.len() > ours.root.len()
                && absolute.strip_prefix(&other.root).is_some_and(|rest| rest.starts_with('/'))
        });
        !nested && (&*ours.path == "std" || !(inside.starts_with("vendor/") || inside.contains("/vendor/")))
    }

    /// The file at this path inside a module's folder, if it was read.
    pub fn file_in_module(&self, module: usize, inside: &str) -> Option<FileId> {
        let folder = inside.rsplit_once('/').map_or("", |(folder, _)| folder);
        let import_path = import_path(&self.modules[module], folder);
        let ids = self.packages.get(&*import_path)?;
        ids.iter().copied().find(|id| self.file(*id).module == module && self.file(*id).inside == inside)
    }

    /// The files read of a package, in the order added.
    pub fn files_of(&self, import_path: &str) -> &[FileId] {
        self.packages.get(import_path).map_or(&[], Vec::as_slice)
    }

    /// The file of a package with this base name.
    pub fn file_of_package(&self, import_path: &str, base: &str) -> Option<FileId> {
        self.files_of(import_path).iter().copied().find(|id| self.file(*id).base() == base)
    }

    /// Files of this base name whose package clause says `main`.
    pub fn commands_with(&self, base: &str) -> impl Iterator<Item = FileId> {
        let is_command = move |(_, file): &(FileId, &SourceFile)| &*file.outline.package == "main" && file.base() == base;
        self.files().filter(is_command).map(|(id, _)| id)
    }
}

/// The import path of a folder inside a module.
pub fn import_path(module: &Module, folder: &str) -> String {
    match (&*module.path, folder) {
        ("std", _) => folder.to_owned(),
        (path, "") => path.to_owned(),
        (path, folder) => format!("{path}/{folder}"),
    }
}
