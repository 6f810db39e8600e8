//! For which lines directives hold that have a line of their own: the declaration, statement or element behind each.

use super::Scope;
use crate::go::kinds::Kind;
use crate::go::mask::masked;
use crate::go::outline::{Declaration, Outline};
use crate::go::syntax::{Syntax, parse, parser};
use crate::go::token::{Token, TokenKind};
use crate::model::Source;

/// The lines of what begins with each of `tokens`, which are in the order of the text and the first on their lines: as much as
/// begins there. Of code that does not parse it is the line alone. A declaration is parsed once, and only if a token stands in it.
pub(super) fn scopes(source: &Source, outline: &Outline, tokens: &[Token]) -> Vec<Scope> {
    let within = |token: &Token| declaration_around(outline, token.start as usize);
    let mut scopes = Vec::with_capacity(tokens.len());
    for tokens in tokens.chunk_by(|a, b| within(a) == within(b)) {
        let declaration = tokens.first().and_then(within).and_then(|index| outline.declarations.get(index));
        match declaration {
            Some(declaration) => scopes.extend(scopes_within(source, outline, declaration, tokens)),
            None => scopes.extend(tokens.iter().map(|token| match token.kind {
                TokenKind::Package => Scope::File,
                _ => line_of(source, *token),
            })),
        }
    }
    scopes
}

fn line_of(source: &Source, token: Token) -> Scope {
    let line = source.line_at(token.start as usize);
    Scope::Lines(line, line)
}

/// The declaration that byte `at` lies in, by index.
fn declaration_around(outline: &Outline, at: usize) -> Option<usize> {
    let after = outline.declarations.partition_point(|declaration| declaration.span.start <= at);
    after.checked_sub(1).filter(|index| at < outline.declarations[*index].span.end)
}

fn scopes_within(source: &Source, outline: &Outline, declaration: &Declaration, tokens: &[Token]) -> Vec<Scope> {
    let span = declaration.span;
    let masked = masked(&source.text, outline);
    let is_first = |token: &Token| token.start as usize == span.start;
    // Most directives stand above a whole declaration.
    let inside = tokens.iter().any(|token| !is_first(token));
    let texts = source.text.get(span.start..span.end).zip(masked.get(span.start..span.end)).filter(|_| inside);
    let parsed = texts.and_then(|(original, masked)| Some((original, parse(&mut parser().ok()?, masked).ok()?)));
    let syntax = parsed.as_ref().map(|(original, tree)| Syntax::new(tree, original, span.start));
    let scope = |token: &Token| {
        let start = token.start as usize;
        let first = source.line_at(start);
        if is_first(token) {
            return Scope::Lines(first, declaration.lines.1.max(first));
        }
        let end = syntax.as_ref().and_then(|syntax| end_of_node(syntax, start)).unwrap_or(start);
        Scope::Lines(first, source.line_at(end.saturating_sub(1).max(start)))
    };
    tokens.iter().map(scope).collect()
}

/// The end of the largest node that begins at byte `start`.
fn end_of_node(syntax: &Syntax, start: usize) -> Option<usize> {
    let mut node = syntax.at(start).filter(|node| syntax.span(*node).start == start)?;
    while let Some(parent) = syntax.parent(node) {
        // The statements of a block are a node that begins with the first of them.
        if syntax.span(parent).start != start || syntax.kind(parent) == Kind::StatementList {
            break;
        }
        node = parent;
    }
    Some(syntax.span(node).end)
}
