//! The shipped rules against their own examples, and the examples against a real Go toolchain.

use heaplint::model::{Dialect, ProofOutcome, Source};
use heaplint::proof::{Examples, check_examples};
use heaplint::rule::{Origin, RuleSet, read_foreign_rule};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of `rules/`, sorted.
fn rule_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(root().join("rules"))
        .expect("the folder rules/")
        .map(|entry| entry.expect("an entry of rules/").path())
        .filter(|path| path.join("rule.toml").exists())
        .collect();
    folders.sort();
    folders
}

fn id_of(folder: &Path) -> String {
    folder.file_name().expect("a folder name").to_string_lossy().into_owned()
}

fn examples() -> Vec<Examples> {
    let go_files = |folder: &Path| -> Vec<Source> {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .expect("a rule's folder")
            .map(|entry| entry.expect("an entry of a rule's folder").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "go"))
            .filter(|path| !path.to_string_lossy().ends_with("_test.go"))
            .collect();
        paths.sort();
        let name =
            |path: &Path| path.strip_prefix(root()).expect("a path below the root").to_string_lossy().into_owned();
        paths.iter().map(|path| Source::new(name(path), fs::read(path).expect("an example"))).collect()
    };
    rule_folders().iter().map(|folder| Examples { rule: id_of(folder), files: go_files(folder) }).collect()
}

fn shipped() -> RuleSet {
    RuleSet::shipped().unwrap_or_else(|(id, errors)| panic!("{id}: {errors:#?}"))
}

#[test]
fn every_rule_reports_what_its_examples_want_and_nothing_else() {
    let all = examples();
    assert!(all.len() >= 20, "only {} rule folders were found", all.len());
    let findings = check_examples(&shipped(), &all, Dialect::exactly(Dialect::NEWEST));
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| format!("{}:{}: {} {}", finding.path, finding.line, finding.rule, finding.outcome.sentence()))
        .collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

#[test]
fn a_missing_want_and_a_wrong_one_are_both_found() {
    // The check itself must be able to fail: `want` comments are taken away, and put where nothing is.
    let mut all = examples();
    let spoiled = |source: &Source| {
        let text = String::from_utf8_lossy(&source.text).replacen("// want ", "// ", 1);
        Source::new(source.path.clone(), text.into_bytes())
    };
    let bad = |source: &&mut Source| source.path.ends_with("append-without-capacity/bad.go");
    let file = all.iter_mut().flat_map(|examples| &mut examples.files).find(bad).expect("bad.go");
    *file = spoiled(file);
    let near = |source: &&mut Source| source.path.ends_with("append-without-capacity/near.go");
    let file = all.iter_mut().flat_map(|examples| &mut examples.files).find(near).expect("near.go");
    let text = String::from_utf8_lossy(&file.text).into_owned() + "\nvar _ = 1 // want append-without-capacity\n";
    *file = Source::new(file.path.clone(), text.into_bytes());
    let findings = check_examples(&shipped(), &all, Dialect::exactly(Dialect::NEWEST));
    let words: BTreeSet<&str> = findings.iter().map(|finding| finding.outcome.sentence()).collect();
    assert_eq!(words.len(), 2, "{findings:#?}");
}

#[test]
fn every_rule_on_disk_is_shipped_and_loads_with_the_full_checks() {
    let shipped: Vec<String> = shipped().rules().iter().map(|rule| rule.id.to_string()).collect();
    let folders: Vec<String> = rule_folders().iter().map(|folder| id_of(folder)).collect();
    assert_eq!(shipped, folders, "build.rs lists every folder of rules/, sorted");
    let mut queries: Vec<String> = fs::read_dir(root().join("queries"))
        .expect("the folder queries/")
        .map(|entry| id_of(&entry.expect("an entry of queries/").path().with_extension("")))
        .collect();
    queries.sort();
    assert_eq!(queries, folders, "every rule has one query, named after it");
    for folder in rule_folders() {
        let id = id_of(&folder);
        let toml = fs::read_to_string(folder.join("rule.toml")).expect("rule.toml");
        let query = fs::read_to_string(root().join("queries").join(format!("{id}.scm"))).expect("the query");
        if let Err(errors) = read_foreign_rule(&id, &toml, &query, Origin::Shipped) {
            panic!("{id}: {errors:#?}");
        }
    }
}

#[test]
fn every_shipped_rule_is_proven_on_real_go() {
    let wrong: Vec<String> = rule_folders()
        .iter()
        .filter_map(|folder| {
            let id = id_of(folder);
            let has = |name: &str| folder.join(name).exists();
            match (has("proof_test.go"), has("proof.toml")) {
                (true, true) => None,
                (true, false) => Some(format!("{id} has no proof.toml: tests/proof/run {id} measures it")),
                (false, _) => Some(format!("{id} has no proof_test.go: see docs/rule-format.md, Proof")),
            }
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_rule_is_true_for_the_versions_on_which_it_saves() {
    let rules = shipped();
    let mut wrong = Vec::new();
    for folder in rule_folders().iter().filter(|folder| folder.join("proof.toml").exists()) {
        let id = id_of(folder);
        let rule = rules.rule(&id).expect("a shipped rule");
        let Some(proof) = rule.proof() else {
            wrong.push(format!("{id}: proof.toml cannot be read"));
            continue;
        };
        for minor in 23..=Dialect::NEWEST {
            let outcome = proof.on(minor).map(|version| version.outcome);
            if outcome.is_none() || (outcome == Some(ProofOutcome::Saved)) != rule.applies_to(Dialect::exactly(minor)) {
                wrong.push(format!("{id}: on Go 1.{minor} the proof says {outcome:?}, and [find] go another thing"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Runs Go in `rules/` and gives what it printed; fails with all of it when Go fails.
fn go(arguments: &[&str]) -> String {
    let go = std::env::var("HEAPLINT_GO").unwrap_or_else(|_| "go".to_owned());
    let output = Command::new(&go)
        .args(arguments)
        .current_dir(root().join("rules"))
        .env("GOTOOLCHAIN", "local")
        .env("GOFLAGS", "-mod=mod")
        .output()
        .unwrap_or_else(|error| panic!("{go} cannot be run ({error}); tests/run installs one"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "go {}:\n{said}", arguments.join(" "));
    said
}

#[test]
fn examples_compile_and_pass_vet() {
    // Rules about unsafe code show what vet's unsafeptr calls misuse, so that analyzer is left out.
    go(&["vet", "-unsafeptr=false", "./..."]);
}

#[test]
fn examples_are_formatted() {
    let go_root = go(&["env", "GOROOT"]);
    let beside = Path::new(go_root.trim()).join("bin").join("gofmt");
    let gofmt = if beside.exists() { beside } else { PathBuf::from("gofmt") };
    let output = Command::new(gofmt).args(["-l", "."]).current_dir(root().join("rules")).output().expect("gofmt");
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && listed.is_empty(), "gofmt -w these:\n{listed}");
}
