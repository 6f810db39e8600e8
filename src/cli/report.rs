//! The report: sites with what they met become findings, ranked and sorted into what is shown and what is counted.

use super::asked::is_justified;
use super::benchmarks::without_heap;
use super::check::Joined;
use super::coverage::Covered;
use super::dialect::unknown_go;
use super::directed::Directed;
use super::estimate::Estimates;
use super::gather::Gathered;
use super::old_code::Old;
use super::profile::Loaded;
use super::revision::misfit;
use super::settings::{CheckSettings, ProfileInput};
use crate::baseline::{Anchor, identities};
use crate::directive::{CHECKS, Check, GROUP};
use crate::evidence::Build;
use crate::evidence::benchmark::Benchmarks;
use crate::go::outline::{Declaration, DeclarationKind};
use crate::go::tree::SourceFile;
use crate::join::{Bar, Heard, Lack, Leftover, Meeting, caveats, judge, measures, quoted};
use crate::model::{
    Behaviour, Column, CompilerSummary, Confidence, Dialect, Explanation, Finding, FixSummary, Grade, Hotspot,
    Identity, Measured, ProfileSummary, Report, RuleCard, RuleId, SampleType, Severity, Source, Standing, Summary,
    TextBlock, Unasked, Unplaced, Verdict,
};
use crate::profile::Kind;
use crate::rank::rank;
use crate::rule::text::card;
use crate::rule::{Counts, Rule, RuleSet};
use crate::scan::Site;
use crate::triage::{Wanted, count, shown};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was heard beside the profiles.
pub(super) struct Beside {
    /// The compiler that the findings are about.
    pub(super) dialect: Dialect,
    /// What comments in the files say.
    pub(super) directives: Directed,
    /// How bad each site is, as settings files have it.
    pub(super) severities: Vec<Severity>,
    /// Doubts about settings files.
    pub(super) warnings: Vec<String>,
    /// What the compiler says of each site; empty where it was not asked.
    pub(super) heard: Vec<Heard>,
    /// What was asked of the compiler.
    pub(super) compiler: Option<CompilerSummary>,
    /// What the tests ran.
    pub(super) coverage: Option<Covered>,
    /// What was printed of benchmarks.
    pub(super) benchmarks: Benchmarks,
    /// What of the sites is old.
    pub(super) old_code: Old,
    /// The rules that no profile of the run measures.
    pub(super) unasked: Unasked,
}

/// Puts the report together. The first of the joined profiles is the one that everything is ranked by.
pub(super) fn assemble(
    sites: Vec<Site>,
    rules: &RuleSet,
    gathered: Gathered,
    mut joined: Vec<Joined<'_>>,
    mut beside: Beside,
    settings: &CheckSettings,
) -> Report {
    let bars: Vec<Bar> = joined.iter().map(|joined| joined.bar(joined.loaded.ranked, settings.min_share)).collect();
    let in_use = |joined: &Joined| Some(joined.bar(joined.loaded.in_use()?, settings.min_share));
    let in_use_bars: Vec<Option<Bar>> = joined.iter().map(in_use).collect();
    let mut findings: Vec<Finding> = Vec::with_capacity(sites.len());
    let mut identities = identify(&sites, rules, &gathered);
    let mut estimates = Estimates::new(rules, beside.dialect);
    for (index, site) in sites.iter().enumerate() {
        let rule = &rules.rules()[site.rule];
        let measuring = joined.iter().position(|joined| measures(joined.loaded.kind) == Some(rule.measured_by));
        // What is in use may be unknown although the profile knows what was allocated.
        let measuring = measuring.filter(|at| rule.counts == Counts::Ranked || in_use_bars[*at].is_some());
        let bar = |at: usize| in_use_bars[at].as_ref().filter(|_| rule.counts == Counts::InUse).unwrap_or(&bars[at]);
        let meeting = measuring.map(|at| (&joined[at].attribution.meetings[index], bar(at)));
        let said = beside.heard.get(index);
        let measuring_build = measuring.map(|at| &joined[at].build);
        let lacked = lacked(site, &gathered, measuring_build.or(joined.first().map(|joined| &joined.build)));
        let verdict =
            judge(rule, said.is_some_and(|heard| heard.refuted), meeting, !joined.is_empty(), lacked.as_ref());
        if site.needs_profile && verdict == Verdict::Stale {
            beside.unasked.changed_places += 1;
            continue;
        }
        let mut finding = finding(site, rule, verdict, &gathered);
        finding.identity = std::mem::take(&mut identities[index]);
        finding.severity = beside.severities.get(index).copied().unwrap_or(rule.severity);
        if let Some(heap) = joined.iter().find(|joined| joined.loaded.kind == Kind::Heap) {
            (finding.explanation, finding.behaviour) = heap.explained[index].clone();
        }
        if let Some((meeting, bar)) = meeting {
            finding.grade = meeting.grade;
            finding.notes.extend(meeting.cost.iter().flat_map(|cost| caveats(cost, bar)));
            finding.notes.extend(shared_line(&meeting.shares_with, rules));
        }
        if let Some(lacked) = lacked.filter(|_| verdict == Verdict::New) {
            finding.notes.push(lacked.told());
        }
        if let Some(heard) = said {
            finding.notes.extend(heard.words.iter().filter_map(quoted));
            finding.notes.extend(meeting.and_then(|(meeting, _)| others_bytes(heard, meeting)));
            finding.compiler = heard.words.clone();
        }
        finding.executions = beside.coverage.as_ref().and_then(|coverage| coverage.executions(site, &gathered));
        if let Some(at) = measuring.filter(|_| verdict == Verdict::Stale) {
            finding.function_cost = joined[at].unmatched.get(&(site.file, site.declaration)).cloned();
            finding.grade = Grade::Function;
        }
        let ranked = measuring.filter(|_| rule.counts == Counts::Ranked);
        finding.charged_to_callers = ranked.and_then(|at| joined[at].looked_through[index]);
        finding.judged_by = measuring.map(|at| joined[at].loaded.profile.sample_types[bar(at).ranked].clone());
        finding.measured = columns(joined.iter().map(|joined| &joined.attribution.meetings[index]));
        if !is_justified(rule, site.needs_profile, &finding) {
            continue;
        }
        finding.estimate = estimates.of(site.rule, &finding);
        findings.push(finding);
    }
    beside.directives.apply(&mut findings, &gathered, rules, !joined.is_empty());
    beside.old_code.stand(&mut findings);
    let baseline = beside.old_code.accept(&mut findings);
    let ranked = joined.first().map_or("", |joined| &*joined.sample_type().kind).to_owned();
    rank(&mut findings, &ranked);
    let wanted = Wanted { everything: settings.verbose, top: Some(settings.shown_at_most) };
    let idle = idle_patterns(&joined);
    let mut summaries = joined.iter().map(|joined| profile_summary(joined, &gathered, &settings.profile));
    let first = summaries.next().map(|mut first| {
        first.warnings.extend(idle);
        first
    });
    let summary = Summary {
        files: gathered.scanned.len(),
        rules: rules.rules().len(),
        left_out: gathered.left_out,
        verdicts: count(&findings),
        broken_declarations: gathered.scanned.values().map(|scanned| scanned.broken.len()).sum(),
        compiler: beside.compiler,
        coverage: beside.coverage.map(Covered::summary),
        profile: first,
        other_profiles: summaries.collect(),
        unasked: beside.unasked,
        change: beside.old_code.change,
        baseline,
        warnings: settings
            .profile
            .dialect
            .and_then(unknown_go)
            .into_iter()
            .chain(beside.warnings)
            .chain(beside.old_code.warnings)
            .collect(),
    };
    let sources = beside
        .directives
        .sources
        .into_iter()
        .chain(gathered.sources.into_values())
        .map(|source| (source.path.clone(), source))
        .collect();
    let timing = joined.iter_mut().find_map(|joined| joined.timing.take());
    let waiting = joined.iter_mut().flat_map(|joined| std::mem::take(&mut joined.waiting)).collect();
    let heap = joined.iter_mut().find(|joined| joined.loaded.kind == Kind::Heap);
    let benchmarks = heap.map_or_else(|| without_heap(&beside.benchmarks), |heap| std::mem::take(&mut heap.benchmarks));
    let (hotspots, unplaced) = leftovers(joined, &bars);
    // Some hundred thousand small objects: the process ends soon, and taking them apart would be a tenth of a short run.
    std::mem::forget((gathered.declared, gathered.tree));
    let named = findings.iter().map(|finding| &finding.rule).collect::<BTreeSet<_>>();
    let cards = named.into_iter().filter_map(|id| Some((id.clone(), card_of(id, rules)?))).collect();
    Report {
        shown: shown(&findings, wanted),
        findings,
        lone_fixes: BTreeMap::new(),
        lone_fixes_left_out: 0,
        hotspots,
        unplaced,
        timing,
        waiting,
        benchmarks,
        fixes: FixSummary { asked: settings.fixing.most(), written: settings.fixing.asked(), ..FixSummary::default() },
        problems: gathered.problems,
        summary,
        sources,
        rules: cards,
    }
}

/// What a rule, or a check of directives, is.
fn card_of(id: &RuleId, rules: &RuleSet) -> Option<RuleCard> {
    let check = |check: &Check| RuleCard {
        title: check.title.to_owned(),
        group: GROUP.to_owned(),
        severity: check.severity,
        confidence: Confidence::High,
        what: vec![TextBlock::Prose(check.what.to_owned())],
        explanation: Vec::new(),
        references: Vec::new(),
    };
    rules.rule(id).map(card).or_else(|| CHECKS.iter().find(|known| known.id == &**id).map(check))
}

impl Joined<'_> {
    fn sample_type(&self) -> &SampleType {
        &self.loaded.profile.sample_types[self.loaded.ranked]
    }

    fn bar(&self, sample_type: usize, min_share: f64) -> Bar {
        let Loaded { profile, kind, .. } = self.loaded;
        Bar::new(profile, *kind, sample_type, min_share, self.totals[sample_type])
    }
}

/// What of `--transparent` covers no function of any of the profiles.
fn idle_patterns(joined: &[Joined]) -> Option<String> {
    let (first, others) = joined.split_first()?;
    let everywhere = |pattern: &&String| others.iter().all(|other| other.idle_patterns.contains(pattern));
    let idle: Vec<String> = first.idle_patterns.iter().filter(everywhere).map(|it| format!("`{it}`")).collect();
    (!idle.is_empty()).then(|| {
        format!(
            "--transparent {} covers no function that the profile charges: a pattern is a whole symbol (pool.Get, \
             example.com/m/pool.*), a file (*.pb.go) or the word generated",
            idle.join(", ")
        )
    })
}

/// What each profile measured, side by side.
fn columns<'m>(meetings: impl Iterator<Item = &'m Meeting>) -> Option<Measured> {
    let columns: Vec<Column> =
        meetings.filter_map(|meeting| meeting.cost.as_ref()).flat_map(|cost| cost.columns.clone()).collect();
    (!columns.is_empty()).then_some(Measured { columns })
}

/// The hotspots of the ranked profile, each with what the other profiles say of its line, and the samples of all that fit
/// no place.
fn leftovers(joined: Vec<Joined<'_>>, bars: &[Bar]) -> (Vec<Hotspot>, Vec<Unplaced>) {
    let mut all = joined.into_iter().zip(bars).map(|(joined, bar)| {
        let mut leftover = joined.leftover;
        leftover.hotspots.iter_mut().for_each(|hotspot| hotspot.notes = hotspot_notes(hotspot, bar));
        leftover
    });
    let Some(Leftover { mut hotspots, mut unplaced, .. }) = all.next() else { return Default::default() };
    for other in all {
        // A line of one profile may be sure and that of the other less so; one that is not today's is never the same.
        type Line = (Arc<str>, u32, Arc<str>, bool);
        let key = |hotspot: &Hotspot| {
            let today = hotspot.grade < Grade::Function;
            (hotspot.path.clone(), hotspot.line, hotspot.symbol.clone(), today)
        };
        let mut lines: BTreeMap<Line, Hotspot> =
            other.hotspots.into_iter().map(|hotspot| (key(&hotspot), hotspot)).collect();
        for hotspot in &mut hotspots {
            let line = key(hotspot);
            hotspot.measured.columns.extend(lines.remove(&line).into_iter().flat_map(|other| other.measured.columns));
        }
        // What this profile alone charges is behind what the ranked one does.
        hotspots.extend(lines.into_values());
        unplaced.extend(other.unplaced);
    }
    (hotspots, unplaced)
}

/// How sure the line and the numbers of a hotspot are.
fn hotspot_notes(hotspot: &Hotspot, bar: &Bar) -> Vec<String> {
    let changed = (hotspot.grade == Grade::Function).then(|| {
        format!("line {} of the profiled source, which today's does not have: only the function is known", hotspot.line)
    });
    changed.into_iter().chain(caveats(&hotspot.measured, bar)).collect()
}

/// Why the profiled program did not have a site's code; `None` where it may have had it.
fn lacked(site: &Site, gathered: &Gathered, build: Option<&Build>) -> Option<Lack> {
    let file = gathered.tree.file(site.file);
    let not_built = build.and_then(|build| build.excludes(site.file, file)).map(Lack::NotBuilt);
    not_built.or_else(|| Lack::of_revision(gathered.tree.past()?, &file.path(), site))
}

/// What each site is known by. Of every site, whatever becomes of it: its number among equals shall not depend on a profile.
fn identify(sites: &[Site], rules: &RuleSet, gathered: &Gathered) -> Vec<Identity> {
    let nothing = Source::new("", *b"");
    let anchor = |site: &'_ Site| Anchor {
        rule: &rules.rules()[site.rule].id,
        id: site.file,
        file: gathered.tree.file(site.file),
        source: gathered.sources.get(&site.file).unwrap_or(&nothing),
        declaration: site.declaration,
        span: site.span,
    };
    identities(sites.iter().map(anchor))
}

/// A finding of which nothing is known but its code.
pub(super) fn finding(site: &Site, rule: &Rule, verdict: Verdict, gathered: &Gathered) -> Finding {
    let file = gathered.tree.file(site.file);
    let region = gathered.sources.get(&site.file).map(|source| source.region(site.span));
    let nowhere = crate::model::Position { line: 0, column: 0 };
    Finding {
        rule: rule.id.clone(),
        identity: Identity::default(),
        suppressed: None,
        of_directive: false,
        standing: Standing::default(),
        severity: rule.severity,
        confidence: rule.confidence,
        verdict,
        grade: Grade::None,
        path: file.shown.clone(),
        span: site.span,
        region: region.unwrap_or(crate::model::Region { start: nowhere, end: nowhere }),
        label: site.label.clone(),
        labels: site.labels.clone(),
        cost_lines: site.cost_lines.clone(),
        symbol: symbol(file, &file.outline.declarations[site.declaration]),
        message: site.message.clone(),
        help: site.help.clone(),
        fix: site.fix.clone(),
        notes: Vec::new(),
        measured: None,
        function_cost: None,
        charged_to_callers: None,
        estimate: None,
        executions: None,
        judged_by: None,
        explanation: Explanation::default(),
        behaviour: Behaviour::default(),
        compiler: Vec::new(),
    }
}

/// The symbol of a function as a profile of a normal build would spell it.
fn symbol(file: &SourceFile, declaration: &Declaration) -> Option<Arc<str>> {
    let package = if &*file.outline.package == "main" { "main" } else { &*file.import_path };
    let external_test = file.outline.package.ends_with("_test") && file.base().ends_with("_test.go");
    let package = if external_test { format!("{package}_test") } else { package.to_owned() };
    let inside = match declaration.kind {
        DeclarationKind::Function => declaration.name.to_string(),
        DeclarationKind::Method => {
            let receiver = declaration.receiver.as_ref()?;
            let of = &receiver.type_name;
            let of = if receiver.pointer { format!("(*{of})") } else { of.to_string() };
            format!("{of}.{}", declaration.name)
        }
        DeclarationKind::Var => "init".to_owned(),
        _ => return None,
    };
    Some(format!("{package}.{inside}").into())
}

/// Says what a refuted finding's line costs all the same.
fn others_bytes(heard: &Heard, meeting: &Meeting) -> Option<String> {
    let charged = heard.refuted && meeting.elsewhere;
    let why = "the profile charges its line all the same: another construct there, or a build of other code or flags";
    charged.then(|| why.to_owned())
}

/// Says which other findings were given some of the same samples.
fn shared_line(others: &BTreeSet<usize>, rules: &RuleSet) -> Option<String> {
    let mut names: Vec<&str> = others.iter().map(|rule| &*rules.rules()[*rule].id).collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| {
        format!(
            "shares its line with {}: the profile cannot tell their bytes apart, and each shows the whole",
            names.join(", ")
        )
    })
}

fn profile_summary(joined: &Joined, gathered: &Gathered, input: &ProfileInput) -> ProfileSummary {
    let Joined { loaded, leftover, totals, built_by: (dialect, dialect_source), .. } = joined;
    let commits = gathered.tree.past().map(|past| past.commits().collect::<Vec<_>>().join(", "));
    let (profile, ranked) = (&loaded.profile, loaded.ranked);
    ProfileSummary {
        paths: loaded.paths.clone(),
        sample_type: joined.sample_type().clone(),
        taken: (profile.time_nanos != 0).then_some(profile.time_nanos),
        dialect: dialect.to_string(),
        dialect_source: *dialect_source,
        revision: commits,
        summarised: loaded.summarised(),
        samples: profile.taken_samples(),
        period: profile.period,
        period_unit: profile.period_type.as_ref().map_or_else(|| Arc::from(""), |period| period.unit.clone()),
        total: totals[ranked],
        own: leftover.own[ranked],
        claimed: leftover.claimed[ranked],
        unplaced: leftover.unplaced_own[ranked],
        explained: joined.explained_share,
        noise: leftover.noise[ranked],
        by_grade: [0, 1, 2].map(|grade| leftover.by_grade[grade][ranked]),
        files_not_built: {
            let scanned = gathered.scanned.keys().map(|file| (*file, gathered.tree.file(*file)));
            scanned.filter(|(id, file)| joined.build.excludes(*id, file).is_some()).count()
        },
        platform: [joined.build.system, joined.build.architecture].into_iter().flatten().collect::<Vec<_>>().join("/"),
        warnings: loaded.warnings.iter().cloned().chain(misfit(joined.tracing, input, loaded)).collect(),
    }
}
