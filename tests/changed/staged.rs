//! What is staged, whatever the work tree says; and in the hook of a commit, what is being committed.

use crate::repository::{APPENDS, Repository, check, findings, path};
use std::fs;
use std::path::Path;
use std::process::Command;

fn old_and_new() -> Repository {
    let repository = Repository::of(&[("lib/a.go", &format!("package lib\n{}", APPENDS.replace("NAME", "Old")))]);
    repository.commit("one");
    repository
}

#[test]
fn the_index_is_judged_and_not_the_work_tree() {
    let repository = old_and_new();
    let clean = fs::read_to_string(repository.path().join("lib/a.go")).unwrap();
    repository.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    assert_eq!(findings(&repository.check(&["--staged"], 0)), [""; 0], "nothing is staged");
    repository.git(&["add", "."]);
    repository.write("lib/a.go", &format!("// One line more.\n{clean}"));
    assert_eq!(findings(&repository.check(&["--staged"], 1)), ["lib/a.go:18 touched", "lib/a.go:8 unchanged"]);
    // Also where the work tree has no such file.
    fs::remove_file(repository.path().join("lib/a.go")).unwrap();
    assert_eq!(findings(&repository.check(&["--staged"], 1)), ["lib/a.go:18 touched", "lib/a.go:8 unchanged"]);
    // The source that is drawn is that of the index.
    let drawn = check(repository.path(), &["--staged", "--color", "never"]).exits(1);
    assert!(drawn.stdout.contains("lib/a.go:18:3") && drawn.stdout.contains("out += x"), "{}", drawn.stdout);
    // And the other way round.
    repository.write("lib/a.go", &clean);
    repository.git(&["add", "."]);
    repository.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    assert_eq!(findings(&repository.check(&["--staged"], 0)), [""; 0]);
}

#[test]
fn siblings_are_read_as_they_are_staged() {
    let grows = "package lib\n\nfunc (t *T) Add(xs []string) {\n\tout := t.s\n\tfor _, x := range xs {\n\t\tout += x\n\t}\n\tt.s = out\n}\n";
    let of = |name: &str| format!("package lib\n\ntype T struct{{ s {name} }}\n");
    let repository = Repository::of(&[("lib/b.go", &of("string"))]);
    repository.commit("one");
    repository.write("lib/a.go", grows);
    repository.git(&["add", "lib/a.go"]);
    let whole = repository.check(&[], 1);
    assert_eq!(whole["findings"][0]["span"]["start_line"], 6);
    // The field's type stands in a sibling that is not staged: the commit will have it as it was.
    assert_eq!(findings(&repository.check(&["--staged"], 1)), ["lib/a.go:6 touched"]);
    repository.write("lib/b.go", &of("[]byte"));
    assert_eq!(findings(&repository.check(&["--staged"], 1)), ["lib/a.go:6 touched"]);
    repository.git(&["add", "lib/b.go"]);
    assert_eq!(findings(&repository.check(&["--staged"], 0)), [""; 0]);
    repository.commit("two");
    // Only the sibling changes; one that is not tracked declares nothing.
    repository.write("lib/b.go", &of("string"));
    repository.write("lib/c.go", "package lib\n\ntype T struct{ s []byte }\n");
    repository.git(&["add", "lib/b.go"]);
    assert_eq!(findings(&repository.check(&["--staged"], 1)), ["lib/a.go:6 brought"]);
    assert_eq!(findings(&repository.check(&["--staged", "lib/b.go"], 1)), ["lib/a.go:6 brought"]);
    // What leaves the index and stays on the disk is gone.
    repository.git(&["reset", "-q", "--hard"]);
    repository.git(&["rm", "-q", "--cached", "lib/b.go"]);
    assert_eq!(findings(&repository.check(&["--staged"], 0)), [""; 0]);
}

#[test]
fn go_mod_is_read_as_it_is_staged() {
    let captured = "package lib\n\nfunc Each(xs []int, f func(func() int)) {\n\tfor _, x := range xs {\n\t\tx := x\n\t\tf(func() int { return x })\n\t}\n}\n";
    let repository = Repository::of(&[("lib/a.go", captured)]);
    let of = |version: &str| format!("module example.com/m\n\ngo {version}\n");
    repository.write("go.mod", &of("1.21"));
    repository.commit("one");
    repository.write("go.mod", &of("1.22"));
    assert_eq!(repository.check(&["--staged"], 0)["summary"]["files"], 0, "no Go is staged");
    repository.git(&["add", "go.mod"]);
    repository.write("go.mod", &of("1.21"));
    assert_eq!(repository.check(&["--staged"], 0)["summary"]["files"], 1, "every file of the module is read");
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let repository = Repository::of(&[("lib/a.go", &format!("package lib\n{}", APPENDS.replace("NAME", "New")))]);
    assert_eq!(findings(&repository.check(&["--staged"], 0)), [""; 0]);
    repository.git(&["add", "."]);
    let report = repository.check(&["--staged"], 1);
    assert_eq!(findings(&report), ["lib/a.go:8 touched"]);
    assert!(report["summary"]["change"]["base"].is_null());
    let refused = check(repository.path(), &["--since", "HEAD"]).exits(2);
    assert!(refused.stderr.contains("before the first commit use --staged"), "{}", refused.stderr);
}

/// Installs a hook that runs `heaplint check --staged` and gives what it wrote.
fn hook(repository: &Path, hooks: &Path) {
    fs::create_dir_all(hooks).expect("a folder for hooks");
    let script = format!(
        "#!/bin/sh\nenv | grep ^GIT_ > \"$0.environment\"\ncd \"${{HEAPLINT_FROM:-.}}\" && {} check --staged --select string-concat-in-loop --format text > \"$0.txt\" 2>&1\n",
        env!("CARGO_BIN_EXE_heaplint")
    );
    let file = hooks.join("pre-commit");
    fs::write(&file, script).expect("a hook");
    #[cfg(unix)]
    fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("a hook that runs");
    assert!(repository.exists());
}

/// Commits with a hook, and gives whether that went through, and what the hook wrote.
fn commit(folder: &Path, hooks: &Path, words: &[&str], from: &str) -> (bool, String) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "m"]).args(words);
    command.env_clear().env("PATH", path()).env("HOME", folder).env("HEAPLINT_FROM", from).current_dir(folder);
    let output = command.output().expect("git starts");
    let written = fs::read_to_string(hooks.join("pre-commit.txt")).unwrap_or_default();
    (output.status.success(), written)
}

#[cfg(unix)]
#[test]
fn in_a_hook_the_commit_that_is_made_is_judged_whatever_git_calls_its_index() {
    let repository = old_and_new();
    let hooks = repository.path().join(".git/hooks");
    hook(repository.path(), &hooks);
    let clean = fs::read_to_string(repository.path().join("lib/a.go")).unwrap();
    repository.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    repository.write("lib/b.go", "package lib\n");
    repository.git(&["add", "lib/b.go"]);
    // Only what is staged, then all that is changed (an index of its own), then one file by name (another one).
    let found = "lib/a.go:18:3";
    for (words, from, stopped) in
        [(&["-a"][..], ".", true), (&["lib/a.go"], ".", true), (&["-a"], "lib", true), (&[], ".", false)]
    {
        let (went, written) = commit(repository.path(), &hooks, words, from);
        assert_eq!(went, !stopped, "{words:?} {written}");
        let found = if from == "lib" { found.trim_start_matches("lib/") } else { found };
        assert_eq!(written.contains(found), stopped, "{words:?} from {from}: {written}");
    }
    let environment = fs::read_to_string(hooks.join("pre-commit.environment")).unwrap();
    assert!(environment.contains("GIT_INDEX_FILE="), "git names the index in a hook: {environment}");
    repository.write("lib/a.go", &clean);
    assert!(commit(repository.path(), &hooks, &["-a", "--allow-empty"], ".").0);
}

#[cfg(unix)]
#[test]
fn a_linked_work_tree_has_an_index_of_its_own() {
    let repository = old_and_new();
    let linked = repository.path().join("linked");
    repository.git(&["worktree", "add", "-q", "-b", "side", "linked"]);
    let hooks = repository.path().join(".git/hooks");
    hook(repository.path(), &hooks);
    let text = fs::read_to_string(linked.join("lib/a.go")).unwrap();
    fs::write(linked.join("lib/a.go"), text + &APPENDS.replace("NAME", "New")).unwrap();
    let (went, written) = commit(&linked, &hooks, &["-a"], ".");
    assert!(!went && written.contains("lib/a.go:18:3"), "{written}");
    assert_eq!(
        findings(&check(&linked, &["--since", "HEAD"]).report(1)),
        ["lib/a.go:18 touched", "lib/a.go:8 unchanged"]
    );
    assert_eq!(findings(&check(&linked, &["--staged"]).report(0)), [""; 0]);
    // Variables of one repository say nothing of another.
    let other = old_and_new();
    other.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    other.git(&["add", "."]);
    let index: &'static str = Box::leak(repository.path().join(".git/index").display().to_string().into_boxed_str());
    let folder: &'static str = Box::leak(repository.path().join(".git").display().to_string().into_boxed_str());
    let call = check(repository.path(), &["--staged"]).with("GIT_INDEX_FILE", index).with("GIT_DIR", folder);
    let report = call.word(other.path()).report(1);
    assert_eq!(report["summary"]["change"]["touched"], 1);
}
