//! Guards about what a function empties by assigning a new one: whether it has had the old one in its own hands alone.

use super::{Found, Judgement};
use crate::go::bindings::{Binding, BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::rule::{TypeClass, TypePattern};
use crate::scan::code::Code;
use crate::scan::condition::Condition;

/// Of larger declarations than this nothing is said where a package variable is assigned.
const MOST_NODES: usize = 16_384;

/// What a function names more often than this is not followed: each assignment would look at all of the others.
const MOST_USES: usize = 512;

/// Whether the function uses the variable or field that is assigned in place alone: by its elements, by ranging over it, by its
/// length, by deleting and clearing, and by assigning it anew. Others cannot have it from here: it is a package variable, a field
/// behind a pointer, or a local variable that the function makes. Binds the elements that are written.
pub(super) fn is_used_in_place(node: NodeId, code: &Code) -> Judgement {
    let owned = if is_where_nil(node, code) { Condition::Fails } else { is_owned(node, code) };
    let Some(all) = occurrences(node, code).filter(|_| owned != Condition::Fails) else { return false.into() };
    let own = code.syntax.function(node);
    let mut written = Vec::new();
    for one in all {
        if code.syntax.function(one) != own {
            return false.into();
        }
        match use_of(one, code) {
            Some(Use::Written(element)) => written.push(Found::new(element)),
            Some(_) => {}
            None => return false.into(),
        }
    }
    Judgement { condition: owned, binds: written }
}

/// Whether the same was ranged over, or elements of it were read or written, before it is assigned, or in a loop around it that
/// goes on with it.
pub(super) fn is_used_before(node: NodeId, code: &Code) -> bool {
    let root = code.root_variable(node);
    let declared = root.and_then(|root| code.variable(root)).map(|variable| code.bindings.binding(variable).declared);
    let around = code.syntax.enclosing_loop(node);
    let around = around.filter(|around| declared.is_none_or(|declared| !code.syntax.contains(*around, declared)));
    let earlier = |one: NodeId| match around.is_some_and(|around| code.syntax.contains(around, one)) {
        true => true,
        false => one < node && !are_apart(one, node, code),
    };
    let all = occurrences(node, code).unwrap_or_default();
    all.into_iter()
        .any(|one| one != node && earlier(one) && matches!(use_of(one, code), Some(Use::Written(_) | Use::Read)))
}

/// Whether no run of their function comes to both by going forward: they stand in two branches of one `if`, or two cases.
fn are_apart(first: NodeId, second: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let mut child = first;
    for above in syntax.ancestors(first) {
        if syntax.contains(above, second) {
            return match syntax.kind(above) {
                Kind::ExpressionSwitchStatement | Kind::TypeSwitchStatement | Kind::SelectStatement => {
                    matches!(
                        syntax.kind(child),
                        Kind::ExpressionCase | Kind::TypeCase | Kind::CommunicationCase | Kind::DefaultCase
                    )
                }
                Kind::IfStatement => syntax.field(child) == Field::Consequence,
                _ => false,
            };
        }
        child = above;
    }
    false
}

/// Whether the declaration that it stands in has one of these names, in whatever case; a `*` at the end takes any rest.
pub(super) fn is_in_function_named(node: NodeId, any: &[String], code: &Code) -> bool {
    let declaration = code.syntax.declaration().filter(|declaration| code.syntax.contains(*declaration, node));
    let name = declaration.and_then(|declaration| code.syntax.child(declaration, Field::Name));
    name.is_some_and(|name| {
        let name = code.syntax.name(name).to_lowercase();
        any.iter().any(|wanted| match wanted.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == *wanted,
        })
    })
}

/// A use in place.
enum Use {
    /// An element, or all of them, are read.
    Read,
    /// This element is written.
    Written(NodeId),
    /// Anything that says nothing of what it holds: its length, a deletion, another assignment.
    Other,
}

/// How the variable or field is used here; `None` where somebody else may get hold of it, or where it is asked for nil.
fn use_of(node: NodeId, code: &Code) -> Option<Use> {
    let syntax = code.syntax;
    let above = syntax.parent(node)?;
    match (syntax.kind(above), syntax.field(node)) {
        (Kind::IndexExpression, Field::Operand) => {
            Some(if is_target(above, code) { Use::Written(above) } else { Use::Read })
        }
        (Kind::RangeClause, Field::Right) => Some(Use::Read),
        (Kind::ExpressionList, _) => is_target(node, code).then_some(Use::Other),
        (Kind::ArgumentList, _) => {
            let call = syntax.call(syntax.parent(above)?)?;
            let predeclared = code.bindings.of(call.function) == Reference::Predeclared;
            let harmless = matches!(syntax.text(call.function), b"len" | b"delete" | b"clear");
            (predeclared && harmless).then_some(Use::Other)
        }
        _ => None,
    }
}

/// Whether a statement assigns it: alone, among others, or by counting it up or down.
fn is_target(node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let Some(above) = syntax.parent(node) else { return false };
    match syntax.kind(above) {
        Kind::IncStatement | Kind::DecStatement => true,
        Kind::ExpressionList => {
            syntax.field(above) == Field::Left
                && syntax.parent(above).is_some_and(|statement| syntax.kind(statement) == Kind::AssignmentStatement)
        }
        _ => false,
    }
}

/// Whether nobody but its owner has it to begin with: a local variable that the function makes, a package variable, or a field
/// behind a pointer. A copy of a struct shares its maps with the struct.
fn is_owned(node: NodeId, code: &Code) -> Condition {
    let Some(root) = root(node, code) else { return Condition::Fails };
    let Some(variable) = code.variable(root) else {
        return Condition::settled(code.bindings.of(root) == Reference::Package);
    };
    let binding = code.bindings.binding(variable);
    if root == node {
        return Condition::settled(binding.kind == BindingKind::Local && is_made(binding, code));
    }
    // Another struct's field would be another one.
    if !code.is_kept(variable) {
        return Condition::Fails;
    }
    super::types::is_of_type(root, &[TypePattern::Class(TypeClass::Pointer)].into(), code)
}

/// Whether the variable begins with nothing, or with what is made where it is declared.
fn is_made(binding: &Binding, code: &Code) -> bool {
    let Some(value) = binding.value else { return true };
    let value = code.syntax.unparenthesized(value);
    let made = code.syntax.call(value).is_some_and(|call| {
        code.bindings.of(call.function) == Reference::Predeclared && code.syntax.text(call.function) == b"make"
    });
    binding.index.is_none() && (made || code.syntax.kind(value) == Kind::CompositeLiteral)
}

/// Whether an `if x == nil` around it has found something missing: then this is the first one.
fn is_where_nil(node: NodeId, code: &Code) -> bool {
    let syntax = code.syntax;
    let asks_for_nil = |condition: NodeId| {
        let parts = std::iter::once(condition).chain(syntax.descendants(condition));
        parts.filter(|part| syntax.kind(*part) == Kind::BinaryExpression && syntax.has_token(*part, b"==")).any(
            |part| {
                let right = syntax.child(part, Field::Right);
                right.is_some_and(|right| syntax.kind(right) == Kind::Nil)
            },
        )
    };
    syntax.ancestors(node).filter(|above| syntax.kind(*above) == Kind::IfStatement).any(|above| {
        let behind = syntax.child(above, Field::Consequence).is_some_and(|then| syntax.contains(then, node));
        behind && syntax.child(above, Field::Condition).is_some_and(asks_for_nil)
    })
}

/// `x` of `x` and of `x.f.g`.
fn root(node: NodeId, code: &Code) -> Option<NodeId> {
    let mut node = node;
    while code.syntax.kind(node) == Kind::SelectorExpression {
        node = code.syntax.child(node, Field::Operand)?;
    }
    (code.syntax.kind(node) == Kind::Identifier).then_some(node)
}

/// Where the same variable or field stands, itself among them; `None` where there is too much of it to say.
fn occurrences(node: NodeId, code: &Code) -> Option<Vec<NodeId>> {
    let syntax = code.syntax;
    let root = root(node, code)?;
    let roots: Vec<NodeId> = match code.variable(root) {
        Some(variable) => code.bindings.uses(variable).iter().map(|using| using.node).collect(),
        None => {
            let declaration = syntax.declaration()?;
            let all = syntax.descendants(declaration);
            let names = all.take(MOST_NODES + 1).enumerate().map(|(read, name)| (read < MOST_NODES).then_some(name));
            let names: Option<Vec<NodeId>> = names.collect();
            let same =
                |name: &NodeId| syntax.kind(*name) == Kind::Identifier && syntax.text(*name) == syntax.text(root);
            names?.into_iter().filter(same).filter(|name| code.bindings.of(*name) == Reference::Package).collect()
        }
    };
    if roots.len() > MOST_USES {
        return None;
    }
    let text = syntax.text(node);
    let whole = |root: NodeId| {
        let above = std::iter::once(root).chain(syntax.ancestors(root));
        let chain =
            above.take_while(|above| matches!(syntax.kind(*above), Kind::Identifier | Kind::SelectorExpression));
        chain.into_iter().find(|above| syntax.text(*above) == text)
    };
    Some(roots.into_iter().filter_map(whole).collect())
}
