//! Statements.

use super::{Made, Reader};
use crate::go::kinds::{Field, Kind};
use crate::go::token::TokenKind as T;

/// What stood where a simple statement can stand.
enum Simple {
    /// A statement.
    Statement(Made),
    /// An expression, not yet made a statement.
    Expression(Made),
    /// `x := y` or `y` before the `.(type)` of a type switch; its nodes are children of the switch.
    TypeSwitchGuard,
    /// `k, v := range` up to and with the word; its nodes are children of the clause.
    Range,
}

impl Reader<'_> {
    pub(super) fn block(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.expect(T::BraceOpen)?;
        self.statement_list()?;
        self.expect(T::BraceClose)?;
        Some(self.finish(Kind::Block, mark))
    }

    fn ends_statement_list(&self) -> bool {
        matches!(self.token.kind, T::BraceClose | T::Case | T::Default | T::End)
    }

    /// Statements up to the end of a block or a case; no node where there are none.
    fn statement_list(&mut self) -> Option<()> {
        if self.ends_statement_list() {
            return Some(());
        }
        let mark = self.mark();
        while !self.ends_statement_list() {
            self.statement()?;
            if !self.ends_statement_list() {
                self.terminator()?;
            }
        }
        self.finish(Kind::StatementList, mark);
        Some(())
    }

    fn statement(&mut self) -> Option<Made> {
        self.nested(|reader| match reader.token.kind {
            T::If => reader.if_statement(),
            T::For => reader.for_statement(),
            T::Return => {
                let mark = reader.mark();
                reader.bump();
                if !reader.at(T::Semicolon) && !reader.ends_statement_list() {
                    reader.expression_list()?;
                }
                Some(reader.finish(Kind::ReturnStatement, mark))
            }
            T::Switch => reader.switch_statement(),
            T::Select => reader.select_statement(),
            T::Go => reader.called(Kind::GoStatement),
            T::Defer => reader.called(Kind::DeferStatement),
            T::Var | T::Const | T::Type => reader.declaration(),
            T::BraceOpen => reader.block(),
            T::Break => reader.jump(Kind::BreakStatement),
            T::Continue => reader.jump(Kind::ContinueStatement),
            T::Goto => reader.jump(Kind::GotoStatement),
            T::Fallthrough => reader.jump(Kind::FallthroughStatement),
            T::Identifier if reader.second() == T::Colon => reader.labeled_statement(),
            _ => {
                let mark = reader.mark();
                match reader.simple_statement()? {
                    Simple::Statement(made) => Some(made),
                    Simple::Expression(_) => Some(reader.finish(Kind::ExpressionStatement, mark)),
                    Simple::TypeSwitchGuard | Simple::Range => None,
                }
            }
        })
    }

    fn called(&mut self, kind: Kind) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.expression()?;
        Some(self.finish(kind, mark))
    }

    fn jump(&mut self, kind: Kind) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        if self.at(T::Identifier) && kind != Kind::FallthroughStatement {
            self.leaf(Kind::LabelName);
        } else if kind == Kind::GotoStatement {
            return None;
        }
        Some(self.finish(kind, mark))
    }

    fn labeled_statement(&mut self) -> Option<Made> {
        let mark = self.mark();
        let label = self.leaf(Kind::LabelName);
        self.set(label, Field::Label);
        self.bump();
        if !self.ends_statement_list() {
            self.statement()?;
        }
        Some(self.finish(Kind::LabeledStatement, mark))
    }

    /// An expression, an assignment, a definition, a send, or what begins the header of a range or a type switch.
    fn simple_statement(&mut self) -> Option<Simple> {
        let mark = self.mark();
        if self.at(T::Range) {
            self.bump();
            return Some(Simple::Range);
        }
        let first = self.expression()?;
        let is_list = match self.token.kind {
            T::Comma | T::Define | T::Assign => true,
            T::Dot => return Some(Simple::TypeSwitchGuard),
            kind => is_assignment(kind),
        };
        if is_list {
            return self.assignment(mark);
        }
        let kind = match self.token.kind {
            T::Increment => Kind::IncStatement,
            T::Decrement => Kind::DecStatement,
            T::Arrow => {
                self.set(first, Field::Channel);
                self.bump();
                let value = self.expression()?;
                self.set(value, Field::Value);
                return Some(Simple::Statement(self.finish(Kind::SendStatement, mark)));
            }
            _ => return Some(Simple::Expression(first)),
        };
        self.bump();
        Some(Simple::Statement(self.finish(kind, mark)))
    }

    /// The assignment or definition whose first expression was read at `mark`.
    fn assignment(&mut self, mark: usize) -> Option<Simple> {
        let left = self.rest_of_list(mark)?;
        let operator = self.token.kind;
        if operator != T::Define && !is_assignment(operator) {
            return None;
        }
        let token = self.bump();
        if self.at(T::Range) {
            self.set(left, Field::Left);
            self.bump();
            return Some(Simple::Range);
        }
        let values = self.mark();
        let first = self.expression()?;
        if self.at(T::Dot) {
            self.set(left, Field::Alias);
            self.set(first, Field::Value);
            return Some(Simple::TypeSwitchGuard);
        }
        let right = self.rest_of_list(values)?;
        self.set(left, Field::Left);
        self.set(right, Field::Right);
        let kind = if operator == T::Define {
            Kind::ShortVarDeclaration
        } else {
            self.set(token, Field::Operator);
            Kind::AssignmentStatement
        };
        Some(Simple::Statement(self.finish(kind, mark)))
    }

    /// Reads the header of `if`, `for` or `switch`, where `{` after a name begins the block.
    fn header<Read>(&mut self, read: impl FnOnce(&mut Self) -> Option<Read>) -> Option<Read> {
        let was = std::mem::replace(&mut self.in_header, true);
        let found = read(self)?;
        self.in_header = was;
        Some(found)
    }

    /// What stood at `mark`, made a statement, as this part of the node around it.
    fn as_statement(&mut self, simple: Simple, mark: usize, field: Field) -> Option<()> {
        let statement = match simple {
            Simple::Statement(made) => made,
            Simple::Expression(_) => self.finish(Kind::ExpressionStatement, mark),
            Simple::TypeSwitchGuard | Simple::Range => return None,
        };
        self.set(statement, field);
        Some(())
    }

    /// A semicolon that is written.
    fn written_semicolon(&mut self) -> Option<Made> {
        let is_written = self.at(T::Semicolon) && self.token.start < self.token.end;
        is_written.then(|| self.bump())
    }

    fn if_statement(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.header(|reader| {
            let first = reader.mark();
            let mut simple = reader.simple_statement()?;
            if reader.at(T::Semicolon) {
                reader.as_statement(simple, first, Field::Initializer)?;
                reader.written_semicolon()?;
                simple = Simple::Expression(reader.expression()?);
            }
            let Simple::Expression(condition) = simple else { return None };
            reader.set(condition, Field::Condition);
            Some(())
        })?;
        let consequence = self.outside_header(Self::block)?;
        self.set(consequence, Field::Consequence);
        if self.at(T::Else) {
            self.bump();
            let alternative = self.nested(|reader| match reader.token.kind {
                T::If => reader.if_statement(),
                _ => reader.outside_header(Self::block),
            })?;
            self.set(alternative, Field::Alternative);
        }
        Some(self.finish(Kind::IfStatement, mark))
    }

    fn for_statement(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        if !self.at(T::BraceOpen) {
            self.header(Self::for_header)?;
        }
        let body = self.outside_header(Self::block)?;
        self.set(body, Field::Body);
        Some(self.finish(Kind::ForStatement, mark))
    }

    fn for_header(&mut self) -> Option<()> {
        let clause = self.mark();
        if !self.at(T::Semicolon) {
            match self.simple_statement()? {
                Simple::Range => {
                    let over = self.expression()?;
                    self.set(over, Field::Right);
                    self.finish(Kind::RangeClause, clause);
                    return Some(());
                }
                Simple::Expression(_) if self.at(T::BraceOpen) => return Some(()),
                simple => self.as_statement(simple, clause, Field::Initializer)?,
            }
        }
        self.written_semicolon()?;
        if !self.at(T::Semicolon) {
            let condition = self.expression()?;
            self.set(condition, Field::Condition);
        }
        self.written_semicolon()?;
        if !self.at(T::BraceOpen) {
            let update = self.mark();
            let simple = self.simple_statement()?;
            self.as_statement(simple, update, Field::Update)?;
        }
        self.finish(Kind::ForClause, clause);
        Some(())
    }

    fn switch_statement(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        let is_type_switch = self.header(Self::switch_header)?;
        self.expect(T::BraceOpen)?;
        let kind = if is_type_switch { Kind::TypeSwitchStatement } else { Kind::ExpressionSwitchStatement };
        self.outside_header(|reader| {
            while !reader.at(T::BraceClose) {
                if is_type_switch {
                    reader.case(Self::type_case)?
                } else {
                    reader.case(Self::expression_case)?
                };
            }
            Some(())
        })?;
        self.bump();
        Some(self.finish(kind, mark))
    }

    /// Whether it is a type switch.
    fn switch_header(&mut self) -> Option<bool> {
        let mut mark = self.mark();
        let mut initialized = false;
        loop {
            if self.at(T::BraceOpen) {
                return Some(false);
            }
            let simple = self.simple_statement()?;
            match simple {
                Simple::TypeSwitchGuard => {
                    let value = self.builder.last()?;
                    self.set(value, Field::Value);
                    for token in [T::Dot, T::ParenOpen, T::Type, T::ParenClose] {
                        self.expect(token)?;
                    }
                    return self.at(T::BraceOpen).then_some(true);
                }
                Simple::Expression(value) if self.at(T::BraceOpen) => {
                    self.set(value, Field::Value);
                    return Some(false);
                }
                simple if !initialized => {
                    self.as_statement(simple, mark, Field::Initializer)?;
                    self.written_semicolon()?;
                    initialized = true;
                    mark = self.mark();
                }
                _ => return None,
            }
        }
    }

    /// A case that begins as `read` says, or the default.
    fn case(&mut self, read: impl FnOnce(&mut Self) -> Option<Kind>) -> Option<Made> {
        let mark = self.mark();
        let kind = if self.at(T::Default) {
            self.bump();
            Kind::DefaultCase
        } else {
            self.expect(T::Case)?;
            read(self)?
        };
        self.expect(T::Colon)?;
        self.statement_list()?;
        Some(self.finish(kind, mark))
    }

    fn expression_case(&mut self) -> Option<Kind> {
        let values = self.expression_list()?;
        self.set(values, Field::Value);
        Some(Kind::ExpressionCase)
    }

    fn type_case(&mut self) -> Option<Kind> {
        loop {
            let of = self.type_()?;
            self.set(of, Field::Type);
            if !self.at(T::Comma) {
                return Some(Kind::TypeCase);
            }
            let comma = self.bump();
            self.set(comma, Field::Type);
        }
    }

    fn select_statement(&mut self) -> Option<Made> {
        let mark = self.mark();
        self.bump();
        self.expect(T::BraceOpen)?;
        while !self.at(T::BraceClose) {
            self.case(Self::communication_case)?;
        }
        self.bump();
        Some(self.finish(Kind::SelectStatement, mark))
    }

    fn communication_case(&mut self) -> Option<Kind> {
        let mark = self.mark();
        let first = self.expression()?;
        let communication = if self.at(T::Arrow) {
            self.set(first, Field::Channel);
            self.bump();
            let value = self.expression()?;
            self.set(value, Field::Value);
            self.finish(Kind::SendStatement, mark)
        } else {
            let received = if self.at(T::Colon) {
                first
            } else {
                let left = self.rest_of_list(mark)?;
                self.set(left, Field::Left);
                if !matches!(self.token.kind, T::Assign | T::Define) {
                    return None;
                }
                self.bump();
                self.expression()?
            };
            self.set(received, Field::Right);
            self.finish(Kind::ReceiveStatement, mark)
        };
        self.set(communication, Field::Communication);
        Some(Kind::CommunicationCase)
    }
}

fn is_assignment(kind: T) -> bool {
    matches!(
        kind,
        T::Assign
            | T::PlusAssign
            | T::MinusAssign
            | T::StarAssign
            | T::SlashAssign
            | T::PercentAssign
            | T::AndAssign
            | T::OrAssign
            | T::XorAssign
            | T::ShiftLeftAssign
            | T::ShiftRightAssign
            | T::AndNotAssign
    )
}
