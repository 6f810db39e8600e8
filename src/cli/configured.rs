//! Arguments with what settings files say where nothing was typed: options win over files, files over defaults.

use super::args::{
    AdvancedArgs, Args, CheckArgs, Command, IncludeArg, InputArgs, MergeArg, ProfileArgs, RuleSourceArgs,
    SelectionArgs, TestArgs,
};
use super::args_audit::AuditArgs;
use super::args_baseline::BaselineCommand;
use super::args_debug::{ConstructsArgs, DebugCommand, JoinArgs};
use super::args_rules::{ExplainArgs, RulesArgs, RulesCommand};
use super::args_settings::ConfigCommand;
use super::config_files::{ConfigFiles, ConfigSource, Layers, complain};
use super::config_show::formats;
use super::output_args::{Format, OutputFile};
use super::parse::{fail_on, go_version, percent};
use super::plan_settings::check_args;
use super::settings::FailOn;
use super::{CliError, Surroundings};
use crate::config::{Config, Value, Written};
use crate::model::{SettingKey, SettingShape, Span};
use clap::parser::ValueSource;
use clap::{ArgMatches, ValueEnum};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The options that were typed with their values, by the names of their fields.
#[derive(Clone, Debug, Default)]
pub(super) struct GivenOptions(BTreeMap<String, Vec<String>>);

impl GivenOptions {
    /// Those of the subcommand, whichever it is.
    pub(super) fn of(matches: &ArgMatches) -> GivenOptions {
        let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut matches = Some(matches);
        while let Some(level) = matches {
            for id in level.ids().filter(|id| level.value_source(id.as_str()) == Some(ValueSource::CommandLine)) {
                // Groups of options have names too, and no values.
                let raw = level.try_get_raw(id.as_str()).ok().flatten().into_iter().flatten();
                let values = raw.map(|value| value.to_string_lossy().into_owned()).collect();
                given.insert(id.as_str().to_owned(), values);
            }
            matches = level.subcommand().map(|(_, inner)| inner);
        }
        GivenOptions(given)
    }

    /// Whether the option that a key is named after was typed.
    pub(super) fn has(&self, key: &str) -> bool {
        self.values(key).is_some()
    }

    fn values(&self, key: &str) -> Option<&Vec<String>> {
        // The only one whose field has another name.
        let field = if key == "profile" { "profiles" } else { key };
        self.0.get(&field.replace('-', "_"))
    }

    /// What was typed for a key, as TOML.
    pub(super) fn value(&self, key: &SettingKey) -> Option<String> {
        let values = self.values(key.name)?;
        Some(match key.shape {
            SettingShape::Flag => "true".to_owned(),
            SettingShape::Number => values.join(""),
            SettingShape::Text | SettingShape::Word(_) => format!("{:?}", values.join("")),
            _ => format!("{values:?}"),
        })
    }
}

/// The arguments of a subcommand that settings files speak of.
#[derive(Default)]
struct Open<'a> {
    input: Option<&'a mut InputArgs>,
    profile: Option<&'a mut ProfileArgs>,
    tests: Option<&'a mut TestArgs>,
    rule_source: Option<&'a mut RuleSourceArgs>,
    bar: Option<(&'a mut f64, &'a mut Option<usize>)>,
    advanced: Option<&'a mut AdvancedArgs>,
    fail_on: Option<&'a mut FailOn>,
    output: Option<(&'a mut Option<Format>, &'a [OutputFile])>,
}

/// The arguments as they hold after the settings files are heard.
pub(super) fn configured(mut args: Args, given: &GivenOptions, surroundings: &Surroundings) -> Result<Args, CliError> {
    let (files, mut open) = match &mut args.command {
        Command::Check(check) => open_check(check),
        Command::Plan(plan) => {
            let check = check_args(plan);
            open_check(plan.check.insert(Box::new(check)))
        }
        Command::Audit(AuditArgs { input, profile, tests, selection, advanced, .. }) => {
            let open = open_selection(selection);
            (open.0, Open { tests: Some(tests), ..open.1.with(input, profile, advanced) })
        }
        Command::Config(ConfigCommand::Show(show)) => {
            let (files, open) = open_selection(&mut show.selection);
            (files, Open { profile: Some(&mut show.profile), advanced: Some(&mut show.advanced), ..open })
        }
        Command::Baseline(BaselineCommand::Write(baseline) | BaselineCommand::Update(baseline)) => {
            let (files, open) = open_selection(&mut baseline.selection);
            (files, open.with(&mut baseline.input, &mut baseline.profile, &mut baseline.advanced))
        }
        Command::Rules(RulesArgs { command: Some(RulesCommand::Docs { rule_source, settings }), .. })
        | Command::Rules(RulesArgs { command: None, rule_source, settings, .. })
        | Command::Explain(ExplainArgs { rule_source, settings, .. }) => {
            (ConfigSource::of_files(settings.clone()), Open { rule_source: Some(rule_source), ..Open::default() })
        }
        Command::Debug(DebugCommand::Join(JoinArgs { input, profile, settings }))
        | Command::Debug(DebugCommand::Constructs(ConstructsArgs { input, profile, settings, .. })) => {
            let open = Open { input: Some(input), profile: Some(profile), ..Open::default() };
            (ConfigSource::of_files(settings.clone()), open)
        }
        _ => return Ok(args),
    };
    let layers = ConfigFiles::new(files, &surroundings.working_directory).of_run()?;
    open.hear(&layers, given, &surroundings.working_directory)?;
    Ok(args)
}

fn open_check(check: &mut CheckArgs) -> (ConfigSource, Open<'_>) {
    let CheckArgs { input, profile, tests, selection, fail_on, output, advanced, .. } = check;
    let (files, open) = open_selection(selection);
    let output = Some((&mut output.format, &*output.output));
    (files, Open { tests: Some(tests), fail_on: Some(fail_on), output, ..open.with(input, profile, advanced) })
}

fn open_selection(selection: &mut SelectionArgs) -> (ConfigSource, Open<'_>) {
    let SelectionArgs { rule_source, min_share, top, config, .. } = selection;
    let open = Open { rule_source: Some(rule_source), bar: Some((min_share, top)), ..Open::default() };
    (ConfigSource::of_files(config.files.clone()), open)
}

impl<'a> Open<'a> {
    fn with(self, input: &'a mut InputArgs, profile: &'a mut ProfileArgs, advanced: &'a mut AdvancedArgs) -> Open<'a> {
        Open { input: Some(input), profile: Some(profile), advanced: Some(advanced), ..self }
    }

    fn hear(&mut self, layers: &Layers, given: &GivenOptions, working_directory: &Path) -> Result<(), CliError> {
        let profiles_typed = given.has("profile");
        for config in layers.iter() {
            for (key, written) in config.values.iter().filter(|(key, _)| !given.has(key)) {
                let refuse = |span: Span, why: String| complain(config, span, why, "see `heaplint check --help`");
                let in_place = |text: &str| in_place(config, text, working_directory);
                match (*key, &written.value) {
                    ("profile", Value::Texts(names)) => {
                        no_stream(names).map_err(|span| refuse(span, STREAM.to_owned()))?;
                        let files: Vec<PathBuf> = names.iter().map(|name| in_place(&name.value)).collect();
                        self.profile.iter_mut().for_each(|profile| profile.profiles.clone_from(&files));
                    }
                    ("merge", Value::Text(word)) if !profiles_typed => {
                        let merge = MergeArg::from_str(word, false).ok();
                        self.profile.iter_mut().for_each(|profile| profile.merge = merge);
                    }
                    ("sample-index", Value::Text(name)) => {
                        self.profile.iter_mut().for_each(|profile| profile.sample_index = Some(name.clone()));
                    }
                    ("transparent", Value::Texts(patterns)) => {
                        let patterns: Vec<String> = patterns.iter().map(|pattern| pattern.value.clone()).collect();
                        self.profile.iter_mut().for_each(|profile| profile.transparent.clone_from(&patterns));
                    }
                    ("go", Value::Text(version)) => {
                        let version = go_version(version).map_err(|why| refuse(written.span, why))?;
                        self.profile.iter_mut().for_each(|profile| profile.go = Some(version));
                    }
                    (key @ ("coverage" | "bench"), Value::Texts(names)) => {
                        no_stream(names).map_err(|span| refuse(span, STREAM.to_owned()))?;
                        let files = names.iter().map(|name| in_place(&name.value)).collect();
                        match self.tests.as_mut() {
                            Some(tests) if key == "coverage" => tests.coverage = files,
                            Some(tests) => tests.bench = files,
                            None => {}
                        }
                    }
                    ("rules", Value::Texts(folders)) => {
                        let folders: Vec<PathBuf> = folders.iter().map(|folder| in_place(&folder.value)).collect();
                        self.rule_source.iter_mut().for_each(|source| source.rules.clone_from(&folders));
                    }
                    ("include", Value::Texts(kinds)) => {
                        let kind = |kind: &str| IncludeArg::from_str(kind, false).ok();
                        let include: Vec<IncludeArg> = kinds.iter().filter_map(|word| kind(&word.value)).collect();
                        self.input.iter_mut().for_each(|input| input.include.clone_from(&include));
                    }
                    ("min-share", Value::Text(share)) => {
                        let share = percent(share).map_err(|why| refuse(written.span, why))?;
                        self.bar.iter_mut().for_each(|(open, _)| **open = share);
                    }
                    ("fail-on", Value::Text(bar)) => {
                        let bar = fail_on(bar).map_err(|why| refuse(written.span, why))?;
                        self.fail_on.iter_mut().for_each(|open| **open = bar);
                    }
                    ("top", Value::Number(number)) => self.bar.iter_mut().for_each(|(_, open)| **open = Some(*number)),
                    ("format", Value::Text(word)) => {
                        let format = Format::from_str(word, false).map_err(|_| {
                            let why = format!("'{word}' is no format; formats are {}", formats().join(", "));
                            refuse(written.span, why)
                        })?;
                        let printed = |files: &[OutputFile]| files.iter().any(|file| file.path == Path::new("-"));
                        if let Some((open, _)) = self.output.as_mut().filter(|(_, files)| !printed(files)) {
                            **open = Some(format);
                        }
                    }
                    ("threads", Value::Number(number)) => {
                        self.advanced.iter_mut().for_each(|advanced| advanced.threads = Some(*number));
                    }
                    ("allow-partial", Value::Flag(flag)) => {
                        self.advanced.iter_mut().for_each(|advanced| advanced.allow_partial = *flag);
                    }
                    _ => {}
                }
            }
        }
        // What files say about reading profiles is for runs that have one.
        if let Some(profile) = self.profile.as_mut().filter(|profile| profile.profiles.is_empty()) {
            profile.sample_index.take_if(|_| !given.has("sample-index"));
            profile.merge.take_if(|_| !given.has("merge"));
            if !given.has("transparent") {
                profile.transparent.clear();
            }
        }
        Ok(())
    }
}

/// Why a settings file names no `-`.
const STREAM: &str = "standard input is for the command line to give";

/// Refuses the place of a `-`.
fn no_stream(names: &[Written<String>]) -> Result<(), Span> {
    names.iter().find(|name| name.value == "-").map_or(Ok(()), |stream| Err(stream.span))
}

/// A path that a settings file names, as it would have been typed.
fn in_place(config: &Config, text: &str, working_directory: &Path) -> PathBuf {
    let path = config.folder.join(text);
    path.strip_prefix(working_directory).map_or(path.clone(), Path::to_owned)
}
