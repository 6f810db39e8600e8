//! What `heaplint plan` is to do, resolved as [`settings`](super::settings) resolves the others.

use super::CliError;
use super::args::{
    AdvancedArgs, CheckArgs, ColorArg, CompilerArgs, InputArgs, OutputArgs, ProfileArgs, RuleSourceArgs, SelectionArgs,
    TestArgs,
};
use super::args_changes::OldCodeArgs;
use super::args_config::ConfigArgs;
use super::args_plan::PlanArgs;
use super::args_rules::ListFormatArg;
use super::fix_args::FixArgs;
use super::settings::{CheckSettings, FailOn, ProfileInput, Surroundings, check_settings};

/// `heaplint plan`
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSettings {
    /// The heap profile.
    pub profile: ProfileInput,
    /// How its lines are found; `None` without sources.
    pub sources: Option<CheckSettings>,
    /// Half of a 90 % interval as a part of the value, above 0.
    pub precision: f64,
    /// The share of the line that is planned for, above 0.
    pub share: f64,
    /// How long was recorded, in nanoseconds, where the user says.
    pub recorded: Option<i64>,
    /// Whether the plan is for machines.
    pub json: bool,
    /// Columns.
    pub width: u16,
    /// Whether problems with the sources leave the exit code alone.
    pub allow_partial: bool,
}

/// What `heaplint check` would be told for the same sources and profile.
pub(super) fn check_args(plan: &PlanArgs) -> CheckArgs {
    CheckArgs {
        input: InputArgs { paths: plan.paths.clone(), files_from: None, include: Vec::new(), force_exclude: false },
        profile: ProfileArgs {
            profiles: plan.profiles.clone(),
            merge: plan.merge,
            sample_index: plan.sample_index.clone(),
            go: None,
            transparent: Vec::new(),
            profile_rev: None,
        },
        compiler: CompilerArgs { compiler: Vec::new() },
        tests: TestArgs::default(),
        selection: SelectionArgs {
            select: Vec::new(),
            ignore: Vec::new(),
            rule_source: RuleSourceArgs { rules: Vec::new() },
            min_share: 0.01,
            top: None,
            config: ConfigArgs { files: plan.settings.clone(), ..ConfigArgs::default() },
        },
        fail_on: FailOn::Never,
        old_code: OldCodeArgs::default(),
        fixes: FixArgs::default(),
        output: OutputArgs { format: None, output: Vec::new(), color: ColorArg::Never, verbose: false, quiet: false },
        advanced: AdvancedArgs { allow_partial: false, threads: None },
    }
}

impl PlanSettings {
    /// Decides what the arguments leave open. Sources are joined as check does, by the same rules and settings.
    pub(super) fn resolve(args: PlanArgs, surroundings: &Surroundings) -> Result<PlanSettings, CliError> {
        let check = args.check.as_deref().cloned().unwrap_or_else(|| check_args(&args));
        let with_sources = !args.paths.is_empty();
        // With sources the profile is read again to be joined with them.
        if with_sources && check.profile.profiles.iter().any(|path| path.as_os_str() == "-") {
            return Err(CliError::StandardInputTwice);
        }
        let check = check_settings(check, surroundings)?;
        Ok(PlanSettings {
            profile: check.profile.clone(),
            width: check.style.width,
            allow_partial: check.allow_partial,
            sources: with_sources.then_some(check),
            precision: args.precision,
            share: args.share,
            recorded: args.recorded,
            json: args.format == ListFormatArg::Json,
        })
    }
}
