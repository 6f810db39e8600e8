//! What one file declares at package level, as far as other files may ask for it.
//!
//! Read from tokens, not from a syntax tree: signatures, type declarations and the right sides of package variables are
//! all that is needed, and function bodies are read where a run asks what they do with large values.

use super::only_read::OnlyRead;
use super::outline::Outline;
use super::types::{Name, Signature, Term, Type};
use std::sync::Arc;

/// The package-level declarations of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Type declarations.
    pub types: Vec<TypeFact>,
    /// Variables and constants.
    pub values: Vec<ValueFact>,
    /// Functions.
    pub functions: Vec<(Name, Arc<Signature>)>,
    /// Methods by receiver type name; pointer and value receivers alike.
    pub methods: Vec<MethodFact>,
    /// What functions and methods do with structs and arrays that they take by value, where bodies were read.
    pub readers: Vec<Reader>,
}

impl Facts {
    /// Whether a type, variable, constant or function has this name.
    pub fn declares(&self, name: &str) -> bool {
        let types = self.types.iter().map(|fact| &fact.name);
        let values = self.values.iter().map(|fact| &fact.name);
        types.chain(values).chain(self.functions.iter().map(|(name, _)| name)).any(|known| **known == *name)
    }
}

/// Reads the facts of an outlined file. Linear in the length of `text`; what cannot be read is left out where it is a
/// function and `Unknown` where it is a type or a value.
pub fn facts(text: &[u8], outline: &Outline) -> Facts {
    super::fact_reader::read(text, outline, false)
}

/// The same, with what function bodies do with large values: `readers`, which next to no run asks for.
pub fn facts_with_bodies(text: &[u8], outline: &Outline) -> Facts {
    super::fact_reader::read(text, outline, true)
}

/// A package-level type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeFact {
    /// Its name.
    pub name: Name,
    /// Its type parameters, by name.
    pub parameters: Arc<[Name]>,
    /// The type on the right side.
    pub right: Type,
    /// `type A = B`
    pub alias: bool,
}

/// A package-level variable or constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueFact {
    /// Its name.
    pub name: Name,
    /// Its declared type, else what the initialiser says.
    pub term: Term,
    /// Whether it is a constant.
    pub constant: bool,
    /// How many elements a composite literal gives it at first.
    pub elements: Option<u32>,
}

/// A method declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodFact {
    /// The receiver's type name.
    pub receiver: Name,
    /// Whether the receiver is a pointer.
    pub pointer: bool,
    /// The method's name.
    pub name: Name,
    /// Its signature.
    pub signature: Arc<Signature>,
}

/// A function or method with parameters, or a receiver, that may be structs or arrays taken by value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The receiver's type name.
    pub receiver: Option<Name>,
    /// Its name.
    pub name: Name,
    /// Those of them that it only reads.
    pub parameters: Arc<[OnlyRead]>,
}
