//! Workflows, the action, the hooks and the examples for CI, as the linters of those systems see them.
//!
//! The linters are installed below target/ at pinned versions (`tests/tools/install`); none of them asks the network.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tool(name: &str) -> PathBuf {
    let install = Command::new(root().join("tests/tools/install")).arg(name).stderr(Stdio::inherit()).output();
    let install = install.expect("tests/tools/install starts: it needs Python 3");
    assert!(install.status.success(), "tests/tools/install {name}");
    String::from_utf8(install.stdout).expect("UTF-8").trim().into()
}

/// Runs a linter over files and demands that it has nothing to say.
fn accepts(linter: &str, words: &[&str], files: &[&str]) {
    let output = Command::new(tool(linter)).args(words).args(files).current_dir(root()).output().expect("it starts");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{linter} {words:?} {files:?}\n{}", String::from_utf8_lossy(&said));
}

const WORKFLOWS: [&str; 4] =
    [".github/workflows/ci.yml", ".github/workflows/release.yml", "examples/ci/github.yml", "examples/ci/summary.yml"];

#[test]
fn every_workflow_is_in_the_list() {
    let folder = root().join(".github/workflows");
    for entry in std::fs::read_dir(folder).expect("workflows").flatten() {
        let name = format!(".github/workflows/{}", entry.file_name().to_string_lossy());
        assert!(WORKFLOWS.contains(&&*name), "{name} is not linted");
    }
}

#[test]
fn workflows_are_right_to_actionlint_and_safe_to_zizmor() {
    accepts("actionlint", &[], &WORKFLOWS);
    let all: Vec<&str> = WORKFLOWS.into_iter().chain(["action.yml"]).collect();
    accepts("zizmor", &["--offline", "--quiet"], &all);
}

#[test]
fn every_file_has_the_form_that_its_system_demands() {
    let schema = |name: &'static str| ["--builtin-schema", name];
    accepts("check-jsonschema", &schema("vendor.github-workflows"), &WORKFLOWS);
    accepts("check-jsonschema", &schema("vendor.github-actions"), &["action.yml"]);
    accepts("check-jsonschema", &schema("vendor.gitlab-ci"), &["examples/ci/gitlab.yml"]);
    accepts("pre-commit", &["validate-manifest"], &[".pre-commit-hooks.yaml"]);
}

#[test]
fn the_targets_of_the_makefile_check_a_module() {
    let module = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(module.path().join(name), text).expect("it can be written");
    write("go.mod", "module example.com/p\n");
    write(
        "p.go",
        "package p\n\nfunc Join(parts []string) (all string) {\n\tfor _, part := range parts {\n\t\tall += part\n\t}\n\treturn\n}\n",
    );
    let make = |target: &str| {
        let mut make = Command::new("make");
        make.arg("-f").arg(root().join("examples/ci/Makefile")).arg(target).current_dir(module.path());
        let make = make.arg(concat!("HEAPLINT=", env!("CARGO_BIN_EXE_heaplint"))).output().expect("make starts");
        assert!(!make.status.success(), "make {target} passes what it should stop");
        String::from_utf8(make.stdout).expect("UTF-8")
    };
    let git = |words: &[&str]| {
        let done = Command::new("git").args(words).current_dir(module.path()).output().expect("git starts");
        assert!(done.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    let who = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    git(&["init", "--quiet", "--initial-branch", "main"]);
    git(&[&who[..], &["commit", "--quiet", "--allow-empty", "-m", "base"]].concat());
    git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    assert!(make("heaplint").contains("string-concat-in-loop"));
    assert!(make("heaplint-ci").contains("p.go:5:3"));
    let junit = std::fs::read_to_string(module.path().join("heaplint.xml")).expect("JUnit's XML");
    assert!(junit.contains("string-concat-in-loop"), "{junit}");
}

#[test]
fn the_linters_find_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let wrong = folder.path().join("wrong.yml");
    let text = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n      - run: echo ${{ github.event.issue.title }} ${{ nothing.x }}\n";
    std::fs::write(&wrong, text).expect("it can be written");
    let zizmor: &[&str] = &["--offline", "--quiet"];
    for (linter, words) in [("actionlint", &[][..]), ("zizmor", zizmor)] {
        let output = Command::new(tool(linter)).args(words).arg(&wrong).output().expect("it starts");
        assert!(!output.status.success(), "{linter} accepts what is wrong");
    }
}

#[test]
fn actions_of_others_are_named_by_commit() {
    for file in WORKFLOWS.into_iter().chain(["action.yml"]) {
        let text = std::fs::read_to_string(root().join(file)).expect("a file");
        for line in text.lines().filter_map(|line| line.split_once("uses: ")).map(|(_, action)| action) {
            let commit = line.split_once('@').map(|(_, commit)| commit.split(' ').next().unwrap_or(commit));
            let is_one = |commit: &str| commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(commit.is_some_and(is_one) && line.contains(" # v"), "{file}: {line}");
        }
    }
}
