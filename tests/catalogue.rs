//! docs/rules.md says what the shipped rules say of themselves.
//!
//! `HEAPLINT_BLESS=1 cargo test --test catalogue` rewrites it.

use heaplint::model::ProofOutcome;
use heaplint::rule::RuleSet;
use heaplint::rule::text::{catalogue_markdown, explain};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn shipped() -> RuleSet {
    RuleSet::shipped().unwrap_or_else(|(id, errors)| panic!("{id}: {errors:#?}"))
}

#[test]
fn the_page_of_rules_is_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = catalogue_markdown(&shipped());
    if std::env::var_os("HEAPLINT_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let on_record = fs::read_to_string(&path).unwrap_or_default();
    assert!(on_record == page, "docs/rules.md is old: HEAPLINT_BLESS=1 cargo test --test catalogue rewrites it");
}

#[test]
fn every_explanation_fits_a_terminal_but_for_its_code() {
    for rule in shipped().rules() {
        let text = explain(rule, None);
        let wide = text.lines().filter(|line| !line.starts_with("      ") && line.chars().count() > 80);
        let prose: Vec<&str> = wide.filter(|line| line.trim().contains(' ')).collect();
        assert!(prose.is_empty(), "{}: {prose:?}", rule.id);
    }
}

#[test]
fn a_hundred_patterns_save_on_the_newest_go_however_many_spellings_they_have() {
    let rules = shipped();
    let spelling = |rule: &heaplint::rule::Rule| rule.spelling_of.clone().unwrap_or_else(|| rule.id.clone());
    for rule in rules.rules().iter().filter(|rule| rule.spelling_of.is_some()) {
        let of = rules.rule(&spelling(rule)).unwrap_or_else(|| panic!("{}: no rule has that pattern", rule.id));
        assert_eq!(of.spelling_of, None, "{}: {} is a spelling itself", rule.id, of.id);
    }
    let saves = |rule: &&heaplint::rule::Rule| {
        let versions = rule.proof().map(|proof| proof.versions).unwrap_or_default();
        versions.iter().any(|version| version.minor >= 26 && version.outcome == ProofOutcome::Saved)
    };
    let proven: BTreeSet<_> = rules.rules().iter().filter(saves).map(spelling).collect();
    assert!(proven.len() >= 100, "{} patterns are proven", proven.len());
}

/// A file of the documentation beside what it should hold.
fn is_fresh(path: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("HEAPLINT_BLESS").is_some() {
        fs::write(&path, expected).expect("the documentation can be written");
    }
    let on_record = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        on_record == expected,
        "{} is old: HEAPLINT_BLESS=1 cargo test --test catalogue rewrites it",
        path.display()
    );
}

#[test]
fn the_schema_of_settings_is_what_heaplint_prints() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_heaplint"));
    let printed = command.args(["config", "schema"]).output().unwrap();
    is_fresh("docs/heaplint.schema.json", &String::from_utf8(printed.stdout).unwrap());
}

#[test]
fn the_page_of_settings_lists_every_key() {
    const MARKS: [&str; 2] = ["<!-- keys -->\n", "<!-- end of keys -->\n"];
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/settings.md")).unwrap();
    let (before, rest) = page.split_once(MARKS[0]).unwrap();
    let (_, after) = rest.split_once(MARKS[1]).unwrap();
    let mut table = String::from("| Key | Holds for | Example | Default | |\n|---|---|---|---|---|\n");
    for key in heaplint::config::KEYS {
        let scope = match key.scope {
            heaplint::model::SettingScope::Run => "the run",
            heaplint::model::SettingScope::Path => "paths",
        };
        let default = if key.default.is_empty() { String::new() } else { format!("`{}`", key.default) };
        table += &format!("| `{}` | {scope} | `{}` | {default} | {} |\n", key.name, key.example, key.what);
    }
    is_fresh("docs/settings.md", &format!("{before}{}{table}{}{after}", MARKS[0], MARKS[1]));
}
