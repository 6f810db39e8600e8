//! Light types: what can be said of a Go expression from syntax, one package's declarations and the standard library.
//!
//! Two vocabularies. A [`Type`] is known. A [`Term`] may still ask something of other files: `scan` writes terms from one
//! file, `resolve` evaluates them against a package's [`Facts`](super::facts::Facts). Whatever cannot be said is
//! `Type::Unknown`, never a guess: a rule that needs the answer stays silent.

use std::sync::Arc;

/// An identifier or an import path.
pub type Name = Arc<str>;

/// The package that a name belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Package {
    /// The package of the file that says it.
    Here,
    /// An imported one, by import path.
    Path(Name),
}

/// The predeclared types that have no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basic {
    /// `bool`
    Bool,
    /// `string`
    String,
    /// `int`, `int8` .. `int64`, `rune`
    Int(IntSize),
    /// `uint`, `uint8` .. `uint64`, `uintptr`, `byte`
    Uint(IntSize),
    /// `float32` (4) or `float64` (8)
    Float(u8),
    /// `complex64` (8) or `complex128` (16)
    Complex(u8),
    /// `unsafe.Pointer`
    UnsafePointer,
}

/// Width of an integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntSize {
    /// `int`, `uint`, `uintptr`: the machine word.
    Word,
    /// This many bytes: 1, 2, 4 or 8.
    Bytes(u8),
}

/// The kind of an untyped constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Untyped {
    /// `true`, `false`, comparisons of constants
    Bool,
    /// `1`
    Int,
    /// `'a'`
    Rune,
    /// `1.5`
    Float,
    /// `1i`
    Imaginary,
    /// `"s"`
    String,
    /// `nil`
    Nil,
}

/// A type that is known, or `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Nothing may be assumed.
    Unknown,
    /// A predeclared type.
    Basic(Basic),
    /// The type of an untyped constant expression, or of `nil`.
    Untyped(Untyped),
    /// A defined type or an alias, by package and name, with its type arguments (empty when not generic).
    Named(Package, Name, Arc<[Type]>),
    /// `*T`
    Pointer(Arc<Type>),
    /// `[]T`
    Slice(Arc<Type>),
    /// `[N]T`; `None` when N is not a literal.
    Array(Option<u64>, Arc<Type>),
    /// `map[K]V`
    Map(Arc<Type>, Arc<Type>),
    /// `chan T`, whatever its direction.
    Chan(Arc<Type>),
    /// A function type, or a declared function's.
    Func(Arc<Signature>),
    /// `struct{...}`
    Struct(Arc<[Field]>),
    /// `interface{...}`; both lists empty is `any`. `error` is an interface with the one method `Error`.
    Interface {
        /// Methods that it lists itself.
        methods: Arc<[Method]>,
        /// Types and interfaces that it embeds; a union or `~T` makes it a constraint and stands as `Unknown`.
        embedded: Arc<[Type]>,
    },
    /// A type parameter in scope.
    Parameter(Name),
    /// Several results of a call.
    Tuple(Arc<[Type]>),
}

/// A struct field, or an embedded type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// For an embedded field the type's own name.
    pub name: Name,
    /// Its type.
    pub of: Type,
    /// Whether it is embedded, so that its fields and methods are promoted.
    pub embedded: bool,
}

/// A method of an interface.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Method {
    /// Its name.
    pub name: Name,
    /// Its signature.
    pub signature: Arc<Signature>,
}

/// Parameters and results of a function, receivers left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Signature {
    /// Type parameters, by name.
    pub type_parameters: Arc<[Name]>,
    /// Parameter types; a variadic one stands as the slice that the function sees.
    pub parameters: Arc<[Type]>,
    /// Whether the last parameter is variadic.
    pub variadic: bool,
    /// Result types.
    pub results: Arc<[Type]>,
}

/// An expression's type as far as one file can say, to be evaluated with the package's facts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// Already known, or known to be unknowable.
    Is(Type),
    /// The value that a package-level name stands for: variable, constant or function.
    Value(Package, Name),
    /// Field, method or, through a package-level type name, method expression: `x.name`.
    Member(Arc<Term>, Name),
    /// The result at this index of calling it. On a tuple-valued call that is used as a single value, index 0.
    Result(Arc<Term>, u32),
    /// Calling something with type arguments dropped or inferred: the callee's term, instantiated where they are written.
    Instance(Arc<Term>, Arc<[Type]>),
    /// What indexing or ranging over it gives as value: elements of slices, arrays, pointers to arrays, maps, channels,
    /// the bytes of an indexed string.
    Element(Arc<Term>),
    /// What ranging over it gives as value: as `Element`, but runes for strings and yielded values for iterators.
    Ranged(Arc<Term>),
    /// What ranging over it gives first: int for slices, arrays and strings, keys of maps, elements of channels, the
    /// integer itself for range-over-int, the first yielded value for iterators.
    RangeKey(Arc<Term>),
    /// `*x`
    Pointee(Arc<Term>),
    /// `&x`
    Address(Arc<Term>),
    /// `x[a:b]`
    Sliced(Arc<Term>),
    /// Arithmetic on two operands: the typed one's type decides.
    Arithmetic(Arc<Term>, Arc<Term>),
    /// What a value of an untyped constant's type becomes when it is stored in a variable without a type.
    Defaulted(Arc<Term>),
    /// The type that the argument at this index is passed as: the parameter's, or the element's of a variadic one.
    Passed(Arc<Term>, u32),
    /// The type that a composite literal of this type wants at a place.
    Placed(Arc<Term>, Place),
}

/// A place in a composite literal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The value at this index, without a key: a field of a struct, an element of anything else.
    Index(u32),
    /// The value behind a key that is a mere name: a field of a struct, an element of anything else.
    Name(Name),
}

impl Term {
    /// Nothing can be said.
    pub const UNKNOWN: Term = Term::Is(Type::Unknown);
}

impl Type {
    /// `[]byte`
    pub fn byte_slice() -> Type {
        Type::Slice(Arc::new(Type::BYTE))
    }

    /// `byte`, that is `uint8`
    pub const BYTE: Type = Type::Basic(Basic::Uint(IntSize::Bytes(1)));
    /// `rune`, that is `int32`
    pub const RUNE: Type = Type::Basic(Basic::Int(IntSize::Bytes(4)));
    /// `string`
    pub const STRING: Type = Type::Basic(Basic::String);
    /// `int`
    pub const INT: Type = Type::Basic(Basic::Int(IntSize::Word));

    /// A defined type without type arguments of the package at `path`.
    pub fn named(path: &str, name: &str) -> Type {
        Type::Named(Package::Path(path.into()), name.into(), Arc::from([]))
    }

    /// `any`
    pub fn any() -> Type {
        Type::Interface { methods: Arc::from([]), embedded: Arc::from([]) }
    }

    /// The predeclared type named `name`, such as `string`, `byte`, `any` or `error`.
    pub fn predeclared(name: &str) -> Option<Type> {
        use IntSize::{Bytes, Word};
        Some(match name {
            "bool" => Type::Basic(Basic::Bool),
            "string" => Type::STRING,
            "int" => Type::INT,
            "int8" => Type::Basic(Basic::Int(Bytes(1))),
            "int16" => Type::Basic(Basic::Int(Bytes(2))),
            "int32" | "rune" => Type::RUNE,
            "int64" => Type::Basic(Basic::Int(Bytes(8))),
            "uint" | "uintptr" => Type::Basic(Basic::Uint(Word)),
            "uint8" | "byte" => Type::BYTE,
            "uint16" => Type::Basic(Basic::Uint(Bytes(2))),
            "uint32" => Type::Basic(Basic::Uint(Bytes(4))),
            "uint64" => Type::Basic(Basic::Uint(Bytes(8))),
            "float32" => Type::Basic(Basic::Float(4)),
            "float64" => Type::Basic(Basic::Float(8)),
            "complex64" => Type::Basic(Basic::Complex(8)),
            "complex128" => Type::Basic(Basic::Complex(16)),
            "any" => Type::any(),
            "comparable" => Type::Interface { methods: Arc::from([]), embedded: Arc::from([Type::Unknown]) },
            "error" => {
                let signature = Signature { results: Arc::from([Type::STRING]), ..Signature::default() };
                let method = Method { name: "Error".into(), signature: Arc::new(signature) };
                Type::Interface { methods: Arc::from([method]), embedded: Arc::from([]) }
            }
            _ => return None,
        })
    }
}
