//! Hostile input, all of it made from fixed seeds: Go source, profiles, rules, module files and command lines that nobody
//! writes by accident.
//!
//! Whatever comes in, the program ends by itself with 0, 1 or 2, never by a panic or a signal, within 2 GiB of address
//! space; where it ends with 2 it says what is wrong and where. `HEAPLINT_FUZZ_ROUNDS=N` makes every random part N times as
//! long, with new seeds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "hostile/batch.rs"]
mod batch;
#[path = "hostile/child.rs"]
mod child;
#[cfg(unix)]
#[path = "hostile/command_line.rs"]
mod command_line;
#[path = "hostile/compiler.rs"]
mod compiler;
#[path = "hostile/go_text.rs"]
mod go_text;
#[path = "hostile/growth.rs"]
mod growth;
#[path = "hostile/legacy.rs"]
mod legacy;
#[path = "hostile/modules.rs"]
mod modules;
#[path = "hostile/nesting.rs"]
mod nesting;
#[path = "hostile/profiles.rs"]
mod profiles;
#[path = "hostile/random.rs"]
mod random;
#[path = "hostile/rules.rs"]
mod rules;
#[path = "hostile/settings.rs"]
mod settings;
#[path = "hostile/shapes.rs"]
mod shapes;
#[path = "hostile/summaries.rs"]
mod summaries;
#[path = "hostile/wire.rs"]
mod wire;
