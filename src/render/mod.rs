//! One file per format: a report in, bytes out.
//!
//! A renderer is a function of the report and a small options struct. It reads no file, no clock, no environment and
//! no terminal, decides nothing about findings, and does not print: the caller hands it a sink. What the formats
//! share has one home each: amounts in `quantity`, hostile text in `untrusted`, the words of a verdict in `cost`.

pub mod accepted; // the entries of a baseline
pub mod checkstyle; // XML for CI systems
pub mod diff; // what fixes change, as a unified diff
pub mod github; // workflow commands
pub mod gitlab; // a code quality report
pub mod held; // what settings hold for a path
pub mod human; // code excerpts for people, drawn by miette
pub mod json; // everything, for programs
pub mod junit; // XML of test results
pub mod markdown; // an audit, for tickets and wikis; a comment, for pull requests
pub mod plan; // how much to record
pub mod rdjsonl; // diagnostics for reviewdog
pub mod sarif; // for code scanning
pub mod text; // one line per finding, as the Go tools print them
mod theme; // colour, width and characters, decided once by the caller

pub use crate::model::quantity; // the only place that formats an amount; rules say what they save with it too
pub mod untrusted; // text from repositories and profiles, made safe to show

pub mod repository; // file names as a code host knows them

mod code; // source with labels, drawn by miette
mod columns; // columns in UTF-16
pub mod complaint; // what is wrong with a rule or another text that people write for heaplint
mod cost; // what a finding costs, in words
mod explanation; // what allocates on a line, in words
mod fixes; // what can be fixed and what was, in words
mod layout; // columns, wrapping and cutting
mod line_hash; // GitHub's fingerprint of a line
mod old_code; // what a change brings and a baseline accepts, in words
mod other_witnesses; // time, waiting and benchmarks, in words
mod safe_json; // JSON that is harmless where it is printed
mod source_code; // the few lines around a finding, for miette
mod summary; // the closing lines
mod suppressed; // what comments let stand, in words
mod told; // a finding as other programs show it
mod xml; // text in XML

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod fixture_benchmarks;
#[cfg(test)]
mod fixture_hostile;
#[cfg(test)]
mod fixture_rules;
#[cfg(test)]
mod fixture_timing;
#[cfg(test)]
mod tests;

pub use theme::Look;
