//! Completions as the real shells give them, and manual pages as the real readers find them.
//!
//! A shell or reader that is not installed is passed over, for none of them is needed to build or use heaplint; with
//! `HEAPLINT_EVERY_READER=1`, as in `.ci/full`, that is a failure.

#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use support::{Tree, heaplint};

/// Whether a program is on PATH.
fn installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|folder| folder.join(program).exists());
    assert!(found || std::env::var_os("HEAPLINT_EVERY_READER").is_none(), "{program} is not installed");
    found
}

/// A folder with the script of `shell` in it, under this name.
fn scripts(shell: &str, name: &str) -> Tree {
    let tree = Tree::empty();
    tree.write(name, heaplint(tree.path(), &["completions", shell]).exits(0).stdout);
    tree
}

fn said(program: &str, words: &[&str], folder: &Path) -> String {
    let output = Command::new(program).args(words).current_dir(folder).env("HOME", folder).output().expect("it starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let errors = text(output.stderr);
    assert!(output.status.success() && errors.is_empty(), "{program} {words:?}: {errors}");
    text(output.stdout)
}

/// What each shell is asked, by the end of the line, and what must be among its answers.
const ASKED: [(&str, &str); 6] = [
    ("", "check"),
    ("che", "check"),
    ("check --for", "--format"),
    ("check --format ", "json"),
    ("check --select string-con", "string-concat-in-loop"),
    ("explain map-without", "map-without-size"),
];

#[test]
fn bash_completes_commands_options_values_and_rules() {
    if !installed("bash") {
        return;
    }
    let tree = scripts("bash", "heaplint.bash");
    for (typed, expected) in ASKED {
        // What readline does: the words so far, the last of them being completed, and the function that was registered.
        let program = format!(
            "source heaplint.bash; line='heaplint {typed}'; COMP_WORDS=($line); [[ $line == *' ' ]] && COMP_WORDS+=('')
             COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_LINE=$line; COMP_POINT=${{#line}}
             registered=$(complete -p heaplint | sed 's/.*-F \\([^ ]*\\).*/\\1/')
             $registered heaplint \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"
             printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        let answers = said("bash", &["--norc", "-c", &program], tree.path());
        assert!(answers.lines().any(|line| line == expected), "heaplint {typed}: {answers}");
    }
}

#[test]
fn fish_completes_commands_options_values_and_rules() {
    if !installed("fish") {
        return;
    }
    let tree = scripts("fish", "heaplint.fish");
    for (typed, expected) in ASKED {
        let program = format!("source heaplint.fish; complete --do-complete 'heaplint {typed}'");
        let answers = said("fish", &["--no-config", "-c", &program], tree.path());
        assert!(answers.lines().any(|line| line.split('\t').next() == Some(expected)), "heaplint {typed}: {answers}");
    }
}

#[test]
fn zsh_loads_the_script_and_knows_the_rules() {
    if !installed("zsh") {
        return;
    }
    let tree = scripts("zsh", "_heaplint");
    // Completion widgets run only at a terminal, so zsh's own one is opened and a line is typed there.
    let program = "
        zmodload zsh/zpty
        zpty shell 'zsh -f -i'
        say() { zpty -w shell $1; }
        say 'fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; PS1=; unsetopt beep; zstyle \":completion:*\" list-rows-first yes; LISTMAX=10000; bindkey \"^X\" list-choices'
        say 'print loaded-$((1+1))'
        zpty -r -m shell answer '*loaded-2*'
        zpty -w -n shell $'heaplint explain map-without\\t'
        zpty -w -n shell $'\\n'
        say 'print -r -- done-$((1+1))'
        zpty -r -m shell answer '*done-2*'
        print -r -- $answer
        zpty -d shell";
    let answer = said("zsh", &["-f", "-c", program], tree.path());
    assert!(answer.contains("map-without-size"), "{answer}");
}

#[test]
fn every_command_has_a_page_that_the_readers_of_manuals_accept() {
    let tree = Tree::empty();
    fs::create_dir(tree.path().join("man1")).expect("a folder");
    heaplint(tree.path(), &["man", "man1"]).exits(0);
    let first = heaplint(tree.path(), &["man"]).exits(0).stdout;
    assert_eq!(first, tree.read("man1/heaplint.1"));
    let pages: Vec<_> = fs::read_dir(tree.path().join("man1")).expect("it was made").flatten().collect();
    let goldens = fs::read_dir(support::root().join("tests/golden")).expect("goldens").flatten();
    let commands = goldens.filter(|file| file.file_name().to_string_lossy().starts_with("help-")).count();
    assert_eq!(pages.len(), commands, "a page for every command that has a help text");
    for page in pages {
        let name = page.file_name().to_string_lossy().into_owned();
        let text = tree.read(&format!("man1/{name}"));
        assert!(text.contains(".SH NAME\n") && text.contains(".SH SYNOPSIS\n"), "{name}");
        if installed("man") {
            let complaints = Command::new("man")
                .args(["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"])
                .arg(page.path())
                .output()
                .expect("man starts");
            assert_eq!(String::from_utf8_lossy(&complaints.stderr), "", "man --warnings {name}");
        }
        if installed("mandoc") {
            let lint =
                Command::new("mandoc").args(["-Tlint", "-Wwarning"]).arg(page.path()).output().expect("it starts");
            let lint = String::from_utf8_lossy(&lint.stdout).into_owned();
            // Pages carry no date, so that one version has one manual.
            let complaints: Vec<&str> = lint.lines().filter(|line| !line.contains("missing date")).collect();
            assert!(complaints.is_empty(), "{name}: {complaints:#?}");
        }
    }
}
