//! The room that reads pprof: bytes in, values out. It opens no file and asks no clock.
//!
//! `read` sniffs and decodes, `validate` says what is missing, `statistics` undoes the sampling, `estimate` says how sure the numbers are, `symbol` what a
//! name means, `dialect` which compiler built the program, `merge` what several profiles say together.

mod decode;
mod dialect;
mod encode;
mod error;
pub mod estimate;
#[cfg(test)]
pub(crate) mod fixtures;
mod gamma;
mod growing;
mod ids;
mod legacy_text;
mod merge;
mod pattern;
mod prune;
mod read;
pub mod recording;
mod sample_types;
pub mod statistics;
pub mod summary;
mod symbol;
mod table;
#[cfg(test)]
mod tests;
mod totals;
mod validate;
mod wire;

pub use dialect::infer as infer_dialect;
pub use encode::encode;
pub use error::{Layer, Limits, ReadError};
pub use growing::{Evidence, growing};
pub use merge::{Additive, MergeError, merge, subtract};
pub use pattern::Pattern;
pub use read::read;
pub use sample_types::{BLOCK, Kind, MUTEX, SampleIndexError, kind, sample_index};
pub use symbol::{Declaration, Symbol, normalised};
pub use table::{Frame, Function, HeapPair, Mapping, Profile, Sample, Skipped, Stacks};
pub use totals::{Granularity, Row, Totals, totals};
pub use validate::{Warning, validate};
