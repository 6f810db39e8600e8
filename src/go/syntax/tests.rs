//! One declaration laid out: kinds, fields, ancestry, loops, and code that wants to be slow.

use super::*;

fn with_syntax<T>(source: &str, base: usize, ask: impl FnOnce(&Syntax) -> T) -> T {
    let tree = parse(&mut parser().unwrap(), source.as_bytes()).unwrap();
    ask(&Syntax::new(&tree, source.as_bytes(), base))
}

/// The innermost node that starts where `needle` first stands.
fn find(syntax: &Syntax, source: &str, needle: &str) -> NodeId {
    syntax.at(source.find(needle).unwrap()).unwrap()
}

#[test]
fn arrays_agree_with_tree_sitters_own_parents_fields_and_ends() {
    let source = "func (r *R) f(a, b int) (s string) {\n\t// note\n\tfor i := range xs { g(i, func() { h(a) }) }\n\treturn m[k](v)\n}\n";
    let mut own = tree_sitter::Parser::new();
    own.set_language(&crate::go::kinds::LANGUAGE).unwrap();
    let tree = own.parse(source, None).unwrap();
    let mut preorder = Vec::new();
    let mut waiting = vec![tree.root_node()];
    while let Some(node) = waiting.pop() {
        let children: Vec<_> = node.children(&mut node.walk()).collect();
        waiting.extend(children.into_iter().rev());
        preorder.push(node);
    }
    with_syntax(source, 0, |syntax| {
        assert_eq!(syntax.ids().count(), preorder.len());
        let id_of = |node: tree_sitter::Node| preorder.iter().position(|other| *other == node);
        for (id, node) in syntax.ids().zip(&preorder) {
            assert_eq!(syntax.kind(id), Kind::of(node.kind_id()), "{node:?}");
            assert_eq!(syntax.parent(id).map(NodeId::index), node.parent().and_then(id_of));
            assert_eq!(syntax.descendants(id).count() + 1, node.descendant_count(), "{node:?}");
            let children: Vec<_> = node.children(&mut node.walk()).filter_map(id_of).collect();
            assert_eq!(syntax.tokens(id).map(NodeId::index).collect::<Vec<_>>(), children);
            if let Some(body) = node.child_by_field_name("body") {
                assert_eq!(syntax.child(id, Field::Body).map(NodeId::index), id_of(body));
            }
        }
    });
}

#[test]
fn a_loop_holds_what_runs_once_per_iteration() {
    let source = "func f() {
	for aa := a0(); a1(); a2() { a3(); func() { a4(); for { a5() } }() }
	for b0 = range b1() { b2() }
	for c0() { c1() }
	d0()
}
";
    let cases = [
        ("a0", None),
        ("a1", Some("for aa")),
        ("a2", Some("for aa")),
        ("a3", Some("for aa")),
        ("a4", None),
        ("a5", Some("for { a5")),
        ("b0", Some("for b0")),
        ("b1", None),
        ("b2", Some("for b0")),
        ("c0", Some("for c0")),
        ("c1", Some("for c0")),
        ("d0", None),
    ];
    with_syntax(source, 0, |syntax| {
        for (needle, expected) in cases {
            let found = syntax.enclosing_loop(find(syntax, source, needle));
            let text = found.map(|id| String::from_utf8_lossy(syntax.text(id)).into_owned());
            match expected {
                Some(start) => assert!(text.as_deref().unwrap_or("").starts_with(start), "{needle}: {text:?}"),
                None => assert_eq!(text, None, "{needle}"),
            }
        }
    });
}

#[test]
fn the_function_is_the_nearest_literal_or_the_declaration() {
    let source = "func f() { a(); go func() { b(); defer func() { e() }(); d() }() }\n";
    with_syntax(source, 0, |syntax| {
        let function_of = |needle| {
            let function = syntax.function(find(syntax, source, needle)).unwrap();
            std::str::from_utf8(syntax.text(function)).unwrap().trim_end()
        };
        assert_eq!(function_of("a()"), source.trim_end());
        assert_eq!(function_of("b()"), "func() { b(); defer func() { e() }(); d() }");
        assert_eq!(function_of("e()"), "func() { e() }");
        assert_eq!(function_of("d()"), function_of("b()"));
        assert_eq!(function_of("func() { b"), source.trim_end());
    });
}

#[test]
fn spans_are_file_offsets_and_text_is_the_original() {
    let original = "var x = new(42)\n";
    let masked = original.replace("new", "nev");
    let tree = parse(&mut parser().unwrap(), masked.as_bytes()).unwrap();
    let syntax = Syntax::new(&tree, original.as_bytes(), 1000);
    assert!(!syntax.has_errors());
    let callee = syntax.at(1008).unwrap();
    assert_eq!((syntax.text(callee), syntax.span(callee)), (b"new".as_slice(), 1008..1011));
    assert_eq!(syntax.source(1004..1015), b"x = new(42)");
    assert_eq!(syntax.at(999), None);
    assert_eq!(syntax.at(5000), None);
}

#[test]
fn calls_and_conversions_are_read_in_every_shape() {
    // Expression; what is called, its arguments, its type arguments, spread; what it may convert to.
    let cases = [
        ("f(a, b)", Some(("f", "a b", "", false)), None),
        ("f(xs...)", Some(("f", "xs", "", true)), None),
        ("f()", Some(("f", "", "", false)), None),
        ("f(a /* one */, // two\n b,\n)", Some(("f", "a b", "", false)), None),
        ("f[int](x)", Some(("f[int]", "x", "int", false)), Some("f[int]")),
        ("f[int](x, y)", Some(("f[int]", "x y", "int", false)), None),
        ("f[int, []string](x, y)", Some(("f", "x y", "int []string", false)), None),
        ("m[k](v)", Some(("m[k]", "v", "k", false)), Some("m[k]")),
        ("m[0](v)", Some(("m[0]", "v", "0", false)), Some("m[0]")),
        ("p.m[k](v)", Some(("p.m[k]", "v", "k", false)), Some("p.m[k]")),
        ("[]byte(s)", None, Some("[]byte")),
        ("string(b)", Some(("string", "b", "", false)), Some("string")),
        ("(*T)(x)", Some(("(*T)", "x", "", false)), Some("(*T)")),
        ("([]byte)(s)", None, Some("([]byte)")),
        ("*(*[]byte)(p)", None, Some("(*[]byte)")),
        ("(*[]byte)(p)", None, Some("(*[]byte)")),
        ("p.T(x)", Some(("p.T", "x", "", false)), Some("p.T")),
        ("(func(int))(x)", None, Some("(func(int))")),
        ("interface{}(x)", None, Some("interface{}")),
        ("new(T)", Some(("new", "T", "", false)), Some("new")),
        ("make([]T, n)", Some(("make", "[]T n", "", false)), None),
        ("x + y", None, None),
    ];
    for (expression, call, conversion) in cases {
        let source = format!("var _ = {expression}\n");
        with_syntax(&source, 0, |syntax| {
            assert!(!syntax.has_errors(), "{expression}");
            let id = syntax.ids().find(|id| syntax.text(*id) == expression.as_bytes()).unwrap();
            let id = syntax.children(id).next().filter(|_| syntax.kind(id) == Kind::ExpressionList).unwrap_or(id);
            let names = |ids: &[NodeId]| ids.iter().map(|id| syntax.name(*id)).collect::<Vec<_>>().join(" ");
            let found = syntax.call(id);
            let found = found.map(|call| {
                (syntax.name(call.function), names(&call.arguments), names(&call.type_arguments), call.spread)
            });
            let call = call.map(|(f, a, t, spread)| (f, a.to_owned(), t.to_owned(), spread));
            assert_eq!(found, call, "{expression}");
            assert_eq!(syntax.conversion(id).map(|to| syntax.name(to.to)), conversion, "{expression}");
        });
    }
}

#[test]
fn broken_declarations_say_where() {
    for source in ["func f() { a(]; b() }\n", "func f() { if x { y() }\n", "}}}}", "", "\u{0}\u{ffff}", "func"] {
        with_syntax(source, 10, |syntax| {
            assert_eq!(syntax.has_errors(), !source.is_empty(), "{source:?}");
            assert!(syntax.error_spans().all(|span| span.start >= 10 && span.end <= 10 + source.len()));
            for id in syntax.ids() {
                assert!(syntax.call(id).is_none_or(|call| call.function > id));
            }
        });
    }
    let invalid = [b"func f() { x(\"".as_slice(), &[0xff, 0xfe, 0x80], b"\") }\n"].concat();
    let tree = parse(&mut parser().unwrap(), &invalid).unwrap();
    let syntax = Syntax::new(&tree, &invalid, 0);
    assert!(syntax.ids().count() > 5);
}

/// Shapes that grow in depth or in width; each must cost the same per byte at any size.
pub(crate) fn hostile(shape: &str, size: usize) -> String {
    let (open, close) = match shape {
        "blocks" => ("{", "}"),
        "parentheses" => ("(", ")"),
        "literals" => ("func() { ", " }()"),
        "loops within loops" => ("for {", "}"),
        "calls" => ("f(", ")"),
        "indexes" => ("a[", "]"),
        "types" => ("[]", ""),
        "selectors" => ("a.", ""),
        "siblings" => ("for i := range xs { f(i) }\n", ""),
        "operators" => ("a + ", ""),
        "unclosed" => ("{ (", ""),
        "else" => ("if a {} else ", ""),
        _ => ("switch x := y.(type) { case T: ", "}"),
    };
    let leaf = match shape {
        "types" => "T{}",
        "else" => "{}",
        "blocks" | "loops within loops" | "siblings" => "",
        _ => "x",
    };
    let head = if matches!(shape, "selectors" | "operators" | "parentheses" | "indexes") { "_ = " } else { "" };
    format!("func f() {{\n{head}{}{leaf}{}\n}}\n", open.repeat(size), close.repeat(size))
}

pub(crate) const SHAPES: [&str; 13] = [
    "blocks",
    "parentheses",
    "literals",
    "loops within loops",
    "calls",
    "indexes",
    "types",
    "selectors",
    "siblings",
    "operators",
    "unclosed",
    "else",
    "switches",
];

#[test]
fn depth_and_width_end_in_a_tree_or_an_error() {
    for shape in SHAPES {
        let source = hostile(shape, 2_000);
        match parse(&mut parser().unwrap(), source.as_bytes()) {
            Ok(tree) => assert!(Syntax::new(&tree, source.as_bytes(), 0).ids().count() > 2_000, "{shape}"),
            Err(error) => assert!(matches!(error, ParseError::Effort { .. }), "{shape}: {error}"),
        }
    }
}

/// Not a test: prints what hostile shapes cost. `cargo test --lib syntax::tests::measure -- --ignored --nocapture`
#[test]
#[ignore = "prints measurements"]
#[allow(clippy::print_stderr)]
fn measure_hostile_shapes() {
    for shape in SHAPES {
        for size in [1_000, 10_000] {
            let source = hostile(shape, size);
            let start = std::time::Instant::now();
            let parsed = parse(&mut parser().unwrap(), source.as_bytes());
            let parsing = start.elapsed();
            let start = std::time::Instant::now();
            let nodes = parsed.as_ref().map(|tree| Syntax::new(tree, source.as_bytes(), 0).ids().count());
            eprintln!("{shape:20} {size:6} parse {parsing:9.2?} lay out {:9.2?} {nodes:?}", start.elapsed());
        }
    }
}
