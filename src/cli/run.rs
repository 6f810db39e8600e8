//! From the command line to an exit code: parse, resolve, dispatch, tell.
//!
//! Each subcommand's pipeline has a file of its own; nothing is decided here but which one runs.

use super::audit::audit;
use super::baseline::{baseline, show_baseline};
use super::check::check;
use super::completions::complete;
use super::config_show::{config_schema, show_config};
use super::configured::{GivenOptions, configured};
use super::debug_constructs::debug_constructs;
use super::debug_join::debug_join;
use super::debug_tree::debug_tree;
use super::explain::explain_rule;
use super::init::init;
use super::manual::write_manual;
use super::plan::plan_recording;
use super::rule_list::{list_rules, rule_docs};
use super::rule_new::new_rule;
use super::rule_tests::test_rules;
use super::summary::summarise;
use super::{Args, CliError, Environment, ExitStatus, Settings, Surroundings};
use crate::edge::{Terminal, working_directory};
use clap::{CommandFactory, FromArgMatches};
use std::io::Write;

/// The whole program. Usage errors end the process inside clap, with 2; help and version with 0.
pub fn main() -> ExitStatus {
    let matches = Args::command().get_matches();
    let args = Args::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    match run(args, &GivenOptions::of(&matches)) {
        Ok(status) => status,
        Err(error) => {
            // Nobody is left to tell when standard error is closed.
            let _ = write!(std::io::stderr(), "{}", error.render());
            ExitStatus::Incomplete
        }
    }
}

fn run(args: Args, given: &GivenOptions) -> Result<ExitStatus, CliError> {
    let surroundings = surroundings()?;
    let args = configured(args, given, &surroundings)?;
    let settings = Settings::resolve(args, &surroundings)?;
    let working_directory = &surroundings.working_directory;
    match settings {
        Settings::Check(settings) => check(&settings),
        Settings::Audit(settings) => audit(&settings),
        Settings::Baseline(settings) => baseline(&settings),
        Settings::ShowBaseline { file } => show_baseline(&file),
        Settings::Plan(settings) => plan_recording(&settings),
        Settings::Summary(settings) => summarise(&settings),
        Settings::Init => init(working_directory),
        Settings::ShowConfig(question) => show_config(&question, given, working_directory),
        Settings::ConfigSchema => config_schema(),
        Settings::ListRules { rules, config, json } => list_rules(&rules, &config, json, working_directory),
        Settings::TestRules { rules } => test_rules(&rules, working_directory),
        Settings::NewRule { id, folder } => new_rule(&id, &folder),
        Settings::RuleDocs { rules } => rule_docs(&rules, working_directory),
        Settings::Explain { id, rules, config } => explain_rule(&id, &rules, &config, working_directory),
        Settings::Completions { shell } => complete(shell, working_directory),
        Settings::Man { folder } => write_manual(folder.as_deref(), working_directory),
        Settings::DebugTree { file } => debug_tree(&file, working_directory),
        Settings::DebugConstructs { input, profile, compiler } => debug_constructs(&input, &profile, &compiler),
        Settings::DebugJoin { input, profile } => debug_join(&input, &profile),
    }
}

fn surroundings() -> Result<Surroundings, CliError> {
    Ok(Surroundings {
        environment: Environment::read(),
        terminal: Terminal::ask(),
        working_directory: working_directory().map_err(CliError::WorkingDirectory)?,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
    })
}
