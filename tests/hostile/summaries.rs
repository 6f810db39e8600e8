//! Summaries of profiles, spoilt: bytes lost and flipped, numbers from the edge, names that are none, lines of hundreds of megabytes,
//! trees that are nothing but deep.

use crate::child::{Ended, survives};
use crate::random::{EXTREMES, Random, mutated_bytes, rounds};
use crate::support::{Tree, check, heaplint, root};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The summary of a real profile, with all that a summary can hold.
fn original() -> String {
    let fixtures = root().join("tests/fixtures/go1.27");
    let call = heaplint(&root().join("tests/go/sites"), &["profile", "summary", "--keep", "99%"]);
    call.word(fixtures.join("allocs.default-rate.pb.gz")).exits(0).stdout
}

fn ends(path: &Path, what: &str, turn: usize) -> Ended {
    let source = root().join("tests/go/sites");
    let format = if turn.is_multiple_of(2) { "json" } else { "human" };
    let words = ["--fail-on", "never", "--threads", "2", "--verbose", "--format", format];
    let call = if turn % 5 == 4 {
        heaplint(&source, &["profile", "summary"]).word(path)
    } else {
        check(&source, &words).profile(path)
    };
    let ended = survives(&call, what);
    assert!(
        ended.code != 2 || ended.stderr.contains("heaplint.profile") || !ended.stdout.is_empty(),
        "{what}: {}",
        ended.stderr
    );
    ended
}

/// Gives each text to the program, and counts those that it reads.
fn all_survive(texts: impl Iterator<Item = (String, Vec<u8>)>) -> usize {
    let tree = Tree::empty();
    let path = tree.path().join("heaplint.profile");
    let mut read = 0;
    for (turn, (what, text)) in texts.enumerate() {
        fs::write(&path, text).expect("files can be written");
        read += usize::from(ends(&path, &what, turn).code < 2);
    }
    read
}

#[test]
fn summaries_with_lost_and_flipped_bytes_are_read_or_refused() {
    let original = original();
    all_survive((0..60 * rounds()).map(|seed| {
        let mut random = Random::new(seed + 21_000_000);
        (format!("seed {seed}"), mutated_bytes(original.as_bytes(), &mut random))
    }));
}

#[test]
fn summaries_with_odd_numbers_names_and_lines_are_read_or_refused() {
    let original = original();
    let read = all_survive((0..80 * rounds()).map(|seed| {
        let mut random = Random::new(seed + 22_000_000);
        let mut lines: Vec<String> = original.lines().map(str::to_owned).collect();
        for _ in 0..=random.below(8) {
            let at = random.below(lines.len());
            match random.below(6) {
                0 => lines.insert(at, random.pick(&ODD_LINES).to_owned()),
                1 => balanced(&mut lines, &mut random),
                2 => {
                    let node = lines[at].starts_with(' ');
                    let edge = random.pick(&EXTREMES) % (1 << 32);
                    lines[at] = if node { odd_line(&lines[at], edge) } else { lines[at].clone() };
                }
                3 if lines[at].starts_with("func\t") => {
                    let fields: Vec<&str> = lines[at].split('\t').collect();
                    lines[at] = [fields[0], fields[1], random.pick(&ODD_NAMES), fields[3]].join("\t");
                }
                4 => {
                    let depth = lines[at].len() - lines[at].trim_start().len();
                    lines.insert(at, format!("{}{}:7", " ".repeat(depth), random.pick(&ODD_NAMES)));
                }
                _ => {}
            }
        }
        (format!("seed {seed}"), (lines.join("\n") + "\n").into_bytes())
    }));
    assert!(read > 10, "{read} of them still add up, so that what is behind the reader is tried too");
}

/// Adds a sample of an odd size and count to a stack, and takes it from the rest: the total stays what it was.
fn balanced(lines: &mut Vec<String>, random: &mut Random) {
    let Some(node) = (0..50).map(|_| random.below(lines.len())).find(|at| lines[*at].starts_with(' ')) else { return };
    let size = random.pick(&EXTREMES);
    let counts = [1, -1, i64::from(i32::MAX), 1 << 40, i64::MAX, i64::MIN + 1];
    let (count, in_use) = (random.pick(&counts), random.pick(&counts));
    let period = random.pick(&["", "@0", "@1", "@-1", "@9223372036854775807"]);
    let separator = if lines[node].contains('\t') { ' ' } else { '\t' };
    lines[node].push_str(&format!("{separator}{size}:{count}/{in_use}{period}"));
    let end = lines.iter().position(|line| line == "end").unwrap_or(lines.len());
    lines.insert(end, format!("rest\t{size}:{}/{}{period}", -count, -in_use));
}

fn odd_line(line: &str, number: u64) -> String {
    let (node, samples) =
        line.split_once('\t').map_or((line, String::new()), |(node, rest)| (node, format!("\t{rest}")));
    let label = node.rsplit_once(':').map_or(node, |(label, _)| label);
    format!("{label}:{number}{samples}")
}

const ODD_LINES: [&str; 12] = [
    "",
    "# nothing",
    "end",
    "rest\t0:0",
    "rest\t1:9223372036854775807~9223372036854775807/9223372036854775807",
    "type\talloc_space\tbytes",
    "period\t-9223372036854775808",
    "samples\t18446744073709551615",
    "buckets\t18446744073709551615\t18446744073709551615",
    "sampled\t18446744073709551615\t18446744073709551615",
    "callers\t18446744073709551615",
    "\tx\u{202e}",
];

const ODD_NAMES: [&str; 9] = [
    "-",
    "\\e",
    "\\u{1b}[2J",
    "::error::x",
    "../../etc/passwd",
    "main.init.0.func1.2-range3.",
    "%zz%2",
    "[[[[[.",
    "a~2~2:3",
];

const HEAD: &str = "heaplint profile summary 1\ntype\talloc_objects\tcount\ntype\talloc_space\tbytes\nperiod-type\tspace\tbytes\n\
                    period\t524288\ntotal\t0\n";

#[test]
fn large_summaries_are_read_or_refused_within_bounds() {
    let deep: String = (1..6_000).map(|depth| format!("{}x.F:{depth}\t64:0\n", " ".repeat(depth))).collect();
    let ours: String = (1..100_000).map(|line| format!(" closures.Literals:{line}\t64:0\n")).collect();
    let functions: String = (0..300_000).map(|nth| format!(" x.F{nth}\t64:0\n")).collect();
    let samples = format!(" x.F:1\t{}\n", ["64:0"; 500_000].join(" "));
    let cases = [
        ("a deep tree", deep),
        ("many lines", ours),
        ("many functions", functions),
        ("many samples", samples),
        ("a long number", format!("samples\t{}\n", "9".repeat(1 << 20))),
        ("a long name", format!(" {}:1\t64:0\n", "a.(*T[".repeat(1 << 20))),
        ("many blanks", " ".repeat(1 << 22)),
        ("many tabs", format!("func{}\n", "\t".repeat(1 << 22))),
        ("many slashes", format!("rest\t64:{}\n", "/".repeat(1 << 22))),
    ];
    let whole = |(what, text): (&str, String)| (what.to_owned(), format!("{HEAD}{text}end\n").into_bytes());
    all_survive(cases.into_iter().map(whole));
}

#[test]
fn lines_of_hundreds_of_megabytes_are_refused_whatever_they_say() {
    let tree = Tree::empty();
    let path = tree.path().join("heaplint.profile");
    let member = |bytes: &[u8]| {
        let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    };
    // A gzip file may have several members, so that 8 MiB are packed once and not a hundred times.
    let packed = |head: &str, filler: u8, times: usize, tail: &str| {
        [member(head.as_bytes()), member(&[filler].repeat(8 << 20)).repeat(times), member(tail.as_bytes())].concat()
    };
    // More than is unpacked, and more than names may take.
    let node = format!("{HEAD} ");
    let cases = [
        ("a gigabyte in one line", packed(&node, b'a', 128, "\nend\n"), "bytes after decompression"),
        ("a name of 312 MiB", packed(&node, b'a', 39, "\t64:0\nend\n"), "bytes of names"),
        ("312 MiB of blanks", packed(&node, b' ', 39, "x\nend\n"), "indented below nothing"),
        ("312 MiB of zeros", packed(HEAD, 0, 39, "\nend\n"), "unknown word"),
    ];
    for (what, bytes, problem) in cases {
        fs::write(&path, bytes).unwrap();
        let ended = ends(&path, what, 0);
        assert!(ended.code == 2 && ended.stderr.contains(problem), "{what}: {}", ended.stderr);
    }
}
