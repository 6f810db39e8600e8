//! `heaplint config show` and `config schema`: what holds for a path, and who says so.

use super::args::RuleSourceArgs;
use super::args_rules::ListFormatArg;
use super::args_settings::ConfigShowArgs;
use super::config_files::{ConfigFiles, ConfigSource, Layers, Policies};
use super::configured::GivenOptions;
use super::output_args::Format;
use super::rules::{LoadedRules, load_rules};
use super::rules_here::held_rules;
use super::settings::{RuleSource, Selection};
use super::show::{print, write_out};
use super::{CliError, ExitStatus};
use crate::config::{Config, KEYS, Written};
use crate::edge::{GoFile, Role, shown};
use crate::model::{HeldRule, HeldSetting, HeldSettings, SettingKey, SettingOrigin, SettingScope, SettingShape, Span};
use crate::render::held;
use crate::render::json::{render_held, render_settings_schema};
use crate::rule::GROUPS;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigQuestion {
    /// The path, as typed.
    pub path: Option<PathBuf>,
    /// Whether the answer is for machines.
    pub json: bool,
    /// Where more rules come from.
    pub rules: RuleSource,
    /// What is selected on the command line.
    pub selection: Selection,
    /// Where settings come from.
    pub config: ConfigSource,
}

impl ConfigQuestion {
    /// What was typed.
    pub(super) fn of(args: ConfigShowArgs, rule_source: fn(RuleSourceArgs) -> RuleSource) -> ConfigQuestion {
        let ConfigShowArgs { path, format, selection, .. } = args;
        ConfigQuestion {
            path,
            json: format == ListFormatArg::Json,
            rules: rule_source(selection.rule_source),
            config: ConfigSource::of(selection.config, !selection.select.is_empty()),
            selection: Selection { select: selection.select, ignore: selection.ignore },
        }
    }
}

/// Prints what holds.
pub(super) fn show_config(
    question: &ConfigQuestion,
    given: &GivenOptions,
    working_directory: &Path,
) -> Result<ExitStatus, CliError> {
    let typed = question.path.clone().unwrap_or_else(|| PathBuf::from("."));
    let path = working_directory.join(&typed).canonicalize().map_err(|_| CliError::Other {
        message: format!("{}: there is no such file or folder", typed.to_string_lossy()),
        help: "name a Go file or a folder".into(),
    })?;
    // A folder is asked about as a file in it would be.
    let file = if path.is_dir() { path.join("...") } else { path.clone() };
    let everything = Selection { select: Vec::new(), ignore: Vec::new() };
    let LoadedRules { known, words, .. } = load_rules(&question.rules, &everything, working_directory)?;
    let left = load_rules(&question.rules, &question.selection, working_directory)?.known;
    let mut files = ConfigFiles::new(question.config.clone(), working_directory);
    let name = shown(&path, working_directory);
    let asked = [GoFile { shown: name.clone(), absolute: file.clone(), role: Role::Found, module: None }];
    let policies = Policies::new(&mut files, &asked, Some(&words), &known)?;
    let of_run = files.of_run()?;
    let of_path = files.of_folder(file.parent().unwrap_or(&file))?;
    let mut settings = Vec::new();
    for key in KEYS {
        let layers = if key.scope == SettingScope::Run { &of_run } else { &of_path };
        settings.extend(held_settings(key, layers, given, &file));
    }
    let held = policies.held(&file);
    let mut rules = held_rules(&known, held.as_deref().unwrap_or_default(), &of_path);
    // What is typed leaves rules out before files are heard.
    let is_left = |rule: &HeldRule| left.binary_search_by(|left| left.id.cmp(&rule.rule)).is_ok();
    for rule in rules.iter_mut().filter(|rule| !is_left(rule)) {
        let option = if question.selection.select.is_empty() { "--ignore" } else { "--select" };
        (rule.level, rule.origin) = (None, SettingOrigin::Option { name: option.to_owned() });
    }
    let answer = HeldSettings {
        path: name.to_string(),
        run_file: of_run.last().map(|config| config.source.path.to_string()),
        path_file: of_path.last().map(|config| config.source.path.to_string()),
        excluded: policies.leaves_out(&asked[0]),
        settings,
        rules,
    };
    match question.json {
        true => write_out(|out| render_held(&answer, out))?,
        false => print(&held::told(&answer))?,
    }
    Ok(ExitStatus::Clean)
}

/// Prints the schema.
pub(super) fn config_schema() -> Result<ExitStatus, CliError> {
    write_out(|out| render_settings_schema(KEYS, &GROUPS, &formats(), out))?;
    Ok(ExitStatus::Clean)
}

/// The words of formats.
pub(super) fn formats() -> Vec<String> {
    let known = Format::value_variants().iter().filter_map(|format| format.to_possible_value());
    known.map(|name| name.get_name().to_owned()).collect()
}

/// What holds for one key: several entries for tables.
fn held_settings(key: &SettingKey, layers: &Layers, given: &GivenOptions, file: &Path) -> Vec<HeldSetting> {
    let held = |name: &str, value: String, origin: SettingOrigin| HeldSetting { name: name.to_owned(), value, origin };
    match key.shape {
        SettingShape::Levels => layers
            .iter()
            .flat_map(|config| config.levels.iter().map(move |(rule, level)| (config, rule, level)))
            .map(|(config, rule, level)| {
                let value = format!("\"{}\"", level.word());
                held(&format!("levels.{}", rule.value), value, origin_in(config, rule.span))
            })
            .collect(),
        SettingShape::Overrides => layers
            .iter()
            .flat_map(|config| config.overrides.iter().map(move |one| (config, one)))
            .filter(|(_, one)| one.paths.cover(file))
            .map(|(config, one)| held("overrides.paths", one.paths.told(), origin_in(config, one.span)))
            .collect(),
        _ => {
            if let Some(typed) = given.value(key) {
                let origin = SettingOrigin::Option { name: format!("--{}", key.name) };
                // What is typed of these goes on top of what files say.
                if !matches!(key.name, "ignore" | "exclude") {
                    return vec![held(key.name, typed, origin)];
                }
                let mut all = of_files(key, layers);
                all.retain(|held| held.origin != SettingOrigin::Default);
                all.push(held(key.name, typed, origin));
                return all;
            }
            of_files(key, layers)
        }
    }
}

/// What files say of a key, or the default.
fn of_files(key: &SettingKey, layers: &Layers) -> Vec<HeldSetting> {
    let held = |value: String, origin: SettingOrigin| HeldSetting { name: key.name.to_owned(), value, origin };
    let all = layers.iter().filter_map(|config| Some((config, config.values.get(key.name)?)));
    let all: Vec<HeldSetting> =
        all.map(|(config, Written { span, .. })| held(as_written(config, *span), origin_in(config, *span))).collect();
    // These add up over the files that extend each other; of the others the nearest counts.
    let adds_up = matches!(key.name, "extend" | "extend-select" | "ignore" | "exclude");
    match all.len() {
        0 if key.default.is_empty() => Vec::new(),
        0 => vec![held(key.default.to_owned(), SettingOrigin::Default)],
        _ if adds_up => all,
        last => all.into_iter().skip(last - 1).collect(),
    }
}

/// The value as the file has it, on one line.
fn as_written(config: &Config, span: Span) -> String {
    let text = config.source.text.get(span.start..span.end).unwrap_or_default();
    let words: Vec<String> = String::from_utf8_lossy(text).split_whitespace().map(str::to_owned).collect();
    words.join(" ")
}

/// A line of a settings file.
pub(super) fn origin_in(config: &Config, span: Span) -> SettingOrigin {
    SettingOrigin::File { path: config.source.path.to_string(), line: config.line(span) }
}
