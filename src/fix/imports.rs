//! The imports of a mended file: those that the new code needs come, those that nothing names any more go.
//!
//! An import block is written anew line by line, in gofmt's order, with everything in it that is neither new nor gone.

use super::parsed::Parsed;
use crate::go::bindings;
use crate::go::lexer::Lexer;
use crate::go::outline::{Declaration, DeclarationKind, Import};
use crate::go::token::TokenKind;
use crate::model::{Edit, Span};

/// The imports of `after`, by index, that the code of `before` named and that of `after` does not.
pub(super) fn gone(before: &Parsed, after: &Parsed) -> Vec<usize> {
    let (used_before, used_now) = (before.used_imports(), after.used_imports());
    let was_used = |import: &Import| {
        let same = |other: &Import| (&other.name, &other.path) == (&import.name, &import.path);
        before.outline.imports.iter().zip(&used_before).any(|(other, used)| *used && same(other))
    };
    let may_go = |import: &Import| {
        let known = bindings::Import { name: import.name.clone(), path: import.path.clone() };
        known.known_as().is_some() && *import.path != *"C" && was_used(import)
    };
    let imports = after.outline.imports.iter().enumerate();
    imports.filter(|(index, import)| !used_now[*index] && may_go(import)).map(|(index, _)| index).collect()
}

/// The edits that import the `wanted` paths, sorted, and drop those that are `gone`. `None` where a comment would be lost, or
/// the imports are written in a way that nobody writes them.
pub(super) fn edits(parsed: &Parsed, wanted: &[&str], gone: &[usize]) -> Option<Vec<Edit>> {
    let imports = &parsed.outline.imports;
    let missing: Vec<&str> =
        wanted.iter().filter(|path| !imports.iter().any(|import| is_plain(import, path))).copied().collect();
    let declarations: Vec<Block> = parsed
        .outline
        .declarations
        .iter()
        .filter(|declaration| declaration.kind == DeclarationKind::Import)
        .map(|declaration| Block::new(parsed, declaration))
        .collect();
    let home = (!missing.is_empty()).then(|| home(&declarations, imports)).flatten();
    let mut edits = Vec::new();
    for (index, block) in declarations.iter().enumerate() {
        let come: &[&str] = if home == Some(index) { &missing } else { &[] };
        let loses = block.imports.iter().any(|import| gone.contains(import));
        if loses || !come.is_empty() {
            edits.extend(block.rewritten(parsed, come, gone, declarations.len() > 1)?);
        }
    }
    if home.is_none() && !missing.is_empty() {
        edits.push(new_declaration(parsed, &missing));
        edits.sort();
    }
    Some(edits)
}

/// Whether the import makes this path known under its own name.
fn is_plain(import: &Import, path: &str) -> bool {
    *import.path == *path && !import.name.as_deref().is_some_and(|name| matches!(name, "_" | "."))
}

fn is_standard(path: &str) -> bool {
    !path.split('/').next().is_some_and(|first| first.contains('.')) && path != "C"
}

/// The declaration that new imports go to: one with standard packages before others, a block before a single import.
fn home(declarations: &[Block], imports: &[Import]) -> Option<usize> {
    let rank = |block: &Block| {
        let paths = || block.imports.iter().map(|import| &*imports[*import].path);
        if paths().any(|path| path == "C") {
            return None;
        }
        Some((block.lines.is_none(), !paths().any(is_standard)))
    };
    let ranked = declarations.iter().enumerate().filter_map(|(index, block)| Some((rank(block)?, index)));
    ranked.min().map(|(_, index)| index)
}

/// One import declaration.
struct Block {
    span: Span,
    /// Those in it, by index.
    imports: Vec<usize>,
    /// The lines between its parentheses; `None` for a single import without them, or lines that cannot be told apart.
    lines: Option<Vec<Line>>,
    grouped: bool,
}

/// One line of a block.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    Blank,
    /// Nothing but a comment, as written.
    Comment(String),
    /// An import and what follows it on the line.
    Import {
        index: Option<usize>,
        path: String,
        text: String,
        has_comment: bool,
    },
}

impl Block {
    fn new(parsed: &Parsed, declaration: &Declaration) -> Block {
        let span = declaration.span;
        let imports: Vec<usize> = (0..parsed.outline.imports.len())
            .filter(|index| span.contains(parsed.outline.imports[*index].span))
            .collect();
        let text = &parsed.text[span.start..span.end];
        let grouped = text.ends_with(b")");
        let lines = if grouped { Block::lines(parsed, span, &imports) } else { None };
        Block { span, imports, lines, grouped }
    }

    fn lines(parsed: &Parsed, span: Span, imports: &[usize]) -> Option<Vec<Line>> {
        let text = std::str::from_utf8(&parsed.text[span.start..span.end]).ok()?;
        let (first, rest) = text.split_once('\n')?;
        (first.split_whitespace().collect::<String>() == "import(").then_some(())?;
        let mut at = span.start + first.len() + 1;
        let mut lines = Vec::new();
        for line in rest.split_inclusive('\n') {
            let trimmed = line.trim();
            let here = Span::new(at, at + line.len());
            let mut on_line = imports.iter().filter(|index| here.contains(parsed.outline.imports[**index].span));
            match (on_line.next(), on_line.next()) {
                (None, _) if trimmed == ")" => return Some(lines),
                (None, _) if trimmed.is_empty() => lines.push(Line::Blank),
                (None, _) if trimmed.starts_with("//") => lines.push(Line::Comment(trimmed.to_owned())),
                (Some(index), None) => {
                    let import = &parsed.outline.imports[*index];
                    let before = text.get(at - span.start..import.span.start - span.start)?;
                    let behind = text.get(import.span.end - span.start..here.end - span.start)?.trim();
                    (before.trim().is_empty() && (behind.is_empty() || behind.starts_with("//"))).then_some(())?;
                    let has_comment = !behind.is_empty() || matches!(lines.last(), Some(Line::Comment(_)));
                    let path = import.path.to_string();
                    lines.push(Line::Import { index: Some(*index), path, text: trimmed.to_owned(), has_comment });
                }
                _ => return None,
            }
            at += line.len();
        }
        None
    }

    /// The declaration with new imports and without gone ones.
    fn rewritten(&self, parsed: &Parsed, come: &[&str], gone: &[usize], has_siblings: bool) -> Option<Vec<Edit>> {
        let ending = line_ending(parsed.text);
        if !self.grouped {
            return self.single(parsed, come, gone, has_siblings);
        }
        let mut lines = self.lines.clone()?;
        let goes = |line: &Line| matches!(line, Line::Import { index: Some(index), .. } if gone.contains(index));
        if lines.iter().any(|line| goes(line) && matches!(line, Line::Import { has_comment: true, .. })) {
            return None;
        }
        // New ones first: they find their block by the standard packages that may go from it.
        come.iter().for_each(|path| insert(&mut lines, path));
        lines.retain(|line| !goes(line));
        let mut tidy: Vec<Line> = Vec::new();
        for line in lines {
            if line != Line::Blank || tidy.last().is_some_and(|last| *last != Line::Blank) {
                tidy.push(line);
            }
        }
        if tidy.last() == Some(&Line::Blank) {
            tidy.pop();
        }
        if !tidy.iter().any(|line| matches!(line, Line::Import { .. })) {
            return if tidy.is_empty() { self.removed(parsed) } else { None };
        }
        let mut text = format!("import ({ending}");
        for line in tidy {
            match line {
                Line::Blank => {}
                Line::Comment(comment) => text.push_str(&format!("\t{comment}")),
                Line::Import { text: import, .. } => text.push_str(&format!("\t{import}")),
            }
            text.push_str(ending);
        }
        text.push(')');
        Some(vec![Edit { span: self.span, text }])
    }

    /// A declaration of one import without parentheses.
    fn single(&self, parsed: &Parsed, come: &[&str], gone: &[usize], has_siblings: bool) -> Option<Vec<Edit>> {
        let ending = line_ending(parsed.text);
        let import = &parsed.outline.imports[*self.imports.first()?];
        let old = std::str::from_utf8(&parsed.text[import.span.start..import.span.end]).ok()?;
        let goes = self.imports.iter().any(|index| gone.contains(index));
        if come.is_empty() {
            return self.removed(parsed);
        }
        if goes {
            self.is_uncommented(parsed).then_some(())?;
            return Some(vec![Edit { span: self.span, text: declared(come, None, ending) }]);
        }
        let line_end = end_of_line(parsed.text, self.span.end);
        if has_siblings || !self.is_uncommented(parsed) {
            let lines: String = come.iter().map(|path| format!("{ending}import \"{path}\"")).collect();
            return Some(vec![Edit { span: Span::new(line_end, line_end), text: lines }]);
        }
        let text = declared(come, Some((old, &import.path)), ending);
        Some(vec![Edit { span: self.span, text }])
    }

    /// The declaration gone, with its line and one of the blank ones around it.
    fn removed(&self, parsed: &Parsed) -> Option<Vec<Edit>> {
        self.is_uncommented(parsed).then_some(())?;
        let text = parsed.text;
        let start = start_of_line(text, self.span.start);
        let next = (end_of_line(text, self.span.end)..text.len())
            .find(|at| text[*at] == b'\n')
            .map_or(text.len(), |at| at + 1);
        let after_next = (next..text.len()).find(|at| text[*at] == b'\n').map_or(text.len(), |at| at + 1);
        let is_blank = |from: usize, to: usize| text[from..to].iter().all(u8::is_ascii_whitespace);
        let before_is_blank = start == 0 || is_blank(start_of_line(text, start - 1), start);
        let end = if before_is_blank && is_blank(next, after_next) { after_next } else { next };
        Some(vec![Edit { span: Span::new(start, end), text: String::new() }])
    }

    /// Whether nothing stands beside it on its lines, and no comment directly above it.
    fn is_uncommented(&self, parsed: &Parsed) -> bool {
        let text = parsed.text;
        let start = start_of_line(text, self.span.start);
        let above = if start == 0 { &[][..] } else { &text[start_of_line(text, start - 1)..start] };
        let above = above.trim_ascii();
        let commented = above.starts_with(b"//") || above.ends_with(b"*/");
        let inside = &text[self.span.start..self.span.end];
        let comment_inside = inside.windows(2).any(|two| two == b"/*");
        let beside = [&text[start..self.span.start], &text[self.span.end..end_of_line(text, self.span.end)]];
        !commented && !comment_inside && beside.iter().all(|text| text.iter().all(u8::is_ascii_whitespace))
    }
}

/// Puts an import where gofmt would sort it, among the standard packages.
fn insert(lines: &mut Vec<Line>, path: &str) {
    let new = Line::Import { index: None, path: path.to_owned(), text: format!("\"{path}\""), has_comment: false };
    let is_standard_line = |line: &Line| matches!(line, Line::Import { path, .. } if is_standard(path));
    let Some(some) = lines.iter().position(is_standard_line) else {
        let separated = lines.first().is_some_and(|first| *first != Line::Blank);
        lines.splice(0..0, std::iter::once(new).chain(separated.then_some(Line::Blank)));
        return;
    };
    let start = lines[..some].iter().rposition(|line| *line == Line::Blank).map_or(0, |blank| blank + 1);
    let end = lines[some..].iter().position(|line| *line == Line::Blank).map_or(lines.len(), |blank| some + blank);
    let later = |line: &Line| matches!(line, Line::Import { path: other, .. } if **other > *path);
    let mut at = lines[start..end].iter().position(later).map_or(end, |index| start + index);
    // A comment above an import is about that import.
    while at > start && at < end && matches!(lines[at - 1], Line::Comment(_)) {
        at -= 1;
    }
    lines.insert(at, new);
}

/// A declaration of these imports and of one that was there already, by its text and path.
fn declared(come: &[&str], old: Option<(&str, &str)>, ending: &str) -> String {
    let mut all: Vec<(bool, &str, String)> =
        come.iter().map(|path| (!is_standard(path), *path, format!("\"{path}\""))).collect();
    all.extend(old.map(|(text, path)| (!is_standard(path), path, text.to_owned())));
    all.sort();
    if let [(_, _, only)] = &*all {
        return format!("import {only}");
    }
    let mut text = format!("import ({ending}");
    let mut foreign = all.first().is_some_and(|(foreign, ..)| *foreign);
    for (is_foreign, _, import) in all {
        if is_foreign != foreign {
            text.push_str(ending);
            foreign = is_foreign;
        }
        text.push_str(&format!("\t{import}{ending}"));
    }
    text + ")"
}

/// A declaration behind the package clause, or behind the imports that must stay alone.
fn new_declaration(parsed: &Parsed, missing: &[&str]) -> Edit {
    let last = parsed.outline.declarations.iter().rfind(|declaration| declaration.kind == DeclarationKind::Import);
    let behind = last.map_or_else(|| end_of_package_clause(parsed.text), |last| last.span.end);
    let at = end_of_line(parsed.text, behind);
    let ending = line_ending(parsed.text);
    let text = format!("{ending}{ending}{}", declared(missing, None, ending));
    Edit { span: Span::new(at, at), text }
}

fn end_of_package_clause(text: &[u8]) -> usize {
    let mut lexer = Lexer::new(text);
    loop {
        match lexer.next() {
            token if token.kind == TokenKind::Package => return lexer.next().end as usize,
            token if token.kind == TokenKind::End => return text.len(),
            _ => {}
        }
    }
}

fn start_of_line(text: &[u8], at: usize) -> usize {
    text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1)
}

/// The end of the line's text, before its line ending.
fn end_of_line(text: &[u8], at: usize) -> usize {
    let newline = text[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |newline| at + newline);
    if newline > at && text[newline - 1] == b'\r' { newline - 1 } else { newline }
}

/// The line ending of the file's first line.
fn line_ending(text: &[u8]) -> &'static str {
    let first = text.iter().position(|byte| *byte == b'\n');
    if first.is_some_and(|at| at > 0 && text[at - 1] == b'\r') { "\r\n" } else { "\n" }
}
