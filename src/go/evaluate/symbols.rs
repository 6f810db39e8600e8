//! How profiles name what a method call calls, and whether two types are one.

use super::World;
use crate::go::types::{Package, Type};

impl World<'_> {
    /// The symbol of method `name` of a value of this type, as a profile spells it: `bytes.(*Buffer).Write`,
    /// `time.Time.Format`, `io.Writer.Write`. `None` for promoted methods and wherever the facts do not say.
    pub fn method_symbol(&self, of: &Type, name: &str) -> Option<String> {
        let of = self.without_alias(of);
        let of = match &of {
            Type::Pointer(pointed) => self.without_alias(pointed),
            _ => of,
        };
        let Type::Named(package, receiver, _) = &of else { return None };
        let path = match package {
            Package::Here => self.path,
            Package::Path(path) => path,
        };
        if let Type::Interface { .. } = self.underlying(&of) {
            return Some(format!("{path}.{receiver}.{name}"));
        }
        let facts = self.facts(package)?;
        let method = facts.methods.get(receiver)?.iter().find(|method| &*method.name == name)?;
        Some(if method.pointer { format!("{path}.(*{receiver}).{name}") } else { format!("{path}.{receiver}.{name}") })
    }

    /// Whether a package-level name is a constant; `None` for names that the package is not known to declare.
    pub fn is_constant(&self, package: &Package, name: &str) -> Option<bool> {
        let facts = self.facts(package)?;
        if let Some(value) = facts.values.get(name) {
            return Some(value.constant);
        }
        facts.declares(name).then_some(false)
    }

    /// Whether a package-level name is a function; `None` for names that the package is not known to declare.
    pub fn is_function(&self, package: &Package, name: &str) -> Option<bool> {
        let facts = self.facts(package)?;
        if facts.functions.contains_key(name) {
            return Some(true);
        }
        facts.declares(name).then_some(false)
    }

    /// Whether two types are identical, aliases seen through; `None` where one of them is not known in full.
    pub fn identical(&self, one: &Type, other: &Type) -> Option<bool> {
        let (one, other) = (self.resolved(one), self.resolved(other));
        if one == other && !one.holds_unknown() {
            return Some(true);
        }
        (!one.holds_unknown() && !other.holds_unknown()).then_some(false)
    }
}

impl Type {
    /// Whether some part of it is not known.
    fn holds_unknown(&self) -> bool {
        let unknown = std::cell::Cell::new(false);
        self.rebuilt(&|part| {
            if *part == Type::Unknown {
                unknown.set(true);
            }
            None
        });
        unknown.get()
    }
}
