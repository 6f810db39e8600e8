//! `heaplint debug constructs`: what can have allocated on every line that a heap profile charges with bytes of its own.

use super::asked::Measured;
use super::check::constructs_of_lines;
use super::compiler::{Compiled, compiled};
use super::dialect::dialect;
use super::gather::gather;
use super::line_models::land;
use super::models::Models;
use super::profile::{foreign, load_profiles, transparent};
use super::settings::{CompilerInput, Input, ProfileInput};
use super::show::print;
use super::{CliError, ExitStatus, request};
use crate::edge::{Progress, discover};
use crate::evidence::{observe, packages_named};
use crate::join::{Explainer, KnownConstruct};
use crate::rule::RuleSet;
use crate::scan::Triggers;

/// Joins a heap profile with the source, without rules, and prints one line for each construct of each line that allocates
/// itself: the line, the token that Go's compiler names the construct by, its kind, whether it is a candidate for what was
/// measured, the compiler's word (`-` where it was not asked or says nothing), and the construct.
pub(super) fn debug_constructs(
    input: &Input,
    profile: &ProfileInput,
    compiler: &CompilerInput,
) -> Result<ExitStatus, CliError> {
    let Some(profiles) = load_profiles(profile)? else { return Err(CliError::ProfileNeeded) };
    let loaded = &profiles.ranked;
    let found = discover(&request(input)?);
    let rules = RuleSet::default();
    let progress = Progress::new(false, "files", found.files.len());
    let mut gathered = gather(
        found,
        &rules,
        &Triggers::new(&rules),
        input.include.generated,
        &Measured::anywhere(),
        &input.working_directory,
        &progress,
    );
    let named = packages_named(&loaded.profile);
    gathered.add_packages(named.keys().map(String::as_str), &input.working_directory);
    let transparent = transparent(&profile.transparent)?;
    let compiled = compiled(compiler, &gathered, &[loaded], &transparent)?;
    let (dialect, _) = dialect(profile.dialect, loaded.dialect, Compiled::dialect(&compiled), &gathered.tree);
    let evidence = observe(&loaded.profile, &gathered.tree, &transparent);
    if evidence.is_empty() && gathered.tree.files().next().is_some() {
        return Err(foreign(loaded, &gathered.tree));
    }
    let models = Models::new(&gathered);
    let landings = land(&models, &evidence, dialect);
    let constructs = constructs_of_lines(loaded, &models, &evidence, &landings, dialect, compiled.as_ref());
    let explainer = Explainer {
        evidence: &evidence,
        landings: &landings,
        tree: &gathered.tree,
        constructs: &constructs,
        ranked: loaded.ranked,
    };
    let mut text = String::new();
    for ((file, line), constructs) in explainer.lines_that_allocate() {
        let path = &gathered.tree.file(file).shown;
        if constructs.is_empty() {
            text.push_str(&format!("{path}:{line}  -  -  -  -  nothing is known to allocate here\n"));
        }
        for (construct, is_candidate) in constructs {
            text.push_str(&format!("{path}:{line}  {}\n", told(construct, is_candidate)));
        }
    }
    print(&text)?;
    Ok(ExitStatus::of(0, gathered.problems.len(), false))
}

/// `12:9  boxing  candidate  escapes  boxing of `n``
fn told(construct: &KnownConstruct, is_candidate: bool) -> String {
    let KnownConstruct { named, reported, .. } = construct;
    let candidate = if is_candidate { "candidate" } else { "-" };
    let word = named.compiler.as_ref().map_or("-", |word| word.says.word());
    format!("{}:{}  {}  {candidate}  {word}  {}", reported.line, reported.column, named.kind, named.told)
}
