//! Guards about what makes a finding doubtful: loops that end early in the ordinary course, growth that goes on after the
//! loop, keys of which there are few, and variables that would move to the heap for the cure.

use crate::go::bindings::{BindingKind, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Term, Type};
use crate::scan::code::Code;
use crate::scan::condition::Condition;
use crate::scan::questions::Question;

/// Whether the loop around it may end before its last turn although nothing has failed: by a `break`, a `goto`, or a `return`
/// that gives no error.
pub(super) fn is_cut_short(node: NodeId, code: &Code) -> bool {
    let Some(turning) = code.syntax.enclosing_loop(node) else { return false };
    if let Some(known) = code.found_out.cut_short.borrow().get(&turning) {
        return *known;
    }
    let function = code.syntax.function(turning);
    let own = |statement: &NodeId| code.syntax.function(*statement) == function;
    let ends = |statement: NodeId| match code.syntax.kind(statement) {
        Kind::GotoStatement => true,
        Kind::BreakStatement => {
            code.syntax.child(statement, Field::Label).is_some()
                || code.syntax.children(statement).next().is_some()
                || broken_off(statement, code) == Some(turning)
        }
        Kind::ReturnStatement => !tells_of_failure(statement, code),
        _ => false,
    };
    let answer = code.syntax.descendants(turning).filter(own).any(ends);
    code.found_out.cut_short.borrow_mut().insert(turning, answer);
    answer
}

/// The loop, switch or select that a plain `break` leaves.
fn broken_off(statement: NodeId, code: &Code) -> Option<NodeId> {
    code.syntax.ancestors(statement).find(|above| {
        matches!(
            code.syntax.kind(*above),
            Kind::ForStatement
                | Kind::ExpressionSwitchStatement
                | Kind::TypeSwitchStatement
                | Kind::SelectStatement
                | Kind::FuncLiteral
        )
    })
}

/// Whether a `return` gives an error, or stands where something has failed.
fn tells_of_failure(statement: NodeId, code: &Code) -> bool {
    if is_behind_a_failure(statement, code) {
        return true;
    }
    let Some(last) = code.syntax.function(statement).and_then(|function| last_result(function, code)) else {
        return false;
    };
    if code.syntax.text(last) != b"error" {
        return false;
    }
    let values: Vec<NodeId> = code.syntax.children(statement).flat_map(|list| code.syntax.children(list)).collect();
    values.last().is_none_or(|value| code.syntax.kind(*value) != Kind::Nil)
}

/// The type of the last result of a function.
fn last_result(function: NodeId, code: &Code) -> Option<NodeId> {
    let result = code.syntax.child(function, Field::Result)?;
    if code.syntax.kind(result) != Kind::ParameterList {
        return Some(result);
    }
    let declaration = code.syntax.children(result).last()?;
    code.syntax.child(declaration, Field::Type)
}

/// Whether an `if` around it asks for an error (`err != nil`) or for a missing thing (`!ok`).
pub(super) fn is_behind_a_failure(statement: NodeId, code: &Code) -> bool {
    let mut child = statement;
    for above in code.syntax.ancestors(statement) {
        match code.syntax.kind(above) {
            Kind::ForStatement | Kind::FuncLiteral => return false,
            Kind::IfStatement if code.syntax.child(above, Field::Consequence) == Some(child) => {
                let asks = code.syntax.child(above, Field::Condition).is_some_and(|condition| {
                    let text = code.syntax.text(condition);
                    text == b"!ok" || names_an_error(text) && text.ends_with(b"!= nil")
                });
                if asks {
                    return true;
                }
            }
            _ => {}
        }
        child = above;
    }
    false
}

pub(super) fn names_an_error(text: &[u8]) -> bool {
    text.windows(3).any(|three| three.eq_ignore_ascii_case(b"err"))
}

/// Whether the slice gets further elements after the loop around it.
pub(super) fn grows_on(node: NodeId, code: &Code) -> bool {
    goes_on(node, code).is_some_and(|(grows, _)| grows)
}

/// Whether elements of the local variable are written behind the loop around it.
pub(super) fn is_written_on(node: NodeId, code: &Code) -> bool {
    goes_on(node, code).is_some_and(|(_, is_written)| is_written)
}

/// Whether the variable grows, and whether elements of it are written, behind the loop around the node.
fn goes_on(node: NodeId, code: &Code) -> Option<(bool, bool)> {
    let (variable, turning) = (code.variable(node)?, code.syntax.enclosing_loop(node)?);
    let end = code.syntax.end(turning);
    let grows = |kind: UseKind| match kind {
        UseKind::AppendedToItself(_) => true,
        UseKind::Argument(call, 0) => {
            code.syntax.call(call).is_some_and(|call| code.syntax.text(call.function) == b"append")
        }
        _ => false,
    };
    let look = || {
        let behind = || code.bindings.uses(variable).iter().filter(|using| using.node >= end);
        (behind().any(|using| grows(using.kind)), behind().any(|using| using.kind == UseKind::IndexWritten))
    };
    Some(*code.found_out.goes_on.borrow_mut().entry((variable, turning)).or_insert_with(look))
}

/// Whether a labelled `continue` follows it in its block: what the statement did decides where a loop further out goes on.
pub(super) fn starts_over(node: NodeId, code: &Code) -> bool {
    let list = code.syntax.ancestors(node).find(|above| code.syntax.kind(*above) == Kind::StatementList);
    list.is_some_and(|list| {
        code.syntax.children(list).any(|statement| {
            code.syntax.kind(statement) == Kind::ContinueStatement && code.syntax.children(statement).next().is_some()
        })
    })
}

/// Whether the error that the call returns is looked at (`if err != nil`), and not on every way something is returned that is one.
pub(super) fn drops_the_error(node: NodeId, code: &Code) -> bool {
    let mut statement = node;
    for above in code.syntax.ancestors(node) {
        if code.syntax.kind(above) == Kind::StatementList {
            break;
        }
        statement = above;
    }
    let asking = if code.syntax.kind(statement) == Kind::IfStatement {
        Some(statement)
    } else {
        let siblings = code.syntax.parent(statement).into_iter().flat_map(|list| code.syntax.children(list));
        siblings.skip_while(|sibling| *sibling != statement).nth(1)
    };
    let asking = asking.filter(|asking| code.syntax.kind(*asking) == Kind::IfStatement);
    let condition = asking.and_then(|asking| code.syntax.child(asking, Field::Condition));
    if !condition.is_some_and(|condition| code.syntax.text(condition).ends_with(b"!= nil")) {
        return false;
    }
    let block = asking.and_then(|asking| code.syntax.child(asking, Field::Consequence));
    let function = code.syntax.function(node);
    let returns = block
        .into_iter()
        .flat_map(|block| code.syntax.descendants(block))
        .filter(|part| code.syntax.kind(*part) == Kind::ReturnStatement && code.syntax.function(*part) == function);
    let mut given: Vec<bool> = returns
        .map(|part| {
            let values = code.syntax.children(part).flat_map(|list| code.syntax.children(list));
            values.last().is_none_or(|value| code.syntax.kind(value) != Kind::Nil)
        })
        .collect();
    given.dedup();
    given != [true]
}

/// Whether the loop around it ranges over a variadic parameter, or the rest of one.
pub(super) fn is_over_arguments(node: NodeId, code: &Code) -> bool {
    let header = code.syntax.enclosing_loop(node).and_then(|turning| code.syntax.children(turning).next());
    let header = header.filter(|header| code.syntax.kind(*header) == Kind::RangeClause);
    let over = header.and_then(|header| code.syntax.child(header, Field::Right));
    let over = over.map(|over| code.syntax.unparenthesized(over)).map(|over| match code.syntax.kind(over) {
        Kind::SliceExpression => code.syntax.child(over, Field::Operand).unwrap_or(over),
        _ => over,
    });
    over.is_some_and(|over| super::variables::is_variadic(over, code))
}

/// Whether the variable is declared in the header of a loop around it: `for i := range s`, `for i := 0; ...`.
pub(super) fn is_loop_counter(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let declared = code.bindings.binding(variable).declared;
    let mut child = declared;
    for above in code.syntax.ancestors(declared) {
        match code.syntax.kind(above) {
            Kind::ForStatement => {
                return code.syntax.child(above, Field::Body) != Some(child) && code.syntax.contains(above, node);
            }
            Kind::Block | Kind::FuncLiteral => return false,
            _ => child = above,
        }
    }
    false
}

/// Whether the keys of the map are of a type whose few values its package names.
pub(super) fn has_named_keys(node: NodeId, code: &Code) -> Condition {
    match code.terms.type_of(node) {
        Term::Is(Type::Unknown) => Condition::Unknown,
        of => Condition::ask(Question::NamesItsKeys { of }),
    }
}

/// Calls that are given a text of fmt's, up to this many on one variable, save no more than its own move to the heap costs.
const LITTLE: usize = 2;

/// Whether it names, outside of loops that it outlives, a local variable of a value of which only methods are called, and at
/// most two of these calls there take a text that fmt makes. Letting fmt write to it takes its address, which moves it to the heap.
pub(super) fn moves_for_little(node: NodeId, code: &Code) -> bool {
    let Some(variable) = code.variable(node) else { return false };
    let binding = code.bindings.binding(variable);
    let is_value = match (binding.value, binding.written) {
        (None, Some(written)) => !code.syntax.text(written).starts_with(b"*"),
        (Some(value), _) => code.syntax.kind(code.syntax.unparenthesized(value)) == Kind::CompositeLiteral,
        (None, None) => false,
    };
    if binding.kind != BindingKind::Local || binding.index.is_some() || !is_value {
        return false;
    }
    let turns = |node: NodeId| {
        let turning = code.syntax.enclosing_loop(node);
        turning.is_some_and(|turning| !code.syntax.contains(turning, binding.declared))
    };
    if turns(node) {
        return false;
    }
    let count = || {
        let mut texts = 0;
        for using in code.bindings.uses(variable) {
            let UseKind::MethodCall(name) = using.kind else { return None };
            if using.captured {
                return None;
            }
            let call = code.syntax.ancestors(name).find(|above| code.syntax.kind(*above) == Kind::CallExpression);
            let argument = call.and_then(|call| code.syntax.call(call)?.arguments.first().copied());
            let takes_text = argument.is_some_and(|argument| {
                let text = code.syntax.text(argument);
                text.starts_with(b"fmt.Sprint") || text.starts_with(b"[]byte(fmt.Sprint")
            });
            texts += usize::from(takes_text && !turns(using.node));
        }
        Some(texts)
    };
    let texts = *code.found_out.texts.borrow_mut().entry(variable).or_insert_with(count);
    texts.is_some_and(|texts| texts <= LITTLE)
}
