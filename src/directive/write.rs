//! Directives for findings that are there: where each goes, so that it holds for its finding, as little else as can be, and gofmt
//! leaves it where it is.

use super::align::{has_neighbours, in_one_column, realigned};
use super::read::{Directives, read};
use super::scope::scopes;
use super::{Form, Scope};
use crate::go::lexer::Lexer;
use crate::go::outline::{Outline, outline};
use crate::go::token::{Token, TokenKind as T};
use crate::go::words::Words;
use crate::model::{ChangedText, Edit, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A finding that shall stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToIgnore {
    /// Its rule.
    pub rule: String,
    /// What it reports.
    pub span: Span,
}

/// Why no directive was written for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unwritten {
    /// The line begins inside a literal or a comment, or has a comment already where the directive would go.
    NoRoom,
    /// The directive would not have held for its finding, or the code would have read otherwise.
    NoEffect,
}

impl Unwritten {
    /// A few words for people.
    pub fn words(self) -> &'static str {
        match self {
            Unwritten::NoRoom => "no place for a directive on or above its line",
            Unwritten::NoEffect => "a directive would not hold for it there",
        }
    }
}

/// What becomes of a file.
#[derive(Clone, Debug)]
pub struct WithIgnores {
    /// The text with the directives; `None` where none could be written.
    pub change: Option<ChangedText>,
    /// What was not written, parallel to what was wanted.
    pub unwritten: Vec<Option<Unwritten>>,
}

/// Taking a directive back changes for no other what it holds for, so that the second round is the last but for surprises.
const ROUNDS: usize = 4;

/// The file with a directive for each of `wanted`. Rules of one line share a directive.
pub fn with_ignores(source: &Source, outlined: &Outline, wanted: &[ToIgnore], reason: &str) -> WithIgnores {
    let mut lines: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, one) in wanted.iter().enumerate() {
        lines.entry(source.line_at(one.span.start)).or_default().push(index);
    }
    let file = File::new(source, outlined, lines.keys());
    let mut unwritten: Vec<Option<Unwritten>> = vec![None; wanted.len()];
    let mut edits: Vec<(Edit, Vec<usize>)> = Vec::new();
    for (line, indices) in lines {
        let rules: BTreeSet<&str> = indices.iter().map(|index| wanted[*index].rule.as_str()).collect();
        let rules: Vec<&str> = rules.into_iter().collect();
        let words = format!("//heaplint:ignore {} {reason}", rules.join(","));
        let last = indices.iter().map(|index| source.line_at(wanted[*index].span.end.saturating_sub(1))).max();
        match file.edit(line, last.unwrap_or(line), &words) {
            Some(edit) => edits.push((edit, indices)),
            None => indices.iter().for_each(|index| unwritten[*index] = Some(Unwritten::NoRoom)),
        }
    }
    // What does not hold is taken back, and what is left is looked at again.
    for _ in 0..ROUNDS {
        let mut plain: Vec<Edit> = edits.iter().map(|(edit, _)| edit.clone()).collect();
        let lines = plain.iter().filter(|edit| edit.text.ends_with('\n'));
        let above: BTreeSet<u32> = lines.map(|edit| source.line_at(edit.span.start)).collect();
        plain.extend(realigned(source, &file.last, &above));
        in_one_column(source, &file.last, &mut plain);
        plain.sort_by_key(|edit| edit.span);
        let change = ChangedText::of(&source.text, &plain);
        let idle = idle(source, &change, wanted, &edits);
        if idle.is_empty() {
            return WithIgnores { change: Some(change).filter(|_| !edits.is_empty()), unwritten };
        }
        for at in idle.into_iter().rev() {
            let (_, indices) = edits.remove(at);
            indices.iter().for_each(|index| unwritten[*index] = Some(Unwritten::NoEffect));
        }
    }
    edits.iter().flat_map(|(_, indices)| indices).for_each(|index| unwritten[*index] = Some(Unwritten::NoEffect));
    WithIgnores { change: None, unwritten }
}

/// The edits whose findings are not suppressed in the new text; all of them where the code itself would read otherwise.
fn idle(source: &Source, change: &ChangedText, wanted: &[ToIgnore], edits: &[(Edit, Vec<usize>)]) -> Vec<usize> {
    if !same_tokens(&source.text, &change.text) {
        return (0..edits.len()).collect();
    }
    let new = Source::new(source.path.clone(), change.text.clone());
    let outlined = outline(&new.text, &Words::new(std::iter::empty::<&str>()));
    let directives = read(&new, &outlined, &|_| true);
    let holds = |index: &usize| {
        let one = &wanted[*index];
        suppresses(&directives, &one.rule, new.line_at(change.moved(one.span.start)))
    };
    edits.iter().enumerate().filter(|(_, (_, indices))| !indices.iter().all(holds)).map(|(at, _)| at).collect()
}

fn suppresses(directives: &Directives, rule: &str, line: u32) -> bool {
    let names = |words: &[super::Word]| words.is_empty() || words.iter().any(|word| word.text == rule);
    let ours = directives.all.iter().filter(|one| matches!(one.form, Form::Ignore | Form::IgnoreFile));
    ours.into_iter().any(|one| one.scope.holds(line) && names(&one.words))
}

/// Whether the two texts are the same code: every token, comments aside.
fn same_tokens(old: &[u8], new: &[u8]) -> bool {
    let (mut a, mut b) = (Lexer::new(old), Lexer::new(new));
    loop {
        let (x, y) = (a.next(), b.next());
        if x.kind != y.kind || a.bytes(x) != b.bytes(y) {
            return false;
        }
        if x.kind == T::End {
            return true;
        }
    }
}

/// A file by its lines.
struct File<'f> {
    source: &'f Source,
    outline: &'f Outline,
    /// What a directive above each line would hold for.
    scopes: BTreeMap<u32, Scope>,
    /// The first token of each line that begins one.
    first: BTreeMap<u32, Token>,
    /// The end of the last token on each line.
    last: BTreeMap<u32, usize>,
    /// Lines that begin inside a token.
    inside: BTreeSet<u32>,
    /// Lines that are an element `key: value` of a literal or a member of a `var` or `const` group, or begin one.
    keyed: BTreeSet<u32>,
}

impl<'f> File<'f> {
    fn new<'l>(source: &'f Source, outline: &'f Outline, lines: impl Iterator<Item = &'l u32>) -> File<'f> {
        let (mut first, mut last, mut inside) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        let mut keys = Keys::default();
        let mut lexer = Lexer::new(&source.text);
        loop {
            let token = lexer.next();
            if token.kind == T::End {
                break;
            }
            if token.end == token.start {
                continue;
            }
            let line = source.line_at(token.start as usize);
            let end = source.line_at(token.end as usize - 1);
            keys.take(token, line);
            if !inside.contains(&line) {
                first.entry(line).or_insert(token);
            }
            inside.extend(line + 1..=end);
            last.insert(end, token.end as usize);
        }
        let tokens: Vec<(u32, Token)> = lines.filter_map(|line| Some((*line, *first.get(line)?))).collect();
        let all = scopes(source, outline, &tokens.iter().map(|(_, token)| *token).collect::<Vec<Token>>());
        let scopes = tokens.into_iter().map(|(line, _)| line).zip(all).collect();
        File { source, outline, scopes, first, last, inside, keyed: keys.keyed }
    }

    /// Above the line where that means the reported lines and no others; else behind its code; else above it all the same.
    /// Between elements of a literal or members of a group it goes behind the code or nowhere: gofmt sets their values in one column,
    /// and a line of its own would part them.
    fn edit(&self, line: u32, last_reported: u32, words: &str) -> Option<Edit> {
        let is_between =
            self.keyed.contains(&line) && line.checked_sub(1).is_some_and(|above| self.keyed.contains(&above));
        if is_between {
            return self.behind(line, words);
        }
        let above = self.above(line, words);
        let narrow = above.as_ref().is_some_and(|(_, scope)| match scope {
            Scope::Lines(_, last) => *last <= last_reported.max(line),
            _ => false,
        });
        match above {
            Some((edit, _)) if narrow => Some(edit),
            above => self.behind(line, words).or(above.map(|(edit, _)| edit)),
        }
    }

    /// On a line of its own, with what it would hold for.
    fn above(&self, line: u32, words: &str) -> Option<(Edit, Scope)> {
        let token = *self.first.get(&line)?;
        let closes = matches!(token.kind, T::BraceClose | T::ParenClose | T::BracketClose);
        let start = self.source.line_span(line)?.start;
        let indentation = self.source.text.get(start..token.start as usize)?;
        if closes || self.inside.contains(&line) || !indentation.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        let scope = *self.scopes.get(&line)?;
        let indentation = String::from_utf8_lossy(indentation);
        // gofmt puts a line between the words of a doc comment and a directive.
        let is_doc = self.is_documented(line);
        let separator = if is_doc { format!("{indentation}//\n") } else { String::new() };
        let text = format!("{separator}{indentation}{words}\n");
        Some((Edit { span: Span::new(start, start), text }, scope))
    }

    /// Whether the line above is a comment in words that belongs to a declaration, a member of a group or a field.
    fn is_documented(&self, line: u32) -> bool {
        let above = line.checked_sub(1).and_then(|above| self.source.line_span(above));
        let text = above.and_then(|span| self.source.text.get(span.start..span.end)).unwrap_or_default().trim_ascii();
        let token = self.first.get(&line).map_or(0, |token| token.start as usize);
        let body = |span: Option<Span>| span.is_some_and(|body| body.start < token && token < body.end);
        let in_code = self.outline.declaration_at(token).is_some_and(|declaration| body(declaration.body));
        text.starts_with(b"//") && !is_directive(text) && !in_code
    }

    /// Behind the code of the line, where no comment stands there or beside it: gofmt sets those of neighbours in one column.
    fn behind(&self, line: u32, words: &str) -> Option<Edit> {
        let end = *self.last.get(&line)?;
        // What follows the code may be a comment, or a literal that goes on.
        let cut = self.inside.contains(&(line + 1)) || self.has_comment_behind_code(line);
        if cut || has_neighbours(self.source, &self.last, line) {
            return None;
        }
        Some(Edit { span: Span::new(end, end), text: format!(" {words}") })
    }

    fn has_comment_behind_code(&self, line: u32) -> bool {
        let end = self.last.get(&line).zip(self.source.line_span(line));
        let behind = end.and_then(|(end, span)| self.source.text.get(*end..span.end));
        // A literal may begin there as well.
        behind.is_some_and(|text| text.trim_ascii_start().starts_with(b"/"))
    }
}

/// Finds the lines on which `key: value` begins, or a member of `var (` or `const (`.
#[derive(Default)]
struct Keys {
    keyed: BTreeSet<u32>,
    line: u32,
    /// Brackets that the line has opened and not closed.
    depth: usize,
    /// Whether the line begins with what has a colon of its own.
    is_clause: bool,
    /// Whether a colon stands outside of brackets, and nothing behind it yet.
    after_colon: bool,
    /// Whether `var` or `const` was the last token.
    after_keyword: bool,
    /// Brackets that are open in a group since its own, which counts; 0 outside of groups.
    group: usize,
}

impl Keys {
    fn take(&mut self, token: Token, line: u32) {
        if line != self.line {
            let keyed = std::mem::take(&mut self.keyed);
            let is_clause = matches!(token.kind, T::Case | T::Default);
            let Keys { group, after_keyword, .. } = *self;
            *self = Keys { keyed, line, is_clause, group, after_keyword, ..Keys::default() };
            if group == 1 && token.kind == T::Identifier {
                self.keyed.insert(line);
            }
        }
        let opens_group = std::mem::take(&mut self.after_keyword) && token.kind == T::ParenOpen;
        self.after_keyword = matches!(token.kind, T::Var | T::Const);
        if std::mem::take(&mut self.after_colon) && !self.is_clause {
            self.keyed.insert(line);
        }
        match token.kind {
            T::ParenOpen | T::BracketOpen | T::BraceOpen => {
                self.depth += 1;
                self.group += usize::from(opens_group || self.group > 0);
            }
            T::ParenClose | T::BracketClose | T::BraceClose => {
                self.depth = self.depth.saturating_sub(1);
                self.group = self.group.saturating_sub(1);
            }
            T::Colon => self.after_colon = self.depth == 0,
            _ => {}
        }
    }
}

/// Whether gofmt takes a comment for a directive: `//word:word`.
fn is_directive(comment: &[u8]) -> bool {
    let text = comment.strip_prefix(b"//").unwrap_or_default();
    let word = text.iter().take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()).count();
    word > 0
        && text.get(word) == Some(&b':')
        && text.get(word + 1).is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}
