//! Asking git what became of an older revision's files and lines: its own diff against the work tree, renames followed.
//!
//! The `git` on the path is started, and only when a revision was named. It changes nothing, takes no lock and fetches nothing
//! that a plain `git diff` would not; the user's settings of diff have no say, so that the text is of one form.

use super::run::{Finished, RunError, Scratch, run_program};
use crate::model::{FileThen, Hunk, Repository};
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
    for (then, changed) in read_diff(&answer(folder, &question, scratch)?) {
        files.insert(then, changed);
    }
    Ok(Repository { root: root.to_owned(), commit, files })
}

/// One form whatever the user's settings and attributes say. Histogram keeps functions together where they were moved past
/// each other; hunks have no context, for only their numbers are read. Code that
/// was only indented anew is the same; where blanks came or went altogether, as within a string, it may not be.
const DIFF: [&str; 16] = [
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
const WITHHELD: [&str; 19] = [
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

fn said(errors: &[u8]) -> String {
    String::from_utf8_lossy(errors).trim().to_owned()
}

fn go_file(name: &[u8]) -> Option<String> {
    name.ends_with(b".go").then(|| String::from_utf8_lossy(name).into_owned())
}

/// The changed files of a diff without context, by their path then. Files that are new have none.
fn read_diff(text: &[u8]) -> Vec<(String, FileThen)> {
    let mut files = Vec::new();
    let mut file: Option<Section> = None;
    // Lines of a hunk that are still to come: one of them may look like anything.
    let mut body: u64 = 0;
    for line in text.split(|byte| *byte == b'\n') {
        if body > 0 && (line.starts_with(b"+") || line.starts_with(b"-")) {
            body -= 1;
            continue;
        }
        if line.starts_with(b"diff --git ") {
            files.extend(file.take().and_then(Section::finish));
            file = Some(Section::default());
            continue;
        }
        let Some(file) = &mut file else { continue };
        if let Some(hunk) = read_hunk(line) {
            body = u64::from(hunk.then.1) + u64::from(hunk.now.1);
            file.hunks.push(hunk);
        } else if let Some(name) = line.strip_prefix(b"--- ") {
            file.then = named(name, b"a/");
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            file.now = named(name, b"b/");
        } else if let Some(name) = line.strip_prefix(b"rename from ") {
            file.then = named(name, b"");
        } else if let Some(name) = line.strip_prefix(b"rename to ") {
            file.now = named(name, b"");
        }
    }
    files.extend(file.and_then(Section::finish));
    files
}

#[derive(Default)]
struct Section {
    then: Option<String>,
    now: Option<String>,
    hunks: Vec<Hunk>,
}

impl Section {
    fn finish(self) -> Option<(String, FileThen)> {
        Some((self.then?, FileThen { now: self.now, hunks: self.hunks }))
    }
}

/// `@@ -12,0 +13,2 @@ func f() {`; a length of 1 is left out.
fn read_hunk(line: &[u8]) -> Option<Hunk> {
    let line = std::str::from_utf8(line.strip_prefix(b"@@ -")?.split(|byte| *byte == b'@').next()?).ok()?;
    let (then, now) = line.trim_end().split_once(" +")?;
    let range = |text: &str| {
        let (start, length) = text.split_once(',').unwrap_or((text, "1"));
        Some((start.parse().ok()?, length.parse().ok()?))
    };
    Some(Hunk { then: range(then)?, now: range(now)? })
}

/// A file's name behind `prefix`, quoted as in C where it holds unusual bytes; `None` for /dev/null.
fn named(written: &[u8], prefix: &[u8]) -> Option<String> {
    let written = written.strip_suffix(b"\r").unwrap_or(written);
    let name = match written.strip_prefix(b"\"") {
        Some(quoted) => unquoted(quoted),
        // A name with blanks is ended by a tab.
        None => written.strip_suffix(b"\t").unwrap_or(written).to_vec(),
    };
    let name = name.strip_prefix(prefix)?;
    Some(String::from_utf8_lossy(name).into_owned())
}

fn unquoted(quoted: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(quoted.len());
    let mut rest = quoted;
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'"', _) => break,
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', after @ ..]) => {
                name.push((a - b'0') * 64 + (b - b'0') * 8 + (c - b'0'));
                rest = after;
            }
            (b'\\', [letter, after @ ..]) => {
                let plain = [(b'a', 7), (b'b', 8), (b't', 9), (b'n', 10), (b'v', 11), (b'f', 12), (b'r', 13)];
                name.push(plain.iter().find(|(known, _)| known == letter).map_or(*letter, |(_, byte)| *byte));
                rest = after;
            }
            _ => name.push(*first),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_is_read_whatever_its_lines_look_like() {
        let text = b"diff --git a/a.go b/a.go\nindex 1..2 100644\n--- a/a.go\n+++ b/a.go\n@@ -3 +3,2 @@ func f() {\n--- x\n\
            +++ y\n+@@ -9 +9 @@\n@@ -10,2 +11,0 @@\n-a\n-diff --git a/x b/x\n\\ No newline at end of file\n\
            diff --git \"a/\\303\\274 \\\"x.go\" b/y.go\nsimilarity index 100%\nrename from \"\\303\\274 \\\"x.go\"\nrename to y.go\n\
            diff --git a/new.go b/new.go\nnew file mode 100644\n--- /dev/null\n+++ b/new.go\n@@ -0,0 +1 @@\n+package x\n\
            diff --git a/b c.go b/b c.go\ndeleted file mode 100644\n--- a/b c.go\t\n+++ /dev/null\n@@ -1 +0,0 @@\n-package x\n";
        let hunk = |then, now| Hunk { then, now };
        let changed = |now: Option<&str>, hunks| FileThen { now: now.map(str::to_owned), hunks };
        let expected = [
            ("a.go", changed(Some("a.go"), vec![hunk((3, 1), (3, 2)), hunk((10, 2), (11, 0))])),
            ("\u{fc} \"x.go", changed(Some("y.go"), Vec::new())),
            ("b c.go", changed(None, vec![hunk((1, 1), (0, 0))])),
        ];
        assert_eq!(read_diff(text), expected.map(|(then, file)| (then.to_owned(), file)));
    }

    #[test]
    fn any_bytes_are_a_diff_of_what_can_be_read() {
        for text in [&b""[..], b"\xff\xfe", b"@@ -1 +1 @@", b"diff --git \n@@ -a,b +c @@\n--- \n+++ \"a\\", b"--- a/x"]
        {
            assert_eq!(read_diff(text), [], "{text:?}");
        }
        assert_eq!(read_hunk(b"@@ -99999999999 +1 @@"), None);
    }
}
