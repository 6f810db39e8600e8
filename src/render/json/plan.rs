//! A plan for programs: what `heaplint plan --format json` writes. docs/json.md has the fields.

use super::shape::finite;
use crate::model::{RecordingCost, RecordingPlan};
use crate::render::safe_json::write_document;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    paths: &'a [String],
    sample_type: &'a str,
    unit: &'a str,
    total: i64,
    recorded_nanoseconds: Option<i64>,
    share: f64,
    precision: f64,
    samples_needed: f64,
    samples: Option<f64>,
    present_precision: Option<f64>,
    smallest_share: Option<f64>,
    factor: Option<f64>,
    longer_helps: bool,
    now: Cost,
    finer: Option<Cost>,
    buckets: usize,
    bucket_bytes: u64,
    lines: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Cost {
    rate: i64,
    samples_per_gib: Option<f64>,
    cpu_seconds_per_gib: [f64; 2],
    samples_per_second: Option<f64>,
    part_of_a_core: Option<[f64; 2]>,
}

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    line: u32,
    grade: &'static str,
    rule: Option<&'a str>,
    share: Option<f64>,
    present_precision: Option<f64>,
    factor: Option<f64>,
}

/// Writes the plan as JSON, indented, with a line feed at the end.
pub fn render_plan(plan: &RecordingPlan, out: &mut dyn Write) -> io::Result<()> {
    let lines = plan.lines.iter().map(|line| Line {
        path: &line.path,
        line: line.line,
        grade: line.grade.word(),
        rule: line.rule.as_deref(),
        share: finite(line.share),
        present_precision: finite(line.present),
        factor: finite(line.factor),
    });
    let document = Document {
        schema_version: 1,
        paths: &plan.paths,
        sample_type: &plan.sample_type.kind,
        unit: &plan.sample_type.unit,
        total: plan.total,
        recorded_nanoseconds: plan.recorded,
        share: plan.share,
        precision: plan.precision,
        samples_needed: plan.needed,
        samples: finite(plan.samples),
        present_precision: finite(plan.present),
        smallest_share: finite(plan.told),
        factor: finite(plan.factor),
        longer_helps: plan.longer_helps,
        now: Cost::from(&plan.now),
        finer: plan.finer.as_ref().map(Cost::from),
        buckets: plan.buckets,
        bucket_bytes: plan.bucket_bytes,
        lines: lines.collect(),
    };
    write_document(&document, out)
}

impl From<&RecordingCost> for Cost {
    fn from(cost: &RecordingCost) -> Cost {
        let (low, high) = cost.seconds_per_gib();
        Cost {
            rate: cost.rate,
            samples_per_gib: finite(cost.samples_per_gib),
            cpu_seconds_per_gib: [low, high],
            samples_per_second: cost.samples_per_second,
            part_of_a_core: cost.part_of_a_core().map(|(low, high)| [low, high]),
        }
    }
}
