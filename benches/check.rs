//! `heaplint check` over Go's own source, against tree-sitter parsing the same files and doing nothing else.
//!
//! `cargo bench --bench check [-- FOLDER]`. Every figure is the best of three, taken in turns, because machines are shared. Only the
//! ratios mean something elsewhere.

#![allow(clippy::print_stdout)]

use heaplint::edge::{Include, MAX_SOURCE_BYTES, Request, discover, read};
use heaplint::go::mask::masked;
use heaplint::go::outline::outline;
use heaplint::go::syntax::parser;
use heaplint::go::words::Words;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;

fn main() {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).map(PathBuf::from);
    let folder = folder.unwrap_or_else(go_source).canonicalize().expect("the folder exists");
    let found = discover(&Request {
        paths: vec![folder.clone()],
        listed: None,
        include: Include::default(),
        force_exclude: false,
        working_directory: folder.clone(),
    });
    let words = Words::new(std::iter::empty::<&str>());
    let texts: Vec<Vec<u8>> = found
        .files
        .iter()
        .filter_map(|file| read(&file.absolute, &file.shown, MAX_SOURCE_BYTES).ok())
        .filter(|text| !outline(text, &words).generated)
        .collect();
    let bytes: usize = texts.iter().map(Vec::len).sum();
    println!("{}: {} files, {:.1} MB", folder.display(), texts.len(), bytes as f64 / 1e6);
    let mut best = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        let took = [parse_only(&texts), outline_only(&texts, &words), check(&folder, 1), check(&folder, 2)];
        for (best, took) in best.iter_mut().zip(took) {
            *best = (*best).min(took);
        }
    }
    let names = [
        "tree-sitter parse only, 1 thread",
        "outline only, 1 thread",
        "heaplint check, 1 thread",
        "heaplint check, 2 threads",
    ];
    for (name, took) in names.iter().zip(best) {
        let ratio = took.as_secs_f64() / best[0].as_secs_f64();
        println!(
            "{name:34} {:6.3} s  {:5.1} MB/s  {ratio:5.2} of parse only",
            took.as_secs_f64(),
            bytes as f64 / 1e6 / took.as_secs_f64()
        );
    }
}

fn go_source() -> PathBuf {
    let output = Command::new("go").args(["env", "GOROOT"]).output().expect("go is installed, or a folder is named");
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).join("src")
}

/// What any tool that parses these files must spend. Masks are not counted: they are made before the clock starts.
fn parse_only(texts: &[Vec<u8>]) -> Duration {
    let words = Words::new(std::iter::empty::<&str>());
    let masked: Vec<_> = texts.iter().map(|text| masked(text, &outline(text, &words)).into_owned()).collect();
    let mut parser = parser().expect("the grammar fits");
    let start = Instant::now();
    for text in &masked {
        assert!(parser.parse(text, None).is_some());
    }
    start.elapsed()
}

fn outline_only(texts: &[Vec<u8>], words: &Words) -> Duration {
    let start = Instant::now();
    let declarations: usize = texts.iter().map(|text| outline(text, words).declarations.len()).sum();
    assert!(declarations > 0);
    start.elapsed()
}

/// The whole program, from starting the process to its last byte: reading, scanning, resolving and writing JSON.
fn check(folder: &PathBuf, threads: usize) -> Duration {
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_heaplint"))
        .args(["check", "--format", "json", "--threads", &threads.to_string(), "."])
        .current_dir(folder)
        .stdout(Stdio::null())
        .status()
        .expect("heaplint runs");
    assert!(matches!(status.code(), Some(0 | 1)), "{status}");
    start.elapsed()
}
