//! Whether a declaration of the source is the one that a profile's symbol names.

use crate::go::outline::{Declaration as SourceDeclaration, DeclarationKind as Kind, Outline};
use crate::profile::symbol::Declaration;

/// The index of the declaration that a symbol names.
pub fn declaration_named(outline: &Outline, wanted: &Declaration) -> Option<usize> {
    match wanted {
        Declaration::PackageLevel | Declaration::Init(_) => None,
        _ => outline.declarations.iter().position(|source| is_named(source, wanted)),
    }
}

/// Whether a declaration of the source is the one that a symbol names.
pub fn is_named(source: &SourceDeclaration, wanted: &Declaration) -> bool {
    match wanted {
        Declaration::Function(name) => source.kind == Kind::Function && *source.name == **name,
        Declaration::Method { receiver, name, .. } => {
            source.kind == Kind::Method
                && *source.name == **name
                && source.receiver.as_ref().is_some_and(|declared| *declared.type_name == **receiver)
        }
        Declaration::Init(_) => source.kind == Kind::Function && &*source.name == "init",
        Declaration::PackageLevel => source.kind == Kind::Var,
    }
}
