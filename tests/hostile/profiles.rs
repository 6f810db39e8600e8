//! Profiles that lie: fields spoilt one by one, ids that lead nowhere, extreme values, tables and streams that claim to be
//! huge. Each goes through the whole program, beside the source that the fixtures were recorded from.

use crate::child::{outcome, survives};
use crate::random::{EXTREMES, Random, mutated_bytes, rounds};
use crate::support::{Call, Tree, check, heaplint, root};
use crate::wire::{Field, Message, PROFILE, Value, extreme, push, push_bytes};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

const FIXTURES: [&str; 6] = [
    "go1.23/heap.pb.gz",
    "go1.27/heap.pb.gz",
    "go1.27/allocs.default-rate.pb.gz",
    "go1.27/heap.delta.pb.gz",
    "go1.27/cpu.pb.gz",
    "go1.27/bench.mem.pb.gz",
];

pub(crate) fn packed(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/fixtures").join(name)).expect("the fixture is there")
}

/// A fixture without its gzip.
pub(crate) fn inflated(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    GzDecoder::new(&*packed(name)).read_to_end(&mut bytes).expect("the fixture is sound");
    bytes
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
    writer.write_all(bytes).expect("memory takes it");
    writer.finish().expect("memory takes it")
}

/// The words that use a profile, one set after the other.
fn call(profile: &Path, turn: u64) -> Call {
    let sites = root().join("tests/go/sites");
    let checked = |words: &[&str]| check(&sites, &["--fail-on", "never", "--threads", "2"]).words(words);
    match turn % 5 {
        0 | 1 => checked(&["--format", "json"]).profile(profile),
        2 => checked(&["--format", "human", "--verbose"]).profile(profile),
        3 => heaplint(&sites, &["debug", "join"]).profile(profile),
        _ => {
            // Two profiles are compared before they are added.
            let other = root().join("tests/fixtures/go1.27/heap.pb.gz");
            checked(&["--merge", "shards", "--format", "json"]).profile(profile).profile(other)
        }
    }
}

/// Writes each of the profiles and runs the program on it.
fn all_survive(profiles: impl Iterator<Item = (String, Vec<u8>)>) {
    let tree = Tree::empty();
    let path = tree.path().join("heap.pb.gz");
    for (turn, (what, bytes)) in (0..).zip(profiles) {
        fs::write(&path, &bytes).expect("files can be written");
        let ended = survives(&call(&path, turn), &what);
        assert!(
            ended.code != 2 || !ended.stdout.is_empty() || ended.stderr.contains("heap.pb.gz"),
            "{what}: {}",
            ended.stderr
        );
    }
}

#[test]
fn profiles_with_spoilt_fields_are_read_or_refused() {
    let originals: Vec<Message> = FIXTURES.map(|name| Message::read(&inflated(name), &PROFILE)).into();
    all_survive((0..160 * rounds()).map(|seed| {
        let mut random = Random::new(seed);
        let mut message = originals[random.below(originals.len())].clone();
        for _ in 0..=random.below(6) {
            message.spoil(&mut random);
        }
        let bytes = message.write();
        (format!("seed {seed}"), if random.below(2) == 0 { deflated(&bytes) } else { bytes })
    }));
}

#[test]
fn profiles_whose_values_are_all_extreme_are_read_or_refused() {
    let original = Message::read(&inflated("go1.27/heap.pb.gz"), &PROFILE);
    let of = |field: u64, name: &str, value: Option<u64>| {
        let mut random = Random::new(field);
        let mut message = original.clone();
        for known in message.0.iter_mut().filter(|known| known.number == field) {
            let mut change = |number: &mut u64| *number = value.unwrap_or_else(|| extreme(&mut random));
            match &mut known.value {
                Value::Number(number) => change(number),
                Value::Inner(inner) => {
                    // Of a sample its values alone, and of a function its first line: ids would end the reading.
                    for inside in inner.0.iter_mut().filter(|inside| matches!((field, inside.number), (2, 2) | (5, 5)))
                    {
                        match &mut inside.value {
                            Value::Number(number) => change(number),
                            Value::Packed(numbers) => numbers.iter_mut().for_each(&mut change),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        (format!("{name} {value:?}"), message.write())
    };
    let fields = [(2, "sample values"), (5, "first lines"), (9, "time"), (10, "duration"), (12, "period")];
    let values: Vec<Option<u64>> = EXTREMES.iter().copied().map(Some).chain([None]).collect();
    let all = fields.iter().flat_map(|(field, name)| values.iter().map(move |value| (*field, *name, *value)));
    // Each in every way of looking at it.
    all_survive(
        all.flat_map(|(field, name, value)| (0..5).map(move |_| (field, name, value)))
            .step_by(if rounds() > 1 { 1 } else { 3 })
            .map(|(field, name, value)| of(field, name, value)),
    );
}

#[test]
fn profiles_with_lost_and_flipped_bytes_are_read_or_refused() {
    all_survive((0..150 * rounds()).map(|seed| {
        let mut random = Random::new(seed + 5_000_000);
        let name = random.pick(&FIXTURES);
        let bytes = match random.below(3) {
            0 => mutated_bytes(&packed(name), &mut random),
            1 => mutated_bytes(&inflated(name), &mut random),
            _ => deflated(&mutated_bytes(&inflated(name), &mut random)),
        };
        (format!("seed {seed} of {name}"), bytes)
    }));
}

#[test]
fn what_follows_a_profile_is_refused_or_read_as_one_with_it() {
    let (whole, plain) = (packed("go1.27/heap.pb.gz"), inflated("go1.27/heap.pb.gz"));
    let cases = [
        ("junk after gzip", [&whole[..], b"junk"].concat()),
        ("zeros after gzip", [&whole[..], &[0; 64]].concat()),
        ("gzip twice", [&whole[..], &whole].concat()),
        ("an empty member", [&whole[..], &deflated(b"")].concat()),
        ("cut in the trailer", whole[..whole.len() - 3].to_vec()),
        ("a wrong sum", {
            let mut wrong = whole.clone();
            let at = wrong.len() - 6;
            wrong[at] ^= 1;
            wrong
        }),
        ("gzip in gzip", deflated(&whole)),
        ("nothing in gzip", deflated(b"")),
        ("the head of gzip", b"\x1f\x8b".to_vec()),
        ("junk after the message", [&plain[..], b"junk"].concat()),
        ("the message twice", [&plain[..], &plain].concat()),
    ];
    all_survive(cases.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
}

/// A profile of one heap sample type, with these fields behind it.
fn with_fields(strings: &[&[u8]], fields: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, unit) in [(1, 2), (3, 4)] {
        push_bytes(&mut bytes, 1, &[0x08, kind, 0x10, unit]);
    }
    let names: [&[u8]; 5] = [b"", b"alloc_objects", b"count", b"alloc_space", b"bytes"];
    names.iter().chain(strings).for_each(|text| push_bytes(&mut bytes, 6, text));
    bytes.extend(fields);
    bytes
}

fn repeated(number: u64, inside: &[u8], count: usize) -> Vec<u8> {
    let mut one = Vec::new();
    push_bytes(&mut one, number, inside);
    one.repeat(count)
}

fn numbered(number: u64, count: u64, rest: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    for id in 1..=count {
        let mut inside = vec![0x08];
        push(&mut inside, id);
        inside.extend(rest);
        push_bytes(&mut all, number, &inside);
    }
    all
}

#[test]
fn small_files_claim_no_memory_that_they_cannot_pay_for() {
    let function = numbered(5, 1, &[0x10, 5, 0x20, 5]);
    let location = |lines: usize| {
        let mut inside = vec![0x08, 1];
        inside.extend([0x22, 4, 0x08, 1, 0x10, 7].repeat(lines));
        [function.clone(), repeated(4, &inside, 1)].concat()
    };
    let sample = |ids: usize| {
        let mut inside = Vec::new();
        push_bytes(&mut inside, 1, &vec![1; ids]);
        push_bytes(&mut inside, 2, &[1, 64]);
        inside
    };
    // A tenth of what reaches the limits, but for the long run.
    let million = if rounds() > 1 { 1_000_000 } else { 100_000 };
    let many = 10 * million + 1;
    let few = 2 * million + 1;
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("strings", repeated(6, b"", many)),
        ("functions", repeated(5, b"", few)),
        ("mappings", repeated(3, b"", few)),
        ("locations", repeated(4, b"", many)),
        ("samples", repeated(2, b"", many)),
        ("sample types", repeated(1, b"", few)),
        ("comments", repeated(13, &[0; 1_000], 50_000)),
        ("a location with a million lines", [location(million), repeated(2, &sample(1), 1)].concat()),
        ("a million lines in many samples", [location(million), repeated(2, &sample(1_000), 100)].concat()),
        ("deep stacks", [location(1), repeated(2, &sample(million), 8)].concat()),
        (
            "labels",
            [location(1), repeated(2, &[&sample(1)[..], &[0x1a, 2, 0x08, 1].repeat(million)].concat(), 2)].concat(),
        ),
        ("a long string", repeated(6, &vec![b'a'; 260 * million], 1)),
        ("zeros", vec![0; 540_000_000]),
        ("numbered functions", numbered(5, few as u64 - 2, &[0x10, 5])),
        ("numbered locations", [function.clone(), numbered(4, few as u64 - 2, &[0x22, 4, 0x08, 1, 0x10, 7])].concat()),
    ];
    let tree = Tree::empty();
    let path = tree.path().join("heap.pb.gz");
    for (what, fields) in cases {
        fs::write(&path, deflated(&with_fields(&[b"main.f"], &fields))).expect("files can be written");
        drop(fields);
        survives(&call(&path, 0), what);
    }
}

#[test]
fn a_length_that_lies_is_named_with_its_place() {
    for length in [100, u64::from(u32::MAX), i64::MAX as u64, u64::MAX] {
        for field in [1, 2, 3, 4, 5, 6, 11] {
            let mut fields = Vec::new();
            push(&mut fields, field << 3 | 2);
            push(&mut fields, length);
            let tree = Tree::empty();
            tree.write("heap.pb.gz", with_fields(&[], &fields));
            let ended = survives(&call(&tree.path().join("heap.pb.gz"), 0), "a length that lies");
            let told = ["heap.pb.gz: the profile is damaged: a length of", "byte "]
                .iter()
                .all(|words| ended.stderr.contains(words));
            assert!(ended.code == 2 && told, "{field} {length}: {}", ended.stderr);
        }
    }
}

#[test]
fn many_profiles_that_disagree_are_refused_or_added() {
    let tree = Tree::empty();
    let mut message = Message::read(&inflated("go1.27/heap.pb.gz"), &PROFILE);
    for seed in 0..6 {
        let mut random = Random::new(seed + 9_000_000);
        message.0.push(Field { number: 13, value: Value::Number(seed) });
        for field in message.0.iter_mut().filter(|field| field.number == 2) {
            let Value::Inner(sample) = &mut field.value else { continue };
            for inside in sample.0.iter_mut().filter(|inside| inside.number == 2) {
                if let Value::Packed(values) = &mut inside.value {
                    values.iter_mut().for_each(|value| *value ^= random.pick(&EXTREMES) & i64::MAX as u64);
                }
            }
        }
        tree.write(&format!("{seed}.pb"), message.write());
    }
    for how in [&["--merge", "shards"][..], &["--merge", "delta"], &[]] {
        let profiles = (0..6).map(|seed| tree.path().join(format!("{seed}.pb")));
        let call = profiles.fold(check(&root().join("tests/go/sites"), how), Call::profile);
        outcome(&call).unwrap_or_else(|complaint| panic!("{how:?}: {complaint}"));
    }
}
