//! What allocates on a measured line, and how its memory behaves: who asks for it, how large the objects are, how long
//! they live.

use super::{CompilerWord, Region};
use std::sync::Arc;

/// What the constructs on a line account for. All values are in the ranked sample type's unit unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// What is accounted for, largest first. The parts and `unexplained` add up to the line's own.
    pub parts: Vec<ExplainedPart>,
    /// Own of the line that no construct on it can have allocated.
    pub unexplained: i64,
}

/// The own bytes of a line that go to one construct, or to several that the profile cannot tell apart.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedPart {
    /// The constructs, in the order of the text. More than one where nothing tells them apart.
    pub constructs: Vec<NamedConstruct>,
    /// How many more there are: of a line with thousands only the first are named.
    pub more_constructs: usize,
    /// The direct callee that the bytes lie below; `None` where the line itself allocates.
    pub callee: Option<Arc<str>>,
    /// In the ranked unit.
    pub own: i64,
    /// The sizes of its objects, smallest first; empty for profiles that do not tell.
    pub sizes: Vec<SizeCost>,
    /// Bytes that the code asks for, where it asks for the same always; Go rounds them up to the size that it has.
    pub asked: Option<u64>,
    /// How it grew, where it is a slice or buffer that grows.
    pub ladder: Option<Ladder>,
}

/// How much of what is charged to lines of the source the constructs on them account for, in the ranked unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExplainedShare {
    /// What the lines allocate themselves.
    pub flat: ExplainedSums,
    /// What lies below their calls.
    pub through_calls: ExplainedSums,
}

/// Sums of one kind. Of `own` the part `explained` has a construct that fits, and of that `by_one` exactly one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExplainedSums {
    /// Charged to lines of the source.
    pub own: i64,
    /// Accounted for.
    pub explained: i64,
    /// Accounted for by one construct alone.
    pub by_one: i64,
}

/// One construct as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedConstruct {
    /// A closed set of words: `make-slice`, `append`, `call`, ...
    pub kind: &'static str,
    /// Such as "`make([]T, n)`" or "call of `fmt.Sprintf`".
    pub told: Arc<str>,
    /// Where it stands.
    pub region: Region,
    /// What the compiler says of it; `None` where it was not asked, or says nothing.
    pub compiler: Option<CompilerWord>,
}

/// Objects of one size class at one line, by allocation (in use where nothing else is known).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeCost {
    /// Bytes of each object, as Go rounds them up.
    pub size: u64,
    /// Estimated objects.
    pub objects: i64,
    /// Estimated bytes.
    pub bytes: i64,
    /// How many were sampled.
    pub samples: u64,
}

/// Repeated growth, seen in the sizes of what was allocated.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// Smallest first; at least three.
    pub rungs: Vec<Rung>,
    /// Bytes that were allocated only to be copied into something larger: what a right size at the start avoids. `None` where the
    /// rungs do not follow from one another within the sampling error.
    pub outgrown: Option<i64>,
    /// Room for nine in ten of what was grown, in bytes: the capacity to write. `None` where `outgrown` is.
    pub room: Option<u64>,
}

/// One size of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Bytes of each object.
    pub size: u64,
    /// Estimated objects that were allocated with this size.
    pub objects: i64,
    /// Those of them that grew no further.
    pub final_objects: i64,
}

/// How the memory of a line behaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Behaviour {
    /// How long it lives, where enough was sampled to say.
    pub lifetime: Option<Lifetime>,
    /// Who asks for it, by value, largest first: the nearest other function of the module on the stack, else whoever called. The
    /// values add up to what the line is charged with.
    pub callers: Vec<CallerCost>,
    /// The part of own that a `sync.Pool` asked for because it was empty.
    pub pool_misses: i64,
}

/// What a profile says of how long objects live, at the moment when it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// Nearly all of it was freed: churn.
    ShortLived,
    /// Some was freed and some is in use.
    Mixed,
    /// At least half of it is in use.
    Retained,
}

/// One function that asks for a line's memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerCost {
    /// Its symbol, without type arguments; `None` where the function starts a goroutine.
    pub symbol: Option<Arc<str>>,
    /// In the ranked unit.
    pub value: i64,
    /// The line of it that costs most by its calls, as the source stands now; `None` where that is not of the module, or not known.
    pub call: Option<CallPlace>,
}

/// A line that calls.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CallPlace {
    /// File name to print.
    pub path: Arc<str>,
    /// 1-based.
    pub line: u32,
}

impl Explanation {
    /// What the constructs account for together.
    pub fn explained(&self) -> i64 {
        self.parts.iter().fold(0, |sum: i64, part| sum.saturating_add(part.own))
    }
}

impl Lifetime {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Lifetime::ShortLived => "short-lived",
            Lifetime::Mixed => "mixed",
            Lifetime::Retained => "retained",
        }
    }
}
