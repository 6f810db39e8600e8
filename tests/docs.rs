//! The pages of docs/ and README.md: every command of heaplint that they show is one, what `$ heaplint` blocks print is what it prints,
//! every page is in the site's menu, and the site builds without a complaint.

#[path = "docs/commands.rs"]
mod commands;

use clap::Parser;
use clap::error::ErrorKind;
use commands::commands;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("docs")).expect("docs").flatten().map(|entry| entry.path());
    let mut pages: Vec<PathBuf> = folder.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    pages.extend(["README.md", "CONTRIBUTING.md", "examples/README.md"].map(|name| root().join(name)));
    pages.extend(
        ["github.yml", "summary.yml", "gitlab.yml", "Makefile"].map(|name| root().join("examples/ci").join(name)),
    );
    pages.push(root().join(".pre-commit-hooks.yaml"));
    pages.sort();
    pages
}

#[test]
fn every_command_that_a_page_shows_is_one() {
    let (mut refused, mut found) = (Vec::new(), 0);
    for page in pages() {
        for (line, words) in commands(&fs::read_to_string(&page).expect("a page")) {
            found += 1;
            if let Err(error) = heaplint::cli::Args::try_parse_from(&words) {
                // Help is an answer, and a sentence may name an option of a command that needs more.
                let fine = [ErrorKind::DisplayHelp, ErrorKind::DisplayVersion, ErrorKind::MissingRequiredArgument];
                if !fine.contains(&error.kind()) {
                    refused.push(format!("{}:{line}: {}\n{error}", page.display(), words.join(" ")));
                }
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    assert!(found > 50, "only {found} commands were found");
}

#[test]
fn every_page_is_in_the_menu_and_the_site_builds() {
    let menu = fs::read_to_string(root().join("mkdocs.yml")).expect("mkdocs.yml");
    let named: BTreeSet<&str> = menu.split_whitespace().filter(|word| word.ends_with(".md")).collect();
    let there: BTreeSet<String> = fs::read_dir(root().join("docs"))
        .expect("docs")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md"))
        .collect();
    assert_eq!(there.iter().map(String::as_str).collect::<BTreeSet<_>>(), named);

    let install = Command::new(root().join("tests/tools/install")).arg("mkdocs").stderr(Stdio::inherit()).output();
    let mkdocs = String::from_utf8(install.expect("it starts: it needs Python 3").stdout).expect("UTF-8");
    let site = tempfile::tempdir().expect("a folder");
    let words = ["build", "--strict", "--quiet", "--site-dir"];
    let build =
        Command::new(mkdocs.trim()).args(words).arg(site.path()).current_dir(root()).output().expect("it starts");
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let home = fs::read_to_string(site.path().join("index.html")).expect("a home page");
    let far = ["src=\"http", "href=\"https://fonts", "cdnjs"];
    assert!(far.iter().all(|part| !home.contains(part)), "the site fetches nothing from elsewhere");
}
