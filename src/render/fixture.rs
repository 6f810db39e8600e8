//! One report with everything in it that a renderer can meet, for the tests of all formats.

use super::fixture_benchmarks::benchmarks;
use super::fixture_rules::{card, growth_fix};
use super::fixture_timing::{cpu_profile, summarised, timed, timing, waiting};
use crate::model::*;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) const LIST: &str = "package api\n\nfunc (s *Server) List(users []User) []string {\n\tvar names []string\n\tfor _, u := range users {\n\t\tnames = append(names, u.Name)\n\t}\n\treturn names\n}\n";
const CRLF: &str =
    "package api\r\n\r\nfunc id(n int) string {\r\n\treturn fmt.Sprintf(\"%d\", n) + \"世界\" + suffix\r\n}\r\n";
const HOSTILE: &[u8] = b"package x\n\n// \x1b[2J \xff\xfe ::stop-commands::x ##[error]no ##vso[task.x]y \xe2\x80\xaeog\x0d \xc2\x9b1m\nvar s = string(b)\n::add-mask::x";

/// Every verdict, grade, severity and confidence; shared lines; long, hostile and wide text; odd places.
pub(super) fn fixture_report() -> Report {
    let list = source("internal/api/list.go", LIST.as_bytes());
    let crlf = source("internal/api/crlf.go", CRLF.as_bytes());
    let long = source("internal/api/long.go", &long_line());
    let hostile = source("x/::add-mask::\n\u{202e}##[error]\x1b[31m.go", HOSTILE);
    let empty = source("empty.go", b"");
    let mut findings = vec![hot_growth(&list), measured_sprintf(&crlf), stale(&list), elsewhere(&long)];
    findings.extend([cold(&long), hostile_finding(&hostile), at_end(&hostile), in_empty(&empty), in_missing_file()]);
    findings.push(timed(&list));
    findings.extend([folded(&list, Verdict::Unprofiled), folded(&list, Verdict::Cold { bound: f64::NAN })]);
    findings[0].fix = Some(growth_fix());
    let mut counts = BTreeMap::new();
    for finding in &findings {
        *counts.entry(finding.verdict.word()).or_insert(0) += 1;
    }
    Report {
        shown: (0..findings.len() - 2).collect(),
        rules: findings.iter().map(|finding| (finding.rule.clone(), card(finding))).collect(),
        lone_fixes: BTreeMap::from([(0, growth_fix().edits)]),
        lone_fixes_left_out: 1204,
        findings,
        hotspots: hotspots(),
        unplaced: unplaced(),
        timing: Some(timing()),
        waiting: waiting(),
        benchmarks: benchmarks(),
        fixes: FixSummary::default(),
        problems: problems(),
        summary: Summary {
            change: None,
            baseline: None,
            files: 1727,
            rules: 31,
            left_out: LeftOut { vendor: 12, testdata: 3, generated: 41, tests: 1088, excluded: 0, ignored: 5 },
            verdicts: VerdictCounts(counts),
            broken_declarations: 2,
            profile: Some(profile()),
            coverage: Some(CoverageSummary {
                paths: vec!["cover.out".into(), "b\n##[error]\x1b[2J.out".into()],
                counted: true,
                files: 120,
                other_files: 3,
            }),
            other_profiles: vec![cpu_profile()],
            compiler: Some(compiler()),
            unasked: Unasked { rules: [("block", 2), ("mutex", 3)].into(), changed_places: 1 },
            warnings: vec!["--go 1.99\n::error::x is not known".into()],
        },
        sources: [list, crlf, long, hostile, empty].into_iter().map(|each| (each.path.clone(), each)).collect(),
    }
}

fn escaping() -> CompilerWord {
    CompilerWord {
        line: 6,
        column: 17,
        says: CompilerSays::Escapes,
        expression: "append(names, u.Name)".into(),
        flow: vec![
            "flow: names ← &{storage for append(names, u.Name)}".into(),
            "return names (return) at line 8".into(),
        ],
        reason: "returned at line 8".into(),
    }
}

fn compiler() -> CompilerSummary {
    CompilerSummary {
        from: vec!["build/m2.txt".into(), "x\u{202e}::error::".into()],
        versions: vec!["go1.26.6".into(), "go1.27.3".into()],
        packages: vec!["example.com/shop/internal/api".into(), "main".into()],
        records: 12_041,
        own: 1204,
        used: 31,
        warnings: vec!["the compiler is of\nanother version".into()],
    }
}

fn hot_growth(list: &Source) -> Finding {
    let mut finding = finding("append-without-capacity", list, "names = append(names, u.Name)");
    finding.verdict = Verdict::Hot;
    finding.grade = Grade::Exact;
    finding.symbol = Some("example.com/shop/internal/api.(*Server).List".into());
    finding.message = "`names` grows by append, one element per iteration".into();
    finding.label = "grows here".into();
    finding.labels = vec![
        Label { span: span_of(list, "append(names, u.Name)"), text: "charged here".into() },
        Label { span: span_of(list, "var names []string"), text: "declared without a capacity".into() },
    ];
    finding.help = "give it its capacity before the loop:\nnames := make([]string, 0, len(users))".into();
    finding.notes = vec![
        "append doubles a full slice and copies it, so most of what it allocates is thrown away".into(),
        "shares its line with string-conversion, which cannot be told apart here".into(),
    ];
    finding.measured = Some(heap(851_863_142, 0.18, 0.074, 96, 1_200_000));
    let time = timed(list).measured.map(|measured| measured.columns);
    finding.measured.iter_mut().for_each(|measured| measured.columns.extend(time.clone().unwrap_or_default()));
    finding.compiler = vec![escaping()];
    finding.behaviour = behaviour(851_863_142);
    finding
}

fn measured_sprintf(crlf: &Source) -> Finding {
    let mut finding = finding("sprintf-of-one-integer", crlf, "fmt.Sprintf(\"%d\", n)");
    finding.severity = Severity::Note;
    finding.confidence = Confidence::Medium;
    finding.verdict = Verdict::Measured;
    finding.grade = Grade::Aligned;
    finding.message = "fmt.Sprintf formats one integer".into();
    finding.labels = vec![Label { span: span_of(crlf, "\"世界\" + suffix"), text: "joined again".into() }];
    finding.help = "strconv.Itoa(n)".into();
    let mut measured = heap(3_250_585, 0.0, 0.0003, 2, 41_000);
    measured.columns[0].low = 419_430.0;
    measured.columns[0].high = 9_437_184.0;
    measured.columns[0].flat = 0;
    measured.columns[0].by_callee = callees(&[(Some("fmt.Sprintf"), 2_925_526), (None, 325_059)]);
    finding.measured = Some(measured);
    finding
}

fn stale(list: &Source) -> Finding {
    // The loop spans lines, its label is drawn in the margin beside the one inside it.
    let start = LIST.find("for ").expect("the loop is there");
    let end = LIST.find("\treturn").expect("the return is there") - 1;
    let mut finding = finding("defer-in-loop", list, "for ");
    finding.span = Span::new(start, end);
    finding.region = list.region(finding.span);
    finding.verdict = Verdict::Stale;
    finding.grade = Grade::Function;
    finding.label = "runs once per user".into();
    finding.labels = vec![Label { span: span_of(list, "u.Name"), text: "and this each time".into() }];
    finding.function_cost = Some(heap(52_428_800, 0.4, 0.005, 12, 1));
    finding
}

fn elsewhere(long: &Source) -> Finding {
    let mut finding = finding("buffer-without-grow", long, "NEEDLE");
    finding.verdict = Verdict::Elsewhere;
    finding.grade = Grade::Exact;
    finding.confidence = Confidence::Low;
    finding.message = "long text ".repeat(14) + &"unbroken".repeat(15);
    finding.notes = vec!["世界".repeat(45)];
    let mut measured = heap(i64::MAX, 0.05, 1.0, u64::MAX >> 1, i64::MIN);
    measured.columns[0].by_callee = callees(&[
        (Some("encoding/json.Marshal"), i64::MAX / 2),
        (Some("bytes.growSlice"), i64::MAX / 4),
        (Some("example.com/shop/lib.Map[go.shape.string,example.com/shop/x.T]"), 1000),
        (Some("runtime.\u{1b}[2Jmallocgc"), 10),
        (None, 5),
    ]);
    finding.measured = Some(measured);
    finding
}

fn cold(long: &Source) -> Finding {
    let mut finding = finding("string-conversion", long, "[]byte(x)");
    finding.verdict = Verdict::Cold { bound: 1_572_864.0 };
    finding.cost_lines = vec![4, 8, 9, 10];
    finding.labels = (0..12)
        .map(|nth| Label { span: span_of(long, &format!("line{nth:02}")), text: format!("place {nth}") })
        .collect();
    finding
}

fn hostile_finding(hostile: &Source) -> Finding {
    let at = HOSTILE.windows(8).position(|window| window == b"##[error").expect("it is there");
    let mut finding = finding("::rule##[x]", hostile, "string(b)");
    finding.severity = Severity::Error;
    finding.verdict = Verdict::Unmeasured;
    finding.message = "\x1b]0;title\x07 ::add-mask::m\n::error::x ##[error]y \u{202e}z".into();
    finding.label = "##vso[x] \x1b[2K\nnew line".into();
    finding.labels = vec![Label { span: Span::new(at, at + 8), text: "::error:: here".into() }];
    finding.help = "##[group]help\n::set-output name=x::y".into();
    finding.notes = vec!["costs CPU, which a heap profile does not show".into(), "a\r\n::error::b".into()];
    finding.symbol = Some("x.\u{9b}31mF".into());
    finding
}

fn at_end(hostile: &Source) -> Finding {
    let mut finding = finding("at-the-end", hostile, "string(b)");
    // Past the end, as after an edit between scanning and rendering.
    finding.span = Span::new(HOSTILE.len(), HOSTILE.len() + 99);
    finding.region = hostile.region(Span::new(HOSTILE.len(), HOSTILE.len()));
    finding.verdict = Verdict::Unseen;
    finding
}

fn in_empty(empty: &Source) -> Finding {
    let mut finding = finding("in-an-empty-file", empty, "");
    finding.verdict = Verdict::New;
    finding.executions = Some(Executions { count: 48_000, counted: true });
    finding.help = String::new();
    finding
}

fn in_missing_file() -> Finding {
    let elsewhere = Source::new("gone.go", *b"x");
    let mut finding = finding("in-a-missing-file", &elsewhere, "x");
    finding.verdict = Verdict::Refuted;
    finding.executions = Some(Executions { count: 0, counted: false });
    finding.label = String::new();
    finding
}

fn folded(list: &Source, verdict: Verdict) -> Finding {
    let mut finding = finding("folded", list, "return names");
    finding.verdict = verdict;
    finding
}

pub(super) fn finding(rule: &str, source: &Source, code: &str) -> Finding {
    let span = span_of(source, code);
    let region = source.region(span);
    Finding {
        rule: rule.into(),
        identity: Identity { fingerprint: Fingerprint::of([rule.as_bytes(), code.as_bytes()]), ..Identity::default() },
        suppressed: None,
        of_directive: false,
        standing: Standing::default(),
        severity: Severity::Warning,
        confidence: Confidence::High,
        verdict: Verdict::Unseen,
        grade: Grade::None,
        path: source.path.clone(),
        span,
        region,
        label: "here".into(),
        labels: Vec::new(),
        cost_lines: vec![region.start.line],
        symbol: None,
        message: format!("what {rule} says"),
        help: "write something else".into(),
        fix: None,
        notes: Vec::new(),
        measured: None,
        explanation: Explanation::default(),
        behaviour: Behaviour::default(),
        compiler: Vec::new(),
        executions: None,
        function_cost: None,
        charged_to_callers: None,
        estimate: None,
        judged_by: Some(SampleType { kind: "alloc_space".into(), unit: "bytes".into() }),
    }
}

/// A heap profile's four columns for `bytes` of alloc_space.
fn heap(bytes: i64, error: f64, share: f64, samples: u64, objects: i64) -> Measured {
    let column = |kind: &str, unit: &str, own: i64, samples: u64| Column {
        sample_type: SampleType { kind: kind.into(), unit: unit.into() },
        own,
        flat: own,
        cum: own,
        low: own as f64 * (1.0 - error),
        high: own as f64 * (1.0 + error),
        share,
        sampling: sampling(share, error),
        samples,
        by_callee: callees(&[(None, own)]),
        cum_by_callee: callees(&[(None, own)]),
    };
    let space = column("alloc_space", "bytes", bytes, samples);
    let mut in_use = column("inuse_space", "bytes", bytes / 100, 1);
    (in_use.low, in_use.high, in_use.share) = (f64::NEG_INFINITY, f64::INFINITY, f64::NAN);
    let columns = vec![
        space,
        column("alloc_objects", "count", objects, samples),
        in_use,
        column("inuse_objects", "count", objects / 100, 1),
    ];
    Measured { columns }
}

pub(super) fn sampling(share: f64, error: f64) -> Sampling {
    let (share_low, share_high) = (share * (1.0 - error), share * (1.0 + error));
    Sampling { share_low, share_high, significant: true, ..Sampling::default() }
}

pub(super) fn callees(costs: &[(Option<&str>, i64)]) -> Vec<CalleeCost> {
    costs.iter().map(|(callee, value)| CalleeCost { callee: callee.map(Arc::from), value: *value }).collect()
}

fn hotspots() -> Vec<Hotspot> {
    let hotspot = |path: &str, line, symbol: &str, construct: Option<&str>, bytes, share, objects| Hotspot {
        path: path.into(),
        line,
        symbol: symbol.into(),
        grade: Grade::Exact,
        explanation: construct.map_or_else(Explanation::default, |told| explanation(told, bytes, objects)),
        behaviour: behaviour(bytes),
        measured: heap(bytes, 0.1, share, 40, objects),
        notes: Vec::new(),
    };
    vec![
        hotspot("cmd/a.go", 88, "example.com/shop/api.(*Encoder).Encode", Some("map write"), 4 << 30, 0.39, 31_000_000),
        hotspot(
            "internal/very/deep/folders/that/go/on/for/longer/than/a/screen/has/columns.go",
            1207,
            "example.com/shop/internal/very/deep/folders.(*Thing).WithAVeryLongMethodName.func1.2.gowrap1",
            Some("closure"),
            200 << 20,
            0.02,
            48_000,
        ),
        hotspot("lib/x\n::error::.go", 3, "example.com/shop/lib.\u{202e}f", None, 3 << 20, 0.0004, 999),
        hotspot("lib/世界.go", 4, "example.com/shop/lib.世界", Some("::add-mask::"), -(1 << 20), -0.0001, -12),
        hotspot("lib/d.go", 5, "example.com/shop/lib.d", None, 512, 0.0, 1),
        hotspot("lib/e.go", 6, "example.com/shop/lib.e", None, 512, 0.0, 1),
    ]
}

/// A construct that grew, with a call of the same line.
fn explanation(told: &str, bytes: i64, objects: i64) -> Explanation {
    let at = |column| Position { line: 3, column };
    let named = |kind, told: &str| NamedConstruct {
        kind,
        told: told.into(),
        region: Region { start: at(2), end: at(9) },
        compiler: (kind == "append").then(escaping),
    };
    let size = |size: u64, part: i64| SizeCost { size, objects: objects / part, bytes: bytes / part, samples: 9 };
    let rung = |size, objects, final_objects| Rung { size, objects, final_objects };
    let rungs = vec![rung(64, 100, 10), rung(128, 90, 80), rung(256, 10, 10)];
    let grown = ExplainedPart {
        constructs: vec![named("append", told), named("map-write", "`m[k] = v`")],
        more_constructs: 0,
        callee: None,
        own: bytes / 4 * 3,
        sizes: vec![size(64, 2), size(128, 3), size(256, 6)],
        asked: None,
        ladder: Some(Ladder { rungs, outgrown: Some(7040), room: Some(128) }),
    };
    let called = ExplainedPart {
        constructs: vec![named("call", "call of `fmt.Sprintf`\n::error::")],
        more_constructs: 0,
        callee: Some("fmt.Sprintf".into()),
        own: bytes / 8,
        sizes: vec![size(48, 8)],
        asked: Some(33),
        ladder: None,
    };
    Explanation { parts: vec![grown, called], unexplained: bytes - bytes / 4 * 3 - bytes / 8 }
}

fn behaviour(bytes: i64) -> Behaviour {
    let call = CallPlace { path: "cmd/x\n::error::.go".into(), line: 31 };
    let caller = |symbol: Option<&str>, value, call| CallerCost { symbol: symbol.map(Arc::from), value, call };
    let listed = caller(Some("example.com/shop/api.\u{202e}List"), bytes / 2, Some(call));
    let callers = vec![listed, caller(None, bytes / 4, None)];
    Behaviour { lifetime: Some(Lifetime::ShortLived), callers, pool_misses: bytes / 8 }
}

fn unplaced() -> Vec<Unplaced> {
    let each = |symbol: &str, file: &str, reason: &str, bytes| Unplaced {
        symbol: symbol.into(),
        file: file.into(),
        line: 7,
        reason: reason.into(),
        measured: heap(bytes, 0.2, 0.001, 3, 10),
    };
    vec![
        each("example.com/shop/lib.init", "/build/lib/lib.go", "a package initialiser has no function", 31 << 20),
        each("main.\x1b[2Jx", "/build/::x\n.go", "two files\nmatch ##[error]", 1 << 20),
    ]
}

fn problems() -> Vec<Problem> {
    let at = |line, column| Position { line, column };
    let problem =
        |path: &str, region, kind, message: &str| Problem { path: path.into(), region, kind, message: message.into() };
    let region = Some(Region { start: at(3, 1), end: at(9, 2) });
    vec![
        problem("a.go", region, ProblemKind::Syntax, "a brace is missing; the rest of the file was scanned"),
        problem("b\n::error::.go", region, ProblemKind::Syntax, "x\x1b[2J ##[error]"),
        problem("big.go", None, ProblemKind::TooLarge, "larger than 16 MiB; raise the limit"),
        problem("secret", None, ProblemKind::Unreadable, "permission denied"),
    ]
}

pub(super) fn profile() -> ProfileSummary {
    ProfileSummary {
        paths: vec!["heap.pb.gz".into(), "b\n##[error].pb.gz".into()],
        sample_type: SampleType { kind: "alloc_space".into(), unit: "bytes".into() },
        taken: Some(1_763_337_600_000_000_000),
        dialect: "go1.24 to go1.26".into(),
        dialect_source: DialectSource::Profile,
        revision: Some("3f1c9ab0c2d4e5f60718293a4b5c6d7e8f901234".into()),
        samples: 8120,
        period: 524_288,
        period_unit: "bytes".into(),
        total: 12 << 30,
        own: 11_489_000_000,
        claimed: 7_008_000_000,
        unplaced: 33_554_432,
        explained: ExplainedShare {
            flat: ExplainedSums { own: 9_000_000_000, explained: 8_900_000_000, by_one: 7_500_000_000 },
            through_calls: ExplainedSums { own: 2_000_000_000, explained: 1_900_000_000, by_one: 1_900_000_000 },
        },
        noise: 0,
        by_grade: [10_570_000_000, 690_000_000, 195_000_000],
        platform: "linux/amd64".into(),
        files_not_built: 3,
        summarised: Some(summarised()),
        warnings: vec!["one sample in ten is older\n::error::than the source".into()],
    }
}

/// A line of 3,000 bytes with a needle in the middle, then lines to point at.
fn long_line() -> Vec<u8> {
    let mut text = "package api\n\n".to_owned();
    let part = "größe(\"世界\", 1), ";
    text.push_str(&part.repeat(80));
    text.push_str("NEEDLE, ");
    text.push_str(&part.repeat(80));
    text.push_str("\n\t\tx := \"short\"; y := []byte(x)\n");
    for nth in 0..12 {
        text.push_str(&format!("\n\n\n\tline{nth:02}()\n"));
    }
    text.into_bytes()
}

fn source(path: &str, text: &[u8]) -> Source {
    Source::new(path, text)
}

fn span_of(source: &Source, code: &str) -> Span {
    let bytes = code.as_bytes();
    let found = source.text.windows(bytes.len().max(1)).position(|window| window == bytes);
    let start = if bytes.is_empty() { 0 } else { found.expect("the code is in the source") };
    Span::new(start, start + bytes.len())
}
