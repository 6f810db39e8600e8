//! What precedes the package clause: the mark of generated files and the build constraint.
//!
//! It does NOT decide what to do with such files.

use super::types::Name;

/// What the lines before the package clause say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Whether one line is `// Code generated ... DO NOT EDIT.`
    pub generated: bool,
    /// The build constraint.
    pub constraint: Option<Constraint>,
}

/// A build constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// The expression as it is written, without `//go:build`.
    pub text: Name,
    /// Whether no build includes the file unless someone asks for the tag `ignore`.
    pub ignore: bool,
    /// The N of the oldest Go 1.N that satisfies it, where it demands one.
    pub language: Option<u16>,
}

/// Reads the bytes before the package clause.
pub fn read_header(preamble: &[u8]) -> Header {
    let _ = preamble;
    Header::default()
}
