//! The benchmarks of the report in `fixture`, for the tests of all formats.

use crate::model::*;

/// With and without a profile, figures and lines; hostile names and odd numbers.
pub(super) fn benchmarks() -> Vec<Benchmark> {
    let spread = |median: f64, error: f64| Spread { median, low: median * (1.0 - error), high: median * (1.0 + error) };
    let result = |name: &str, runs, turns, nanoseconds, bytes| BenchmarkResult {
        name: name.into(),
        runs,
        turns,
        turns_together: turns.1 * runs as u64,
        nanoseconds: Some(nanoseconds),
        bytes,
        allocations: bytes.map(|_| spread(198.0, 0.0)),
    };
    let line = |path: &str, bytes, rules: &[&str]| BenchmarkLine {
        path: path.into(),
        line: 84,
        symbol: "example.com/shop/internal/api.(*Server).List".into(),
        grade: Grade::Exact,
        claimed_by: rules.iter().zip([84, 79]).map(|(rule, line)| Claim { rule: RuleId::from(*rule), line }).collect(),
        bytes,
    };
    let profiled = |per_turn, lines| ProfiledBenchmark {
        bytes: 8_640_000,
        interval: (8_400_000.0, 8_900_000.0),
        samples: 16_000,
        per_turn,
        lines,
    };
    let benchmark = |function: &str, results, profiled| Benchmark {
        package: "example.com/shop/internal/api".into(),
        function: function.into(),
        results,
        profiled,
    };
    let lines = vec![
        line("internal/api/list.go", 8_000_000, &["append-without-capacity", "::rule##[x]"]),
        line("x\n::error::\u{202e}.go", 600_000, &[]),
    ];
    vec![
        benchmark(
            "BenchmarkList",
            vec![result("BenchmarkList-8", 3, (300, 300), spread(91_948.0, 0.1), Some(spread(9592.0, 0.0)))],
            Ok(profiled(Ok((9302.3, 9888.8)), lines)),
        ),
        benchmark(
            "Benchmark\x1b[2J\n::error::",
            vec![
                result("Benchmark\x1b[2J/##[error]x-8", 1, (1, 7), spread(0.4865, 0.0), None),
                result("Benchmark/y-8", 2, (1000, 1_000_000), spread(f64::MAX, 0.2), Some(spread(1e300, 0.5))),
            ],
            Ok(profiled(Err("its 2 sub-benchmarks are one function in the profile".into()), Vec::new())),
        ),
        benchmark(
            "BenchmarkNone",
            vec![result("BenchmarkNone", 1, (5, 5), spread(12.0, 0.0), None)],
            Err("the heap profile has no sample below it".into()),
        ),
    ]
}
