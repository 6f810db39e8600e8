//! The house rules that a machine can hold: the walls between rooms, where crates and the outside are named, and how
//! files look. ARCHITECTURE.md says them in words and tables; this reads the tables, so text and code cannot part.

#[path = "house/source.rs"]
mod source;
#[path = "house/tables.rs"]
mod tables;

use source::{Source, files_below, name_of, root, rust_files, without_comments};
use std::collections::BTreeSet;
use std::fs;
use tables::{by_name, table};

/// Lines that one file may have, tests included.
const LONGEST: usize = 450;
/// The files of a rule's folder that no rule goes without.
const RULE_FILES: [&str; 4] = ["rule.toml", "bad.go", "good.go", "near.go"];

/// Panics with every offence at once.
fn none(offences: Vec<String>, rule: &str) {
    assert!(offences.is_empty(), "{rule}\n  {}\n", offences.join("\n  "));
}

#[test]
fn rooms_see_only_the_rooms_in_their_row() {
    let rows = by_name("rooms");
    let mut offences = Vec::new();
    for file in rust_files(&["src"]) {
        let Some(room) = file.room() else { continue };
        let Some(allowed) = rows.get(room) else { continue };
        for (line, path) in file.paths() {
            if let Some(wrong) = forbidden_room(&path, room, file.depth(), allowed, &rows.keys().collect()) {
                offences.push(format!("{}:{line}: {room} may not see {wrong}", file.name));
            }
        }
    }
    none(offences, "ARCHITECTURE.md, The rooms:");
}

/// The part of `path` that leads where `room` may not look, from a file that lies `depth` below the root.
fn forbidden_room(
    path: &[String],
    room: &str,
    depth: usize,
    allowed: &[String],
    rooms: &BTreeSet<&String>,
) -> Option<String> {
    let supers = path.iter().take_while(|segment| *segment == "super").count();
    let rest = match path.first().map(String::as_str) {
        Some("crate") => &path[1..],
        // Whoever climbs out of a room with `super` shall say `crate`, so that this test and the reader see it.
        Some("super") => {
            let leaves = supers >= depth && path.get(supers).is_some_and(|name| rooms.contains(name));
            return leaves.then(|| path.join("::"));
        }
        _ => return None,
    };
    let target = rest.first()?;
    if !rooms.contains(target) {
        return Some(format!("crate::{target}: name the room"));
    }
    let item = rest.get(1).map(|item| format!("{target}::{item}"));
    let fits = target == room || allowed.contains(target) || item.is_some_and(|item| allowed.contains(&item));
    (!fits).then(|| rest.join("::"))
}

#[test]
fn the_table_names_every_room_and_looks_only_upward() {
    let rows = table("rooms");
    let named: BTreeSet<String> = rows.iter().map(|(room, _)| room.clone()).collect();
    let rooms: BTreeSet<String> =
        rust_files(&["src"]).iter().filter_map(|file| file.room().map(str::to_owned)).collect();
    assert_eq!(named, rooms, "ARCHITECTURE.md, The rooms, and the folders and files of src/");
    let library = without_comments(&fs::read_to_string(root().join("src/lib.rs")).unwrap());
    for (at, (room, sees)) in rows.iter().enumerate() {
        assert!(library.contains(&format!("pub mod {room};")), "src/lib.rs does not list {room}");
        for other in sees {
            let other = other.split("::").next().unwrap_or(other);
            assert!(rows[..at].iter().any(|(above, _)| above == other), "{room} sees {other}, which is not above it");
        }
    }
}

#[test]
fn crates_are_named_only_in_their_rooms() {
    let rows = by_name("crates");
    let mut offences = Vec::new();
    for file in rust_files(&["src"]) {
        for (line, path) in file.paths() {
            let named = rows.iter().find(|(name, _)| path.first() == Some(&name.replace('-', "_")));
            if let Some((name, rooms)) = named
                && !file.room().is_some_and(|room| rooms.iter().any(|allowed| allowed == room))
            {
                offences.push(format!("{}:{line}: {name} belongs to {}", file.name, rooms.join(", ")));
            }
        }
    }
    none(offences, "ARCHITECTURE.md, Third-party crates:");
}

#[test]
fn the_crate_table_and_cargo_toml_name_the_same_crates() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, after) = manifest.split_once("\n[dependencies]\n").unwrap();
    let lines = after.lines().take_while(|line| !line.starts_with('['));
    let declared: BTreeSet<String> =
        lines.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned()).collect();
    assert_eq!(by_name("crates").into_keys().collect::<BTreeSet<_>>(), declared);
}

#[test]
fn the_outside_is_touched_only_where_the_table_says() {
    let rows: Vec<(Vec<String>, Vec<String>)> = table("outside")
        .into_iter()
        .map(|(what, rooms)| (what.split("::").map(str::to_owned).collect(), rooms))
        .collect();
    let mut offences = Vec::new();
    for file in rust_files(&["src"]) {
        let Some(room) = file.room() else { continue };
        for (line, path) in file.paths() {
            let touches = |what: &Vec<String>| path.windows(what.len()).any(|part| part == what);
            if let Some((what, _)) =
                rows.iter().find(|(what, rooms)| touches(what) && !rooms.contains(&room.to_owned()))
            {
                offences.push(format!("{}:{line}: {}", file.name, what.join("::")));
            }
        }
    }
    none(offences, "ARCHITECTURE.md, The outside:");
}

#[test]
fn the_library_neither_prints_nor_panics() {
    let check = |file: &Source, word: &str, rooms: &[&str]| -> Vec<String> {
        let free = file.room().is_none_or(|room| rooms.contains(&room));
        let lines = file.code.lines().enumerate().filter(|(_, line)| !free && stands_alone(line, word));
        lines.map(|(at, _)| format!("{}:{}: {word}", file.name, at + 1)).collect()
    };
    let mut offences = Vec::new();
    for file in rust_files(&["src"]) {
        for word in ["print!", "println!", "eprint!", "eprintln!"] {
            offences.extend(check(&file, word, &["edge", "cli"]));
        }
        for word in [".unwrap()", "panic!", "todo!", "unimplemented!", "dbg!"] {
            offences.extend(check(&file, word, &[]));
        }
    }
    none(offences, "Results leave through a sink that the caller chose, and any bytes may come in:");
}

/// Whether `word` is in `line` and not the end of a longer name.
fn stands_alone(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(at, _)| word.starts_with('.') || !line[..at].ends_with(|one: char| one.is_alphanumeric() || one == '_'))
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let files = rust_files(&["src", "tests", "benches", "fuzz"]);
    let silent = files.iter().filter(|file| !file.text.starts_with("//! "));
    none(silent.map(|file| file.name.clone()).collect(), "Every file starts with //! and its purpose:");
}

#[test]
fn files_are_read_in_one_sitting() {
    let excused = by_name("long");
    let mut offences = Vec::new();
    for file in rust_files(&["src", "tests", "benches"]) {
        let lines = file.text.lines().count();
        match (LONGEST < lines, excused.contains_key(&file.name)) {
            (true, false) => offences.push(format!("{}: {lines} lines", file.name)),
            (false, true) => offences.push(format!("{}: only {lines} lines, take it off the list", file.name)),
            _ => {}
        }
    }
    let gone = excused.keys().filter(|name| !root().join(name).is_file());
    offences.extend(gone.map(|name| format!("{name}: does not exist, take it off the list")));
    none(offences, "ARCHITECTURE.md, Long files:");
}

#[test]
fn every_rule_has_its_folder_its_files_and_its_query() {
    let rules = root().join("rules");
    let mut offences = Vec::new();
    let folders = fs::read_dir(&rules).into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in folders.filter(|folder| RULE_FILES.iter().any(|file| folder.join(file).is_file())) {
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        let files = RULE_FILES.iter().map(|file| folder.join(file));
        let needed = files.chain([root().join("queries").join(format!("{id}.scm"))]);
        offences.extend(needed.filter(|file| !file.is_file()).map(|file| format!("{} is missing", name_of(&file))));
    }
    let mut queries = Vec::new();
    files_below(&root().join("queries"), "scm", &mut queries);
    for query in queries {
        let folder = rules.join(query.file_stem().unwrap());
        if !folder.join("rule.toml").is_file() {
            offences.push(format!("{} has no {}/rule.toml", name_of(&query), name_of(&folder)));
        }
    }
    none(offences, "A rule is a folder and a query of one name:");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["TO", "FIX", "XX"].into_iter().zip(["DO", "ME", "X"]).map(|(a, b)| format!("{a}{b}"));
    let marks: Vec<String> = marks.collect();
    let mut paths = Vec::new();
    for (folder, extension) in [("src", "rs"), ("tests", "rs"), ("queries", "scm"), ("rules", "toml"), ("docs", "md")] {
        files_below(&root().join(folder), extension, &mut paths);
    }
    paths.extend(["ARCHITECTURE.md", "README.md", "Cargo.toml"].map(|name| root().join(name)));
    let mut offences = Vec::new();
    for path in paths.iter().filter(|path| path.is_file()) {
        let text = fs::read_to_string(path).unwrap();
        for (at, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| stands_alone(line, mark)) {
                offences.push(format!("{}:{}: {}", name_of(path), at + 1, line.trim()));
            }
        }
    }
    none(offences, "Do it, or say in an issue what is missing:");
}

/// The rules are only as good as what they see.
mod the_reader_itself {
    use super::*;

    fn paths(code: &str) -> Vec<String> {
        let source = Source { name: "src/a/b.rs".into(), text: String::new(), code: without_comments(code) };
        source.paths().into_iter().map(|(line, path)| format!("{line} {}", path.join("::"))).collect()
    }

    #[test]
    fn use_trees_and_inline_paths_are_spelt_out() {
        let code = "use std::{fs, io::{self, Read}};\npub(crate) use crate::edge as door;\nfn f() {\n    crate::scan::run(clap::x());\n}\n";
        let expected =
            ["1 std::fs", "1 std::io::self", "1 std::io::Read", "2 crate::edge", "4 crate::scan::run", "4 clap::x"];
        assert_eq!(paths(code), expected);
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        let code = "// std::fs\n/* a /* std::fs */ */ let s = \"std::fs\\\"\"; let r = r#\"std::fs \" \"#; let c = '\"'; std::env::x";
        assert_eq!(paths(code), ["2 std::env::x"]);
        assert_eq!(paths("fn f<'a>(x: &'a str) { a::b('x', '\\'') }"), ["1 a::b"]);
    }

    #[test]
    fn walls_stop_what_the_table_does_not_name() {
        let rooms = ["model", "scan", "edge"].map(str::to_owned);
        let rooms: BTreeSet<&String> = rooms.iter().collect();
        let allowed = ["model".to_owned(), "scan::Site".to_owned()];
        let check = |path: &str| {
            let path: Vec<String> = path.split("::").map(str::to_owned).collect();
            forbidden_room(&path, "join", 2, &allowed, &rooms).is_some()
        };
        assert!(!check("crate::model::Finding") && !check("crate::scan::Site") && !check("super::edge"));
        assert!(
            check("crate::scan::run") && check("crate::edge") && check("crate::*") && check("super::super::edge::x")
        );
    }
}
