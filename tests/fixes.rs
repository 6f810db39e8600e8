//! Every rule with a fix against its own examples: bad.go becomes bad.go.fixed, which compiles, returns the same, is formatted,
//! and has nothing left to fix. `HEAPLINT_BLESS=1` writes bad.go.fixed.

use heaplint::fix::{Outcome, mend};
use heaplint::go::evaluate::{PackageFacts, World};
use heaplint::go::facts::facts_with_bodies;
use heaplint::go::outline::{Outline, outline};
use heaplint::go::tree::FileId;
use heaplint::model::{Applies, Dialect, Fix, Source};
use heaplint::rule::{Rule, RuleSet};
use heaplint::scan::{FilePlace, Scanner, Triggers, resolve};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// The N of `go 1.N` in the go.mod of the examples after their fixes.
const GO: u16 = 26;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shipped() -> RuleSet {
    RuleSet::shipped().unwrap_or_else(|(id, errors)| panic!("{id}: {errors:#?}"))
}

fn folder(rule: &Rule) -> PathBuf {
    root().join("rules").join(&*rule.id)
}

/// The other Go files of a rule's package.
fn siblings(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a rule's folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "go") && !path.ends_with("bad.go"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("an example")).collect()
}

/// The fixes of one rule in bad.go, as the file's text is now.
fn fixes(rules: &RuleSet, rule: &Rule, text: &[u8], siblings: &[Vec<u8>]) -> Vec<Fix> {
    let triggers = Triggers::new(rules);
    let mut scanner = Scanner::new(rules, &triggers).expect("the grammar fits the parser");
    let outlines: Vec<Outline> =
        siblings.iter().map(|text| outline(text, &triggers.words)).chain([outline(text, &triggers.words)]).collect();
    let texts = siblings.iter().map(Vec::as_slice).chain([text]);
    let declared: Vec<_> = texts.zip(&outlines).map(|(text, outline)| facts_with_bodies(text, outline)).collect();
    let here = PackageFacts::new(&declared);
    let package_of = |path: &str| Some(Arc::new(PackageFacts::new([&*heaplint::go::std::facts(path)?])));
    let path = format!("heaplint.test/rules/{}", rule.id);
    let world = World { path: &path, here: &here, package_of: &package_of };
    let source = Source::new("bad.go", text);
    let own = outlines.last().expect("the outline of bad.go");
    let scanned = scanner.scan(text, own);
    let place = FilePlace {
        file: FileId(0),
        source: &source,
        imports: &own.imports,
        go: Some(GO),
        of_go: false,
        declared_by_tests: &|_| false,
    };
    let sites = resolve(&scanned.candidates, rules, &place, &world, Dialect::exactly(Dialect::NEWEST));
    sites.into_iter().filter(|site| rules.rules()[site.rule].id == rule.id).filter_map(|site| site.fix).collect()
}

/// bad.go after all fixes of its rule, and how sure those were.
fn fixed(rules: &RuleSet, rule: &Rule) -> (Vec<u8>, BTreeSet<Applies>) {
    // What is wanted of the bad example is no comment of its code: nothing is wanted of the fixed one.
    let bad = fs::read_to_string(folder(rule).join("bad.go")).expect("bad.go");
    let lines = bad.lines().map(|line| line.split_once(" // want ").map_or(line, |(code, _)| code.trim_end()));
    let mut text = (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes();
    let others = siblings(&folder(rule));
    let mut applied = BTreeSet::new();
    for _ in 0..5 {
        let fixes = fixes(rules, rule, &text, &others);
        let mended = mend(&Source::new("bad.go", text.clone()), &fixes.iter().collect::<Vec<_>>());
        for (fix, outcome) in fixes.iter().zip(&mended.outcomes) {
            assert!(!matches!(outcome, Outcome::Refused(_)), "{}: {outcome:?}", rule.id);
            applied.insert(fix.applies);
        }
        match mended.change {
            Some(change) => text = change.text.to_vec(),
            None => return (text, applied),
        }
    }
    panic!("{}: after five rounds there is still something to fix", rule.id);
}

fn with_fixes(rules: &RuleSet) -> impl Iterator<Item = &Rule> {
    rules.rules().iter().filter(|rule| !rule.fixes.is_empty())
}

#[test]
fn each_fix_turns_the_bad_example_into_the_fixed_one() {
    let rules = shipped();
    let mut wrong = Vec::new();
    for rule in with_fixes(&rules) {
        let path = folder(rule).join("bad.go.fixed");
        let (text, applied) = fixed(&rules, rule);
        // Those that are only for older Go need not show: the examples are written in a newer one.
        if !rule.fix().is_some_and(|best| applied.contains(&best)) {
            wrong.push(format!("{}: its best fix is {:?}, and bad.go shows {applied:?}", rule.id, rule.fix()));
        }
        if fs::read(&path).ok().as_deref() == Some(&text) {
            continue;
        }
        // What is right already is not written again: the other test reads it meanwhile.
        if std::env::var_os("HEAPLINT_BLESS").is_some() {
            fs::write(&path, &text).expect("bad.go.fixed");
        } else {
            wrong.push(format!(
                "{}: bad.go.fixed is not what its fixes make of bad.go (HEAPLINT_BLESS=1 writes it)",
                rule.id
            ));
        }
    }
    for folder in fs::read_dir(root().join("rules")).expect("rules").map(|entry| entry.expect("an entry").path()) {
        let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let has_fix = rules.rule(&id).is_some_and(|rule| !rule.fixes.is_empty());
        if folder.join("bad.go.fixed").exists() && !has_fix {
            wrong.push(format!("{id}: bad.go.fixed, and no fix"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The N of the `go 1.N` at hand.
fn go_at_hand() -> u16 {
    let (_, said) = go(root(), &["env", "GOVERSION"]);
    let minor = said.trim().strip_prefix("go1.").and_then(|rest| rest.split(['.', ' ', '-', 'r']).next());
    minor.and_then(|minor| minor.parse().ok()).unwrap_or(GO)
}

/// A copy of the examples in which every bad.go with fixes is the fixed one, but for those that need a newer Go than this.
fn fixed_module(at_hand: u16) -> (tempfile::TempDir, Vec<String>) {
    let rules = shipped();
    let newest = |id: &str| rules.rule(id).and_then(|rule| rule.fixes.iter().filter_map(|fix| fix.since).max());
    let copy = tempfile::tempdir().expect("a folder");
    let mut swapped = Vec::new();
    let mut folders = vec![root().join("rules")];
    while let Some(folder) = folders.pop() {
        let inside = copy.path().join(folder.strip_prefix(root().join("rules")).expect("a folder of rules/"));
        fs::create_dir_all(&inside).expect("a folder");
        for entry in fs::read_dir(&folder).expect("a folder of rules/") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_owned();
            let fixed = folder.join("bad.go.fixed");
            let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name == "bad.go" && fixed.exists() && newest(&id).is_none_or(|since| since <= at_hand) {
                fs::copy(&fixed, inside.join(name)).expect("bad.go");
                swapped.push(id);
            } else if name != "bad.go.fixed" {
                fs::copy(&path, inside.join(name)).expect("an example");
            }
        }
    }
    // The fixed examples are written for the Go that the fixes are asked for.
    let go_mod = fs::read_to_string(copy.path().join("go.mod")).expect("go.mod");
    let lines = go_mod
        .lines()
        .map(|line| if line.starts_with("go 1.") { format!("go 1.{}", GO.min(at_hand)) } else { line.to_owned() });
    fs::write(copy.path().join("go.mod"), lines.collect::<Vec<_>>().join("\n") + "\n").expect("go.mod");
    (copy, swapped)
}

fn go(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let go = std::env::var("HEAPLINT_GO").unwrap_or_else(|_| "go".to_owned());
    let output = Command::new(&go)
        .args(arguments)
        .current_dir(folder)
        .env("GOTOOLCHAIN", "local")
        .env("HEAPLINT_PROOF_SAME", "1")
        .output()
        .unwrap_or_else(|error| panic!("{go} cannot be run ({error}); tests/run installs one"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

#[test]
fn fixed_examples_compile_pass_vet_are_formatted_and_return_the_same() {
    let (copy, swapped) = fixed_module(go_at_hand());
    assert!(!swapped.is_empty(), "no rule has a bad.go.fixed");
    // Under the newer go line vet asks more of formats than the examples were written for.
    let (sound, said) = go(copy.path(), &["vet", "-unsafeptr=false", "-printf=false", "./..."]);
    assert!(sound, "go vet:\n{said}");
    let (_, go_root) = go(copy.path(), &["env", "GOROOT"]);
    let beside = Path::new(go_root.trim()).join("bin").join("gofmt");
    let gofmt = if beside.exists() { beside } else { PathBuf::from("gofmt") };
    let listed = Command::new(gofmt).args(["-l", "."]).current_dir(copy.path()).output().expect("gofmt");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.is_empty(), "not formatted:\n{listed}");
    // Each rule's own proof, asked only whether the fixed functions return what the good ones do.
    let packages: Vec<String> = swapped.iter().map(|rule| format!("./{rule}")).collect();
    let arguments: Vec<&str> =
        ["test", "-count=1", "-vet=off"].into_iter().chain(packages.iter().map(String::as_str)).collect();
    let (same, said) = go(copy.path(), &arguments);
    assert!(same, "go test of the fixed examples:\n{said}");
    assert!(said.lines().any(|line| line.starts_with("ok ")), "nothing was asked:\n{said}");
}
