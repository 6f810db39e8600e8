//! What is read of declarations, shown in Go's own notation.

use super::facts::facts;
use super::outline::outline;
use super::types::{Basic, Package, Signature, Term, Type, Untyped};
use super::words::Words;

/// Shows all facts of `text`, a line each.
fn shown(text: &str) -> Vec<String> {
    let outline = outline(text.as_bytes(), &Words::new::<&str>([]));
    let facts = facts(text.as_bytes(), &outline);
    let mut lines = Vec::new();
    for fact in &facts.types {
        let equals = if fact.alias { "= " } else { "" };
        let parameters =
            if fact.parameters.is_empty() { String::new() } else { format!("[{}]", fact.parameters.join(", ")) };
        lines.push(format!("type {}{parameters} {equals}{}", fact.name, show(&fact.right)));
    }
    for fact in &facts.values {
        lines.push(format!("{} {} {}", if fact.constant { "const" } else { "var" }, fact.name, term(&fact.term)));
    }
    lines.extend(facts.functions.iter().map(|(name, signature)| format!("func {name}{}", sign(signature))));
    for fact in &facts.methods {
        let star = if fact.pointer { "*" } else { "" };
        lines.push(format!("func ({star}{}) {}{}", fact.receiver, fact.name, sign(&fact.signature)));
    }
    lines
}

fn many(types: &[Type]) -> String {
    types.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn sign(signature: &Signature) -> String {
    let own = if signature.type_parameters.is_empty() {
        String::new()
    } else {
        format!("[{}]", signature.type_parameters.join(", "))
    };
    let dots = if signature.variadic { "..." } else { "" };
    format!("{own}({}{dots}) ({})", many(&signature.parameters), many(&signature.results))
}

fn show(of: &Type) -> String {
    match of {
        Type::Unknown => "?".into(),
        Type::Untyped(Untyped::Bool) => "untyped bool".into(),
        Type::Untyped(untyped) => format!("untyped {untyped:?}").to_lowercase(),
        Type::Basic(Basic::String) => "string".into(),
        of if *of == Type::INT => "int".into(),
        of if *of == Type::BYTE => "byte".into(),
        of if *of == Type::any() => "any".into(),
        of if Some(of) == Type::predeclared("error").as_ref() => "error".into(),
        Type::Basic(basic) => format!("{basic:?}"),
        Type::Named(package, name, arguments) => {
            let qualifier = if let Package::Path(path) = package { format!("{path}.") } else { String::new() };
            let arguments = if arguments.is_empty() { String::new() } else { format!("[{}]", many(arguments)) };
            format!("{qualifier}{name}{arguments}")
        }
        Type::Pointer(of) => format!("*{}", show(of)),
        Type::Slice(of) => format!("[]{}", show(of)),
        Type::Array(Some(length), of) => format!("[{length}]{}", show(of)),
        Type::Array(None, of) => format!("[_]{}", show(of)),
        Type::Map(key, value) => format!("map[{}]{}", show(key), show(value)),
        Type::Chan(of) => format!("chan {}", show(of)),
        Type::Func(signature) => format!("func{}", sign(signature)),
        Type::Struct(fields) => {
            let field = |field: &super::types::Field| {
                format!("{}{} {}", if field.embedded { "+" } else { "" }, field.name, show(&field.of))
            };
            format!("struct{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join("; "))
        }
        Type::Interface { methods, embedded } => {
            let methods = methods.iter().map(|method| format!("{}{}", method.name, sign(&method.signature)));
            format!("interface{{{}}}", methods.chain(embedded.iter().map(show)).collect::<Vec<_>>().join("; "))
        }
        Type::Parameter(name) => format!("${name}"),
        Type::Tuple(types) => format!("({})", many(types)),
    }
}

fn term(of: &Term) -> String {
    match of {
        Term::Is(of) => show(of),
        Term::Value(Package::Here, name) => format!("value {name}"),
        Term::Value(Package::Path(path), name) => format!("value {path}.{name}"),
        Term::Member(of, name) => format!("({}).{name}", term(of)),
        Term::Result(of, index) => format!("result {index} of {}", term(of)),
        Term::Instance(of, arguments) => format!("{}[{}]", term(of), many(arguments)),
        Term::Element(of) => format!("element of {}", term(of)),
        Term::Pointee(of) => format!("pointee of {}", term(of)),
        Term::Address(of) => format!("address of {}", term(of)),
        Term::Sliced(of) => format!("part of {}", term(of)),
        Term::Arithmetic(left, right) => format!("{} op {}", term(left), term(right)),
        Term::Defaulted(of) => format!("default {}", term(of)),
        Term::Ranged(_) | Term::RangeKey(_) | Term::Passed(..) | Term::Placed(..) => "never".into(),
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "in:\n{text}");
}

#[test]
fn signatures_keep_types_and_drop_names() {
    check(
        "package p\nimport (\n\t\"io\"\n\ty \"gopkg.in/yaml.v3\"\n)\n\
         func A(a, b int, c ...string) (n int, err error) {}\n\
         func B(io.Reader, []byte, func(int) (string, error), T) <-chan *y.Node\n\
         func C(x, y) (z) {}\n\
         func D[K comparable, V any, S ~[]V](m map[K]V, a [4]V, b Pair[K, V], c [N]S) interface{ M(); io.Reader } { return nil }\n\
         func E(a Set[int], Set[string])\n\
         func F(a [4]int, b []*T, c (T), d struct{ x int }) func() {}\n\
         func (s *Stack[K, V]) Push(k K, v ...V) (r V) {}\n\
         func (T) M[P any](p P) T { return 1 }\n",
        &[
            "func A(int, int, []string...) (int, error)",
            "func B(io.Reader, []byte, func(int) (string, error), T) (chan *gopkg.in/yaml.v3.Node)",
            "func C(x, y) (z)",
            "func D[K, V, S](map[$K]$V, [4]$V, Pair[$K, $V], [_]$S) (interface{M() (); io.Reader})",
            "func E(Set[int], Set[string]) ()",
            "func F([4]int, []*T, T, struct{x int}) (func() ())",
            "func (*Stack) Push($K, []$V...) ($V)",
            "func (T) M[P]($P) (T)",
        ],
    );
}

#[test]
fn types_are_read_with_fields_methods_and_parameters() {
    check(
        "package p\nimport \"sync\"\n\
         type A struct {\n\tsync.Mutex\n\t*B `json:\"b\"`\n\tC[int]\n\ta, b []string\n\tn [3]int \"tag\"\n\tf func(x int) error\n\t_ int\n}\n\
         type I interface {\n\tM(a, b int) (string, error)\n\tfmt.Stringer\n\tI2\n\t~int | string\n}\n\
         type (\n\tG[K comparable, V any] map[K][]V\n\tAlias = B\n\tArr [N]int\n\tArr2 [N * 2]int\n\tP[T *C,] struct{}\n\tL [0x10]byte\n)\n\
         type string int\ntype U []string\n",
        &[
            "type A struct{+Mutex sync.Mutex; +B *B; +C C[int]; a []string; b []string; n [3]int; f func(int) (error); _ int}",
            "type I interface{M(int, int) (string, error); ?; I2; ?}",
            "type G[K, V] map[$K][]$V",
            "type Alias = B",
            "type Arr [_]int",
            "type Arr2 [_]int",
            "type P[T] struct{}",
            "type L [16]byte",
            "type string int",
            "type U []string",
        ],
    );
}

#[test]
fn variables_take_their_type_or_what_the_initialiser_says() {
    check(
        "package p\nimport (\n\t\"regexp\"\n\t\"sync\"\n\t\"os\"\n)\n\
         var a int\nvar b, c string = \"\", \"\"\nvar d = 1\nvar e, f = \"s\", 'x'\nvar g = regexp.MustCompile(`a`)\n\
         var h, i = os.Open(\"x\")\nvar j = &T{a: 1}\nvar k = []string{\"a\", \"b\"}\nvar l = make(map[string]int, 3)\n\
         var m = new(T)\nvar n = sync.Pool{New: func() any { return 1 }}\nvar o = string(x)\nvar p = F()\nvar q = F().X[1][2:3]\n\
         var r = func(a int) (error) { return nil }\nvar s = os.Args\nvar t = a + 1\nvar u = a == 1 && true\nvar v = G[int](1)\n\
         var w = x.(T)\nvar x = [...]byte{1}\nvar y = append([]T(nil), a...)\nvar z = new(1 + 2)\nvar aa = <-ch\nvar ab = *pp\n\
         var (\n\tac = len(a)\n\t_ = 1\n\tad = struct{ a int }{1}\n\tae = map[string]T{\n\t\t\"a\": {},\n\t}\n\taf = if x\n\tag = -1.5\n)\n\
         var ah = &[]T{}\nvar ai = Set[int]{}\nvar aj = 1 << a\n",
        &[
            "var a int",
            "var b string",
            "var c string",
            "var d default untyped int",
            "var e default untyped string",
            "var f default untyped rune",
            "var g default result 0 of value regexp.MustCompile",
            "var h default result 0 of value os.Open",
            "var i default result 1 of value os.Open",
            "var j *T",
            "var k []string",
            "var l map[string]int",
            "var m *T",
            "var n sync.Pool",
            "var o string",
            "var p default result 0 of value F",
            "var q default part of element of (result 0 of value F).X",
            "var r func(int) (error)",
            "var s default value os.Args",
            "var t default value a op untyped int",
            "var u default untyped bool",
            "var v default result 0 of value G[int]",
            "var w T",
            "var x [_]byte",
            "var y []T",
            "var z default address of default untyped int",
            "var aa default element of value ch",
            "var ab default pointee of value pp",
            "var ac int",
            "var ad struct{a int}",
            "var ae map[string]T",
            "var af ?",
            "var ag default untyped float",
            "var ah *[]T",
            "var ai Set[int]",
            "var aj default untyped int",
        ],
    );
}

#[test]
fn constants_repeat_what_stands_before_them() {
    check(
        "package p\nconst a = 1\nconst (\n\tb K = iota\n\tc\n\td\n\te, f = \"s\", 1.5\n\tg, h\n\t_\n\ti = c + 1\n\tj = len(\"x\")\n)\n",
        &[
            "const a untyped int",
            "const b K",
            "const c K",
            "const d K",
            "const e untyped string",
            "const f untyped float",
            "const g untyped string",
            "const h untyped float",
            "const i value c op untyped int",
            "const j int",
        ],
    );
}

#[test]
fn a_dot_import_makes_undeclared_names_unknown() {
    check(
        "package p\nimport . \"x\"\nvar a T\nvar b = F()\nvar c U\ntype U int\n",
        &["type U int", "var a ?", "var b default result 0 of ?", "var c U"],
    );
}

#[test]
fn broken_declarations_leave_the_others_alone() {
    check(
        "package p\nvar a = (\nvar b int\nfunc F(x {\nfunc G(int)\ntype T struct { a \ntype U int\nvar ( c = 1\n",
        &["type T ?", "type U int", "var a ?", "var b int", "var c default untyped int", "func G(int) ()"],
    );
}

#[test]
fn deep_types_and_terms_are_unknown() {
    let deep = |open: &str, close: &str| format!("{}x{}", open.repeat(10_000), close.repeat(10_000));
    for expression in
        [deep("(", ")"), deep("f(", ")"), deep("[]", ""), deep("a[", "]"), deep("&", ""), deep("append(", ")")]
    {
        check(&format!("package p\nvar a = {expression}\nvar b int\n"), &["var a ?", "var b int"]);
    }
    check(&format!("package p\nvar a {}int\nvar b int\n", "*".repeat(10_000)), &["var a ?", "var b int"]);
}
