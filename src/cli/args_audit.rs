//! What was typed behind `heaplint audit`; see [`args`](super::args).

use super::args::{AdvancedArgs, CompilerArgs, InputArgs, ProfileArgs, SelectionArgs, TestArgs};
use std::path::PathBuf;

/// `heaplint audit`
#[derive(Clone, Debug, clap::Args)]
pub struct AuditArgs {
    /// Which files.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which measurements.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// What the compiler says.
    #[command(flatten)]
    pub compiler: CompilerArgs,
    /// What tests say.
    #[command(flatten)]
    pub tests: TestArgs,
    /// Which findings.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// Write the report to this file instead of standard output
    ///
    /// A file of this name is replaced once the report is whole.
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// The rest.
    #[command(flatten)]
    pub advanced: AdvancedArgs,
}
