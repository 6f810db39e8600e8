//! Finding the files of a folder that a tool wrote for heaplint to read.

use super::read::{list, problem, unreadable};
use crate::model::{Problem, ProblemKind};
use std::path::{Path, PathBuf};

/// Folders below the one that is named; the compiler writes one level.
const DEEPEST: usize = 4;

/// The files below `folder` whose names end in `.extension`, sorted by path; more than `most` are refused. `None` if it is no
/// folder.
pub fn files_below(folder: &Path, extension: &str, most: usize) -> Option<Result<Vec<PathBuf>, Problem>> {
    folder.is_dir().then(|| {
        let mut found = Vec::new();
        collect(folder, extension, most, DEEPEST, &mut found)?;
        found.sort();
        Ok(found)
    })
}

fn collect(
    folder: &Path,
    extension: &str,
    most: usize,
    deeper: usize,
    found: &mut Vec<PathBuf>,
) -> Result<(), Problem> {
    let shown = folder.to_string_lossy();
    for entry in list(folder).map_err(|error| unreadable(&shown, &error))? {
        if entry.is_folder {
            if deeper > 0 {
                collect(&entry.path, extension, most, deeper - 1, found)?;
            }
        } else if entry.path.extension().is_some_and(|has| has == extension) {
            if found.len() >= most {
                let message = format!("it holds more than {most} files of this kind; name a folder further down");
                return Err(problem(&shown, ProblemKind::TooLarge, message));
            }
            found.push(entry.path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_kind_are_found_below_and_counted() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("b");
        std::fs::create_dir(&deep).unwrap();
        for name in ["z.json", "a.txt", "b/a.json"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found = files_below(folder.path(), "json", 2).unwrap().unwrap();
        assert_eq!(found, [deep.join("a.json"), folder.path().join("z.json")]);
        assert_eq!(files_below(folder.path(), "json", 1).unwrap().unwrap_err().kind, ProblemKind::TooLarge);
        assert!(files_below(&folder.path().join("z.json"), "json", 1).is_none());
    }
}
