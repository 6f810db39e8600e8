//! What was typed behind `heaplint profile`; see [`args`](super::args).

use super::args::MergeArg;
use super::parse::{go_version, positive_percent};
use crate::model::Dialect;
use clap::Subcommand;
use std::path::PathBuf;

/// `heaplint profile ...`
#[derive(Clone, Debug, Subcommand)]
pub enum ProfileCommand {
    /// Write what a profile says of this module's lines as a small text, to be committed
    ///
    /// check, plan, audit and baseline take it as --profile, so that hooks and CI know costs without the network. Run it in the
    /// repository, at the revision that was profiled. It names packages, functions, lines and costs, and no folder of the machine that
    /// built the program. docs/summary.md describes the file and how to keep it fresh.
    Summary(SummaryArgs),
}

/// `heaplint profile summary`
#[derive(Clone, Debug, clap::Args)]
pub struct SummaryArgs {
    /// Profiles of one kind, `-` for standard input
    #[arg(value_name = "PROFILE", required = true)]
    pub profiles: Vec<PathBuf>,
    /// Write it to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Keep the stacks of the module that make up this part of the profile
    ///
    /// Those that cost least are dropped, together less than the rest of every sample type, and counted: totals stay true, and
    /// no line is told less than it cost by more than that. 100% drops nothing.
    #[arg(long, value_name = "PERCENT", value_parser = positive_percent, default_value = "99.9%")]
    pub keep: f64,
    /// Why several profiles may be added, as for check
    #[arg(long, value_enum, value_name = "HOW")]
    pub merge: Option<MergeArg>,
    /// The git revision that was profiled, such as HEAD or v1.4.0, to be recorded
    ///
    /// `--profile-rev recorded` then follows lines from it. Starts the git on PATH.
    #[arg(long, value_name = "REV")]
    pub profile_rev: Option<String>,
    /// The Go version that built the program, such as 1.26, where no profile tells
    #[arg(long = "go", value_name = "1.N", value_parser = go_version)]
    pub go: Option<Dialect>,
}
