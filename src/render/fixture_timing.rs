//! The time and waiting of the report in `fixture`, and what its profile is a summary of, for the tests of all formats.

use super::fixture::{callees, finding, profile, sampling};
use crate::model::*;

/// A summary of three profiles.
pub(super) fn summarised() -> SummarisedProfiles {
    SummarisedProfiles {
        profiles: 3,
        revision: Some("3f1c9ab0c2d4e5f60718293a4b5c6d7e8f901234".into()),
        callers: Some(3),
        dropped_stacks: 41,
        dropped: 11_000_000,
    }
}

fn measured(kinds: [(&str, &str, i64); 2], error: f64, share: f64) -> Measured {
    let column = |(kind, unit, own): (&str, &str, i64)| Column {
        sample_type: SampleType { kind: kind.into(), unit: unit.into() },
        own,
        flat: own / 2,
        cum: own,
        low: own as f64 * (1.0 - error),
        high: own as f64 * (1.0 + error),
        share,
        samples: kinds[0].2.unsigned_abs(),
        by_callee: Vec::new(),
        cum_by_callee: Vec::new(),
        sampling: Sampling { significant: true, ..Sampling::default() },
    };
    Measured { columns: kinds.map(column).into() }
}

/// A line with every part, a hostile one, and more than are shown.
pub(super) fn timing() -> Timing {
    let line = |path: &str, number, symbol: &str, parts: TimeParts| {
        let samples = parts.sum() / 10_000_000;
        let kinds = [("samples", "count", samples), ("cpu", "nanoseconds", parts.sum())];
        TimedLine {
            path: path.into(),
            line: number,
            symbol: symbol.into(),
            grade: if number == 1 { Grade::Function } else { Grade::Exact },
            measured: measured(kinds, 0.2, parts.sum() as f64 / 3.21e9),
            parts,
        }
    };
    let milliseconds = |values: [i64; 6]| {
        let [itself, allocation, collection, types, maps, rest] = values.map(|value| value * 1_000_000);
        TimeParts { itself, allocation, collection, types, maps, rest }
    };
    let lines = vec![
        line(
            "internal/api/list.go",
            6,
            "example.com/shop/internal/api.(*Server).List",
            milliseconds([120, 460, 210, 40, 90, 100]),
        ),
        line("x/::add-mask::\n\u{202e}.go", 1, "example.com/shop/x.\x1b[2JF", milliseconds([30, 0, 0, 0, 0, 0])),
        line("lib/c.go", 5, "example.com/shop/lib.c", milliseconds([20, 0, 0, 0, 0, 0])),
        line("lib/d.go", 5, "example.com/shop/lib.d", milliseconds([10, 0, 0, 0, 0, 0])),
        line("lib/e.go", 5, "example.com/shop/lib.e", milliseconds([10, 0, 0, 0, 0, 0])),
    ];
    let mut parts = TimeParts::default();
    lines.iter().for_each(|line| parts.add(&line.parts));
    Timing { lines, parts, background_collection: 420_000_000 }
}

/// Every operation of both profiles, channels with and without a buffer, hostile names.
pub(super) fn waiting() -> Vec<WaitingLine> {
    use WaitOperation::{Condition, Group, Lock, Other, ReadLock, Receive, Select, Send, Unlock};
    let line = |seen_by: WaitingProfile, path: &str, operations: Vec<WaitedFor>, channels: Vec<WaitedChannel>| {
        let delay = operations.iter().map(|waited| waited.delay).sum();
        let word = seen_by.word();
        let kinds =
            [(&*format!("{word}_contentions"), "count", 1200), (&*format!("{word}_delay"), "nanoseconds", delay)];
        WaitingLine {
            seen_by,
            path: path.into(),
            line: 9,
            symbol: "example.com/shop/internal/api.(*Server).serve".into(),
            grade: Grade::Aligned,
            measured: measured(kinds, f64::NAN, 0.125),
            operations,
            channels,
        }
    };
    let waits =
        |operation, within: Option<&str>| WaitedFor { operation, within: within.map(Into::into), delay: 1_500_000_000 };
    let channel = |name: &str, operation, buffer| WaitedChannel { name: name.into(), operation, buffer };
    let block = WaitingProfile::Block;
    vec![
        line(
            block,
            "internal/api/serve.go",
            vec![waits(Select, None)],
            vec![
                channel("s.jobs", Select, Some(Buffer::Of("2 * workers".into()))),
                channel("done", Select, Some(Buffer::None)),
                channel("third", Select, None),
                channel("fourth", Select, None),
                channel("fifth", Select, None),
            ],
        ),
        line(
            block,
            "b.go",
            vec![waits(Send, None), waits(Lock, Some("net/http.(*Transport).getConn"))],
            vec![channel("out\x1b[2J\n::error::", Send, Some(Buffer::Of("##[error]\u{202e}".into())))],
        ),
        line(block, "c\n::error::.go", vec![waits(Receive, None), waits(Group, None), waits(Condition, None)], vec![]),
        line(block, "d.go", vec![waits(ReadLock, None), waits(Other, Some("x.\x1b[2Jy"))], vec![]),
        line(block, "e.go", vec![waits(Lock, None)], vec![]),
        line(WaitingProfile::Mutex, "f.go", vec![waits(Unlock, None)], vec![]),
    ]
}

/// The summary of a CPU profile beside the heap profile's.
pub(super) fn cpu_profile() -> ProfileSummary {
    ProfileSummary {
        paths: vec!["cpu\x1b[2J.pb.gz".into()],
        sample_type: SampleType { kind: "cpu".into(), unit: "nanoseconds".into() },
        period: 10_000_000,
        period_unit: "nanoseconds".into(),
        total: 3_210_000_000,
        own: 1_900_000_000,
        claimed: 240_000_000,
        unplaced: 0,
        by_grade: [1_900_000_000, 0, 0],
        warnings: Vec::new(),
        ..profile()
    }
}

/// A finding whose rule is measured by time.
pub(super) fn timed(list: &Source) -> Finding {
    let mut finding = finding("type-assertion-in-loop", list, "for ");
    finding.severity = Severity::Note;
    finding.verdict = Verdict::Hot;
    finding.grade = Grade::Exact;
    finding.judged_by = Some(SampleType { kind: "cpu".into(), unit: "nanoseconds".into() });
    let column = |kind: &str, unit: &str, own: i64| Column {
        sample_type: SampleType { kind: kind.into(), unit: unit.into() },
        own,
        flat: own / 2,
        cum: own,
        low: own as f64 * 0.64,
        high: own as f64 * 1.49,
        share: 0.075,
        sampling: sampling(0.075, 0.4),
        samples: 24,
        by_callee: callees(&[(Some("runtime.typeAssert"), own / 2), (None, own / 2)]),
        cum_by_callee: callees(&[(Some("runtime.typeAssert"), own / 2), (None, own / 2)]),
    };
    let columns = vec![column("samples", "count", 24), column("cpu", "nanoseconds", 240_000_000)];
    finding.measured = Some(Measured { columns });
    finding
}
