//! A rule's own examples: what they say must be reported, what was, and which patterns nothing exercises.
//!
//! Every rule runs on every rule's examples, so that an over-eager rule shows up in another one's folder. Measurements on real
//! compilers are not made here.

mod examples;
mod package;

pub use examples::{Examples, Finding, Outcome, check_examples, wanted};
pub use package::{Reported, reported};
