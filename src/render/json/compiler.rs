//! The compiler's word, as JSON version 1 tells it.

use crate::model;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "CompilerWord"))]
pub(super) struct Word<'a> {
    says: &'static str,
    line: u32,
    column: u32,
    expression: &'a str,
    flow: &'a [String],
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "CompilerSummary"))]
pub(super) struct Summary<'a> {
    from: &'a [String],
    versions: &'a [String],
    packages: &'a [String],
    records: usize,
    own: usize,
    used: usize,
    warnings: &'a [String],
}

impl<'a> From<&'a model::CompilerWord> for Word<'a> {
    fn from(word: &'a model::CompilerWord) -> Self {
        let model::CompilerWord { line, column, says, expression, flow, .. } = word;
        Word { says: says.word(), line: *line, column: *column, expression, flow }
    }
}

impl<'a> From<&'a model::CompilerSummary> for Summary<'a> {
    fn from(summary: &'a model::CompilerSummary) -> Self {
        let model::CompilerSummary { from, versions, packages, records, own, used, warnings } = summary;
        Summary { from, versions, packages, records: *records, own: *own, used: *used, warnings }
    }
}
