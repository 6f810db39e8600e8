//! Which files a run about a change reads: what changed among the files asked for, and their whole packages where what the
//! packages declare is different now.

use super::CliError;
use super::args_changes::ChangesAsked;
use super::changed::Changed;
use super::changed_settings::{SettingsChange, SettingsThen, Speaking};
use super::settings::Input;
use crate::edge::{
    ChangedFile, Discovery, GitChanges, GitError, GoFile, MAX_SOURCE_BYTES, Overlay, Request, Role, RunError, Scratch,
    WorkTree, discover, left_out_by_name, module_file, shown,
};
use crate::go::changed_facts::same_to_others;
use crate::go::facts::{Facts, facts};
use crate::go::module::parse_go_mod;
use crate::go::outline::outline;
use crate::go::types::Name;
use crate::go::words::Words;
use crate::model::ChangedLines;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Asks git, and narrows `found`.
pub(super) fn narrow(
    asked: &ChangesAsked,
    found: &mut Discovery,
    (input, speaking): (&Input, Speaking),
    scratch: &Scratch,
) -> Result<Changed, CliError> {
    let failed = |error: GitError, root: &Path| refusal(error, asked, root);
    let working_directory = &input.working_directory;
    let (tree, mut warnings) = one_work_tree(asked, found, working_directory, scratch)?;
    let changes = tree.changes(asked.since(), scratch).map_err(|error| failed(error, &tree.root))?;
    let overlays = Overlays::of(asked, &tree, &changes, found, scratch).map_err(|error| failed(error, &tree.root))?;
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

    // Folders with a change among the files asked for, or with one that is gone.
    let folders_asked: BTreeSet<&Path> = found.files.iter().filter_map(|file| file.absolute.parent()).collect();
    let gone = changes
        .files
        .iter()
        .filter(|file| is_go(file) && file.now != file.then)
        .filter_map(|file| file.then.as_deref());
    let touched: BTreeSet<PathBuf> = (lines.keys().map(PathBuf::as_path).chain(gone))
        .filter_map(Path::parent)
        .filter(|folder| folders_asked.contains(folder))
        .map(Path::to_owned)
        .collect();
    let modules_changed = modules_with_another_go(found, &now, &then);
    let declares_otherwise: BTreeSet<PathBuf> =
        touched.iter().filter(|folder| declares_otherwise(folder, &lines, &changes, &now, &then)).cloned().collect();

    let whole = |path: &Path| {
        let module = modules_changed.iter().any(|root| path.starts_with(root));
        module || path.parent().is_some_and(|folder| declares_otherwise.contains(folder))
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
    let files_asked = found.files.len();
    let files = found.files.iter().filter(|file| lines.contains_key(&file.absolute)).count();
    found.files.retain(|file| now.has(&file.absolute));
    let vanished = files_asked - found.files.len();
    let concerns = |path: &Path| lines.contains_key(path) || whole(path) || freed.contains(path);
    found.files.retain(|file| concerns(&file.absolute));
    let files_unread = files_asked - vanished - found.files.len();
    found.overlay = now;
    add_companions(found, &declares_otherwise, &lines, input);
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
        before,
        settings,
        warnings,
    })
}

/// What stands in for the disk: what is judged, and what was there before.
struct Overlays {
    now: Overlay,
    then: Overlay,
}

impl Overlays {
    fn of(
        asked: &ChangesAsked,
        tree: &WorkTree,
        changes: &GitChanges,
        found: &mut Discovery,
        scratch: &Scratch,
    ) -> Result<Overlays, GitError> {
        let mut now = Overlay::default();
        if *asked == ChangesAsked::Staged {
            stage(&mut now, tree, changes, found, scratch)?;
        }
        let mut then = now.clone();
        for path in &changes.untracked {
            then.set(path.clone(), None);
        }
        let names: Vec<String> = changes.files.iter().filter_map(|file| file.blob_then.clone()).collect();
        let mut contents = tree.contents(&names, scratch)?.into_iter();
        // What is new first: another file may have stood there.
        for file in changes.files.iter().filter(|file| file.then.is_none()) {
            file.now.iter().for_each(|path| then.set(path.clone(), None));
        }
        for file in &changes.files {
            let Some(was) = &file.then else { continue };
            let content: Option<Arc<[u8]>> = match &file.blob_then {
                Some(_) => contents.next().flatten().map(Arc::from),
                // The same content under another name.
                None => {
                    let read = |path: &PathBuf| now.read(path, &path.to_string_lossy(), MAX_SOURCE_BYTES).ok();
                    file.now.as_ref().and_then(read).map(Arc::from)
                }
            };
            // In its own folder a renamed file stands for what it was; a package that it left still had it.
            let left = file.now.as_ref().is_none_or(|now| now.parent() != was.parent());
            if let Some(now) = file.now.as_ref().filter(|now| *now != was) {
                then.set(now.clone(), content.clone());
            }
            if left || file.now.as_ref() == Some(was) {
                then.set(was.clone(), content);
            }
        }
        Ok(Overlays { now, then })
    }
}

/// Lets the index stand in for the work tree where they differ in the folders of the change, and in go.mod.
fn stage(
    now: &mut Overlay,
    tree: &WorkTree,
    changes: &GitChanges,
    found: &mut Discovery,
    scratch: &Scratch,
) -> Result<(), GitError> {
    let changed = changes.files.iter().flat_map(|file| file.now.iter().chain(&file.then));
    let mut folders: BTreeSet<&Path> = changed.filter_map(|path| path.parent()).collect();
    folders.extend(found.modules.iter().map(|module| module.root.as_path()));
    let (modified, untracked) = tree.unstaged(&folders.into_iter().collect::<Vec<_>>(), scratch)?;
    for path in untracked
        .into_iter()
        .chain(changes.files.iter().filter(|file| file.now.is_none()).filter_map(|file| file.then.clone()))
    {
        now.set(path, None);
    }
    let named: Vec<(&PathBuf, String)> =
        modified.iter().filter_map(|path| Some((path, tree.staged_name(path)?))).collect();
    let names: Vec<String> = named.iter().map(|(_, name)| name.clone()).collect();
    for ((path, _), content) in named.into_iter().zip(tree.contents(&names, scratch)?) {
        now.set(path.clone(), content.map(Arc::from));
    }
    for module in found.modules.iter_mut() {
        if let Some(Some(text)) = now.get(&module.root.join("go.mod")) {
            module.text = text.to_vec();
        }
    }
    Ok(())
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
    let mut roots: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
    let mut nearest = |folder: &Path| -> Option<PathBuf> {
        if let Some(known) = roots.get(folder) {
            return known.clone();
        }
        let root = folder.ancestors().find(|above| above.join(".git").exists()).map(Path::to_owned);
        // A work tree whose repository lies elsewhere has no such name in it.
        let root = match &here {
            Some(here) if folder.starts_with(&here.root) => {
                Some(root.filter(|root| root.starts_with(&here.root)).unwrap_or_else(|| here.root.clone()))
            }
            _ => root,
        };
        roots.insert(folder.to_owned(), root.clone());
        root
    };
    let mut counts: BTreeMap<Option<PathBuf>, usize> = BTreeMap::new();
    let of_file: Vec<Option<PathBuf>> =
        found.files.iter().map(|file| nearest(file.absolute.parent().unwrap_or(&file.absolute))).collect();
    for root in &of_file {
        *counts.entry(root.clone()).or_insert(0) += 1;
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
    folders: &BTreeSet<PathBuf>,
    lines: &BTreeMap<PathBuf, ChangedLines>,
    input: &Input,
) {
    let known: BTreeSet<&Path> = found.files.iter().map(|file| file.absolute.as_path()).collect();
    let companions = folders.iter().flat_map(|folder| found.overlay.siblings(folder));
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

/// Whether the files of a folder that changed declare something else than before, as far as other files may ask.
fn declares_otherwise(
    folder: &Path,
    lines: &BTreeMap<PathBuf, ChangedLines>,
    changes: &GitChanges,
    now: &Overlay,
    then: &Overlay,
) -> bool {
    let gone = changes.files.iter().filter(|file| is_go(file)).filter_map(|file| file.then.as_ref());
    let here: BTreeSet<&PathBuf> = lines.keys().chain(gone).filter(|path| path.parent() == Some(folder)).collect();
    let all = |overlay: &Overlay| here.iter().map(|path| declared(path, overlay)).collect::<Vec<_>>();
    let (before, after) = (all(then), all(now));
    let packages: BTreeSet<&Name> = before.iter().chain(&after).map(|(package, _)| package).collect();
    // One folder may hold a package and its external tests.
    packages.into_iter().any(|package| {
        let of = |declared: &[(Name, Facts)]| -> Vec<Facts> {
            declared.iter().filter(|(name, _)| name == package).map(|(_, facts)| facts.clone()).collect()
        };
        !same_to_others(&of(&before), &of(&after))
    })
}

/// The package clause and the facts of a file; nothing where there is none.
fn declared(path: &Path, overlay: &Overlay) -> (Name, Facts) {
    let text = overlay.read(path, &path.to_string_lossy(), MAX_SOURCE_BYTES).unwrap_or_default();
    let outlined = outline(&text, &Words::new(std::iter::empty::<&str>()));
    (outlined.package.clone(), facts(&text, &outlined))
}

/// Modules whose `go` line says something else than before.
fn modules_with_another_go(found: &Discovery, now: &Overlay, then: &Overlay) -> Vec<PathBuf> {
    let language = |text: &[u8]| parse_go_mod(text).ok().map(|module| (module.go, module.toolchain));
    let differs = |root: &&PathBuf| {
        let path = root.join("go.mod");
        let read = |overlay: &Overlay| overlay.read(&path, "go.mod", MAX_SOURCE_BYTES).unwrap_or_default();
        then.get(&path).is_some() && language(&read(now)) != language(&read(then))
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
