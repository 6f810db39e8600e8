//! Types as trees: substitution, the package that `Here` means, defaults of untyped constants, arithmetic.

use crate::go::types::{Basic, Field, Method, Name, Package, Signature, Term, Type, Untyped};
use std::sync::Arc;

/// Types nested deeper than this become Unknown when they are rebuilt.
const DEEPEST: u32 = 64;

/// Terms with more parts than this are Unknown.
const LARGEST_TERM: usize = 100;

/// The type of `a + b` and its like: the typed operand's. Two typed operands that differ are Unknown, for one of them
/// must be wrong. The type must not be an alias.
pub fn arithmetic(left: &Type, right: &Type) -> Type {
    match (left, right) {
        (Type::Untyped(left), Type::Untyped(right)) => {
            let numeric = [Untyped::Int, Untyped::Rune, Untyped::Float, Untyped::Imaginary];
            let rank = |kind| numeric.iter().position(|other| other == kind);
            match (rank(left), rank(right)) {
                (Some(left), Some(right)) => Type::Untyped(numeric[left.max(right)]),
                _ if left == right => Type::Untyped(*left),
                _ => Type::Unknown,
            }
        }
        (Type::Unknown, Type::Untyped(_)) | (Type::Untyped(_), Type::Unknown) => Type::Unknown,
        (Type::Unknown | Type::Untyped(_), typed) | (typed, Type::Unknown | Type::Untyped(_)) => typed.clone(),
        (left, right) if left == right => left.clone(),
        _ => Type::Unknown,
    }
}

/// The term of `left + right`, settled where both are known. Names may be aliases, which only facts resolve.
pub fn combined(left: Term, right: Term) -> Term {
    let named = |of: &Type| matches!(of, Type::Named(..));
    match (left, right) {
        (Term::Is(left), Term::Is(right)) if !named(&left) && !named(&right) => Term::Is(arithmetic(&left, &right)),
        (left, right) => Term::Arithmetic(Arc::new(left), Arc::new(right)),
    }
}

/// The term, if it has no more parts than evaluation should have to look at. Whoever builds a term in a loop asks on each
/// turn: a chain as long as a file would not even be dropped without overflowing the stack.
pub fn bounded(term: Term) -> Term {
    let mut parts = vec![&term];
    let mut seen = 0;
    while let Some(part) = parts.pop() {
        seen += 1;
        if seen > LARGEST_TERM {
            return Term::UNKNOWN;
        }
        match part {
            Term::Is(_) | Term::Value(..) => {}
            Term::Arithmetic(left, right) => parts.extend([&**left, &**right]),
            Term::Member(inner, _)
            | Term::Result(inner, _)
            | Term::Instance(inner, _)
            | Term::Passed(inner, _)
            | Term::Placed(inner, _)
            | Term::Element(inner)
            | Term::Ranged(inner)
            | Term::RangeKey(inner)
            | Term::Pointee(inner)
            | Term::Address(inner)
            | Term::Sliced(inner)
            | Term::Defaulted(inner) => parts.push(inner),
        }
    }
    term
}

impl Type {
    /// `bool`
    pub const BOOL: Type = Type::Basic(Basic::Bool);

    /// What it becomes when it is stored in a variable without a type.
    pub fn defaulted(self) -> Type {
        match self {
            Type::Untyped(Untyped::Bool) => Type::BOOL,
            Type::Untyped(Untyped::Int) => Type::INT,
            Type::Untyped(Untyped::Rune) => Type::RUNE,
            Type::Untyped(Untyped::Float) => Type::Basic(Basic::Float(8)),
            Type::Untyped(Untyped::Imaginary) => Type::Basic(Basic::Complex(16)),
            Type::Untyped(Untyped::String) => Type::STRING,
            Type::Untyped(Untyped::Nil) => Type::Unknown,
            typed => typed,
        }
    }

    /// Its parts, counted up to `most`; as many as `most` when it is nested deeper than `deepest`.
    pub(crate) fn parts_up_to(&self, most: usize, deepest: u32) -> usize {
        let mut parts = vec![(self, 0)];
        let mut seen = 0;
        while let Some((part, depth)) = parts.pop() {
            seen += 1;
            if seen >= most || depth >= deepest {
                return most;
            }
            part.each_part(&mut |inner| parts.push((inner, depth + 1)));
        }
        seen
    }

    /// Calls `visit` with each type that it is directly made of.
    pub(super) fn each_part<'t>(&'t self, visit: &mut impl FnMut(&'t Type)) {
        match self {
            Type::Unknown | Type::Basic(_) | Type::Untyped(_) | Type::Parameter(_) => {}
            Type::Pointer(of) | Type::Slice(of) | Type::Array(_, of) | Type::Chan(of) => visit(of),
            Type::Map(key, value) => {
                visit(key);
                visit(value);
            }
            Type::Named(_, _, of) | Type::Tuple(of) => of.iter().for_each(visit),
            Type::Func(signature) => signature.parameters.iter().chain(&*signature.results).for_each(visit),
            Type::Struct(fields) => fields.iter().for_each(|field| visit(&field.of)),
            Type::Interface { methods, embedded } => {
                for method in &**methods {
                    method.signature.parameters.iter().chain(&*method.signature.results).for_each(&mut *visit);
                }
                embedded.iter().for_each(visit);
            }
        }
    }

    /// Rebuilt with what `change` gives for a part; `None` keeps it and looks inside.
    pub(super) fn rebuilt(&self, change: &dyn Fn(&Type) -> Option<Type>) -> Type {
        self.rebuilt_at(change, 0)
    }

    fn rebuilt_at(&self, change: &dyn Fn(&Type) -> Option<Type>, depth: u32) -> Type {
        if depth > DEEPEST {
            return Type::Unknown;
        }
        if let Some(changed) = change(self) {
            return changed;
        }
        let inner = |of: &Type| of.rebuilt_at(change, depth + 1);
        let one = |of: &Arc<Type>| Arc::new(inner(of));
        let all = |of: &[Type]| of.iter().map(inner).collect::<Arc<[Type]>>();
        let signature = |of: &Signature| {
            Arc::new(Signature {
                type_parameters: of.type_parameters.clone(),
                parameters: all(&of.parameters),
                variadic: of.variadic,
                results: all(&of.results),
            })
        };
        match self {
            Type::Unknown | Type::Basic(_) | Type::Untyped(_) | Type::Parameter(_) => self.clone(),
            Type::Named(package, name, arguments) => Type::Named(package.clone(), name.clone(), all(arguments)),
            Type::Pointer(of) => Type::Pointer(one(of)),
            Type::Slice(of) => Type::Slice(one(of)),
            Type::Array(length, of) => Type::Array(*length, one(of)),
            Type::Map(key, value) => Type::Map(one(key), one(value)),
            Type::Chan(of) => Type::Chan(one(of)),
            Type::Func(of) => Type::Func(signature(of)),
            Type::Struct(fields) => {
                let field = |field: &Field| Field { of: inner(&field.of), ..field.clone() };
                Type::Struct(fields.iter().map(field).collect())
            }
            Type::Interface { methods, embedded } => {
                let method =
                    |method: &Method| Method { name: method.name.clone(), signature: signature(&method.signature) };
                Type::Interface { methods: methods.iter().map(method).collect(), embedded: all(embedded) }
            }
            Type::Tuple(of) => Type::Tuple(all(of)),
        }
    }

    /// Seen from another package: `Here` becomes `package`.
    pub(super) fn qualified(&self, package: &Package) -> Type {
        if *package == Package::Here {
            return self.clone();
        }
        self.rebuilt(&|part| match part {
            Type::Named(Package::Here, name, arguments) => {
                let arguments = arguments.iter().map(|argument| argument.qualified(package)).collect();
                Some(Type::Named(package.clone(), name.clone(), arguments))
            }
            _ => None,
        })
    }

    /// With types in place of type parameters; parameters beyond the arguments stay.
    pub(super) fn substituted(&self, parameters: &[Name], arguments: &[Type]) -> Type {
        if parameters.is_empty() || arguments.is_empty() {
            return self.clone();
        }
        self.rebuilt(&|part| match part {
            Type::Parameter(name) => {
                let argument = parameters.iter().position(|parameter| parameter == name)?;
                arguments.get(argument).cloned()
            }
            _ => None,
        })
    }

    /// Whether it is made of one of these type parameters.
    pub(super) fn mentions(&self, parameters: &[Name]) -> bool {
        let mut parts = vec![self];
        while let Some(part) = parts.pop() {
            if matches!(part, Type::Parameter(name) if parameters.contains(name)) {
                return true;
            }
            part.each_part(&mut |inner| parts.push(inner));
        }
        false
    }
}

impl Signature {
    /// The type that the argument at `index` is passed as.
    pub fn passed(&self, index: usize) -> Option<Type> {
        let last = self.parameters.len().checked_sub(1)?;
        match &self.parameters[index.min(last)] {
            Type::Slice(element) if self.variadic && index >= last => Some((**element).clone()),
            _ if self.variadic && index >= last => None,
            parameter if index <= last => Some(parameter.clone()),
            _ => None,
        }
    }

    /// The function with its first type parameters given.
    pub(super) fn instantiated(&self, arguments: &[Type]) -> Option<Type> {
        if self.type_parameters.is_empty() || arguments.len() > self.type_parameters.len() {
            return None;
        }
        let (given, rest) = self.type_parameters.split_at(arguments.len());
        let all = |of: &[Type]| of.iter().map(|of| of.substituted(given, arguments)).collect();
        Some(Type::Func(Arc::new(Signature {
            type_parameters: rest.into(),
            parameters: all(&self.parameters),
            variadic: self.variadic,
            results: all(&self.results),
        })))
    }
}
