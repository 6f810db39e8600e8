//! Go's heap text, spoilt: numbers out of range, lines exchanged and lost, symbols and paths that are none.

use crate::child::survives;
use crate::random::{EXTREMES, Random, mutated_bytes, rounds};
use crate::support::{Tree, check, made, root};
use std::fs;

fn original() -> String {
    fs::read_to_string(root().join("tests/fixtures/go1.27/heap.debug1.txt")).expect("the fixture is there")
}

fn all_survive(texts: impl Iterator<Item = (String, Vec<u8>)>) {
    let tree = Tree::empty();
    let path = tree.path().join("heap.txt");
    for (turn, (what, text)) in texts.enumerate() {
        fs::write(&path, text).expect("files can be written");
        let format = if turn % 2 == 0 { "json" } else { "human" };
        let words = ["--fail-on", "never", "--threads", "2", "--verbose", "--format", format];
        let ended = survives(&check(&root().join("tests/go/sites"), &words).profile(&path), &what);
        assert!(
            ended.code != 2 || ended.stderr.contains("heap.txt") || !ended.stdout.is_empty(),
            "{what}: {}",
            ended.stderr
        );
    }
}

#[test]
fn texts_with_lost_and_flipped_bytes_are_read_or_refused() {
    let original = original();
    all_survive((0..60 * rounds()).map(|seed| {
        let mut random = Random::new(seed + 11_000_000);
        (format!("seed {seed}"), mutated_bytes(original.as_bytes(), &mut random))
    }));
}

#[test]
fn texts_with_odd_numbers_symbols_and_lines_are_read_or_refused() {
    let original = original();
    all_survive((0..80 * rounds()).map(|seed| {
        let mut random = Random::new(seed + 12_000_000);
        let mut lines: Vec<String> = original.lines().map(str::to_owned).collect();
        for _ in 0..=random.below(30) {
            let at = random.below(lines.len());
            match random.below(6) {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, random.pick(&ODD_LINES).to_owned()),
                2 => {
                    let other = random.below(lines.len());
                    lines.swap(at, other);
                }
                3 => lines[at] = lines[at].replace(".go:", &format!(".go:{}", random.pick(&EXTREMES))),
                4 => lines[at] = lines[at].replacen("main.", random.pick(&ODD_SYMBOLS), 1),
                _ => lines[at] = with_odd_numbers(&lines[at], &mut random),
            }
        }
        (format!("seed {seed}"), lines.join("\n").into_bytes())
    }));
}

/// Every number of a line, now and then, becomes one from the edge.
fn with_odd_numbers(line: &str, random: &mut Random) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(|one: char| one.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        let digits = rest[at..].chars().take_while(char::is_ascii_digit).count();
        match random.below(3) {
            0 => out.push_str(&(random.pick(&EXTREMES) as i64).to_string()),
            1 => out.push_str(&"9".repeat(1 + random.below(30))),
            _ => out.push_str(&rest[at..at + digits]),
        }
        rest = &rest[at + digits..];
    }
    out + rest
}

const ODD_LINES: [&str; 9] = [
    "9223372036854775807: 9223372036854775807 [9223372036854775807: 9223372036854775807] @ 0x1",
    "-9223372036854775808: -9223372036854775808 [-9223372036854775808: -1] @ 0x1",
    "1: -1 [-1: 1] @",
    "0: 0 [0: 0] @ 0x0 0x0 0x0",
    "#\t0x1\t\t",
    "#\t0x1\tmain.f+0x1\t:0",
    "# runtime.MemStats",
    "heap profile: 1: 1 [1: 1] @ heap/9223372036854775807",
    "\x1b[2J\u{202e}",
];

const ODD_SYMBOLS: [&str; 8] = [
    "",
    ".",
    "main.(*T[",
    "main.init.0.func1.2-range3.",
    "%zz%2",
    "\u{202e}\u{feff}.",
    "example.com/../../etc/passwd.",
    "[[[[[[[[[[[]",
];

#[test]
fn edges_of_the_rate_and_of_counts_are_read_or_refused() {
    let edges: Vec<i64> = EXTREMES.iter().map(|edge| *edge as i64).collect();
    let make = ("example.com/sites/lib.F", "/b/lib/lib.go", 4);
    let body = made(&[(64, &[make])]).lines().skip(1).collect::<Vec<_>>().join("\n");
    all_survive(edges.iter().flat_map(|rate| {
        {
            let header = format!("heap profile: 1: 64 [1: 64] @ heap/{rate}\n");
            edges.iter().step_by(3).map(move |count| (count, header.clone())).map(|(count, header)| {
                let text = format!("{header}{count}: {count} [{count}: 64] @ 0x1\n{body}");
                (format!("{header} {count}"), text.into_bytes())
            })
        }
        .collect::<Vec<_>>()
    }));
}

#[test]
fn long_lines_and_deep_stacks_are_read_or_refused() {
    let header = "heap profile: 1: 64 [1: 64] @ heap/1048576\n1: 64 [1: 64] @ 0x1\n";
    let cases = [
        ("addresses", format!("{}{}", header.trim_end(), " 0x1".repeat(1_000_000))),
        ("frames", format!("{header}{}", "#\t0x1\tmain.f+0x1\t/a.go:1\n".repeat(200_000))),
        ("a long symbol", format!("{header}#\t0x1\t{}+0x1\t/a.go:1\n", "a.(*T[".repeat(1_000_000))),
        ("a long path", format!("{header}#\t0x1\tmain.f+0x1\t{}a.go:1\n", "/..".repeat(1_000_000))),
        ("many packages", {
            let frames: String =
                (0..20_000).map(|nth| format!("#\t0x1\texample.com/p{nth}.f+0x1\t/p{nth}/a.go:1\n")).collect();
            format!("{header}{frames}")
        }),
        ("tabs", format!("{header}#{}", "\t".repeat(1_000_000))),
        ("no line ends", "heap profile: ".repeat(200_000)),
    ];
    all_survive(cases.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())));
}
