//! The questions that one file cannot answer, and their answers from a package's facts and the standard library.

use crate::go::evaluate::{World, evaluate};
use crate::go::size_class::round_up;
use crate::go::types::{Basic, IntSize, Name, Package, Term, Type};
use crate::rule::{Callee, TypePattern};
use std::sync::Arc;

/// A question to the facts of a package.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Is the expression's type one of these?
    TypeIs {
        /// The expression.
        of: Term,
        /// The types that will do.
        any: Arc<[TypePattern]>,
    },
    /// Does calling this call one of these?
    Calls {
        /// What is called.
        function: Term,
        /// The functions and methods that will do.
        any: Arc<[Callee]>,
    },
    /// Is this package-level name a constant?
    IsConstant {
        /// Its package.
        package: Package,
        /// Its name.
        name: Name,
    },
    /// Are the keys of the map of a type whose few values its package names?
    NamesItsKeys {
        /// The map.
        of: Term,
    },
    /// Is it a package-level variable that is declared with a literal of so many elements at most?
    FewElements {
        /// Its package.
        package: Package,
        /// Its name.
        name: Name,
        /// So many.
        most: u32,
    },
    /// Does ranging over it take a number of turns that is known at the start?
    RangesBounded {
        /// The range operand.
        over: Term,
    },
    /// Is the argument at `index`, a value of a concrete type that is not a pointer's shape, passed as an interface?
    Boxes {
        /// What is called.
        function: Term,
        /// Position of the argument.
        index: usize,
        /// The argument.
        argument: Term,
    },
    /// Is the argument at `index` passed as an interface that has a method `Read`?
    PassedToRead {
        /// What is called.
        function: Term,
        /// Position of the argument.
        index: usize,
    },
    /// Has a value of the expression's type one of these methods?
    HasMethod {
        /// The expression.
        of: Term,
        /// The names that will do.
        any: Vec<String>,
    },
    /// Are the types identical, or their underlying types?
    SameType {
        /// The one expression.
        one: Term,
        /// The other.
        other: Term,
        /// Whether they are receivers of methods: a pointer is as good as what it points at, and the names must be one.
        receivers: bool,
    },
    /// Does a value of the expression's type take at least so many bytes?
    TakesAtLeast {
        /// The expression.
        of: Term,
        /// Bytes on a 64-bit machine.
        bytes: u64,
    },
    /// Does the function take its parameter at `position`, or its receiver, by value, at least so many bytes, and only read it?
    OnlyReads {
        /// What is called.
        function: Term,
        /// The parameter's position; none for the receiver.
        position: Option<usize>,
        /// Bytes on a 64-bit machine.
        bytes: u64,
    },
    /// Would the struct that it holds, points at or has as elements take less memory with its fields in another order?
    Padded {
        /// The expression.
        of: Term,
    },
    /// Does Go round up at least so many percent of what a slice of this length takes?
    RoundedUp {
        /// The slice.
        of: Term,
        /// Its elements.
        length: u64,
        /// Of what is taken.
        percent: u64,
    },
    /// Does `length` reach past `available` elements of the array or variable behind a pointer?
    PointsAt {
        /// The variable or array whose address is taken.
        of: Term,
        /// For an element of an array its index.
        element: Option<u64>,
        /// The element type that the pointer is read as, where it was converted.
        read_as: Option<Type>,
        /// The length asked for.
        length: u64,
    },
}

/// The answer, or `None` where the facts are silent.
pub(super) fn answer(question: &Question, world: &World) -> Option<bool> {
    match question {
        Question::TypeIs { of, any } => type_is(&evaluate(of, world), any, world),
        Question::Calls { function, any } => calls(function, any, world),
        Question::IsConstant { package, name } => world.is_constant(package, name),
        Question::NamesItsKeys { of } => match world.underlying(&evaluate(of, world)) {
            Type::Map(key, _) => world.names_its_values(&key),
            _ => None,
        },
        // What is not written out is not few.
        Question::FewElements { package, name, most } => {
            Some(world.elements_written(package, name).is_some_and(|elements| elements <= *most))
        }
        Question::RangesBounded { over } => ranges_bounded(&evaluate(over, world), world),
        Question::Boxes { function, index, argument } => boxes(function, *index, argument, world),
        Question::PassedToRead { function, index } => passed_to_read(function, *index, world),
        Question::HasMethod { of, any } => has_method(&evaluate(of, world), any, world),
        Question::SameType { one, other, receivers } => {
            same_type(&evaluate(one, world), &evaluate(other, world), *receivers, world)
        }
        Question::TakesAtLeast { of, bytes } => world.size_bytes(&evaluate(of, world)).map(|size| size >= *bytes),
        Question::OnlyReads { function, position, bytes } => world.only_reads(function, *position, *bytes),
        Question::Padded { of } => is_padded(&evaluate(of, world), world),
        Question::RoundedUp { of, length, percent } => rounded_up(&evaluate(of, world), *length, *percent, world),
        Question::PointsAt { of, element, read_as, length } => {
            let available = elements_available(&evaluate(of, world), *element, read_as.as_ref(), world)?;
            Some(*length > available)
        }
    }
}

fn type_is(of: &Type, any: &[TypePattern], world: &World) -> Option<bool> {
    if *of == Type::Unknown {
        return None;
    }
    let mut unknown = false;
    for pattern in any {
        match matches_pattern(of, pattern, world) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(false)
}

fn matches_pattern(of: &Type, pattern: &TypePattern, world: &World) -> Option<bool> {
    use crate::rule::TypeClass as Class;
    // A constant takes its default type where nothing else is asked of it.
    let of = &of.clone().defaulted();
    let underlying = || Some(world.underlying(of)).filter(|under| *under != Type::Unknown);
    match pattern {
        TypePattern::Exactly(wanted) => world.identical(of, wanted),
        TypePattern::Underlying(wanted) => world.identical(&underlying()?, wanted),
        TypePattern::Class(class) => {
            let under = underlying()?;
            Some(match class {
                Class::Integer => matches!(under, Type::Basic(Basic::Int(_) | Basic::Uint(_))),
                Class::Float => matches!(under, Type::Basic(Basic::Float(_))),
                Class::Bool => under == Type::Basic(Basic::Bool),
                Class::Slice => matches!(under, Type::Slice(_)),
                Class::Array => matches!(under, Type::Array(..)),
                Class::Map => matches!(under, Type::Map(..)),
                Class::Chan => matches!(under, Type::Chan(_)),
                Class::Func => matches!(under, Type::Func(_)),
                Class::Struct => matches!(under, Type::Struct(_)),
                Class::Pointer => matches!(under, Type::Pointer(_) | Type::Basic(Basic::UnsafePointer)),
                Class::Interface => matches!(under, Type::Interface { .. }),
                Class::Any => under == Type::any(),
                Class::Dynamic => return world.holds_interfaces(of),
                Class::Open => return world.is_open(of),
            })
        }
    }
}

/// The name that profiles give to what a term calls: `fmt.Sprintf`, `bytes.(*Buffer).Write`, `io.Writer.Write`.
pub(super) fn callee_name(function: &Term, world: &World) -> Option<String> {
    match function {
        Term::Value(Package::Path(path), name) => Some(format!("{path}.{name}")),
        Term::Value(Package::Here, name) => Some(format!("{}.{name}", world.path)),
        Term::Instance(inner, _) => callee_name(inner, world),
        Term::Member(receiver, name) => world.method_symbol(&evaluate(receiver, world), name),
        _ => None,
    }
}

fn calls(function: &Term, any: &[Callee], world: &World) -> Option<bool> {
    let name = callee_name(function, world)?;
    Some(any.iter().any(|callee| callee.matches(&name)))
}

/// `None` where embedded types may bring methods that nobody knows.
fn has_method(of: &Type, any: &[String], world: &World) -> Option<bool> {
    let by_pointer = |name: &String| match world.without_alias(of) {
        Type::Pointer(_) | Type::Interface { .. } => Some(false),
        _ if world.is_interface(of) == Some(true) => Some(false),
        // A method of the pointer alone is none of the value's.
        _ => world.method_takes_pointer(of, name),
    };
    let found: Vec<Option<bool>> = any.iter().filter(|name| world.method(of, name).is_some()).map(by_pointer).collect();
    if found.contains(&Some(false)) {
        return Some(true);
    }
    if found.contains(&None) {
        return None;
    }
    match world.underlying(of) {
        Type::Unknown | Type::Parameter(_) | Type::Pointer(_) => None,
        // What is embedded may have methods that nobody knows here.
        Type::Struct(fields) => (!fields.iter().any(|field| field.embedded)).then_some(false),
        _ => Some(false),
    }
}

fn ranges_bounded(over: &Type, world: &World) -> Option<bool> {
    match world.underlying(over) {
        Type::Unknown | Type::Parameter(_) => None,
        Type::Slice(_) | Type::Array(..) | Type::Map(..) => Some(true),
        Type::Pointer(to) => Some(matches!(world.underlying(&to), Type::Array(..))),
        Type::Basic(basic) => Some(matches!(basic, Basic::String | Basic::Int(_) | Basic::Uint(_))),
        Type::Untyped(_) => Some(true),
        _ => Some(false),
    }
}

fn boxes(function: &Term, index: usize, argument: &Term, world: &World) -> Option<bool> {
    let Type::Func(signature) = world.underlying(&evaluate(function, world)) else { return None };
    let parameter = signature.passed(index)?;
    // The box of a constant is part of the program.
    if let Term::Value(package, name) = argument
        && world.is_constant(package, name) == Some(true)
    {
        return Some(false);
    }
    let argument = evaluate(argument, world);
    // An enumeration's few values are below 256, and Go has those boxed already.
    if world.is_enumeration(&argument) == Some(true) {
        return Some(false);
    }
    match (world.underlying(&parameter), &argument) {
        (Type::Unknown | Type::Parameter(_), _) | (_, Type::Unknown | Type::Parameter(_)) => None,
        (Type::Interface { .. }, Type::Untyped(_)) => Some(false),
        (Type::Interface { .. }, concrete) => match world.underlying(concrete) {
            Type::Unknown | Type::Parameter(_) => None,
            Type::Interface { .. } => Some(false),
            Type::Basic(Basic::Bool | Basic::Int(IntSize::Bytes(1)) | Basic::Uint(IntSize::Bytes(1))) => Some(false),
            // All values without bytes share one place.
            Type::Struct(_) | Type::Array(..) if world.size_bytes(concrete) == Some(0) => Some(false),
            _ => world.pointer_shaped(concrete).map(|pointer| !pointer),
        },
        _ => Some(false),
    }
}

fn passed_to_read(function: &Term, index: usize, world: &World) -> Option<bool> {
    let Type::Func(signature) = world.underlying(&evaluate(function, world)) else { return None };
    let parameter = signature.passed(index)?;
    Some(world.is_interface(&parameter)? && world.method(&parameter, "Read").is_some())
}

fn same_type(one: &Type, other: &Type, receivers: bool, world: &World) -> Option<bool> {
    if receivers {
        let pointed_at = |of: &Type| match world.resolved(of) {
            Type::Pointer(to) => (*to).clone(),
            plain => plain,
        };
        return world.identical(&pointed_at(one), &pointed_at(other));
    }
    if world.identical(one, other) == Some(true) {
        return Some(true);
    }
    world.identical(&world.underlying(one), &world.underlying(other))
}

/// The sizes of Go's allocator have been these since this version.
const SIZES_OF: u16 = 22;

/// Only a struct of this package: others are not for its authors to change.
fn is_padded(of: &Type, world: &World) -> Option<bool> {
    let (element, alone) = match world.underlying(of) {
        Type::Pointer(to) => ((*to).clone(), true),
        Type::Slice(element) => ((*element).clone(), false),
        _ => (of.clone(), true),
    };
    let own = match world.without_alias(&element) {
        Type::Named(Package::Here, ..) => true,
        Type::Named(Package::Path(path), ..) => *path == *world.path,
        _ => false,
    };
    let Type::Struct(fields) = world.underlying(&element) else { return Some(false) };
    if !own {
        return Some(false);
    }
    let (size, packed) = (world.size_bytes(&element)?, world.packed_size(&fields)?);
    let pointers = world.has_pointers(&element)?;
    let taken = |bytes| if alone { round_up(bytes, pointers, SIZES_OF) } else { bytes };
    Some(taken(packed) < taken(size))
}

/// What is smaller than this is as large as it must be: nobody makes three numbers two.
const FEWEST_BYTES: u64 = 1024;

fn rounded_up(of: &Type, length: u64, percent: u64, world: &World) -> Option<bool> {
    let Type::Slice(element) = world.underlying(of) else { return Some(false) };
    let bytes = world.size_bytes(&element)?.checked_mul(length)?;
    let taken = round_up(bytes, world.has_pointers(&element)?, SIZES_OF);
    Some(bytes >= FEWEST_BYTES && (taken - bytes).saturating_mul(100) >= taken.saturating_mul(percent))
}

/// How many elements lie behind the address of a variable, from the given element on.
fn elements_available(of: &Type, element: Option<u64>, read_as: Option<&Type>, world: &World) -> Option<u64> {
    let (count, unit) = match element {
        None => (1, of.clone()),
        Some(element) => {
            let array = match world.underlying(of) {
                Type::Pointer(to) => world.underlying(&to),
                other => other,
            };
            let Type::Array(Some(length), unit) = array else { return None };
            (length.checked_sub(element)?, (*unit).clone())
        }
    };
    match read_as {
        None => Some(count),
        Some(read_as) if world.identical(read_as, &unit) == Some(true) => Some(count),
        Some(read_as) => {
            let bytes = count.checked_mul(world.size_bytes(&unit)?)?;
            bytes.checked_div(world.size_bytes(read_as)?)
        }
    }
}
