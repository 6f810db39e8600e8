//! Depth and length at which recursion and memory run out: ten thousand of everything inside each other, a hundred thousand
//! after each other.

use crate::batch::{FOUND, File, all_survive, findings};
use crate::child::survives;
use crate::shapes::{NESTED, REPEATED, Shape};
use crate::support::{Tree, heaplint};

const DEEP: usize = 10_000;

fn files(shapes: &[Shape], n: usize) -> Vec<File> {
    shapes.iter().map(|(name, shape)| (format!("{n} of {name}"), shape(n).into_bytes())).collect()
}

#[test]
fn ten_thousand_inside_each_other_are_read() {
    for files in files(&NESTED, DEEP).chunks(8) {
        all_survive(files);
    }
}

#[test]
fn two_thousand_after_each_other_are_read() {
    all_survive(&files(&REPEATED, 2_000));
}

#[test]
fn a_hundred_thousand_at_package_level_and_in_literals_are_read() {
    let long = |(name, _): &&Shape| {
        name.starts_with("package-level")
            || ["elements", "long comment", "long name", "unclosed literals"].contains(name)
    };
    let shapes: Vec<Shape> = REPEATED.iter().filter(long).copied().collect();
    assert_eq!(shapes.len(), 9, "every shape that is meant is there");
    all_survive(&files(&shapes, 100_000));
}

#[test]
fn trees_of_deep_code_are_drawn() {
    for (name, shape) in NESTED {
        let tree = Tree::of(&[("x.go", &shape(2_000))]);
        let drawn = survives(&heaplint(tree.path(), &["debug", "tree", "x.go"]), name);
        assert!(drawn.stdout.len() < 64 << 20, "{name}: {} bytes are no picture", drawn.stdout.len());
    }
}

#[test]
fn a_function_of_two_thousand_variables_and_loops_has_its_findings() {
    let tree = Tree::of(&[("x.go", &repeated("variables, each with a loop", 2_000))]);
    let (code, report) = findings(&tree, "two thousand variables");
    assert_eq!((code, report["findings"].as_array().map(Vec::len)), (1, Some(2_000)));
}

#[test]
fn a_file_of_twenty_megabytes_is_checked_to_its_last_line() {
    let table = "\t0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07,\n".repeat(200_000);
    let text = "\\x00\\x01".repeat(1_300_000);
    let file = format!("package p\n\nvar table = []byte{{\n{table}}}\n\nconst text = \"{text}\"\n{FOUND}");
    assert!(file.len() > 20_000_000, "{}", file.len());
    let tree = Tree::of(&[("x.go", &file)]);
    let (code, report) = findings(&tree, "twenty megabytes");
    assert_eq!((code, &report["findings"][0]["span"]["start_line"]), (1, &200_009.into()), "{report}");
}

#[test]
fn a_declaration_too_long_to_be_parsed_is_named_and_the_rest_is_checked() {
    let tree = Tree::of(&[("x.go", &(repeated("statements on one line", 1_000_000) + FOUND))]);
    let (code, report) = findings(&tree, "a long declaration");
    let problem = &report["problems"][0];
    assert_eq!((code, problem["kind"].as_str()), (2, Some("too-large")), "{problem}");
    assert!(problem["message"].as_str().is_some_and(|text| text.starts_with("f was not scanned: ")), "{problem}");
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(1));
}

fn repeated(name: &str, n: usize) -> String {
    let shape = REPEATED.iter().find(|(known, _)| *known == name).expect("it is in the list").1;
    shape(n)
}
