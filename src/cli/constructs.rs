//! The constructs of the declarations that a profile's places land in: read, parsed and settled with their package's facts.

use super::gather::Gathered;
use crate::join::{KnownConstructs, Landing};
use crate::model::Dialect;
use std::sync::Arc;

/// Everything that can allocate in the declarations where places land, for the compiler `dialect`.
pub(super) fn known_constructs(
    _gathered: &Gathered,
    _landings: &[Result<Landing, Arc<str>>],
    _dialect: Dialect,
) -> KnownConstructs {
    KnownConstructs::default()
}
