//! A repository that a test makes, and what heaplint says of it.

use crate::support::{Tree, heaplint, list, text};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// A function of one finding, on its seventh line: NAME stands for its name.
pub(crate) const APPENDS: &str = "\n\nfunc NAME(xs []string) string {\n\tout := \"\"\n\tfor _, x := range xs {\n\t\t// Grows.\n\t\tout += x\n\t}\n\treturn out\n}\n";

/// The rules that the tests' code is about.
const RULES: &str = "string-concat-in-loop,append-without-capacity";

/// A work tree of its own.
pub(crate) struct Repository(Tree);

impl Repository {
    /// With a go.mod and these files; nothing is committed.
    pub(crate) fn of(files: &[(&str, &str)]) -> Repository {
        let repository = Repository(Tree::of(files));
        repository.write("go.mod", "module example.com/m\n\ngo 1.24\n");
        repository.git(&["init", "-q", "-b", "main", "."]);
        repository
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        self.0.write(name, text);
    }

    pub(crate) fn append(&self, name: &str, text: &str) {
        self.write(name, &format!("{}{text}", self.0.read(name)));
    }

    pub(crate) fn replace(&self, name: &str, old: &str, new: &str) {
        self.0.replace(name, old, new);
    }

    /// git with these words, which must succeed.
    pub(crate) fn git(&self, words: &[&str]) -> String {
        git(self.path(), words)
    }

    /// Commits all that there is.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    /// The report of `heaplint check` with these words.
    pub(crate) fn check(&self, words: &[&str], code: i32) -> Value {
        check(self.path(), words).report(code)
    }
}

/// `heaplint check` in `folder`, with git to be found.
pub(crate) fn check(folder: &Path, words: &[&str]) -> crate::support::Call {
    heaplint(folder, &["check", "--select", RULES]).words(words).with("PATH", path())
}

/// The same with the rules that settings ask for.
pub(crate) fn check_as_set(folder: &Path, words: &[&str]) -> crate::support::Call {
    heaplint(folder, &["check"]).words(words).with("PATH", path())
}

/// Where programs are.
pub(crate) fn path() -> &'static str {
    use std::sync::LazyLock;
    static PATH: LazyLock<String> = LazyLock::new(|| std::env::var("PATH").expect("there is a PATH"));
    &PATH
}

/// git in `folder`, whatever the user's settings.
pub(crate) fn git(folder: &Path, words: &[&str]) -> String {
    let settings = ["user.name=t", "user.email=t@example.com", "protocol.file.allow=always", "commit.gpgSign=false"];
    let mut command = Command::new("git");
    command.args(settings.iter().flat_map(|setting| ["-c", *setting]));
    command.env_clear().env("PATH", path()).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder);
    let output = command.args(words).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("git writes UTF-8 here")
}

/// `lib/a.go:8 touched` of every finding, sorted.
pub(crate) fn findings(report: &Value) -> Vec<String> {
    let told = |finding: &Value| {
        let newness = finding["newness"].as_str().unwrap_or("-");
        assert_eq!(finding["shown"].as_bool(), Some(newness != "unchanged"), "{finding}");
        format!("{}:{} {newness}", text(finding, "path"), finding["span"]["start_line"])
    };
    let mut all: Vec<String> = list(report, "findings").iter().map(told).collect();
    all.sort();
    all
}
