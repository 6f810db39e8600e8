//! What `go test` says: how often tests ran a finding's lines.

use crate::support::{Tree, check, constructs_module, heaplint, list, made, root, text};
use serde_json::Value;

const SOURCE: &str = "package p

func Often(n int) []int {
	return make([]int, n)
}

func Never(n int) []int {
	return make([]int, n)
}

func Once(n int) []int {
	return make([]int, n)
}
";

fn tree() -> Tree {
    Tree::of(&[("go.mod", "module example.com/p\n"), ("sub/p.go", SOURCE)])
}

const COVER: &str = "mode: count
example.com/p/sub/p.go:3.25,5.2 1 48000
example.com/p/sub/p.go:7.25,9.2 1 0
example.com/p/sub/p.go:11.24,13.2 1 1
example.com/p/gone.go:1.1,2.2 1 7
";

#[test]
fn findings_without_a_profile_are_ordered_by_what_the_tests_ran() {
    let tree = tree();
    tree.write("cover.out", COVER);
    let report = check(tree.path(), &["--coverage", "cover.out"]).report(1);
    let told: Vec<(u64, u64)> = list(&report, "findings")
        .iter()
        .map(|finding| {
            (finding["span"]["start_line"].as_u64().unwrap(), finding["executions"]["count"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(told, [(4, 48_000), (12, 1), (8, 0)]);
    let summary = &report["summary"]["coverage"];
    assert_eq!((&summary["files"], &summary["other_files"]), (&1.into(), &1.into()));
    let lines = check(tree.path(), &["--coverage", "cover.out", "--format", "text"]).exits(1).stdout;
    for words in [
        "[unprofiled, executed 48,000 times in the tests]",
        "executed once in the tests",
        "never executed in the tests",
    ] {
        assert!(lines.contains(words), "{words} is missing: {lines}");
    }
    assert!(!lines.contains("48000 B") && !lines.contains("KiB"), "executions are no bytes: {lines}");
}

#[test]
fn runs_of_several_packages_are_added_and_modes_are_not_mixed() {
    let tree = tree();
    tree.write("one.out", COVER);
    let both = check(tree.path(), &["--coverage", "one.out", "--coverage", "-"]).input(COVER).report(1);
    assert_eq!(list(&both, "findings")[0]["executions"]["count"], 96_000);
    let set = COVER.replace("count", "set");
    let answer = check(tree.path(), &["--coverage", "one.out", "--coverage", "-"]).input(set.clone()).exits(2);
    assert!(answer.stderr.contains("standard input is no coverage profile: line 1"), "{}", answer.stderr);
    let alone = check(tree.path(), &["--coverage", "-"]).input(set).report(1);
    assert_eq!(list(&alone, "findings")[0]["executions"]["counted"], false);
}

#[test]
fn coverage_that_cannot_be_used_is_refused_by_line() {
    let tree = tree();
    for (input, words) in [
        ("garbage", "line 1 is no `mode: set`"),
        ("mode: set\nexample.com/p/sub/p.go:3.25,5.2 1\n", "line 2: there is no number of statements"),
        ("mode: set\nexample.com/other/q.go:3.25,5.2 1 1\n", "is of no file that was checked"),
    ] {
        let answer = check(tree.path(), &["--coverage", "-"]).input(input).exits(2);
        assert!(answer.stderr.contains(words) && answer.stderr.contains("help: "), "{input}: {}", answer.stderr);
    }
    check(tree.path(), &["--coverage", "missing.out"]).exits(2);
}

#[test]
fn coverage_that_go_wrote_knows_every_file_of_its_module() {
    let module = root().join("tests/go/witness");
    for version in ["go1.26", "go1.27"] {
        for (mode, counted) in [("set", false), ("count", true)] {
            let file = root().join(format!("tests/fixtures/witness/{version}/cover.{mode}.out"));
            let rules = ["--select", "tests-switch", "--rules"];
            let call =
                heaplint(&module, &["check", "--fail-on", "never"]).words(&rules).word(root().join("tests/rules"));
            let call = call.word("--coverage").word(file);
            let report: Value = call.report(0);
            let summary = &report["summary"]["coverage"];
            assert_eq!((&summary["files"], &summary["other_files"]), (&3.into(), &0.into()), "{version} {mode}");
            let [finding] = list(&report, "findings") else { panic!("one finding: {report}") };
            assert_eq!((&finding["executions"]["count"], text(finding, "path")), (&0.into(), "work/work.go"));
            assert_eq!(finding["executions"]["counted"], counted);
        }
    }
}

/// The benchmarks of a fixture, checked with the memory profile of their run.
fn benched(version: &str) -> Value {
    let folder = root().join("tests/fixtures/witness").join(version);
    let call = heaplint(&root().join("tests/go/witness"), &["check", "--fail-on", "never", "--bench"]);
    call.word(folder.join("bench.txt")).profile(folder.join("bench.mem.pb.gz")).report(0)
}

#[test]
fn a_benchmark_finds_in_its_profile_the_bytes_that_it_printed() {
    for version in ["go1.26", "go1.27"] {
        let report = benched(version);
        let functions: Vec<&str> = list(&report, "benchmarks").iter().map(|each| text(each, "function")).collect();
        assert_eq!(functions, ["BenchmarkWords", "BenchmarkGrow", "BenchmarkAssert"]);
        let words = &report["benchmarks"][0];
        let printed = words["results"][0]["bytes"]["median"].as_f64().expect("B/op was printed");
        let (low, high) = (&words["profiled"]["per_turn"]["low"], &words["profiled"]["per_turn"]["high"]);
        let (low, high) = (low.as_f64().expect("a bound"), high.as_f64().expect("a bound"));
        // Go prints whole bytes and the profile has a few objects of the harness: one in a hundred leaves room for both.
        assert!(low < printed * 1.01 && printed * 0.99 < high, "{version}: {printed} is not in {low} to {high}");
        assert!(high / low < 1.1, "{version}: {low} to {high} says little");
        let top = &words["profiled"]["lines"][0];
        assert_eq!((text(top, "path"), text(top, "symbol")), ("work/work.go", "example.com/witness/work.Words"));

        let grow = &report["benchmarks"][1];
        assert_eq!(list(grow, "results").len(), 2);
        assert!(text(&grow["profiled"], "not_per_turn").contains("2 sub-benchmarks"));
        for benchmark in list(&report, "benchmarks") {
            let profiled = &benchmark["profiled"];
            let sum: i64 = list(profiled, "lines").iter().map(|line| line["bytes"].as_i64().expect("bytes")).sum();
            assert!(sum > 0 && sum <= profiled["bytes"].as_i64().expect("bytes"), "{version}: {benchmark}");
        }
    }
}

#[test]
fn text_and_events_of_benchmarks_name_the_same_results() {
    for version in ["go1.26", "go1.27"] {
        let read = |name: &str| {
            let file = root().join("tests/fixtures/witness").join(version).join(name);
            let call = heaplint(&root().join("tests/go/witness"), &["check", "--fail-on", "never", "--bench"]);
            let report = call.word(file).report(0);
            let told = |each: &Value| {
                let names = list(each, "results").iter().map(|result| {
                    (text(result, "name").to_owned(), result["runs"].clone(), result["allocations"]["median"].clone())
                });
                (text(each, "package").to_owned(), names.collect::<Vec<_>>(), each["not_profiled"].clone())
            };
            list(&report, "benchmarks").iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(read("bench.txt"), read("bench.json"), "{version}");
        assert_eq!(read("bench.json")[0].2, "no heap profile was given: -memprofile heap.pb.gz writes that of the run");
    }
}

#[test]
fn what_is_no_output_of_benchmarks_is_refused() {
    let tree = tree();
    for (input, words) in [
        ("PASS\n", "it holds no line of a benchmark"),
        ("BenchmarkX-8 10 oops ns/op\n", "line 1: `oops` is no number"),
        ("{\"Action\":\"output\"}\n{broken\n", "line 2 is no event of go test -json"),
    ] {
        let answer = check(tree.path(), &["--bench", "-"]).input(input).exits(2);
        assert!(answer.stderr.contains(words) && answer.stderr.contains("help: "), "{input}: {}", answer.stderr);
    }
}

#[test]
fn without_turns_that_were_fixed_no_bytes_per_turn_are_told() {
    let folder = crate::support::go_fixtures();
    let call = heaplint(&constructs_module(), &["check", "--fail-on", "never", "--bench"]);
    let report = call.word(folder.join("bench.txt")).profile(folder.join("bench.mem.pb.gz")).report(0);
    for benchmark in list(&report, "benchmarks").iter().filter(|each| each["profiled"].is_object()) {
        assert_eq!(benchmark["profiled"]["per_turn"], Value::Null, "{benchmark}");
    }
    let table =
        list(&report, "benchmarks").iter().find(|each| each["function"] == "BenchmarkTable").expect("it is there");
    let top = &table["profiled"]["lines"][0];
    assert_eq!((text(top, "path"), &top["rules"][0]), ("sites/make.go", &"append-without-capacity".into()));
    let reported = list(&report, "findings").iter().filter(|finding| finding["path"] == top["path"]);
    let place = |finding: &Value| (finding["rule"].clone(), finding["span"]["start_line"].clone());
    let places: Vec<_> = reported.map(place).collect();
    for claim in list(top, "findings") {
        let place = (claim["rule"].clone(), claim["line"].clone());
        assert!(places.contains(&place), "{claim} stands where check reports it: {places:?}");
    }
}

/// A profile of twelve objects of 100 bytes below a benchmark, each called by this function of package testing in turn.
fn below_testing(callers: &[&str]) -> String {
    let stacks: Vec<[(&str, &str, u32); 4]> = (0..12)
        .map(|at| {
            [
                ("example.com/p/sub.Often", "/b/sub/p.go", 4),
                ("example.com/p/sub.BenchmarkOften", "/b/sub/p_test.go", 5),
                ("testing.(*B).runN", "/go/src/testing/benchmark.go", 100),
                (callers[at % callers.len()], "/go/src/testing/benchmark.go", 200),
            ]
        })
        .collect();
    made(&stacks.iter().map(|stack| (100, &stack[..])).collect::<Vec<_>>())
}

#[test]
fn a_benchmark_that_loops_with_b_loop_has_all_of_its_turns_printed() {
    let tree = tree();
    tree.write("bench.txt", "pkg: example.com/p/sub\nBenchmarkOften-2 5 12.0 ns/op 99 B/op 1 allocs/op\nBenchmarkOften-2 7 11.0 ns/op 99 B/op 1 allocs/op\n");
    let profiled = |callers: &[&str]| {
        tree.write("heap.txt", below_testing(callers));
        let call = check(tree.path(), &["--fail-on", "never", "--bench", "bench.txt"]).profile("heap.txt");
        call.report(0)["benchmarks"][0]["profiled"].clone()
    };
    let looped = profiled(&["testing.(*B).run1.func1"]);
    assert_eq!(looped["per_turn"], serde_json::json!({ "low": 100.0, "high": 100.0 }), "{looped}");
    let searched = profiled(&["testing.(*B).run1.func1", "testing.(*B).launch"]);
    assert!(text(&searched, "not_per_turn").contains("with b.N"), "{searched}");
}

#[test]
fn a_heap_profile_of_something_else_is_said_to_be_that() {
    let tree = tree();
    tree.write("bench.txt", "pkg: example.com/p/sub\nBenchmarkOften-2 500 12.0 ns/op 99 B/op 1 allocs/op\n");
    let told = |profile: String| {
        tree.write("heap.txt", profile);
        let call = check(tree.path(), &["--fail-on", "never", "--bench", "bench.txt"]).profile("heap.txt");
        call.exits(0).stdout
    };
    let served = told(made(&[(100, &[("example.com/p/sub.Often", "/b/sub/p.go", 4)])]));
    assert!(served.contains("benchmarks: 1 function, as printed\n"), "{served}");
    assert!(served.contains("holds no benchmark at all: it is not of this run"), "{served}");
    let another = told(below_testing(&["testing.(*B).run1.func1"]));
    assert!(another.contains("not of this run"), "{another}");
}
