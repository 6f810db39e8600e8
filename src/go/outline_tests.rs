//! Hard files for the outline, as data.

use super::outline::{DeclarationKind, Outline, outline};
use super::words::Words;

/// Outlines `text` and shows each declaration as `kind name first-last`.
fn shown(text: &str) -> Vec<String> {
    let outline = outline(text.as_bytes(), &Words::new::<&str>([]));
    outline.declarations.iter().map(|declaration| show(declaration.kind, &outline, declaration.span.start)).collect()
}

fn show(kind: DeclarationKind, outline: &Outline, at: usize) -> String {
    let Some(declaration) = outline.declaration_at(at) else { return "nothing".into() };
    let receiver = declaration.receiver.as_ref().map_or(String::new(), |receiver| {
        format!("{}{}.", if receiver.pointer { "*" } else { "" }, receiver.type_name)
    });
    format!("{kind:?} {receiver}{} {}-{}", declaration.name, declaration.lines.0, declaration.lines.1)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "in:\n{text}");
}

#[test]
fn declarations_are_found_with_kind_name_and_lines() {
    check(
        "package p\n\nimport \"fmt\"\n\n// Doc.\nfunc F(x int) (interface{ M() }, error) {\n\tfmt.Println(x)\n}\n\nfunc (r *R[K, V]) M() struct{ a int } { return 1 }\nvar (\n\ta = 1\n)\ntype T = struct {\n\tx int\n}\nconst c = 1\nfunc G()\n",
        &[
            "Import  3-3",
            "Function F 6-8",
            "Method *R.M 10-10",
            "Var a 11-13",
            "Type T 14-16",
            "Const c 17-17",
            "Function G 18-18",
        ],
    );
}

#[test]
fn a_missing_brace_spoils_one_declaration() {
    check(
        "package p\nfunc A() {\n\tif x {\n}\n\nfunc B() {\n}\n\nfunc C() {\n\nvar x = 1\n\nfunc (T) D() {}\n",
        &["Function A 2-4", "Function B 6-7", "Function C 9-9", "Var x 11-11", "Method T.D 13-13"],
    );
}

#[test]
fn an_extra_brace_spoils_one_declaration() {
    check(
        "package p\nfunc A() {\n}\n\tx := 1\n\tvar y int\n}\n\nfunc B() {\n}\n",
        &["Function A 2-3", "Unknown  4-6", "Function B 8-9"],
    );
}

#[test]
fn code_that_gofmt_did_not_see_is_split_by_nesting() {
    check(
        "package p; import \"a\"; var x = 1; func A() { x() }; func B() {\nvar y int\nvar z int\nuse(y, z)\n}\n",
        &["Import  1-1", "Var x 1-1", "Function A 1-1", "Function B 1-5"],
    );
    check("  package p\n  func A() {\n  }\n  x\n  var y int\n", &["Function A 2-3", "Unknown  4-4", "Var y 5-5"]);
}

#[test]
fn a_declaration_inside_a_raw_string_is_text() {
    check("package p\nfunc A() {\n\tx := `\nfunc B() {\n`\n}\nfunc C() {}\n", &["Function A 2-6", "Function C 7-7"]);
}
