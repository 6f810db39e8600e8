//! The main job on profiles made by real Go: every line is charged what the programs really allocated there, whatever the
//! Go version, the form of the profile and the state of the source, and no byte is lost on the way.

mod support;

#[path = "fixtures_join/builds.rs"]
mod builds;
#[path = "fixtures_join/constructs.rs"]
mod constructs;
#[path = "fixtures_join/directives.rs"]
mod directives;
#[path = "fixtures_join/drift.rs"]
mod drift;
#[path = "fixtures_join/model.rs"]
mod model;
#[path = "fixtures_join/modules.rs"]
mod modules;
#[path = "fixtures_join/revision.rs"]
mod revision;
#[path = "fixtures_join/sites.rs"]
mod sites;
#[path = "fixtures_join/transparent.rs"]
mod transparent;

use serde_json::Value;
use support::{Costs, total};

/// Own bytes are findings' and hotspots' together, each sample once, and grades and unplaced add up to the same.
pub(crate) fn no_byte_is_lost(report: &Value, costs: &Costs) {
    let kind = report["summary"]["profile"]["sample_type"]["kind"].as_str().expect("a ranked sample type");
    let own = total(report, "own");
    assert!(own != 0, "the module is charged something");
    assert_eq!(costs.sum(kind) + total(report, "unplaced"), own, "{}", report["summary"]);
    let graded = total(report, "exact") + total(report, "aligned") + total(report, "function");
    assert_eq!(graded + total(report, "unplaced"), own, "{}", report["summary"]);
    let unplaced = support::list(report, "unplaced");
    let listed = unplaced.iter().map(|place| place["measured"][kind]["own"].as_i64().expect("own"));
    assert_eq!(listed.sum::<i64>(), total(report, "unplaced"));
}
