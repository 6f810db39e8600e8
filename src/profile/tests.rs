//! Tests of the room's front door: real files, hand-made ones, and damaged ones.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;

/// A protobuf message under construction.
#[derive(Default, Clone)]
struct Proto(Vec<u8>);

impl Proto {
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn number(mut self, field: u64, value: i64) -> Self {
        self.varint(field << 3);
        self.varint(value as u64);
        self
    }

    fn bytes(mut self, field: u64, bytes: &[u8]) -> Self {
        self.varint(field << 3 | 2);
        self.varint(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
        self
    }

    fn message(self, field: u64, message: Proto) -> Self {
        self.bytes(field, &message.0)
    }

    fn packed(self, field: u64, numbers: &[i64]) -> Self {
        let mut packed = Proto::default();
        numbers.iter().for_each(|number| packed.varint(*number as u64));
        self.message(field, packed)
    }
}

fn proto() -> Proto {
    Proto::default()
}

/// A heap profile of one function, its tables in Go's order; samples are added behind it.
fn small() -> Proto {
    let strings = ["", "alloc_objects", "count", "alloc_space", "bytes", "main.F", "/m/f.go", "space"];
    let table = proto()
        .message(1, proto().number(1, 1).number(2, 2))
        .message(1, proto().number(1, 3).number(2, 4))
        .message(4, proto().number(1, 9).message(4, proto().number(1, 7).number(2, 12)))
        .message(5, proto().number(1, 7).number(2, 5).number(4, 6).number(5, 10))
        .message(11, proto().number(1, 7).number(2, 4))
        .number(12, 1);
    strings.iter().fold(table, |table, string| table.bytes(6, string.as_bytes()))
}

fn read_all(bytes: &[u8]) -> Result<Profile, ReadError> {
    read(bytes, &Limits::STANDARD)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes every byte")
}

fn inflated(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let file = fixtures::bytes(name);
    std::io::Read::read_to_end(&mut flate2::bufread::MultiGzDecoder::new(&file[..]), &mut bytes).expect("a gzip file");
    bytes
}

/// Checks that `bytes` are refused, and with which words.
fn check_refused(bytes: &[u8], words: &[&str]) {
    let told = match read_all(bytes) {
        Ok(_) => panic!("read, instead of {words:?}"),
        Err(error) => error.to_string(),
    };
    for word in words {
        assert!(told.contains(word), "`{told}` does not say `{word}`");
    }
}

#[test]
fn packed_and_unpacked_numbers_are_the_same() {
    let packed = small().message(2, proto().packed(1, &[9, 9]).packed(2, &[2, -64]));
    let unpacked = small().message(2, proto().number(1, 9).number(1, 9).number(2, 2).number(2, -64));
    let profile = read_all(&packed.0).expect("it is whole");
    assert_eq!(Ok(&profile), read_all(&unpacked.0).as_ref());
    assert_eq!(profile.values(0), [2, -64]);
    let frames: Vec<Frame> = profile.stack(0).collect();
    assert_eq!(frames, [Frame { function: 0, line: 12 }; 2]);
    assert_eq!(&*profile.functions[0].name, "main.F");
    assert_eq!(profile.functions[0].start_line, 10);
    assert_eq!(profile.sampled(0, 0), Some(2));
    assert_eq!(validate(&profile), []);
}

#[test]
fn a_profile_in_several_gzip_members_is_one() {
    let whole = small().message(2, proto().packed(1, &[9]).packed(2, &[1, 16])).0;
    let (head, tail) = whole.split_at(20);
    let parts = [gzip(head), gzip(tail)].concat();
    assert_eq!(read_all(&parts), read_all(&whole));
}

#[test]
fn each_kind_of_wrong_bytes_has_its_own_answer() {
    let sample = |message: Proto| small().message(2, message).0;
    check_refused(b"", &["not a pprof profile", "empty"]);
    check_refused(b"package main\n", &["not a pprof profile", "`package main`"]);
    check_refused(b"<!DOCTYPE html>", &["not a pprof profile", "`<!DOCTYPE html>`", "net/http/pprof"]);
    check_refused(b"\xff\xfe\0\0", &["not a pprof profile", "0xff"]);
    check_refused(b"\x28\xb5\x2f\xfd....", &["zstd", "zstd -d"]);
    check_refused(&gzip(b"GO PREPROFILE V1\n"), &["PGO"]);
    check_refused(&[&[0u8; 8][..], &3u64.to_le_bytes(), &[0; 8], &[0; 8]].concat(), &["old binary format"]);
    check_refused(b"goroutine profile: total 4\n", &["goroutine profile", "debug/pprof/allocs"]);
    check_refused(b"go 1.26 trace\0\0\0", &["execution trace"]);
    check_refused(b"\x1f\x8b\x08\0\0\0", &["damaged", "cut off", "compressed file"]);
    check_refused(&sample(proto().packed(1, &[9]).packed(2, &[1])), &["1 values for 2 sample types", "Sample.value"]);
    check_refused(
        &sample(proto().packed(1, &[8]).packed(2, &[1, 16])),
        &["nothing has the id 8", "Sample.location_id"],
    );
    check_refused(&small().message(4, proto().number(1, 9)).0, &["the id 9 is used twice", "Location.id"]);
    check_refused(&small().message(5, proto().number(2, 5)).0, &["reserved", "Function.id"]);
    check_refused(&small().message(5, proto().number(1, 8).number(2, 99)).0, &["string 99", "Function.name"]);
    check_refused(&small().number(9, 5).number(9, 6).0, &["one after the other", "time_nanos"]);
    let mut cut = sample(proto().packed(1, &[9]).packed(2, &[1, 16]));
    cut.truncate(cut.len() - 1);
    check_refused(&cut, &["a length of", "bytes left", "Profile"]);
    check_refused(b"heap profile: 1: 2 [3: 4] @ heapz_v2/1\n", &["not written by Go"]);
    check_refused(b"heap profile: nonsense\n", &["heap text, header"]);
    check_refused(b"heap profile: 1: 2 [3: 4] @ heap/2\nwhat\n", &["heap text, sample", "byte 35"]);
}

#[test]
fn limits_are_kept_before_memory_is_taken() {
    let tight = Limits { inflated_bytes: 1 << 20, records: 100, frames: 1000, ..Limits::STANDARD };
    let check = |bytes: &[u8], expected: &str| match read(bytes, &tight) {
        Err(ReadError::TooLarge { name, .. }) => assert_eq!(name, expected),
        other => panic!("{:?}, instead of too many {expected}", other.map(|profile| profile.samples.len())),
    };
    check(&gzip(&vec![0x32; 10 << 20]), "inflated_bytes");
    check(&vec![0x32; 2 << 20], "inflated_bytes");
    check(&(0..200).fold(small(), |table, _| table.bytes(6, b"x")).0, "records");
    let lines =
        (0..50).fold(proto().number(1, 10), |location, line| location.message(4, proto().number(1, 7).number(2, line)));
    let sample = proto().packed(1, &[10; 30]).packed(2, &[1, 1]);
    check(&small().message(4, lines).message(2, sample).0, "frames");
    let few = Limits { functions: 3, names: 40, ..Limits::STANDARD };
    let text = |frames: &str| format!("heap profile: 1: 2 [3: 4] @ heap/2\n1: 2 [3: 4] @ 0x1\n{frames}");
    for (bytes, expected) in [
        ((0..4).fold(small(), |table, id| table.message(5, proto().number(1, 90 + id))).0, "functions"),
        (
            text("#\t0x1\ta.f+0x1\ta.go:1\n#\t0x1\tb+0x1\ta.go:1\n#\t0x1\tc+0x1\ta.go:1\n#\t0x1\td+0x1\ta.go:1\n")
                .into(),
            "functions",
        ),
        (text(&format!("#\t0x1\t{}+0x1\ta.go:1\n", "f".repeat(50))).into(), "names"),
    ] {
        match read(&bytes, &few) {
            Err(ReadError::TooLarge { name, .. }) => assert_eq!(name, expected),
            other => panic!("{:?}, instead of too many {expected}", other.map(|profile| profile.samples.len())),
        }
    }
}

#[test]
fn what_a_profile_lacks_is_said_with_the_way_out() {
    let told = |bytes: Proto| {
        let warnings = validate(&read_all(&bytes.0).expect("it is whole"));
        warnings.iter().map(Warning::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(told(small()).contains("holds no samples"));
    assert!(told(small().message(2, proto().packed(1, &[9]).packed(2, &[0, 0]))).contains("?gc=1"));
    let nameless = small().message(4, proto().number(1, 1).number(3, 0x1000));
    let nameless = told(nameless.message(2, proto().packed(1, &[1]).packed(2, &[1, 8])));
    assert!(nameless.contains("go tool pprof -proto BINARY PROFILE"), "{nameless}");
    let labelled = proto().packed(1, &[9]).packed(2, &[1, 8]).message(3, proto().number(1, 5).number(2, 6));
    assert!(told(small().message(2, labelled)).contains("1 labels other than `bytes`"));
}

#[test]
fn inlined_frames_come_innermost_first_and_drop_frames_is_applied() {
    let strings = ["main.G", "main.H", "main\\.G"];
    let base = strings.iter().fold(small(), |table, string| table.bytes(6, string.as_bytes()));
    let base = base
        .message(5, proto().number(1, 1).number(2, 8).number(4, 6))
        .message(5, proto().number(1, 2).number(2, 9).number(4, 6))
        .message(4, proto().number(1, 1).message(4, proto().number(1, 1)).message(4, proto().number(1, 2)))
        .message(2, proto().packed(1, &[1, 9]).packed(2, &[1, 8]));
    let names = |bytes: &Proto| {
        let profile = read_all(&bytes.0).expect("it is whole");
        let names: Vec<String> =
            profile.stack(0).map(|frame| profile.functions[frame.function as usize].name.to_string()).collect();
        names.join(" ")
    };
    assert_eq!(names(&base), "main.G main.H main.F");
    assert_eq!(names(&base.clone().number(7, 10)), "main.H main.F");
}

#[test]
fn the_text_form_tells_what_the_protobuf_form_tells() {
    let (text, proto) = (fixtures::profile("heap.debug1.txt"), fixtures::profile("heap.pb.gz"));
    assert_eq!(text.sample_types, proto.sample_types);
    assert_eq!((text.period, proto.period), (1, 1));
    let sums = |profile: &Profile| {
        let totals = totals(profile, Granularity::Lines);
        let mut sums: BTreeMap<(String, u32), Vec<i64>> = BTreeMap::new();
        for (index, row) in totals.rows.iter().enumerate() {
            // Text prints type arguments as `[...]` and the true file of initialisers.
            let sum = sums.entry((normalised(&row.name), row.line)).or_insert_with(|| vec![0; 8]);
            for (into, value) in sum.iter_mut().zip(totals.flat(index).iter().chain(totals.cum(index))) {
                *into += value;
            }
        }
        sums.retain(|_, values| values.iter().any(|value| *value != 0));
        sums
    };
    let (text, proto) = (sums(&text), sums(&proto));
    let differing: Vec<_> = proto.iter().filter(|(row, values)| text.get(*row) != Some(*values)).collect();
    // The two were written one after the other: writing the first allocated a little.
    assert!(
        proto.len() > 300 && differing.len() * 50 < proto.len(),
        "{} of {}: {differing:?}",
        differing.len(),
        proto.len()
    );
}

#[test]
fn text_counts_are_kept_raw_and_scaled_as_go_scales_them() {
    let text = "heap profile: 1: 16 [3: 48] @ heap/1048576\n1: 16 [3: 48] @ 0x1 0x2\n#\t0x1\tmain.F+0x1f\t\t/m/f.go:7\n\
                #\t0x2\tmain.main+0x2\t/m/f.go:3\n\n0: 0 [0: 0] @ 0x9\n\n# runtime.MemStats\n# Alloc = 5\n";
    let profile = read_all(text.as_bytes()).expect("it is whole");
    assert_eq!(profile.period, 524_288);
    assert_eq!(profile.values(0), [98305, 1572888, 32768, 524296]);
    assert_eq!((profile.sampled(0, 0), profile.sampled(0, 3)), (Some(3), Some(1)));
    assert_eq!(profile.samples[0].size, 16);
    let names: Vec<&str> = profile.stack(0).map(|frame| &*profile.functions[frame.function as usize].name).collect();
    assert_eq!(names, ["main.F", "main.main"]);
    assert_eq!(profile.samples.len(), 2);
    assert_eq!(profile.skipped.nameless_frames, 1);
}

#[test]
fn truncated_and_flipped_fixtures_never_panic() {
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 33) as usize % below.max(1)
    };
    let limits = Limits { inflated_bytes: 8 << 20, records: 1_000_000, frames: 4_000_000, ..Limits::STANDARD };
    let mut refused = 0;
    for name in ["bench.mem.pb.gz", "allocs.rate512k.pb.gz"] {
        let (packed, plain) = (fixtures::bytes(name), inflated(name));
        for round in 0..120 {
            let mut bytes = if round % 4 == 0 { packed.clone() } else { plain.clone() };
            if round % 2 == 0 {
                bytes.truncate(random(bytes.len()));
            }
            for _ in 0..random(4) {
                let at = random(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random(8);
                }
            }
            match read(&bytes, &limits) {
                Ok(profile) => exercise(&profile),
                Err(error) => {
                    refused += usize::from(!error.to_string().is_empty());
                }
            }
        }
    }
    assert!(refused > 60, "{refused}");
}

/// Everything that the room does with a profile, whatever it says.
fn exercise(profile: &Profile) {
    let _ = (validate(profile), kind(profile), sample_index(profile, None), infer_dialect(profile));
    let _ = (totals(profile, Granularity::Functions), totals(profile, Granularity::Lines));
    let _ = (growing(profile, profile), merge(&[profile], Additive::Shards), subtract(profile, profile));
    (0..profile.stacks.len() as u32)
        .for_each(|stack| assert!(profile.visible_leaf(stack) <= profile.stacks.get(stack).len()));
    for function in &profile.functions {
        let _ = (Symbol::parse(&function.name), normalised(&function.name));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_profile_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let limits = Limits { inflated_bytes: 1 << 20, records: 10_000, frames: 100_000, ..Limits::STANDARD };
        for start in [&b""[..], b"\x0a", b"\x12\x04", b"heap profile: 0: 0 [0: 0] @ heap/2\n", &small().0] {
            if let Ok(profile) = read(&[start, &bytes].concat(), &limits) {
                exercise(&profile);
            }
        }
    }

    #[test]
    fn any_text_after_a_header_is_a_profile_or_an_error(
        lines in proptest::collection::vec("[0-9:@\\[\\] #\tx.+/a-]{0,40}", 0..20),
    ) {
        let text = format!("heap profile: 0: 0 [0: 0] @ heap/9\n{}", lines.join("\n"));
        if let Ok(profile) = read(text.as_bytes(), &Limits::STANDARD) {
            exercise(&profile);
        }
    }

    #[test]
    fn any_name_is_a_symbol_or_none(name in "[a-zA-Z0-9.()*/%\\[\\]ü -]{0,40}") {
        let _ = (Symbol::parse(&name), normalised(&name));
    }
}
