//! Calls, conversions and predeclared functions.

use super::{Terms, combined, defaulted, wrapped};
use crate::go::bindings::{BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{Call, NodeId};
use crate::go::types::{Basic, IntSize, Package, Term, Type, Untyped};
use std::sync::Arc;

impl Terms<'_, '_> {
    /// The result at this index of a call, or what a conversion gives.
    pub(super) fn call(&self, id: NodeId, index: u32) -> Term {
        let Some(conversion) = self.syntax.conversion(id) else { return self.called(id, index) };
        let to = conversion.to;
        let mut term = match self.is_type(to) {
            // `<-chan T(x)` receives from a conversion; with parentheses it would be one.
            true if self.syntax.text(to).starts_with(b"<-") => Term::UNKNOWN,
            true => Term::Is(self.type_node(to)),
            false => self.called(id, index),
        };
        for _ in 0..conversion.dereferenced {
            term = wrapped(term, Term::Pointee);
        }
        term
    }

    fn called(&self, id: NodeId, index: u32) -> Term {
        let syntax = self.syntax;
        let Some(call) = syntax.call(id) else {
            // `(p.T)(x)` and its like.
            let to = syntax.conversion(id).map(|conversion| conversion.to);
            return to.map_or(Term::UNKNOWN, |to| wrapped(self.type_of(to), |to| Term::Result(to, index)));
        };
        let function = syntax.unparenthesized(call.function);
        if self.bindings.of(function) == Reference::Predeclared {
            return self.predeclared(syntax.text(function), &call);
        }
        if let Some((Package::Path(path), name)) = self.qualified(function)
            && &*path == "unsafe"
        {
            return self.unsafe_function(&name, &call);
        }
        let callee = self.type_of(function);
        // `f[K](x)` with its type arguments beside the function.
        let callee = match syntax.kind(function) {
            Kind::IndexExpression | Kind::GenericType | Kind::TypeInstantiationExpression => callee,
            _ if call.type_arguments.is_empty() => callee,
            _ => {
                let arguments = call.type_arguments.iter().map(|argument| self.type_node(*argument)).collect();
                wrapped(callee, |callee| Term::Instance(callee, arguments))
            }
        };
        match callee {
            Term::Is(Type::Func(signature)) if signature.type_parameters.is_empty() => {
                Term::Is(signature.results.get(index as usize).cloned().unwrap_or(Type::Unknown))
            }
            callee => wrapped(callee, |callee| Term::Result(callee, index)),
        }
    }

    /// Whether a node in the place of an expression is surely a type.
    pub fn is_type(&self, node: NodeId) -> bool {
        let syntax = self.syntax;
        let node = syntax.unparenthesized(node);
        match syntax.kind(node) {
            Kind::ArrayType
            | Kind::SliceType
            | Kind::MapType
            | Kind::ChannelType
            | Kind::FunctionType
            | Kind::StructType
            | Kind::InterfaceType
            | Kind::PointerType => true,
            Kind::UnaryExpression => {
                let operand = syntax.child(node, Field::Operand).filter(|_| syntax.has_token(node, b"*"));
                operand.is_some_and(|operand| self.is_type(operand))
            }
            Kind::Identifier | Kind::TypeIdentifier => match self.bindings.of(node) {
                Reference::Predeclared => Type::predeclared(syntax.name(node)).is_some(),
                Reference::Binding(binding) => {
                    matches!(self.bindings.binding(binding).kind, BindingKind::Type | BindingKind::TypeParameter)
                }
                _ => false,
            },
            Kind::SelectorExpression | Kind::QualifiedType => self.is_unsafe_pointer(node),
            Kind::GenericType => syntax.child(node, Field::Type).is_some_and(|base| self.is_type(base)),
            _ => false,
        }
    }

    pub(super) fn is_unsafe_pointer(&self, node: NodeId) -> bool {
        matches!(self.qualified(node), Some((Package::Path(path), name)) if &*path == "unsafe" && &*name == "Pointer")
    }

    fn predeclared(&self, name: &[u8], call: &Call) -> Term {
        let argument = |index: usize| call.arguments.get(index).copied();
        let Some(first) = argument(0) else {
            return if name == b"recover" { Term::Is(Type::any()) } else { Term::UNKNOWN };
        };
        match name {
            b"len" | b"cap" | b"copy" => Term::Is(Type::INT),
            b"append" => self.type_of(first),
            b"make" => Term::Is(self.type_node(first)),
            b"new" if self.is_new_of_expression(first) => wrapped(defaulted(self.type_of(first)), Term::Address),
            b"new" => Term::Is(Type::Pointer(Arc::new(self.type_node(first)))),
            b"min" | b"max" => {
                let terms = call.arguments.iter().map(|argument| self.type_of(*argument));
                terms.reduce(combined).unwrap_or(Term::UNKNOWN)
            }
            b"complex" => {
                let second = argument(1).map_or(Term::UNKNOWN, |second| self.type_of(second));
                match combined(self.type_of(first), second) {
                    Term::Is(Type::Basic(Basic::Float(size))) => Term::Is(Type::Basic(Basic::Complex(size * 2))),
                    Term::Is(Type::Untyped(_)) => Term::Is(Type::Untyped(Untyped::Imaginary)),
                    _ => Term::UNKNOWN,
                }
            }
            b"real" | b"imag" => match self.type_of(first) {
                Term::Is(Type::Basic(Basic::Complex(size))) => Term::Is(Type::Basic(Basic::Float(size / 2))),
                Term::Is(Type::Untyped(_)) => Term::Is(Type::Untyped(Untyped::Float)),
                _ => Term::UNKNOWN,
            },
            _ => Term::UNKNOWN,
        }
    }

    /// Go 1.26 lets `new` take an expression. A mere name of package level is taken for a type, which evaluation checks.
    fn is_new_of_expression(&self, argument: NodeId) -> bool {
        let syntax = self.syntax;
        let argument = syntax.unparenthesized(argument);
        match syntax.kind(argument) {
            Kind::Identifier | Kind::TypeIdentifier => {
                !self.is_type(argument) && self.bindings.of(argument) != Reference::Package
            }
            Kind::QualifiedType | Kind::SelectorExpression => self.qualified(argument).is_none(),
            Kind::UnaryExpression => match syntax.child(argument, Field::Operand) {
                Some(operand) if syntax.has_token(argument, b"*") => self.is_new_of_expression(operand),
                _ => true,
            },
            Kind::GenericType | Kind::NegatedType | Kind::IndexExpression => false,
            _ => !self.is_type(argument),
        }
    }

    fn unsafe_function(&self, name: &str, call: &Call) -> Term {
        let first = call.arguments.first().map_or(Term::UNKNOWN, |first| self.type_of(*first));
        match (name, first) {
            ("Sizeof" | "Alignof" | "Offsetof", _) => Term::Is(Type::Basic(Basic::Uint(IntSize::Word))),
            ("Add", _) => Term::Is(Type::Basic(Basic::UnsafePointer)),
            ("String", _) => Term::Is(Type::STRING),
            ("StringData", _) => Term::Is(Type::Pointer(Arc::new(Type::BYTE))),
            ("Slice", Term::Is(Type::Pointer(of))) => Term::Is(Type::Slice(of)),
            ("SliceData", Term::Is(Type::Slice(of))) => Term::Is(Type::Pointer(of)),
            _ => Term::UNKNOWN,
        }
    }

    /// `int64(5)` is a constant; `[]byte("s")` is none. So is the length of a constant string.
    pub(super) fn constant_conversion(&self, id: NodeId) -> bool {
        let Some(conversion) = self.syntax.conversion(id) else { return false };
        let to = self.syntax.unparenthesized(conversion.to);
        let name = self.syntax.name(to);
        let basic = matches!(Type::predeclared(name), Some(Type::Basic(_))) || name == "len";
        basic && self.bindings.of(to) == Reference::Predeclared && self.is_constant(conversion.operand)
    }
}
