//! Old code bases: what a finding is known by, and files of findings that were accepted, with their cost beside them.
//!
//! Values in, values out: the pipeline reads and writes the files.

mod identity;
#[cfg(test)]
mod identity_tests;

pub use identity::{Anchor, identities};
