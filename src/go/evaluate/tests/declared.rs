//! Facts of a whole file by way of its syntax tree, for tests of this room alone: the outline reads them from tokens.

use crate::go::bindings::{Bindings, Import};
use crate::go::facts::{Facts, MethodFact, TypeFact, ValueFact};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax, parse, parser};
use crate::go::terms::Terms;
use crate::go::types::{Name, Term, Type};
use std::ops::Range;
use std::sync::Arc;

pub(crate) struct File {
    pub(crate) source: Vec<u8>,
    pub(crate) imports: Vec<Import>,
    pub(crate) declarations: Vec<Range<usize>>,
}

impl File {
    pub(crate) fn read(source: Vec<u8>) -> File {
        let tree = parse(&mut parser().unwrap(), &source).unwrap();
        let syntax = Syntax::new(&tree, &source, 0);
        let (mut imports, mut declarations) = (Vec::new(), Vec::new());
        for id in syntax.children(syntax.root()) {
            match syntax.kind(id) {
                Kind::ImportDeclaration => {
                    for spec in syntax.descendants(id).filter(|spec| syntax.kind(*spec) == Kind::ImportSpec) {
                        let text = |field| syntax.child(spec, field).map(|part| syntax.name(part));
                        let path = text(Field::Path).unwrap().trim_matches(['"', '`']).into();
                        imports.push(Import { name: text(Field::Name).map(Name::from), path });
                    }
                }
                Kind::PackageClause => {}
                _ => declarations.push(syntax.span(id)),
            }
        }
        File { source: source.clone(), imports, declarations }
    }

    /// Ask about each declaration that parses without errors; the number of those that do not.
    pub(crate) fn each_declaration(&self, mut ask: impl FnMut(&Syntax, &Bindings, &Terms)) -> usize {
        let mut broken = 0;
        let mut parser = parser().unwrap();
        for span in &self.declarations {
            let source = &self.source[span.clone()];
            let tree = parse(&mut parser, source).unwrap();
            let syntax = Syntax::new(&tree, source, span.start);
            if syntax.has_errors() {
                broken += 1;
                continue;
            }
            let bindings = Bindings::new(&syntax, &self.imports);
            ask(&syntax, &bindings, &Terms::new(&syntax, &bindings, &self.imports));
        }
        broken
    }

    pub(crate) fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        self.each_declaration(|syntax, _, terms| add(&mut facts, syntax, terms));
        facts
    }
}

fn add(facts: &mut Facts, syntax: &Syntax, terms: &Terms) {
    let Some(declaration) = syntax.declaration() else { return };
    let name = |id| Name::from(syntax.name(id));
    let child = |id, field| syntax.child(id, field);
    match syntax.kind(declaration) {
        Kind::FunctionDeclaration => {
            let called = name(child(declaration, Field::Name).unwrap());
            facts.functions.push((called, Arc::new(terms.signature(declaration))));
        }
        Kind::MethodDeclaration => {
            let receiver = child(declaration, Field::Receiver).unwrap();
            let written = syntax.children(receiver).next().and_then(|one| child(one, Field::Type)).unwrap();
            let written = syntax.unparenthesized(written);
            let pointer = syntax.kind(written) == Kind::PointerType;
            let base = if pointer { syntax.children(written).next().unwrap() } else { written };
            let base = syntax.unparenthesized(base);
            let base = if syntax.kind(base) == Kind::GenericType { child(base, Field::Type).unwrap() } else { base };
            facts.methods.push(MethodFact {
                receiver: name(base),
                pointer,
                name: name(child(declaration, Field::Name).unwrap()),
                signature: Arc::new(terms.signature(declaration)),
            });
        }
        Kind::TypeDeclaration => {
            for spec in syntax.children(declaration) {
                let parameters = child(spec, Field::TypeParameters);
                let parameters = parameters.into_iter().flat_map(|list| syntax.children(list));
                let parameters = parameters.flat_map(|one| syntax.children_in(one, Field::Name)).map(name);
                facts.types.push(TypeFact {
                    name: name(child(spec, Field::Name).unwrap()),
                    parameters: parameters.collect(),
                    right: terms.type_node(child(spec, Field::Type).unwrap()),
                    alias: syntax.kind(spec) == Kind::TypeAlias,
                });
            }
        }
        Kind::VarDeclaration | Kind::ConstDeclaration => {
            let constant = syntax.kind(declaration) == Kind::ConstDeclaration;
            let mut repeated = None;
            let specs = syntax.descendants(declaration);
            for spec in specs.filter(|id| matches!(syntax.kind(*id), Kind::VarSpec | Kind::ConstSpec)) {
                // Specs of literals inside are local.
                if syntax.function(spec) != Some(declaration) {
                    continue;
                }
                if !constant || child(spec, Field::Value).is_some() {
                    repeated = Some(spec);
                }
                let from = repeated.unwrap_or(spec);
                let names: Vec<NodeId> =
                    syntax.children_in(spec, Field::Name).filter(|id| syntax.kind(*id) == Kind::Identifier).collect();
                let values: Vec<NodeId> =
                    child(from, Field::Value).map(|list| syntax.children(list).collect()).unwrap_or_default();
                for (index, id) in names.iter().enumerate() {
                    let term = match (child(from, Field::Type), values.get(index)) {
                        (Some(written), _) => Term::Is(terms.type_node(written)),
                        (None, Some(value)) if values.len() == names.len() => terms.type_of(*value),
                        _ => match values.as_slice() {
                            [only] => several(terms.type_of(*only), index),
                            _ => Term::Is(Type::Unknown),
                        },
                    };
                    facts.values.push(ValueFact { name: name(*id), term, constant, elements: None });
                }
            }
        }
        _ => {}
    }
}

fn several(term: Term, index: usize) -> Term {
    match term {
        Term::Result(callee, 0) => Term::Result(callee, u32::try_from(index).unwrap()),
        term if index == 0 => term,
        _ => Term::UNKNOWN,
    }
}
