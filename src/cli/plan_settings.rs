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
}

impl PlanSettings {
    /// Decides what the arguments leave open. Sources are joined by the shipped rules, as check does.
    pub(super) fn resolve(args: PlanArgs, surroundings: &Surroundings) -> Result<PlanSettings, CliError> {
        let PlanArgs { paths, profiles, merge, sample_index, precision, share, recorded, format } = args;
        let with_sources = !paths.is_empty();
        // With sources the profile is read again to be joined with them.
        if with_sources && profiles.iter().any(|path| path.as_os_str() == "-") {
            return Err(CliError::StandardInputTwice);
        }
        let check = CheckArgs {
            input: InputArgs { paths, files_from: None, include: Vec::new(), force_exclude: false },
            profile: ProfileArgs {
                profiles,
                merge,
                sample_index,
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
                config: ConfigArgs { isolated: true, ..ConfigArgs::default() },
            },
            fail_on: FailOn::Never,
            old_code: OldCodeArgs::default(),
            fixes: FixArgs::default(),
            output: OutputArgs {
                format: None,
                output: Vec::new(),
                color: ColorArg::Never,
                verbose: false,
                quiet: false,
            },
            advanced: AdvancedArgs { allow_partial: false, threads: None },
        };
        let check = check_settings(check, surroundings)?;
        Ok(PlanSettings {
            profile: check.profile.clone(),
            width: check.style.width,
            sources: with_sources.then_some(check),
            precision,
            share,
            recorded,
            json: format == ListFormatArg::Json,
        })
    }
}
