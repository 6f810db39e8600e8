//! heaplint.toml files and directives that a stranger wrote: a repository brings both, and every run reads them.

use crate::child::{outcome, survives};
use crate::random::{Random, mutated_bytes, rounds};
use crate::support::{Tree, heaplint};
use heaplint::config::{read, starter};
use heaplint::directive;
use heaplint::go::outline::outline;
use heaplint::go::words::Words;
use heaplint::model::{Source, Span};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

const GO: &str =
    "package p\n\nfunc Join(xs []string) (s string) {\n\tfor _, x := range xs {\n\t\ts += x\n\t}\n\treturn s\n}\n";

/// Settings that say everything, to be spoilt.
fn settings() -> String {
    let commented = starter();
    let lines = commented.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

const STRANGE: [&str; 18] = [
    "[[",
    "]]",
    "[levels]",
    "[[overrides]]",
    "''",
    "\"\\u0000\"",
    "{",
    "}",
    "=",
    "1e999",
    "-1",
    "18446744073709551616",
    "**/**/**",
    "!",
    "[a-",
    "{a,{b,{c",
    "\u{feff}",
    "\u{202e}",
];

#[test]
fn spoilt_settings_are_read_or_refused_with_a_place() {
    let whole = settings();
    for seed in 0..3_000 * rounds() {
        let mut random = Random::new(seed);
        let mut text = whole.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(text.len());
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            match random.below(3) {
                0 => text.insert_str(at, random.pick(&STRANGE)),
                1 => text.truncate(at),
                _ => text = String::from_utf8_lossy(&mutated_bytes(text.as_bytes(), &mut random)).into_owned(),
            }
            if text.is_empty() {
                break;
            }
        }
        let source = Source::new("heaplint.toml", text.clone().into_bytes());
        let outcome = catch_unwind(AssertUnwindSafe(|| read(source, Path::new("/m"))));
        let outcome = outcome.unwrap_or_else(|_| panic!("seed {seed}: {text}"));
        for error in outcome.err().unwrap_or_default() {
            let fits = error.span.start <= error.span.end && error.span.start <= text.len();
            assert!(fits && !error.message.is_empty(), "seed {seed}: {error:?}");
        }
    }
}

#[test]
fn settings_of_every_shape_end_the_run_by_themselves() {
    let many = |line: &str, count: usize| line.repeat(count);
    let texts = [
        ("nested lists", format!("select = {}", many("[", 200_000))),
        ("nested tables", format!("levels = {}", many("{ a = ", 200_000))),
        ("a long key", format!("{}x = 1", many("a.", 200_000))),
        ("a long line", format!("preset = \"{}\"", many("x", 900_000))),
        ("a thousand patterns", format!("exclude = [{}]", many("\"**/a*/**/b*/\",", 1_000))),
        (
            "patterns that multiply",
            format!("exclude = [{}]", many("\"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\",", 499)),
        ),
        ("patterns of stars", format!("exclude = [\"{}\"]", many("*a", 149))),
        ("overrides that multiply", many("[[overrides]]\npaths = [\"**/*.go\"]\nignore = [\"strings\"]\n", 200)),
        ("unknown keys", many("x1 = 1\n", 30_000)),
        ("unknown words", format!("ignore = [{}]", many("\"x\",", 100_000))),
        ("too large", many("# comment\n", 200_000)),
        ("no text", "\u{0}\u{1}\u{2}".to_owned()),
        ("its own extension", "extend = \"heaplint.toml\"".to_owned()),
        ("another place", "extend = \"../../../../../../etc/passwd.toml\"".to_owned()),
        ("a rule folder elsewhere", "rules = [\"/\"]".to_owned()),
        ("a profile that is a device", "profile = \"/dev/zero\"".to_owned()),
    ];
    for (what, text) in texts {
        let tree = Tree::of(&[("go.mod", "module example.com/m\n"), ("p.go", GO), ("heaplint.toml", &text)]);
        for words in [&["check", "--format", "json"][..], &["config", "show", "p.go"]] {
            let ended = survives(&heaplint(tree.path(), words), what);
            assert!(ended.stderr.len() < 100_000, "{what}: {} bytes of complaints", ended.stderr.len());
        }
    }
}

#[test]
fn directives_of_every_shape_are_read_and_written() {
    let pieces = [
        "//heaplint:ignore rule why\n",
        "//heaplint:ignore-file all x\n",
        "//nolint:heaplint // x\n",
        "// heaplint:ignore\n",
        "//heaplint:\n",
        "/*",
        "*/",
        "`",
        "\"",
        "{",
        "}",
        "(",
        ")",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "func F() {\n",
        "x := y(\n",
        "case 1:\n",
        "package p\n",
        "var (\n",
        "else if x {\n",
        ";",
        "\u{feff}",
        "//",
        "L:\n",
        "// words\n",
        "x += y // z\n",
    ];
    for seed in 0..4_000 * rounds() {
        let mut random = Random::new(seed);
        let mut text = String::new();
        for _ in 0..random.below(40) {
            text.push_str(random.pick(&pieces));
        }
        let read = || {
            let source = Source::new("p.go", text.as_bytes().to_vec());
            let outlined = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
            let directives = directive::read(&source, &outlined, &|word| word == "rule");
            assert!(outlined.linter_directives || directives.is_empty(), "what is looked for is what is found");
            let spans = directives.all.iter().map(|one| one.span).chain(directives.flaws.iter().map(|flaw| flaw.span));
            for span in spans {
                assert!(span.start < span.end && span.end <= text.len(), "{span:?}");
            }
            let places = (0..4).map(|nth| nth * text.len() / 4);
            let wanted: Vec<directive::ToIgnore> = places
                .map(|at| directive::ToIgnore { rule: "rule".into(), span: Span::new(at, (at + 1).min(text.len())) })
                .collect();
            let with = directive::with_ignores(&source, &outlined, &wanted, "why");
            assert_eq!(with.unwritten.len(), wanted.len());
            assert!(with.change.is_some() || with.unwritten.iter().all(Option::is_some));
        };
        catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| panic!("seed {seed}: {text:?}"));
    }
}

#[test]
fn very_many_directives_end_in_time() {
    let nested = format!(
        "package p\n\nfunc F() {{\n{}x()\n{}}}\n",
        "//heaplint:ignore maps x\nif a {\n".repeat(1_000),
        "}\n".repeat(1_000)
    );
    let wide = format!("package p\n\nfunc F() {{\n{}}}\n", "//heaplint:ignore maps x\nx()\n".repeat(20_000));
    let grouped = format!("package p\n\n{}var x = 1\n", "//heaplint:ignore maps x\n".repeat(20_000));
    let words = format!("package p\n\n//heaplint:ignore {} x\nvar x = 1\n", "maps,".repeat(30_000));
    let lines = format!(
        "package p\n\nfunc F(s string) string {{\n{}return s\n}}\n",
        "for range s {\ns += s // x\n}\n".repeat(3_000)
    );
    for (what, text) in
        [("nested", nested), ("wide", wide), ("grouped", grouped), ("words", words), ("findings", lines)]
    {
        let tree = Tree::of(&[("go.mod", "module example.com/m\n"), ("p.go", &text)]);
        let ended = outcome(&heaplint(tree.path(), &["check", "--format", "text"]));
        assert!(ended.is_ok(), "{what}: {:?}", ended.err());
        let ended = outcome(&heaplint(tree.path(), &["check", "--add-ignores"]));
        assert!(ended.is_ok(), "{what}, written: {:?}", ended.err());
    }
}
