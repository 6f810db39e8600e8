//! A git repository with hooks installed by the real pre-commit or prek, and what they answer.

use crate::support::{Tree, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What runs the hooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Runner {
    PreCommit,
    Prek,
}

impl Runner {
    pub(crate) const BOTH: [Runner; 2] = [Runner::PreCommit, Runner::Prek];

    /// The pinned program, installed below target/ where it is missing.
    fn program(self) -> PathBuf {
        let name = match self {
            Runner::PreCommit => "pre-commit",
            Runner::Prek => "prek",
        };
        let output = Command::new(root().join("tests/tools/install")).arg(name).stderr(Stdio::inherit()).output();
        let output = output.expect("tests/tools/install starts: it needs Python 3");
        assert!(output.status.success(), "tests/tools/install {name}");
        String::from_utf8(output.stdout).expect("UTF-8").trim().into()
    }
}

/// A repository whose commits pass the hook.
pub(crate) struct Repository {
    tree: Tree,
    /// What is beside it: the repository with the manifest, the runner's home, a heaplint that keeps a list of its calls.
    beside: Tree,
    program: PathBuf,
}

/// What a command wrote, both streams in one.
pub(crate) struct Said {
    line: String,
    success: bool,
    output: String,
}

impl Repository {
    /// One with this hook, and more keys for it.
    pub(crate) fn new(runner: Runner, hook: &str, more: &str) -> Repository {
        let repository = Repository { tree: Tree::empty(), beside: Tree::empty(), program: runner.program() };
        let beside = &repository.beside;
        let manifest = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).expect("the manifest");
        beside.write("hooks/.pre-commit-hooks.yaml", manifest);
        beside.write("tried/.pre-commit-hooks.yaml", in_system_language());
        for folder in ["hooks", "tried"] {
            let folder = beside.path().join(folder);
            repository.git_in(&folder, &["init", "--quiet"]);
            repository.git_in(&folder, &["add", "."]);
            repository.git_in(&folder, &["commit", "--quiet", "-m", "hooks"]);
        }
        // A list of what it was called with, one file for each process: two may run at once.
        fs::create_dir(beside.path().join("calls")).expect("a folder");
        beside.write(
            "bin/heaplint",
            format!(
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > {}/calls/$$\nexec {} \"$@\"\n",
                beside.path().display(),
                env!("CARGO_BIN_EXE_heaplint")
            ),
        );
        make_executable(&beside.path().join("bin/heaplint"));

        let hooks = beside.path().join("hooks");
        let revision = repository.git_in(&hooks, &["rev-parse", "HEAD"]);
        let more = if more.is_empty() { String::new() } else { format!("        {more}\n") };
        repository.write(
            ".pre-commit-config.yaml",
            format!(
                "repos:\n  - repo: {}\n    rev: {}\n    hooks:\n      - id: {hook}\n        language: system\n{more}",
                hooks.display(),
                revision.trim()
            ),
        );
        repository.git(&["init", "--quiet"]);
        // Nobody needs these commits after a power cut, and thousands of files wait for the disk one by one.
        repository.git(&["config", "core.fsync", "none"]);
        repository.git(&["add", "--all"]);
        repository.git(&["commit", "--quiet", "-m", "hooks"]);
        repository.said(&repository.program.clone(), &["install"]).succeeds();
        repository
    }

    pub(crate) fn path(&self) -> &Path {
        self.tree.path()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        self.tree.write(name, text);
    }

    pub(crate) fn read(&self, name: &str) -> String {
        self.tree.read(name)
    }

    /// Everything in another folder.
    pub(crate) fn copy(&self, folder: &Path) {
        let mut copy = Command::new("cp");
        assert!(copy.arg("-R").arg(folder.join(".")).arg(self.path()).status().expect("cp starts").success());
    }

    pub(crate) fn git(&self, words: &[&str]) -> String {
        self.git_in(self.path(), words)
    }

    fn git_in(&self, folder: &Path, words: &[&str]) -> String {
        let words: Vec<&str> = ["-C", folder.to_str().expect("UTF-8")].iter().chain(words).copied().collect();
        self.said(Path::new("git"), &words).succeeds()
    }

    pub(crate) fn stage(&self) {
        self.git(&["add", "--all"]);
    }

    /// Stages everything and commits it, through the hook.
    pub(crate) fn commit(&self) -> Said {
        self.stage();
        self.commit_staged()
    }

    pub(crate) fn commit_staged(&self) -> Said {
        self.said(Path::new("git"), &["commit", "--quiet", "-m", "change"])
    }

    /// `pre-commit run`
    pub(crate) fn run(&self, words: &[&str]) -> Said {
        let words: Vec<&str> = ["run"].iter().chain(words).copied().collect();
        self.said(&self.program, &words)
    }

    /// `pre-commit try-repo`
    pub(crate) fn try_repo(&self, hook: &str) -> Said {
        let tried = self.beside.path().join("tried");
        self.said(&self.program, &["try-repo", tried.to_str().expect("UTF-8"), hook, "--all-files"])
    }

    /// The words of every start of heaplint, in no order, and forgets them.
    pub(crate) fn calls(&self) -> Vec<Vec<String>> {
        let files = fs::read_dir(self.beside.path().join("calls")).expect("it is there");
        let calls: Vec<PathBuf> = files.flatten().map(|entry| entry.path()).collect();
        let words = |path: &PathBuf| fs::read_to_string(path).expect("a list").lines().map(str::to_owned).collect();
        let all = calls.iter().map(words).collect();
        calls.iter().for_each(|path| fs::remove_file(path).expect("it can go"));
        all
    }

    fn said(&self, program: &Path, words: &[&str]) -> Said {
        let bin = self.beside.path().join("bin");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").expect("PATH"));
        let mut command = Command::new(program);
        command.args(words).current_dir(self.path()).env_clear().env("PATH", path).env("HOME", self.beside.path());
        command.env("PRE_COMMIT_HOME", self.beside.path().join("pre-commit"));
        command.env("PREK_HOME", self.beside.path().join("prek")).env("LANG", "C.UTF-8");
        for (who, what) in [("AUTHOR", "NAME"), ("AUTHOR", "EMAIL"), ("COMMITTER", "NAME"), ("COMMITTER", "EMAIL")] {
            command.env(format!("GIT_{who}_{what}"), "tests@example.com");
        }
        let output = command.stdin(Stdio::null()).output().expect("the program starts");
        let text = [output.stdout, output.stderr].concat();
        let line = format!("{} {words:?}", program.display());
        Said { line, success: output.status.success(), output: String::from_utf8(text).expect("UTF-8") }
    }
}

impl Said {
    pub(crate) fn succeeds(self) -> String {
        assert!(self.success, "{} failed:\n{}", self.line, self.output);
        self.output
    }

    pub(crate) fn fails(self) -> String {
        assert!(!self.success, "{} succeeded:\n{}", self.line, self.output);
        self.output
    }
}

/// The manifest for try-repo, which cannot be told to take another language.
fn in_system_language() -> String {
    let manifest = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).expect("the manifest");
    assert!(manifest.contains("language: rust\n"));
    manifest.replace("language: rust\n", "language: system\n")
}

#[cfg(unix)]
fn make_executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("permissions can be set");
}

#[cfg(not(unix))]
fn make_executable(_: &Path) {}
