//! Which commit `heaplint --version` names: the one that was built, from a tarball too, and none where nobody can know.

#[path = "../packaging/commit.rs"]
mod commit;
#[path = "support/mod.rs"]
mod support;

use commit::{Commit, commit};
use std::path::Path;
use std::process::Command;
use support::{Tree, heaplint};

fn git(folder: &Path, words: &[&str]) -> String {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=n", "-c", "user.email=e@example.com"]).args(words);
    let output = command.output().expect("git runs");
    assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

fn repository() -> Tree {
    let tree = Tree::of(&[("src/lib.rs", ""), ("Cargo.toml", ""), ("copy/Cargo.toml", "")]);
    git(tree.path(), &["init", "--quiet"]);
    git(tree.path(), &["add", "."]);
    git(tree.path(), &["commit", "--quiet", "-m", "one"]);
    tree
}

#[test]
fn git_names_the_commit_and_says_whether_the_files_are_those_of_it() {
    let tree = repository();
    let head = git(tree.path(), &["rev-parse", "HEAD"]);
    let Commit { name, watched } = commit(tree.path(), None);
    assert_eq!(name.as_deref(), Some(&head[..12]));
    let branch = git(tree.path(), &["symbolic-ref", "HEAD"]);
    for part in ["HEAD", &branch, "src", "Cargo.toml"] {
        assert!(watched.iter().any(|path| path.ends_with(part)), "{part} can change the answer: {watched:?}");
    }
    tree.write("src/lib.rs", "// changed");
    assert_eq!(commit(tree.path(), None).name, Some(format!("{}+changes", &head[..12])));
}

#[test]
fn a_copy_inside_another_repository_has_none_of_its_commits() {
    let tree = repository();
    assert_eq!(commit(&tree.path().join("copy"), None), Commit::default());
    assert_eq!(commit(Tree::empty().path(), None), Commit::default());
}

#[test]
fn a_tarball_and_whoever_builds_know_it_without_git() {
    let tree = Tree::of(&[(
        ".cargo_vcs_info.json",
        "{\n  \"git\": {\n    \"sha1\": \"0123456789abcdef0123456789abcdef01234567\"\n  },\n  \"path_in_vcs\": \"\"\n}",
    )]);
    assert_eq!(commit(tree.path(), None).name.as_deref(), Some("0123456789ab"));
    assert_eq!(commit(tree.path(), Some("fedcba9876543210")).name.as_deref(), Some("fedcba987654"));
    assert_eq!(commit(tree.path(), Some("")).name.as_deref(), Some("0123456789ab"));
    assert_eq!(commit(tree.path(), Some("\n::warning::x")).name.as_deref(), Some("0123456789ab"), "no commit, no name");
    tree.write(".cargo_vcs_info.json", "{\"git\": {\"sha1\": \"0123456789abcdef\", \"dirty\": true}}");
    assert_eq!(commit(tree.path(), None).name.as_deref(), Some("0123456789ab+changes"));
    tree.write(".cargo_vcs_info.json", "{}");
    assert_eq!(commit(tree.path(), None).name, None);
}

#[test]
fn the_version_comes_first_and_what_it_is_of_behind_it() {
    let version = heaplint(Tree::empty().path(), &["--version"]).exits(0).stdout;
    let behind = version.strip_prefix(concat!("heaplint ", env!("CARGO_PKG_VERSION"))).expect("name and version");
    let behind = behind.trim();
    assert!(behind.is_empty() || (behind.starts_with('(') && behind.ends_with(')')), "{version}");
}
