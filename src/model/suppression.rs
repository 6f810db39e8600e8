//! What a comment in the source says about a finding: that it may stand, and why.

use super::Finding;

/// A directive that lets a finding stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// Why, in somebody's words; empty where nobody said.
    pub reason: String,
    /// 1-based line of the directive, in the finding's file.
    pub line: u32,
    /// How it is written.
    pub form: SuppressionForm,
}

/// How a directive is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuppressionForm {
    /// `//heaplint:ignore`, `//heaplint:ignore-file`
    Ignore,
    /// `//nolint`
    Nolint,
}

impl SuppressionForm {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            SuppressionForm::Ignore => "heaplint:ignore",
            SuppressionForm::Nolint => "nolint",
        }
    }
}

impl Finding {
    /// Whether a comment lets it stand: it is counted and never shown.
    pub fn is_suppressed(&self) -> bool {
        self.suppressed.is_some()
    }
}
