//! The closing lines: what was found, what was left out, and how much of the profile was understood.
//!
//! The human and the text format end with the same lines. It counts nothing itself beyond lengths of lists.

use super::cost::plural;
use super::theme::{Look, Paint};
use super::{cost, fixes, layout, old_code, quantity, suppressed, untrusted};
use crate::model::{
    CompilerSummary, CoverageSummary, ExplainedShare, ExplainedSums, Hotspot, LeftOut, ProfileSummary, Report,
    SummarisedProfiles, Verdict,
};
use std::io::{self, Write};

/// Where the values of the summary start.
const VALUE_COLUMN: usize = 11;

/// Writes the closing lines. `named` says whether what comments let stand is told by name before.
pub(super) fn write(report: &Report, look: &Look, named: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", look.paint(Paint::Strong, &headline(report)))?;
    let mut rows: Vec<(&str, String)> = Vec::new();
    if !report.findings.is_empty() {
        rows.push(("verdicts", verdicts(report)));
    }
    match &report.summary.profile {
        Some(profile) => {
            profile_rows(profile, &mut rows);
            report.summary.other_profiles.iter().for_each(|other| profile_rows(other, &mut rows));
        }
        None if report.findings.is_empty() => {}
        None => rows.push(("profile", "none given, so nothing here was measured or ranked by cost".to_owned())),
    }
    rows.extend(unasked(report).map(|told| ("not asked", told)));
    rows.extend(suppressed::row(report, named).map(|row| ("suppressed", row)));
    rows.extend(fixes::rows(report).into_iter().map(|row| ("fixes", row)));
    rows.extend(report.summary.change.as_ref().map(|change| ("change", old_code::change_row(change))));
    if let Some(baseline) = &report.summary.baseline {
        rows.push(("baseline", old_code::baseline_row(baseline)));
        rows.extend(old_code::stale_row(baseline).map(|row| ("stale", row)));
    }
    if let Some(compiler) = &report.summary.compiler {
        rows.push(("compiler", compiler_row(compiler)));
    }
    if let Some(coverage) = &report.summary.coverage {
        rows.push(("coverage", coverage_row(coverage)));
    }
    if let Some(left_out) = left_out(&report.summary.left_out) {
        rows.push(("left out", left_out));
    }
    rows.extend(skipped(report).map(|told| ("skipped", told)));
    for warning in warnings(report) {
        rows.push(("warning", untrusted::prose(warning)));
    }
    for (name, value) in rows {
        write_row(name, &value, look, out)?;
    }
    Ok(())
}

/// `5 rules that need a profile: 3 heap, 2 mutex; 2 places of such rules in functions that have changed since the profile`.
pub(super) fn unasked(report: &Report) -> Option<String> {
    let unasked = &report.summary.unasked;
    let kinds: Vec<String> = unasked.rules.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let rules = (!kinds.is_empty()).then(|| {
        let rules = plural(unasked.rule_count(), "rule");
        let need = if unasked.rule_count() == 1 { "needs" } else { "need" };
        format!("{rules} that {need} a profile: {}", kinds.join(", "))
    });
    let places = (unasked.changed_places > 0).then(|| {
        let places = plural(unasked.changed_places, "place");
        format!("{places} of rules that need a profile, in functions that have changed since it was taken")
    });
    let told: Vec<String> = rules.into_iter().chain(places).collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// `cover.out: executions, of 12 files; it knows 3 files more`
pub(super) fn coverage_row(coverage: &CoverageSummary) -> String {
    let paths: Vec<String> = coverage.paths.iter().map(|path| untrusted::name(path)).collect();
    let what = if coverage.counted { "executions" } else { "whether code ran, not how often" };
    let others = match coverage.other_files {
        0 => String::new(),
        others => format!("; it knows {} more", plural(others, "file")),
    };
    format!("{}: {what}, of {}{others}", paths.join(", "), plural(coverage.files, "file"))
}

/// What is doubtful in what the run was told, and what the evidence lacks, of every profile and of the compiler's output.
pub(super) fn warnings(report: &Report) -> impl Iterator<Item = &String> {
    let profiles = report.summary.profile.iter().chain(&report.summary.other_profiles);
    let compiler = report.summary.compiler.iter().flat_map(|compiler| &compiler.warnings);
    report.summary.warnings.iter().chain(profiles.flat_map(|profile| &profile.warnings)).chain(compiler)
}

/// What was found, in how many files, by how many rules.
pub(super) fn headline(report: &Report) -> String {
    let summary = &report.summary;
    if summary.files == 0 && summary.change.is_some() {
        return "nothing to check: no Go file that was asked for changed".to_owned();
    }
    if summary.files == 0 {
        return "no Go files to scan: is this the right folder?".to_owned();
    }
    let scanned = format!("in {} by {}", plural(summary.files, "file"), plural(summary.rules, "rule"));
    // What comments or a baseline let stand and what stood before a change have lines of their own.
    let standing = report.findings.iter().filter(|finding| !finding.is_set_aside()).count();
    match (standing, report.shown.len()) {
        (0, _) => format!("no findings {scanned}"),
        (all, shown) if shown == all => format!("{} {scanned}", plural(all, "finding")),
        (all, 0) => format!("nothing to show: {} folded, {scanned}", plural(all, "finding")),
        (all, shown) => {
            let folded = quantity::grouped(all.saturating_sub(shown));
            format!("{} shown and {folded} folded, {scanned}", plural(shown, "finding"))
        }
    }
}

/// `3 hot, 2 measured, 9 cold`, in the order of [`Verdict::WORDS`].
fn verdicts(report: &Report) -> String {
    let count = |word: &str| report.summary.verdicts.0.get(word).copied().unwrap_or(0);
    let parts: Vec<String> = Verdict::WORDS
        .iter()
        .filter(|word| count(word) > 0)
        .map(|word| format!("{} {word}", quantity::grouped(count(word))))
        .collect();
    parts.join(", ")
}

/// `build/m2.txt: go1.27.3, 1,204 records in 12 packages, 31 of them at findings`.
pub(super) fn compiler_row(compiler: &CompilerSummary) -> String {
    let safe = |texts: &[String]| texts.iter().map(|text| untrusted::name(text)).collect::<Vec<_>>().join(", ");
    let version = if compiler.versions.is_empty() { String::new() } else { safe(&compiler.versions) + ", " };
    let packages = plural(compiler.packages.len(), "package");
    let records = plural(compiler.own, "record");
    let used = quantity::grouped(compiler.used);
    format!("{}: {version}{records} in {packages}, {used} of them at findings", safe(&compiler.from))
}

fn profile_rows(profile: &ProfileSummary, rows: &mut Vec<(&str, String)>) {
    let paths: Vec<String> = profile.paths.iter().map(|path| untrusted::name(path)).collect();
    rows.push(("profile", format!("{}: {}", paths.join(", "), measured_as(profile))));
    rows.extend(understood(profile));
}

/// `alloc_space, 96 samples, one per 512.0 KiB, built by go1.26`.
pub(super) fn measured_as(profile: &ProfileSummary) -> String {
    let mut facts = vec![untrusted::name(&profile.sample_type.kind), plural(profile.samples, "record")];
    if profile.period > 1 {
        facts.push(format!("one per {}", quantity::amount(profile.period, &profile.period_unit)));
    }
    if !profile.dialect.is_empty() {
        facts.push(format!("built by {}, {}", untrusted::name(&profile.dialect), profile.dialect_source.phrase()));
    }
    facts.join(", ")
}

/// `of 3 profiles at 3f1c9ab0c2d4, 3 functions of a stack; 41 stacks with 0.09 % were dropped`
fn told_summary(summarised: &SummarisedProfiles, profile: &ProfileSummary) -> String {
    let mut told = format!("of {}", plural(summarised.profiles, "profile"));
    if let Some(revision) = &summarised.revision {
        told.push_str(&format!(" at {}", untrusted::name(revision.get(..12).unwrap_or(revision))));
    }
    if let Some(callers) = summarised.callers {
        told.push_str(&format!(", {} of a stack", plural(callers, "function")));
    }
    if summarised.dropped_stacks > 0 {
        let stacks = plural(summarised.dropped_stacks, "stack");
        let part = quantity::ratio(summarised.dropped, profile.total);
        told.push_str(&format!("; {stacks} with {part} left out"));
    }
    told
}

/// When the profile was taken, how much of it belongs to the module, and how much of that was understood, row by row.
pub(super) fn understood(profile: &ProfileSummary) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    let amount = |value: i64| quantity::amount(value, &profile.sample_type.unit);
    if let Some(taken) = profile.taken {
        rows.push(("taken", quantity::utc(taken)));
    }
    if let Some(revision) = &profile.revision {
        let short = |commit: &str| untrusted::name(commit.get(..12).unwrap_or(commit));
        let commits: Vec<String> = revision.split(", ").map(short).collect();
        rows.push(("revision", format!("{}, followed to the work tree by git", commits.join(", "))));
    }
    if let Some(summarised) = &profile.summarised {
        rows.push(("summary", told_summary(summarised, profile)));
    }
    if profile.files_not_built > 0 {
        let built = if profile.platform.is_empty() { String::new() } else { format!(" ({})", profile.platform) };
        let files = plural(profile.files_not_built, "file");
        rows.push(("not built", format!("{files} that build constraints keep out of the profiled program{built}")));
    }
    let own = quantity::ratio(profile.own, profile.total);
    rows.push((
        "own",
        format!("{} of {} ({own}) is charged to this module", amount(profile.own), amount(profile.total)),
    ));
    if profile.own != 0 {
        let claimed = quantity::ratio(profile.claimed, profile.own);
        rows.push(("claimed", format!("{} of that ({claimed}) is claimed by findings", amount(profile.claimed))));
        rows.extend(explained(profile).map(|told| ("explained", told)));
        let [exact, aligned, function] = profile.by_grade.map(|part| quantity::ratio(part, profile.own));
        let unplaced = match profile.unplaced {
            0 => String::new(),
            value => format!(", unplaced {} ({})", quantity::ratio(value, profile.own), amount(value)),
        };
        if profile.noise != 0 {
            let noise = format!(
                "{} of that are the garbage collector's own small objects, in no finding",
                amount(profile.noise)
            );
            rows.push(("noise", noise));
        }
        rows.push(("placed", format!("exact {exact}, aligned {aligned}, function {function}{unplaced}")));
    }
    rows
}

/// How much of what lines are charged with the constructs on them account for.
fn explained(profile: &ProfileSummary) -> Option<String> {
    let ExplainedShare { flat, through_calls } = profile.explained;
    let part = |sums: ExplainedSums, what: &str| {
        (sums.explained != 0).then(|| {
            let (explained, by_one) =
                (quantity::ratio(sums.explained, sums.own), quantity::ratio(sums.by_one, sums.own));
            format!("{explained} of what {what} ({by_one} by one construct alone)")
        })
    };
    let parts: Vec<String> = [part(flat, "lines allocate themselves"), part(through_calls, "lies below calls")]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What could not be parsed.
pub(super) fn skipped(report: &Report) -> Option<String> {
    let broken = report.summary.broken_declarations;
    (broken > 0)
        .then(|| format!("{} with syntax errors; the rest of their files was scanned", plural(broken, "declaration")))
}

/// What was found and not scanned, by reason, and how to have it scanned.
pub(super) fn left_out(left_out: &LeftOut) -> Option<String> {
    let LeftOut { vendor, testdata, generated, tests, excluded, ignored } = *left_out;
    let reasons =
        [("tests", tests), ("generated", generated), ("vendor", vendor), ("testdata", testdata), ("ignored", ignored)];
    let present: Vec<_> = reasons.into_iter().filter(|(_, count)| *count > 0).collect();
    let counts: Vec<String> =
        present.iter().map(|(word, count)| format!("{} {word}", quantity::grouped(*count))).collect();
    // What the settings leave out was left out on purpose.
    let excluded = (excluded > 0).then(|| format!("{} by the settings", quantity::grouped(excluded)));
    match present.first() {
        Some((first, _)) => {
            let all: Vec<String> = excluded.into_iter().chain(counts).collect();
            Some(format!("{}; include them by name, as in --include {first}", all.join(", ")))
        }
        None => excluded,
    }
}

fn write_row(name: &str, value: &str, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let room = look.columns().saturating_sub(VALUE_COLUMN + 2);
    for (at, line) in layout::wrap(&look.spell(value), room, room).iter().enumerate() {
        let name = layout::left(if at == 0 { name } else { "" }, VALUE_COLUMN);
        let paint = if name.starts_with("warning") { Paint::Warning } else { Paint::Quiet };
        writeln!(out, "  {}{line}", look.paint(paint, &name))?;
    }
    Ok(())
}

/// The hotspots that were charged themselves. Lines that only pass cost on stand behind them and are for programs.
pub(super) fn charged(report: &Report) -> &[Hotspot] {
    let own = |hotspot: &Hotspot| {
        cost::ranked_column(&hotspot.measured, &report.summary).is_some_and(|column| column.own != 0)
    };
    let end = report.hotspots.iter().rposition(own).map_or(0, |last| last + 1);
    &report.hotspots[..end]
}

/// `12.3 MiB in 4 places`, for lists that are only counted.
pub(super) fn total_of<'m>(
    report: &Report,
    measured: impl Iterator<Item = &'m crate::model::Measured>,
) -> Option<String> {
    let columns = measured.filter_map(|measured| cost::ranked_column(measured, &report.summary));
    let mut total: Option<(i64, &str)> = None;
    for column in columns {
        let (sum, unit) = total.unwrap_or((0, &column.sample_type.unit));
        total = Some((sum.saturating_add(column.own), unit));
    }
    total.map(|(sum, unit)| quantity::amount(sum, unit))
}

/// Whether the tables of time and waiting list the same lines: where the ranking is by one of those.
pub(super) fn is_told_by_time(report: &Report) -> bool {
    let waiting = report.waiting.iter().map(|line| &line.measured);
    let mut lines = report.timing.iter().flat_map(|timing| &timing.lines).map(|line| &line.measured).chain(waiting);
    cost::ranked_type(&report.summary)
        .is_some_and(|ranked| lines.any(|measured| measured.column(&ranked.kind).is_some()))
}
