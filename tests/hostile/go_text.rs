//! Go files that were real once: bytes flipped, tokens lost and doubled, other encodings; and text of Go's own tokens in no
//! order at all.

use crate::batch::{FOUND, File, all_survive, findings};
use crate::random::{Random, mutated_bytes, rounds};
use crate::support::{Tree, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many files one run of the program takes.
const AT_ONCE: usize = 40;

/// Go's own source, which uses the whole language.
const STANDARD: [&str; 10] = [
    "bytes/buffer.go",
    "encoding/json/encode.go",
    "fmt/print.go",
    "go/ast/walk.go",
    "maps/maps.go",
    "net/http/pprof/pprof.go",
    "sort/zsortfunc.go",
    "strconv/quote.go",
    "text/template/exec.go",
    "unicode/utf8/utf8.go",
];

fn originals() -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    for folder in [root().join("rules"), root().join("tests/go/sites")] {
        go_files_below(&folder, &mut paths);
    }
    let go = std::env::var_os("HEAPLINT_GO").unwrap_or_else(|| "go".into());
    let output = Command::new(go).args(["env", "GOROOT"]).output().expect("this test needs `go` on the path");
    let source = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).join("src");
    paths.extend(STANDARD.iter().map(|name| source.join(name)).filter(|path| path.is_file()));
    assert!(paths.len() > 60, "{} files are too few to learn from", paths.len());
    paths.iter().map(|path| fs::read(path).expect("a readable file")).collect()
}

fn go_files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            go_files_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "go") {
            found.push(path);
        }
    }
}

fn in_batches(seeds: std::ops::Range<u64>, make: impl Fn(&mut Random) -> Vec<u8>) {
    let files: Vec<File> = seeds.map(|seed| (format!("seed {seed}"), make(&mut Random::new(seed)))).collect();
    files.chunks(AT_ONCE).for_each(all_survive);
}

#[test]
fn real_files_with_flipped_and_lost_bytes_are_read() {
    let originals = originals();
    in_batches(0..160 * rounds(), |random| {
        let original = &originals[random.below(originals.len())];
        mutated_bytes(original, random)
    });
}

#[test]
fn real_files_with_lost_doubled_and_strange_tokens_are_read() {
    let originals = originals();
    in_batches(1_000_000..1_000_000 + 240 * rounds(), |random| {
        let original = String::from_utf8_lossy(&originals[random.below(originals.len())]).into_owned();
        let other = String::from_utf8_lossy(&originals[random.below(originals.len())]).into_owned();
        let mut tokens = tokens(&original);
        let strangers = self::tokens(&other);
        for _ in 0..=random.below(12) {
            let at = random.below(tokens.len());
            let end = (at + 1 + random.below(8)).min(tokens.len());
            match random.below(6) {
                0 => drop(tokens.drain(at..end)),
                1 => {
                    let stretch = tokens[at..end].to_vec();
                    tokens.splice(end..end, stretch);
                }
                2 => tokens[at] = random.pick(&TOKENS),
                3 => tokens.insert(at, random.pick(&TOKENS)),
                4 => {
                    let from = random.below(strangers.len());
                    let to = (from + random.below(60)).min(strangers.len());
                    tokens.splice(at..at, strangers[from..to].iter().copied());
                }
                _ => {
                    let other = random.below(tokens.len());
                    tokens.swap(at, other);
                }
            }
            if tokens.is_empty() {
                break;
            }
        }
        tokens.concat().into_bytes()
    });
}

#[test]
fn tokens_of_go_in_no_order_are_read() {
    in_batches(2_000_000..2_000_000 + 200 * rounds(), |random| {
        let mut text = String::new();
        if random.below(4) > 0 {
            text.push_str("package p\nimport \"fmt\"\n");
        }
        let function = random.below(2) == 0;
        if function {
            text.push_str("func f(n int, xs []int, s string) {\nfor range xs {\n");
        }
        for _ in 0..20 + random.below(600) {
            text.push_str(random.pick(&TOKENS));
            text.push_str(random.pick(&[" ", " ", " ", "\n", ""]));
        }
        if function {
            text.push_str("\n}\n}\n");
        }
        text.into_bytes()
    });
}

/// What Go is made of, and what rules look for.
const TOKENS: [&str; 108] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "+",
    "-",
    "*",
    "/",
    "%",
    "&",
    "|",
    "^",
    "<<",
    ">>",
    "&^",
    "+=",
    "-=",
    "*=",
    "<<=",
    "&&",
    "||",
    "<-",
    "++",
    "--",
    "==",
    "<",
    ">",
    "=",
    "!",
    "~",
    "!=",
    "<=",
    ">=",
    ":=",
    "...",
    "(",
    "[",
    "{",
    ",",
    ".",
    ")",
    "]",
    "}",
    ";",
    ":",
    "x",
    "xs",
    "s",
    "n",
    "append",
    "make",
    "new",
    "len",
    "string",
    "int",
    "byte",
    "any",
    "error",
    "nil",
    "true",
    "iota",
    "fmt",
    ".Sprintf",
    ".Println",
    "T",
    "0",
    "1",
    "0x7f",
    "1.5",
    "1i",
    "'a'",
    "\"a\"",
    "\"%d\"",
    "`a`",
    "// c\n",
    "/* c */",
    "\n",
    "_",
    "m",
    "unsafe",
    ".Pointer",
    "bytes",
    "strings",
    ".Builder",
    ".WriteString",
    "reflect",
    "é",
];

/// The text cut into words, blanks and single characters.
fn tokens(text: &str) -> Vec<&str> {
    let class = |one: char| match one {
        one if one.is_alphanumeric() || one == '_' => 0,
        ' ' | '\t' => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, one) in text.char_indices() {
        if before.is_some_and(|before| before == 2 || before != class(one)) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(class(one));
    }
    tokens.push(&text[start..]);
    tokens
}

#[test]
fn every_encoding_is_read() {
    let original = fs::read_to_string(root().join("rules/append-without-capacity/bad.go")).expect("the example");
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let files: Vec<File> = [
        ("nothing", Vec::new()),
        ("a byte order mark", b"\xef\xbb\xbf".to_vec()),
        ("a byte order mark and Go", [b"\xef\xbb\xbf", original.as_bytes()].concat()),
        ("a byte order mark in the middle", original.replace("func", "func\u{feff}").into_bytes()),
        ("CRLF", original.replace('\n', "\r\n").into_bytes()),
        ("CR", original.replace('\n', "\r").into_bytes()),
        ("UTF-16", [b"\xff\xfe".to_vec(), wide(&original)].concat()),
        ("zeros", vec![0; 100_000]),
        ("zeros between", original.replace(' ', "\0").into_bytes()),
        ("Latin-1", original.bytes().map(|byte| if byte == b'a' { 0xe4 } else { byte }).collect()),
        ("all bytes", (0..=255).cycle().take(100_000).collect()),
        ("no line end", original.trim_end().as_bytes().to_vec()),
        ("line ends", vec![b'\n'; 1_000_000]),
        ("half a character", [original.as_bytes(), b"\xe2\x82"].concat()),
        ("separators", original.replace('\n', "\u{2028}").into_bytes()),
        ("escape sequences", original.replace("all", "\x1b[2Jall").into_bytes()),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into();
    all_survive(&files);
}

#[test]
fn truncation_at_any_byte_is_read() {
    let original = fs::read(root().join("rules/sprintf-of-integer/bad.go")).expect("the example");
    let files: Vec<File> =
        (0..original.len()).step_by(7).map(|end| (format!("{end} bytes"), original[..end].to_vec())).collect();
    files.chunks(4 * AT_ONCE).for_each(all_survive);
}

#[test]
fn noise_spoils_no_finding_of_its_neighbours() {
    let tree = Tree::of(&[("good/a.go", &format!("package p\n{FOUND}"))]);
    for seed in 0..30 {
        let bytes: Vec<u8> = (0..500).scan(Random::new(seed), |random, _| Some(random.number() as u8)).collect();
        tree.write(&format!("bad{seed}/x.go"), bytes);
    }
    let (code, report) = findings(&tree, "noise beside a finding");
    assert_eq!((code, report["findings"][0]["path"].as_str()), (2, Some("good/a.go")));
    assert_eq!(report["summary"]["files"], 31);
}
