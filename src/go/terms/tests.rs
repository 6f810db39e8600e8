//! What an expression's type is made of, as far as one declaration tells.

use super::*;
use crate::go::syntax::tests::{SHAPES, hostile};
use crate::go::syntax::{parse, parser};

fn with_terms<T>(source: &str, ask: impl FnOnce(&Syntax, &Bindings, &Terms) -> T) -> T {
    let tree = parse(&mut parser().unwrap(), source.as_bytes()).unwrap();
    let syntax = Syntax::new(&tree, source.as_bytes(), 0);
    let imports =
        [Import { name: None, path: "fmt".into() }, Import { name: Some("j".into()), path: "encoding/json".into() }];
    let bindings = Bindings::new(&syntax, &imports);
    ask(&syntax, &bindings, &Terms::new(&syntax, &bindings, &imports))
}

#[test]
fn constants_are_literals_and_what_is_made_of_them() {
    let cases = [
        ("1", true),
        ("-(1 + 'a') * c", true),
        ("\"a\" + `b`", true),
        ("true, iota, nil", true),
        ("int64(5)", true),
        ("len(\"abc\")", true),
        ("string(c)", true),
        ("x", false),
        ("1 + x", false),
        ("pkg", false),
        ("f(1)", false),
        ("[]byte(\"s\")", false),
        ("len(x)", false),
        ("&c", false),
        ("func() int { return 1 }()", false),
    ];
    for (expression, expected) in cases {
        let source = format!("func f() {{ const c = 1; x := 1; probe({expression}) }}\n");
        with_terms(&source, |syntax, _, terms| {
            let probe =
                syntax.ids().filter_map(|id| syntax.call(id)).find(|call| syntax.text(call.function) == b"probe");
            for argument in probe.unwrap().arguments {
                assert_eq!(terms.is_constant(argument), expected, "{expression}");
            }
        });
    }
}

#[test]
fn qualified_names_are_told_from_members() {
    let source = "func f(v T) { _ = fmt.Sprint; _ = j.Marshal; _ = v.Sprint; _ = other; var x j.Decoder; fmt := v; _ = fmt.Late }\n";
    let path = |path: &str, name: &str| Some((Package::Path(path.into()), Name::from(name)));
    let cases = [
        ("fmt.Sprint", path("fmt", "Sprint")),
        ("j.Marshal", path("encoding/json", "Marshal")),
        ("j.Decoder", path("encoding/json", "Decoder")),
        ("v.Sprint", None),
        ("fmt.Late", None),
        ("other", Some((Package::Here, "other".into()))),
        ("v", None),
    ];
    with_terms(source, |syntax, _, terms| {
        for (text, expected) in cases {
            let node = syntax.ids().find(|id| {
                let list = matches!(syntax.kind(*id), Kind::ExpressionList);
                syntax.text(*id) == text.as_bytes() && !list
            });
            assert_eq!(terms.qualified(node.unwrap()), expected, "{text}");
        }
    });
}

#[test]
fn variables_that_double_each_other_do_not_explode() {
    let mut source = "func f() {\n v0 := pkg\n".to_owned();
    for step in 1..2_000 {
        source += &format!("v{step} := v{0} + v{0}\n", step - 1);
        source += &format!("type t{step} struct {{ a, b t{0}; c map[t{0}]t{0} }}\n var w{step} t{step}\n", step - 1);
    }
    source += "}\n";
    with_terms(&source, |syntax, bindings, terms| {
        for id in syntax.ids() {
            let _ = (terms.type_of(id), terms.type_node(id), terms.is_constant(id));
        }
        for (id, _) in bindings.all() {
            let _ = terms.type_of_binding(id);
        }
    });
}

#[test]
fn every_question_about_hostile_shapes_ends() {
    for shape in SHAPES {
        let source = hostile(shape, 3_000);
        with_terms(&source, |syntax, bindings, terms| {
            for id in syntax.ids() {
                let _ = (terms.type_of(id), terms.type_node(id), terms.is_constant(id), terms.qualified(id));
                let _ = (syntax.call(id), syntax.conversion(id));
            }
            assert!(bindings.all().all(|(id, _)| bindings.uses(id).len() <= 3_000), "{shape}");
        });
    }
}

/// Not a test: prints what hostile shapes cost. `cargo test --lib terms::tests::measure -- --ignored --nocapture`
#[test]
#[ignore = "prints measurements"]
#[allow(clippy::print_stderr)]
fn measure_hostile_shapes() {
    for shape in SHAPES {
        for size in [1_000, 10_000] {
            let source = hostile(shape, size);
            let tree = parse(&mut parser().unwrap(), source.as_bytes()).unwrap();
            let syntax = Syntax::new(&tree, source.as_bytes(), 0);
            let start = std::time::Instant::now();
            let bindings = Bindings::new(&syntax, &[]);
            let bound = start.elapsed();
            let terms = Terms::new(&syntax, &bindings, &[]);
            for id in syntax.ids() {
                let _ = (terms.type_of(id), terms.type_node(id), terms.is_constant(id));
            }
            eprintln!("{shape:20} {size:6} bindings {bound:9.2?} all terms {:9.2?}", start.elapsed() - bound);
        }
    }
}
