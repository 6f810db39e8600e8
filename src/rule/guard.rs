//! Guards: named, typed conditions beyond a rule's query. A closed set; docs/rule-format.md says when each one holds.

use super::pattern::{Callee, TypePattern};
use std::sync::Arc;

/// A capture of one rule, an index into its names: those of the query first, then those that guards bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Capture(pub u16);

impl Capture {
    /// As an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How a local variable is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeclaredAs {
    /// `var x T`
    Zero,
    /// `T{}`
    EmptyLiteral,
    /// `make([]T, 0)`, `make(map[K]V)`
    MakeEmpty,
    /// `new(T)`
    New,
    /// `&T{}`
    PointerLiteral,
    /// `[]T(nil)`, `var x T = nil`
    Nil,
}

/// A condition on the nodes of one capture.
#[derive(Clone, Debug, PartialEq)]
pub enum Guard {
    /// It runs once per turn of a loop that goes on after it.
    InLoop { of: Capture },
    /// As `InLoop`, and every turn runs it exactly once.
    OncePerTurn { of: Capture },
    /// The loop around it has a length known when it starts; binds what gives it.
    BoundedLoop { of: Capture, length: Option<Capture> },
    /// Its function has the shape of an HTTP handler.
    InHandler { of: Capture },
    /// `InLoop` or `InHandler`.
    HotPath { of: Capture },
    /// It names a variable of its own function.
    Local { of: Capture },
    /// The local variable is declared in one of these ways; binds the declaring statement or spec.
    Declared { of: Capture, ways: Vec<DeclaredAs>, at: Option<Capture> },
    /// The variable lives longer than one turn of the loop around it.
    DeclaredOutsideLoop { of: Capture },
    /// No literal captures the local variable and nobody takes its address.
    Confined { of: Capture },
    /// Nothing uses the variable between its declaration and the loop around it.
    UntouchedUntilLoop { of: Capture },
    /// The variable is used so; binds the calls.
    Used { of: Capture, methods: Vec<String>, arguments_of: Arc<[Callee]>, at: Option<Capture> },
    /// The variable is used so and in no other way; binds the calls.
    OnlyUsed { of: Capture, methods: Vec<String>, arguments_of: Arc<[Callee]>, at: Option<Capture> },
    /// The variable outlives its function.
    Pooled { of: Capture },
    /// The expression's type is one of these.
    Type { of: Capture, any: Arc<[TypePattern]> },
    /// The type node denotes one of these.
    Denotes { of: Capture, any: Arc<[TypePattern]> },
    /// It calls one of these.
    Calls { of: Capture, any: Arc<[Callee]> },
    /// It is a conversion to one of these.
    Conversion { of: Capture, to: Arc<[TypePattern]> },
    /// The compiler does not copy for this conversion.
    ElidedConversion { of: Capture },
    /// The call passes values that are boxed; binds them.
    Boxes { of: Capture, at: Option<Capture> },
    /// It is a constant expression.
    Constant { of: Capture },
    /// It is a string literal with one of these values.
    Text { of: Capture, any: Vec<String> },
    /// The call has this many arguments and spreads none.
    Arguments { of: Capture, count: usize },
    /// The pointer's array ends before the constant length does.
    BeyondArray { of: Capture },
    /// The inner guard surely fails.
    Not(Box<Guard>),
    /// One of them holds.
    Any(Vec<Guard>),
}
