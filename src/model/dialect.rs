//! Which Go compiler: a range of minor versions, because evidence often narrows it only so far.

use std::fmt;

/// A range of Go 1.x minor versions, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dialect {
    /// The oldest that fits.
    pub oldest: u16,
    /// The newest that fits.
    pub newest: u16,
}

impl Dialect {
    /// The newest compiler that heaplint has been measured against.
    pub const NEWEST: u16 = 27;
    /// The oldest one.
    pub const OLDEST: u16 = 21;

    /// Exactly Go 1.`minor`.
    pub fn exactly(minor: u16) -> Self {
        Dialect { oldest: minor, newest: minor }
    }

    /// Whether every compiler in the range is at least Go 1.`minor`.
    pub fn surely_at_least(self, minor: u16) -> bool {
        self.oldest >= minor
    }

    /// Whether some compiler in the range is older than Go 1.`minor`.
    pub fn maybe_before(self, minor: u16) -> bool {
        self.oldest < minor
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // It is one compiler, and a range would read as if several had built the program.
        match self.newest.saturating_sub(self.oldest) {
            0 => write!(out, "go1.{}", self.oldest),
            1 => write!(out, "go1.{} or go1.{}", self.oldest, self.newest),
            _ => write!(out, "go1.{} to go1.{}", self.oldest, self.newest),
        }
    }
}

/// How the compiler is known, the surest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialectSource {
    /// The user says so.
    Option,
    /// By what the profile shows.
    Profile,
    /// By what the compiler wrote itself.
    Compiler,
    /// By the toolchain line of a go.mod.
    Toolchain,
    /// Not at all: it is the newest that heaplint knows.
    #[default]
    Assumed,
}

impl DialectSource {
    /// The word used in outputs for machines.
    pub fn word(self) -> &'static str {
        match self {
            DialectSource::Option => "option",
            DialectSource::Profile => "profile",
            DialectSource::Compiler => "compiler",
            DialectSource::Toolchain => "toolchain",
            DialectSource::Assumed => "assumed",
        }
    }

    /// A few words for people, to stand behind the compiler's name.
    pub fn phrase(self) -> &'static str {
        match self {
            DialectSource::Option => "as --go says",
            DialectSource::Profile => "as the profile shows",
            DialectSource::Compiler => "as the compiler's own records say; the profile does not tell",
            DialectSource::Toolchain => "by the toolchain line of go.mod; the profile does not tell",
            DialectSource::Assumed => "the newest that heaplint knows; nothing tells",
        }
    }
}
