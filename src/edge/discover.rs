//! From what the user named to the Go files of a run and the modules that they lie in.
//!
//! What is named is scanned; what is only found below a named folder is judged by its name: `vendor`, `testdata`, names
//! that begin with `_` or `.`, `_test.go` and what git ignores are left out and counted. Generated files are told by
//! their content, so they are among the files here and whoever reads them decides ([`Role`] says whether they were named).

use super::gitignore::{Ignores, top_of};
use super::modules::{ModuleFile, Modules, modules_of};
use super::overlay::Overlay;
use super::paths::shown;
use super::read::{problem, unreadable};
use super::walk::{Found, Reason, Terms, is_go_file, judge, not_utf8, walk};
use crate::model::{LeftOut, Problem, ProblemKind};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to look for.
#[derive(Clone, Debug)]
pub struct Request {
    /// Files, folders, and folders with Go's `/...` behind them (which changes nothing: folders are always walked).
    /// Nested modules belong to what is found, unlike with the go command.
    pub paths: Vec<PathBuf>,
    /// Files and folders that came from a list, where names that do not end in `.go` are passed over.
    /// With `Some`, even of an empty list, no paths means nothing; with `None` it means the working directory.
    pub listed: Option<Vec<PathBuf>>,
    /// Which of the files left out by default are wanted after all.
    pub include: Include,
    /// Judge what was named too: for hooks, which name every changed file.
    pub force_exclude: bool,
    /// The canonical folder that relative paths start from.
    pub working_directory: PathBuf,
}

/// Files that are left out unless asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// Below `vendor`.
    pub vendor: bool,
    /// Below `testdata`, and names that begin with `_` or `.`.
    pub testdata: bool,
    /// With the header of generated code. Discovery does not look at it.
    pub generated: bool,
    /// `_test.go`
    pub tests: bool,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Discovery {
    /// The files to scan, each once, in the order of their paths.
    pub files: Vec<GoFile>,
    /// The go.mod nearest to each file, in the order of their folders.
    pub modules: Vec<ModuleFile>,
    /// The go.work nearest to each module, in the order of their folders.
    pub workspaces: Vec<ModuleFile>,
    /// Files found and not scanned; `generated` stays 0 here.
    pub left_out: LeftOut,
    /// Links to folders, which are not followed, as with the go command.
    pub links_not_followed: usize,
    /// What could not be looked into, in the order of paths.
    pub problems: Vec<Problem>,
    /// What stands in for files of the disk: nothing here.
    pub overlay: Arc<Overlay>,
}

impl Discovery {
    /// Leaves out the files that are `unwanted`, and counts them.
    pub fn leave_out(&mut self, unwanted: impl Fn(&GoFile) -> bool) {
        let all = self.files.len();
        self.files.retain(|file| !unwanted(file));
        self.left_out.excluded += all - self.files.len();
    }
}

/// One Go file to scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoFile {
    /// The name to print.
    pub shown: Arc<str>,
    /// Where it lies: its folder is canonical, it may itself be a link.
    pub absolute: PathBuf,
    /// How it came to be here.
    pub role: Role,
    /// Its module, as an index into [`Discovery::modules`]; `None` outside every module.
    pub module: Option<usize>,
}

/// How a file came into a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It was named, so it is scanned even when it is generated.
    Named,
    /// It was found below a folder, or named under `force_exclude`.
    Found,
}

/// Looks at names only: no Go file is opened.
pub fn discover(request: &Request) -> Discovery {
    let mut named = sort_named(request);
    let terms = Terms { include: request.include, working_directory: &request.working_directory };
    let found = walk(std::mem::take(&mut named.folders), terms);
    let mut problems = named.found.problems;
    problems.extend(found.problems);

    let role = if request.force_exclude { Role::Found } else { Role::Named };
    let with_roles = |named: Vec<PathBuf>, found: Vec<PathBuf>| -> Vec<(PathBuf, Role)> {
        let named = named.into_iter().map(|path| (path, role));
        named.chain(found.into_iter().map(|path| (path, Role::Found))).collect()
    };
    let plain = with_roles(named.found.files, found.files);
    let linked = with_roles(named.found.linked_files, found.linked_files);
    let (files, broken) = each_once(plain, linked, &request.working_directory);
    problems.extend(broken);

    let scanned: FxHashSet<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    let left_out = count_left_out(named.found.left_out.into_iter().chain(found.left_out), &scanned);
    let folders: Vec<&Path> = files.iter().map(|(path, _)| path.parent().unwrap_or(path)).collect();
    let Modules { modules, workspaces, module_of, problems: unread } = modules_of(&folders, &request.working_directory);
    problems.extend(unread);
    problems.sort();
    problems.dedup();

    let links: FxHashSet<PathBuf> = found.links.into_iter().collect();
    let shown = |path: &Path| shown(path, &request.working_directory);
    let files = files
        .into_iter()
        .zip(module_of)
        .map(|((absolute, role), module)| GoFile { shown: shown(&absolute), absolute, role, module })
        .collect();
    Discovery {
        files,
        modules,
        workspaces,
        left_out,
        links_not_followed: links.len(),
        problems,
        overlay: Arc::default(),
    }
}

/// Whether discovery would leave the file out by the names between `base` and it; what git ignores is not asked.
pub fn left_out_by_name(path: &Path, base: &Path, include: Include) -> bool {
    let below = path.strip_prefix(base).unwrap_or(path);
    let mut names = below.components().rev().map(|component| component.as_os_str());
    let file = names.next().is_some_and(|name| judge(name, false, include).is_some());
    file || names.any(|name| judge(name, true, include).is_some())
}

/// The names in a list of files: separated by NUL where there is one, else by line ends. Empty names are passed over.
pub fn file_list(bytes: &[u8]) -> Result<Vec<PathBuf>, Problem> {
    let separator = if bytes.contains(&0) { 0 } else { b'\n' };
    let names = bytes.split(|byte| *byte == separator).map(|name| match separator {
        0 => name,
        _ => name.strip_suffix(b"\r").unwrap_or(name),
    });
    names.filter(|name| !name.is_empty()).map(path_from_bytes).collect()
}

/// Named files (in `found`) and folders.
#[derive(Default)]
struct Named {
    found: Found,
    folders: Vec<PathBuf>,
}

fn sort_named(request: &Request) -> Named {
    let mut named = Named::default();
    let mut bar = Bar { include: request.include, folders: FxHashMap::default() };
    let here = PathBuf::from(".");
    let nothing_named = request.paths.is_empty() && request.listed.is_none();
    let paths = request.paths.iter().chain(nothing_named.then_some(&here)).map(|path| (path, false));
    let listed = request.listed.iter().flatten().map(|path| (path, true));
    for (path, from_list) in paths.chain(listed) {
        if let Err(problem) = named.sort(path, from_list, request, &mut bar) {
            named.found.problems.push(problem);
        }
    }
    named
}

impl Named {
    fn sort(&mut self, typed: &Path, from_list: bool, request: &Request, bar: &mut Bar) -> Result<(), Problem> {
        let shown_as = typed.to_string_lossy();
        let path = request.working_directory.join(without_dots(typed));
        let metadata = fs::metadata(&path).map_err(|error| no_such_path(&shown_as, &error))?;
        let name = path.file_name().unwrap_or_default().to_owned();
        if !metadata.is_dir() && !is_go_file(&name) {
            let refused = || {
                problem(&shown_as, ProblemKind::Unreadable, "this is not a .go file; name Go files or folders".into())
            };
            return if from_list { Ok(()) } else { Err(refused()) };
        }
        let path = located(&path, metadata.is_dir()).map_err(|error| unreadable(&shown_as, &error))?;
        if path.to_str().is_none() && !metadata.is_dir() {
            return Err(not_utf8(&path, &request.working_directory));
        }
        let reason =
            if request.force_exclude { bar.judge(&path, metadata.is_dir(), &request.working_directory) } else { None };
        match reason {
            Some(reason) => self.found.left_out.push((path, reason)),
            None if metadata.is_dir() => self.folders.push(path),
            None if path.is_symlink() => self.found.linked_files.push(path),
            None => self.found.files.push(path),
        }
        Ok(())
    }
}

/// Judges named paths by every name between the working directory (else the repository's root) and them.
struct Bar {
    include: Include,
    /// What holds inside each folder judged so far.
    folders: FxHashMap<PathBuf, (Ignores, Option<Reason>)>,
}

impl Bar {
    fn judge(&mut self, path: &Path, is_folder: bool, working_directory: &Path) -> Option<Reason> {
        let base = if path.starts_with(working_directory) { working_directory } else { top_of(path) };
        let mut above: Vec<&Path> = path.ancestors().skip(1).take_while(|above| above.starts_with(base)).collect();
        above.reverse();
        let (ignores, mut reason) = above.iter().fold((Ignores::above(base), None), |inside, folder| {
            if let Some(known) = self.folders.get(*folder) {
                return known.clone();
            }
            let (ignores, reason) = inside;
            let reason = if *folder == base { None } else { self.name(folder, true, &ignores, reason) };
            let known = (ignores.entering(folder), reason);
            self.folders.insert(folder.to_path_buf(), known.clone());
            known
        });
        if path != base {
            reason = self.name(path, is_folder, &ignores, reason);
        }
        reason
    }

    fn name(&self, path: &Path, is_folder: bool, ignores: &Ignores, outer: Option<Reason>) -> Option<Reason> {
        outer
            .or_else(|| ignores.ignores(path, is_folder).then_some(Reason::Ignored))
            .or_else(|| judge(path.file_name().unwrap_or_default(), is_folder, self.include))
    }
}

/// Sorts the files and drops repetitions: of one file's several names the file itself stays rather than a link to it.
fn each_once(
    mut files: Vec<(PathBuf, Role)>,
    linked: Vec<(PathBuf, Role)>,
    working_directory: &Path,
) -> (Vec<(PathBuf, Role)>, Vec<Problem>) {
    files.par_sort();
    files.dedup_by(|later, earlier| later.0 == earlier.0);
    let mut problems = Vec::new();
    let mut targets: Vec<(PathBuf, PathBuf, Role)> = Vec::new();
    for (path, role) in linked {
        match path.canonicalize() {
            Ok(target) => targets.push((target, path, role)),
            Err(error) => problems.push(unreadable(&shown(&path, working_directory), &error)),
        }
    }
    targets.sort();
    targets.dedup_by(|later, earlier| later.0 == earlier.0);
    targets.retain(|(target, ..)| files.binary_search_by(|(path, _)| path.cmp(target)).is_err());
    if !targets.is_empty() {
        files.extend(targets.into_iter().map(|(_, path, role)| (path, role)));
        files.sort();
    }
    (files, problems)
}

fn count_left_out(left_out: impl Iterator<Item = (PathBuf, Reason)>, scanned: &FxHashSet<&Path>) -> LeftOut {
    let mut counts = LeftOut::default();
    let mut seen = FxHashSet::default();
    for (path, reason) in left_out {
        // Where named folders overlap, what one of them leaves out another may bring in, and neither counts twice.
        if scanned.contains(path.as_path()) || !seen.insert(path) {
            continue;
        }
        match reason {
            Reason::Vendor => counts.vendor += 1,
            Reason::Testdata => counts.testdata += 1,
            Reason::Tests => counts.tests += 1,
            Reason::Ignored => counts.ignored += 1,
        }
    }
    counts
}

/// `dir` for `dir/...`, the working directory for `...`.
fn without_dots(typed: &Path) -> &Path {
    if typed.file_name().is_some_and(|name| name == "...") { typed.parent().unwrap_or(typed) } else { typed }
}

/// A folder's canonical path; a file's canonical folder with its own name, because a linked file belongs where the link is.
fn located(path: &Path, is_folder: bool) -> std::io::Result<PathBuf> {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if !is_folder => Ok(parent.canonicalize()?.join(name)),
        _ => path.canonicalize(),
    }
}

fn no_such_path(typed: &str, error: &std::io::Error) -> Problem {
    if error.kind() == std::io::ErrorKind::NotFound && typed.ends_with("/...") {
        let message = "there is no such folder; heaplint takes paths (./lib/...), not import paths".into();
        return problem(typed, ProblemKind::Unreadable, message);
    }
    unreadable(typed, error)
}

#[cfg(unix)]
fn path_from_bytes(name: &[u8]) -> Result<PathBuf, Problem> {
    use std::os::unix::ffi::OsStrExt;
    Ok(PathBuf::from(std::ffi::OsStr::from_bytes(name)))
}

#[cfg(not(unix))]
fn path_from_bytes(name: &[u8]) -> Result<PathBuf, Problem> {
    let not_utf8 = |_| {
        let shown = String::from_utf8_lossy(name);
        problem(&shown, ProblemKind::Unreadable, "this name is not UTF-8, so its file cannot be found".into())
    };
    std::str::from_utf8(name).map(PathBuf::from).map_err(not_utf8)
}

#[cfg(test)]
#[path = "discover_tests.rs"]
mod tests;
