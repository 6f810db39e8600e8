//! What must hold for a candidate to be a site, as far as one file can say, and how the package's facts settle it.
//!
//! Three values: a condition holds, fails, or stays unknown. Unknown is never taken for either, also not under `not`: a
//! rule that needs an answer that nobody has is silent. Only an exemption (`unless`) must be proven.

use super::questions::{self, Question};
use crate::go::evaluate::World;

/// A condition that one file leaves open, or has settled.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// It holds whatever other files say.
    Holds,
    /// It fails whatever other files say.
    Fails,
    /// Nothing that heaplint reads can settle it.
    Unknown,
    /// Other files may settle it.
    Ask(Box<Question>),
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
    /// Nobody can say that it holds: what is unknown counts as what fails.
    Unproven(Box<Condition>),
}

impl Condition {
    /// A condition that syntax has settled.
    pub(super) fn settled(holds: bool) -> Condition {
        if holds { Condition::Holds } else { Condition::Fails }
    }

    /// A question to the package's facts.
    pub(super) fn ask(question: Question) -> Condition {
        Condition::Ask(Box::new(question))
    }

    /// Both this and `other`.
    pub(super) fn and(self, other: Condition) -> Condition {
        match (self, other) {
            (Condition::Fails, _) | (_, Condition::Fails) => Condition::Fails,
            (Condition::Holds, only) | (only, Condition::Holds) => only,
            (Condition::All(mut all), more) => {
                all.push(more);
                Condition::All(all)
            }
            (one, other) => Condition::All(vec![one, other]),
        }
    }

    /// At least one of `conditions`; none of none.
    pub(super) fn any(conditions: Vec<Condition>) -> Condition {
        if conditions.contains(&Condition::Holds) {
            return Condition::Holds;
        }
        let mut open: Vec<Condition> = conditions.into_iter().filter(|one| *one != Condition::Fails).collect();
        match open.len() {
            0 => Condition::Fails,
            1 => open.remove(0),
            _ => Condition::Any(open),
        }
    }

    /// The opposite.
    pub(super) fn negated(self) -> Condition {
        match self {
            Condition::Holds => Condition::Fails,
            Condition::Fails => Condition::Holds,
            Condition::Unknown => Condition::Unknown,
            Condition::Not(inner) => *inner,
            open => Condition::Not(Box::new(open)),
        }
    }

    /// Not known to hold.
    pub(super) fn unproven(self) -> Condition {
        match self {
            Condition::Holds => Condition::Fails,
            Condition::Fails | Condition::Unknown => Condition::Holds,
            open => Condition::Unproven(Box::new(open)),
        }
    }

    /// Settles it with what the package knows; `None` where even that is silent.
    pub(super) fn settle(&self, world: &World) -> Option<bool> {
        match self {
            Condition::Holds => Some(true),
            Condition::Fails => Some(false),
            Condition::Unknown => None,
            Condition::Ask(question) => questions::answer(question, world),
            Condition::All(all) => conjunction(all.iter().map(|one| one.settle(world))),
            Condition::Any(any) => {
                conjunction(any.iter().map(|one| one.settle(world).map(|holds| !holds))).map(|none| !none)
            }
            Condition::Not(inner) => inner.settle(world).map(|holds| !holds),
            Condition::Unproven(inner) => Some(inner.settle(world) != Some(true)),
        }
    }
}

/// Kleene's and: one failure decides, whatever is unknown.
fn conjunction(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => all = None,
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use Condition::{Fails, Holds, Unknown};

    #[test]
    fn one_failure_decides_and_the_unknown_never_does() {
        assert_eq!(conjunction([Some(true), None, Some(false)].into_iter()), Some(false));
        assert_eq!(conjunction([Some(true), None].into_iter()), None);
        assert_eq!(Unknown.negated(), Unknown);
        assert_eq!([Holds, Fails, Unknown].map(Condition::unproven), [Fails, Holds, Holds]);
        assert_eq!(Condition::any(vec![Fails, Unknown]), Unknown);
        assert_eq!(Condition::any(vec![Unknown, Holds]), Holds);
        assert_eq!(Unknown.and(Fails), Fails);
        assert_eq!(Holds.and(Unknown), Unknown);
    }
}
