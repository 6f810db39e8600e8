//! What was typed behind `heaplint debug`; see [`args`](super::args).

use super::args::{CompilerArgs, InputArgs, ProfileArgs};
use super::args_config::SettingsFileArgs;
use clap::Subcommand;
use std::path::PathBuf;

/// `heaplint debug ...`
#[derive(Clone, Debug, Subcommand)]
pub enum DebugCommand {
    /// Print the syntax tree of a Go file, declaration by declaration
    Tree {
        /// The Go file
        file: PathBuf,
    },
    /// Show where every frame of a profile went, and why
    Join(JoinArgs),
    /// Show what can have allocated on every line that a heap profile charges itself
    ///
    /// One line for each construct: the place charged, line and column of the token that Go's compiler names it by, its kind,
    /// `candidate` where it can have allocated what was measured, the compiler's word (with --compiler), and the construct.
    Constructs(ConstructsArgs),
}

/// `heaplint debug constructs`
#[derive(Clone, Debug, clap::Args)]
pub struct ConstructsArgs {
    /// Which files.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which measurements.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// What the compiler says.
    #[command(flatten)]
    pub compiler: CompilerArgs,
    /// Which settings files.
    #[command(flatten)]
    pub settings: SettingsFileArgs,
}

/// `heaplint debug join`
#[derive(Clone, Debug, clap::Args)]
pub struct JoinArgs {
    /// Which files.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which measurements.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// Which settings files.
    #[command(flatten)]
    pub settings: SettingsFileArgs,
}
