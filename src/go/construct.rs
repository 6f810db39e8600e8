//! Constructs: everything in Go's syntax that can allocate, with the byte that Go charges it to and the sizes that it can
//! have where syntax tells.
//!
//! What one declaration says. Types stay [`Term`]s, because a field's type may stand in another file; whether a construct
//! really allocates is the profile's word, never this file's. The lines are measured on Go 1.21 to 1.27.

use super::types::{Name, Package, Term};
use crate::model::Span;

/// A piece of syntax that can allocate.
#[derive(Clone, Debug, PartialEq)]
pub struct Construct {
    /// What it is.
    pub kind: ConstructKind,
    /// The expression or statement, in bytes of the file: what a diagnostic points at.
    pub span: Span,
    /// The byte of the file whose line Go charges (see [`super::charge`]).
    pub charged_at: usize,
    /// Where else Go may charge it, and which allocations.
    pub also_charged: Vec<AlsoCharged>,
    /// What it allocates.
    pub amount: Amount,
    /// The innermost function literal or body of a range-over-func loop that it lies in: where it begins, in bytes of the
    /// file. `None` directly in the declaration.
    pub literal_at: Option<usize>,
    /// Loops around it within its function.
    pub loop_depth: u32,
}

/// Another byte that a construct's allocations can be charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlsoCharged {
    /// The byte of the file.
    pub at: usize,
    /// The first minor version of Go 1 that does so.
    pub since: u16,
    /// The last one, where it is known.
    pub until: Option<u16>,
    /// Only allocations of at most so many bytes.
    pub at_most: Option<u64>,
}

/// What allocates.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstructKind {
    /// `make([]T, n)`
    MakeSlice,
    /// `make(map[K]V, n)`
    MakeMap,
    /// `make(chan T, n)`
    MakeChan,
    /// `new(T)`, `new(expr)`
    New,
    /// `&T{...}`
    AddressedLiteral,
    /// `[]T{...}`
    SliceLiteral,
    /// `map[K]V{...}`
    MapLiteral,
    /// `append(s, ...)`
    Append,
    /// `a + b`, `s += x` on strings; one for a whole chain.
    Concatenation,
    /// `string(b)`, `[]byte(s)`, `[]rune(s)`, `string(r)`
    Conversion,
    /// A function literal that captures something.
    Closure,
    /// `x.M` as a value.
    MethodValue,
    /// A concrete value that becomes an interface.
    Boxing,
    /// The slice that holds variadic arguments.
    VariadicSlice,
    /// `m[k] = v`, `m[k] += v`, `m[k]++`
    MapWrite,
    /// A variable whose address or capture moves it to the heap: charged at its declaration.
    MovedVariable,
    /// A parameter, receiver or named result that moves to the heap: charged at the function's line.
    MovedParameter,
    /// `go f(x)`: its closure.
    Go,
    /// `defer f(x)`: its record, in a loop.
    Defer,
    /// The state of a range over a function, and its body's closure.
    RangeOverFunc,
    /// A call: what runs below it may allocate. Explains only what the profile puts below it, or what Go charges to the
    /// line of an inlined call.
    Call(Callee),
}

/// What a call calls.
#[derive(Clone, Debug, PartialEq)]
pub enum Callee {
    /// A function of this package or an imported one.
    Function(Package, Name),
    /// A method of a value of this type.
    Method(Term, Name),
    /// A function literal, called where it stands.
    Literal,
    /// A function value: a variable, a field, a result.
    Value,
}

/// How many bytes a construct can ask for, before Go rounds them up to a size class.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// One value of this type.
    One(Term),
    /// This many values of the element's type; `None` when the number is known at run time only.
    Elements {
        /// The element's type.
        of: Term,
        /// How many, where a constant says.
        count: Option<u64>,
        /// Whether it may grow beyond that, by Go's growth of slices.
        grows: bool,
    },
    /// A string or byte slice of unknown length; runes are four bytes each.
    Text,
    /// A map's header, groups or buckets of these types.
    Map {
        /// The keys.
        key: Term,
        /// The values.
        value: Term,
    },
    /// A channel of this element's type and, where a constant says, this buffer.
    Chan {
        /// The elements.
        of: Term,
        /// The buffer.
        count: Option<u64>,
    },
    /// A code pointer and these captured values; a captured variable that is written or whose address is taken is a pointer.
    Closure {
        /// The captured values, `None` for a pointer to one.
        captured: Vec<Option<Term>>,
    },
    /// Exactly so many bytes, whatever the types.
    Bytes(u64),
    /// Whatever runs below decides.
    Below,
    /// Nobody can say.
    Unknown,
}
