//! TOML that a person wrote for heaplint, read with the place of every key, and complaints that say what to write instead.
//!
//! Rules and settings are read through this room. It knows neither: which keys there are is its callers' business.

mod fields;
mod near;

pub use fields::{Complaints, Fields};
pub use near::{did_you_mean, suggestion};

use crate::model::Span;

/// Something wrong in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextError {
    /// Where in it.
    pub span: Span,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
}
