//! One top-level declaration as arrays in preorder, built in one cursor walk.
//!
//! Everything that asks "what is above", "what is below" or "is it in a loop" is an array look-up or a range check:
//! `Node::parent` walks from the root each time, which hostile code turns into minutes. Says nothing of names (see
//! `bindings`) or types (see `terms`).

mod parse;

use super::kinds::{Field, Kind};
use parse::ParsedNode;
pub use parse::{GrammarMismatch, ParseError, Tree, parse, parser, search};
use std::ops::Range;

/// A node of one declaration: its number in preorder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u32);

/// A call, in either shape that the grammar gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What is called. For `f[K](x)` and `m[k](x)`, which only bindings tell apart, the node with the brackets.
    pub function: NodeId,
    /// In order; a spread argument stands without its `...`.
    pub arguments: Vec<NodeId>,
    /// Written out type arguments, or what may as well be the index of `m[k](x)`.
    pub type_arguments: Vec<NodeId>,
    /// Whether the last argument is spread: `f(xs...)`.
    pub spread: bool,
}

/// A conversion of one operand, or, where the type is a mere name, perhaps a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The type node, or the expression that may name a type.
    pub to: NodeId,
    /// What is converted.
    pub operand: NodeId,
    /// Stars before it: `*(*[]byte)(p)` is to the grammar one conversion to a pointer type, to Go what the conversion
    /// points to.
    pub dereferenced: u32,
}

/// The tree of one declaration, as arrays.
pub struct Syntax<'t> {
    records: Vec<Record>,
    source: &'t [u8],
    base: usize,
    errors: Vec<NodeId>,
}

#[derive(Clone, Copy)]
struct Record {
    parent: u32,
    end: u32,
    enclosing_loop: u32,
    function: u32,
    start_byte: u32,
    end_byte: u32,
    kind: Kind,
    field: Field,
    missing: bool,
}

const NONE: u32 = u32::MAX;

impl NodeId {
    /// Its number in preorder.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The one that follows it in preorder, of this tree or one past its end.
    pub fn following(self) -> NodeId {
        NodeId(self.0 + 1)
    }
}

impl<'t> Syntax<'t> {
    /// Lay out `tree`, parsed from as many bytes as `source` has. `source` is the declaration's original text, `base`
    /// its offset in the file.
    pub fn new(tree: &Tree, source: &'t [u8], base: usize) -> Syntax<'t> {
        let mut syntax = Syntax { records: Vec::with_capacity(tree.size()), source, base, errors: Vec::new() };
        // What the last node stands in and it itself, from the root on.
        let mut open: Vec<u32> = Vec::new();
        tree.for_each_node(|depth, node| {
            syntax.close(&mut open, depth);
            let parent = open.last().copied().unwrap_or(NONE);
            open.push(syntax.enter(node, parent));
        });
        syntax.close(&mut open, 0);
        syntax
    }

    /// The nodes from this depth on have no more children.
    fn close(&mut self, open: &mut Vec<u32>, depth: usize) {
        let size = self.size();
        for done in open.drain(depth.min(open.len())..) {
            self.records[done as usize].end = size;
        }
    }

    fn enter(&mut self, node: ParsedNode, parent: u32) -> u32 {
        let id = self.size();
        let ParsedNode { kind, field, start_byte, end_byte, missing } = node;
        let (mut enclosing_loop, mut function) = (NONE, NONE);
        if let Some(above) = self.records.get(parent as usize) {
            (enclosing_loop, function) = (above.enclosing_loop, above.function);
            match above.kind {
                Kind::SourceFile => function = id,
                Kind::FuncLiteral => (enclosing_loop, function) = (NONE, parent),
                // Body and bare condition run once per iteration.
                Kind::ForStatement if !matches!(kind, Kind::ForClause | Kind::RangeClause) => enclosing_loop = parent,
                Kind::ForClause if matches!(field, Field::Condition | Field::Update) => enclosing_loop = above.parent,
                Kind::RangeClause if field == Field::Left => enclosing_loop = above.parent,
                _ => {}
            }
        }
        if kind == Kind::Error || missing {
            self.errors.push(NodeId(id));
        }
        self.records.push(Record {
            parent,
            end: id + 1,
            enclosing_loop,
            function,
            start_byte,
            end_byte,
            kind,
            field,
            missing,
        });
        id
    }

    fn size(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(NONE)
    }

    fn record(&self, id: NodeId) -> &Record {
        &self.records[id.index()]
    }

    /// The node that spans everything.
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The declaration: the first thing under the root that is not a comment.
    pub fn declaration(&self) -> Option<NodeId> {
        self.children(self.root()).next()
    }

    /// Every node, in preorder.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.size()).map(NodeId)
    }

    /// What it is.
    pub fn kind(&self, id: NodeId) -> Kind {
        self.record(id).kind
    }

    /// Whether it is more than punctuation or a keyword.
    pub fn is_named(&self, id: NodeId) -> bool {
        self.kind(id) != Kind::Token
    }

    /// Whether the parser put it in because it has to be there.
    pub fn is_missing(&self, id: NodeId) -> bool {
        self.record(id).missing
    }

    /// Which part of its parent it is.
    pub fn field(&self, id: NodeId) -> Field {
        self.record(id).field
    }

    /// What it stands in.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        some(self.record(id).parent)
    }

    /// Its text, from the original bytes.
    pub fn text(&self, id: NodeId) -> &'t [u8] {
        let span = self.span(id);
        self.source(span)
    }

    /// Its text as a name; text that is not UTF-8 is no name.
    pub fn name(&self, id: NodeId) -> &'t str {
        std::str::from_utf8(self.text(id)).unwrap_or_default()
    }

    /// Its bytes in the file.
    pub fn span(&self, id: NodeId) -> Range<usize> {
        let within = |byte: u32| (byte as usize).min(self.source.len()) + self.base;
        let Record { start_byte, end_byte, .. } = *self.record(id);
        within(start_byte)..within(end_byte)
    }

    /// The declaration's original text between two of its file offsets.
    pub fn source(&self, span: Range<usize>) -> &'t [u8] {
        self.source.get(span.start.wrapping_sub(self.base)..span.end.wrapping_sub(self.base)).unwrap_or_default()
    }

    /// The innermost named node that contains the byte at this file offset.
    pub fn at(&self, offset: usize) -> Option<NodeId> {
        let byte = offset.checked_sub(self.base)?;
        let after = self.records.partition_point(|record| record.start_byte as usize <= byte);
        let last = NodeId(u32::try_from(after.checked_sub(1)?).ok()?);
        std::iter::once(last)
            .chain(self.ancestors(last))
            .find(|id| self.is_named(*id) && self.record(*id).end_byte as usize > byte)
    }

    /// What it stands in, from its parent to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |above| self.parent(*above))
    }

    /// Whether `inner` is `outer` or below it.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner.0 < self.record(outer).end
    }

    /// Everything below it, in preorder.
    pub fn descendants(&self, id: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (id.0 + 1..self.record(id).end).map(NodeId)
    }

    /// The first id after its subtree.
    pub fn end(&self, id: NodeId) -> NodeId {
        NodeId(self.record(id).end)
    }

    /// Its children, punctuation included.
    pub fn tokens(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.record(id).end;
        let within = move |id: u32| (id < end).then_some(id);
        std::iter::successors(within(id.0 + 1), move |child| within(self.records[*child as usize].end)).map(NodeId)
    }

    /// Its named children, comments left out.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.tokens(id).filter(|child| !matches!(self.kind(*child), Kind::Token | Kind::Comment))
    }

    /// Its first child in that field.
    pub fn child(&self, id: NodeId, field: Field) -> Option<NodeId> {
        self.tokens(id).find(|child| self.field(*child) == field && self.kind(*child) != Kind::Comment)
    }

    /// Its named children in that field.
    pub fn children_in(&self, id: NodeId, field: Field) -> impl Iterator<Item = NodeId> + '_ {
        self.children(id).filter(move |child| self.field(*child) == field)
    }

    /// Whether it has this keyword or operator as a child.
    pub fn has_token(&self, id: NodeId, token: &[u8]) -> bool {
        self.tokens(id).any(|child| self.kind(child) == Kind::Token && self.text(child) == token)
    }

    /// The for statement that runs it once per iteration: the nearest one around it in the same function whose body,
    /// condition, update or assigned range variables hold it. An init statement and a range operand run once.
    pub fn enclosing_loop(&self, id: NodeId) -> Option<NodeId> {
        some(self.record(id).enclosing_loop)
    }

    /// The nearest function literal around it, else the declaration (`None` for the root alone).
    pub fn function(&self, id: NodeId) -> Option<NodeId> {
        some(self.record(id).function)
    }

    /// Whether the parser could not read some of it.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The file spans of what the parser skipped or missed; those of missing tokens are empty.
    pub fn error_spans(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.errors.iter().map(|id| self.span(*id))
    }

    /// The expression or type without the parentheses around it.
    pub fn unparenthesized(&self, mut id: NodeId) -> NodeId {
        while matches!(self.kind(id), Kind::ParenthesizedExpression | Kind::ParenthesizedType) {
            match self.children(id).next() {
                Some(inner) => id = inner,
                None => break,
            }
        }
        id
    }

    /// The call at this node: a call expression, or `f[K](x)` that the grammar reads as a conversion to a generic type.
    pub fn call(&self, id: NodeId) -> Option<Call> {
        match self.kind(id) {
            Kind::CallExpression => {
                let mut arguments: Vec<NodeId> = self.children(self.child(id, Field::Arguments)?).collect();
                let last = arguments.last_mut().filter(|last| self.kind(**last) == Kind::VariadicArgument);
                let spread = last.is_some();
                if let Some(last) = last {
                    *last = self.children(*last).next()?;
                }
                let function = self.child(id, Field::Function)?;
                let type_arguments = match self.child(id, Field::TypeArguments) {
                    Some(list) => self.type_elements(list),
                    None if self.kind(function) == Kind::IndexExpression => {
                        self.child(function, Field::Index).into_iter().collect()
                    }
                    None if self.kind(function) == Kind::TypeInstantiationExpression => {
                        self.children(function).skip(1).collect()
                    }
                    None => Vec::new(),
                };
                Some(Call { function, arguments, type_arguments, spread })
            }
            Kind::TypeConversionExpression => {
                let function = self.unparenthesized(self.without_stars(self.child(id, Field::Type)?).0);
                let type_arguments = match self.kind(function) {
                    Kind::GenericType => self.type_elements(self.child(function, Field::TypeArguments)?),
                    _ => return None,
                };
                let arguments = vec![self.child(id, Field::Operand)?];
                Some(Call { function, arguments, type_arguments, spread: false })
            }
            _ => None,
        }
    }

    /// The conversion at this node, or the call of a name with one argument, which bindings and terms tell apart.
    pub fn conversion(&self, id: NodeId) -> Option<Conversion> {
        if self.kind(id) == Kind::TypeConversionExpression {
            let (to, dereferenced) = self.without_stars(self.child(id, Field::Type)?);
            return Some(Conversion { to, operand: self.child(id, Field::Operand)?, dereferenced });
        }
        let call = self.call(id)?;
        match call.arguments.as_slice() {
            [operand] if !call.spread => Some(Conversion { to: call.function, operand: *operand, dereferenced: 0 }),
            _ => None,
        }
    }

    /// A conversion's type needs parentheses around a star: a bare one is an operator on the whole.
    fn without_stars(&self, mut to: NodeId) -> (NodeId, u32) {
        let mut stars = 0;
        while let Some(inner) = self.children(to).next().filter(|_| self.kind(to) == Kind::PointerType) {
            (to, stars) = (inner, stars + 1);
        }
        (to, stars)
    }

    /// The types in a list of type arguments; a union stays its own node.
    pub fn type_elements(&self, list: NodeId) -> Vec<NodeId> {
        let inner = |element: NodeId| {
            let mut parts = self.children(element);
            match (self.kind(element), parts.next(), parts.next()) {
                (Kind::TypeElem | Kind::TypeConstraint, Some(only), None) => only,
                _ => element,
            }
        };
        self.children(list).map(inner).collect()
    }
}

fn some(id: u32) -> Option<NodeId> {
    (id != NONE).then_some(NodeId(id))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) mod tests;
