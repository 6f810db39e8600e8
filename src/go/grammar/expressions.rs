//! Expressions, and types where expressions stand.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::TokenKind as T;

/// How tightly a binary operator binds; 0 for other tokens.
fn precedence(kind: T) -> u8 {
    match kind {
        T::LogicalOr => 1,
        T::LogicalAnd => 2,
        T::Equal | T::NotEqual | T::Less | T::LessEqual | T::Greater | T::GreaterEqual => 3,
        T::Plus | T::Minus | T::Or | T::Xor => 4,
        T::Star | T::Slash | T::Percent | T::ShiftLeft | T::ShiftRight | T::And | T::AndNot => 5,
        _ => 0,
    }
}

impl Reader<'_> {
    /// `a, b`
    pub(super) fn expression_list(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.expression()?;
        self.rest_of_list(mark)
    }

    /// The list whose first expression was read at `mark`.
    pub(super) fn rest_of_list(&mut self, mark: usize) -> Option<Made> {
        while self.at(T::Comma) {
            self.bump();
            self.expression()?;
        }
        Some(self.finish(Kind::ExpressionList, mark))
    }

    /// An expression.
    pub(super) fn expression(&mut self) -> Option<Made> {
        let found = self.expression_or_type()?;
        (!self.is_type(found)).then_some(found)
    }

    pub(super) fn expression_or_type(&mut self) -> Option<Made> {
        self.nested(|reader| reader.binary(1))
    }

    pub(super) fn is_type(&self, node: Made) -> bool {
        matches!(
            self.kind_of(node),
            Kind::SliceType
                | Kind::ArrayType
                | Kind::ImplicitLengthArrayType
                | Kind::MapType
                | Kind::ChannelType
                | Kind::FunctionType
                | Kind::StructType
                | Kind::InterfaceType
                | Kind::PointerType
                | Kind::ParenthesizedType
        )
    }

    fn binary(&mut self, loosest: u8) -> Option<Made> {
        let mark = self.mark();
        let mut left = self.unary(0)?;
        loop {
            let binds = precedence(self.token.kind);
            if binds < loosest || binds == 0 {
                return Some(left);
            }
            if self.is_type(left) {
                return None;
            }
            self.set(left, Field::Left);
            let operator = self.bump();
            self.set(operator, Field::Operator);
            let right = self.binary(binds + 1)?;
            if self.is_type(right) {
                return None;
            }
            self.set(right, Field::Right);
            left = self.finish(Kind::BinaryExpression, mark);
        }
    }

    /// `stars` stand right before it: `*(*[]byte)(p)` is to tree-sitter one conversion to a pointer type.
    fn unary(&mut self, stars: u32) -> Option<Made> {
        let kind = self.token.kind;
        let is_operator = matches!(kind, T::Plus | T::Minus | T::Not | T::Xor | T::Star | T::And | T::Arrow);
        if !is_operator {
            return self.primary(stars);
        }
        if kind == T::Arrow && self.second() == T::Chan {
            return None;
        }
        let mark = self.mark();
        let operator = self.bump();
        let stars = if kind == T::Star { stars + 1 } else { 0 };
        let operand = self.nested(|reader| reader.unary(stars))?;
        if !self.is_type(operand) {
            self.set(operator, Field::Operator);
            self.set(operand, Field::Operand);
            return Some(self.finish(Kind::UnaryExpression, mark));
        }
        if kind != T::Star {
            return None;
        }
        let pointer = self.finish(Kind::PointerType, mark);
        if stars > 1 || !self.at(T::ParenOpen) {
            return Some(pointer);
        }
        let conversion = self.conversion(pointer, mark)?;
        // What follows would belong to the operand of the stars, where tree-sitter puts it elsewhere.
        let goes_on = matches!(self.token.kind, T::Dot | T::BracketOpen | T::ParenOpen);
        (!goes_on).then_some(conversion)
    }

    fn primary(&mut self, stars: u32) -> Option<Made> {
        let mark = self.mark();
        let operand = self.operand()?;
        if self.is_type(operand) {
            match self.token.kind {
                T::ParenOpen if stars > 0 => return Some(operand),
                T::ParenOpen if matches!(self.kind_of(operand), Kind::FunctionType | Kind::ChannelType) => return None,
                T::ParenOpen => {
                    let conversion = self.conversion(operand, mark)?;
                    return self.postfix(conversion, mark);
                }
                T::BraceOpen if self.kind_of(operand) != Kind::ParenthesizedType => {
                    let literal = self.composite_literal(operand, mark)?;
                    return self.postfix(literal, mark);
                }
                _ => return Some(operand),
            }
        }
        self.postfix(operand, mark)
    }

    fn operand(&mut self) -> Option<Made> {
        match self.token.kind {
            T::Identifier => self.name_or_special_call(),
            T::Int => Some(self.leaf(Kind::IntLiteral)),
            T::Float => Some(self.leaf(Kind::FloatLiteral)),
            T::Imaginary => Some(self.leaf(Kind::ImaginaryLiteral)),
            T::Rune => Some(self.leaf(Kind::RuneLiteral)),
            T::String | T::RawString => self.string_literal(),
            T::ParenOpen => self.parenthesized(),
            T::Func => self.function_literal_or_type(),
            T::BracketOpen => self.nested(Self::slice_or_array_type),
            T::Map => self.nested(Self::map_type),
            T::Struct => self.nested(Self::struct_type),
            T::Interface => self.nested(Self::interface_type),
            T::Chan => self.type_(),
            _ => None,
        }
    }

    fn name_or_special_call(&mut self) -> Option<Made> {
        match self.bytes() {
            b"nil" => Some(self.leaf(Kind::Nil)),
            b"true" => Some(self.leaf(Kind::True)),
            b"false" => Some(self.leaf(Kind::False)),
            b"iota" => Some(self.leaf(Kind::Iota)),
            b"new" | b"make" if self.second() == T::ParenOpen => self.special_call(),
            _ => Some(self.leaf(Kind::Identifier)),
        }
    }

    /// `new(T)`, `make(T, n)`
    fn special_call(&mut self) -> Option<Made> {
        let mark = self.mark();
        let function = self.leaf(Kind::Identifier);
        self.set(function, Field::Function);
        let list = self.mark();
        self.bump();
        self.outside_header(|reader| {
            if !reader.at(T::ParenClose) {
                reader.type_()?;
                while reader.at(T::Comma) {
                    reader.bump();
                    if reader.at(T::ParenClose) {
                        break;
                    }
                    reader.expression()?;
                }
            }
            reader.expect(T::ParenClose)
        })?;
        let arguments = self.finish(Kind::ArgumentList, list);
        self.set(arguments, Field::Arguments);
        Some(self.finish(Kind::CallExpression, mark))
    }

    fn parenthesized(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        let inner = self.outside_header(|reader| {
            if reader.at(T::Arrow) && reader.second() == T::Chan { reader.type_() } else { reader.expression_or_type() }
        })?;
        self.expect(T::ParenClose)?;
        if self.is_type(inner) {
            return Some(self.finish(Kind::ParenthesizedType, mark));
        }
        // `(T[A])(x)` and `(*T[A])(x)` may be conversions.
        if self.at(T::ParenOpen) && self.ends_in_index(inner) {
            return None;
        }
        Some(self.finish(Kind::ParenthesizedExpression, mark))
    }

    fn ends_in_index(&self, node: Made) -> bool {
        match self.kind_of(node) {
            Kind::IndexExpression => true,
            Kind::UnaryExpression => {
                self.builder.children(node).nth(1).is_some_and(|operand| self.ends_in_index(operand))
            }
            _ => false,
        }
    }

    fn function_literal_or_type(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.nested(Self::signature)?;
        if !self.at(T::BraceOpen) {
            return Some(self.finish(Kind::FunctionType, mark));
        }
        let body = self.outside_header(Self::block)?;
        self.set(body, Field::Body);
        Some(self.finish(Kind::FuncLiteral, mark))
    }

    /// `[]byte(s)`, whose type was read at `mark`.
    pub(super) fn conversion(&mut self, to: Made, mark: usize) -> Option<Made> {
        self.set(to, Field::Type);
        self.bump();
        let operand = self.outside_header(Self::expression)?;
        self.set(operand, Field::Operand);
        if self.at(T::Comma) {
            self.bump();
        }
        self.expect(T::ParenClose)?;
        Some(self.finish(Kind::TypeConversionExpression, mark))
    }

    /// Everything that can stand behind an operand: selectors, indices, arguments, assertions.
    fn postfix(&mut self, mut operand: Made, mark: usize) -> Option<Made> {
        loop {
            operand = match self.token.kind {
                T::Dot => match self.after_dot() {
                    (T::Identifier, _) => {
                        self.set(operand, Field::Operand);
                        self.bump();
                        let field = self.leaf(Kind::FieldIdentifier);
                        self.set(field, Field::Field);
                        self.finish(Kind::SelectorExpression, mark)
                    }
                    // The guard of a type switch is for the statement to read.
                    (T::ParenOpen, T::Type) => return Some(operand),
                    (T::ParenOpen, _) => {
                        self.set(operand, Field::Operand);
                        self.bump();
                        self.bump();
                        let to = self.outside_header(Self::type_)?;
                        self.set(to, Field::Type);
                        self.expect(T::ParenClose)?;
                        self.finish(Kind::TypeAssertionExpression, mark)
                    }
                    _ => return None,
                },
                T::BracketOpen => self.index_or_slice(operand, mark)?,
                T::ParenOpen => {
                    self.set(operand, Field::Function);
                    let arguments = self.argument_list()?;
                    self.set(arguments, Field::Arguments);
                    self.finish(Kind::CallExpression, mark)
                }
                T::BraceOpen if !self.in_header && self.names_type(operand) => {
                    self.name_to_type(operand)?;
                    self.composite_literal(operand, mark)?
                }
                _ => return Some(operand),
            };
        }
    }

    fn after_dot(&self) -> (T, T) {
        let mut ahead = self.lexer;
        let first = ahead.next().kind;
        (first, ahead.next().kind)
    }

    pub(super) fn argument_list(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.outside_header(|reader| {
            while !reader.at(T::ParenClose) {
                let argument = reader.mark();
                reader.expression()?;
                if reader.at(T::Ellipsis) {
                    reader.bump();
                    reader.finish(Kind::VariadicArgument, argument);
                }
                if !reader.at(T::ParenClose) {
                    reader.expect(T::Comma)?;
                }
            }
            Some(())
        })?;
        self.bump();
        Some(self.finish(Kind::ArgumentList, mark))
    }
}
