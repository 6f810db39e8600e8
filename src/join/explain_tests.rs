//! Which constructs get which bytes, on a profile in Go's text form that holds one function.

use super::*;
use crate::evidence::{Transparent, observe};
use crate::go::module_index::{Module, ModuleIndex};
use crate::go::outline::outline;
use crate::go::tree::{SourceFile, SourceTree};
use crate::go::words::Words;
use crate::join::land_all;
use crate::model::{Position, Region};
use crate::profile::{Limits, Profile, read};

/// Samples of function F on line 4: by the size of one object, how many, and the callee they lie below.
fn profile(samples: &[(u64, u64, Option<&str>)]) -> Profile {
    let mut text = String::from("heap profile: 0: 0 [0: 0] @ heap/1\n");
    for (at, (size, count, callee)) in samples.iter().enumerate() {
        let bytes = size * count;
        let (line, below) = (0x100 + at, 0x900 + at);
        let stack = if callee.is_some() { format!("{below:#x} {line:#x}") } else { format!("{line:#x}") };
        text += &format!("{count}: {bytes} [{count}: {bytes}] @ {stack}\n");
        if let Some(callee) = callee {
            text += &format!("#\t{below:#x}\t{callee}+0x1\t/go/src/x/x.go:9\n");
        }
        text += &format!("#\t{line:#x}\texample.com/m/a.F+0x1\t/src/m/a/a.go:4\n\n");
    }
    read(text.as_bytes(), &Limits::STANDARD).unwrap()
}

fn tree() -> SourceTree {
    let root = crate::go::types::Name::from("/src/m");
    let module = Module { path: "example.com/m".into(), root: root.clone(), go: None, toolchain: None };
    let mut tree = SourceTree::new(ModuleIndex::new(vec![module]));
    let text = b"package a\n\nfunc F() {\n\tx()\n}\n";
    tree.add(SourceFile {
        shown: "a/a.go".into(),
        root,
        inside: "a/a.go".to_owned(),
        import_path: "example.com/m/a".into(),
        outline: Arc::new(outline(text, &Words::new(std::iter::empty::<&str>()))),
    });
    tree
}

fn construct(told: &str, column: u32, source: Allocates) -> KnownConstruct {
    let at = Position { line: 4, column };
    KnownConstruct {
        named: NamedConstruct { kind: "x", told: told.into(), region: Region { start: at, end: at }, compiler: None },
        charged: vec![ChargedLine { line: 4, at_most: None }],
        literal_line: None,
        asked: None,
        source,
        reported: at,
        decided: true,
        refuted: false,
    }
}

fn itself(fitting: &[u64], grows: Option<&[u64]>) -> Allocates {
    let sizes = Sizes { fitting: fitting.to_vec(), ..Sizes::default() };
    Allocates::Itself { sizes, grows: grows.map(<[u64]>::to_vec), sure: true }
}

/// Who gets how many bytes; what nobody gets stands under "nobody".
fn shares(profile: &Profile, constructs: Vec<KnownConstruct>) -> Vec<(String, i64)> {
    let tree = tree();
    let evidence = observe(profile, &tree, &Transparent::default());
    let landings = land_all(&evidence, &tree, &crate::join::LineModels::new());
    let landing = landings[0].clone().unwrap();
    let known = KnownConstructs::from([((landing.file, landing.declaration), constructs)]);
    let ranked = profile.sample_types.iter().position(|known| &*known.kind == "alloc_space").unwrap();
    let explainer = Explainer { evidence: &evidence, landings: &landings, tree: &tree, constructs: &known, ranked };
    let charged: Vec<Charged> = (0..evidence.places.len())
        .flat_map(|place| evidence.charges(place).iter().map(move |charge| (place, *charge)))
        .flat_map(|(place, charge)| {
            evidence.samples(charge.stack).iter().map(move |sample| Charged { sample: *sample, charge, place })
        })
        .collect();
    let (explanation, _) = explainer.account_for(&charged);
    let names = |part: &ExplainedPart| part.constructs.iter().map(|one| &*one.told).collect::<Vec<_>>().join("|");
    let mut shares: Vec<(String, i64)> = explanation.parts.iter().map(|part| (names(part), part.own)).collect();
    if explanation.unexplained != 0 {
        shares.push(("nobody".to_owned(), explanation.unexplained));
    }
    let share = explainer.explained_share();
    let by_one: i64 = explanation.parts.iter().filter(|part| part.constructs.len() == 1).map(|part| part.own).sum();
    assert_eq!(share.flat.by_one + share.through_calls.by_one, by_one, "the totals say what the lines say");
    assert_eq!(share.flat.explained + share.through_calls.explained, explanation.explained());
    shares
}

fn told(shares: &[(&str, i64)]) -> Vec<(String, i64)> {
    shares.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect()
}

#[test]
fn the_size_decides_between_two_constructs_and_what_fits_both_is_shared() {
    let profile = profile(&[(64, 10, None), (96, 20, None), (128, 1, None)]);
    let constructs = vec![construct("a", 1, itself(&[64, 128], None)), construct("b", 2, itself(&[96, 128], None))];
    assert_eq!(shares(&profile, constructs), told(&[("b", 1920), ("a", 640), ("a|b", 128)]));
}

#[test]
fn what_the_compiler_decides_against_is_told_apart_on_its_line_and_never_all_of_it() {
    let profile = profile(&[(64, 10, None)]);
    let refuted = |told, column| KnownConstruct { refuted: true, ..construct(told, column, itself(&[64], None)) };
    let other = || construct("b", 2, itself(&[64], None));
    assert_eq!(shares(&profile, vec![refuted("a", 1), other()]), told(&[("b", 640)]));
    assert_eq!(shares(&profile, vec![refuted("a", 1), refuted("c", 3)]), told(&[("a|c", 640)]));
}

#[test]
fn a_size_that_no_construct_can_have_is_nobodys() {
    let profile = profile(&[(64, 10, None), (80, 1, None)]);
    assert_eq!(shares(&profile, vec![construct("a", 1, itself(&[64], None))]), told(&[("a", 640), ("nobody", 80)]));
}

#[test]
fn a_call_explains_what_lies_below_it_and_nothing_else() {
    let profile = profile(&[(64, 1, Some("fmt.Sprintf")), (32, 1, Some("strings.Join")), (16, 1, None)]);
    let call = |package: &str, name: &str| Allocates::Below(Called::Function(package.into(), name.into()));
    let constructs =
        vec![construct("Sprintf", 1, call("fmt", "Sprintf")), construct("Value", 2, Allocates::Below(Called::Value))];
    assert_eq!(shares(&profile, constructs), told(&[("Sprintf", 64), ("Value", 32), ("nobody", 16)]));
}

#[test]
fn a_method_is_known_by_its_name_whatever_hides_its_type() {
    let profile = profile(&[(64, 1, Some("bytes.(*Buffer).Write")), (32, 1, Some("bytes.(*Buffer).Read"))]);
    let method = construct("w.Write", 1, Allocates::Below(Called::Method("Write".into())));
    assert_eq!(shares(&profile, vec![method]), told(&[("w.Write", 64), ("nobody", 32)]));
}

#[test]
fn what_surely_allocates_goes_before_what_perhaps_does() {
    let profile = profile(&[(64, 1, None)]);
    let sizes = Sizes { fitting: vec![64], ..Sizes::default() };
    let perhaps = Allocates::Itself { sizes, grows: None, sure: false };
    let both = vec![construct("perhaps", 1, perhaps.clone()), construct("surely", 2, itself(&[64], None))];
    assert_eq!(shares(&profile, both), told(&[("surely", 64)]));
    assert_eq!(shares(&profile, vec![construct("perhaps", 1, perhaps)]), told(&[("perhaps", 64)]));
}

#[test]
fn sizes_of_a_growing_slice_are_the_appends_unless_others_lie_between() {
    let rungs = [48, 96, 192, 384];
    let constructs = |fitting: &[u64]| {
        vec![construct("append", 1, itself(fitting, Some(&rungs))), construct("text", 2, itself(fitting, None))]
    };
    let grown = profile(&[(16, 5, None), (48, 4, None), (96, 3, None), (192, 2, None), (384, 1, None)]);
    let all = [16, 48, 96, 192, 384];
    assert_eq!(shares(&grown, constructs(&all)), told(&[("append", 1248), ("append|text", 80)]));
    let spread = profile(&[(48, 4, None), (96, 3, None), (112, 3, None), (192, 2, None)]);
    assert_eq!(shares(&spread, constructs(&[48, 96, 112, 192])), told(&[("append|text", 1200)]));
}

#[test]
fn other_lines_of_the_declaration_explain_nothing_here() {
    let mut elsewhere = construct("a", 1, itself(&[64], None));
    elsewhere.charged = vec![ChargedLine { line: 5, at_most: None }];
    let mut small = construct("b", 1, itself(&[64], None));
    small.charged = vec![ChargedLine { line: 4, at_most: Some(32) }];
    assert_eq!(shares(&profile(&[(64, 1, None)]), vec![elsewhere, small]), told(&[("nobody", 64)]));
}
