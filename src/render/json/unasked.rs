//! What was not asked, for programs: rules that need a profile.

use crate::model;
use std::collections::BTreeMap;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Unasked<'a> {
    rules: &'a BTreeMap<&'static str, usize>,
    changed_places: usize,
}

impl<'a> From<&'a model::Unasked> for Unasked<'a> {
    fn from(unasked: &'a model::Unasked) -> Self {
        let model::Unasked { rules, changed_places } = unasked;
        Unasked { rules, changed_places: *changed_places }
    }
}
