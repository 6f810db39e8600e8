//! Blanks around binary operators as gofmt wants them, in the statements that a fix has changed.
//!
//! gofmt sets blanks by precedence and by how deep an operator lies (`go/printer`, nodes.go, `binaryExpr`): `f(a + b)`, but
//! `f(a+b, c)`. An expression that moves may therefore need other blanks. Code that did not follow gofmt before is left alone.

use super::parsed::Parsed;
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::{NodeId, Syntax};
use crate::model::{ChangedText, Edit, Span};

/// The edits of `after` that give the changed statements the blanks that gofmt gives them.
pub(super) fn edits(before: &Parsed, after: &Parsed, change: &ChangedText) -> Vec<Edit> {
    let was_formatted = {
        let mut formatted = Vec::new();
        before.each(|syntax| {
            formatted.push((whole(syntax), blanks(syntax).is_empty()));
            true
        });
        move |at: usize| formatted.iter().any(|(span, formatted)| span.start <= at && at <= span.end && *formatted)
    };
    let mut edits = Vec::new();
    after.each(|syntax| {
        let here = whole(syntax);
        let touched: Vec<_> = change.changes.iter().filter(|change| here.contains(change.new)).collect();
        if touched.iter().any(|change| was_formatted(change.old.start)) {
            let spans: Vec<Span> = touched.iter().filter_map(|change| statement_at(syntax, change.new)).collect();
            edits.extend(blanks(syntax).into_iter().filter(|edit| spans.iter().any(|span| span.contains(edit.span))));
        }
        true
    });
    edits
}

fn whole(syntax: &Syntax) -> Span {
    let span = syntax.span(syntax.root());
    Span::new(span.start, span.end)
}

/// The innermost statement of a list, or what else the place lies in.
fn statement_at(syntax: &Syntax, span: Span) -> Option<Span> {
    let at = syntax.at(span.start)?;
    let holds = |node: &NodeId| syntax.span(*node).end >= span.end;
    let in_list = |node: &NodeId| syntax.parent(*node).is_some_and(|list| syntax.kind(list) == Kind::StatementList);
    let statement = std::iter::once(at).chain(syntax.ancestors(at)).filter(holds).find(in_list);
    let span = syntax.span(statement.unwrap_or_else(|| syntax.root()));
    Some(Span::new(span.start, span.end))
}

/// What one binary expression tells those around it.
#[derive(Clone, Copy, Default)]
struct Operators {
    /// Whether it holds `+`, `-`, `|` or `^`.
    sums: bool,
    /// Whether it holds `*`, `/` or another operator of that rank.
    products: bool,
    /// The rank below which blanks keep tokens apart that would be another one together: `a / *b`.
    problem: u8,
}

/// Every blank before or behind an operator that should be there and is not, or the other way round.
pub(super) fn blanks(syntax: &Syntax) -> Vec<Edit> {
    let mut depths: Vec<u32> = vec![1; syntax.ids().count()];
    let mut operators: Vec<Operators> = vec![Operators::default(); depths.len()];
    for node in syntax.ids().rev().filter(|node| syntax.kind(*node) == Kind::BinaryExpression) {
        operators[node.index()] = operators_in(syntax, node, &operators);
    }
    let mut edits = Vec::new();
    for node in syntax.ids() {
        if let Some(above) = syntax.parent(node) {
            depths[node.index()] = depth_below(syntax, above, node, depths[above.index()]);
        }
        if syntax.kind(node) == Kind::BinaryExpression
            && let Some((left, operator, right)) = parts(syntax, node)
        {
            let wanted = rank(syntax, operator) < cutoff(operators[node.index()], depths[node.index()]);
            let gaps = [
                (syntax.span(left).end, syntax.span(operator).start),
                (syntax.span(operator).end, syntax.span(right).start),
            ];
            for (from, to) in gaps {
                let gap = syntax.source(from..to);
                let is_plain = gap.iter().all(|byte| *byte == b' ');
                if is_plain && gap != if wanted { &b" "[..] } else { b"" } {
                    edits.push(Edit {
                        span: Span::new(from, to),
                        text: if wanted { " ".to_owned() } else { String::new() },
                    });
                }
            }
        }
    }
    edits.sort();
    edits
}

fn parts(syntax: &Syntax, binary: NodeId) -> Option<(NodeId, NodeId, NodeId)> {
    let part = |field| syntax.child(binary, field);
    Some((part(Field::Left)?, part(Field::Operator)?, part(Field::Right)?))
}

fn rank(syntax: &Syntax, operator: NodeId) -> u8 {
    match syntax.text(operator) {
        b"||" => 1,
        b"&&" => 2,
        b"==" | b"!=" | b"<" | b"<=" | b">" | b">=" => 3,
        b"+" | b"-" | b"|" | b"^" => 4,
        _ => 5,
    }
}

/// `go/printer`'s `walkBinary`.
fn operators_in(syntax: &Syntax, binary: NodeId, known: &[Operators]) -> Operators {
    let Some((left, operator, right)) = parts(syntax, binary) else { return Operators::default() };
    let own = rank(syntax, operator);
    let mut all = Operators { sums: own == 4, products: own == 5, problem: 0 };
    let mut take = |inner: Operators| {
        all.sums |= inner.sums;
        all.products |= inner.products;
        all.problem = all.problem.max(inner.problem);
    };
    let inner_rank = |node| parts(syntax, node).map_or(0, |(_, operator, _)| rank(syntax, operator));
    if syntax.kind(left) == Kind::BinaryExpression && inner_rank(left) >= own {
        take(known[left.index()]);
    }
    match syntax.kind(right) {
        Kind::BinaryExpression if inner_rank(right) > own => take(known[right.index()]),
        Kind::UnaryExpression => {
            let first = syntax.text(right).first().copied().unwrap_or_default();
            let together = [syntax.text(operator), &[first]].concat();
            match &*together {
                b"/*" | b"&&" | b"&^" => all.problem = 5,
                b"++" | b"--" => all.problem = all.problem.max(4),
                _ => {}
            }
        }
        _ => {}
    }
    all
}

/// `go/printer`'s `cutoff`: operators of lower ranks than this have blanks.
fn cutoff(operators: Operators, depth: u32) -> u8 {
    match (operators.problem, operators.sums && operators.products, depth) {
        (0, true, 1) => 5,
        (0, false, 1) => 6,
        (0, ..) => 4,
        (problem, ..) => problem + 1,
    }
}

/// How deep `child` lies for gofmt, by what it is part of.
fn depth_below(syntax: &Syntax, above: NodeId, child: NodeId, depth: u32) -> u32 {
    match syntax.kind(above) {
        Kind::BinaryExpression => {
            if syntax.field(child) != Field::Left {
                return depth + 1;
            }
            let rank_of = |node| parts(syntax, node).map(|(_, operator, _)| rank(syntax, operator));
            let same = syntax.kind(child) == Kind::BinaryExpression && rank_of(child) == rank_of(above);
            if same { depth } else { depth + 1 }
        }
        Kind::ParenthesizedExpression if syntax.kind(child) == Kind::ParenthesizedExpression => depth,
        Kind::ParenthesizedExpression => depth.saturating_sub(1).max(1),
        Kind::CallExpression => {
            let arguments = syntax.child(above, Field::Arguments);
            let several = arguments.is_some_and(|list| syntax.children(list).nth(1).is_some());
            depth + u32::from(several)
        }
        Kind::UnaryExpression if syntax.has_token(above, b"*") => 1,
        Kind::IndexExpression | Kind::SliceExpression => {
            if syntax.field(child) == Field::Operand {
                1
            } else {
                depth + 1
            }
        }
        Kind::ArgumentList
        | Kind::VariadicArgument
        | Kind::ExpressionList
        | Kind::UnaryExpression
        | Kind::SelectorExpression
        | Kind::TypeAssertionExpression
        | Kind::TypeConversionExpression => depth,
        Kind::AssignmentStatement | Kind::ShortVarDeclaration => {
            let several = |field| syntax.child(above, field).is_some_and(|list| syntax.children(list).nth(1).is_some());
            if several(Field::Left) && several(Field::Right) { 2 } else { 1 }
        }
        Kind::IncStatement | Kind::DecStatement => 2,
        _ => 1,
    }
}
