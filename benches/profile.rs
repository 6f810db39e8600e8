//! Decoding and totals of a large profile, against `go tool pprof -top` on the same file in the same run.
//!
//! The file is synthetic and always the same: 400,000 samples of depth 40 over 20,000 functions, about 56 MB before
//! gzip. Each step runs in its own process, so that its peak memory is its own. Linux only for the memory figures.

#![allow(clippy::print_stdout)]

use heaplint::profile::{Granularity, Limits, read, totals};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const SAMPLES: usize = 400_000;
const DEPTH: usize = 40;
const FUNCTIONS: u64 = 20_000;
const LINES_PER_FUNCTION: u64 = 10;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("large.pb.gz");
    match arguments.iter().find_map(|argument| argument.strip_prefix("step=")) {
        Some("generate") => generate(&path),
        Some("decode") => decode(&path),
        _ => compare(&path),
    }
}

/// Runs the steps and prints the ratio.
fn compare(path: &Path) {
    if !path.is_file() {
        println!("{}", step("generate"));
    }
    let ours = step("decode");
    println!("{ours}");
    let theirs = pprof(path);
    let figure = |text: &str, name: &str| -> f64 {
        let rest = text.split(&format!("{name} ")).nth(1).unwrap_or_default();
        rest.split([' ', ',', ')']).next().and_then(|number| number.trim().parse().ok()).unwrap_or(f64::NAN)
    };
    println!("{theirs}");
    let ratio = |name: &str| figure(&theirs, name) / figure(&ours, name);
    println!("pprof takes {:.1} times as long and {:.1} times the memory", ratio("seconds"), ratio("peak-mb"));
}

/// One step in a process of its own; its output.
fn step(name: &str) -> String {
    let program = std::env::current_exe().expect("the bench knows its own path");
    let output = Command::new(program).arg(format!("step={name}")).output().expect("the bench starts itself");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

fn decode(path: &Path) {
    let bytes = std::fs::read(path).expect("the file was generated");
    let start = Instant::now();
    let profile = read(&bytes, &Limits::STANDARD).expect("the file is whole");
    let decoded = start.elapsed();
    let by_function = totals(&profile, Granularity::Functions);
    let all = start.elapsed();
    let by_line = totals(&profile, Granularity::Lines);
    let lines = start.elapsed() - all;
    assert_eq!(profile.samples.len(), SAMPLES);
    println!(
        "heaplint: seconds {:.3} (read {:.3}, totals {:.3}; by line {:.3} more) peak-mb {:.0}, \
         {} functions, {} lines, {} stacks",
        all.as_secs_f64(),
        decoded.as_secs_f64(),
        (all - decoded).as_secs_f64(),
        lines.as_secs_f64(),
        peak_megabytes(),
        by_function.rows.len(),
        by_line.rows.len(),
        profile.stacks.len(),
    );
}

/// `VmHWM` of this process.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: Option<f64> = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1024.0)
}

fn pprof(path: &Path) -> String {
    let start = Instant::now();
    let output = Command::new("/usr/bin/time")
        .args(["-v", "go", "tool", "pprof", "-symbolize=none", "-top", "-nodecount=0", "-nodefraction=0"])
        .args(["-edgefraction=0", "-sample_index=alloc_space"])
        .arg(path)
        .output()
        .expect("the bench needs /usr/bin/time and Go");
    let seconds = start.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let line = said.lines().find_map(|line| line.trim().strip_prefix("Maximum resident set size (kbytes): "));
    let megabytes = line.and_then(|rest| rest.trim().parse::<f64>().ok()).map_or(f64::NAN, |size| size / 1024.0);
    format!("go tool pprof: seconds {seconds:.3} peak-mb {megabytes:.0}")
}

/// Writes the file: a string table, functions, locations, then samples whose stacks share long roots.
fn generate(path: &Path) {
    let mut raw = Vec::new();
    let mut strings: Vec<String> =
        ["", "alloc_objects", "count", "alloc_space", "bytes", "inuse_objects", "inuse_space", "space"]
            .map(str::to_owned)
            .to_vec();
    for (kind, unit) in [(1, 2), (3, 4), (5, 2), (6, 4)] {
        message(&mut raw, 1, &[number(1, kind), number(2, unit)].concat());
    }
    for function in 1..=FUNCTIONS {
        let name = strings.len() as u64;
        strings.push(format!(
            "example.com/large/package{:03}.(*Type{}).Method{function}",
            function % 200,
            function % 17
        ));
        strings.push(format!("/home/build/large/package{:03}/file{}.go", function % 200, function % 7));
        let fields = [number(1, function), number(2, name), number(3, name), number(4, name + 1), number(5, function)];
        message(&mut raw, 5, &fields.concat());
    }
    for location in 0..FUNCTIONS * LINES_PER_FUNCTION {
        let function = location / LINES_PER_FUNCTION + 1;
        let mut fields = [number(1, location + 1), number(3, 0x40_0000 + location * 16)].concat();
        let line = [number(1, function), number(2, function + location % LINES_PER_FUNCTION)].concat();
        message(&mut fields, 4, &line);
        message(&mut raw, 4, &fields);
    }
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    let mut random = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 20) % below
    };
    let mut stack = vec![1u64; DEPTH];
    for _ in 0..SAMPLES {
        // Outer frames change rarely, inner ones often, as in a real program.
        let kept = random(DEPTH as u64) as usize;
        for frame in &mut stack[..DEPTH - kept] {
            *frame = random(FUNCTIONS * LINES_PER_FUNCTION) + 1;
        }
        let size = 16 << random(10);
        let objects = random(1000) + 1;
        let values = [objects, objects * size, objects / 4, objects / 4 * size];
        let mut fields = Vec::new();
        message(&mut fields, 1, &packed(&stack));
        message(&mut fields, 2, &packed(&values));
        message(&mut fields, 3, &[number(1, 4), number(3, size)].concat());
        message(&mut raw, 2, &fields);
    }
    for string in &strings {
        message(&mut raw, 6, string.as_bytes());
    }
    message(&mut raw, 11, &[number(1, 7), number(2, 4)].concat());
    raw.extend(number(12, 524_288));
    let file = std::fs::File::create(path).expect("the target folder takes new files");
    let mut encoder = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    encoder.write_all(&raw).and_then(|()| encoder.finish()).expect("the disk takes the file");
    println!("generated {:.1} MB", raw.len() as f64 / 1e6);
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(field: u64, value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    varint(&mut out, field << 3);
    varint(&mut out, value);
    out
}

fn message(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn packed(numbers: &[u64]) -> Vec<u8> {
    let mut out = Vec::new();
    numbers.iter().for_each(|number| varint(&mut out, *number));
    out
}
