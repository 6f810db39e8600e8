//! Patterns find here what tree-sitter's own queries find: every shipped rule's query on its rule's examples.

#![allow(clippy::unwrap_used)]

use super::matching::{Captures, matches};
use crate::go::kinds::LANGUAGE;
use crate::go::mask::masked;
use crate::go::outline::outline;
use crate::go::syntax::{NodeId, Syntax, parse, parser};
use crate::go::words::Words;
use crate::rule::{Query, RuleSet};
use std::collections::BTreeSet;
use std::path::Path;
use tree_sitter::{QueryCursor, StreamingIterator};

/// A match as numbers: its pattern, and for each capture the first and last bytes of its nodes.
type Found = (usize, Vec<Vec<(usize, usize)>>);

fn ours(query: &Query, syntax: &Syntax, anchor: NodeId) -> BTreeSet<Found> {
    let span = |node: &NodeId| (syntax.span(*node).start, syntax.span(*node).end);
    let numbers = |captures: Captures| captures.iter().map(|nodes| nodes.iter().map(span).collect()).collect();
    matches(query, syntax, anchor).into_iter().map(|(pattern, captures)| (pattern, numbers(captures))).collect()
}

fn theirs(query: &tree_sitter::Query, node: tree_sitter::Node, text: &[u8]) -> BTreeSet<Found> {
    let mut cursor = QueryCursor::new();
    cursor.set_max_start_depth(Some(0));
    let mut matches = cursor.matches(query, node, text);
    let mut found = BTreeSet::new();
    while let Some(one) = matches.next() {
        let mut captures = vec![Vec::new(); query.capture_names().len()];
        for capture in one.captures() {
            captures[capture.index as usize].push((capture.node.start_byte(), capture.node.end_byte()));
        }
        found.insert((one.pattern_index, captures));
    }
    found
}

/// The nodes of a tree in preorder.
fn preorder(tree: &tree_sitter::Tree) -> Vec<tree_sitter::Node<'_>> {
    let (mut nodes, mut waiting) = (Vec::new(), vec![tree.root_node()]);
    while let Some(node) = waiting.pop() {
        let children: Vec<_> = node.children(&mut node.walk()).collect();
        waiting.extend(children.into_iter().rev());
        nodes.push(node);
    }
    nodes
}

/// How many matches both found in one file.
fn compare(text: &[u8], query: &Query, reference: &tree_sitter::Query, what: &str) -> usize {
    let (outline, mut common) = (outline(text, &Words::new::<&str>([])), 0);
    let masked = masked(text, &outline);
    let mut reading = tree_sitter::Parser::new();
    reading.set_language(&LANGUAGE).unwrap();
    for declaration in &outline.declarations {
        let span = declaration.span;
        let alone = [&masked[span.start..span.end], b"\n"].concat();
        let tree = reading.parse(&alone, None).unwrap();
        let parsed = parse(&mut parser().unwrap(), &masked[span.start..span.end]).unwrap();
        let syntax = Syntax::new(&parsed, &masked[span.start..span.end], 0);
        let nodes = preorder(&tree);
        assert_eq!(nodes.len(), syntax.ids().count(), "{what}");
        for (node, id) in nodes.into_iter().zip(syntax.ids()) {
            let (mine, reference) = (ours(query, &syntax, id), theirs(reference, node, &alone));
            assert_eq!(mine, reference, "{what}: {}", String::from_utf8_lossy(syntax.text(id)));
            common += mine.len();
        }
    }
    common
}

#[test]
fn shipped_queries_match_what_they_match_in_tree_sitter() {
    let (rules, mut common) = (RuleSet::shipped().unwrap(), 0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    for rule in rules.rules() {
        let query = rule.query().unwrap_or_else(|| panic!("{}: {:?}", rule.id, Query::read(&rule.query_text).err()));
        let reference = tree_sitter::Query::new(&LANGUAGE, &rule.query_text).unwrap();
        assert_eq!(query.captures, reference.capture_names().len());
        for example in ["bad.go", "good.go", "near.go"] {
            let text = std::fs::read(folder.join(&*rule.id).join(example)).unwrap();
            common += compare(&text, query, &reference, &format!("{} {example}", rule.id));
        }
    }
    assert!(common > 1_000, "only {common} matches were compared");
}

/// Anchors beside what may be missing or stand several times are left out: tree-sitter passes over them (`. (_)? .` accepts
/// three arguments). The next test says what they mean here.
#[test]
fn the_language_means_what_it_means_in_tree_sitter() {
    let text = b"package p\nfunc f() {\n\tg(a, /* one */ b, c)\n\tx, y = 1, 2\n\tg()\n\tg(h(1), h(2), \"s\")\n\tvar v int\n\tfor i := range xs { x += y }\n}\n";
    for query in [
        "(argument_list . (identifier) @a . (identifier) @b) @report",
        "(argument_list . (identifier) @a . (comment)* . (identifier) @b) @report",
        "(argument_list (_) @a) @report",
        "(argument_list _ @a) @report",
        "(argument_list . [(identifier) @i (call_expression) @c]) @report",
        "(assignment_statement left: (expression_list (identifier) @l) operator: \"=\" right: (_) @r) @report",
        "(assignment_statement operator: [\"+=\" \"-=\"] @o) @report",
        "(var_spec name: (identifier) @n type: (_) @t !value) @report",
        "(for_statement (range_clause !left right: (_) @over)) @report",
        "((call_expression function: (_) @f) @report (#any-of? @f \"g\" \"k\"))",
        "((assignment_statement left: (_) @l right: (_) @r) @report (#not-eq? @l @r) (#match? @r \"^[0-9]\"))",
        "([(inc_statement) (expression_statement)] @report)",
        "(_ . (identifier) @a) @report",
    ] {
        let read = Query::read(query).unwrap();
        compare(text, &read, &tree_sitter::Query::new(&LANGUAGE, query).unwrap(), query);
    }
}

#[test]
fn anchors_hold_beside_what_may_be_missing_or_repeated() {
    let cases = [
        ("(argument_list . (_)? @a .) @report", "f()", vec![""]),
        ("(argument_list . (_)? @a .) @report", "f(a)", vec!["a"]),
        ("(argument_list . (_)? @a .) @report", "f(a, b)", vec![]),
        ("(argument_list . (comment)? @a . (identifier)) @report", "f(b)", vec![""]),
        ("(argument_list . (comment)? @a . (identifier)) @report", "f(/* c */ b)", vec!["/* c */"]),
        ("(argument_list . (identifier)* @a . (nil) .) @report", "f(a, b, nil)", vec!["a b"]),
        ("(argument_list . (identifier)+ @a . (nil) .) @report", "f(nil)", vec![]),
    ];
    for (query, expression, expected) in cases {
        let text = format!("var x = {expression}");
        let parsed = parse(&mut parser().unwrap(), text.as_bytes()).unwrap();
        let (syntax, query) = (Syntax::new(&parsed, text.as_bytes(), 0), Query::read(query).unwrap());
        let words = |nodes: &Vec<NodeId>| nodes.iter().map(|node| syntax.name(*node)).collect::<Vec<_>>().join(" ");
        let found: Vec<String> =
            syntax.ids().flat_map(|id| matches(&query, &syntax, id)).map(|(_, captures)| words(&captures[0])).collect();
        assert_eq!(found, expected, "{expression}");
    }
}

#[test]
fn hostile_queries_and_trees_end() {
    let text = format!("package p\nvar x = f({})\n", "1, ".repeat(20_000));
    let query = Query::read("(argument_list (_)* @a (_)* @b (_)* @c . (nil)) @report").unwrap();
    let outline = outline(text.as_bytes(), &Words::new::<&str>([]));
    let span = outline.declarations[0].span;
    let parsed = parse(&mut parser().unwrap(), &text.as_bytes()[span.start..span.end]).unwrap();
    let syntax = Syntax::new(&parsed, &text.as_bytes()[span.start..span.end], 0);
    for id in syntax.ids() {
        assert_eq!(matches(&query, &syntax, id), []);
    }
}
