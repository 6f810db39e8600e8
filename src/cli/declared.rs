//! What each file of a run declares at package level, read once, however many ask: its own package, those that import it, the models
//! of measured lines, and the scan of what was there before a change.

use crate::edge::{MAX_SOURCE_BYTES, Overlay};
use crate::go::facts::{Facts, facts, facts_with_bodies};
use crate::go::file_name::FileName;
use crate::go::outline::{Outline, outline};
use crate::go::types::Name;
use crate::go::words::Words;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

/// What one file declares.
#[derive(Default, PartialEq)]
pub(super) struct Declared {
    /// Its package clause.
    pub(super) package: Name,
    pub(super) facts: Facts,
    /// Whether not every build has the file, so that another one may declare the same names.
    pub(super) constrained: bool,
}

impl Declared {
    /// Of a text that was outlined, with what its function bodies do where `bodies` asks for it.
    pub(super) fn of(path: &Path, text: &[u8], outlined: &Outline, bodies: bool) -> Declared {
        let name = FileName::read(file_name(path));
        Declared {
            package: outlined.package.clone(),
            facts: if bodies { facts_with_bodies(text, outlined) } else { facts(text, outlined) },
            constrained: outlined.constraint.is_some() || name.system.is_some() || name.architecture.is_some(),
        }
    }

    /// Of a file, by the overlay; `None` where it cannot be read.
    pub(super) fn read(path: &Path, overlay: &Overlay, bodies: bool) -> Option<Declared> {
        let text = overlay.read(path, &path.to_string_lossy(), MAX_SOURCE_BYTES).ok()?;
        Some(Declared::of(path, &text, &outline(&text, &Words::new(std::iter::empty::<&str>())), bodies))
    }
}

/// What files declare, as far as it was read.
#[derive(Default)]
pub(super) struct DeclaredByFiles {
    /// Whether function bodies are read too.
    pub(super) bodies: bool,
    known: RwLock<FxHashMap<PathBuf, Arc<Declared>>>,
}

impl DeclaredByFiles {
    /// Of no file yet.
    pub(super) fn reading(bodies: bool) -> DeclaredByFiles {
        DeclaredByFiles { bodies, ..DeclaredByFiles::default() }
    }

    /// Adds what a file declares that was read already.
    pub(super) fn add(&self, path: PathBuf, declared: Declared) {
        if let Ok(mut known) = self.known.write() {
            known.insert(path, Arc::new(declared));
        }
    }

    /// Of one file, which is read where nobody asked for it before; `None` where it cannot be read.
    pub(super) fn of(&self, path: &Path, overlay: &Overlay) -> Option<Arc<Declared>> {
        if let Some(known) = self.known(path) {
            return Some(known);
        }
        let read = Arc::new(Declared::read(path, overlay, self.bodies)?);
        self.known.write().ok()?.insert(path.to_owned(), read.clone());
        Some(read)
    }

    /// Reads files side by side, so that who asks for them one by one need not wait.
    pub(super) fn read_ahead(&self, paths: &[PathBuf], overlay: &Overlay) {
        paths.par_iter().for_each(|path| drop(self.of(path, overlay)));
    }

    /// Adds what is known of files that `differs` does not name.
    pub(super) fn carry_over(&self, others: &DeclaredByFiles, differs: impl Fn(&Path) -> bool) {
        let (Ok(mut known), Ok(others)) = (self.known.write(), others.known.read()) else { return };
        let same = others.iter().filter(|(path, _)| !differs(path));
        for (path, declared) in same {
            known.entry(path.clone()).or_insert_with(|| declared.clone());
        }
    }

    fn known(&self, path: &Path) -> Option<Arc<Declared>> {
        self.known.read().ok()?.get(path).cloned()
    }
}

/// Whether only `go test` builds the file.
pub(super) fn is_test(path: &Path) -> bool {
    FileName::read(file_name(path)).test
}

fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_once_and_its_other_state_is_not_taken_for_it() {
        let path = |name: &str| PathBuf::from(format!("/none/{name}.go"));
        let mut now = Overlay::default();
        for name in ["same", "changed", "sum_windows"] {
            now.set(path(name), Some(b"package p\nvar X = 1\n".as_slice().into()));
        }
        let mut then = now.clone();
        then.set(path("changed"), Some(b"package p\nvar X = \"\"\n".as_slice().into()));
        let (of_now, of_then) = (DeclaredByFiles::default(), DeclaredByFiles::default());
        of_now.read_ahead(&[path("same"), path("changed"), path("gone")], &now);
        let known = of_now.of(&path("same"), &Overlay::default()).unwrap();
        of_then.carry_over(&of_now, |path| now.get(path) != then.get(path));
        assert!(Arc::ptr_eq(&known, &of_then.of(&path("same"), &then).unwrap()));
        assert!(of_then.of(&path("changed"), &then).unwrap() != of_now.of(&path("changed"), &now).unwrap());
        assert!(of_now.of(&path("gone"), &now).is_none());
        assert!(of_now.of(&path("sum_windows"), &now).unwrap().constrained && !known.constrained);
    }
}
