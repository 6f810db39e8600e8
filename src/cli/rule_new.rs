//! `heaplint rules new ID`: the files of a rule that works already, ready to be changed.

use super::rules::{folder_of_rules, shipped};
use super::show::print;
use super::{CliError, ExitStatus};
use crate::edge::{create, shown};
use crate::rule::scaffold::{NewFile, scaffold};
use std::path::{Path, PathBuf};

/// Writes the new rule's files and says what to do with them.
pub(super) fn new_rule(id: &str, working_directory: &Path) -> Result<ExitStatus, CliError> {
    let (folder, ships) = folder_of_rules(working_directory);
    if !ships && shipped()?.rule(id).is_some() {
        return Err(refused(format!("heaplint brings a rule `{id}`"), "give yours another id"));
    }
    let files = scaffold(id).ok_or_else(|| refused(format!("`{id}` is no id for a rule"), "see --help"))?;
    let written = write_all(&files, &folder, working_directory)?;
    print(&told(id, &written, ships, &shown(&folder, working_directory)))?;
    Ok(ExitStatus::Clean)
}

/// Writes the files, all or none as far as that can be known; their names as they are shown.
fn write_all(files: &[NewFile], folder: &Path, working_directory: &Path) -> Result<Vec<String>, CliError> {
    let missing = |file: &&NewFile| !(file.shared && at(folder, file).exists());
    for file in files.iter().filter(|file| !file.shared) {
        if at(folder, file).exists() {
            let name = shown(&at(folder, file), working_directory);
            return Err(refused(format!("{name} exists already; nothing was written"), "give the new rule another id"));
        }
    }
    let mut written = Vec::new();
    for file in files.iter().filter(missing) {
        let path = at(folder, file);
        let name = shown(&path, working_directory);
        create(&path, &name, file.text.as_bytes())
            .map_err(|problem| refused(problem.to_string(), "check the permissions of the folder"))?;
        written.push(name.to_string());
    }
    Ok(written)
}

fn at(folder: &Path, file: &NewFile) -> PathBuf {
    folder.join(&file.path)
}

fn told(id: &str, written: &[String], ships: bool, folder: &str) -> String {
    let below = if folder == "." { String::new() } else { format!("{folder}/") };
    let mut text = written.iter().map(|name| format!("wrote {name}\n")).collect::<String>();
    text.push_str(&format!(
        "\nNext:
  1. write the code to be reported into {below}rules/{id}/bad.go, with `// want {id}` at the end of each such line
  2. heaplint debug tree {below}rules/{id}/bad.go   shows the nodes that the query can name
  3. heaplint rules test   says which lines are missing and which are too many
  4. write what stays silent into good.go and near.go, and fill in rule.toml
"
    ));
    if ships {
        text.push_str("  5. cargo build   makes it one of the shipped rules\n");
    }
    text
}

fn refused(message: String, help: &str) -> CliError {
    CliError::Other { message, help: help.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::rule_tests::disagreements;

    #[test]
    fn a_new_rule_passes_its_own_examples_beside_the_shipped_rules() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join(".heaplint");
        let written = write_all(&scaffold("my-rule").unwrap(), &own, folder.path()).unwrap();
        assert_eq!(written[0], ".heaplint/rules/my-rule/rule.toml");
        assert_eq!(folder_of_rules(folder.path()), (own.clone(), false));
        let (findings, _, files) = disagreements(&own, folder.path()).unwrap();
        assert_eq!((findings, files), (Vec::new(), 3));
    }

    #[test]
    fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let files = scaffold("my-rule").unwrap();
        assert_eq!(write_all(&files, folder.path(), folder.path()).unwrap().len(), files.len());
        let error = write_all(&files, folder.path(), folder.path()).unwrap_err();
        assert_eq!(error.to_string(), "rules/my-rule/rule.toml exists already; nothing was written");
        // The module file that all rules share is no obstacle.
        let second = write_all(&scaffold("my-other-rule").unwrap(), folder.path(), folder.path()).unwrap();
        assert_eq!(second.len(), files.len() - 1);
    }

    #[test]
    fn heaplints_own_tree_is_known_by_its_manifest() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("Cargo.toml"), "[package]\nname = \"heaplint\"\n").unwrap();
        assert_eq!(folder_of_rules(folder.path()), (folder.path().to_owned(), true));
        std::fs::write(folder.path().join("Cargo.toml"), "[package]\nname = \"other\"\n").unwrap();
        assert_eq!(folder_of_rules(folder.path()), (folder.path().join(".heaplint"), false));
    }

    #[test]
    fn what_to_do_next_names_the_files() {
        let text = told("x", &["a".to_owned()], true, ".");
        assert!(text.starts_with("wrote a\n\nNext:\n  1. write the code to be reported into rules/x/bad.go"), "{text}");
        assert!(text.ends_with("  5. cargo build   makes it one of the shipped rules\n"), "{text}");
        assert!(told("x", &[], false, ".heaplint").contains(" .heaplint/rules/x/bad.go   shows"));
    }
}
