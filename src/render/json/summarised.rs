//! What a summary that was read in the place of profiles was made of, as JSON.

use crate::model;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct SummarisedProfiles<'a> {
    profiles: usize,
    revision: Option<&'a str>,
    callers: Option<usize>,
    dropped_stacks: usize,
    dropped: i64,
}

impl SummarisedProfiles<'_> {
    pub(super) fn of(known: &model::SummarisedProfiles) -> SummarisedProfiles<'_> {
        SummarisedProfiles {
            profiles: known.profiles,
            revision: known.revision.as_deref(),
            callers: known.callers,
            dropped_stacks: known.dropped_stacks,
            dropped: known.dropped,
        }
    }
}
