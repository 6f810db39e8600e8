//! That a finding stays itself when only its surroundings change, and that two are never one.

use super::{Anchor, identities};
use crate::go::outline::outline;
use crate::go::tree::{FileId, SourceFile};
use crate::go::words::Words;
use crate::model::{Identity, Source, Span};
use std::sync::Arc;

/// The identities of every place where `code` stands in the files, under one rule.
fn of(files: &[(&str, &str)], code: &str) -> Vec<Identity> {
    let words = Words::new(std::iter::empty::<&str>());
    let read: Vec<(SourceFile, Source)> = files
        .iter()
        .map(|(inside, text)| {
            let file = SourceFile {
                shown: (*inside).into(),
                root: "/m".into(),
                inside: (*inside).to_owned(),
                import_path: "example.com/m".into(),
                outline: Arc::new(outline(text.as_bytes(), &words)),
            };
            (file, Source::new(*inside, text.as_bytes()))
        })
        .collect();
    let anchors = read.iter().enumerate().flat_map(|(index, (file, source))| {
        let text = std::str::from_utf8(&source.text).unwrap();
        text.match_indices(code).map(move |(at, _)| {
            let declaration = file.outline.declarations.iter().position(|it| it.span.start <= at && at < it.span.end);
            let span = Span::new(at, at + code.len());
            Anchor { rule: "r", id: FileId(index as u32), file, source, declaration: declaration.unwrap(), span }
        })
    });
    identities(anchors)
}

fn prints(files: &[(&str, &str)], code: &str) -> Vec<u64> {
    let mut prints: Vec<u64> = of(files, code).iter().map(|identity| identity.fingerprint.0).collect();
    prints.sort_unstable();
    prints
}

const LIST: &str = "package m\n\nfunc (s *Server) List(x []string) (out string) {\n\tfor _, v := range x {\n\t\tout += v\n\t}\n\treturn\n}\n";

#[test]
fn a_finding_survives_moved_lines_renamed_files_and_formatting() {
    let before = prints(&[("a.go", LIST)], "out += v");
    assert_eq!(before.len(), 1);
    let moved = LIST.replace("func", "// Said anew.\nimport \"fmt\"\n\nvar a = fmt.Sprint(1)\n\nfunc");
    let other_body = LIST.replace("\treturn", "\tout = out[:1]\n\treturn");
    let by_value = LIST.replace("*Server", "Server");
    for text in [&moved, &other_body, &by_value] {
        assert_eq!(prints(&[("renamed_linux.go", text)], "out += v"), before, "{text}");
    }
    assert_eq!(
        prints(&[("a.go", &LIST.replace("out += v", "out  +=\n\t\t/* x */ v"))], "out  +=\n\t\t/* x */ v"),
        before
    );
}

#[test]
fn what_is_another_finding_has_another_fingerprint() {
    let mut all = prints(&[("a.go", LIST)], "out += v");
    all.extend(prints(&[("a.go", &LIST.replace("List", "Other"))], "out += v"));
    all.extend(prints(&[("a.go", &LIST.replace("(s *Server) ", ""))], "out += v"));
    all.extend(prints(&[("a.go", &LIST.replace("+= v", "+= w"))], "out += w"));
    all.extend(prints(&[("a_test.go", &LIST.replace("package m", "package m_test"))], "out += v"));
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 5);
}

#[test]
fn equal_ones_are_numbered_and_a_new_one_among_them_adds_one() {
    let twice = LIST.replace("out += v", "out += v\n\t\tout += v");
    let (one, two) = (prints(&[("a.go", LIST)], "out += v"), of(&[("a.go", &twice)], "out += v"));
    assert_eq!(two.iter().map(|identity| identity.ordinal).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(two[0].fingerprint.0, one[0]);
    assert_ne!(two[1].fingerprint.0, one[0]);
    // One function for each system, in files that may be renamed past each other.
    let systems = prints(&[("a_linux.go", LIST), ("b_windows.go", LIST)], "out += v");
    assert_eq!(systems, prints(&[("linux.go", LIST), ("a_windows.go", LIST)], "out += v"));
    assert_ne!(systems[0], systems[1]);
}

#[test]
fn a_group_of_variables_is_told_by_the_name_that_stands_there() {
    let group = "package m\n\nvar (\n\ta = func() string { return f() }\n\tb, c = f(), 1\n\n\td = T{x: func(e int) { f() }}\n)\n\nvar e = f()\n\
                 \ntype g struct{ h [f()]int }\n";
    let declared: Vec<String> = of(&[("a.go", group)], "f()")
        .iter()
        .map(|it| it.declaration.trim_start_matches("example.com/m.").into())
        .collect();
    assert_eq!(declared, ["a", "b", "d", "e", "g"]);
    assert_eq!(prints(&[("a.go", group)], "f()"), prints(&[("a.go", &group.replace("(\n", "(\n\tz = 1\n"))], "f()"));
}

#[test]
fn code_for_people_is_one_line_of_bounded_length() {
    let long = LIST.replace("out += v", &format!("out += {}", "v + ".repeat(100)));
    let identity = &of(&[("a.go", &long)], &format!("out += {}", "v + ".repeat(100)))[0];
    assert_eq!(identity.code.chars().count(), 80);
    assert!(identity.code.starts_with("out += v + v") && identity.code.ends_with("..."), "{}", identity.code);
}
