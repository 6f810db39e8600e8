//! The directives of a file, each with the lines that it holds for.

use super::comment::{Form, NoDirective, Said, Word, read_comment};
use super::scope::scopes;
use crate::go::lexer::{Lexer, may_be_directive};
use crate::go::outline::Outline;
use crate::go::token::{Token, TokenKind as T};
use crate::model::{Source, Span};

/// More directives than this are not heard in one file.
pub const MOST_DIRECTIVES: usize = 10_000;

/// One directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The comment.
    pub span: Span,
    /// Its 1-based line.
    pub line: u32,
    /// How it is written.
    pub form: Form,
    /// The rules and groups that it names; none means all.
    pub words: Vec<Word>,
    /// Why, in somebody's words; empty where nobody said.
    pub reason: String,
    /// What it holds for.
    pub scope: Scope,
}

/// What a directive holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Findings that begin on these 1-based lines, both included.
    Lines(u32, u32),
    /// The whole file.
    File,
    /// Nothing: a blank line or the end of the file follows it.
    Nothing,
}

/// A comment that looks like a directive and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What to underline.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// Everything that the comments of a file say to heaplint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// In the order of the text.
    pub all: Vec<Directive>,
    /// Likewise.
    pub flaws: Vec<Flaw>,
    /// How many more there were than are heard.
    pub unheard: usize,
}

impl Directives {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.flaws.is_empty()
    }
}

impl Scope {
    /// Whether a finding that begins on this line is meant.
    pub fn holds(self, line: u32) -> bool {
        match self {
            Scope::Lines(first, last) => (first..=last).contains(&line),
            Scope::File => true,
            Scope::Nothing => false,
        }
    }
}

/// A `//` comment that may be a directive, and what stands around it.
struct Comment {
    span: Span,
    /// Whether it has its line to itself.
    alone: bool,
    /// The first token behind its group of comments, where nothing but comments stands between.
    before: Option<Token>,
}

/// Reads them. `is_rule` says which words name a rule or a group.
pub fn read(source: &Source, outline: &Outline, is_rule: &dyn Fn(&str) -> bool) -> Directives {
    let mut directives = Directives::default();
    let mut behind: Vec<(usize, Token)> = Vec::new();
    for comment in comments(&source.text) {
        let text = source.text.get(comment.span.start..comment.span.end).unwrap_or_default();
        let Some(said) = read_comment(text, comment.span.start, is_rule) else { continue };
        if directives.all.len() + directives.flaws.len() == MOST_DIRECTIVES {
            directives.unheard += 1;
            continue;
        }
        match said {
            Err(NoDirective { span, message, help }) => {
                directives.flaws.push(Flaw { span, message, help: help.to_owned() });
            }
            Ok(Said { form, words, reason }) => {
                let line = source.line_at(comment.span.start);
                let scope = match (form, comment.alone) {
                    (Form::IgnoreFile, _) => Scope::File,
                    (_, false) => Scope::Lines(line, line),
                    (_, true) => Scope::Nothing,
                };
                behind.extend(
                    comment.before.filter(|_| scope == Scope::Nothing).map(|token| (directives.all.len(), token)),
                );
                let span = trimmed(text, comment.span);
                directives.all.push(Directive { span, line, form, words, reason, scope });
            }
        }
    }
    let tokens: Vec<Token> = behind.iter().map(|(_, token)| *token).collect();
    for ((index, _), scope) in behind.into_iter().zip(scopes(source, outline, &tokens)) {
        directives.all[index].scope = scope;
    }
    directives
}

/// Without the blanks and the carriage return at its end.
fn trimmed(text: &[u8], span: Span) -> Span {
    Span::new(span.start, span.start + text.trim_ascii_end().len())
}

/// The comments that may be directives, in the order of the text. What lies between two tokens is blanks and comments.
fn comments(text: &[u8]) -> Vec<Comment> {
    let mut lexer = Lexer::new(text);
    let mut found = Vec::new();
    let mut from = 0;
    loop {
        let token = lexer.next();
        let until = token.start as usize;
        if from < until {
            gap(text, from, until, token, &mut found);
        }
        from = from.max(token.end as usize);
        if token.kind == T::End {
            return found;
        }
    }
}

/// The comments between `from` and `until`, where `token` stands.
fn gap(text: &[u8], from: usize, until: usize, token: Token, found: &mut Vec<Comment>) {
    let mut at = from;
    // The first of those comments that a group has with its end so far, if it reaches up to here.
    let mut open = found.len();
    let mut last_end = None;
    while at < until {
        let rest = &text[at..until];
        let end = match rest {
            [b'/', b'/', ..] => at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => {
                at + rest.windows(2).skip(2).position(|two| two == b"*/").map_or(rest.len(), |end| end + 4)
            }
            _ => {
                at += 1;
                continue;
            }
        };
        if last_end.is_some_and(|last| newlines(&text[last..at]) > 1) {
            open = found.len();
        }
        if rest.starts_with(b"//") && may_be_directive(&text[at + 2..end]) {
            let line_start = text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
            let alone = text[line_start..at].trim_ascii_start().iter().all(|byte| b"\xef\xbb\xbf".contains(byte));
            found.push(Comment { span: Span::new(at, end), alone, before: None });
        }
        last_end = Some(end);
        at = end.max(at + 1);
    }
    let is_code = !matches!(token.kind, T::End) && token.end > token.start;
    if is_code && last_end.is_some_and(|last| newlines(&text[last..until]) == 1) {
        found[open..].iter_mut().for_each(|comment| comment.before = Some(token));
    }
}

fn newlines(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte == b'\n').count()
}
