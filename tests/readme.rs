//! Every command of README.md's tour is run, and what it prints must be what README.md shows.
//!
//! `HEAPLINT_BLESS=1` writes the real output into README.md. Long outputs are shown to their fortieth line.

use std::path::Path;
use std::process::Command;

const MOST_LINES: usize = 40;

/// Runs one line of the tour in the repository's root.
fn run(line: &str) -> String {
    let arguments: Vec<&str> = line.split_whitespace().skip(1).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_heaplint"))
        .args(&arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .output()
        .expect("heaplint runs");
    assert!(output.stderr.is_empty(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What README.md shows of an output: all of it, or its beginning where it is long.
fn shown(output: &str) -> String {
    let lines: Vec<&str> = output.trim_end().lines().collect();
    let mut shown = lines[..lines.len().min(MOST_LINES)].join("\n");
    if lines.len() > MOST_LINES {
        shown.push_str("\n...");
    }
    shown
}

/// README.md with the real output under each command, and how many commands there were.
fn with_real_outputs(readme: &str) -> (String, usize) {
    let mut text = String::new();
    let mut commands = 0;
    let mut lines = readme.lines().peekable();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        if line != "```console" {
            continue;
        }
        let command = lines.next().expect("a command in the block");
        let command = command.strip_prefix("$ ").expect("a line that begins with `$ `");
        while lines.peek().is_some_and(|line| *line != "```") {
            lines.next();
        }
        commands += 1;
        text.push_str(&format!("$ {command}\n{}\n", shown(&run(command))));
    }
    (text, commands)
}

#[test]
fn the_tour_shows_what_heaplint_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("README.md");
    let (real, commands) = with_real_outputs(&readme);
    assert!(commands >= 4, "README.md has a tour of {commands} commands");
    if std::env::var_os("HEAPLINT_BLESS").is_some() {
        std::fs::write(&path, &real).expect("README.md can be written");
        return;
    }
    let differs = readme.lines().zip(real.lines()).find(|(readme, real)| readme != real);
    assert_eq!(readme, real, "first difference: {differs:#?}; HEAPLINT_BLESS=1 cargo test --test readme mends it");
}
