//! Texts that stand in for files of the disk: what is staged, or what an older commit held.
//!
//! Whoever reads source reads it through here. An empty overlay is the disk as it stands.

use super::read::{read, read_beginning, siblings};
use crate::model::Problem;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files by their absolute paths.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    files: BTreeMap<PathBuf, Option<Arc<[u8]>>>,
}

impl Overlay {
    /// Lets `path` hold `text`, or with `None` not exist.
    pub fn set(&mut self, path: PathBuf, text: Option<Arc<[u8]>>) {
        self.files.insert(path, text);
    }

    /// What stands in for the file; `None` where the disk speaks for itself.
    pub fn get(&self, path: &Path) -> Option<Option<&[u8]>> {
        self.files.get(path).map(Option::as_deref)
    }

    /// Whether the file exists.
    pub fn has(&self, path: &Path) -> bool {
        self.get(path).map_or_else(|| path.is_file(), |text| text.is_some())
    }

    /// As [`read`].
    pub fn read(&self, path: &Path, shown: &str, limit: u64) -> Result<Vec<u8>, Problem> {
        match self.get(path) {
            Some(Some(text)) => Ok(text.to_vec()),
            // To the disk a file that is not there says so itself.
            Some(None) => read(&path.join("none"), shown, limit),
            None => read(path, shown, limit),
        }
    }

    /// As `read_beginning`.
    pub fn read_beginning(&self, path: &Path, most: u64) -> Option<Vec<u8>> {
        match self.get(path) {
            Some(text) => text.map(|text| text[..text.len().min(most as usize)].to_vec()),
            None => read_beginning(path, most),
        }
    }

    /// As [`siblings`].
    pub fn siblings(&self, folder: &Path) -> Vec<PathBuf> {
        let mut files = siblings(folder);
        if self.files.is_empty() {
            return files;
        }
        files.retain(|path| self.get(path).is_none_or(|text| text.is_some()));
        let here = self.files.range(folder.to_owned()..).take_while(|(path, _)| path.starts_with(folder));
        let is_package_file = |path: &Path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            path.parent() == Some(folder) && name.ends_with(".go") && !name.starts_with(['_', '.'])
        };
        files.extend(here.filter(|(path, text)| text.is_some() && is_package_file(path)).map(|(path, _)| path.clone()));
        files.sort();
        files.dedup();
        files
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_stands_in_is_read_and_what_is_gone_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a.go", "b.go", "c.go"] {
            fs::write(at(name), "disk").unwrap();
        }
        let mut overlay = Overlay::default();
        overlay.set(at("b.go"), None);
        overlay.set(at("c.go"), Some(b"other".as_slice().into()));
        overlay.set(at("d.go"), Some(b"new".as_slice().into()));
        for elsewhere in ["_d.go", "d.txt", "e/d.go"] {
            overlay.set(at(elsewhere), Some(b"x".as_slice().into()));
        }
        let read = |name: &str| overlay.read(&at(name), name, 99).map_err(|problem| problem.message.to_string());
        assert_eq!(read("a.go").unwrap(), b"disk");
        assert_eq!(read("c.go").unwrap(), b"other");
        assert_eq!(read("d.go").unwrap(), b"new");
        assert!(read("b.go").is_err());
        let begin = |name: &str| overlay.read_beginning(&at(name), 2);
        assert_eq!([begin("a.go"), begin("c.go"), begin("b.go")], [Some(b"di".to_vec()), Some(b"ot".to_vec()), None]);
        assert_eq!(overlay.siblings(folder.path()), [at("a.go"), at("c.go"), at("d.go")]);
        assert!(overlay.has(&at("d.go")) && overlay.has(&at("a.go")) && !overlay.has(&at("b.go")));
    }
}
