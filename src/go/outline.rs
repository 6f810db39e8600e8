//! What a file consists of: package, imports and top-level declarations, with the words that each one holds.
//!
//! A pure value over byte offsets of one file. It does NOT parse expressions or statements; how the text is split is in
//! `split`, what precedes the package clause in `header`.

use super::header::Constraint;
use super::line_map::LineMap;
use super::mask::Mask;
use super::types::Name;
use super::words::{WordSet, WordSite, Words};
use crate::model::Span;
use std::fmt;
use std::ops::Range;

/// A file taken apart into declarations.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The name in the package clause; empty without one.
    pub package: Name,
    /// Imports in source order.
    pub imports: Vec<Import>,
    /// Top-level declarations in source order. They do not overlap, and between them stand only comments, semicolons and
    /// the package clause.
    pub declarations: Vec<Declaration>,
    /// Whether the file says that it is generated (`// Code generated ... DO NOT EDIT.` before the package clause).
    pub generated: bool,
    /// Whether some comment looks like a directive to a linter.
    pub linter_directives: bool,
    /// The build constraint, if there is one.
    pub constraint: Option<Constraint>,
    /// Which lines are taken for lines of other files.
    pub line_map: LineMap,
    /// What must be replaced before parsing, ascending and apart.
    pub masks: Vec<Mask>,
    /// What is wrong with the text as far as the lexer can see; at most [`Outline::MAX_PROBLEMS`] of them.
    pub problems: Vec<OutlineProblem>,
    /// How many more problems there were.
    pub problems_left_out: u32,
    /// The words that were looked for, ascending by offset.
    pub word_sites: Vec<WordSite>,
}

impl Outline {
    /// How many problems are kept; the rest is counted.
    pub const MAX_PROBLEMS: usize = 100;
    /// How many declarations are told apart; what follows in the file is one declaration of unknown kind and a problem.
    pub const MAX_DECLARATIONS: usize = 200_000;

    /// The declaration that holds byte `offset`.
    pub fn declaration_at(&self, offset: usize) -> Option<&Declaration> {
        let after = self.declarations.partition_point(|declaration| declaration.span.start <= offset);
        self.declarations[..after].last().filter(|declaration| offset < declaration.span.end)
    }

    /// The index of the first declaration that holds some of 1-based `line`.
    pub fn declaration_at_line(&self, line: u32) -> Option<usize> {
        let index = self.declarations.partition_point(|declaration| declaration.lines.1 < line);
        self.declarations.get(index).filter(|declaration| declaration.lines.0 <= line).map(|_| index)
    }
}

/// One import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name before the path, also `.` and `_`; most imports have none.
    pub name: Option<Name>,
    /// The import path without quotes.
    pub path: Name,
    /// Name and path in the text.
    pub span: Span,
}

/// One top-level declaration.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// From the keyword to the last token; the doc comment and the semicolon are left out.
    pub span: Span,
    /// What it declares.
    pub kind: DeclarationKind,
    /// The declared name; of a group or a list the first one; empty for imports and unknown text.
    pub name: Name,
    /// The receiver of a method.
    pub receiver: Option<Receiver>,
    /// Whether it is a function with type parameters, or a method of a type or with type parameters.
    pub generic: bool,
    /// 1-based line of the token after `func`, which is what profiles call the start line; for other kinds the first line.
    pub function_line: u32,
    /// First and last 1-based line of the span.
    pub lines: (u32, u32),
    /// The body of a function from `{` to `}`, or to the end of the span where the brace is missing.
    pub body: Option<Span>,
    /// 1-based line of the token after each `func` keyword in the body or initialiser: function literals, and function
    /// types there.
    pub literals: Vec<u32>,
    /// 1-based line of each `for` keyword.
    pub loops: Vec<u32>,
    /// The words that it holds.
    pub words: WordSet,
    /// Where they stand: a range of [`Outline::word_sites`].
    pub word_sites: Range<usize>,
}

/// What a declaration declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeclarationKind {
    /// `func F`
    Function,
    /// `func (r R) M`
    Method,
    /// `type`
    Type,
    /// `var`
    Var,
    /// `const`
    Const,
    /// `import`
    Import,
    /// Text that begins no declaration, such as what follows a brace too many.
    Unknown,
}

/// The receiver of a method declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// The name of its base type, without type parameters.
    pub type_name: Name,
    /// Whether it is a pointer.
    pub pointer: bool,
}

/// Something that the lexer or the nesting shows to be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineProblem {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: OutlineProblemKind,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineProblemKind {
    /// A string or rune does not end on its line.
    UnclosedLiteral,
    /// A backquote has no second one.
    UnclosedRawString,
    /// A comment has no `*/`.
    UnclosedComment,
    /// The next declaration begins, or the file ends, before all brackets of this one are closed.
    UnclosedDeclaration,
    /// The text is no declaration.
    NotADeclaration,
    /// The file has more declarations than are told apart.
    TooManyDeclarations,
}

impl fmt::Display for OutlineProblemKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            OutlineProblemKind::UnclosedLiteral => "this literal does not end on its line",
            OutlineProblemKind::UnclosedRawString => "this raw string has no closing backquote",
            OutlineProblemKind::UnclosedComment => "this comment has no closing */",
            OutlineProblemKind::UnclosedDeclaration => "a bracket of this declaration is not closed",
            OutlineProblemKind::NotADeclaration => "this is no Go declaration",
            OutlineProblemKind::TooManyDeclarations => {
                "this file has too many declarations to tell them apart from here on"
            }
        })
    }
}

/// Takes `text` apart. Linear in its length for any bytes; offsets are 32 bits, so the caller refuses files of 4 GiB.
///
/// A declaration ends where its brackets close. One whose brackets do not close ends before the next line that surely
/// begins another one in the first column: `func name(`, `func (receiver) name(`, `import "..."`, or `var`, `type` and
/// `const` when nothing but declarations follow. Code that gofmt did not format is therefore split by nesting alone.
pub fn outline(text: &[u8], words: &Words) -> Outline {
    super::split::split(text, words)
}
