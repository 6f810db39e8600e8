//! What landing takes of a generated function in which every line is sampled.

use super::*;
use crate::evidence::{Transparent, observe};
use crate::go::module_index::{Module, ModuleIndex};
use crate::go::outline::outline;
use crate::go::tree::SourceFile;
use crate::go::words::Words;
use crate::join::{Chargeable, LineModel};
use crate::profile::{Limits, Profile, read};

/// The first line of the function's body.
const FIRST: u32 = 4;

/// A function of so many lines, which is all there is.
fn tree(lines: u32) -> SourceTree {
    let root = crate::go::types::Name::from("/src/m");
    let module = Module { path: "example.com/m".into(), root: root.clone(), go: None, toolchain: None };
    let mut tree = SourceTree::new(ModuleIndex::new(vec![module]));
    let text = format!("package a\n\nfunc F() {{\n{}}}\n", "\tx()\n".repeat(lines as usize));
    tree.add(SourceFile {
        shown: "a/a.go".into(),
        root,
        inside: "a/a.go".to_owned(),
        import_path: "example.com/m/a".into(),
        outline: Arc::new(outline(text.as_bytes(), &Words::new(std::iter::empty::<&str>()))),
    });
    tree
}

/// One object on each of so many lines, of these sizes in turn.
fn profile(lines: u32, sizes: &[u64]) -> Profile {
    let mut text = String::from("heap profile: 0: 0 [0: 0] @ heap/1\n");
    for (line, size) in (FIRST..FIRST + lines).zip(sizes.iter().cycle()) {
        let address = 0x1000 + line;
        text += &format!("1: {size} [1: {size}] @ {address:#x}\n");
        text += &format!("#\t{address:#x}\texample.com/m/a.F+0x1\t/src/m/a/a.go:{line}\n\n");
    }
    read(text.as_bytes(), &Limits::STANDARD).unwrap()
}

/// Every line of the body can allocate objects of one of these sizes, in turn.
fn models(tree: &SourceTree, sizes: &[u64]) -> LineModels {
    let file = tree.files_of("example.com/m/a")[0];
    let (first, last) = tree.file(file).outline.declarations[0].lines;
    let charge = |size: &u64| Chargeable { allocates: true, sizes: [*size].into(), calls: Vec::new() };
    let lines = (first + 1..last).zip(sizes.iter().cycle().map(charge)).collect();
    LineModels::from([((file, 0), LineModel { lines, defers: false })])
}

#[test]
fn lines_of_which_the_same_is_known_share_what_is_made_of_it() {
    let (tree, profile) = (tree(1_000), profile(1_000, &[64, 96, 128]));
    let evidence = observe(&profile, &tree, &Transparent::default());
    let models = models(&tree, &[64, 96, 128]);
    let aligning =
        Aligning { evidence: &evidence, tree: &tree, models: &models, anchors: Anchors::new(&evidence, &tree) };
    let file = tree.files_of("example.com/m/a")[0];
    let group = Group::Declared { then: file, file, declaration: 0 };
    let mut witnesses = Witnesses::of(&aligning, &group);
    assert_eq!(evidence.places.len(), 1_000);
    assert!((0..1_000).all(|place| witnesses.of_place(place, place).is_some()));
    assert_eq!((witnesses.known.len(), witnesses.answers), (3, 3 * 1_002));
}

#[test]
fn beyond_as_many_lines_as_people_write_only_the_function_is_known() {
    let many = MOST_ITEMS as u32 + 500;
    // Each line can allocate what no other can, so that all would be found.
    let sizes: Vec<u64> = (1..=u64::from(many)).map(|size| 8 * size).collect();
    let (tree, profile) = (tree(many), profile(many, &sizes));
    let evidence = observe(&profile, &tree, &Transparent::default());
    let landings = land_all(&evidence, &tree, &models(&tree, &sizes));
    let of = |grade: fn(&Landing) -> bool| landings.iter().flatten().filter(|landing| grade(landing)).count();
    assert_eq!(landings.iter().flatten().count(), many as usize, "every place lands");
    assert_eq!(of(|landing| landing.grade == Grade::Function), 500);
}

#[test]
fn what_differs_on_every_line_of_a_long_function_is_asked_of_no_more_lines_than_can_be_answered() {
    // Twice as many different needs as lines of this length are asked about.
    let (lines, needs) = (40_000, 2 * MOST_ANSWERS as u32 / 40_000);
    let sizes: Vec<u64> = (1..=u64::from(needs)).map(|size| 8 * size).collect();
    let (tree, profile) = (tree(lines), profile(needs, &sizes));
    let evidence = observe(&profile, &tree, &Transparent::default());
    let no_models = LineModels::new();
    let aligning =
        Aligning { evidence: &evidence, tree: &tree, models: &no_models, anchors: Anchors::new(&evidence, &tree) };
    let file = tree.files_of("example.com/m/a")[0];
    let group = Group::Declared { then: file, file, declaration: 0 };
    let mut witnesses = Witnesses::of(&aligning, &group);
    let known = (0..evidence.places.len()).filter(|place| witnesses.of_place(*place, 0).is_some()).count();
    assert!(0 < known && known < needs as usize, "{known} of {needs}");
    assert!(witnesses.answers <= MOST_ANSWERS, "{}", witnesses.answers);
}
