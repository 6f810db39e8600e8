//! Which files a run about a change reads: what changed among the files asked for, and what else of them the change can bring
//! findings to, because their own package or one that it imports declares something else now.

use super::CliError;
use super::args_changes::ChangesAsked;
use super::changed::Changed;
use super::changed_declarations::OtherDeclarations;
use super::changed_overlays::Overlays;
use super::changed_settings::{SettingsChange, SettingsThen, Speaking};
use super::declared::DeclaredByFiles;
use super::importers::Importers;
use super::modules::{modules, slashed};
use super::settings::Input;
use crate::edge::{
    ChangedFile, Discovery, GitChanges, GitError, GoFile, MAX_SOURCE_BYTES, Nearest, Overlay, Request, Role, RunError,
    Scratch, WorkTree, discover, left_out_by_name, module_file, shown,
};
use crate::go::module::parse_go_mod;
use crate::go::module_index::ModuleIndex;
use crate::model::ChangedLines;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What git says of a change.
pub(super) struct Answers {
    changes: GitChanges,
    overlays: Overlays,
    /// Doubts.
    warnings: Vec<String>,
}

/// Asks git. Of what was found only files of one work tree stay.
pub(super) fn ask(
    asked: &ChangesAsked,
    found: &mut Discovery,
    working_directory: &Path,
    scratch: &Scratch,
) -> Result<Answers, CliError> {
    let (tree, warnings) = one_work_tree(asked, found, working_directory, scratch)?;
    let failed = |error: GitError| refusal(error, asked, &tree.root);
    let changes = tree.changes(asked.since(), scratch).map_err(failed)?;
    let overlays = Overlays::of(asked, &tree, &changes, found, scratch).map_err(failed)?;
    Ok(Answers { changes, overlays, warnings })
}

/// Narrows `found` to what the change concerns, to which belongs what function bodies do where `bodies` says so.
pub(super) fn narrow(
    asked: &ChangesAsked,
    answers: Answers,
    found: &mut Discovery,
    (input, speaking): (&Input, Speaking),
    bodies: bool,
) -> Result<Changed, CliError> {
    let working_directory = &input.working_directory;
    let Answers { changes, overlays, mut warnings } = answers;
    let (now, then) = (Arc::new(overlays.now), Arc::new(overlays.then));

    let mut lines: BTreeMap<PathBuf, ChangedLines> = BTreeMap::new();
    for file in changes.files.iter().filter(|file| is_go(file)) {
        if let Some(now) = &file.now {
            lines.insert(now.clone(), ChangedLines { new: file.then.is_none(), hunks: file.hunks.clone() });
        }
    }
    for path in changes.untracked.iter().filter(|path| has_extension(path, "go")) {
        lines.insert(path.clone(), ChangedLines { new: true, hunks: Vec::new() });
    }
    add_missing(found, &lines, &now, input);

    let (modules, _) = modules(found, working_directory);
    let declared = DeclaredByFiles::reading(bodies);
    let declarations = other_declarations(&lines, &changes, &modules, (&now, &declared), &then);
    let importers = Importers::of(&found.files, &declarations.to_importers, &modules, &now);
    let modules_changed = modules_that_say_otherwise(found, &now, &then);
    let told_otherwise = |path: &Path| {
        let module = modules_changed.iter().any(|root| path.starts_with(root));
        module || declarations.concern(path) || importers.concern(path)
    };
    let settings = SettingsChange {
        now: now.clone(),
        then: then.clone(),
        renamed: renamed(&changes),
        folders: folders_named(input),
        input,
        speaking,
    };
    let freed = match settings_changed(&changes) {
        true => SettingsThen::of(&found.files, &settings)?.freed(&found.files, &settings)?,
        false => BTreeSet::new(),
    };
    let folders_asked: FxHashSet<PathBuf> =
        found.files.iter().filter_map(|file| file.absolute.parent()).map(Path::to_owned).collect();
    let files_asked = found.files.len();
    let folders_changed: FxHashSet<&Path> = lines.keys().filter_map(|path| path.parent()).collect();
    let changed =
        |path: &Path| path.parent().is_some_and(|folder| folders_changed.contains(folder)) && lines.contains_key(path);
    let files = found.files.iter().filter(|file| changed(&file.absolute)).count();
    // On the disk they were found.
    found.files.retain(|file| now.get(&file.absolute).is_none_or(|text| text.is_some()));
    let vanished = files_asked - found.files.len();
    let concerns = |path: &Path| changed(path) || told_otherwise(path) || freed.contains(path);
    found.files.retain(|file| concerns(&file.absolute));
    let files_unread = files_asked - vanished - found.files.len();
    found.overlay = now;
    add_companions(found, &folders_asked, &declarations, &lines, input);
    let settings = SettingsThen::of(&found.files, &settings)?;
    warnings.extend(settings.warnings.iter().cloned());

    let mut before = found.clone();
    for module in before.modules.iter_mut() {
        if let Some(Some(text)) = then.get(&module.root.join("go.mod")) {
            module.text = text.to_vec();
        }
    }
    Ok(Changed {
        told: asked.told(changes.base.as_deref()),
        base: changes.base,
        lines,
        files,
        files_unread,
        then,
        declared,
        before,
        settings,
        warnings,
    })
}

/// The one work tree that the run is about: that of the working directory if files of it are asked for. Files of others, as of
/// submodules, are taken out and told.
fn one_work_tree(
    asked: &ChangesAsked,
    found: &mut Discovery,
    working_directory: &Path,
    scratch: &Scratch,
) -> Result<(WorkTree, Vec<String>), CliError> {
    let around = |folder: &Path| {
        let tree = WorkTree::around(folder, working_directory, scratch);
        tree.map_err(|error| refusal(error, asked, folder))
    };
    let here = around(working_directory)?;
    let mut repositories = Nearest::new(".git");
    let mut root_of = |folder: &Path| -> Option<PathBuf> {
        let root = repositories.of(folder).and_then(|repository| repository.parent().map(Path::to_owned));
        // A work tree whose repository lies elsewhere has no such name in it.
        match &here {
            Some(here) if folder.starts_with(&here.root) => {
                Some(root.filter(|root| root.starts_with(&here.root)).unwrap_or_else(|| here.root.clone()))
            }
            _ => root,
        }
    };
    let mut counts: BTreeMap<Option<PathBuf>, usize> = BTreeMap::new();
    let mut of_file: Vec<Option<PathBuf>> = Vec::with_capacity(found.files.len());
    // Files of one folder stand together.
    for files in found.files.chunk_by(|one, next| one.absolute.parent() == next.absolute.parent()) {
        let root = files[0].absolute.parent().and_then(&mut root_of);
        *counts.entry(root.clone()).or_insert(0) += files.len();
        of_file.extend(std::iter::repeat_n(root, files.len()));
    }
    let chosen = match here {
        Some(here) if counts.is_empty() || counts.contains_key(&Some(here.root.clone())) => Some(here),
        _ => match counts.keys().next() {
            Some(Some(root)) if counts.len() == 1 => around(root)?,
            _ => None,
        },
    };
    let Some(chosen) = chosen else {
        return Err(CliError::Other {
            message: format!(
                "{} needs one git work tree, and there is none around the files asked for",
                asked.option()
            ),
            help: "run heaplint in a clone of the repository, or leave the option out".to_owned(),
        });
    };
    let mut kept = of_file.iter().map(|root| root.as_ref() == Some(&chosen.root));
    found.files.retain(|_| kept.next().unwrap_or(true));
    counts.remove(&Some(chosen.root.clone()));
    let others = counts.iter().map(|(root, count)| {
        let place = root.as_ref().map_or_else(|| "no work tree".into(), |root| shown(root, working_directory));
        let files = if *count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        format!("{files} of {place} were not looked into: {} asks one repository; run heaplint there", asked.option())
    });
    Ok((chosen, others.collect()))
}

/// The folders and files that were named, else the working directory.
fn folders_named(input: &Input) -> Vec<PathBuf> {
    let here = &input.working_directory;
    match input.paths.is_empty() && input.files_from.is_none() {
        true => vec![here.clone()],
        false => input.paths.iter().filter_map(|path| here.join(path).canonicalize().ok()).collect(),
    }
}

/// Go files that had another name, with that.
fn renamed(changes: &GitChanges) -> BTreeMap<PathBuf, PathBuf> {
    let names = |file: &ChangedFile| file.now.clone().zip(file.then.clone());
    let all = changes.files.iter().filter(|file| is_go(file)).filter_map(names);
    all.filter(|(now, then)| now != then).collect()
}

/// Whether any file that may hold settings changed.
fn settings_changed(changes: &GitChanges) -> bool {
    let named = changes.files.iter().flat_map(|file| file.now.iter().chain(&file.then));
    named.chain(&changes.untracked).any(|path| has_extension(path, "toml"))
}

/// Files that are staged and not in the work tree, which discovery cannot see.
fn add_missing(found: &mut Discovery, lines: &BTreeMap<PathBuf, ChangedLines>, now: &Overlay, input: &Input) {
    let here = &input.working_directory;
    let folders = folders_named(input);
    let missing = lines.keys().filter(|path| matches!(now.get(path), Some(Some(_))) && !path.exists());
    for path in missing {
        let Some(named) = folders.iter().find(|folder| path.starts_with(folder)) else { continue };
        if left_out_by_name(path, named, input.include) {
            continue;
        }
        let root = path.ancestors().find(|above| above.join("go.mod").is_file());
        if let Some(root) = root.filter(|root| !found.modules.iter().any(|module| module.root == **root)) {
            found.modules.extend(module_file(root, here).ok().flatten());
        }
        let file = GoFile { shown: shown(path, here), absolute: path.clone(), role: Role::Found, module: None };
        found.files.push(file);
    }
    found.files.sort_by(|one, other| one.absolute.cmp(&other.absolute));
    found.files.dedup_by(|later, earlier| later.absolute == earlier.absolute);
}

/// Files of the packages that declare something else now, where single files were named: the change may bring findings there.
fn add_companions(
    found: &mut Discovery,
    folders_asked: &FxHashSet<PathBuf>,
    declarations: &OtherDeclarations,
    lines: &BTreeMap<PathBuf, ChangedLines>,
    input: &Input,
) {
    let known: BTreeSet<&Path> = found.files.iter().map(|file| file.absolute.as_path()).collect();
    let folders = declarations.to_tests.iter().filter(|folder| folders_asked.contains(*folder));
    let companions =
        folders.flat_map(|folder| found.overlay.siblings(folder)).filter(|path| declarations.concern(path));
    let listed: Vec<PathBuf> = companions
        .filter(|path| !known.contains(path.as_path()) && !lines.contains_key(path) && path.exists())
        .collect();
    if listed.is_empty() {
        return;
    }
    let more = discover(&Request {
        paths: Vec::new(),
        listed: Some(listed),
        include: input.include,
        force_exclude: true,
        working_directory: input.working_directory.clone(),
    });
    found.files.extend(more.files);
    found.files.sort_by(|one, other| one.absolute.cmp(&other.absolute));
    let new = more.modules.into_iter().filter(|module| !found.modules.iter().any(|known| known.root == module.root));
    let new: Vec<_> = new.collect();
    found.modules.extend(new);
}

/// What the packages of the changed files declare otherwise. Copies of other modules are nobody's import.
fn other_declarations(
    lines: &BTreeMap<PathBuf, ChangedLines>,
    changes: &GitChanges,
    modules: &ModuleIndex,
    (now, declared): (&Overlay, &DeclaredByFiles),
    then: &Overlay,
) -> OtherDeclarations {
    let gone = changes.files.iter().filter(|file| is_go(file)).filter_map(|file| file.then.as_deref());
    let all = lines.keys().map(PathBuf::as_path).chain(gone);
    let vendored = |path: &Path| modules.of_file(&slashed(path)).is_some_and(|place| place.vendored);
    OtherDeclarations::of(&all.filter(|path| !vendored(path)).collect(), (now, declared), then)
}

/// Modules whose path or `go` line is another one than before.
fn modules_that_say_otherwise(found: &Discovery, now: &Overlay, then: &Overlay) -> Vec<PathBuf> {
    let said = |text: &[u8]| parse_go_mod(text).ok().map(|module| (module.path, module.go, module.toolchain));
    let differs = |root: &&PathBuf| {
        let path = root.join("go.mod");
        let read = |overlay: &Overlay| overlay.read(&path, "go.mod", MAX_SOURCE_BYTES).unwrap_or_default();
        then.get(&path).is_some() && said(&read(now)) != said(&read(then))
    };
    found.modules.iter().map(|module| &module.root).filter(differs).cloned().collect()
}

fn is_go(file: &ChangedFile) -> bool {
    file.now.as_ref().or(file.then.as_ref()).is_some_and(|path| has_extension(path, "go"))
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension == wanted)
}

/// `what is staged, with 3f1c9ab0d2e4`
pub(super) fn told(asked: &ChangesAsked, base: Option<&str>) -> String {
    let commit = base.map(|base| base.get(..12).unwrap_or(base));
    match (asked, commit) {
        (ChangesAsked::Staged, Some(commit)) => format!("what is staged, compared with {commit}"),
        (ChangesAsked::Staged, None) => "what is staged for the first commit".to_owned(),
        (ChangesAsked::Since(revision), Some(commit)) if !commit.starts_with(revision) => {
            format!("since {revision}, {commit}")
        }
        (ChangesAsked::Since(revision), _) => format!("since {revision}"),
        (ChangesAsked::MergeBase(branch), Some(commit)) => format!("since {commit}, where this branch left {branch}"),
        (ChangesAsked::MergeBase(branch), None) => format!("since this branch left {branch}"),
    }
}

/// Never "no changes": what to do about git's answer.
fn refusal(error: GitError, asked: &ChangesAsked, root: &Path) -> CliError {
    let (option, root) = (asked.option(), root.to_string_lossy());
    let (message, help) = match error {
        GitError::NoRepository(words) => (
            format!("{option} needs a git work tree, and git finds none around {root}: {words}"),
            "run heaplint in a clone of the repository, or leave the option out",
        ),
        GitError::NoRevision { shallow: true } | GitError::NoMergeBase { shallow: true } => (
            format!("{option}: this clone of {root} is shallow, and what to compare with lies beyond it"),
            "fetch the history first: `fetch-depth: 0` for actions/checkout, GIT_DEPTH: 0 for GitLab, else `git fetch \
             --unshallow`",
        ),
        GitError::NoRevision { shallow: false } => (
            format!("{option}: {root} has no such revision"),
            "check the spelling; `git fetch origin` brings branches, which are then origin/BRANCH; before the first commit use \
             --staged",
        ),
        GitError::NoMergeBase { shallow: false } => (
            format!("{option}: the branches have no common ancestor in {root}"),
            "`git fetch origin` may bring what is missing; else name a revision with --since",
        ),
        GitError::Failed { command, words } => {
            (format!("{option}: `{command}` failed in {root}: {words}"), "leave the option out to check everything")
        }
        GitError::Run(RunError::Start(error)) => (
            format!("{option} needs git, which cannot be started: {error}"),
            "install git and see that it is on PATH, or leave the option out",
        ),
        GitError::Run(RunError::Output(problem)) => (
            format!("{option}: git's answer cannot be read: {}", problem.message),
            "compare with something nearer, or check everything",
        ),
    };
    CliError::Other { message, help: help.to_owned() }
}
