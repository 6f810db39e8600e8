//! What was typed behind `heaplint rules` and `heaplint explain`; see [`args`](super::args).

use super::args::RuleSourceArgs;
use super::args_config::SettingsFileArgs;
use super::parse::rule_id;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// `heaplint rules`
#[derive(Clone, Debug, clap::Args)]
pub struct RulesArgs {
    /// What to do with them; without one they are listed.
    #[command(subcommand)]
    pub command: Option<RulesCommand>,
    /// How the list is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ListFormatArg::Human)]
    pub format: ListFormatArg,
    /// Where more rules come from.
    #[command(flatten)]
    pub rule_source: RuleSourceArgs,
    /// Which settings files.
    #[command(flatten)]
    pub settings: SettingsFileArgs,
}

/// Formats of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormatArg {
    /// For people
    Human,
    /// For machines
    Json,
}

/// `heaplint rules ...`
#[derive(Clone, Debug, Subcommand)]
pub enum RulesCommand {
    /// Run every rule over every rule's examples and compare with their `// want` comments
    Test {
        /// A folder of rules, the shipped ones by default
        dir: Option<PathBuf>,
    },
    /// Write the files of a new rule, ready to fill in
    New {
        /// The rule's id, such as append-in-loop
        #[arg(value_parser = rule_id)]
        id: String,
    },
    /// Print the documentation of all rules as Markdown
    Docs {
        /// Where more rules come from.
        #[command(flatten)]
        rule_source: RuleSourceArgs,
        /// Which settings files.
        #[command(flatten)]
        settings: SettingsFileArgs,
    },
}

/// `heaplint explain`
#[derive(Clone, Debug, clap::Args)]
pub struct ExplainArgs {
    /// The rule's id
    pub id: String,
    /// Where more rules come from.
    #[command(flatten)]
    pub rule_source: RuleSourceArgs,
    /// Which settings files.
    #[command(flatten)]
    pub settings: SettingsFileArgs,
}
