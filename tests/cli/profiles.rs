//! Profiles that cannot be used end the run with 2, nothing on standard output, and what to do next.

use crate::MAKES;
use crate::support::{Call, Tree, check, constructs_module, go_fixtures, heaplint, list, made, root, text};
use std::fs;
use std::path::PathBuf;

fn sites() -> PathBuf {
    root().join("tests/go/sites")
}

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/go1.27").join(name)
}

/// The call is refused, and the error holds these words.
fn refused(call: Call, words: &[&str]) {
    let answer = call.exits(2);
    assert_eq!(answer.stdout, "", "a refused run writes no report");
    assert!(answer.stderr.starts_with("error: "), "{}", answer.stderr);
    for word in words {
        assert!(answer.stderr.contains(word), "{word} is missing: {}", answer.stderr);
    }
}

fn written(bytes: &[u8]) -> (Tree, PathBuf) {
    let tree = Tree::empty();
    tree.write("heap.pb.gz", bytes);
    let path = tree.path().join("heap.pb.gz");
    (tree, path)
}

#[test]
fn a_missing_profile_is_refused() {
    refused(check(&sites(), &[]).profile("no/such.pb.gz"), &["no/such.pb.gz", "help: "]);
}

#[test]
fn what_is_no_profile_is_refused() {
    for bytes in [&b""[..], b"PK\x03\x04", b"garbage that is no profile at all", b"\x1f\x8b\x08", &[0xff; 300], b"{}"] {
        let (_tree, path) = written(bytes);
        refused(check(&sites(), &[]).profile(&path), &["heap.pb.gz"]);
    }
}

#[test]
fn a_truncated_profile_is_refused_wherever_it_ends() {
    let whole = fs::read(fixture("heap.pb.gz")).expect("the fixture is there");
    for part in [1, 2, 10, 50, 90, 99] {
        let (_tree, path) = written(&whole[..whole.len() * part / 100]);
        refused(check(&sites(), &[]).profile(&path), &["heap.pb.gz"]);
    }
}

#[test]
fn a_profile_that_inflates_beyond_all_bounds_is_refused() {
    // gzip members may be chained: 4 GiB of zeros in some megabytes.
    let member = {
        use std::io::Write;
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let zeros = vec![0; 1 << 20];
        for _ in 0..64 {
            writer.write_all(&zeros).expect("memory takes it");
        }
        writer.finish().expect("memory takes it")
    };
    let (_tree, path) = written(&member.repeat(64));
    refused(check(&sites(), &[]).profile(&path), &["heap.pb.gz"]);
}

#[test]
fn a_cpu_profile_alone_ranks_by_time() {
    let report = check(&sites(), &["--fail-on", "never"]).profile(fixture("cpu.pb.gz")).report(0);
    let profile = &report["summary"]["profile"];
    assert_eq!((&profile["sample_type"]["kind"], &profile["total"]), (&"cpu".into(), &570_000_000_i64.into()));
    assert!(report["hotspots"][0]["measured"]["cpu"]["own"].as_i64() > Some(0));
}

#[test]
fn an_unknown_sample_type_is_refused_and_the_known_are_listed() {
    let call = check(&sites(), &["--sample-index", "alloc_spice"]).profile(fixture("heap.pb.gz"));
    refused(call, &["alloc_spice", "alloc_space", "inuse_objects"]);
}

#[test]
fn several_profiles_want_a_word_on_what_they_are_to_each_other() {
    let own = |call: Call| call.report(0)["summary"]["profile"]["own"].as_i64().expect("own");
    let one = |name: &str| check(&sites(), &["--fail-on", "never"]).profile(fixture(name));
    let two = |other: &str| one("heap.pb.gz").profile(fixture(other));
    refused(two("heap.trimpath.pb.gz"), &["are each a heap profile", "--merge delta", "--merge shards"]);
    refused(two("heap.trimpath.pb.gz").words(&["--merge", "delta"]), &["--merge delta needs windows of time"]);
    let sum = own(one("heap.pb.gz")) + own(one("heap.trimpath.pb.gz"));
    assert_eq!(own(two("heap.trimpath.pb.gz").words(&["--merge", "shards"])), sum);
}

#[test]
fn one_dump_given_twice_is_not_added() {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", MAKES)]);
    let dump = made(&[(100, &[("example.com/p.Make", "/b/p.go", 4)])]);
    tree.write("one.txt", &dump);
    tree.write("copy.txt", &dump);
    for (second, words) in
        [("one.txt", &[][..]), ("copy.txt", &["--merge", "shards"]), ("copy.txt", &["--merge", "delta"])]
    {
        let twice = check(tree.path(), words).profile("one.txt").profile(second);
        refused(twice, &[&format!("one.txt and {second} are one dump, given twice")]);
    }
}

#[test]
fn a_profile_can_come_through_standard_input() {
    let bytes = fs::read(fixture("heap.pb.gz")).expect("the fixture is there");
    let piped = check(&sites(), &["--fail-on", "never"]).profile("-").input(bytes).report(0);
    let named = check(&sites(), &["--fail-on", "never"]).profile(fixture("heap.pb.gz")).report(0);
    assert_eq!((&piped["findings"], &piped["hotspots"]), (&named["findings"], &named["hotspots"]));
    assert!(!piped["findings"].as_array().expect("an array").is_empty());
}

#[test]
fn every_sample_type_can_rank() {
    for kind in ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space"] {
        let call = check(&sites(), &["--fail-on", "never", "--sample-index", kind]).profile(fixture("heap.pb.gz"));
        let report = call.report(0);
        assert_eq!(report["summary"]["profile"]["sample_type"]["kind"], *kind);
        let of = |hotspot: &serde_json::Value| hotspot["measured"][kind]["own"].as_i64().expect("own");
        let costs: Vec<i64> = report["hotspots"].as_array().expect("an array").iter().map(of).collect();
        assert!(costs.is_sorted_by(|a, b| a >= b), "{kind}: {costs:?}");
    }
}

#[test]
fn an_empty_profile_is_doubted_aloud() {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", MAKES)]);
    tree.write("heap.txt", made(&[]));
    let report = check(tree.path(), &[]).profile("heap.txt").report(0);
    let warning = report["summary"]["profile"]["warnings"][0].as_str().expect("a warning");
    assert!(warning.contains("no samples"), "{warning}");
    assert_eq!(report["findings"][0]["verdict"], "unseen");
}

#[test]
fn a_profile_at_the_default_rate_ranks_real_code() {
    let folder = go_fixtures();
    let report = check(&constructs_module(), &["--fail-on", "never"]).profile(folder.join("allocs.rate512k.pb.gz"));
    let report = report.report(0);
    assert_eq!(report["summary"]["profile"]["period"], 524_288);
    assert_eq!(report["summary"]["profile"]["unplaced"], 0);
}

#[test]
fn what_is_charged_to_callers_is_neither_cold_nor_unseen() {
    let source = format!("{MAKES}\nfunc Calls() []int {{\n\treturn Make(9)\n}}\n");
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", &source)]);
    tree.write(
        "heap.txt",
        made(&[(4096, &[("example.com/p.Make", "/b/p.go", 4), ("example.com/p.Calls", "/b/p.go", 8)])]),
    );
    let checked = |pattern: &'static str| {
        let call = check(tree.path(), &["--fail-on", "never", "--transparent", pattern]).profile("heap.txt");
        call.report(0)
    };
    let report = checked("p.Make");
    let [finding] = report["findings"].as_array().expect("findings").as_slice() else { panic!("{report}") };
    assert_eq!((&finding["verdict"], &finding["charged_to_callers"]), (&"elsewhere".into(), &4096.into()));
    assert_eq!(report["hotspots"][0]["line"], 8, "{report}");
    assert_eq!(report["summary"]["profile"]["warnings"], serde_json::json!([]));
    let told =
        check(tree.path(), &["-v", "--fail-on", "never", "--transparent", "p.Make"]).profile("heap.txt").exits(0);
    assert!(told.stdout.contains("4.0 KiB that its lines cost is charged to their callers"), "{}", told.stdout);

    let report = checked("p.Made");
    assert_eq!(
        (&report["findings"][0]["charged_to_callers"], &report["findings"][0]["grade"]),
        (&serde_json::Value::Null, &"exact".into())
    );
    let warnings = report["summary"]["profile"]["warnings"].to_string();
    assert!(warnings.contains("--transparent `p.Made` covers no function"), "{warnings}");
}

#[test]
fn a_checkout_whose_folder_is_named_after_a_version_is_no_module_cache() {
    let main = "package main\n\nfunc main() {\n\tprintln(len(make([]int, len(\"x\"))))\n}\n";
    let tree = Tree::of(&[("x@v1.2.3/go.mod", "module example.com/p\n"), ("x@v1.2.3/p.go", MAKES)]);
    tree.write("x@v1.2.3/cmd/main.go", main);
    let folder = tree.path().join("x@v1.2.3");
    let here = folder.join("cmd/main.go").canonicalize().expect("it is there").display().to_string();
    // Built in another checkout of such a name, with a command at the path that is scanned, and a dependency.
    for (built, cache) in
        [("/b/x@v2", "/c/example.com/dep@v1.0.0"), ("/b/x@v1.2.3", "/b/x@v1.2.3/gopath/pkg/mod/dep@v1.0.0")]
    {
        let (file, dependency) = (format!("{built}/p.go"), format!("{cache}/d.go"));
        let frames =
            [("example.com/p.Make", &*file, 4), ("main.main", &*here, 4), ("example.com/dep.F", &*dependency, 1)];
        let samples = [(100, &frames[..1]), (200, &frames[1..2]), (400, &frames[2..])];
        tree.write("x@v1.2.3/heap.txt", made(&samples));
        let report = check(&folder, &["--fail-on", "never"]).profile("heap.txt").report(0);
        let profile = &report["summary"]["profile"];
        assert_eq!((&profile["own"], &profile["unplaced"]), (&300.into(), &0.into()), "{built}: {report}");
    }
}

#[test]
fn a_rule_that_needs_a_profile_says_nothing_of_what_none_has_measured() {
    let tree = Tree::copy_of(&root().join("examples/textbook"));
    let shipped = |name: &str| fs::read_to_string(root().join(name)).expect("a shipped rule's file");
    let toml = shipped("rules/append-without-capacity/rule.toml");
    tree.write(".heaplint/queries/own-append.scm", shipped("queries/append-without-capacity.scm"));
    let told = |needs: &str, profile: bool| -> Vec<String> {
        tree.write(
            ".heaplint/rules/own-append/rule.toml",
            toml.replace("by = \"heap\"", &format!("by = \"heap\"{needs}")),
        );
        let call = heaplint(tree.path(), &["check", "--select", "own-append", "--fail-on", "never"]);
        let call = if profile { call.profile("heap.pb.gz") } else { call };
        list(&call.report(0), "findings").iter().map(|finding| text(finding, "verdict").to_owned()).collect()
    };
    assert!(told("", false).len() > 1);
    assert!(told("", true).iter().any(|verdict| verdict != "hot" && verdict != "measured"));
    let needing = "\nneeds = \"profile\"";
    assert_eq!(told(needing, false), [""; 0]);
    let measured = told(needing, true);
    assert!(!measured.is_empty() && measured.iter().all(|verdict| verdict == "hot" || verdict == "measured"));
    // The same where one of its guards surely holds. The rule has such a list already.
    let listed = |guard: &str| format!("needs_where = [{{ {guard} = \"growth\" }},");
    let toml = toml.replace("needs_where = [", &listed("in-loop"));
    assert!(toml.contains(&listed("in-loop")));
    tree.write(".heaplint/rules/own-append/rule.toml", &toml);
    let call = heaplint(tree.path(), &["check", "--select", "own-append", "--fail-on", "never"]);
    assert_eq!(list(&call.report(0), "findings").len(), 0);
    let call = heaplint(tree.path(), &["check", "--select", "own-append", "--fail-on", "never"]).profile("heap.pb.gz");
    assert_eq!(list(&call.report(0), "findings").len(), measured.len());
}

#[test]
fn advice_that_the_go_line_of_the_module_refuses_is_not_given() {
    let tree = Tree::empty();
    let split = "package a\n\nimport \"strings\"\n\nfunc Count(s string) (n int) {\n\tfor _, part := range strings.Split(s, \",\") {\n\t\tn += \
                 len(part)\n\t}\n\treturn n\n}\n";
    tree.write("a.go", split);
    let found = |module: &str| {
        tree.write("go.mod", module);
        let call = heaplint(tree.path(), &["check", "--select", "split-in-range", "--fail-on", "never"]);
        list(&call.report(0), "findings").len()
    };
    assert_eq!(found("module a\n\ngo 1.24\n"), 1);
    assert_eq!(found("module a\n\ngo 1.23\n"), 0);
}
