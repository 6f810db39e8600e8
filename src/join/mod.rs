//! Where sites meet observations.
//!
//! Three steps, each a pure function: [`align`] says on which line of today's source each place of the profile lies and how
//! sure that is; [`attribute()`] gives each site the samples that its cost matcher accepts on its cost lines, and each line
//! what no finding claims; [`verdict`] says what that means. Nothing is dropped: what meets nothing is unplaced, with the
//! reason.

pub mod account;
pub mod align;
mod anchors;
pub mod attribute;
pub mod benchmarks;
pub mod caveats;
mod declared;
pub mod explain;
pub mod hear;
pub mod leftover;
pub mod lines;
pub mod looked_through;
mod neighbours;
mod shift;
mod tally;
pub mod timing;
pub mod traced;
pub mod unmatched;
pub mod verdict;

pub use align::{Landing, land_all};
pub use attribute::{Attribution, Meeting, attribute, measures};
pub use benchmarks::{Benches, fixed_turns};
pub use caveats::caveats;
pub use explain::{Allocates, Called, Charged, ChargedLine, Explainer, KnownConstruct, KnownConstructs, Sizes};
pub use hear::{Heard, hear, hear_constructs, quoted};
pub use leftover::{Leftover, leftover};
pub use lines::{Chargeable, LineModel, LineModels, wanted_lines};
pub use looked_through::look_through;
pub use timing::{timing, waiting};
pub use traced::{Tracing, tracing};
pub use unmatched::{UnmatchedCosts, unmatched_costs};
pub use verdict::{Bar, Lack, judge};
