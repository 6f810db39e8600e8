//! What guards and cost matchers compare with: types, and functions by the names that profiles give them.

use crate::go::types::Type;

/// A type, or a class of types.
#[derive(Clone, Debug, PartialEq)]
pub enum TypePattern {
    /// This very type.
    Exactly(Type),
    /// Every type with this underlying type: `~T`.
    Underlying(Type),
    /// Every type whose underlying type is of this class.
    Class(TypeClass),
}

/// A class of types, by their underlying type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeClass {
    /// Signed and unsigned integers of any width.
    Integer,
    /// `float32`, `float64`
    Float,
    /// `bool`
    Bool,
    /// Slices.
    Slice,
    /// Arrays.
    Array,
    /// Maps.
    Map,
    /// Channels.
    Chan,
    /// Functions.
    Func,
    /// Structs.
    Struct,
    /// Pointers.
    Pointer,
    /// Interfaces.
    Interface,
    /// The empty interface.
    Any,
    /// Interfaces, and pointers, slices, arrays and maps whose elements or keys are interfaces: what lies behind them is known
    /// at run time alone.
    Dynamic,
    /// The same, and structs with such fields.
    Open,
}

impl TypeClass {
    /// The words of rule files, with what they mean.
    pub const WORDS: [(&'static str, TypeClass); 14] = [
        ("integer", TypeClass::Integer),
        ("float", TypeClass::Float),
        ("bool", TypeClass::Bool),
        ("slice", TypeClass::Slice),
        ("array", TypeClass::Array),
        ("map", TypeClass::Map),
        ("chan", TypeClass::Chan),
        ("func", TypeClass::Func),
        ("struct", TypeClass::Struct),
        ("pointer", TypeClass::Pointer),
        ("interface", TypeClass::Interface),
        ("any", TypeClass::Any),
        ("dynamic", TypeClass::Dynamic),
        ("open", TypeClass::Open),
    ];
}

/// Functions by name, spelled as profiles spell them: `fmt.Sprintf`, `bytes.(*Buffer).Write`, `io.Writer.Write`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Callee {
    name: String,
    prefix: bool,
}

impl Callee {
    /// The one function of this name.
    pub fn exactly(name: &str) -> Callee {
        Callee { name: name.to_owned(), prefix: false }
    }

    /// Reads a rule's spelling: a trailing `*` stands for any ending.
    pub fn parse(text: &str) -> Callee {
        match text.strip_suffix('*') {
            Some(prefix) => Callee { name: prefix.to_owned(), prefix: true },
            None => Callee::exactly(text),
        }
    }

    /// The name, or what the names begin with.
    pub fn spelling(&self) -> &str {
        &self.name
    }

    /// Whether a symbol without type arguments is one of them.
    pub fn matches(&self, symbol: &str) -> bool {
        if self.prefix { symbol.starts_with(&self.name) } else { symbol == self.name }
    }

    /// Whether a function or method of this last name may be one of them.
    pub fn may_be_called(&self, last_name: &str) -> bool {
        self.prefix || self.name.rsplit('.').next() == Some(last_name)
    }
}

/// Which bytes of a line are a rule's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CostMatcher {
    /// The line allocates itself: Go hides the runtime's frames above it.
    Flat,
    /// The first frame below the line is one of these.
    Direct(Callee),
    /// Some frame between the line and the leaf is one of these.
    Below(Callee),
}
