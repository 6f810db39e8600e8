//! heaplint beside the linters that look for the same: every documented pattern of prealloc, perfsprint, gocritic, staticcheck,
//! perfguard, mirror and modernize is a Go function under `tests/peers`, with what heaplint says there and why.
//!
//! `docs/peers.md` is made of them: `HEAPLINT_BLESS=1 cargo test --test peers` rewrites it.

#[path = "peers/example.rs"]
mod example;
#[path = "peers/page.rs"]
mod page;

use example::{Example, Says, examples_of};
use heaplint::model::{Dialect, Source};
use heaplint::proof::reported;
use heaplint::rule::RuleSet;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A linter: its folder, its name, its home, and where its patterns are documented.
const LINTERS: [(&str, &str, &str); 7] = [
    ("prealloc", "prealloc", "https://github.com/alexkohler/prealloc"),
    ("perfsprint", "perfsprint", "https://github.com/catenacyber/perfsprint"),
    ("mirror", "mirror", "https://github.com/butuzov/mirror"),
    ("gocritic", "gocritic, performance checks", "https://go-critic.com/overview"),
    ("staticcheck", "staticcheck, SA6 and what else costs", "https://staticcheck.dev/docs/checks"),
    ("perfguard", "perfguard", "https://github.com/quasilyte/go-perfguard"),
    ("modernize", "modernize", "https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/modernize"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shipped() -> RuleSet {
    RuleSet::shipped().unwrap_or_else(|(id, errors)| panic!("{id}: {errors:#?}"))
}

/// The Go files of a linter's folder without its tests, sorted.
fn files_of(linter: &str) -> Vec<Source> {
    let folder = root().join("tests/peers").join(linter);
    let Ok(entries) = fs::read_dir(&folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "go"));
    paths.retain(|path| !path.to_string_lossy().ends_with("_test.go"));
    paths.sort();
    let name = |path: &Path| path.strip_prefix(root()).expect("a path below the root").to_string_lossy().into_owned();
    paths.iter().map(|path| Source::new(name(path), fs::read(path).expect("an example"))).collect()
}

fn linters() -> impl Iterator<Item = (&'static str, Vec<Source>)> {
    LINTERS.iter().map(|(folder, ..)| (*folder, files_of(folder))).filter(|(_, files)| !files.is_empty())
}

/// What is wanted and not reported, and what is reported and not wanted.
fn differences(rules: &RuleSet, linter: &str, files: &[Source]) -> Vec<String> {
    let dialect = Dialect::exactly(Dialect::NEWEST);
    let found: BTreeSet<(String, u32, Says)> =
        reported(rules, &format!("heaplint.test/peers/{linter}"), files, dialect)
            .into_iter()
            .map(|site| {
                let says = if site.needs_profile { Says::WithProfile(site.rule) } else { Says::Reports(site.rule) };
                (site.path.to_string(), site.line, says)
            })
            .collect();
    let mut wanted = BTreeSet::new();
    for file in files {
        for (line, says) in examples_of(file).into_iter().flat_map(|example| example.says) {
            if !matches!(says, Says::Nothing(_)) {
                wanted.insert((file.path.to_string(), line, says));
            }
        }
    }
    let told = |what: &str, (path, line, says): &(String, u32, Says)| format!("{path}:{line}: {what}: {says:?}");
    let missing = wanted.difference(&found).map(|one| told("wanted and not reported", one));
    missing.chain(found.difference(&wanted).map(|one| told("reported and not wanted", one))).collect()
}

#[test]
fn what_other_linters_document_is_reported_or_left_alone_for_a_reason() {
    let rules = shipped();
    let wrong: Vec<String> = linters().flat_map(|(linter, files)| differences(&rules, linter, &files)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_want_that_is_lost_and_one_that_is_wrong_are_both_found() {
    let file = |text: &str| Source::new("tests/peers/x/x.go".to_owned(), text.as_bytes().to_vec());
    let go = |mark: &str| {
        format!("package x\n\nimport \"fmt\"\n\n// a: b\nfunc f(n int) string {{\n\treturn fmt.Sprint(n){mark}\n}}\n")
    };
    let rules = shipped();
    let said = |mark: &str| differences(&rules, "x", &[file(&go(mark))]).len();
    assert_eq!(said(" // want sprintf-of-integer"), 0);
    assert_eq!((said(""), said(" // none: silent"), said(" // want sprintf-of-bool")), (1, 1, 2));
    assert_eq!(said(" // with a profile sprintf-of-integer"), 2);
}

#[test]
fn every_example_belongs_to_a_pattern_and_says_what_heaplint_does() {
    let mut wrong = Vec::new();
    for (_, files) in linters() {
        for file in &files {
            for Example { function, line, pattern, says, .. } in examples_of(file) {
                let at = format!("{}:{line}: {function}", file.path);
                let doubled = says.iter().any(|(line, _)| says.iter().filter(|(other, _)| other == line).count() > 3);
                let helper = pattern.is_empty() && says.is_empty();
                if !helper && (pattern.is_empty() || says.is_empty() || doubled) {
                    wrong.push(format!("{at}: pattern {pattern:?}, {} marks", says.len()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_page_of_other_linters_is_what_the_examples_say() {
    let path = root().join("docs/peers.md");
    let mut parts = Vec::new();
    for (folder, name, home) in LINTERS {
        let examples: Vec<Example> = files_of(folder).iter().flat_map(examples_of).collect();
        if !examples.is_empty() {
            parts.push(page::Linter { folder, name, home, examples });
        }
    }
    let written = page::written(&parts, &shipped());
    if std::env::var_os("HEAPLINT_BLESS").is_some() {
        fs::write(&path, &written).expect("docs/peers.md can be written");
    }
    let on_record = fs::read_to_string(&path).unwrap_or_default();
    assert!(on_record == written, "docs/peers.md is old: HEAPLINT_BLESS=1 cargo test --test peers rewrites it");
}

/// Runs Go in `tests/peers`; fails with all that it printed when Go fails.
fn go(arguments: &[&str]) -> String {
    let go = std::env::var("HEAPLINT_GO").unwrap_or_else(|_| "go".to_owned());
    let mut command = Command::new(&go);
    command.args(arguments).current_dir(root().join("tests/peers")).env("GOTOOLCHAIN", "local");
    let output =
        command.output().unwrap_or_else(|error| panic!("{go} cannot be run ({error}); tests/run installs one"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "go {}:\n{said}", arguments.join(" "));
    said
}

#[test]
fn the_examples_compile_pass_vet_and_save_nothing_where_they_say_so() {
    // What other linters call wrong is what vet calls wrong now and then: formats without verbs, copies of text.
    go(&["vet", "-printf=false", "./..."]);
    go(&["test", "./..."]);
    let go_root = go(&["env", "GOROOT"]);
    let beside = Path::new(go_root.trim()).join("bin").join("gofmt");
    let gofmt = if beside.exists() { beside } else { PathBuf::from("gofmt") };
    let listed = Command::new(gofmt).args(["-l", "."]).current_dir(root().join("tests/peers")).output().expect("gofmt");
    let names = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.status.success() && names.is_empty(), "gofmt -w these:\n{names}");
}
