//! All formats from one report, each read by the program that it is written for, or held to its schema.
//!
//! `tests/outputs/install` installs the readers below `target/` (npm, PyPI and the Go module proxy are asked once), `tests/outputs/read`
//! has them read; here they are given reports and asked whether they saw the same findings.

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use support::{Answer, Call, Frame, Tree, check, heaplint, made, root};

const FORMATS: [&str; 9] = ["json", "jsonl", "sarif", "github", "gitlab", "rdjsonl", "checkstyle", "junit", "markdown"];

/// File, line and rule of a finding; the rule where the format tells it.
type Place = (String, u64, Option<String>);

/// What each reader saw, in the order of its format.
struct Seen(BTreeMap<String, Vec<Place>>);

fn readers() -> &'static Path {
    static READERS: OnceLock<PathBuf> = OnceLock::new();
    READERS.get_or_init(|| {
        let output = Command::new("python3").arg(root().join("tests/outputs/install")).output().expect("python3 runs");
        let told = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        assert!(output.status.success(), "the readers are missing:\n{}", String::from_utf8_lossy(&output.stderr));
        PathBuf::from(told)
    })
}

/// Runs `call` once, which writes every format, and has each read.
fn read(call: Call, code: i32) -> (Seen, Answer, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let outputs = FORMATS.map(|format| format!("{format}={}", folder.path().join(format).display()));
    let call = outputs.iter().fold(call, |call, output| call.words(&["--output", output]));
    let answer = call.words(&["--format", "text"]).exits(code);
    std::fs::write(folder.path().join("text"), &answer.stdout).expect("there is room");
    let mut reading = Command::new("python3");
    reading.arg(root().join("tests/outputs/read")).arg(readers()).arg(folder.path());
    let output = reading.output().expect("python3 runs");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaints}");
    let seen: BTreeMap<String, Vec<Place>> = serde_json::from_slice(&output.stdout).expect("what was seen");
    (Seen(seen), answer, folder)
}

impl Seen {
    fn of(&self, reader: &str) -> &[Place] {
        self.0.get(reader).unwrap_or_else(|| panic!("no reader {reader}"))
    }

    /// Asks every reader for the findings that the JSON document shows, in ranks where the format has them. `prefix` stands before the
    /// paths of formats that begin at the top of the repository.
    fn agree(&self, prefix: &str) {
        let all = self.of("json_document");
        let sorted = |places: &[Place]| {
            let mut places = places.to_vec();
            places.sort();
            places
        };
        let below = |places: &[Place]| -> Vec<Place> {
            places.iter().map(|(path, line, rule)| (format!("{prefix}{path}"), *line, rule.clone())).collect()
        };
        for reader in ["json_lines", "rdjsonl", "text"] {
            assert_eq!(self.of(reader), all, "{reader}");
        }
        for reader in ["sarif", "gitlab"] {
            assert_eq!(self.of(reader), below(all), "{reader}");
        }
        // These gather the findings of each file.
        for reader in ["checkstyle", "junit"] {
            assert_eq!(sorted(self.of(reader)), sorted(all), "{reader}");
        }
        let told = &self.of("markdown");
        assert_eq!(*told, &below(all)[..all.len().min(20)], "the comment has the first twenty");
        let annotated = self.of("github");
        assert!(annotated.len() >= all.len().min(10), "{annotated:?}");
        assert!(annotated.iter().all(|place| below(all).contains(place)), "{annotated:?}");
    }

    /// The same where names are spelt as each format can: lines and rules alone.
    fn agree_on_lines(&self) {
        let lines = |reader: &str| {
            let mut lines: Vec<u64> = self.of(reader).iter().map(|(_, line, _)| *line).collect();
            lines.sort_unstable();
            lines
        };
        // In lines of text a name with colons in it cannot be told from what follows.
        for reader in ["json_lines", "rdjsonl", "sarif", "gitlab", "checkstyle", "junit"] {
            assert_eq!(lines(reader), lines("json_document"), "{reader}");
        }
        assert!(!lines("json_document").is_empty());
    }
}

fn example(words: &[&str]) -> Call {
    heaplint(&root().join("examples/textbook"), &["check", "--isolated", "--fail-on", "never"]).words(words)
}

#[test]
fn every_reader_sees_the_findings_of_a_real_profile() {
    let (seen, answer, _) = read(example(&["--verbose", "--profile", "heap.pb.gz"]), 0);
    assert!(seen.of("json_document").len() > 30, "{answer:?}");
    seen.agree("examples/textbook/");
}

#[test]
fn every_reader_sees_the_findings_of_a_lint_with_its_fixes() {
    let (seen, _, folder) = read(example(&[]), 0);
    seen.agree("examples/textbook/");
    let sarif: Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("sarif")).expect("it is there")).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let fixes = results.iter().filter(|result| result.get("fixes").is_some()).count();
    let suggested = std::fs::read_to_string(folder.path().join("rdjsonl")).expect("it is there");
    let suggestions = suggested.lines().filter(|line| line.contains("\"suggestions\"")).count();
    assert!(fixes > 3 && suggestions > 0 && suggestions <= fixes, "{fixes} fixes, {suggestions} suggestions");
}

#[test]
fn the_schema_holds_for_a_report_with_everything_in_it() {
    let fixture = |name: &str| root().join("tests/fixtures/witness/go1.27").join(name);
    let rules = root().join("tests/rules");
    let call =
        heaplint(&root().join("tests/go/witness"), &["check", "--isolated", "-v", "--fail-on", "never", "--rules"]);
    let call = ["bench.mem.pb.gz", "cpu.pb.gz", "block.pb.gz", "mutex.pb.gz"]
        .iter()
        .fold(call.word(rules), |call, name| call.profile(fixture(name)));
    let call = call.word("--coverage").word(fixture("cover.count.out")).word("--bench").word(fixture("bench.txt"));
    read(call, 0).0.agree("tests/go/witness/");
}

#[test]
fn a_clean_run_and_one_that_was_not_whole_are_read_too() {
    let clean = Tree::of(&[("clean.go", "package p\n\nfunc Add(a, b int) int {\n\treturn a + b\n}\n")]);
    let (seen, ..) = read(check(clean.path(), &["--isolated"]), 0);
    assert!(seen.0.values().all(Vec::is_empty), "{:?}", seen.0);
    let broken = Tree::of(&[("broken.go", "package p\n\nfunc (\n"), ("m.go", "package p\n\nvar x = make([]int, 9)\n")]);
    read(check(broken.path(), &["--isolated", "nosuch", "."]), 2).0.agree("");
}

/// Text that is obeyed, or ends what it stands in, wherever it is not escaped.
const ATTACKS: [&str; 12] = [
    "\x1b[2J\x1b]0;title\x07\u{9b}31m",
    "\u{202e}gnihtemos\u{2066}\u{200b}\u{feff}",
    "::error file=x,line=1::gone",
    "a\n::set-output name=x::y\r\n::add-mask::x",
    "##[error]gone ##vso[task.complete] ##teamcity[x]",
    "%0A::error::x%0D%25%3A,line=9",
    "]]><script>alert(1)<!-- &amp; -->",
    "\" onload=\"x\" ' >",
    "\u{1}\u{8}\u{b}\u{fffe}\u{ffff}",
    "[click](https:evil) [a](1) {0} <b>",
    "@user #12 GH-1 `c` ``` |x|",
    "\\\"},{\\u0000 C:\\x",
];

#[cfg(unix)]
#[test]
fn readers_see_the_findings_of_hostile_names_code_and_profiles_and_nothing_else() {
    use std::os::unix::ffi::OsStrExt;
    let tree = Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.25\n")]);
    for (at, text) in ATTACKS.iter().enumerate() {
        let line = text.replace(['\n', '\r'], " ");
        let raw = text.replace('`', "'").replace('\u{feff}', "");
        let code = format!(
            "package p\n\nfunc F{at}() {{\n\t// {line}\n\t_ = make([]int, len(`{raw}`)) // {line}\n\
             \t_ = make(map[string]int, len(`{raw}\n{raw}`))\n}}\n"
        );
        tree.write(&format!("{}.go", text.replace('/', "|")), code);
    }
    let odd = tree.path().join(std::ffi::OsStr::from_bytes(b"invalid\xff\xfe.go"));
    let code = b"package p\n\n// \xff\xfe\xe4\nvar odd = make([]int, len(\"\xff\xc3\"))\n";
    std::fs::write(odd, code).expect("any name will do");
    // Words that a line of Go's text form of a profile can hold.
    let word = |text: &str| text.replace([' ', '\n', '\r', '\t'], "_");
    let names: Vec<(String, String)> =
        ATTACKS.iter().map(|text| (format!("example.com/p.{}", word(text)), format!("/b/{}.go", word(text)))).collect();
    let stacks: Vec<Vec<Frame>> = names
        .iter()
        .map(|(symbol, file)| vec![("example.com/p.F0", "/b/a.go", 5), (&**symbol, &**file, 5)])
        .chain([vec![("example.com/x.callee", "/b/x.go", 1), ("example.com/p.F4", "/b/##[error]gone.go", 5)]])
        .collect();
    let samples: Vec<(u64, &[Frame])> = stacks.iter().map(|stack| (64 << 20, &**stack)).collect();
    tree.write("heap.txt", made(&samples));
    for profile in [false, true] {
        let call = check(tree.path(), &["--isolated", "-v", "--fail-on", "never", "--allow-partial"]);
        let call = if profile { call.profile("heap.txt") } else { call };
        let (seen, answer, _) = read(call, 0);
        seen.agree_on_lines();
        let found = seen.of("json_document").len();
        assert!(found > 20 && answer.stdout.lines().count() == found, "{answer:?}");
    }
}

#[test]
fn hostile_words_of_a_repositorys_own_rules_stay_words() {
    let tree = Tree::of(&[("a.go", "package p\n\nvar x = make([]int, 9)\n")]);
    let read_of = |path: &str| std::fs::read_to_string(root().join("tests/rules").join(path)).expect("it is there");
    let spelt = |text: &str| text.chars().map(|character| format!("\\U{:08x}", character as u32)).collect::<String>();
    for (at, text) in ATTACKS.iter().enumerate() {
        let id = format!("own-{at}");
        // Braces are a template's own; a title has at most ten words, and no full stop.
        let text = text.replace(['{', '}'], "");
        let title = spelt(&text.replace([' ', '.'], "_"));
        let rule = read_of("rules/tests-make/rule.toml");
        let rule = rule.replacen("title = \"make allocates", &format!("title = \"make allocates {title}"), 1);
        let places = ["` allocates", "made here", "and use it again", "A rule of", "It makes findings."];
        let rule =
            places.iter().fold(rule, |rule, words| rule.replacen(words, &format!("{words} {}", spelt(&text)), 1));
        tree.write(&format!("own/rules/{id}/rule.toml"), rule);
        tree.write(&format!("own/queries/{id}.scm"), read_of("queries/tests-make.scm"));
    }
    let own: Vec<String> = (0..ATTACKS.len()).map(|at| format!("own-{at}")).collect();
    let call =
        heaplint(tree.path(), &["check", "--isolated", "--fail-on", "never", "--rules", "own", "a.go", "--select"]);
    let (seen, ..) = read(call.word(own.join(",")), 0);
    seen.agree_on_lines();
    let mut rules: Vec<String> = seen.of("json_document").iter().filter_map(|(_, _, rule)| rule.clone()).collect();
    rules.sort_by_key(|rule| rule[4..].parse::<usize>().ok());
    assert_eq!(rules, own);
}

#[test]
fn six_thousand_findings_are_cut_as_each_reader_cuts_and_the_cut_is_told() {
    let line = |at: usize| format!("var v{at} = make([]int, {at})\n");
    let code: String = (0..6000).map(line).collect();
    let tree = Tree::of(&[("many.go", &format!("package p\n\n{code}"))]);
    let (seen, answer, _) = read(check(tree.path(), &["--isolated", "--fail-on", "never"]), 0);
    assert_eq!(seen.of("json_document").len(), 6000);
    assert_eq!((seen.of("sarif").len(), seen.of("github").len(), seen.of("gitlab").len()), (5000, 10, 6000));
    let told = "warning: sarif: 1,000 findings at the end of the ranking left out: GitHub takes no more of one run";
    assert!(answer.stderr.contains(told), "{}", answer.stderr);
}
