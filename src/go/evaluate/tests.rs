//! Terms against facts: what is known of a type, and what is left unsaid.

use self::declared::File;
use super::*;
use crate::go::syntax::{Syntax, parse, parser};
use crate::go::types::{Basic, Untyped};

mod declared;
mod differential;

/// Declarations that every snippet may use, and a second package `lib` at "x/lib".
const HERE: &str = "package p
import (\"fmt\"; \"x/lib\"; \"unsafe\")
type T struct { a int; b, c string; *Inner; lib.Shared; next *T }
type Inner struct { deep []byte; a string }
func (i *Inner) Get(n int) (string, error) { return \"\", nil }
func (t T) Len() int { return 0 }
type Named []byte
func (n Named) String() string { return \"\" }
type Alias = map[string]*T
type Box[K comparable, V any] struct { key K; value V; more []V }
func (b *Box[K, V]) All() map[K]V { return nil }
func Make[E any](n int) []E { return nil }
func Pair[A, B any](a A, b B) (A, B, int) { return a, b, 0 }
func Plain() (x *T, err error) { return }
func Seq() func(yield func(k string, v *T) bool) { return nil }
var global = T{}
var table = map[string]func(int) []string{}
var list []T
const size = 1 << 10
const typed int64 = 5
var inferred = size
type Stringer interface { String() string }
type Both interface { Stringer; error; Extra(int) bool }
type Ring struct { *Ring; Other }
type Other struct { *Ring }
type Pointed *T
type Fn func(a int, b ...string) (Named, bool)
var shadowed error
";
const LIB: &str = "package lib
import \"fmt\"
type Shared struct { Public int; Up *Shared }
func (s *Shared) Do() []Shared { return nil }
var Default = &Shared{}
func New() (*Shared, error) { return nil, nil }
type Old = Shared
type Dots struct { D Dotted; L []lower }
type Seq[V any] func(yield func(V) bool)
func Values[V any](v ...V) Seq[V] { return nil }
";

fn with_world<T>(ask: impl FnOnce(&World) -> T) -> T {
    let facts = |text: &str| PackageFacts::new([&File::read(text.as_bytes().to_vec()).facts()]);
    let (here, lib) = (facts(HERE), Arc::new(facts(LIB)));
    ask(&World { path: "x/here", here: &here, package_of: &|path| (path == "x/lib").then(|| lib.clone()) })
}

/// The types of the arguments of each `probe(...)` in a function with this body, as Go text.
fn probed(body: &str) -> String {
    let source = format!("func (t *T) f[P any](p P, s string, bs []byte, xs ...int) (err error) {{\n{body}\n}}\n");
    // What the grammar cannot read, as the lexer masks it.
    let masked = source.replace("[P any]", "       ");
    let masked =
        ["42", "T{}", "len"].iter().fold(masked, |text, of| text.replace(&format!("new({of}"), &format!("nev({of}")));
    let tree = parse(&mut parser().unwrap(), masked.as_bytes()).unwrap();
    let syntax = Syntax::new(&tree, source.as_bytes(), 0);
    assert!(!syntax.has_errors(), "{source}");
    let imports = File::read(HERE.as_bytes().to_vec()).imports;
    let bindings = crate::go::bindings::Bindings::new(&syntax, &imports);
    let terms = crate::go::terms::Terms::new(&syntax, &bindings, &imports);
    let probes = syntax.ids().filter_map(|id| syntax.call(id)).filter(|call| syntax.text(call.function) == b"probe");
    let probes = probes.flat_map(|call| call.arguments);
    with_world(|world| {
        let types: Vec<String> = probes.map(|id| evaluate(&terms.type_of(id), world).to_string()).collect();
        types.join(" | ")
    })
}

fn check(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        let body = if body.contains("probe(") { (*body).to_owned() } else { format!("probe({body})") };
        assert_eq!(probed(&body), *expected, "{body}");
    }
}

#[test]
fn literals_constants_and_arithmetic() {
    check(&[
        (
            "1, 1.5, 'a', 2i, \"s\", `r`, true, nil",
            "untyped int | untyped float | untyped rune | untyped complex | untyped string | untyped string | untyped bool | untyped nil",
        ),
        (
            "x := 1; y := 1.5; z := 'a'; w := \"s\"; v := 1 < 2; probe(x, y, z, w, v)",
            "int | float64 | int32 | string | bool",
        ),
        (
            "1 + 'a', 1 + 1.5, 'a' * 2i, \"a\" + \"b\"",
            "untyped rune | untyped float | untyped complex | untyped string",
        ),
        ("x := int64(1); probe(x + 1, 1 + x, -x, x << 3, x == 1)", "int64 | int64 | int64 | int64 | untyped bool"),
        ("1 << 3, 1 << xs[0], uint8(1) << xs[0]", "untyped int | ? | byte"),
        (
            "const c = 1; const d int8 = 2; e := c; probe(c, d, e, size, typed, size + typed, inferred)",
            "untyped int | int8 | int | untyped int | int64 | int64 | int",
        ),
        ("const ( a = iota; b; c = \"s\"; d\n); probe(a, b, d)", "untyped int | untyped int | untyped string"),
        ("unknown() + s, s + unknown(), unknown() + 1", "string | string | ?"),
        ("x := size; y := global.a * size; probe(x, y)", "int | int"),
    ]);
}

#[test]
fn builtins_and_conversions_in_both_shapes() {
    check(&[
        (
            "len(s), cap(bs), copy(bs, s), append(bs, s...), min(1, xs[0]), max(1, 2.5)",
            "int | int | int | []byte | int | untyped float",
        ),
        ("make([]T, 1), make(map[string]int), make(chan<- T), make(Named, 1)", "[]T | map[string]int | chan T | Named"),
        ("new(T), new(*T), new(lib.Shared), new(Box[string, int])", "*T | **T | *lib.Shared | *Box[string, int]"),
        ("new(42), new(s), new(T{}), new(len(s))", "*int | *string | *T | *int"),
        (
            "[]byte(s), string(bs), Named(bs), lib.Old{}, (*T)(nil), (Named)(s), Alias(nil)",
            "[]byte | string | Named | lib.Shared | *T | Named | map[string]*T",
        ),
        (
            "*(*[]byte)(nil), unsafe.Pointer(t), *(*string)(unsafe.Pointer(&bs)), unsafe.Sizeof(t)",
            "[]byte | unsafe.Pointer | string | uint",
        ),
        (
            "complex(1.0, 2), real(complex64(1)), recover(), interface{}(1), any(s)",
            "untyped complex | float32 | any | any | any",
        ),
        ("len := func(string) string { return s }; probe(len(s))", "string"),
        ("string := func(b []byte) int { return 1 }; probe(string(bs))", "int"),
        ("type string []int; var x string; probe(x, string(nil))", "[]int | []int"),
        ("var fmt struct { Sprint func() []int }; probe(fmt.Sprint())", "[]int"),
        ("fmt.Sprint(s), lib.Missing", "? | ?"),
    ]);
}

#[test]
fn fields_methods_and_embedding() {
    check(&[
        (
            "t.a, t.b, t.deep, t.Inner, t.Inner.a, t.next.next.c, t.Public, t.Up.Up, t.missing",
            "int | string | []byte | *Inner | string | string | int | *lib.Shared | ?",
        ),
        (
            "t.Len(), t.Len, T.Len, (*T).Get, t.Do(), global.Do()[0].Up",
            "int | func() int | func(T) int | func(*T, int) (string, error) | []lib.Shared | *lib.Shared",
        ),
        ("a, err := t.Get(1); probe(a, err); g := t.Get; b, _ := g(2); probe(b)", "string | error | string"),
        ("var x Both; probe(x.String(), x.Error(), x.Extra(1), x.None())", "string | string | bool | ?"),
        ("var r Ring; probe(r.missing, r.Ring.Other.Ring)", "? | *Ring"),
        ("var p Pointed; probe(p.b, p.Len)", "string | ?"),
        ("lib.Default.Up, lib.New, lib.Default.Do()[0]", "*lib.Shared | func() (*lib.Shared, error) | lib.Shared"),
        // `Dotted` comes from a dot import; `lower` is what facts of exported names leave out.
        ("lib.Dots{}.D, lib.Dots{}.L", "? | []lib.lower"),
        ("err.Error(), shadowed.Error", "string | func() string"),
        ("x := struct { T; d int }{}; probe(x.d, x.b, x.T.a)", "int | string | int"),
    ]);
}

#[test]
fn assignments_of_several_values_and_comma_ok() {
    check(&[
        ("x, err := Plain(); probe(x, err, Plain())", "*T | error | *T"),
        (
            "v, ok := table[s]; probe(v, ok, table[s](1), table[s](1)[0])",
            "func(int) []string | bool | []string | string",
        ),
        ("var e any; v, ok := e.(*T); w := e.(Named); probe(v, ok, w)", "*T | bool | Named"),
        (
            "ch := make(chan []T); v, ok := <-ch; w := <-ch; select { case u, k := <-ch: probe(u, k) }; probe(v, ok, w)",
            "[]T | bool | []T | bool | []T",
        ),
        ("a, b := 1, s; b, c := bs, b; probe(a, b, c)", "int | string | string"),
        ("var a, b = Plain(); var c, d error; probe(a, b, c, d)", "*T | error | error | error"),
        ("err, x := Plain(); probe(err, x)", "error | error"),
    ]);
}

#[test]
fn ranges_of_every_kind() {
    check(&[
        ("for i, x := range list { probe(i, x) }", "int | T"),
        ("for i, x := range s { probe(i, x) }", "int | int32"),
        ("for i, x := range \"abc\" { probe(i, x, s[0], \"a\"[0]) }", "int | int32 | byte | byte"),
        ("for k, v := range Alias(nil) { probe(k, v) }", "string | *T"),
        ("for x := range make(chan Named) { probe(x) }", "Named"),
        ("for i := range 10 { probe(i) }; for j := range int8(3) { probe(j) }", "int | int8"),
        ("for i, x := range &[3]string{} { probe(i, x) }", "int | string"),
        ("for k, v := range Seq() { probe(k, v) }", "string | *T"),
        ("var q lib.Seq[Named]; for v := range q { probe(v) }", "Named"),
        ("for i, x := range p { probe(i, x) }", "? | ?"),
        ("for _, x := range xs { for _, y := range bs { probe(x, y) } }", "int | byte"),
    ]);
}

#[test]
fn indexing_slicing_and_pointers() {
    check(&[
        (
            "list[0].b, list[1:], list[1:][0], s[1:], \"s\"[1:], Named(bs)[2:]",
            "string | []T | T | string | string | Named",
        ),
        ("a := [4]T{}; b := &a; probe(a, a[1:], b[1:], b[0], *b, &b)", "[4]T | []T | []T | T | [4]T | **[4]T"),
        ("&t.a, *t, **(&t), &T{}, &[]int{1}", "*int | T | T | *T | *[]int"),
        ("[...]int{1, 2, 3}, [...]int{5: 1}, [size]byte{}, [0x10]byte{}", "[3]int | [...]int | [...]byte | [16]byte"),
        ("k := 1; m := []func(int) T{}; probe(m[k](1), m[0](1), m[size](2), table[s](3))", "T | T | T | []string"),
    ]);
}

#[test]
fn generics_are_known_where_arguments_are_written() {
    check(&[
        ("Make[string](3), Make[*T](1)[0].b, Make(3)", "[]string | string | ?"),
        (
            "b := Box[string, []int]{}; probe(b, b.value, b.more, b.All(), b.key)",
            "Box[string, []int] | []int | [][]int | map[string][]int | string",
        ),
        (
            "x, y, z := Pair[int, string](1, s); probe(x, y, z); u, _, w := Pair(1, 2); probe(u, w)",
            "int | string | int | ? | int",
        ),
        ("f := Make[T]; probe(f, f(1)); var b *Box[int, lib.Old]; probe(b.value)", "func(int) []T | []T | lib.Shared"),
        ("p, &p, []P{p}, Box[P, P]{}.more", "P | *P | []P | []P"),
        ("lib.Values[int](1), lib.Values(1)", "lib.Seq[int] | ?"),
    ]);
}

#[test]
fn scopes_closures_and_type_switches() {
    check(&[
        (
            "x := 1; f := func(x string) []byte { probe(x); return nil }; probe(x, f, f(s), f(s)[0])",
            "string | int | func(string) []byte | []byte | byte",
        ),
        ("x := s; { x := bs; probe(x) }; if x := 1; x > 0 { probe(x) }; probe(x)", "[]byte | int | string"),
        (
            "var e any = t; switch v := e.(type) { case int, string: probe(v); case *T: probe(v, v.b); case nil: probe(v); default: probe(v) }",
            "any | *T | string | any | any",
        ),
        ("func() (int, string) { return 1, s }()", "int"),
        ("var f Fn; a, b := f(1); probe(a, b, a.String(), f)", "Named | bool | string | Fn"),
        ("L: for i := range xs { if i > 0 { goto L }; probe(xs, i) }", "[]int | int"),
        (
            "type local struct { x, y int; Inner }; type list []local; v := list{}; probe(v[0].x, v[0].deep)",
            "int | []byte",
        ),
        ("type rec struct { next *rec; n int }; var r rec; probe(r.n, r.next.n)", "int | ?"),
        ("undeclared, undeclared.x, undeclared(), []undeclared{}", "? | ? | ? | []?"),
    ]);
}

#[test]
fn guards_get_an_answer_or_none() {
    let here = |name: &str| Type::Named(Package::Here, name.into(), Arc::from([]));
    let pointer = |of| Type::Pointer(Arc::new(of));
    let array = |length, of| Type::Array(length, Arc::new(of));
    with_world(|world| {
        assert_eq!(world.is_byte_slice(&here("Named")), Some(true));
        assert_eq!(world.is_byte_slice(&here("Inner")), Some(false));
        assert_eq!(world.is_byte_slice(&here("Nowhere")), None);
        assert_eq!(world.is_string(&Type::Untyped(Untyped::String)), Some(true));
        assert_eq!(world.is_interface(&here("Both")), Some(true));
        assert_eq!(world.is_interface(&Type::Parameter("P".into())), None);
        let shaped =
            [(here("Alias"), Some(true)), (here("T"), Some(false)), (here("Other"), Some(true)), (here("X"), None)];
        for (of, expected) in shaped {
            assert_eq!(world.pointer_shaped(&of), expected, "{of}");
        }
        assert_eq!(world.pointer_shaped(&array(Some(1), pointer(here("X")))), Some(true));
        let sizes = [
            (here("Inner"), Some(40)),
            (here("T"), Some(8 + 32 + 8 + 16 + 8)),
            (array(Some(3), Type::BOOL), Some(3)),
            (array(None, Type::BOOL), None),
            (array(Some(u64::MAX), Type::INT), None),
            (Type::any(), Some(16)),
            (Type::Basic(Basic::Complex(16)), Some(16)),
        ];
        for (of, expected) in sizes {
            assert_eq!(world.size_bytes(&of), expected, "{of}");
        }
        assert!(world.method(&here("T"), "Get").is_some());
        assert!(world.method(&here("T"), "a").is_none());
        assert_eq!(world.formats_itself(&here("Named")), Some(true));
        assert_eq!(world.formats_itself(&pointer(here("Named"))), Some(true));
        assert_eq!(world.formats_itself(&here("Inner")), Some(false));
        assert_eq!(world.formats_itself(&Type::predeclared("error").unwrap()), Some(true));
        assert_eq!(world.formats_itself(&here("Nowhere")), None);
        assert_eq!(world.formats_itself(&Type::INT), Some(false));
    });
}

#[test]
fn a_package_that_declares_a_predeclared_name_voids_answers_that_use_it() {
    let facts =
        PackageFacts::new([&File::read(b"package p\nfunc len(x int) string { return \"\" }\n".to_vec()).facts()]);
    assert!(redeclares(&facts, &["cap", "len"]));
    assert!(!redeclares(&facts, &["cap"]));
}

#[test]
fn files_that_disagree_leave_a_name_unknown() {
    let file = |text: &str| File::read(text.as_bytes().to_vec()).facts();
    let linux =
        file("package p\ntype fd int\nfunc open() int { return 0 }\nvar a = 1\nfunc (f fd) m() int { return 0 }\n");
    let windows =
        file("package p\ntype fd uintptr\nfunc open() string { return \"\" }\nvar a = 1\nfunc (f fd) m() {}\n");
    let here = PackageFacts::new([&linux, &windows]);
    let world = World { path: "x/here", here: &here, package_of: &|_| None };
    let value = |name: &str| Term::Value(Package::Here, name.into());
    let called = |term| Term::Result(Arc::new(term), 0);
    assert_eq!(evaluate(&value("a"), &world), Type::INT);
    assert_eq!(evaluate(&called(value("open")), &world), Type::Unknown);
    let fd = Type::Named(Package::Here, "fd".into(), Arc::from([]));
    assert_eq!(world.underlying(&fd), Type::Unknown);
    assert_eq!(evaluate(&called(Term::Member(Arc::new(Term::Is(fd)), "m".into())), &world), Type::Unknown);
}

#[test]
fn hostile_facts_and_terms_end() {
    let mut text =
        "package p\nvar a = b\nvar b = a\ntype A = []A\ntype B B\ntype C struct { C; *D }\ntype D struct { *C; D }\n"
            .to_owned();
    for depth in 0..60 {
        let next = depth + 1;
        text += &format!(
            "type G{depth}[X any] = struct {{ a, b G{next}[struct {{ x, y X }}] }}\nvar v{depth} = v{next} + v{next}\n"
        );
        text += &format!("type E{depth}[X any] struct {{ E{next}[map[X]X]; *E{next}[[2]X] }}\n");
    }
    let here = PackageFacts::new([&File::read(text.into_bytes()).facts()]);
    let world = World { path: "x/here", here: &here, package_of: &|_| None };
    let named = |name: &str| Type::Named(Package::Here, name.into(), Arc::from([]));
    let instance = |name: &str| Type::Named(Package::Here, name.into(), Arc::from([Type::INT]));
    let value = |name: &str| Term::Value(Package::Here, name.into());
    for term in [value("a"), value("v0"), Term::Is(named("A")), Term::Is(instance("G0")), Term::Is(named("B"))] {
        let _ = evaluate(&term, &world).to_string();
    }
    for of in [named("C"), instance("E0"), instance("G0"), named("A"), named("B")] {
        assert_eq!(evaluate(&Term::Member(Arc::new(Term::Is(of.clone())), "none".into()), &world), Type::Unknown);
        let _ = (world.size_bytes(&of), world.pointer_shaped(&of), world.formats_itself(&of), world.is_string(&of));
    }
    let mut deep = value("a");
    for _ in 0..10_000 {
        deep = Term::Element(Arc::new(deep));
    }
    assert_eq!(evaluate(&deep, &world), Type::Unknown);
    // Dropping a chain of ten thousand would recurse: it is taken apart link by link.
    while let Term::Element(inner) = deep {
        deep = Arc::unwrap_or_clone(inner);
    }
}
