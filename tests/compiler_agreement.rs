//! The allocation model beside the Go compiler, on the standard library's own source: what its escape analysis puts on the
//! heap must be a construct, at that very line and column, and the sizes of its types are those that heaplint knows.
//!
//! `HEAPLINT_GO` chooses another go command, `AGREEMENT_PACKAGES` other packages than the small one that tests take.

#![allow(clippy::print_stdout, reason = "the numbers are for whoever runs this with --nocapture")]

mod support;

use heaplint::go::construct::{Construct, ConstructKind};
use heaplint::model::Position;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use support::Modelled;

fn go() -> Command {
    Command::new(std::env::var_os("HEAPLINT_GO").unwrap_or_else(|| "go".into()))
}

/// The package's files, as the compiler gets them.
fn files(package: &str) -> Vec<PathBuf> {
    let list =
        go().args(["list", "-f", "{{.Dir}}\n{{join .GoFiles \"\\n\"}}", package]).output().expect("a go command");
    let list = String::from_utf8(list.stdout).expect("paths are UTF-8");
    let mut lines = list.lines();
    let folder = Path::new(lines.next().expect("a folder")).to_owned();
    lines.map(|name| folder.join(name)).collect()
}

/// What the compiler says of one place: line, column and message.
type Escape = (u32, u32, String);

/// What of the package's own code is on the heap, by file; copies of inlined code left out.
fn escapes(package: &str) -> BTreeMap<PathBuf, Vec<Escape>> {
    // What is in the build cache writes nothing, and the folder's name is part of its key.
    let folder = tempfile::tempdir().expect("a folder");
    let flag = format!("-gcflags=-json=0,{}", folder.path().display());
    let built = go().args(["build", &flag, package]).output().expect("a go command");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder.path().join(package.replace('/', "%2F"))).expect("the compiler's folder") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("JSON is UTF-8");
        let mut values = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
        let header = values.next().expect("a header");
        let found = values.filter_map(|value| escape(&value)).collect();
        all.insert(PathBuf::from(header["file"].as_str().expect("a file")), found);
    }
    all
}

fn escape(value: &Value) -> Option<Escape> {
    let message = value["message"].as_str()?.strip_suffix(" escapes to heap")?;
    let related = value["relatedInformation"].as_array();
    let inlined = related.and_then(|all| all.first()).is_some_and(|first| first["message"] == "inlineLoc");
    let start = &value["range"]["start"];
    let number = |name: &str| start[name].as_u64().and_then(|number| u32::try_from(number).ok());
    (!inlined).then_some(())?;
    Some((number("line")?, number("character")?, message.to_owned()))
}

/// Whether the message speaks of what is no allocation although it is said to escape: a constant, a struct or slice
/// without anything in it, or the result of an inlined function, whose own expression is reported as well.
fn is_nothing(message: &str) -> bool {
    let literal = message.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '"' | '\'' | '-' | '`'));
    let constant = literal && !message.contains(" + ") || matches!(message, "true" | "false" | "nil");
    let empty = message.ends_with("{}") && !message.starts_with('&') && !message.starts_with("map[");
    constant || empty || message.starts_with("~r")
}

#[derive(Default)]
struct Tally {
    asked: usize,
    met: usize,
    literals: usize,
    missed: Vec<String>,
}

fn compare(package: &str, tally: &mut Tally) {
    let modelled = Modelled::of(package, &files(package));
    let escapes = escapes(package);
    for file in &modelled.files {
        let Some(found) = escapes.get(Path::new(&*file.source.path)) else { continue };
        let at = |construct: &Construct| file.source.position(construct.reported_at());
        let places: BTreeSet<Position> = file
            .constructs
            .iter()
            .filter(|construct| !matches!(construct.kind, ConstructKind::Call(_)))
            .map(at)
            .collect();
        for (line, column, message) in found {
            if is_nothing(message) {
                continue;
            }
            let place = Position { line: *line, column: *column };
            if message == "func literal" && !places.contains(&place) {
                tally.literals += 1;
                continue;
            }
            tally.asked += 1;
            if places.contains(&place) {
                tally.met += 1;
            } else {
                tally.missed.push(format!("{}:{line}:{column}: {message}", file.source.path));
            }
        }
    }
}

#[test]
fn what_the_compiler_puts_on_the_heap_is_a_construct() {
    let wanted = std::env::var("AGREEMENT_PACKAGES").unwrap_or_else(|_| "text/template".to_owned());
    let mut tally = Tally::default();
    for package in wanted.split_whitespace() {
        let before = (tally.asked, tally.met);
        compare(package, &mut tally);
        println!("{package}: {} of {}", tally.met - before.1, tally.asked - before.0);
    }
    println!("{} literals without captures\n{}", tally.literals, tally.missed.join("\n"));
    assert!(tally.asked > 100, "{} places", tally.asked);
    assert!(tally.met * 100 >= tally.asked * 98, "{} of {}:\n{}", tally.met, tally.asked, tally.missed.join("\n"));
}

#[test]
fn the_sizes_of_hidden_types_are_those_of_this_go() {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/stdsizes");
    let output =
        go().args(["run", "."]).current_dir(program).env("GOTOOLCHAIN", "local").output().expect("a go command");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = String::from_utf8(output.stdout).expect("names are UTF-8");
    let theirs: BTreeSet<&str> = output.lines().collect();
    let ours: BTreeSet<&str> = include_str!("../src/go/std/sizes.txt").lines().collect();
    let wrong: Vec<_> = ours.difference(&theirs).collect();
    assert!(wrong.is_empty(), "src/go/std/sizes.txt; tests/go/stdsizes/regenerate writes it: {wrong:?}");
}
