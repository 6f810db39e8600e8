//! Guards alone: a rule of one guard over Go code whose lines say what the guard takes.
//!
//! A line that ends with `// taken` must be reported and no other. Where a test reports what a guard binds, the lines are those of
//! what is bound.

use crate::model::{Dialect, Source};
use crate::proof::reported;
use crate::rule::{Origin, RuleSet, read_foreign_rule};

/// What a rule looks for before its guard is asked.
struct Shape {
    trigger: &'static str,
    query: &'static str,
    /// The capture whose line is reported.
    at: &'static str,
}

const CALL: Shape = Shape {
    trigger: "Work",
    query: "; a call\n(call_expression function: (_) @_called (#match? @_called \"Work$\")) @report",
    at: "report",
};
const MADE: Shape = Shape {
    trigger: ":=",
    query: "; what a variable is declared with\n(short_var_declaration right: (expression_list . (_) @made .)) @report",
    at: "report",
};
const DECLARED: Shape = Shape {
    trigger: ":=",
    query: "; a variable\n(short_var_declaration left: (expression_list . (identifier) @x .)) @report",
    at: "report",
};
const ASSIGNED: Shape = Shape {
    trigger: "=",
    query: "; what is assigned\n(assignment_statement left: (expression_list . (_) @x .)) @report",
    at: "report",
};

impl Shape {
    fn at(self, at: &'static str) -> Shape {
        Shape { at, ..self }
    }

    fn rules(&self, guard: &str) -> RuleSet {
        let (trigger, at) = (self.trigger, self.at);
        let toml = format!(
            "title = \"a rule\"\ngroup = \"slices\"\nseverity = \"note\"\nconfidence = \"high\"\n\
             [find]\ntrigger = [[\"{trigger}\"]]\nguards = [{guard}]\n[measure]\nby = \"nothing\"\n\
             [say]\nmessage = \"m\"\nat = \"{at}\"\nlabel = \"l\"\nhelp = \"h\"\n\
             [explain]\nwhat = \"a\"\nwhy = \"b\"\nprofile = \"c\"\nwrite = \"d\"\nleave = \"e\"\n"
        );
        let rule = read_foreign_rule("a-guard", &toml, self.query, Origin::Shipped);
        let mut rules = RuleSet::default();
        rules.add(rule.unwrap_or_else(|errors| panic!("{errors:#?}"))).expect("the only rule");
        rules
    }

    /// Holds the guard to the lines that say what it takes.
    #[track_caller]
    fn takes(&self, guard: &str, code: &str) {
        let source = Source::new("guarded.go", format!("package p\n{code}").into_bytes());
        let found = reported(&self.rules(guard), "example.com/p", &[source], Dialect::exactly(Dialect::NEWEST));
        let found: Vec<u32> = found.iter().map(|one| one.line).collect();
        let wanted: Vec<u32> =
            (2..).zip(code.lines()).filter(|(_, line)| line.ends_with("// taken")).map(|(number, _)| number).collect();
        let shown = |numbers: &[u32]| {
            let line = |number: &u32| code.lines().nth(*number as usize - 2).unwrap_or_default().trim().to_owned();
            numbers.iter().map(line).collect::<Vec<_>>()
        };
        assert!(!wanted.is_empty(), "nothing is taken: the test could not tell");
        assert_eq!(shown(&found), shown(&wanted), "{guard}");
    }
}

#[test]
fn a_struct_is_padded_where_another_order_of_its_fields_takes_a_smaller_object() {
    let structs = "import (\n\"net/url\"\n\"example.com/other\"\n)\n\
        type loose struct { on bool; at int64; off bool }\n\
        type tight struct { at int64; on, off bool }\n\
        type spilling struct { on bool; at int64; off bool; a, b, c, d int64 }\n\
        type foreign struct { on bool; of other.T; off bool }\n\
        type same loose\ntype alias = loose\n\
        type generic[T any] struct { on bool; at T; off bool }\n\
        type list []loose\n";
    // 24 bytes are 16 in another order, and Go has objects of both sizes; 56 bytes are 48.
    let pointers = "func f() {\n\
        a := &loose{} // taken\n\
        b := new(spilling) // taken\n\
        c := &same{} // taken\n\
        d := &alias{} // taken\n\
        e := &tight{}\n\
        f := &url.URL{}\n\
        g := &other.T{}\n\
        h := &foreign{}\n\
        i := new(int)\n\
        j := unknown()\n\
        k := &generic[int64]{} // taken\n}\n\
        func g[T any]() { a := &generic[T]{} }\n";
    MADE.takes("{ padded = \"made\" }", &format!("{structs}{pointers}"));
    // One alone takes 48 bytes in either order; of many each takes 40 or 36.
    let in_one_class = "type wide struct { on bool; at int64; off bool; a, b int64 }\ntype near struct { on bool; a int32; off bool; b, c, d, e, f, g, h int32 }\n";
    let elements = "func g(n int) {\n\
        a := make([]loose, n) // taken\n\
        b := make(list, n) // taken\n\
        c := make([]wide, n) // taken\n\
        d := &near{}\n\
        e := make([]near, n) // taken\n\
        f := make([]*loose, n)\n\
        g := make([]tight, n)\n\
        h := make([]foreign, n)\n\
        i := []unknown{}\n}\n";
    MADE.takes("{ padded = \"made\" }", &format!("{structs}{in_one_class}{elements}"));
}

#[test]
fn a_length_is_rounded_up_where_go_takes_much_more() {
    let code = "import \"example.com/other\"\n\
        type three struct { a, b, c int64 }\nconst size = 1025\n\
        func f(n int) {\n\
        const local = 1024 + 1\n\
        kept := 1025\n\
        a := make([]byte, 1025) // taken\n\
        b := make([]byte, 0, 1025) // taken\n\
        c := make([]byte, local) // taken\n\
        d := make([]three, 43) // taken\n\
        e := make([]byte, 32*1024+1) // taken\n\
        g := make([]byte, 1024)\n\
        h := make([]byte, 1100)\n\
        i := make([]byte, 33)\n\
        j := make([]byte, n)\n\
        k := make([]byte, kept)\n\
        l := make([]other.T, 1025)\n\
        m := make(map[int]byte, 1025)\n\
        o := make(chan byte, 1025)\n\
        p := make([]struct{}, 1025)\n\
        q := make([]unknown, 1025)\n\
        r := [1025]byte{}\n}\n\
        func g(make func(int, int) []byte) { a := make(1, 1025) }\n";
    MADE.takes("{ rounded-up = { of = \"made\", at-least = 10 } }", code);
    let least = "func f() {\n\
        a := make([]byte, 1025) // taken\n\
        b := make([]byte, 1100) // taken\n\
        c := make([]byte, 1152)\n}\n";
    MADE.takes("{ rounded-up = { of = \"made\", at-least = 1 } }", least);
}

#[test]
fn a_call_is_under_a_lock_between_lock_and_unlock_of_one_mutex() {
    let code = "import (\n\"sync\"\n\"example.com/other\"\n)\n\
        type door struct{}\nfunc (d *door) Lock() {}\nfunc (d *door) Unlock() {}\n\
        type t struct { mu sync.Mutex; rw sync.RWMutex; door door; far other.Mutex }\n\
        func (x *t) plain() {\n\
        Work()\n\
        x.mu.Lock()\n\
        Work() // taken\n\
        if x.on {\n\
        Work() // taken\n\
        }\n\
        x.mu.Unlock()\n\
        Work()\n}\n\
        func (x *t) deferred() {\n\
        x.rw.Lock()\n\
        defer x.rw.Unlock()\n\
        for range 3 {\n\
        Work() // taken\n\
        }\n}\n\
        func embedded(l sync.Locker) {\n\
        l.Lock()\n\
        defer l.Unlock()\n\
        Work() // taken\n}\n\
        func (x *t) readers() {\n\
        x.rw.RLock()\n\
        defer x.rw.RUnlock()\n\
        Work()\n}\n\
        func (x *t) never_given_back() {\n\
        x.mu.Lock()\n\
        Work()\n}\n\
        func (x *t) elsewhere() {\n\
        x.mu.Lock()\n\
        defer x.mu.Unlock()\n\
        go Work()\n\
        defer Work()\n\
        later := func() { Work() }\n\
        go func() { Work() }()\n}\n\
        func (x *t) no_lock() {\n\
        x.door.Lock()\n\
        defer x.door.Unlock()\n\
        Work()\n}\n\
        func (x *t) unknown() {\n\
        x.far.Lock()\n\
        defer x.far.Unlock()\n\
        Work()\n}\n";
    CALL.takes("{ under-lock = { of = \"report\", at = \"freed\" } }", code);
}

#[test]
fn what_a_branch_has_given_back_is_not_held_in_it() {
    let code = "import \"sync\"\n\
        func branch(mu *sync.Mutex, known bool) {\n\
        mu.Lock()\n\
        if known {\n\
        mu.Unlock()\n\
        Work()\n\
        return\n\
        }\n\
        Work() // taken\n\
        mu.Unlock()\n}\n\
        func meanwhile(mu *sync.Mutex) {\n\
        mu.Lock()\n\
        defer mu.Unlock()\n\
        for range 3 {\n\
        mu.Unlock()\n\
        Work()\n\
        mu.Lock()\n\
        Work() // taken\n\
        mu.Unlock()\n\
        }\n}\n\
        func two(a, b *sync.Mutex) {\n\
        a.Lock()\n\
        b.Lock()\n\
        b.Unlock()\n\
        Work() // taken\n\
        if true {\n\
        b.Unlock()\n\
        Work() // taken\n\
        }\n\
        a.Unlock()\n\
        Work()\n}\n";
    CALL.takes("{ under-lock = { of = \"report\", at = \"freed\" } }", code);
}

#[test]
fn under_a_lock_the_unlock_is_bound_or_what_returns() {
    let code = "import \"sync\"\n\
        func plain(mu *sync.Mutex) {\n\
        mu.Lock()\n\
        Work()\n\
        mu.Unlock() // taken\n}\n\
        func deferred(mu *sync.Mutex) int {\n\
        mu.Lock()\n\
        defer mu.Unlock()\n\
        Work()\n\
        return 1 // taken\n}\n";
    CALL.at("freed").takes("{ under-lock = { of = \"report\", at = \"freed\" } }", code);
}

#[test]
fn a_variable_of_the_package_is_one_with_all_its_parts() {
    let code = "import \"os\"\n\
        var table map[string][]int\nvar state struct { all []int }\nvar behind *struct { n int }\n\
        func f(own struct { all []int }, get func() *struct { n int }) {\n\
        table = nil // taken\n\
        table[\"a\"] = nil // taken\n\
        table[\"a\"][1] = 2 // taken\n\
        state.all = nil // taken\n\
        behind.n = 1 // taken\n\
        (*behind).n = 2 // taken\n\
        of_another_file.n = 3 // taken\n\
        own.all = nil\n\
        get().n = 4\n\
        os.Args = nil\n\
        var state struct { all []int }\n\
        state.all = nil\n\
        local := &behind\n\
        (*local).n = 5\n}\n\
        func g[table any](x map[int]int) { x[1] = 2 }\n";
    ASSIGNED.takes("{ package-variable = \"x\" }", code);
}

#[test]
fn appended_in_a_loop_are_variables_that_are_older_than_it() {
    let code = "func f(rows [][]int) {\n\
        var queue, other, once, fresh []int\n\
        for _, row := range rows {\n\
        queue = queue[1:] // taken\n\
        for _, v := range row {\n\
        queue = append(queue, v)\n\
        other = other[1:] // taken\n\
        }\n\
        other = append(other, 1)\n\
        once = once[1:]\n\
        var fresh []int\n\
        fresh = fresh[1:]\n\
        fresh = append(fresh, 2)\n\
        }\n\
        queue = queue[1:]\n\
        once = append(once, 3)\n\
        for range rows {\n\
        fresh = fresh[1:]\n\
        rows = append(rows[:1], fresh)\n\
        }\n}\n\
        func shadowed(append func([]int, int) []int, xs []int) {\n\
        for range xs {\n\
        xs = xs[1:]\n\
        xs = append(xs, 1)\n\
        }\n}\n\
        func fields(t *struct { xs []int }) {\n\
        for range t.xs {\n\
        t.xs = t.xs[1:]\n\
        t.xs = append(t.xs, 1)\n\
        }\n}\n";
    let sliced = Shape {
        trigger: "=",
        query: "; what is cut in front\n(assignment_statement left: (expression_list . (_) @x .) right: (expression_list . (slice_expression) .)) @report",
        at: "report",
    };
    sliced.takes("{ appended-in-loop = { of = \"x\", at = \"growth\" } }", code);
    let bound = "func f(rows []int) {\n\
        var queue []int\n\
        for _, v := range rows {\n\
        queue = queue[1:]\n\
        queue = append(queue, v) // taken\n\
        }\n}\n";
    sliced.at("growth").takes("{ appended-in-loop = { of = \"x\", at = \"growth\" } }", bound);
}

#[test]
fn answers_are_gathered_where_goroutines_of_a_loop_send_one_value_each() {
    let code = "func f(jobs []int, take func(chan int)) {\n\
        plain := make(chan int) // taken\n\
        for _, job := range jobs {\n\
        go func() { plain <- job }()\n\
        }\n\
        for range jobs { <-plain }\n\
        ranged := make(chan int) // taken\n\
        for range jobs { go func() { ranged <- 1 }() }\n\
        go func() { close(ranged) }()\n\
        for v := range ranged { _ = v }\n\
        selected := make(chan int) // taken\n\
        for range jobs { go func() { selected <- 1 }() }\n\
        select { case v := <-selected: _ = v\ndefault: }\n\
        with_room := make(chan int, len(jobs))\n\
        for range jobs { go func() { with_room <- 1 }() }\n\
        alone := make(chan int)\n\
        go func() { alone <- 1 }()\n\
        stream := make(chan int)\n\
        for range jobs { go func() { for { stream <- 1 } }() }\n\
        chosen := make(chan int)\n\
        for range jobs { go func() { select { case chosen <- 1: default: } }() }\n\
        in_place := make(chan int)\n\
        for range jobs { func() { in_place <- 1 }() }\n\
        for range jobs {\n\
        per_turn := make(chan int)\n\
        go func() { per_turn <- 1 }()\n\
        }\n\
        measured := make(chan int)\n\
        for range jobs { go func() { measured <- len(measured) }() }\n\
        unsent := make(chan int)\n\
        <-unsent\n}\n";
    DECLARED.takes("{ gathered = { of = \"x\", at = \"sends\" } }", code);
}

#[test]
fn of_a_channel_that_others_get_hold_of_nobody_knows_who_takes_the_values() {
    let code = "type pool struct { answers chan int }\nvar kept chan int\n\
        func f(jobs []int, take func(chan int), p *pool) chan int {\n\
        own := make(chan int) // taken\n\
        for range jobs { go func() { own <- 1 }() }\n\
        given := make(chan int)\n\
        for range jobs { go func() { given <- 1 }() }\n\
        take(given)\n\
        returned := make(chan int)\n\
        for range jobs { go func() { returned <- 1 }() }\n\
        stored := make(chan int)\n\
        for range jobs { go func() { stored <- 1 }() }\n\
        p.answers = stored\n\
        named := make(chan int)\n\
        for range jobs { go func() { named <- 1 }() }\n\
        again := named\n\
        held := make(chan int)\n\
        for range jobs { go func() { held <- 1 }() }\n\
        _ = pool{answers: held}\n\
        sent := make(chan chan int)\n\
        inner := make(chan int)\n\
        for range jobs { go func() { inner <- 1 }() }\n\
        sent <- inner\n\
        pointed := make(chan int)\n\
        for range jobs { go func() { pointed <- 1 }() }\n\
        _ = &pointed\n\
        return returned\n}\n";
    DECLARED.takes("{ gathered = { of = \"x\", at = \"sends\" } }", code);
    let bound = "func f(jobs []int) {\n\
        answers := make(chan int)\n\
        for range jobs {\n\
        go func() {\n\
        answers <- 1 // taken\n\
        }()\n\
        }\n}\n";
    DECLARED.at("sends").takes("{ gathered = { of = \"x\", at = \"sends\" } }", bound);
}

const GROWN: Shape = Shape {
    trigger: "+=",
    query: "; what is added to\n(assignment_statement left: (expression_list . (_) @x .) operator: \"+=\") @report",
    at: "report",
};

#[test]
fn a_place_is_the_same_on_every_turn_where_nothing_that_leads_to_it_changes() {
    let code = "var of_package, label string\n\
        func f(t *node, rows []string, all map[string]string, out *string, names []string, at int) {\n\
        for i, name := range names {\n\
        t.text += name // taken\n\
        t.inner.text += name // taken\n\
        rows[0] += name // taken\n\
        rows[at] += name // taken\n\
        all[\"a\"] += name // taken\n\
        *out += name // taken\n\
        (*t).text += name // taken\n\
        of_package += name // taken\n\
        rows[i] += name\n\
        all[name] += name\n\
        all[label] += name\n\
        get().text += name\n\
        fresh := &node{}\n\
        fresh.text += name\n\
        for range name {\n\
        fresh.text += name // taken\n\
        }\n\
        }\n\
        for t != nil { t.text += label; t = t.next }\n\
        for range names {\n\
        t.last.text += label\n\
        t.last = t.last.next\n\
        rows[at] += label\n\
        at++\n\
        }\n\
        t.text += label\n}\n";
    GROWN.takes("{ same-place-each-turn = \"x\" }", code);
}

#[test]
fn a_field_is_reached_by_calls_that_get_what_it_belongs_to() {
    let code = "import \"strings\"\nvar label string\n\
        func f(t, u *node, names []string, out *string) {\n\
        local := names[0]\n\
        for _, name := range t.names() { t.text += name }\n\
        for _, name := range names { t.text += strings.ToUpper(name) + t.name + u.note() }\n\
        for _, name := range names { label += strings.ToUpper(name) }\n\
        for _, name := range names { local += t.note() + name }\n\
        for _, name := range names { t.text += t.note() + name } // taken\n\
        for _, name := range names { t.inner.text += name; take(t.inner) } // taken\n\
        for _, name := range names { t.text += name; u.next = t } // taken\n\
        for _, name := range names { *out += name; take(out) } // taken\n\
        for _, name := range names { label += name; u.note() } // taken\n\
        clear := func() { u.text = local }\n\
        for _, name := range names { u.text += name; clear() } // taken\n}\n";
    GROWN.takes("{ reached-by-calls = \"x\" }", code);
}
