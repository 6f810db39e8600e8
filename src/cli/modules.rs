//! The modules of a run: go.mod and go.work as edge found them, read by `go`.

use crate::edge::{Discovery, ModuleFile, module_file};
use crate::go::module::{parse_go_mod, parse_go_work};
use crate::go::tree::Module;
use crate::model::Problem;
use std::path::Path;

/// The modules and, last, a stand-in for files outside every module.
pub(super) struct ModuleMap {
    modules: Vec<Module>,
}

/// The modules of the found files and those that their workspaces use.
pub(super) fn modules(found: &Discovery, working_directory: &Path) -> (ModuleMap, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut files: Vec<ModuleFile> = found.modules.clone();
    for workspace in &found.workspaces {
        let work = parse_go_work(&workspace.text);
        for used in &work.uses {
            match module_file(&workspace.root.join(used), working_directory) {
                Ok(Some(file)) if !files.iter().any(|known| known.root == file.root) => files.push(file),
                Ok(_) => {}
                Err(problem) => problems.push(problem),
            }
        }
    }
    let mut modules: Vec<Module> = files
        .iter()
        .map(|file| {
            let parsed = parse_go_mod(&file.text);
            Module { path: parsed.path, root: slashed(&file.root), go: parsed.go, toolchain: parsed.toolchain }
        })
        .collect();
    modules.push(Module { path: "".into(), root: slashed(working_directory), go: None, toolchain: None });
    (ModuleMap { modules }, problems)
}

impl ModuleMap {
    /// The modules, in the order that a tree numbers them by.
    pub(super) fn all(&self) -> &[Module] {
        &self.modules
    }

    /// The module of a file and its path inside it. Outside every module that is the path below the working directory,
    /// or the whole path.
    pub(super) fn place(&self, absolute: &Path) -> (usize, String) {
        let path = slashed(absolute);
        let below = |module: &Module| {
            let rest = path.strip_prefix(module.root.as_str())?;
            rest.strip_prefix('/').map(str::to_owned)
        };
        let last = self.modules.len() - 1;
        let best = self.modules[..last].iter().enumerate().filter_map(|(index, module)| Some((index, below(module)?)));
        // The shortest rest is the deepest root: nested modules win.
        best.min_by_key(|(_, inside)| inside.len())
            .unwrap_or_else(|| (last, below(&self.modules[last]).unwrap_or_else(|| path.trim_start_matches('/').to_owned())))
    }
}

fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
