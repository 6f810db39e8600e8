//! The modules of a run: go.mod and go.work as edge found them, read by `go`.

use crate::edge::{Discovery, ModuleFile, module_file};
use crate::go::module::{parse_go_mod, parse_go_work};
use crate::go::module_index::{Module, ModuleIndex};
use crate::model::{Problem, ProblemKind};
use std::path::Path;

/// The modules of the found files and those that their workspaces use.
pub(super) fn modules(found: &Discovery, working_directory: &Path) -> (ModuleIndex, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut files: Vec<ModuleFile> = found.modules.clone();
    for workspace in &found.workspaces {
        for used in &parse_go_work(&workspace.text).uses {
            match module_file(&workspace.root.join(&**used), working_directory) {
                Ok(Some(file)) if !files.iter().any(|known| known.root == file.root) => files.push(file),
                Ok(_) => {}
                Err(problem) => problems.push(problem),
            }
        }
    }
    let mut modules = Vec::new();
    for file in &files {
        match parse_go_mod(&file.text) {
            Ok(parsed) => {
                let root = slashed(&file.root).into();
                modules.push(Module { path: parsed.path, root, go: parsed.go, toolchain: parsed.toolchain });
            }
            Err(error) => problems.push(Problem {
                path: file.shown.clone(),
                region: None,
                kind: ProblemKind::Syntax,
                message: error.to_string(),
            }),
        }
    }
    (ModuleIndex::new(modules), problems)
}

/// A path with slashes, as the index and profiles write it.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
