//! Fixes that give code another shape, on code where they must not, and where names are taken already.

use crate::support::{Tree, heaplint};
use std::fs;

/// The file after all fixes of one rule.
fn fixed(rule: &str, code: &str) -> String {
    let folder = Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.26\n"), ("p.go", code)]);
    let arguments = ["check", "--fix", "--unsafe-fixes", "--select", rule, "--fail-on", "never"];
    heaplint(folder.path(), &arguments).exits(0);
    fs::read_to_string(folder.path().join("p.go")).expect("p.go")
}

#[test]
fn strings_that_do_more_than_grow_are_left_alone() {
    for (body, what) in [
        (
            "outer:\n\tfor _, row := range rows {\n\t\tif all == \"x\" {\n\t\t\treturn all\n\t\t}\n\t\tfor _, cell := range row {\n\t\t\tall += cell\n\t\t\tif cell == \"\" {\n\t\t\t\tcontinue outer\n\t\t\t}\n\t\t}\n\t}\n",
            "a jump over what follows the loop",
        ),
        (
            "\tfor _, row := range rows {\n\t\tall += row[0]\n\t\tif len(all) > 80 {\n\t\t\tbreak\n\t\t}\n\t}\n",
            "read on each turn",
        ),
        (
            "\tprint := func() { println(all) }\n\tfor _, row := range rows {\n\t\tall += row[0]\n\t\tprint()\n\t}\n",
            "captured",
        ),
        (
            "\tfor _, row := range rows {\n\t\tall += row[0]\n\t\tif row[0] == \"\" {\n\t\t\tgoto end\n\t\t}\n\t}\nend:\n",
            "a goto",
        ),
        ("\tfor _, row := range rows {\n\t\tall = row[0] + all\n\t}\n", "at its beginning"),
        ("\tfor _, row := range rows {\n\t\tall += all + row[0]\n\t}\n", "doubled"),
    ] {
        let code = format!("package p\n\nfunc f(rows [][]string) string {{\n\tall := \"\"\n{body}\treturn all\n}}\n");
        assert_eq!(fixed("string-concat-in-loop", &code), code, "{what}");
    }
    // A named result is returned by a bare return too.
    let code = "package p\n\nfunc f(rows []string) (all string) {\n\tfor _, row := range rows {\n\t\tif row == \"\" {\n\t\t\treturn\n\t\t}\n\t\tall += row\n\t}\n\treturn\n}\n";
    assert_eq!(fixed("string-concat-in-loop", code), code);
}

#[test]
fn a_builder_gets_a_name_of_its_own_and_whole_lines() {
    let code = "package p\r\n\r\nvar builder = 1\r\n\r\nfunc f(rows []string) string {\r\n\tall := \"\"\r\n\tfor _, row := range rows { // each\r\n\t\tall += row + \"\\n\" // one\r\n\t}\r\n\treturn all\r\n}\r\n";
    let expected = "package p\r\n\r\nimport \"strings\"\r\n\r\nvar builder = 1\r\n\r\nfunc f(rows []string) string {\r\n\tall := \"\"\r\n\tvar builder2 strings.Builder\r\n\tfor _, row := range rows { // each\r\n\t\tbuilder2.WriteString(row)\r\n\t\tbuilder2.WriteString(\"\\n\") // one\r\n\t}\r\n\tall += builder2.String()\r\n\treturn all\r\n}\r\n";
    assert_eq!(fixed("string-concat-in-loop", code), expected);
}

#[test]
fn what_moves_to_package_level_goes_above_the_comment_under_a_name_that_is_free() {
    let file = |above: &str, body: &str| {
        format!(
            "package p\n\nimport \"regexp\"\n\nvar parsePattern = 1\n\n{above}// Parse parses.\n//\n//go:noinline\nfunc Parse(line string) bool {{\n{body}}}\n"
        )
    };
    let body = "\tid := regexp.MustCompile(`^\\d+\n\t$`)\n\treturn id.MatchString(line) || regexp.MustCompile(\"x+\").MatchString(line)\n";
    let above =
        "var parsePattern2 = regexp.MustCompile(`^\\d+\n\t$`)\n\nvar parsePattern3 = regexp.MustCompile(\"x+\")\n\n";
    let named = "\tid := parsePattern2\n\treturn id.MatchString(line) || parsePattern3.MatchString(line)\n";
    assert_eq!(fixed("regexp-compiled-per-call", &file("", body)), file(above, named));
    // What the function names itself cannot move, nor what is a statement, nor what has a comment of another kind above.
    for body in [
        "\tconst digits = \"[0-9]+\"\n\treturn regexp.MustCompile(digits).MatchString(line)\n",
        "\tregexp.MustCompile(\"x+\")\n\treturn true\n",
    ] {
        assert_eq!(fixed("regexp-compiled-per-call", &file("", body)), file("", body));
    }
    let code = "package p\n\nimport \"regexp\"\n\n/* f matches. */\nfunc f(line string) bool {\n\treturn regexp.MustCompile(\"x+\").MatchString(line)\n}\n";
    assert_eq!(fixed("regexp-compiled-per-call", code), code);
}

#[test]
fn an_error_that_changes_before_it_is_searched_is_left_alone() {
    let file = |body: &str| {
        format!(
            "package p\n\nimport (\n\t\"errors\"\n\t\"io/fs\"\n)\n\nfunc f(err error) string {{\n\tvar target *fs.PathError\n{body}\treturn \"\"\n}}\n"
        )
    };
    for body in [
        "\terr = errors.Unwrap(err)\n\tif errors.As(err, &target) {\n\t\treturn target.Path\n\t}\n",
        "\tfor err != nil {\n\t\tif errors.As(err, &target) {\n\t\t\treturn target.Path\n\t\t}\n\t\terr = nil\n\t}\n",
        "\tif errors.As(err, &target) {\n\t\treturn \"path\"\n\t}\n",
    ] {
        assert_eq!(fixed("errors-as-target", &file(body)), file(body));
    }
}

#[test]
fn comparisons_of_other_things_stay_with_sort() {
    for less in [
        "return names[i] < names[j] || i < j",
        "return names[i] < others[j]",
        "return left < names[j]",
        "return len(names[i]) <= len(names[j])",
        "return order(i) < order(j)",
    ] {
        let code = format!(
            "package p\n\nimport \"sort\"\n\nfunc f(names, others []string, left string) {{\n\tsort.Slice(names, func(i, j int) bool {{\n\t\t{less}\n\t}})\n}}\n\nfunc order(i int) int {{ return -i }}\n"
        );
        assert_eq!(fixed("sort-by-reflection", &code), code, "{less}");
    }
    let code = "package p\n\nimport \"sort\"\n\nfunc f(names []string) {\n\tsort.Slice(names, func(i, j int) bool { return len(names[j]) < len(names[i]) })\n}\n";
    let expected = "package p\n\nimport (\n\t\"cmp\"\n\t\"slices\"\n)\n\nfunc f(names []string) {\n\tslices.SortFunc(names, func(left, right string) int {\n\t\treturn cmp.Compare(len(right), len(left))\n\t})\n}\n";
    assert_eq!(fixed("sort-by-reflection", code), expected);
}
