//! Texts to settings, and settings to what holds for a path.

use super::*;
use crate::model::{SettingShape, Severity, Source};
use crate::rule::RuleSet;
use std::path::Path;

fn parsed(text: &str) -> Result<Config, Vec<String>> {
    let complaints = |errors: Vec<crate::toml_text::TextError>| {
        let told = errors.into_iter().map(|error| format!("{}: {}; {}", error.span.start, error.message, error.help));
        told.collect::<Vec<_>>()
    };
    read(Source::new("heaplint.toml", text.as_bytes().to_vec()), Path::new("/m")).map_err(complaints)
}

fn config(text: &str) -> Config {
    parsed(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}"))
}

fn rules() -> Vec<Known> {
    let shipped = RuleSet::shipped().expect("the shipped rules load");
    let known = |rule: &crate::rule::Rule| Known {
        id: rule.id.clone(),
        group: rule.group.clone(),
        severity: rule.severity,
        confidence: rule.confidence,
        always: false,
    };
    let check = Known {
        id: "a-check".into(),
        group: "checks".into(),
        severity: Severity::Note,
        confidence: crate::model::Confidence::High,
        always: true,
    };
    std::iter::once(check).chain(shipped.rules().iter().map(known)).collect()
}

/// The level of a rule for a path below `/m`.
fn level(layers: &[Config], typed: Typed, path: &str, rule: &str) -> Option<Severity> {
    let rules = rules();
    let at = rules.iter().position(|known| &*known.id == rule).unwrap();
    Policy::new(&rules, layers, typed).held(&Path::new("/m").join(path))[at].level
}

const SPRINTF: &str = "sprintf-of-integer";
const CONCAT: &str = "string-concat-in-loop";

#[test]
fn what_init_writes_changes_nothing_and_says_every_key_with_a_value_that_is_one() {
    assert!(config(&starter()).values.is_empty());
    let lines: Vec<String> = starter()
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') => rest.to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    let all = config(&lines.join("\n"));
    for key in KEYS {
        let there = match key.shape {
            SettingShape::Levels => !all.levels.is_empty(),
            SettingShape::Overrides => !all.overrides.is_empty(),
            _ => all.values.contains_key(key.name),
        };
        assert!(there, "{}", key.name);
    }
    let words = RuleWords::of(&rules());
    assert_eq!(words.check(&all), []);
    assert!(starter().lines().all(|line| line.len() <= 130), "it fits a screen");
}

#[test]
fn every_default_is_a_value_of_its_key() {
    for key in KEYS.iter().filter(|key| !key.default.is_empty()) {
        let text = format!("{} = {}", key.name, key.default);
        assert!(parsed(&text).is_ok(), "{text}");
    }
}

#[test]
fn mistakes_are_told_with_their_place_and_the_nearest_word_all_at_once() {
    let text = "presett = 'x'\nselect = 1\ntop = 0\n[levels]\nmaps = 'of'\n[[overrides]]\npath = ['a']\n";
    let errors = parsed(text).unwrap_err();
    let wanted = [
        "0: unknown key `presett`; did you mean `preset`?",
        "23: this should be a list in brackets; write select = [",
        "31: this should be a whole number from 1; write top = 20",
        "49: unknown level `of`; did you mean `off`?",
        "54: this says for no path what holds; write paths = ",
        "68: unknown key `path`; did you mean `paths`?",
    ];
    assert_eq!(errors.len(), wanted.len(), "{errors:#?}");
    for (error, wanted) in errors.iter().zip(wanted) {
        assert!(error.starts_with(wanted), "{error}: {wanted}");
    }
}

#[test]
fn no_bytes_are_too_much() {
    let deep = format!("select = {}", "[".repeat(100_000));
    let dotted = format!("{}x = 1", "a.".repeat(100_000));
    let many = format!("exclude = [{}]", "'x',".repeat(501));
    let overrides = "[[overrides]]\npaths = ['a']\n".repeat(201);
    let stars = format!("exclude = ['{}']", "**/*a*".repeat(60));
    for text in [&deep, &dotted, &many, &overrides, &stars, "a = 1\na = 2", "[levels]\n[levels]", "preset = \"\u{0}"] {
        assert!(parsed(text).is_err(), "{}", &text[..text.len().min(60)]);
    }
    let cut = Source::new("heaplint.toml", b"select = ['\xff']".to_vec());
    let errors = read(cut, Path::new("/m")).unwrap_err();
    assert_eq!((errors[0].span.start, &*errors[0].message), (11, "this is not UTF-8"));
}

#[test]
fn there_is_no_key_for_what_a_repository_must_not_decide() {
    for key in ["compiler", "output", "fix", "profile-rev", "files-from", "add-ignores"] {
        assert!(!KEYS.iter().any(|known| known.name == key), "{key}");
    }
}

#[test]
fn a_preset_is_where_the_choice_starts_and_the_keys_go_on_top() {
    let none = Typed::default();
    let of = |text: &str, rule: &str| level(&[config(text)], none, "a.go", rule);
    assert_eq!(of("", SPRINTF), Some(Severity::Note));
    assert_eq!(of("preset = 'strict'", SPRINTF), Some(Severity::Warning));
    assert_eq!(of("preset = 'essential'", SPRINTF), None);
    assert_eq!(of("preset = 'essential'", CONCAT), Some(Severity::Warning));
    assert_eq!(of("preset = 'none'", CONCAT), None);
    assert_eq!(of("preset = 'none'\nextend-select = ['strings']", CONCAT), Some(Severity::Warning));
    assert_eq!(of("select = ['maps']", CONCAT), None);
    assert_eq!(of("select = ['strings']\nignore = ['string-concat-in-loop']", CONCAT), None);
    assert_eq!(of("[levels]\nstrings = 'note'\nstring-concat-in-loop = 'error'", CONCAT), Some(Severity::Error));
    assert_eq!(of("[levels]\nstrings = 'off'", CONCAT), None);
    assert_eq!(of("select = ['maps']\n[levels]\nstrings = 'error'", CONCAT), None, "a level selects nothing");
}

#[test]
fn what_is_always_asked_is_turned_off_by_its_name_or_group_alone() {
    let of = |text: &str| level(&[config(text)], Typed::default(), "a.go", "a-check");
    for text in ["", "preset = 'none'", "preset = 'essential'", "preset = 'strict'", "select = ['maps']"] {
        assert_eq!(of(text), Some(Severity::Note), "{text}");
    }
    assert_eq!(of("[levels]\na-check = 'error'"), Some(Severity::Error));
    for text in ["ignore = ['checks']", "ignore = ['a-check']", "[levels]\nchecks = 'off'"] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn overrides_hold_for_their_paths_and_the_later_ones_go_on_top() {
    let text = "[[overrides]]\npaths = ['*_test.go', 'gen/']\nignore = ['strings']\n\
                [[overrides]]\npaths = ['gen/kept/']\nextend-select = ['strings']\nlevels = { strings = 'note' }\n";
    let layers = [config(text)];
    let of = |path: &str| level(&layers, Typed::default(), path, CONCAT);
    assert_eq!(of("a.go"), Some(Severity::Warning));
    assert_eq!(of("a_test.go"), None);
    assert_eq!(of("x/gen/a.go"), None);
    assert_eq!(of("gen/kept/a.go"), Some(Severity::Note));
}

#[test]
fn the_nearest_layer_goes_on_top_and_the_command_line_on_all() {
    let layers =
        [config("ignore = ['strings']\n[levels]\nformatting = 'error'"), config("extend-select = ['strings']")];
    assert_eq!(level(&layers, Typed::default(), "a.go", CONCAT), Some(Severity::Warning));
    assert_eq!(level(&layers, Typed::default(), "a.go", SPRINTF), Some(Severity::Error));
    let selected = Typed { selected: true, ..Typed::default() };
    let quiet = [config("preset = 'none'\nignore = ['strings']\n[levels]\nstrings = 'off'\nformatting = 'error'")];
    assert_eq!(level(&quiet, selected, "a.go", CONCAT), Some(Severity::Warning), "what is typed is asked");
    assert_eq!(level(&quiet, selected, "a.go", SPRINTF), Some(Severity::Error), "at the level of the file");
    let preset = Typed { preset: Some(Preset::Strict), ..Typed::default() };
    let chosen = [config("preset = 'none'\nselect = ['maps']\nignore = ['formatting']")];
    assert_eq!(level(&chosen, preset, "a.go", CONCAT), Some(Severity::Warning));
    assert_eq!(level(&chosen, preset, "a.go", SPRINTF), None, "--preset takes back no ignore");
}

#[test]
fn words_that_name_no_rule_are_told_wherever_they_stand() {
    let text =
        "ignore = ['strngs']\n[levels]\nsprintf-of-integr = 'off'\n[[overrides]]\npaths = ['a']\nselect = ['q']\n";
    let errors = RuleWords::of(&rules()).check(&config(text));
    let told: Vec<&str> = errors.iter().map(|error| &*error.help).collect();
    assert_eq!(
        told,
        [
            "did you mean `strings`?",
            "did you mean `sprintf-of-integer`?",
            "`heaplint rules` lists the rules and their groups"
        ]
    );
}
