//! Giving a source file a new text: only if it still holds the old one, whole or not at all, and with its permissions.

use super::read::{problem, unreadable};
use crate::model::{Problem, ProblemKind};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes `new` in the place of `old`. Of a link, the file that it leads to is written; the link stays.
///
/// # Errors
/// When the file does not hold `old` any more, may not be written, or the system refuses. It is then as it was.
pub fn rewrite(path: &Path, shown: &str, old: &[u8], new: &[u8]) -> Result<(), Problem> {
    let refused = |message: String| problem(shown, ProblemKind::Unwritten, message);
    let target = fs::canonicalize(path).map_err(|error| unreadable(shown, &error))?;
    let permissions = fs::metadata(&target).map_err(|error| unreadable(shown, &error))?.permissions();
    if permissions.readonly() {
        return Err(refused("it is read-only, so its fixes were not written; make it writable and run again".into()));
    }
    let now = fs::read(&target).map_err(|error| unreadable(shown, &error))?;
    if now != old {
        return Err(refused("it has changed since it was read, so its fixes were not written; run again".into()));
    }
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".partial");
    let partial = target.with_file_name(name);
    let write = || -> io::Result<()> {
        let mut file = File::create_new(&partial)?;
        let rest = file.write_all(new).and_then(|()| file.set_permissions(permissions)).and_then(|()| file.sync_all());
        rest.and_then(|()| fs::rename(&partial, &target)).inspect_err(|_| {
            let _ = fs::remove_file(&partial);
        })
    };
    write().map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            let partial = partial.file_name().unwrap_or_default().to_string_lossy();
            refused(format!("{partial} is in the way beside it, left by another run; remove it and run again"))
        }
        _ => refused(format!("its fixes could not be written: {error}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_still_holds_what_was_read_is_replaced_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        fs::write(&path, "old").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o750)).unwrap();
        }
        rewrite(&path, "a.go", b"old", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o750);
        }
        let refused = rewrite(&path, "a.go", b"old", b"newer").unwrap_err();
        assert!(refused.message.contains("has changed"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_may_not_be_written_or_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        fs::write(&path, "old").unwrap();
        let beside = folder.path().join(".a.go.partial");
        fs::write(&beside, "theirs").unwrap();
        let refused = rewrite(&path, "a.go", b"old", b"new").unwrap_err();
        assert!(refused.message.contains("in the way"), "{refused}");
        assert_eq!(fs::read(&beside).unwrap(), b"theirs");
        fs::remove_file(&beside).unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let refused = rewrite(&path, "a.go", b"old", b"new").unwrap_err();
        assert!(refused.message.contains("read-only"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert!(rewrite(&folder.path().join("gone.go"), "gone.go", b"", b"").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.go"), folder.path().join("b.go"));
        fs::write(&path, "old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        rewrite(&link, "b.go", b"old", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
