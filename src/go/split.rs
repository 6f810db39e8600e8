//! Splits a file into declarations in one pass over its tokens, and survives missing and extra brackets.
//!
//! It does NOT read types or expressions: names and receivers come from `head`, masks from `mask`.

use super::head::{Head, read_head};
use super::lexer::{Lexer, Unclosed};
use super::line_map::read_line_map;
use super::outline::{Declaration, DeclarationKind, Import, Outline, OutlineProblem, OutlineProblemKind};
use super::token::{Token, TokenKind};
use super::words::{WordId, WordSet, WordSite, Words};
use super::{head, header, imports, mask};
use crate::model::Span;
use TokenKind as T;

/// See [`super::outline::outline`].
pub(super) fn split(text: &[u8], words: &Words) -> Outline {
    let mut splitter = Splitter {
        words,
        outline: Outline::default(),
        phase: Phase::Between,
        draft: draft(DeclarationKind::Unknown, Token { kind: T::End, start: 0, end: 0, line: 1 }),
        depth: 0,
        last: Last { kind: T::Semicolon, end: 0, line: 1 },
        after_func: false,
        indented: false,
        verdict: None,
    };
    let mut lexer = Lexer::new(text);
    let package_start = splitter.package_clause(&mut lexer);
    let preamble = header::read_header(text.get(..package_start).unwrap_or_default());
    splitter.outline.generated = preamble.generated;
    splitter.outline.constraint = preamble.constraint;
    splitter.run(&mut lexer);
    if lexer.has_line_directives() {
        splitter.outline.line_map = read_line_map(text);
    }
    splitter.outline.linter_directives = lexer.has_linter_directives();
    splitter.outline
}

/// Where in the file the pass is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Outside of any declaration.
    Between,
    /// In a function's signature; all brackets count.
    Signature,
    /// In a function's body; only braces count, so that a lost parenthesis does no harm.
    Body,
    /// In another declaration, which ends with its statement; all brackets count.
    Statement,
    /// In text that is no declaration; it ends where one begins.
    Unknown,
}

/// The token before.
struct Last {
    kind: TokenKind,
    end: u32,
    line: u32,
}

struct Splitter<'words> {
    words: &'words Words,
    outline: Outline,
    phase: Phase,
    /// The declaration that is being read, unless `Between`.
    draft: Declaration,
    depth: u32,
    last: Last,
    after_func: bool,
    /// Whether the file's first declaration is indented: such a file is not formatted and is split by nesting alone.
    indented: bool,
    /// What `only_declarations_follow` found, for all offsets before the first member.
    verdict: Option<(u32, bool)>,
}

impl Splitter<'_> {
    /// Reads the package clause, if the file begins with one, and says where it stands.
    fn package_clause(&mut self, lexer: &mut Lexer<'_>) -> usize {
        let mut ahead = *lexer;
        let mut token = ahead.next();
        while token.kind == T::Semicolon {
            token = ahead.next();
        }
        if token.kind != T::Package {
            return token.start as usize;
        }
        let start = token.start as usize;
        let before_name = ahead;
        let name = ahead.next();
        if name.kind == T::Identifier {
            self.outline.package = head::name(ahead.bytes(name));
            *lexer = ahead;
        } else {
            *lexer = before_name;
        }
        start
    }

    fn run(&mut self, lexer: &mut Lexer<'_>) {
        loop {
            let token = lexer.next();
            if let Some(unclosed) = lexer.take_unclosed() {
                self.note_unclosed(unclosed, token);
            }
            if !token.kind.shapes_declarations() && self.phase != Phase::Between {
                self.take_inner(token, lexer);
                self.last = Last { kind: token.kind, end: token.end, line: lexer.line() };
                continue;
            }
            let begins = token.kind.begins_declaration() && self.begins_here(token, lexer);
            if begins || self.phase == Phase::Between || token.kind == T::End {
                self.leave_unfinished();
                match token.kind {
                    T::End => break,
                    T::Semicolon => continue,
                    _ => self.begin(token, lexer),
                }
            }
            self.step(token, lexer);
            if self.phase != Phase::Between {
                self.last = Last { kind: token.kind, end: token.end, line: lexer.line() };
            }
        }
        read_imports(lexer.text(), &mut self.outline);
    }

    /// Whether a declaration begins with this keyword, given what is open.
    fn begins_here(&mut self, token: Token, lexer: &Lexer<'_>) -> bool {
        let first_column = lexer.in_first_column(token);
        match self.phase {
            Phase::Between => true,
            _ if self.outline.declarations.len() >= Outline::MAX_DECLARATIONS => false,
            Phase::Unknown if self.depth == 0 && self.last.kind == T::Semicolon => first_column || self.indented,
            _ => first_column && self.surely_begins(token, lexer),
        }
    }

    /// Whether a keyword in the first column begins a declaration although the brackets before it are not closed.
    fn surely_begins(&mut self, token: Token, lexer: &Lexer<'_>) -> bool {
        match token.kind {
            T::Func => head::is_function_head(*lexer),
            T::Import => head::is_import(*lexer),
            _ => match self.verdict {
                Some((until, verdict)) if token.start < until => verdict,
                _ => {
                    let found = only_declarations_follow(*lexer);
                    self.verdict = Some(found);
                    found.1
                }
            },
        }
    }

    /// Opens a declaration at its first token.
    fn begin(&mut self, token: Token, lexer: &Lexer<'_>) {
        if self.outline.declarations.is_empty() {
            self.indented = !lexer.in_first_column(token) && lexer.is_first_on_line(token);
        }
        let overflow = self.outline.declarations.len() + 1 >= Outline::MAX_DECLARATIONS;
        let head = if overflow { None } else { read_head(token, *lexer) };
        self.depth = 0;
        self.after_func = false;
        self.phase = match head.as_ref().map(|head| head.kind) {
            None => Phase::Unknown,
            Some(DeclarationKind::Function | DeclarationKind::Method) => Phase::Signature,
            Some(_) => Phase::Statement,
        };
        self.draft = draft(DeclarationKind::Unknown, token);
        self.draft.word_sites.start = self.outline.word_sites.len();
        if let Some(Head { kind, name, receiver, generic, function_line, type_parameters }) = head {
            self.draft.kind = kind;
            self.draft.name = name;
            self.draft.receiver = receiver;
            self.draft.generic = generic;
            self.draft.function_line = function_line;
            self.outline.masks.extend(type_parameters.map(mask::type_parameters));
        } else {
            let kind =
                if overflow { OutlineProblemKind::TooManyDeclarations } else { OutlineProblemKind::NotADeclaration };
            self.note(kind, Span::new(token.start as usize, token.end as usize));
        }
    }

    /// Takes a token of the open declaration of which at most the word matters.
    #[inline]
    fn take_inner(&mut self, token: Token, lexer: &Lexer<'_>) {
        if self.after_func {
            self.after_func = false;
            self.draft.literals.push(token.line);
        }
        if token.kind != T::Identifier {
            if let Some(word) = self.words.fixed(token.kind) {
                self.note_word(token, word);
            }
            return;
        }
        let bytes = lexer.bytes(token);
        if let Some(word) = self.words.identifier(bytes) {
            self.note_word(token, word);
            if self.last.kind == T::Define
                && let Some(defining) = self.words.defining(word)
            {
                self.note_word(token, defining);
            }
        }
        if mask::is_candidate(bytes) && self.last.kind != T::Dot && self.phase != Phase::Signature {
            self.outline.masks.extend(mask::call_without_type(token, *lexer));
        }
    }

    /// Takes any token of the open declaration.
    fn step(&mut self, token: Token, lexer: &Lexer<'_>) {
        if token.kind == T::Semicolon {
            if self.depth == 0 && self.phase != Phase::Unknown {
                self.finish(self.last.end, self.last.line);
            }
            return;
        }
        self.take_inner(token, lexer);
        if let Some(word) = self.words.element(self.last.kind, token) {
            self.note_word(token, word);
        }
        match token.kind {
            T::BraceOpen => self.open_brace(token),
            T::BraceClose => self.close_brace(token, lexer),
            T::ParenOpen | T::BracketOpen if self.phase != Phase::Body => self.depth += 1,
            T::ParenClose | T::BracketClose if self.phase != Phase::Body => self.depth = self.depth.saturating_sub(1),
            T::Func => {
                let initialiser = self.phase == Phase::Statement && self.draft.kind == DeclarationKind::Var;
                self.after_func = self.phase == Phase::Body || initialiser;
            }
            T::For => self.draft.loops.push(token.line),
            T::Dot => {
                if let Some(word) = self.words.assertion(token, *lexer) {
                    self.note_word(token, word);
                }
            }
            _ => {}
        }
    }

    fn open_brace(&mut self, token: Token) {
        let of_type = matches!(self.last.kind, T::Struct | T::Interface);
        if self.phase == Phase::Signature && self.depth == 0 && !of_type {
            self.phase = Phase::Body;
            self.draft.body = Some(Span::new(token.start as usize, token.end as usize));
        }
        self.depth += 1;
    }

    fn close_brace(&mut self, token: Token, lexer: &Lexer<'_>) {
        self.depth = self.depth.saturating_sub(1);
        if self.phase == Phase::Body && self.depth == 0 {
            self.finish(token.end, lexer.line());
        }
    }

    /// Closes what is open where another declaration or the end of the file cuts it off.
    fn leave_unfinished(&mut self) {
        if self.phase == Phase::Between {
            return;
        }
        if self.phase != Phase::Unknown {
            self.note(
                OutlineProblemKind::UnclosedDeclaration,
                Span::new(self.draft.span.start, self.last.end as usize),
            );
        }
        self.finish(self.last.end, self.last.line);
    }

    /// Closes the open declaration at offset `end`, which lies on `line`.
    fn finish(&mut self, end: u32, line: u32) {
        let empty = draft(DeclarationKind::Unknown, Token { kind: T::End, start: end, end, line });
        let mut declaration = std::mem::replace(&mut self.draft, empty);
        declaration.span.end = end as usize;
        declaration.lines.1 = line;
        declaration.word_sites.end = self.outline.word_sites.len();
        if let Some(body) = &mut declaration.body {
            body.end = end as usize;
        }
        self.outline.declarations.push(declaration);
        self.phase = Phase::Between;
        self.last.kind = T::Semicolon;
    }

    #[inline]
    fn note_word(&mut self, token: Token, word: WordId) {
        self.draft.words.insert(word);
        self.outline.word_sites.push(WordSite { at: token.start, word });
    }

    fn note_unclosed(&mut self, unclosed: Unclosed, token: Token) {
        let (kind, start) = match unclosed {
            Unclosed::String | Unclosed::Rune => (OutlineProblemKind::UnclosedLiteral, token.start),
            Unclosed::RawString => (OutlineProblemKind::UnclosedRawString, token.start),
            Unclosed::Comment(start) => (OutlineProblemKind::UnclosedComment, start),
        };
        self.note(kind, Span::new(start as usize, token.end.max(start) as usize));
    }

    fn note(&mut self, kind: OutlineProblemKind, span: Span) {
        if self.outline.problems.len() < Outline::MAX_PROBLEMS {
            self.outline.problems.push(OutlineProblem { span, kind });
        } else {
            self.outline.problems_left_out = self.outline.problems_left_out.saturating_add(1);
        }
    }
}

/// An empty declaration that begins at `token`.
fn draft(kind: DeclarationKind, token: Token) -> Declaration {
    Declaration {
        span: Span::new(token.start as usize, token.end as usize),
        kind,
        name: Default::default(),
        receiver: None,
        generic: false,
        function_line: token.line,
        lines: (token.line, token.line),
        body: None,
        literals: Vec::new(),
        loops: Vec::new(),
        words: WordSet::default(),
        word_sites: 0..0,
    }
}

/// Whether from a `var`, `type` or `const` in the first column on nothing but declarations follow up to the next function
/// or the end, and the offset up to which that is the answer. In a function body that gofmt did not format a statement or
/// the closing brace follows. Each stretch of text is looked at once, because the answer holds for all of it.
fn only_declarations_follow(mut lexer: Lexer<'_>) -> (u32, bool) {
    let (mut depth, mut expects_declaration) = (0_u32, false);
    loop {
        let token = lexer.next();
        let begins = token.kind.begins_declaration() && lexer.in_first_column(token);
        match token.kind {
            T::End => return (u32::MAX, true),
            T::Func if begins && head::is_function_head(lexer) => return (token.start, true),
            T::Import if begins => return (token.start, true),
            T::Var | T::Type | T::Const if begins => (depth, expects_declaration) = (0, false),
            T::Semicolon if depth == 0 => expects_declaration = true,
            _ if expects_declaration => return (token.start, false),
            T::ParenOpen | T::BracketOpen | T::BraceOpen => depth += 1,
            T::ParenClose | T::BracketClose | T::BraceClose if depth == 0 => return (token.start, false),
            T::ParenClose | T::BracketClose | T::BraceClose => depth -= 1,
            _ => {}
        }
    }
}

/// Reads the import specs out of the import declarations.
fn read_imports(text: &[u8], outline: &mut Outline) {
    for declaration in outline.declarations.iter().filter(|declaration| declaration.kind == DeclarationKind::Import) {
        let mut lexer = Lexer::at(text, declaration.span.start, declaration.lines.0).limited(declaration.span.end);
        let mut before: Option<Token> = None;
        loop {
            let token = lexer.next();
            match token.kind {
                T::End => break,
                T::Identifier | T::Dot => before = Some(token),
                T::String | T::RawString => {
                    let name = before.take();
                    let start = name.unwrap_or(token).start as usize;
                    outline.imports.push(Import {
                        name: name.map(|name| head::name(lexer.bytes(name))),
                        path: head::name(imports::unquoted(lexer.bytes(token))),
                        span: Span::new(start, token.end as usize),
                    });
                }
                _ => before = None,
            }
        }
    }
}
