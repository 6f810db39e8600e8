//! Asking git what became of an older revision's files and lines: its own diff against the work tree, renames followed.
//!
//! The `git` on the path is started, and only when a revision was named. It changes nothing, takes no lock and fetches nothing
//! that a plain `git diff` would not; the user's settings of diff have no say, so that the text is of one form.

use super::git_diff::read_diff;
use super::run::{Finished, RunError, Scratch, run_program};
use crate::model::{FileThen, Repository};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

/// Why git's answer is not to be had.
#[derive(Debug)]
pub enum GitError {
    /// It could not be started, or what it wrote not be kept.
    Run(RunError),
    /// The folder lies in no work tree that git would look into; what it said.
    NoRepository(String),
    /// The repository has no such commit.
    NoRevision {
        /// Whether it is a shallow clone, which may lack it for that reason.
        shallow: bool,
    },
    /// The branch and the work tree have no common ancestor in this repository.
    NoMergeBase {
        /// Whether it is a shallow clone, which may lack it for that reason.
        shallow: bool,
    },
    /// It said no.
    Failed {
        /// What was asked.
        command: String,
        /// What it said.
        words: String,
    },
}

impl From<RunError> for GitError {
    fn from(error: RunError) -> GitError {
        GitError::Run(error)
    }
}

/// The work tree that holds `folder`, written as `folder` is: with slashes, and none at the end.
pub fn work_tree(folder: &Path, scratch: &Scratch) -> Result<String, GitError> {
    let prefix = git(folder, &["rev-parse", "--show-prefix"], scratch)?;
    if !prefix.success {
        return Err(GitError::NoRepository(said(&prefix.errors)));
    }
    let prefix = String::from_utf8_lossy(&prefix.output).trim_end_matches(['\n', '\r', '/']).to_owned();
    let folder = folder.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    Ok(folder.strip_suffix(&prefix).unwrap_or(&folder).trim_end_matches('/').to_owned())
}

/// What became of the Go files of the work tree `root` since `revision`.
pub fn repository_since(root: &str, revision: &str, scratch: &Scratch) -> Result<Repository, GitError> {
    let folder = Path::new(root);
    let commit = format!("{revision}^{{commit}}");
    let commit = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], scratch)?;
    if !commit.success {
        let shallow = git(folder, &["rev-parse", "--is-shallow-repository"], scratch)?;
        return Err(GitError::NoRevision { shallow: shallow.output.starts_with(b"true") });
    }
    let commit = String::from_utf8_lossy(&commit.output).trim().to_owned();
    let names = answer(folder, &["ls-tree", "-r", "-z", "--name-only", "--full-tree", &commit], scratch)?;
    let same = |path: String| (path.clone(), FileThen { now: Some(path), hunks: Vec::new() });
    let mut files: BTreeMap<String, FileThen> = names.split(|byte| *byte == 0).filter_map(go_file).map(same).collect();
    let mut question = DIFF.to_vec();
    question.extend([&*commit, "--", ":(top)*.go"]);
    for changed in read_diff(&answer(folder, &question, scratch)?) {
        // What is new had no lines then.
        files.extend(changed.then.map(|then| (then, FileThen { now: changed.now, hunks: changed.hunks })));
    }
    Ok(Repository { root: root.to_owned(), commit, files })
}

/// One form whatever the user's settings and attributes say. Histogram keeps functions together where they were moved past
/// each other; hunks have no context, for only their numbers are read. Code that
/// was only indented anew is the same; where blanks came or went altogether, as within a string, it may not be.
pub(super) const DIFF: [&str; 16] = [
    "diff",
    "--unified=0",
    "--ignore-space-change",
    "--inter-hunk-context=0",
    "--find-renames",
    "-l4000",
    "--diff-algorithm=histogram",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-relative",
    "--text",
    "--ignore-submodules=all",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--indent-heuristic",
];

/// What git takes from its environment about another repository than the folder's (`git rev-parse --local-env-vars`; hooks set
/// some of them), and what changes the meaning of paths or the form of a diff. Settings handed down (`GIT_CONFIG_COUNT`,
/// `GIT_CONFIG_PARAMETERS`) stay, as git keeps them for submodules: they may say that the folder is safe.
pub(super) const WITHHELD: [&str; 19] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIFF_OPTS",
    "GIT_DIR",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// What of it changes the meaning of paths or the form of a diff.
pub(super) const FORM: [&str; 6] = [
    "GIT_DIFF_OPTS",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_PREFIX",
];

/// What of it says where a repository's parts are, which holds for the work tree that it speaks of.
pub(super) const INHERITED: [&str; 8] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_QUARANTINE_PATH",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

fn git(folder: &Path, words: &[&str], scratch: &Scratch) -> Result<Finished, GitError> {
    let settings = ["--no-pager", "--no-optional-locks", "-c", "core.quotePath=true", "-c", "core.fsmonitor=false"];
    let words: Vec<OsString> = settings.iter().chain(words).map(OsString::from).collect();
    Ok(run_program("git", &words, &WITHHELD, folder, scratch)?)
}

fn answer(folder: &Path, words: &[&str], scratch: &Scratch) -> Result<Vec<u8>, GitError> {
    let finished = git(folder, words, scratch)?;
    if finished.success {
        return Ok(finished.output);
    }
    let command = format!("git {}", words.join(" "));
    Err(GitError::Failed { command, words: said(&finished.errors) })
}

pub(super) fn said(errors: &[u8]) -> String {
    String::from_utf8_lossy(errors).trim().to_owned()
}

fn go_file(name: &[u8]) -> Option<String> {
    name.ends_with(b".go").then(|| String::from_utf8_lossy(name).into_owned())
}
