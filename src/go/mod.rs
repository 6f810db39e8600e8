//! What heaplint understands of Go source, without a compiler.
//!
//! This room knows nothing of rules, profiles or findings.

pub mod bindings;
mod byte_class;
pub mod changed_facts;
pub mod channels;
pub mod charge;
pub mod construct;
mod cursor;
pub mod evaluate;
mod fact_reader;
#[cfg(test)]
mod fact_tests;
pub mod facts;
pub mod file_name;
mod grammar;
pub mod growth;
mod head;
pub mod header;
pub mod imports;
pub mod kinds;
pub mod lexer;
#[cfg(test)]
mod lexer_tests;
pub mod line_map;
pub mod mask;
pub mod module;
pub mod module_index;
pub mod normal;
pub mod only_read;
pub mod outline;
#[cfg(test)]
mod outline_tests;
pub mod scope;
pub mod size_class;
pub mod spelling;
mod split;
pub mod std;
pub mod syntax;
mod term_reader;
pub mod terms;
pub mod token;
pub mod tree;
pub mod tree_text;
pub mod type_reader;
pub mod types;
pub mod words;
