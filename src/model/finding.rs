//! A finding: a site with its observations, severity, confidence and verdict.

use super::{
    Behaviour, Column, CompilerWord, Executions, Explanation, Fix, Identity, Measured, ProofEstimate, Region,
    SampleType, Span, Standing, Suppression,
};
use std::sync::Arc;

/// The word that names a rule everywhere: folder, query, docs anchor, suppression.
pub type RuleId = Arc<str>;

/// How bad the pattern is if the finding is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The program can read or corrupt memory that it does not own. Never folded, never ranked by cost.
    Error,
    /// It allocates on every execution and a cure exists.
    Warning,
    /// It costs CPU or little memory; worth knowing where it is hot.
    Note,
}

/// How sure the pattern alone makes us, before any measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The types were seen and no known optimisation applies.
    High,
    /// It usually allocates; the compiler may avoid it.
    Medium,
    /// It depends on run-time values that syntax does not show.
    Low,
}

/// The answer of the cross-check between source and evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// No profile was given.
    Unprofiled,
    /// The lower bound of its own share reaches the bar.
    Hot,
    /// Measured, below the bar.
    Measured,
    /// Its function was sampled and its cost lines were not; at most `bound` (in the unit of `judged_by`, 95 %) was missed.
    Cold {
        /// The most that sampling could have missed, 95 %.
        bound: f64,
    },
    /// Its function was not sampled, or the bound is too wide to call it cold.
    Unseen,
    /// The profiled build or revision did not have this code.
    New,
    /// Its lines cost memory that this rule does not account for: through other callees, or by another construct.
    Elsewhere,
    /// The source has changed since the profile; only the function could be matched.
    Stale,
    /// The compiler decides against it, where its word is decisive.
    Refuted,
    /// Nothing that was given measures this rule.
    Unmeasured,
}

/// How a site and an observation met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The line of the same number in the file of the same name, beyond reasonable doubt.
    Exact,
    /// Another line, which git or what the lines can be charged with gives; or the same with a little doubt.
    Aligned,
    /// Only the function could be matched.
    Function,
    /// They did not meet.
    None,
}

/// A second stretch of code that a diagnostic points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Bytes of the finding's file.
    pub span: Span,
    /// A few words, such as "grows here".
    pub text: String,
}

/// One flagged site with everything that is known of its cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that flags it.
    pub rule: RuleId,
    /// What it is known by from one run to the next.
    pub identity: Identity,
    /// The directive that lets it stand; `None` where there is none.
    pub suppressed: Option<Suppression>,
    /// Whether it is about a directive rather than about code, so that no profile can speak of it.
    pub of_directive: bool,
    /// Whether it is held against anybody.
    pub standing: Standing,
    /// How bad if true.
    pub severity: Severity,
    /// How sure of the pattern.
    pub confidence: Confidence,
    /// What was measured.
    pub verdict: Verdict,
    /// How the measurement met the source.
    pub grade: Grade,
    /// File name to print.
    pub path: Arc<str>,
    /// The bytes reported.
    pub span: Span,
    /// The same as lines and columns.
    pub region: Region,
    /// What the primary label says, a few words.
    pub label: String,
    /// Other places to point at, cost lines among them.
    pub labels: Vec<Label>,
    /// The lines whose cost is this finding's, ascending, 1-based.
    pub cost_lines: Vec<u32>,
    /// The symbol of the enclosing function as a heap profile would spell it, such as `example.com/m/lib.(*T).M`.
    pub symbol: Option<Arc<str>>,
    /// One sentence: what is wrong here.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// What can be written instead by itself.
    pub fix: Option<Fix>,
    /// Why it allocates, what else shares the line, how sure the numbers are: one sentence each.
    pub notes: Vec<String>,
    /// Cost in the profiles, where it was measured.
    pub measured: Option<Measured>,
    /// Of a stale finding what its function is charged with on lines that could not be matched, in the columns of the profile
    /// that measures its rule. Every finding of the function has the same, so that it is nobody's own.
    pub function_cost: Option<Measured>,
    /// What its lines cost that is charged to their callers, because its function is looked through (`--transparent`), in the
    /// unit of `judged_by`; `None` where nothing is.
    pub charged_to_callers: Option<i64>,
    /// What the rule's own example lets expect, where no evidence tells what this place costs.
    pub estimate: Option<ProofEstimate>,
    /// How often the tests ran its lines, where coverage was given and knows them.
    pub executions: Option<Executions>,
    /// The sample type that the verdict is about; `None` where nothing that was given measures the rule.
    pub judged_by: Option<SampleType>,
    /// What allocates on its cost lines, where it was measured.
    pub explanation: Explanation,
    /// How that memory behaves, where it was measured.
    pub behaviour: Behaviour,
    /// What the compiler says of its constructs, in the order of the text; empty where it was not asked or says nothing.
    pub compiler: Vec<CompilerWord>,
}

impl Finding {
    /// The column that the verdict is about.
    pub fn judged(&self) -> Option<&Column> {
        self.measured.as_ref()?.column(&self.judged_by.as_ref()?.kind)
    }

    /// What its function cost on lines that could not be matched, where it is stale, and the column of it that it is told by.
    pub fn stale_cost(&self) -> Option<(&Measured, &Column)> {
        let cost = self.function_cost.as_ref().filter(|_| self.verdict == Verdict::Stale)?;
        Some((cost, cost.column(&self.judged_by.as_ref()?.kind)?))
    }
}

impl Severity {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

impl Confidence {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }
}

impl Verdict {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Unprofiled => "unprofiled",
            Verdict::Hot => "hot",
            Verdict::Measured => "measured",
            Verdict::Cold { .. } => "cold",
            Verdict::Unseen => "unseen",
            Verdict::New => "new",
            Verdict::Elsewhere => "elsewhere",
            Verdict::Stale => "stale",
            Verdict::Refuted => "refuted",
            Verdict::Unmeasured => "unmeasured",
        }
    }

    /// Every word, in the order in which summaries count them.
    pub const WORDS: [&'static str; 10] =
        ["hot", "measured", "stale", "elsewhere", "cold", "unseen", "new", "refuted", "unmeasured", "unprofiled"];
}

impl Grade {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Grade::Exact => "exact",
            Grade::Aligned => "aligned",
            Grade::Function => "function",
            Grade::None => "none",
        }
    }
}
