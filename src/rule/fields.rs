//! How a rule's toml is read: key by key, with complaints about both of its texts in one place.

pub(super) use super::complaint::Complaints;
pub(super) use crate::toml_text::Fields;
