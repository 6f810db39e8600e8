//! Declarations, at the top of a file and in functions.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::TokenKind as T;

impl Reader<'_> {
    pub(super) fn top_level_declaration(&mut self) -> Option<Made> {
        match self.token.kind {
            T::Func if self.second() == T::ParenOpen => self.method_declaration(),
            T::Func => self.function_declaration(),
            _ => self.declaration(),
        }
    }

    /// `var`, `const` or `type`.
    pub(super) fn declaration(&mut self) -> Option<Made> {
        match self.token.kind {
            T::Var => self.var_declaration(),
            T::Const => self.const_declaration(),
            T::Type => self.type_declaration(),
            _ => None,
        }
    }

    fn function_declaration(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        let name = self.identifier(Kind::Identifier)?;
        self.set(name, Field::Name);
        if self.at(T::BracketOpen) {
            let parameters = self.type_parameter_list()?;
            self.set(parameters, Field::TypeParameters);
        }
        self.signature_and_body()?;
        Some(self.finish(Kind::FunctionDeclaration, mark))
    }

    fn method_declaration(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        let receiver = self.parameter_list()?;
        self.set(receiver, Field::Receiver);
        let name = self.identifier(Kind::FieldIdentifier)?;
        self.set(name, Field::Name);
        self.signature_and_body()?;
        Some(self.finish(Kind::MethodDeclaration, mark))
    }

    fn signature_and_body(&mut self) -> Option<()> {
        self.signature()?;
        if self.at(T::BraceOpen) {
            let body = self.block()?;
            self.set(body, Field::Body);
        }
        Some(())
    }

    /// Specs in parentheses, each ended by a line or a semicolon.
    fn group(&mut self, spec: impl Fn(&mut Self) -> Option<Made>) -> Option<()> {
        self.expect(T::ParenOpen)?;
        while !self.at(T::ParenClose) {
            spec(self)?;
            self.terminator()?;
        }
        self.bump();
        Some(())
    }

    /// `a, b`, as leaves of this kind.
    pub(super) fn names(&mut self, kind: Kind, field_of_comma: Field) -> Option<()> {
        loop {
            let name = self.identifier(kind)?;
            self.set(name, Field::Name);
            if !self.at(T::Comma) {
                return Some(());
            }
            let comma = self.bump();
            self.set(comma, field_of_comma);
        }
    }

    fn var_declaration(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        if self.at(T::ParenOpen) {
            let list = self.mark();
            self.group(Self::var_spec)?;
            self.finish(Kind::VarSpecList, list);
        } else {
            self.var_spec()?;
        }
        Some(self.finish(Kind::VarDeclaration, mark))
    }

    fn var_spec(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.names(Kind::Identifier, Field::Unnamed)?;
        self.type_and_values(Kind::VarSpec, mark)
    }

    fn const_declaration(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        if self.at(T::ParenOpen) {
            self.group(Self::const_spec)?;
        } else {
            self.const_spec()?;
        }
        Some(self.finish(Kind::ConstDeclaration, mark))
    }

    fn const_spec(&mut self) -> Option<Made> {
        let mark = self.mark();
        // tree-sitter's grammar counts the commas between constants to their names.
        self.names(Kind::Identifier, Field::Name)?;
        self.type_and_values(Kind::ConstSpec, mark)
    }

    fn type_and_values(&mut self, kind: Kind, mark: usize) -> Option<Made> {
        let has_type = self.begins_type();
        if has_type {
            let of = self.type_()?;
            self.set(of, Field::Type);
        }
        let has_value = self.at(T::Assign);
        // A variable has a type or a value; a constant without a value has no type either.
        if !has_value && has_type != (kind == Kind::VarSpec) {
            return None;
        }
        if has_value {
            self.bump();
            let values = self.expression_list()?;
            self.set(values, Field::Value);
        }
        Some(self.finish(kind, mark))
    }

    fn type_declaration(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        if self.at(T::ParenOpen) {
            self.group(Self::type_spec)?;
        } else {
            self.type_spec()?;
        }
        Some(self.finish(Kind::TypeDeclaration, mark))
    }

    fn type_spec(&mut self) -> Option<Made> {
        let mark = self.mark();
        let name = self.identifier(Kind::TypeIdentifier)?;
        self.set(name, Field::Name);
        if self.at(T::BracketOpen) && self.begins_type_parameters()? {
            let parameters = self.type_parameter_list()?;
            self.set(parameters, Field::TypeParameters);
        }
        let kind = if self.at(T::Assign) {
            self.bump();
            Kind::TypeAlias
        } else {
            Kind::TypeSpec
        };
        let of = self.type_()?;
        self.set(of, Field::Type);
        Some(self.finish(kind, mark))
    }

    /// Whether the bracket behind a type's name holds parameters: `[K comparable]`, not `[n]T`. `[n *T]` may be both.
    fn begins_type_parameters(&self) -> Option<bool> {
        let mut ahead = self.lexer;
        if ahead.next().kind != T::Identifier {
            return Some(false);
        }
        match ahead.next().kind {
            T::Identifier | T::Comma | T::Interface | T::Tilde | T::Map | T::Chan | T::Func => Some(true),
            T::BracketClose => Some(false),
            _ => None,
        }
    }
}
