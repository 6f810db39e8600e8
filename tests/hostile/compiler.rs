//! What the Go compiler is said to have printed: both of its forms, spoilt, over the sources that it printed them of.

use crate::child::survives;
use crate::random::{EXTREMES, Random, mutated_bytes, rounds};
use crate::support::{Tree, constructs_module, go_fixtures, heaplint};
use std::fs;
use std::path::{Path, PathBuf};

fn checked(tree: &Tree, dump: &Path, turn: u64, what: &str) {
    let format = if turn.is_multiple_of(2) { "json" } else { "human" };
    let words = ["check", "--threads", "2", "--fail-on", "never", "--verbose", "--format", format, "--compiler"];
    let call = heaplint(tree.path(), &words).word(dump);
    let call = if turn.is_multiple_of(3) { call.profile(go_fixtures().join("heap.pb.gz")) } else { call };
    survives(&call, what);
}

/// Numbers and lines of a text become others.
fn spoilt(text: &str, random: &mut Random) -> Vec<u8> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=random.below(20) {
        let at = random.below(lines.len());
        match random.below(5) {
            0 => drop(lines.remove(at)),
            1 => {
                let other = random.below(lines.len());
                lines.swap(at, other);
            }
            2 => lines[at] = lines[at].replacen(':', &format!(":{}", random.pick(&EXTREMES)), 1 + random.below(3)),
            3 => lines[at] = lines[at].replacen(": ", random.pick(&ODD), 1),
            _ => lines[at] = String::from_utf8_lossy(&mutated_bytes(lines[at].as_bytes(), random)).into_owned(),
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n").into_bytes()
}

const ODD: [&str; 8] = [
    ":",
    "",
    ": \x1b[2J",
    ":   flow: ",
    ": ((((((((((((((((((((",
    ": \"\\u0000\\ud800\"",
    ": -9223372036854775808",
    ": [[[[[[[[[[{{{{{{{{{{",
];

#[test]
fn spoilt_text_of_the_compiler_is_read_or_refused() {
    let tree = Tree::copy_of(&constructs_module());
    let texts = ["m1.txt", "m2.txt"].map(|name| fs::read_to_string(go_fixtures().join(name)).expect("a text"));
    let dump = tree.path().join("dump.txt");
    for seed in 0..16 * rounds() {
        let mut random = Random::new(seed + 41_000_000);
        let text = &texts[random.below(2)];
        let bytes =
            if random.below(3) == 0 { mutated_bytes(text.as_bytes(), &mut random) } else { spoilt(text, &mut random) };
        fs::write(&dump, bytes).expect("files can be written");
        checked(&tree, &dump, seed, &format!("seed {seed}"));
    }
}

#[test]
fn spoilt_json_of_the_compiler_is_read_or_refused() {
    let tree = Tree::copy_of(&constructs_module());
    let dump = Tree::copy_of(&go_fixtures().join("json"));
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders = vec![dump.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files.sort();
    let originals: Vec<String> = files.iter().map(|file| fs::read_to_string(file).expect("a text")).collect();
    for seed in 0..16 * rounds() {
        let mut random = Random::new(seed + 42_000_000);
        let at = random.below(files.len());
        fs::write(&files[at], spoilt(&originals[at], &mut random)).expect("files can be written");
        checked(&tree, dump.path(), seed, &format!("seed {seed}"));
        fs::write(&files[at], &originals[at]).expect("files can be written");
    }
}

#[test]
fn text_of_odd_sizes_is_read_or_refused() {
    let tree = Tree::copy_of(&constructs_module());
    let line = "sites/sites.go:10:7: make([]int, n) escapes to heap:\n";
    let cases = [
        ("nothing", String::new()),
        ("a long line", format!("sites/sites.go:10:7: {} escapes to heap\n", "x".repeat(4_000_000))),
        ("many lines", line.repeat(100_000)),
        (
            "many steps",
            format!("{line}{}", "sites/sites.go:10:7:     from x (spill) at sites/sites.go:10:7\n".repeat(100_000)),
        ),
        ("deep brackets", format!("sites/sites.go:10:7: {} escapes to heap\n", "(".repeat(200_000))),
        ("deep json", "[".repeat(200_000)),
        ("deep objects", "{\"a\":".repeat(100_000)),
        ("zeros", "\0".repeat(1_000_000)),
    ];
    for (turn, (what, text)) in (0..).zip(cases) {
        tree.write("dump.txt", &text);
        tree.write("dump/p/x.json", &text);
        checked(&tree, &tree.path().join("dump.txt"), turn, what);
        checked(&tree, &tree.path().join("dump"), turn, what);
    }
}
