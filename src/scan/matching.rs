//! Which nodes a query's patterns find at one node, and what they capture.
//!
//! Patterns mean what tree-sitter's queries mean: children in order; `.` lets no named node stand between, comments included;
//! each way of matching is a match of its own.

use crate::go::kinds::Kind;
use crate::go::syntax::{NodeId, Syntax};
use crate::rule::{Accepts, ChildPattern, NodePattern, Query, TextCondition, TextTest};

/// A match: for each capture of the query its nodes, in the order of the text.
pub(super) type Captures = Vec<Vec<NodeId>>;

/// Nodes that are compared for one pattern at one anchor. Patterns of shipped rules need a few dozens.
const MOST_STEPS: u32 = 100_000;

/// Nodes that repeated children (`*`, `+`) stand for at once.
const MOST_REPEATS: u32 = 200;

/// Every match at `anchor`, in the order of the patterns, each with its pattern's number.
pub(super) fn matches(query: &Query, syntax: &Syntax, anchor: NodeId) -> Vec<(usize, Captures)> {
    let mut found: Vec<(usize, Captures)> = Vec::new();
    for (number, pattern) in query.patterns.iter().enumerate() {
        let mut matching = Matching { syntax, steps: 0, repeats: 0, captured: Vec::new() };
        let first = found.len();
        matching.node(&pattern.root, anchor, &mut |matching| {
            let captures = matching.by_capture(query.captures);
            let holds = pattern.conditions.iter().all(|condition| holds(condition, &captures, syntax));
            // Alternatives may come to the same.
            if holds && found[first..].iter().all(|(_, known)| *known != captures) {
                found.push((number, captures));
            }
        });
    }
    found
}

fn holds(condition: &TextCondition, captures: &Captures, syntax: &Syntax) -> bool {
    let nodes = |capture: u16| captures.get(usize::from(capture)).map(Vec::as_slice).unwrap_or_default();
    let mine = nodes(condition.capture);
    let test = |node: &NodeId, other: Option<&NodeId>| {
        let text = syntax.text(*node);
        match &condition.test {
            TextTest::Same(_) => other.is_some_and(|other| text == syntax.text(*other)),
            TextTest::OneOf(words) => words.iter().any(|word| word == text),
            TextTest::Matches(expression) => expression.is_match(text),
        }
    };
    if let TextTest::Same(other) = condition.test {
        let others = nodes(other);
        return mine.len() == others.len()
            && mine.iter().zip(others).all(|(one, other)| test(one, Some(other)) == condition.positive);
    }
    mine.iter().all(|node| test(node, None) == condition.positive)
}

/// A search for one pattern, and what it has captured so far.
struct Matching<'s, 't> {
    syntax: &'s Syntax<'t>,
    steps: u32,
    repeats: u32,
    captured: Vec<(u16, NodeId)>,
}

/// What to do with each way of matching.
type Then<'f, 's, 't> = &'f mut dyn FnMut(&mut Matching<'s, 't>);

impl<'s, 't> Matching<'s, 't> {
    fn by_capture(&self, count: usize) -> Captures {
        let mut captures = vec![Vec::new(); count];
        for (capture, node) in &self.captured {
            captures[usize::from(*capture)].push(*node);
        }
        captures
    }

    fn node(&mut self, pattern: &NodePattern, node: NodeId, then: Then<'_, 's, 't>) {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return;
        }
        let before = self.captured.len();
        self.captured.extend(pattern.captures.iter().map(|capture| (*capture, node)));
        match &pattern.accepts {
            Accepts::Any => then(self),
            Accepts::Token(text) => {
                if self.syntax.kind(node) == Kind::Token && self.syntax.text(node) == text.as_slice() {
                    then(self);
                }
            }
            Accepts::OneOf(alternatives) => {
                for alternative in alternatives {
                    self.node(alternative, node, then);
                }
            }
            Accepts::Named { kind, children, closed, absent } => {
                let is_kind = match kind {
                    Some(kind) => self.syntax.kind(node) == *kind,
                    None => self.syntax.is_named(node),
                };
                if is_kind && absent.iter().all(|field| self.syntax.child(node, *field).is_none()) {
                    let first = self.syntax.tokens(node).next();
                    self.children(children, *closed, Place { parent: node, next: first }, then);
                }
            }
        }
        self.captured.truncate(before);
    }

    /// The children from `place` on against what is left of the patterns.
    fn children(&mut self, patterns: &[ChildPattern], closed: bool, place: Place, then: Then<'_, 's, 't>) {
        let Some((pattern, rest)) = patterns.split_first() else {
            if !closed || !place.siblings(self.syntax).any(|node| self.syntax.is_named(node)) {
                then(self);
            }
            return;
        };
        for node in place.siblings(self.syntax) {
            if self.steps > MOST_STEPS {
                return;
            }
            if pattern.field.is_none_or(|field| self.syntax.field(node) == field) {
                let behind = place.behind(node, self.syntax);
                self.node(&pattern.node, node, &mut |matching| {
                    if pattern.repeated {
                        matching.again(pattern, rest, closed, behind, then);
                    }
                    matching.children(rest, closed, behind, then);
                });
            }
            if pattern.anchored && self.syntax.is_named(node) {
                break;
            }
        }
        if pattern.optional {
            self.children(rest, closed, place, then);
        }
    }

    /// One more of a repeated child, right behind the last one.
    fn again(
        &mut self,
        pattern: &ChildPattern,
        rest: &[ChildPattern],
        closed: bool,
        place: Place,
        then: Then<'_, 's, 't>,
    ) {
        // Each one nests.
        if self.repeats >= MOST_REPEATS {
            return;
        }
        for node in place.siblings(self.syntax) {
            if self.steps > MOST_STEPS {
                return;
            }
            if pattern.field.is_none_or(|field| self.syntax.field(node) == field) {
                let behind = place.behind(node, self.syntax);
                self.repeats += 1;
                self.node(&pattern.node, node, &mut |matching| {
                    matching.again(pattern, rest, closed, behind, then);
                    matching.children(rest, closed, behind, then);
                });
                self.repeats -= 1;
            }
            if self.syntax.is_named(node) {
                break;
            }
        }
    }
}

/// A place among the children of a node.
#[derive(Clone, Copy)]
struct Place {
    parent: NodeId,
    next: Option<NodeId>,
}

impl Place {
    fn siblings<'s>(self, syntax: &'s Syntax) -> impl Iterator<Item = NodeId> + use<'s> {
        let end = syntax.end(self.parent);
        let next = self.next;
        std::iter::successors(next, move |node| Some(syntax.end(*node)).filter(|behind| *behind < end))
    }

    fn behind(self, node: NodeId, syntax: &Syntax) -> Place {
        let next = Some(syntax.end(node)).filter(|behind| *behind < syntax.end(self.parent));
        Place { next, ..self }
    }
}
