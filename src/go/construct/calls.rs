//! Calls: what is called, and the predeclared functions that make something; method values and type assertions.

use super::condition::{Class, Condition};
use super::finder::{Finder, element, may_be};
use super::literals::open;
use super::{AlsoCharged, Amount, Callee, ConstructKind};
use crate::go::bindings::{BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{Call, NodeId};
use crate::go::types::{Package, Term, Type};

/// Return statements of one function that its deferred calls list.
const MOST_RETURNS: usize = 16;

/// Entries of the runtime's table of a type switch.
const SWITCH_ENTRY: u64 = 24;

impl Finder<'_, '_> {
    pub(super) fn call_or_conversion(&mut self, id: NodeId) {
        let syntax = self.syntax;
        if let Some(conversion) = syntax.conversion(id)
            && self.converts(id, &conversion)
        {
            return;
        }
        let Some(call) = syntax.call(id) else { return };
        let function = syntax.unparenthesized(call.function);
        match self.builtin(function) {
            Some(name) => self.builtin_call(id, name, &call),
            None => self.proper_call(id, function, &call),
        }
    }

    /// A call of something that may be a function.
    fn proper_call(&mut self, id: NodeId, function: NodeId, call: &Call) {
        let syntax = self.syntax;
        let Some((callee, conditions)) = self.callee(function) else { return };
        if matches!(&callee, Callee::Function(Package::Path(path), _) if &**path == "unsafe") {
            return;
        }
        let of = self.called(function, call);
        self.arguments(id, call, &of, &conditions);
        let parent = syntax.parent(id).map(|parent| syntax.kind(parent));
        // What `go` starts runs under no frame of this function; what is deferred runs under it, where it returns.
        if parent != Some(Kind::GoStatement) {
            self.add(ConstructKind::Call(callee), id, Amount::Below, conditions);
        }
        if parent == Some(Kind::DeferStatement)
            && let Some(around) = syntax.function(id)
        {
            let ends = self.ends_of(around);
            if let Some(deferred) = self.found.last_mut() {
                deferred.also_charged = ends;
            }
        }
    }

    /// Where a function runs what it deferred: at its return statements, or at its closing brace.
    fn ends_of(&mut self, function: NodeId) -> Vec<AlsoCharged> {
        let syntax = self.syntax;
        let also = |at| AlsoCharged { at, since: 0, until: None, at_most: None };
        // All functions at once, since they may be nested.
        if self.returns.is_empty() {
            for node in syntax.ids().filter(|node| syntax.kind(*node) == Kind::ReturnStatement) {
                let Some(around) = syntax.function(node) else { continue };
                let known = self.returns.entry(around).or_default();
                if known.len() < MOST_RETURNS {
                    known.push(also(syntax.span(node).start));
                }
            }
            self.returns.entry(syntax.root()).or_default();
        }
        let mut ends = self.returns.get(&function).cloned().unwrap_or_default();
        ends.push(also(syntax.span(function).end.saturating_sub(1)));
        ends
    }

    /// The type of what is called, with the type arguments that are written beside it.
    pub(super) fn called(&self, function: NodeId, call: &Call) -> Term {
        let of = self.terms.type_of(function);
        match self.syntax.kind(function) {
            Kind::IndexExpression | Kind::GenericType | Kind::TypeInstantiationExpression => of,
            _ if call.type_arguments.is_empty() || of == Term::UNKNOWN => of,
            _ => {
                let arguments = call.type_arguments.iter().map(|argument| self.terms.type_node(*argument)).collect();
                Term::Instance(of.into(), arguments)
            }
        }
    }

    /// What is called, and what must be so for it to be a call at all; `None` where it surely is none.
    pub(super) fn callee(&self, function: NodeId) -> Option<(Callee, Vec<Condition>)> {
        let syntax = self.syntax;
        if let Some((package, name)) = self.terms.qualified(function) {
            let of = Term::Value(package.clone(), name.clone());
            return Some((Callee::Function(package, name), vec![Condition::IsFunction(of)]));
        }
        match syntax.kind(function) {
            Kind::FuncLiteral => Some((Callee::Literal, Vec::new())),
            Kind::SelectorExpression => {
                let operand = self.terms.type_of(syntax.child(function, Field::Operand)?);
                let name = syntax.name(syntax.child(function, Field::Field)?);
                Some((Callee::Method(operand, name.into()), Vec::new()))
            }
            // `f[K](x)`, or an element of a map or slice of functions.
            Kind::IndexExpression => self.callee(syntax.unparenthesized(syntax.child(function, Field::Operand)?)),
            Kind::GenericType | Kind::TypeInstantiationExpression => {
                self.callee(syntax.unparenthesized(syntax.child(function, Field::Type)?))
            }
            Kind::Identifier | Kind::TypeIdentifier => match self.bindings.of(function) {
                Reference::Binding(binding) => match self.bindings.binding(binding).kind {
                    BindingKind::Type | BindingKind::TypeParameter => None,
                    _ => Some((Callee::Value, Vec::new())),
                },
                _ => None,
            },
            _ => (!self.terms.is_type(function)).then_some((Callee::Value, Vec::new())),
        }
    }

    fn builtin_call(&mut self, id: NodeId, name: &str, call: &Call) {
        let Some(first) = call.arguments.first().copied() else { return };
        match name {
            "make" => self.made(id, call),
            "new" => {
                let of = match self.terms.type_of(id) {
                    Term::Is(Type::Pointer(of)) => Term::Is((*of).clone()),
                    Term::Address(of) => (*of).clone(),
                    _ => Term::UNKNOWN,
                };
                self.add(ConstructKind::New, id, Amount::One(of), Vec::new());
            }
            "append" => self.appended(id, call),
            "panic" => self.stored(first, Term::Is(Type::any())),
            _ => {}
        }
    }

    fn made(&mut self, id: NodeId, call: &Call) {
        let of = Term::Is(self.terms.type_node(call.arguments[0]));
        let count = call.arguments.last().filter(|_| call.arguments.len() > 1);
        let count = count.and_then(|count| self.terms.integer(*count));
        if may_be(&of, |of| matches!(of, Type::Slice(_))) {
            let amount = Amount::Elements { of: element(&of), count, grows: false };
            self.add(ConstructKind::MakeSlice, id, amount, open(&of, Class::Slice));
        }
        if may_be(&of, |of| matches!(of, Type::Map(..))) {
            let entries = if call.arguments.len() == 1 { Some(0) } else { count };
            let amount = Amount::Map { key: super::finder::key(&of), value: element(&of), entries };
            self.add(ConstructKind::MakeMap, id, amount, open(&of, Class::Map));
        }
        if may_be(&of, |of| matches!(of, Type::Chan(_))) {
            let count = if call.arguments.len() == 1 { Some(0) } else { count };
            let amount = Amount::Chan { of: element(&of), count };
            self.add(ConstructKind::MakeChan, id, amount, open(&of, Class::Chan));
        }
    }

    /// `x.M` that is not called, in the place of a value.
    pub(super) fn method_value(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let (inner, Some(parent)) = self.outside(id) else { return };
        let is_value = match syntax.kind(parent) {
            Kind::ArgumentList | Kind::LiteralElement | Kind::SendStatement => true,
            Kind::ExpressionList => syntax.field(parent) != Field::Left,
            Kind::VarSpec => syntax.field(inner) == Field::Value,
            Kind::TypeConversionExpression => syntax.field(inner) == Field::Operand,
            _ => false,
        };
        if !is_value || self.terms.qualified(id).is_some() {
            return;
        }
        let (Some(operand), Some(name)) = (syntax.child(id, Field::Operand), syntax.child(id, Field::Field)) else {
            return;
        };
        let receiver = self.terms.type_of(operand);
        if receiver != Term::UNKNOWN {
            let condition = Condition::BindsMethod { receiver, name: syntax.name(name).into() };
            let conditions = vec![Condition::Surely(Box::new(condition))];
            self.add(ConstructKind::MethodValue, id, Amount::Unknown, conditions);
        }
    }

    /// `x.(I)`: the runtime remembers what it found, at random.
    pub(super) fn assertion(&mut self, id: NodeId) {
        let Some(written) = self.syntax.child(id, Field::Type) else { return };
        let into = Term::Is(self.terms.type_node(written));
        if may_be(&into, |into| matches!(into, Type::Interface { .. })) {
            let conditions = vec![Condition::Is(into, Class::InterfaceWithMethods)];
            self.add(ConstructKind::ConversionCache, id, Amount::Table(16), conditions);
        }
    }

    /// `case I:` of a type switch, charged to the switch.
    pub(super) fn type_case(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let Some(switch) = syntax.parent(id) else { return };
        let ways: Vec<Vec<Condition>> = syntax
            .children_in(id, Field::Type)
            .map(|written| Term::Is(self.terms.type_node(written)))
            .filter(|into| may_be(into, |into| matches!(into, Type::Interface { .. })))
            .map(|into| vec![Condition::Is(into, Class::InterfaceWithMethods)])
            .collect();
        if !ways.is_empty() {
            let at = syntax.span(switch).start;
            let conditions = vec![Condition::AnyOf(ways)];
            self.add_at(ConstructKind::ConversionCache, id, at, Amount::Table(SWITCH_ENTRY), conditions);
        }
    }
}
