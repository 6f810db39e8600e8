//! How paths are written in output, and how a path becomes the one that every comparison uses.
//!
//! Paths are canonical inside this room (no links, no `..`), so that two spellings of one file are one file.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder that heaplint was started in, canonical.
pub fn working_directory() -> io::Result<PathBuf> {
    std::env::current_dir()?.canonicalize()
}

/// `path` as it is printed: with slashes, relative to `working_directory` where it lies below it, else absolute.
/// Bytes that are not UTF-8 become U+FFFD.
pub fn shown(path: &Path, working_directory: &Path) -> Arc<str> {
    let below = match path.strip_prefix(working_directory) {
        Ok(below) if below.as_os_str().is_empty() => return Arc::from("."),
        Ok(below) => below,
        Err(_) => path,
    };
    printed(below)
}

/// With slashes.
fn printed(path: &Path) -> Arc<str> {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        // Canonical paths on Windows begin with a marker that no other tool prints.
        Arc::from(text.trim_start_matches(r"\\?\").replace('\\', "/"))
    } else {
        Arc::from(text.strip_prefix("./").unwrap_or(&text))
    }
}

/// The top folder of the git repository around `folder`, and `folder` from there (empty at the top), both as they are printed.
/// `None` outside of repositories.
pub fn in_repository(folder: &Path) -> Option<(Arc<str>, Arc<str>)> {
    // In a linked work tree and in a submodule `.git` is a file.
    let top = folder.ancestors().find(|above| above.join(".git").exists())?;
    let below = folder.strip_prefix(top).ok().filter(|below| !below.as_os_str().is_empty());
    Some((printed(top), below.map_or_else(|| Arc::from(""), printed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_told_from_the_top_of_its_repository() {
        let made = tempfile::tempdir().unwrap();
        let top = made.path().canonicalize().unwrap();
        let below = top.join("services/api");
        std::fs::create_dir_all(&below).unwrap();
        std::fs::write(top.join(".git"), "gitdir: elsewhere\n").unwrap();
        let printed = printed(&top);
        assert_eq!(in_repository(&below), Some((printed.clone(), "services/api".into())));
        assert_eq!(in_repository(&top).map(|(_, below)| below), Some("".into()));
        assert_ne!(in_repository(top.parent().unwrap()).map(|(top, _)| top), Some(printed));
    }

    #[test]
    fn paths_below_the_working_directory_are_relative_and_others_absolute() {
        let check = |path: &str, expected: &str| {
            assert_eq!(&*shown(Path::new(path), Path::new("/home/me/m")), expected);
        };
        check("/home/me/m/lib/a.go", "lib/a.go");
        check("/home/me/m", ".");
        check("/home/me/other/a.go", "/home/me/other/a.go");
        check("/home/me/mm/a.go", "/home/me/mm/a.go");
        check("./a.go", "a.go");
    }
}
