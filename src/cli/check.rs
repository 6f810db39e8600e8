//! `heaplint check`: the pipeline, one call per stage.

use super::add_ignores::add_ignores;
use super::asked::{Measured, ask_bodies, asked};
use super::benchmarks::{beside_heap, load_benchmarks};
use super::changed::{ask_git, changed};
use super::changed_before::Asking;
use super::changed_settings::Speaking;
use super::compiler::{Compiled, compiled};
use super::config_files::{ConfigFiles, Policies};
use super::constructs::known_constructs;
use super::coverage::covered;
use super::dialect::dialect;
use super::directed::Directed;
use super::fixing::mend_files;
use super::gather::{Gathered, gather};
use super::line_models::land;
use super::lone_fixes::fix_alone;
use super::models::Models;
use super::old_code::{Baseline, Old};
use super::profile::{Loaded, Profiles, load_profiles, transparent};
use super::report::{Beside, assemble};
use super::resolve::resolve_all;
use super::revision::trace;
use super::rules::{LoadedRules, load_rules};
use super::settings::{CheckSettings, FailOn, Fixing, Format};
use super::show::{show, show_beside, show_diff};
use super::waiting::name_channels;
use super::{CliError, ExitStatus, request};
use crate::edge::{Progress, discover};
use crate::evidence::benchmark::Benchmarks;
use crate::evidence::{Build, Evidence, Transparent, observe, packages_named};
use crate::join::{
    Attribution, Explainer, Heard, KnownConstructs, Landing, Leftover, Tracing, UnmatchedCosts, attribute, leftover,
    look_through, timing, tracing, unmatched_costs, waiting,
};
use crate::model::{
    Behaviour, Benchmark, Dialect, DialectSource, ExplainedShare, Explanation, Report, Severity, Timing, Verdict,
    WaitingLine, WaitingProfile,
};
use crate::profile::Kind;
use crate::rule::RuleSet;
use crate::scan::{Site, Triggers};
use std::sync::Arc;

/// What one profile said about the sites.
pub(super) struct Joined<'l> {
    pub(super) loaded: &'l Loaded,
    /// The compiler that the findings are about, and how it is known.
    pub(super) built_by: (Dialect, DialectSource),
    /// What is known of the build.
    pub(super) build: Build,
    /// How far git's answer is about the profile.
    pub(super) tracing: Tracing,
    pub(super) attribution: Attribution,
    pub(super) leftover: Leftover,
    /// What of each site is charged to its callers.
    pub(super) looked_through: Vec<Option<i64>>,
    /// The patterns of `--transparent` that cover nothing.
    pub(super) idle_patterns: Vec<String>,
    /// What functions cost on lines that today's source does not have.
    pub(super) unmatched: UnmatchedCosts,
    pub(super) totals: Vec<i64>,
    /// What explains each meeting's samples and how they behave, parallel to the meetings.
    pub(super) explained: Vec<(Explanation, Behaviour)>,
    pub(super) explained_share: ExplainedShare,
    /// Where time goes, of a CPU profile.
    pub(super) timing: Option<Timing>,
    /// The lines that wait, of a block or mutex profile.
    pub(super) waiting: Vec<WaitingLine>,
    /// Benchmarks, of a heap profile.
    pub(super) benchmarks: Vec<Benchmark>,
}

/// Runs `heaplint check` and writes its report.
pub(super) fn check(settings: &CheckSettings) -> Result<ExitStatus, CliError> {
    let mut report = examined(settings)?;
    if let Some(ignoring) = &settings.ignoring {
        return add_ignores(&mut report, ignoring, settings);
    }
    mend_files(&mut report, settings);
    if let Fixing::Diff { .. } = settings.fixing {
        return show_diff(&report, settings);
    }
    if settings.formats().any(Format::tells_fixes) {
        threads(settings)?.install(|| fix_alone(&mut report));
    }
    show(&report, settings)?;
    show_beside(&report, settings);
    // A share asks about cost alone; everything else is about what is shown.
    let asked: Vec<usize> = match settings.fail_on {
        FailOn::Share(_) => (0..report.findings.len()).collect(),
        _ => report.shown.clone(),
    };
    let failing = asked.iter().filter(|index| fails(&report, **index, settings.fail_on)).count();
    Ok(ExitStatus::of(failing, report.problems.len(), settings.allow_partial))
}

/// The report, made on as many threads as the settings say.
pub(super) fn examined(settings: &CheckSettings) -> Result<Report, CliError> {
    threads(settings)?.install(|| examine(settings))
}

fn threads(settings: &CheckSettings) -> Result<rayon::ThreadPool, CliError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(settings.threads).build();
    pool.map_err(|error| CliError::Threads(error.to_string()))
}

/// From settings to a report. Reads like the picture in ARCHITECTURE.md.
fn examine(settings: &CheckSettings) -> Result<Report, CliError> {
    let request = request(&settings.input)?;
    let (loaded, found) = rayon::join(
        || load_rules(&settings.rules, &settings.selection, &settings.input.working_directory),
        || {
            let mut found = discover(&request);
            let answers = ask_git(&settings.old_code, &mut found, &settings.input);
            answers.map(|answers| (found, answers))
        },
    );
    let LoadedRules { rules, known, words } = loaded?;
    let profiles = load_profiles(&settings.profile)?;
    let all: Vec<&Loaded> = profiles.iter().flat_map(Profiles::all).collect();
    let baseline = Baseline::load(&settings.old_code)?;
    let (mut found, answers) = found?;
    let speaking = Speaking { config: &settings.config, words: &words, known: &known };
    let bodies = ask_bodies(&rules, &all);
    let changed = changed(&settings.old_code, answers, &mut found, (&settings.input, speaking), bodies)?;
    let here = &settings.input.working_directory;
    let mut config_files = ConfigFiles::over(settings.config.clone(), here, found.overlay.clone());
    let policies = Policies::new(&mut config_files, &found.files, Some(&words), &known)?;
    found.leave_out(|file| policies.leaves_out(file));
    let (rules, unasked) = asked(policies.asked(rules), &all);
    let measured = Measured::new(&all, settings.profile.revision.is_some());
    let triggers = Triggers::new(&rules);
    let progress = Progress::new(settings.progress, "files", found.files.len());
    let working_directory = &settings.input.working_directory;
    let generated = settings.input.include.generated;
    let mut gathered = gather(found, &rules, &triggers, generated, &measured, working_directory, &progress);
    if let Some(changed) = &changed {
        gathered.declared.carry_over(&changed.declared, |_| false);
    }
    for loaded in &all {
        let named = packages_named(&loaded.profile);
        gathered.add_packages(named.keys().map(String::as_str), working_directory);
    }
    trace(&settings.profile, &all, &mut gathered, working_directory)?;
    let transparent = transparent(&settings.profile.transparent)?;
    let compiled = compiled(&settings.compiler, &gathered, &all, &transparent)?;
    let shown = profiles.as_ref().and_then(Profiles::dialect);
    let built_by = dialect(settings.profile.dialect, shown, Compiled::dialect(&compiled), &gathered.tree);
    let (sites, severities) = asked_sites(resolve_all(&gathered, &rules, built_by.0), &policies, &gathered, &rules);
    let heard =
        compiled.as_ref().map_or_else(Vec::new, |compiled| compiled.hear(&sites, &rules, &gathered, built_by.0));
    let heard_directives = Directed::read(&gathered, &words, &policies, &settings.selection);
    let benchmarks = load_benchmarks(&settings.tests.benchmarks)?;
    let witnesses =
        Witnesses { compiled: compiled.as_ref(), heard: &heard, transparent: &transparent, benchmarks: &benchmarks };
    let models = Models::new(&gathered);
    let joined: Vec<Joined> = all
        .into_iter()
        .map(|loaded| join(&sites, &rules, loaded, &models, built_by, &witnesses))
        .collect::<Result<_, _>>()?;
    let compiler = compiled.map(|compiled| compiled.summary(&heard, &gathered, built_by.0));
    let asking = Asking {
        rules: &rules,
        words: &words,
        selection: &settings.selection,
        dialect: built_by.0,
        profiled: !joined.is_empty(),
    };
    let old_code = Old::of((changed, baseline), &sites, &gathered, (&triggers, asking), &settings.input);
    let coverage = covered(&settings.tests.coverage, &gathered)?;
    Ok(assemble(
        sites,
        &rules,
        gathered,
        joined,
        Beside {
            dialect: built_by.0,
            severities,
            directives: heard_directives,
            warnings: policies.warnings,
            heard,
            compiler,
            coverage,
            benchmarks,
            old_code,
            unasked,
        },
        settings,
    ))
}

/// The sites whose rules are asked of their files, and how bad each is.
fn asked_sites(
    sites: Vec<Site>,
    policies: &Policies,
    gathered: &Gathered,
    rules: &RuleSet,
) -> (Vec<Site>, Vec<Severity>) {
    let (mut asked, mut severities) = (Vec::with_capacity(sites.len()), Vec::with_capacity(sites.len()));
    let mut sites = sites.into_iter().peekable();
    while let Some(file) = sites.peek().map(|site| site.file) {
        let level_of = gathered.path(file).map(|path| policies.levels(path));
        while let Some(site) = sites.next_if(|site| site.file == file) {
            let level = level_of.as_ref().and_then(|level_of| level_of(&rules.rules()[site.rule].id));
            severities.extend(level);
            asked.extend(level.map(|_| site));
        }
    }
    (asked, severities)
}

/// What is heard beside a profile while it is joined.
struct Witnesses<'w> {
    compiled: Option<&'w Compiled>,
    heard: &'w [Heard],
    transparent: &'w Transparent,
    benchmarks: &'w Benchmarks,
}

/// Lets the sites meet one profile.
fn join<'l>(
    sites: &[Site],
    rules: &RuleSet,
    loaded: &'l Loaded,
    models: &Models,
    built_by: (Dialect, DialectSource),
    witnesses: &Witnesses,
) -> Result<Joined<'l>, CliError> {
    let gathered = models.gathered();
    let evidence = observe(&loaded.profile, &gathered.tree, witnesses.transparent);
    // A profile without samples is no foreign one: its warning says what to do. And a program may well never wait.
    let may_be_elsewhere = loaded.profile.samples.is_empty() || matches!(loaded.kind, Kind::Block | Kind::Mutex);
    if evidence.is_empty() && !may_be_elsewhere && gathered.tree.files().next().is_some() {
        return Err(super::profile::foreign(loaded, &gathered.tree));
    }
    let landings: Vec<Result<Landing, Arc<str>>> = land(models, &evidence, built_by.0);
    let constructs = constructs_of_lines(loaded, models, &evidence, &landings, built_by.0, witnesses.compiled);
    let explainer = Explainer {
        evidence: &evidence,
        landings: &landings,
        tree: &gathered.tree,
        constructs: &constructs,
        ranked: loaded.ranked,
    };
    let mut attribution = attribute(sites, rules, &explainer, witnesses.heard);
    let looked_through = look_through(sites, &mut attribution.meetings, &evidence, &landings, loaded.ranked);
    let (timing, mut waiting) = match loaded.kind {
        Kind::Cpu => (Some(timing(&evidence, &landings, &gathered.tree)), Vec::new()),
        Kind::Block => (None, waiting(&evidence, &landings, &gathered.tree, WaitingProfile::Block)),
        Kind::Mutex => (None, waiting(&evidence, &landings, &gathered.tree, WaitingProfile::Mutex)),
        _ => (None, Vec::new()),
    };
    let benchmarks = match loaded.kind {
        Kind::Heap => {
            let asked = (sites, rules);
            beside_heap(witnesses.benchmarks, &evidence, &landings, gathered, &attribution, asked)
        }
        _ => Vec::new(),
    };
    name_channels(&mut waiting, gathered);
    let unmatched = unmatched_costs(&evidence, &landings);
    let leftover = leftover(&explainer, &gathered.tree, &attribution.claimed);
    let explained = explainer.account_for_each(attribution.meetings.iter().map(|meeting| &*meeting.given));
    let explained_share = explainer.explained_share();
    let told = (built_by.1 != DialectSource::Assumed && built_by.1 != DialectSource::Toolchain).then_some(built_by.0);
    let build = Build::of(&evidence, &gathered.tree, told);
    let tracing = tracing(&evidence, &gathered.tree);
    let Evidence { totals, idle_patterns, .. } = evidence;
    Ok(Joined {
        loaded,
        built_by,
        build,
        tracing,
        attribution,
        leftover,
        looked_through,
        idle_patterns,
        unmatched,
        totals,
        explained,
        explained_share,
        timing,
        waiting,
        benchmarks,
    })
}

/// What can allocate on measured lines, with what the compiler says of it. Constructs account for memory, not for time.
pub(super) fn constructs_of_lines(
    loaded: &Loaded,
    models: &Models,
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    dialect: Dialect,
    compiled: Option<&Compiled>,
) -> KnownConstructs {
    if loaded.kind != Kind::Heap {
        return KnownConstructs::default();
    }
    let mut constructs = known_constructs(models, evidence, landings, dialect);
    if let Some(compiled) = compiled {
        compiled.hear_constructs(&mut constructs, models.gathered(), dialect);
    }
    constructs
}

fn fails(report: &Report, index: usize, fail_on: FailOn) -> bool {
    let finding = &report.findings[index];
    match fail_on {
        FailOn::Never => false,
        _ if finding.is_set_aside() => false,
        FailOn::Any => true,
        _ if finding.severity == Severity::Error => true,
        FailOn::Hot => finding.verdict == Verdict::Hot,
        FailOn::Share(bar) => finding.judged().is_some_and(|column| column.is_surely(bar)),
    }
}
