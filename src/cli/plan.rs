//! `heaplint plan`: from a first profile to how much longer or how much finer to record.

use super::check::examined;
use super::plan_settings::PlanSettings;
use super::profile::load_profiles;
use super::show::write_out;
use super::{CliError, ExitStatus};
use crate::model::{Grade, Measured, PlannedLine, RecordingPlan, Report, RuleId};
use crate::profile::Kind;
use crate::profile::recording::{Wanted, plan};
use crate::render::json::render_plan;
use crate::render::plan::render;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Runs `heaplint plan`.
pub(super) fn plan_recording(settings: &PlanSettings) -> Result<ExitStatus, CliError> {
    let needed = |message: &str| CliError::Other {
        message: message.into(),
        help: "curl -o heap.pb.gz http://HOST/debug/pprof/heap, or go test -memprofile heap.pb.gz, writes one".into(),
    };
    let loaded = load_profiles(&settings.profile)?.ok_or_else(|| needed("a plan starts from a heap profile"))?.ranked;
    if loaded.kind != Kind::Heap {
        return Err(needed("this is no heap profile, and only the recording of heap profiles can be planned"));
    }
    if loaded.profile.samples.is_empty() {
        return Err(CliError::Other {
            message: format!("{} holds no samples: nothing was recorded to plan from", loaded.paths.join(", ")),
            help: "let the program work for a while first, or set GODEBUG=memprofilerate=4096 for a short one".into(),
        });
    }
    let wanted = Wanted { precision: settings.precision, share: settings.share };
    let mut plan = plan(&loaded.profile, &loaded.paths, loaded.ranked, wanted, settings.recorded);
    let report = settings.sources.as_ref().map(examined).transpose()?;
    if let Some(report) = &report {
        plan.lines = lines(report, &plan);
    }
    let columns = usize::from(settings.width);
    write_out(|out| if settings.json { render_plan(&plan, out) } else { render(&plan, columns, out) })?;
    Ok(ExitStatus::of(0, report.map_or(0, |report| report.problems.len()), settings.allow_partial))
}

/// The lines of findings and hotspots with at least the share that is planned for, each place once, most costly first.
fn lines(report: &Report, plan: &RecordingPlan) -> Vec<PlannedLine> {
    // A finding stands where `check` reports it, wherever its cost is read from.
    let findings = report.findings.iter().filter_map(|finding| {
        let at = (&finding.path, finding.region.start.line, finding.grade.min(Grade::Aligned));
        Some((at, Some(&finding.rule), finding.measured.as_ref()?))
    });
    let hotspots =
        report.hotspots.iter().map(|hotspot| ((&hotspot.path, hotspot.line, hotspot.grade), None, &hotspot.measured));
    let mut lines: Vec<PlannedLine> =
        findings.chain(hotspots).filter_map(|(at, rule, measured)| planned(at, rule, measured, plan)).collect();
    lines.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| (&a.path, a.line).cmp(&(&b.path, b.line))));
    let mut told = BTreeSet::new();
    lines.retain(|line| told.insert((line.path.clone(), line.line, line.rule.clone())));
    lines
}

fn planned(
    (path, line, grade): (&Arc<str>, u32, Grade),
    rule: Option<&RuleId>,
    measured: &Measured,
    plan: &RecordingPlan,
) -> Option<PlannedLine> {
    let column = measured.column(&plan.sample_type.kind)?;
    let wide = column.sampling.share_high - column.sampling.share_low;
    (column.share >= plan.share && wide.is_finite()).then(|| {
        let present = 0.5 * wide / column.share;
        let factor = (present / plan.precision).powi(2);
        PlannedLine { path: path.clone(), line, grade, rule: rule.cloned(), share: column.share, present, factor }
    })
}
