//! Hard files for the outline, as data.

use super::facts::facts;
use super::lexer::Lexer;
use super::mask::masked;
use super::outline::{DeclarationKind, Outline, OutlineProblemKind, outline};
use super::token::TokenKind;
use super::words::{WordId, Words};
use proptest::prelude::*;

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

#[test]
fn column_one_inside_a_body_is_a_sign_only_when_declarations_follow() {
    check(
        "package p\nfunc A() {\n\tx(\n\nvar a = 1\nconst b = 2\n\n// Doc.\ntype T struct {\n\tx int\n}\nimport \"x\"\n",
        &["Function A 2-3", "Var a 5-5", "Const b 6-6", "Type T 9-11", "Import  12-12"],
    );
    check("package p\nfunc A() {\ntype T int\nconst c = 1\n}\nfunc B() {}\n", &["Function A 2-5", "Function B 6-6"]);
    check(
        "package p\nfunc A() {\nfunc (a int) {\n}(1)\nfunc() {}()\n}\nfunc B() {}\n",
        &["Function A 2-6", "Function B 7-7"],
    );
    check(
        "package p\ntype T struct {\n\ta int\n\nfunc (t *T) M[P any]() {}\nvar x =\n\nfunc B() {}\n",
        &["Type T 2-3", "Method *T.M 5-5", "Var x 6-6", "Function B 8-8"],
    );
}

#[test]
fn a_lost_parenthesis_does_not_leave_the_body() {
    check(
        "package p\nfunc A() {\n\tf(1\n\tg()\n}\nx\nfunc B() {}\n",
        &["Function A 2-5", "Unknown  6-6", "Function B 7-7"],
    );
}

#[test]
fn text_without_a_declaration_is_kept_as_unknown() {
    check("", &[]);
    check("\n// only a comment\n", &[]);
    check("\u{feff}package p;;;\r\n", &[]);
    check("x := 1\n\nfunc A() {}\n}\n", &["Unknown  1-1", "Function A 3-3", "Unknown  4-4"]);
    check("func() {}()\nfunc F() {}", &["Unknown  1-1", "Function F 2-2"]);
    check("package\nfunc F() {}", &["Function F 2-2"]);
}

#[test]
fn crlf_and_a_byte_order_mark_change_nothing() {
    let text = "package p\r\n\r\nfunc A() {\r\n\treturn\r\n\r\n}\r\nvar x = `a\r\nb`\r\n";
    let expected = ["Function A 3-6", "Var x 7-8"];
    check(text, &expected);
    check(&format!("\u{feff}{text}"), &expected);
}

#[test]
fn what_is_not_closed_is_a_problem_and_spoils_its_line() {
    use OutlineProblemKind::*;
    for (text, kinds) in [
        ("package p\nvar a = \"x\nfunc F() {}\n", vec![UnclosedLiteral]),
        ("package p\nvar a = '\nfunc F() {}\n", vec![UnclosedLiteral]),
        ("package p\nvar a = \"\\\nfunc F() {}\n", vec![UnclosedLiteral]),
        ("package p\nvar a = `x\nfunc F() {}\n", vec![UnclosedRawString]),
        ("package p\nvar a = 1 /* x\nfunc F() {}\n", vec![UnclosedComment]),
        ("package p\nvar a = (1\nfunc F() {}\n", vec![UnclosedDeclaration]),
        ("package p\nvar a = 1\n}\nfunc F() {}\n", vec![NotADeclaration]),
    ] {
        let outline = outline(text.as_bytes(), &Words::new::<&str>([]));
        assert_eq!(outline.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), kinds, "{text:?}");
        assert_eq!(outline.declarations.last().map(|last| &*last.name), Some("F"), "{text:?}");
    }
    let many = outline("}\nfunc A() {}\n".repeat(200).as_bytes(), &Words::new::<&str>([]));
    assert_eq!((many.problems.len(), many.problems_left_out), (Outline::MAX_PROBLEMS, 100));
}

#[test]
fn start_lines_of_functions_literals_and_loops_are_kept() {
    let text = "package p\nfunc\nA(cb func()) {\n\tgo func() {\n\t\tfor range 3 {\n\t\t}\n\t}()\n\tf(func\n\t(x int) {})\n}\n\
                var x, y = func() {}, T{\n\tf: func() {},\n}\ntype T struct{ f func() }\n";
    let outline = outline(text.as_bytes(), &Words::new::<&str>([]));
    let lines: Vec<_> = outline
        .declarations
        .iter()
        .map(|declaration| (declaration.function_line, declaration.literals.clone(), declaration.loops.clone()))
        .collect();
    assert_eq!(lines, [(3, vec![4, 9], vec![5]), (11, vec![11, 12], vec![]), (14, vec![], vec![])]);
    assert_eq!(outline.declarations[0].body.map(|body| &text[body.start..body.start + 2]), Some("{\n"));
    assert_eq!(outline.declarations[0].body.map(|body| body.end), Some(outline.declarations[0].span.end));
}

#[test]
fn words_are_found_in_code_alone() {
    let words = Words::new(["for", "Sprintf", "+=", ".(", "map", "p"]);
    let text = "package p // for\nimport \"for\"\nfunc A() {\n\tx += fmt.Sprintf(\"for\", `+=`) /* map */\n\ty = x . (T)\n\tforx()\n}\n\
                var m map[string]int\n";
    let outline = outline(text.as_bytes(), &words);
    let found: Vec<_> = outline.word_sites.iter().map(|site| (&text[site.at as usize..][..2], site.word.0)).collect();
    assert_eq!(found, [("+=", 2), ("Sp", 1), (". ", 3), ("ma", 4)]);
    let sets: Vec<_> = outline
        .declarations
        .iter()
        .map(|declaration| {
            (declaration.word_sites.clone(), (0..6).filter(|id| declaration.words.contains(WordId(*id))).collect())
        })
        .collect::<Vec<(_, Vec<u16>)>>();
    assert_eq!(sets, [(0..0, vec![]), (0..3, vec![1, 2, 3]), (3..4, vec![4])]);
}

#[test]
fn an_identifier_directly_behind_a_definition_is_found_twice() {
    let words = Words::new([":= string", "string"]);
    let text = "package p\nfunc A() {\n\tx :=\n\t\tstring(b)\n\ty = string(b)\n}\nvar s = string(b)\nfunc B() { x := f(string(b)) }\n";
    let outline = outline(text.as_bytes(), &words);
    let defining = words.id(":= string").expect("it is a word");
    let sites: Vec<usize> = outline
        .word_sites
        .iter()
        .filter(|site| site.word == defining)
        .map(|site| text[..site.at as usize].lines().count())
        .collect();
    assert_eq!((sites, outline.word_sites.len()), (vec![4], 5));
    let held: Vec<bool> = outline.declarations.iter().map(|declaration| declaration.words.contains(defining)).collect();
    assert_eq!(held, [true, false, false]);
}

#[test]
fn imports_have_names_and_paths() {
    let outline =
        outline(b"package p\nimport \"a/b\"\nimport (\n\t. \"c\"\n\t_ `d`; e \"e/v2\"\n)\n", &Words::new::<&str>([]));
    let found: Vec<_> = outline.imports.iter().map(|import| (import.name.as_deref(), &*import.path)).collect();
    assert_eq!(found, [(None, "a/b"), (Some("."), "c"), (Some("_"), "d"), (Some("e"), "e/v2")]);
}

/// What must hold for any bytes.
fn hold_together(text: &[u8]) {
    let words = Words::new(["for", "x", "+=", ".(", "("]);
    let outline = outline(text, &words);
    assert_eq!(masked(text, &outline).len(), text.len());
    let mut end = 0;
    for declaration in &outline.declarations {
        assert!(end <= declaration.span.start && declaration.span.start < declaration.span.end, "{declaration:?}");
        end = declaration.span.end;
        assert!(end <= text.len() && declaration.lines.0 <= declaration.lines.1);
        assert!(declaration.body.is_none_or(|body| declaration.span.contains(body)));
        for site in &outline.word_sites[declaration.word_sites.clone()] {
            assert!(declaration.span.start <= site.at as usize && (site.at as usize) < end);
        }
    }
    // Every token after the package clause lies in a declaration, or is a semicolon between two.
    let mut lexer = Lexer::new(text);
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next();
        if token.kind == TokenKind::End {
            break;
        }
        if token.kind != TokenKind::Semicolon {
            tokens.push(token);
        }
    }
    let clause = match &tokens[..] {
        [package, name, ..] if package.kind == TokenKind::Package && name.kind == TokenKind::Identifier => 2,
        [package, ..] if package.kind == TokenKind::Package => 1,
        _ => 0,
    };
    for token in &tokens[clause..] {
        assert!(outline.declaration_at(token.start as usize).is_some(), "{token:?} is dropped");
    }
    facts(text, &outline);
}

#[test]
fn hostile_text_is_taken_in_one_pass() {
    let shapes = [
        "{",
        "}",
        "(",
        "func (",
        "func f(",
        "\nfunc f() {",
        "\nfunc (a) b(",
        "\nvar x = (",
        "var a;",
        "new(",
        "new(a[",
        "/*",
        "`",
        "'",
        "new(struct{",
        "new(func(a,",
        "f(new(a[1,",
        "\nvar (",
        "type T struct{",
        "[]",
        "é",
        "/*\n*/",
        "\nfunc(",
        "import(",
        "a.(",
        "package ",
        "new([new([",
        "\ntype T[",
        "var a = append(",
        "var a = x[",
        "const (a = iota;",
    ];
    for shape in shapes {
        hold_together(shape.repeat(40_000 / shape.len()).as_bytes());
    }
    hold_together(&[0xff; 10_000]);
    hold_together(&[0; 10_000]);
    let nested = format!("package p\nfunc A() {}{}\nfunc B() {{}}\n", "{".repeat(10_000), "}".repeat(10_000));
    check(&nested, &["Function A 2-2", "Function B 3-3"]);
}

proptest! {
    #[test]
    fn any_bytes_hold_together(text in proptest::collection::vec(any::<u8>(), 0..400)) {
        hold_together(&text);
    }

    #[test]
    fn any_tokens_hold_together(pieces in proptest::collection::vec(0_usize..PIECES.len(), 0..120)) {
        let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        hold_together(text.as_bytes());
    }
}

const PIECES: [&str; 40] = [
    "func ",
    "\nfunc ",
    "var ",
    "\nvar ",
    "type ",
    "\ntype ",
    "const ",
    "import ",
    "package ",
    "x",
    "y ",
    "new",
    "make",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "\n",
    "\n",
    " ",
    "struct",
    "interface",
    "map",
    "=",
    ".",
    "*",
    "1",
    "\"s\"",
    "`",
    "'",
    "/*",
    "*/",
    "//",
    "<-",
    "chan ",
    "...",
];
