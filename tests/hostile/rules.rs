//! Rules that a stranger wrote: toml and queries, spoilt. They are read by every run in a repository that brings them.

use crate::child::survives;
use crate::random::{Random, mutated_bytes, rounds};
use crate::support::{Tree, heaplint, root};
use heaplint::rule::{Origin, read_foreign_rule};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A rule's id and its two texts.
type Texts = (String, String, String);

fn shipped() -> Vec<Texts> {
    let folders = fs::read_dir(root().join("rules")).expect("the rules").flatten().map(|entry| entry.path());
    let mut rules: Vec<Texts> = folders
        .filter(|folder| folder.join("rule.toml").is_file())
        .map(|folder| {
            let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
            let read = |path| fs::read_to_string(path).expect("a text");
            let query = read(root().join("queries").join(format!("{id}.scm")));
            (id, read(folder.join("rule.toml")), query)
        })
        .collect();
    rules.sort();
    assert!(rules.len() > 15, "{} rules are too few to learn from", rules.len());
    rules
}

fn spoilt(text: &str, strange: &[&str], random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        let words: Vec<(usize, &str)> = text
            .split_inclusive([' ', '\n', '(', ')', '"', '='])
            .scan(0, |at, word| {
                *at += word.len();
                Some((*at - word.len(), word))
            })
            .collect();
        if words.is_empty() {
            break;
        }
        let (at, word) = words[random.below(words.len())];
        let range = at..at + word.len();
        match random.below(5) {
            0 => text.replace_range(range, ""),
            1 => {
                let twice = word.repeat(2);
                text.replace_range(range, &twice);
            }
            2 => text.insert_str(at, random.pick(strange)),
            3 => text.replace_range(range, random.pick(strange)),
            _ => text = String::from_utf8_lossy(&mutated_bytes(text.as_bytes(), random)).into_owned(),
        }
    }
    text
}

const STRANGE_TOML: [&str; 22] = [
    "[[",
    "]]",
    "[find]",
    "\"\"\"",
    "'''",
    "= 1",
    "= -9223372036854775808",
    "= 1e999",
    "= nan",
    "= 1979-05-27",
    "= {}",
    "= []",
    "{x}",
    "{type:",
    "}",
    "\u{202e}",
    "\\u0000",
    "[find.guards]\n",
    "since = 99999999999",
    "trigger = [[]]",
    "a.b.c.d = 1\n",
    "\n",
];

const STRANGE_QUERY: [&str; 24] = [
    "(",
    ")",
    "[",
    "]",
    "@",
    "@report",
    "(#eq? @report)",
    "(#match? @report \"(((((\")",
    "(#match? @report \"(a*)*b\")",
    "(#set! a b)",
    "_",
    "(_)",
    ".",
    "!",
    "+",
    "*",
    "?",
    "\"",
    "\\",
    ";",
    "(ERROR)",
    "(MISSING)",
    "no_such_node",
    "field:",
];

#[test]
fn spoilt_rules_are_read_or_refused_with_a_place() {
    let rules = shipped();
    for seed in 0..2_000 * rounds() {
        let mut random = Random::new(seed + 21_000_000);
        let (id, toml, query) = &rules[random.below(rules.len())];
        let toml = if random.below(2) == 0 { spoilt(toml, &STRANGE_TOML, &mut random) } else { toml.clone() };
        let query = if random.below(2) == 0 { spoilt(query, &STRANGE_QUERY, &mut random) } else { query.clone() };
        let read = || read_foreign_rule(id, &toml, &query, Origin::Folder(id.clone()));
        match catch_unwind(AssertUnwindSafe(read)) {
            Err(_) => panic!("seed {seed} of {id} panics\n--- toml\n{toml}\n--- query\n{query}"),
            Ok(Err(errors)) => assert!(!errors.is_empty(), "seed {seed} of {id} is refused without a word"),
            Ok(Ok(_)) => {}
        }
    }
}

/// A repository with rules of its own.
fn repository(rules: &[Texts]) -> Tree {
    let tree =
        Tree::of(&[("x.go", &fs::read_to_string(root().join("rules/append-without-capacity/bad.go")).expect("Go"))]);
    for (nth, (id, toml, query)) in rules.iter().enumerate() {
        tree.write(&format!(".heaplint/rules/own-{nth}-{id}/rule.toml"), toml);
        tree.write(&format!(".heaplint/queries/own-{nth}-{id}.scm"), query);
    }
    tree
}

#[test]
fn a_repository_with_spoilt_rules_is_checked_or_refused() {
    let rules = shipped();
    for seed in 0..60 * rounds() {
        let mut random = Random::new(seed + 22_000_000);
        let mut own: Vec<Texts> = (0..1 + random.below(3)).map(|_| rules[random.below(rules.len())].clone()).collect();
        let at = random.below(own.len());
        let strange = random.below(2) == 0;
        if strange {
            own[at].2 = spoilt(&own[at].2, &STRANGE_QUERY, &mut random);
        } else {
            own[at].1 = spoilt(&own[at].1, &STRANGE_TOML, &mut random);
        }
        let tree = repository(&own);
        survives(&heaplint(tree.path(), &["check", "--format", "json", "--threads", "2"]), &format!("seed {seed}"));
        survives(&heaplint(tree.path(), &["rules"]), &format!("seed {seed}, listed"));
    }
}

#[test]
fn rules_of_odd_sizes_and_kinds_are_refused_with_their_names() {
    let (id, toml, query) = shipped().swap_remove(0);
    let cases: Vec<(&str, Vec<u8>, Vec<u8>)> = vec![
        ("empty", Vec::new(), Vec::new()),
        ("no UTF-8", b"title = \"\xff\"".to_vec(), query.clone().into()),
        ("a query that is no UTF-8", toml.clone().into(), b"; x\n(\xff) @report".to_vec()),
        ("a large toml", format!("{toml}\n# {}", "x".repeat(1 << 20)).into(), query.clone().into()),
        ("a large query", toml.clone().into(), format!("{query}\n; {}", "x".repeat(1 << 20)).into()),
        ("deep arrays", format!("a = {}", "[".repeat(100_000)).into(), query.clone().into()),
        ("deep tables", format!("a = {}", "{a=".repeat(50_000)).into(), query.clone().into()),
        ("deep keys", format!("{}a = 1", "a.".repeat(100_000)).into(), query.clone().into()),
        ("deep brackets", toml.clone().into(), format!("; x\n{}", "(".repeat(100_000)).into()),
        ("deep alternations", toml.clone().into(), format!("; x\n{}", "[".repeat(100_000)).into()),
        ("many captures", toml.clone().into(), format!("; x\n(nil) @report {}", "@a ".repeat(60_000)).into()),
        ("many names of captures", toml.clone().into(), format!("; x\n(nil) @report {}", names(20_000)).into()),
        ("many patterns", toml.clone().into(), "; x\n(nil) @report\n".repeat(10_000).into()),
        ("many alternatives", toml.clone().into(), format!("; x\n[{}] @report", "(nil) ".repeat(30_000)).into()),
        ("repetitions", toml.clone().into(), format!("; x\n(nil){} @report", "*".repeat(50_000)).into()),
        ("nested repetitions", toml.into(), format!("; x\n{}(nil){} @report", "(".repeat(60), ")*".repeat(60)).into()),
    ];
    for (what, toml, query) in cases {
        let tree = repository(&[]);
        tree.write(&format!(".heaplint/rules/own-{id}/rule.toml"), toml);
        tree.write(&format!(".heaplint/queries/own-{id}.scm"), query);
        let ended = survives(&heaplint(tree.path(), &["check", "--format", "json"]), what);
        assert!(
            ended.code == 2 && ended.stderr.contains(&format!("own-{id}")),
            "{what}: {} {}",
            ended.code,
            ended.stderr
        );
        assert!(ended.stderr.len() < 1 << 20, "{what}: {} bytes of complaint", ended.stderr.len());
    }
}

fn names(count: usize) -> String {
    (0..count).map(|nth| format!("@a{nth} ")).collect()
}

#[test]
fn examples_of_any_content_are_tested() {
    let rules = root().join("tests/rules");
    for seed in 0..12 * rounds() {
        let mut random = Random::new(seed + 23_000_000);
        let tree = Tree::copy_of(&rules);
        for example in ["bad.go", "good.go", "near.go"] {
            let original = fs::read(root().join("rules/append-without-capacity").join(example)).expect("the example");
            tree.write(&format!("rules/tests-make/{example}"), mutated_bytes(&original, &mut random));
        }
        survives(&heaplint(tree.path(), &["rules", "test", "."]), &format!("seed {seed}"));
    }
}
