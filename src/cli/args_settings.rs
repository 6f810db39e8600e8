//! What was typed behind `heaplint config` and `heaplint init`; see [`args`](super::args).

use super::args::{AdvancedArgs, ProfileArgs, SelectionArgs};
use super::args_rules::ListFormatArg;
use super::parse::fail_on;
use super::settings::FailOn;
use clap::Subcommand;
use std::path::PathBuf;

/// `heaplint config ...`
#[derive(Clone, Debug, Subcommand)]
pub enum ConfigCommand {
    /// Say what holds for a path, and who says so: heaplint itself, a line of a file, or an option
    ///
    /// Options of check may be given as well, to see what they change.
    Show(Box<ConfigShowArgs>),
    /// Print the JSON schema of heaplint.toml, for editors
    Schema,
}

/// `heaplint config show`
#[derive(Clone, Debug, clap::Args)]
pub struct ConfigShowArgs {
    /// The Go file or folder, the working directory by default
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ListFormatArg::Human)]
    pub format: ListFormatArg,
    /// Which measurements.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// Which findings.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// Which findings make the exit code 1
    ///
    /// See `heaplint check --help`.
    #[arg(long, value_name = "any|hot|never|SHARE", value_parser = fail_on, default_value = "any", help_heading = "Selection")]
    pub fail_on: FailOn,
    /// The rest.
    #[command(flatten)]
    pub advanced: AdvancedArgs,
}
