//! Underlying types, fields and methods through embedding, elements and results.
//!
//! Each look-up is `None` when the facts do not say. Facts may be cyclic or nonsense: every loop has a limit.

use super::{PackageFacts, World};
use crate::go::types::{Basic, Name, Package, Place, Signature, Type};
use std::cell::Cell;
use std::ops::Deref;
use std::sync::Arc;

/// Named types that stand for named types, and embedded types inside each other, beyond this are Unknown.
const DEEPEST: usize = 16;

/// Embedded types on one level beyond this are Unknown.
const WIDEST: usize = 256;

/// Names of types in one type, and in what its aliases stand for, beyond this are Unknown.
const MOST_NAMES: u32 = 1_000;

/// Instances with more parts than this are Unknown.
const LARGEST: usize = 1_000;

/// Facts that live here or are shared.
pub(super) enum Found<'a> {
    Here(&'a PackageFacts),
    Imported(Arc<PackageFacts>),
}

impl Deref for Found<'_> {
    type Target = PackageFacts;

    fn deref(&self) -> &PackageFacts {
        match self {
            Found::Here(facts) => facts,
            Found::Imported(facts) => facts,
        }
    }
}

/// What one level of embedding says about a name.
enum OneLevel {
    Here(Type),
    /// Not here; these are embedded.
    Below(Vec<Type>),
    Unknown,
}

impl World<'_> {
    pub(super) fn facts(&self, package: &Package) -> Option<Found<'_>> {
        match package {
            Package::Here => Some(Found::Here(self.here)),
            // Another package speaks of this one.
            Package::Path(path) if **path == *self.path => Some(Found::Here(self.here)),
            Package::Path(path) => (self.package_of)(path).map(Found::Imported),
        }
    }

    /// The type behind a defined type or an alias; other types are their own. Unknown where facts lack.
    pub fn underlying(&self, of: &Type) -> Type {
        let mut of = of.clone();
        for _ in 0..DEEPEST {
            let Type::Named(package, name, arguments) = &of else { return of };
            match self.right_side(package, name, arguments) {
                Some((right, _)) => of = right,
                None => return Type::Unknown,
            }
        }
        Type::Unknown
    }

    /// The right side of a type declaration, and whether it is an alias.
    fn right_side(&self, package: &Package, name: &Name, arguments: &[Type]) -> Option<(Type, bool)> {
        let facts = self.facts(package)?;
        let fact = facts.types.get(name)?;
        let right = fact.right.qualified(package).substituted(&fact.parameters, arguments);
        let small = arguments.is_empty() || right.parts_up_to(LARGEST, 64) < LARGEST;
        small.then_some((right, fact.alias))
    }

    /// With aliases replaced by what they stand for, and names that the package does not declare as types by Unknown.
    pub fn resolved(&self, of: &Type) -> Type {
        self.resolved_within(of, &Cell::new(MOST_NAMES), 0)
    }

    fn resolved_within(&self, of: &Type, names: &Cell<u32>, depth: usize) -> Type {
        of.rebuilt(&|part| {
            let Type::Named(..) = part else { return None };
            let left = names.get();
            if left == 0 || depth > DEEPEST {
                return Some(Type::Unknown);
            }
            names.set(left - 1);
            let resolved = |of: &Type| self.resolved_within(of, names, depth + 1);
            match self.without_alias(part) {
                Type::Named(package, name, _) if self.lacks(&package, &name) => Some(Type::Unknown),
                Type::Named(package, name, arguments) => {
                    let own = matches!(&package, Package::Path(path) if **path == *self.path);
                    let package = if own { Package::Here } else { package };
                    Some(Type::Named(package, name, arguments.iter().map(resolved).collect()))
                }
                // What an alias stands for may be made of aliases.
                other => Some(resolved(&other)),
            }
        })
    }

    /// Whether a name that was taken for one of the package's own types is none: a value, or what a dot import brought.
    /// Facts of an imported package may leave out what it does not export.
    fn lacks(&self, package: &Package, name: &Name) -> bool {
        let exported = name.chars().next().is_some_and(char::is_uppercase);
        (exported || *package == Package::Here)
            && self.facts(package).is_some_and(|facts| !facts.types.contains_key(name))
    }

    /// The type that an alias stands for, itself where it is none.
    pub fn without_alias(&self, of: &Type) -> Type {
        let mut of = of.clone();
        for _ in 0..DEEPEST {
            let Type::Named(package, name, arguments) = &of else { return of };
            match self.right_side(package, name, arguments) {
                Some((right, true)) => of = right,
                _ => return of,
            }
        }
        Type::Unknown
    }

    /// The type of field or method `name` of a value of this type: Go's breadth-first search through embedding.
    pub(super) fn member(&self, of: &Type, name: &str) -> Option<Type> {
        let of = self.without_alias(of);
        let start = match (&of, self.underlying(&of)) {
            (Type::Pointer(of), _) => self.without_alias(of),
            // A defined pointer type has the fields of what it points to, and no methods.
            (_, Type::Pointer(pointed)) => self.underlying(&pointed),
            _ => of,
        };
        let mut level = vec![start];
        let mut seen: Vec<Type> = Vec::new();
        for _ in 0..DEEPEST {
            let (mut found, mut unknown, mut below) = (Vec::new(), false, Vec::new());
            for of in &level {
                match self.on_one_level(of, name, 0) {
                    OneLevel::Here(of) => found.push(of),
                    OneLevel::Below(embedded) => below.extend(embedded),
                    OneLevel::Unknown => unknown = true,
                }
            }
            match found.as_slice() {
                [only] => return Some(only.clone()),
                [] if !unknown && below.len() <= WIDEST => {}
                // Two of them, or a type that may have it: Go would know, we do not.
                _ => return None,
            }
            seen.append(&mut level);
            level = below;
            level.retain(|of| !seen.contains(of));
            if level.is_empty() {
                return None;
            }
        }
        None
    }

    fn on_one_level(&self, of: &Type, name: &str, depth: usize) -> OneLevel {
        if depth > DEEPEST {
            return OneLevel::Unknown;
        }
        if let Type::Named(package, receiver, arguments) = of
            && let Some(facts) = self.facts(package)
            && let Some(method) =
                facts.methods.get(receiver).and_then(|methods| methods.iter().find(|method| *method.name == *name))
        {
            let parameters = facts.types.get(receiver).map(|fact| fact.parameters.clone()).unwrap_or_default();
            let of = method.of.qualified(package).substituted(&parameters, arguments);
            // A generic type without its arguments says nothing of what they are.
            let free = of == Type::Unknown || arguments.is_empty() && !parameters.is_empty();
            return if free { OneLevel::Unknown } else { OneLevel::Here(of) };
        }
        match self.underlying(of) {
            Type::Struct(fields) => {
                if let Some(field) = fields.iter().find(|field| *field.name == *name) {
                    return OneLevel::Here(field.of.clone());
                }
                let pointed = |of: &Type| match self.without_alias(of) {
                    Type::Pointer(of) => self.without_alias(&of),
                    of => of,
                };
                OneLevel::Below(fields.iter().filter(|field| field.embedded).map(|field| pointed(&field.of)).collect())
            }
            Type::Interface { methods, embedded } => {
                if let Some(method) = methods.iter().find(|method| *method.name == *name) {
                    return OneLevel::Here(Type::Func(method.signature.clone()));
                }
                // Interfaces that it embeds are the same level.
                let mut unknown = false;
                for of in &*embedded {
                    match self.on_one_level(of, name, depth + 1) {
                        OneLevel::Here(of) => return OneLevel::Here(of),
                        OneLevel::Unknown => unknown = true,
                        OneLevel::Below(_) => {}
                    }
                }
                if unknown { OneLevel::Unknown } else { OneLevel::Below(Vec::new()) }
            }
            Type::Unknown | Type::Parameter(_) => OneLevel::Unknown,
            _ => OneLevel::Below(Vec::new()),
        }
    }

    /// `T.m` or `(*T).m`: a function that takes the receiver first.
    pub(super) fn method_expression(&self, of: &Type, name: &str) -> Option<Type> {
        let Type::Func(signature) = self.member(of, name)? else { return None };
        let receiver = std::iter::once(of.clone());
        Some(Type::Func(Arc::new(Signature {
            parameters: receiver.chain(signature.parameters.iter().cloned()).collect(),
            ..(*signature).clone()
        })))
    }

    pub(super) fn result(&self, callee: &Type, index: u32) -> Option<Type> {
        let Type::Func(signature) = self.underlying(callee) else { return None };
        let result = signature.results.get(index as usize)?;
        // The arguments would tell, and they are not here.
        (!result.mentions(&signature.type_parameters)).then(|| result.clone())
    }

    /// The type that an argument is passed as, which may be one of the callee's type parameters.
    pub(super) fn passed(&self, callee: &Type, index: usize) -> Option<Type> {
        let Type::Func(signature) = self.underlying(callee) else { return None };
        signature.passed(index)
    }

    /// The type that a composite literal of this type (or of what it points to) wants at a place.
    pub(super) fn placed(&self, of: &Type, place: &Place) -> Option<Type> {
        let of = match self.underlying(of) {
            Type::Pointer(pointed) => self.underlying(&pointed),
            of => of,
        };
        let Type::Struct(fields) = &of else { return self.element(&of) };
        let field = match place {
            Place::Index(index) => fields.get(*index as usize),
            Place::Name(name) => fields.iter().find(|field| field.name == *name),
        };
        field.map(|field| field.of.clone())
    }

    pub(super) fn element(&self, of: &Type) -> Option<Type> {
        match self.underlying(of) {
            Type::Slice(of) | Type::Array(_, of) | Type::Map(_, of) | Type::Chan(of) => Some((*of).clone()),
            Type::Pointer(of) => self.array(&of),
            Type::Basic(Basic::String) | Type::Untyped(_) => Some(Type::BYTE),
            _ => None,
        }
    }

    fn array(&self, of: &Type) -> Option<Type> {
        match self.underlying(of) {
            Type::Array(_, of) => Some((*of).clone()),
            _ => None,
        }
    }

    pub(super) fn ranged(&self, of: &Type) -> Option<Type> {
        match self.underlying(of) {
            Type::Slice(of) | Type::Array(_, of) | Type::Map(_, of) => Some((*of).clone()),
            Type::Pointer(of) => self.array(&of),
            Type::Basic(Basic::String) | Type::Untyped(_) => Some(Type::RUNE),
            Type::Func(signature) => self.yielded(&signature, 1),
            _ => None,
        }
    }

    pub(super) fn range_key(&self, of: &Type) -> Option<Type> {
        match self.underlying(of) {
            Type::Slice(_) | Type::Array(..) | Type::Basic(Basic::String) => Some(Type::INT),
            Type::Untyped(crate::go::types::Untyped::String) => Some(Type::INT),
            Type::Pointer(inner) => self.array(&inner).map(|_| Type::INT),
            Type::Map(key, _) => Some((*key).clone()),
            Type::Chan(of) => Some((*of).clone()),
            Type::Basic(Basic::Int(_) | Basic::Uint(_)) => Some(of.clone()),
            Type::Untyped(_) => Some(of.clone().defaulted()),
            Type::Func(signature) => self.yielded(&signature, 0),
            _ => None,
        }
    }

    /// The parameters of the yield function that a ranged function takes.
    fn yielded(&self, iterator: &Signature, index: usize) -> Option<Type> {
        let Type::Func(yields) = self.underlying(iterator.parameters.first()?) else { return None };
        yields.parameters.get(index).cloned()
    }

    pub(super) fn sliced(&self, of: &Type) -> Option<Type> {
        match self.underlying(of) {
            Type::Slice(_) | Type::Basic(Basic::String) => Some(of.clone()),
            Type::Untyped(_) => Some(Type::STRING),
            Type::Array(_, of) => Some(Type::Slice(of)),
            Type::Pointer(of) => self.array(&of).map(|of| Type::Slice(Arc::new(of))),
            _ => None,
        }
    }
}
