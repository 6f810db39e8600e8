//! The syntax tree of a file as indented text, for whoever writes queries: declaration by declaration, as a scan sees it.
//!
//! Named nodes, and tokens that are a field of their parent: what a query can tell apart. It does NOT make text harmless:
//! leaves are shortened to their line, and whoever prints them sees to control characters.

use super::kinds::{Field, Kind};
use super::mask::masked;
use super::outline::{Declaration, DeclarationKind, Outline, outline};
use super::syntax::{GrammarMismatch, NodeId, Syntax, parse, parser};
use super::words::Words;
use crate::model::{Source, Span};
use std::fmt::Write;

/// Characters of a leaf that are shown.
const LONGEST_LEAF: usize = 40;
/// Nodes inside each other are indented no further than this, so that hostile nesting stays readable in size.
const DEEPEST_INDENT: usize = 60;

/// A file's tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeText {
    /// The lines.
    pub text: String,
    /// How many declarations a scan passes over because of errors.
    pub broken: usize,
}

/// Writes the tree of every declaration, each under a line that says what it is.
///
/// # Errors
/// When the grammar does not fit the parser: a defect of the build.
pub fn tree_text(source: &Source) -> Result<TreeText, GrammarMismatch> {
    let mut parser = parser()?;
    let outline = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
    let masked = masked(&source.text, &outline);
    let mut out = TreeText { text: format!("package {}\n", outline.package), broken: 0 };
    for declaration in &outline.declarations {
        let Span { start, end } = declaration.span;
        let (Some(original), Some(masked)) = (source.text.get(start..end), masked.get(start..end)) else { continue };
        out.text.push_str(&heading(declaration, source));
        out.text.push_str(&notes(declaration.span, &outline, source));
        match parse(&mut parser, masked) {
            Ok(tree) => {
                let syntax = Syntax::new(&tree, original, start);
                if let Some(error) = syntax.error_spans().next() {
                    out.broken += 1;
                    let at = place(source, Span::new(error.start, error.end));
                    let _ = writeln!(out.text, "  ! syntax error at {at}: a scan passes over this declaration");
                }
                write_tree(&syntax, source, &mut out.text);
            }
            Err(error) => {
                out.broken += 1;
                let _ = writeln!(out.text, "  ! {error}");
            }
        }
    }
    Ok(out)
}

fn heading(declaration: &Declaration, source: &Source) -> String {
    let what = match declaration.kind {
        DeclarationKind::Function => "func",
        DeclarationKind::Method => "method",
        DeclarationKind::Type => "type",
        DeclarationKind::Var => "var",
        DeclarationKind::Const => "const",
        DeclarationKind::Import => "import",
        DeclarationKind::Unknown => "no declaration",
    };
    let receiver = declaration.receiver.as_ref().map_or(String::new(), |receiver| format!("{}.", receiver.type_name));
    let name = format!("{what} {receiver}{}", declaration.name);
    format!("\n{} {}\n", name.trim_end(), place(source, declaration.span))
}

/// What was hidden from the parser in a declaration, and what the lexer found wrong there.
fn notes(span: Span, outline: &Outline, source: &Source) -> String {
    let masks = outline.masks.iter().filter(|mask| span.contains(mask.span));
    let masks = masks
        .map(|mask| format!("  ~ {} is hidden from the parser, which cannot read it yet\n", place(source, mask.span)));
    let problems = outline.problems.iter().filter(|problem| span.contains(problem.span));
    let problems = problems.map(|problem| format!("  ! {}: {}\n", place(source, problem.span), problem.kind));
    masks.chain(problems).collect()
}

fn write_tree(syntax: &Syntax, source: &Source, out: &mut String) {
    // Preorder: what a node stands in has its depth already.
    let mut depths: Vec<usize> = Vec::new();
    for id in syntax.ids() {
        let depth = syntax.parent(id).map_or(0, |parent| depths[parent.index()] + 1);
        depths.push(depth);
        let is_shown = syntax.is_named(id) || syntax.field(id) != Field::Unnamed || syntax.is_missing(id);
        if depth > 0 && is_shown {
            out.push_str(&"  ".repeat(depth.min(DEEPEST_INDENT)));
            out.push_str(&node_line(syntax, id, source));
        }
    }
}

fn node_line(syntax: &Syntax, id: NodeId, source: &Source) -> String {
    let field = field_name(syntax.field(id)).map_or(String::new(), |field| format!("{field}: "));
    let kind = match kind_name(syntax.kind(id)) {
        Some(name) if syntax.is_missing(id) => format!("MISSING {name}"),
        Some(name) => name.to_owned(),
        None if syntax.is_missing(id) => "MISSING token".to_owned(),
        None if syntax.kind(id) == Kind::Error => "ERROR".to_owned(),
        None => format!("\"{}\"", shortened(syntax.text(id))),
    };
    let span = syntax.span(id);
    let is_leaf = syntax.tokens(id).next().is_none() && syntax.is_named(id);
    let leaf = if is_leaf { format!(" `{}`", shortened(syntax.text(id))) } else { String::new() };
    format!("{field}{kind} {}{leaf}\n", place(source, Span::new(span.start, span.end)))
}

fn kind_name(kind: Kind) -> Option<&'static str> {
    Kind::NAMED.iter().find(|(_, known)| *known == kind).map(|(name, _)| *name)
}

fn field_name(field: Field) -> Option<&'static str> {
    Field::NAMED.iter().find(|(_, known)| *known == field).map(|(name, _)| *name)
}

/// `3:1-5:2`: 1-based lines and byte columns, the end exclusive.
fn place(source: &Source, span: Span) -> String {
    let region = source.region(span);
    format!("{}:{}-{}:{}", region.start.line, region.start.column, region.end.line, region.end.column)
}

fn shortened(text: &[u8]) -> String {
    // Four bytes are the most that one character takes.
    let front = String::from_utf8_lossy(&text[..text.len().min(4 * LONGEST_LEAF + 4)]);
    let line = front.lines().next().unwrap_or_default();
    let kept: String = line.chars().take(LONGEST_LEAF).collect();
    if kept.len() < text.len() && kept.len() < front.len() { kept + "..." } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> TreeText {
        tree_text(&Source::new("a.go", text.as_bytes())).unwrap()
    }

    #[test]
    fn a_declaration_is_drawn_with_kinds_fields_places_and_leaves() {
        let expected = "\
package a

func F 3:1-5:2
  function_declaration 3:1-5:2
    name: identifier 3:6-3:7 `F`
    parameters: parameter_list 3:7-3:17
      parameter_declaration 3:8-3:16
        name: identifier 3:8-3:9 `s`
        type: type_identifier 3:10-3:16 `string`
    body: block 3:18-5:2
      statement_list 4:2-5:1
        assignment_statement 4:2-4:10
          left: expression_list 4:2-4:3
            identifier 4:2-4:3 `s`
          operator: \"+=\" 4:4-4:6
          right: expression_list 4:7-4:10
            interpreted_string_literal 4:7-4:10
              interpreted_string_literal_content 4:8-4:9 `x`
";
        let drawn = tree("package a\n\nfunc F(s string) {\n\ts += \"x\"\n}\n");
        assert_eq!(drawn.broken, 0);
        assert_eq!(drawn.text, expected);
    }

    #[test]
    fn a_broken_declaration_is_marked_and_the_next_one_drawn() {
        let drawn = tree("package a\nfunc F() { x := }\nfunc G() {}\n");
        assert_eq!(drawn.broken, 1);
        assert!(drawn.text.contains("func F 2:1-2:18\n  ! syntax error at 2:"), "{}", drawn.text);
        assert!(drawn.text.contains("\nfunc G 3:1-3:12\n  function_declaration"), "{}", drawn.text);
    }

    #[test]
    fn what_the_grammar_cannot_read_is_said_to_be_hidden() {
        let drawn = tree("package a\nvar p = new(3 + 4)\n");
        assert!(drawn.text.contains("  ~ 2:9-2:12 is hidden from the parser"), "{}", drawn.text);
        assert!(drawn.text.contains("`new`"), "{}", drawn.text);
    }

    #[test]
    fn leaves_are_cut_at_their_line_and_length() {
        assert_eq!(shortened(b"a"), "a");
        assert_eq!(shortened(b"a\nb"), "a...");
        assert_eq!(shortened("ä".repeat(50).as_bytes()), "ä".repeat(40) + "...");
        assert_eq!(shortened(b"\xff\xfe"), "\u{fffd}\u{fffd}");
    }

    #[test]
    fn any_bytes_and_any_depth_have_a_tree() {
        for text in ["", "\0\0", "package", "}}}}", "package a\nfunc"] {
            tree(text);
        }
        let deep = format!("package a\nvar x = {}1{}\n", "(".repeat(3000), ")".repeat(3000));
        assert_eq!(tree(&deep).broken, 0);
    }
}
