//! What comments in Go files say to heaplint: findings that somebody has looked at and lets stand, each with the reason.
//!
//! `//heaplint:ignore RULE reason` is ours, `//nolint:heaplint // reason` is golangci-lint's. docs/suppression.md says where they
//! hold. This room reads them and says where each holds; which findings they meet is decided above.

mod align;
mod checks;
mod comment;
mod read;
mod scope;
mod write;

pub use checks::{CHECKS, Check, GROUP};
pub use comment::{Form, Word};
pub use read::{Directive, Directives, Flaw, MOST_DIRECTIVES, Scope, read};
pub use write::{ToIgnore, Unwritten, WithIgnores, with_ignores};

#[cfg(test)]
mod tests;
