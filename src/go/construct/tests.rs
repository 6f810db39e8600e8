//! Constructs of small pieces of Go: what is found, where it is charged, and what is not there.

mod hostile;

use super::*;
use crate::go::bindings::Import;
use crate::go::evaluate::{PackageFacts, World};
use crate::go::facts::facts;
use crate::go::outline::outline;
use crate::go::syntax::{parse, parser};
use crate::go::words::Words;
use crate::model::Dialect;
use std::sync::Arc;

/// What the snippets may use.
const HERE: &str = "package p
import (\"fmt\"; \"io\"; \"strings\"; \"errors\"; \"other.org/m/unknown\")
type pair struct { a, b int64 }
type shape interface { Area() float64 }
func (p pair) Area() float64 { return 0 }
func (p *pair) Grow() {}
func (p pair) Total() int64 { return 0 }
type list []pair
type table map[string]pair
type named string
type node struct { next *node; value any; items []int; count int; do func(); pair pair }
func one() int { return 1 }
func two() (pair, error) { return pair{}, nil }
func takes(a any, n int, rest ...any) {}
func ints(rest ...int) {}
func keep(f func()) {}
func sequence(yield func(int, string) bool) {}
func generic[T any](v T) {}
var sink any
var total int
var words map[string]int
var _, _, _, _, _ = fmt.Sprint, io.EOF, strings.ToUpper, errors.New, unknown.Do
";

/// The facts of `HERE` and `source`.
fn world_of<T>(source: &str, ask: impl FnOnce(&World) -> T) -> T {
    let text = format!("{HERE}{source}\n").into_bytes();
    let here = PackageFacts::new([&facts(&text, &outline(&text, &Words::new::<&str>([])))]);
    let package_of = |path: &str| Some(Arc::new(PackageFacts::new([&*crate::go::std::facts(path)?])));
    ask(&World { path: "example.org/p", here: &here, package_of: &package_of })
}

/// The constructs of a declaration in the file of `HERE`, with the offsets of `source`; `None` where it does not parse.
fn settled_of(source: &str) -> Option<Vec<Construct>> {
    let text = HERE.as_bytes();
    let outline = outline(text, &Words::new::<&str>([]));
    let imports: Vec<Import> =
        outline.imports.iter().map(|import| Import { name: import.name.clone(), path: import.path.clone() }).collect();
    let tree = parse(&mut parser().unwrap(), source.as_bytes()).ok()?;
    let syntax = Syntax::new(&tree, source.as_bytes(), 0);
    let bindings = Bindings::new(&syntax, &imports);
    let terms = Terms::new(&syntax, &bindings, &imports);
    let found = constructs(&syntax, &bindings, &terms);
    Some(world_of(source, |world| settled(found, world)))
}

/// One line for each construct of a function with this body: what it is told as, the text from the charged byte on (up to
/// a blank), and `?` where a condition stays open.
fn told(body: &str) -> Vec<String> {
    let source = if body.starts_with("func f") || body.starts_with("var v") || body.starts_with("const") {
        body.to_owned()
    } else {
        format!("func f(n int, s string, b []byte, x *node, i shape, p pair, e any, ch chan any) {{\n{body}\n}}")
    };
    let found = settled_of(&source).unwrap();
    {
        let line = |construct: &Construct| {
            let rest = &source[construct.charged_at..];
            let at = rest.split_whitespace().next().unwrap_or_default().chars().take(8).collect::<String>();
            let open = if construct.conditions.is_empty() { "" } else { "?" };
            format!("{}{open} @ {at}", construct.told(source.as_bytes()))
        };
        found.iter().map(line).collect()
    }
}

/// Bodies, and what allocates in each.
#[test]
fn everything_that_can_allocate_is_found_where_go_charges_it() {
    let cases: &[(&str, &[&str])] = &[
        ("_ = make([]int, n)", &["`make([]int, n)` @ ([]int,"]),
        ("_ = make(map[string]int)", &["`make(map[string]int)` @ (map[str"]),
        ("_ = make(chan int, 3)", &["`make(chan int, 3)` @ (chan"]),
        ("_ = make(list, 3)", &["`make(list, 3)` @ (list,"]),
        ("_ = new(pair)", &["`new(pair)` @ (pair)"]),
        ("_ = new(n)", &["`new(n)` @ (n)"]),
        ("_ = &pair{1, 2}", &["`&pair{...}` @ &pair{1,"]),
        ("_ = []*pair{{1, 2}, {}}", &["`[]*pair{...}` @ {{1,", "`{...}` @ {1,", "`{...}` @ {}}"]),
        ("_ = list{{}, {}}", &["`list{...}` @ {{},"]),
        ("_ = table{\"a\": {}}", &["`table{...}` @ {\"a\":"]),
        ("_ = pair{}", &[]),
        ("_ = []int{}", &[]),
        ("x.items = append(x.items, 1, n)", &["`append(x.items, 1, n)` @ (x.items"]),
        ("_ = append(b)", &[]),
        ("_ = s + \"a\" + s", &["`s + \"a\" + s` @ +"]),
        ("s += \"x\" + s", &["`s += \"x\" + s` @ +="]),
        ("n += n + 1", &[]),
        ("total = n + total", &[]),
        ("_ = string(b)", &["`string(b)` @ b)"]),
        ("_ = []byte(s)", &["`[]byte(s)` @ s)"]),
        ("_ = []byte(\"hello\")", &["`[]byte(\"hello\")` @ \"hello\")"]),
        ("_ = words[string(b)]", &[]),
        ("words[string(b)] = 1", &["`words[string(b)]` @ [string(", "`string(b)` @ b)]"]),
        ("_ = string(b) == s", &[]),
        ("_ = named(b)", &["`named(b)` @ b)"]),
        ("_ = named(s)", &[]),
        ("_ = string(rune(n))", &["`string(rune(n))` @ (n))"]),
        ("for range []byte(s) {}", &[]),
        ("for range string(b) {}", &["`string(b)` @ b)"]),
        ("switch string(b) { }", &[]),
        ("_ = \"a\" + string(b)", &["`\"a\" + string(b)` @ +"]),
        (
            "keep(func() { n++ })",
            &[
                "parameter `n` on the heap @ func",
                "call of `keep` @ (func()",
                "the closure of a function literal @ func()",
            ],
        ),
        ("keep(func() { _ = n })", &["call of `keep` @ (func()", "the closure of a function literal @ func()"]),
        ("keep(func() {})", &["call of `keep` @ (func()"]),
        ("_ = func() any { return n }()", &["call of a function literal @ ()", "boxing of `n` @ n"]),
        ("defer func() { n++ }()", &["call of a function literal @ ()"]),
        ("for { defer one() }", &["`defer` in a loop @ defer", "call of `one` @ ()"]),
        (
            "for { defer func() { n++ }() }",
            &[
                "parameter `n` on the heap @ func",
                "`defer` in a loop @ defer",
                "`defer` in a loop @ defer",
                "call of a function literal @ ()",
            ],
        ),
        ("go takes(n, 1)", &["the closure of a `go` statement @ go", "boxing of `n` @ n,"]),
        ("go generic(pair{a: int64(n)})", &["the closure of a `go` statement @ go"]),
        ("go generic([200]byte{})", &[]),
        ("go one()", &[]),
        ("go func() { n++ }()", &["parameter `n` on the heap @ func", "the closure of a `go` statement @ go"]),
        (
            "keep(p.Grow)",
            &["parameter `p` on the heap @ func", "call of `keep` @ (p.Grow)", "method value `p.Grow` @ .Grow)"],
        ),
        ("sink = p.Area", &["method value `p.Area` @ .Area"]),
        ("sink = x.do", &[]),
        ("sink = n", &["boxing of `n` @ n"]),
        ("sink = 5", &[]),
        ("sink = x", &[]),
        ("sink = p", &["boxing of `p` @ p"]),
        ("sink = pair{}", &[]),
        ("sink = e", &[]),
        ("sink = n > 3", &[]),
        ("var t any = n; _ = t", &["boxing of `n` @ n;"]),
        ("ch <- n", &["boxing of `n` @ n"]),
        ("i = p", &["boxing of `p` @ p"]),
        (
            "takes(n, n, n, p, 7, i)",
            &[
                "the argument slice of `takes` @ (n,",
                "call of `takes` @ (n,",
                "boxing of `n` @ n,",
                "boxing of `n` @ n,",
                "boxing of `p` @ p,",
            ],
        ),
        ("ints(n, 2)", &["the argument slice of `ints` @ (n,", "call of `ints` @ (n,"]),
        ("ints(x.items...)", &["call of `ints` @ (x.items"]),
        ("takes(1, 2, b)", &["the argument slice of `takes` @ (1,", "call of `takes` @ (1,", "boxing of `b` @ b)"]),
        ("fmt.Println(n, s)", &["call of `fmt.Println` @ (n,", "boxing of `n` @ n,", "boxing of `s` @ s)"]),
        (
            "unknown.Do(n)",
            &["the argument slice of `unknown.Do`? @ (n)", "call of `unknown.Do`? @ (n)", "boxing of `n`? @ n)"],
        ),
        ("sink, _ = two()", &["boxing of `two()` @ ()", "call of `two` @ ()"]),
        ("sink = i", &[]),
        ("i = e.(shape)", &["the runtime's table of conversions to an interface @ .(shape)"]),
        ("switch e.(type) { case shape: }", &["the runtime's table of conversions to an interface @ switch"]),
        ("panic(n)", &["boxing of `n` @ n)"]),
        ("for v := range sequence { sink = v }", &["a loop over a function @ for", "boxing of `v` @ v"]),
        ("v := n; _ = &v", &["variable `v` on the heap @ v"]),
        ("v := p; v.Grow(); _ = v", &["variable `v` on the heap @ v", "call of `v.Grow` @ ();"]),
        ("var a [8]byte; _ = a[:]", &["variable `a` on the heap @ a"]),
        ("q := x.pair; _ = &q.a", &["variable `q` on the heap @ q"]),
        (
            "for v := range 3 { keep(func() { v++ }) }",
            &[
                "variable `v` on the heap @ for",
                "call of `keep` @ (func()",
                "the closure of a function literal @ func()",
            ],
        ),
        ("x.next.pair.Grow()", &["call of `x.next.pair.Grow` @ ()"]),
        ("p.Grow()", &["parameter `p` on the heap @ func", "call of `p.Grow` @ ()"]),
        ("one()", &["call of `one` @ ()"]),
        ("x.do()", &["call of `x.do` @ ()"]),
        ("fmt.Sprint()", &["call of `fmt.Sprint` @ ()"]),
        ("func() {}()", &["call of a function literal @ ()"]),
        ("_ = any(n)", &["boxing of `n` @ n)"]),
        ("sink = named(s)", &["boxing of `named(s)` @ (s)"]),
        ("sink = int64(n)", &["boxing of `int64(n)` @ (n)"]),
        ("sink = []byte(s)", &["boxing of `[]byte(s)` @ (s)", "`[]byte(s)` @ s)"]),
        ("_ = string([]rune(s))", &["`string([]rune(s))` @ (s))", "`[]rune(s)` @ s))"]),
        ("_ = shape(p)", &["boxing of `p` @ p)"]),
        ("_ = error(nil)", &[]),
        ("generic(n)", &["call of `generic` @ (n)"]),
        ("var big [200 << 10]byte; _ = big", &["variable `big` on the heap @ big"]),
        ("words[s]++", &["`words[s]` @ [s]++"]),
        ("x.items[0]++", &[]),
        ("x.value = n", &["boxing of `n` @ n"]),
        ("_ = node{value: n}", &["boxing of `n` @ n}"]),
        ("_ = map[any]any{n: s}", &["`map[any]any{...}` @ {n:", "boxing of `n` @ n:", "boxing of `s` @ s}"]),
        ("_ = struct{ v any }{n}", &["boxing of `n` @ n}"]),
        ("func f(n int) any { return n }", &["boxing of `n` @ n"]),
        ("func f() (r []int) { r = append(r, 1); return }", &["`append(r, 1)` @ (r,"]),
        ("func f[T any](v T) { sink = v }", &["boxing of `v`? @ v"]),
        ("var v = []any{total}", &["`[]any{...}` @ {total}", "boxing of `total` @ total}"]),
        ("const c = \"a\" + \"b\"", &[]),
        ("_ = len(s) + cap(b)", &[]),
    ];
    for (body, expected) in cases {
        assert_eq!(told(body), *expected, "{body}");
    }
}

#[test]
fn a_value_without_a_size_still_takes_a_word_of_its_slot_in_a_map() {
    let source = "func f(m map[string]struct{}, k string) { m[k] = struct{}{} }";
    let found = settled_of(source).unwrap();
    let of_24_byte_slots = |world: &World| fits(&found[0].amount, 208, world, Dialect::exactly(26));
    assert_eq!((found.len(), world_of(source, of_24_byte_slots)), (1, Fit::Yes));
}

/// Each body captures one variable in a literal; what `go build -gcflags=-m=2` says of it on Go 1.21 to 1.27.
#[test]
fn variables_are_captured_as_the_compiler_says() {
    let (value, pointer, by_language) = ("value", "pointer", "pointer?");
    let cases = [
        ("x := n; keep(func() { _ = x })", value),
        ("var x int; x = n; keep(func() { _ = x })", value),
        ("var x int; if n > 3 { x = n }; keep(func() { _ = x })", value),
        ("var x int; for range n { x = n }; keep(func() { _ = x })", value),
        ("q := pair{}; q.a = 3; keep(func() { _ = q })", value),
        ("var a [4]int; a[n] = 3; keep(func() { _ = a })", value),
        ("x := n; keep(func() { _ = x }); x = 5", pointer),
        ("x := n; keep(func() { x++ })", pointer),
        ("x := n; for range n { keep(func() { _ = x }) }", value),
        ("x := n; x = 4; for range n { keep(func() { _ = x }) }", pointer),
        ("x := n; keep(func() { func() { x = 4 }() })", pointer),
        ("x := n; _ = &x; keep(func() { _ = x })", pointer),
        ("q := pair{}; keep(func() { _ = q }); q.a = 3", pointer),
        ("q := pair{}; q.Grow(); keep(func() { _ = q })", pointer),
        ("q := pair{}; q.Total(); keep(func() { _ = q })", value),
        ("q := &pair{}; keep(func() { _ = q }); q.a = 3", value),
        ("r := b; keep(func() { _ = r }); r[0] = 3", value),
        ("for i := 0; i < n; i++ { keep(func() { _ = i }) }", by_language),
        ("for i := 0; i < n; i++ { keep(func() { _ = i }); i++ }", pointer),
        ("for _, c := range s { keep(func() { _ = c }) }", by_language),
        ("for _, c := range s { if c > 3 { c = 5 }; keep(func() { _ = c }) }", by_language),
        ("for _, c := range s { keep(func() { _ = c }); c = 5 }", pointer),
        ("func f() (r int) { r = 4; keep(func() { _ = r }); return }", pointer),
    ];
    for (body, expected) in cases {
        let source = match body.starts_with("func") {
            true => body.to_owned(),
            false => format!("func f(n int, s string, b []byte) {{ {body} }}"),
        };
        let closures = settled_of(&source).unwrap().into_iter().filter_map(|construct| match construct.amount {
            Amount::Closure { captured } => Some(captured),
            _ => None,
        });
        let told = world_of(&source, |world| {
            let of = |captured: Vec<Captured>| match captured.as_slice() {
                [Captured::Value(_)] => "value",
                [Captured::Pointer] => "pointer",
                [Captured::PointerIf(condition, _)] => match condition.settle(world) {
                    Some(true) => "pointer",
                    Some(false) => "value",
                    None => "pointer?",
                },
                _ => "several",
            };
            closures.map(of).next()
        });
        assert_eq!(told, Some(expected), "{body}");
    }
}

#[test]
fn a_buffer_that_no_machine_holds_has_no_size() {
    let source = "func f() { _ = make(chan byte, 3) }";
    let found = settled_of(source).unwrap();
    let Amount::Chan { of, count: Some(3) } = &found[0].amount else { panic!("no channel: {found:?}") };
    let fit = |amount: &Amount, class| world_of(source, |world| fits(amount, class, world, Dialect::exactly(26)));
    let most = Amount::Chan { of: of.clone(), count: Some(u64::MAX) };
    // With the header it would come round to 95 bytes, or to 103 or 111.
    assert_eq!([80, 96, 112, 128].map(|class| fit(&most, class)), [Fit::No; 4]);
    assert_eq!(fit(&Amount::Table(u64::MAX), 8), Fit::No);
}

#[test]
fn what_go_and_defer_hold_of_a_literal_is_what_it_is_made_of() {
    let source =
        "func f(n int, s string) { go takesPair(pair{a: int64(n), b: 3}); go takesNode(node{value: s, count: n}) }
func takesPair(p pair) {}
func takesNode(n node) {}
func g(big [200]byte) { go takesArray(big) }
func takesArray(a [200]byte) {}";
    let found = settled_of(source).unwrap();
    let sizes = |class| {
        let fit = |construct: &Construct| {
            world_of(source, |world| fits(&construct.amount, class, world, Dialect::exactly(26)))
        };
        found.iter().filter(|construct| construct.kind == ConstructKind::Go).map(fit).collect::<Vec<Fit>>()
    };
    // A code pointer with an int; constants are not held. With an interface and an int.
    assert_eq!(sizes(16), [Fit::Yes, Fit::No, Fit::Yes, Fit::No]);
    assert_eq!(sizes(32), [Fit::No, Fit::Yes, Fit::No, Fit::No]);
    // What is too large is a pointer in the closure, and stands alone.
    assert_eq!(sizes(208), [Fit::No, Fit::No, Fit::No, Fit::Yes]);
}

/// Measured on Go 1.21, 1.26 and 1.27.
#[test]
fn a_deferred_call_runs_at_a_return_or_at_the_closing_brace() {
    let source =
        "func f(n int) int {\n defer one()\n if n > 3 {\n  return 1\n }\n keep(func() { return })\n return 2\n}";
    let found = settled_of(source).unwrap();
    let line = |also: &AlsoCharged| 1 + source[..also.at].matches('\n').count();
    let deferred = found.iter().find(|construct| construct.told(source.as_bytes()) == "call of `one`").unwrap();
    assert_eq!(deferred.also_charged.iter().map(line).collect::<Vec<usize>>(), [4, 7, 8]);
}
