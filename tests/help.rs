//! The help texts are part of the interface: `tests/golden/help-*.txt` holds each, and a change shows in review.
//!
//! `HEAPLINT_BLESS=1 cargo test --test help` rewrites them.

use clap::CommandFactory;
use std::fs;
use std::path::Path;

/// Wide enough for every line, and the same on every terminal.
const WIDTH: usize = 100;

#[test]
fn the_help_of_every_command_is_the_one_on_record() {
    let mut differing = Vec::new();
    for (name, words) in commands(heaplint::cli::Args::command(), Vec::new()) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("help-{name}.txt"));
        let text = help(&words);
        if std::env::var_os("HEAPLINT_BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        } else if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
            differing.push(format!("{} now reads:\n{text}", path.display()));
        }
    }
    assert!(differing.is_empty(), "{}\nHEAPLINT_BLESS=1 cargo test --test help rewrites them", differing.join("\n"));
}

#[test]
fn the_first_sentence_of_every_option_fits_one_line() {
    for (_, words) in commands(heaplint::cli::Args::command(), Vec::new()) {
        for argument in find(&words).get_arguments() {
            let short = argument.get_help().map(ToString::to_string).unwrap_or_default();
            let id = argument.get_id();
            assert!(!short.is_empty(), "{words:?} {id}: no help");
            assert!(short.len() <= 80 && !short.ends_with('.'), "{words:?} {id}: {short}");
        }
    }
}

/// Every command with the words that lead to it, itself first.
fn commands(command: clap::Command, words: Vec<String>) -> Vec<(String, Vec<String>)> {
    let name = if words.is_empty() { "heaplint".to_owned() } else { words.join("-") };
    let mut found = vec![(name, words.clone())];
    for inner in command.get_subcommands() {
        let inner_words = words.iter().cloned().chain([inner.get_name().to_owned()]).collect();
        found.extend(commands(inner.clone(), inner_words));
    }
    found
}

fn find(words: &[String]) -> clap::Command {
    let mut command = heaplint::cli::Args::command().term_width(WIDTH);
    command.build();
    words.iter().fold(command, |command, word| command.find_subcommand(word).cloned().expect("listed above"))
}

fn help(words: &[String]) -> String {
    let text = find(words).term_width(WIDTH).render_long_help().to_string();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}
