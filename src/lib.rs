//! heaplint ranks allocation-prone Go code by the memory that it really cost.
//!
//! The rooms, in reading order. `ARCHITECTURE.md` draws the flow between them and says who may see whom.

pub mod baseline; // what a finding is known by, and files of accepted ones
pub mod cli;
pub mod config; // heaplint.toml -> checked settings; which rules hold for a path
pub mod directive; // comments in Go files that let findings stand, and why
pub mod edge; // the only door to the outside: walk, read, write
pub mod evidence; // what a profile says about each place -> observations
pub mod fix; // which fixes go together, what follows from them, and the text that comes out
pub mod go; // what heaplint understands of Go source
pub mod join; // sites meet observations; verdicts
pub mod model; // the nouns; imports nothing of ours
pub mod profile; // pprof: decode, validate, legacy text, merge, statistics, symbols
pub mod proof; // a rule's own examples: expected lines and cross-talk
pub mod rank; // the one total order of findings
pub mod render; // one file per format: report in, bytes out
pub mod rule; // rule files -> checked rules; guards; the shipped set
pub mod scan; // rules over one file -> candidates; with the package's facts -> sites
pub mod toml_text; // TOML that people write: keys with their places, complaints, nearest words
pub mod triage; // which findings are shown and which are folded and counted // arguments, settings, the pipelines
