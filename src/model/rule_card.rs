//! What readers of a report need to know of a rule.

use super::{Confidence, Severity};

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCard {
    /// At most ten words.
    pub title: String,
    /// The group that it belongs to.
    pub group: String,
    /// How bad if true.
    pub severity: Severity,
    /// How sure of the pattern.
    pub confidence: Confidence,
    /// What it finds, in short paragraphs.
    pub what: Vec<TextBlock>,
    /// The other parts of its explanation, each below its heading, in the order in which they are read.
    pub explanation: Vec<(&'static str, Vec<TextBlock>)>,
    /// Addresses where more is to be read.
    pub references: Vec<String>,
}

/// A stretch of a text that people wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextBlock {
    /// A paragraph on one line. Code in it stands between backticks.
    Prose(String),
    /// Lines of code.
    Code(Vec<String>),
}
