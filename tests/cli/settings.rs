//! heaplint.toml: which file holds for what, what options take back, and what is refused.

use crate::support::{Call, Tree, heaplint, list, made, text};
use crate::{CLEAN, MAKES};

/// A module with one finding of `string-concat-in-loop` (a warning) and one of `sprintf-of-integer` (a note) in each file.
fn tree() -> Tree {
    let source = "package p\n\nimport \"fmt\"\n\nfunc Join(xs []string) string {\n\ts := \"\"\n\tfor _, x := range xs {\n\t\ts += x\n\t}\n\treturn s\n}\n\nfunc N(n int) string { return fmt.Sprintf(\"%d\", n) }\n";
    let tree = Tree::of(&[("go.mod", "module example.com/p\n\ngo 1.26\n"), ("p.go", source), ("sub/p.go", source)]);
    std::fs::create_dir(tree.path().join(".git")).expect("a folder can be made");
    tree
}

fn run(tree: &Tree, words: &[&str]) -> Call {
    heaplint(tree.path(), &["check", "--fail-on", "never"]).words(words)
}

/// `path rule severity` of every finding.
fn told(tree: &Tree, words: &[&str]) -> Vec<String> {
    let report = run(tree, words).report(0);
    let mut told: Vec<String> = list(&report, "findings")
        .iter()
        .map(|one| format!("{} {} {}", text(one, "path"), text(one, "rule"), text(one, "severity")))
        .collect();
    told.sort();
    told
}

#[test]
fn the_nearest_file_holds_for_a_go_file_and_options_win() {
    let tree = tree();
    tree.write("heaplint.toml", "ignore = [\"formatting\"]\n");
    tree.write("sub/heaplint.toml", "[levels]\nstrings = \"error\"\nformatting = \"off\"\n");
    let expected = ["p.go string-concat-in-loop warning", "sub/p.go string-concat-in-loop error"];
    assert_eq!(told(&tree, &[]), expected);
    assert_eq!(told(&tree, &["p.go", "sub/p.go"]), expected, "whatever is named");
    assert_eq!(told(&tree, &["--isolated"]).len(), 4);
    assert_eq!(
        told(&tree, &["--select", "formatting"]),
        ["p.go sprintf-of-integer note", "sub/p.go sprintf-of-integer note"]
    );
    tree.write("other.toml", "preset = \"essential\"\n");
    let expected = ["p.go string-concat-in-loop warning", "sub/p.go string-concat-in-loop warning"];
    assert_eq!(told(&tree, &["--config", "other.toml"]), expected);
    assert_eq!(told(&tree, &["--config", "other.toml", "--preset", "strict"]).len(), 4);
}

#[test]
fn what_holds_for_the_run_comes_from_the_file_at_or_above_the_working_directory() {
    let tree = tree();
    tree.write("heaplint.toml", "fail-on = \"any\"\ntop = 1\nformat = \"text\"\n");
    tree.write("sub/heaplint.toml", "fail-on = \"never\"\nthreads = 1\n");
    let answer = heaplint(tree.path(), &["check"]).exits(1);
    assert_eq!(answer.stdout.lines().count(), 1, "{}", answer.stdout);
    let warned = "warning: sub/heaplint.toml: fail-on, threads has no effect here";
    assert!(answer.stderr.starts_with(warned), "{}", answer.stderr);
    let below = heaplint(&tree.path().join("sub"), &["check", "--format", "text"]).exits(0);
    assert_eq!((below.stdout.lines().count(), &*below.stderr), (2, ""));
    let typed = heaplint(tree.path(), &["check", "--fail-on", "never", "--format", "json", "--top", "9"]).exits(0);
    assert!(typed.stdout.starts_with('{'), "{}", typed.stdout);
}

#[test]
fn excluded_files_are_counted_and_what_is_named_is_checked() {
    let tree = tree();
    tree.write("heaplint.toml", "exclude = [\"sub/\"]\n");
    let report = run(&tree, &[]).report(0);
    assert_eq!(report["summary"]["left_out"]["excluded"], 1, "{}", report["summary"]);
    assert_eq!(told(&tree, &[]).len(), 2);
    assert_eq!(told(&tree, &["sub/p.go"]).len(), 2, "it was named");
    assert_eq!(told(&tree, &["sub/p.go", "--force-exclude"]).len(), 0);
    assert_eq!(told(&tree, &["--isolated", "--exclude", "/p.go"]).len(), 2);
    let all = heaplint(tree.path(), &["check", "--fail-on", "never"]).exits(0).stdout;
    assert!(all.contains("1 by the settings"), "{all}");
}

#[test]
fn a_file_goes_on_top_of_what_it_extends_and_circles_are_refused() {
    let tree = tree();
    tree.write("base.toml", "preset = \"none\"\nextend-select = [\"formatting\"]\n");
    tree.write("heaplint.toml", "extend = \"base.toml\"\n[levels]\nformatting = \"error\"\n");
    assert_eq!(told(&tree, &["p.go"]), ["p.go sprintf-of-integer error"]);
    tree.write("base.toml", "extend = \"heaplint.toml\"\n");
    for (base, wanted) in [
        ("extend = \"heaplint.toml\"\n", "each of ten files extends another one"),
        ("extend = \"gone.toml\"\n", "there is no such file"),
        ("extend = \"/etc/passwd\"\n", "a settings file ends in .toml"),
    ] {
        tree.write("base.toml", base);
        let refused = run(&tree, &[]).exits(2);
        assert!(refused.stderr.contains(wanted), "{base}: {}", refused.stderr);
    }
}

#[test]
fn a_profile_of_the_settings_is_read_from_where_they_stand() {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", MAKES), ("a/clean.go", CLEAN)]);
    tree.write("heap.txt", made(&[(100, &[("example.com/p.Make", "/b/p.go", 4)])]));
    tree.write("heaplint.toml", "profile = \"heap.txt\"\nsample-index = \"alloc_objects\"\nmin-share = \"0%\"\n");
    for folder in [tree.path().to_owned(), tree.path().join("a")] {
        let report = heaplint(&folder, &["check", "--fail-on", "never"]).report(0);
        assert_eq!(report["summary"]["profile"]["sample_type"]["kind"], "alloc_objects", "{}", report["summary"]);
    }
    tree.write("heaplint.toml", "sample-index = \"alloc_objects\"\n");
    assert_eq!(heaplint(tree.path(), &["check"]).report(0)["summary"]["profile"], serde_json::Value::Null);
    tree.write("heaplint.toml", "profile = [\"-\"]\n");
    let refused = heaplint(tree.path(), &["check"]).exits(2).stderr;
    assert!(refused.contains("heaplint.toml:1:12") && refused.contains("for the command line to give"), "{refused}");
    let refused = heaplint(tree.path(), &["check", "--isolated", "--sample-index", "alloc_space"]).exits(2).stderr;
    assert!(refused.starts_with("error: --sample-index says how to read a profile, and none is given"), "{refused}");
}

#[test]
fn mistakes_end_the_run_with_their_place_underlined() {
    let tree = tree();
    for (toml, wanted) in [
        ("presett = \"none\"\n", &["heaplint.toml:1:1", "did you mean `preset`?", "───────"][..]),
        ("min-share = \"1\"\n", &["heaplint.toml:1:13", "write it with a percent sign"]),
        ("format = \"xml\"\n", &["heaplint.toml:1:10", "'xml' is no format; formats are human, text"]),
        ("ignore = [\"maps\", \"strngs\"]\n", &["heaplint.toml:1:19", "did you mean `strings`?"]),
        ("exclude = [\"{\"]\n", &["heaplint.toml:1:12", "this is no pattern of paths"]),
        ("go = \"2\"\n", &["heaplint.toml:1:6", "this is no Go version"]),
    ] {
        tree.write("heaplint.toml", toml);
        let refused = run(&tree, &[]).exits(2);
        assert_eq!(refused.stdout, "");
        let told = wanted.iter().all(|wanted| refused.stderr.contains(wanted));
        assert!(told && refused.stderr.contains("error: heaplint.toml has 1 mistake\n"), "{toml}: {}", refused.stderr);
    }
    std::fs::remove_file(tree.path().join("heaplint.toml")).unwrap();
    std::fs::create_dir(tree.path().join("heaplint.toml")).unwrap();
    let refused = run(&tree, &[]).exits(2).stderr;
    assert!(refused.contains("heaplint.toml: this is not a regular file"), "{refused}");
    let refused = run(&tree, &["--config", "gone.toml"]).exits(2).stderr;
    assert!(refused.contains("gone.toml: there is no such file"), "{refused}");
}

#[test]
fn text_of_a_settings_file_drives_no_terminal_and_no_ci_system() {
    let tree = tree();
    tree.write("heaplint.toml", "\"\\u001b[31m\\n::error::x\" = 1\n\"##[error]\" = 2\n");
    let refused = run(&tree, &[]).exits(2).stderr;
    assert!(!refused.contains('\u{1b}') && !refused.contains("##[error]"), "{refused}");
    assert!(refused.lines().all(|line| !line.trim_start().starts_with("::")), "{refused}");
}

#[test]
fn config_show_says_what_holds_and_who_says_so() {
    let tree = tree();
    tree.write("heaplint.toml", "min-share = \"2%\"\nexclude = [\"gen/\"]\n\n[levels]\nformatting = \"off\"\n");
    tree.write(
        "sub/heaplint.toml",
        "extend = \"../heaplint.toml\"\npreset = \"none\"\nextend-select = [\"strings\"]\n",
    );
    let show = |words: &[&str]| {
        let answer = heaplint(tree.path(), &["config", "show", "--format", "json"]).words(words).exits(0);
        serde_json::from_str::<serde_json::Value>(&answer.stdout).expect("it is JSON")
    };
    let of = |answer: &serde_json::Value, name: &str| {
        let all = list(answer, "settings").iter().filter(|one| one["name"] == name);
        let told = all.map(|one| {
            let origin = &one["origin"];
            let by = match text(origin, "kind") {
                "file" => format!("{}:{}", text(origin, "path"), origin["line"]),
                "option" => text(origin, "name").to_owned(),
                other => other.to_owned(),
            };
            format!("{} {by}", text(one, "value"))
        });
        told.collect::<Vec<_>>().join("; ")
    };
    let answer = show(&["sub/p.go", "--fail-on", "5%", "--ignore", "maps", "--threads", "2"]);
    assert_eq!((text(&answer, "run_file"), text(&answer, "path_file")), ("heaplint.toml", "sub/heaplint.toml"));
    assert_eq!(of(&answer, "preset"), "\"none\" sub/heaplint.toml:2");
    assert_eq!(of(&answer, "min-share"), "\"2%\" heaplint.toml:1");
    assert_eq!(of(&answer, "fail-on"), "\"5%\" --fail-on");
    assert_eq!(of(&answer, "threads"), "2 --threads");
    assert_eq!(of(&answer, "ignore"), "[\"maps\"] --ignore");
    assert_eq!(of(&answer, "exclude"), "[\"gen/\"] heaplint.toml:2");
    assert_eq!(of(&answer, "levels.formatting"), "\"off\" heaplint.toml:5");
    assert_eq!(of(&answer, "top"), "", "nothing holds");
    assert_eq!(of(&answer, "allow-partial"), "false default");
    let rule = |answer: &serde_json::Value, id: &str| {
        let rule = list(answer, "rules").iter().find(|rule| rule["id"] == id).expect("the rule is listed").clone();
        (text(&rule, "level").to_owned(), rule["origin"]["line"].as_u64(), text(&rule["origin"], "kind").to_owned())
    };
    assert_eq!(rule(&answer, "string-concat-in-loop"), ("warning".into(), Some(3), "file".into()));
    assert_eq!(rule(&answer, "map-per-turn"), ("off".into(), None, "option".into()));
    assert_eq!(rule(&answer, "boxing-in-loop"), ("off".into(), Some(2), "file".into()));
    assert_eq!(rule(&show(&["p.go"]), "sprintf-of-integer"), ("off".into(), Some(5), "file".into()));
    assert_eq!(rule(&show(&[]), "string-concat-in-loop"), ("warning".into(), None, "default".into()));
    tree.write("gen/g.go", CLEAN);
    assert_eq!(show(&["gen/g.go"])["excluded"], true);
    let human = heaplint(tree.path(), &["config", "show", "sub"]).exits(0).stdout;
    assert!(
        human.starts_with("settings for sub\n  of the path  sub/heaplint.toml\n  of the run   heaplint.toml\n"),
        "{human}"
    );
    assert!(human.lines().any(|line| line.contains("min-share") && line.ends_with("heaplint.toml:1")), "{human}");
    let refused = heaplint(tree.path(), &["config", "show", "gone"]).exits(2).stderr;
    assert!(refused.contains("gone: there is no such file or folder"), "{refused}");
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_overwrites_none() {
    let tree = tree();
    let before = run(&tree, &[]).report(0);
    let told = heaplint(tree.path(), &["init"]).exits(0).stdout;
    assert!(told.starts_with("wrote heaplint.toml") && told.contains("\nnext\n"), "{told}");
    assert_eq!(run(&tree, &[]).report(0), before);
    tree.write("heaplint.toml", "mine = 1\n");
    let refused = heaplint(tree.path(), &["init"]).exits(2).stderr;
    assert!(refused.contains("heaplint.toml: this exists already and was left as it is"), "{refused}");
    let kept = std::fs::read_to_string(tree.path().join("heaplint.toml")).expect("it is there");
    assert_eq!(kept, "mine = 1\n");
    let below = heaplint(&tree.path().join("sub"), &["init"]).exits(0).stdout;
    assert!(below.contains("/heaplint.toml for what lies here and below"), "{below}");
}
