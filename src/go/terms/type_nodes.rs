//! Type nodes to types, in the place of a type and in the place of an expression.

use super::{DEEPEST, Terms};
use crate::go::bindings::{BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Basic, Field as StructField, Method, Name, Package, Signature, Type};
use std::sync::Arc;

/// Types with more parts than this are Unknown.
const LARGEST: usize = 300;

impl Terms<'_, '_> {
    /// The type that a node writes. A local type stands as what its declaration says (it cannot have methods), a type
    /// parameter as `Parameter`; what is no type is Unknown, as far as this file can tell.
    pub fn type_node(&self, id: NodeId) -> Type {
        if let Some(known) = self.types.borrow().get(&id) {
            return known.clone();
        }
        let of = self.deeper(|| self.written(id)).unwrap_or(Type::Unknown);
        let of = if of.parts_up_to(LARGEST, DEEPEST) < LARGEST { of } else { Type::Unknown };
        self.types.borrow_mut().insert(id, of.clone());
        of
    }

    /// The signature of a function or method declaration, a literal, a function type or an interface's method.
    pub fn signature(&self, id: NodeId) -> Signature {
        let syntax = self.syntax;
        let names = |list: NodeId| syntax.children(list).flat_map(|one| syntax.children_in(one, Field::Name));
        let type_parameters = syntax.child(id, Field::TypeParameters);
        let type_parameters = type_parameters.into_iter().flat_map(names).map(|name| Name::from(syntax.name(name)));
        let parameters = syntax.child(id, Field::Parameters);
        let last = parameters.and_then(|list| syntax.children(list).last());
        let results = match syntax.child(id, Field::Result) {
            Some(list) if syntax.kind(list) == Kind::ParameterList => self.parameter_types(list),
            Some(only) => vec![self.type_node(only)],
            None => Vec::new(),
        };
        Signature {
            type_parameters: type_parameters.collect(),
            parameters: parameters.map(|list| self.parameter_types(list)).unwrap_or_default().into(),
            variadic: last.is_some_and(|last| syntax.kind(last) == Kind::VariadicParameterDeclaration),
            results: results.into(),
        }
    }

    fn parameter_types(&self, list: NodeId) -> Vec<Type> {
        let syntax = self.syntax;
        let mut types = Vec::new();
        for parameter in syntax.children(list) {
            let of = syntax.child(parameter, Field::Type).map_or(Type::Unknown, |of| self.type_node(of));
            let variadic = syntax.kind(parameter) == Kind::VariadicParameterDeclaration;
            let of = if variadic { Type::Slice(Arc::new(of)) } else { of };
            let names =
                syntax.children_in(parameter, Field::Name).filter(|name| syntax.kind(*name) == Kind::Identifier);
            types.extend(std::iter::repeat_n(of, names.count().max(1)));
        }
        types
    }

    fn written(&self, id: NodeId) -> Type {
        let syntax = self.syntax;
        let part = |field| syntax.child(id, field).map_or(Type::Unknown, |part| self.type_node(part));
        let only = || syntax.children(id).next().map_or(Type::Unknown, |part| self.type_node(part));
        match syntax.kind(id) {
            Kind::TypeIdentifier | Kind::Identifier => self.named(id),
            Kind::QualifiedType | Kind::SelectorExpression if self.is_unsafe_pointer(id) => {
                Type::Basic(Basic::UnsafePointer)
            }
            Kind::QualifiedType | Kind::SelectorExpression => self.named(id),
            Kind::GenericType => self.instance(syntax.child(id, Field::Type), self.generic_arguments(id)),
            Kind::TypeInstantiationExpression => {
                self.instance(syntax.child(id, Field::Type), syntax.children(id).skip(1).collect())
            }
            Kind::IndexExpression => {
                let argument = syntax.child(id, Field::Index).into_iter().collect();
                self.instance(syntax.child(id, Field::Operand), argument)
            }
            Kind::ParenthesizedExpression | Kind::ParenthesizedType => only(),
            Kind::PointerType => Type::Pointer(Arc::new(only())),
            Kind::UnaryExpression if syntax.has_token(id, b"*") => Type::Pointer(Arc::new(part(Field::Operand))),
            Kind::SliceType => Type::Slice(Arc::new(part(Field::Element))),
            Kind::ArrayType => {
                let length = syntax.child(id, Field::Length).and_then(|length| self.integer(length));
                Type::Array(length, Arc::new(part(Field::Element)))
            }
            Kind::ImplicitLengthArrayType => Type::Array(self.counted(id), Arc::new(part(Field::Element))),
            Kind::MapType => Type::Map(Arc::new(part(Field::Key)), Arc::new(part(Field::Value))),
            Kind::ChannelType => Type::Chan(Arc::new(part(Field::Value))),
            Kind::FunctionType => Type::Func(Arc::new(self.signature(id))),
            Kind::StructType => self.structure(id),
            Kind::InterfaceType => self.interface(id),
            Kind::TypeElem | Kind::TypeConstraint if syntax.children(id).count() == 1 => only(),
            _ => Type::Unknown,
        }
    }

    fn named(&self, id: NodeId) -> Type {
        match self.bindings.of(id) {
            Reference::Predeclared => Type::predeclared(self.syntax.name(id)).unwrap_or(Type::Unknown),
            Reference::Binding(binding) => {
                let binding = self.bindings.binding(binding);
                match binding.kind {
                    BindingKind::TypeParameter => Type::Parameter(binding.name.into()),
                    BindingKind::Type => binding.written.map_or(Type::Unknown, |right| self.local_type(id, right)),
                    _ => Type::Unknown,
                }
            }
            _ => match self.qualified(id) {
                Some((Package::Path(path), _)) if &*path == "C" => Type::Unknown,
                Some((package, name)) => Type::Named(package, name, Arc::from([])),
                None => Type::Unknown,
            },
        }
    }

    /// What a local type stands for; inside its own declaration it is Unknown, for it would never end.
    fn local_type(&self, used: NodeId, right: NodeId) -> Type {
        if self.syntax.contains(right, used) { Type::Unknown } else { self.type_node(right) }
    }

    fn instance(&self, base: Option<NodeId>, arguments: Vec<NodeId>) -> Type {
        match base.map(|base| self.type_node(base)) {
            Some(Type::Named(package, name, none)) if none.is_empty() => {
                Type::Named(package, name, arguments.into_iter().map(|argument| self.type_node(argument)).collect())
            }
            _ => Type::Unknown,
        }
    }

    /// The length of `[...]T{...}` when no element has a key.
    fn counted(&self, id: NodeId) -> Option<u64> {
        let literal = self.syntax.parent(id)?;
        let body = self.syntax.child(literal, Field::Body)?;
        let plain = |element| self.syntax.kind(element) == Kind::LiteralElement;
        let mut elements = self.syntax.children(body);
        elements.try_fold(0, |count, element| plain(element).then_some(count + 1))
    }

    fn structure(&self, id: NodeId) -> Type {
        let syntax = self.syntax;
        let list = syntax.children(id).next();
        let mut fields = Vec::new();
        for declared in list.into_iter().flat_map(|list| syntax.children(list)) {
            let Some(written) = syntax.child(declared, Field::Type) else { continue };
            let of = self.type_node(written);
            let named = fields.len();
            for name in
                syntax.children_in(declared, Field::Name).filter(|name| syntax.kind(*name) == Kind::FieldIdentifier)
            {
                fields.push(StructField { name: syntax.name(name).into(), of: of.clone(), embedded: false });
            }
            if fields.len() == named {
                let of = if syntax.has_token(declared, b"*") { Type::Pointer(Arc::new(of)) } else { of };
                fields.push(StructField { name: self.last_name(written), of, embedded: true });
            }
        }
        Type::Struct(fields.into())
    }

    /// `T` of `T`, `p.T`, `p.T[K]`
    fn last_name(&self, written: NodeId) -> Name {
        let syntax = self.syntax;
        match syntax.kind(written) {
            Kind::GenericType => syntax.child(written, Field::Type).map_or("".into(), |base| self.last_name(base)),
            Kind::QualifiedType => {
                syntax.child(written, Field::Name).map_or("".into(), |name| syntax.name(name).into())
            }
            _ => syntax.name(written).into(),
        }
    }

    fn interface(&self, id: NodeId) -> Type {
        let syntax = self.syntax;
        let (mut methods, mut embedded) = (Vec::new(), Vec::new());
        for element in syntax.children(id) {
            match (syntax.kind(element), syntax.child(element, Field::Name)) {
                (Kind::MethodElem, Some(name)) => {
                    let signature = Arc::new(self.signature(element));
                    methods.push(Method { name: syntax.name(name).into(), signature });
                }
                _ => embedded.push(self.type_node(element)),
            }
        }
        Type::Interface { methods: methods.into(), embedded: embedded.into() }
    }
}

/// The value of an integer literal of Go.
pub(super) fn integer(literal: &str) -> Option<u64> {
    let digits = literal.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0b") => (&digits[2..], 2),
        Some("0o") => (&digits[2..], 8),
        _ if digits.len() > 1 && digits.starts_with('0') => (&digits[1..], 8),
        _ => (&*digits, 10),
    };
    u64::from_str_radix(digits, radix).ok()
}
