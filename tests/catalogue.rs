//! docs/rules.md says what the shipped rules say of themselves.
//!
//! `HEAPLINT_BLESS=1 cargo test --test catalogue` rewrites it.

use heaplint::rule::RuleSet;
use heaplint::rule::text::{catalogue_markdown, explain};
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
        let text = explain(rule);
        let wide = text.lines().filter(|line| !line.starts_with("      ") && line.chars().count() > 80);
        let prose: Vec<&str> = wide.filter(|line| line.trim().contains(' ')).collect();
        assert!(prose.is_empty(), "{}: {prose:?}", rule.id);
    }
}
