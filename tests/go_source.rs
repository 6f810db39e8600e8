//! The outline and the masks against Go's own source, on which every declaration must parse alone.
//!
//! Needs a Go installation; `GOROOT=... cargo test --test go_source` chooses another one.

#![allow(clippy::print_stdout, reason = "the numbers are for whoever runs this with --nocapture")]

use heaplint::go::facts::facts;
use heaplint::go::mask::masked;
use heaplint::go::outline::{Declaration, DeclarationKind, Outline, outline};
use heaplint::go::types::Type;
use heaplint::go::words::Words;
use heaplint::model::Span;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::process::Command;
use tree_sitter::{Node, Parser};

/// How many declarations of Go's source may fail to parse.
const ALLOWED_FAILURES: usize = 2;

fn go_root() -> PathBuf {
    let output = Command::new("go").args(["env", "GOROOT"]).output().expect("this test needs `go` on the path");
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}

fn go_files(directory: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(directory).expect("readable directory").flatten().collect();
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() && name != "testdata" {
            go_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "go") {
            found.push(path);
        }
    }
}

fn source_files() -> Vec<PathBuf> {
    let root = go_root().join("src");
    let mut files = Vec::new();
    go_files(&root, &mut files);
    assert!(files.len() > 4_000, "no Go source in {}", root.display());
    files
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_go::LANGUAGE.into()).expect("the grammar fits the library");
    parser
}

/// The text of one declaration. The grammar wants `var`, `type` and `const` to end with a newline.
fn alone(masked: &[u8], span: Span) -> Vec<u8> {
    [&masked[span.start..span.end], b"\n"].concat()
}

/// The named nodes below the root of `text`'s tree, comments and the package clause left out.
fn trees(parser: &mut Parser, text: &[u8]) -> Vec<String> {
    let tree = parser.parse(text, None).expect("no limit is set");
    let mut cursor = tree.walk();
    let wanted = |node: &Node| !matches!(node.kind(), "comment" | "package_clause");
    tree.root_node().named_children(&mut cursor).filter(wanted).map(|node| node.to_sexp()).collect()
}

/// What one file adds to the sums.
#[derive(Default)]
struct Tally {
    declarations: usize,
    failures: Vec<String>,
    complaints: Vec<String>,
}

fn parse_declarations(path: &Path, text: &[u8], outline: &Outline) -> Tally {
    let (masked, mut parser) = (masked(text, outline), parser());
    let mut tally = Tally { declarations: outline.declarations.len(), ..Tally::default() };
    for Declaration { span, lines, kind, .. } in &outline.declarations {
        let tree = parser.parse(alone(&masked, *span), None).expect("no limit is set");
        if tree.root_node().has_error() {
            tally.failures.push(format!("{}:{}", path.display(), lines.0));
        }
        if *kind == DeclarationKind::Unknown {
            tally.complaints.push(format!("{}:{} is no declaration", path.display(), lines.0));
        }
    }
    let problems = outline.problems.iter();
    tally.complaints.extend(problems.map(|problem| format!("{} {:?}: {}", path.display(), problem.span, problem.kind)));
    tally
}

#[test]
fn every_declaration_of_go_itself_parses_alone() {
    let words = Words::new::<&str>([]);
    let tallies: Vec<Tally> = source_files()
        .par_iter()
        .map(|path| {
            let text = std::fs::read(path).expect("readable file");
            parse_declarations(path, &text, &outline(&text, &words))
        })
        .collect();
    let declarations: usize = tallies.iter().map(|tally| tally.declarations).sum();
    let failures: Vec<&String> = tallies.iter().flat_map(|tally| &tally.failures).collect();
    let complaints: Vec<&String> = tallies.iter().flat_map(|tally| &tally.complaints).collect();
    println!("{} files, {declarations} declarations, {} failures: {failures:?}", tallies.len(), failures.len());
    assert!(failures.len() <= ALLOWED_FAILURES, "{} do not parse: {failures:#?}", failures.len());
    assert!(complaints.is_empty(), "valid source is found wrong: {complaints:#?}");
}

/// Functions, methods and types that the facts of a file lack, and types that could not be read.
fn missing_facts(path: &Path) -> (usize, Vec<String>) {
    let text = std::fs::read(path).expect("readable file");
    let outline = outline(&text, &Words::new::<&str>([]));
    let facts = facts(&text, &outline);
    let count = |wanted| outline.declarations.iter().filter(|declaration| declaration.kind == wanted).count();
    let mut missing = Vec::new();
    if facts.functions.len() != count(DeclarationKind::Function) {
        missing.push(format!("{}: a function", path.display()));
    }
    if facts.methods.len() != count(DeclarationKind::Method) {
        missing.push(format!("{}: a method", path.display()));
    }
    // Types of C and of dot imports are not to be known.
    let blind = outline.imports.iter().any(|import| *import.path == *"C" || import.name.as_deref() == Some("."));
    let unknown = facts.types.iter().filter(|fact| fact.right == Type::Unknown && !blind);
    missing.extend(unknown.map(|fact| format!("{}: type {}", path.display(), fact.name)));
    (facts.types.len() + facts.values.len() + facts.functions.len() + facts.methods.len(), missing)
}

#[test]
fn every_signature_and_type_of_go_itself_is_read() {
    let read: Vec<_> = source_files().par_iter().map(|path| missing_facts(path)).collect();
    let facts: usize = read.iter().map(|(facts, _)| facts).sum();
    let missing: Vec<&String> = read.iter().flat_map(|(_, missing)| missing).collect();
    println!("{facts} facts, {} missing", missing.len());
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn declarations_parsed_alone_give_the_trees_of_the_whole_file() {
    let words = Words::new::<&str>([]);
    let sample: Vec<PathBuf> = source_files().into_iter().step_by(10).collect();
    let different: Vec<&PathBuf> = sample
        .par_iter()
        .filter(|path| {
            let text = std::fs::read(path).expect("readable file");
            let (outline, mut parser) = (outline(&text, &words), parser());
            let masked = masked(&text, &outline);
            let whole = trees(&mut parser, &masked);
            let spans = outline.declarations.iter().map(|declaration| declaration.span);
            let alone: Vec<String> = spans.flat_map(|span| trees(&mut parser, &alone(&masked, span))).collect();
            whole != alone
        })
        .collect();
    assert!(different.is_empty(), "{} of {} files differ: {different:#?}", different.len(), sample.len());
}

/// Words such as rules ask for: frequent and rare ones, operators and the assertion.
const WORDS: [&str; 24] = [
    "for",
    "range",
    "map",
    "make",
    "append",
    "Sprintf",
    "Errorf",
    "+=",
    "+",
    ".(",
    "func",
    "defer",
    "string",
    "bytes",
    "Builder",
    "Buffer",
    "MustCompile",
    "Marshal",
    "ReadAll",
    "time",
    "After",
    "interface",
    "any",
    "Pool",
];

#[test]
#[ignore = "a measurement: cargo test --release --test go_source fast -- --ignored --nocapture"]
fn the_outline_is_fast() {
    let words = Words::new(WORDS);
    let texts: Vec<Vec<u8>> = source_files().iter().map(|path| std::fs::read(path).expect("readable file")).collect();
    let bytes: usize = texts.iter().map(Vec::len).sum();
    for (name, words) in [("no words", Words::new::<&str>([])), ("24 words", words)] {
        let rounds = (0..10).map(|_| {
            let start = std::time::Instant::now();
            let sites: usize = texts.iter().map(|text| outline(text, &words).word_sites.len()).sum();
            (start.elapsed(), sites)
        });
        let (elapsed, sites) = rounds.min().expect("ten rounds");
        let speed = bytes as f64 / 1e6 / elapsed.as_secs_f64();
        println!("{name}: {bytes} bytes, {sites} sites, {elapsed:.2?}, {speed:.0} MB/s on one core");
    }
}

#[test]
#[ignore = "a measurement: cargo test --release --test go_source hostile -- --ignored --nocapture"]
fn hostile_text_takes_linear_time() {
    let shapes = [
        "{",
        "func (",
        "\nfunc f() {",
        "\nfunc (a) b(",
        "\nvar x = (",
        "var a;",
        "new(",
        "new(a[",
        "/*",
        "`",
        "'",
        "new(struct{",
        "new(func(a,",
        "f(new(a[1,",
        "\nvar (",
        "type T struct{",
        "new([new([",
        "\ntype T[",
        "var a = append(",
        "var a = x[",
        "const (a = iota;",
        "a ",
        "\n\n",
    ];
    for shape in shapes {
        let words = Words::new(WORDS);
        let elapsed = [2_000_000, 20_000_000].map(|size: usize| {
            let text = shape.repeat(size / shape.len());
            let start = std::time::Instant::now();
            let outline = outline(text.as_bytes(), &words);
            let split = start.elapsed();
            facts(text.as_bytes(), &outline);
            (split, start.elapsed() - split)
        });
        println!("{shape:20?} 2 MB {:?}, 20 MB {:?}", elapsed[0], elapsed[1]);
    }
}
