//! Summaries: what the join needs of a profile, as a small text that can be committed.
//!
//! `condense` makes a smaller profile of a profile, `write` a text of that, `read` a profile of the text; `summarised` is what
//! such a profile remembers of those that it was made of. docs/summary.md describes the format line by line, and why it is a text
//! and no pprof. Which functions are the module's own is told from outside: this room has never heard of Go source.

mod condense;
mod labels;
mod moment;
mod read;
mod samples;
mod summarised;
#[cfg(test)]
mod tests;
mod write;

pub use condense::{Keeping, KnownFunction, condense};
pub(crate) use read::{parse, recognises};
pub use summarised::{Dropped, Lacks, Summarised};
pub use write::write;

/// What the first line of a summary says before its version.
pub(crate) const MAGIC: &str = "heaplint profile summary ";

/// The only version of the format.
pub(crate) const VERSION: u32 = 1;
