//! What heaplint understands of Go source, without a compiler.
//!
//! This room knows nothing of rules, profiles or findings.

pub mod bindings;
pub mod evaluate;
pub mod facts;
pub mod kinds;

pub mod syntax;
pub mod terms;
pub mod types;
