//! Folders below a root, level by level and in parallel: which Go files are there, which are left out, and why.
//!
//! Knows names, never content. Folders behind links are not entered, as with the go command, so a loop of links cannot
//! trap it; links to files are files.

use super::discover::Include;
use super::gitignore::Ignores;
use super::paths::shown;
use super::read::{problem, unreadable};
use crate::model::{Problem, ProblemKind};
use rayon::prelude::*;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders of version control, which hold no source: not entered and not counted.
const VERSION_CONTROL: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// Why a file is not scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Below a folder named `vendor`.
    Vendor,
    /// Below `testdata`, or a name that the go command passes over: `_` or `.` first.
    Testdata,
    /// `_test.go`
    Tests,
    /// Ignored by git.
    Ignored,
}

/// What was found below the roots; every list in no particular order, possibly with repetitions where roots overlap.
#[derive(Default)]
pub(super) struct Found {
    /// Go files to scan.
    pub(super) files: Vec<PathBuf>,
    /// Links to such, by the names of the links.
    pub(super) linked_files: Vec<PathBuf>,
    /// Go files that are not, and folders that git ignores (each once, whatever they hold).
    pub(super) left_out: Vec<(PathBuf, Reason)>,
    /// Links to folders, not followed.
    pub(super) links: Vec<PathBuf>,
    /// What could not be looked into.
    pub(super) problems: Vec<Problem>,
}

/// What every folder of one walk is judged by.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    pub(super) include: Include,
    pub(super) working_directory: &'a Path,
}

/// A folder still to be read. Below a `reason` names are only counted.
struct Folder {
    path: PathBuf,
    ignores: Ignores,
    reason: Option<Reason>,
}

/// All Go files below the canonical folders `roots`. A root itself is never judged: it was named.
pub(super) fn walk(roots: Vec<PathBuf>, terms: Terms<'_>) -> Found {
    let mut found = Found::default();
    let mut level: Vec<Folder> =
        roots.into_iter().map(|path| Folder { ignores: Ignores::above(&path), path, reason: None }).collect();
    while !level.is_empty() {
        let listings: Vec<(Found, Vec<Folder>)> =
            level.into_par_iter().map(|folder| look_into(folder, terms)).collect();
        level = Vec::new();
        for (listing, folders) in listings {
            found.take(listing);
            level.extend(folders);
        }
    }
    found
}

/// Why the folder or file named `name` is left out by default, if it is.
pub(super) fn judge(name: &OsStr, is_folder: bool, include: Include) -> Option<Reason> {
    let bytes = name.as_encoded_bytes();
    if is_folder && name == "vendor" && !include.vendor {
        return Some(Reason::Vendor);
    }
    let passed_over = bytes.starts_with(b"_") || bytes.starts_with(b".") || (is_folder && name == "testdata");
    if passed_over && !include.testdata {
        return Some(Reason::Testdata);
    }
    (!is_folder && bytes.ends_with(b"_test.go") && !include.tests).then_some(Reason::Tests)
}

pub(super) fn is_go_file(name: &OsStr) -> bool {
    name.as_encoded_bytes().ends_with(b".go")
}

impl Found {
    fn take(&mut self, other: Found) {
        self.files.extend(other.files);
        self.linked_files.extend(other.linked_files);
        self.left_out.extend(other.left_out);
        self.links.extend(other.links);
        self.problems.extend(other.problems);
    }
}

/// The names in one folder, and its sub-folders.
fn look_into(folder: Folder, terms: Terms<'_>) -> (Found, Vec<Folder>) {
    let mut found = Found::default();
    let entries = match read_entries(&folder.path) {
        Ok(entries) => entries,
        // Nothing was to be scanned below a folder that is left out, so nothing is missing.
        Err(_) if folder.reason.is_some() => return (found, Vec::new()),
        Err(error) => {
            found.problems.push(unreadable(&shown(&folder.path, terms.working_directory), &error));
            return (found, Vec::new());
        }
    };
    let has_patterns = entries.iter().any(|entry| entry.file_name() == ".gitignore");
    let ignores = if has_patterns { folder.ignores.entering(&folder.path) } else { folder.ignores.clone() };
    let mut folders = Vec::new();
    for entry in entries {
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            // Gone between listing and asking: the same as never having been there.
            Err(_) => continue,
        };
        let name = entry.file_name();
        if kind.is_dir() {
            folders.extend(sub_folder(entry.path(), &name, &folder, &ignores, terms, &mut found));
        } else if is_go_file(&name) {
            let path = entry.path();
            let reason = folder
                .reason
                .or_else(|| ignores.ignores(&path, false).then_some(Reason::Ignored))
                .or_else(|| judge(&name, false, terms.include));
            found.file(path, kind, reason, terms);
        } else if kind.is_symlink() && folder.reason.is_none() && entry.path().is_dir() {
            found.links.push(entry.path());
        }
    }
    (found, folders)
}

fn sub_folder(
    path: PathBuf,
    name: &OsStr,
    parent: &Folder,
    ignores: &Ignores,
    terms: Terms<'_>,
    found: &mut Found,
) -> Option<Folder> {
    if VERSION_CONTROL.iter().any(|known| name == *known) {
        return None;
    }
    if ignores.ignores(&path, true) {
        if parent.reason.is_none() {
            found.left_out.push((path, Reason::Ignored));
        }
        return None;
    }
    let reason = parent.reason.or_else(|| judge(name, true, terms.include));
    Some(Folder { path, ignores: ignores.clone(), reason })
}

impl Found {
    /// Sorts a Go file in: scanned, left out, or a problem.
    fn file(&mut self, path: PathBuf, kind: fs::FileType, reason: Option<Reason>, terms: Terms<'_>) {
        if let Some(reason) = reason {
            return self.left_out.push((path, reason));
        }
        if kind.is_symlink() && path.is_dir() {
            return self.links.push(path);
        }
        match path.to_str() {
            Some(_) if kind.is_symlink() => self.linked_files.push(path),
            Some(_) => self.files.push(path),
            None => self.problems.push(not_utf8(&path, terms.working_directory)),
        }
    }
}

/// The problem of a path that no report could spell.
pub(super) fn not_utf8(path: &Path, working_directory: &Path) -> Problem {
    let message = "its name is not UTF-8, so it cannot be reported and was not scanned; rename it".into();
    problem(&shown(path, working_directory), ProblemKind::Unreadable, message)
}

fn read_entries(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    fs::read_dir(folder)?.collect()
}
