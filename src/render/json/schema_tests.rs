//! The published schema, docs/report.schema.json: made of the structs that are the format, with the words of docs/json.md, and held
//! to the report of the fixture. `tests/outputs` holds it to real reports.
//!
//! `HEAPLINT_BLESS=1 cargo test` writes it.

use super::shape::{Document, Measured, Verdicts};
use crate::model::{Confidence, Grade, Severity, Verdict};
use crate::render::safe_json::write_document;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

impl JsonSchema for Measured<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Measured".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let column = generator.subschema_for::<super::shape::Column<'_>>();
        json_schema!({ "type": "object", "additionalProperties": column })
    }
}

impl JsonSchema for Verdicts<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Verdicts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let count = json!({ "type": "integer", "minimum": 0 });
        let properties: Map<String, Value> =
            Verdict::WORDS.map(|word| (word.to_owned(), count.clone())).into_iter().collect();
        json_schema!({ "type": "object", "properties": properties, "required": Verdict::WORDS })
    }
}

/// Which section of docs/json.md has the fields of which struct.
const SECTIONS: [(&str, &str); 20] = [
    ("Document", "Document"),
    ("Summary", "Summary"),
    ("Profile", "Profile"),
    ("SummarisedProfiles", "Summary of profiles"),
    ("CompilerSummary", "Compiler records"),
    ("Finding", "Finding"),
    ("Fix", "Fix"),
    ("CompilerWord", "Compiler's word"),
    ("Explanation", "Explanation"),
    ("Part", "Explanation"),
    ("Behaviour", "Behaviour"),
    ("Column", "Measured"),
    ("Hotspot", "Hotspot"),
    ("Unplaced", "Unplaced samples"),
    ("Timing", "Timing"),
    ("TimeParts", "Timing"),
    ("WaitingLine", "Waiting"),
    ("Benchmark", "Benchmarks"),
    ("Fixes", "Fixes"),
    ("Problem", "Problem"),
];

/// The meaning of each field by section, as docs/json.md tables have it; links become their text.
fn meanings() -> BTreeMap<(String, String), String> {
    let mut section = String::new();
    let mut all = BTreeMap::new();
    for line in include_str!("../../../docs/json.md").lines() {
        if let Some(heading) = line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")) {
            section = heading.to_owned();
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [fields, .., meaning] = cells.as_slice() else { continue };
        for field in fields.split(", ") {
            if let Some(field) = field.strip_prefix('`').and_then(|field| field.strip_suffix('`')) {
                all.entry((section.clone(), field.to_owned())).or_insert_with(|| without_links(meaning));
            }
        }
    }
    all
}

fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let target = after.find(')').map_or(after.len(), |end| end + 1);
        plain.push_str(&before.replacen('[', "", 1));
        rest = &after[target..];
    }
    plain + rest
}

fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'_>>().to_value();
    let words = |words: Vec<&str>| json!({ "type": "string", "enum": words });
    let severity = words([Severity::Error, Severity::Warning, Severity::Note].map(Severity::word).to_vec());
    let confidence = words([Confidence::High, Confidence::Medium, Confidence::Low].map(Confidence::word).to_vec());
    let grade = words([Grade::Exact, Grade::Aligned, Grade::Function, Grade::None].map(Grade::word).to_vec());
    let closed = [
        ("Document", "schema_version", json!({ "const": 1 })),
        ("Tool", "name", json!({ "const": "heaplint" })),
        ("Finding", "severity", severity),
        ("Finding", "confidence", confidence),
        ("Finding", "verdict", words(Verdict::WORDS.to_vec())),
        ("Finding", "fingerprint", json!({ "type": "string", "pattern": "^[0-9a-f]{16}$" })),
        ("Finding", "grade", grade.clone()),
        ("Hotspot", "grade", grade),
        ("Problem", "kind", words(vec!["unreadable", "syntax", "too-large", "unwritten"])),
        ("Fix", "applies", words(vec!["safe", "assisted"])),
    ];
    let pointer = |definition: &str, field: &str| match definition {
        "Document" => format!("/properties/{field}"),
        definition => format!("/$defs/{definition}/properties/{field}"),
    };
    for (definition, field, words) in closed {
        let slot = schema.pointer_mut(&pointer(definition, field)).unwrap_or_else(|| panic!("{definition}.{field}"));
        *slot = words;
    }
    let meanings = meanings();
    for (definition, section) in SECTIONS {
        let of = |schema: &Value| schema.pointer(pointer(definition, "").trim_end_matches('/')).cloned();
        let properties = of(&schema).unwrap_or_else(|| panic!("no struct {definition}"));
        for field in properties.as_object().into_iter().flatten().map(|(field, _)| field) {
            let meaning = meanings.get(&(section.to_owned(), field.clone()));
            let meaning = meaning.unwrap_or_else(|| panic!("docs/json.md, {section}: no row for `{field}`"));
            if let Some(Value::Object(slot)) = schema.pointer_mut(&pointer(definition, field)) {
                slot.insert("description".to_owned(), Value::from(meaning.clone()));
            }
        }
    }
    let top = schema.as_object_mut().expect("a schema is an object");
    top.insert("title".to_owned(), "A report of heaplint, version 1".into());
    top.insert(
        "description".to_owned(),
        "What heaplint check --format json writes. Fields may be added within a version.".into(),
    );
    schema
}

#[test]
fn the_published_schema_is_that_of_the_structs() {
    let mut written = Vec::new();
    write_document(&schema(), &mut written).expect("a Vec takes any bytes");
    let written = String::from_utf8(written).expect("JSON is UTF-8");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report.schema.json");
    if std::env::var_os("HEAPLINT_BLESS").is_some() {
        std::fs::write(&path, &written).expect("the docs can be written");
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == written, "docs/report.schema.json is not that of the structs: HEAPLINT_BLESS=1 cargo test");
}
