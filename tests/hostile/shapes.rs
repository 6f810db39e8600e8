//! Go that repeats one thing: inside itself, after itself, on one line. Each shape is written for any number of repetitions.

/// The text of a shape with this many repetitions.
pub(crate) type Shape = (&'static str, fn(usize) -> String);

/// Things inside each other.
pub(crate) const NESTED: [Shape; 33] = [
    ("parentheses", |n| body(&format!("x := append(xs, {}1{})\n_ = x", "(".repeat(n), ")".repeat(n)))),
    ("blocks", |n| body(&format!("for {{ {}xs = append(xs, n)\n{} }}", "{".repeat(n), "}".repeat(n)))),
    ("indexes", |n| body(&format!("for {{ _ = append(xs, xs{}[0]{}) }}", "[xs".repeat(n), "]".repeat(n)))),
    ("open parentheses", |n| format!("package p\nfunc f() {{ append{}", "(".repeat(n))),
    ("open braces", |n| format!("package p\nfunc f() {{ append{}", "{".repeat(n))),
    ("open brackets", |n| format!("package p\nfunc f() {{ append{}", "[".repeat(n))),
    ("closing braces", |n| format!("package p\nfunc f() {{ append{}", "}".repeat(n))),
    ("function literals", |n| {
        body(&format!("for {{ {}xs = append(xs, 1){} }}", "func() {".repeat(n), "}()\n".repeat(n)))
    }),
    ("loops", |n| body(&format!("{}xs = append(xs, 1){}", "for {".repeat(n), "}".repeat(n)))),
    ("findings on the way in", |n| body(&format!("{}{}", "for { xs = append(xs, 1)\n".repeat(n), "}".repeat(n)))),
    ("elements of elements that grow", |n| {
        body(&format!("for range xs {{ {}s{} += s }}", "m[".repeat(n), "]".repeat(n)))
    }),
    ("findings in literals", |n| {
        body(&format!("for {{ {}{} }}", "func() { xs = append(xs, 1)\n".repeat(n), "}()\n".repeat(n)))
    }),
    ("else if", |n| {
        body(&format!(
            "for {{\nif n == 0 {{ s += s }} {}\n}}",
            "else if n == 1 { xs = append(xs, 2); s += s } ".repeat(n)
        ))
    }),
    ("pointer types", |n| body(&format!("var x {}int; for {{ x = append(x, 1) }}", "*".repeat(n)))),
    ("slice types", |n| using_t(&format!("type T {0}int\nvar t {0}int", "[]".repeat(n)))),
    ("map types", |n| using_t(&format!("var t {}int", "map[string]".repeat(n)))),
    ("map keys", |n| using_t(&format!("var t {}int{}", "map[".repeat(n), "]int".repeat(n)))),
    ("struct types", |n| using_t(&format!("var t {}int{}", "struct { a ".repeat(n), "}".repeat(n)))),
    ("function types", |n| using_t(&format!("var t {}int{}", "func(".repeat(n), ")".repeat(n)))),
    ("interface types", |n| using_t(&format!("var t {}int{}", "interface { m(".repeat(n), ") }".repeat(n)))),
    ("channel types", |n| body(&format!("var t {}int\nfor {{ xs = append(xs, <-t) }}", "chan ".repeat(n)))),
    ("type arguments", |n| body(&format!("var t {}int{}\nfor {{ append(t, 1) }}", "T[".repeat(n), "]".repeat(n)))),
    ("local structs", |n| {
        body(&format!("var t {}int{}\nfor {{ append(t, 1) }}", "struct { a ".repeat(n), "}".repeat(n)))
    }),
    ("calls in calls", |n| body(&format!("for {{ s += {}s{} }}", "append(".repeat(n), ")".repeat(n)))),
    ("conversions", |n| body(&format!("for {{ s = {}s{} }}", "string([]byte(".repeat(n), "))".repeat(n)))),
    ("formatting", |n| body(&format!("for {{ s = {}s{} }}", "fmt.Sprintf(\"%d\", ".repeat(n), ")".repeat(n)))),
    ("sums in parentheses", |n| body(&format!("for {{ s = {}s{} }}", "string(b) + (".repeat(n), ")".repeat(n)))),
    ("unary operators", |n| body(&format!("for {{ xs = append(xs, {}n) }}", "- ".repeat(n)))),
    ("receive operators", |n| body(&format!("for {{ xs = append(xs, {}n) }}", "<-".repeat(n)))),
    ("composite literals", |n| {
        body(&format!("for {{ x := {}1{}\nxs = append(xs, x) }}", "[]any{".repeat(n), "}".repeat(n)))
    }),
    ("switches", |n| {
        body(&format!("for {{ {}xs = append(xs, 1){} }}", "switch { case n == 1: ".repeat(n), "}".repeat(n)))
    }),
    ("labels", |n| body(&format!("for {{ {}xs = append(xs, 1) }}", "l: ".repeat(n)))),
    ("type parameters", |n| format!("package p\ntype T{}any{} int\n", "[P ".repeat(n), "]".repeat(n))),
];

/// Things after each other.
pub(crate) const REPEATED: [Shape; 46] = [
    ("sum", |n| body(&format!("for {{ s += {}s }}", "s + ".repeat(n)))),
    ("sum of literals", |n| body(&format!("for {{ s += {}s }}", "\"a\" + ".repeat(n)))),
    ("sum of conversions", |n| body(&format!("for {{ s = {}s }}", "string(b) + ".repeat(n)))),
    ("package-level sum", |n| using_t(&format!("var t = {}a", "a + ".repeat(n)))),
    ("package-level selectors", |n| using_t(&format!("var t = a{}", ".a".repeat(n)))),
    ("package-level calls", |n| using_t(&format!("var t = a{}", "()".repeat(n)))),
    ("package-level indexes", |n| using_t(&format!("var t = a{}", "[0]".repeat(n)))),
    ("package-level pointers", |n| using_t(&format!("var t = {}a", "*".repeat(n)))),
    ("selectors", |n| body(&format!("for {{ xs = append(xs, a{}) }}", ".a".repeat(n)))),
    ("calls", |n| body(&format!("for {{ xs = append(xs, a{}) }}", "()".repeat(n)))),
    ("slicings", |n| body(&format!("for {{ xs = append(xs{}, n) }}", "[1:]".repeat(n)))),
    ("assertions", |n| body(&format!("for {{ xs = append(xs, a{}) }}", ".(int)".repeat(n)))),
    ("converted keys", |n| body(&format!("for {{ m{} = 1 }}", "[string(b)]".repeat(n)))),
    ("variables, each with a loop", |n| {
        body(&format!(
            "{}{}",
            each(n, |i| format!("v{i} := make([]int, 0)\n")),
            each(n, |i| { format!("for j := range xs {{ v{i} = append(v{i}, j) }}\n") })
        ))
    }),
    ("variables in one loop", |n| {
        let declared = each(n, |i| format!("v{i} := make([]int, 0)\n"));
        body(&format!("{declared}for j := range xs {{\n{}}}", each(n, |i| format!("v{i} = append(v{i}, j)\n"))))
    }),
    ("loops over one variable", |n| {
        body(&format!("v := make([]int, 0)\n{}", "for j := range xs { v = append(v, j) }\n".repeat(n)))
    }),
    ("appends in one loop", |n| body(&format!("for j := range xs {{\n{}}}", "xs = append(xs, j)\n".repeat(n)))),
    ("appends on one line", |n| body(&format!("for {{ {}}}", "xs = append(xs, n); ".repeat(n)))),
    ("fields that grow in one loop", |n| {
        body(&format!("for range xs {{\n{}}}", each(n, |i| format!("t.f{i} += s\n"))))
    }),
    ("package variables that grow in one loop", |n| {
        body(&format!("for range xs {{\n{}}}", each(n, |i| format!("g{i} += s\nh()\n"))))
    }),
    ("concatenations in one loop", |n| body(&format!("for range xs {{\n{}}}", "s += \"a\"\n".repeat(n)))),
    ("builders", |n| body(&each(n, |i| format!("var b{i} strings.Builder\nfor range xs {{ b{i}.WriteString(s) }}\n")))),
    ("writes to one builder", |n| {
        body(&format!("var b strings.Builder\nfor range xs {{\n{}}}", "b.WriteString(s)\n".repeat(n)))
    }),
    ("loops over one builder", |n| {
        body(&format!("var b strings.Builder\n{}", "for range xs { b.WriteString(s) }\n".repeat(n)))
    }),
    ("maps", |n| body(&each(n, |i| format!("m{i} := map[int]int{{}}\nfor range xs {{ m{i}[1] = 2 }}\n")))),
    ("boxed arguments", |n| body(&format!("for range xs {{\nfmt.Println({})\n}}", "n, ".repeat(n)))),
    ("calls as arguments", |n| body(&format!("for range xs {{\nf({})\n}}", "append(xs, n), ".repeat(n)))),
    ("elements", |n| using_t(&format!("var t = []int{{{}}}", "1, ".repeat(n)))),
    ("struct elements", |n| {
        body(&format!("for {{ x := []T{{{}}}\nx = append(x, 1) }}", "{a: 1, b: \"x\"}, ".repeat(n)))
    }),
    ("appends as elements", |n| body(&format!("for {{ x := []any{{{}}}\n_ = x }}", "append(xs, 1), ".repeat(n)))),
    ("statements on one line", |n| body(&format!("for {{ xs = append(xs, n); {}}}", "n++; ".repeat(n)))),
    ("long comment", |n| format!("package p\n//{}\n{}", "x".repeat(n * 10), &body("s += s")[10..])),
    ("long name", |n| body(&format!("for {{ {0} = append({0}, 1) }}", "x".repeat(n * 10)))),
    ("functions", |n| {
        format!("package p\n{}", each(n, |i| format!("func f{i}(xs []int) {{ for {{ xs = append(xs, 1) }} }}\n")))
    }),
    ("methods", |n| {
        format!(
            "package p\n{}",
            each(n, |i| format!("func (t *T) f{i}(xs []int) {{ for {{ xs = append(xs, t.f{i}) }} }}\n"))
        )
    }),
    ("methods with findings", |n| {
        let method = |i| format!("func (t *T) f{i}(s string) {{ for {{ s += t.g(s) }} }}\n");
        format!("package p\ntype T struct{{}}\n{}", each(n, method))
    }),
    ("broken functions", |n| {
        format!("package p\n{}", each(n, |i| format!("func f{i}(xs []int) {{ for {{ xs = append(xs, 1 1) }} }}\n")))
    }),
    ("no declarations", |n| format!("package p\n{}", "append } for\n".repeat(n))),
    ("types through types", |n| using_t(&format!("var t T0\n{}", each(n, |i| format!("type T{i} T{}\n", i + 1))))),
    ("embedded structs", |n| {
        let embedding = |i| format!("type T{i} struct {{ T{}; *T{}; T{} }}\n", i + 1, i + 1, i + 2);
        using_t(&format!("var t T0\n{}", each(n, embedding)))
    }),
    ("variables through variables", |n| {
        using_t(&format!("var t = v0\n{}", each(n, |i| format!("var v{i} = v{}\n", i + 1))))
    }),
    ("locals through locals", |n| {
        let chain = each(n, |i| format!("v{} := v{i}\n", i + 1));
        body(&format!("v0 := xs\n{chain}for {{ v{n} = append(v{n}, 1) }}"))
    }),
    ("parameters", |n| {
        format!("package p\nfunc f({}s string) {{ for {{ s += s }} }}\n", each(n, |i| format!("a{i} int, ")))
    }),
    ("imports", |n| {
        let imports = each(n, |i| format!("a{i} \"x/a{i}\"\n"));
        format!("package p\nimport (\n{imports})\nfunc f(s string) {{ for {{ s += a1.X }} }}\n")
    }),
    ("cases", |n| {
        body(&format!("switch n {{\n{}}}", each(n, |i| format!("case {i}: for {{ xs = append(xs, 1) }}\n"))))
    }),
    ("unclosed literals", |n| format!("package p\nvar a = append(\"{}", "\n\"".repeat(n))),
];

/// A function with this body.
fn body(statements: &str) -> String {
    let imports = "import (\n\"fmt\"\n\"strings\"\n)\n";
    format!(
        "package p\n{imports}\nfunc f(n int, s string, b []byte, xs []int, m map[string]int) {{\n{statements}\n}}\n"
    )
}

/// A package with these declarations and findings whose types depend on its `t`.
fn using_t(declarations: &str) -> String {
    format!("package p\n{declarations}\nfunc f(s string) {{\nfor {{\ns += t\nt = append(t, t)\nt += s\n}}\n}}\n")
}

fn each(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

#[test]
fn every_shape_has_a_name_of_its_own() {
    let mut names: Vec<&str> = NESTED.iter().chain(&REPEATED).map(|(name, _)| *name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
