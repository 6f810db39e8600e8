//! The report: sites with what they met become findings, ranked and sorted into what is shown and what is counted.

use super::check::Joined;
use super::gather::Gathered;
use super::profile::Loaded;
use super::settings::CheckSettings;
use crate::go::outline::{Declaration, DeclarationKind};
use crate::go::tree::SourceFile;
use crate::join::{Bar, judge};
use crate::model::{Behaviour, Explanation, Finding, Grade, ProfileSummary, Report, Summary, Verdict};
use crate::rank::rank;
use crate::rule::{Rule, RuleSet};
use crate::scan::Site;
use crate::triage::{Wanted, count, shown};
use std::sync::Arc;

/// Puts the report together.
pub(super) fn assemble(
    sites: Vec<Site>,
    rules: &RuleSet,
    gathered: Gathered,
    evidence: Option<(&Loaded, Joined)>,
    settings: &CheckSettings,
) -> Report {
    let bar = evidence.as_ref().map(|(loaded, joined)| {
        let unit = &loaded.profile.sample_types[loaded.ranked].unit;
        Bar::new(loaded.ranked, settings.min_share, joined.totals[loaded.ranked], loaded.profile.period, unit)
    });
    let mut findings: Vec<Finding> = Vec::with_capacity(sites.len());
    for (index, site) in sites.iter().enumerate() {
        let rule = &rules.rules()[site.rule];
        let meeting = evidence.as_ref().map(|(_, joined)| &joined.attribution.meetings[index]);
        let verdict = judge(rule, meeting.zip(bar.as_ref()));
        let mut finding = finding(site, rule, verdict, &gathered);
        if let Some((_, joined)) = &evidence {
            (finding.explanation, finding.behaviour) = joined.explained[index].clone();
        }
        if let Some(meeting) = meeting {
            finding.grade = meeting.grade;
            finding.measured = meeting.cost.clone();
            finding.notes.extend(shared_line(meeting.shares_with.iter().map(|other| &sites[*other]), rules));
        }
        findings.push(finding);
    }
    let ranked =
        evidence.as_ref().map_or("", |(loaded, _)| &*loaded.profile.sample_types[loaded.ranked].kind).to_owned();
    rank(&mut findings, &ranked);
    let wanted = Wanted { everything: settings.verbose, top: Some(settings.shown_at_most) };
    let summary = Summary {
        files: gathered.scanned.len(),
        rules: rules.rules().len(),
        left_out: gathered.left_out,
        verdicts: count(&findings),
        broken_declarations: gathered.scanned.values().map(|scanned| scanned.broken.len()).sum(),
        profile: evidence.as_ref().map(|(loaded, joined)| profile_summary(loaded, joined)),
    };
    let sources = gathered.sources.into_values().map(|source| (source.path.clone(), source)).collect();
    let (hotspots, unplaced) =
        evidence.map_or_else(Default::default, |(_, joined)| (joined.leftover.hotspots, joined.leftover.unplaced));
    Report {
        shown: shown(&findings, wanted),
        findings,
        hotspots,
        unplaced,
        problems: gathered.problems,
        summary,
        sources,
        rules: rules.rules().iter().map(|rule| (rule.id.clone(), Arc::from(rule.title.as_str()))).collect(),
    }
}

fn finding(site: &Site, rule: &Rule, verdict: Verdict, gathered: &Gathered) -> Finding {
    let file = gathered.tree.file(site.file);
    let region = gathered.sources.get(&site.file).map(|source| source.region(site.span));
    let nowhere = crate::model::Position { line: 0, column: 0 };
    Finding {
        rule: rule.id.clone(),
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
        notes: Vec::new(),
        measured: None,
        explanation: Explanation::default(),
        behaviour: Behaviour::default(),
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

/// Says which other findings were given some of the same samples.
fn shared_line<'s>(others: impl Iterator<Item = &'s Site>, rules: &RuleSet) -> Option<String> {
    let mut names: Vec<&str> = others.map(|site| &*rules.rules()[site.rule].id).collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| {
        format!(
            "shares its line with {}: the profile cannot tell their bytes apart, and each shows the whole",
            names.join(", ")
        )
    })
}

fn profile_summary(loaded: &Loaded, joined: &Joined) -> ProfileSummary {
    let (profile, ranked) = (&loaded.profile, loaded.ranked);
    let leftover = &joined.leftover;
    ProfileSummary {
        paths: loaded.paths.clone(),
        sample_type: profile.sample_types[ranked].clone(),
        dialect: loaded.dialect.map(|dialect| dialect.to_string()).unwrap_or_default(),
        samples: profile.samples.len(),
        period: profile.period,
        total: joined.totals[ranked],
        own: leftover.own[ranked],
        claimed: leftover.claimed[ranked],
        unplaced: leftover.unplaced_own[ranked],
        explained: joined.explained_share,
        by_grade: [0, 1, 2].map(|grade| leftover.by_grade[grade][ranked]),
        warnings: loaded.warnings.clone(),
    }
}
