//! Profiles from the command line: read, put together, refused where they do not fit.

use super::CliError;
use super::settings::{MergeMode, ProfileInput};
use crate::edge::read_profile;
use crate::evidence::packages_named;
use crate::go::tree::SourceTree;
use crate::model::Dialect;
use crate::profile::{Additive, Kind, Limits, Profile, infer_dialect, kind, merge, read, sample_index, validate};
use std::path::Path;

/// A profile, ready to be joined.
pub(super) struct Loaded {
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

/// Reads what `--profile` names; `None` without it.
pub(super) fn load_profile(input: &ProfileInput) -> Result<Option<Loaded>, CliError> {
    let mut profiles = Vec::new();
    for path in &input.paths {
        profiles.push(read_one(path)?);
    }
    let paths: Vec<String> = input.paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let profile = match profiles.len() {
        0 => return Ok(None),
        1 => profiles.remove(0),
        _ => merged(&profiles, input.merge)?,
    };
    let ranked = sample_index(&profile, input.sample_index.as_deref()).map_err(|error| other(error.to_string(), ""))?;
    let dialect = infer_dialect(&profile);
    let warnings = validate(&profile).iter().map(ToString::to_string).collect();
    Ok(Some(Loaded { profile, paths, ranked, dialect, warnings }))
}

fn read_one(path: &Path) -> Result<Profile, CliError> {
    let bytes = read_profile(path).map_err(CliError::Profile)?;
    let shown = if path == Path::new("-") { "standard input".into() } else { path.to_string_lossy() };
    let profile =
        read(&bytes, &Limits::STANDARD).map_err(|error| other(format!("{shown}: {error}"), HOW_TO_GET_ONE))?;
    match kind(&profile) {
        Kind::Heap => Ok(profile),
        kind => {
            Err(other(format!("{shown} is a {} profile, and a heap profile is needed", kind.words()), HOW_TO_GET_ONE))
        }
    }
}

const HOW_TO_GET_ONE: &str =
    "curl -o heap.pb.gz http://HOST/debug/pprof/heap, or go test -memprofile heap.pb.gz, writes a heap profile";

fn merged(profiles: &[Profile], mode: MergeMode) -> Result<Profile, CliError> {
    let additive = match mode {
        MergeMode::Delta => Additive::Delta,
        MergeMode::Shards => Additive::Shards,
    };
    merge(&profiles.iter().collect::<Vec<_>>(), additive).map_err(|error| other(error.to_string(), ""))
}

/// The error for a profile in which the scanned modules do not occur: says whose it is.
pub(super) fn foreign(loaded: &Loaded, tree: &SourceTree) -> CliError {
    let samples = loaded.profile.samples.len();
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
        "check the sources of the profiled program, or give a profile of this one",
    )
}

fn other(message: String, help: &str) -> CliError {
    CliError::Other { message, help: help.to_owned() }
}
