//! Runs the built program as a user does: its own environment, working folder and standard input, then the exit code, the
//! two streams and the JSON report. It knows no test and judges nothing but the exit code.

#![allow(dead_code, unused_imports)] // each test binary uses a part

mod costs;
mod made;
mod modelled;
mod tree;

pub(crate) use costs::{Costs, Table, plain};
pub(crate) use made::{Frame, made};
pub(crate) use modelled::{Modelled, ModelledFile};
pub(crate) use tree::Tree;

use serde_json::Value;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The rules of the tests: none of them depends on what heaplint ships.
const OWN_RULES: &str = "tests-make,tests-sprintf,tests-unsafe";

/// The repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What one real run of the constructs module left: profiles, compiler output, tables.
pub(crate) fn go_fixtures() -> PathBuf {
    root().join("tests/fixtures/constructs")
}

/// The module that they are of: one function for each construct of Go that can allocate.
pub(crate) fn constructs_module() -> PathBuf {
    root().join("tests/go/constructs")
}

/// One call of the program, put together.
pub(crate) struct Call {
    words: Vec<OsString>,
    folder: PathBuf,
    variables: Vec<(&'static str, &'static str)>,
    input: Vec<u8>,
}

/// `heaplint check` in `folder`, with the tests' rules and no others, and these words behind.
pub(crate) fn check(folder: &Path, words: &[&str]) -> Call {
    let rules = root().join("tests/rules");
    heaplint(folder, &["check", "--select", OWN_RULES, "--rules"]).word(&rules).words(words)
}

/// `heaplint` in `folder` with these words.
pub(crate) fn heaplint(folder: &Path, words: &[&str]) -> Call {
    let call = Call { words: Vec::new(), folder: folder.to_owned(), variables: Vec::new(), input: Vec::new() };
    call.words(words)
}

impl Call {
    /// One more word.
    pub(crate) fn word(mut self, word: impl AsRef<std::ffi::OsStr>) -> Call {
        self.words.push(word.as_ref().to_owned());
        self
    }

    /// More words.
    pub(crate) fn words(mut self, words: &[&str]) -> Call {
        self.words.extend(words.iter().map(OsString::from));
        self
    }

    /// `--profile FILE`
    pub(crate) fn profile(self, file: impl AsRef<Path>) -> Call {
        self.word("--profile").word(file.as_ref())
    }

    /// A variable of the environment, which is empty otherwise.
    pub(crate) fn with(mut self, name: &'static str, value: &'static str) -> Call {
        self.variables.push((name, value));
        self
    }

    /// What standard input holds.
    pub(crate) fn input(mut self, bytes: impl Into<Vec<u8>>) -> Call {
        self.input = bytes.into();
        self
    }

    /// The process, not started: for tests that close its pipes themselves.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_heaplint"));
        command.args(&self.words).current_dir(&self.folder).env_clear().envs(self.variables.iter().copied());
        // Without it Windows starts no process.
        command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it and asks for this exit code.
    pub(crate) fn exits(self, code: i32) -> Answer {
        let mut child = self.command().spawn().expect("the built program starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        let input = self.input.clone();
        let feeder = std::thread::spawn(move || {
            // A program that does not read its input closes the pipe, which is its right.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().expect("the program ends");
        feeder.join().expect("the feeding thread ends");
        let utf8 = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all output is UTF-8");
        let answer = Answer { stdout: utf8(output.stdout), stderr: utf8(output.stderr) };
        assert_eq!(
            output.status.code(),
            Some(code),
            "heaplint {:?} in {}\n{}\n{}",
            self.words,
            self.folder.display(),
            shortened(&answer.stdout),
            answer.stderr
        );
        answer
    }

    /// Runs it with `--format json`, asks for this exit code, and reads the report.
    pub(crate) fn report(self, code: i32) -> Value {
        let answer = self.words(&["--format", "json"]).exits(code);
        assert_eq!(answer.stderr, "", "a report on standard output leaves standard error empty");
        serde_json::from_str(&answer.stdout).expect("--format json writes JSON")
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(4000).collect()
}

/// What a run wrote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// An array of the report.
pub(crate) fn list<'r>(report: &'r Value, name: &str) -> &'r [Value] {
    report[name].as_array().unwrap_or_else(|| panic!("the report has no array {name}"))
}

/// A number of `summary.profile`.
pub(crate) fn total(report: &Value, name: &str) -> i64 {
    let profile = &report["summary"]["profile"];
    profile[name].as_i64().or_else(|| profile["by_grade"][name].as_i64()).unwrap_or_else(|| panic!("no total {name}"))
}

/// Text of the report.
pub(crate) fn text<'r>(value: &'r Value, name: &str) -> &'r str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} is no text in {value}"))
}
