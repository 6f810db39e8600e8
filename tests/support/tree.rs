//! A folder of files that a test writes and changes, gone when the test ends.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The folder.
pub(crate) struct Tree(TempDir);

impl Tree {
    /// An empty one.
    pub(crate) fn empty() -> Tree {
        Tree(tempfile::tempdir().expect("a temporary folder"))
    }

    /// One with these files.
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        let tree = Tree::empty();
        for (name, text) in files {
            tree.write(name, text);
        }
        tree
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(folder: &Path) -> Tree {
        let tree = Tree::empty();
        copy(folder, tree.path());
        tree
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    /// The text of a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Replaces the one occurrence of `old` in a file.
    pub(crate) fn replace(&self, name: &str, old: &str, new: &str) {
        let text = self.read(name);
        assert_eq!(text.matches(old).count(), 1, "{name} should hold this once: {old}");
        self.write(name, text.replacen(old, new, 1));
    }

    /// Gives a file another name.
    pub(crate) fn rename(&self, old: &str, new: &str) {
        fs::rename(self.path().join(old), self.path().join(new)).expect("files can be renamed");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folders can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())).flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            // Not fs::copy: the copy of a read-only file could not be changed.
            fs::write(&target, fs::read(entry.path()).expect("fixtures can be read")).expect("files can be written");
        }
    }
}
