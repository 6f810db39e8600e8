//! The nearest file of a name at or above a folder, each folder asked once.

use super::overlay::Overlay;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is known of folders: where the nearest file of one name lies.
#[derive(Clone, Debug)]
pub struct Nearest {
    name: &'static str,
    known: FxHashMap<PathBuf, Option<PathBuf>>,
    overlay: Arc<Overlay>,
}

impl Nearest {
    /// Knows nothing yet of files called `name`.
    pub fn new(name: &'static str) -> Nearest {
        Nearest::over(name, Arc::default())
    }

    /// The same where something stands in for files of the disk.
    pub fn over(name: &'static str, overlay: Arc<Overlay>) -> Nearest {
        Nearest { name, known: FxHashMap::default(), overlay }
    }

    /// The nearest file at or above `folder`, a canonical path. Nobody looks above the root of a git repository; where there is
    /// none, every folder above is asked. What has the name counts, whatever it is, so that nothing is passed over in silence.
    pub fn of(&mut self, folder: &Path) -> Option<PathBuf> {
        let mut below: Vec<&Path> = Vec::new();
        let mut found = None;
        for above in folder.ancestors() {
            if let Some(known) = self.known.get(above) {
                found = known.clone();
                break;
            }
            below.push(above);
            let file = above.join(self.name);
            let stands_in = self.overlay.get(&file).map(|text| text.is_some());
            if stands_in.unwrap_or_else(|| file.symlink_metadata().is_ok()) {
                found = Some(file);
                break;
            }
            if above.join(".git").symlink_metadata().is_ok() {
                break;
            }
        }
        for folder in below {
            self.known.insert(folder.to_owned(), found.clone());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_nearest_file_counts_and_none_above_the_repository() {
        let outer = tempfile::tempdir().unwrap();
        let top = outer.path().canonicalize().unwrap();
        for folder in ["repo/.git", "repo/a/b/c", "repo/x", "other/y"] {
            fs::create_dir_all(top.join(folder)).unwrap();
        }
        fs::write(top.join("n.toml"), "").unwrap();
        fs::write(top.join("repo/a/n.toml"), "").unwrap();
        let mut nearest = Nearest::new("n.toml");
        for _ in 0..2 {
            assert_eq!(nearest.of(&top.join("repo/a/b/c")), Some(top.join("repo/a/n.toml")));
            assert_eq!(nearest.of(&top.join("repo/a")), Some(top.join("repo/a/n.toml")));
            assert_eq!(nearest.of(&top.join("repo/x")), None);
            assert_eq!(nearest.of(&top.join("repo")), None);
            assert_eq!(nearest.of(&top.join("other/y")), Some(top.join("n.toml")));
        }
        let mut overlay = Overlay::default();
        overlay.set(top.join("repo/a/n.toml"), None);
        overlay.set(top.join("repo/n.toml"), Some(b"".as_slice().into()));
        let mut nearest = Nearest::over("n.toml", Arc::new(overlay));
        assert_eq!(nearest.of(&top.join("repo/a/b/c")), Some(top.join("repo/n.toml")));
    }
}
