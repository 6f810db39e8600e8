//! The whole report for programs: one JSON document, version 1, described field by field in `docs/json.md`.
//!
//! The structs here are the format. They are written by hand, so that a change of the model is never by accident a change
//! of the format. It folds nothing: findings that people are not shown are here with `shown: false`.

mod benchmarks; // benchmarks beside the heap profile
mod compiler; // what the compiler says
mod explanation; // what allocates on a line
mod fixes; // what can be written instead, and what was
pub mod lines; // the same records, a line each
mod old_code; // what stood before a change, and what was accepted
mod plan; // a plan, a document of its own
mod proof; // what cures save
mod rules; // the list of rules, a document of its own
mod settings; // what holds for a path, and the schema of settings
mod shape;
mod summarised;
mod suppressed; // what comments let stand
mod tests_run; // what tests say
mod timing;
mod unasked; // what needs a profile // what other profiles say of lines // the document's structs, made from the report

pub use plan::render_plan;
pub use rules::{RuleRow, render_rules};
pub use settings::{render_held, render_settings_schema};

use super::safe_json::write_document;
use crate::model::Report;
use std::io::{self, Write};

#[cfg(test)]
mod schema_tests;

/// What the JSON format leaves to the caller.
#[derive(Clone, Copy, Debug)]
pub struct JsonOptions<'a> {
    /// heaplint's version, to be written as `tool.version`.
    pub version: &'a str,
}

/// Writes `report` as JSON, indented, with a line feed at the end.
pub fn render(report: &Report, options: &JsonOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let document = shape::Document::new(report, options.version);
    write_document(&document, out)
}
