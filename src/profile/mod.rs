//! The room that reads pprof: bytes in, values out. It opens no file and asks no clock.
//!
//! `read` sniffs and decodes, `validate` says what is missing, `statistics` how sure the numbers are, `symbol` what a
//! name means, `dialect` which compiler built the program, `merge` what several profiles say together.

mod decode;
mod error;
mod gamma;
mod legacy_text;
mod pattern;
mod prune;
mod read;
mod sample_types;
pub mod statistics;
mod table;
mod totals;
mod validate;
mod wire;

pub use error::{Layer, Limits, ReadError};
pub use read::read;
pub use sample_types::{Kind, SampleIndexError, kind, sample_index};
pub use table::{Frame, Function, HeapPair, Mapping, Profile, Sample, Skipped, Stacks};
pub use totals::{Granularity, Row, Totals, totals};
pub use validate::{Warning, validate};
