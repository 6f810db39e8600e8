//! What was typed behind `heaplint baseline`; see [`args`](super::args).

use super::args::{AdvancedArgs, InputArgs, ProfileArgs, SelectionArgs};
use crate::baseline::FILE_NAME;
use clap::Subcommand;
use std::path::PathBuf;

/// `heaplint baseline ...`
#[derive(Clone, Debug, Subcommand)]
pub enum BaselineCommand {
    /// Write all findings that there are into the baseline, in the place of what it held
    ///
    /// With a profile, what each one costs stands beside it, and `heaplint check --baseline` reports it again when it has grown
    /// hotter. Give it the same paths and options as check.
    Write(BaselineArgs),
    /// Drop entries whose findings are gone, and take lower costs; what was accepted only shrinks
    ///
    /// Costs are taken where none stood, and where they are surely lower now. Nothing new is accepted: that is what `write` does.
    Update(BaselineArgs),
    /// Print what the baseline accepts, the most costly first
    Show {
        /// The baseline
        #[arg(long, value_name = "FILE", default_value = FILE_NAME)]
        file: PathBuf,
    },
}

/// `heaplint baseline write` and `update`
#[derive(Clone, Debug, clap::Args)]
pub struct BaselineArgs {
    /// Which files.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which measurements.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// Which findings.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// The baseline
    #[arg(long, value_name = "FILE", default_value = FILE_NAME, help_heading = "Output")]
    pub file: PathBuf,
    /// The rest.
    #[command(flatten)]
    pub advanced: AdvancedArgs,
}
