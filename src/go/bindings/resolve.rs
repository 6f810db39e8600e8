//! Names to bindings: Go's scopes as one walk in preorder.
//!
//! A scope is open while the walk is inside its subtree. A name may be declared before it is visible (`x := x + 1`), so
//! each binding carries the node from which on it is seen. How a name is used is not asked here.

use super::{Binding, BindingId, BindingKind, Bindings, Import, Reference, keys};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use rustc_hash::FxHashMap;

pub(super) fn resolve<'t>(syntax: &Syntax<'t>, imports: &[Import]) -> Bindings<'t> {
    let nodes = syntax.ids().count();
    let bindings = Bindings {
        bindings: Vec::new(),
        references: vec![Reference::NotAName; nodes],
        uses: Vec::new(),
        predeclared: Vec::new(),
        declares: vec![false; nodes],
    };
    let imports = imports.iter().zip(0..).filter_map(|(import, index)| Some((import.known_as()?.to_owned(), index)));
    let mut walk = Walk {
        syntax,
        imports: imports.collect(),
        scopes: Vec::new(),
        names: FxHashMap::default(),
        places: Vec::new(),
        repeated: None,
        field_keys: vec![false; nodes],
        bindings,
    };
    for id in syntax.ids() {
        walk.visit(id);
    }
    let mut bindings = walk.bindings;
    bindings.predeclared.sort_unstable();
    bindings.predeclared.dedup();
    bindings
}

struct Walk<'s, 't> {
    syntax: &'s Syntax<'t>,
    imports: FxHashMap<String, u32>,
    scopes: Vec<Scope>,
    /// Bindings by name, innermost last, of the open scopes alone.
    names: FxHashMap<&'t str, Vec<BindingId>>,
    /// Beside `bindings`: where each is seen from, and the scope that it belongs to.
    places: Vec<Place>,
    /// The constant spec that specs without values repeat.
    repeated: Option<NodeId>,
    /// Keys of composite literals that may be fields of a struct.
    field_keys: Vec<bool>,
    bindings: Bindings<'t>,
}

struct Scope {
    node: NodeId,
    end: NodeId,
    declared: Vec<BindingId>,
    /// Of a type switch: its variable and what it switches on.
    switched: Option<(NodeId, NodeId)>,
}

struct Place {
    visible_from: NodeId,
    scope: NodeId,
}

/// Where a binding's value comes from.
#[derive(Clone, Copy, Default)]
struct Origin {
    written: Option<NodeId>,
    value: Option<NodeId>,
    index: Option<u32>,
}

impl<'t> Walk<'_, 't> {
    fn visit(&mut self, id: NodeId) {
        while self.scopes.last().is_some_and(|scope| scope.end <= id) {
            self.close();
        }
        let syntax = self.syntax;
        let inner = !self.scopes.is_empty();
        match syntax.kind(id) {
            Kind::FunctionDeclaration | Kind::FuncLiteral => self.open(id),
            Kind::MethodDeclaration => {
                self.open(id);
                self.masked_type_parameters(id);
            }
            // A function's body shares the scope of its parameters.
            Kind::Block if syntax.field(id) == Field::Body && !self.is_body_of_loop(id) => {}
            Kind::Block
            | Kind::IfStatement
            | Kind::ForStatement
            | Kind::ExpressionSwitchStatement
            | Kind::ExpressionCase
            | Kind::CommunicationCase => self.open(id),
            Kind::TypeSwitchStatement => self.open_type_switch(id),
            Kind::TypeCase | Kind::DefaultCase => self.open_clause(id),
            Kind::TypeSpec | Kind::TypeAlias => {
                if inner {
                    self.declare_type(id);
                }
                self.open(id);
            }
            Kind::ConstDeclaration => self.repeated = None,
            Kind::ConstSpec if inner => self.declare_constants(id),
            Kind::VarSpec if inner => self.declare_variables(id),
            Kind::ShortVarDeclaration => self.declare_short(id, BindingKind::Local, BindingKind::Local),
            Kind::ReceiveStatement if syntax.has_token(id, b":=") => {
                self.declare_short(id, BindingKind::Local, BindingKind::Local);
            }
            Kind::RangeClause if syntax.has_token(id, b":=") => {
                self.declare_short(id, BindingKind::RangeKey, BindingKind::RangeValue);
            }
            Kind::ParameterDeclaration | Kind::VariadicParameterDeclaration => self.declare_parameters(id),
            Kind::TypeParameterDeclaration => {
                let origin = Origin { written: syntax.child(id, Field::Type), ..Origin::default() };
                for name in syntax.children_in(id, Field::Name) {
                    self.declare(name, BindingKind::TypeParameter, origin, name);
                }
            }
            Kind::LiteralValue => keys::possible_fields(syntax, id).for_each(|key| self.field_keys[key.index()] = true),
            Kind::Identifier
            | Kind::TypeIdentifier
            | Kind::PackageIdentifier
            | Kind::Nil
            | Kind::True
            | Kind::False
            | Kind::Iota => self.refer(id),
            _ => {}
        }
    }

    fn is_body_of_loop(&self, block: NodeId) -> bool {
        self.syntax.parent(block).is_none_or(|parent| self.syntax.kind(parent) == Kind::ForStatement)
    }

    fn open(&mut self, node: NodeId) {
        self.scopes.push(Scope { node, end: self.syntax.end(node), declared: Vec::new(), switched: None });
    }

    fn close(&mut self) {
        for binding in self.scopes.pop().into_iter().flat_map(|scope| scope.declared) {
            if let Some(stack) = self.names.get_mut(self.bindings.binding(binding).name) {
                stack.pop();
            }
        }
    }

    fn open_type_switch(&mut self, id: NodeId) {
        self.open(id);
        let alias = self.syntax.child(id, Field::Alias).and_then(|list| self.syntax.children(list).next());
        let switched = alias.zip(self.syntax.child(id, Field::Value));
        if let Some(alias) = alias {
            self.bindings.declares[alias.index()] = true;
        }
        if let Some(scope) = self.scopes.last_mut() {
            scope.switched = switched;
        }
    }

    fn open_clause(&mut self, id: NodeId) {
        let switched = self.scopes.last().filter(|scope| Some(scope.node) == self.syntax.parent(id));
        let switched = switched.and_then(|scope| scope.switched);
        self.open(id);
        let Some((alias, value)) = switched else { return };
        let mut types = self.syntax.children_in(id, Field::Type);
        let only = types.next().filter(|_| types.next().is_none());
        let nil = only.is_some_and(|only| self.syntax.text(only) == b"nil");
        let origin = Origin { written: only.filter(|_| !nil), value: Some(value), index: None };
        let body = self.syntax.children(id).find(|child| self.syntax.kind(*child) == Kind::StatementList);
        self.declare(alias, BindingKind::TypeSwitch, origin, body.unwrap_or(self.syntax.end(id)));
    }

    fn declare_type(&mut self, id: NodeId) {
        if let Some(name) = self.syntax.child(id, Field::Name) {
            let origin = Origin { written: self.syntax.child(id, Field::Type), ..Origin::default() };
            self.declare(name, BindingKind::Type, origin, name);
        }
    }

    fn declare_constants(&mut self, id: NodeId) {
        if self.syntax.child(id, Field::Value).is_some() {
            self.repeated = Some(id);
        }
        let from = self.repeated.unwrap_or(id);
        self.declare_spec(id, from, BindingKind::Constant);
    }

    fn declare_variables(&mut self, id: NodeId) {
        self.declare_spec(id, id, BindingKind::Local);
    }

    /// The names of `spec` with the type and the values of `from`.
    fn declare_spec(&mut self, spec: NodeId, from: NodeId, kind: BindingKind) {
        let syntax = self.syntax;
        let named = |id: &NodeId| syntax.kind(*id) == Kind::Identifier;
        let names: Vec<NodeId> = syntax.children_in(spec, Field::Name).filter(named).collect();
        let written = syntax.child(from, Field::Type);
        for (name, origin) in names.iter().zip(self.origins(names.len(), syntax.child(from, Field::Value))) {
            self.declare(*name, kind, Origin { written, ..origin }, syntax.end(spec));
        }
    }

    /// Where each of so many names gets its value from, given a list of values.
    fn origins(&self, names: usize, list: Option<NodeId>) -> Vec<Origin> {
        let values: Vec<NodeId> = list.map(|list| self.values(list)).unwrap_or_default();
        let origin = |position: usize| match values.as_slice() {
            [only] if names > 1 => Origin { written: None, value: Some(*only), index: u32::try_from(position).ok() },
            values if values.len() == names => Origin { value: values.get(position).copied(), ..Origin::default() },
            _ => Origin::default(),
        };
        (0..names).map(origin).collect()
    }

    /// The members of an expression list; a range or receive operand stands alone.
    fn values(&self, list: NodeId) -> Vec<NodeId> {
        match self.syntax.kind(list) {
            Kind::ExpressionList => self.syntax.children(list).collect(),
            _ => vec![list],
        }
    }

    /// `a, b := ...`: what the same scope has already is assigned, the rest declared.
    fn declare_short(&mut self, id: NodeId, first: BindingKind, second: BindingKind) {
        let syntax = self.syntax;
        let Some(left) = syntax.child(id, Field::Left) else { return };
        let names = self.values(left);
        let right = syntax.child(id, Field::Right);
        let ranged = syntax.kind(id) == Kind::RangeClause;
        let origins = match ranged {
            true => vec![Origin { value: right, ..Origin::default() }; names.len()],
            false => self.origins(names.len(), right),
        };
        for ((position, name), origin) in names.into_iter().enumerate().zip(origins) {
            let a_name =
                matches!(syntax.kind(name), Kind::Identifier | Kind::Nil | Kind::True | Kind::False | Kind::Iota);
            if a_name && (ranged || !self.declared_here(syntax.name(name))) {
                self.declare(name, if position == 0 { first } else { second }, origin, syntax.end(id));
            }
        }
    }

    fn declared_here(&self, name: &str) -> bool {
        let scope = self.scopes.last().map(|scope| scope.node);
        let top = self.names.get(name).and_then(|stack| stack.last());
        top.is_some_and(|id| Some(self.places[id.index()].scope) == scope)
    }

    fn declare_parameters(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let Some((list, function)) =
            syntax.parent(id).and_then(|list| syntax.parent(list).map(|function| (list, function)))
        else {
            return;
        };
        if !matches!(syntax.kind(function), Kind::FunctionDeclaration | Kind::MethodDeclaration | Kind::FuncLiteral) {
            return;
        }
        let kind = match syntax.field(list) {
            Field::Receiver => BindingKind::Receiver,
            Field::Result => BindingKind::Result,
            _ => BindingKind::Parameter,
        };
        let written = syntax.child(id, Field::Type);
        let body = syntax.child(function, Field::Body).unwrap_or(syntax.end(function));
        for name in syntax.children_in(id, Field::Name).filter(|name| syntax.kind(*name) == Kind::Identifier) {
            self.declare(name, kind, Origin { written, ..Origin::default() }, body);
        }
        if let Some(written) = written.filter(|_| kind == BindingKind::Receiver) {
            self.declare_receiver_type_parameters(written);
        }
    }

    /// `func (r *T[K, V])` declares K and V.
    fn declare_receiver_type_parameters(&mut self, written: NodeId) {
        let syntax = self.syntax;
        let mut written = syntax.unparenthesized(written);
        if syntax.kind(written) == Kind::PointerType {
            let Some(pointed) = syntax.children(written).next() else { return };
            written = syntax.unparenthesized(pointed);
        }
        let arguments = syntax.child(written, Field::TypeArguments);
        for name in arguments.map(|list| syntax.type_elements(list)).unwrap_or_default() {
            if syntax.kind(name) == Kind::TypeIdentifier {
                self.declare(name, BindingKind::TypeParameter, Origin::default(), name);
            }
        }
    }

    /// A method's own type parameters (Go 1.27) are blanks to the parser; the original text has them.
    fn masked_type_parameters(&mut self, id: NodeId) {
        let syntax = self.syntax;
        let ends = (syntax.child(id, Field::Name), syntax.child(id, Field::Parameters));
        let (Some(name), Some(parameters)) = ends else { return };
        let text = std::str::from_utf8(syntax.source(syntax.span(name).end..syntax.span(parameters).start));
        let mut depth = 0;
        let mut expected = false;
        for part in text.unwrap_or_default().split_inclusive(|c: char| !c.is_alphanumeric() && c != '_') {
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_');
            if !word.is_empty() && expected {
                let origin = Origin::default();
                self.declare_as(word, name, BindingKind::TypeParameter, origin, parameters);
            }
            expected &= word.is_empty();
            match part[word.len()..].chars().next() {
                Some('[' | '(' | '{') => (depth, expected) = (depth + 1, depth == 0),
                Some(']' | ')' | '}') => depth -= 1,
                Some(',') => expected |= depth == 1,
                _ => {}
            }
        }
    }

    fn declare(&mut self, declared: NodeId, kind: BindingKind, origin: Origin, visible_from: NodeId) {
        let name = self.syntax.name(declared);
        if name == "_" || name.is_empty() {
            return;
        }
        let id = self.declare_as(name, declared, kind, origin, visible_from);
        if self.bindings.references[declared.index()] == Reference::NotAName {
            self.bindings.references[declared.index()] = Reference::Binding(id);
        }
        self.bindings.declares[declared.index()] = true;
    }

    fn declare_as(
        &mut self,
        name: &'t str,
        declared: NodeId,
        kind: BindingKind,
        origin: Origin,
        visible_from: NodeId,
    ) -> BindingId {
        let id = BindingId(u32::try_from(self.bindings.bindings.len()).unwrap_or(u32::MAX));
        let function = self.syntax.function(declared).unwrap_or(self.syntax.root());
        let Origin { written, value, index } = origin;
        self.bindings.bindings.push(Binding { name, declared, kind, written, value, index, function });
        let scope = self.scopes.last_mut();
        self.places.push(Place { visible_from, scope: scope.as_ref().map_or(self.syntax.root(), |scope| scope.node) });
        if let Some(scope) = scope {
            scope.declared.push(id);
            self.names.entry(name).or_default().push(id);
        }
        id
    }

    fn refer(&mut self, id: NodeId) {
        let name = self.syntax.name(id);
        if self.bindings.declares[id.index()] || name == "_" || name.is_empty() {
            return;
        }
        let field = self.field_keys[id.index()] && !keys::indexes_syntactically(self.syntax, id);
        // In the name's place stands what is declared: a function, a parameter of a function type, `T` of `p.T`.
        if field || self.syntax.field(id) == Field::Name {
            return;
        }
        self.bindings.references[id.index()] = if let Some(binding) = self.bound(name, id) {
            Reference::Binding(binding)
        } else if let Some(import) = self.imports.get(name) {
            Reference::Imported(*import)
        } else if is_predeclared(name) {
            self.bindings.predeclared.push(name);
            Reference::Predeclared
        } else {
            Reference::Package
        };
    }

    fn bound(&self, name: &str, id: NodeId) -> Option<BindingId> {
        let visible = |binding: &&BindingId| self.places[binding.index()].visible_from <= id;
        self.names.get(name)?.iter().rev().find(visible).copied()
    }
}

/// Whether every file has this name without an import or a declaration.
pub(crate) fn is_predeclared(name: &str) -> bool {
    PREDECLARED.binary_search(&name).is_ok()
}

/// The universe block of Go 1.27, sorted.
pub(super) const PREDECLARED: [&str; 44] = [
    "any",
    "append",
    "bool",
    "byte",
    "cap",
    "clear",
    "close",
    "comparable",
    "complex",
    "complex128",
    "complex64",
    "copy",
    "delete",
    "error",
    "false",
    "float32",
    "float64",
    "imag",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "iota",
    "len",
    "make",
    "max",
    "min",
    "new",
    "nil",
    "panic",
    "print",
    "println",
    "real",
    "recover",
    "rune",
    "string",
    "true",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
];
