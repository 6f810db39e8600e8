//! Types.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::TokenKind as T;

impl Reader<'_> {
    /// Whether the current token begins a type that can follow a name or a parameter list.
    pub(super) fn begins_type(&self) -> bool {
        matches!(
            self.token.kind,
            T::Identifier
                | T::Star
                | T::BracketOpen
                | T::Map
                | T::Chan
                | T::Func
                | T::Struct
                | T::Interface
                | T::Arrow
                | T::Tilde
                | T::ParenOpen
        )
    }

    /// A type.
    pub(super) fn type_(&mut self) -> Option<Made> {
        self.nested(|reader| match reader.token.kind {
            T::Identifier => reader.type_name(),
            T::Star => reader.prefixed(Kind::PointerType),
            T::Tilde => reader.prefixed(Kind::NegatedType),
            T::BracketOpen => reader.slice_or_array_type(),
            T::Map => reader.map_type(),
            T::Chan | T::Arrow => reader.channel_type(),
            T::Func => reader.function_type(),
            T::Struct => reader.struct_type(),
            T::Interface => reader.interface_type(),
            T::ParenOpen => {
                let mark = reader.mark();
                reader.bump();
                reader.type_()?;
                reader.expect(T::ParenClose)?;
                Some(reader.finish(Kind::ParenthesizedType, mark))
            }
            _ => None,
        })
    }

    fn prefixed(&mut self, kind: Kind) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.type_()?;
        Some(self.finish(kind, mark))
    }

    /// `T`, `p.T`, `T[A]`, `p.T[A]`
    pub(super) fn type_name(&mut self) -> Option<Made> {
        let mark = self.mark();
        let name = self.plain_type_name()?;
        if !self.at(T::BracketOpen) {
            return Some(name);
        }
        self.set(name, Field::Type);
        let arguments = self.type_arguments()?;
        self.set(arguments, Field::TypeArguments);
        Some(self.finish(Kind::GenericType, mark))
    }

    /// `T`, `p.T`
    pub(super) fn plain_type_name(&mut self) -> Option<Made> {
        let mark = self.mark();
        if self.second() != T::Dot {
            return self.identifier(Kind::TypeIdentifier);
        }
        let package = self.identifier(Kind::PackageIdentifier)?;
        self.set(package, Field::Package);
        self.bump();
        let name = self.identifier(Kind::TypeIdentifier)?;
        self.set(name, Field::Name);
        Some(self.finish(Kind::QualifiedType, mark))
    }

    /// `[A, B]`
    pub(super) fn type_arguments(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        loop {
            self.type_element(Kind::TypeElem)?;
            if !self.at(T::Comma) {
                break;
            }
            self.bump();
            if self.at(T::BracketClose) {
                break;
            }
        }
        self.expect(T::BracketClose)?;
        Some(self.finish(Kind::TypeArguments, mark))
    }

    /// `A | B`, as this kind of node.
    pub(super) fn type_element(&mut self, kind: Kind) -> Option<Made> {
        let mark = self.mark();
        self.type_()?;
        while self.at(T::Or) {
            self.bump();
            self.type_()?;
        }
        Some(self.finish(kind, mark))
    }

    /// `[]T`, `[n]T`, `[...]T`
    pub(super) fn slice_or_array_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        let kind = match self.token.kind {
            T::BracketClose => Kind::SliceType,
            T::Ellipsis => {
                self.bump();
                Kind::ImplicitLengthArrayType
            }
            _ => {
                let length = self.outside_header(Self::expression)?;
                self.set(length, Field::Length);
                Kind::ArrayType
            }
        };
        self.expect(T::BracketClose)?;
        let element = self.type_()?;
        self.set(element, Field::Element);
        Some(self.finish(kind, mark))
    }

    pub(super) fn map_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.expect(T::BracketOpen)?;
        let key = self.type_()?;
        self.set(key, Field::Key);
        self.expect(T::BracketClose)?;
        let value = self.type_()?;
        self.set(value, Field::Value);
        Some(self.finish(Kind::MapType, mark))
    }

    fn channel_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        if self.at(T::Arrow) {
            self.bump();
            self.expect(T::Chan)?;
        } else {
            self.bump();
            // In `chan <-chan T` the arrow is the first channel's to Go, and the second one's to tree-sitter.
            if self.at(T::Arrow) {
                self.bump();
                if self.at(T::Chan) {
                    return None;
                }
            }
        }
        let value = self.type_()?;
        self.set(value, Field::Value);
        Some(self.finish(Kind::ChannelType, mark))
    }

    fn function_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.signature()?;
        Some(self.finish(Kind::FunctionType, mark))
    }

    /// Parameters, and results where there are any.
    pub(super) fn signature(&mut self) -> Option<()> {
        let parameters = self.parameter_list()?;
        self.set(parameters, Field::Parameters);
        if !self.begins_type() {
            return Some(());
        }
        let result = if self.at(T::ParenOpen) { self.parameter_list()? } else { self.type_()? };
        self.set(result, Field::Result);
        Some(())
    }

    pub(super) fn struct_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        let list = self.mark();
        self.expect(T::BraceOpen)?;
        while !self.at(T::BraceClose) {
            self.field_declaration()?;
            if !self.at(T::BraceClose) {
                self.terminator()?;
            }
        }
        self.bump();
        self.finish(Kind::FieldDeclarationList, list);
        Some(self.finish(Kind::StructType, mark))
    }

    fn field_declaration(&mut self) -> Option<Made> {
        let mark = self.mark();
        if self.at(T::Star) || self.is_embedded() {
            if self.at(T::Star) {
                self.bump();
            }
            let embedded = self.type_name()?;
            self.set(embedded, Field::Type);
        } else {
            self.names(Kind::FieldIdentifier, Field::Unnamed)?;
            let of = self.type_()?;
            self.set(of, Field::Type);
        }
        if let Some(tag) = self.string_literal() {
            self.set(tag, Field::Tag);
        }
        Some(self.finish(Kind::FieldDeclaration, mark))
    }

    /// Whether the field here is a type without a name.
    fn is_embedded(&self) -> bool {
        let mut ahead = self.lexer;
        match ahead.next().kind {
            T::Dot | T::Semicolon | T::BraceClose | T::String | T::RawString => true,
            // `name []T` and `name [n]T`, or the embedded `T[A]`.
            T::BracketOpen => {
                let mut inside = ahead;
                inside.next().kind != T::BracketClose
                    && matches!(
                        self.kind_behind_bracket(ahead),
                        T::Semicolon | T::BraceClose | T::String | T::RawString
                    )
            }
            _ => false,
        }
    }

    pub(super) fn interface_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.expect(T::BraceOpen)?;
        while !self.at(T::BraceClose) {
            if self.at(T::Identifier) && self.second() == T::ParenOpen {
                let method = self.mark();
                let name = self.identifier(Kind::FieldIdentifier)?;
                self.set(name, Field::Name);
                self.signature()?;
                self.finish(Kind::MethodElem, method);
            } else {
                self.type_element(Kind::TypeElem)?;
            }
            if !self.at(T::BraceClose) {
                self.terminator()?;
            }
        }
        self.bump();
        Some(self.finish(Kind::InterfaceType, mark))
    }
}
