//! Which module and import path a directory has, and back.
//!
//! Paths are slash paths, all relative to one place or all absolute. It does NOT look at the file system: whoever finds
//! the go.mod files builds the index.

use super::types::Name;

/// A module and where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module path.
    pub path: Name,
    /// The directory of its go.mod; `.` or nothing for the place that paths are relative to.
    pub root: Name,
    /// The N of its `go 1.N` line.
    pub go: Option<u16>,
    /// The N of its `toolchain go1.N` line.
    pub toolchain: Option<u16>,
}

/// Where a directory stands among the modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackagePlace<'index> {
    /// The module whose root is nearest above.
    pub module: &'index Module,
    /// The import path of the directory's package, as other packages write it and symbols carry it.
    pub import_path: Name,
    /// Whether the directory lies in a `vendor` directory: another module's code.
    pub vendored: bool,
}

/// The modules of one run.
#[derive(Clone, Debug, Default)]
pub struct ModuleIndex {
    /// Ascending by root, so that of two that hold a directory the later is nearer.
    modules: Vec<Module>,
}

/// The modules of Go's own source, where a vendored package keeps `vendor/` in its import path.
const GO_MODULES: [&str; 2] = ["std", "cmd"];

impl ModuleIndex {
    /// Indexes `modules`. Of two with the same root the first one stays.
    pub fn new(modules: impl IntoIterator<Item = Module>) -> Self {
        let clean = |module: Module| Module { root: clean(&module.root).into(), ..module };
        let mut modules: Vec<Module> = modules.into_iter().map(clean).collect();
        modules.sort_by(|left, right| left.root.cmp(&right.root));
        modules.dedup_by(|later, earlier| later.root == earlier.root);
        ModuleIndex { modules }
    }

    /// All modules, ascending by root.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The module that holds the file at `path`, and the import path of its directory; `None` outside of all modules.
    pub fn of_file(&self, path: &str) -> Option<PackagePlace<'_>> {
        self.of_directory(
            path.rsplit_once('/').map_or("", |(directory, _)| if directory.is_empty() { "/" } else { directory }),
        )
    }

    /// The module that holds `directory`, and its import path; `None` outside of all modules.
    pub fn of_directory(&self, directory: &str) -> Option<PackagePlace<'_>> {
        let directory = clean(directory);
        let holding = self.modules.iter().filter_map(|module| Some((module, below(directory, &module.root)?)));
        let (module, rest) = holding.max_by_key(|(module, _)| module.root.len())?;
        let go_module = GO_MODULES.contains(&&*module.path);
        let in_vendor = after_vendor(rest);
        let import_path = match in_vendor {
            Some(path) if !go_module => path.into(),
            _ if *module.path == *"std" => rest.into(),
            _ => joined(&module.path, rest).into(),
        };
        Some(PackagePlace { module, import_path, vendored: in_vendor.is_some() })
    }

    /// The directories that the package `import_path` may have: one for each module of the longest path that fits, so
    /// more than one only where two modules have the same path. Vendored copies are not looked for.
    pub fn directories_of(&self, import_path: &str) -> Vec<(&Module, String)> {
        let fitting = |module: &'_ Module| below(import_path, &module.path).map(str::len);
        let longest = self.modules.iter().filter_map(fitting).min();
        let mut found: Vec<(&Module, String)> = Vec::new();
        for module in &self.modules {
            let rest = match (below(import_path, &module.path), longest) {
                (Some(rest), Some(longest)) if rest.len() == longest => rest,
                (None, None) if *module.path == *"std" && !has_domain(import_path) => import_path,
                _ => continue,
            };
            let directory = joined(&module.root, rest);
            // A module nested below has the directory, not the import path: no package of this name exists there.
            if self.of_directory(&directory).is_some_and(|place| std::ptr::eq(place.module, module)) {
                found.push((module, directory));
            }
        }
        found
    }
}

/// A path without `./` before it and `/` behind it; `.` is the empty path.
fn clean(path: &str) -> &str {
    let mut path = path;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    let trimmed = path.trim_end_matches('/');
    match trimmed {
        "" if path.starts_with('/') => "/",
        "." => "",
        _ => trimmed,
    }
}

/// What remains of `path` below `root`, by whole elements.
fn below<'path>(path: &'path str, root: &str) -> Option<&'path str> {
    if root.is_empty() {
        let outside = path.starts_with('/') || path == ".." || path.starts_with("../");
        return (!outside).then_some(path);
    }
    let rest = path.strip_prefix(root)?;
    if rest.is_empty() || root.ends_with('/') { Some(rest) } else { rest.strip_prefix('/') }
}

fn joined(first: &str, rest: &str) -> String {
    match (first, rest) {
        ("", _) => rest.to_owned(),
        (_, "") => first.to_owned(),
        _ => format!("{}/{rest}", first.trim_end_matches('/')),
    }
}

/// Whether the first element of an import path has a dot: no package of the standard library then.
fn has_domain(import_path: &str) -> bool {
    import_path.split('/').next().is_some_and(|first| first.contains('.'))
}

/// What follows the last element `vendor` of a path.
fn after_vendor(path: &str) -> Option<&str> {
    let nested = path.rfind("/vendor/").map(|at| &path[at + "/vendor/".len()..]);
    nested.or_else(|| path.strip_prefix("vendor/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(modules: &[(&str, &str)]) -> ModuleIndex {
        let module = |(path, root): &(&str, &str)| Module {
            path: (*path).into(),
            root: (*root).into(),
            go: None,
            toolchain: None,
        };
        ModuleIndex::new(modules.iter().map(module))
    }

    #[test]
    fn a_file_belongs_to_the_nearest_module_above_it() {
        let index = index(&[
            ("example.com/a", "."),
            ("example.com/a/tools", "./tools/"),
            ("b.org/v2", "x/b"),
            ("std", "/go/src"),
            ("cmd", "/go/src/cmd"),
        ]);
        for (file, expected) in [
            ("main.go", Some(("example.com/a", "example.com/a", false))),
            ("./pkg/x.go", Some(("example.com/a", "example.com/a/pkg", false))),
            ("tools/gen/x.go", Some(("example.com/a/tools", "example.com/a/tools/gen", false))),
            ("toolsy/x.go", Some(("example.com/a", "example.com/a/toolsy", false))),
            ("x/b/c/x.go", Some(("b.org/v2", "b.org/v2/c", false))),
            ("vendor/c.org/d/x.go", Some(("example.com/a", "c.org/d", true))),
            ("x/b/e/vendor/c.org/vendor/d/x.go", Some(("b.org/v2", "d", true))),
            ("vendor/x.go", Some(("example.com/a", "example.com/a/vendor", false))),
            ("/go/src/net/http/x.go", Some(("std", "net/http", false))),
            ("/go/src/vendor/golang.org/x/net/x.go", Some(("std", "vendor/golang.org/x/net", true))),
            ("/go/src/cmd/vendor/golang.org/x/arch/x.go", Some(("cmd", "cmd/vendor/golang.org/x/arch", true))),
            ("/else/x.go", None),
            ("../x.go", None),
        ] {
            let place = index.of_file(file);
            let found = place.as_ref().map(|place| (&*place.module.path, &*place.import_path, place.vendored));
            assert_eq!(found, expected, "{file}");
        }
    }

    #[test]
    fn an_import_path_has_its_directory_back() {
        let index = index(&[
            ("example.com/a", ""),
            ("example.com/a/tools", "t"),
            ("same.org", "x"),
            ("same.org", "y"),
            ("std", "/go/src"),
        ]);
        for (path, expected) in [
            ("example.com/a", vec![""]),
            ("example.com/a/pkg", vec!["pkg"]),
            ("example.com/a/tools/gen", vec!["t/gen"]),
            ("example.com/a/t", vec![]),
            ("example.com/ab", vec![]),
            ("same.org/z", vec!["x/z", "y/z"]),
            ("net/http", vec!["/go/src/net/http"]),
        ] {
            let found: Vec<String> = index.directories_of(path).into_iter().map(|(_, directory)| directory).collect();
            assert_eq!(found, expected, "{path}");
        }
        assert!(ModuleIndex::default().directories_of("fmt").is_empty());
    }
}
