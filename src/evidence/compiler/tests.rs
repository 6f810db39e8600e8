//! The compiler's two forms, as Go 1.27 wrote them of the constructs module, and hostile ones.

use super::*;
use crate::go::module_index::{Module, ModuleIndex};
use crate::go::outline::outline;
use crate::go::tree::SourceFile;
use crate::go::words::Words;
use crate::profile::fixtures;
use std::collections::BTreeMap;
use std::path::Path;

const LIMITS: Limits = Limits::STANDARD;

/// A tree of these files of one module at `root`, by path inside it.
fn tree_of(root: &str, module: &str, files: &[(&str, &str)]) -> SourceTree {
    let of = Module { path: module.into(), root: root.into(), go: None, toolchain: None };
    let mut tree = SourceTree::new(ModuleIndex::new([of]));
    for (inside, text) in files {
        let place = tree.modules().of_file(&format!("{root}/{inside}")).map(|place| place.import_path.clone());
        tree.add(SourceFile {
            shown: (*inside).into(),
            root: root.into(),
            inside: (*inside).to_owned(),
            import_path: place.expect("it lies in the module"),
            outline: Arc::new(outline(text.as_bytes(), &Words::new(std::iter::empty::<&str>()))),
        });
    }
    tree
}

/// The constructs module, in another folder than it was built in.
fn constructs() -> SourceTree {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/constructs");
    let mut files: Vec<(String, String)> = Vec::new();
    for package in ["sites", "cmd/run"] {
        for entry in std::fs::read_dir(folder.join(package)).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{package}/{}", path.file_name().unwrap().to_str().unwrap());
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
    files.sort();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    tree_of("/home/me/constructs", "example.com/constructs", &files)
}

fn json_folder(folder: &Path) -> Dump {
    let mut dump = Dump::default();
    for package in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(package.unwrap().path()).unwrap() {
            dump.append(read_json(&std::fs::read(file.unwrap().path()).unwrap(), &LIMITS).unwrap());
        }
    }
    dump
}

fn file_of(tree: &SourceTree, base: &str) -> FileId {
    tree.files().find(|(_, file)| file.base() == base).unwrap_or_else(|| panic!("no {base}")).0
}

/// Rows of diag.tsv for Go 1.27: file, line, column, message.
fn rows() -> Vec<(String, u32, u32, String)> {
    let table = fixtures::text("diag.tsv");
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let wanted = rows.filter(|cells| cells[4] != "-" && cells[5].contains("1.27"));
    wanted
        .map(|cells| (cells[1].into(), cells[2].parse().unwrap(), cells[3].parse().unwrap(), cells[4].into()))
        .collect()
}

/// What a row of diag.tsv says, as kind and expression; `None` for what is not about the heap.
fn said(message: &str) -> Option<(RecordKind, &str)> {
    let suffixes = [(" escapes to heap", RecordKind::EscapesToHeap), (" does not escape", RecordKind::DoesNotEscape)];
    let found = suffixes.iter().find_map(|(suffix, kind)| Some((*kind, message.strip_suffix(suffix)?)));
    found.or_else(|| Some((RecordKind::MovedToHeap, message.strip_prefix("moved to heap: ")?)))
}

#[test]
fn every_row_of_the_table_is_in_both_texts() {
    let tree = constructs();
    for text in ["m1.txt", "m2.txt"] {
        let compiler = Compiler::new(read_text(&fixtures::bytes(text), &LIMITS).unwrap(), &tree);
        let mut found = 0;
        for (file, line, column, message) in rows() {
            let Some((kind, what)) = said(&message) else { continue };
            let here = compiler.at(file_of(&tree, &file), line);
            let fits = |record: &&Record| {
                let append = what == "append" && record.what.starts_with("append(");
                record.column == Some(column) && record.kind == kind && (record.what == what || append)
            };
            assert!(here.iter().any(|record| fits(&record)), "{text}: {file}:{line}:{column}: {message}: {here:?}");
            found += 1;
        }
        assert!(found > 260, "the table has shrunk to {found} rows");
        assert_eq!(compiler.foreign_lines, 0, "{text}");
        assert_eq!(compiler.packages.len(), 2, "{text}");
    }
}

#[test]
fn every_escape_of_the_table_is_in_the_json_and_what_does_not_escape_is_not() {
    let tree = constructs();
    let mut compiler = Compiler::new(json_folder(&fixtures::path("json")), &tree);
    for file in compiler.silent_files() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/constructs").join(&tree.file(file).inside);
        compiler.compare(file, &std::fs::read(path).unwrap());
    }
    for (file, strange) in compiler.strange_lines() {
        assert!(strange.is_empty(), "{}: {strange:?}", tree.file(file).inside);
    }
    let (mut heap, mut copied, mut silent) = (0, 0, 0);
    for (file, line, column, message) in rows() {
        let Some((kind, what)) = said(&message) else { continue };
        let id = file_of(&tree, &file);
        let outline = &tree.file(id).outline;
        let declaration = &outline.declarations[outline.declaration_at_line(line).unwrap()];
        let word = compiler.word(id, Position { line, column }, declaration);
        match (kind, word) {
            (RecordKind::DoesNotEscape, Word::NoEscape(None)) => silent += 1,
            // What a generic function does not say in one package it may say in another.
            // Behind the last record of a file nothing shows that the dump is of today's text.
            (RecordKind::DoesNotEscape, Word::Nothing) => {
                let last = !outline
                    .declarations
                    .iter()
                    .any(|other| other.body.is_some() && other.lines.0 > declaration.lines.1);
                assert!(declaration.generic || last, "{file}:{line}:{column}");
            }
            // The table has inlined copies at their call, the JSON form where they were written.
            (RecordKind::EscapesToHeap | RecordKind::MovedToHeap, Word::NoEscape(None) | Word::Nothing) => {
                let copies: Vec<&str> = compiler.inlined_into(id, line).map(|record| &*record.what).collect();
                let fits = |copy: &&str| *copy == what || (what == "append" && copy.starts_with("append("));
                assert!(copies.iter().any(fits), "{file}:{line}:{column}: {message}: {word:?} {copies:?}");
                copied += 1;
            }
            // Several stand at one place: a loop over a function has its state and its body there.
            (RecordKind::EscapesToHeap | RecordKind::MovedToHeap, Word::Heap(_)) => {
                let fits = |record: &&Record| {
                    let append = what == "append" && record.what.starts_with("append(");
                    record.column == Some(column) && record.kind == kind && (record.what == what || append)
                };
                assert!(
                    compiler.at(id, line).iter().any(|one| fits(&one)),
                    "{file}:{line}:{column}: {message}: {word:?}"
                );
                heap += 1;
            }
            other => panic!("{file}:{line}:{column}: {message}: {other:?}"),
        }
    }
    assert!(heap > 170 && copied > 30 && silent > 40, "{heap} on the heap, {copied} as copies, {silent} not");
    assert_eq!(compiler.versions, BTreeSet::from(["go1.27.3".to_owned()]));
    assert_eq!(compiler.dialect(), Some(Dialect::exactly(27)));
}

#[test]
fn flows_say_why() {
    let tree = constructs();
    let boxing = file_of(&tree, "boxing.go");
    let text = Compiler::new(read_text(&fixtures::bytes("m2.txt"), &LIMITS).unwrap(), &tree);
    let json = Compiler::new(json_folder(&fixtures::path("json")), &tree);
    for compiler in [&text, &json] {
        let record = &compiler.at(boxing, 61)[0];
        let wanted = [
            FlowStep::Flow { to: "~r0".into(), from: "&{storage for n}".into() },
            FlowStep::From { what: "n".into(), why: "spill".into(), line: 61 },
            FlowStep::From { what: "return n".into(), why: "return".into(), line: 61 },
        ];
        assert_eq!(record.flow, wanted, "{record:?}");
    }
    let plain = Compiler::new(read_text(&fixtures::bytes("m1.txt"), &LIMITS).unwrap(), &tree);
    assert!(plain.at(boxing, 61)[0].flow.is_empty());
}

#[test]
fn paragraphs_of_older_compilers_are_read() {
    let text = "# m\nlib.go:9:29: &T{...} escapes to heap:\nlib.go:9:29:   flow: ~r0 = &{storage for &T{...}}:\nlib.go:9:29:     from return &T{...} (return) at lib.go:9:22\nlib.go:9:29: &T{...} escapes to heap\n";
    let dump = read_text(text.as_bytes(), &LIMITS).unwrap();
    let wanted = [
        FlowStep::Flow { to: "~r0".into(), from: "&{storage for &T{...}}".into() },
        FlowStep::From { what: "return &T{...}".into(), why: "return".into(), line: 9 },
    ];
    assert_eq!((dump.records.len(), &dump.records[0].flow[..]), (1, &wanted[..]));
}

#[test]
fn text_of_any_folder_means_the_same_files() {
    let source = "package lib\n\nfunc F() *int {\n\treturn new(int)\n}\n";
    let tree =
        tree_of("/home/me/m", "example.com/m", &[("lib/a.go", source), ("a.go", source), ("cmd/x/a.go", source)]);
    let said = |name: &str, package: &str| {
        let text = format!("# {package}\n{name}:4:12: new(int) escapes to heap\n");
        let compiler = Compiler::new(read_text(text.as_bytes(), &LIMITS).unwrap(), &tree);
        let files: Vec<String> = tree
            .files()
            .filter(|(id, _)| !compiler.at(*id, 4).is_empty())
            .map(|(_, file)| file.inside.clone())
            .collect();
        files.join(" ")
    };
    let cases = [
        ("lib/a.go", "example.com/m/lib", "lib/a.go"),
        ("./a.go", "example.com/m/lib", "lib/a.go"),
        ("a.go", "example.com/m/lib", "lib/a.go"),
        ("../lib/a.go", "example.com/m/lib", "lib/a.go"),
        ("m/lib/a.go", "example.com/m/lib", "lib/a.go"),
        (".\\a.go", "example.com/m/lib", "lib/a.go"),
        ("C:\\src\\m\\lib\\a.go", "example.com/m/lib", "lib/a.go"),
        ("/home/runner/work/m/lib/a.go", "example.com/m/lib", "lib/a.go"),
        ("example.com/m/lib/a.go", "example.com/m/lib", "lib/a.go"),
        ("./a.go", "example.com/m", "a.go"),
        ("../a.go", "example.com/m", "a.go"),
        ("./a.go", "example.com/m/cmd/x", "cmd/x/a.go"),
        ("lib/a.go", "example.com/m/lib [example.com/m/lib.test]", "lib/a.go"),
        // Generic code of other packages, inlined.
        ("/usr/local/go/src/slices/a.go", "example.com/m/lib", ""),
        ("../other/a.go", "example.com/m/lib", ""),
        ("/home/me/go/pkg/mod/example.com/o@v1.0.0/lib/a.go", "example.com/m/lib", ""),
        ("/home/me/m/a.go", "example.com/m/lib", "a.go"),
        ("./a.go", "example.com/other/lib", ""),
    ];
    for (name, package, wanted) in cases {
        assert_eq!(said(name, package), wanted, "{name} of {package}");
    }
}

#[test]
fn commands_are_told_apart_by_their_folder() {
    let source = "package main\n\nfunc F() *int {\n\treturn new(int)\n}\n";
    let files = [("cmd/a/main.go", source), ("cmd/b/main.go", source)];
    let tree = tree_of("/home/me/m", "example.com/m", &files);
    let header = r#"{"version":0,"package":"main","goos":"linux","goarch":"amd64","gc_version":"go1.26.8","file":"/ci/m/cmd/b/main.go"}"#;
    let function = r#"{"range":{"start":{"line":3,"character":6}},"code":"canInlineFunction","message":"cost: 2"}"#;
    let dump = read_json(format!("{header}\n{function}\n").as_bytes(), &LIMITS).unwrap();
    let compiler = Compiler::new(dump, &tree).of_today();
    let words: Vec<Word> = tree
        .files()
        .map(|(id, file)| compiler.word(id, Position { line: 4, column: 12 }, &file.outline.declarations[0]))
        .collect();
    // The other command's file was overwritten: nothing is known of it.
    assert_eq!(words, [Word::Nothing, Word::NoEscape(None)]);
}

#[test]
fn disagreement_at_one_place_is_no_word() {
    let source = "package lib\n\nfunc F() any {\n\treturn f(1)\n}\n";
    let tree = tree_of("/home/me/m", "example.com/m", &[("a.go", source)]);
    let declaration = &tree.file(FileId(0)).outline.declarations[0];
    let word = |lines: &[&str]| {
        let text = format!("# example.com/m\n{}\n", lines.join("\n"));
        let compiler = Compiler::new(read_text(text.as_bytes(), &LIMITS).unwrap(), &tree);
        match compiler.word(FileId(0), Position { line: 4, column: 10 }, declaration) {
            Word::Heap(_) => "heap",
            Word::NoEscape(_) => "no escape",
            Word::Nothing => "nothing",
        }
    };
    let (boxed, copy) = ("./a.go:4:10: f(1) does not escape", "./a.go:4:10: &T{...} escapes to heap");
    assert_eq!(word(&[boxed]), "no escape");
    assert_eq!(word(&[copy]), "heap");
    assert_eq!(word(&[boxed, copy]), "nothing");
    assert_eq!(word(&[boxed, "./a.go:4:10: f(1) escapes to heap"]), "heap", "instances differ");
    assert_eq!(word(&["./a.go:4: f(1) does not escape"]), "nothing", "the column is missing");
    assert_eq!(word(&["./a.go:4:10: leaking param: x"]), "nothing", "about callers");
}

#[test]
fn lines_of_other_tools_are_counted_and_passed_over() {
    let text = "go: downloading example.com/x v1.0.0\n# example.com/m\n./a.go:4:10: x escapes to heap\nwarning: this: that\n./a.go:5:2: undefined: y\n\n# not a package header at all\n";
    let dump = read_text(text.as_bytes(), &LIMITS).unwrap();
    assert_eq!((dump.records.len(), dump.other_messages, dump.foreign_lines), (1, 1, 3));
    assert_eq!(dump.records[0].what, "x");
}

#[test]
fn what_is_not_the_compilers_is_refused_by_kind() {
    let text = |bytes: &[u8]| read_text(bytes, &LIMITS).unwrap_err();
    let json = |bytes: &[u8]| read_json(bytes, &LIMITS).unwrap_err();
    let header =
        r#"{"version":0,"package":"m","goos":"linux","goarch":"amd64","gc_version":"go1.26.8","file":"/m/a.go"}"#;
    assert_eq!(text(b" \n"), CompilerError::Unrecognised(Unrecognised::Empty));
    assert_eq!(text(b"hello\n: 3: \n"), CompilerError::Unrecognised(Unrecognised::Text));
    assert_eq!(text(&[0x1f, 0x8b, 0, 255]), CompilerError::Unrecognised(Unrecognised::Text));
    assert_eq!(json(b""), CompilerError::Unrecognised(Unrecognised::Empty));
    assert_eq!(json(b"{\"a\":1}"), CompilerError::Unrecognised(Unrecognised::Json));
    assert!(matches!(json(b"{\"ImportPath\":\"m\",\"Action\":\"build-output\"}"), CompilerError::Unsupported(_)));
    let newer = header.replace("\"version\":0", "\"version\":1");
    assert!(matches!(json(newer.as_bytes()), CompilerError::Unsupported(what) if what.contains("version 1")));
    let damaged = format!("{header}\n\n{{\"range\":");
    assert!(matches!(json(damaged.as_bytes()), CompilerError::Malformed { line: 3, .. }));
    let few = Limits { records: 1, ..LIMITS };
    let two = "# m\n./a.go:1:1: x escapes to heap\n./a.go:1:2: y escapes to heap\n";
    assert_eq!(read_text(two.as_bytes(), &few), Err(CompilerError::TooLarge { limit: 1 }));
}

#[test]
fn long_expressions_and_flows_are_cut() {
    let long = "世".repeat(200);
    let step = format!("./a.go:1:1:     from {long} (assign) at ./a.go:1:1\n");
    let text = format!(
        "# m\n./a.go:1:1: {long} escapes to heap in F:\n{}./a.go:1:1: {long} escapes to heap\n",
        step.repeat(500)
    );
    let dump = read_text(text.as_bytes(), &LIMITS).unwrap();
    let record = &dump.records[0];
    assert!(record.what.len() <= LIMITS.expression + 3 && record.what.ends_with("世..."), "{}", record.what);
    assert_eq!(record.flow.len(), LIMITS.steps);
}

#[test]
fn damaged_files_never_panic() {
    let mut sizes = BTreeMap::new();
    for (name, read) in [
        ("m2.txt", read_text as fn(&[u8], &Limits) -> Result<Dump, CompilerError>),
        ("json/example.com%2Fconstructs%2Fsites/rangefunc.json", read_json),
    ] {
        let bytes = fixtures::bytes(name);
        for cut in (0..bytes.len()).step_by(bytes.len() / 60 + 1) {
            let mut damaged = bytes.clone();
            damaged[cut] ^= 0x55;
            let outcome = [read(&bytes[..cut], &LIMITS), read(&damaged, &LIMITS)];
            *sizes.entry(name).or_insert(0) += outcome.iter().filter(|one| one.is_ok()).count();
        }
    }
    assert!(sizes["m2.txt"] > 60, "text with one wrong byte is still text: {sizes:?}");
}
