//! Plans as people and programs read them.

use super::*;
use crate::model::{Grade, SampleType};
use crate::render::json::render_plan;

fn fixture() -> RecordingPlan {
    let cost = |rate: i64, samples: f64| RecordingCost {
        rate,
        samples_per_gib: samples,
        sample_nanoseconds: (900.0, 1300.0),
        samples_per_second: Some(samples / 100.0),
    };
    RecordingPlan {
        paths: vec!["heap\x1b[31m.pb.gz".into()],
        sample_type: SampleType { kind: "alloc_space".into(), unit: "bytes".into() },
        total: 2_748_779_069,
        period: 524_288,
        recorded: Some(3_600_000_000_000),
        share: 0.01,
        precision: 0.1,
        needed: 267.85,
        samples: 52.4,
        present: 0.226,
        told: 0.049,
        factor: 5.11,
        longer_helps: true,
        now: cost(524_288, 1990.0),
        finer: Some(cost(101_376, 10_100.0)),
        buckets: 431,
        bucket_bytes: 131_000,
        lines: vec![
            PlannedLine {
                path: "internal/report.go".into(),
                line: 28,
                grade: Grade::Exact,
                rule: Some("string-concat-in-loop".into()),
                share: 0.11,
                present: 0.066,
                factor: 0.43,
            },
            PlannedLine {
                path: "api\n.go".into(),
                line: 7,
                grade: Grade::Aligned,
                rule: None,
                share: 0.014,
                present: 0.19,
                factor: 3.61,
            },
        ],
    }
}

fn human(plan: &RecordingPlan) -> String {
    let mut bytes = Vec::new();
    render(plan, 100, &mut bytes).expect("a Vec takes any bytes");
    String::from_utf8(bytes).expect("a plan is UTF-8")
}

#[test]
fn a_plan_reads_from_what_is_wanted_to_what_it_costs() {
    let expected = "\
plan for heap\\u{1b}[31m.pb.gz: 2.6 GiB of alloc_space
  wanted     a line of 1.0 % of it, good to ±10 %: 268 samples
  now        52 samples of such a line at one per 512.0 KiB, good to ±23 %; from 4.9 % on a line is
             good to ±10 %
  longer     5.1 times as long, that is 4 h 7 min more than the 1 h 0 min recorded
  or finer   MemProfileRate 101376 instead of 524288, in the same time
             GODEBUG=memprofilerate=101376 ./program
             go test -memprofilerate=101376 -memprofile heap.pb.gz
  cost       now 2.0 k samples and 1.8 ms to 2.6 ms of CPU time per GiB allocated; 20 samples a
             second, up to <0.1 % of a core
             then 10 k samples and 9.1 ms to 13.1 ms of CPU time per GiB allocated; 101 samples a
             second, up to <0.1 % of a core
  memory     431 stacks with their sizes take 127.9 KiB now; more samples meet more stacks, at most
             653.7 KiB

lines of at least 1.0 %
   share  good to       needs  place
    11 %   ±6.6 %      enough  internal/report.go:28 (string-concat-in-loop)
   1.4 %    ±19 %   3.6 times  api\\n.go:7
";
    assert_eq!(human(&fixture()), expected);
}

#[test]
fn what_helps_is_said_as_the_profile_has_it() {
    let enough = RecordingPlan { factor: 0.5, ..fixture() };
    assert!(human(&enough).contains("longer     not needed") && human(&enough).contains("or coarser"));
    let unknown = RecordingPlan { recorded: None, ..fixture() };
    assert!(human(&unknown).contains("5.1 times as long in all (--recorded TIME"));
    let moment = RecordingPlan { longer_helps: false, ..fixture() };
    assert!(human(&moment).contains("longer     does not help: what is in use"));
    let exact = RecordingPlan { finer: None, period: 1, factor: 0.0, ..fixture() };
    assert!(human(&exact).contains("every allocation was counted"));
    let none = RecordingPlan { samples: 0.0, factor: f64::INFINITY, present: f64::INFINITY, ..fixture() };
    assert!(human(&none).contains("no sample at all, one per 512.0 KiB"), "{}", human(&none));
}

#[test]
fn every_key_of_a_plan_is_documented() {
    let mut bytes = Vec::new();
    render_plan(&fixture(), &mut bytes).expect("a Vec takes any bytes");
    let plan: serde_json::Value = serde_json::from_slice(&bytes).expect("valid JSON");
    let page = include_str!("../../docs/json.md");
    let (_, page) = page.split_once("\n## Plan\n").expect("the section on plans");
    let inner = [&plan["now"], &plan["lines"][0]];
    for key in inner.iter().copied().chain([&plan]).flat_map(|value| value.as_object().expect("an object").keys()) {
        assert!(page.contains(&format!("`{key}`")), "docs/json.md does not name {key}");
    }
    assert_eq!(plan["finer"]["rate"], 101_376);
}
