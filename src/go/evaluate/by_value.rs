//! What functions take by value and only read.

use super::{World, evaluate};
use crate::go::types::{Name, Package, Term, Type};

impl World<'_> {
    /// Whether the function or method that a term stands for takes its parameter at `position`, or its receiver at `None`, by value, at
    /// least `bytes` of it, and only reads it. `None` where the facts do not say what is called, or what of.
    pub fn only_reads(&self, function: &Term, position: Option<usize>, bytes: u64) -> Option<bool> {
        let (package, receiver, name) = self.declared_function(function)?;
        let facts = self.facts(&package)?;
        let Some(read) = facts.only_read(receiver.as_ref(), &name, position) else { return Some(false) };
        let of = match (position, receiver) {
            (None, Some(receiver)) => Type::Named(package, receiver, [].into()),
            (None, None) => return Some(false),
            (Some(position), _) => match self.underlying(&evaluate(function, self)) {
                Type::Func(signature) => signature.parameters.get(position)?.clone(),
                _ => return None,
            },
        };
        if self.size_bytes(&of)? < bytes {
            return Some(false);
        }
        for path in &read.calls {
            if self.takes_address(&of, path)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// The package, the receiver's type and the name of what a term stands for, where that is a declared function or method.
    fn declared_function(&self, function: &Term) -> Option<(Package, Option<Name>, Name)> {
        match function {
            Term::Value(package, name) => Some((package.clone(), None, name.clone())),
            Term::Member(inner, name) => {
                let of = match self.without_alias(&evaluate(inner, self)) {
                    Type::Pointer(pointed) => self.without_alias(&pointed),
                    of => of,
                };
                let Type::Named(package, receiver, arguments) = of else { return None };
                arguments.is_empty().then_some((package, Some(receiver), name.clone()))
            }
            _ => None,
        }
    }

    /// Whether calling what lies at the end of this path takes an address in a value of the type.
    fn takes_address(&self, of: &Type, path: &[Name]) -> Option<bool> {
        let (called, fields) = path.split_last()?;
        let mut of = of.clone();
        for field in fields {
            of = self.member(&of, field)?;
            if matches!(self.underlying(&of), Type::Pointer(_) | Type::Interface { .. }) {
                return Some(false);
            }
        }
        self.method_takes_pointer(&of, called)
    }
}
