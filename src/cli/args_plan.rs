//! What was typed behind `heaplint plan`; see [`args`](super::args).

use super::args::{CheckArgs, MergeArg};
use super::args_config::SettingsFileArgs;
use super::args_rules::ListFormatArg;
use super::parse::{duration, positive_percent};
use std::path::PathBuf;

/// `heaplint plan`
#[derive(Clone, Debug, clap::Args)]
pub struct PlanArgs {
    /// Go files and folders: with them, lines of at least --share are listed, too
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The heap profile to plan from, `-` for standard input
    ///
    /// A first profile of the program, however short, at any rate; by itself those of heaplint.toml. May be given several times,
    /// together with --merge.
    #[arg(long = "profile", value_name = "FILE")]
    pub profiles: Vec<PathBuf>,
    /// Why several profiles may be added, as for check
    #[arg(long, value_enum, value_name = "HOW")]
    pub merge: Option<MergeArg>,
    /// Plan for this sample type, such as alloc_objects
    #[arg(long, value_name = "NAME")]
    pub sample_index: Option<String>,
    /// How precisely a line shall be told
    ///
    /// Half of its 90 % interval, as a part of it.
    #[arg(long, value_name = "PERCENT", value_parser = positive_percent, default_value = "10%")]
    pub precision: f64,
    /// The share of the profile that such a line has
    #[arg(long, value_name = "SHARE", value_parser = positive_percent, default_value = "1%")]
    pub share: f64,
    /// How long the program had run, such as 30s or 1h20m
    ///
    /// Heap profiles count from the start of the process and do not say when that was; windows (`?seconds=30`) do.
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub recorded: Option<i64>,
    /// How the plan is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ListFormatArg::Human)]
    pub format: ListFormatArg,
    /// Which settings files.
    #[command(flatten)]
    pub settings: SettingsFileArgs,
    /// What `heaplint check` would be told to join the profile with the sources.
    #[arg(skip)]
    pub check: Option<Box<CheckArgs>>,
}
