//! Writing a file whole: until all of it is on disk, what was there before stays.

use super::read::{problem, unwritable};
use crate::model::{Problem, ProblemKind};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes `bytes` to the file `path`, in the place of what it held.
///
/// A regular file is written beside its place and then renamed into it. Anything else that has the name (a device, a
/// pipe, a link) is written to as it is.
///
/// # Errors
/// When the folder does not exist or the system refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let beside = || match fs::symlink_metadata(path) {
        Ok(known) if !known.is_file() => File::options().write(true).truncate(true).open(path)?.write_all(bytes),
        _ => {
            let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
            name.push(".partial");
            let partial = path.with_file_name(name);
            let written = File::create_new(&partial).and_then(|mut file| file.write_all(bytes));
            let renamed = written.and_then(|()| fs::rename(&partial, path));
            renamed.inspect_err(|error| {
                // What somebody else left there is not ours to remove.
                if error.kind() != io::ErrorKind::AlreadyExists {
                    let _ = fs::remove_file(&partial);
                }
            })
        }
    };
    beside().map_err(|error: io::Error| {
        let shown = path.to_string_lossy();
        match error.kind() {
            io::ErrorKind::AlreadyExists => {
                problem(&shown, ProblemKind::Unreadable, format!("{shown}.partial is in the way"))
            }
            _ => unwritable(path, &shown, &error),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.md");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::write(folder.path().join("audit.md.partial"), b"theirs").unwrap();
        let refused = replace(&path, b"three").unwrap_err();
        assert!(refused.to_string().contains("in the way"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let refused = replace(&folder.path().join("gone/audit.md"), b"x").unwrap_err();
        assert!(refused.to_string().contains("could not be written"), "{refused}");
    }
}
