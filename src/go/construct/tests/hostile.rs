//! Deep, long and repetitive code: the model ends, and is no larger than the code.

use super::super::*;
use super::{settled_of, world_of};
use crate::go::syntax::tests::{SHAPES, hostile};
use crate::go::syntax::{parse, parser};

/// Declarations of about `size` parts that ask a lot of one thing.
fn shapes(size: usize) -> Vec<(String, String)> {
    let repeated = |name: &str, head: &str, part: &str, tail: &str| {
        (
            name.to_owned(),
            format!("func f(x any, s string, b []byte, n int) {{\n{head}{}{tail}\n}}\n", part.repeat(size)),
        )
    };
    let mut all: Vec<(String, String)> =
        SHAPES.into_iter().map(|shape| (shape.to_owned(), hostile(shape, size))).collect();
    all.extend([
        repeated("appends", "var r []int\n", "r = append(r, n)\n", "sink = r"),
        repeated("uses", "var r []int\n r = append(r, 1)\n", "sink = r\n", ""),
        repeated("closures of one variable", "", "keep(func() { n++ })\n", ""),
        repeated("sum", "s = s", " + s", ""),
        repeated("entries", "sink = map[any]any{", "n: s,\n", "}"),
        repeated("addresses", "var p pair\n", "p.Grow(); sink = &p\n", ""),
        repeated("conversions", "sink = ", "string([]byte(", &format!("s{}", "))".repeat(size))),
        repeated("closures within closures", "", "keep(func() { n++; ", &"})".repeat(size)),
        repeated("calls on the spot", "", "func() { n++; ", &"}()".repeat(size)),
        repeated("deferred within deferred", "", "defer func() { defer one(); ", &"}()\n".repeat(size)),
        repeated("braces", "sink = [][]int", "{", &"}".repeat(size)),
        repeated("iterators", "", "for x = range sequence { n++; ", &"}".repeat(size)),
        repeated("arguments", "takes(n", ", n", ")"),
        repeated("boxed parentheses", "sink = ", "(", &format!("n{}", ")".repeat(size))),
    ]);
    all
}

#[test]
fn the_model_of_hostile_code_is_no_larger_than_the_code() {
    const SIZE: usize = 2_000;
    for (name, source) in shapes(SIZE) {
        let Some(found) = settled_of(&source) else { continue };
        assert!(found.len() <= 20 * SIZE, "{name}: {}", found.len());
        let also: usize = found.iter().map(|construct| construct.also_charged.len()).sum();
        assert!(also <= 20 * SIZE, "{name}: {also}");
        world_of(&source, |world| {
            for construct in &found {
                let _ = fits(&construct.amount, 48, world, crate::model::Dialect::exactly(26));
                assert!(construct.told(source.as_bytes()).chars().count() < 120, "{name}");
            }
        });
    }
}

/// Not a test: prints what hostile shapes cost. `cargo test --lib hostile::measure -- --ignored --nocapture`
#[test]
#[ignore = "prints measurements"]
#[allow(clippy::print_stderr)]
fn measure_hostile_shapes() {
    for (size, factor) in [(2_000, 1), (32_000, 16)] {
        for (name, source) in shapes(size) {
            let tree = parse(&mut parser().unwrap(), source.as_bytes()).unwrap();
            let syntax = Syntax::new(&tree, source.as_bytes(), 0);
            let bindings = Bindings::new(&syntax, &[]);
            let terms = Terms::new(&syntax, &bindings, &[]);
            let start = std::time::Instant::now();
            let found = constructs(&syntax, &bindings, &terms);
            let (finding, count) = (start.elapsed(), found.len());
            let settling = world_of(&source, |world| {
                let start = std::time::Instant::now();
                settled(found, world);
                start.elapsed()
            });
            eprintln!("{factor}x {name:28} find {finding:9.2?} settle {settling:9.2?} {count}");
        }
    }
}
