//! What the compiler says: read in both forms, asked of a real go command, and what it changes.

use crate::support::{Call, Tree, heaplint, list, made};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Boxing that escapes on line 18, boxing that does not on line 26; both in a loop.
const LIBRARY: &str = r#"package lib

type Stack struct{ items []any }

func (s *Stack) Push(x any) { s.items = append(s.items, x) }

type Counter struct{ n int }

func (c *Counter) Push(x any) {
	if x != nil {
		c.n++
	}
}

func Fill(n int) *Stack {
	s := &Stack{}
	for i := 0; i < n; i++ {
		s.Push(float64(i))
	}
	return s
}

func Count(n int) int {
	c := &Counter{}
	for i := 0; i < n; i++ {
		c.Push(float64(i))
	}
	return c.n
}

func Last() int { return 1 }
"#;

/// The same in a command: boxing that does not escape, on line 14.
const COMMAND: &str = r#"package main

type counter struct{ n int }

func (c *counter) Push(x any) {
	if x != nil {
		c.n++
	}
}

func main() {
	c := counter{}
	for i := 0; i < 1000; i++ {
		c.Push(float64(i))
	}
	print(c.n)
}
"#;

const TEST: &str = r#"package lib

import "testing"

func TestFill(t *testing.T) {
	s := &Stack{}
	for i := 0; i < 1000; i++ {
		s.Push(float64(i))
	}
	panic("tests are compiled and never run")
}
"#;

const WINDOWS: &str = "package windows\n\ntype q struct{}\n\nfunc (q) Push(x any) {}\n\nfunc F(n int) {\n\tfor i := 0; i < n; i++ {\n\t\tq{}.Push(float64(i))\n\t}\n}\n";

fn module() -> Tree {
    Tree::of(&[
        ("go.mod", "module example.com/m\n\ngo 1.21\n"),
        ("lib/lib.go", LIBRARY),
        ("lib/lib_test.go", TEST),
        ("cmd/a/main.go", COMMAND),
        ("cmd/b/main.go", COMMAND),
        ("windows/push_windows.go", WINDOWS),
    ])
}

/// The folder of the go command that the tests use.
fn go_folder() -> String {
    let go = std::env::var("HEAPLINT_GO").unwrap_or_else(|_| "go".to_owned());
    let asked = Command::new(&go).args(["env", "GOROOT"]).env("GOTOOLCHAIN", "local").output();
    let asked = asked.unwrap_or_else(|error| panic!("{go} cannot be run ({error}); tests/run installs one"));
    format!("{}/bin", String::from_utf8_lossy(&asked.stdout).trim())
}

/// The environment that a go command needs.
fn with_go(call: Call) -> Call {
    let leaked = |text: String| -> &'static str { text.leak() };
    let path = format!("{}:{}", go_folder(), std::env::var("PATH").unwrap_or_default());
    let mut call = call.with("PATH", leaked(path)).with("GOTOOLCHAIN", "local").with("GOWORK", "off");
    for name in ["HOME", "GOCACHE", "GOPATH", "LocalAppData", "USERPROFILE", "TMPDIR"] {
        if let Ok(value) = std::env::var(name) {
            call = call.with(name, leaked(value));
        }
    }
    call
}

fn check(folder: &Path, words: &[&str]) -> Call {
    with_go(heaplint(folder, &["check", "--select", "boxing-in-loop", "--fail-on", "never"]).words(words))
}

/// What the real go command writes to standard error.
fn go(folder: &Path, arguments: &[&str]) -> String {
    let go = format!("{}/go", go_folder());
    let output = Command::new(go)
        .args(arguments)
        .current_dir(folder)
        .env("GOTOOLCHAIN", "local")
        .env("GOWORK", "off")
        .output()
        .expect("the go command runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

/// Path, line and verdict of each finding, with what the compiler says of it.
fn findings(report: &Value) -> Vec<(String, u64, String, Vec<String>)> {
    let one = |finding: &Value| {
        let says = list(finding, "compiler").iter().map(|word| word["says"].as_str().expect("a word").to_owned());
        (
            finding["path"].as_str().expect("a path").to_owned(),
            finding["span"]["start_line"].as_u64().expect("a line"),
            finding["verdict"].as_str().expect("a verdict").to_owned(),
            says.collect(),
        )
    };
    let mut all: Vec<_> = list(report, "findings").iter().map(one).collect();
    all.sort();
    all
}

fn row(path: &str, line: u64, verdict: &str, says: &str) -> (String, u64, String, Vec<String>) {
    let says = if says.is_empty() { Vec::new() } else { vec![says.to_owned()] };
    (path.to_owned(), line, verdict.to_owned(), says)
}

#[test]
fn run_asks_the_go_command_about_libraries_commands_and_tests() {
    let tree = module();
    let report = check(tree.path(), &["--compiler", "run", "--include", "tests"]).report(0);
    let wanted = [
        row("cmd/a/main.go", 14, "refuted", "does-not-escape"),
        row("cmd/b/main.go", 14, "refuted", "does-not-escape"),
        row("lib/lib.go", 18, "unprofiled", "escapes"),
        row("lib/lib.go", 26, "refuted", "does-not-escape"),
        row("lib/lib_test.go", 8, "unprofiled", "escapes"),
        row("windows/push_windows.go", 9, "unprofiled", ""),
    ];
    assert_eq!(findings(&report), wanted);
    let compiler = &report["summary"]["compiler"];
    assert_eq!(compiler["from"], serde_json::json!(["run"]));
    let packages: Vec<&str> = list(compiler, "packages").iter().filter_map(Value::as_str).collect();
    assert_eq!(packages, ["example.com/m/lib", "main"]);
    assert!(compiler["versions"][0].as_str().is_some_and(|version| version.starts_with("go1.")), "{compiler}");
    let warning = list(compiler, "warnings")[0].as_str().expect("a sentence");
    assert!(warning.starts_with("1 packages below") && warning.ends_with("were not compiled"), "{warning}");
    assert!(std::fs::read_dir(tree.path()).expect("the module").count() == 4, "nothing was left in the module");
}

#[test]
fn both_forms_say_the_same_and_the_text_in_words() {
    let tree = module();
    let text = go(tree.path(), &["build", "-gcflags=-m=2", "./lib"]);
    tree.write("m2.txt", &text);
    let json = tree.path().join("json");
    go(tree.path(), &["build", &format!("-gcflags=-json=0,{}", json.display()), "./lib"]);
    let wanted = [row("lib/lib.go", 18, "unprofiled", "escapes"), row("lib/lib.go", 26, "refuted", "does-not-escape")];
    let of_text = check(tree.path(), &["lib", "--compiler", "m2.txt"]).report(0);
    let of_json = check(tree.path(), &["lib", "--compiler", "json"]).report(0);
    let of_stdin = check(tree.path(), &["lib", "--compiler", "-"]).input(text).report(0);
    for report in [&of_text, &of_json, &of_stdin] {
        assert_eq!(findings(report), wanted);
    }
    let words = |report: &Value| list(&list(report, "findings")[0], "compiler")[0].clone();
    assert_eq!(words(&of_text)["flow"], words(&of_json)["flow"]);
    let human = check(tree.path(), &["lib", "--compiler", "m2.txt", "-v"]).exits(0).stdout;
    assert!(human.contains("note: the compiler: `float64(i)` escapes to heap: "), "{human}");
    assert!(human.contains("refuted: the compiler keeps it off the heap"), "{human}");
    assert!(human.contains("note: the compiler: `float64(i)` does not escape"), "{human}");
}

#[test]
fn the_silence_of_an_older_dump_refutes_nothing() {
    let tree = module();
    let json = tree.path().join("json");
    go(tree.path(), &["build", &format!("-gcflags=-json=0,{}", json.display()), "./lib"]);
    let refuted = |text: &str| -> Vec<u64> {
        tree.write("lib/lib.go", text);
        let report = check(tree.path(), &["lib", "--compiler", "json"]).report(0);
        assert_eq!(findings(&report).len(), 2, "{report}");
        findings(&report).iter().filter(|(_, _, verdict, _)| verdict == "refuted").map(|one| one.1).collect()
    };
    assert_eq!(refuted(LIBRARY), [26]);
    // Line 18 escapes still, and is 19 now; so is everything behind it, of which nothing is known.
    assert_eq!(refuted(&LIBRARY.replace("\ts := &Stack{}\n", "\tprintln(n)\n\ts := &Stack{}\n")), [0; 0]);
    assert_eq!(
        refuted(&LIBRARY.replace("\t\ts.Push(float64(i))\n", "\t\tprintln(i)\n\t\ts.Push(float64(i))\n")),
        [0; 0]
    );
    // The lines are as many as before; a record stands where its expression is not.
    let swapped = LIBRARY
        .replace("\t\ts.Push(float64(i))\n\t}\n\treturn s\n", "\t\tprintln()\n\t\ts.Push(float64(i)) }\n\treturn s\n");
    assert_eq!(refuted(&swapped), [26]);
    // In the last function of a file nothing stands behind.
    assert_eq!(refuted(&LIBRARY.replace("\nfunc Last() int { return 1 }\n", "")), [0; 0]);
}

#[test]
fn a_folder_for_temporary_files_may_have_a_blank_in_its_name() {
    let tree = module();
    for name in ["with a blank", "it's a \u{fc}"] {
        let folder = tree.path().join(name);
        std::fs::create_dir(&folder).expect("a folder");
        let folder: &'static str = folder.display().to_string().leak();
        let call = check(tree.path(), &["lib", "--compiler", "run"]).with("TMPDIR", folder);
        assert!(findings(&call.report(0)).contains(&row("lib/lib.go", 26, "refuted", "does-not-escape")), "{name}");
        assert_eq!(std::fs::read_dir(folder).expect("the folder").count(), 0, "nothing was left");
    }
}

#[test]
fn bytes_of_a_refuted_line_are_not_claimed_and_another_version_decides_nothing() {
    let tree = module();
    let folder = tree.path().canonicalize().expect("the module");
    let file = folder.join("lib/lib.go").display().to_string();
    tree.write("heap.txt", made(&[(8, &[("example.com/m/lib.Count", &file, 26)])]));
    let json = tree.path().join("json");
    go(tree.path(), &["build", &format!("-gcflags=-json=0,{}", json.display()), "./lib"]);
    let words = ["lib", "--compiler", "json", "--profile", "heap.txt"];
    let report = check(tree.path(), &words).report(0);
    let refuted = &list(&report, "findings").iter().find(|finding| finding["span"]["start_line"] == 26).expect("it");
    assert_eq!(refuted["verdict"], "refuted");
    assert!(refuted["notes"].to_string().contains("charges its line all the same"), "{refuted}");
    assert_eq!(report["summary"]["profile"]["claimed"], 0);
    assert_eq!(list(&report, "hotspots")[0]["line"], 26);
    // The profile does not tell its version, so the compiler's is taken; unless the user says better.
    let version = report["summary"]["compiler"]["versions"][0].as_str().expect("a version").to_owned();
    let other = if version.starts_with("go1.21") { "1.27" } else { "1.21" };
    let report = check(tree.path(), &words).words(&["--go", other]).report(0);
    assert!(findings(&report).iter().all(|(_, _, verdict, _)| verdict != "refuted"));
    let warning = report["summary"]["compiler"]["warnings"][0].as_str().expect("a sentence");
    assert!(
        warning.ends_with(&format!("the findings are about go{other}: it decides against none of them")),
        "{warning}"
    );
}

#[test]
fn constructs_of_one_line_are_told_apart_by_column() {
    let tree = module();
    // Both literals can have objects of 16 bytes; only the second one escapes.
    let two = "package lib\n\ntype pair struct{ a, b *int }\n\nvar Kept *pair\n\nfunc Two() int {\n\tone, two := &pair{}, &pair{}\n\tKept = two\n\tif one.a == nil {\n\t\treturn 1\n\t}\n\treturn 2\n}\n";
    tree.write("lib/two.go", two);
    let folder = tree.path().canonicalize().expect("the module");
    let file = folder.join("lib/two.go").display().to_string();
    tree.write("heap.txt", made(&[(16, &[("example.com/m/lib.Two", &file, 8)])]));
    let words = ["debug", "constructs", "--profile", "heap.txt"];
    let without = with_go(heaplint(tree.path(), &words)).exits(0).stdout;
    let wanted = "lib/two.go:8  8:14  addressed-literal  candidate  -  `&pair{...}`\nlib/two.go:8  8:23  addressed-literal  candidate  -  `&pair{...}`\n";
    assert_eq!(without, wanted);
    let with = with_go(heaplint(tree.path(), &words)).words(&["--compiler", "run"]).exits(0).stdout;
    assert_eq!(
        with,
        wanted.replacen("candidate  -", "-  does-not-escape", 1).replacen("candidate  -", "candidate  escapes", 1)
    );
    let report = check(tree.path(), &["--profile", "heap.txt", "--compiler", "run"]).report(0);
    let parts = list(&list(&report, "hotspots")[0]["explanation"], "parts").to_vec();
    let constructs = list(&parts[0], "constructs");
    assert_eq!((constructs.len(), &constructs[0]["span"]["start_column"]), (1, &Value::from(23)));
    assert_eq!(constructs[0]["compiler"]["says"], "escapes");
}

#[test]
fn what_cannot_be_used_is_refused_with_the_way_out() {
    let tree = module();
    tree.write("empty.txt", "");
    tree.write("prose.txt", "hello\n");
    tree.write("newer/m/a.json", "{\"version\":7,\"package\":\"m\",\"gc_version\":\"go1.99\",\"file\":\"/m/a.go\"}\n");
    tree.write(
        "damaged/m/a.json",
        "{\"version\":0,\"package\":\"m\",\"gc_version\":\"go1.26\",\"file\":\"/m/a.go\"}\n{\"ra",
    );
    tree.write("nothing/a.txt", "");
    let cases: [(&[&str], &str); 8] = [
        (&["no-such-file"], "no-such-file: there is no such file"),
        (&["empty.txt"], "empty.txt: it is empty; the go command writes what the compiler says to standard error"),
        (&["prose.txt"], "prose.txt: no line of it is what go build -gcflags=-m=2 prints"),
        (&["newer"], "a.json: it is of version 7, and heaplint reads version 0"),
        (&["damaged"], "a.json: line 2 is damaged"),
        (&["nothing"], "nothing holds no .json file of the compiler"),
        (&["run", "--compiler", "m2.txt"], "--compiler run asks for everything itself"),
        (&["-", "--files-from", "-"], "standard input can be read only once"),
    ];
    for (words, wanted) in cases {
        let answer = check(tree.path(), &["--compiler"]).words(words).exits(2);
        assert_eq!(answer.stdout, "", "{words:?}");
        assert!(answer.stderr.contains(wanted) && answer.stderr.contains("\n  help: "), "{words:?}: {}", answer.stderr);
    }
}

#[test]
fn a_missing_go_and_a_broken_build_are_told_in_their_own_words() {
    let tree = module();
    let words = ["check", "--select", "boxing-in-loop", "--compiler", "run"];
    let answer = heaplint(tree.path(), &words).with("PATH", "/nowhere").exits(2);
    assert!(answer.stderr.contains("the go command cannot be started"), "{}", answer.stderr);
    assert!(answer.stderr.contains("put it on PATH"), "{}", answer.stderr);
    tree.write("lib/broken.go", "package lib\n\nvar x int = undefinedName\n");
    let answer = check(tree.path(), &["--compiler", "run"]).exits(2);
    assert!(answer.stderr.contains("lib/broken.go:3:13: undefined: undefinedName"), "{}", answer.stderr);
    assert!(answer.stderr.contains("error: go build failed in "), "{}", answer.stderr);
    assert_eq!(answer.stdout, "");
}

#[test]
fn goflags_are_respected() {
    let tree = module();
    tree.write("lib/tagged.go", "//go:build tagged\n\npackage lib\n\nvar x int = undefinedName\n");
    check(tree.path(), &["--compiler", "run"]).exits(0);
    check(tree.path(), &["--compiler", "run"]).with("GOFLAGS", "-tags=tagged").exits(2);
    let trimmed = check(tree.path(), &["--compiler", "run"]).with("GOFLAGS", "-trimpath").report(0);
    assert!(findings(&trimmed).contains(&row("lib/lib.go", 26, "refuted", "does-not-escape")));
}
