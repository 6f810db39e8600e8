//! Which rules are asked of a file, and how bad their findings are: what settings files, the nearest last, and the command line
//! come to.

use super::file::{Config, Level, Preset, Value, Written, texts};
use super::keys::OVERRIDE_KEYS;
use super::patterns::PathPatterns;
use crate::model::{Confidence, RuleId, Severity, Span};
use crate::toml_text::{TextError, did_you_mean};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// A rule as far as settings speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its word.
    pub id: RuleId,
    /// Its group.
    pub group: String,
    /// How bad its findings are by themselves.
    pub severity: Severity,
    /// How sure its pattern is by itself.
    pub confidence: Confidence,
    /// Whether it is asked whatever presets and `select` say: only what names it turns it off.
    pub always: bool,
}

/// What the command line says beside the files. The rules that it names or leaves out are narrowed before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// `--preset`: stands for the files' preset and `select`.
    pub preset: Option<Preset>,
    /// Whether `--select` was given: then the files choose nothing, but for some paths.
    pub selected: bool,
}

/// What holds for one rule, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// How bad its findings are; `None` where it is not asked.
    pub level: Option<Severity>,
    /// The layer and the place in it that decided last; `None` for what holds by itself or by the command line.
    pub decided: Option<(usize, Span)>,
}

/// What holds below one settings file.
#[derive(Clone, Debug)]
pub struct Policy {
    /// By rule, where no override covers a path.
    base: Arc<[Held]>,
    overrides: Vec<(PathPatterns, Vec<Change>)>,
    excludes: Vec<PathPatterns>,
}

/// What an override does to one rule.
#[derive(Clone, Copy, Debug)]
struct Change {
    rule: usize,
    to: To,
    by: (usize, Span),
}

#[derive(Clone, Copy, Debug)]
enum To {
    On,
    Off,
    Is(Severity),
}

impl Policy {
    /// What `layers` come to, the nearest last, for rules that the command line has narrowed already.
    pub fn new(rules: &[Known], layers: &[Config], typed: Typed) -> Policy {
        let mut states: Vec<State> =
            rules.iter().map(|rule| State::of(rule, typed.preset.unwrap_or_default())).collect();
        let mut overrides = Vec::new();
        for (layer, config) in layers.iter().enumerate() {
            if let Some(Written { value: Value::Text(word), span }) = config.values.get("preset")
                && let Some(preset) = Preset::of(word)
                && typed.preset.is_none()
            {
                states =
                    rules.iter().map(|rule| State { by: Some((layer, *span)), ..State::of(rule, preset) }).collect();
            }
            let chooses = |key: &str| !(typed.selected || key == "select" && typed.preset.is_some());
            for change in changes(rules, layer, &config.values, &config.levels) {
                if chooses(change.key) || matches!(change.change.to, To::Is(_)) {
                    states[change.change.rule].take(change.change);
                }
            }
            for one in &config.overrides {
                let all = changes(rules, layer, &one.values, &one.levels).into_iter().map(|change| change.change);
                overrides.push((one.paths.clone(), all.collect()));
            }
        }
        if typed.selected {
            states.iter_mut().for_each(|state| state.on = true);
        }
        let excludes = layers.iter().map(|config| config.exclude.clone()).collect();
        Policy { base: states.into_iter().map(State::held).collect(), overrides, excludes }
    }

    /// Whether the file at this absolute path is left out.
    pub fn excludes(&self, path: &Path) -> bool {
        self.excludes.iter().any(|patterns| patterns.cover(path))
    }

    /// What holds for the file at this absolute path, by rule.
    pub fn held(&self, path: &Path) -> Arc<[Held]> {
        let mut covering = self.overrides.iter().filter(|(paths, _)| paths.cover(path)).peekable();
        if covering.peek().is_none() {
            return self.base.clone();
        }
        let mut states: Vec<State> = self.base.iter().map(|held| State::again(*held)).collect();
        for change in covering.flat_map(|(_, changes)| changes) {
            states[change.rule].take(*change);
        }
        states.into_iter().map(State::held).collect()
    }

    /// The rules that are asked of some file that this may be about.
    pub fn may_ask(&self, rule: usize) -> bool {
        let turned_on = |change: &Change| change.rule == rule && matches!(change.to, To::On);
        self.base[rule].level.is_some() || self.overrides.iter().flat_map(|(_, changes)| changes).any(turned_on)
    }
}

/// A rule on its way through the layers.
#[derive(Clone, Copy)]
struct State {
    on: bool,
    level: Severity,
    /// Who turned it on or off last, and who said its level.
    by: Option<(usize, Span)>,
    leveled_by: Option<(usize, Span)>,
}

impl State {
    fn of(rule: &Known, preset: Preset) -> State {
        let sure = rule.confidence == Confidence::High && rule.severity != Severity::Note;
        let (on, level) = match preset {
            _ if rule.always => (true, rule.severity),
            Preset::None => (false, rule.severity),
            Preset::Essential => (rule.severity == Severity::Error || sure, rule.severity),
            Preset::Default => (true, rule.severity),
            Preset::Strict => (true, rule.severity.min(Severity::Warning)),
        };
        State { on, level, by: None, leveled_by: None }
    }

    /// Of a rule that is off nobody asks its level, so that any will do.
    fn again(held: Held) -> State {
        State {
            on: held.level.is_some(),
            level: held.level.unwrap_or(Severity::Warning),
            by: held.decided,
            leveled_by: None,
        }
    }

    fn take(&mut self, change: Change) {
        match change.to {
            To::On => (self.on, self.by) = (true, Some(change.by)),
            To::Off => (self.on, self.by) = (false, Some(change.by)),
            To::Is(level) => (self.level, self.leveled_by) = (level, Some(change.by)),
        }
    }

    fn held(self) -> Held {
        let decided = if self.on { self.leveled_by.or(self.by) } else { self.by };
        Held { level: self.on.then_some(self.level), decided }
    }
}

/// A change and the key that asks for it.
struct Asked {
    key: &'static str,
    change: Change,
}

/// What one table does to the rules, in the order in which it holds.
fn changes(
    rules: &[Known],
    layer: usize,
    values: &BTreeMap<&'static str, Written<Value>>,
    levels: &[(Written<String>, Level)],
) -> Vec<Asked> {
    let named = |word: &Written<String>| {
        let names = move |rule: &Known, word: &str| *rule.id == *word || rule.group == word;
        let value = word.value.clone();
        rules.iter().enumerate().filter(move |(_, rule)| names(rule, &value)).map(|(index, _)| index)
    };
    let mut all = Vec::new();
    if let Some(select) = values.get("select") {
        let chosen = (0..rules.len()).filter(|rule| !rules[*rule].always);
        let nothing = chosen.map(|rule| Change { rule, to: To::Off, by: (layer, select.span) });
        all.extend(nothing.map(|change| Asked { key: "select", change }));
    }
    for (key, to) in [("select", To::On), ("extend-select", To::On), ("ignore", To::Off)] {
        for word in texts(values, key) {
            let changes = named(word).map(|rule| Change { rule, to, by: (layer, word.span) });
            all.extend(changes.map(|change| Asked { key, change }));
        }
    }
    // Groups first, so that what is said of a rule by name wins.
    let is_group = |word: &Written<String>| !rules.iter().any(|rule| *rule.id == *word.value);
    let (of_groups, of_rules): (Vec<_>, Vec<_>) = levels.iter().partition(|(word, _)| is_group(word));
    for (word, level) in of_groups.into_iter().chain(of_rules) {
        let to = match level {
            Level::Off => To::Off,
            Level::Is(severity) => To::Is(*severity),
        };
        let changes = named(word).map(|rule| Change { rule, to, by: (layer, word.span) });
        all.extend(changes.map(|change| Asked { key: "levels", change }));
    }
    all
}

/// The words that name rules, in settings files and options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords(BTreeSet<String>);

impl RuleWords {
    /// The ids and groups of all rules that there are.
    pub fn of(rules: &[Known]) -> RuleWords {
        RuleWords(rules.iter().flat_map(|rule| [rule.group.clone(), rule.id.to_string()]).collect())
    }

    /// Whether this names a rule or a group.
    pub fn know(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// The word that is closest to one that names nothing.
    pub fn closest(&self, word: &str) -> Option<&str> {
        did_you_mean(word, self.0.iter().map(String::as_str))
    }

    /// Complains about words of a settings file that name nothing.
    pub fn check(&self, config: &Config) -> Vec<TextError> {
        let of_table = |values| OVERRIDE_KEYS.into_iter().flat_map(move |key| texts(values, key));
        let tables = config.overrides.iter().map(|one| (&one.values, &one.levels));
        let all = tables.chain([(&config.values, &config.levels)]);
        let words = all.flat_map(|(values, levels)| of_table(values).chain(levels.iter().map(|(word, _)| word)));
        let unknown = words.filter(|word| !self.know(&word.value)).map(|word| TextError {
            span: word.span,
            message: format!("no rule and no group is called `{}`", word.value),
            help: match self.closest(&word.value) {
                Some(closest) => format!("did you mean `{closest}`?"),
                None => "`heaplint rules` lists the rules and their groups".to_owned(),
            },
        });
        let mut complaints: Vec<TextError> = unknown.collect();
        complaints.sort();
        complaints
    }
}
