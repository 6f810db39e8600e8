//! The files of a new rule: a small rule that already works, for its author to turn into the one that is wanted.
//!
//! Paths and texts only: nothing is written here. The stub finds `make` in a loop, and its examples hold it to that.

/// A file of a new rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Below the folder that holds `rules` and `queries`, with slashes.
    pub path: String,
    /// What it holds.
    pub text: String,
    /// Whether all rules have it in common, so that one that exists stays as it is.
    pub shared: bool,
}

/// Words that cannot be the name of a Go package of examples.
const NO_PACKAGE: [&str; 26] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "main",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Whether a word can be a rule's id: it becomes a folder, a file, an anchor, a word in comments and, without its dashes,
/// a Go package.
pub fn is_rule_id(word: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let starts_well = word.starts_with(|first: char| first.is_ascii_lowercase());
    starts_well && word.len() <= 60 && word.split('-').all(is_part) && !NO_PACKAGE.contains(&package(word).as_str())
}

/// The files of the new rule `id`, in the order in which its author reads them; `None` for a word that is no id.
pub fn scaffold(id: &str) -> Option<Vec<NewFile>> {
    is_rule_id(id).then(|| {
        let fill = |text: &str| text.replace("RULE-ID", id).replace("PACKAGE", &package(id));
        let own = |path: String, text: &str| NewFile { path, text: fill(text), shared: false };
        vec![
            own(format!("rules/{id}/rule.toml"), RULE),
            own(format!("queries/{id}.scm"), QUERY),
            own(format!("rules/{id}/bad.go"), BAD),
            own(format!("rules/{id}/good.go"), GOOD),
            own(format!("rules/{id}/near.go"), NEAR),
            NewFile { path: "rules/go.mod".to_owned(), text: MODULE.to_owned(), shared: true },
        ]
    })
}

fn package(id: &str) -> String {
    id.replace('-', "")
}

const RULE: &str = r#"# What this rule finds. docs/rule-format.md describes every field; this stub finds `make` in a loop.

# At most ten words, no full stop.
title = "new memory on every turn of a loop"
# slices, maps, strings, formatting, interfaces, reflection, encoding, io, concurrency, pools or unsafe
group = "slices"
# error: memory can be corrupted; warning: it allocates each time; note: CPU, or little
severity = "warning"
# high: types were seen; medium: the compiler may avoid it; low: depends on values
confidence = "medium"
# Where to read more; may be left out.
references = ["https://go.dev/ref/spec#Making_slices_maps_and_channels"]

[find]
# Alternatives of words that must all stand in a declaration. Matching starts at the first: choose the rarest.
trigger = [["make", "for"]]
# Conditions beyond the query, in order, cheap ones first.
guards = [
  { in-loop = "report" },
]
# The compilers for which it is true, 1.N; either end may be left out, and the line too.
# go = { since = 21, until = 27 }

[measure]
# What measures its cost: heap, cpu or nothing.
by = "heap"
# Which bytes of a line are its own: "flat", "direct:fmt.Sprintf", "below:bytes.growSlice". Only with by = "heap".
cost = ["flat"]
# The captures whose lines are charged.
lines = ["report"]

[say]
# One sentence; {capture} is source text, {type:capture} its type.
message = "`{report}` takes new memory on every turn"
# The capture that the diagnostic points at, and what stands there.
at = "report"
label = "made here, once per turn"
# What stands at other captures; may be left out.
# labels = { name = "a few words" }
# What to write instead.
help = "make it once, before the loop, and use it again on every turn"

[explain]
# What it finds, in one or two sentences.
what = """
A slice, map or channel that is made on every turn of a loop."""
# The mechanism that allocates.
why = """
Each make takes new memory, unless the compiler can keep it on the stack."""
# What a heap profile shows when it matters.
profile = """
Bytes directly at the line of the make."""
# What to write instead, with a short example; lines that begin with four blanks are code.
write = """
    doubled := make([]int, longest)
    for _, row := range rows {
        fill(doubled[:len(row)], row)
    }"""
# When to leave the code alone.
leave = """
Leave it where somebody keeps what was made."""
"#;

const QUERY: &str = r#"; make(...)
; The outermost node is @report. `heaplint debug tree FILE` shows the nodes of Go code.
(call_expression
  function: (identifier) @_function
  (#eq? @_function "make")) @report
"#;

const BAD: &str = "\
// Package PACKAGE holds the examples of the rule RULE-ID: bad.go is what it reports, line by line.
package PACKAGE

// Doubled adds up the numbers of all rows, each doubled.
func Doubled(rows [][]int) int {
	total := 0
	for _, row := range rows {
		doubled := make([]int, len(row)) // want RULE-ID
		total += fill(doubled, row)
	}
	return total
}

func fill(doubled, row []int) int {
	total := 0
	for i, number := range row {
		doubled[i] = 2 * number
		total += doubled[i]
	}
	return total
}
";

const GOOD: &str = "\
package PACKAGE

// DoubledGood is Doubled, cured: the same result, and never reported.
func DoubledGood(rows [][]int) int {
	longest := 0
	for _, row := range rows {
		longest = max(longest, len(row))
	}
	doubled := make([]int, longest)
	total := 0
	for _, row := range rows {
		total += fill(doubled[:len(row)], row)
	}
	return total
}
";

const NEAR: &str = "\
package PACKAGE

// Near misses look alike and stay silent. This one makes its slice before the loop.
func doubled(row []int) []int {
	result := make([]int, len(row))
	for i, number := range row {
		result[i] = 2 * number
	}
	return result
}
";

const MODULE: &str = "module heaplint.test/rules\n\ngo 1.24\n";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{Origin, read_foreign_rule};

    #[test]
    fn the_stub_is_a_rule() {
        let files = scaffold("map-in-loop").expect("an id");
        let text = |path: &str| &files.iter().find(|file| file.path == path).expect("a file of the stub").text;
        let rule = read_foreign_rule(
            "map-in-loop",
            text("rules/map-in-loop/rule.toml"),
            text("queries/map-in-loop.scm"),
            Origin::Shipped,
        );
        assert!(rule.is_ok(), "{rule:?}");
        assert!(files.iter().all(|file| !file.text.contains("RULE-ID") && !file.text.contains("PACKAGE")));
        assert!(text("rules/map-in-loop/bad.go").contains("\npackage mapinloop\n"));
    }

    #[test]
    fn what_cannot_be_a_folder_an_anchor_and_a_package_is_no_id() {
        for id in ["append-in-loop2", "a", "range-loop"] {
            assert!(is_rule_id(id), "{id}");
        }
        for id in ["Append", "a--b", "-a", "a-", "1a", "a/b", "..", "", "range", "f-or", "main", "a_b", "a.b"] {
            assert!(!is_rule_id(id) && scaffold(id).is_none(), "{id}");
        }
    }
}
