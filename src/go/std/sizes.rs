//! How large the types of the standard library are whose fields it does not export, as `tests/go/stdsizes` wrote it.
//!
//! Only sizes that all of Go 1.21 to 1.27 agree on, for 64-bit machines.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Written by `tests/go/stdsizes/regenerate`, whose program documents its form.
const SIZES: &str = include_str!("sizes.txt");

/// The size of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandardSize {
    /// Bytes.
    pub bytes: u64,
    /// Its alignment, in bytes.
    pub alignment: u64,
    /// Whether the collector follows something in it.
    pub has_pointers: bool,
}

static BY_NAME: LazyLock<FxHashMap<(&str, &str), StandardSize>> =
    LazyLock::new(|| SIZES.lines().filter_map(read).collect());

/// The size of a struct type with hidden fields; `None` for other types and where Go versions differ.
pub fn size(import_path: &str, name: &str) -> Option<StandardSize> {
    BY_NAME.get(&(import_path, name)).copied()
}

fn read(line: &'static str) -> Option<((&'static str, &'static str), StandardSize)> {
    let mut words = line.split(' ');
    let (path, name) = words.next()?.rsplit_once('.')?;
    let (bytes, alignment) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let has_pointers = match words.next()? {
        "*" => true,
        "-" => false,
        _ => return None,
    };
    Some(((path, name), StandardSize { bytes, alignment, has_pointers }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        assert_eq!(BY_NAME.len(), SIZES.lines().count());
        assert!(BY_NAME.len() > 200);
        let known = |bytes, alignment, has_pointers| Some(StandardSize { bytes, alignment, has_pointers });
        assert_eq!(size("time", "Time"), known(24, 8, true));
        assert_eq!(size("sync", "Mutex"), known(8, 4, false));
        assert_eq!(size("net/http", "NoSuchType"), None);
    }
}
