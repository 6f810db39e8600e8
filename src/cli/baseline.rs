//! `heaplint baseline`: writes, shrinks and shows the file of accepted findings.

use super::args::{CheckArgs, ColorArg, CompilerArgs, OutputArgs, TestArgs};
use super::args_baseline::{BaselineArgs, BaselineCommand};
use super::args_changes::{Factor, OldCodeArgs};
use super::check::examined;
use super::fix_args::FixArgs;
use super::settings::{CheckSettings, FailOn, Settings, Surroundings, check_settings};
use super::show::{print, write_out};
use super::{CliError, ExitStatus};
use crate::baseline::{entries_of, read_baseline, updated, write_baseline};
use crate::edge::{read, replace};
use crate::model::{BaselineEntry, Finding, Report};
use crate::render::accepted::render_entries;
use std::path::{Path, PathBuf};

/// The largest baseline that is read: a million entries stay below.
const MOST_BYTES: u64 = 512 << 20;

/// How many samples can have been expected of what has none, 95 %.
const UNSEEN: f64 = 3.0;

/// `heaplint baseline write` and `update`
#[derive(Clone, Debug, PartialEq)]
pub struct BaselineSettings {
    /// What is examined, as for check.
    pub check: CheckSettings,
    /// The file.
    pub file: PathBuf,
    /// Whether entries that stand are kept.
    pub update: bool,
}

/// What the command line comes to.
pub(super) fn baseline_settings(command: BaselineCommand, surroundings: &Surroundings) -> Result<Settings, CliError> {
    let (args, update) = match command {
        BaselineCommand::Write(args) => (args, false),
        BaselineCommand::Update(args) => (args, true),
        BaselineCommand::Show { file } => return Ok(Settings::ShowBaseline { file }),
    };
    let BaselineArgs { input, profile, selection, file, advanced } = args;
    let baseline = update.then(|| file.clone());
    let check = CheckArgs {
        input,
        profile,
        compiler: CompilerArgs { compiler: Vec::new() },
        tests: TestArgs::default(),
        selection,
        fail_on: FailOn::Never,
        old_code: OldCodeArgs { baseline, regrow: Factor::default(), ..OldCodeArgs::default() },
        fixes: FixArgs::default(),
        output: OutputArgs { format: None, output: Vec::new(), color: ColorArg::Never, verbose: false, quiet: false },
        advanced,
    };
    let check = check_settings(check, surroundings)?;
    Ok(Settings::Baseline(Box::new(BaselineSettings { check, file, update })))
}

/// Runs `heaplint baseline write` or `update`.
pub(super) fn baseline(settings: &BaselineSettings) -> Result<ExitStatus, CliError> {
    let report = examined(&settings.check)?;
    let missed = |finding: &Finding| missed(&report, finding);
    let entries = match (settings.update, &report.summary.baseline) {
        (true, Some(summary)) => updated(load(&settings.file)?, summary, &report.findings, missed),
        _ => entries_of(&report.findings, missed),
    };
    replace(&settings.file, write_baseline(&entries).as_bytes()).map_err(|problem| CliError::Other {
        message: format!("the baseline cannot be written: {problem}"),
        help: "name another file with --file".to_owned(),
    })?;
    let costs = entries.iter().filter(|entry| entry.cost.is_some()).count();
    let mut said = format!("{}: {}, {costs} with a cost\n", settings.file.display(), entries_told(entries.len()));
    if let Some(summary) = report.summary.baseline.as_ref().filter(|_| settings.update) {
        for stale in &summary.stale {
            said.push_str(&format!("dropped {} in {}: {}\n", stale.rule, stale.declaration, stale.code));
        }
        if summary.regrown + summary.new > 0 {
            said.push_str(&format!(
                "not accepted: {} hotter than accepted, {} new; `heaplint baseline write` accepts everything\n",
                summary.regrown, summary.new
            ));
        }
    }
    for problem in &report.problems {
        said.push_str(&format!("not looked into: {problem}\n"));
    }
    print(&said)?;
    Ok(ExitStatus::of(0, report.problems.len(), settings.check.allow_partial))
}

/// Runs `heaplint baseline show`.
pub(super) fn show_baseline(file: &Path) -> Result<ExitStatus, CliError> {
    let entries = load(file)?;
    write_out(|out| render_entries(&entries, out))?;
    Ok(ExitStatus::Clean)
}

/// The entries of a file.
pub(super) fn load(file: &Path) -> Result<Vec<BaselineEntry>, CliError> {
    let shown = file.to_string_lossy();
    let bytes = read(file, &shown, MOST_BYTES).map_err(|problem| CliError::Other {
        message: format!("the baseline cannot be read: {problem}"),
        help: "`heaplint baseline write` makes one".to_owned(),
    })?;
    read_baseline(&bytes).map_err(|error| CliError::Other {
        message: format!("the baseline {shown} cannot be used: {error}"),
        help: "mend that line, or make it anew with `heaplint baseline write`".to_owned(),
    })
}

/// Of a finding without samples, the most of the profile's total that sampling can have missed; `None` where that is not known.
fn missed(report: &Report, finding: &Finding) -> Option<f64> {
    let judged = finding.judged_by.as_ref()?;
    let profiles = report.summary.profile.iter().chain(&report.summary.other_profiles);
    let profile = profiles.into_iter().find(|profile| profile.sample_type == *judged)?;
    let known = profile.period > 0 && profile.total > 0 && profile.period_unit == judged.unit;
    known.then(|| UNSEEN * profile.period as f64 / profile.total as f64)
}

fn entries_told(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}
