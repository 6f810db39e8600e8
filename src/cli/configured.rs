//! Arguments with what settings files say where nothing was typed: options win over files, files over defaults.

use super::args::{AdvancedArgs, CheckArgs, InputArgs, ProfileArgs, SelectionArgs};
use super::args::{Args, Command, IncludeArg, MergeArg};
use super::args_baseline::BaselineCommand;
use super::args_settings::ConfigCommand;
use super::config_files::{ConfigFiles, ConfigSource, Layers, complain};
use super::config_show::formats;
use super::output_args::{Format, OutputFile};
use super::parse::{fail_on, go_version, percent};
use super::settings::FailOn;
use super::{CliError, Surroundings};
use crate::config::{Config, Value};
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
struct Open<'a> {
    input: Option<&'a mut InputArgs>,
    profile: &'a mut ProfileArgs,
    selection: &'a mut SelectionArgs,
    advanced: &'a mut AdvancedArgs,
    fail_on: Option<&'a mut FailOn>,
    output: Option<(&'a mut Option<Format>, &'a [OutputFile])>,
}

/// The arguments as they hold after the settings files are heard.
pub(super) fn configured(mut args: Args, given: &GivenOptions, surroundings: &Surroundings) -> Result<Args, CliError> {
    let mut open = match &mut args.command {
        Command::Check(CheckArgs { input, profile, selection, fail_on, output, advanced, .. }) => Open {
            input: Some(input),
            profile,
            selection,
            advanced,
            fail_on: Some(fail_on),
            output: Some((&mut output.format, &output.output)),
        },
        Command::Audit(audit) => Open {
            input: Some(&mut audit.input),
            profile: &mut audit.profile,
            selection: &mut audit.selection,
            advanced: &mut audit.advanced,
            fail_on: None,
            output: None,
        },
        Command::Config(ConfigCommand::Show(show)) => Open {
            input: None,
            profile: &mut show.profile,
            selection: &mut show.selection,
            advanced: &mut show.advanced,
            fail_on: None,
            output: None,
        },
        Command::Baseline(BaselineCommand::Write(baseline) | BaselineCommand::Update(baseline)) => Open {
            input: Some(&mut baseline.input),
            profile: &mut baseline.profile,
            selection: &mut baseline.selection,
            advanced: &mut baseline.advanced,
            fail_on: None,
            output: None,
        },
        _ => return Ok(args),
    };
    let source = ConfigSource::of(open.selection.config.clone(), given.has("select"));
    let layers = ConfigFiles::new(source, &surroundings.working_directory).of_run()?;
    open.hear(&layers, given, &surroundings.working_directory)?;
    Ok(args)
}

impl Open<'_> {
    fn hear(&mut self, layers: &Layers, given: &GivenOptions, working_directory: &Path) -> Result<(), CliError> {
        let profiles_typed = given.has("profile");
        for config in layers.iter() {
            for (key, written) in config.values.iter().filter(|(key, _)| !given.has(key)) {
                let refuse = |span: Span, why: String| complain(config, span, why, "see `heaplint check --help`");
                let in_place = |text: &str| in_place(config, text, working_directory);
                match (*key, &written.value) {
                    ("profile", Value::Texts(names)) => {
                        if let Some(stream) = names.iter().find(|name| name.value == "-") {
                            let why = "standard input is for the command line to give".to_owned();
                            return Err(refuse(stream.span, why));
                        }
                        self.profile.profiles = names.iter().map(|name| in_place(&name.value)).collect();
                    }
                    ("merge", Value::Text(word)) if !profiles_typed => {
                        self.profile.merge = MergeArg::from_str(word, false).ok();
                    }
                    ("sample-index", Value::Text(name)) => self.profile.sample_index = Some(name.clone()),
                    ("transparent", Value::Texts(patterns)) => {
                        self.profile.transparent = patterns.iter().map(|pattern| pattern.value.clone()).collect();
                    }
                    ("go", Value::Text(version)) => {
                        self.profile.go = Some(go_version(version).map_err(|why| refuse(written.span, why))?);
                    }
                    ("rules", Value::Texts(folders)) => {
                        self.selection.rule_source.rules =
                            folders.iter().map(|folder| in_place(&folder.value)).collect();
                    }
                    ("include", Value::Texts(kinds)) => {
                        let kind = |kind: &str| IncludeArg::from_str(kind, false).ok();
                        let include: Vec<IncludeArg> = kinds.iter().filter_map(|word| kind(&word.value)).collect();
                        self.input.iter_mut().for_each(|input| input.include.clone_from(&include));
                    }
                    ("min-share", Value::Text(share)) => {
                        self.selection.min_share = percent(share).map_err(|why| refuse(written.span, why))?;
                    }
                    ("fail-on", Value::Text(bar)) => {
                        let bar = fail_on(bar).map_err(|why| refuse(written.span, why))?;
                        self.fail_on.iter_mut().for_each(|open| **open = bar);
                    }
                    ("top", Value::Number(number)) => self.selection.top = Some(*number),
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
                    ("threads", Value::Number(number)) => self.advanced.threads = Some(*number),
                    ("allow-partial", Value::Flag(flag)) => self.advanced.allow_partial = *flag,
                    _ => {}
                }
            }
        }
        // What files say about reading profiles is for runs that have one.
        if self.profile.profiles.is_empty() && !given.has("sample-index") {
            self.profile.sample_index = None;
        }
        if self.profile.profiles.is_empty() && !given.has("transparent") {
            self.profile.transparent.clear();
        }
        if self.profile.profiles.is_empty() && !given.has("merge") {
            self.profile.merge = None;
        }
        Ok(())
    }
}

/// A path that a settings file names, as it would have been typed.
fn in_place(config: &Config, text: &str, working_directory: &Path) -> PathBuf {
    let path = config.folder.join(text);
    path.strip_prefix(working_directory).map_or(path.clone(), Path::to_owned)
}
