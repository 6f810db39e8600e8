//! What heaplint understands of Go source, without a compiler.
//!
//! This room knows nothing of rules, profiles or findings.

pub mod bindings;
pub mod charge;
mod cursor;
pub mod evaluate;
pub mod facts;
mod head;
pub mod header;
pub mod kinds;
pub mod lexer;
pub mod mask;
pub mod outline;
#[cfg(test)]
mod outline_tests;
pub mod scope;
mod split;
pub mod std;
pub mod syntax;
pub mod terms;
pub mod token;
pub mod tree;
pub mod type_reader;
pub mod types;
pub mod words;
