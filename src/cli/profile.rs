//! Profiles from the command line: read, put together, refused where they do not fit.

use super::CliError;
use super::settings::{MergeMode, ProfileInput};
use crate::edge::read_profile;
use crate::evidence::{Transparent, packages_named};
use crate::go::tree::SourceTree;
use crate::model::{Dialect, SummarisedProfiles};
use crate::profile::{
    Additive, BLOCK, Kind, Limits, MUTEX, MergeError, Profile, ReadError, growing, infer_dialect, kind, merge, read,
    sample_index, validate,
};
use std::path::Path;

/// The profiles of a run, one of each kind at most.
pub(super) struct Profiles {
    /// The one that findings and hotspots are ranked by.
    pub(super) ranked: Loaded,
    /// The others, in the order of [`Kind::JOINED`]: each has its own columns and units.
    pub(super) beside: Vec<Loaded>,
}

/// A profile, ready to be joined.
pub(super) struct Loaded {
    /// What it was taken of.
    pub(super) kind: Kind,
    /// Several profiles are one here.
    pub(super) profile: Profile,
    /// The files, as given.
    pub(super) paths: Vec<String>,
    /// The sample type to rank by, an index.
    pub(super) ranked: usize,
    /// The compilers that can have built it.
    pub(super) dialect: Option<Dialect>,
    /// What it lacks, one sentence each.
    pub(super) warnings: Vec<String>,
}

impl Loaded {
    /// The sample type that says how many bytes are in use, an index: the ranked one where the user ranks by what is in use.
    pub(super) fn in_use(&self) -> Option<usize> {
        let kinds: Vec<&str> = self.profile.sample_types.iter().map(|known| &*known.kind).collect();
        if kinds.get(self.ranked).is_some_and(|kind| kind.starts_with("inuse_")) {
            return Some(self.ranked);
        }
        kinds.iter().position(|kind| *kind == "inuse_space")
    }
}

impl Loaded {
    /// What is told of a summary; `None` of a whole profile.
    pub(super) fn summarised(&self) -> Option<SummarisedProfiles> {
        let known = self.profile.summary.as_ref()?;
        Some(SummarisedProfiles {
            profiles: known.profiles,
            revision: known.revision.clone(),
            callers: known.callers,
            dropped_stacks: known.dropped.stacks,
            dropped: self.profile.dropped(self.ranked),
        })
    }
}

impl Profiles {
    /// All of them, the ranked one first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Loaded> {
        std::iter::once(&self.ranked).chain(&self.beside)
    }

    /// The compilers that can have built the program, by the first profile that tells.
    pub(super) fn dialect(&self) -> Option<Dialect> {
        self.all().find_map(|loaded| loaded.dialect)
    }
}

/// Reads what `--profile` names; `None` without it.
pub(super) fn load_profiles(input: &ProfileInput) -> Result<Option<Profiles>, CliError> {
    let mut profiles = Vec::new();
    let mut paths = Vec::new();
    for path in &input.paths {
        profiles.push(read_one(path)?);
        paths.push(path.to_string_lossy().into_owned());
    }
    if let Some((first, second)) = given_twice(&profiles) {
        return Err(other(
            format!("{} and {} are one dump, given twice", paths[first], paths[second]),
            &format!("give {} once", paths[first]),
        ));
    }
    let mut loaded = Vec::new();
    let given: Vec<(Kind, Profile, String)> =
        profiles.into_iter().zip(paths).map(|(profile, path)| (kind(&profile), profile, path)).collect();
    for kind in Kind::JOINED {
        let of_kind = given.iter().filter(|(known, ..)| *known == kind);
        let (profiles, paths): (Vec<&Profile>, Vec<String>) =
            of_kind.map(|(_, profile, path)| (profile, path.clone())).unzip();
        loaded.extend(load_kind(kind, &profiles, paths, input.merge)?);
    }
    if loaded.is_empty() {
        return Ok(None);
    }
    let (place, index) = ranked(&loaded, input.sample_index.as_deref())?;
    let mut ranked = loaded.remove(place);
    ranked.ranked = index;
    let of_heap = std::iter::once(&ranked).chain(&loaded).any(|loaded| loaded.kind == Kind::Heap);
    ranked.warnings.extend((!of_heap).then(|| NO_BYTES.to_owned()));
    Ok(Some(Profiles { ranked, beside: loaded }))
}

const NO_BYTES: &str = "no heap profile was given, so no bytes are told: add --profile heap.pb.gz of the same program";

/// The profiles of one kind as one; `None` where there is none.
fn load_kind(
    kind: Kind,
    profiles: &[&Profile],
    paths: Vec<String>,
    mode: Option<MergeMode>,
) -> Result<Option<Loaded>, CliError> {
    let mut profile = match profiles {
        [] => return Ok(None),
        [one] => (*one).clone(),
        several => merged(kind, several, &paths, mode)?,
    };
    let named = match kind {
        Kind::Block => BLOCK,
        Kind::Mutex => MUTEX,
        _ => "",
    };
    // Block and mutex profiles name their sample types alike; beside each other they must be told apart.
    for sample_type in &mut profile.sample_types {
        if !sample_type.kind.starts_with(named) {
            sample_type.kind = format!("{named}{}", sample_type.kind).into();
        }
    }
    let ranked = sample_index(&profile, None).map_err(|error| other(error.to_string(), ""))?;
    let dialect = infer_dialect(&profile);
    let warnings = validate(&profile).iter().map(ToString::to_string).collect();
    Ok(Some(Loaded { kind, profile, paths, ranked, dialect, warnings }))
}

/// Which of the profiles to rank by, and by which of its sample types: the first that knows the wanted name, the heap
/// profile where none is wanted. `delay` and `contentions` are known without the kind of profile before them.
fn ranked(loaded: &[Loaded], wanted: Option<&str>) -> Result<(usize, usize), CliError> {
    let Some(wanted) = wanted else { return Ok((0, loaded[0].ranked)) };
    let names = |loaded: &Loaded| match loaded.kind {
        Kind::Block => vec![wanted.to_owned(), format!("block_{wanted}")],
        Kind::Mutex => vec![wanted.to_owned(), format!("mutex_{wanted}")],
        _ => vec![wanted.to_owned()],
    };
    let found = loaded.iter().enumerate().find_map(|(place, loaded)| {
        // A number counts the sample types of the profile that ranks anyway.
        let mut names = names(loaded).into_iter().filter(|name| place == 0 || name.parse::<i64>().is_err());
        names.find_map(|name| Some((place, sample_index(&loaded.profile, Some(&name)).ok()?)))
    });
    match found {
        Some(found) => Ok(found),
        None => {
            let mut all = Profile::default();
            all.sample_types = loaded.iter().flat_map(|loaded| loaded.profile.sample_types.clone()).collect();
            let counted = if wanted.parse::<i64>().is_ok() { &loaded[0].profile } else { &all };
            let error = sample_index(counted, Some(wanted)).err().map(|error| error.to_string());
            Err(other(error.unwrap_or_default(), ""))
        }
    }
}

fn read_one(path: &Path) -> Result<Profile, CliError> {
    let bytes = read_profile(path).map_err(CliError::Profile)?;
    let shown = if path == Path::new("-") { "standard input".into() } else { path.to_string_lossy() };
    let profile = read(&bytes, &Limits::STANDARD).map_err(|error| {
        // What is wrong with a summary says itself what to do.
        let of_summary = matches!(error, ReadError::Summary { .. } | ReadError::NewerSummary { .. });
        other(
            format!("{shown}: {error}"),
            if of_summary { "docs/summary.md describes the file" } else { HOW_TO_GET_ONE },
        )
    })?;
    let kind = kind(&profile);
    if Kind::JOINED.contains(&kind) {
        return Ok(profile);
    }
    let message = format!("{shown} is {}, which says nothing of what a line costs", kind.words());
    Err(other(message, "give a heap, CPU, block or mutex profile: /debug/pprof/heap, profile, block or mutex"))
}

/// Two profiles that say the same of the same stacks. Shards that allocated nothing may well be equal.
fn given_twice(profiles: &[Profile]) -> Option<(usize, usize)> {
    let equal = |first: usize| (first + 1..profiles.len()).find(|second| profiles[first] == profiles[*second]);
    (0..profiles.len())
        .filter(|first| !profiles[*first].samples.is_empty())
        .find_map(|first| Some((first, equal(first)?)))
}

const HOW_TO_GET_ONE: &str =
    "curl -o heap.pb.gz http://HOST/debug/pprof/heap, or go test -memprofile heap.pb.gz, writes a heap profile";

/// Several profiles as one. Without a word on why they may be added they are looked at: two dumps of one process are told
/// apart from everything else, because then no word would make adding them right.
fn merged(kind: Kind, profiles: &[&Profile], names: &[String], mode: Option<MergeMode>) -> Result<Profile, CliError> {
    let additive = match mode {
        Some(MergeMode::Delta) => Additive::Delta,
        Some(MergeMode::Shards) => Additive::Shards,
        None => {
            let needed = CliError::MergeNeeded { profiles: names.to_vec(), kind: kind.words() };
            return Err(dumps_of_one(profiles, names).unwrap_or(needed));
        }
    };
    merge(profiles, additive).map_err(|error| match error {
        MergeError::NotDelta { index } => other(
            format!("{} counts from the start of its process, and --merge delta needs windows of time", names[index]),
            FETCH_WINDOWS,
        ),
        MergeError::Growing { earlier, later, .. } => growing_process(&names[earlier], &names[later]),
        MergeError::Incompatible { index, .. } => {
            let (first, other_one) = (&names[0], &names[index]);
            let help = "give profiles of one kind, or one of them alone";
            other(format!("{first} and {other_one} cannot be added: {error}"), help)
        }
        error => other(error.to_string(), "give profiles of one kind, or one of them alone"),
    })
}

/// What `--transparent` names.
pub(super) fn transparent(patterns: &[String]) -> Result<Transparent, CliError> {
    Transparent::new(patterns).map_err(|pattern| {
        other(format!("--transparent {pattern}: no name is that long"), "name the function or the file")
    })
}

const FETCH_WINDOWS: &str = "fetch windows with curl -o heap.pb.gz 'http://HOST/debug/pprof/heap?seconds=30'";

/// The error for the first two of the profiles that are dumps of one process.
fn dumps_of_one(profiles: &[&Profile], names: &[String]) -> Option<CliError> {
    let pairs = (0..profiles.len()).flat_map(|first| (first + 1..profiles.len()).map(move |second| (first, second)));
    pairs.into_iter().find_map(|(first, second)| {
        let evidence = growing(profiles[first], profiles[second])?;
        let (earlier, later) = if evidence.second_is_later { (first, second) } else { (second, first) };
        Some(growing_process(&names[earlier], &names[later]))
    })
}

fn growing_process(earlier: &str, later: &str) -> CliError {
    other(
        format!("{earlier} and {later} are dumps of one process, and all that {earlier} counted is in {later} too"),
        &format!("give {later} alone, or {FETCH_WINDOWS}"),
    )
}

/// The error for a profile in which the scanned modules do not occur: says whose it is.
pub(super) fn foreign(loaded: &Loaded, tree: &SourceTree) -> CliError {
    let samples = loaded.profile.taken_samples();
    let mut modules: Vec<&str> = tree.modules().modules().iter().map(|module| &*module.path).collect();
    modules.dedup();
    let ours = if modules.is_empty() { "a module (no go.mod was found)".to_owned() } else { modules.join(", ") };
    let theirs = packages_named(&loaded.profile)
        .into_iter()
        .filter(|(package, _)| package == "main" || package.split('/').next().is_some_and(|first| first.contains('.')))
        .max_by_key(|(package, functions)| (*functions, std::cmp::Reverse(package.clone())));
    let mostly =
        theirs.map_or("none belong to any module".to_owned(), |(package, _)| format!("most belong to {package}"));
    let trimmed = loaded.profile.functions.iter().any(|function| function.file.starts_with("runtime/"));
    let built = if trimmed { ", built with -trimpath" } else { "" };
    other(
        format!("0 of {samples} samples belong to {ours}; {mostly}{built}"),
        &format!(
            "check the sources of the profiled program, or give a profile of this one, not {}",
            loaded.paths.join(", ")
        ),
    )
}

fn other(message: String, help: &str) -> CliError {
    CliError::Other { message, help: help.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A dump of one process in legacy text, in which every stack has allocated `factor` times as much.
    fn dump(folder: &Path, name: &str, factor: usize, stacks: usize) -> PathBuf {
        let mut text = String::from("heap profile: 1: 1024 [1: 1024] @ heap/524288\n");
        for stack in 0..stacks {
            let (objects, bytes) = (factor, factor * 1024);
            text += &format!("{objects}: {bytes} [{objects}: {bytes}] @ 0x{:x}\n", 0x1000 + stack);
            text += &format!("#\t0x{:x}\tmain.f{stack}+0x10\t/m/main.go:{}\n\n", 0x1000 + stack, stack + 1);
        }
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn load(paths: Vec<PathBuf>, merge: Option<MergeMode>) -> Result<Option<Profiles>, CliError> {
        load_profiles(&ProfileInput {
            paths,
            merge,
            sample_index: None,
            dialect: None,
            revision: None,
            transparent: Vec::new(),
        })
    }

    #[test]
    fn two_dumps_of_one_process_are_known_whatever_is_said_of_them() {
        let folder = tempfile::tempdir().unwrap();
        let paths = vec![dump(folder.path(), "late", 3, 12), dump(folder.path(), "early", 1, 12)];
        for mode in [None, Some(MergeMode::Shards)] {
            let error = load(paths.clone(), mode).err().expect("an error");
            let (early, late) = (paths[1].display(), paths[0].display());
            assert!(error.to_string().starts_with(&format!("{early} and {late} are dumps of one process")), "{error}");
            assert!(error.help().starts_with(&format!("give {late} alone, or fetch windows")), "{}", error.help());
        }
    }

    #[test]
    fn profiles_that_tell_nothing_need_a_word() {
        let folder = tempfile::tempdir().unwrap();
        let paths = vec![dump(folder.path(), "a", 1, 3), dump(folder.path(), "b", 2, 3)];
        assert!(matches!(load(paths.clone(), None), Err(CliError::MergeNeeded { .. })));
        assert!(load(paths.clone(), Some(MergeMode::Shards)).unwrap().is_some());
        let error = load(paths, Some(MergeMode::Delta)).err().expect("an error");
        assert!(error.to_string().contains("--merge delta needs windows of time"), "{error}");
    }
}
