//! The files of the modules concerned, by package: what a profile's frame or a question about a sibling file is looked up in.
//!
//! The tree holds outlines, not text, and knows nothing of the disk: whoever builds it has read the files.

use super::module_index::{Module, ModuleIndex};
use super::outline::Outline;
use super::types::Name;
use crate::model::Revision;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file's index in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// One Go file of the tree.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name to print.
    pub shown: Arc<str>,
    /// Its module's folder, or the working directory outside every module.
    pub root: Name,
    /// Its path below that folder, with slashes.
    pub inside: String,
    /// The import path of its folder; empty outside every module.
    pub import_path: Name,
    /// What it declares.
    pub outline: Arc<Outline>,
}

impl SourceFile {
    /// The last component of its path.
    pub fn base(&self) -> &str {
        self.inside.rsplit('/').next().unwrap_or(&self.inside)
    }

    /// Its absolute path with slashes.
    pub fn path(&self) -> String {
        format!("{}/{}", self.root, self.inside)
    }

    /// Its path as a build in its module's folder would write it: the module's folder name, then the path inside.
    pub fn built_path(&self) -> String {
        let folder = self.root.rsplit('/').next().unwrap_or_default();
        format!("{folder}/{}", self.inside)
    }
}

/// Modules and the files that were read of them.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    modules: ModuleIndex,
    files: Vec<SourceFile>,
    packages: BTreeMap<Name, Vec<FileId>>,
    past: Option<Revision>,
}

impl SourceTree {
    /// A tree of these modules, without files.
    pub fn new(modules: ModuleIndex) -> SourceTree {
        SourceTree { modules, ..SourceTree::default() }
    }

    /// Sets the revision that was profiled, and what became of its files.
    pub fn set_past(&mut self, past: Revision) {
        self.past = Some(past);
    }

    /// The revision that was profiled, where it is known.
    pub fn past(&self) -> Option<&Revision> {
        self.past.as_ref()
    }

    /// The file that had this absolute path when it was profiled: the one that git says it became, else the one there now.
    pub fn file_then_at(&self, path_then: &str) -> Option<FileId> {
        match self.past.as_ref().and_then(|past| past.file(path_then)) {
            Some((_, now)) => self.file_at(&now?),
            None => self.file_at(path_then),
        }
    }

    /// Adds a file and gives its id.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.packages.entry(file.import_path.clone()).or_default().push(id);
        self.files.push(file);
        id
    }

    /// The modules.
    pub fn modules(&self) -> &ModuleIndex {
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
    pub fn locate_package(&self, import_path: &str) -> Option<(&Module, String)> {
        if matches!(import_path, "" | "main" | "command-line-arguments") {
            return None;
        }
        let (module, directory) = self.modules.directories_of(import_path).into_iter().next()?;
        let inside = directory.strip_prefix(&*module.root).unwrap_or(&directory).trim_start_matches('/').to_owned();
        Some((module, inside))
    }

    /// The folder of the package of this import path, with slashes; external tests lie beside what they test.
    pub fn folder_of_package(&self, import_path: &str) -> Option<String> {
        let (module, inside) = self.locate_package(import_path.strip_suffix("_test").unwrap_or(import_path))?;
        Some(if inside.is_empty() { module.root.to_string() } else { format!("{}/{inside}", module.root) })
    }

    /// The file at this absolute path with slashes, if it was read.
    pub fn file_at(&self, path: &str) -> Option<FileId> {
        let import_path = self.modules.of_file(path).map_or_else(|| Name::from(""), |place| place.import_path);
        self.files_of(&import_path).iter().copied().find(|id| self.file(*id).path() == path)
    }

    /// Whether a path inside this module's folder is this module's own, and not a nested module's or vendored code.
    pub fn owns(&self, module: &Module, inside: &str) -> bool {
        self.modules
            .of_file(&format!("{}/{inside}", module.root))
            .is_some_and(|place| place.module.root == module.root && !place.vendored)
    }

    /// The file at this path inside a module's folder, if it was read.
    pub fn file_in_module(&self, module: &Module, inside: &str) -> Option<FileId> {
        let place = self.modules.of_file(&format!("{}/{inside}", module.root))?;
        let ids = self.packages.get(&place.import_path)?;
        ids.iter().copied().find(|id| self.file(*id).root == module.root && self.file(*id).inside == inside)
    }

    /// The files read of a package, in the order added.
    pub fn files_of(&self, import_path: &str) -> &[FileId] {
        self.packages.get(import_path).map_or(&[], Vec::as_slice)
    }

    /// The file of a package with this base name.
    pub fn file_of_package(&self, import_path: &str, base: &str) -> Option<FileId> {
        self.files_of(import_path).iter().copied().find(|id| self.file(*id).base() == base)
    }

    /// Files of this base name, or with lines that are taken for lines of one, whose package clause says `main`.
    pub fn commands_with(&self, base: &str) -> impl Iterator<Item = FileId> {
        let is_command = move |(_, file): &(FileId, &SourceFile)| {
            &*file.outline.package == "main" && (file.base() == base || file.outline.line_map.names(base))
        };
        self.files().filter(is_command).map(|(id, _)| id)
    }
}
