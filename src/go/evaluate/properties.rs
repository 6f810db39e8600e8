//! What guards ask of a type. `None` is: cannot be said.

use super::World;
use crate::go::std::StandardSize;
use crate::go::types::{Basic, Field, IntSize, Name, Package, Signature, Type};
use std::sync::Arc;

/// Structs and arrays inside each other beyond this are Unknown.
const DEEPEST: u32 = 16;

/// Parts of one type beyond this are not looked at.
const MOST_PARTS: u32 = 500;

/// Kleene's or: one that holds decides, whatever is unknown.
fn either(one: Option<bool>, other: impl FnOnce() -> Option<bool>) -> Option<bool> {
    if one == Some(true) {
        return one;
    }
    match other() {
        Some(false) => one,
        other => other,
    }
}

impl World<'_> {
    /// Whether its values are strings, also of a defined type and untyped constants.
    pub fn is_string(&self, of: &Type) -> Option<bool> {
        self.is(of, |of| matches!(of, Type::Basic(Basic::String) | Type::Untyped(crate::go::types::Untyped::String)))
    }

    /// Whether its values are slices of bytes, also of a defined type.
    pub fn is_byte_slice(&self, of: &Type) -> Option<bool> {
        match self.underlying(of) {
            Type::Slice(element) => self.is(&element, |of| *of == Type::BYTE),
            other => self.is(&other, |_| false),
        }
    }

    /// Whether its values are interfaces.
    pub fn is_interface(&self, of: &Type) -> Option<bool> {
        self.is(of, |of| matches!(of, Type::Interface { .. }))
    }

    /// Whether it is an interface, or a pointer, slice, array or map whose elements are, at whatever depth, or whose keys are.
    /// Fields of structs do not count.
    pub fn holds_interfaces(&self, of: &Type) -> Option<bool> {
        self.holds_interfaces_at(of, 0)
    }

    fn holds_interfaces_at(&self, of: &Type, depth: u32) -> Option<bool> {
        if depth > DEEPEST {
            return None;
        }
        match self.underlying(of) {
            Type::Unknown | Type::Parameter(_) => None,
            Type::Interface { .. } => Some(true),
            Type::Pointer(of) | Type::Slice(of) | Type::Array(_, of) => self.holds_interfaces_at(&of, depth + 1),
            Type::Map(key, value) => match self.is_interface(&key) {
                Some(true) => Some(true),
                key => self.holds_interfaces_at(&value, depth + 1).filter(|holds| *holds || key.is_some()),
            },
            _ => Some(false),
        }
    }

    /// As [`World::holds_interfaces`], and fields of structs count.
    pub fn is_open(&self, of: &Type) -> Option<bool> {
        self.is_open_at(of, 0, &mut 0)
    }

    /// `seen` counts types: they may refer to each other in many ways.
    fn is_open_at(&self, of: &Type, depth: u32, seen: &mut u32) -> Option<bool> {
        *seen += 1;
        if depth > DEEPEST || *seen > MOST_PARTS {
            return None;
        }
        match self.underlying(of) {
            Type::Unknown | Type::Parameter(_) => None,
            Type::Interface { .. } => Some(true),
            Type::Pointer(of) | Type::Slice(of) | Type::Array(_, of) => self.is_open_at(&of, depth + 1, seen),
            Type::Map(key, value) => {
                either(self.is_open_at(&key, depth + 1, seen), || self.is_open_at(&value, depth + 1, seen))
            }
            Type::Struct(fields) => {
                let mut open = Some(false);
                for field in fields.iter() {
                    open = either(open, || self.is_open_at(&field.of, depth + 1, seen));
                }
                open
            }
            _ => Some(false),
        }
    }

    /// Whether it is a defined type of integers that numbers the few things that its package names: at least two constants
    /// have it. 64-bit types measure (time.Duration) and uint32 holds flags (fs.FileMode): they are none.
    pub fn is_enumeration(&self, of: &Type) -> Option<bool> {
        use IntSize::{Bytes, Word};
        let Type::Named(package, name, _) = self.without_alias(of) else { return Some(false) };
        let numbers = self.is(of, |of| {
            matches!(of, Type::Basic(Basic::Int(Word | Bytes(1 | 2 | 4)) | Basic::Uint(Word | Bytes(1 | 2))))
        });
        Some(numbers? && self.facts(&package)?.typed_constants(&package, &name) > 1)
    }

    /// Whether it is a defined type of integers or strings of which its package names two values or more, or bool.
    pub fn names_its_values(&self, of: &Type) -> Option<bool> {
        let named = match self.without_alias(of) {
            Type::Named(package, name, _) => (package, name),
            other => return Some(other == Type::Basic(Basic::Bool)),
        };
        let chosen = self.is(of, |of| matches!(of, Type::Basic(Basic::Int(_) | Basic::Uint(_) | Basic::String)));
        Some(chosen? && self.facts(&named.0)?.typed_constants(&named.0, &named.1) > 1)
    }

    /// How many elements a package-level variable is declared with, where a literal writes them.
    pub fn elements_written(&self, package: &Package, name: &Name) -> Option<u32> {
        self.facts(package)?.elements_written(name)
    }

    /// Whether a value of it is one pointer to the runtime, so that storing it in an interface does not allocate:
    /// pointers, maps, channels, functions, `unsafe.Pointer`, and structs and arrays of one of these alone.
    pub fn pointer_shaped(&self, of: &Type) -> Option<bool> {
        self.pointer_shaped_at(of, 0)
    }

    fn pointer_shaped_at(&self, of: &Type, depth: u32) -> Option<bool> {
        if depth > DEEPEST {
            return None;
        }
        match self.underlying(of) {
            Type::Unknown | Type::Parameter(_) => None,
            Type::Pointer(_) | Type::Map(..) | Type::Chan(_) | Type::Func(_) => Some(true),
            Type::Basic(Basic::UnsafePointer) => Some(true),
            Type::Struct(fields) => match &*fields {
                [only] => self.pointer_shaped_at(&only.of, depth + 1),
                _ => Some(false),
            },
            Type::Array(Some(1), of) => self.pointer_shaped_at(&of, depth + 1),
            Type::Array(None, _) => None,
            _ => Some(false),
        }
    }

    /// Whether a value of it holds something that the collector follows.
    pub fn has_pointers(&self, of: &Type) -> Option<bool> {
        self.has_pointers_at(of, 0)
    }

    fn has_pointers_at(&self, of: &Type, depth: u32) -> Option<bool> {
        if depth > DEEPEST {
            return None;
        }
        if let Some(known) = self.standard_size(of) {
            return Some(known.has_pointers);
        }
        match self.underlying(of) {
            Type::Unknown | Type::Parameter(_) | Type::Untyped(_) | Type::Named(..) | Type::Tuple(_) => None,
            Type::Basic(basic) => Some(matches!(basic, Basic::String | Basic::UnsafePointer)),
            Type::Array(Some(0), _) => Some(false),
            Type::Array(_, of) => self.has_pointers_at(&of, depth + 1),
            Type::Struct(fields) => {
                let mut unknown = false;
                for field in &*fields {
                    match self.has_pointers_at(&field.of, depth + 1) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => unknown = true,
                    }
                }
                (!unknown).then_some(false)
            }
            _ => Some(true),
        }
    }

    /// Bytes that a value of it takes on a 64-bit machine.
    pub fn size_bytes(&self, of: &Type) -> Option<u64> {
        self.size_and_alignment(of, 0).map(|(size, _)| size)
    }

    fn size_and_alignment(&self, of: &Type, depth: u32) -> Option<(u64, u64)> {
        const WORD: u64 = 8;
        if depth > DEEPEST {
            return None;
        }
        if let Some(known) = self.standard_size(of) {
            return Some((known.bytes, known.alignment));
        }
        let same = |size: u64| Some((size, size));
        match self.underlying(of) {
            Type::Unknown | Type::Parameter(_) | Type::Untyped(_) | Type::Named(..) | Type::Tuple(_) => None,
            Type::Basic(basic) => match basic {
                Basic::Bool => same(1),
                Basic::String => Some((2 * WORD, WORD)),
                Basic::Int(IntSize::Word) | Basic::Uint(IntSize::Word) | Basic::UnsafePointer => same(WORD),
                Basic::Int(IntSize::Bytes(size)) | Basic::Uint(IntSize::Bytes(size)) | Basic::Float(size) => {
                    same(size.into())
                }
                Basic::Complex(size) => Some((size.into(), u64::from(size) / 2)),
            },
            Type::Pointer(_) | Type::Map(..) | Type::Chan(_) | Type::Func(_) => same(WORD),
            Type::Slice(_) => Some((3 * WORD, WORD)),
            Type::Interface { .. } => Some((2 * WORD, WORD)),
            Type::Array(length, of) => {
                let (size, alignment) = self.size_and_alignment(&of, depth + 1)?;
                Some((size.checked_mul(length?)?, alignment))
            }
            Type::Struct(fields) => {
                let (mut end, mut widest, mut last) = (0_u64, 1, 1);
                for field in &*fields {
                    let (size, alignment) = self.size_and_alignment(&field.of, depth + 1)?;
                    end = end.checked_next_multiple_of(alignment)?.checked_add(size)?;
                    (widest, last) = (alignment.max(widest), size);
                }
                // A last field without size is padded, lest its address lie behind the struct.
                let padded = if last == 0 && end > 0 { end.checked_add(1)? } else { end };
                Some((padded.checked_next_multiple_of(widest)?, widest))
            }
        }
    }

    /// Bytes that a struct of these fields takes in the best order: widest alignment first, so that nothing lies between them.
    pub fn packed_size(&self, fields: &[Field]) -> Option<u64> {
        let (mut sum, mut widest) = (0_u64, 1);
        for field in fields {
            let (size, alignment) = self.size_and_alignment(&field.of, 0)?;
            (sum, widest) = (sum.checked_add(size)?, alignment.max(widest));
        }
        sum.checked_next_multiple_of(widest)
    }

    /// The size of a type of the standard library whose fields are hidden.
    fn standard_size(&self, of: &Type) -> Option<StandardSize> {
        match self.without_alias(of) {
            Type::Named(Package::Path(path), name, _) => crate::go::std::size(&path, &name),
            _ => None,
        }
    }

    /// The signature of its method `name`, promoted ones and those of its pointer included; `None` also when the facts
    /// do not say.
    pub fn method(&self, of: &Type, name: &str) -> Option<Arc<Signature>> {
        let named = |of: &Type| matches!(of, Type::Named(..) | Type::Interface { .. } | Type::Struct(_));
        let base = match self.without_alias(of) {
            Type::Pointer(inner) => self.without_alias(&inner),
            of => of,
        };
        match self.member(&base, name)? {
            Type::Func(signature) if named(&base) && !self.is_field(&base, name) => Some(signature),
            _ => None,
        }
    }

    fn is_field(&self, of: &Type, name: &str) -> bool {
        match self.underlying(of) {
            Type::Struct(fields) => fields.iter().any(|field| *field.name == *name),
            _ => false,
        }
    }

    /// Whether fmt would call a method of a value of it: `Error`, `String`, `Format` or `GoString`. A method of the
    /// pointer alone is none of the value's. `Some(false)` needs every embedded type's facts.
    pub fn formats_itself(&self, of: &Type) -> Option<bool> {
        let of = self.without_alias(of);
        let names = ["Error", "String", "Format", "GoString"];
        let found = names.into_iter().filter(|name| self.method(&of, name).is_some());
        // A promoted method may be the pointer's alone: that is not said.
        let of_value = |name| match of {
            Type::Pointer(_) | Type::Interface { .. } => Some(true),
            _ if self.is_interface(&of) == Some(true) => Some(true),
            _ => self.own_method_takes_pointer(&of, name).map(|pointer| !pointer),
        };
        let answers: Vec<Option<bool>> = found.map(of_value).collect();
        if answers.contains(&Some(true)) {
            return Some(true);
        }
        (!answers.contains(&None) && self.is_transparent(&of, 0)).then_some(false)
    }

    /// Whether calling or binding its method `name` takes the address of the value: the method is declared for the pointer.
    pub fn method_takes_pointer(&self, of: &Type, name: &str) -> Option<bool> {
        self.method_takes_pointer_at(of, name, 0)
    }

    fn method_takes_pointer_at(&self, of: &Type, name: &str, depth: u32) -> Option<bool> {
        let of = self.without_alias(of);
        if depth > DEEPEST {
            return None;
        }
        if let Some(pointer) = self.own_method_takes_pointer(&of, name) {
            return Some(pointer);
        }
        match self.underlying(&of) {
            Type::Unknown | Type::Parameter(_) => None,
            // A promoted method of an embedded pointer takes that pointer.
            Type::Struct(fields) => {
                let has = |field: &&Field| field.embedded && self.method(&field.of, name).is_some();
                let unknown = |field: &Field| field.embedded && self.underlying(&field.of) == Type::Unknown;
                match fields.iter().find(has) {
                    Some(field) => self.method_takes_pointer_at(&field.of, name, depth + 1),
                    None => (!fields.iter().any(unknown)).then_some(false),
                }
            }
            _ => Some(false),
        }
    }

    /// Of a method that the type itself declares: whether its receiver is a pointer.
    fn own_method_takes_pointer(&self, of: &Type, name: &str) -> Option<bool> {
        let Type::Named(package, receiver, _) = of else { return None };
        let facts = self.facts(package)?;
        let method = facts.methods.get(receiver)?.iter().find(|method| *method.name == *name)?;
        Some(method.pointer)
    }

    /// Whether nothing that could have methods is unknown in it.
    fn is_transparent(&self, of: &Type, depth: u32) -> bool {
        let of = match self.without_alias(of) {
            Type::Pointer(of) => (*of).clone(),
            of => of,
        };
        match self.underlying(&of) {
            _ if depth > DEEPEST => false,
            Type::Unknown | Type::Parameter(_) => false,
            Type::Struct(fields) => {
                fields.iter().filter(|field| field.embedded).all(|field| self.is_transparent(&field.of, depth + 1))
            }
            Type::Interface { .. } => false,
            _ => true,
        }
    }

    fn is(&self, of: &Type, holds: impl FnOnce(&Type) -> bool) -> Option<bool> {
        match self.underlying(of) {
            Type::Unknown | Type::Parameter(_) => None,
            of => Some(holds(&of)),
        }
    }
}
