//! Old code bases: what a finding is known by, and files of findings that were accepted, with their cost beside them.
//!
//! Values in, values out: the pipeline reads and writes the files.

mod accept;
#[cfg(test)]
mod accept_tests;
mod file;
mod identity;
#[cfg(test)]
mod identity_tests;

pub use accept::{accept, entries_of, updated};
pub use file::{BaselineError, FILE_NAME, read_baseline, write_baseline};
pub use identity::{Anchor, identities};
