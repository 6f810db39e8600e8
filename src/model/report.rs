//! The report: everything that a renderer may know.

use super::{
    BaselineSummary, Behaviour, Benchmark, ChangeSummary, CompilerSummary, CoverageSummary, DialectSource, Edit,
    ExplainedShare, Explanation, Finding, FixSummary, Grade, Measured, Problem, RuleCard, RuleId, SampleType, Source,
    SummarisedProfiles, Timing, Unasked, WaitingLine,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One run's answer, in the order in which it is told.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// All findings, ranked; those that triage folds are among them and marked in `summary.folded`.
    pub findings: Vec<Finding>,
    /// Indices into `findings` that a person should read, in order. The others are counted, not drawn.
    pub shown: Vec<usize>,
    /// Own bytes of lines that no finding claims, largest first.
    pub hotspots: Vec<Hotspot>,
    /// Samples that fit no place.
    pub unplaced: Vec<Unplaced>,
    /// Where the time of lines goes, by a CPU profile.
    pub timing: Option<Timing>,
    /// Lines that wait for locks or channels, and lines that let others wait, by block and mutex profiles.
    pub waiting: Vec<WaitingLine>,
    /// Benchmarks beside the heap profile of their run, in the order printed.
    pub benchmarks: Vec<Benchmark>,
    /// What became of fixes.
    pub fixes: FixSummary,
    /// What was left undone.
    pub problems: Vec<Problem>,
    /// The totals.
    pub summary: Summary,
    /// The text of every file that a finding or a hotspot points at, by path.
    pub sources: BTreeMap<Arc<str>, Source>,
    /// What each rule named by a finding is, by id.
    pub rules: BTreeMap<RuleId, RuleCard>,
    /// Of findings that can be fixed the edits of the whole file that fix this one alone, imports and blanks included, by index into
    /// `findings`; empty where no format asks for them.
    pub lone_fixes: BTreeMap<usize, Vec<Edit>>,
    /// How many findings that can be fixed are not among them, because there are too many in files too large.
    pub lone_fixes_left_out: usize,
}

/// The own bytes of one line that no finding claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Hotspot {
    /// File name to print; the profile's own name where the file was not found.
    pub path: Arc<str>,
    /// 1-based line, as the source stands now where alignment moved it; the profile's where `grade` is `Function`.
    pub line: u32,
    /// The symbol charged.
    pub symbol: Arc<str>,
    /// How sure the line is; `Function` where only the function could be matched.
    pub grade: Grade,
    /// What allocates there; without parts where the line is not known today or the cost only passes through.
    pub explanation: Explanation,
    /// How its memory behaves.
    pub behaviour: Behaviour,
    /// The cost.
    pub measured: Measured,
    /// How sure the line and the numbers are: one sentence each.
    pub notes: Vec<String>,
}

/// Samples that belong to the module and fit no place, or do not belong to it although a name says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    /// The symbol of the innermost frame concerned.
    pub symbol: Arc<str>,
    /// The profile's file name and line.
    pub file: Arc<str>,
    /// The profile's line.
    pub line: u32,
    /// Why it fits nowhere, as a sentence.
    pub reason: String,
    /// The cost.
    pub measured: Measured,
}

/// The totals of a run.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files scanned.
    pub files: usize,
    /// Rules run.
    pub rules: usize,
    /// What was left out by default, by reason.
    pub left_out: LeftOut,
    /// Findings by verdict.
    pub verdicts: VerdictCounts,
    /// Declarations with syntax errors.
    pub broken_declarations: usize,
    /// What coverage was given.
    pub coverage: Option<CoverageSummary>,
    /// The profile that findings are ranked by, when one was given.
    pub profile: Option<ProfileSummary>,
    /// What the compiler wrote, where that was read.
    pub compiler: Option<CompilerSummary>,
    /// The profiles beside it, one of each kind at most.
    pub other_profiles: Vec<ProfileSummary>,
    /// What of it is new by a change, where one was asked about.
    pub change: Option<ChangeSummary>,
    /// What of it was accepted, where a baseline was given.
    pub baseline: Option<BaselineSummary>,
    /// Rules that need a profile and could not be asked.
    pub unasked: Unasked,
    /// Doubts about what the run was told to do, one sentence each.
    pub warnings: Vec<String>,
}

/// Files that were found and not scanned, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Below a `vendor` folder.
    pub vendor: usize,
    /// Below a `testdata` folder, or a name that starts with `_` or `.`.
    pub testdata: usize,
    /// With the standard "Code generated ... DO NOT EDIT." header.
    pub generated: usize,
    /// `_test.go`.
    pub tests: usize,
    /// Covered by an exclude pattern of the settings.
    pub excluded: usize,
    /// Ignored by git. Counted where git ignores single files; an ignored folder counts once.
    pub ignored: usize,
}

/// How many findings have each verdict, by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerdictCounts(pub BTreeMap<&'static str, usize>);

/// What a profile holds and how much of it was understood. All values in the unit of `sample_type`.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileSummary {
    /// The files read, as given.
    pub paths: Vec<String>,
    /// The sample type that findings are ranked or judged by.
    pub sample_type: SampleType,
    /// When it was taken, nanoseconds since 1970, UTC; the earliest of several. `None` where no profile says: the text form
    /// does not.
    pub taken: Option<i64>,
    /// The compiler that built it, such as "go1.27" or "go1.24 to go1.26".
    pub dialect: String,
    /// How that is known.
    pub dialect_source: DialectSource,
    /// The commit that was profiled, where the user says so; several repositories have one each.
    pub revision: Option<String>,
    /// What it is a summary of, where it is one.
    pub summarised: Option<SummarisedProfiles>,
    /// Samples in the profile.
    pub samples: usize,
    /// The mean distance between two samples: `MemProfileRate` bytes, or the nanoseconds of a CPU profile.
    pub period: i64,
    /// The unit of `period`.
    pub period_unit: Arc<str>,
    /// The total of the profile.
    pub total: i64,
    /// What lines of the module were charged with.
    pub own: i64,
    /// The part of `own` that findings claim, each byte once.
    pub claimed: i64,
    /// The part of `own` that fits no line of the source.
    pub unplaced: i64,
    /// The part of `own` that is the collector's own small objects, charged to whoever set it off: in no finding's and no
    /// hotspot's cost.
    pub noise: i64,
    /// The part of `own` placed by grade: exact, aligned, function.
    pub by_grade: [i64; 3],
    /// How much of `own` the constructs on its lines account for, findings included.
    pub explained: ExplainedShare,
    /// The system and architecture that it ran on as far as they are known, such as "linux/amd64", "linux", or nothing.
    pub platform: String,
    /// Scanned files that the profiled program surely does not hold: build constraints exclude them, or they are tests.
    pub files_not_built: usize,
    /// Warnings about the evidence, one sentence each.
    pub warnings: Vec<String>,
}
