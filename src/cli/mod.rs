//! The command line: arguments, settings, the pipelines, exit codes, errors for people.
//!
//! This room sees every other and none sees it. It decides nothing about Go, profiles or findings: it resolves what was
//! typed once ([`Settings`]), calls the rooms in order and turns their answer into bytes and an exit code.

mod add_ignores;
mod appearance;
mod args;
mod args_audit;
mod args_baseline;
mod args_changes;
mod args_config;
mod args_debug;
mod args_plan;
mod args_profile;
mod args_rules;
mod args_settings;
mod args_shell;
mod asked;
mod audit;
mod baseline;
mod benchmarks;
mod changed;
mod changed_before;
mod changed_declarations;
mod changed_overlays;
mod changed_scope;
mod changed_settings;
mod check;
mod compile;
mod compiler;
mod completions;
mod config_files;
mod config_show;
mod configured;
mod constructs;
mod coverage;
mod debug_constructs;
mod debug_join;
mod debug_tree;
mod declared;
mod dialect;
mod directed;
mod environment;
mod error;
mod estimate;
mod exit;
mod explain;
mod fix_args;
mod fixing;
mod gather;
mod importers;
mod init;
mod input;
mod line_models;
mod lone_fixes;
mod manual;
mod models;
mod modules;
mod old_code;
mod output_args;
mod packages;
mod parse;
mod plan;
mod plan_settings;
mod profile;
mod report;
mod resolve;
mod revision;
mod rule_list;
mod rule_new;
mod rule_tests;
mod rules;
mod rules_here;
mod run;
mod settings;
mod show;
mod summary;
mod together;
mod waiting;

pub use args::Args;
pub use args_changes::{ChangesAsked, Factor, OldCode};
pub use config_files::ConfigSource;
pub use config_show::ConfigQuestion;
pub use environment::Environment;
pub use error::CliError;
pub use exit::ExitStatus;
pub use input::request;
pub use plan_settings::PlanSettings;
pub use run::main;
pub use settings::{
    AuditSettings, BaselineSettings, CheckSettings, Color, CompilerInput, FailOn, Fixing, Format, Ignoring, Input,
    MergeMode, OutputFile, ProfileInput, RuleSource, Selection, Settings, Style, Surroundings,
};
