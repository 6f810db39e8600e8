//! The rules that heaplint brings, compiled into the binary. `build.rs` lists them.

/// A shipped rule's texts.
pub(super) struct Shipped {
    pub(super) id: &'static str,
    pub(super) toml: &'static str,
    pub(super) query: &'static str,
    /// What was measured of it; `None` until somebody has.
    pub(super) proof: Option<&'static str>,
}

/// Every folder of `rules/` that holds a rule, sorted by id.
pub(super) const SHIPPED: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
