//! The rules for programs: `{"rules": [...]}`, one object each. What `heaplint rules --format json` writes.

use super::proof;
use super::settings::origin;
use crate::model::{Applies, Confidence, HeldRule, Proof, Severity};
use crate::render::safe_json::write_document;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

/// What is said of one rule.
#[derive(Clone, Debug)]
pub struct RuleRow<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its group.
    pub group: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The rule whose pattern it spells otherwise.
    pub spelling_of: Option<&'a str>,
    /// How bad if true.
    pub severity: Severity,
    /// What settings make of it here.
    pub here: &'a HeldRule,
    /// How sure of the pattern.
    pub confidence: Confidence,
    /// `heap`, `cpu` or `nothing`.
    pub measured_by: &'a str,
    /// Whether it says nothing of what no profile has measured.
    pub needs_profile: bool,
    /// The oldest and the newest compiler for which it is true, as minor versions; `None` is no limit.
    pub go: (Option<u16>, Option<u16>),
    /// The best of its fixes.
    pub fix: Option<Applies>,
    /// What its cure saves; `None` where nobody measured it.
    pub proof: Option<Proof>,
}

#[derive(Serialize)]
struct Document<'a> {
    settings: Option<&'a str>,
    rules: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    group: &'a str,
    title: &'a str,
    spelling_of: Option<&'a str>,
    severity: &'static str,
    level: &'static str,
    level_origin: Value,
    confidence: &'static str,
    measured_by: &'a str,
    needs_profile: bool,
    since_go: Option<String>,
    until_go: Option<String>,
    fix: &'static str,
    proof: Option<proof::Proof<'a>>,
}

/// Writes the rows as JSON, indented, with a line feed at the end. `settings` is the file that has a say, to print.
pub fn render_rules(rows: &[RuleRow<'_>], settings: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let version = |minor: u16| format!("1.{minor}");
    let rules = rows.iter().map(|row| Row {
        id: row.id,
        group: row.group,
        title: row.title,
        spelling_of: row.spelling_of,
        severity: row.severity.word(),
        level: row.here.level.map_or("off", Severity::word),
        level_origin: origin(&row.here.origin),
        confidence: row.confidence.word(),
        measured_by: row.measured_by,
        needs_profile: row.needs_profile,
        since_go: row.go.0.map(version),
        until_go: row.go.1.map(version),
        fix: row.fix.map_or("none", Applies::word),
        proof: row.proof.as_ref().map(proof::Proof),
    });
    let document = Document { settings, rules: rules.collect() };
    write_document(&document, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BeforeAfter, ProofCase, ProofClaim, ProofOnGo, ProofOutcome, SettingOrigin, Spread};

    #[test]
    fn a_rule_is_one_object_with_every_field() {
        let exactly = |value| Spread { median: value, low: value, high: value };
        let case = ProofCase {
            name: "Names".to_owned(),
            claim: ProofClaim::Allocates,
            saved: true,
            objects: Some(BeforeAfter { bad: exactly(19.0), good: Spread { low: 0.5, ..exactly(1.0) } }),
            bytes: None,
            nanoseconds: None,
            ratio: None,
            kept: None,
            waited: None,
        };
        let proven =
            ProofOnGo { minor: 25, release: "1.25.5".to_owned(), outcome: ProofOutcome::Saved, cases: vec![case] };
        let row = RuleRow {
            id: "map-unsized",
            group: "maps",
            title: "a map\u{202e}",
            spelling_of: None,
            severity: Severity::Warning,
            here: &HeldRule {
                rule: "map-unsized".into(),
                own: Severity::Warning,
                level: None,
                origin: SettingOrigin::File { path: "heaplint.toml".to_owned(), line: 3 },
            },
            confidence: Confidence::High,
            measured_by: "heap",
            needs_profile: false,
            go: (None, Some(25)),
            fix: Some(Applies::Safe),
            proof: Some(Proof { versions: vec![proven] }),
        };
        let mut out = Vec::new();
        render_rules(&[row], Some("heaplint.toml"), &mut out).expect("a Vec takes any bytes");
        let expected = r#"{
  "settings": "heaplint.toml",
  "rules": [
    {
      "id": "map-unsized",
      "group": "maps",
      "title": "a map\u202e",
      "spelling_of": null,
      "severity": "warning",
      "level": "off",
      "level_origin": {
        "kind": "file",
        "path": "heaplint.toml",
        "line": 3
      },
      "confidence": "high",
      "measured_by": "heap",
      "needs_profile": false,
      "since_go": null,
      "until_go": "1.25",
      "fix": "safe",
      "proof": {
        "1.25": {
          "outcome": "saved",
          "go": "1.25.5",
          "cases": [
            {
              "case": "Names",
              "claim": "allocates",
              "saved": true,
              "objects": {
                "bad": {
                  "median": 19.0,
                  "low": 19.0,
                  "high": 19.0
                },
                "good": {
                  "median": 1.0,
                  "low": 0.5,
                  "high": 1.0
                }
              },
              "bytes": null,
              "nanoseconds": null,
              "time_ratio": null,
              "kept_bytes": null,
              "waited_nanoseconds": null
            }
          ]
        }
      }
    }
  ]
}
"#;
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }
}
