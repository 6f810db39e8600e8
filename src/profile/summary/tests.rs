//! What is written is read back, whatever was cut away is counted, and no bytes are read as something that they are not.
#![allow(clippy::unwrap_used)]

use super::super::{Limits, Profile, ReadError, fixtures, read};
use super::{Keeping, KnownFunction, condense, write};
use std::collections::BTreeMap;

/// The functions of a fixture, those of its module ours.
fn functions(profile: &Profile) -> Vec<KnownFunction> {
    let ours = |name: &str| name.starts_with("example.com/constructs/") || name.starts_with("main.");
    let of = |known: &super::super::Function| {
        let ours = ours(&known.name);
        let base = known.file.rsplit('/').next().unwrap_or_default();
        KnownFunction { ours, file: if ours { format!("example.com/constructs/{base}").into() } else { "".into() } }
    };
    profile.functions.iter().map(of).collect()
}

fn condensed(name: &str, keep: f64) -> (Profile, Profile) {
    let profile = fixtures::profile(name);
    let condensed = condense(&profile, &functions(&profile), Keeping { part: keep, callers: None });
    (profile, condensed)
}

fn read_text(text: &str) -> Result<Profile, ReadError> {
    read(text.as_bytes(), &Limits::STANDARD)
}

/// Everything that samples say, in an order of its own.
fn content(profile: &Profile) -> BTreeMap<String, usize> {
    let mut content = BTreeMap::new();
    for (index, sample) in profile.samples.iter().enumerate() {
        let frame = |frame: super::super::Frame| (&profile.functions[frame.function as usize], frame.line);
        let stack: Vec<_> = profile.stack(index).map(frame).collect();
        let (values, counts) = (profile.values(index), profile.counts(index));
        let line = format!("{stack:?} {} {} {values:?} {counts:?}", sample.size, sample.period);
        *content.entry(line).or_default() += 1;
    }
    content
}

const FIXTURES: [&str; 5] =
    ["heap.pb.gz", "allocs.pb.gz", "allocs.rate512k.pb.gz", "bench.mem.pb.gz", "heap.debug1.txt"];

#[test]
fn what_is_written_is_read_back() {
    for name in FIXTURES {
        for keep in [1.0, 0.99, 0.5] {
            let (_, condensed) = condensed(name, keep);
            let text = write(&condensed);
            let back = read_text(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(content(&back), content(&condensed), "{name}");
            assert_eq!(back.summary, condensed.summary, "{name}");
            assert_eq!(write(&back), text, "{name}: a summary of a summary is the summary");
            let head = |profile: &Profile| {
                let types = (profile.sample_types.clone(), profile.period_type.clone(), profile.default_sample_type);
                (types, profile.period, profile.time_nanos, profile.duration_nanos, profile.mappings.clone())
            };
            assert_eq!(head(&back), head(&condensed), "{name}");
        }
    }
}

#[test]
fn totals_stay_what_they_were_whatever_is_dropped() {
    for name in FIXTURES {
        let mut before = usize::MAX;
        for keep in [1.0, 0.999, 0.9, 0.2] {
            let (full, condensed) = condensed(name, keep);
            let dropped = condensed.summary.clone().unwrap().dropped;
            for column in 0..full.sample_types.len() {
                assert_eq!(full.total(column), condensed.total(column), "{name}");
                let most = (1.0 - keep) * full.total(column) as f64;
                assert!(condensed.dropped(column) as f64 <= most, "{name}: {dropped:?} at {keep}");
            }
            assert_eq!(dropped.stacks == 0, keep == 1.0 || dropped.values.is_empty(), "{name}: {dropped:?}");
            let size = write(&condensed).len();
            assert!(size <= before, "{name}: smaller with less, {size} after {before}");
            before = size;
        }
    }
}

#[test]
fn the_order_of_samples_has_no_say() {
    let (full, condensed) = condensed("allocs.rate512k.pb.gz", 0.99);
    let mut other_way_round = full.clone();
    let order: Vec<usize> = (0..full.samples.len()).rev().collect();
    other_way_round.samples = order.iter().map(|at| full.samples[*at]).collect();
    other_way_round.values = order.iter().flat_map(|at| full.values(*at)).copied().collect();
    other_way_round.sampled = order.iter().flat_map(|at| full.counts(*at)).copied().collect();
    assert_eq!(
        write(&condense(&other_way_round, &functions(&full), Keeping { part: 0.99, callers: None })),
        write(&condensed)
    );
}

#[test]
fn windows_line_ends_change_nothing() {
    let text = write(&condensed("bench.mem.pb.gz", 1.0).1);
    assert_eq!(read_text(&text.replace('\n', "\r\n")).unwrap(), read_text(&text).unwrap());
}

#[test]
fn a_newer_format_is_said_to_be_newer() {
    let newer = read_text("heaplint profile summary 2\nwhatever\n").unwrap_err();
    assert_eq!(newer, ReadError::NewerSummary { version: 2, known: 1 });
    assert!(newer.to_string().contains("use the heaplint that wrote it"), "{newer}");
    for none in ["heaplint profile summary ", "heaplint profile summary 0\nend\n", "heaplint profile summary 1x\n"] {
        let error = read_text(none).unwrap_err();
        assert!(matches!(error, ReadError::Summary { line: 1, .. }), "{none}: {error:?}");
    }
}

#[test]
fn a_summary_that_was_cut_off_or_merged_by_hand_is_refused() {
    let text = write(&condensed("bench.mem.pb.gz", 1.0).1);
    let lines: Vec<&str> = text.lines().collect();
    for left in 1..lines.len() {
        let error = read_text(&(lines[..left].join("\n") + "\n")).unwrap_err();
        assert!(matches!(error, ReadError::Summary { .. }), "{left} lines: {error:?}");
    }
    let with_sample = lines.iter().position(|line| line.starts_with(' ') && line.contains('\t')).unwrap();
    let twice = [&lines[..with_sample], &lines[with_sample..=with_sample], &lines[with_sample..]].concat().join("\n");
    let error = read_text(&(twice + "\n")).unwrap_err();
    assert!(error.to_string().contains("merged line by line"), "{error}");
}

#[test]
fn broken_lines_are_named() {
    let head = "heaplint profile summary 1\ntype\talloc_objects\tcount\ntype\talloc_space\tbytes\nperiod\t512\n";
    for (line, problem) in [
        ("nonsense", "unknown word"),
        ("func\tx", "value is missing"),
        ("func\tx\t\\q\t1", "value is missing or broken"),
        ("func\tx\tf.go\t-1", "number is broken"),
        ("package\tx", "value is missing"),
        ("  x:1\t64:1", "indented below nothing"),
        (" x:99999999999\t64:1", "line number is too large"),
        (" x\t64", "sample is broken"),
        (" x\t64:1/2/3", "sample is broken"),
        (" x\t64:1~1/2/3", "sample is broken"),
        (" x\t99999999999999999999:1", "sample is broken"),
        (" x\t64:1@", "sample is broken"),
        (" x\t", "sample is broken"),
        ("total\t1/2/3", "do not fit the types"),
        ("taken\tyesterday", "moment is broken"),
        ("duration\t10s", "duration is broken"),
        ("go\t1.27\t1.21", "Go versions are broken"),
        ("lacks\tcourage\t1", "nothing lacks that"),
        ("default-type\tcpu", "no such type"),
        ("binary\tx", "value is missing"),
    ] {
        let error = read_text(&format!("{head}{line}\nend\n")).unwrap_err().to_string();
        assert!(error.contains("line 5"), "{line}: {error}");
        assert!(error.contains(problem), "{line}: {error}");
    }
    for text in ["period\t1\nend\nend\n", "rest\t1:1\nperiod\t1\nend\n"] {
        assert!(read_text(&format!("{head}{text}")).is_err(), "{text}");
    }
    assert!(read(b"heaplint profile summary 1\nmodule\t\xff\nend\n", &Limits::STANDARD).is_err());
}

#[test]
fn what_a_summary_holds_is_limited() {
    let head = "heaplint profile summary 1\ntype\talloc_objects\tcount\ntype\talloc_space\tbytes\ntotal\t0\n";
    let limits = Limits { functions: 3, records: 40, names: 100, frames: 20, ..Limits::STANDARD };
    let deep: String = (1..9).map(|depth| format!("{}x:{depth}\t64:0\n", " ".repeat(depth))).collect();
    let many: String = (0..30).map(|_| "rest\t64:0\n").collect();
    let functions = " a\n b\n c\n d\n".to_owned();
    let long = format!(" {}\n", "a".repeat(101));
    for (text, what) in [(deep, "stack frames"), (many, "values"), (functions, "functions"), (long, "bytes of names")] {
        let error = read(format!("{head}{text}end\n").as_bytes(), &limits).unwrap_err();
        assert!(matches!(error, ReadError::TooLarge { what: told, .. } if told == what), "{what}: {error}");
    }
}

#[test]
fn summaries_are_added_up_like_profiles() {
    use super::super::{Additive, Mapping, merge};
    let (full, mut one) = condensed("bench.mem.pb.gz", 1.0);
    let (_, mut other) = condensed("bench.mem.pb.gz", 0.9);
    let binary =
        |build_id: &str| Mapping { file: "x".into(), build_id: build_id.into(), start: 0, limit: 0, offset: 0 };
    (one.mappings, other.mappings) = (vec![binary("a")], vec![binary("a")]);
    assert!(merge(&[&one, &one], Additive::Shards).is_err(), "one dump twice, as far as anybody can tell");
    other.mappings = vec![binary("b")];
    let both = merge(&[&one, &other], Additive::Shards).unwrap();
    assert_eq!(both.total(1), 2 * full.total(1));
    let known = both.summary.unwrap();
    assert_eq!((known.profiles, known.samples), (2, 2 * full.samples.len()));
    assert_eq!(known.dropped, other.summary.clone().unwrap().dropped);
    // With a whole profile beside it the sum is a summary as well.
    let with_whole = merge(&[&other, &full], Additive::Shards).unwrap();
    assert_eq!(with_whole.summary.unwrap().samples, 2 * full.samples.len());
}
