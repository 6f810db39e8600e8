//! Which go.mod and go.work files hold for the scanned files: found upward from each, handed on as text.
//!
//! Nothing is parsed here, so the `use` lines of a go.work are not followed: whoever parses it asks for
//! [`module_file`]s by folder. The environment (`GOWORK`, `GOFLAGS`) has no say.

use super::paths::shown;
use super::read::read;
use crate::model::Problem;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest go.mod or go.work that is read; real ones stay under a hundredth of it.
const MAX_MODULE_BYTES: u64 = 16 << 20;

/// A go.mod or go.work file as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleFile {
    /// The canonical folder that it lies in.
    pub root: PathBuf,
    /// The file's name as it is printed.
    pub shown: Arc<str>,
    /// Its bytes.
    pub text: Vec<u8>,
    /// Whether `vendor/modules.txt` lies beside it: then dependencies are compiled from there.
    pub vendored: bool,
}

/// The go.mod in the canonical folder `root`; `None` where there is none.
pub fn module_file(root: &Path, working_directory: &Path) -> Result<Option<ModuleFile>, Problem> {
    file_in(root, "go.mod", working_directory)
}

/// The go.work in the canonical folder `root`; `None` where there is none.
pub fn workspace_file(root: &Path, working_directory: &Path) -> Result<Option<ModuleFile>, Problem> {
    file_in(root, "go.work", working_directory)
}

/// The files that hold for some folders.
pub(super) struct Modules {
    /// go.mod files, by folder.
    pub(super) modules: Vec<ModuleFile>,
    /// go.work files, by folder.
    pub(super) workspaces: Vec<ModuleFile>,
    /// For each folder asked for, the index of its module in `modules`.
    pub(super) module_of: Vec<Option<usize>>,
    /// What could not be read.
    pub(super) problems: Vec<Problem>,
}

/// The nearest go.mod at or above each of the canonical `folders`, and the nearest go.work at or above each module.
pub(super) fn modules_of(folders: &[&Path], working_directory: &Path) -> Modules {
    let mut problems = Vec::new();
    let mut collect = |mut found: Vec<&Path>, name: &str| -> Vec<ModuleFile> {
        found.sort();
        found.dedup();
        let read = |root: &&Path| match file_in(root, name, working_directory) {
            Ok(file) => file,
            Err(problem) => {
                problems.push(problem);
                None
            }
        };
        found.iter().filter_map(read).collect()
    };
    let mut seen = FxHashMap::default();
    let roots: Vec<Option<&Path>> = folders.iter().map(|folder| nearest(folder, "go.mod", &mut seen)).collect();
    let modules = collect(roots.iter().flatten().copied().collect(), "go.mod");
    let mut seen = FxHashMap::default();
    let work = modules.iter().filter_map(|module| nearest(&module.root, "go.work", &mut seen)).collect();
    let workspaces = collect(work, "go.work");
    let index_of = |root: &Path| modules.binary_search_by(|module| module.root.as_path().cmp(root)).ok();
    let module_of = roots.iter().map(|root| root.and_then(index_of)).collect();
    Modules { modules, workspaces, module_of, problems }
}

/// The nearest folder at or above `folder` that holds `name`. `seen` remembers every folder passed on the way.
fn nearest<'a>(folder: &'a Path, name: &str, seen: &mut FxHashMap<&'a Path, Option<&'a Path>>) -> Option<&'a Path> {
    let mut passed = Vec::new();
    let mut answer = None;
    for above in folder.ancestors() {
        if let Some(known) = seen.get(above) {
            answer = *known;
            break;
        }
        passed.push(above);
        if above.join(name).is_file() {
            answer = Some(above);
            break;
        }
    }
    seen.extend(passed.into_iter().map(|above| (above, answer)));
    answer
}

fn file_in(root: &Path, name: &str, working_directory: &Path) -> Result<Option<ModuleFile>, Problem> {
    let path = root.join(name);
    if !path.exists() {
        return Ok(None);
    }
    let shown = shown(&path, working_directory);
    let text = read(&path, &shown, MAX_MODULE_BYTES)?;
    let vendored = root.join("vendor").join("modules.txt").is_file();
    Ok(Some(ModuleFile { root: root.to_owned(), shown, text, vendored }))
}
