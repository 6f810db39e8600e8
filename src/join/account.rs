//! Where every frame and every sample of a profile went, for `heaplint debug join`: the join's own books, laid open.
//!
//! It decides nothing: it lists what ownership and landing have decided, and adds up. Each sample is counted once, where
//! it is charged: at its innermost own frame, or with the package of its leaf where no frame is ours.

use super::Landing;
use crate::evidence::{Evidence, Placing};
use crate::go::tree::SourceTree;
use crate::model::Grade;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Every function of the profile that is ours, the most costly first.
    pub functions: Vec<FunctionAccount>,
    /// The packages of all others, the most costly first.
    pub packages: Vec<PackageAccount>,
    /// By placing, in the order of [`Outcome`]; their samples and values add up to the profile's.
    pub totals: Vec<(Outcome, Sum)>,
}

/// One function of the profile that is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionAccount {
    /// Its symbol, without type arguments.
    pub symbol: Arc<str>,
    /// Its file, as the profile names it.
    pub file: Arc<str>,
    /// Its first line in the profile; 0 where unknown.
    pub start_line: u32,
    /// What its lines are charged with.
    pub own: Sum,
    /// Its sampled lines, ascending.
    pub lines: Vec<LineAccount>,
}

/// One sampled line of such a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineAccount {
    /// The profile's line.
    pub line: u32,
    /// The file and line of the source and how sure that is, or why there is none.
    pub went: Result<(Arc<str>, u32, Grade), Arc<str>>,
    /// What it is charged with.
    pub own: Sum,
    /// What runs through it, each sample once.
    pub cum: Sum,
}

/// One package that is not ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageAccount {
    /// Its import path; `None` for what has no Go symbol.
    pub package: Option<String>,
    /// How many of its functions the profile names.
    pub functions: usize,
    /// Samples without a frame of ours whose leaf lies in it.
    pub own: Sum,
}

/// What became of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Charged to a line of the source.
    Placed(Grade),
    /// Charged to the module, and to no line of the source.
    Unplaced,
    /// No frame of it is ours.
    Theirs,
}

/// Samples and the value that they add up to, in the ranked sample type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum {
    /// In the sample type's unit.
    pub value: i64,
    /// How many samples of the profile.
    pub samples: usize,
}

/// Opens the books. `landings` is parallel to `evidence.places`, values are of sample type `ranked`.
pub fn account(
    evidence: &Evidence,
    landings: &[Result<Landing, Arc<str>>],
    tree: &SourceTree,
    ranked: usize,
) -> Account {
    let mut functions: BTreeMap<u32, FunctionAccount> = BTreeMap::new();
    let mut totals: BTreeMap<Outcome, Sum> = BTreeMap::new();
    let mut charged: BTreeSet<u32> = BTreeSet::new();
    for (place, landing) in landings.iter().enumerate() {
        let (mut own, mut cum) = (Sum::default(), Sum::default());
        for charge in evidence.charges(place) {
            let stack = Sum::of(evidence, evidence.samples(charge.stack), ranked);
            cum.add(stack);
            if charge.innermost {
                own.add(stack);
                charged.insert(charge.stack);
            }
        }
        let outcome = landing.as_ref().map_or(Outcome::Unplaced, |landing| Outcome::Placed(landing.grade));
        totals.entry(outcome).or_default().add(own);
        if cum.samples == 0 {
            continue;
        }
        let place = &evidence.places[place];
        let went = landing.clone().map(|landing| (tree.file(landing.file).shown.clone(), landing.line, landing.grade));
        let account = functions.entry(place.function).or_insert_with(|| FunctionAccount {
            symbol: evidence.symbol_shown(place.function),
            file: evidence.profile.functions[place.function as usize].file.clone(),
            start_line: evidence.profile.functions[place.function as usize].start_line,
            own: Sum::default(),
            lines: Vec::new(),
        });
        account.own.add(own);
        account.lines.push(LineAccount { line: place.line, went, own, cum });
    }
    let mut functions: Vec<FunctionAccount> = functions.into_values().collect();
    functions.iter_mut().for_each(|function| function.lines.sort_by_key(|line| line.line));
    functions.sort_by(|a, b| {
        let key = |function: &FunctionAccount| {
            (function.own, function.lines.iter().map(|line| line.cum).max().unwrap_or_default())
        };
        key(b).cmp(&key(a)).then_with(|| (&a.symbol, &a.file, a.start_line).cmp(&(&b.symbol, &b.file, b.start_line)))
    });
    let packages = packages(evidence, &charged, ranked);
    packages.iter().for_each(|package| totals.entry(Outcome::Theirs).or_default().add(package.own));
    Account { functions, packages, totals: totals.into_iter().filter(|(_, sum)| sum.samples > 0).collect() }
}

/// The packages that are not ours, with the stacks that are charged to no place of ours.
fn packages(evidence: &Evidence, charged: &BTreeSet<u32>, ranked: usize) -> Vec<PackageAccount> {
    let profile = evidence.profile;
    let package_of =
        |function: u32| evidence.ownership.symbols[function as usize].as_ref().map(|symbol| symbol.package.clone());
    let mut packages: BTreeMap<Option<String>, (usize, Sum)> = BTreeMap::new();
    for (function, placing) in evidence.ownership.placings.iter().enumerate() {
        if *placing == Placing::Theirs {
            packages.entry(package_of(function as u32)).or_default().0 += 1;
        }
    }
    for stack in (0..profile.stacks.len() as u32).filter(|stack| !charged.contains(stack)) {
        let leaf = profile.stacks.get(stack).get(profile.visible_leaf(stack));
        let package = leaf.and_then(|frame| package_of(profile.frames[*frame as usize].function));
        packages.entry(package).or_default().1.add(Sum::of(evidence, evidence.samples(stack), ranked));
    }
    let mut packages: Vec<PackageAccount> =
        packages.into_iter().map(|(package, (functions, own))| PackageAccount { package, functions, own }).collect();
    // A stable sort: what costs the same stays in the order of names.
    packages.sort_by_key(|package| (Reverse(package.own), Reverse(package.functions)));
    packages
}

impl Sum {
    fn of(evidence: &Evidence, samples: &[u32], ranked: usize) -> Sum {
        let values = samples.iter().map(|sample| evidence.profile.values(*sample as usize)[ranked]);
        Sum { value: values.fold(0, i64::saturating_add), samples: samples.len() }
    }

    fn add(&mut self, other: Sum) {
        self.value = self.value.saturating_add(other.value);
        self.samples += other.samples;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Transparent, observe};
    use crate::go::module_index::{Module, ModuleIndex};
    use crate::go::outline::outline;
    use crate::go::tree::SourceFile;
    use crate::go::words::Words;
    use crate::join::{LineModels, land_all};
    use crate::profile::{Limits, read};

    /// Four samples of 1, 2, 4 and 8 KiB: F itself, F through fmt, a function that is gone, and a library alone.
    const PROFILE: &str = "heap profile: 4: 15360 [4: 15360] @ heap/1
1: 1024 [1: 1024] @ 0x10
#\t0x10\texample.com/m/a.F+0x1\t/src/m/a/a.go:4

1: 2048 [1: 2048] @ 0x20 0x21
#\t0x20\tfmt.Sprintf+0x1\t/go/src/fmt/print.go:9
#\t0x21\texample.com/m/a.F+0x2\t/src/m/a/a.go:5

1: 4096 [1: 4096] @ 0x30 0x31
#\t0x30\texample.com/m/a.Gone+0x1\t/src/m/a/a.go:90
#\t0x31\texample.com/m/a.F+0x3\t/src/m/a/a.go:6

1: 8192 [1: 8192] @ 0x40
#\t0x40\tnet/http.Serve+0x1\t/go/src/net/http/server.go:7

";

    fn tree() -> SourceTree {
        let root = crate::go::types::Name::from("/src/m");
        let module = Module { path: "example.com/m".into(), root: root.clone(), go: None, toolchain: None };
        let mut tree = SourceTree::new(ModuleIndex::new(vec![module]));
        let text = b"package a\n\nfunc F() {\n\tx()\n\ty()\n\tz()\n}\n";
        tree.add(SourceFile {
            shown: "a/a.go".into(),
            root,
            inside: "a/a.go".to_owned(),
            import_path: "example.com/m/a".into(),
            outline: Arc::new(outline(text, &Words::new(std::iter::empty::<&str>()))),
        });
        tree
    }

    #[test]
    fn every_sample_is_in_the_books_once_and_the_books_add_up() {
        let profile = read(PROFILE.as_bytes(), &Limits::STANDARD).unwrap();
        let ranked = profile.sample_types.iter().position(|known| &*known.kind == "alloc_space").unwrap();
        let tree = tree();
        let evidence = observe(&profile, &tree, &Transparent::default());
        let account = account(&evidence, &land_all(&evidence, &tree, &LineModels::new()), &tree, ranked);
        let kib = |kib: i64, samples| Sum { value: kib * 1024, samples };
        let expected = [
            (Outcome::Placed(Grade::Aligned), kib(3, 2)),
            (Outcome::Unplaced, kib(4, 1)),
            (Outcome::Theirs, kib(8, 1)),
        ];
        assert_eq!(account.totals, expected);

        let [gone, f] = account.functions.as_slice() else { panic!("{account:?}") };
        assert_eq!((&*gone.symbol, gone.own), ("example.com/m/a.Gone", kib(4, 1)));
        let reason = gone.lines[0].went.as_ref().unwrap_err();
        assert!(reason.starts_with("a/a.go declares no `Gone`"), "{reason}");
        assert_eq!((&*f.symbol, f.own), ("example.com/m/a.F", kib(3, 2)));
        let lines: Vec<_> = f.lines.iter().map(|line| (line.line, line.own, line.cum)).collect();
        assert_eq!(lines, [(4, kib(1, 1), kib(1, 1)), (5, kib(2, 1), kib(2, 1)), (6, kib(0, 0), kib(4, 1))]);
        assert_eq!(f.lines[0].went, Ok(("a/a.go".into(), 4, Grade::Aligned)));

        let packages: Vec<_> =
            account.packages.iter().map(|row| (row.package.as_deref(), row.functions, row.own)).collect();
        assert_eq!(packages, [(Some("net/http"), 1, kib(8, 1)), (Some("fmt"), 1, kib(0, 0))]);
    }
}
