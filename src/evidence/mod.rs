//! What a profile says about the module's own code.
//!
//! Each sample is charged once, to its innermost frame that belongs to the module: that is what a user's line costs. The
//! frames below it stay at hand, because a rule's cost matcher asks for them. This room never sees rules, sites or syntax
//! trees.

pub mod behaviour;
pub mod benchmark;
pub mod build;
mod collector;
pub mod compiler;
pub mod coverage;
pub mod heap;
pub mod ladder;
pub mod naming;
pub mod ownership;
mod portable;
pub mod runtime_part;
mod sampled;
pub mod transparent;

pub use build::Build;
pub use heap::{Charge, Evidence, Place, Traced, observe};
pub use ownership::{Ownership, Placing, packages_named};
pub use portable::known_functions;
pub use transparent::Transparent;
