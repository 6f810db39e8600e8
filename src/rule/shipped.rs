//! The rules that heaplint brings, compiled into the binary.

/// A shipped rule's texts.
pub(super) struct Shipped {
    pub(super) id: &'static str,
    pub(super) toml: &'static str,
    pub(super) query: &'static str,
}

macro_rules! rules {
    ($($id:literal,)*) => {
        /// Every folder of `rules/`, sorted; a test compares.
        pub(super) const SHIPPED: &[Shipped] = &[$(Shipped {
            id: $id,
            toml: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/", $id, "/rule.toml")),
            query: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/queries/", $id, ".scm")),
        },)*];
    };
}

rules! {
    "append-without-capacity",
    "boxing-in-loop",
    "buffer-per-request",
    "buffer-without-size",
    "builder-without-grow",
    "bytes-string-round-trip",
    "deep-equal-on-hot-path",
    "encoder-per-request",
    "header-built-by-hand",
    "header-outlives-data",
    "map-without-size",
    "marshal-in-handler",
    "marshal-in-loop",
    "marshal-then-write",
    "reflect-interface-on-hot-path",
    "sprintf-of-integer",
    "sprintf-of-string",
    "string-concat-in-loop",
    "type-assertion-in-loop",
    "unsafe-beyond-array",
}
