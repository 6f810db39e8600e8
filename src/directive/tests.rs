//! Where directives hold, and where new ones go.

use super::*;
use crate::go::outline::outline;
use crate::go::words::Words;
use crate::model::{Source, Span};

fn read_text(text: &str) -> Directives {
    let source = Source::new("a.go", text.as_bytes().to_vec());
    let outlined = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
    if !outlined.linter_directives {
        return Directives::default();
    }
    read(&source, &outlined, &|word| word.starts_with("rule"))
}

/// The lines that each directive holds for.
fn held(text: &str) -> Vec<Scope> {
    read_text(text).all.into_iter().map(|directive| directive.scope).collect()
}

#[test]
fn behind_code_it_is_the_line_and_above_it_what_begins_there() {
    let text = "package p\n\
                \n\
                func F(xs []string) {\n\
                \tx := a() //heaplint:ignore rule why\n\
                \t//heaplint:ignore rule why\n\
                \ty := b(\n\
                \t\tx,\n\
                \t)\n\
                \t// first the reason\n\
                \t//heaplint:ignore rule why\n\
                \t// and more words\n\
                \tfor range xs {\n\
                \t\ty += x\n\
                \t}\n\
                \tz := []string{\n\
                \t\t//heaplint:ignore rule why\n\
                \t\ta(),\n\
                \t\tb(),\n\
                \t}\n\
                }\n";
    let expected = [Scope::Lines(4, 4), Scope::Lines(6, 8), Scope::Lines(12, 14), Scope::Lines(17, 17)];
    assert_eq!(held(text), expected);
}

#[test]
fn above_a_declaration_or_in_its_doc_comment_it_is_the_declaration_and_above_the_package_the_file() {
    let text = "// Package p does.\n\
                //\n\
                //heaplint:ignore rule made by hand\n\
                package p\n\
                \n\
                // F does.\n\
                //\n\
                //heaplint:ignore rule cold\n\
                func F() {\n\
                }\n\
                \n\
                var (\n\
                \t//heaplint:ignore rule once\n\
                \ta = f(\n\
                \t)\n\
                \tb = g()\n\
                )\n\
                //heaplint:ignore-file rule anywhere\n";
    assert_eq!(held(text), [Scope::File, Scope::Lines(9, 10), Scope::Lines(14, 15), Scope::File]);
}

#[test]
fn cases_labels_and_bare_blocks_are_what_they_look_like() {
    let text = "package p\nfunc F(x int) {\n\tswitch x {\n\t//heaplint:ignore rule why\n\tcase 1:\n\t\ta()\n\t\tb()\n\tdefault:\n\t\tc()\n\t}\n\
                \t//heaplint:ignore rule why\n\t{\n\t\td()\n\t}\n\t//heaplint:ignore rule why\nL:\n\tfor {\n\t\tbreak L\n\t}\n}\n";
    assert_eq!(held(text), [Scope::Lines(5, 7), Scope::Lines(12, 14), Scope::Lines(16, 19)]);
}

#[test]
fn a_blank_line_or_the_end_leaves_it_nothing_and_broken_code_the_line() {
    assert_eq!(held("package p\n\n//heaplint:ignore rule why\n\nfunc F() {}\n"), [Scope::Nothing]);
    assert_eq!(held("package p\n\n//heaplint:ignore rule why\n// more\n\nvar x = 1\n"), [Scope::Nothing]);
    assert_eq!(held("package p\n\n//heaplint:ignore rule why"), [Scope::Nothing]);
    let broken = "package p\n\nfunc F() {\n\t//heaplint:ignore rule why\n\tx := [)\n\ty(\n}\n";
    assert!(matches!(held(broken)[0], Scope::Lines(5, _)), "{:?}", held(broken));
    assert_eq!(held("//heaplint:ignore rule no package\nx"), [Scope::Lines(2, 2)]);
}

#[test]
fn text_in_literals_and_block_comments_is_no_directive() {
    let text = "package p\n\nvar s = \"//heaplint:ignore rule why\"\nvar r = `\n//heaplint:ignore rule why\n`\n\n/*\n//heaplint:ignore rule why\n*/\nvar t = 1 // x\n";
    assert_eq!(held(text), []);
    assert_eq!(held("package p\nvar a = f(/* x */) /* y */ //nolint:heaplint // z\r\n"), [Scope::Lines(2, 2)]);
}

#[test]
fn any_bytes_are_read_and_of_very_many_directives_the_first_are_heard() {
    for text in [
        "//heaplint:",
        "/*",
        "//heaplint:ignore rule \u{0}",
        "/*//heaplint:ignore rule*/",
        "`//heaplint:ignore rule",
        "\u{feff}//heaplint:ignore rule x\npackage p",
    ] {
        let _ = read_text(text);
    }
    let many = format!("package p\n{}", "//heaplint:ignore rule why\n".repeat(MOST_DIRECTIVES + 3));
    let read = read_text(&many);
    assert_eq!((read.all.len(), read.unheard), (MOST_DIRECTIVES, 3));
}

/// The text with directives for the reported lines, each the place of a word in it.
fn ignored(text: &str, words: &[&str]) -> (String, Vec<Option<Unwritten>>) {
    let source = Source::new("a.go", text.as_bytes().to_vec());
    let outlined = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
    let wanted: Vec<ToIgnore> = words
        .iter()
        .map(|word| {
            let at = text.find(word).unwrap();
            ToIgnore { rule: "rule".into(), span: Span::new(at, at + word.len()) }
        })
        .collect();
    let with = with_ignores(&source, &outlined, &wanted, "why");
    let text = with.change.map_or(text.to_owned(), |change| String::from_utf8(change.text.to_vec()).unwrap());
    (text, with.unwritten)
}

#[test]
fn a_new_directive_goes_above_its_line_where_it_holds_for_nothing_else() {
    let text = "package p\n\nfunc F() {\n\t// why so\n\tx := one(\n\t\ttwo(),\n\t)\n\treturn\n}\n";
    let (told, unwritten) = ignored(text, &["one(\n\t\ttwo(),\n\t)", "two()"]);
    let expected = "package p\n\nfunc F() {\n\t// why so\n\t//heaplint:ignore rule why\n\tx := one(\n\t\t//heaplint:ignore rule why\n\t\ttwo(),\n\t)\n\treturn\n}\n";
    assert_eq!((&*told, &*unwritten), (expected, &[None, None][..]));
}

#[test]
fn comments_beside_it_are_set_as_gofmt_sets_them() {
    let text = "package p\n\nfunc F() {\n\ta := 1          // a\n\tname := other() // b\n\tx := one()      // c\n\tyy := 1         // d\n}\n";
    let (told, _) = ignored(text, &["one()"]);
    let expected = "package p\n\nfunc F() {\n\ta := 1          // a\n\tname := other() // b\n\t//heaplint:ignore rule why\n\tx := one() // c\n\tyy := 1    // d\n}\n";
    assert_eq!(told, expected);
    let ragged = text.replace("// a", "  // a");
    assert!(ignored(&ragged, &["one()"]).0.contains("\tx := one()      // c\n"), "nobody aligned them");
}

#[test]
fn between_elements_of_a_literal_it_goes_behind_the_code() {
    let text =
        "package p\n\nvar x = T{\n\tName:  one(),\n\tOther: two(),\n\tX:     three(),\n\tLast:  four(), // why\n}\n";
    let (told, unwritten) = ignored(text, &["one()", "two()", "four()"]);
    let expected = "package p\n\nvar x = T{\n\t//heaplint:ignore rule why\n\tName:  one(),\n\tOther: two(), //heaplint:ignore rule why\n\tX:     three(),\n\tLast:  four(), // why\n}\n";
    assert_eq!((&*told, unwritten), (expected, vec![None, None, Some(Unwritten::NoRoom)]));
    let text = "package p\n\nvar x = T{\n\tA:    zero,\n\tName: one(1),\n\tB:    two(),\n}\n";
    let (told, _) = ignored(text, &["one(1)", "two()"]);
    assert!(
        told.contains("one(1), //heaplint:ignore rule why\n\tB:    two(),  //heaplint:ignore rule why\n"),
        "{told}"
    );
}

#[test]
fn between_members_of_a_group_it_goes_behind_the_code() {
    let text = "package p\n\nvar (\n\tshort  = one()\n\tlonger = two(func() { three() })\n\n\tlast = four()\n)\n\nvar alone = five()\n";
    let (told, unwritten) = ignored(text, &["one()", "two(func", "four()", "five()"]);
    let expected = "package p\n\nvar (\n\t//heaplint:ignore rule why\n\tshort  = one()\n\tlonger = two(func() { three() }) //heaplint:ignore rule why\n\n\t//heaplint:ignore rule why\n\tlast = four()\n)\n\n//heaplint:ignore rule why\nvar alone = five()\n";
    assert_eq!((&*told, unwritten), (expected, vec![None; 4]));
}

#[test]
fn it_goes_behind_a_line_that_opens_a_block_and_two_rules_share_one() {
    let text = "package p\n\nfunc F(xs []int) {\n\tfor range one(xs) {\n\t\tx()\n\t} \n\tif a {\n\t\tx()\n\t} else if two() {\n\t\tx()\n\t}\n}\n";
    let (told, _) = ignored(text, &["one(xs)", "two()", "func F"]);
    for line in [
        "func F(xs []int) { //heaplint:ignore rule why\n",
        "\tfor range one(xs) { //heaplint:ignore rule why\n",
        "\t} else if two() { //heaplint:ignore rule why\n",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let source = Source::new("a.go", b"package p\n\nvar x = 1\n".to_vec());
    let outlined = outline(&source.text, &Words::new(std::iter::empty::<&str>()));
    let wanted = ["b", "a", "a"].map(|rule| ToIgnore { rule: rule.into(), span: Span::new(15, 16) });
    let text = with_ignores(&source, &outlined, &wanted, "why").change.unwrap().text;
    assert_eq!(String::from_utf8_lossy(&text), "package p\n\n//heaplint:ignore a,b why\nvar x = 1\n");
}

#[test]
fn it_never_goes_into_a_literal_and_says_where_there_is_no_room() {
    let text = "package p\n\nfunc F() {\n\tx(`\n` + one())\n\ty(`\n` + two()) // words\n}\n";
    let (told, unwritten) = ignored(text, &["one()", "two()"]);
    assert_eq!(unwritten, [None, Some(Unwritten::NoRoom)]);
    assert!(told.contains("` + one()) //heaplint:ignore rule why\n"), "{told}");
}

#[test]
fn words_of_a_doc_comment_are_kept_apart_as_gofmt_does() {
    let (told, _) = ignored("package p\n\n// X is.\nvar x = one()\n", &["one()"]);
    assert_eq!(told, "package p\n\n// X is.\n//\n//heaplint:ignore rule why\nvar x = one()\n");
    let (told, _) = ignored("package p\n\n// X is.\n//\n//go:embed y\nvar x = one()\n", &["one()"]);
    assert_eq!(told, "package p\n\n// X is.\n//\n//go:embed y\n//heaplint:ignore rule why\nvar x = one()\n");
}
