//! What one settings file says, key by key, each with its place.

use super::patterns::PathPatterns;
use crate::model::{Severity, Source, Span};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A value and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Its bytes.
    pub span: Span,
}

/// One settings file, as it stands: what is not in it is not here.
#[derive(Clone, Debug)]
pub struct Config {
    /// Its name to print, and its text.
    pub source: Source,
    /// The canonical folder that its paths and patterns start from.
    pub folder: PathBuf,
    /// The keys with plain values, by name.
    pub values: BTreeMap<&'static str, Written<Value>>,
    /// The levels of rules and groups, in the order of the file.
    pub levels: Vec<(Written<String>, Level)>,
    /// Which files are left out.
    pub exclude: PathPatterns,
    /// What holds for some paths, in the order of the file.
    pub overrides: Vec<Override>,
}

/// What holds for the paths that some patterns cover.
#[derive(Clone, Debug)]
pub struct Override {
    /// Where it begins.
    pub span: Span,
    /// Which paths.
    pub paths: PathPatterns,
    /// The plain values, by name.
    pub values: BTreeMap<&'static str, Written<Value>>,
    /// The levels of rules and groups.
    pub levels: Vec<(Written<String>, Level)>,
}

/// A plain value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Texts, each with its place.
    Texts(Vec<Written<String>>),
    /// A whole number from 1.
    Number(usize),
    /// True or false.
    Flag(bool),
}

/// What becomes of a rule's findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule is not asked.
    Off,
    /// They have this severity, whatever the rule says itself.
    Is(Severity),
}

/// A choice of rules to start from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// No rule.
    None,
    /// Errors, and warnings whose pattern is sure by itself.
    Essential,
    /// Every rule.
    #[default]
    Default,
    /// Every rule, and notes are warnings.
    Strict,
}

impl Preset {
    /// The words for them.
    pub const WORDS: [(&'static str, Preset); 4] = [
        ("none", Preset::None),
        ("essential", Preset::Essential),
        ("default", Preset::Default),
        ("strict", Preset::Strict),
    ];

    /// The preset of this word.
    pub fn of(word: &str) -> Option<Preset> {
        Preset::WORDS.iter().find(|(known, _)| *known == word).map(|(_, preset)| *preset)
    }
}

impl Level {
    /// The words for them.
    pub const WORDS: [(&'static str, Level); 4] = [
        ("error", Level::Is(Severity::Error)),
        ("warning", Level::Is(Severity::Warning)),
        ("note", Level::Is(Severity::Note)),
        ("off", Level::Off),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Is(severity) => severity.word(),
        }
    }
}

impl Config {
    /// The 1-based line of a place.
    pub fn line(&self, span: Span) -> u32 {
        self.source.line_at(span.start)
    }
}

/// The texts of a key; none where it is not there.
pub(super) fn texts<'v>(values: &'v BTreeMap<&'static str, Written<Value>>, key: &str) -> &'v [Written<String>] {
    match values.get(key).map(|written| &written.value) {
        Some(Value::Texts(texts)) => texts,
        _ => &[],
    }
}
