//! The channels that a line sends to, receives from or selects among, and the buffers that they are declared with.
//!
//! It reads one file. A buffer is told where the `make` is in sight: the local variable's, the package variable's of the
//! same file, or that of the field in the only literal of its type there. What is not in sight is not guessed.

use super::bindings::{Bindings, Import, Reference, UseKind};
use super::kinds::{Field, Kind};
use super::mask::masked;
use super::outline::{Declaration, DeclarationKind, Outline};
use super::syntax::{NodeId, Syntax, parse, parser};
use crate::model::{Buffer, WaitOperation, WaitedChannel};

/// The channels that declaration `declaration` uses on 1-based `line` in this way. Empty where the declaration does not parse.
pub fn channels_at(
    text: &[u8],
    outline: &Outline,
    declaration: usize,
    line: u32,
    operation: WaitOperation,
) -> Vec<WaitedChannel> {
    let Some(declaration) = outline.declarations.get(declaration) else { return Vec::new() };
    let file = File { text, outline };
    let found = file.parsed(declaration, |syntax, bindings| {
        let mut channels: Vec<WaitedChannel> = used_on(syntax, declaration, line, operation)
            .into_iter()
            .map(|channel| WaitedChannel {
                name: String::from_utf8_lossy(syntax.text(channel)).into_owned(),
                operation,
                buffer: file.buffer_of(syntax, bindings, channel),
            })
            .collect();
        channels.sort();
        channels.dedup();
        channels
    });
    found.unwrap_or_default()
}

/// The channel expressions.
fn used_on(syntax: &Syntax, declaration: &Declaration, line: u32, operation: WaitOperation) -> Vec<NodeId> {
    let line_of = |offset: usize| {
        let before = syntax.source(declaration.span.start..offset);
        declaration.lines.0 + before.iter().filter(|byte| **byte == b'\n').count() as u32
    };
    let starts_here = |id: NodeId| line_of(syntax.span(id).start) == line;
    let here = |id: &NodeId| {
        let span = syntax.span(*id);
        (line_of(span.start)..=line_of(span.end)).contains(&line)
    };
    let all = |kind: Kind| syntax.ids().filter(move |id| syntax.kind(*id) == kind);
    match operation {
        WaitOperation::Send => all(Kind::SendStatement).filter(here).filter_map(|id| sent_to(syntax, id)).collect(),
        WaitOperation::Receive => {
            let received: Vec<NodeId> =
                all(Kind::UnaryExpression).filter(here).filter_map(|id| received_from(syntax, id)).collect();
            if !received.is_empty() {
                return received;
            }
            let ranges = all(Kind::RangeClause).filter(|id| starts_here(*id));
            ranges.filter_map(|id| syntax.child(id, Field::Right)).collect()
        }
        WaitOperation::Select => {
            let selects = all(Kind::SelectStatement).filter(|id| starts_here(*id));
            let cases = selects.flat_map(|id| syntax.children(id).collect::<Vec<_>>());
            let communications = cases.filter_map(|case| syntax.child(case, Field::Communication));
            communications
                .flat_map(|id| std::iter::once(id).chain(syntax.descendants(id)))
                .filter_map(|id| sent_to(syntax, id).or_else(|| received_from(syntax, id)))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn sent_to(syntax: &Syntax, id: NodeId) -> Option<NodeId> {
    (syntax.kind(id) == Kind::SendStatement).then(|| syntax.child(id, Field::Channel))?
}

fn received_from(syntax: &Syntax, id: NodeId) -> Option<NodeId> {
    let receives = syntax.kind(id) == Kind::UnaryExpression && syntax.has_token(id, b"<-");
    receives.then(|| syntax.child(id, Field::Operand))?
}

/// A file whose declarations are parsed as they are asked for.
struct File<'f> {
    text: &'f [u8],
    outline: &'f Outline,
}

impl File<'_> {
    /// What `read` makes of a declaration; `None` where it does not parse.
    fn parsed<R>(&self, declaration: &Declaration, read: impl FnOnce(&Syntax, &Bindings) -> R) -> Option<R> {
        let masked = masked(self.text, self.outline);
        let span = declaration.span;
        let tree = parse(&mut parser().ok()?, masked.get(span.start..span.end)?).ok()?;
        let syntax = Syntax::new(&tree, self.text.get(span.start..span.end)?, span.start);
        let imports: Vec<Import> = self
            .outline
            .imports
            .iter()
            .map(|import| Import { name: import.name.clone(), path: import.path.clone() })
            .collect();
        let bindings = Bindings::new(&syntax, &imports);
        Some(read(&syntax, &bindings))
    }

    fn buffer_of(&self, syntax: &Syntax, bindings: &Bindings, channel: NodeId) -> Option<Buffer> {
        let channel = syntax.unparenthesized(channel);
        if syntax.kind(channel) == Kind::SelectorExpression {
            let owner = syntax.child(channel, Field::Operand)?;
            let written = bindings.binding(bindings.binding_of(owner)?).written?;
            let owner_type = syntax.name(written).trim_start_matches('*').to_owned();
            let field = syntax.name(syntax.child(channel, Field::Field)?).to_owned();
            return self.field_made(&owner_type, &field);
        }
        match bindings.of(channel) {
            Reference::Binding(id) => {
                let written_again = bindings.uses(id).iter().any(|each| each.kind == UseKind::Written);
                let value = bindings.binding(id).value.filter(|_| !written_again)?;
                made(syntax, bindings, value)
            }
            Reference::Package => self.package_variable(syntax.name(channel)),
            _ => None,
        }
    }

    /// The `make` of a package variable of this file.
    fn package_variable(&self, name: &str) -> Option<Buffer> {
        let variables = self.outline.declarations.iter().filter(|each| each.kind == DeclarationKind::Var);
        variables.into_iter().find_map(|declaration| {
            let made_here = |syntax: &Syntax, bindings: &Bindings| {
                let specs = syntax.ids().filter(|id| syntax.kind(*id) == Kind::VarSpec);
                let of_one = |id: &NodeId| {
                    let mut names = syntax.children_in(*id, Field::Name);
                    names.next().is_some_and(|only| syntax.name(only) == name) && names.next().is_none()
                };
                let value = specs.filter(of_one).find_map(|id| syntax.child(id, Field::Value))?;
                let only = syntax.children(value).next().filter(|_| syntax.kind(value) == Kind::ExpressionList);
                made(syntax, bindings, only.unwrap_or(value))
            };
            self.parsed(declaration, made_here)?
        })
    }

    /// The `make` that the literals of a type in this file give a field; `None` where they give none or differ.
    fn field_made(&self, of_type: &str, field: &str) -> Option<Buffer> {
        let mut buffers: Vec<Option<Buffer>> = Vec::new();
        for declaration in &self.outline.declarations {
            let span = declaration.span;
            let text = self.text.get(span.start..span.end).unwrap_or_default();
            if !text.windows(8).any(|window| window == b"make(cha") {
                continue;
            }
            self.parsed(declaration, |syntax, bindings| {
                for literal in syntax.ids().filter(|id| syntax.kind(*id) == Kind::CompositeLiteral) {
                    let is_it = syntax.child(literal, Field::Type).is_some_and(|id| syntax.name(id) == of_type);
                    let Some(body) = syntax.child(literal, Field::Body).filter(|_| is_it) else { continue };
                    for element in syntax.children(body).filter(|id| syntax.kind(*id) == Kind::KeyedElement) {
                        let mut parts = syntax.children(element);
                        if let (Some(key), Some(value)) = (parts.next(), parts.next())
                            && syntax.name(key) == field
                        {
                            let value = syntax.children(value).next().unwrap_or(value);
                            buffers.push(made(syntax, bindings, value));
                        }
                    }
                }
            });
        }
        buffers.dedup();
        match buffers.as_slice() {
            [Some(buffer)] => Some(buffer.clone()),
            _ => None,
        }
    }
}

/// The buffer of `make(chan T)` and `make(chan T, n)`; `None` for every other expression.
fn made(syntax: &Syntax, bindings: &Bindings, expression: NodeId) -> Option<Buffer> {
    let call = syntax.call(syntax.unparenthesized(expression))?;
    let predeclared = bindings.of(call.function) == Reference::Predeclared && syntax.name(call.function) == "make";
    let channel = call.arguments.first().is_some_and(|id| syntax.kind(*id) == Kind::ChannelType);
    if !predeclared || !channel {
        return None;
    }
    Some(match call.arguments.get(1).map(|size| syntax.name(*size)) {
        None | Some("0") => Buffer::None,
        Some(size) => Buffer::Of(size.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::outline::outline;
    use crate::go::words::Words;

    const SOURCE: &str = "package p

var queue = make(chan int, 8)

type Pool struct{ jobs, results chan int }

func New(n int) *Pool {
	return &Pool{jobs: make(chan int), results: make(chan int, n)}
}

func (p *Pool) Run(given chan int) {
	local, changed := make(chan int, 2*3), 0
	local <- 1
	queue <- changed
	p.jobs <- 2
	given <- 3
	<-p.results
	for range local {
	}
	select {
	case local <- 1:
	case v := <-queue:
		_ = v
	case <-given:
	}
	other := make(chan int)
	other = make(chan int, 1)
	func() { other <- 1 }()
	make := func(chan int) chan int { return nil }
	_ = make
}
";

    fn on(line: u32, operation: WaitOperation) -> Vec<(String, Option<Buffer>)> {
        let outline = outline(SOURCE.as_bytes(), &Words::new(std::iter::empty::<&str>()));
        let declaration = outline.declaration_at_line(line).unwrap();
        let channels = channels_at(SOURCE.as_bytes(), &outline, declaration, line, operation);
        channels.into_iter().map(|channel| (channel.name, channel.buffer)).collect()
    }

    #[test]
    fn channels_are_named_with_the_buffer_that_is_in_sight() {
        let of = |size: &str| Some(Buffer::Of(size.to_owned()));
        let one = |name: &str, buffer| vec![(name.to_owned(), buffer)];
        assert_eq!(on(13, WaitOperation::Send), one("local", of("2*3")));
        assert_eq!(on(14, WaitOperation::Send), one("queue", of("8")));
        assert_eq!(on(15, WaitOperation::Send), one("p.jobs", Some(Buffer::None)));
        assert_eq!(on(16, WaitOperation::Send), one("given", None));
        assert_eq!(on(17, WaitOperation::Receive), one("p.results", of("n")));
        assert_eq!(on(18, WaitOperation::Receive), one("local", of("2*3")));
        let all = vec![("given".to_owned(), None), ("local".to_owned(), of("2*3")), ("queue".to_owned(), of("8"))];
        assert_eq!(on(20, WaitOperation::Select), all);
        assert_eq!(on(28, WaitOperation::Send), one("other", None), "it is made twice");
        assert_eq!(on(13, WaitOperation::Receive), vec![]);
        assert_eq!(on(13, WaitOperation::Lock), vec![]);
    }
}
