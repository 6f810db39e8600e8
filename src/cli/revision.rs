//! The revision that was profiled, from `--profile-rev`: what git says became of its files and lines.

use super::CliError;
use super::gather::Gathered;
use super::profile::Loaded;
use super::settings::ProfileInput;
use crate::edge::{GitError, RunError, Scratch, repository_since, work_tree};
use crate::evidence::packages_named;
use crate::join::Tracing;
use crate::model::Revision;
use crate::profile::Profile;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Lets the files of a run know their past, and reads the folders into which the profiled packages were moved since.
pub(super) fn trace(
    input: &ProfileInput,
    profiles: &[&Loaded],
    gathered: &mut Gathered,
    working_directory: &Path,
) -> Result<(), CliError> {
    if let Some(revision) = revision(input, profiles, gathered)? {
        let moved = |loaded: &&Loaded| moved_folders(&revision, &loaded.profile, gathered);
        let folders: BTreeSet<PathBuf> = profiles.iter().flat_map(moved).collect();
        gathered.tree.set_past(revision);
        gathered.add_folders(&folders, working_directory);
    }
    Ok(())
}

/// What to say when a profile is of another revision than the user says, or git knows none of its files.
pub(super) fn misfit(tracing: Tracing, input: &ProfileInput, loaded: &Loaded) -> Option<String> {
    let revision = input.revision.as_ref()?;
    let Tracing { places, traced, functions, strange } = tracing;
    let recorded = loaded.profile.summary.as_ref().and_then(|summary| summary.revision.as_ref());
    let revision = match recorded {
        Some(recorded) if revision == RECORDED && places > 0 && traced == 0 => {
            return Some(format!(
                "{recorded}, which the summary records, is not in this clone or has none of its files: no line was followed, and lines \
                 are matched as without --profile-rev"
            ));
        }
        Some(recorded) if revision == RECORDED => &**recorded,
        _ => revision,
    };
    if places > 0 && traced == 0 {
        return Some(format!(
            "{revision} has none of the files that the profile charges: no line was followed, and lines are matched as without \
             --profile-rev"
        ));
    }
    (strange > 0).then(|| {
        format!(
            "{strange} of {functions} functions do not start where {revision} has them: the profile is of another revision, or \
             of changes that were not committed"
        )
    })
}

/// Asks git about every repository that the scanned modules lie in; `None` without `--profile-rev`.
fn revision(input: &ProfileInput, profiles: &[&Loaded], gathered: &Gathered) -> Result<Option<Revision>, CliError> {
    let Some(wanted) = &input.revision else { return Ok(None) };
    let is_recorded = wanted == RECORDED;
    let wanted = &if is_recorded { recorded(profiles)? } else { wanted.clone() };
    let scratch = Scratch::new().map_err(|error| cannot_start(&error.to_string()))?;
    let folders: BTreeSet<&str> = gathered.tree.files().map(|(_, file)| &*file.root).collect();
    let mut roots = BTreeSet::new();
    for folder in folders {
        roots.insert(work_tree(Path::new(folder), &scratch).map_err(|error| told(error, wanted, folder))?);
    }
    let since = |root: &String| repository_since(root, wanted, &scratch).map_err(|error| (error, root.clone()));
    match roots.iter().map(since).collect::<Result<_, _>>() {
        // A summary outlives the commit of a branch that was squashed, and clones are shallow: a warning says so.
        Err((GitError::NoRevision { .. }, _)) if is_recorded => Ok(None),
        Ok(repositories) => Ok(Some(Revision::new(repositories))),
        Err((error, root)) => Err(told(error, wanted, &root)),
    }
}

/// What stands for the revision that summaries record.
const RECORDED: &str = "recorded";

/// The one revision that the summaries among the profiles record.
fn recorded(profiles: &[&Loaded]) -> Result<String, CliError> {
    let known = profiles.iter().filter_map(|loaded| loaded.profile.summary.as_ref()?.revision.as_deref());
    let known: BTreeSet<&str> = known.collect();
    let refused = |message: String| {
        let help =
            "name the revision: --profile-rev REV, or record it: heaplint profile summary --profile-rev REV".to_owned();
        Err(CliError::Other { message, help })
    };
    match known.into_iter().collect::<Vec<_>>()[..] {
        [one] => Ok(one.to_owned()),
        [] => refused(
            "--profile-rev recorded asks for what a summary records, and none of the profiles is one that does".into(),
        ),
        [first, second, ..] => refused(format!("the summaries record different revisions, {first} and {second}")),
    }
}

/// The folders in which packages of the profile lie now, where git knows that their files have moved.
fn moved_folders(revision: &Revision, profile: &Profile, gathered: &Gathered) -> BTreeSet<PathBuf> {
    let named = packages_named(profile);
    let folders = named.keys().filter_map(|package| gathered.tree.folder_of_package(package));
    folders.flat_map(|folder| revision.folders_now(&folder)).map(PathBuf::from).collect()
}

fn told(error: GitError, revision: &str, folder: &str) -> CliError {
    match error {
        GitError::NoRepository(words) => CliError::Other {
            message: format!("--profile-rev needs a git work tree, and git finds none around {folder}: {words}"),
            help: "check a clone of the repository, or leave out --profile-rev".to_owned(),
        },
        GitError::NoRevision { shallow } => CliError::Other {
            message: format!("{folder} has no revision {revision}"),
            help: if shallow {
                "this clone is shallow: `git fetch --unshallow`, or `git fetch origin REV`, fetches what it lacks"
            } else {
                "`git fetch --tags` may fetch it; a build with version control in it names its commit: `go version -m BINARY`"
            }
            .to_owned(),
        },
        GitError::NoMergeBase { .. } => CliError::Other {
            message: format!("git finds no common ancestor of {revision} in {folder}"),
            help: "leave out --profile-rev to match without git".to_owned(),
        },
        GitError::Failed { command, words } => CliError::Other {
            message: format!("`{command}` failed in {folder}: {words}"),
            help: "leave out --profile-rev to match without git".to_owned(),
        },
        GitError::Run(RunError::Start(error)) => cannot_start(&error.to_string()),
        GitError::Run(RunError::Output(problem)) => CliError::Other {
            message: format!("git's answer cannot be read: {}", problem.message),
            help: "give a revision that is nearer, or leave out --profile-rev".to_owned(),
        },
    }
}

fn cannot_start(error: &str) -> CliError {
    CliError::Other {
        message: format!("--profile-rev needs git, which cannot be started: {error}"),
        help: "install git and see that it is on PATH, or leave out --profile-rev".to_owned(),
    }
}
