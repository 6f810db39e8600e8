//! What other profiles than the heap profile say of lines: where their time goes, and what they wait for.

use super::{Grade, Measured};
use std::sync::Arc;

/// What a CPU profile says of the module's lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timing {
    /// Every line that was charged time, the most first. Findings do not take from it.
    pub lines: Vec<TimedLine>,
    /// The parts of all lines together.
    pub parts: TimeParts,
    /// Time that the collector worked by itself, below no line of anybody, in nanoseconds.
    pub background_collection: i64,
}

/// One line's time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimedLine {
    /// File name to print.
    pub path: Arc<str>,
    /// 1-based line of today's source; the profile's where `grade` is `Function`.
    pub line: u32,
    /// The symbol charged.
    pub symbol: Arc<str>,
    /// How sure the line is.
    pub grade: Grade,
    /// `samples` and `cpu`.
    pub measured: Measured,
    /// What the line's own time went to.
    pub parts: TimeParts,
}

/// Time by what it went to, in nanoseconds; each sample is in one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeParts {
    /// The line's own instructions.
    pub itself: i64,
    /// The allocator, anywhere below the line: mallocgc, growslice, a map that grows, ...
    pub allocation: i64,
    /// The collector, anywhere below the line: assists, sweeping, write barriers.
    pub collection: i64,
    /// Type assertions, type switches and conversions to interfaces that the line asks the runtime for.
    pub types: i64,
    /// Map access and hashing that the line asks the runtime for.
    pub maps: i64,
    /// Library calls and the rest of the runtime.
    pub rest: i64,
}

impl TimeParts {
    /// The words of every output, with the values, in order.
    pub fn named(&self) -> [(&'static str, i64); 6] {
        let TimeParts { itself, allocation, collection, types, maps, rest } = *self;
        [
            ("itself", itself),
            ("allocation", allocation),
            ("collection", collection),
            ("types", types),
            ("maps", maps),
            ("rest", rest),
        ]
    }

    /// Adds other parts to these.
    pub fn add(&mut self, other: &TimeParts) {
        let TimeParts { itself, allocation, collection, types, maps, rest } = self;
        for (part, (_, value)) in [itself, allocation, collection, types, maps, rest].into_iter().zip(other.named()) {
            *part = part.saturating_add(value);
        }
    }

    /// All parts together.
    pub fn sum(&self) -> i64 {
        self.named().iter().fold(0, |sum, (_, value)| sum.saturating_add(*value))
    }
}

/// A line that waited, by a block profile, or that let others wait, by a mutex profile.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingLine {
    /// Which profile says so.
    pub seen_by: WaitingProfile,
    /// File name to print.
    pub path: Arc<str>,
    /// 1-based line of today's source; the profile's where `grade` is `Function`.
    pub line: u32,
    /// The symbol charged.
    pub symbol: Arc<str>,
    /// How sure the line is.
    pub grade: Grade,
    /// Contentions and the time that they took.
    pub measured: Measured,
    /// What for, the longest first.
    pub operations: Vec<WaitedFor>,
    /// The channels that the line uses so, as its source names them.
    pub channels: Vec<WaitedChannel>,
}

/// The two profiles of contention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitingProfile {
    /// Charges who waits.
    Block,
    /// Charges who lets others wait.
    Mutex,
}

/// One thing that a line waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitedFor {
    /// What.
    pub operation: WaitOperation,
    /// The library function below which it waits; `None` where the line does it itself.
    pub within: Option<Arc<str>>,
    /// In nanoseconds.
    pub delay: i64,
}

/// What one can wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitOperation {
    /// `ch <- v`
    Send,
    /// `<-ch`, also by range.
    Receive,
    /// `select`
    Select,
    /// A lock for writing.
    Lock,
    /// A lock for reading.
    ReadLock,
    /// `sync.WaitGroup`
    Group,
    /// `sync.Cond`
    Condition,
    /// Nothing itself: it unlocks, and others have waited.
    Unlock,
    /// Anything else.
    Other,
}

/// A channel that a line waits on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitedChannel {
    /// The expression, as written.
    pub name: String,
    /// How it is used.
    pub operation: WaitOperation,
    /// What its `make` says, where that is in sight.
    pub buffer: Option<Buffer>,
}

/// The buffer of a channel.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Buffer {
    /// `make(chan T)`, or size 0.
    None,
    /// So many elements, as written: `64`, `cap`.
    Of(String),
}

impl WaitingProfile {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            WaitingProfile::Block => "block",
            WaitingProfile::Mutex => "mutex",
        }
    }
}

impl WaitOperation {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            WaitOperation::Send => "send",
            WaitOperation::Receive => "receive",
            WaitOperation::Select => "select",
            WaitOperation::Lock => "lock",
            WaitOperation::ReadLock => "read-lock",
            WaitOperation::Group => "wait-group",
            WaitOperation::Condition => "condition",
            WaitOperation::Unlock => "unlock",
            WaitOperation::Other => "other",
        }
    }
}
