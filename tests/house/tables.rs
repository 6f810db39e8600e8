//! The tables of ARCHITECTURE.md: the row under `<!-- table: NAME -->`, cell by cell.
//!
//! A table that is missing is an error, so that nobody deletes a rule by deleting its text.

use super::source::root;
use std::collections::BTreeMap;
use std::fs;

/// First cell to the words in backquotes of the second, in the order of the rows.
pub(crate) fn table(name: &str) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let mark = format!("<!-- table: {name} -->");
    let (_, after) = text.split_once(&mark).unwrap_or_else(|| panic!("ARCHITECTURE.md has no {mark}"));
    let rows = after.trim_start().lines().take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        (quoted(cells[1]).concat(), quoted(cells[2]))
    })
    .collect()
}

/// The same, by name.
pub(crate) fn by_name(name: &str) -> BTreeMap<String, Vec<String>> {
    table(name).into_iter().collect()
}

fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
