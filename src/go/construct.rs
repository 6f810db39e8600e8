//! Constructs: everything in Go's syntax that can allocate, with the byte that Go charges it to and the sizes that it can
//! have where syntax tells.
//!
//! Two steps. [`constructs`] reads one declaration; types stay [`Term`]s there, because a field's type may stand in another
//! file, and what depends on them is a [`Condition`]. [`settled`] asks the package's facts and drops what cannot allocate.
//! Whether a construct really allocates is the profile's word, never this module's: [`fits`] says which of its sizes it can
//! have. The lines are measured on Go 1.21 to 1.27.

mod boxing;
mod calls;
mod captures;
mod closures;
mod condition;
mod finder;
mod fit;
mod holding;
mod literals;
mod moved;
mod paths;
mod settle;
mod slices;
mod strings;
mod told;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub use condition::{Class, Condition};
pub use fit::{Fit, fits};
pub use settle::settled;

use super::bindings::Bindings;
use super::syntax::Syntax;
use super::terms::Terms;
use super::types::{Name, Package, Term};
use crate::model::Span;

/// Everything in one declaration that can allocate, in order of span, with the conditions that other files decide.
///
/// Linear in the size of the declaration. What the parser could not read holds nothing.
pub fn constructs(syntax: &Syntax, bindings: &Bindings, terms: &Terms) -> Vec<Construct> {
    finder::find(syntax, bindings, terms)
}

/// A piece of syntax that can allocate.
#[derive(Clone, Debug, PartialEq)]
pub struct Construct {
    /// What it is.
    pub kind: ConstructKind,
    /// What must be so for it to allocate at all. After [`settled`] those that nobody can answer: none means that the
    /// types allow it for sure.
    pub conditions: Vec<Condition>,
    /// The expression or statement, in bytes of the file: what a diagnostic points at. Of a variable its name where it is
    /// declared.
    pub span: Span,
    /// The byte of the file whose line Go charges (see [`super::charge`]).
    pub charged_at: usize,
    /// Where else Go may charge it, and which allocations.
    pub also_charged: Vec<AlsoCharged>,
    /// What it allocates.
    pub amount: Amount,
    /// The innermost function literal that it lies in, and after [`settled`] the innermost literal or body of a
    /// range-over-func loop: where it begins, in bytes of the file. `None` directly in the declaration.
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
    /// Converting or asserting to an interface: the runtime's cache, about once in a thousand times, at random.
    ConversionCache,
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
        /// How many, where a constant says; of an append how many values it adds, where they are not spread.
        count: Option<u64>,
        /// Whether there may be more, by Go's growth of slices.
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
        /// How many entries it is made for, where syntax says. `None` for a write, which may be the one of any number.
        entries: Option<u64>,
    },
    /// A channel of this element's type and, where a constant says, this buffer.
    Chan {
        /// The elements.
        of: Term,
        /// The buffer.
        count: Option<u64>,
    },
    /// A code pointer and what is captured.
    Closure {
        /// In order of declaration.
        captured: Vec<Captured>,
    },
    /// A method with its receiver: a code pointer and a copy of it; `None` for a pointer to it.
    Bound {
        /// The receiver.
        receiver: Option<Term>,
    },
    /// Exactly so many bytes, whatever the types.
    Bytes(u64),
    /// One of these numbers of bytes, by version.
    OneOf(&'static [u64]),
    /// A table of two, four, eight and so on entries of so many bytes each, behind one word.
    Table(u64),
    /// Whatever runs below decides.
    Below,
    /// Nobody can say.
    Unknown,
}

/// What a closure holds, most often of one variable.
#[derive(Clone, Debug, PartialEq)]
pub enum Captured {
    /// A pointer, since it is written or its address is taken.
    Pointer,
    /// Its value; of a large one a pointer.
    Value(Term),
    /// A pointer where the condition holds, else its value.
    PointerIf(Condition, Term),
    /// In generic code a word that says what the type arguments are, where the literal needs it.
    TypeArguments,
}

impl Construct {
    /// The byte whose line and column the compiler reports: the charged one, but of a variable where it is declared.
    pub fn reported_at(&self) -> usize {
        match self.kind {
            ConstructKind::MovedVariable | ConstructKind::MovedParameter => self.span.start,
            _ => self.charged_at,
        }
    }
}
