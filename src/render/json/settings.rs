//! What holds for a path, and the schema of the settings file: documents of their own.

use crate::model::{Dialect, HeldSettings, MOST_OF_A_NUMBER, SettingKey, SettingOrigin, SettingShape};
use crate::render::safe_json::write_document;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes what holds as JSON, version 1.
pub fn render_held(held: &HeldSettings, out: &mut dyn Write) -> io::Result<()> {
    let settings = held
        .settings
        .iter()
        .map(|setting| json!({ "name": setting.name, "value": setting.value, "origin": origin(&setting.origin) }));
    let rules = held.rules.iter().map(|rule| {
        let level = rule.level.map_or("off", |level| level.word());
        json!({ "id": &*rule.rule, "level": level, "default": rule.own.word(), "origin": origin(&rule.origin) })
    });
    let document = json!({
        "version": 1,
        "path": held.path,
        "path_file": held.path_file,
        "run_file": held.run_file,
        "excluded": held.excluded,
        "settings": settings.collect::<Vec<Value>>(),
        "rules": rules.collect::<Vec<Value>>(),
    });
    write_document(&document, out)
}

/// Who says what holds.
pub(super) fn origin(origin: &SettingOrigin) -> Value {
    match origin {
        SettingOrigin::Default => json!({ "kind": "default" }),
        SettingOrigin::File { path, line } => json!({ "kind": "file", "path": path, "line": line }),
        SettingOrigin::Option { name } => json!({ "kind": "option", "name": name }),
    }
}

/// Writes the JSON schema (draft 7, which editors of TOML read) of a settings file with these keys.
pub fn render_settings_schema(
    keys: &[SettingKey],
    groups: &[&str],
    formats: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    let properties = keys.iter().map(|key| (key.name.to_owned(), property(key, keys, groups, formats)));
    let document = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "heaplint.toml",
        "description": "Settings of heaplint; docs/settings.md explains them",
        "type": "object",
        "additionalProperties": false,
        "properties": properties.collect::<Map<String, Value>>(),
    });
    write_document(&document, out)
}

/// The words that a level may be; the model has none for off.
const LEVELS: [&str; 4] = ["error", "warning", "note", "off"];

fn property(key: &SettingKey, keys: &[SettingKey], groups: &[&str], formats: &[String]) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    // Editors offer the groups; any id is right.
    let rule = json!({ "anyOf": [{ "enum": groups }, { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" }] });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let mut schema = match key.shape {
        SettingShape::Text => match key.name {
            "format" => json!({ "enum": formats }),
            "min-share" => json!({ "type": "string", "pattern": SHARE }),
            "fail-on" => {
                json!({ "anyOf": [{ "enum": ["any", "hot", "never"] }, { "type": "string", "pattern": SHARE }] })
            }
            "extend" => json!({ "type": "string", "pattern": "\\.toml$" }),
            "go" => json!({ "type": "string", "pattern": go_versions() }),
            _ => text,
        },
        SettingShape::Word(words) => json!({ "enum": words }),
        SettingShape::Words(words) => list(json!({ "enum": words })),
        SettingShape::Texts if matches!(key.name, "select" | "extend-select" | "ignore") => list(rule),
        SettingShape::Texts => list(text),
        SettingShape::TextOrTexts => {
            // Standard input is for the command line to give.
            let file = json!({ "type": "string", "minLength": 1, "not": { "const": "-" } });
            json!({ "anyOf": [file.clone(), list(file)] })
        }
        SettingShape::Number => json!({ "type": "integer", "minimum": 1, "maximum": MOST_OF_A_NUMBER }),
        SettingShape::Flag => json!({ "type": "boolean" }),
        SettingShape::Levels => json!({ "type": "object", "additionalProperties": { "enum": LEVELS } }),
        SettingShape::Overrides => {
            let inner = keys.iter().filter(|key| matches!(key.name, "select" | "extend-select" | "ignore" | "levels"));
            let mut properties: Map<String, Value> =
                inner.map(|key| (key.name.to_owned(), property(key, keys, groups, formats))).collect();
            properties.insert("paths".to_owned(), json!({ "type": "array", "items": text, "minItems": 1 }));
            list(json!({
                "type": "object",
                "additionalProperties": false,
                "required": ["paths"],
                "properties": properties,
            }))
        }
    };
    if let Some(object) = schema.as_object_mut() {
        object.insert("description".to_owned(), Value::from(key.what));
        // Plain values are written in TOML as in JSON.
        if let Ok(default) = serde_json::from_str::<Value>(key.default) {
            object.insert("default".to_owned(), default);
        }
        if let Ok(example) = serde_json::from_str::<Value>(key.example) {
            object.insert("examples".to_owned(), json!([example]));
        }
    }
    schema
}

/// `1%`, `0.5 %`
const SHARE: &str = "^\\s*([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*%\\s*$";

/// `1.21`, `go1.26.1`: from the oldest compiler that is known on.
fn go_versions() -> String {
    let (tens, units) = (Dialect::OLDEST / 10, Dialect::OLDEST % 10);
    format!("^\\s*(go)*1\\.0*({tens}[{units}-9]|[{}-9][0-9]|[1-9][0-9]{{2,4}})(\\..*)?\\s*$", tens + 1)
}
