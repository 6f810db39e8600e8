//! The standard library's exported API with its types, as `tests/go/stdapi` wrote it from the newest known Go.
//!
//! Nothing is read until somebody asks: the first question makes an index of the packages, and each package is parsed
//! once, when its facts are wanted. It describes linux/amd64 without cgo, whatever the user builds for, and does not know
//! in which Go version a name appeared. Answers are package-level facts: finding members, resolving aliases and inferring
//! type arguments is the caller's.

mod sizes;
mod text_reader;

#[cfg(test)]
mod tests;

pub use sizes::{StandardSize, size};

use super::facts::Facts;
use std::sync::{Arc, LazyLock, OnceLock};

/// Written by `tests/go/stdapi/main.go`, which documents its form.
const API: &str = include_str!("api.txt");

/// The packages of [`API`], sorted by import path.
static PACKAGES: LazyLock<Vec<StandardPackage>> = LazyLock::new(index);

struct StandardPackage {
    path: &'static str,
    name: &'static str,
    /// The lines of its declarations.
    declarations: &'static str,
    facts: OnceLock<Arc<Facts>>,
}

/// The exported declarations of a standard package and the types that they speak of; `None` for any other package.
///
/// Method sets are whole: promoted methods stand as methods of the embedding type, and interfaces list all their methods.
/// A field `_` of unknown type stands for all unexported fields of a struct, so that its size is not mistaken for known.
/// Every list is sorted by name, methods by receiver and name.
pub fn facts(import_path: &str) -> Option<Arc<Facts>> {
    let package = find(import_path)?;
    Some(package.facts.get_or_init(|| Arc::new(text_reader::read(package.declarations))).clone())
}

/// The name in a standard package's package clause: `rand` for `math/rand/v2`.
pub fn package_name(import_path: &str) -> Option<&'static str> {
    find(import_path).map(|package| package.name)
}

/// Whether Go itself brings this package, its internal and vendored ones included, of any Go version.
///
/// Internal packages come and go, so that they are told by their first element: `crypto/internal/...` is Go's as
/// `crypto` is. Go commands (`cmd/...`) are programs, not the standard library.
pub fn is_standard(import_path: &str) -> bool {
    if find(import_path).is_some() || import_path.starts_with("vendor/golang.org/") {
        return true;
    }
    let mut elements = import_path.split('/');
    let first = elements.next().unwrap_or_default();
    first == "internal" || (elements.any(|element| element == "internal") && has_first_element(first))
}

fn find(import_path: &str) -> Option<&'static StandardPackage> {
    let at = PACKAGES.binary_search_by(|package| package.path.cmp(import_path)).ok()?;
    PACKAGES.get(at)
}

fn has_first_element(first: &str) -> bool {
    PACKAGES.iter().any(|package| package.path.split('/').next() == Some(first))
}

fn index() -> Vec<StandardPackage> {
    let mut packages: Vec<StandardPackage> = API
        .split("\npackage ")
        .skip(1) // the line that says who wrote it
        .filter_map(|block| {
            let (head, declarations) = block.split_once('\n').unwrap_or((block, ""));
            let (path, name) = head.split_once(' ')?;
            Some(StandardPackage { path, name, declarations, facts: OnceLock::new() })
        })
        .collect();
    packages.sort_by_key(|package| package.path);
    packages
}
