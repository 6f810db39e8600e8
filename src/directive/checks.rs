//! What heaplint says about directives themselves. They are findings like others, and can be turned off like rules.

use crate::model::Severity;

/// One thing that can be wrong with a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its word, which settings and options take like a rule's id.
    pub id: &'static str,
    /// What is wrong, a few words.
    pub title: &'static str,
    /// How bad it is by itself.
    pub severity: Severity,
    /// What it means and what to do.
    pub what: &'static str,
}

impl Check {
    /// A directive that suppresses nothing.
    pub const UNUSED: Check = Check {
        id: "directive-unused",
        title: "a directive suppresses nothing",
        severity: Severity::Note,
        what: "No finding of its rules begins where the directive holds: the code was mended, has moved, or never had one. Remove it, \
               so that it does not hide the next finding there. Nothing is said where a rule of the directive did not run.",
    };
    /// A directive without a reason.
    pub const UNEXPLAINED: Check = Check {
        id: "directive-without-reason",
        title: "a directive gives no reason",
        severity: Severity::Warning,
        what: "It suppresses all the same. Whoever reads the code next cannot tell whether the reason still holds: write it behind the \
               rules, //heaplint:ignore RULE reason, or behind a second //, //nolint:heaplint // reason.",
    };
    /// A directive that cannot be understood, or one of its words.
    pub const UNKNOWN: Check = Check {
        id: "directive-unknown",
        title: "a directive cannot be understood",
        severity: Severity::Warning,
        what: "It names no rule, a rule that there is not, or is not written as a directive. What is not understood suppresses nothing.",
    };
}

/// The group that all of them are in.
pub const GROUP: &str = "directives";

/// All of them, by id.
pub const CHECKS: [Check; 3] = [Check::UNEXPLAINED, Check::UNKNOWN, Check::UNUSED];
