//! Which commit a build is of, for `heaplint --version`: told by whoever builds, by the crate's tarball, or by git.
//!
//! `build.rs` asks, and `tests/version.rs` tests it. No clock and no machine goes into the answer, so that builds can be
//! repeated; without git and without a tarball there is no answer, and the version stands alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// So many hexadecimal digits tell commits apart.
const DIGITS: usize = 12;

/// What is known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Commit {
    /// `3f1c9ab2d4e5`, with `+changes` behind it where the files are not those of the commit.
    pub(crate) name: Option<String>,
    /// Files whose change can change the answer.
    pub(crate) watched: Vec<PathBuf>,
}

/// The commit of the source in `root`; `told` is what whoever builds says, in `HEAPLINT_COMMIT`.
pub(crate) fn commit(root: &Path, told: Option<&str>) -> Commit {
    if let Some(name) = told.and_then(shortened) {
        return Commit { name: Some(name), watched: Vec::new() };
    }
    match fs::read_to_string(root.join(".cargo_vcs_info.json")) {
        Ok(packed) => Commit { name: of_tarball(&packed), watched: Vec::new() },
        Err(_) => of_git(root).unwrap_or_default(),
    }
}

/// `"sha1": "..."` of what `cargo package` leaves in a tarball.
fn of_tarball(packed: &str) -> Option<String> {
    let value = packed.split_once("\"sha1\"")?.1.split('"').nth(1)?;
    let changes = if packed.contains("\"dirty\": true") { "+changes" } else { "" };
    shortened(value).map(|name| name + changes)
}

/// Only where `root` is the top of the repository: a copy inside somebody else's has commits that are not heaplint's.
fn of_git(root: &Path) -> Option<Commit> {
    let top = git(root, &["rev-parse", "--show-toplevel"])?;
    if Path::new(&top).canonicalize().ok()? != root.canonicalize().ok()? {
        return None;
    }
    let name = shortened(&git(root, &["rev-parse", "HEAD"])?)?;
    let changes = git(root, &["status", "--porcelain", "--untracked-files=no"])?;
    let name = if changes.is_empty() { name } else { name + "+changes" };
    let branch = git(root, &["symbolic-ref", "--quiet", "HEAD"]);
    let of_git = ["HEAD".to_owned(), "packed-refs".to_owned()].into_iter().chain(branch);
    let paths = of_git.filter_map(|name| git(root, &["rev-parse", "--git-path", &name])).map(|path| root.join(path));
    // What is not there would be taken for changed at every build.
    let watched =
        paths.chain(["src", "Cargo.toml", "Cargo.lock"].map(|name| root.join(name))).filter(|path| path.exists());
    Some(Commit { name: Some(name), watched: watched.collect() })
}

/// What git says of the repository that `root` lies in, whatever a hook that builds heaplint was told about another one.
fn git(root: &Path, words: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
        command.env_remove(variable);
    }
    let output = command.arg("-C").arg(root).args(words).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().map(|text| text.trim_end().to_owned())
}

/// The first digits of a commit's name; `None` for what is none.
fn shortened(name: &str) -> Option<String> {
    let name = name.trim();
    let is_one = name.len() >= 7 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then(|| name.chars().take(DIGITS).collect())
}
