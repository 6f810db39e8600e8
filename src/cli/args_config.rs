//! The options that say which settings files hold; see [`args`](super::args).

use crate::config::Preset;
use std::path::PathBuf;

/// Which settings files, and what stands for parts of them.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Settings")]
pub struct ConfigArgs {
    /// Which settings files.
    #[command(flatten)]
    pub files: SettingsFileArgs,
    /// The choice of rules to start from: none, essential, default or strict
    ///
    /// `essential` is errors, and warnings whose pattern is sure by itself; `default` every rule; `strict` every rule, with notes
    /// as warnings. Stands for the preset and the selection of settings files.
    #[arg(long, value_name = "PRESET", value_parser = preset)]
    pub preset: Option<Preset>,
    /// Leave out files that this pattern covers
    ///
    /// A pattern as .gitignore has them, from the working directory on: third_party/ or '*.pb.go'. What is named on the command line is checked all the same, unless --force-exclude.
    #[arg(long, value_name = "PATTERN")]
    pub exclude: Vec<String>,
}

/// Which settings files.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Settings")]
pub struct SettingsFileArgs {
    /// Take settings from this file alone
    ///
    /// Otherwise each Go file has those of the nearest heaplint.toml at or above it, up to the root of its git repository, and
    /// the run those of the one at or above the working directory. Options win over files. Paths in FILE start from the working
    /// directory. `heaplint config show PATH` says what holds, and who says so.
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Take settings from no file
    #[arg(long)]
    pub isolated: bool,
}

fn preset(word: &str) -> Result<Preset, String> {
    Preset::of(word).ok_or_else(|| "expected none, essential, default or strict".to_owned())
}
