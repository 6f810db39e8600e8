//! What one file can say of an expression's type: syntax, bindings and imports to a [`Term`].
//!
//! Names of package level stay questions for `evaluate`. A predeclared name is taken at its word; whether the package
//! declares it elsewhere is asked once per declaration: `Bindings::predeclared_used`, `evaluate::redeclares`. Beyond
//! fixed limits of depth and size the answer is Unknown.

mod calls;
mod integer;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod type_nodes;

use super::bindings::{BindingId, BindingKind, Bindings, Import, Reference};
use super::evaluate::{bounded, combined};
use super::kinds::{Field, Kind};
use super::syntax::{NodeId, Syntax};
use super::types::{Name, Package, Term, Type, Untyped};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// The terms of one declaration. Answers are kept, so that asking for every node costs one walk.
pub struct Terms<'a, 't> {
    syntax: &'a Syntax<'t>,
    bindings: &'a Bindings<'t>,
    imports: &'a [Import],
    expressions: RefCell<FxHashMap<NodeId, Term>>,
    variables: RefCell<FxHashMap<BindingId, Term>>,
    types: RefCell<FxHashMap<NodeId, Type>>,
    constants: RefCell<FxHashMap<NodeId, bool>>,
    depth: Cell<u32>,
}

/// Expressions nested deeper than this (through the variables that they name) are Unknown.
const DEEPEST: u32 = 100;

impl<'a, 't> Terms<'a, 't> {
    /// Terms of the declaration in a file with these imports.
    pub fn new(syntax: &'a Syntax<'t>, bindings: &'a Bindings<'t>, imports: &'a [Import]) -> Terms<'a, 't> {
        let (expressions, variables) = Default::default();
        let (types, constants, depth) = Default::default();
        Terms { syntax, bindings, imports, expressions, variables, types, constants, depth }
    }

    /// The type of the expression at this node, or of the variable that an identifier declares. A call with several
    /// results has the first one's type. `Unknown` for what is no expression.
    pub fn type_of(&self, expression: NodeId) -> Term {
        if let Some(known) = self.expressions.borrow().get(&expression) {
            return known.clone();
        }
        let term = self.deeper(|| self.expression(expression)).map_or(Term::UNKNOWN, bounded);
        self.expressions.borrow_mut().insert(expression, term.clone());
        term
    }

    /// The type of a variable or constant.
    pub fn type_of_binding(&self, id: BindingId) -> Term {
        if let Some(known) = self.variables.borrow().get(&id) {
            return known.clone();
        }
        let term = self.deeper(|| self.variable(id)).map_or(Term::UNKNOWN, bounded);
        self.variables.borrow_mut().insert(id, term.clone());
        term
    }

    /// Whether the expression is surely a constant, or `nil`: literals, local constants, and arithmetic and conversions
    /// of those. Constants of package level are not known here.
    pub fn is_constant(&self, expression: NodeId) -> bool {
        if let Some(known) = self.constants.borrow().get(&expression) {
            return *known;
        }
        let constant = self.deeper(|| self.constant(expression)).unwrap_or(false);
        self.constants.borrow_mut().insert(expression, constant);
        constant
    }

    /// The package and the name of a name of package level or of another package: `f`, `fmt.Sprintf`, as an
    /// expression or as a type.
    pub fn qualified(&self, node: NodeId) -> Option<(Package, Name)> {
        let syntax = self.syntax;
        let node = syntax.unparenthesized(node);
        let (package, name) = match syntax.kind(node) {
            Kind::Identifier | Kind::TypeIdentifier => {
                // A dot import may bring it instead: then the package does not declare it, and evaluation finds nothing.
                let here = self.bindings.of(node) == Reference::Package;
                return here.then(|| (Package::Here, syntax.name(node).into()));
            }
            Kind::SelectorExpression => (syntax.child(node, Field::Operand)?, syntax.child(node, Field::Field)?),
            Kind::QualifiedType => (syntax.child(node, Field::Package)?, syntax.child(node, Field::Name)?),
            _ => return None,
        };
        match self.bindings.of(package) {
            Reference::Imported(index) => {
                let import = self.imports.get(index as usize)?;
                Some((Package::Path(import.path.clone()), syntax.name(name).into()))
            }
            _ => None,
        }
    }

    /// Run one step deeper, unless that is too deep.
    fn deeper<T>(&self, step: impl FnOnce() -> T) -> Option<T> {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let result = step();
        self.depth.set(depth);
        Some(result)
    }

    fn expression(&self, id: NodeId) -> Term {
        let syntax = self.syntax;
        let untyped = |kind| Term::Is(Type::Untyped(kind));
        match syntax.kind(id) {
            Kind::IntLiteral => untyped(Untyped::Int),
            Kind::FloatLiteral => untyped(Untyped::Float),
            Kind::ImaginaryLiteral => untyped(Untyped::Imaginary),
            Kind::RuneLiteral => untyped(Untyped::Rune),
            Kind::InterpretedStringLiteral | Kind::RawStringLiteral => untyped(Untyped::String),
            Kind::Identifier | Kind::TypeIdentifier | Kind::True | Kind::False | Kind::Nil | Kind::Iota => {
                self.name(id)
            }
            Kind::ParenthesizedExpression | Kind::VariadicArgument => self.only_child(id),
            Kind::SelectorExpression => self.selector(id, Field::Operand, Field::Field),
            Kind::QualifiedType => self.selector(id, Field::Package, Field::Name),
            Kind::IndexExpression => self.index(id),
            Kind::GenericType => self.generic(id, Field::Type, &self.generic_arguments(id)),
            Kind::TypeInstantiationExpression => {
                self.generic(id, Field::Type, &syntax.children(id).skip(1).collect::<Vec<_>>())
            }
            Kind::SliceExpression => self.of(id, Field::Operand, Term::Sliced),
            Kind::CallExpression | Kind::TypeConversionExpression => self.call(id, 0),
            Kind::TypeAssertionExpression | Kind::CompositeLiteral => match syntax.child(id, Field::Type) {
                Some(written) => Term::Is(self.type_node(written)),
                None => Term::UNKNOWN,
            },
            Kind::FuncLiteral => Term::Is(Type::Func(Arc::new(self.signature(id)))),
            Kind::UnaryExpression => self.unary(id),
            Kind::BinaryExpression => self.binary(id),
            _ => Term::UNKNOWN,
        }
    }

    fn only_child(&self, id: NodeId) -> Term {
        self.syntax.children(id).next().map_or(Term::UNKNOWN, |inner| self.type_of(inner))
    }

    fn of(&self, id: NodeId, field: Field, wrap: impl FnOnce(Arc<Term>) -> Term) -> Term {
        self.syntax.child(id, field).map_or(Term::UNKNOWN, |inner| wrapped(self.type_of(inner), wrap))
    }

    fn name(&self, id: NodeId) -> Term {
        match self.bindings.of(id) {
            Reference::Binding(binding) => self.type_of_binding(binding),
            Reference::Predeclared => match self.syntax.text(id) {
                b"true" | b"false" => Term::Is(Type::Untyped(Untyped::Bool)),
                b"nil" => Term::Is(Type::Untyped(Untyped::Nil)),
                b"iota" => Term::Is(Type::Untyped(Untyped::Int)),
                _ => Term::UNKNOWN,
            },
            _ => self.qualified(id).map_or(Term::UNKNOWN, |(package, name)| Term::Value(package, name)),
        }
    }

    fn selector(&self, id: NodeId, operand: Field, name: Field) -> Term {
        if let Some((package, name)) = self.qualified(id) {
            return Term::Value(package, name);
        }
        let name = self.syntax.child(id, name).map(|name| Name::from(self.syntax.name(name)));
        match name {
            Some(name) => self.of(id, operand, |operand| Term::Member(operand, name)),
            None => Term::UNKNOWN,
        }
    }

    /// `x[i]`, or `f[K]` and `T[K]`, which look the same where the index is a mere name.
    fn index(&self, id: NodeId) -> Term {
        let Some(index) = self.syntax.child(id, Field::Index) else { return Term::UNKNOWN };
        let bare = self.syntax.unparenthesized(index);
        let undecided = self.is_type(bare) || self.qualified(bare).is_some();
        match undecided {
            true => self.generic(id, Field::Operand, &[index]),
            false => self.of(id, Field::Operand, Term::Element),
        }
    }

    /// Brackets that may hold types: evaluation takes what is no generic function or type as indexed.
    fn generic(&self, id: NodeId, operand: Field, arguments: &[NodeId]) -> Term {
        let arguments: Arc<[Type]> = arguments.iter().map(|argument| self.type_node(*argument)).collect();
        self.of(id, operand, |operand| Term::Instance(operand, arguments))
    }

    fn generic_arguments(&self, id: NodeId) -> Vec<NodeId> {
        let list = self.syntax.child(id, Field::TypeArguments);
        list.map(|list| self.syntax.type_elements(list)).unwrap_or_default()
    }

    fn unary(&self, id: NodeId) -> Term {
        let operator = self.syntax.child(id, Field::Operator).map(|operator| self.syntax.text(operator));
        match operator {
            Some(b"*") => self.of(id, Field::Operand, Term::Pointee),
            Some(b"&") => self.of(id, Field::Operand, Term::Address),
            Some(b"<-") => self.of(id, Field::Operand, Term::Element),
            Some(_) => self.syntax.child(id, Field::Operand).map_or(Term::UNKNOWN, |operand| self.type_of(operand)),
            None => Term::UNKNOWN,
        }
    }

    fn binary(&self, id: NodeId) -> Term {
        let syntax = self.syntax;
        let parts = (syntax.child(id, Field::Left), syntax.child(id, Field::Operator), syntax.child(id, Field::Right));
        let (Some(left), Some(operator), Some(right)) = parts else { return Term::UNKNOWN };
        match syntax.text(operator) {
            b"==" | b"!=" | b"<" | b"<=" | b">" | b">=" => Term::Is(Type::Untyped(Untyped::Bool)),
            b"<<" | b">>" => self.shift(left, right),
            _ => combined(self.type_of(left), self.type_of(right)),
        }
    }

    /// A shift has its left operand's type, but an untyped constant that is shifted by a variable has the type that its
    /// surroundings want.
    fn shift(&self, left: NodeId, right: NodeId) -> Term {
        let (term, constant) = (self.type_of(left), self.is_constant(right));
        match term {
            Term::Is(Type::Untyped(Untyped::Rune)) if constant => term,
            Term::Is(Type::Untyped(_)) if constant => Term::Is(Type::Untyped(Untyped::Int)),
            term if constant && !matches!(term, Term::Is(_)) || surely_typed(&term) => term,
            _ => Term::UNKNOWN,
        }
    }

    fn variable(&self, id: BindingId) -> Term {
        let binding = self.bindings.binding(id);
        if matches!(binding.kind, BindingKind::Type | BindingKind::TypeParameter) {
            return Term::UNKNOWN;
        }
        if let Some(written) = binding.written {
            let parent = self.syntax.parent(binding.declared).map(|parent| self.syntax.kind(parent));
            let of = self.type_node(written);
            let variadic = parent == Some(Kind::VariadicParameterDeclaration);
            return Term::Is(if variadic { Type::Slice(Arc::new(of)) } else { of });
        }
        let Some(value) = binding.value else { return Term::UNKNOWN };
        match (binding.kind, binding.index) {
            (BindingKind::RangeKey, _) => wrapped(self.type_of(value), Term::RangeKey),
            (BindingKind::RangeValue, _) => wrapped(self.type_of(value), Term::Ranged),
            (BindingKind::Constant | BindingKind::TypeSwitch, _) => self.type_of(value),
            (_, None) => defaulted(self.type_of(value)),
            (_, Some(index)) => self.one_of_several(value, index),
        }
    }

    /// `v, ok := m[k]` and its like, or one result of a call.
    fn one_of_several(&self, value: NodeId, index: u32) -> Term {
        let value = self.syntax.unparenthesized(value);
        match (self.syntax.kind(value), index) {
            (Kind::CallExpression | Kind::TypeConversionExpression, _) => self.call(value, index),
            (Kind::IndexExpression | Kind::TypeAssertionExpression | Kind::UnaryExpression, 0) => self.type_of(value),
            (Kind::IndexExpression | Kind::TypeAssertionExpression | Kind::UnaryExpression, 1) => Term::Is(Type::BOOL),
            _ => Term::UNKNOWN,
        }
    }

    fn constant(&self, id: NodeId) -> bool {
        let syntax = self.syntax;
        let constant_in = |field| syntax.child(id, field).is_some_and(|operand| self.is_constant(operand));
        match syntax.kind(id) {
            Kind::IntLiteral
            | Kind::FloatLiteral
            | Kind::ImaginaryLiteral
            | Kind::RuneLiteral
            | Kind::InterpretedStringLiteral
            | Kind::RawStringLiteral => true,
            Kind::True | Kind::False | Kind::Nil | Kind::Iota => self.bindings.of(id) == Reference::Predeclared,
            Kind::Identifier => self.bindings.binding_of(id).is_some_and(|binding| {
                let binding = self.bindings.binding(binding);
                binding.kind == BindingKind::Constant
            }),
            Kind::ParenthesizedExpression => syntax.children(id).next().is_some_and(|inner| self.is_constant(inner)),
            Kind::UnaryExpression => {
                let address = syntax.child(id, Field::Operator).map(|operator| syntax.text(operator));
                matches!(address, Some(b"+" | b"-" | b"!" | b"^")) && constant_in(Field::Operand)
            }
            Kind::BinaryExpression => constant_in(Field::Left) && constant_in(Field::Right),
            Kind::CallExpression => self.constant_conversion(id),
            _ => false,
        }
    }
}

/// A question about what is unknown stays unknown.
fn wrapped(term: Term, wrap: impl FnOnce(Arc<Term>) -> Term) -> Term {
    if term == Term::UNKNOWN { Term::UNKNOWN } else { wrap(Arc::new(term)) }
}

fn defaulted(term: Term) -> Term {
    match term {
        Term::Is(of) => Term::Is(of.defaulted()),
        term if surely_typed(&term) => term,
        term => Term::Defaulted(Arc::new(term)),
    }
}

/// Whether it cannot be an untyped constant: only names of package level may be.
fn surely_typed(term: &Term) -> bool {
    match term {
        Term::Is(of) => !matches!(of, Type::Unknown | Type::Untyped(_)),
        Term::Value(..) => false,
        Term::Arithmetic(left, right) => surely_typed(left) || surely_typed(right),
        _ => true,
    }
}
