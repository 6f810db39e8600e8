//! The Go-made files that tests read; compiled for tests alone.

use super::{Limits, Profile, read};
use std::path::{Path, PathBuf};

/// The path of a fixture in `tests/fixtures/constructs`.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/constructs").join(name)
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
