//! What a rule could write instead of a match, as far as one file says: the fix's own captures and conditions, and what the
//! syntax around them allows. `mend` makes edits of it.

use super::candidate::Captured;
use super::code::Code;
use super::condition::Condition;
use super::guards::Match;
use crate::go::bindings::{BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::Name;
use crate::model::Span;
use crate::rule::Rule;
use std::sync::Arc;

/// A fix whose syntax fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The fix, an index into the rule's.
    pub fix: usize,
    /// What each capture holds under the fix's guards too, each part with its spot.
    pub captures: Vec<Captured>,
    /// What must hold beside the captures' own conditions.
    pub condition: Condition,
    /// The names that the declaration gives to something of its own.
    pub names: Arc<Names>,
}

/// The names that a declaration declares below package level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Sorted.
    declared: Vec<Name>,
    /// Whether a type is among them: what is spelled like it may be another one.
    pub types: bool,
    /// Whether a `goto` is among its statements, which may not jump over new variables.
    pub jumps: bool,
    /// Where the declaration begins, without its comment.
    pub start: usize,
    /// What names made for it begin with: `parse` for the function Parse, `serverParse` for a method of Server. `None` where
    /// that is not told apart from others of the package.
    pub prefix: Option<Box<str>>,
}

/// What stands around a node, and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// An operator beside it would tear it apart: it is a binary or unary expression.
    pub is_operation: bool,
    /// It is a call.
    pub is_call: bool,
    /// An operator, a selector or a bracket stands directly beside it.
    pub beside_operator: bool,
    /// It is a statement by itself, which only calls may be.
    pub is_whole_statement: bool,
    /// It stands in an element of a composite literal, whose keys gofmt aligns with those of one-line neighbours.
    pub in_element: bool,
    /// What evaluating it may do.
    pub effects: Effects,
    /// The names of package level in it; `None` where it names something of its own declaration too.
    pub package_names: Option<Vec<Name>>,
    /// The comments in it.
    pub comments: Vec<Span>,
    /// The statement of a list that it lies in.
    pub statement: Option<Span>,
}

/// What evaluating an expression may do beside giving a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effects {
    /// Nothing. Selectors count as harmless.
    None,
    /// It may panic.
    Panics,
    /// It calls or receives.
    Calls,
}

/// Nodes with more below them than this are not looked into: captures in captures would take quadratic time.
const MOST_NODES: usize = 4_000;

/// The statement around a node is looked for so far up.
const DEEPEST: usize = 100;

/// The fixes of a rule that fit a match so far.
pub(super) fn offers(rule: &Rule, found: &Match, code: &Code, names: &Arc<Names>) -> Vec<Offer> {
    let fitting = rule.fixes.iter().enumerate().filter_map(|(index, fix)| {
        let mut found = found.clone();
        if !fix.guards.iter().all(|guard| found.judge(guard, code)) {
            return None;
        }
        let prints_type = |capture| fix.edits.iter().any(|edit| edit.text.prints_type_of(capture));
        let (captures, condition) = found.finish(code, prints_type, |node| spot(node, code).map(Box::new));
        Some(Offer { fix: index, captures, condition, names: names.clone() })
    });
    fitting.collect()
}

impl Names {
    /// Those of a declaration.
    pub(super) fn of(code: &Code) -> Names {
        let mut declared: Vec<Name> = code.bindings.all().map(|(_, binding)| binding.name.into()).collect();
        declared.sort_unstable();
        declared.dedup();
        Names {
            declared,
            types: code.bindings.all().any(|(_, binding)| binding.kind == BindingKind::Type),
            jumps: code.syntax.ids().any(|node| code.syntax.kind(node) == Kind::GotoStatement),
            start: code.syntax.declaration().map_or(0, |declaration| code.syntax.span(declaration).start),
            prefix: prefix(code).map(String::into_boxed_str),
        }
    }

    /// Whether the name may mean something of the declaration.
    pub fn hold(&self, name: &str) -> bool {
        self.declared.binary_search_by(|known| (**known).cmp(name)).is_ok()
    }
}

/// The name of a function, behind that of its receiver, with a small letter at its beginning. Of several `init` each is another one.
fn prefix(code: &Code) -> Option<String> {
    let syntax = code.syntax;
    let declaration = syntax.declaration()?;
    let name = syntax.name(syntax.child(declaration, Field::Name)?);
    let joined = match syntax.kind(declaration) {
        Kind::FunctionDeclaration if !matches!(name, "init" | "_") => name.to_owned(),
        Kind::MethodDeclaration if name != "_" => {
            let receiver = syntax.child(declaration, Field::Receiver)?;
            let of_type = |node: &NodeId| syntax.kind(*node) == Kind::TypeIdentifier;
            let of = syntax.name(syntax.descendants(receiver).find(of_type)?);
            let mut letters = name.chars();
            let first = letters.next()?.to_uppercase();
            format!("{of}{first}{}", letters.as_str())
        }
        _ => return None,
    };
    joined.is_ascii().then(|| starting_small(&joined))
}

/// `HTTPServer` as `httpServer`, `ID` as `id`, `Parse` as `parse`.
fn starting_small(name: &str) -> String {
    let capitals = name.bytes().take_while(u8::is_ascii_uppercase).count();
    // The last capital of several begins the next word.
    let next = name.as_bytes().get(capitals).is_some_and(u8::is_ascii_lowercase);
    let small = if capitals > 1 && next { capitals - 1 } else { capitals };
    name[..small].to_ascii_lowercase() + &name[small..]
}

/// What stands around a node and in it; `None` for what is too large or too deep to look at for each match: it is not fixed.
fn spot(node: NodeId, code: &Code) -> Option<Spot> {
    let syntax = code.syntax;
    if syntax.end(node).index() - node.index() > MOST_NODES {
        return None;
    }
    let kind = syntax.kind(node);
    let above = syntax.parent(node).map(|above| syntax.kind(above));
    let beside_operator = match above {
        Some(Kind::BinaryExpression | Kind::UnaryExpression) => true,
        Some(
            Kind::SelectorExpression | Kind::IndexExpression | Kind::SliceExpression | Kind::TypeAssertionExpression,
        ) => syntax.field(node) == Field::Operand,
        Some(Kind::CallExpression) => syntax.field(node) == Field::Function,
        _ => false,
    };
    let in_list = |at: &NodeId| syntax.parent(*at).is_some_and(|list| syntax.kind(list) == Kind::StatementList);
    let statement = std::iter::once(node).chain(syntax.ancestors(node)).take(DEEPEST).find(in_list);
    let span = |node| {
        let span = syntax.span(node);
        Span::new(span.start, span.end)
    };
    let comments = syntax.descendants(node).filter(|below| syntax.kind(*below) == Kind::Comment).map(span);
    Some(Spot {
        is_operation: matches!(kind, Kind::BinaryExpression | Kind::UnaryExpression),
        is_call: kind == Kind::CallExpression,
        beside_operator,
        is_whole_statement: matches!(above, Some(Kind::ExpressionStatement | Kind::GoStatement | Kind::DeferStatement)),
        in_element: std::iter::once(node)
            .chain(syntax.ancestors(node))
            .take(DEEPEST)
            .take_while(|at| !matches!(syntax.kind(*at), Kind::StatementList))
            .any(|at| syntax.kind(at) == Kind::KeyedElement),
        effects: effects(node, code),
        package_names: package_names(node, code),
        comments: comments.collect(),
        statement: statement.map(span),
    })
}

fn package_names(node: NodeId, code: &Code) -> Option<Vec<Name>> {
    let mut names = Vec::new();
    for part in std::iter::once(node).chain(code.syntax.descendants(node)) {
        match code.bindings.of(part) {
            Reference::Binding(_) => return None,
            Reference::Package => names.push(code.syntax.name(part).into()),
            _ => {}
        }
    }
    Some(names)
}

/// What evaluating the expression may do. Making a function literal does nothing: its body is not looked into.
pub(super) fn effects(node: NodeId, code: &Code) -> Effects {
    let syntax = code.syntax;
    let mut worst = Effects::None;
    let mut at = node;
    let end = syntax.end(node);
    let mut seen = 0;
    while at < end {
        seen += 1;
        if seen > MOST_NODES {
            return Effects::Calls;
        }
        worst = worst.max(own_effect(at, code));
        at = if syntax.kind(at) == Kind::FuncLiteral { syntax.end(at) } else { at.following() };
    }
    worst
}

/// What a node does itself, whatever its parts do.
pub(super) fn own_effect(node: NodeId, code: &Code) -> Effects {
    let syntax = code.syntax;
    match syntax.kind(node) {
        Kind::CallExpression => {
            let function = syntax.child(node, Field::Function);
            let predeclared = function.filter(|function| code.bindings.of(*function) == Reference::Predeclared);
            match predeclared.map(|function| syntax.text(function)) {
                None
                | Some(b"copy" | b"clear" | b"close" | b"delete" | b"panic" | b"print" | b"println" | b"recover") => {
                    Effects::Calls
                }
                Some(b"make") => Effects::Panics,
                Some(_) => Effects::None,
            }
        }
        Kind::TypeConversionExpression => {
            let to = syntax.child(node, Field::Type).map(|to| syntax.kind(syntax.unparenthesized(to)));
            match to {
                Some(
                    Kind::SliceType | Kind::MapType | Kind::FunctionType | Kind::InterfaceType | Kind::ChannelType,
                ) => Effects::None,
                // To a pointer of an array, or an array, a slice that is too short panics; the rest may be a call.
                Some(Kind::ArrayType | Kind::PointerType) => Effects::Panics,
                _ => Effects::Calls,
            }
        }
        Kind::UnaryExpression if syntax.has_token(node, b"<-") => Effects::Calls,
        Kind::UnaryExpression if syntax.has_token(node, b"*") => Effects::Panics,
        Kind::BinaryExpression => {
            let operator = syntax.child(node, Field::Operator).map(|operator| syntax.text(operator));
            if matches!(operator, Some(b"/" | b"%" | b"<<" | b">>")) { Effects::Panics } else { Effects::None }
        }
        Kind::IndexExpression | Kind::SliceExpression | Kind::TypeAssertionExpression => Effects::Panics,
        _ => Effects::None,
    }
}
