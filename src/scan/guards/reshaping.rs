//! Guards of fixes that give code another shape: what a statement makes of a call's results, comparisons of elements by index, and
//! strings that grow by themselves.

use super::{Found, Judgement, binds};
use crate::go::bindings::{BindingId, BindingKind, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::GrowthPart;
use crate::scan::candidate::Text;
use crate::scan::code::Code;

/// Larger loops, and variables used more often, are not looked into: each match of them would look at all.
const MOST_NODES: usize = 4_000;
const MOST_USES: usize = 200;

fn bound(found: Option<Found>) -> Judgement {
    match found {
        Some(found) => binds(vec![found]),
        None => false.into(),
    }
}

/// The statement of a list that holds the expression, in its own function. Binds it.
pub(super) fn statement_of(node: NodeId, code: &Code) -> Judgement {
    let syntax = code.syntax;
    let is_listed = |at: &NodeId| syntax.parent(*at).is_some_and(|list| syntax.kind(list) == Kind::StatementList);
    let statement = syntax.ancestors(node).find(is_listed);
    bound(statement.filter(|statement| syntax.function(*statement) == syntax.function(node)).map(Found::new))
}

/// The list of what is declared or assigned, where the expression alone gives its values.
fn assigned_list(node: NodeId, code: &Code) -> Option<NodeId> {
    let syntax = code.syntax;
    let list = syntax.parent(node).filter(|list| syntax.kind(*list) == Kind::ExpressionList)?;
    let statement = syntax.parent(list)?;
    let fits = match syntax.kind(statement) {
        Kind::ShortVarDeclaration => true,
        Kind::AssignmentStatement => {
            syntax.child(statement, Field::Operator).is_some_and(|operator| syntax.text(operator) == b"=")
        }
        _ => false,
    };
    let alone = syntax.child(statement, Field::Right) == Some(list) && syntax.children(list).count() == 1;
    syntax.child(statement, Field::Left).filter(|_| fits && alone)
}

/// Whether a statement gives the value of the expression to one variable or place. Binds the list of that one.
pub(super) fn is_sole_value(node: NodeId, code: &Code) -> Judgement {
    let one = assigned_list(node, code).filter(|list| code.syntax.children(*list).count() == 1);
    bound(one.map(Found::new))
}

/// Whether the second of two results goes to `_`. Binds the list that takes both, with the text of the first.
pub(super) fn is_second_ignored(node: NodeId, code: &Code) -> Judgement {
    let syntax = code.syntax;
    let found = assigned_list(node, code).and_then(|list| {
        let mut targets = syntax.children(list);
        let (first, second, rest) = (targets.next()?, targets.next()?, targets.next());
        (syntax.text(second) == b"_" && rest.is_none()).then_some(())?;
        let text = std::str::from_utf8(syntax.text(first)).ok()?.to_owned();
        Some(Found { text: Some(Text::Is(text)), ..Found::new(list) })
    });
    bound(found)
}

/// Whether it is a call `f(x, ys...)`. Binds `ys`.
pub(super) fn spreads_second(node: NodeId, code: &Code) -> Judgement {
    let call = code.syntax.call(node).filter(|call| call.spread && call.arguments.len() == 2);
    bound(call.and_then(|call| call.arguments.get(1).copied()).map(Found::new))
}

/// Whether the first of two results goes to `_`, or both to nobody.
pub(super) fn is_first_ignored(node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    if syntax.parent(node).is_some_and(|above| syntax.kind(above) == Kind::ExpressionStatement) {
        return true;
    }
    assigned_list(node, code).is_some_and(|list| {
        let mut targets = syntax.children(list);
        let (first, second, rest) = (targets.next(), targets.next(), targets.next());
        first.is_some_and(|first| syntax.text(first) == b"_") && second.is_some() && rest.is_none()
    })
}

/// Whether what a call gives is used by having these methods called on it alone: at once, or by the variable that holds it.
pub(super) fn is_used_by_methods(node: NodeId, any: &[String], code: &Code) -> bool {
    let syntax = code.syntax;
    let is_named = |name: NodeId| any.iter().any(|known| known.as_bytes() == syntax.text(name));
    let Some(above) = syntax.parent(node) else { return false };
    if syntax.kind(above) == Kind::SelectorExpression {
        let is_called = syntax.parent(above).is_some_and(|call| {
            syntax.kind(call) == Kind::CallExpression && syntax.child(call, Field::Function) == Some(above)
        });
        return is_called && syntax.child(above, Field::Field).is_some_and(is_named);
    }
    let held = assigned_list(node, code).and_then(|list| code.variable(syntax.children(list).next()?));
    held.is_some_and(|variable| {
        code.bindings.binding(variable).value.is_some_and(|value| syntax.unparenthesized(value) == node)
            && code.bindings.uses(variable).iter().all(|using| match using.kind {
                UseKind::MethodCall(name) => is_named(name),
                _ => false,
            })
    })
}

/// Whether no other name of the function is the variable's.
pub(super) fn is_only_name(node: NodeId, code: &Code) -> bool {
    let name = code.syntax.name(code.syntax.unparenthesized(node));
    code.variable(node).is_some() && code.bindings.all().filter(|(_, binding)| binding.name == name).count() == 1
}

/// Whether what is assigned to the variable here is read behind the statement, all of that inside the loop around it.
pub(super) fn is_read_by_turn(node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let found = code.variable(node).zip(syntax.enclosing_loop(node)).and_then(|(variable, turning)| {
        let statement = syntax.ancestors(node).find(|above| syntax.kind(*above) == Kind::AssignmentStatement)?;
        let list = syntax.parent(statement)?;
        let later = |using: &&Use| using.node >= syntax.end(statement);
        let mut uses = code.bindings.uses(variable).iter().filter(later).peekable();
        uses.peek()?;
        Some(uses.all(|using| {
            // Declared anew, it is known in this list alone.
            syntax.contains(list, using.node) && syntax.contains(turning, using.node) && using.kind != UseKind::Written
        }))
    });
    found == Some(true)
}

/// Whether the local variable gets its value from one call that takes its address, and is read elsewhere.
pub(super) fn is_received_once(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let (mut calls, mut reads) = (0, 0);
    for using in code.bindings.uses(variable) {
        match using.kind {
            UseKind::AddressArgument(..) => calls += 1,
            UseKind::AddressTaken | UseKind::Written => return false,
            _ => reads += 1,
        }
    }
    calls == 1 && reads > 0
}

/// Whether a literal `func(i, j int) bool` compares the same expression of the elements i and j of the slice by `<` or `>`, and
/// does nothing else. Binds an element, with what the comparison takes, in order, and `left` and `right` for the two.
pub(super) fn orders_by(less: NodeId, slice: NodeId, code: &Code) -> Judgement {
    bound(compared(less, slice, code))
}

fn compared(less: NodeId, slice: NodeId, code: &Code) -> Option<Found> {
    let syntax = code.syntax;
    (syntax.kind(less) == Kind::FuncLiteral && syntax.end(less).index() - less.index() < MOST_NODES).then_some(())?;
    let names: Vec<NodeId> = syntax
        .children(syntax.child(less, Field::Parameters)?)
        .flat_map(|parameter| syntax.children_in(parameter, Field::Name))
        .collect();
    let [first, second] = names[..] else { return None };
    let of = |name| code.bindings.all().find(|(_, binding)| binding.declared == name).map(|(id, _)| id);
    let (first, second) = (of(first)?, of(second)?);
    let list = syntax.children(syntax.child(less, Field::Body)?).next()?;
    let mut statements = syntax.children(list);
    let only = statements.next().filter(|only| syntax.kind(*only) == Kind::ReturnStatement)?;
    statements.next().is_none().then_some(())?;
    let mut values = syntax.children(syntax.children(only).next()?);
    let comparison = values.next().filter(|value| syntax.kind(*value) == Kind::BinaryExpression)?;
    values.next().is_none().then_some(())?;
    let (left, right) = (syntax.child(comparison, Field::Left)?, syntax.child(comparison, Field::Right)?);
    let operator = syntax.text(syntax.child(comparison, Field::Operator)?);
    let slice = syntax.text(slice);
    // The sides are the same expression where both speak of one element.
    let sides = |of_left: (BindingId, &str), of_right: (BindingId, &str)| {
        let (one, element) = renamed(left, of_left.0, slice, of_left.1, code)?;
        let (other, _) = renamed(right, of_right.0, slice, of_right.1, code)?;
        (renamed(left, of_left.0, slice, of_right.1, code)?.0 == other).then_some((one, other, element))
    };
    let (first, second) = ((first, "left"), (second, "right"));
    let (one, other, element) = sides(first, second).or_else(|| sides(second, first))?;
    let text = match operator {
        b"<" => format!("{one}, {other}"),
        b">" => format!("{other}, {one}"),
        _ => return None,
    };
    Some(Found { text: Some(Text::Is(text)), ..Found::new(element) })
}

/// The side's source with `name` for every `slice[index]`, and the first of those. `None` where the index, or something called
/// `left` or `right`, is used otherwise, or the side holds a function or a comment.
fn renamed(side: NodeId, index: BindingId, slice: &[u8], name: &str, code: &Code) -> Option<(String, NodeId)> {
    let syntax = code.syntax;
    let span = syntax.span(side);
    let (mut text, mut from, mut first) = (String::new(), span.start, None);
    let mut at = side;
    while at < syntax.end(side) {
        match syntax.kind(at) {
            Kind::IndexExpression
                if syntax.child(at, Field::Operand).is_some_and(|operand| syntax.text(operand) == slice)
                    && syntax.child(at, Field::Index).is_some_and(|by| code.variable(by) == Some(index)) =>
            {
                let here = syntax.span(at);
                text.push_str(std::str::from_utf8(syntax.source(from..here.start)).ok()?);
                text.push_str(name);
                from = here.end;
                first = first.or(Some(at));
                at = syntax.end(at);
                continue;
            }
            Kind::FuncLiteral | Kind::Comment => return None,
            Kind::Identifier if code.variable(at) == Some(index) => return None,
            Kind::Identifier if matches!(syntax.text(at), b"left" | b"right") => return None,
            _ => {}
        }
        at = at.following();
    }
    text.push_str(std::str::from_utf8(syntax.source(from..span.end)).ok()?);
    Some((text, first?))
}

/// Whether a loop around the local string variable does nothing with it but add to its end, and is left only for what follows it.
/// Binds a part of how it grows in the outermost such loop.
pub(super) fn accumulates(node: NodeId, part: GrowthPart, code: &Code) -> Judgement {
    let Some((around, statements)) = accumulation(node, code) else { return false.into() };
    let found = match part {
        GrowthPart::Loop => vec![around],
        GrowthPart::Statements => statements,
        GrowthPart::Pieces => {
            statements.into_iter().flat_map(|statement| growth(statement, code).unwrap_or_default()).collect()
        }
    };
    binds(found.into_iter().map(Found::new).collect())
}

/// The loop, and the statements that add something.
fn accumulation(node: NodeId, code: &Code) -> Option<(NodeId, Vec<NodeId>)> {
    let syntax = code.syntax;
    let variable = code.variable(node)?;
    let binding = code.bindings.binding(variable);
    let is_local = matches!(binding.kind, BindingKind::Local | BindingKind::Parameter);
    (is_local && code.is_confined(variable) && code.bindings.uses(variable).len() <= MOST_USES).then_some(())?;
    let mut found = None;
    let mut around = syntax.enclosing_loop(node);
    while let Some(turning) = around {
        if syntax.contains(turning, binding.declared)
            || syntax.function(turning) != syntax.function(node)
            || syntax.end(turning).index() - turning.index() > MOST_NODES
        {
            break;
        }
        let Some(statements) = growths(variable, turning, code).filter(|_| is_left_for_next(turning, code)) else {
            break;
        };
        found = Some((turning, statements));
        around = syntax.enclosing_loop(turning);
    }
    found
}

/// The statements in the loop by which the variable grows, where it has no other use there.
fn growths(variable: BindingId, turning: NodeId, code: &Code) -> Option<Vec<NodeId>> {
    let syntax = code.syntax;
    let mut statements: Vec<NodeId> = Vec::new();
    let mut uses = 0;
    for using in code.uses_in(variable, turning) {
        let statement = syntax.ancestors(using.node).find(|above| syntax.kind(*above) == Kind::AssignmentStatement)?;
        if statements.last() != Some(&statement) {
            growth(statement, code)?;
            let target = syntax.children(syntax.child(statement, Field::Left)?).next()?;
            (code.variable(target) == Some(variable)).then_some(())?;
            let adds = syntax.has_token(statement, b"+=");
            // `s += x` names it once, `s = s + x` twice.
            uses += if adds { 1 } else { 2 };
            statements.push(statement);
        }
    }
    (code.uses_in(variable, turning).len() == uses).then_some(statements)
}

/// What a statement `s += a + b` or `s = s + a + b` adds, piece by piece.
fn growth(statement: NodeId, code: &Code) -> Option<Vec<NodeId>> {
    let syntax = code.syntax;
    let above = syntax.parent(statement)?;
    (syntax.kind(above) == Kind::StatementList).then_some(())?;
    let only = |list: NodeId| {
        let mut all = syntax.children(list);
        all.next().filter(|_| all.next().is_none())
    };
    let target = only(syntax.child(statement, Field::Left)?)?;
    let sum = only(syntax.child(statement, Field::Right)?)?;
    let mut pieces = terms(sum, code);
    match syntax.text(syntax.child(statement, Field::Operator)?) {
        b"+=" => Some(pieces),
        b"=" => {
            let first = pieces.first()?;
            let own = code.variable(*first).is_some_and(|variable| code.variable(target) == Some(variable));
            (own && pieces.len() > 1).then(|| pieces.split_off(1))
        }
        _ => None,
    }
}

/// Whether it is a sum. Binds its operands.
pub(super) fn is_sum(node: NodeId, code: &Code) -> Judgement {
    match terms(code.syntax.unparenthesized(node), code) {
        operands if operands.len() > 1 => binds(operands.into_iter().map(Found::new).collect()),
        _ => false.into(),
    }
}

/// The operands of a sum `a + b + c`, in order; of anything else itself.
fn terms(sum: NodeId, code: &Code) -> Vec<NodeId> {
    let syntax = code.syntax;
    let mut operands = Vec::new();
    let mut at = sum;
    while syntax.kind(at) == Kind::BinaryExpression
        && syntax.child(at, Field::Operator).is_some_and(|operator| syntax.text(operator) == b"+")
        && let (Some(left), Some(right)) = (syntax.child(at, Field::Left), syntax.child(at, Field::Right))
    {
        operands.push(right);
        at = left;
    }
    operands.push(at);
    operands.reverse();
    operands
}

/// Whether whoever leaves the loop, but for a return or a panic, runs what stands behind it.
fn is_left_for_next(turning: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let label_of = |node: NodeId| syntax.children(node).find(|child| syntax.kind(*child) == Kind::LabelName);
    let own = syntax.parent(turning).filter(|above| syntax.kind(*above) == Kind::LabeledStatement).and_then(label_of);
    let labels: Vec<&[u8]> = syntax
        .descendants(turning)
        .filter(|node| syntax.kind(*node) == Kind::LabeledStatement)
        .filter_map(label_of)
        .chain(own)
        .map(|label| syntax.text(label))
        .collect();
    syntax.descendants(turning).all(|node| match syntax.kind(node) {
        Kind::GotoStatement => false,
        Kind::BreakStatement | Kind::ContinueStatement => {
            label_of(node).is_none_or(|label| labels.contains(&syntax.text(label)))
        }
        _ => true,
    })
}
