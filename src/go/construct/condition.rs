//! What must be so for a construct to allocate, where only the facts of a package can say.

use crate::go::evaluate::{Denoted, World, denoted, evaluate};
use crate::go::types::{Basic, IntSize, Name, Package, Term, Type, Untyped};

/// A question to the facts. Each is asked of terms that syntax alone left open.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The expression's type is of this class.
    Is(Term, Class),
    /// The expression's type is not of this class.
    IsNot(Term, Class),
    /// Storing a value of the first type where the second is wanted puts it into an interface that needs memory for it.
    Boxes {
        /// The value.
        value: Term,
        /// Where it goes.
        into: Term,
    },
    /// The call of this function with so many arguments puts some of them into a slice.
    PacksArguments {
        /// What is called.
        function: Term,
        /// All arguments of the call.
        arguments: u32,
    },
    /// `receiver.name` is a method, not a field.
    BindsMethod {
        /// The operand.
        receiver: Term,
        /// What is selected.
        name: Name,
    },
    /// Method `name` is declared for the pointer, so that calling it on a variable takes the variable's address.
    TakesAddress {
        /// The operand, not a pointer itself.
        receiver: Term,
        /// The method.
        name: Name,
    },
    /// Converting a value of the first type to the second copies it: between strings, slices of bytes and of runes.
    Copies {
        /// The operand.
        from: Term,
        /// The type, as a term that denotes it.
        to: Term,
    },
    /// What is called is a function, and not the name of a type.
    IsFunction(Term),
    /// A value takes more bytes than this.
    IsLargerThan(Term, u64),
    /// The language is older than Go 1.N, in which loops share their variables. The facts do not tell.
    LanguageBefore(u16),
    /// Nobody's doubt counts: what cannot be answered is no.
    Surely(Box<Condition>),
    /// All conditions of one of these hold.
    AnyOf(Vec<Vec<Condition>>),
}

/// Classes of types, by what lies behind names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Strings.
    String,
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
    /// Pointers.
    Pointer,
    /// Interfaces with methods.
    InterfaceWithMethods,
}

impl Condition {
    /// Whether it holds; `None` where nobody can say.
    pub fn settle(&self, world: &World) -> Option<bool> {
        match self {
            Condition::Is(of, class) => is(&evaluate(of, world), *class, world),
            Condition::IsNot(of, class) => is(&evaluate(of, world), *class, world).map(|is| !is),
            Condition::Boxes { value, into } => boxes(value, into, world),
            Condition::PacksArguments { function, arguments } => {
                if leaves_arguments_on_the_stack(function, world) {
                    return Some(false);
                }
                let Type::Func(signature) = world.underlying(&evaluate(function, world)) else { return None };
                Some(signature.variadic && *arguments as usize >= signature.parameters.len())
            }
            Condition::BindsMethod { receiver, name } => match denoted(receiver, world)? {
                // A method expression is a function of the program.
                Denoted::Type(_) => Some(false),
                Denoted::Value(of) => {
                    let method = world.method(&of, name).map(|_| true);
                    method.or_else(|| evaluated(&Term::Member(receiver.clone().into(), name.clone()), world))
                }
            },
            Condition::TakesAddress { receiver, name } => {
                let of = evaluate(receiver, world);
                match world.underlying(&of) {
                    // Of what is not known at all it is seldom a variable that the method belongs to.
                    Type::Unknown if of == Type::Unknown => Some(false),
                    Type::Unknown | Type::Parameter(_) => None,
                    Type::Pointer(_) | Type::Interface { .. } => Some(false),
                    _ => world.method_takes_pointer(&of, name),
                }
            }
            Condition::Copies { from, to } => copies(from, to, world),
            Condition::IsFunction(of) => denoted(of, world).map(|denoted| matches!(denoted, Denoted::Value(_))),
            Condition::IsLargerThan(of, bytes) => {
                world.size_bytes(&evaluate(of, world).defaulted()).map(|size| size > *bytes)
            }
            Condition::LanguageBefore(_) => None,
            Condition::Surely(inner) => Some(inner.settle(world) == Some(true)),
            Condition::AnyOf(ways) => any(ways, world),
        }
    }
}

/// Whether all of them hold; `None` where one is open and none fails.
pub(super) fn all(conditions: &[Condition], world: &World) -> Option<bool> {
    let mut open = false;
    for condition in conditions {
        match condition.settle(world) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => open = true,
        }
    }
    (!open).then_some(true)
}

fn any(ways: &[Vec<Condition>], world: &World) -> Option<bool> {
    let mut open = false;
    for way in ways {
        match all(way, world) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => open = true,
        }
    }
    (!open).then_some(false)
}

/// Packages of the standard library whose functions keep none of the slices that hold their variadic arguments (measured on
/// Go 1.21, 1.24 and 1.27): those stay on the caller's stack.
const KEEP_NO_ARGUMENTS: [&str; 8] =
    ["errors", "fmt", "log", "log/slog", "path", "path/filepath", "strings", "testing"];

fn leaves_arguments_on_the_stack(function: &Term, world: &World) -> bool {
    let (package, name) = match function {
        Term::Value(package, name) => (package.clone(), name),
        Term::Member(receiver, name) => match evaluate(receiver, world) {
            Type::Pointer(of) => match &*of {
                Type::Named(package, ..) => (package.clone(), name),
                _ => return false,
            },
            Type::Named(package, ..) => (package, name),
            _ => return false,
        },
        _ => return false,
    };
    // slog.Group and slog.GroupValue make their result of them.
    matches!(package, Package::Path(path) if KEEP_NO_ARGUMENTS.contains(&&*path)) && !name.starts_with("Group")
}

/// A selection whose type is known and which is no method is a field.
fn evaluated(member: &Term, world: &World) -> Option<bool> {
    (evaluate(member, world) != Type::Unknown).then_some(false)
}

fn is(of: &Type, class: Class, world: &World) -> Option<bool> {
    Some(match (class, world.underlying(of)) {
        (_, Type::Unknown | Type::Parameter(_)) => return None,
        (Class::String, Type::Basic(Basic::String) | Type::Untyped(Untyped::String)) => true,
        (Class::Slice, Type::Slice(_)) => true,
        (Class::Array, Type::Array(..)) => true,
        (Class::Map, Type::Map(..)) => true,
        (Class::Chan, Type::Chan(_)) => true,
        (Class::Func, Type::Func(_)) => true,
        (Class::Pointer, Type::Pointer(_)) => true,
        (Class::InterfaceWithMethods, Type::Interface { methods, embedded }) => {
            !methods.is_empty() || !embedded.is_empty()
        }
        _ => false,
    })
}

fn boxes(value: &Term, into: &Term, world: &World) -> Option<bool> {
    // The box of a constant is part of the program.
    if let Term::Value(package, name) = value
        && world.is_constant(package, name) == Some(true)
    {
        return Some(false);
    }
    let needs_memory = needs_memory(&evaluate(value, world), world);
    if needs_memory == Some(false) {
        return Some(false);
    }
    match world.underlying(&evaluate(into, world)) {
        Type::Unknown => None,
        Type::Interface { .. } => needs_memory,
        _ => Some(false),
    }
}

/// Whether an interface cannot hold such a value in its own word.
pub(super) fn needs_memory(value: &Type, world: &World) -> Option<bool> {
    match world.underlying(value) {
        Type::Unknown | Type::Parameter(_) => None,
        // Constants, nil, and comparisons.
        Type::Untyped(_) | Type::Interface { .. } => Some(false),
        // The runtime has a table of all bytes.
        Type::Basic(Basic::Bool | Basic::Int(IntSize::Bytes(1)) | Basic::Uint(IntSize::Bytes(1))) => Some(false),
        _ if world.size_bytes(value) == Some(0) => Some(false),
        _ => world.pointer_shaped(value).map(|pointer| !pointer),
    }
}

/// What copying conversions distinguish.
#[derive(PartialEq)]
enum Text {
    String,
    Bytes,
    Runes,
    Integer,
    Other,
}

fn text(of: &Type, world: &World) -> Option<Text> {
    Some(match world.underlying(of) {
        Type::Unknown | Type::Parameter(_) => return None,
        Type::Basic(Basic::String) | Type::Untyped(Untyped::String) => Text::String,
        Type::Basic(Basic::Int(_) | Basic::Uint(_)) | Type::Untyped(Untyped::Int | Untyped::Rune) => Text::Integer,
        Type::Slice(element) => match world.underlying(&element) {
            Type::Unknown | Type::Parameter(_) => return None,
            Type::BYTE => Text::Bytes,
            Type::RUNE => Text::Runes,
            _ => Text::Other,
        },
        _ => Text::Other,
    })
}

/// The type that `to` denotes; of a term that is known it is the type itself.
pub(super) fn target(to: &Term, world: &World) -> Option<Type> {
    match (to, denoted(to, world)?) {
        (Term::Is(_), Denoted::Value(of)) | (_, Denoted::Type(of)) => Some(of),
        (_, Denoted::Value(_)) => None,
    }
}

fn copies(from: &Term, to: &Term, world: &World) -> Option<bool> {
    if !matches!(to, Term::Is(_)) && matches!(denoted(to, world), Some(Denoted::Value(_))) {
        return Some(false);
    }
    let to = match target(to, world) {
        Some(to) => text(&to, world),
        None => None,
    };
    let from = text(&evaluate(from, world), world);
    match (from, to) {
        (_, Some(Text::Other | Text::Integer)) | (Some(Text::Other), _) => Some(false),
        (Some(from), Some(to)) => Some(from != to && (from == Text::String || to == Text::String)),
        _ => None,
    }
}
