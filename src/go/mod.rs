//! What heaplint understands of Go source, without a compiler.
//!
//! This room knows nothing of rules, profiles or findings.

pub mod facts;
mod head;
pub mod header;
pub mod lexer;
pub mod mask;
pub mod outline;
#[cfg(test)]
mod outline_tests;
mod split;
pub mod token;
pub mod types;
pub mod words;
