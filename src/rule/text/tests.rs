//! Golden texts of a rule set that is made here.

use super::*;
use crate::rule::read_rule;

const MAPS: &str = r#"
title = "a map without size"
group = "maps"
severity = "warning"
confidence = "medium"
references = ["https://go.dev/x"]
[find]
trigger = [["make"]]
go = { since = 24, until = 26 }
[measure]
by = "heap"
cost = ["flat"]
[say]
message = "m"
label = "l"
help = "h"
[explain]
what = """
A map that is made without a size gets one entry on every turn of a loop whose length is known when it starts."""
why = "It grows."
profile = "Bytes at the line."
write = """
    m := make(map[string]int, len(rows))
    	m["a"] = 1

maps.Clone knows
the size."""
leave = "Few entries."
"#;

fn rule(id: &str, toml: &str) -> Rule {
    let query = "; any call\n(call_expression) @report\n";
    read_rule(id, toml, query, Origin::Shipped).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn rules() -> RuleSet {
    let unsafe_rule = MAPS
        .replace("group = \"maps\"", "group = \"unsafe\"")
        .replace("title = \"a map without size\"", "title = \"a slice of *nothing*\"")
        .replace("severity = \"warning\"", "severity = \"error\"")
        .replace("by = \"heap\"\ncost = [\"flat\"]", "by = \"nothing\"")
        .replace("references = [\"https://go.dev/x\"]\n", "")
        .replace("go = { since = 24, until = 26 }\n", "");
    let mut rules = RuleSet::default();
    for (id, toml) in [("slice-of-nothing", unsafe_rule.as_str()), ("map-unsized", MAPS)] {
        rules.add(rule(id, toml)).unwrap();
    }
    rules
}

#[test]
fn an_explanation_reads_well_in_eighty_columns() {
    let expected = "\
map-unsized
a map without size

  group        maps
  severity     warning: it allocates each time
  confidence   medium: the compiler may avoid it
  measured by  a heap profile
  true for     Go 1.24 to 1.26

What it finds
  A map that is made without a size gets one entry on every turn of a loop whose
  length is known when it starts.

Why
  It grows.

What a profile shows
  Bytes at the line.

What to write instead
      m := make(map[string]int, len(rows))
          m[\"a\"] = 1

  maps.Clone knows the size.

When to leave it
  Few entries.

Read more
  https://go.dev/x
";
    assert_eq!(explain(rules().rule("map-unsized").unwrap(), None), expected);
}

#[test]
fn what_was_measured_stands_before_the_references_and_names_its_example() {
    let mut rule = rule("map-unsized", MAPS);
    let case = |name: &str, saved: bool| {
        format!(
            "{{ case = \"{name}\", claim = \"allocates\", saved = {saved}, objects = [5, 1], bytes = [4096, 1024] }}"
        )
    };
    let cases = [case("Count", false), case("*Set.Fill", true)].join(", ");
    let version = |minor: u16, outcome: &str, cases: &str| {
        format!("[\"1.{minor}\"]\ngo = \"1.{minor}.1\"\noutcome = \"{outcome}\"\ncases = [{cases}]\n")
    };
    let text =
        [23, 24].map(|minor| version(minor, "saved", &cases)).concat() + &version(25, "none", &case("Count", false));
    rule.proof_text = Some(text.leak());
    let expected = "
What it saves, measured
  One call of the example *Set.Fill, one of 2:
  Go 1.23 to 1.24: 5 allocations, 4.0 KiB -> 1 allocation, 1.0 KiB
  Go 1.25: nothing: Go does this by itself

Read more
";
    assert!(explain(&rule, None).contains(expected), "{}", explain(&rule, None));
    let mut rules = RuleSet::default();
    rules.add(rule).unwrap();
    let expected = "
**What it saves, measured.** One call of the example \\*Set.Fill, one of 2:

- Go 1.23 to 1.24: 5 allocations, 4.0 KiB -> 1 allocation, 1.0 KiB
- Go 1.25: nothing: Go does this by itself

**Read more.**";
    assert!(catalogue_markdown(&rules).contains(expected), "{}", catalogue_markdown(&rules));
}

#[test]
fn the_list_is_grouped_in_the_order_of_the_documentation_and_counted() {
    let expected = "\
maps
  map-unsized       warning  heap     a map without size

unsafe
  slice-of-nothing  error    nothing  a slice of *nothing*

2 rules: 1 measured by a heap profile, 0 by a CPU profile, 1 by neither
";
    assert_eq!(list(&rules(), |rule| Some(rule.severity), None), expected);
    // With settings that turn one off and raise the other.
    let level = |rule: &Rule| (rule.group == "unsafe").then_some(Severity::Note);
    let told = expected.replace("warning  heap", "off      heap").replace("error  ", "note   ");
    let closing = "h.toml: 1 of them are off here, 1 at another level; `heaplint config show` says by which line\n";
    assert_eq!(list(&rules(), level, Some("h.toml")), told + closing);
}

#[test]
fn rules_of_a_repository_are_counted_apart() {
    let mut rules = rules();
    let mut own = rule("own", MAPS);
    own.origin = Origin::Folder("x".to_owned());
    rules.add(own).unwrap();
    assert!(list(&rules, |rule| Some(rule.severity), None).ends_with(
        "3 rules (1 not shipped with heaplint): 2 measured by a heap profile, 0 by a CPU profile, 1 by neither\n"
    ));
}

#[test]
fn the_range_of_compilers_is_said_where_there_is_one() {
    let range = |toml: &str| go_range(&rule("x", &MAPS.replace("{ since = 24, until = 26 }", toml)));
    assert_eq!(range("{ since = 24 }").as_deref(), Some("Go 1.24 and later"));
    assert_eq!(range("{ until = 25 }").as_deref(), Some("Go 1.25 and earlier"));
    assert_eq!(range("{ since = 25, until = 25 }").as_deref(), Some("Go 1.25 alone"));
    assert_eq!(range("{}"), None);
}

#[test]
fn the_catalogue_has_a_heading_for_every_rule_that_is_its_anchor() {
    let page = catalogue_markdown(&rules());
    assert!(page.starts_with("<!-- Written by `heaplint rules docs`;"), "{page}");
    let of_unsafe = "
## Unsafe

### slice-of-nothing

a slice of \\*nothing\\*

- group: unsafe
- severity: error: memory can be corrupted
- confidence: medium: the compiler may avoid it
- measured by: nothing: it is about correctness

**What it finds.** A map that is made without a size gets one entry on every turn of a loop whose length is known when it starts.

**Why.** It grows.

**What a profile shows.** Bytes at the line.

**What to write instead.**

```go
m := make(map[string]int, len(rows))
    m[\"a\"] = 1
```

maps.Clone knows the size.

**When to leave it.** Few entries.
";
    assert!(page.ends_with(of_unsafe), "{page}");
    assert!(page.contains("| maps | [map-unsized](#map-unsized) |\n"), "{page}");
    assert!(page.contains("**Read more.** <https://go.dev/x>\n"), "{page}");
}

#[test]
fn only_what_the_line_itself_allocates_is_decided_by_escaping() {
    let decided = MAPS.replace("cost = [\"flat\"]", "cost = [\"flat\"]\ndecided_by = \"escape\"");
    assert_eq!(rule("a", &decided).decided_by, Some(DecidedBy::Escape));
    assert!(explain(&rule("a", &decided), None).contains("decided by   the compiler, with --compiler"));
    assert_eq!(rule("a", MAPS).decided_by, None);
    let query = "; any call\n(call_expression) @report\n";
    for cost in ["cost = [\"flat\", \"direct:fmt.Sprint\"]", "cost = [\"below:bytes.growSlice\"]"] {
        let errors = read_rule("a", &decided.replace("cost = [\"flat\"]", cost), query, Origin::Shipped).unwrap_err();
        assert_eq!(errors[0].message, "escaping decides only what the line itself allocates");
    }
    let unknown = decided.replace("\"escape\"", "\"escapes\"");
    let errors = read_rule("a", &unknown, query, Origin::Shipped).unwrap_err();
    assert_eq!(errors[0].message, "unknown decided_by `escapes`");
}
