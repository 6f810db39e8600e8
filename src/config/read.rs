//! From the text of a heaplint.toml to a [`Config`], or to everything that is wrong with it.
//!
//! Which keys there are and what they look like stands in [`KEYS`]; what words mean that only a run knows (rules, formats,
//! shares) is checked by those who know.

use super::file::{Config, Level, Override, Value, Written};
use super::keys::{KEYS, LEVELS, OVERRIDE_KEYS};
use super::patterns::PathPatterns;
use crate::model::{MOST_OF_A_NUMBER, SettingKey, SettingShape, Source, Span};
use crate::toml_text::{Complaints, Fields, TextError, suggestion};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::de::DeTable;

/// Settings files larger than this are not read, in bytes.
pub const LARGEST: u64 = 1 << 20;

/// More overrides than this are refused: each is asked about every file.
const MOST_OVERRIDES: usize = 200;

/// Reads the settings in `source`, whose paths start from the canonical `folder`.
///
/// # Errors
/// Everything that is wrong, in the order of the text.
pub fn read(source: Source, folder: &Path) -> Result<Config, Vec<TextError>> {
    let complaints = Complaints::default();
    let config = match std::str::from_utf8(&source.text) {
        Ok(text) => read_text(text, &source, folder, &complaints),
        Err(error) => {
            let at = error.valid_up_to();
            complaints.toml(at..at + 1, "this is not UTF-8", "save the file as UTF-8");
            None
        }
    };
    match (config, complaints.finish()) {
        (Some(config), complaints) if complaints.is_empty() => Ok(config),
        (_, complaints) => Err(complaints),
    }
}

fn read_text(text: &str, source: &Source, folder: &Path, complaints: &Complaints) -> Option<Config> {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let help = "docs/settings.md has an example, and `heaplint init` writes one";
            complaints.toml(error.span().unwrap_or(0..0), error.message().to_owned(), help);
            return None;
        }
    };
    let names: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
    let top = Fields::new(table.get_ref(), 0..1, &names, complaints);
    let mut values = BTreeMap::new();
    let mut overrides = Vec::new();
    for key in KEYS {
        match key.shape {
            SettingShape::Levels => {}
            SettingShape::Overrides => overrides = read_overrides(top, key, folder, complaints),
            _ => {
                if let Some(value) = read_value(top, key) {
                    values.insert(key.name, value);
                }
            }
        }
    }
    let exclude = patterns(super::file::texts(&values, "exclude"), folder, complaints);
    Some(Config {
        source: source.clone(),
        folder: folder.to_owned(),
        levels: read_levels(top, complaints),
        exclude: exclude?,
        overrides,
        values,
    })
}

fn place(span: Range<usize>) -> Span {
    Span::new(span.start, span.end)
}

/// A plain value, if the key is there and its value has the key's shape.
fn read_value(fields: Fields, key: &SettingKey) -> Option<Written<Value>> {
    let written = fields.value(key.name)?;
    let span = place(written.span());
    let example = format!("{} = {}", key.name, key.example);
    let value = match key.shape {
        SettingShape::Text => Value::Text(fields.optional_text(key.name, &example)?.0.to_owned()),
        SettingShape::Word(words) => {
            Value::Text(one_of(fields, key, fields.optional_text(key.name, &example)?, words)?)
        }
        SettingShape::TextOrTexts if written.get_ref().is_str() => {
            let (text, _) = fields.optional_text(key.name, &example)?;
            Value::Texts(vec![Written { value: text.to_owned(), span }])
        }
        SettingShape::Texts | SettingShape::TextOrTexts => {
            let texts = fields.texts(key.name, &example).into_iter();
            Value::Texts(texts.map(|(text, span)| Written { value: text.to_owned(), span: place(span) }).collect())
        }
        SettingShape::Words(words) => {
            let texts = fields.texts(key.name, &example).into_iter().filter_map(|(text, span)| {
                Some(Written { value: one_of(fields, key, (text, span.clone()), words)?, span: place(span) })
            });
            Value::Texts(texts.collect())
        }
        SettingShape::Number => match fields.number(key.name)? {
            (number, _) if (1..=MOST_OF_A_NUMBER).contains(&number) => Value::Number(number as usize),
            (_, span) => {
                fields.complain(span, "this should be a whole number from 1", format!("write {example}"));
                return None;
            }
        },
        SettingShape::Flag => Value::Flag(fields.flag(key.name)),
        SettingShape::Levels | SettingShape::Overrides => return None,
    };
    Some(Written { value, span })
}

/// The text, if it is one of the words.
fn one_of(fields: Fields, key: &SettingKey, (text, span): (&str, Range<usize>), words: &[&str]) -> Option<String> {
    let known = words.contains(&text);
    if !known {
        fields.complain(span, format!("`{text}` is no value of `{}`", key.name), suggestion(text, words));
    }
    known.then(|| text.to_owned())
}

fn read_levels(fields: Fields, complaints: &Complaints) -> Vec<(Written<String>, Level)> {
    let Some(value) = fields.value("levels") else { return Vec::new() };
    let Some(table) = value.get_ref().as_table() else {
        let help = "write levels = { sprintf-of-integer = \"off\" }, or a table [levels]";
        complaints.toml(value.span(), "this should be a table of rules with a level each", help);
        return Vec::new();
    };
    let mut levels = Vec::new();
    for (rule, level) in table {
        let word = level.get_ref().as_str();
        match Level::WORDS.iter().find(|(known, _)| Some(*known) == word) {
            Some((_, level)) => {
                let rule = Written { value: rule.get_ref().to_string(), span: place(rule.span()) };
                levels.push((rule, *level));
            }
            None => {
                let message =
                    word.map_or("a level is a text in quotes".to_owned(), |word| format!("unknown level `{word}`"));
                complaints.toml(level.span(), message, suggestion(word.unwrap_or_default(), LEVELS));
            }
        }
    }
    levels.sort_by_key(|(rule, _)| rule.span.start);
    levels
}

fn read_overrides(top: Fields, key: &SettingKey, folder: &Path, complaints: &Complaints) -> Vec<Override> {
    let list = top.list(key.name, &format!("[[overrides]], or {} = {}", key.name, key.example));
    let mut known = vec!["paths", "levels"];
    known.extend(OVERRIDE_KEYS);
    if let Some(beyond) = list.get(MOST_OVERRIDES) {
        let help = "put patterns that say the same into one of them";
        complaints.toml(beyond.span(), format!("more than {MOST_OVERRIDES} overrides"), help);
        return Vec::new();
    }
    let mut overrides = Vec::new();
    for entry in list {
        let Some(fields) = top.as_table(entry, &known) else { continue };
        let example = "paths = [\"*_test.go\"]";
        let paths = fields.texts("paths", example).into_iter();
        let paths: Vec<_> = paths.map(|(text, span)| Written { value: text.to_owned(), span: place(span) }).collect();
        if paths.is_empty() && fields.value("paths").is_none_or(|paths| paths.get_ref().is_array()) {
            let head = entry.span().start..entry.span().end.min(entry.span().start + "[[overrides]]".len());
            complaints.toml(head, "this says for no path what holds", format!("write {example}"));
        }
        let of_table = KEYS.iter().filter(|key| OVERRIDE_KEYS.contains(&key.name));
        let values = of_table.filter_map(|key| Some((key.name, read_value(fields, key)?))).collect();
        let levels = read_levels(fields, complaints);
        if let Some(paths) = patterns(&paths, folder, complaints) {
            overrides.push(Override { span: place(entry.span()), paths, values, levels });
        }
    }
    overrides
}

fn patterns(texts: &[Written<String>], folder: &Path, complaints: &Complaints) -> Option<PathPatterns> {
    let patterns = PathPatterns::new(folder, texts.iter().map(|text| text.value.as_str()));
    let refused = |(at, error): (usize, super::PatternError)| {
        let span = texts.get(at).map_or(Span::default(), |text| text.span);
        complaints.toml(span.start..span.end, error.to_string(), "write one such as third_party/ or *.pb.go");
    };
    patterns.map_err(refused).ok()
}
