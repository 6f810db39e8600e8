//! Asking git which Go files changed, in which lines, and what they held before: since a commit, or in the index.
//!
//! The `git` on the path is started, and only when changed code was asked for. It changes nothing and takes no lock. Within a
//! hook git names the index of the commit that is being made (`GIT_INDEX_FILE`), the repository (`GIT_DIR`) and where new
//! objects lie; those hold for the work tree that they belong to and for no other.

use super::git::{DIFF, FORM, GitError, INHERITED, WITHHELD, said};
use super::git_diff::{Section, read_diff};
use super::run::{Finished, Given, RunError, Scratch, run_program_with};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Changed since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since<'a> {
    /// This commit, in the work tree.
    Revision(&'a str),
    /// Where the work tree's branch left this one, in the work tree.
    MergeBase(&'a str),
    /// The last commit, in the index.
    Staged,
}

/// A work tree, and how git is asked about it.
#[derive(Clone, Debug)]
pub struct WorkTree {
    /// Its canonical folder.
    pub root: PathBuf,
    set: Vec<(&'static str, OsString)>,
}

/// What git says has changed. Paths are absolute.
#[derive(Clone, Debug, Default)]
pub struct GitChanges {
    /// The full name of the commit that is compared with; `None` before the first one.
    pub base: Option<String>,
    /// Changed Go files, go.mod files and settings (`*.toml`), in the order of git.
    pub files: Vec<ChangedFile>,
    /// Go files and settings that git does not track and does not ignore.
    pub untracked: Vec<PathBuf>,
}

/// A changed file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedFile {
    /// Where it was; `None` where it is new.
    pub then: Option<PathBuf>,
    /// Where it is; `None` where it was deleted.
    pub now: Option<PathBuf>,
    /// Which lines differ, but for blanks.
    pub hunks: Vec<crate::model::Hunk>,
    /// Git's name for what it held; `None` where it holds the same now.
    pub blob_then: Option<String>,
    /// Git's name for what it holds; `None` where only the work tree has it, or nothing changed.
    pub blob_now: Option<String>,
}

impl WorkTree {
    /// The work tree around the canonical `folder`; `None` where there is none.
    pub fn around(folder: &Path, working_directory: &Path, scratch: &Scratch) -> Result<Option<WorkTree>, GitError> {
        let near = folder.ancestors().find(|above| above.join(".git").exists());
        if let Some(named) = WorkTree::of_environment(working_directory, scratch)? {
            let holds = folder.starts_with(&named.root) && near.is_none_or(|near| named.root.starts_with(near));
            if holds {
                return Ok(Some(named));
            }
        }
        Ok(near.map(|root| WorkTree { root: root.to_owned(), set: Vec::new() }))
    }

    /// The work tree that git's variables speak of, as in a hook.
    fn of_environment(working_directory: &Path, scratch: &Scratch) -> Result<Option<WorkTree>, GitError> {
        let mut set: BTreeMap<&'static str, OsString> = BTreeMap::new();
        for name in INHERITED {
            set.extend(std::env::var_os(name).filter(|value| !value.is_empty()).map(|value| (name, value)));
        }
        if !["GIT_DIR", "GIT_INDEX_FILE"].iter().any(|name| set.contains_key(name)) {
            return Ok(None);
        }
        let given = Given { withheld: &FORM, ..Given::default() };
        let question = ["rev-parse", "--absolute-git-dir", "--show-toplevel"].map(OsString::from);
        let answer = run_program_with("git", &question, &given, working_directory, scratch)?;
        let answer_text = String::from_utf8_lossy(&answer.output).into_owned();
        let mut lines = answer_text.lines();
        let (Some(folder), Some(root), true) = (lines.next(), lines.next(), answer.success) else { return Ok(None) };
        let Ok(root) = Path::new(root).canonicalize() else { return Ok(None) };
        // Relative to where heaplint was started, which is the root within a hook.
        for name in ["GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"] {
            if let Some(value) = set.get_mut(name) {
                let here = working_directory.join(&*value);
                *value = if here.exists() { here } else { root.join(&*value) }.into();
            }
        }
        set.insert("GIT_DIR", folder.into());
        set.insert("GIT_WORK_TREE", root.clone().into());
        Ok(Some(WorkTree { root, set: set.into_iter().collect() }))
    }

    /// What has changed.
    pub fn changes(&self, since: Since, scratch: &Scratch) -> Result<GitChanges, GitError> {
        let base = match since {
            Since::Revision(revision) => Some(self.commit(revision, scratch)?),
            Since::MergeBase(branch) => {
                let branch = self.commit(branch, scratch)?;
                let base = self.ask(&["merge-base", &branch, "HEAD"], None, scratch)?;
                if !base.success {
                    return Err(GitError::NoMergeBase { shallow: self.is_shallow(scratch)? });
                }
                Some(String::from_utf8_lossy(&base.output).trim().to_owned())
            }
            Since::Staged => self.head(scratch)?,
        };
        let mut question = DIFF.to_vec();
        // As git blame and the pages of pull requests compare: where code was moved, the same half of it is new to all of them.
        question.extend(["--diff-algorithm=myers", "--ignore-all-space", "--full-index"]);
        match since {
            Since::Staged => question.push("--cached"),
            _ => question.extend(base.as_deref()),
        }
        question.extend(["--", ":(top)*.go", ":(top)*go.mod", ":(top)*.toml"]);
        let files = read_diff(&self.answer(&question, None, scratch)?);
        let files = files.into_iter().map(|section| self.changed_file(section)).collect();
        let untracked = match since {
            Since::Staged => Vec::new(),
            _ => self.listed(&["--others", "--exclude-standard"], &[":(top)*.go", ":(top)*.toml"], scratch)?,
        };
        Ok(GitChanges { base, files, untracked })
    }

    /// The Go files, go.mod files and settings in which the work tree and the index differ; and the Go files that git does not track
    /// and does not ignore.
    pub fn unstaged(&self, scratch: &Scratch) -> Result<(Vec<PathBuf>, Vec<PathBuf>), GitError> {
        let specs = [":(top)*.go", ":(top)*go.mod", ":(top)*.toml"];
        let another = Scratch::new().map_err(RunError::Start)?;
        // Both look at every file of the work tree.
        let (modified, untracked) = rayon::join(
            || self.listed(&["--modified"], &specs, scratch),
            || self.listed(&["--others", "--exclude-standard"], &[":(top)*.go"], &another),
        );
        Ok((modified?, untracked?))
    }

    /// What git has stored under these names, in their order: a content's own name, or what [`WorkTree::staged_name`] says.
    /// `None` where it has nothing of that name.
    pub fn contents(&self, names: &[String], scratch: &Scratch) -> Result<Vec<Option<Vec<u8>>>, GitError> {
        let mut contents = Vec::with_capacity(names.len());
        for names in names.chunks(AT_ONCE) {
            let input: String = names.iter().flat_map(|name| [name, "\n"]).collect();
            let output = self.answer(&["cat-file", "--batch"], Some(input.as_bytes()), scratch)?;
            let read = read_batch(&output, names.len());
            let words = || "its answer broke off".to_owned();
            contents.extend(
                read.ok_or_else(|| GitError::Failed { command: "git cat-file --batch".into(), words: words() })?,
            );
        }
        Ok(contents)
    }

    /// The name of what the index holds for a file; `None` for one that lies elsewhere or whose name has a line end.
    pub fn staged_name(&self, path: &Path) -> Option<String> {
        let inside = path.strip_prefix(&self.root).ok()?.to_str()?.replace('\\', "/");
        (!inside.contains('\n')).then(|| format!(":0:{inside}"))
    }

    fn commit(&self, revision: &str, scratch: &Scratch) -> Result<String, GitError> {
        let wanted = format!("{revision}^{{commit}}");
        let commit = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted], None, scratch)?;
        if !commit.success {
            // Whether it is the commit that is missing, or the repository that git will not look into.
            self.answer(&["rev-parse", "--git-dir"], None, scratch)?;
            return Err(GitError::NoRevision { shallow: self.is_shallow(scratch)? });
        }
        Ok(String::from_utf8_lossy(&commit.output).trim().to_owned())
    }

    /// The last commit; `None` before the first one.
    fn head(&self, scratch: &Scratch) -> Result<Option<String>, GitError> {
        match self.commit("HEAD", scratch) {
            Ok(commit) => Ok(Some(commit)),
            Err(GitError::NoRevision { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn is_shallow(&self, scratch: &Scratch) -> Result<bool, GitError> {
        Ok(self.ask(&["rev-parse", "--is-shallow-repository"], None, scratch)?.output.starts_with(b"true"))
    }

    fn changed_file(&self, section: Section) -> ChangedFile {
        let Section { then, now, blob_then, blob_now, hunks } = section;
        let path = |inside: Option<String>| inside.map(|inside| self.root.join(inside));
        ChangedFile { then: path(then), now: path(now), hunks, blob_then, blob_now }
    }

    fn listed(&self, kinds: &[&str], specs: &[&str], scratch: &Scratch) -> Result<Vec<PathBuf>, GitError> {
        let mut question = vec!["ls-files", "-z", "--full-name"];
        question.extend(kinds.iter().chain(&["--"]).chain(specs));
        let names = self.answer(&question, None, scratch)?;
        let wanted = |name: &&[u8]| [&b".go"[..], b"go.mod", b".toml"].iter().any(|end| name.ends_with(end));
        let names = names.split(|byte| *byte == 0).filter(wanted);
        Ok(names.map(|name| self.root.join(&*String::from_utf8_lossy(name))).collect())
    }

    fn ask(&self, words: &[&str], input: Option<&[u8]>, scratch: &Scratch) -> Result<Finished, GitError> {
        let settings = ["--no-pager", "--no-optional-locks", "-c", "core.quotePath=true", "-c", "core.fsmonitor=false"];
        let words: Vec<OsString> = settings.iter().chain(words).map(OsString::from).collect();
        let given = Given { withheld: &WITHHELD, set: &self.set, input };
        Ok(run_program_with("git", &words, &given, &self.root, scratch)?)
    }

    fn answer(&self, words: &[&str], input: Option<&[u8]>, scratch: &Scratch) -> Result<Vec<u8>, GitError> {
        let finished = self.ask(words, input, scratch)?;
        if finished.success {
            return Ok(finished.output);
        }
        Err(GitError::Failed { command: format!("git {}", words.join(" ")), words: said(&finished.errors) })
    }
}

/// Contents for one call: what a program writes is bounded too.
const AT_ONCE: usize = 500;

/// The contents of `git cat-file --batch`; `None` where fewer than `count` are there.
fn read_batch(output: &[u8], count: usize) -> Option<Vec<Option<Vec<u8>>>> {
    let mut rest = output;
    let mut contents = Vec::with_capacity(count);
    for _ in 0..count {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let (line, after) = (&rest[..end], &rest[end + 1..]);
        rest = after;
        let size = std::str::from_utf8(line).ok().and_then(|line| line.rsplit_once(" blob ")?.1.parse::<usize>().ok());
        contents.push(match size {
            Some(size) => {
                let content = rest.get(..size)?.to_vec();
                rest = rest.get(size + 1..)?;
                Some(content)
            }
            // `NAME missing`, or something that is no file, of which nothing was asked.
            None if line.ends_with(b" missing") => None,
            None => return None,
        });
    }
    Some(contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_read_whatever_they_look_like() {
        let text = b"1111 blob 9\n22 blob 1\n:0:a missing\n33 blob 0\n\n";
        let expected = vec![Some(b"22 blob 1".to_vec()), None, Some(Vec::new())];
        assert_eq!(read_batch(text, 3), Some(expected));
        assert_eq!(read_batch(text, 4), None);
        for broken in
            [&b"11 blob 9\nabc"[..], b"11 blob 3\nabc", b"11 tree 3\nabc\n", b"11 blob 99999999999999999999\n"]
        {
            assert_eq!(read_batch(broken, 1), None, "{broken:?}");
        }
    }
}
