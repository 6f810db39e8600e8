//! The options about fixes, and what they come to.

use crate::model::{Applies, Fix};

/// What to do about findings.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Fixes", group = clap::ArgGroup::new("fixing").multiple(true))]
pub struct FixArgs {
    /// Write the safe fixes of the findings that are shown
    ///
    /// With a profile that is what is hot, unless -v or --top say otherwise. A safe fix leaves what the program does as it
    /// is. Findings that are fixed no longer count for --fail-on. A file is replaced whole, and only if it still holds what was
    /// read; what has syntax errors or is generated is left alone.
    #[arg(long, group = "fixing")]
    pub fix: bool,
    /// Print what --fix would change as a unified diff, and write nothing
    ///
    /// Nothing is written beside --fix either. Nothing else goes to standard output. The exit code is 1 when there is
    /// something to change.
    #[arg(long, group = "fixing", conflicts_with_all = ["format", "output"])]
    pub diff: bool,
    /// Take assisted fixes too, whose difference somebody must read
    ///
    /// Each says what may change: an empty result that is no longer nil, say.
    #[arg(long, requires = "fixing")]
    pub unsafe_fixes: bool,
    /// Write a //heaplint:ignore directive for every finding that is shown
    ///
    /// So that old code stands and only what is new is heard of. Each goes above its line, or behind it where that holds for less;
    /// the code stays as it is, and formatted. What was written is told instead of the findings; a second run writes nothing.
    #[arg(long, conflicts_with_all = ["fix", "diff", "output"])]
    pub add_ignores: bool,
    /// The reason that --add-ignores writes
    #[arg(long, value_name = "TEXT", value_parser = reason, requires = "add_ignores")]
    pub reason: Option<String>,
}

/// What the directives say, where nobody has said anything.
const NO_REASON: &str = "there before heaplint was, and not looked at yet";

/// Directives for what is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignoring {
    /// Why it may stand; one line.
    pub reason: String,
}

impl Ignoring {
    /// What the options ask for.
    pub fn of(args: FixArgs) -> Option<Ignoring> {
        args.add_ignores.then(|| Ignoring { reason: args.reason.unwrap_or_else(|| NO_REASON.to_owned()) })
    }
}

/// A reason has one line, and something to say.
fn reason(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("say why the findings may stand".to_owned()),
        text if text.chars().any(char::is_control) => {
            Err("a reason is one line, without control characters".to_owned())
        }
        text => Ok(text.to_owned()),
    }
}

/// What is done about findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixing {
    /// They are told.
    No,
    /// Their fixes are printed.
    Diff {
        /// The least sure fixes that are taken.
        most: Applies,
    },
    /// Their fixes are written.
    Write {
        /// The least sure fixes that are taken.
        most: Applies,
    },
}

impl Fixing {
    /// What the options ask for.
    pub fn of(args: &FixArgs) -> Fixing {
        let most = if args.unsafe_fixes { Applies::Assisted } else { Applies::Safe };
        match (args.fix, args.diff) {
            (_, true) => Fixing::Diff { most },
            (true, false) => Fixing::Write { most },
            (false, false) => Fixing::No,
        }
    }

    /// The least sure fixes that it takes.
    pub fn most(self) -> Option<Applies> {
        match self {
            Fixing::No => None,
            Fixing::Diff { most } | Fixing::Write { most } => Some(most),
        }
    }

    /// Whether it takes this fix.
    pub fn takes(self, fix: &Fix) -> bool {
        self.most().is_some_and(|most| fix.applies <= most)
    }

    /// Whether files are written.
    pub fn writes(self) -> bool {
        matches!(self, Fixing::Write { .. })
    }

    /// The same, where somebody asked.
    pub fn asked(self) -> Option<bool> {
        (self != Fixing::No).then(|| self.writes())
    }
}
