//! What a run is to do: arguments, environment and terminal put together once, with every default decided.
//!
//! Values only: nothing is read, written or started here. The rooms below get the parts that they need, never the whole.

use super::appearance::{progress, style};
use super::args::{
    AdvancedArgs, Args, CheckArgs, Command, IncludeArg, InputArgs, MergeArg, OutputArgs, ProfileArgs, RuleSourceArgs,
    TestArgs,
};
use super::args_changes::OldCode;
use super::args_debug::{ConstructsArgs, DebugCommand, JoinArgs};
use super::args_profile::ProfileCommand;
use super::args_rules::{ListFormatArg, RulesArgs, RulesCommand};
use super::args_settings::ConfigCommand;
use super::args_shell::ShellArg;
use super::audit::audit_settings;
pub use super::baseline::BaselineSettings;
use super::baseline::baseline_settings;
use super::config_files::ConfigSource;
use super::config_show::ConfigQuestion;
pub use super::fix_args::{Fixing, Ignoring};
use super::output_args::outputs;
pub use super::output_args::{Format, OutputFile};
use super::plan_settings::PlanSettings;
use super::summary::{SummarySettings, summary_settings};
use super::together::{compiler_of, standard_input_is_read_once, there_is_a_profile_to_read};
use super::{CliError, Environment};
use crate::edge::{Include, Terminal};
use crate::model::Dialect;
use std::path::PathBuf;

/// More threads than this make no run shorter, and their stacks can be more than the memory that a run may have.
const MOST_THREADS: usize = 256;

/// What the process finds itself in.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The environment variables that matter.
    pub environment: Environment,
    /// What the process is connected to.
    pub terminal: Terminal,
    /// The canonical folder that it was started in.
    pub working_directory: PathBuf,
    /// How many threads can run at once.
    pub cores: usize,
}

/// One subcommand, resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Settings {
    /// `check`
    Check(Box<CheckSettings>),
    /// `audit`
    Audit(Box<AuditSettings>),
    /// `baseline write`, `baseline update`
    Baseline(Box<BaselineSettings>),
    /// `baseline show`
    ShowBaseline {
        /// The file.
        file: PathBuf,
    },
    /// `plan`
    Plan(Box<PlanSettings>),
    /// `profile summary`
    Summary(Box<SummarySettings>),
    /// `init`
    Init,
    /// `config show`
    ShowConfig(Box<ConfigQuestion>),
    /// `config schema`
    ConfigSchema,
    /// `rules`
    ListRules {
        /// Which rules.
        rules: RuleSource,
        /// Where settings come from.
        config: ConfigSource,
        /// Whether the list is for machines.
        json: bool,
    },
    /// `rules test`
    TestRules {
        /// The folders of rules to test; none is the shipped ones.
        rules: RuleSource,
    },
    /// `rules new`
    NewRule {
        /// Its id.
        id: String,
        /// The folder that it is made in.
        folder: PathBuf,
    },
    /// `rules docs`
    RuleDocs {
        /// Which rules.
        rules: RuleSource,
    },
    /// `explain`
    Explain {
        /// The rule's id as typed.
        id: String,
        /// Which rules there are.
        rules: RuleSource,
        /// Where settings come from.
        config: ConfigSource,
    },
    /// `completions`
    Completions {
        /// For which shell.
        shell: ShellArg,
    },
    /// `man`
    Man {
        /// Where a page for each command goes; `None` for the first one on standard output.
        folder: Option<PathBuf>,
    },
    /// `debug tree`
    DebugTree {
        /// The Go file.
        file: PathBuf,
    },
    /// `debug constructs`
    DebugConstructs {
        /// Which files.
        input: Input,
        /// Which measurements; never empty.
        profile: ProfileInput,
        /// What the compiler says.
        compiler: CompilerInput,
    },
    /// `debug join`
    DebugJoin {
        /// Which files.
        input: Input,
        /// Which measurements; never empty.
        profile: ProfileInput,
    },
}

/// `heaplint check`
#[derive(Clone, Debug, PartialEq)]
pub struct CheckSettings {
    /// Which files.
    pub input: Input,
    /// Which measurements.
    pub profile: ProfileInput,
    /// What the compiler says.
    pub compiler: CompilerInput,
    /// What tests say.
    pub tests: TestInput,
    /// Which rules.
    pub rules: RuleSource,
    /// Which of them.
    pub selection: Selection,
    /// Where settings for paths come from.
    pub config: ConfigSource,
    /// The share of the total, 0 to 1, from which a finding is hot.
    pub min_share: f64,
    /// How many findings are shown at most; `usize::MAX` for all.
    pub shown_at_most: usize,
    /// Which findings make the exit code 1.
    pub fail_on: FailOn,
    /// Which of them are old.
    pub old_code: OldCode,
    /// What is done about them.
    pub fixing: Fixing,
    /// Whether they are let stand by directives.
    pub ignoring: Option<Ignoring>,
    /// How they are written to standard output.
    pub format: Format,
    /// The files that they are written to as well.
    pub files: Vec<OutputFile>,
    /// Whether and how wide.
    pub style: Style,
    /// Whether what is folded is shown too.
    pub verbose: bool,
    /// Whether findings and problems are all that is written.
    pub quiet: bool,
    /// Whether problems leave the exit code alone.
    pub allow_partial: bool,
    /// How many threads work.
    pub threads: usize,
    /// Whether a long run may draw a line on standard error.
    pub progress: bool,
}

/// `heaplint audit`
#[derive(Clone, Debug, PartialEq)]
pub struct AuditSettings {
    /// What is examined, as for check.
    pub check: CheckSettings,
    /// Where the report goes; `None` for standard output.
    pub output: Option<PathBuf>,
}

/// Which files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// As typed.
    pub paths: Vec<PathBuf>,
    /// A file with more of them, `-` for standard input.
    pub files_from: Option<PathBuf>,
    /// What is wanted of the kinds left out by default.
    pub include: Include,
    /// Whether named files are judged too.
    pub force_exclude: bool,
    /// Where relative paths start.
    pub working_directory: PathBuf,
}

/// Which measurements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileInput {
    /// Files, `-` for standard input; empty without a profile.
    pub paths: Vec<PathBuf>,
    /// How they go together; `None` where the user says nothing, which is enough for one.
    pub merge: Option<MergeMode>,
    /// The sample type to rank by, as typed; `None` leaves it to the profile.
    pub sample_index: Option<String>,
    /// The compiler, where the user says so.
    pub dialect: Option<Dialect>,
    /// The git revision that was profiled, where the user says so.
    pub revision: Option<String>,
    /// Functions that are charged to their callers, as patterns.
    pub transparent: Vec<String>,
}

/// What `go test` wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestInput {
    /// Coverage profiles, `-` for standard input.
    pub coverage: Vec<PathBuf>,
    /// Outputs of benchmarks, likewise.
    pub benchmarks: Vec<PathBuf>,
}

/// Where the compiler's word comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompilerInput {
    /// It is not asked.
    None,
    /// Files of text, `-` for standard input, and folders of its JSON form.
    Files(Vec<PathBuf>),
    /// From the user's own go command, which is run.
    Run,
}

/// Why several profiles may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeMode {
    /// Each covers a time of its own, as `?seconds=N` makes them: added.
    Delta,
    /// Each counts from the start of a process of its own: added.
    Shards,
}

/// Folders of rules besides the shipped ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// In the order given.
    pub folders: Vec<PathBuf>,
}

/// Rules by id or group, as typed; the rule set checks the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Only these; empty means all.
    pub select: Vec<String>,
    /// Not these, whatever `select` says.
    pub ignore: Vec<String>,
}

/// Which findings make the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FailOn {
    /// Every finding that is shown.
    Any,
    /// Hot findings and errors.
    Hot,
    /// None.
    Never,
    /// Findings whose lower bound of the share, 0 to 1, reaches this, and errors.
    Share(f64),
}

/// How text for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour.
    pub color: Color,
    /// Columns.
    pub width: u16,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// With escape sequences.
    Always,
    /// Plain.
    Never,
}

impl CheckSettings {
    /// Every format that is asked for.
    pub fn formats(&self) -> impl Iterator<Item = Format> {
        std::iter::once(self.format).chain(self.files.iter().map(|file| file.format))
    }
}

impl Settings {
    /// Decides everything that arguments leave open, and refuses what does not go together.
    pub fn resolve(args: Args, surroundings: &Surroundings) -> Result<Settings, CliError> {
        Ok(match args.command {
            Command::Check(check) => Settings::Check(Box::new(check_settings(check, surroundings)?)),
            Command::Audit(audit) => Settings::Audit(Box::new(audit_settings(audit, surroundings)?)),
            Command::Baseline(command) => baseline_settings(command, surroundings)?,
            Command::Plan(plan) => Settings::Plan(Box::new(PlanSettings::resolve(plan, surroundings)?)),
            Command::Profile(ProfileCommand::Summary(args)) => summary_settings(args, surroundings)?,
            Command::Init => Settings::Init,
            Command::Config(ConfigCommand::Schema) => Settings::ConfigSchema,
            Command::Config(ConfigCommand::Show(show)) => {
                Settings::ShowConfig(Box::new(ConfigQuestion::of(*show, rule_source)))
            }
            Command::Rules(rules) => rules_settings(rules, surroundings),
            Command::Explain(explain) => Settings::Explain {
                id: explain.id,
                rules: rule_source(explain.rule_source),
                config: ConfigSource::of_files(explain.settings),
            },
            Command::Completions(completions) => Settings::Completions { shell: completions.shell },
            Command::Man(man) => Settings::Man { folder: man.folder },
            Command::Debug(DebugCommand::Tree { file }) => Settings::DebugTree { file },
            Command::Debug(DebugCommand::Constructs(constructs)) => debug_constructs(constructs, surroundings)?,
            Command::Debug(DebugCommand::Join(join)) => debug_join(join, surroundings)?,
        })
    }
}

pub(super) fn check_settings(args: CheckArgs, surroundings: &Surroundings) -> Result<CheckSettings, CliError> {
    let CheckArgs { input, profile, compiler, tests, selection, fail_on, old_code, fixes, output, advanced } = args;
    let others: Vec<PathBuf> = compiler.compiler.iter().chain(&tests.coverage).chain(&tests.bench).cloned().collect();
    standard_input_is_read_once(&input, &profile, &others)?;
    let OutputArgs { format, output, color, verbose, quiet } = output;
    there_is_a_profile_to_read(&profile)?;
    let (format, files) = outputs(format, output)?;
    let AdvancedArgs { allow_partial, threads } = advanced;
    Ok(CheckSettings {
        input: input_of(input, surroundings),
        profile: profile_of(profile),
        compiler: compiler_of(compiler)?,
        tests: tests_of(tests),
        rules: rule_source(selection.rule_source),
        config: ConfigSource::of(selection.config, !selection.select.is_empty()),
        selection: Selection { select: selection.select, ignore: selection.ignore },
        min_share: selection.min_share,
        shown_at_most: selection.top.unwrap_or(usize::MAX),
        fail_on,
        old_code: OldCode::of(old_code),
        fixing: Fixing::of(&fixes),
        ignoring: Ignoring::of(fixes),
        format,
        files,
        style: style(color, surroundings),
        verbose,
        quiet,
        allow_partial,
        threads: threads.unwrap_or(surroundings.cores).min(MOST_THREADS),
        progress: progress(surroundings),
    })
}

fn rules_settings(args: RulesArgs, surroundings: &Surroundings) -> Settings {
    let source = rule_source(args.rule_source);
    match args.command {
        None => Settings::ListRules {
            rules: source,
            config: ConfigSource::of_files(args.settings),
            json: args.format == ListFormatArg::Json,
        },
        Some(RulesCommand::Test { dir }) => {
            Settings::TestRules { rules: RuleSource { folders: dir.into_iter().collect() } }
        }
        Some(RulesCommand::New { id }) => Settings::NewRule { id, folder: surroundings.working_directory.clone() },
        Some(RulesCommand::Docs { rule_source: more, .. }) => Settings::RuleDocs { rules: rule_source(more) },
    }
}

fn debug_join(args: JoinArgs, surroundings: &Surroundings) -> Result<Settings, CliError> {
    standard_input_is_read_once(&args.input, &args.profile, &[])?;
    if args.profile.profiles.is_empty() {
        return Err(CliError::ProfileNeeded);
    }
    Ok(Settings::DebugJoin { input: input_of(args.input, surroundings), profile: profile_of(args.profile) })
}

fn debug_constructs(args: ConstructsArgs, surroundings: &Surroundings) -> Result<Settings, CliError> {
    standard_input_is_read_once(&args.input, &args.profile, &args.compiler.compiler)?;
    if args.profile.profiles.is_empty() {
        return Err(CliError::ProfileNeeded);
    }
    let (input, profile) = (input_of(args.input, surroundings), profile_of(args.profile));
    Ok(Settings::DebugConstructs { input, profile, compiler: compiler_of(args.compiler)? })
}

fn input_of(args: InputArgs, surroundings: &Surroundings) -> Input {
    let wants = |kind| args.include.contains(&kind);
    Input {
        include: Include {
            vendor: wants(IncludeArg::Vendor),
            testdata: wants(IncludeArg::Testdata),
            generated: wants(IncludeArg::Generated),
            tests: wants(IncludeArg::Tests),
        },
        paths: args.paths,
        files_from: args.files_from,
        force_exclude: args.force_exclude,
        working_directory: surroundings.working_directory.clone(),
    }
}

pub(super) fn profile_of(args: ProfileArgs) -> ProfileInput {
    let merge = args.merge.map(|merge| match merge {
        MergeArg::Delta => MergeMode::Delta,
        MergeArg::Shards => MergeMode::Shards,
    });
    ProfileInput {
        paths: args.profiles,
        merge,
        sample_index: args.sample_index,
        dialect: args.go,
        revision: args.profile_rev,
        transparent: args.transparent,
    }
}

fn tests_of(args: TestArgs) -> TestInput {
    TestInput { coverage: args.coverage, benchmarks: args.bench }
}

fn rule_source(args: RuleSourceArgs) -> RuleSource {
    RuleSource { folders: args.rules }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
