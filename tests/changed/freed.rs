//! Findings that stood before and were not told: a comment let them stand, or settings did not ask for them. What takes that away
//! brings them.

use crate::repository::{APPENDS, Repository, check_as_set, findings};

const SETTINGS: &str = "preset = \"none\"\nselect = [\"string-concat-in-loop\"]\n";

/// With one file of one finding, on its eighth line, and settings of this text.
fn repository(code: &str, settings: &str) -> Repository {
    let repository = Repository::of(&[("lib/a.go", code), ("heaplint.toml", settings)]);
    repository.commit("one");
    repository
}

/// What `heaplint check` says without a choice of rules on the command line.
fn told(repository: &Repository, words: &[&str]) -> Vec<String> {
    let report = check_as_set(repository.path(), words).words(&["--fail-on", "never"]).report(0);
    let why = report["findings"][0]["notes"][0].as_str().and_then(|note| note.split_once(" as they were: "));
    findings(&report).into_iter().chain(why.map(|(_, why)| why.to_owned())).collect()
}

fn old() -> String {
    format!("package lib\n{}", APPENDS.replace("NAME", "Old"))
}

const IGNORE: &str = "//heaplint:ignore string-concat-in-loop few of them";

#[test]
fn a_comment_that_goes_brings_what_it_let_stand() {
    let above = |text: &str, mark: &str| old().replace(mark, &format!("{text}\n{mark}"));
    let of_line = above(&format!("\t\t{IGNORE}"), "\t\tout += x");
    let of_statement = above(&format!("\t{IGNORE}"), "\tfor _, x");
    let of_function = above(IGNORE, "func Old");
    let of_file = format!("{IGNORE}\n\n{}", old()).replace("ignore ", "ignore-file ");
    let nolint = of_line.replace(IGNORE, "//nolint:heaplint // few of them");
    let for_all = of_line.replace(IGNORE, "//nolint");
    for before in [&of_line, &of_statement, &of_function, &of_file, &nolint, &for_all] {
        let repository = repository(before, SETTINGS);
        assert_eq!(told(&repository, &["--since", "HEAD"]), [""; 0], "{before}");
        // Another line of the file changes, and the comment stays: nothing is told.
        repository.append("lib/a.go", "\nfunc more() {}\n");
        let report = check_as_set(repository.path(), &["--since", "HEAD"]).report(0);
        assert_eq!(report["findings"][0]["newness"], "unchanged", "{before}");
        repository.write("lib/a.go", &old());
        let expected = ["lib/a.go:8 brought", "a comment let it stand before"];
        assert_eq!(told(&repository, &["--since", "HEAD"]), expected, "{before}");
        assert_eq!(told(&repository, &["--staged"]), [""; 0], "nothing is staged");
        repository.git(&["add", "-A"]);
        assert_eq!(told(&repository, &["--staged"]), expected, "{before}");
        assert_eq!(told(&repository, &["--merge-base", "main"]), expected, "{before}");
    }
}

#[test]
fn a_comment_that_holds_for_less_than_before_brings_the_rest() {
    let code = old().replace("\t\tout += x", &format!("\t\t{IGNORE}\n\t\tout += x"));
    let repository = repository(&code, SETTINGS);
    repository.replace("lib/a.go", "ignore string-concat-in-loop", "ignore append-without-capacity");
    assert_eq!(told(&repository, &["--since", "HEAD"])[..1], ["lib/a.go:9 brought"]);
    // And one that comes instead of another lets it stand.
    repository.replace("lib/a.go", "//heaplint:ignore append-without-capacity", "//nolint:heaplint //");
    assert_eq!(told(&repository, &["--since", "HEAD"]), ["lib/a.go:9 unchanged"]);
}

#[test]
fn a_comment_that_a_change_leaves_without_use_is_brought() {
    let code = "package lib\n\nimport \"fmt\"\n\nfunc F(n int) string {\n\t//heaplint:ignore sprintf-of-integer once\n\treturn fmt.Sprintf(\"%d\", n)\n}\n";
    let repository = repository(code, "select = [\"sprintf-of-integer\"]\n");
    repository.replace("lib/a.go", "%d", "%d of them");
    let brought = ["lib/a.go:6 brought", "what changed elsewhere makes it true"];
    assert_eq!(told(&repository, &["--since", "HEAD"]), brought);
    // One that had no use before stays old.
    repository.commit("two");
    repository.append("lib/a.go", "\nfunc more() {}\n");
    assert_eq!(told(&repository, &["--since", "HEAD"]), ["lib/a.go:6 unchanged"]);
}

#[test]
fn settings_that_ask_for_more_bring_it_in_files_that_did_not_change() {
    let none = "preset = \"none\"\n";
    let asked = "settings did not ask for this rule here before";
    let left_out = "its file was left out before";
    let with = |text: &str| format!("{SETTINGS}{text}");
    for (before, after, why) in [
        (none, SETTINGS, asked),
        (none, "preset = \"default\"\nignore = [\"directives\"]\n", asked),
        (&*with("ignore = [\"strings\"]\n"), SETTINGS, asked),
        (&with("[levels]\nstring-concat-in-loop = \"off\"\n"), SETTINGS, asked),
        (&with("[levels]\nstring-concat-in-loop = \"note\"\n"), SETTINGS, "settings made it a note before"),
        (
            &with("[levels]\nstrings = \"warning\"\n"),
            &with("[levels]\nstrings = \"error\"\n"),
            "settings made it a warning before",
        ),
        (&with("[[overrides]]\npaths = [\"lib/\"]\nignore = [\"strings\"]\n"), SETTINGS, asked),
        (&with("exclude = [\"lib/\"]\n"), SETTINGS, left_out),
        (&with("exclude = [\"lib/\"]\n"), &with("exclude = [\"other/\"]\n"), left_out),
    ] {
        let repository = repository(&old(), before);
        let others = format!("package other\n\nfunc other() {{}}\n{}", APPENDS.replace("NAME", "Other"));
        repository.write("other/b.go", &others);
        repository.commit("two");
        assert_eq!(told(&repository, &["--since", "HEAD"]), [""; 0], "{before}");
        repository.write("heaplint.toml", after);
        let expected = |told: &[String]| {
            assert!(told.contains(&"lib/a.go:8 brought".to_owned()), "{before} {after} {told:?}");
            assert_eq!(told.last().map(String::as_str), Some(why), "{before} {after}");
        };
        expected(&told(&repository, &["--since", "HEAD"]));
        assert_eq!(told(&repository, &["--staged"]), [""; 0], "nothing is staged: {before}");
        repository.git(&["add", "-A"]);
        expected(&told(&repository, &["--staged"]));
        // What is named chooses.
        expected(&told(&repository, &["--staged", "lib"]));
        // Settings that ask for less bring nothing, and nor do the same in other words.
        repository.commit("three");
        if !after.contains("exclude") {
            repository.write("heaplint.toml", before);
            assert_eq!(told(&repository, &["--since", "HEAD"]), [""; 0], "{before}");
        }
        repository.write("heaplint.toml", &format!("# The same.\n{after}"));
        assert_eq!(told(&repository, &["--since", "HEAD"]), [""; 0], "{before}");
    }
}

#[test]
fn settings_files_that_come_go_or_are_extended_are_heard() {
    let repository = repository(&old(), "preset = \"none\"\n");
    let brought = ["lib/a.go:8 brought", "settings did not ask for this rule here before"];
    // A nearer one, not tracked yet.
    repository.write("lib/heaplint.toml", SETTINGS);
    assert_eq!(told(&repository, &["--since", "HEAD"]), brought);
    repository.write("lib/heaplint.toml", "extend = \"../base.toml\"\n");
    repository.write("base.toml", "preset = \"none\"\n");
    repository.commit("two");
    repository.write("base.toml", SETTINGS);
    assert_eq!(told(&repository, &["--since", "HEAD"]), brought);
    repository.commit("three");
    // The one that turned it off for this folder goes.
    repository.write("lib/heaplint.toml", "preset = \"none\"\n");
    repository.write("heaplint.toml", SETTINGS);
    repository.commit("four");
    repository.git(&["rm", "-q", "lib/heaplint.toml"]);
    assert_eq!(told(&repository, &["--since", "HEAD"]), brought);
    assert_eq!(told(&repository, &["--staged"]), brought);
    // `--isolated` asks for the same as before, whatever files say.
    let words = ["--since", "HEAD", "--isolated"];
    assert_eq!(told(&repository, &words), [""; 0]);
}

#[test]
fn staged_settings_hold_and_not_those_of_the_work_tree() {
    let repository = repository(&old(), "preset = \"none\"\n");
    repository.write("heaplint.toml", SETTINGS);
    repository.git(&["add", "-A"]);
    repository.write("heaplint.toml", "preset = \"none\"\n");
    let brought = ["lib/a.go:8 brought", "settings did not ask for this rule here before"];
    assert_eq!(told(&repository, &["--staged"]), brought);
    repository.git(&["commit", "-q", "-m", "two"]);
    repository.append("lib/a.go", &APPENDS.replace("NAME", "New"));
    repository.git(&["add", "lib"]);
    assert_eq!(told(&repository, &["--staged"]), ["lib/a.go:18 touched", "lib/a.go:8 unchanged"]);
}

#[test]
fn a_file_that_leaves_where_nobody_looks_is_new_there() {
    let long = old() + &"// A line by which the file is known again.\n".repeat(20);
    let repository = repository(&long, &format!("{SETTINGS}exclude = [\"lib/\"]\n"));
    repository.write("testdata/t.go", &long.replace("lib", "testdata").replace("Old", "Test"));
    repository.commit("two");
    repository.git(&["mv", "lib/a.go", "moved.go"]);
    let why = "its file was left out before";
    assert_eq!(told(&repository, &["--since", "HEAD"]), ["moved.go:8 brought", why]);
    repository.git(&["commit", "-q", "-m", "three"]);
    repository.git(&["mv", "testdata/t.go", "t.go"]);
    assert_eq!(told(&repository, &["--staged"]), ["t.go:8 brought", why]);
    repository.git(&["commit", "-q", "-m", "four"]);
    repository.git(&["mv", "t.go", "u.go"]);
    assert_eq!(told(&repository, &["--staged"]), ["u.go:8 unchanged"]);
}

#[test]
fn kinds_of_file_that_are_asked_for_from_now_on_are_new() {
    let repository = repository("package lib\n", SETTINGS);
    repository.write("lib/a_test.go", &old());
    let generated = format!("// Code generated by hand. DO NOT EDIT.\n\n{}", old().replace("Old", "Made"));
    repository.write("lib/made.go", &generated);
    repository.commit("two");
    repository.write("heaplint.toml", &format!("{SETTINGS}include = [\"tests\"]\n"));
    assert_eq!(told(&repository, &["--since", "HEAD"]), ["lib/a_test.go:8 brought", "its file was left out before"]);
    // What is typed was typed for both.
    repository.git(&["checkout", "-q", "."]);
    repository.append("lib/a_test.go", "\nfunc more() {}\n");
    assert_eq!(told(&repository, &["--since", "HEAD", "--include", "tests"]), ["lib/a_test.go:8 unchanged"]);
    repository.git(&["checkout", "-q", "."]);
    repository.write("heaplint.toml", &format!("{SETTINGS}include = [\"generated\"]\n"));
    assert_eq!(told(&repository, &["--since", "HEAD"])[..1], ["lib/made.go:10 brought"]);
}

#[test]
fn settings_that_could_not_be_read_before_are_told() {
    let repository = repository(&old(), "preset = \"essentials\"\n");
    repository.write("heaplint.toml", SETTINGS);
    let report = check_as_set(repository.path(), &["--since", "HEAD"]).report(0);
    let warning = report["summary"]["warnings"][0].as_str().unwrap();
    assert!(warning.starts_with("settings as they were before the change cannot be read"), "{warning}");
}
