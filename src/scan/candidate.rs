//! A candidate: a match of a rule's query in one file, with the questions that need more than that file.

use super::condition::Condition;
use super::offer::{Offer, Spot};
use crate::go::types::Term;
use crate::model::Span;

/// A match whose syntax fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The rule, an index into the set.
    pub rule: usize,
    /// The declaration, an index into the file's outline.
    pub declaration: usize,
    /// What each capture of the rule holds, by capture index. A capture that a guard speaks of must keep a part.
    pub captures: Vec<Captured>,
    /// What must hold beside the captures' own conditions.
    pub condition: Condition,
    /// Where this surely holds, only a profile justifies the finding.
    pub doubt: Condition,
    /// What the rule could write instead, the best first.
    pub offers: Vec<Offer>,
}

/// What one capture holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Captured {
    /// The nodes, in the order of the text.
    pub parts: Vec<Part>,
    /// Whether the rule fails when no part is left.
    pub needed: bool,
}

/// One node of a capture.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its bytes in the file.
    pub span: Span,
    /// The byte whose line Go charges for it: its anchor token.
    pub charged_at: usize,
    /// Its type, where the rule prints it.
    pub term: Option<Term>,
    /// Text to print instead of the source.
    pub text: Option<Text>,
    /// What stands around it, where a fix asks.
    pub spot: Option<Box<Spot>>,
    /// What must hold for the part to stay.
    pub condition: Condition,
}

/// Text that a guard gives to a capture.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// As it stands.
    Is(String),
    /// The number of turns that ranging over it takes: itself for an integer, else `len(...)`.
    TurnsOf(Term, String),
}
