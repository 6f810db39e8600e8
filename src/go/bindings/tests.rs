//! Go code in which each name is asked what it refers to.

use super::*;
use crate::go::syntax::{parse, parser};

fn with_bindings<T>(source: &str, imports: &[Import], ask: impl FnOnce(&Syntax, &Bindings) -> T) -> T {
    let tree = parse(&mut parser().unwrap(), source.as_bytes()).unwrap();
    let syntax = Syntax::new(&tree, source.as_bytes(), 0);
    ask(&syntax, &Bindings::new(&syntax, imports))
}

fn imports(paths: &[&str]) -> Vec<Import> {
    let import = |path: &&str| match path.split_once('=') {
        Some((name, path)) => Import { name: Some(name.into()), path: path.into() },
        None => Import { name: None, path: (*path).into() },
    };
    paths.iter().map(import).collect()
}

/// One line per binding: name, kind, then each use with the line-independent part of its kind; `^` is captured.
fn render(syntax: &Syntax, bindings: &Bindings) -> Vec<String> {
    let name = |node| syntax.name(node);
    let use_text = |found: &Use| {
        let kind = match found.kind {
            UseKind::AppendedToItself(call) => format!("AppendedToItself({})", name(call)),
            UseKind::SelfAppendOperand(_) => "SelfAppendOperand".to_owned(),
            UseKind::MethodCall(member) => format!("MethodCall({})", name(member)),
            UseKind::Member(member) => format!("Member({})", name(member)),
            UseKind::MemberWritten(member) => format!("MemberWritten({})", name(member)),
            UseKind::Argument(call, position) => format!("Argument({},{position})", name(call)),
            UseKind::AddressArgument(call, position) => format!("AddressArgument({},{position})", name(call)),
            UseKind::Called(call) => format!("Called({})", name(call)),
            UseKind::Ranged(_) => "Ranged".to_owned(),
            UseKind::Returned(_) => "Returned".to_owned(),
            kind => format!("{kind:?}"),
        };
        if found.captured { format!("^{kind}") } else { kind }
    };
    let line = |(id, binding): (BindingId, &Binding)| {
        let uses = bindings.uses(id).iter().map(use_text);
        let head = format!("{} {:?}:", binding.name, binding.kind);
        std::iter::once(head).chain(uses).collect::<Vec<_>>().join(" ")
    };
    bindings.all().map(line).collect()
}

/// The bindings of a function with this body.
fn check(body: &str, expected: &[&str]) {
    let source = format!("func f() {{\n{body}\n}}\n");
    check_declaration(&source, expected);
}

fn check_declaration(source: &str, expected: &[&str]) {
    with_bindings(source, &[], |syntax, bindings| {
        assert!(!syntax.has_errors(), "{source}");
        assert_eq!(render(syntax, bindings), expected, "{source}");
    });
}

#[test]
fn a_name_is_seen_after_its_declaration_and_inside_its_block() {
    check("x := 1; { x := x; g(x) }; g(x)", &["x Local: Read Argument(g(x),0)", "x Local: Argument(g(x),0)"]);
    check("x := func() { x() }; x()", &["x Local: Called(x())"]);
    check("var x = x; var y, z = x, y; _ = z", &["x Local: Read", "y Local:", "z Local: Read"]);
    check(
        "if x := 1; x > 0 { g(x) } else if y := x; y > 0 { g(y) } else { g(x, y) }; x()",
        &[
            "x Local: Read Argument(g(x),0) Read Argument(g(x, y),0)",
            "y Local: Read Argument(g(y),0) Argument(g(x, y),1)",
        ],
    );
    check(
        "switch x := 1; x { case x: y := x; g(y); default: g(y) }",
        &["x Local: Read Read Read", "y Local: Argument(g(y),0)"],
    );
    check("for i := 0; i < 3; i++ { i := i; g(i) }", &["i Local: Read Written Read", "i Local: Argument(g(i),0)"]);
    check(
        "select { case v, ok := <-ch: g(v, ok); case v = <-ch: g(v) }",
        &["v Local: Argument(g(v, ok),0)", "ok Local: Argument(g(v, ok),1)"],
    );
}

#[test]
fn redeclaration_assigns_in_the_same_scope_alone() {
    check(
        "a, err := g(); b, err := g(); if c, err := g(); err != nil { g(a, b, c, err) }",
        &[
            "a Local: Argument(g(a, b, c, err),0)",
            "err Local: Written",
            "b Local: Argument(g(a, b, c, err),1)",
            "c Local: Argument(g(a, b, c, err),2)",
            "err Local: Read Argument(g(a, b, c, err),3)",
        ],
    );
    check_declaration(
        "func f(p int) (err error) { a, err := g(p); _, p := a, 2; return }\n",
        &["p Parameter: Argument(g(p),0) Written", "err Result: Written", "a Local: Read"],
    );
}

#[test]
fn signatures_bind_in_the_body_and_type_parameters_everywhere() {
    check_declaration(
        "func f[T any, S []T](string string, xs ...T) (a, b T) { return string, xs }\n",
        &[
            "T TypeParameter: Read Read Read",
            "S TypeParameter:",
            "string Parameter: Returned",
            "xs Parameter: Returned",
            "a Result:",
            "b Result:",
        ],
    );
    check_declaration(
        "func (r *R[K, _]) f(k K) { r.g(k); (*r).h = k }\n",
        &["r Receiver: MethodCall(g) PointeeWritten", "K TypeParameter: Read", "k Parameter: Argument(r.g(k),0) Read"],
    );
    check_declaration(
        "func (r R) f(func(r int) (k int)) (func(k int), error) { return r.f, k }\n",
        &["r Receiver: Member(f)"],
    );
    check(
        "f := func(a int, b ...string) (c bool) { f(a, b); return c }; f()",
        &[
            "f Local: Called(f())",
            "a Parameter: Argument(f(a, b),0)",
            "b Parameter: Argument(f(a, b),1)",
            "c Result: Returned",
        ],
    );
}

#[test]
fn a_methods_own_type_parameters_are_read_from_the_original_text() {
    let original = "func (r R) f[P any, Q interface{ m(x P) }, S []Q](a P) Q { return S(a) }\n";
    let masked = original.replace("[P any, Q interface{ m(x P) }, S []Q]", &" ".repeat(37));
    let tree = parse(&mut parser().unwrap(), masked.as_bytes()).unwrap();
    let syntax = Syntax::new(&tree, original.as_bytes(), 0);
    let bindings = Bindings::new(&syntax, &[]);
    let expected = [
        "P TypeParameter: Read",
        "Q TypeParameter: Read",
        "S TypeParameter: Called(S(a))",
        "r Receiver:",
        "a Parameter: Argument(S(a),0)",
    ];
    let mut found = render(&syntax, &bindings);
    found.sort_by_key(|line| !line.contains("TypeParameter"));
    assert_eq!(found, expected);
}

#[test]
fn type_switches_bind_once_per_clause() {
    check(
        "x := g(); switch x := x.(type) { case int: g(x); case string, bool: g(x, x); default: }; h(x)",
        &[
            "x Local: Read Argument(h(x),0)",
            "x TypeSwitch: Argument(g(x),0)",
            "x TypeSwitch: Argument(g(x, x),0) Argument(g(x, x),1)",
            "x TypeSwitch:",
        ],
    );
}

#[test]
fn ranges_bind_keys_and_values_or_assign() {
    check(
        "for k, v := range v { g(k, v) }; for k = range v { }",
        &["k RangeKey: Argument(g(k, v),0)", "v RangeValue: Argument(g(k, v),1)"],
    );
    check(
        "var k int; for k = range k { }; for range k { }; for _, _ = range k { }; for i := range 10 { g(i) }",
        &["k Local: Written Ranged Ranged Ranged", "i RangeKey: Argument(g(i),0)"],
    );
}

#[test]
fn every_kind_of_use_is_told_apart() {
    let cases = [
        ("x = 1", "Written"),
        ("x += 1", "Written"),
        ("x++", "Written"),
        ("(x) = 1", "Written"),
        ("x = append(x, 1)", "AppendedToItself(append(x, 1)) SelfAppendOperand"),
        (
            "a, x = 1, append(x, x...)",
            "AppendedToItself(append(x, x...)) SelfAppendOperand Argument(append(x, x...),1)",
        ),
        ("y := append(x, 1)", "Argument(append(x, 1),0)"),
        ("x = append(x[:1], 1)", "Written Sliced"),
        ("x += append(x, 1)", "Written Argument(append(x, 1),0)"),
        ("x[0] = 1", "IndexWritten"),
        ("x[0].f = 1", "IndexWritten"),
        ("x[0]++", "IndexWritten"),
        ("_ = x[0]", "Indexed"),
        ("a[x] = 1", "Read"),
        ("x[1](y)", "Indexed"),
        ("x[k](v)", "Indexed"),
        ("_ = x[1:]", "Sliced"),
        ("x.F(1)", "MethodCall(F)"),
        ("(x).F(1)", "MethodCall(F)"),
        ("x.F.G(1)", "Member(F)"),
        ("x.m[k](v)", "Member(m)"),
        ("_ = x.f", "Member(f)"),
        ("x.f = 1", "MemberWritten(f)"),
        ("x.f.g[1] = 1", "MemberWritten(f)"),
        ("*x = 1", "PointeeWritten"),
        ("_ = *x", "Read"),
        ("_ = &x", "AddressTaken"),
        ("_ = &x.f", "AddressTaken"),
        ("_ = &x[1]", "AddressTaken"),
        ("g(x)", "Argument(g(x),0)"),
        ("g(1, x...)", "Argument(g(1, x...),1)"),
        ("g((x))", "Argument(g((x)),0)"),
        ("g(1, &x)", "AddressArgument(g(1, &x),1)"),
        ("string(x)", "Argument(string(x),0)"),
        ("_ = []byte(x)", "Read"),
        ("x()", "Called(x())"),
        ("for range x { }", "Ranged"),
        ("return x", "Returned"),
        ("return 1, x", "Returned"),
        ("return x + 1", "Read"),
        ("ch <- x", "Read"),
        ("_ = x + x", "Read Read"),
        ("go func() { x = 1; g(x) }()", "^Written ^Argument(g(x),0)"),
        ("defer func(x int) { g(x) }(x)", "Argument(func(x int) { g(x) }(x),0)"),
        ("x: for { break x }; goto x", ""),
        ("_ = T{x: 1}", ""),
        ("_ = T{1, x}", "Read"),
        ("_ = p.T{x: x}", "Read"),
        ("_ = struct{x int}{x: x}", "Read"),
        ("_ = map[string]int{x: 1}", "Read"),
        ("_ = []int{x: 1}", "Read"),
        ("_ = [...]int{x: 1}", "Read"),
        ("_ = []map[string]int{{x: 1}}", "Read"),
        ("_ = map[string][]int{\"a\": {x: 1}}", "Read"),
        ("_ = []T{{x: 1}}", ""),
        ("_ = [][]T{{{x: 1}}}", ""),
        ("_ = a.x", ""),
        ("type t struct { x int; f func(x int) }", ""),
        ("_ = interface { x(x int) }(nil)", ""),
    ];
    for (statement, expected) in cases {
        let source = format!("func f() {{ var x T; {statement} }}\n");
        with_bindings(&source, &[], |syntax, bindings| {
            assert!(!syntax.has_errors(), "{source}");
            let line = &render(syntax, bindings)[0];
            assert_eq!(line, format!("x Local: {expected}").trim_end(), "{statement}");
        });
    }
}

#[test]
fn constants_repeat_the_last_expression_and_types_see_themselves() {
    let source = "func f() { const (\n a, b = iota, 1\n c, d\n)\n type t struct { next *t }\n var x t; g(x, d) }\n";
    with_bindings(source, &[], |syntax, bindings| {
        let value = |name| {
            let (_, binding) = bindings.all().find(|(_, binding)| binding.name == name).unwrap();
            binding.value.map(|value| syntax.name(value))
        };
        assert_eq!(
            [value("a"), value("b"), value("c"), value("d")],
            [Some("iota"), Some("1"), Some("iota"), Some("1")]
        );
        let lines = render(syntax, bindings);
        assert!(lines.contains(&"t Type: Read Read".to_owned()), "{lines:?}");
    });
}

#[test]
fn other_names_are_imported_predeclared_or_of_the_package() {
    let imports =
        imports(&["fmt", "math/rand/v2", "j=encoding/json", "gopkg.in/yaml.v3", ".=strings", "_=embed", "x/go-bar"]);
    let source =
        "func f(len int) { fmt.Println(rand.N, j.X, yaml.Y, bar.Z, len, cap, json.X, g, embed.FS, string(nil)) }\n";
    let cases = [
        ("fmt", Reference::Imported(0)),
        ("rand", Reference::Imported(1)),
        ("j.", Reference::Imported(2)),
        ("yaml", Reference::Imported(3)),
        ("bar", Reference::Imported(6)),
        ("cap", Reference::Predeclared),
        ("json", Reference::Package),
        ("g,", Reference::Package),
        ("embed", Reference::Package),
        ("Println", Reference::NotAName),
        ("f(len", Reference::NotAName),
    ];
    with_bindings(source, &imports, |syntax, bindings| {
        for (needle, expected) in cases {
            let node = syntax.at(source.find(needle).unwrap()).unwrap();
            assert_eq!(bindings.of(node), expected, "{needle}");
        }
        assert_eq!(bindings.predeclared_used(), ["cap", "int", "nil", "string"]);
        let mut sorted = resolve::PREDECLARED;
        sorted.sort_unstable();
        assert_eq!(sorted, resolve::PREDECLARED);
    });
}

#[test]
fn package_level_names_are_not_bindings() {
    check_declaration("var x, y = func(a int) int { return a }, x\n", &["a Parameter: Returned"]);
    check_declaration("type T[P any] struct { next *T[P]; p P }\n", &["P TypeParameter: Read Read"]);
    check_declaration("const (\n a = iota\n b\n)\n", &[]);
}
