//! What a name means in one file: a type parameter, something declared there, an import, something predeclared.
//!
//! It does NOT see other files of the package: a name that is declared in a sibling and shadows a predeclared one is the
//! evaluator's to find.

use super::outline::{DeclarationKind, Import, Outline};
use super::types::{Basic, Name, Package, Type};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// The names of one file.
#[derive(Clone, Debug, Default)]
pub struct FileScope<'file> {
    imports: &'file [Import],
    declared: FxHashSet<Name>,
    dot_import: bool,
    /// Type parameters of the declaration that is being read.
    parameters: Vec<Name>,
}

impl<'file> FileScope<'file> {
    /// The scope of a file with these imports that declares `declared` at package level.
    pub fn new(imports: &'file [Import], declared: impl IntoIterator<Item = Name>) -> Self {
        FileScope {
            imports,
            declared: declared.into_iter().collect(),
            dot_import: imports.iter().any(|import| import.name.as_deref() == Some(".")),
            parameters: Vec::new(),
        }
    }

    /// The scope of an outlined file. Of groups and lists only the first name is known here.
    pub fn of(outline: &'file Outline) -> Self {
        let named = outline.declarations.iter().filter(|declaration| {
            !matches!(declaration.kind, DeclarationKind::Method | DeclarationKind::Import | DeclarationKind::Unknown)
        });
        FileScope::new(&outline.imports, named.map(|declaration| declaration.name.clone()))
    }

    /// Adds a name that the file declares at package level.
    pub fn declare(&mut self, name: Name) {
        self.declared.insert(name);
    }

    /// Replaces the type parameters in scope.
    pub fn set_parameters(&mut self, parameters: Vec<Name>) {
        self.parameters = parameters;
    }

    /// Whether the file declares `name` at package level or as a type parameter in scope.
    pub fn declares(&self, name: &str) -> bool {
        self.declared.contains(name) || self.parameters.iter().any(|parameter| **parameter == *name)
    }

    /// Whether an unqualified name may come from a dot import.
    pub fn has_dot_import(&self) -> bool {
        self.dot_import
    }

    /// The type that the unqualified `name` stands for, with type arguments.
    pub fn unqualified(&self, name: Name, arguments: Arc<[Type]>) -> Type {
        if self.parameters.contains(&name) {
            return Type::Parameter(name);
        }
        if !self.declared.contains(&name) {
            if let Some(predeclared) = Type::predeclared(&name) {
                return predeclared;
            }
            if self.dot_import {
                return Type::Unknown;
            }
        }
        Type::Named(Package::Here, name, arguments)
    }

    /// The type `qualifier.name` with type arguments; unknown where no import fits.
    pub fn qualified(&self, qualifier: &str, name: Name, arguments: Arc<[Type]>) -> Type {
        match self.import_path(qualifier).map(|path| (path, &**path)) {
            None | Some((_, "C")) => Type::Unknown,
            Some((_, "unsafe")) if &*name == "Pointer" => Type::Basic(Basic::UnsafePointer),
            Some((path, _)) => Type::Named(Package::Path(path.clone()), name, arguments),
        }
    }

    /// The import path that `qualifier` stands for at package level; `None` where the file declares the name.
    pub fn import_path(&self, qualifier: &str) -> Option<&'file Name> {
        if self.declares(qualifier) { None } else { import_path(self.imports, qualifier) }
    }
}

/// The path of the import that is used as `qualifier` in a file with `imports`.
///
/// A written name decides. Without one the package's own name decides, which only the package knows; it is taken to be the
/// last element of the path, or what is left of it without a version and the habitual `go` at either end. The closest fit
/// wins; of two that fit as closely, neither.
pub fn import_path<'file>(imports: &'file [Import], qualifier: &str) -> Option<&'file Name> {
    if let Some(import) = imports.iter().find(|import| import.name.as_deref() == Some(qualifier)) {
        return Some(&import.path);
    }
    let mut best: Option<(usize, &Name)> = None;
    let mut ambiguous = false;
    for import in imports.iter().filter(|import| import.name.is_none()) {
        let Some(distance) = import_names(&import.path).position(|name| name == qualifier) else { continue };
        match best {
            Some((nearest, path)) if nearest < distance || *path == import.path => {}
            Some((nearest, _)) if nearest == distance => ambiguous = true,
            _ => (best, ambiguous) = (Some((distance, &import.path)), false),
        }
    }
    best.filter(|_| !ambiguous).map(|(_, path)| path)
}

/// The names that a package at `path` may have, the likeliest first: `example.com/go-yaml/v3` may be `go-yaml` (no
/// identifier, but harmless), `yaml` or `v3`.
pub fn import_names(path: &str) -> impl Iterator<Item = &str> {
    let (before, last) = path.rsplit_once('/').unwrap_or(("", path));
    let versioned = is_version(last) && last != "v1" && !before.is_empty();
    let element = if versioned { before.rsplit('/').next().unwrap_or(before) } else { last };
    let plain = match element.rsplit_once('.') {
        Some((name, version)) if is_version(version) => name,
        _ => element,
    };
    let bare = plain.strip_prefix("go-").unwrap_or(plain);
    let bare = bare.strip_suffix("-go").or_else(|| bare.strip_suffix(".go")).unwrap_or(bare);
    let bare = bare.strip_prefix("go.").unwrap_or(bare);
    [Some(plain), Some(bare), versioned.then_some(last)].into_iter().flatten()
}

/// Whether a path element or what follows its dot is a major version.
fn is_version(element: &str) -> bool {
    element.strip_prefix('v').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn imports(lines: &[(&str, &str)]) -> Vec<Import> {
        let import = |(name, path): &(&str, &str)| Import {
            name: (!name.is_empty()).then(|| (*name).into()),
            path: (*path).into(),
            span: Span::default(),
        };
        lines.iter().map(import).collect()
    }

    #[test]
    fn an_import_is_found_by_its_name_or_its_path() {
        let imports = imports(&[
            ("", "fmt"),
            ("", "encoding/json"),
            ("", "gopkg.in/yaml.v3"),
            ("", "github.com/mattn/go-isatty"),
            ("", "github.com/x/redis/v9"),
            ("", "github.com/nats-io/nats.go"),
            ("", "k8s.io/api/autoscaling/v2"),
            ("", "k8s.io/api/core/v1"),
            ("j", "example.com/other/json"),
            ("_", "embed"),
        ]);
        for (qualifier, path) in [
            ("fmt", Some("fmt")),
            ("json", Some("encoding/json")),
            ("j", Some("example.com/other/json")),
            ("yaml", Some("gopkg.in/yaml.v3")),
            ("isatty", Some("github.com/mattn/go-isatty")),
            ("redis", Some("github.com/x/redis/v9")),
            ("nats", Some("github.com/nats-io/nats.go")),
            ("v2", Some("k8s.io/api/autoscaling/v2")),
            ("v1", Some("k8s.io/api/core/v1")),
            ("embed", None),
            ("os", None),
        ] {
            assert_eq!(import_path(&imports, qualifier).map(|path| &**path), path, "{qualifier}");
        }
    }

    #[test]
    fn two_imports_that_fit_alike_are_no_answer() {
        let alike = imports(&[("", "a.org/go-x"), ("", "b.org/x-go")]);
        assert_eq!(import_path(&alike, "x"), None);
        let closer = imports(&[("", "a.org/go-x"), ("", "b.org/x")]);
        assert_eq!(import_path(&closer, "x").map(|path| &**path), Some("b.org/x"));
    }

    #[test]
    fn a_file_declares_over_predeclared_names_and_imports() {
        let imports = imports(&[("", "fmt"), ("", "unsafe"), ("", "C")]);
        let scope = FileScope::new(&imports, ["string".into(), "fmt".into()]);
        let none: Arc<[Type]> = Arc::from([]);
        assert_eq!(scope.unqualified("int".into(), none.clone()), Type::INT);
        assert_eq!(
            scope.unqualified("string".into(), none.clone()),
            Type::Named(Package::Here, "string".into(), none.clone())
        );
        assert_eq!(scope.qualified("fmt", "Stringer".into(), none.clone()), Type::Unknown);
        assert_eq!(scope.qualified("unsafe", "Pointer".into(), none.clone()), Type::Basic(Basic::UnsafePointer));
        assert_eq!(scope.qualified("C", "int".into(), none), Type::Unknown);
    }
}
