//! The JSON schema of heaplint.toml, read by a program that is not ours (check-jsonschema): it is a schema, and it takes and refuses what
//! heaplint does, of every text of settings that stands in the documentation and in the tests, and of every key with values of every form.
//!
//! The schema may take what only heaplint can refuse (a rule that does not exist); it never refuses what heaplint takes, since editors
//! would underline what is right.

mod support;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use support::{heaplint, list, root, text};

/// What heaplint says of a file where no schema can: what it knows of rules, files and patterns.
const BEYOND_A_SCHEMA: [&str; 5] = [
    "no rule and no group is called",
    "this is no pattern of paths",
    "there is no such file",
    "there is no such folder of rules",
    "a share lies between 0% and 100%",
];

/// Values of every form that TOML has and JSON too (readers make texts of dates), and those that some key takes.
const VALUES: [&str; 33] = [
    "true",
    "\"true\"",
    "0",
    "1",
    "-1",
    "1099511627776",
    "1099511627777",
    "1.5",
    "\"\"",
    "\"x\"",
    "\"-\"",
    "\"x.toml\"",
    "\"1.26\"",
    "\"go1.26.1\"",
    "\"1.9\"",
    "\"1%\"",
    "\" .5 % \"",
    "\"101%\"",
    "\"hot\"",
    "\"json\"",
    "\"strict\"",
    "\"delta\"",
    "[]",
    "[\"maps\"]",
    "[\"tests\"]",
    "[\"\"]",
    "[\"-\"]",
    "[\"Maps\"]",
    "[1]",
    "{}",
    "{ maps = \"off\" }",
    "[{ paths = [\"a\"], ignore = [\"maps\"] }]",
    "[{ paths = [\"a\"], profile = \"x\" }]",
];

fn tool() -> PathBuf {
    let install =
        Command::new(root().join("tests/tools/install")).arg("check-jsonschema").stderr(Stdio::inherit()).output();
    let install = install.expect("tests/tools/install starts: it needs Python 3");
    assert!(install.status.success(), "tests/tools/install check-jsonschema");
    String::from_utf8(install.stdout).expect("UTF-8").trim().into()
}

fn schema() -> PathBuf {
    root().join("docs/heaplint.schema.json")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every text of settings that there is to show or to refuse.
fn samples() -> BTreeSet<String> {
    let mut samples = BTreeSet::from([String::new(), starter()]);
    for page in std::fs::read_dir(root().join("docs")).expect("docs").flatten() {
        // The other TOML of the pages is that of rules.
        if page.path().extension().is_some_and(|end| end == "md") && page.file_name() != "rule-format.md" {
            let page = std::fs::read_to_string(page.path()).expect("a page");
            samples.extend(
                page.split("```toml\n").skip(1).filter_map(|block| Some(block.split_once("```")?.0.to_owned())),
            );
        }
    }
    samples.insert(read("examples/settings.toml"));
    for file in
        ["tests/cli/settings.rs", "tests/cli/settings_elsewhere.rs", "tests/changed/freed.rs", "src/config/tests.rs"]
    {
        samples.extend(literals(&read(file)).into_iter().filter(|literal| literal.contains(['=', '['])));
    }
    for key in keys() {
        samples.extend(VALUES.iter().map(|value| format!("{key} = {value}\n")));
        // Keys of the top may stand in an override, or not.
        samples.insert(format!("[[overrides]]\npaths = [\"a\"]\n{key} = [\"maps\"]\n"));
    }
    samples
}

/// What `heaplint init` writes, with nothing commented out.
fn starter() -> String {
    let folder = tempfile::tempdir().expect("a folder");
    heaplint(folder.path(), &["init"]).exits(0);
    let written = std::fs::read_to_string(folder.path().join("heaplint.toml")).expect("a file");
    let shown = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    written.lines().map(shown).collect()
}

/// The keys of the schema.
fn keys() -> Vec<String> {
    let schema: Value = serde_json::from_str(&read("docs/heaplint.schema.json")).expect("it is JSON");
    schema["properties"].as_object().expect("it has keys").keys().cloned().collect()
}

/// The texts in quotes of a Rust file.
fn literals(code: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut rest = code.chars();
    while let Some(character) = rest.next() {
        match character {
            // A quote that is a character of its own.
            '\'' if rest.as_str().starts_with("\"'") => drop(rest.by_ref().take(2).count()),
            '"' => {
                let mut literal = String::new();
                while let Some(character) = rest.next().filter(|character| *character != '"') {
                    match (character, character == '\\') {
                        (_, true) => match rest.next() {
                            Some('n') => literal.push('\n'),
                            Some('t') => literal.push('\t'),
                            other => literal.extend(other),
                        },
                        (other, false) => literal.push(other),
                    }
                }
                literals.push(literal);
            }
            _ => {}
        }
    }
    literals
}

/// Why heaplint refuses each of the files that it refuses.
fn refused_by_heaplint(folder: &Path, files: &[String]) -> BTreeMap<String, String> {
    let refusal = |file: &String| {
        let output =
            heaplint(folder, &["config", "show", "--config", file]).command().output().expect("heaplint starts");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        match output.status.code() {
            Some(0) => None,
            Some(2) => Some((file.clone(), said)),
            other => panic!("{file}: {other:?} {said}"),
        }
    };
    files.iter().filter_map(refusal).collect()
}

/// What the schema refuses, with why.
fn refused_by_schema(folder: &Path, files: &[String]) -> BTreeMap<String, String> {
    let words = ["--output-format", "json", "--schemafile"];
    let mut checker = Command::new(tool());
    let output = checker.args(words).arg(schema()).args(files).current_dir(folder).output().expect("it starts");
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{error}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    });
    let all = list(&told, "errors").iter().chain(list(&told, "parse_errors"));
    all.map(|error| (text(error, "filename").to_owned(), error["message"].to_string())).collect()
}

#[test]
fn the_schema_is_one() {
    let output = Command::new(tool()).arg("--check-metaschema").arg(schema()).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_schema_takes_and_refuses_what_heaplint_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let work = folder.path().join("work");
    std::fs::create_dir(&work).expect("a folder");
    // What the samples extend.
    for file in ["heaplint.toml", "work/base.toml", "work/x.toml"] {
        std::fs::write(folder.path().join(file), "").expect("a file");
    }
    let samples: Vec<String> = samples().into_iter().collect();
    let name = |number: usize| format!("sample-{number}.toml");
    let files: Vec<String> = (0..samples.len()).map(name).collect();
    for (file, sample) in files.iter().zip(&samples) {
        std::fs::write(work.join(file), sample).expect("a file");
    }
    let (ours, theirs) = (refused_by_heaplint(&work, &files), refused_by_schema(&work, &files));
    let (mut taken, mut refused, mut beyond, mut differ) = (0, 0, 0, Vec::new());
    for (file, sample) in files.iter().zip(&samples) {
        match (ours.get(file), theirs.get(file)) {
            (None, None) => taken += 1,
            (Some(_), Some(_)) => refused += 1,
            (Some(why), None) if BEYOND_A_SCHEMA.iter().any(|known| why.contains(known)) => beyond += 1,
            (why, message) => differ.push(format!("{sample}\nheaplint: {why:?}\nthe schema: {message:?}")),
        }
    }
    assert!(differ.is_empty(), "{} differences:\n{}", differ.len(), differ.join("\n\n"));
    assert!(
        taken > 100 && refused > 300 && beyond > 10,
        "{taken} taken, {refused} refused, {beyond} by heaplint alone"
    );
}
