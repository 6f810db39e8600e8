//! What lets a finding stand.

use crate::model::Suppression;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Suppressed<'a> {
    by: &'static str,
    line: u32,
    reason: &'a str,
}

impl<'a> From<&'a Suppression> for Suppressed<'a> {
    fn from(suppression: &'a Suppression) -> Suppressed<'a> {
        Suppressed { by: suppression.form.word(), line: suppression.line, reason: &suppression.reason }
    }
}
