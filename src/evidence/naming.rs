//! Whether a declaration of the source is the one that a profile's symbol names.

use crate::go::outline::{Declaration as SourceDeclaration, DeclarationKind as Kind, Outline};
use crate::profile::{Declaration, Symbol};

/// The index of the declaration that a symbol names. Initialisers and `init` functions have no name of their own.
pub fn declaration_named(outline: &Outline, symbol: &Symbol) -> Option<usize> {
    match symbol.declaration {
        Declaration::PackageLevel | Declaration::Init(_) => None,
        _ => outline.declarations.iter().position(|source| is_named(source, symbol)),
    }
}

/// Whether a declaration of the source is the one that a symbol names, in either of its readings.
pub fn is_named(source: &SourceDeclaration, symbol: &Symbol) -> bool {
    is_called(source, &symbol.declaration) || symbol.otherwise.as_ref().is_some_and(|other| is_called(source, other))
}

fn is_called(source: &SourceDeclaration, wanted: &Declaration) -> bool {
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
