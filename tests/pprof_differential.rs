//! Real profiles, made here by the installed Go: flat and cum of every function and line must equal what
//! `go tool pprof` prints, to the last byte. The same profiles prove the dialect, the merge and the text form.

use heaplint::model::{Dialect, SampleType};
use heaplint::profile::{
    Additive, Granularity, Kind, Limits, MergeError, Profile, Totals, growing, infer_dialect, kind, merge, read,
    subtract, totals,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The folder with every profile, made once per Go version and kept below the target folder.
static PROFILES: LazyLock<PathBuf> = LazyLock::new(|| {
    let version = run(Command::new("go").args(["env", "GOVERSION"]));
    let parent = Path::new(env!("CARGO_TARGET_TMPDIR"));
    // Profiles that an older version of this file made may lack some of today's.
    let made_by = include_str!("pprof_differential.rs").len();
    let folder = parent.join(format!("profiles-{}-{made_by}", version.trim()));
    if !folder.is_dir() {
        let draft = tempfile::tempdir_in(parent).expect("the target folder takes new folders");
        make_standard_library_profiles(draft.path());
        make_construct_profiles(draft.path());
        make_delta_profiles(draft.path());
        make_witness_profiles(draft.path());
        // Another test process may have been faster; its profiles are as good.
        if std::fs::rename(draft.path(), &folder).is_err() {
            assert!(folder.is_dir(), "{} cannot be made", folder.display());
        }
    }
    folder
});

/// Runs a command to its end and gives its output; fails with everything that it said.
fn run(command: &mut Command) -> String {
    command.env("GOFLAGS", "").env("GOTOOLCHAIN", "local").env("GOWORK", "off");
    let output = command.output().unwrap_or_else(|error| panic!("{command:?} did not start: {error}; install Go"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn make_standard_library_profiles(folder: &Path) {
    for (package, benchmarks) in [("encoding/json", "CodeMarshal$|UnmarshalMap|EncoderEncode"), ("sort", "Sort")] {
        let name = format!("{}.pb.gz", package.replace('/', "-"));
        run(Command::new("go")
            .current_dir(folder)
            .args(["test", "-run=^$", "-benchtime=20x", "-memprofilerate=512", package])
            .arg(format!("-bench={benchmarks}"))
            .arg(format!("-memprofile={name}"))
            .arg("-o=test.bin"));
    }
}

fn make_construct_profiles(folder: &Path) {
    let module = folder.join("constructs");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/constructs"), &module);
    run(Command::new("go").current_dir(&module).args(["build", "-o", "run", "./cmd/run"]));
    for (rate, count) in [("1", "20"), ("65536", "2000")] {
        let name = |kind: &str| folder.join(format!("constructs.{kind}.{rate}"));
        run(Command::new(module.join("run"))
            .env("GOGC", "off")
            .env("GOMAXPROCS", "1")
            .args(["-rate", rate, "-n", count, "-o"])
            .arg(name("allocs").with_extension(format!("{rate}.pb.gz")))
            .arg("-heap")
            .arg(name("heap").with_extension(format!("{rate}.pb.gz"))));
    }
}

fn make_delta_profiles(folder: &Path) {
    let module = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/delta");
    run(Command::new("go").current_dir(&module).args(["build", "-o"]).arg(folder.join("delta")).arg("."));
    run(Command::new(folder.join("delta")).arg(folder));
}

/// CPU, block and mutex profiles of a program that works and waits.
fn make_witness_profiles(folder: &Path) {
    let module = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/witness");
    let program = folder.join("witness");
    run(Command::new("go").current_dir(&module).args(["build", "-o"]).arg(&program).arg("./cmd/run"));
    let name = |kind: &str| folder.join(format!("witness.{kind}.pb.gz"));
    run(Command::new(&program).args(["-seconds", "3", "-cpu"]).arg(name("cpu")));
    run(Command::new(&program).arg("-block").arg(name("block")).arg("-mutex").arg(name("mutex")));
}

/// Copies a folder of plain files.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the target folder takes new folders");
    for entry in std::fs::read_dir(from).expect("the fixtures can be listed") {
        let path = entry.expect("the fixtures can be listed").path();
        let target = to.join(path.file_name().expect("a listed path has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            let bytes = std::fs::read(&path).expect("the fixtures can be read");
            std::fs::write(&target, bytes).expect("the target folder takes new files");
        }
    }
}

fn open(name: &str) -> Profile {
    let path = PROFILES.join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&bytes, &Limits::STANDARD).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Flat and cum by printed name.
type Sums = BTreeMap<String, (i64, i64)>;

fn add(sums: &mut Sums, name: String, flat: i64, cum: i64) {
    let sum = sums.entry(name).or_default();
    *sum = (sum.0 + flat, sum.1 + cum);
}

/// What `go tool pprof -top` prints.
fn pprof(path: &Path, granularity: &str, sample_type: &SampleType) -> Sums {
    // Without a unit of its own pprof rounds to a larger one.
    let unit = if &*sample_type.unit == "nanoseconds" { "ns" } else { "B" };
    let text = run(Command::new("go")
        .args(["tool", "pprof", "-top", &format!("-unit={unit}"), "-nodecount=0", "-nodefraction=0", "-edgefraction=0"])
        .args(["-symbolize=none", "-trim_path=/nowhere", granularity])
        .arg(format!("-sample_index={}", sample_type.kind))
        .arg(path));
    let rows = text.lines().skip_while(|line| !line.trim_start().starts_with("flat ")).skip(1);
    let mut sums = Sums::new();
    for row in rows {
        let mut rest = row;
        let columns: Vec<&str> = (0..5)
            .map(|_| {
                let trimmed = rest.trim_start();
                let end = trimmed.find(' ').unwrap_or(trimmed.len());
                rest = &trimmed[end..];
                &trimmed[..end]
            })
            .collect();
        let value = |text: &str| -> i64 {
            text.trim_end_matches(unit).parse().unwrap_or_else(|_| panic!("no value in `{row}`"))
        };
        let name = rest.trim_start().trim_end_matches(" (inline)").trim_end_matches(" (partial-inline)");
        add(&mut sums, name.to_owned(), value(columns[0]), value(columns[3]));
    }
    sums
}

/// The same from the library.
fn ours(totals: &Totals, column: usize) -> Sums {
    let mut sums = Sums::new();
    for (index, row) in totals.rows.iter().enumerate() {
        let name = match (row.line, row.file.is_empty()) {
            (0, true) if row.name.is_empty() => "<unknown>".to_owned(),
            (0, true) => row.name.to_string(),
            (0, false) => format!("{} {}", row.name, row.file),
            (line, _) => format!("{} {}:{line}", row.name, row.file),
        };
        let (flat, cum) = (totals.flat(index)[column], totals.cum(index)[column]);
        if (flat, cum) != (0, 0) {
            add(&mut sums, name, flat, cum);
        }
    }
    sums
}

/// Compares one profile in every sample type, by function and by line.
fn check_equal(name: &str) {
    let compared = equal_rows(name);
    assert!(compared >= 20, "{name}: only {compared} rows");
}

/// The same; says how many rows were equal.
fn equal_rows(name: &str) -> usize {
    let profile = open(name);
    let mut compared = 0;
    for (granularity, argument) in [(Granularity::Functions, "-functions"), (Granularity::Lines, "-lines")] {
        let totals = totals(&profile, granularity);
        for (column, sample_type) in profile.sample_types.iter().enumerate() {
            let expected = pprof(&PROFILES.join(name), argument, sample_type);
            let found = ours(&totals, column);
            let differing: Vec<_> =
                expected.keys().chain(found.keys()).filter(|row| expected.get(*row) != found.get(*row)).collect();
            let first = differing.first().map(|row| (row, expected.get(*row), found.get(*row)));
            assert!(differing.is_empty(), "{name} {argument} {}: {first:?}", sample_type.kind);
            compared += found.len();
        }
    }
    compared
}

#[test]
fn cpu_block_and_mutex_profiles_equal_pprof_and_are_told_apart() {
    for (name, expected) in [("cpu", Kind::Cpu), ("block", Kind::Block), ("mutex", Kind::Mutex)] {
        let name = format!("witness.{name}.pb.gz");
        assert_eq!(kind(&open(&name)), expected, "{name}");
        // How often a lock is fought for is the machine's affair: a function and a line in two sample types are the least.
        let compared = equal_rows(&name);
        assert!(compared >= 4, "{name}: only {compared} rows");
    }
}

#[test]
fn benchmark_profiles_of_the_standard_library_equal_pprof() {
    check_equal("encoding-json.pb.gz");
    check_equal("sort.pb.gz");
}

#[test]
fn profiles_of_every_construct_equal_pprof() {
    for name in ["constructs.allocs.1.pb.gz", "constructs.heap.1.pb.gz", "constructs.allocs.65536.pb.gz"] {
        check_equal(name);
    }
}

#[test]
fn delta_profiles_with_negative_values_equal_pprof() {
    check_equal("delta.allocs.pb.gz");
    check_equal("delta.heap.pb.gz");
    let profile = open("delta.heap.pb.gz");
    assert!(profile.duration_nanos > 0);
    assert!(profile.total(3) < 0, "the program frees most of what it kept");
}

#[test]
fn the_compiler_is_inferred_from_a_run_of_every_construct() {
    let version = run(Command::new("go").args(["env", "GOVERSION"]));
    let minor: u16 = version.trim().split('.').nth(1).and_then(|minor| minor.parse().ok()).expect("a Go version");
    for name in ["constructs.allocs.1.pb.gz", "constructs.allocs.65536.pb.gz"] {
        let dialect = infer_dialect(&open(name)).expect("a whole program leaves traces");
        assert!(dialect.oldest <= minor && minor <= dialect.newest, "{dialect}, not go1.{minor}");
        if minor == 26 {
            assert_eq!(dialect, Dialect::exactly(26), "{name}");
        }
    }
}

#[test]
fn two_dumps_of_one_process_are_refused_and_subtracted() {
    let (early, late) = (open("early.pb.gz"), open("late.pb.gz"));
    for (first, second, second_is_later) in [(&early, &late, true), (&late, &early, false), (&late, &late, true)] {
        let evidence = growing(first, second).expect("they are of one process");
        assert_eq!(evidence.second_is_later, second_is_later);
    }
    match merge(&[&late, &early], Additive::Shards) {
        Err(MergeError::Growing { earlier: 1, later: 0, .. }) => {}
        other => panic!("{:?}", other.map(|profile| profile.samples.len())),
    }
    assert_eq!(merge(&[&early, &late], Additive::Delta), Err(MergeError::NotDelta { index: 0 }));
    let difference = subtract(&late, &early).expect("they measure the same");
    assert_eq!(difference.total(1), late.total(1) - early.total(1));
}

#[test]
fn windows_of_one_process_and_other_processes_may_be_added() {
    let windows = [open("delta.allocs.pb.gz"), open("delta.heap.pb.gz")];
    let both = merge(&[&windows[0], &windows[1]], Additive::Delta).expect("they are windows");
    for column in 0..4 {
        assert_eq!(both.total(column), windows[0].total(column) + windows[1].total(column));
    }
    let shards = [open("constructs.allocs.1.pb.gz"), open("constructs.allocs.65536.pb.gz")];
    assert_eq!(growing(&shards[0], &shards[1]), None);
    let both = merge(&[&shards[0], &shards[1]], Additive::Shards).expect("they are two processes");
    let sampled =
        |profile: &Profile| -> i64 { (0..profile.samples.len()).filter_map(|index| profile.sampled(index, 1)).sum() };
    assert_eq!(both.total(1), shards[0].total(1) + shards[1].total(1));
    assert_eq!(sampled(&both), sampled(&shards[0]) + sampled(&shards[1]), "raw counts survive different periods");
    assert_eq!(both.period, 65536);
}

#[test]
fn the_text_of_a_sampled_profile_tells_what_its_protobuf_tells() {
    let (text, proto) = (open("late.txt"), open("late.pb.gz"));
    assert_eq!(text.period, proto.period);
    let kept = |profile: &Profile| -> (i64, i64, i64) {
        let totals = totals(profile, Granularity::Functions);
        let row = totals.rows.iter().position(|row| &*row.name == "main.deep").expect("it allocated");
        let sampled = (0..profile.samples.len()).filter(|index| {
            profile.stack(*index).any(|frame| &*profile.functions[frame.function as usize].name == "main.deep")
        });
        (totals.flat(row)[0], totals.cum(row)[1], sampled.filter_map(|index| profile.sampled(index, 0)).sum())
    };
    assert_eq!(kept(&text), kept(&proto));
}
