//! What tests say in JSON version 1: executions.

use crate::model;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Executions {
    count: u64,
    counted: bool,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct CoverageSummary<'a> {
    paths: &'a [String],
    counted: bool,
    files: usize,
    other_files: usize,
}

impl From<model::Executions> for Executions {
    fn from(executions: model::Executions) -> Self {
        let model::Executions { count, counted } = executions;
        Executions { count, counted }
    }
}

impl<'a> From<&'a model::CoverageSummary> for CoverageSummary<'a> {
    fn from(summary: &'a model::CoverageSummary) -> Self {
        let model::CoverageSummary { paths, counted, files, other_files } = summary;
        CoverageSummary { paths, counted: *counted, files: *files, other_files: *other_files }
    }
}
