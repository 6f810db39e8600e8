//! `--transparent`: what a helper is charged with goes to the lines that call it.

use crate::no_byte_is_lost;
use crate::support::{Costs, Table, check, constructs_module, go_fixtures, total};
use serde_json::Value;

fn report_with(patterns: &[&str]) -> (Value, Costs) {
    let fixtures = go_fixtures();
    let mut call = check(&constructs_module(), &["--fail-on", "never"]).profile(fixtures.join("allocs.pb.gz"));
    for pattern in patterns {
        call = call.words(&["--transparent", pattern]);
    }
    let report = call.report(0);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    (report, costs)
}

#[test]
fn what_helpers_allocate_is_charged_to_the_lines_that_call_them() {
    let helpers = ["sites.(*builder).*", "sites.mkPt", "sites.(*allocWriter).Write"];
    let (plain, before) = report_with(&[]);
    let (report, after) = report_with(&helpers);
    assert_eq!(total(&report, "own"), total(&plain, "own"), "nothing is lost and nothing is gained");
    let table = Table::read(&go_fixtures().join("expected.tsv"));
    let called = |row: &&std::collections::BTreeMap<String, String>| {
        ["(*builder)", "mkPt", "(*allocWriter)"].iter().any(|name| row["innermost_user"].starts_with(name))
    };
    let rows: Vec<_> = table.rows.iter().filter(called).collect();
    assert_eq!(rows.len(), 6, "the table has changed");
    for row in rows {
        let (path, line) = (format!("sites/{}", row["file"]), row["line"].parse().expect("a line"));
        let own = |costs: &Costs| costs.own(&path, line, &row["direct_callee"], "alloc_space");
        assert_eq!((own(&before), own(&after)), (0, row["alloc_bytes"].parse().expect("bytes")), "{row:?}");
        let (_, helper) = row["innermost_user"].split_once('@').expect("a place");
        let (file, line) = helper.split_once(':').expect("file and line");
        assert!(!after.charges(&format!("sites/{file}"), line.parse().expect("a line")), "{helper} is looked through");
    }
}

#[test]
fn code_that_nobody_else_calls_keeps_its_cost() {
    let (plain, before) = report_with(&[]);
    let (report, after) = report_with(&["sites.*", "main.*"]);
    assert_eq!(total(&report, "own"), total(&plain, "own"));
    assert_eq!(after.sum("alloc_space"), before.sum("alloc_space"));
}
