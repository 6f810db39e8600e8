//! A checked rule: what loading has made of a rule's files. Nothing else makes one, so that whoever holds a rule need not
//! doubt it.

use super::fix::RuleFix;
use super::guard::{Capture, Guard};
use super::needed_imports::needed_imports;
use super::pattern::CostMatcher;
use super::proof_file::read_proof;
use super::query::Query;
use super::template::Template;
use crate::go::kinds::Kind;
use crate::model::{Applies, Confidence, Dialect, Proof, RuleId, Severity};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What a rule's cost can be measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasuredBy {
    /// A heap profile.
    Heap,
    /// A CPU profile.
    Cpu,
    /// A block profile.
    Block,
    /// A mutex profile.
    Mutex,
    /// Nothing: it is about correctness.
    Nothing,
}

impl MeasuredBy {
    /// The words of rule files and of every output.
    pub const WORDS: [(&'static str, MeasuredBy); 5] = [
        ("heap", MeasuredBy::Heap),
        ("cpu", MeasuredBy::Cpu),
        ("block", MeasuredBy::Block),
        ("mutex", MeasuredBy::Mutex),
        ("nothing", MeasuredBy::Nothing),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            MeasuredBy::Heap => "heap",
            MeasuredBy::Cpu => "cpu",
            MeasuredBy::Block => "block",
            MeasuredBy::Mutex => "mutex",
            MeasuredBy::Nothing => "nothing",
        }
    }
}

/// What can decide against a rule's findings without a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecidedBy {
    /// The compiler's escape analysis: the rule charges values of constant size, which cost nothing where they do not escape.
    Escape,
}

impl DecidedBy {
    /// The words of rule files.
    pub const WORDS: [(&'static str, DecidedBy); 1] = [("escape", DecidedBy::Escape)];
}

/// Which bytes of a heap profile a rule is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counts {
    /// What the run ranks by: what was allocated, unless the user says otherwise.
    Ranked,
    /// What is in use when the profile is taken: the rule is about memory that stays.
    InUse,
}

impl Counts {
    /// The words of rule files.
    pub const WORDS: [(&'static str, Counts); 1] = [("in-use", Counts::InUse)];
}

/// What a profile must show of a finding's lines beside their bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shows {
    /// Sizes that follow one another as a slice or buffer grows.
    Growth,
    /// Nearly all of what was allocated has been freed.
    ShortLived,
    /// At least half of it is in use.
    Retained,
    /// Objects of four kilobytes or more, on average.
    LargeObjects,
}

impl Shows {
    /// The words of rule files.
    pub const WORDS: [(&'static str, Shows); 4] = [
        ("growth", Shows::Growth),
        ("short-lived", Shows::ShortLived),
        ("retained", Shows::Retained),
        ("large-objects", Shows::LargeObjects),
    ];
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its one name.
    pub id: RuleId,
    /// At most ten words.
    pub title: String,
    /// The group that it belongs to.
    pub group: String,
    /// The rule whose pattern this one finds in another spelling: the two count as one pattern.
    pub spelling_of: Option<RuleId>,
    /// How bad if true.
    pub severity: Severity,
    /// How sure of the pattern.
    pub confidence: Confidence,
    /// Where to read more.
    pub references: Vec<String>,
    /// Alternatives of words that must all stand in a declaration; matching starts at the first.
    pub trigger: Vec<Vec<String>>,
    /// Names of captures, by index: those of the query first.
    pub captures: Vec<String>,
    /// Conditions, in the order in which they are judged.
    pub guards: Vec<Guard>,
    /// The compilers for which it is true.
    pub go: Dialect,
    /// The oldest N of a `go 1.N` line of go.mod under which its advice compiles; 0 where any will do.
    pub line: u16,
    /// Build tags: in files that are built only with one of them it is not true.
    pub except_tags: Vec<String>,
    /// What measures it.
    pub measured_by: MeasuredBy,
    /// Which bytes of a cost line are its own.
    pub cost: Vec<CostMatcher>,
    /// What can decide against it, if anything can.
    pub decided_by: Option<DecidedBy>,
    /// Whether only a profile justifies it: what none has measured is not reported.
    pub needs_profile: bool,
    /// Conditions beside those of `guards`: where one of them surely holds, only a profile justifies the finding.
    pub needs_profile_where: Vec<Guard>,
    /// What else that profile must show; all of it.
    pub shows: Vec<Shows>,
    /// Which bytes it is judged by, where a heap profile measures it.
    pub counts: Counts,
    /// Captures whose lines are charged.
    pub cost_captures: Vec<Capture>,
    /// What a finding says.
    pub say: Say,
    /// What `heaplint explain` says.
    pub explain: Explain,
    /// What it knows to write instead: of several the first that fits is offered.
    pub fixes: Vec<RuleFix>,
    /// The query.
    pub query_text: String,
    /// Whose it is.
    pub origin: Origin,
    /// The text of its proof; of shipped rules alone.
    pub(super) proof_text: Option<&'static str>,
    /// The kinds of nodes that the query's patterns begin with.
    pub anchors: Vec<Kind>,
    pub(super) read: OnceLock<Option<Query>>,
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    /// One sentence.
    pub message: Template,
    /// What the diagnostic points at.
    pub at: Capture,
    /// What stands there.
    pub label: Template,
    /// What stands at other captures.
    pub labels: Vec<(Capture, Template)>,
    /// What to write instead.
    pub help: Template,
}

/// The five parts of an explanation, in the order in which they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explain {
    /// What it finds.
    pub what: String,
    /// The mechanism that allocates.
    pub why: String,
    /// What a profile shows when it matters.
    pub profile: String,
    /// What to write instead.
    pub write: String,
    /// When to leave the code alone.
    pub leave: String,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// heaplint itself.
    Shipped,
    /// The folder of a repository's own rule.
    Folder(String),
}

impl Rule {
    /// Whether it is true for some compiler of the range.
    pub fn applies_to(&self, dialect: Dialect) -> bool {
        self.go.oldest <= dialect.newest && dialect.oldest <= self.go.newest
    }

    /// Whether one of its conditions asks what function bodies do with what they take by value.
    pub fn asks_bodies(&self) -> bool {
        self.guards.iter().chain(&self.needs_profile_where).any(Guard::asks_bodies)
    }

    /// The oldest compiler for which it is true, as a minor version; `None` where it was always true.
    pub fn since_go(&self) -> Option<u16> {
        (self.go.oldest > 0).then_some(self.go.oldest)
    }

    /// The newest compiler for which it is true; `None` where it still is.
    pub fn until_go(&self) -> Option<u16> {
        (self.go.newest < u16::MAX).then_some(self.go.newest)
    }

    /// The best that its fixes are, where it has any.
    pub fn fix(&self) -> Option<Applies> {
        self.fixes.iter().map(|fix| fix.applies).min()
    }

    /// What its cure saves on its own examples; `None` where nobody measured it, as with a repository's own rules. Read each
    /// time, and only where it is asked for: most runs need few proofs.
    pub fn proof(&self) -> Option<Proof> {
        read_proof(self.proof_text?).ok()
    }

    /// Packages of which a file must import one before the rule can be true of it; `None` where it can be true of any file.
    pub fn needed_imports(&self) -> Option<BTreeSet<String>> {
        needed_imports(&self.guards)
    }

    /// The query, read when it is first asked for; `None` where it cannot be read, which loading refuses for foreign rules and
    /// tests for shipped ones.
    pub fn query(&self) -> Option<&Query> {
        self.read.get_or_init(|| Query::read(&self.query_text).ok()).as_ref()
    }
}

impl Say {
    /// Whether some text of it prints the type of this capture.
    pub fn prints_type_of(&self, capture: usize) -> bool {
        let templates =
            [&self.message, &self.label, &self.help].into_iter().chain(self.labels.iter().map(|(_, text)| text));
        templates.into_iter().any(|template| template.prints_type_of(capture))
    }
}
