//! What a JSON report says each line costs, and the tables that it is compared with.

use super::{list, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A file, a line, a direct callee (`-` for what the line allocates itself) and a sample type.
pub(crate) type Key = (String, u64, String, String);

/// The costs of one report.
pub(crate) struct Costs {
    /// Charged to the line, findings and hotspots together, each sample once.
    pub(crate) own: BTreeMap<Key, i64>,
    /// Charged further inside, to lines that this line called.
    pub(crate) passed_on: BTreeMap<Key, i64>,
    /// The functions that hotspots name, by file and line.
    pub(crate) symbols: BTreeMap<(String, u64), BTreeSet<String>>,
}

impl Costs {
    /// Of a report of the tests' rules: only findings of one rule on one line share samples, all of them or none.
    pub(crate) fn of(report: &Value) -> Costs {
        let mut costs = Costs { own: BTreeMap::new(), passed_on: BTreeMap::new(), symbols: BTreeMap::new() };
        let mut passing: BTreeMap<Key, i64> = BTreeMap::new();
        for hotspot in list(report, "hotspots") {
            let line = hotspot["line"].as_u64().expect("a hotspot has a line");
            let symbols = costs.symbols.entry((text(hotspot, "path").to_owned(), line)).or_default();
            symbols.insert(text(hotspot, "symbol").to_owned());
            costs.add(text(hotspot, "path"), line, &hotspot["measured"], &mut passing);
        }
        let mut told = BTreeSet::new();
        for finding in list(report, "findings").iter().filter(|finding| finding["measured"].is_object()) {
            let lines = finding["cost_lines"].as_array().expect("a finding has cost lines");
            assert_eq!(lines.len(), 1, "the tests' rules charge one line each");
            let line = lines[0].as_u64().expect("lines are numbers");
            let first = told.insert((text(finding, "rule"), text(finding, "path"), line));
            if first || !finding["notes"].to_string().contains("shares its line") {
                costs.add(text(finding, "path"), line, &finding["measured"], &mut passing);
            }
        }
        for (key, cum) in passing {
            let rest = cum - costs.own.get(&key).copied().unwrap_or(0);
            costs.passed_on.insert(key, rest);
        }
        costs
    }

    fn add(&mut self, path: &str, line: u64, measured: &Value, passing: &mut BTreeMap<Key, i64>) {
        for (kind, column) in measured.as_object().expect("measured is an object") {
            let key = |part: &Value| {
                let callee = part["callee"].as_str().map_or("-".to_owned(), plain);
                (path.to_owned(), line, callee, kind.clone())
            };
            let mut own = 0;
            for part in column["by_callee"].as_array().expect("own by callee") {
                let value = part["value"].as_i64().expect("an integer");
                *self.own.entry(key(part)).or_insert(0) += value;
                own += value;
            }
            assert_eq!(column["own"].as_i64(), Some(own), "own is the sum of its callees: {path}:{line} {kind}");
            // Instances of one generic function have one hotspot each; a finding and its line's hotspot see the same stacks.
            let mut here: BTreeMap<Key, i64> = BTreeMap::new();
            for part in column["cum_by_callee"].as_array().expect("cum by callee") {
                *here.entry(key(part)).or_insert(0) += part["value"].as_i64().expect("an integer");
            }
            for (key, value) in here {
                let known = passing.entry(key).or_insert(0);
                *known = value.max(*known);
            }
        }
    }

    /// Everything charged, per sample type.
    pub(crate) fn sum(&self, kind: &str) -> i64 {
        self.own.iter().filter(|((_, _, _, of), _)| of == kind).map(|(_, value)| value).sum()
    }

    /// What a line is charged through a callee.
    pub(crate) fn own(&self, path: &str, line: u64, callee: &str, kind: &str) -> i64 {
        let key = (path.to_owned(), line, plain(callee), kind.to_owned());
        self.own.get(&key).copied().unwrap_or(0)
    }

    /// What a line passes on to a callee.
    pub(crate) fn passed_on(&self, path: &str, line: u64, callee: &str, kind: &str) -> i64 {
        let key = (path.to_owned(), line, plain(callee), kind.to_owned());
        self.passed_on.get(&key).copied().unwrap_or(0)
    }

    /// Whether a line is charged anything at all.
    pub(crate) fn charges(&self, path: &str, line: u64) -> bool {
        self.own.iter().any(|((at, number, _, _), value)| at == path && *number == line && *value != 0)
    }
}

/// A symbol without its type arguments, which Go writes differently from version to version.
pub(crate) fn plain(symbol: &str) -> String {
    let mut depth = 0;
    let outside = |character: &char| {
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => return depth == 0,
        }
        false
    };
    symbol.chars().filter(outside).collect()
}

/// A table with tabs between its columns and their names in its first line; lines that begin with `#` come first.
pub(crate) struct Table {
    /// What follows `# total`.
    pub(crate) totals: Vec<i64>,
    /// Cells by the name of their column.
    pub(crate) rows: Vec<BTreeMap<String, String>>,
    /// The names, in order.
    pub(crate) columns: Vec<String>,
}

impl Table {
    /// Reads one.
    pub(crate) fn read(path: &Path) -> Table {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        let total = text.lines().find(|line| line.starts_with("# total"));
        let totals = total.map(|line| cells(line)[1..].iter().map(|cell| cell.parse().expect("a total")).collect());
        let mut lines = text.lines().filter(|line| !line.starts_with('#')).map(cells);
        let columns = lines.next().expect("a table has names of columns");
        let rows: Vec<_> = lines.map(|line| columns.iter().cloned().zip(line).collect()).collect();
        assert!(!rows.is_empty(), "{} is empty", path.display());
        Table { totals: totals.unwrap_or_default(), rows, columns }
    }
}
