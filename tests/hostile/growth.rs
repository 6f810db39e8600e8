//! Time grows with length: eight times as much of a shape takes eight times as long, give or take, never sixty-four times.
//!
//! Both are measured in one run on one machine, and only their ratio is judged. A ratio that a busy machine spoiled is
//! measured again.

use crate::shapes::{NESTED, REPEATED, Shape};
use heaplint::go::evaluate::{PackageFacts, World};
use heaplint::go::facts::facts;
use heaplint::go::outline::outline;
use heaplint::go::tree::FileId;
use heaplint::model::{Dialect, Source};
use heaplint::rule::RuleSet;
use heaplint::scan::{FilePlace, Scanner, Triggers, resolve};
use std::sync::Arc;
use std::time::{Duration, Instant};

const SMALL: usize = 1_000;
const TIMES: usize = 8;
/// Linear is 8 and quadratic is 64.
const MOST: u32 = 20;
/// What takes less than this is fast enough at any ratio, and too short to compare.
const NOTHING: Duration = Duration::from_millis(120);

/// What `check` does with one file, without reading and writing it.
struct Work<'r> {
    rules: &'r RuleSet,
    triggers: &'r Triggers,
    scanner: Scanner<'r>,
}

impl Work<'_> {
    fn takes(&mut self, text: &str) -> Duration {
        let started = Instant::now();
        let outline = outline(text.as_bytes(), &self.triggers.words);
        let scanned = self.scanner.scan(text.as_bytes(), &outline);
        let here = PackageFacts::new([&facts(text.as_bytes(), &outline)]);
        let package_of = |path: &str| Some(Arc::new(PackageFacts::new([&*heaplint::go::std::facts(path)?])));
        let world = World { path: "example.com/p", here: &here, package_of: &package_of };
        let source = Source::new("x.go", text.as_bytes());
        let all = Dialect { oldest: 0, newest: u16::MAX };
        let imports = &outline.imports;
        let (file, declared_by_tests) = (FileId(0), &|_: &str| false);
        let place = FilePlace { file, source: &source, imports, go: Some(26), of_go: false, declared_by_tests };
        let sites = resolve(&scanned.candidates, self.rules, &place, &world, all);
        std::hint::black_box(sites);
        started.elapsed()
    }
}

fn grows_in_step(shapes: &[Shape]) {
    let rules = RuleSet::shipped().unwrap_or_else(|_| panic!("the shipped rules are sound"));
    let triggers = Triggers::new(&rules);
    let scanner = Scanner::new(&rules, &triggers).expect("the grammar fits the parser");
    let mut work = Work { rules: &rules, triggers: &triggers, scanner };
    let mut steep = Vec::new();
    for (name, shape) in shapes {
        let (few, many) = (shape(SMALL), shape(SMALL * TIMES));
        // Queries are compiled when they are first needed.
        work.takes(&shape(2));
        let mut measured = Vec::new();
        let fits = (0..4).any(|_| {
            let (little, much) = (work.takes(&few), work.takes(&many));
            measured.push(format!("{little:.0?} and {much:.0?}"));
            much < NOTHING || much < little * MOST
        });
        if !fits {
            steep.push(format!("{name}: {}", measured.join(", then ")));
        }
    }
    assert!(steep.is_empty(), "{SMALL} and {} of a shape take\n{}", SMALL * TIMES, steep.join("\n"));
}

#[test]
fn nesting_takes_time_in_step_with_its_depth() {
    grows_in_step(&NESTED);
}

#[test]
fn repetition_takes_time_in_step_with_its_length() {
    grows_in_step(&REPEATED);
}
