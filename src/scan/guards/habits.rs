//! Guards about what is a few, or rare, or meant as it stands: lists that people write by hand, deferred calls that wait for the end on purpose, and comparisons that need the places of elements.

use super::amounts::words;
use crate::go::bindings::{BindingId, BindingKind, Use, UseKind};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::scan::code::Code;
use std::collections::BTreeSet;

/// What a program is told when it starts, wherever the word stands: in `opts.Hosts`, `cmd.Flags()` and `args[1:]`.
const BY_HAND: [&str; 22] = [
    "arg",
    "args",
    "argument",
    "arguments",
    "argv",
    "cfg",
    "conf",
    "config",
    "configs",
    "configuration",
    "flag",
    "flags",
    "opt",
    "option",
    "options",
    "opts",
    "param",
    "params",
    "setting",
    "settings",
    "spec",
    "specification",
];

/// What there is one of, or two, wherever it belongs: the last word of what is ranged over.
const FEW_OF: [&str; 67] = [
    "addresses",
    "addrs",
    "aliases",
    "associations",
    "attrs",
    "audiences",
    "bindings",
    "capabilities",
    "certificates",
    "certs",
    "chain",
    "chains",
    "cidrs",
    "claims",
    "cols",
    "columns",
    "conditions",
    "containers",
    "directories",
    "dirs",
    "domains",
    "edits",
    "err",
    "errors",
    "errs",
    "extensions",
    "exts",
    "factors",
    "filters",
    "forwarders",
    "generations",
    "handlers",
    "hostnames",
    "hosts",
    "indexes",
    "ips",
    "issuers",
    "lhs",
    "listeners",
    "mappings",
    "matchers",
    "middlewares",
    "nameservers",
    "namespaces",
    "operands",
    "overrides",
    "owners",
    "platforms",
    "ports",
    "privileges",
    "protocols",
    "provisioners",
    "rdn",
    "registries",
    "remainder",
    "roots",
    "scopes",
    "scripts",
    "shards",
    "stages",
    "subnets",
    "subresources",
    "terms",
    "topologies",
    "transformations",
    "transforms",
    "zones",
];

/// What types are called whose values hold what a program is told.
const TOLD: [&str; 10] =
    ["config", "configs", "configuration", "flag", "flags", "opt", "option", "options", "opts", "settings"];

/// Whether names say that the loop takes a few turns, as a rule: what is ranged over, what it belongs to, that one's type, or what
/// a local variable was made from is called after arguments, flags, options or settings; or it is called after things of which
/// there are one or two.
pub(super) fn is_few_by_name(node: NodeId, code: &Code) -> bool {
    let binding = |node| code.variable(node).map(|variable| code.bindings.binding(variable));
    let source = binding(node).and_then(|binding| binding.value.filter(|_| binding.kind == BindingKind::Local));
    let root = code.root_variable(node).filter(|root| *root != code.syntax.unparenthesized(node));
    let of = root.and_then(binding).and_then(|binding| {
        let given = matches!(binding.kind, BindingKind::Parameter | BindingKind::Receiver);
        binding.written.filter(|_| given)
    });
    let names = names_in(node, code);
    let from = source.map(|source| names_in(source, code)).unwrap_or_default();
    let of = of.map(|of| names_in(of, code)).unwrap_or_default();
    let has = |name: &[u8], any: &[&str]| words(name).iter().any(|word| any.contains(&word.as_str()));
    names.iter().chain(&from).any(|name| has(name, &BY_HAND))
        || of.last().is_some_and(|of| has(of, &TOLD))
        || names.last().is_some_and(|last| words(last).last().is_some_and(|word| FEW_OF.contains(&word.as_str())))
}

/// The identifiers of an expression or a type, in the order of the text. What it is indexed by says nothing of how many there are,
/// nor what a function is given that does more than take a text apart.
pub(super) fn names_in<'c>(node: NodeId, code: &Code<'c, '_>) -> Vec<&'c [u8]> {
    let mut names = Vec::new();
    let mut at = node;
    let end = code.syntax.end(node);
    while at < end {
        let kind = code.syntax.kind(at);
        let aside = match kind {
            Kind::ArgumentList => {
                let called = code.syntax.parent(at).and_then(|call| code.syntax.child(call, Field::Function));
                !called.is_some_and(|called| {
                    let text = code.syntax.text(called);
                    text == b"len" || text.starts_with(b"strings.")
                })
            }
            _ => code.syntax.field(at) == Field::Index,
        };
        if aside && at != node {
            at = code.syntax.end(at);
            continue;
        }
        if matches!(kind, Kind::Identifier | Kind::FieldIdentifier | Kind::TypeIdentifier | Kind::PackageIdentifier) {
            names.push(code.syntax.text(at));
        }
        at = at.following();
    }
    names
}

/// Whether the loop around it ranges over something that is a few by its name.
pub(super) fn is_over_few(node: NodeId, code: &Code) -> bool {
    let header = code.syntax.enclosing_loop(node).and_then(|turning| code.syntax.children(turning).next());
    let header = header.filter(|header| code.syntax.kind(*header) == Kind::RangeClause);
    header.and_then(|header| code.syntax.child(header, Field::Right)).is_some_and(|over| is_few_by_name(over, code))
}

/// Whether the function literal uses one of its parameters otherwise than as the index of an element: what it compares are not the
/// elements alone.
pub(super) fn asks_for_places(node: NodeId, code: &Code) -> bool {
    if code.syntax.kind(node) != Kind::FuncLiteral {
        return false;
    }
    let own = code.bindings.all().filter(|(_, of)| of.kind == BindingKind::Parameter && of.function == node);
    let is_index = |using: &Use| {
        let above = code.syntax.parent(using.node);
        code.syntax.field(using.node) == Field::Index
            && above.is_some_and(|above| code.syntax.kind(above) == Kind::IndexExpression)
    };
    own.into_iter().any(|(variable, _)| code.bindings.uses(variable).iter().any(|using| !is_index(using)))
}

/// Whether what a `defer` in a loop waits for is not over with the turn: something that the turn has made, or was given, is
/// appended, stored, returned or sent, so that it is needed behind the turn; or the call asks for a variable of the function, as
/// what undoes the turns after a failure does; or nothing else on the turn uses what it ends.
pub(super) fn outlasts_turn(node: NodeId, code: &Code) -> bool {
    let Some(turning) = code.syntax.enclosing_loop(node) else { return false };
    let (mut own, mut asks) = (BTreeSet::new(), false);
    for part in code.syntax.descendants(node) {
        let Some(variable) = code.variable(part).filter(|_| code.syntax.kind(part) == Kind::Identifier) else {
            continue;
        };
        let binding = code.bindings.binding(variable);
        if code.syntax.contains(node, binding.declared) {
            continue;
        }
        if code.syntax.contains(turning, binding.declared) {
            own.extend(declared_with(binding.declared, code));
        } else {
            // What a list from outside holds is there behind the turn: `defer all[i].Close()`.
            asks |= code.syntax.parent(part).is_some_and(|above| {
                code.syntax.kind(above) == Kind::IndexExpression && code.syntax.field(part) == Field::Operand
            });
            asks |= code.syntax.ancestors(part).take_while(|above| *above != node).any(|above| {
                code.syntax.kind(above) == Kind::IfStatement
                    && code.syntax.child(above, Field::Condition).is_some_and(|asked| code.syntax.contains(asked, part))
            });
        }
    }
    let uses = || own.iter().flat_map(|variable| code.bindings.uses(*variable).iter().map(|using| (*variable, using)));
    let elsewhere = || uses().filter(|(_, using)| !code.syntax.contains(node, using.node));
    asks || elsewhere().any(|(variable, using)| goes_on_with(variable, using, code))
        || !elsewhere().any(|(_, using)| is_a_use(using, code))
}

/// The variables that a statement declares together, but for errors and the like.
fn declared_with(declared: NodeId, code: &Code) -> Vec<BindingId> {
    let statement = code.syntax.ancestors(declared).find(|above| {
        matches!(code.syntax.kind(*above), Kind::ShortVarDeclaration | Kind::VarSpec | Kind::RangeClause | Kind::Block)
    });
    let all = code.bindings.all().filter(|(_, binding)| {
        let together = statement.is_some_and(|statement| {
            code.syntax.kind(statement) != Kind::Block
                && code.syntax.contains(statement, binding.declared)
                && code.syntax.function(binding.declared) == code.syntax.function(declared)
        });
        let name = binding.name.to_ascii_lowercase();
        binding.declared == declared || together && !name.contains("err") && name != "ok"
    });
    all.map(|(variable, _)| variable).collect()
}

/// Whether the variable, or a part of it, becomes a part of something that is there behind the turn.
fn goes_on_with(variable: BindingId, using: &Use, code: &Code) -> bool {
    let appended = |at: NodeId| {
        code.syntax.ancestors(at).any(|above| {
            let call = code.syntax.call(above);
            call.is_some_and(|call| {
                code.syntax.text(call.function) == b"append"
                    && call.arguments.iter().skip(1).any(|part| code.root_variable(*part) == Some(at))
            })
        })
    };
    matches!(using.kind, UseKind::Returned(_))
        || appended(using.node)
        || super::variables::is_stored(using.node, variable, code)
}

/// Whether a use is more than a look at an error, or a call of one of its methods without arguments and results that opens what
/// the deferred call closes: `mu.Lock()`.
fn is_a_use(using: &Use, code: &Code) -> bool {
    let opens = code.syntax.ancestors(using.node).find(|above| code.syntax.kind(*above) == Kind::CallExpression);
    let opens = opens.is_some_and(|call| {
        let bare = code
            .syntax
            .call(call)
            .is_some_and(|called| called.arguments.is_empty() && code.syntax.contains(called.function, using.node));
        let above = code.syntax.parent(call);
        bare && above.is_some_and(|above| code.syntax.kind(above) == Kind::ExpressionStatement)
    });
    let compared = code.syntax.parent(using.node).is_some_and(|above| {
        code.syntax.kind(above) == Kind::BinaryExpression
            && code.syntax.children(above).any(|side| code.syntax.kind(side) == Kind::Nil)
    });
    !opens && !compared && using.kind != UseKind::Written
}
