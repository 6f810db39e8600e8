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
