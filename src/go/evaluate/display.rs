//! A type as Go text for messages: a package is shown by its path's last element.

use crate::go::bindings::Import;
use crate::go::types::{Basic, IntSize, Package, Signature, Type, Untyped};
use std::fmt::{Display, Formatter, Result};

/// Deeper parts are left out.
const DEEPEST: u32 = 12;

impl Display for Type {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write(self, f, 0)
    }
}

fn write(of: &Type, f: &mut Formatter, depth: u32) -> Result {
    if depth > DEEPEST {
        return f.write_str("...");
    }
    let mut prefixed = |prefix: &str, of: &Type| {
        f.write_str(prefix)?;
        write(of, f, depth + 1)
    };
    match of {
        Type::Unknown => f.write_str("?"),
        Type::Basic(basic) => f.write_str(basic_name(*basic)),
        Type::Untyped(kind) => f.write_str(untyped_name(*kind)),
        Type::Named(package, name, arguments) => {
            if let Package::Path(path) = package {
                let import = Import { name: None, path: path.clone() };
                write!(f, "{}.", import.known_as().unwrap_or(path))?;
            }
            f.write_str(name)?;
            if arguments.is_empty() { Ok(()) } else { list(arguments, ["[", "]"], f, depth) }
        }
        Type::Pointer(of) => prefixed("*", of),
        Type::Slice(of) => prefixed("[]", of),
        Type::Array(Some(length), of) => prefixed(&format!("[{length}]"), of),
        Type::Array(None, of) => prefixed("[...]", of),
        Type::Chan(of) => prefixed("chan ", of),
        Type::Map(key, value) => {
            f.write_str("map[")?;
            write(key, f, depth + 1)?;
            f.write_str("]")?;
            write(value, f, depth + 1)
        }
        Type::Func(signature) => {
            f.write_str("func")?;
            write_signature(signature, f, depth)
        }
        Type::Struct(fields) if fields.is_empty() => f.write_str("struct{}"),
        Type::Struct(fields) => {
            let mut before = "struct{ ";
            for field in &**fields {
                f.write_str(before)?;
                if !field.embedded {
                    write!(f, "{} ", field.name)?;
                }
                write(&field.of, f, depth + 1)?;
                before = "; ";
            }
            f.write_str(" }")
        }
        Type::Interface { methods, embedded } if methods.is_empty() && embedded.is_empty() => f.write_str("any"),
        Type::Interface { methods, embedded } => match (&**methods, &**embedded) {
            ([only], []) if &*only.name == "Error" && *only.signature == error_signature() => f.write_str("error"),
            _ => {
                let mut before = "interface{ ";
                for method in &**methods {
                    write!(f, "{before}{}", method.name)?;
                    write_signature(&method.signature, f, depth)?;
                    before = "; ";
                }
                for of in &**embedded {
                    f.write_str(before)?;
                    write(of, f, depth + 1)?;
                    before = "; ";
                }
                f.write_str(" }")
            }
        },
        Type::Parameter(name) => f.write_str(name),
        Type::Tuple(of) => list(of, ["(", ")"], f, depth),
    }
}

fn error_signature() -> Signature {
    Signature { results: std::sync::Arc::from([Type::STRING]), ..Signature::default() }
}

fn write_signature(signature: &Signature, f: &mut Formatter, depth: u32) -> Result {
    f.write_str("(")?;
    for (index, of) in signature.parameters.iter().enumerate() {
        f.write_str(if index > 0 { ", " } else { "" })?;
        match of {
            Type::Slice(of) if signature.variadic && index + 1 == signature.parameters.len() => {
                f.write_str("...")?;
                write(of, f, depth + 1)?;
            }
            of => write(of, f, depth + 1)?,
        }
    }
    f.write_str(")")?;
    match &*signature.results {
        [] => Ok(()),
        [only] => {
            f.write_str(" ")?;
            write(only, f, depth + 1)
        }
        several => list(several, [" (", ")"], f, depth),
    }
}

fn list(of: &[Type], around: [&str; 2], f: &mut Formatter, depth: u32) -> Result {
    f.write_str(around[0])?;
    for (index, of) in of.iter().enumerate() {
        f.write_str(if index > 0 { ", " } else { "" })?;
        write(of, f, depth + 1)?;
    }
    f.write_str(around[1])
}

fn basic_name(basic: Basic) -> &'static str {
    use IntSize::{Bytes, Word};
    match basic {
        Basic::Bool => "bool",
        Basic::String => "string",
        Basic::Int(Word) => "int",
        Basic::Int(Bytes(1)) => "int8",
        Basic::Int(Bytes(2)) => "int16",
        Basic::Int(Bytes(4)) => "int32",
        Basic::Int(Bytes(_)) => "int64",
        Basic::Uint(Word) => "uint",
        Basic::Uint(Bytes(1)) => "byte",
        Basic::Uint(Bytes(2)) => "uint16",
        Basic::Uint(Bytes(4)) => "uint32",
        Basic::Uint(Bytes(_)) => "uint64",
        Basic::Float(4) => "float32",
        Basic::Float(_) => "float64",
        Basic::Complex(8) => "complex64",
        Basic::Complex(_) => "complex128",
        Basic::UnsafePointer => "unsafe.Pointer",
    }
}

fn untyped_name(kind: Untyped) -> &'static str {
    match kind {
        Untyped::Bool => "untyped bool",
        Untyped::Int => "untyped int",
        Untyped::Rune => "untyped rune",
        Untyped::Float => "untyped float",
        Untyped::Imaginary => "untyped complex",
        Untyped::String => "untyped string",
        Untyped::Nil => "untyped nil",
    }
}
