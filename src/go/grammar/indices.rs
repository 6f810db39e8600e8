//! What brackets behind an operand are: an index, a slice, or type arguments.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::TokenKind as T;

impl Reader<'_> {
    /// An index, a slice, or type arguments. A name with type arguments and one argument behind it (`f[K](x)`) is to
    /// tree-sitter a conversion to a generic type.
    pub(super) fn index_or_slice(&mut self, operand: Made, mark: usize) -> Option<Made> {
        let (bracket, lexer, behind) = (self.token, self.lexer, self.mark());
        self.set(operand, Field::Operand);
        self.bump();
        let mut colons = 0;
        let mut index = None;
        while !self.at(T::BracketClose) {
            if self.at(T::Colon) {
                colons += 1;
                self.bump();
                continue;
            }
            let part = self.outside_header(Self::expression_or_type)?;
            let field = [Field::Start, Field::End, Field::Capacity].get(colons)?;
            self.set(part, *field);
            index = Some(part);
            if !matches!(self.token.kind, T::Colon | T::BracketClose) {
                break;
            }
        }
        let is_whole = self.at(T::BracketClose);
        if is_whole {
            self.bump();
        }
        if colons > 0 {
            return is_whole.then(|| self.finish(Kind::SliceExpression, mark));
        }
        let index = index?;
        let is_type_argument = !is_whole || self.is_type(index);
        let names_type = self.names_type(operand);
        let goes_on = match self.token.kind {
            T::BraceOpen => names_type && !self.in_header,
            T::ParenOpen => names_type && self.has_one_argument() || !self.is_plain_name(index),
            _ => false,
        };
        let are_type_arguments = is_type_argument || goes_on && self.may_be_type(index);
        if !are_type_arguments {
            self.set(index, Field::Index);
            return Some(self.finish(Kind::IndexExpression, mark));
        }
        // Once more from the bracket, for type arguments.
        if std::mem::replace(&mut self.reading_again, true) {
            return None;
        }
        self.builder.forget(behind);
        (self.token, self.lexer, self.types_before) = (bracket, lexer, 0);
        let arguments = self.outside_header(Self::type_arguments)?;
        self.reading_again = false;
        self.set(arguments, Field::TypeArguments);
        self.behind_type_arguments(operand, mark)
    }

    /// What an operand with type arguments is, by what follows.
    fn behind_type_arguments(&mut self, operand: Made, mark: usize) -> Option<Made> {
        if self.at(T::ParenOpen) && !(self.names_type(operand) && self.has_one_argument()) {
            self.set(operand, Field::Function);
            let arguments = self.argument_list()?;
            self.set(arguments, Field::Arguments);
            return Some(self.finish(Kind::CallExpression, mark));
        }
        if !self.names_type(operand) {
            return None;
        }
        self.name_to_type(operand)?;
        self.set(operand, Field::Type);
        let generic = self.finish(Kind::GenericType, mark);
        match self.token.kind {
            T::ParenOpen => self.conversion(generic, mark),
            T::BraceOpen if !self.in_header => self.composite_literal(generic, mark),
            _ => None,
        }
    }

    /// Whether one argument, and not a spread one, stands in the parentheses here.
    fn has_one_argument(&self) -> bool {
        let mut ahead = self.lexer;
        let mut depth = 0_u32;
        let mut is_empty = true;
        loop {
            match ahead.next().kind {
                T::ParenClose if depth == 0 => return !is_empty,
                T::Comma if depth == 0 => return ahead.next().kind == T::ParenClose,
                T::Ellipsis if depth == 0 => return false,
                T::ParenOpen | T::BracketOpen | T::BraceOpen => depth += 1,
                T::ParenClose | T::BracketClose | T::BraceClose => depth = depth.saturating_sub(1),
                T::End => return false,
                _ => {}
            }
            is_empty = false;
        }
    }

    /// Whether an expression may as well be a type: `T`, `p.T`, `*T`, `T[A]`, `(T)`.
    fn may_be_type(&self, node: Made) -> bool {
        let parts = || self.builder.children(node);
        match self.kind_of(node) {
            Kind::UnaryExpression | Kind::ParenthesizedExpression => {
                parts().nth(1).is_some_and(|inner| self.may_be_type(inner))
            }
            Kind::IndexExpression => {
                parts().next().is_some_and(|operand| self.names_type(operand))
                    && parts().nth(2).is_some_and(|index| self.may_be_type(index))
            }
            _ => self.names_type(node),
        }
    }

    /// `T` or `*T`
    fn is_plain_name(&self, node: Made) -> bool {
        match self.kind_of(node) {
            Kind::Identifier => true,
            Kind::UnaryExpression => self.builder.children(node).nth(1).is_some_and(|inner| self.is_plain_name(inner)),
            _ => false,
        }
    }

    /// `T` or `p.T`
    pub(super) fn names_type(&self, node: Made) -> bool {
        match self.kind_of(node) {
            Kind::Identifier => true,
            Kind::SelectorExpression => {
                self.builder.children(node).next().is_some_and(|package| self.kind_of(package) == Kind::Identifier)
            }
            _ => false,
        }
    }

    /// Makes `T` and `p.T`, read as expressions, the types that they are before a `{`.
    pub(super) fn name_to_type(&mut self, operand: Made) -> Option<()> {
        match self.kind_of(operand) {
            Kind::Identifier => self.builder.set_kind(operand, Kind::TypeIdentifier),
            Kind::SelectorExpression => {
                let parts: Vec<Made> = self.builder.children(operand).collect();
                let (package, name) = (*parts.first()?, *parts.last()?);
                if self.kind_of(package) != Kind::Identifier {
                    return None;
                }
                self.builder.set_kind(package, Kind::PackageIdentifier);
                self.set(package, Field::Package);
                self.builder.set_kind(name, Kind::TypeIdentifier);
                self.set(name, Field::Name);
                self.builder.set_kind(operand, Kind::QualifiedType);
            }
            _ => return None,
        }
        Some(())
    }
}
