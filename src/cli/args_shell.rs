//! What was typed behind `heaplint completions` and `heaplint man`; see [`args`](super::args).

use clap::ValueEnum;
use std::path::PathBuf;

/// `heaplint completions`
#[derive(Clone, Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell that asks
    ///
    /// bash: source it in ~/.bashrc, or save it as ~/.local/share/bash-completion/completions/heaplint. zsh: save it as
    /// _heaplint in a folder of $fpath. fish: save it as ~/.config/fish/completions/heaplint.fish.
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: ShellArg,
}

/// Shells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShellArg {
    /// GNU bash
    Bash,
    /// The Z shell
    Zsh,
    /// The friendly interactive shell
    Fish,
    /// PowerShell
    Powershell,
    /// Elvish
    Elvish,
}

/// `heaplint man`
#[derive(Clone, Debug, clap::Args)]
pub struct ManArgs {
    /// Write heaplint.1, heaplint-check.1 and so on into this folder, which must exist
    ///
    /// Without it heaplint(1) goes to standard output: `heaplint man > heaplint.1`.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}
