//! What a profile measured, per sample type, with its sampling error beside every value.

use std::sync::Arc;

/// The kind and unit of one value column of a profile, named as pprof names them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SampleType {
    /// pprof's type: `alloc_space`, `inuse_objects`, `cpu`, ...
    pub kind: Arc<str>,
    /// pprof's unit: `bytes`, `count`, `nanoseconds`, ...
    pub unit: Arc<str>,
}

/// The cost of one place or finding, one column per sample type, in the profile's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// One column per sample type.
    pub columns: Vec<Column>,
}

impl Measured {
    /// The column of the sample type named `kind`.
    pub fn column(&self, kind: &str) -> Option<&Column> {
        self.columns.iter().find(|column| &*column.sample_type.kind == kind)
    }
}

/// One sample type's cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which value this is.
    pub sample_type: SampleType,
    /// Charged to this line as the innermost frame of the module.
    pub own: i64,
    /// The part of `own` with no frame below it; pprof's flat, restricted to what the cost matcher accepts.
    pub flat: i64,
    /// Everything at or below this line, each sample once; pprof's cum.
    pub cum: i64,
    /// Lower bound of the 90 % interval of `own`; not a number where the profile does not tell how it was sampled.
    pub low: f64,
    /// Upper bound of the 90 % interval of `own`, likewise.
    pub high: f64,
    /// `own` as a part of the profile's total, 0 to 1.
    pub share: f64,
    /// What chance leaves open, and what is set apart.
    pub sampling: Sampling,
    /// How many allocations were really sampled for `own`, before Go's scaling; of a CPU profile its samples, of a block or
    /// mutex profile the contentions.
    pub samples: u64,
    /// `own` by direct callee; `None` is flat. Ordered by value, largest first, then by name.
    pub by_callee: Vec<CalleeCost>,
    /// `cum` by direct callee, in the same order.
    pub cum_by_callee: Vec<CalleeCost>,
}

impl Column {
    /// What costs are compared by: the lower bound of `own`, or `own` itself where its error is unknown.
    pub fn surely(&self) -> f64 {
        if self.low.is_nan() { self.own as f64 } else { self.low }
    }

    /// The same as a part of the profile's total.
    pub fn sure_share(&self) -> f64 {
        if self.sampling.share_low.is_nan() { self.share } else { self.sampling.share_low }
    }

    /// Whether it is at least this part of the profile's total, by samples that are enough to say so.
    pub fn is_surely(&self, share: f64) -> bool {
        self.own > 0 && self.sampling.significant && self.sure_share() >= share
    }
}

/// How far one sample type's samples carry.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sampling {
    /// Lower bound of the 90 % interval of `share`; not a number where `low` is none.
    pub share_low: f64,
    /// Upper bound of the 90 % interval of `share`, likewise.
    pub share_high: f64,
    /// Whether the samples are enough to rank by: their standard error is at most 32 % of `own`.
    pub significant: bool,
    /// Charged to this line and not in `own`: the collector's own small objects, which Go charges to whoever set it off.
    pub noise: i64,
    /// The part of `own` in objects of 16 bytes. Where these are blocks that values below 16 bytes without pointers share,
    /// objects are a lower bound, and neighbouring lines may show each other's.
    pub tiny_blocks: i64,
}

/// The part of a line's cost that one direct callee accounts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalleeCost {
    /// The first frame below the line, as the profile spells it; `None` for what the line allocates itself.
    pub callee: Option<Arc<str>>,
    /// In the column's unit.
    pub value: i64,
}
