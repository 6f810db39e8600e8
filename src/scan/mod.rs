//! Rules over Go source.
//!
//! Two steps of knowing. [`Scanner::scan`] sees one file and nothing else, so that its result may be kept by the file's
//! content. [`resolve()`] settles what only the package's other files can say. This room never sees a profile.

mod candidate;
mod climb;
mod code;
mod condition;
mod constructs;
mod engine;
mod fix_text;
mod guards;
mod lines;
mod matching;
#[cfg(test)]
mod matching_tests;
mod mend;
mod new_names;
mod offer;
mod places;
mod questions;
mod resolve;
mod site;

pub use candidate::{Candidate, Captured, Part, Text};
pub use condition::Condition;
pub use constructs::Modeller;
pub use engine::{Broken, Scanned, Scanner, Triggers};
pub use offer::{Effects, Names, Offer, Spot};
pub use questions::Question;
pub use resolve::{FilePlace, resolve};
pub use site::Site;
