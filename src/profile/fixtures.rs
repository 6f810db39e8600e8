//! The Go-made files that tests read; compiled for tests alone.

use super::{Limits, Profile, read};
use std::path::{Path, PathBuf};

/// The path of a fixture: `shared/go-fixtures` beside the repository, or beside the folder that holds its worktrees.
pub(crate) fn path(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places: Vec<PathBuf> = root.ancestors().skip(1).take(3).map(|above| above.join("shared/go-fixtures")).collect();
    let found = places.iter().find(|place| place.is_dir());
    found.unwrap_or_else(|| panic!("the fixtures are missing: none of {places:?} is a folder")).join(name)
}

/// The bytes of a fixture.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    let path = path(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("the fixture {} is missing: {error}", path.display()))
}

/// The text of a fixture.
pub(crate) fn text(name: &str) -> String {
    String::from_utf8_lossy(&bytes(name)).into_owned()
}

/// A fixture as a profile.
pub(crate) fn profile(name: &str) -> Profile {
    read(&bytes(name), &Limits::STANDARD).unwrap_or_else(|error| panic!("{name}: {error}"))
}
