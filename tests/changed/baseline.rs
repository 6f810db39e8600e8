//! A baseline from its first writing to its last entry.

use crate::repository::{APPENDS, Repository, check, findings};
use crate::support::{heaplint, made};

const RULES: [&str; 2] = ["--select", "string-concat-in-loop"];

fn baseline(repository: &Repository, words: &[&str], code: i32) -> String {
    heaplint(repository.path(), &["baseline"]).words(words).words(&RULES).exits(code).stdout
}

#[test]
fn what_is_accepted_survives_what_is_no_change_of_it_and_goes_when_it_is_gone() {
    let old = APPENDS.replace("NAME", "Old");
    let repository =
        Repository::of(&[("lib/a.go", &format!("package lib\n{old}")), ("b/b.go", &format!("package b\n{old}"))]);
    let said = baseline(&repository, &["write"], 0);
    assert_eq!(said, "heaplint-baseline.jsonl: 2 entries, 0 with a cost\n");
    let accepted = ["--baseline", "heaplint-baseline.jsonl"];
    let counts = |words: &[&str], code: i32| {
        let report = check(repository.path(), words).words(&accepted).report(code);
        let summary = &report["summary"]["baseline"];
        let shown = report["findings"].as_array().unwrap().iter().filter(|finding| finding["shown"] == true).count();
        let stale = summary["stale"].as_array().unwrap().len();
        ["accepted", "new", "out_of_sight"]
            .map(|name| summary[name].as_u64().unwrap() as usize)
            .into_iter()
            .chain([stale, shown])
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(&[], 0), [2, 0, 0, 0, 0]);
    assert_eq!(counts(&["lib/a.go"], 0), [1, 0, 1, 0, 0]);
    // Moved, renamed, formatted otherwise, and one more of its like.
    std::fs::remove_file(repository.path().join("lib/a.go")).unwrap();
    let moved = format!(
        "// Said first.\npackage lib\n{}{}",
        APPENDS.replace("NAME", "Before"),
        old.replace("out += x", "out   +=\n\t\t\tx")
    );
    repository.write("lib/z.go", &moved);
    assert_eq!(counts(&[], 1), [2, 1, 0, 0, 1]);
    // Gone: told, and dropped on update, which accepts nothing new.
    repository.write("b/b.go", "package b\n");
    assert_eq!(counts(&[], 1), [1, 1, 0, 1, 1]);
    assert_eq!(counts(&["lib"], 1), [1, 1, 1, 0, 1], "a run that does not look there cannot know");
    let drawn = check(repository.path(), &["--color", "never"]).words(&accepted).exits(1).stdout;
    assert!(drawn.contains("1 finding in 2 files by"), "{drawn}");
    assert!(drawn.contains("1 entry of findings that are gone"), "{drawn}");
    let said = baseline(&repository, &["update"], 0);
    assert!(
        said.starts_with(
            "heaplint-baseline.jsonl: 1 entry, 0 with a cost\ndropped string-concat-in-loop in example.com/m/b.Old"
        ),
        "{said}"
    );
    assert!(said.contains("not accepted: 0 hotter than accepted, 1 new"), "{said}");
    assert_eq!(counts(&[], 1), [1, 1, 0, 0, 1]);
    // With changed code both hold.
    repository.commit("one");
    assert_eq!(findings(&repository.check(&["--since", "HEAD"], 0)), [""; 0]);
    let shown = heaplint(repository.path(), &["baseline", "show"]).exits(0).stdout;
    assert!(
        shown.contains("string-concat-in-loop in example.com/m/lib.Old: out += x")
            && shown.ends_with("1 entry, 0 with a cost\n"),
        "{shown}"
    );
}

#[test]
fn what_has_grown_hotter_comes_back_and_says_so() {
    let repository = Repository::of(&[("lib/a.go", &format!("package lib\n{}", APPENDS.replace("NAME", "Old")))]);
    let profile = |name: &str, bytes: u64| {
        let (hot, rest) = (("example.com/m/lib.Old", "/src/m/lib/a.go", 8), ("other.com/x.F", "/src/x/x.go", 1));
        repository.write(name, &made(&[(bytes, &[hot][..]), (1000 - bytes, &[rest])]));
    };
    profile("then.txt", 100);
    profile("same.txt", 150);
    profile("hot.txt", 900);
    assert!(baseline(&repository, &["write", "--profile", "then.txt"], 0).contains("1 entry, 1 with a cost"));
    let file = std::fs::read_to_string(repository.path().join("heaplint-baseline.jsonl")).unwrap();
    assert!(
        file.contains("\"cost\":{\"sample_type\":\"alloc_space\",\"unit\":\"bytes\",\"own\":100,\"share\":0.1,"),
        "{file}"
    );
    let words = ["--baseline", "heaplint-baseline.jsonl", "--profile"];
    let check = |name: &str, more: &[&str], code: i32| {
        heaplint(repository.path(), &["check"]).words(&RULES).words(&words).word(name).words(more).report(code)
    };
    for (name, more, regrown) in [("same.txt", &[][..], 0), ("hot.txt", &[], 1), ("hot.txt", &["--regrow", "10x"], 0)] {
        let report = check(name, more, regrown);
        assert_eq!(report["summary"]["baseline"]["regrown"], regrown, "{name} {more:?}");
        let finding = &report["findings"][0];
        assert_eq!(finding["accepted"]["cost"]["own"], 100);
        assert_eq!(finding["shown"], regrown == 1, "{name}");
        assert_eq!(
            finding["notes"][0].as_str().unwrap_or("").starts_with("accepted in the baseline at 10.00 %"),
            regrown == 1
        );
    }
}

#[test]
fn a_baseline_that_is_none_is_refused_before_anything_is_read() {
    let repository = Repository::of(&[("lib/a.go", "package lib\n")]);
    let refused = |file: &str| check(repository.path(), &["--baseline", file]).exits(2).stderr;
    let missing = refused("no-such.jsonl");
    assert!(
        missing.contains("the baseline cannot be read: no-such.jsonl") && missing.contains("baseline write"),
        "{missing}"
    );
    repository.write("x.jsonl", "{\"heaplint_baseline\":1}\n<<<<<<< HEAD\n");
    assert!(refused("x.jsonl").contains("line 2: a merge left this behind"));
    let broken = heaplint(repository.path(), &["baseline", "show", "--file", "x.jsonl"]).exits(2).stderr;
    assert!(broken.contains("line 2"), "{broken}");
    let words = ["--baseline", "x.jsonl", "--regrow", "0.5x"];
    assert!(check(repository.path(), &words).exits(2).stderr.contains("1x or more"));
}
