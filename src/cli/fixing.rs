//! `heaplint check --fix` and `--diff`: the fixes of what is shown, file by file, and the report without what is gone.
//!
//! Findings that stay are told where they stand now: everything in the report that names a line of a mended file moves with it.

use super::settings::{CheckSettings, Fixing};
use crate::edge::rewrite;
use crate::fix::{Outcome, mend_beside};
use crate::model::{
    Applies, ChangedText, Edit, FileChange, Finding, Fix, FixedFinding, NewName, Problem, Report, Source, Span,
};
use crate::triage::count;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Mends the files of the shown findings: writes them, or keeps what would be written for a diff.
pub(super) fn mend_files(report: &mut Report, settings: &CheckSettings) {
    let fixing = settings.fixing;
    if fixing == Fixing::No {
        return;
    }
    // In the order of ranks, so that of two that meet the costlier one is fixed.
    let mut by_file: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for index in report.shown.iter().copied() {
        let finding = &report.findings[index];
        if finding.fix.as_ref().is_some_and(|fix| fixing.takes(fix)) {
            by_file.entry(finding.path.clone()).or_default().push(index);
        }
    }
    let mut fixed: BTreeSet<usize> = BTreeSet::new();
    // Names that fixes bring to the packages of a folder, which the next file of it must not take again.
    let mut brought: BTreeMap<PathBuf, BTreeSet<NewName>> = BTreeMap::new();
    for (path, findings) in by_file {
        let Some(source) = report.sources.get(&path).cloned() else { continue };
        let fixes: Vec<&Fix> = findings.iter().filter_map(|index| report.findings[*index].fix.as_ref()).collect();
        let folder = Path::new(&*path).parent().unwrap_or(Path::new("")).to_owned();
        let names = brought.entry(folder).or_default();
        let mended = mend_beside(&source, &fixes, names);
        let mut taken: Vec<usize> = Vec::new();
        for (index, outcome) in findings.iter().zip(&mended.outcomes) {
            let why = match outcome {
                Outcome::Applied => {
                    taken.push(*index);
                    continue;
                }
                Outcome::Overlaps => "another fix has changed the same code: the next run takes them",
                Outcome::Refused(refusal) => refusal.sentence(),
            };
            *report.fixes.skipped.entry(why.to_owned()).or_default() += 1;
        }
        let Some(change) = mended.change else { continue };
        if let Err(problem) = written(&source, &change, settings) {
            report.problems.push(problem);
            *report.fixes.skipped.entry("the file could not be written".to_owned()).or_default() += taken.len();
            continue;
        }
        names.extend(mended.names);
        fixed.extend(taken);
        report.fixes.changes.push(FileChange { path, old: source.text, new: change });
    }
    report.problems.sort();
    if fixing.writes() {
        let old = std::mem::take(&mut report.findings);
        let told = old.iter().enumerate().filter(|(index, _)| fixed.contains(index)).map(|(_, finding)| told(finding));
        report.fixes.fixed = told.collect();
        leave(report, old, &fixed);
    } else {
        let told = fixed.iter().map(|index| told(&report.findings[*index]));
        report.fixes.fixed = told.collect();
    }
}

fn told(finding: &Finding) -> FixedFinding {
    FixedFinding {
        rule: finding.rule.clone(),
        path: finding.path.clone(),
        line: finding.region.start.line,
        applies: finding.fix.as_ref().map_or(Applies::Safe, |fix| fix.applies),
    }
}

fn written(source: &Source, change: &ChangedText, settings: &CheckSettings) -> Result<(), Problem> {
    if !settings.fixing.writes() {
        return Ok(());
    }
    let path = settings.input.working_directory.join(Path::new(&*source.path));
    rewrite(&path, &source.path, &source.text, &change.text)
}

/// The report of what is left, in the lines of today.
fn leave(report: &mut Report, findings: Vec<Finding>, fixed: &BTreeSet<usize>) {
    let mut now: BTreeMap<Arc<str>, Moved> = BTreeMap::new();
    for change in &report.fixes.changes {
        let new = Source::new(change.path.clone(), change.new.text.clone());
        if let Some(old) = report.sources.insert(change.path.clone(), new.clone()) {
            now.insert(change.path.clone(), Moved { old, new, change: change.new.clone() });
        }
    }
    let mut places: Vec<Option<usize>> = Vec::with_capacity(findings.len());
    for (index, mut finding) in findings.into_iter().enumerate() {
        if fixed.contains(&index) {
            places.push(None);
            continue;
        }
        if let Some(moved) = now.get(&finding.path) {
            moved.finding(&mut finding);
        }
        places.push(Some(report.findings.len()));
        report.findings.push(finding);
    }
    report.shown = report.shown.iter().filter_map(|index| places[*index]).collect();
    report.summary.verdicts = count(&report.findings);
    let line = |path: &Arc<str>, line: &mut u32| {
        if let Some(moved) = now.get(path) {
            *line = moved.line(*line);
        }
    };
    report.hotspots.iter_mut().for_each(|hotspot| line(&hotspot.path, &mut hotspot.line));
    let of_findings = report.findings.iter_mut().map(|finding| &mut finding.behaviour);
    let behaviours = of_findings.chain(report.hotspots.iter_mut().map(|hotspot| &mut hotspot.behaviour));
    let calls = behaviours.flat_map(|behaviour| &mut behaviour.callers).filter_map(|caller| caller.call.as_mut());
    calls.for_each(|call| line(&call.path, &mut call.line));
    report.timing.iter_mut().flat_map(|timing| &mut timing.lines).for_each(|timed| line(&timed.path, &mut timed.line));
    report.waiting.iter_mut().for_each(|waiting| line(&waiting.path, &mut waiting.line));
    let benchmarks = report.benchmarks.iter_mut().filter_map(|benchmark| benchmark.profiled.as_mut().ok());
    benchmarks.flat_map(|profiled| &mut profiled.lines).for_each(|charged| line(&charged.path, &mut charged.line));
}

/// A file before and after its fixes.
struct Moved {
    old: Source,
    new: Source,
    change: ChangedText,
}

impl Moved {
    fn span(&self, span: Span) -> Span {
        let start = self.change.moved(span.start);
        Span::new(start, self.change.moved(span.end).max(start))
    }

    fn line(&self, line: u32) -> u32 {
        let start = self.old.line_span(line).map(|span| span.start);
        start.map_or(line, |start| self.new.line_at(self.change.moved(start)))
    }

    fn finding(&self, finding: &mut Finding) {
        finding.span = self.span(finding.span);
        finding.region = self.new.region(finding.span);
        finding.labels.iter_mut().for_each(|label| label.span = self.span(label.span));
        finding.cost_lines.iter_mut().for_each(|line| *line = self.line(*line));
        finding.cost_lines.dedup();
        // What was to be changed and has changed otherwise is for the next run.
        finding.fix = finding.fix.take().and_then(|fix| {
            let edit = |edit: &Edit| {
                let touched = |changed: &crate::model::Change| {
                    changed.old.start <= edit.span.end && edit.span.start <= changed.old.end
                };
                let stays = !self.change.changes.iter().any(touched);
                stays.then(|| Edit { span: self.span(edit.span), text: edit.text.clone() })
            };
            let edits = fix.edits.iter().map(edit).collect::<Option<Vec<Edit>>>()?;
            Some(Fix { edits, ..fix })
        });
    }
}
