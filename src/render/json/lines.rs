//! JSON Lines: the report's records, one JSON object a line, for what reads as it goes (`jq`, DuckDB, ClickHouse).
//!
//! Each record has the fields that it has in the JSON document, and says first what it is. The first line is about the run.

use super::fixes::Fixes;
use super::shape::{Document, Summary, Tool};
use super::{JsonOptions, Report};
use crate::render::safe_json::write_line;
use serde::Serialize;
use std::io::{self, Write};

/// The first line.
#[derive(Serialize)]
struct Head<'a> {
    record: &'static str,
    schema_version: u32,
    tool: Tool<'a>,
    summary: Summary<'a>,
    fixes: Option<Fixes<'a>>,
}

#[derive(Serialize)]
struct Record<T> {
    record: &'static str,
    #[serde(flatten)]
    fields: T,
}

/// Writes `report` as JSON Lines, in the order of the JSON document.
pub fn render(report: &Report, options: &JsonOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Document {
        schema_version,
        tool,
        summary,
        findings,
        hotspots,
        unplaced,
        timing,
        waiting,
        benchmarks,
        fixes,
        problems,
    } = Document::new(report, options.version);
    write_line(&Head { record: "run", schema_version, tool, summary, fixes }, out)?;
    write_all("finding", findings, out)?;
    write_all("hotspot", hotspots, out)?;
    write_all("unplaced", unplaced, out)?;
    write_all("timing", timing, out)?;
    write_all("waiting", waiting, out)?;
    write_all("benchmark", benchmarks, out)?;
    write_all("problem", problems, out)
}

fn write_all<T: Serialize>(
    record: &'static str,
    all: impl IntoIterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<()> {
    all.into_iter().try_for_each(|fields| write_line(&Record { record, fields }, out))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture::fixture_report;
    use serde_json::Value;

    #[test]
    fn the_lines_hold_what_the_document_holds() {
        let report = fixture_report();
        let options = JsonOptions { version: "0.0.0" };
        let (mut document, mut lines) = (Vec::new(), Vec::new());
        super::super::render(&report, &options, &mut document).expect("a Vec takes any bytes");
        render(&report, &options, &mut lines).expect("a Vec takes any bytes");
        let mut document: Value = serde_json::from_slice(&document).expect("JSON");
        let names = ["finding", "hotspot", "unplaced", "waiting", "benchmark", "problem"];
        let arrays = ["findings", "hotspots", "unplaced", "waiting", "benchmarks", "problems"];
        let mut gathered: Vec<Vec<Value>> = vec![Vec::new(); names.len()];
        for line in String::from_utf8(lines).expect("UTF-8").lines() {
            let mut record: Value = serde_json::from_str(line).expect("each line is JSON");
            let name = record["record"].as_str().expect("a name").to_owned();
            record.as_object_mut().expect("an object").shift_remove("record");
            match names.iter().position(|known| *known == name) {
                Some(at) => gathered[at].push(record),
                None if name == "timing" => assert_eq!(record, document["timing"].take()),
                None => {
                    assert_eq!(name, "run");
                    assert_eq!(record["summary"], document["summary"].take());
                    assert_eq!(record["tool"]["version"], "0.0.0");
                }
            }
        }
        for (array, gathered) in arrays.iter().zip(gathered) {
            assert!(!gathered.is_empty(), "the fixture has no {array}");
            assert_eq!(document[array], Value::Array(gathered), "{array}");
        }
        assert_eq!((&document["timing"], &document["summary"]), (&Value::Null, &Value::Null));
    }
}
