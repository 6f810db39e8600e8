//! heaplint.toml: text in, checked settings out, and what they come to for one path.
//!
//! Which file governs what, and what options say beside it, is decided above; no file is opened here. What must never stand in
//! a file that comes with a repository has no key: starting programs, writing files and reading standard input.

mod file;
mod keys;
mod patterns;
mod policy;
mod read;
mod starter;

pub use file::{Config, Level, Override, Preset, Value, Written};
pub use keys::KEYS;
pub use patterns::{PathPatterns, PatternError};
pub use policy::{Held, Known, Policy, RuleWords, Typed};
pub use read::{LARGEST, read};
pub use starter::starter;

/// The name of the file.
pub const FILE_NAME: &str = "heaplint.toml";

#[cfg(test)]
mod tests;
