//! Reading: whole files within a limit, standard input, and the names in a folder.
//!
//! What cannot be read is a [`Problem`] that says what to do next. Nothing is decoded here.

use crate::model::{Problem, ProblemKind};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest Go file that is read. The largest that people generate are tens of megabytes; offsets are 32 bits wide in
/// the line index, so the limit may never pass 4 GiB.
pub const MAX_SOURCE_BYTES: u64 = 256 << 20;

/// The largest profile that is read, as it lies on disk (usually compressed). No more is inflated either.
pub const MAX_PROFILE_BYTES: u64 = 512 << 20;

/// One name in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The folder's path with the name.
    pub path: PathBuf,
    /// Whether it is a folder, or a link to one.
    pub is_folder: bool,
}

/// The bytes of the regular file at `path`; more than `limit` of them, a folder, a pipe or a device are refused.
pub fn read(path: &Path, shown: &str, limit: u64) -> Result<Vec<u8>, Problem> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(shown, &error))?;
    if !metadata.is_file() {
        // Opening a pipe would wait for a writer that never comes.
        return Err(problem(shown, ProblemKind::Unreadable, "this is not a regular file, so it was not read".into()));
    }
    if metadata.len() > limit {
        return Err(too_large(shown, limit));
    }
    read_open_file(path, shown, metadata.len(), limit)
}

/// At most the first `most` bytes of the regular file at `path`; `None` where it cannot be read.
pub(super) fn read_beginning(path: &Path, most: u64) -> Option<Vec<u8>> {
    // Opening a pipe would wait for a writer that never comes.
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::with_capacity(most as usize);
    File::open(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The bytes of the profile at `path`, which may be a pipe; `-` is standard input.
pub fn read_profile(path: &Path) -> Result<Vec<u8>, Problem> {
    read_stream(path, MAX_PROFILE_BYTES)
}

/// The bytes behind `path`, which may be a pipe that a shell has opened (`<(...)`); `-` is standard input, all of it: the
/// settings see to it that a run asks for it once. A named pipe is refused: opening one waits for a writer that may never
/// come.
pub fn read_stream(path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    if path == Path::new("-") {
        return read_within(io::stdin().lock(), "standard input", 0, limit);
    }
    if is_named_pipe(path) {
        let message = "this is a named pipe, which may wait for ever; read it into a file, or give it as standard input \
                       with `-`";
        return Err(problem(&path.to_string_lossy(), ProblemKind::Unreadable, message.into()));
    }
    read_open_file(path, &path.to_string_lossy(), 0, limit)
}

/// Whether a pipe has this name in a folder. One that a shell has opened has a number among the open files, and no name.
#[cfg(unix)]
fn is_named_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let is_pipe = fs::metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo());
    let open = |path: PathBuf| ["/dev/fd", "/proc"].iter().any(|folder| path.starts_with(folder));
    is_pipe && !open(path.to_owned()) && fs::canonicalize(path).is_ok_and(|named| !open(named))
}

#[cfg(not(unix))]
fn is_named_pipe(_: &Path) -> bool {
    false
}

/// The names in `folder`, sorted. Names that vanish meanwhile are left out.
pub fn list(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // Most entries say themselves what they are; only links must be asked for what they lead to.
        let is_folder = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => kind.is_dir(),
            _ => path.is_dir(),
        };
        entries.push(Entry { path, is_folder });
    }
    entries.sort();
    Ok(entries)
}

/// The Go files of the package in `folder`, `_test.go` among them, whether they are scanned or not; sorted. Names that
/// the go command passes over (`_` or `.` first) are left out. An unreadable folder has none: its scanned files say so.
pub fn siblings(folder: &Path) -> Vec<PathBuf> {
    let entries = list(folder).unwrap_or_default();
    let is_package_file = |path: &PathBuf| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.ends_with(".go") && !name.starts_with(['_', '.']))
    };
    entries.into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.path).filter(is_package_file).collect()
}

/// The problem of a file or folder that the system refuses to give.
pub(super) fn unreadable(shown: &str, error: &io::Error) -> Problem {
    let message = match error.kind() {
        io::ErrorKind::NotFound => {
            "there is no such file or folder; check the spelling, or whether it was removed".into()
        }
        io::ErrorKind::PermissionDenied => "permission denied; make it readable, or leave it out".into(),
        io::ErrorKind::IsADirectory => "this is a folder where a file is needed".into(),
        _ => format!("it could not be read: {}", in_words(error)),
    };
    problem(shown, ProblemKind::Unreadable, message)
}

/// What the system says, without its number.
pub(super) fn in_words(error: &io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or_default().to_lowercase()
}

/// The problem of a file that the system refuses to write.
pub(super) fn unwritable(path: &Path, shown: &str, error: &io::Error) -> Problem {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let message = match error.kind() {
        io::ErrorKind::NotFound if !folder.is_dir() => {
            format!("it could not be written: there is no folder {}; make it first", folder.to_string_lossy())
        }
        io::ErrorKind::PermissionDenied => "it could not be written: permission denied".into(),
        io::ErrorKind::IsADirectory => "this is a folder where a file is needed".into(),
        io::ErrorKind::NotADirectory => "it could not be written: what leads to it is no folder".into(),
        _ => format!("it could not be written: {}", in_words(error)),
    };
    problem(shown, ProblemKind::Unreadable, message)
}

pub(super) fn problem(shown: &str, kind: ProblemKind, message: String) -> Problem {
    Problem { path: Arc::from(shown), region: None, kind, message }
}

fn too_large(shown: &str, limit: u64) -> Problem {
    let message = format!("larger than {} MiB, the most that is read of one file; it was left out", limit >> 20);
    problem(shown, ProblemKind::TooLarge, message)
}

fn read_open_file(path: &Path, shown: &str, expected: u64, limit: u64) -> Result<Vec<u8>, Problem> {
    let file = File::open(path).map_err(|error| unreadable(shown, &error))?;
    read_within(file, shown, expected, limit)
}

/// Reads one byte more than `limit` at most: a file that grows meanwhile is refused too.
fn read_within(input: impl Read, shown: &str, expected: u64, limit: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::with_capacity(expected.min(limit) as usize + 1);
    input.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(shown, &error))?;
    if bytes.len() as u64 > limit { Err(too_large(shown, limit)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_at_the_limit_is_read_and_one_byte_more_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.go");
        fs::write(&path, b"package a").unwrap();
        assert_eq!(read(&path, "a.go", 9).unwrap(), b"package a");
        let refused = read(&path, "a.go", 8).unwrap_err();
        assert_eq!((refused.kind, &*refused.path), (ProblemKind::TooLarge, "a.go"));
    }

    #[test]
    fn a_vanished_file_and_a_folder_are_problems_with_a_way_out() {
        let folder = tempfile::tempdir().unwrap();
        let vanished = read(&folder.path().join("gone.go"), "gone.go", 9).unwrap_err();
        assert!(vanished.to_string().starts_with("gone.go: there is no such file or folder"), "{vanished}");
        let is_folder = read(folder.path(), "x.go", 9).unwrap_err();
        assert!(is_folder.message.contains("not a regular file"), "{is_folder}");
        let profile = read_profile(folder.path()).unwrap_err();
        assert!(profile.message.contains("folder"), "{profile}");
    }

    #[test]
    fn siblings_are_the_package_files_that_the_go_command_sees() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.go", "a.go", "a_test.go", "_x.go", ".y.go", "c.txt"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("d.go")).unwrap();
        let names: Vec<_> = siblings(folder.path()).iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(names, ["a.go", "a_test.go", "b.go"]);
        assert!(siblings(&folder.path().join("gone")).is_empty());
    }
}
