//! The only door to the outside: find files, read them, write the answer, know the terminal.
//!
//! Everything else is values in, values out. This room decides nothing about Go, rules or profiles: go.mod and go.work
//! are handed on as text, a profile as bytes, and what could not be read as a [`Problem`](crate::model::Problem).
//! It holds no state between calls. It starts programs only where the user asked for that by name.

mod changes;
mod create;
mod discover;
mod dump;
mod git;
mod git_diff;
mod gitignore;
mod modules;
mod nearest;
mod output;
mod overlay;
mod paths;
mod progress;
mod read;
mod replace;
mod rewrite;
mod run;
mod terminal;
mod walk;

pub use changes::{ChangedFile, GitChanges, Since, WorkTree};
pub use create::create;
pub use discover::{Discovery, GoFile, Include, Request, Role, discover, file_list, left_out_by_name};
pub use dump::files_below;
pub use git::{GitError, repository_since, work_tree};
pub use modules::{ModuleFile, module_file, workspace_file};
pub use nearest::Nearest;
pub use output::StandardOutput;
pub use overlay::Overlay;
pub use paths::{in_repository, shown, working_directory};
pub use progress::Progress;
pub use read::{Entry, MAX_PROFILE_BYTES, MAX_SOURCE_BYTES, list, read, read_profile, read_stream, siblings};
pub use replace::replace;
pub use rewrite::rewrite;
pub use run::{Finished, RunError, Scratch, run_program};
pub use terminal::Terminal;
