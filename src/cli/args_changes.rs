//! The options about old code: what changed, and what was accepted.

use super::parse::factor;
use std::path::PathBuf;

/// What is new, and what was accepted.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Old code")]
pub struct OldCodeArgs {
    /// Report only what changed since this git revision, such as HEAD~3 or v1.4.0
    ///
    /// A finding is reported where the change touched its code or one of its cost lines, and also where it was not told before
    /// although its own lines are as they were: a change of a type or of another line made it true, a comment that let it stand is
    /// gone, or settings ask for more. Everything else is counted.
    /// Untracked files are new. A revision that the clone does not have is an error. Starts the git on PATH.
    #[arg(long, value_name = "REV", group = "changes")]
    pub since: Option<String>,
    /// The same, since the work tree's branch left this one
    ///
    /// For pull requests: `--merge-base origin/main`. The clone must reach back that far (fetch-depth: 0).
    #[arg(long, value_name = "BRANCH", group = "changes")]
    pub merge_base: Option<String>,
    /// The same for what is staged for the next commit, as it is staged
    ///
    /// Changes that are not staged have no say. Named paths choose among the staged changes.
    #[arg(long, group = "changes", conflicts_with_all = ["fix", "diff", "compiler", "profile_rev"])]
    pub staged: bool,
    /// Accept the findings of this file, which `heaplint baseline write` made
    ///
    /// They are counted and not shown. One that has grown hotter than accepted is shown and says so (--regrow).
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// How much hotter than accepted a finding must have grown to be shown again
    ///
    /// Compared are shares of the profile's total, by the ends of their intervals that speak for the finding, so that chance
    /// alone brings nothing back.
    #[arg(long, value_name = "FACTOR", value_parser = factor, default_value = "2x", requires = "baseline")]
    pub regrow: Factor,
}

/// A factor of at least one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor(pub f64);

impl Default for Factor {
    fn default() -> Self {
        Factor(2.0)
    }
}

/// What changed code is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangesAsked {
    /// `--since`
    Since(String),
    /// `--merge-base`
    MergeBase(String),
    /// `--staged`
    Staged,
}

/// Which findings are old.
#[derive(Clone, Debug, PartialEq)]
pub struct OldCode {
    /// What the source is compared with; `None` reports all of it.
    pub changes: Option<ChangesAsked>,
    /// The file of findings that are accepted.
    pub baseline: Option<PathBuf>,
    /// How much hotter than accepted one must have grown to be shown again.
    pub regrow: Factor,
}

impl OldCode {
    /// What the options ask for.
    pub fn of(args: OldCodeArgs) -> OldCode {
        let OldCodeArgs { since, merge_base, staged, baseline, regrow } = args;
        let since = since.map(ChangesAsked::Since).or(merge_base.map(ChangesAsked::MergeBase));
        OldCode { changes: since.or(staged.then_some(ChangesAsked::Staged)), baseline, regrow }
    }
}
