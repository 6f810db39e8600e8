//! Every command of README.md's tour and of docs/ is run, and what it prints must be what the page shows.
//!
//! A command stands as `$ heaplint ...` at the top of a `console` block. A line `...` in the output stands for anything that
//! was left out. `HEAPLINT_BLESS=1` writes the real output into the page and keeps the cuts: each stretch between two cuts
//! keeps its first line's text and its number of lines. A block without output gets the first lines of it.

use std::path::Path;
use std::process::Command;

/// How much of an output is shown where the page does not say.
const MOST_LINES: usize = 40;
const CUT: &str = "...";

/// What one line of the tour prints, run in the repository's root.
fn run(line: &str) -> Vec<String> {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("heaplint"), "{line}: the tour runs heaplint alone");
    let output = Command::new(env!("CARGO_BIN_EXE_heaplint"))
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .output()
        .expect("heaplint runs");
    assert!(output.stderr.is_empty(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.trim().lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The real output in the cut that `shown` has, or why it cannot be cut so.
fn in_the_cut_of(shown: &[&str], real: &[String]) -> Result<Vec<String>, String> {
    if shown.is_empty() {
        let cut = (MOST_LINES < real.len()).then(|| CUT.to_owned());
        return Ok(real.iter().take(MOST_LINES).cloned().chain(cut).collect());
    }
    if !shown.contains(&CUT) {
        return Ok(real.to_vec());
    }
    let mut lines: Vec<String> = Vec::new();
    let mut at = 0;
    for (index, stretch) in shown.split(|line| *line == CUT).enumerate() {
        if index > 0 {
            lines.push(CUT.to_owned());
        }
        let Some(first) = stretch.first() else { continue };
        // The first stretch begins where the output does; the others where their first line stands.
        if index > 0 {
            let found = real[at..].iter().position(|line| without_numbers(line) == without_numbers(first));
            at += found.ok_or_else(|| format!("the output has no line `{first}` here: cut it elsewhere"))?;
        }
        let end = real.len().min(at + stretch.len());
        lines.extend_from_slice(&real[at..end]);
        at = end;
    }
    if shown.last() != Some(&CUT) && at < real.len() {
        return Err(format!("the output goes on with `{}`: end the block with `{CUT}`", real[at]));
    }
    Ok(lines)
}

fn without_numbers(line: &str) -> String {
    line.chars().filter(|one| !one.is_ascii_digit()).collect()
}

/// A page with the real output under each command, and the commands.
fn with_real_outputs(readme: &str) -> (String, Vec<String>) {
    let mut text: Vec<String> = Vec::new();
    let mut commands = Vec::new();
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        text.push(line.to_owned());
        if line != "```console" {
            continue;
        }
        let command = lines.next().and_then(|line| line.strip_prefix("$ ")).expect("a line that begins with `$ `");
        let shown: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let real = in_the_cut_of(&shown, &run(command)).unwrap_or_else(|why| panic!("$ {command}\n{why}"));
        text.push(format!("$ {command}"));
        text.extend(real);
        text.push("```".to_owned());
        commands.push(command.to_owned());
    }
    (text.join("\n") + "\n", commands)
}

/// Pages that show what heaplint prints.
const PAGES: [&str; 4] = ["README.md", "docs/index.md", "docs/outputs.md", "docs/settings.md"];

#[test]
fn the_tour_shows_what_heaplint_prints() {
    let mut differing = Vec::new();
    for page in PAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let shown = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page}: {error}"));
        let (real, commands) = with_real_outputs(&shown);
        assert!(
            !commands.is_empty() && (page != "README.md" || commands.len() >= 6),
            "{page} shows only {commands:#?}"
        );
        if std::env::var_os("HEAPLINT_BLESS").is_some() {
            std::fs::write(&path, &real).unwrap_or_else(|error| panic!("{page}: {error}"));
        } else if shown != real {
            let differs = shown.lines().zip(real.lines()).find(|(shown, real)| shown != real);
            differing.push(format!("{page} and the real output differ, first here: {differs:#?}"));
        }
    }
    assert!(differing.is_empty(), "{}\nHEAPLINT_BLESS=1 cargo test --test readme mends it", differing.join("\n"));
}

#[test]
fn no_other_page_shows_an_output_that_nobody_checks() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for entry in std::fs::read_dir(docs).expect("docs").flatten() {
        let name = format!("docs/{}", entry.file_name().to_string_lossy());
        let shows = std::fs::read_to_string(entry.path()).expect("a page").contains("```console");
        assert!(!shows || PAGES.contains(&&*name), "{name} is not in the list");
    }
}

#[test]
fn a_cut_keeps_its_places_and_takes_new_numbers() {
    let real: Vec<String> = ["head 2", "a", "b 2", "c", "b 2", "tail"].map(str::to_owned).to_vec();
    let check = |shown: &[&str], expected: Result<&[&str], &str>| match (in_the_cut_of(shown, &real), expected) {
        (Ok(lines), Ok(expected)) => assert_eq!(lines, expected, "{shown:?}"),
        (Err(why), Err(expected)) => assert!(why.contains(expected), "{shown:?}: {why}"),
        (got, _) => panic!("{shown:?}: {got:?}"),
    };
    check(&["head 1", "..."], Ok(&["head 2", "..."]));
    check(&["head 1", "...", "a", "b 1", "..."], Ok(&["head 2", "...", "a", "b 2", "..."]));
    check(&["...", "b 1", "tail 1"], Err("the output goes on with `b 2`"));
    check(&["...", "c", "b 1", "tail 1"], Ok(&["...", "c", "b 2", "tail"]));
    check(&["old"], Ok(&["head 2", "a", "b 2", "c", "b 2", "tail"]));
    check(&["...", "gone", "..."], Err("no line `gone`"));
}
