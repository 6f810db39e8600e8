//! What was typed behind `heaplint profile`; see [`args`](super::args).

use super::args::MergeArg;
use super::parse::{at_least_one, go_version, positive_percent};
use crate::model::Dialect;
use clap::{Subcommand, ValueEnum};
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
    /// As a text, or as the same in pprof's own format
    ///
    /// The text is what to commit: it is reviewed line by line. What `go tool pprof` shows is the other; heaplint reads it as any
    /// profile, without what the text says beside samples.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = SummaryFormatArg::Text)]
    pub format: SummaryFormatArg,
    /// Keep the stacks of the module that make up this part of the profile
    ///
    /// Those that cost least are dropped, together less than the rest of every sample type, and counted: totals stay true, and
    /// no line is told less than it cost by more than that. 100% drops nothing.
    #[arg(long, value_name = "PERCENT", value_parser = positive_percent, default_value = "99.9%")]
    pub keep: f64,
    /// Keep so many of the module's functions of each stack, or `all`
    ///
    /// Counted from the line that is charged outwards; a function that calls itself counts once. What lines cost, and who calls them, is
    /// the same for 2 and more. What runs through a line on the way to others (`cum` in JSON) is told as far as that.
    #[arg(long, value_name = "N|all", value_parser = callers, default_value = "3")]
    pub callers: Callers,
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

/// How a summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SummaryFormatArg {
    /// Lines of text
    Text,
    /// pprof's protocol buffers, gzipped
    Pprof,
}

/// How many functions of the module a stack may hold; `None` for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Callers(pub Option<usize>);

fn callers(text: &str) -> Result<Callers, String> {
    match text {
        "all" => Ok(Callers(None)),
        number => Ok(Callers(Some(at_least_one(number).map_err(|_| "expected a whole number from 1, or all")?))),
    }
}
