//! What a settings file may say, and what holds after all: for schemas, lists and documentation.

/// One key of a settings file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettingKey {
    /// The key, which is the name of its option too where it has one.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: SettingShape,
    /// Whether it holds for the run or for paths.
    pub scope: SettingScope,
    /// What holds without it, as TOML; empty where that is no value.
    pub default: &'static str,
    /// A value to show, as TOML.
    pub example: &'static str,
    /// What it does, one sentence or two.
    pub what: &'static str,
}

/// What the value of a key looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingShape {
    /// A text.
    Text,
    /// A text out of these.
    Word(&'static [&'static str]),
    /// Texts out of these.
    Words(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A text, or a list of them.
    TextOrTexts,
    /// A whole number from 1.
    Number,
    /// True or false.
    Flag,
    /// A table of rules and groups with a level each.
    Levels,
    /// A list of tables with paths and what holds for them.
    Overrides,
}

/// More than this is no number of anything that a setting counts.
pub const MOST_OF_A_NUMBER: u64 = 1 << 40;

/// For what a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingScope {
    /// For the run: the file at or above the working directory says it.
    Run,
    /// For the Go files that the settings file is the nearest one of.
    Path,
}

/// What holds for one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSetting {
    /// The key.
    pub name: String,
    /// What holds, as TOML; empty where nothing does.
    pub value: String,
    /// Who says so.
    pub origin: SettingOrigin,
}

/// Who says what holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingOrigin {
    /// Nobody: heaplint itself.
    Default,
    /// A settings file.
    File {
        /// Its name to print.
        path: String,
        /// 1-based line.
        line: u32,
    },
    /// The command line.
    Option {
        /// As typed: `--min-share`.
        name: String,
    },
}

/// What holds for one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRule {
    /// Its id.
    pub rule: super::RuleId,
    /// How bad its findings are by themselves.
    pub own: super::Severity,
    /// Its level; `None` where it is off.
    pub level: Option<super::Severity>,
    /// Who says so.
    pub origin: SettingOrigin,
}

/// The settings of one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSettings {
    /// The path asked about.
    pub path: String,
    /// The settings file that governs the run, to print.
    pub run_file: Option<String>,
    /// The settings file nearest to the path, to print.
    pub path_file: Option<String>,
    /// Whether an exclude pattern covers it.
    pub excluded: bool,
    /// Every key that has a value, in the order of the documentation.
    pub settings: Vec<HeldSetting>,
    /// Every rule, by id.
    pub rules: Vec<HeldRule>,
}
