//! Files before and after their fixes.

use super::{Outcome, Refusal, mend};
use crate::model::{Applies, Edit, Fix, NewName, Source, Span};

/// A fix that writes `new` for the only `old` in the text.
fn fix(text: &str, edits: &[(&str, &str)], imports: &[&str]) -> Fix {
    let edit = |(old, new): &(&str, &str)| {
        let start = text.find(old).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old}");
        Edit { span: Span::new(start, start + old.len()), text: (*new).to_owned() }
    };
    let imports = imports.iter().map(|path| (*path).into()).collect();
    Fix { applies: Applies::Safe, differs: None, edits: edits.iter().map(edit).collect(), imports, names: Vec::new() }
}

fn mended(text: &str, fixes: &[Fix]) -> (String, Vec<Outcome>) {
    let fixes: Vec<&Fix> = fixes.iter().collect();
    let mended = mend(&Source::new("x.go", text.as_bytes()), &fixes);
    let new = mended.change.map_or_else(|| text.to_owned(), |change| String::from_utf8(change.text.to_vec()).unwrap());
    (new, mended.outcomes)
}

/// The file's text with one fix.
fn one(text: &str, edits: &[(&str, &str)], imports: &[&str]) -> String {
    let (new, outcomes) = mended(text, &[fix(text, edits, imports)]);
    assert_eq!(outcomes, [Outcome::Applied]);
    new
}

#[test]
fn imports_come_in_the_order_of_gofmt_and_go_with_their_last_use() {
    let file = |imports: &str, expression: &str| {
        format!("package p\n\nimport {imports}\n\nfunc f(n int) string {{\n\treturn {expression}\n}}\n")
    };
    for (before, after) in [
        ("\"fmt\"", "\"strconv\""),
        ("(\n\t\"fmt\"\n\t\"os\"\n)", "(\n\t\"os\"\n\t\"strconv\"\n)"),
        ("(\n\t\"fmt\"\n\n\t\"example.com/x\"\n)", "(\n\t\"strconv\"\n\n\t\"example.com/x\"\n)"),
        (
            "(\n\t\"fmt\"\n\t\"time\"\n\n\t\"example.com/x\"\n)",
            "(\n\t\"strconv\"\n\t\"time\"\n\n\t\"example.com/x\"\n)",
        ),
        ("(\n\t\"fmt\"\n\t// text\n\t\"text/template\"\n)", "(\n\t\"strconv\"\n\t// text\n\t\"text/template\"\n)"),
    ] {
        let text = file(before, "fmt.Sprint(n)");
        assert_eq!(one(&text, &[("fmt.Sprint", "strconv.Itoa")], &["strconv"]), file(after, "strconv.Itoa(n)"));
    }
    // What is used elsewhere stays, also where a variable bears its name.
    let text = file("\"fmt\"", "fmt.Sprint(n) + fmt.Sprintln(n)");
    let new = one(&text, &[("fmt.Sprint(n)", "strconv.Itoa(n)")], &["strconv"]);
    assert_eq!(new, file("(\n\t\"fmt\"\n\t\"strconv\"\n)", "strconv.Itoa(n) + fmt.Sprintln(n)"));
    // The last import goes with its line.
    let text = file("\"fmt\"", "fmt.Sprint(n)");
    assert_eq!(
        one(&text, &[("fmt.Sprint(n)", "\"\"")], &[]),
        "package p\n\nfunc f(n int) string {\n\treturn \"\"\n}\n"
    );
    // Without imports one comes; that of C stays alone.
    let text = "package p\n\n// #include <x.h>\nimport \"C\"\n\nvar x = y\n";
    let new = one(text, &[("y", "strconv.Itoa(1)")], &["strconv"]);
    assert_eq!(new, "package p\n\n// #include <x.h>\nimport \"C\"\n\nimport \"strconv\"\n\nvar x = strconv.Itoa(1)\n");
    let new = one("package p // p\n\nvar x = y\n", &[("y", "strconv.Itoa(1)")], &["strconv"]);
    assert_eq!(new, "package p // p\n\nimport \"strconv\"\n\nvar x = strconv.Itoa(1)\n");
}

#[test]
fn an_import_with_a_comment_is_not_dropped() {
    for import in ["import (\n\t\"fmt\" // prints\n)", "import \"fmt\" // prints", "// prints\nimport \"fmt\""] {
        let text = format!("package p\n\n{import}\n\nvar x = fmt.Sprint(1)\n");
        let (new, outcomes) = mended(&text, &[fix(&text, &[("fmt.Sprint(1)", "\"1\"")], &[])]);
        assert_eq!((new, outcomes), (text, vec![Outcome::Refused(Refusal::ImportComment)]));
    }
}

#[test]
fn line_endings_stay() {
    let text = "package p\r\n\r\nimport \"fmt\"\r\n\r\nvar x = fmt.Sprint(1)\r\n\r\nvar y = fmt.Sprintln()\r\n";
    let new = one(text, &[("fmt.Sprint(1)", "strconv.Itoa(1)")], &["strconv"]);
    let imports = "import (\r\n\t\"fmt\"\r\n\t\"strconv\"\r\n)";
    assert_eq!(new, text.replace("import \"fmt\"", imports).replace("fmt.Sprint(1)", "strconv.Itoa(1)"));
}

#[test]
fn operators_get_the_blanks_of_gofmt_where_code_had_them() {
    let text = "package p\n\nfunc f() {\n\tg(h(\"%d\", a+b), 1)\n\tg(h(\"%v\", c+d))\n\tx := k(\"%v\", a*b+c)\n\ty := a+b\n}\n";
    let fixes = |text: &str| {
        vec![
            fix(text, &[("h(\"%d\", a+b)", "i(a+b)")], &[]),
            fix(text, &[("h(\"%v\", c+d)", "i(c+d)")], &[]),
            fix(text, &[("k(\"%v\", a*b+c)", "a*b+c")], &[]),
        ]
    };
    let formatted = text.replace("y := a+b", "y := a + b");
    let (new, _) = mended(&formatted, &fixes(&formatted));
    assert_eq!(new, "package p\n\nfunc f() {\n\tg(i(a+b), 1)\n\tg(i(c + d))\n\tx := a*b + c\n\ty := a + b\n}\n");
    let (new, _) = mended(text, &fixes(text));
    assert_eq!(new, "package p\n\nfunc f() {\n\tg(i(a+b), 1)\n\tg(i(c+d))\n\tx := a*b+c\n\ty := a+b\n}\n");
}

#[test]
fn comments_behind_code_keep_one_column() {
    let text = "package p\n\nfunc f() {\n\ta := long(1) // one\n\tbc := 2      // two\n\tif a > bc {  // three\n\t\td()\n\t}\n}\n";
    let new = one(text, &[("long(1)", "1")], &[]);
    let expected = "package p\n\nfunc f() {\n\ta := 1      // one\n\tbc := 2     // two\n\tif a > bc { // three\n\t\td()\n\t}\n}\n";
    assert_eq!(new, expected);
}

#[test]
fn of_fixes_that_meet_the_first_wins_and_equal_edits_are_one() {
    let text = "package p\n\nvar x = f(g(1))\n";
    let (outer, inner) = (fix(text, &[("f(g(1))", "1")], &[]), fix(text, &[("g(1)", "1")], &[]));
    let (new, outcomes) = mended(text, &[inner.clone(), outer.clone(), inner.clone()]);
    assert_eq!(new, "package p\n\nvar x = f(1)\n");
    assert_eq!(outcomes, [Outcome::Applied, Outcome::Overlaps, Outcome::Applied]);
    let (new, outcomes) = mended(text, &[outer, inner]);
    assert_eq!((&*new, &*outcomes), ("package p\n\nvar x = 1\n", &[Outcome::Applied, Outcome::Overlaps][..]));
}

#[test]
fn new_names_of_one_run_are_told_apart() {
    let text = "package p\n\nfunc f() {\n\tg(1)\n\th(\"sum\")\n\tg(2)\n}\n";
    let named = |old: &str, function: Option<usize>| {
        let line = text.find("\tg(1)").unwrap();
        let above = Edit { span: Span::new(line, line), text: format!("\tsum := {old} // \"sum\"\n") };
        let mut fix = fix(text, &[(old, "sum")], &[]);
        fix.edits.insert(0, above);
        fix.names = vec![NewName { stem: "sum".into(), number: 1, function }];
        fix
    };
    let fixes = [named("g(1)", Some(11)), named("g(2)", Some(11)), named("g(1)", Some(11)), named("h(\"sum\")", None)];
    let (new, outcomes) = mended(text, &fixes);
    let expected = "package p\n\nfunc f() {\n\tsum := g(1)      // \"sum\"\n\tsum2 := g(2)     // \"sum\"\n\tsum3 := h(\"sum\") // \"sum\"\n\
                    \tsum\n\tsum3\n\tsum2\n}\n";
    assert_eq!(new, expected);
    assert_eq!(outcomes, [Outcome::Applied; 4]);
}

#[test]
fn broken_and_generated_files_stay_as_they_are() {
    for (text, refusal) in [
        ("package p\n\nvar x = f(1)\n\nfunc g() {\n", Refusal::Syntax),
        ("package p\n\nvar x = f(1)\n\nfunc g() { ) }\n", Refusal::Syntax),
        ("// Code generated by x. DO NOT EDIT.\n\npackage p\n\nvar x = f(1)\n", Refusal::Generated),
    ] {
        let (new, outcomes) = mended(text, &[fix(text, &[("f(1)", "1")], &[])]);
        assert_eq!((&*new, outcomes), (text, vec![Outcome::Refused(refusal)]));
    }
    let text = "package p\n\nvar x = f(1)\n";
    let (new, outcomes) = mended(text, &[fix(text, &[("f(1)", "f(1")], &[])]);
    assert_eq!((&*new, outcomes), (text, vec![Outcome::Refused(Refusal::Unsound)]));
}

#[test]
fn what_gofmt_wrote_needs_no_other_blanks() {
    let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("rules")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "go") {
                let text = std::fs::read(&path).unwrap();
                let parsed = super::parsed::Parsed::new(&text).unwrap();
                let sound = parsed.each(|syntax| super::spacing::blanks(syntax).is_empty());
                assert!(sound, "{}", path.display());
                files += 1;
            }
        }
    }
    assert!(files > 50, "{files} files");
}
