//! Expressions, and types where expressions stand.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::{Token, TokenKind};
use TokenKind as T;

/// How tightly a binary operator binds; 0 for other tokens.
fn precedence(kind: TokenKind) -> u8 {
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

    fn expression_or_type(&mut self) -> Option<Made> {
        self.nested(|reader| reader.binary(1))
    }

    fn is_type(&self, node: Made) -> bool {
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
    fn conversion(&mut self, to: Made, mark: usize) -> Option<Made> {
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

    fn after_dot(&self) -> (TokenKind, TokenKind) {
        let mut ahead = self.lexer;
        let first = ahead.next().kind;
        (first, ahead.next().kind)
    }

    fn argument_list(&mut self) -> Option<Made> {
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

    /// An index, a slice, or type arguments. A name with type arguments and one argument behind it (`f[K](x)`) is to
    /// tree-sitter a conversion to a generic type.
    fn index_or_slice(&mut self, operand: Made, mark: usize) -> Option<Made> {
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
        if !is_type_argument && !(goes_on && self.may_be_type(index)) {
            self.set(index, Field::Index);
            return Some(self.finish(Kind::IndexExpression, mark));
        }
        // Once more from the bracket, for type arguments.
        self.builder.forget(behind);
        (self.token, self.lexer) = (bracket, lexer);
        self.type_arguments_of(operand, mark)
    }

    fn type_arguments_of(&mut self, operand: Made, mark: usize) -> Option<Made> {
        let arguments = self.outside_header(Self::type_arguments)?;
        self.set(arguments, Field::TypeArguments);
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
    fn names_type(&self, node: Made) -> bool {
        match self.kind_of(node) {
            Kind::Identifier => true,
            Kind::SelectorExpression => {
                self.builder.children(node).next().is_some_and(|package| self.kind_of(package) == Kind::Identifier)
            }
            _ => false,
        }
    }

    /// Makes `T` and `p.T`, read as expressions, the types that they are before a `{`.
    fn name_to_type(&mut self, operand: Made) -> Option<()> {
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

    fn composite_literal(&mut self, of: Made, mark: usize) -> Option<Made> {
        self.set(of, Field::Type);
        let body = self.outside_header(Self::literal_value)?;
        self.set(body, Field::Body);
        Some(self.finish(Kind::CompositeLiteral, mark))
    }

    /// `{a, k: v}`
    fn literal_value(&mut self) -> Option<Made> {
        self.nested(|reader| {
            let mark = reader.mark();
            reader.bump();
            while !reader.at(T::BraceClose) {
                let element = reader.mark();
                let key = reader.literal_element()?;
                if reader.at(T::Colon) {
                    reader.set(key, Field::Key);
                    reader.bump();
                    let value = reader.literal_element()?;
                    reader.set(value, Field::Value);
                    reader.finish(Kind::KeyedElement, element);
                }
                if !reader.at(T::BraceClose) {
                    reader.expect(T::Comma)?;
                }
            }
            reader.bump();
            Some(reader.finish(Kind::LiteralValue, mark))
        })
    }

    fn literal_element(&mut self) -> Option<Made> {
        let mark = self.mark();
        if self.at(T::BraceOpen) {
            self.literal_value()?;
        } else {
            self.expression()?;
        }
        Some(self.finish(Kind::LiteralElement, mark))
    }

    /// A string, with its quotes, escapes and what stands between them as children; `None` where none stands here.
    pub(super) fn string_literal(&mut self) -> Option<Made> {
        let Token { kind, start, end, .. } = self.token;
        let (kind, content) = match kind {
            T::String => (Kind::InterpretedStringLiteral, Kind::InterpretedStringLiteralContent),
            T::RawString => (Kind::RawStringLiteral, Kind::RawStringLiteralContent),
            _ => return None,
        };
        let mark = self.mark();
        let bytes = self.bytes();
        self.builder.leaf(Kind::Token, start, start + 1);
        if kind == Kind::RawStringLiteral {
            // An unclosed one may be a single byte.
            self.builder.leaf(content, start + 1, end.max(start + 2) - 1);
        } else {
            let mut at = 1;
            while at + 1 < bytes.len() {
                let rest = &bytes[at..bytes.len() - 1];
                let plain = rest.iter().position(|byte| *byte == b'\\').unwrap_or(rest.len());
                let (kind, length) =
                    if plain > 0 { (content, plain) } else { (Kind::EscapeSequence, escape_length(rest)?) };
                self.builder.leaf(kind, start + at as u32, start + (at + length) as u32);
                at += length;
            }
        }
        // An unclosed literal ends without its quote.
        let closed = bytes.len() > 1 && bytes.last() == bytes.first();
        closed.then(|| self.builder.leaf(Kind::Token, end - 1, end))?;
        let literal = self.finish(kind, mark);
        self.advance();
        Some(literal)
    }
}

/// Bytes of the escape sequence at the beginning of `text`, as long as tree-sitter reads it.
fn escape_length(text: &[u8]) -> Option<usize> {
    let hexadecimal = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    match text.get(1)? {
        b'x' => (hexadecimal(2) >= 2).then_some(4),
        b'u' => (hexadecimal(2) >= 4).then_some(6),
        b'U' => (hexadecimal(2) >= 8).then_some(10),
        first if first.is_ascii_digit() => {
            Some(1 + text[1..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count())
        }
        first => first.is_ascii().then_some(2),
    }
}
