//! Making new files. What exists is never overwritten.

use super::read::{problem, unwritable};
use crate::model::{Problem, ProblemKind};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file that does not exist yet, with the folders that lead to it.
///
/// # Errors
/// When something of this name exists, or the system refuses.
pub fn create(path: &Path, shown: &str, bytes: &[u8]) -> Result<(), Problem> {
    let write = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        File::create_new(path)?.write_all(bytes)
    };
    write().map_err(|error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            problem(shown, ProblemKind::Unreadable, "this exists already and was left as it is".to_owned())
        }
        _ => unwritable(path, shown, &error),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_written_and_an_old_one_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/c.txt");
        create(&path, "c.txt", b"one").unwrap();
        let refused = create(&path, "c.txt", b"two").unwrap_err();
        assert!(refused.to_string().starts_with("c.txt: this exists already"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }
}
