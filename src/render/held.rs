//! What holds for a path, for people: each setting with who says so, then the rules that are not as by default.

use super::cost::plural;
use super::layout;
use crate::model::{HeldRule, HeldSettings, SettingOrigin};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Columns of values; longer ones have a line of their own.
const VALUE_COLUMNS: usize = 34;
/// Columns of `warning, 12 rules`.
const LEVEL_COLUMNS: usize = 20;
/// So many rules with one origin are named; JSON names all.
const FEW_RULES: usize = 12;

/// The lines, not yet safe to print.
pub fn told(held: &HeldSettings) -> String {
    let none = || "none".to_owned();
    // Writing to a string does not fail.
    let mut text = format!("settings for {}\n", held.path);
    let _ = writeln!(text, "  of the path  {}", held.path_file.clone().unwrap_or_else(none));
    let _ = writeln!(text, "  of the run   {}", held.run_file.clone().unwrap_or_else(none));
    if held.excluded {
        let _ = writeln!(text, "  it is left out by an exclude pattern");
    }
    text.push('\n');
    let names = held.settings.iter().map(|setting| layout::width(&setting.name)).max().unwrap_or(0) + 2;
    for setting in &held.settings {
        let name = layout::left(&setting.name, names);
        let origin = told_origin(&setting.origin);
        let _ = match layout::width(&setting.value) < VALUE_COLUMNS {
            true => writeln!(text, "  {name}{}{origin}", layout::left(&setting.value, VALUE_COLUMNS)),
            false => {
                let gap = " ".repeat(names + VALUE_COLUMNS);
                writeln!(text, "  {name}{}\n  {gap}{origin}", setting.value)
            }
        };
    }
    let asked = held.rules.iter().filter(|rule| rule.level.is_some()).count();
    let mut changed: BTreeMap<(&str, &SettingOrigin), Vec<&HeldRule>> = BTreeMap::new();
    for rule in held.rules.iter().filter(|rule| rule.level != Some(rule.own)) {
        changed.entry((rule.level.map_or("off", |level| level.word()), &rule.origin)).or_default().push(rule);
    }
    let all: usize = changed.values().map(Vec::len).sum();
    let _ = writeln!(text, "\n{asked} of {} asked, {all} otherwise than by default", plural(held.rules.len(), "rule"));
    for ((level, by), rules) in changed {
        let mut names: Vec<&str> = rules.iter().map(|rule| &*rule.rule).take(FEW_RULES).collect();
        let more = format!("and {} more", rules.len().saturating_sub(FEW_RULES));
        if rules.len() > FEW_RULES {
            names.push(&more);
        }
        let by = told_origin(by);
        let _ = writeln!(
            text,
            "  {}{by}",
            layout::left(&format!("{level}, {}", plural(rules.len(), "rule")), LEVEL_COLUMNS)
        );
        for line in layout::wrap(&names.join(", "), 90, 90) {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// Who says what holds: `heaplint.toml:4`.
pub fn told_origin(origin: &SettingOrigin) -> String {
    match origin {
        SettingOrigin::Default => "default".to_owned(),
        SettingOrigin::File { path, line } => format!("{path}:{line}"),
        SettingOrigin::Option { name } => name.clone(),
    }
}
