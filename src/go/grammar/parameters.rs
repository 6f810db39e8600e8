//! Parameter lists, where a name may be a parameter's or a type's, and type parameters.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::TokenKind as T;

/// What the names at the beginning of a parameter are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// Parameters, so many of them, whose type follows.
    Parameters(u32),
    /// A type.
    Type,
}

impl Reader<'_> {
    /// `(a, b T, c ...U)`, `(T, p.U)`
    pub(super) fn parameter_list(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.expect(T::ParenOpen)?;
        while !self.at(T::ParenClose) {
            self.parameter()?;
            if !self.at(T::ParenClose) {
                self.expect(T::Comma)?;
            }
        }
        self.bump();
        Some(self.finish(Kind::ParameterList, mark))
    }

    fn parameter(&mut self) -> Option<Made> {
        let mark = self.mark();
        let names = if self.at(T::Identifier) { self.names_of_parameter() } else { Names::Type };
        if let Names::Parameters(count) = names {
            for number in 0..count {
                if number > 0 {
                    self.expect(T::Comma)?;
                }
                let name = self.identifier(Kind::Identifier)?;
                self.set(name, Field::Name);
            }
        }
        let kind = if self.at(T::Ellipsis) {
            self.bump();
            Kind::VariadicParameterDeclaration
        } else {
            Kind::ParameterDeclaration
        };
        let of = self.type_()?;
        self.set(of, Field::Type);
        Some(self.finish(kind, mark))
    }

    /// Reads ahead over `a, b, c` to what stands behind them.
    fn names_of_parameter(&mut self) -> Names {
        if self.token.start < self.types_before {
            return Names::Type;
        }
        let mut ahead = self.lexer;
        let mut count = 1;
        let mut last = self.token.start;
        let are_parameters = loop {
            match ahead.next().kind {
                T::Comma => {
                    let next = ahead.next();
                    if next.kind != T::Identifier {
                        break false;
                    }
                    last = next.start;
                    count += 1;
                }
                T::ParenClose | T::Dot => break false,
                // tree-sitter gives a variadic parameter one name.
                T::Ellipsis => break count == 1,
                T::BracketOpen => {
                    let mut inside = ahead;
                    let is_slice = inside.next().kind == T::BracketClose;
                    break is_slice || !matches!(self.kind_behind_bracket(ahead), T::Comma | T::ParenClose);
                }
                _ => break true,
            }
        };
        if are_parameters {
            return Names::Parameters(count);
        }
        self.types_before = last;
        Names::Type
    }

    /// `[K comparable, V any]`
    pub(super) fn type_parameter_list(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.expect(T::BracketOpen)?;
        while !self.at(T::BracketClose) {
            let parameter = self.mark();
            self.names(Kind::Identifier, Field::Unnamed)?;
            let constraint = self.type_element(Kind::TypeConstraint)?;
            self.set(constraint, Field::Type);
            self.finish(Kind::TypeParameterDeclaration, parameter);
            if !self.at(T::BracketClose) {
                self.expect(T::Comma)?;
            }
        }
        self.bump();
        Some(self.finish(Kind::TypeParameterList, mark))
    }
}
