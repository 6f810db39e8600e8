//! Reads the declarations of one package from the text that `tests/go/stdapi` writes.
//!
//! It reads that text only, not Go source: there are no comments, no parameter names and no line breaks within a
//! declaration, and names carry their import path. A line that it cannot read is left out; a test reads them all.

use crate::go::facts::{Facts, MethodFact, TypeFact, ValueFact};
use crate::go::types::{Basic, Field, Method, Name, Package, Signature, Term, Type, Untyped};
use std::sync::Arc;

/// How deep types may nest. The text's deepest has a tenth of it.
const MOST_NESTING: u32 = 64;

/// The facts of a package, from the lines of its declarations.
pub(super) fn read(declarations: &str) -> Facts {
    let mut facts = Facts::default();
    for line in declarations.lines() {
        let _left_out = read_line(line, &mut facts);
    }
    facts.types.sort_by(|a, b| a.name.cmp(&b.name));
    facts.values.sort_by(|a, b| a.name.cmp(&b.name));
    facts.functions.sort_by(|a, b| a.0.cmp(&b.0));
    facts.methods.sort_by(|a, b| (&a.receiver, &a.name).cmp(&(&b.receiver, &b.name)));
    facts
}

/// Adds what one line declares; `None`, and nothing added, when it is not of the form.
pub(super) fn read_line(line: &str, facts: &mut Facts) -> Option<()> {
    let (keyword, rest) = line.split_once(' ')?;
    let reader = TextReader { rest, shapes: Vec::new(), nesting: 0 };
    match keyword {
        "const" | "var" => facts.values.push(reader.value(keyword == "const")?),
        "func" => facts.functions.push(reader.function()?),
        "method" => facts.methods.push(reader.method()?),
        "type" => facts.types.push(reader.type_declaration()?),
        _ => return None,
    }
    Some(())
}

struct TextReader<'text> {
    /// What is not read yet.
    rest: &'text str,
    /// Type parameters of the function being read that stand for their constraint's type.
    shapes: Vec<(Name, Type)>,
    nesting: u32,
}

impl<'text> TextReader<'text> {
    fn value(mut self, constant: bool) -> Option<ValueFact> {
        let name = self.word()?.into();
        self.expect(" ")?;
        let term = Term::Is(self.whole_type()?);
        Some(ValueFact { name, term, constant, elements: None })
    }

    fn function(mut self) -> Option<(Name, Arc<Signature>)> {
        Some((self.word()?.into(), Arc::new(self.declared_signature()?)))
    }

    fn method(mut self) -> Option<MethodFact> {
        self.expect("(")?;
        let pointer = self.skip("*");
        let receiver = self.word()?.into();
        self.expect(") ")?;
        let name = self.word()?.into();
        Some(MethodFact { receiver, pointer, name, signature: Arc::new(self.declared_signature()?) })
    }

    fn type_declaration(mut self) -> Option<TypeFact> {
        let name = self.word()?.into();
        let parameters = self.type_parameters()?.into_iter().map(|(name, _)| name).collect();
        self.expect(" ")?;
        let alias = self.skip("= ");
        Some(TypeFact { name, parameters, alias, right: self.whole_type()? })
    }

    /// A signature up to the end of the line.
    ///
    /// A type parameter with a shape is replaced by it in the parameters, unless a result speaks of it: from `Keys[M
    /// ~map[K]V, K, V](M) iter.Seq[K]` a caller learns K by looking at the argument, without knowing constraints.
    fn declared_signature(mut self) -> Option<Signature> {
        let type_parameters = self.type_parameters()?;
        let after_type_parameters = self.rest;
        self.parameters()?;
        let results = self.rest;
        let names = type_parameters.iter().map(|(name, _)| name.clone()).collect();
        self.shapes = type_parameters
            .into_iter()
            .filter(|(name, _)| !results.split(|c: char| !c.is_alphanumeric()).any(|word| word == &**name))
            .filter_map(|(name, shape)| Some((name, shape?)))
            .collect();
        self.rest = after_type_parameters;
        let signature = self.signature()?;
        self.rest.is_empty().then_some(Signature { type_parameters: names, ..signature })
    }

    fn signature(&mut self) -> Option<Signature> {
        let (parameters, variadic) = self.parameters()?;
        let results = match self.skip(" ") {
            false => Arc::from([]),
            true if self.rest.starts_with('(') => self.parameters()?.0,
            true => Arc::from([self.one_type()?]),
        };
        Some(Signature { type_parameters: Arc::from([]), parameters, variadic, results })
    }

    fn parameters(&mut self) -> Option<(Arc<[Type]>, bool)> {
        let mut variadic = false;
        self.expect("(")?;
        let types = self.list(", ", ")", |reader| {
            variadic = reader.skip("...");
            let of = reader.one_type()?;
            Some(if variadic { Type::Slice(Arc::new(of)) } else { of })
        })?;
        Some((types.into(), variadic))
    }

    /// `[S ~[]E, E]`, or nothing.
    fn type_parameters(&mut self) -> Option<Vec<(Name, Option<Type>)>> {
        if !self.skip("[") {
            return Some(Vec::new());
        }
        self.list(", ", "]", |reader| {
            let name = reader.word()?.into();
            let shape = if reader.skip(" ~") { Some(reader.one_type()?) } else { None };
            Some((name, shape))
        })
    }

    fn whole_type(&mut self) -> Option<Type> {
        let of = self.one_type()?;
        self.rest.is_empty().then_some(of)
    }

    fn one_type(&mut self) -> Option<Type> {
        if self.nesting == MOST_NESTING {
            return None;
        }
        self.nesting += 1;
        let of = self.type_at_nesting();
        self.nesting -= 1;
        of
    }

    fn type_at_nesting(&mut self) -> Option<Type> {
        if self.skip("?") {
            return Some(Type::Unknown);
        }
        if self.skip("*") {
            return Some(Type::Pointer(self.shared_type()?));
        }
        if self.skip("[]") {
            return Some(Type::Slice(self.shared_type()?));
        }
        if self.skip("[") {
            let length = self.word()?.parse().ok()?;
            self.expect("]")?;
            return Some(Type::Array(Some(length), self.shared_type()?));
        }
        match self.word()? {
            "map" => {
                self.expect("[")?;
                let key = self.shared_type()?;
                self.expect("]")?;
                Some(Type::Map(key, self.shared_type()?))
            }
            "chan" => {
                self.expect(" ")?;
                Some(Type::Chan(self.shared_type()?))
            }
            "func" => Some(Type::Func(Arc::new(self.signature()?))),
            "struct" => self.structure(),
            "interface" => self.interface(),
            "untyped" => self.untyped(),
            "unsafe.Pointer" => Some(Type::Basic(Basic::UnsafePointer)),
            word => self.name(word),
        }
    }

    fn shared_type(&mut self) -> Option<Arc<Type>> {
        self.one_type().map(Arc::new)
    }

    fn untyped(&mut self) -> Option<Type> {
        self.expect(" ")?;
        Some(Type::Untyped(match self.word()? {
            "bool" => Untyped::Bool,
            "int" => Untyped::Int,
            "rune" => Untyped::Rune,
            "float" => Untyped::Float,
            "complex" => Untyped::Imaginary,
            "string" => Untyped::String,
            "nil" => Untyped::Nil,
            _ => return None,
        }))
    }

    /// A predeclared type, a type parameter, or a named type of a package with its type arguments.
    fn name(&mut self, word: &str) -> Option<Type> {
        let Some((path, name)) = word.rsplit_once('.') else {
            let shape = self.shapes.iter().find(|(parameter, _)| &**parameter == word);
            return Type::predeclared(word)
                .or_else(|| shape.map(|(_, shape)| shape.clone()))
                .or_else(|| Some(Type::Parameter(word.into())));
        };
        let arguments = if self.skip("[") { self.list(", ", "]", Self::one_type)? } else { Vec::new() };
        Some(Type::Named(Package::Path(path.into()), name.into(), arguments.into()))
    }

    fn structure(&mut self) -> Option<Type> {
        self.expect("{")?;
        let fields = self.list("; ", "}", |reader| {
            let (word, after) = reader.rest.split_at(word_length(reader.rest));
            if !word.is_empty() && after.starts_with(' ') {
                reader.rest = after.get(1..)?;
                return Some(Field { name: word.into(), of: reader.one_type()?, embedded: false });
            }
            let of = reader.one_type()?;
            Some(Field { name: embedded_name(&of)?, of, embedded: true })
        })?;
        Some(Type::Struct(fields.into()))
    }

    fn interface(&mut self) -> Option<Type> {
        let mut embedded = Vec::new();
        let mut methods = Vec::new();
        self.expect("{")?;
        self.list("; ", "}", |reader| {
            if reader.skip("?") {
                embedded.push(Type::Unknown);
            } else {
                let name = reader.word()?.into();
                methods.push(Method { name, signature: Arc::new(reader.signature()?) });
            }
            Some(())
        })?;
        Some(Type::Interface { methods: methods.into(), embedded: embedded.into() })
    }

    /// Items up to the closing mark, which is read too.
    fn list<T>(
        &mut self,
        separator: &str,
        close: &str,
        mut item: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut items = Vec::new();
        if self.skip(close) {
            return Some(items);
        }
        loop {
            items.push(item(self)?);
            if self.skip(close) {
                return Some(items);
            }
            self.expect(separator)?;
        }
    }

    /// An identifier, a number, or an import path with the name in it.
    fn word(&mut self) -> Option<&'text str> {
        let (word, rest) = self.rest.split_at(word_length(self.rest));
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    fn skip(&mut self, mark: &str) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, mark: &str) -> Option<()> {
        self.skip(mark).then_some(())
    }
}

/// How many bytes at the start of `text` belong to a word.
fn word_length(text: &str) -> usize {
    let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/' | b'.' | b'-' | 0x80..);
    text.bytes().take_while(in_word).count()
}

/// The field name that an embedded type gives.
fn embedded_name(of: &Type) -> Option<Name> {
    match of {
        Type::Named(_, name, _) => Some(name.clone()),
        Type::Pointer(to) => match &**to {
            Type::Named(_, name, _) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    }
}
