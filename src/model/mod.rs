//! The nouns of heaplint, each meaning one thing everywhere.
//!
//! This room imports nothing of ours and no third-party crate. It holds values, never behaviour that needs a file,
//! a clock or a terminal.

mod benchmark;
mod changed;
mod compiler;
mod dialect;
mod explanation;
mod finding;
mod fix;
mod identity;
mod measured;
mod plan;
mod problem;
mod proof;
pub mod quantity; // the only place that formats an amount
mod report;
mod revision;
mod rule_card;
mod setting;
mod standing;
mod summarised;
mod suppression;
mod tests_run;
mod text;
mod timing;
mod unasked;

pub use benchmark::{Benchmark, BenchmarkLine, BenchmarkResult, Claim, ProfiledBenchmark, Spread};
pub use changed::{Change, ChangedText};
pub use compiler::{CompilerSays, CompilerSummary, CompilerWord};
pub use dialect::{Dialect, DialectSource};
pub use explanation::{
    Behaviour, CallPlace, CallerCost, ExplainedPart, ExplainedShare, ExplainedSums, Explanation, Ladder, Lifetime,
    NamedConstruct, Rung, SizeCost,
};
pub use finding::{Confidence, Finding, Grade, Label, RuleId, Severity, Verdict};
pub use fix::{Applies, Edit, FileChange, Fix, FixSummary, FixedFinding, NewName};
pub use identity::{Fingerprint, Identity};
pub use measured::{CalleeCost, Column, Measured, SampleType, Sampling};
pub use plan::{PlannedLine, RecordingCost, RecordingPlan};
pub use problem::{Problem, ProblemKind};
pub use proof::{BeforeAfter, Proof, ProofCase, ProofClaim, ProofEstimate, ProofOnGo, ProofOutcome};
pub use report::{Hotspot, LeftOut, ProfileSummary, Report, Summary, Unplaced, VerdictCounts};
pub use revision::{FileThen, Hunk, LineNow, Repository, Revision, Written};
pub use rule_card::{RuleCard, TextBlock};
pub use setting::{
    HeldRule, HeldSetting, HeldSettings, MOST_OF_A_NUMBER, SettingKey, SettingOrigin, SettingScope, SettingShape,
};
pub use standing::{
    Accepted, AcceptedCost, BaselineEntry, BaselineSummary, ChangeSummary, ChangedLines, Newness, StaleEntry, Standing,
};
pub use summarised::SummarisedProfiles;
pub use suppression::{Suppression, SuppressionForm};
pub use tests_run::{CoverageSummary, Executions};
pub use text::{Position, Region, Source, Span};
pub use timing::{
    Buffer, TimeParts, TimedLine, Timing, WaitOperation, WaitedChannel, WaitedFor, WaitingLine, WaitingProfile,
};
pub use unasked::Unasked;
