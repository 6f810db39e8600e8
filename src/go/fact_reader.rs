//! Reads what a file declares at package level from its tokens: signatures, types, variables, constants.
//!
//! Function bodies are looked at where a run asks for it, and of them those alone that have something by value which may be large. It does
//! NOT type-check: initialisers become terms (see `term_reader`), and what cannot be read becomes `Unknown`.

use super::cursor::Cursor;
use super::facts::{Facts, MethodFact, Reader as ReaderFact, TypeFact, ValueFact};
use super::only_read::{only_read, parameter_names};
use super::outline::{Declaration, DeclarationKind, Outline};
use super::scope::FileScope;
use super::std::is_standard;
use super::term_reader;
use super::token::TokenKind;
use super::type_reader::{begins_type, signature, type_at, type_parameters};
use super::types::{Name, Package, Signature, Term, Type};
use TokenKind as T;
use std::sync::Arc;

/// See [`super::facts::facts`] and [`super::facts::facts_with_bodies`].
pub(super) fn read(text: &[u8], outline: &Outline, bodies: bool) -> Facts {
    let mut reader = Reader { text, scope: FileScope::of(outline), bodies, facts: Facts::default() };
    for declaration in &outline.declarations {
        reader.declare_all(declaration);
    }
    for declaration in &outline.declarations {
        reader.read(declaration);
    }
    reader.facts
}

struct Reader<'file> {
    text: &'file [u8],
    scope: FileScope<'file>,
    /// Whether function bodies are looked at.
    bodies: bool,
    facts: Facts,
}

impl<'file> Reader<'file> {
    /// Stands after the keyword of a declaration.
    fn cursor(&self, declaration: &Declaration) -> Cursor<'file> {
        let mut cursor = Cursor::over(self.text, declaration.span, declaration.lines.0);
        cursor.advance();
        cursor
    }

    /// Adds the names of a group or a list to the scope, which so far knows the first one only.
    fn declare_all(&mut self, declaration: &Declaration) {
        if !matches!(declaration.kind, DeclarationKind::Type | DeclarationKind::Var | DeclarationKind::Const) {
            return;
        }
        let mut names = Vec::new();
        specs(self.cursor(declaration), |cursor| {
            names.extend(cursor.identifier());
            while declaration.kind != DeclarationKind::Type && cursor.take(T::Comma) {
                names.extend(cursor.identifier());
            }
        });
        names.into_iter().for_each(|name| self.scope.declare(name));
    }

    fn read(&mut self, declaration: &Declaration) {
        let cursor = self.cursor(declaration);
        match declaration.kind {
            DeclarationKind::Function => self.function(cursor, declaration),
            DeclarationKind::Method => self.method(cursor, declaration),
            DeclarationKind::Type => specs(cursor, |cursor| self.type_spec(cursor)),
            DeclarationKind::Var => specs(cursor, |cursor| self.variables(cursor)),
            DeclarationKind::Const => {
                let mut before = Vec::new();
                let mut stated = None;
                specs(cursor, |cursor| self.constants(cursor, &mut stated, &mut before));
            }
            DeclarationKind::Import | DeclarationKind::Unknown => {}
        }
    }

    fn function(&mut self, mut cursor: Cursor<'file>, declaration: &Declaration) {
        cursor.advance();
        let parameters = if cursor.kind() == T::BracketOpen { type_parameters(&mut cursor) } else { Some(Vec::new()) };
        let list = cursor;
        if let Some(signature) = parameters.and_then(|parameters| self.signature(&mut cursor, parameters, Vec::new())) {
            self.read_body(declaration, None, list, &signature);
            self.facts.functions.push((declaration.name.clone(), Arc::new(signature)));
        }
    }

    fn method(&mut self, mut cursor: Cursor<'file>, declaration: &Declaration) {
        let Some(receiver) = &declaration.receiver else { return };
        let outer = receiver_parameters(cursor);
        let itself = cursor;
        if cursor.skip_brackets().is_none() {
            return;
        }
        cursor.advance();
        let own = if cursor.kind() == T::BracketOpen { type_parameters(&mut cursor) } else { Some(Vec::new()) };
        let list = cursor;
        if let Some(signature) = own.and_then(|own| self.signature(&mut cursor, own, outer)) {
            self.read_body(declaration, Some(itself), list, &signature);
            self.facts.methods.push(MethodFact {
                receiver: receiver.type_name.clone(),
                pointer: receiver.pointer,
                name: declaration.name.clone(),
                signature: Arc::new(signature),
            });
        }
    }

    /// Looks at what a body does with a receiver and with parameters that may be large; the cursors stand on the brackets of both.
    fn read_body(
        &mut self,
        declaration: &Declaration,
        receiver: Option<Cursor<'file>>,
        list: Cursor<'file>,
        signature: &Signature,
    ) {
        let Some(body) = declaration.body.filter(|_| self.bodies && !declaration.generic) else { return };
        let of_receiver = declaration.receiver.as_ref();
        let by_value = receiver.filter(|_| of_receiver.is_some_and(|receiver| !receiver.pointer));
        let named = |list: Cursor<'file>| parameter_names(list);
        let mut all: Vec<(Option<usize>, &[u8])> =
            by_value.into_iter().flat_map(named).take(1).map(|name| (None, name)).collect();
        let fixed = signature.parameters.len() - usize::from(signature.variadic);
        let large = signature.parameters.iter().take(fixed).enumerate().filter(|(_, of)| may_be_large(of));
        let mut large = large.map(|(position, _)| position).peekable();
        if large.peek().is_some() {
            let names = named(list);
            all.extend(large.filter_map(|position| Some((Some(position), *names.get(position)?))));
        }
        if all.is_empty() {
            return;
        }
        let body = Cursor::over(self.text, body, declaration.lines.0);
        self.facts.readers.push(ReaderFact {
            receiver: of_receiver.map(|receiver| receiver.type_name.clone()),
            name: declaration.name.clone(),
            parameters: only_read(body, &all).into(),
        });
    }

    /// Reads a signature in which the type parameters `own` and those of the receiver, `outer`, are in scope.
    fn signature(&mut self, cursor: &mut Cursor<'_>, own: Vec<Name>, outer: Vec<Name>) -> Option<Signature> {
        self.scope.set_parameters([&own[..], &outer[..]].concat());
        let read = signature(cursor, &self.scope, 0);
        self.scope.set_parameters(Vec::new());
        Some(Signature { type_parameters: own.into(), ..read? })
    }

    fn type_spec(&mut self, cursor: &mut Cursor<'_>) {
        let Some(name) = cursor.identifier() else { return };
        let mut parameters = Vec::new();
        if cursor.kind() == T::BracketOpen && has_type_parameters(*cursor) {
            let Some(read) = type_parameters(cursor) else { return };
            parameters = read;
        }
        let alias = cursor.take(T::Assign);
        self.scope.set_parameters(parameters.clone());
        let right = type_at(cursor, &self.scope, 0).filter(|_| ends_spec(cursor.kind())).unwrap_or(Type::Unknown);
        self.scope.set_parameters(Vec::new());
        self.facts.types.push(TypeFact { name, parameters: parameters.into(), right, alias });
    }

    fn variables(&mut self, cursor: &mut Cursor<'_>) {
        let names = names(cursor);
        let stated = self.stated_type(cursor);
        let mut elements = None;
        let terms = match stated {
            Some(of) => {
                let mut value = *cursor;
                elements = if value.take(T::Assign) { self.elements(value) } else { None }.filter(|_| names.len() == 1);
                vec![Term::Is(of); names.len()]
            }
            None if cursor.take(T::Assign) => {
                elements = self.elements(*cursor).filter(|_| names.len() == 1);
                let terms = term_reader::list(cursor, &self.scope, names.len());
                terms.into_iter().map(|term| Term::Defaulted(Arc::new(term))).map(term_reader::simplified).collect()
            }
            None => Vec::new(),
        };
        self.add_values(names, &terms, false, elements);
    }

    /// How many elements the composite literal at the cursor writes.
    fn elements(&self, mut cursor: Cursor<'_>) -> Option<u32> {
        if !begins_type(cursor.kind()) {
            return None;
        }
        type_at(&mut cursor, &self.scope, 0)?;
        if !cursor.take(T::BraceOpen) {
            return None;
        }
        let mut elements = 0;
        while !matches!(cursor.kind(), T::BraceClose | T::End) {
            elements += 1;
            cursor.skip_to(&[T::Comma]);
            if !cursor.take(T::Comma) {
                break;
            }
        }
        Some(elements)
    }

    /// Reads one line of constants. Without an expression it repeats the type and the expressions `before` it.
    fn constants(&mut self, cursor: &mut Cursor<'_>, stated: &mut Option<Type>, before: &mut Vec<Term>) {
        let names = names(cursor);
        if !ends_spec(cursor.kind()) {
            *stated = self.stated_type(cursor);
            *before =
                if cursor.take(T::Assign) { term_reader::list(cursor, &self.scope, names.len()) } else { Vec::new() };
        }
        let typed = stated.as_ref().map(|of| vec![Term::Is(of.clone()); names.len()]);
        self.add_values(names, typed.as_ref().unwrap_or(before), true, None);
    }

    /// The type between the names and `=`.
    fn stated_type(&self, cursor: &mut Cursor<'_>) -> Option<Type> {
        if !begins_type(cursor.kind()) {
            return None;
        }
        let read = type_at(cursor, &self.scope, 0).filter(|_| cursor.kind() == T::Assign || ends_spec(cursor.kind()));
        Some(read.unwrap_or(Type::Unknown))
    }

    fn add_values(&mut self, names: Vec<Name>, terms: &[Term], constant: bool, elements: Option<u32>) {
        for (index, name) in names.into_iter().enumerate() {
            if *name != *"_" {
                let term = terms.get(index).cloned().unwrap_or(Term::UNKNOWN);
                self.facts.values.push(ValueFact { name, term, constant, elements });
            }
        }
    }
}

/// Whether a value of the type may be a struct or an array of many bytes. Of the standard library there are few such.
fn may_be_large(of: &Type) -> bool {
    match of {
        Type::Named(Package::Here, ..) | Type::Array(..) | Type::Struct(_) => true,
        Type::Named(Package::Path(path), ..) => !is_standard(path),
        _ => false,
    }
}

/// Calls `read` at each spec of a declaration, in a group or alone; the cursor stands after the keyword. Whatever `read`
/// leaves of a spec is skipped.
fn specs<'text>(mut cursor: Cursor<'text>, mut read: impl FnMut(&mut Cursor<'text>)) {
    if !cursor.take(T::ParenOpen) {
        return read(&mut cursor);
    }
    while !matches!(cursor.kind(), T::ParenClose | T::End) {
        if cursor.take(T::Semicolon) {
            continue;
        }
        let mut spec = cursor;
        read(&mut spec);
        cursor.skip_to(&[T::Semicolon]);
        if matches!(cursor.kind(), T::BraceClose | T::BracketClose) {
            return;
        }
    }
}

fn names(cursor: &mut Cursor<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = cursor.identifier().into_iter().collect();
    while cursor.take(T::Comma) {
        names.extend(cursor.identifier());
    }
    names
}

fn ends_spec(kind: TokenKind) -> bool {
    matches!(kind, T::Semicolon | T::ParenClose | T::End)
}

/// The names between the brackets of a receiver such as `(s *Stack[K, V])`.
fn receiver_parameters(mut cursor: Cursor<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    cursor.advance();
    cursor.skip_to_bracket();
    if cursor.take(T::BracketOpen) {
        while let Some(name) = cursor.identifier() {
            names.push(name);
            cursor.take(T::Comma);
        }
    }
    names
}

/// Whether in `type T [...` the brackets hold type parameters, rather than an array's length.
///
/// The specification calls `[P *C]` ambiguous and takes it for a length; a comma at the end makes it a parameter.
fn has_type_parameters(mut cursor: Cursor<'_>) -> bool {
    cursor.advance();
    if cursor.kind() != T::Identifier {
        return false;
    }
    cursor.advance();
    match cursor.kind() {
        T::Star | T::ParenOpen => {
            cursor.skip_to(&[T::Comma]);
            cursor.kind() == T::Comma
        }
        T::BracketOpen => cursor.second() == T::BracketClose,
        kind => kind == T::Comma || kind == T::Tilde || begins_type(kind),
    }
}
