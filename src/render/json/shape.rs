//! The structs of JSON version 1 and how they are made from the report.
//!
//! Fields are written in the order in which they stand here. `docs/json.md` says what each one means; a test holds the
//! two together. A later version is a new file beside this one.

use super::benchmarks::Benchmark;
use super::compiler;
use super::explanation::{Behaviour, ExplainedShare, Explanation};
use super::fixes::{Fix, Fixes};
use super::old_code::{Accepted, Baseline, Change};
use super::proof::Estimate;
use super::summarised::SummarisedProfiles;
use super::suppressed::Suppressed;
use super::tests_run::{CoverageSummary, Executions};
use super::timing::{Timing, WaitingLine};
use super::unasked;
use crate::model::{self, Report};
use crate::render::quantity;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeSet;

/// The document.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Document<'a> {
    pub(super) schema_version: u32,
    pub(super) tool: Tool<'a>,
    pub(super) summary: Summary<'a>,
    pub(super) findings: Vec<Finding<'a>>,
    pub(super) hotspots: Vec<Hotspot<'a>>,
    pub(super) unplaced: Vec<Unplaced<'a>>,
    pub(super) timing: Option<Timing<'a>>,
    pub(super) waiting: Vec<WaitingLine<'a>>,
    pub(super) benchmarks: Vec<Benchmark<'a>>,
    pub(super) fixes: Option<Fixes<'a>>,
    pub(super) problems: Vec<Problem<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Tool<'a> {
    name: &'static str,
    version: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Summary<'a> {
    files: usize,
    rules: usize,
    unasked: unasked::Unasked<'a>,
    left_out: LeftOut,
    verdicts: Verdicts<'a>,
    broken_declarations: usize,
    profile: Option<Profile<'a>>,
    other_profiles: Vec<Profile<'a>>,
    coverage: Option<CoverageSummary<'a>>,
    compiler: Option<compiler::Summary<'a>>,
    change: Option<Change<'a>>,
    baseline: Option<Baseline<'a>>,
    warnings: &'a [String],
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LeftOut {
    vendor: usize,
    testdata: usize,
    generated: usize,
    tests: usize,
    excluded: usize,
    ignored: usize,
}

/// Every verdict's word with its count, zeros too.
pub(super) struct Verdicts<'a>(&'a model::VerdictCounts);

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Profile<'a> {
    paths: &'a [String],
    sample_type: SampleType<'a>,
    taken: Option<String>,
    dialect: &'a str,
    dialect_source: &'static str,
    revision: Option<&'a str>,
    platform: &'a str,
    files_not_built: usize,
    summarised: Option<SummarisedProfiles<'a>>,
    samples: usize,
    period: i64,
    period_unit: &'a str,
    total: i64,
    own: i64,
    claimed: i64,
    unplaced: i64,
    noise: i64,
    by_grade: ByGrade,
    explained: ExplainedShare,
    warnings: &'a [String],
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SampleType<'a> {
    kind: &'a str,
    unit: &'a str,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ByGrade {
    exact: i64,
    aligned: i64,
    function: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Finding<'a> {
    rule: &'a str,
    fingerprint: String,
    newness: Option<&'static str>,
    accepted: Option<Accepted<'a>>,
    severity: &'static str,
    confidence: &'static str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<Option<f64>>,
    grade: &'static str,
    shown: bool,
    suppressed: Option<Suppressed<'a>>,
    path: &'a str,
    span: Span,
    cost_lines: &'a [u32],
    symbol: Option<&'a str>,
    message: &'a str,
    help: &'a str,
    fix: Option<Fix<'a>>,
    notes: &'a [String],
    measured: Option<Measured<'a>>,
    function_cost: Option<Measured<'a>>,
    charged_to_callers: Option<i64>,
    estimate: Option<Estimate<'a>>,
    explanation: Option<Explanation<'a>>,
    behaviour: Option<Behaviour<'a>>,
    compiler: Vec<compiler::Word<'a>>,
    executions: Option<Executions>,
    judged_by: Option<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Span {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Hotspot<'a> {
    path: &'a str,
    line: u32,
    symbol: &'a str,
    grade: &'static str,
    construct: Option<&'a str>,
    explanation: Explanation<'a>,
    behaviour: Behaviour<'a>,
    measured: Measured<'a>,
    notes: &'a [String],
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Unplaced<'a> {
    symbol: &'a str,
    file: &'a str,
    line: u32,
    reason: &'a str,
    measured: Measured<'a>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Problem<'a> {
    kind: &'static str,
    path: &'a str,
    span: Option<Span>,
    message: &'a str,
}

/// An object with one entry per sample type, in the profile's order.
pub(super) struct Measured<'a>(pub(super) &'a model::Measured);

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Column<'a> {
    unit: &'a str,
    own: i64,
    flat: i64,
    cum: i64,
    low: Option<f64>,
    high: Option<f64>,
    share: Option<f64>,
    share_low: Option<f64>,
    share_high: Option<f64>,
    significant: bool,
    noise: i64,
    tiny_blocks: i64,
    samples: u64,
    by_callee: Vec<Callee<'a>>,
    cum_by_callee: Vec<Callee<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Callee<'a> {
    callee: Option<&'a str>,
    value: i64,
}

impl<'a> Document<'a> {
    /// The document for `report`, made by heaplint `version`.
    pub(super) fn new(report: &'a Report, version: &'a str) -> Self {
        let shown: BTreeSet<usize> = report.shown.iter().copied().collect();
        let finding = |(at, finding): (usize, &'a model::Finding)| {
            Finding::new(finding, report.sources.get(&finding.path), shown.contains(&at))
        };
        Document {
            schema_version: 1,
            tool: Tool { name: "heaplint", version },
            summary: Summary::from(&report.summary),
            findings: report.findings.iter().enumerate().map(finding).collect(),
            hotspots: report.hotspots.iter().map(Hotspot::from).collect(),
            unplaced: report.unplaced.iter().map(Unplaced::from).collect(),
            timing: report.timing.as_ref().map(Timing::from),
            waiting: report.waiting.iter().map(WaitingLine::from).collect(),
            benchmarks: report.benchmarks.iter().map(Benchmark::from).collect(),
            fixes: Fixes::of(&report.fixes),
            problems: report.problems.iter().map(Problem::from).collect(),
        }
    }
}

impl<'a> Finding<'a> {
    fn new(finding: &'a model::Finding, source: Option<&model::Source>, shown: bool) -> Self {
        let bound = match finding.verdict {
            model::Verdict::Cold { bound } => Some(finite(bound)),
            _ => None,
        };
        Finding {
            rule: &finding.rule,
            fingerprint: finding.identity.fingerprint.to_string(),
            newness: finding.standing.newness.map(model::Newness::word),
            accepted: finding.standing.accepted.as_ref().map(Accepted::from),
            severity: finding.severity.word(),
            confidence: finding.confidence.word(),
            verdict: finding.verdict.word(),
            bound,
            grade: finding.grade.word(),
            shown,
            path: &finding.path,
            span: Span::from(&finding.region),
            cost_lines: &finding.cost_lines,
            symbol: finding.symbol.as_deref(),
            message: &finding.message,
            help: &finding.help,
            suppressed: finding.suppressed.as_ref().map(Suppressed::from),
            fix: finding.fix.as_ref().zip(source).map(|(fix, source)| Fix::new(fix, source)),
            notes: &finding.notes,
            measured: finding.measured.as_ref().map(Measured),
            function_cost: finding.function_cost.as_ref().map(Measured),
            charged_to_callers: finding.charged_to_callers,
            estimate: finding.estimate.as_ref().map(Estimate::from),
            explanation: finding.measured.as_ref().map(|_| Explanation::from(&finding.explanation)),
            behaviour: finding.measured.as_ref().map(|_| Behaviour::from(&finding.behaviour)),
            compiler: finding.compiler.iter().map(compiler::Word::from).collect(),
            executions: finding.executions.map(Executions::from),
            judged_by: finding.judged_by.as_ref().map(|judged| &*judged.kind),
        }
    }
}

impl<'a> From<&'a model::Summary> for Summary<'a> {
    fn from(summary: &'a model::Summary) -> Self {
        let model::LeftOut { vendor, testdata, generated, tests, excluded, ignored } = summary.left_out;
        Summary {
            files: summary.files,
            rules: summary.rules,
            unasked: unasked::Unasked::from(&summary.unasked),
            left_out: LeftOut { vendor, testdata, generated, tests, excluded, ignored },
            verdicts: Verdicts(&summary.verdicts),
            broken_declarations: summary.broken_declarations,
            profile: summary.profile.as_ref().map(Profile::from),
            coverage: summary.coverage.as_ref().map(CoverageSummary::from),
            other_profiles: summary.other_profiles.iter().map(Profile::from).collect(),
            compiler: summary.compiler.as_ref().map(compiler::Summary::from),
            change: summary.change.as_ref().map(Change::from),
            baseline: summary.baseline.as_ref().map(Baseline::from),
            warnings: &summary.warnings,
        }
    }
}

impl<'a> From<&'a model::ProfileSummary> for Profile<'a> {
    fn from(profile: &'a model::ProfileSummary) -> Self {
        let [exact, aligned, function] = profile.by_grade;
        Profile {
            paths: &profile.paths,
            sample_type: SampleType { kind: &profile.sample_type.kind, unit: &profile.sample_type.unit },
            taken: profile.taken.map(quantity::utc),
            dialect: &profile.dialect,
            dialect_source: profile.dialect_source.word(),
            revision: profile.revision.as_deref(),
            platform: &profile.platform,
            files_not_built: profile.files_not_built,
            summarised: profile.summarised.as_ref().map(SummarisedProfiles::of),
            samples: profile.samples,
            period: profile.period,
            period_unit: &profile.period_unit,
            total: profile.total,
            own: profile.own,
            claimed: profile.claimed,
            unplaced: profile.unplaced,
            noise: profile.noise,
            by_grade: ByGrade { exact, aligned, function },
            explained: ExplainedShare::from(profile.explained),
            warnings: &profile.warnings,
        }
    }
}

impl<'a> From<&'a model::Hotspot> for Hotspot<'a> {
    fn from(hotspot: &'a model::Hotspot) -> Self {
        Hotspot {
            path: &hotspot.path,
            line: hotspot.line,
            symbol: &hotspot.symbol,
            grade: hotspot.grade.word(),
            construct: hotspot
                .explanation
                .parts
                .first()
                .and_then(|part| part.constructs.first())
                .map(|first| &*first.told),
            explanation: Explanation::from(&hotspot.explanation),
            behaviour: Behaviour::from(&hotspot.behaviour),
            measured: Measured(&hotspot.measured),
            notes: &hotspot.notes,
        }
    }
}

impl<'a> From<&'a model::Unplaced> for Unplaced<'a> {
    fn from(unplaced: &'a model::Unplaced) -> Self {
        Unplaced {
            symbol: &unplaced.symbol,
            file: &unplaced.file,
            line: unplaced.line,
            reason: &unplaced.reason,
            measured: Measured(&unplaced.measured),
        }
    }
}

impl<'a> From<&'a model::Problem> for Problem<'a> {
    fn from(problem: &'a model::Problem) -> Self {
        Problem {
            kind: problem.kind.word(),
            path: &problem.path,
            span: problem.region.as_ref().map(Span::from),
            message: &problem.message,
        }
    }
}

impl From<&model::Region> for Span {
    fn from(region: &model::Region) -> Self {
        Span {
            start_line: region.start.line,
            start_column: region.start.column,
            end_line: region.end.line,
            end_column: region.end.column,
        }
    }
}

impl<'a> From<&'a model::Column> for Column<'a> {
    fn from(column: &'a model::Column) -> Self {
        let callee = |cost: &'a model::CalleeCost| Callee { callee: cost.callee.as_deref(), value: cost.value };
        Column {
            unit: &column.sample_type.unit,
            own: column.own,
            flat: column.flat,
            cum: column.cum,
            low: finite(column.low),
            high: finite(column.high),
            share: finite(column.share),
            share_low: finite(column.sampling.share_low),
            share_high: finite(column.sampling.share_high),
            significant: column.sampling.significant,
            noise: column.sampling.noise,
            tiny_blocks: column.sampling.tiny_blocks,
            samples: column.samples,
            by_callee: column.by_callee.iter().map(callee).collect(),
            cum_by_callee: column.cum_by_callee.iter().map(callee).collect(),
        }
    }
}

impl Serialize for Measured<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.columns.len()))?;
        let mut written: Vec<&str> = Vec::new();
        for column in &self.0.columns {
            let kind = &*column.sample_type.kind;
            // Two entries of one name would leave it to each parser which one it keeps.
            let before = written.iter().filter(|other| **other == kind).count();
            written.push(kind);
            match before {
                0 => map.serialize_entry(kind, &Column::from(column))?,
                _ => map.serialize_entry(&format!("{kind}#{}", before + 1), &Column::from(column))?,
            }
        }
        map.end()
    }
}

impl Serialize for Verdicts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(model::Verdict::WORDS.len()))?;
        for word in model::Verdict::WORDS {
            map.serialize_entry(word, &self.0.0.get(word).copied().unwrap_or(0))?;
        }
        map.end()
    }
}

/// JSON has no word for infinities and not-a-number: they become `null`. Minus zero becomes zero.
pub(super) fn finite(value: f64) -> Option<f64> {
    if value.is_finite() { Some(value + 0.0) } else { None }
}
