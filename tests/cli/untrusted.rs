//! Names, source, rules' words and symbols come from strangers: nothing in them drives a terminal or a build log.

use crate::support::{Answer, Tree, check, made};

/// What must never stand raw in any output, whatever the format.
fn is_harmless(answer: &Answer, what: &str) {
    for (name, text) in [("standard output", &answer.stdout), ("standard error", &answer.stderr)] {
        let bad = |character: char| {
            (character.is_control() && !matches!(character, '\n' | '\t'))
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
        };
        if let Some(character) = text.chars().find(|character| bad(*character)) {
            panic!("{what}: {character:?} in {name}\n{text}");
        }
        for command in ["##[", "##vso[", "##teamcity["] {
            assert!(!text.contains(command), "{what}: {command} in {name}\n{text}");
        }
        let commands = text.lines().find(|line| line.trim_start().starts_with("::"));
        assert!(commands.is_none(), "{what}: {commands:?} in {name}\n{text}");
    }
}

const ATTACKS: [&str; 8] = [
    "\x1b[2J\x1b]0;title\x07",
    "\u{202e}gnihtemos",
    "\u{2066}a\u{2069}\u{200b}",
    "::error file=x::gone",
    "##[error]gone",
    "##vso[task.complete]",
    "##teamcity[x]",
    "\u{9b}31m\u{85}",
];

/// The lines of workflow commands without what makes them such; none but annotations are ours.
fn without_our_commands(text: &str) -> String {
    let ours = ["::error file=", "::warning file=", "::notice file="];
    text.lines()
        .map(|line| ours.iter().find_map(|start| line.strip_prefix(start)).unwrap_or(line).to_owned() + "\n")
        .collect()
}

/// One run that prints what people read, and another that writes every other format.
fn everywhere(tree: &Tree, what: &str, profile: bool) {
    const FORMATS: [&str; 9] =
        ["json", "jsonl", "sarif", "github", "gitlab", "rdjsonl", "checkstyle", "junit", "markdown"];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |format: &str| folder.path().join(format);
    let call = |format| {
        let words = ["--format", format, "--verbose", "--allow-partial", "--fail-on", "never"];
        let call = check(tree.path(), &words);
        if profile { call.profile("heap.txt") } else { call }
    };
    is_harmless(&call("human").exits(0), &format!("{what}, human"));
    let outputs = FORMATS.map(|format| format!("{format}={}", file(format).display()));
    let written = outputs.iter().fold(call("text"), |call, output| call.words(&["--output", output]));
    is_harmless(&written.exits(0), &format!("{what}, text"));
    for format in FORMATS {
        let stdout = std::fs::read_to_string(file(format)).expect("every format is UTF-8");
        assert!(!stdout.is_empty(), "{what}, {format}");
        let stdout = if format == "github" { without_our_commands(&stdout) } else { stdout };
        is_harmless(&Answer { stdout, stderr: String::new() }, &format!("{what}, {format}"));
    }
}

#[test]
fn source_text_is_harmless() {
    for attack in ATTACKS {
        let tree = Tree::empty();
        // In the reported code itself, beside it, and at the start of a line of a raw string around it.
        let code = format!(
            "package p\n\nfunc f() {{\n\t// {attack}\n\t_ = make([]int, len(`{attack}\n{attack}\n::warning::x`)) // {attack}\n}}\n"
        );
        tree.write("a.go", code);
        tree.write("b.go", format!("package p\n\nfunc g() {{\n\t_ = make([]int, {attack} )\n}}\n"));
        everywhere(&tree, &format!("{attack:?} in the source"), false);
    }
}

#[cfg(unix)]
#[test]
fn file_names_are_harmless() {
    for attack in ATTACKS {
        let tree = Tree::empty();
        tree.write(&format!("{attack}.go"), crate::MAKES);
        tree.write(&format!("{attack}/\n::error::x.go"), crate::MAKES);
        tree.write(&format!("{attack}/broken{attack}.go"), "package p\nfunc (");
        everywhere(&tree, &format!("{attack:?} in names"), false);
        let missing = check(tree.path(), &[&format!("gone{attack}.go"), &format!("gone{attack}")]).exits(2);
        is_harmless(&missing, "a missing file");
        is_harmless(&check(tree.path(), &[]).profile(format!("gone{attack}")).exits(2), "a missing profile");
        is_harmless(&check(tree.path(), &["--select", attack]).exits(2), "an unknown rule");
    }
}

#[test]
fn profiles_are_harmless() {
    for attack in ATTACKS {
        let tree = Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.25\n"), ("p.go", crate::MAKES)]);
        let odd = attack.replace(['\u{85}', ' '], "_");
        let callee = format!("example.com/x.{odd}");
        let gone = format!("example.com/p.{odd}");
        let file = format!("/b/{odd}.go");
        let make = ("example.com/p.Make", "/b/p.go", 4);
        tree.write("heap.txt", made(&[(64, &[make]), (32, &[(&callee, &file, 3), make]), (16, &[(&gone, &file, 9)])]));
        everywhere(&tree, &format!("{attack:?} in a profile"), true);
    }
}
