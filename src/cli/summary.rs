//! `heaplint profile summary`: from profiles to the small text that a repository can keep.

use super::args::ProfileArgs;
use super::args_profile::{SummaryArgs, SummaryFormatArg};
use super::asked::Measured;
use super::gather::{Gathered, gather};
use super::profile::{Loaded, Profiles, foreign, load_profiles};
use super::revision::trace;
use super::settings::{Input, ProfileInput, Surroundings, profile_of};
use super::show::{print, write_out};
use super::{CliError, ExitStatus, Settings, request};
use crate::edge::{Include, Progress, discover, replace};
use crate::evidence::{Build, Transparent, known_functions, observe, packages_named};
use crate::profile::summary::{Keeping, condense, write};
use crate::profile::{Profile, encode};
use crate::render::quantity;
use crate::rule::RuleSet;
use crate::scan::Triggers;
use std::path::PathBuf;
use std::sync::Arc;

/// `heaplint profile summary`
#[derive(Clone, Debug, PartialEq)]
pub struct SummarySettings {
    /// The profiles.
    pub profile: ProfileInput,
    /// The source that they are of: everything below the working directory.
    pub input: Input,
    /// Where the summary goes; `None` for standard output.
    pub output: Option<PathBuf>,
    /// Whether it is written in pprof's format.
    pub pprof: bool,
    /// What of the profile is kept.
    pub keeping: Keeping,
}

pub(super) fn summary_settings(args: SummaryArgs, surroundings: &Surroundings) -> Result<Settings, CliError> {
    let SummaryArgs { profiles, output, format, keep, callers, merge, profile_rev, go } = args;
    let profile = ProfileArgs { profiles, merge, sample_index: None, transparent: Vec::new(), profile_rev, go };
    if profile.profiles.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(CliError::StandardInputTwice);
    }
    let everything = Include { vendor: false, testdata: false, generated: true, tests: true };
    Ok(Settings::Summary(Box::new(SummarySettings {
        profile: profile_of(profile),
        input: Input {
            paths: Vec::new(),
            files_from: None,
            include: everything,
            force_exclude: false,
            working_directory: surroundings.working_directory.clone(),
        },
        output,
        pprof: format == SummaryFormatArg::Pprof,
        keeping: Keeping { part: keep, callers: callers.0 },
    })))
}

/// Runs `heaplint profile summary`.
pub(super) fn summarise(settings: &SummarySettings) -> Result<ExitStatus, CliError> {
    let profiles = load_profiles(&settings.profile)?.ok_or(CliError::ProfileNeeded)?;
    let loaded = of_one_kind(profiles)?;
    let gathered = source_of(&loaded, settings)?;
    let condensed = condensed(&loaded, &gathered, settings)?;
    let bytes = match settings.pprof {
        true => encode(&condensed).map_err(CliError::Output)?,
        false => write(&condensed).into_bytes(),
    };
    match &settings.output {
        None => write_out(|out| out.write_all(&bytes))?,
        Some(path) => {
            replace(path, &bytes).map_err(|problem| CliError::Other {
                message: format!("the summary cannot be written: {problem}"),
                help: "name another file with --output".to_owned(),
            })?;
            print(&format!("{}: {}\n", path.display(), told(&condensed, bytes.len(), loaded.ranked)))?;
        }
    }
    Ok(ExitStatus::of(0, gathered.problems.len(), false))
}

/// Each kind has columns of its own: one file holds one of them.
fn of_one_kind(profiles: Profiles) -> Result<Loaded, CliError> {
    let Profiles { ranked, beside } = profiles;
    match beside.first() {
        None => Ok(ranked),
        Some(other) => Err(CliError::Other {
            message: format!(
                "{} is {} and {} is {}: a summary is of one kind",
                ranked.paths.join(", "),
                ranked.kind.words(),
                other.paths.join(", "),
                other.kind.words()
            ),
            help: "make a summary of each, and give check both with --profile".to_owned(),
        }),
    }
}

/// The files of the profiled packages, as `check` would read them.
fn source_of(loaded: &Loaded, settings: &SummarySettings) -> Result<Gathered, CliError> {
    let working_directory = &settings.input.working_directory;
    let found = discover(&request(&settings.input)?);
    let rules = RuleSet::default();
    let progress = Progress::new(false, "files", found.files.len());
    let triggers = Triggers::new(&rules);
    let mut gathered = gather(found, &rules, &triggers, true, &Measured::anywhere(), working_directory, &progress);
    gathered.add_packages(packages_named(&loaded.profile).keys().map(String::as_str), working_directory);
    trace(&settings.profile, &[loaded], &mut gathered, working_directory)?;
    Ok(gathered)
}

/// The profile without what is not this module's, with what is known of its build.
fn condensed(loaded: &Loaded, gathered: &Gathered, settings: &SummarySettings) -> Result<Profile, CliError> {
    let (profile, tree) = (&loaded.profile, &gathered.tree);
    let evidence = observe(profile, tree, &Transparent::default());
    if evidence.is_empty() && !profile.samples.is_empty() {
        return Err(foreign(loaded, tree));
    }
    let dialect = settings.profile.dialect.or(loaded.dialect);
    let build = Build::of(&evidence, tree, dialect);
    let functions = known_functions(profile, tree);
    let mut condensed = condense(profile, &functions, settings.keeping);
    if let Some(known) = &mut condensed.summary {
        let modules: Vec<Arc<str>> = tree.modules().modules().iter().map(|module| Arc::from(&*module.path)).collect();
        let holds = |module: &Arc<str>| {
            let below = |file: &str| file.strip_prefix(&**module).is_some_and(|rest| rest.starts_with('/'));
            functions.iter().any(|function| function.ours && below(&function.file))
        };
        known.modules = modules.into_iter().filter(holds).collect();
        known.modules.dedup();
        if loaded.profile.summary.is_none() {
            known.profiles = loaded.paths.len();
        }
        known.dialect = dialect;
        known.tests = build.tests;
        known.system = build.system.map(Arc::from);
        known.architecture = build.architecture.map(Arc::from);
        if let Some(past) = tree.past() {
            let commits: Vec<&str> = past.commits().collect();
            known.revision = if let [commit] = commits[..] { Some(commit.into()) } else { None };
        }
    }
    Ok(condensed)
}

/// What was written, in one sentence.
fn told(condensed: &Profile, bytes: usize, ranked: usize) -> String {
    let size = quantity::amount(i64::try_from(bytes).unwrap_or(i64::MAX), "bytes");
    let samples = condensed.taken_samples();
    let dropped = condensed.summary.as_ref().map_or(0, |known| known.dropped.stacks);
    let part = condensed.dropped(ranked) as f64 / (condensed.total(ranked).unsigned_abs().max(1)) as f64;
    let kept = match dropped {
        0 => "nothing of the module's was dropped".to_owned(),
        count => {
            let kind = &condensed.sample_types[ranked].kind;
            format!("{count} stacks of the module's with {:.2}% of {kind} were dropped", 100.0 * part)
        }
    };
    format!("{size} of {samples} samples; {kept}")
}
