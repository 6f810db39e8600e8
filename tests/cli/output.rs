//! What is written: every format, to standard output and to files, colour or none, the same bytes whatever the threads, and pipes that close.

use crate::support::{Call, Tree, check, root};
use crate::{BROKEN, CLEAN, MAKES};
use std::io::Read;

const FORMATS: [&str; 11] =
    ["human", "text", "json", "jsonl", "sarif", "github", "gitlab", "rdjsonl", "checkstyle", "junit", "markdown"];

/// Formats without a place for what was not done, which is then told on standard error.
const WITHOUT_PROBLEMS: [&str; 4] = ["text", "gitlab", "rdjsonl", "checkstyle"];

fn sites(format: &str) -> Call {
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    check(&root().join("tests/go/sites"), &["--fail-on", "never", "--format", format]).profile(profile)
}

#[test]
fn each_format_tells_rule_place_and_message() {
    let tree = Tree::of(&[("dir/makes.go", MAKES)]);
    let of = |format: &str| check(tree.path(), &["--format", format]).exits(1).stdout;
    let text = of("text");
    assert!(text.starts_with("dir/makes.go:4:9: "), "{text}");
    assert!(text.contains("tests-make") && text.contains("`make([]int, n)` allocates"), "{text}");
    let human = of("human");
    assert!(human.starts_with("warning[tests-make]: `make([]int, n)` allocates\n"), "{human}");
    assert!(human.contains("dir/makes.go:4:9") && human.contains("help: make `[]int` once"), "{human}");
    assert!(human.contains("1 finding in 1 file"), "{human}");
    let json = of("json");
    assert!(json.starts_with("{\n") && json.ends_with("}\n"), "{json}");
}

#[test]
fn nothing_is_coloured_unless_asked_for() {
    let tree = Tree::of(&[("makes.go", MAKES)]);
    let of = |words: &[&str]| check(tree.path(), words);
    assert!(!of(&[]).exits(1).stdout.contains('\x1b'), "a pipe is no terminal");
    assert!(of(&["--color", "always"]).exits(1).stdout.contains("\x1b["));
    assert!(!of(&["--color", "never"]).with("FORCE_COLOR", "1").exits(1).stdout.contains('\x1b'));
    assert!(of(&[]).with("FORCE_COLOR", "1").exits(1).stdout.contains("\x1b["));
    assert!(of(&[]).with("CLICOLOR_FORCE", "1").exits(1).stdout.contains("\x1b["));
    assert!(!of(&[]).with("FORCE_COLOR", "1").with("NO_COLOR", "1").exits(1).stdout.contains('\x1b'));
    assert!(of(&["--color", "always"]).with("NO_COLOR", "1").exits(1).stdout.contains("\x1b["), "the option is nearer");
    for format in ["text", "json"] {
        let plain = of(&["--color", "always", "--format", format]).exits(1).stdout;
        assert!(!plain.contains("\x1b[") || format == "text", "JSON is never coloured: {plain}");
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    for format in FORMATS {
        let one = sites(format).words(&["--threads", "1", "--verbose"]).exits(0);
        assert!(!one.stdout.is_empty());
        for threads in ["2", "7"] {
            assert_eq!(sites(format).words(&["--threads", threads, "--verbose"]).exits(0), one, "{format}, {threads}");
        }
    }
}

#[test]
fn problems_and_findings_come_in_the_order_of_paths_with_any_threads() {
    let tree = Tree::empty();
    for index in 0..40 {
        tree.write(&format!("d{}/f{index}.go", index % 7), if index % 3 == 0 { "package p\nfunc (" } else { MAKES });
    }
    for format in FORMATS {
        let of = |threads: &str| check(tree.path(), &["--format", format, "--threads", threads]).exits(2);
        assert_eq!(of("1"), of("2"), "{format}");
    }
}

#[test]
fn the_working_folder_and_the_way_a_path_is_typed_change_no_finding() {
    let tree = Tree::of(&[("go.mod", "module example.com/m\n"), ("a/makes.go", MAKES), ("b/clean.go", CLEAN)]);
    let paths = [".", "./...", "...", "a", "./a/", "a/makes.go", "./a/makes.go", "b/../a"];
    for path in paths {
        let text = check(tree.path(), &["--format", "text", path]).exits(1).stdout;
        assert!(text.starts_with("a/makes.go:4:9: "), "{path}: {text}");
    }
    let text = check(&tree.path().join("b"), &["--format", "text", "../a"]).exits(1).stdout;
    let outside = tree.path().canonicalize().expect("the folder is there").join("a/makes.go:4:9: ");
    assert!(text.starts_with(&*outside.to_string_lossy()), "what lies elsewhere is told by its whole path: {text}");
    let twice = check(tree.path(), &["--format", "text", "a", "a/makes.go", "."]).exits(1).stdout;
    assert_eq!(twice.lines().filter(|line| line.starts_with("a/makes.go")).count(), 1, "{twice}");
}

#[test]
fn a_closed_pipe_is_no_failure() {
    for format in FORMATS {
        let mut child = sites(format).word("--verbose").command().spawn().expect("the built program starts");
        drop(child.stdin.take());
        let mut first = [0; 1];
        let mut stdout = child.stdout.take().expect("standard output is a pipe");
        stdout.read_exact(&mut first).expect("something is written");
        drop(stdout);
        let mut errors = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut errors).expect("UTF-8");
        let status = child.wait().expect("the program ends");
        // With --verbose the summary of text is on standard error, whoever reads the findings.
        let errors = if WITHOUT_PROBLEMS.contains(&format) {
            errors.split_once("28 findings in ").map_or(&*errors, |it| it.0)
        } else {
            &errors
        };
        assert_eq!((status.code(), errors), (Some(0), ""), "{format}");
    }
}

#[test]
fn text_leaves_standard_output_to_findings_and_says_on_standard_error_what_was_not_done() {
    let tree = Tree::of(&[("makes.go", MAKES), ("broken.go", &format!("package p\n\n{BROKEN}"))]);
    let answer = check(tree.path(), &["--format", "text", "nosuch", "."]).exits(2);
    assert!(answer.stdout.lines().all(|line| line.starts_with("makes.go:4:")), "{}", answer.stdout);
    for told in ["broken.go:", "nosuch: there is no such file"] {
        assert!(answer.stderr.contains(told), "{told}: {}", answer.stderr);
    }
}

#[test]
fn one_run_writes_each_format_to_its_own_file_and_what_it_prints_stays() {
    let tree = Tree::of(&[("makes.go", MAKES), ("old.json", "old")]);
    let files: Vec<String> = FORMATS.iter().map(|format| format!("{format}=out.{format}")).collect();
    let words: Vec<&str> = files.iter().flat_map(|file| ["--output", file]).collect();
    let printed = check(tree.path(), &["--format", "text"]).words(&words).exits(1);
    assert_eq!(printed, check(tree.path(), &["--format", "text"]).exits(1));
    for format in FORMATS {
        let alone = check(tree.path(), &["--format", format]).exits(1).stdout;
        let file = std::fs::read_to_string(tree.path().join(format!("out.{format}"))).expect("it was written");
        assert_eq!(file, alone, "{format}");
    }
    check(tree.path(), &["-o", "json=old.json", "-o", "text=-"]).exits(1);
    let replaced = std::fs::read_to_string(tree.path().join("old.json")).expect("it is there");
    assert!(replaced.starts_with("{\n"), "{replaced}");
}

#[test]
fn an_output_that_cannot_be_written_is_told_and_the_others_are_written() {
    let tree = Tree::of(&[("makes.go", MAKES)]);
    let outputs = ["--format", "text", "-o", "json=no/such.json", "-o", "checkstyle=report.xml"];
    let answer = check(tree.path(), &outputs).exits(2);
    assert!(answer.stdout.starts_with("makes.go:4:9: "), "{}", answer.stdout);
    assert!(answer.stderr.starts_with("error: the report cannot be written: no/such.json: "), "{}", answer.stderr);
    assert!(tree.path().join("report.xml").exists());
    assert!(!tree.path().join("no").exists());
}

#[test]
fn outputs_that_contradict_each_other_are_refused_before_anything_is_done() {
    let tree = Tree::of(&[("makes.go", MAKES)]);
    let cases: [(&[&str], &str); 5] = [
        (&["-o", "report.json"], "say in which format, such as json=report.json"),
        (&["-o", "yaml=x"], "'yaml' is no format"),
        (&["--format", "text", "-o", "json=-"], "two formats cannot both be written to standard output"),
        (&["-o", "json=x", "-o", "text=x"], "two formats cannot both be written to x"),
        (&["--diff", "-o", "json=x"], "cannot be used with"),
    ];
    for (words, told) in cases {
        let answer = check(tree.path(), words).exits(2);
        assert!(answer.stderr.contains(told), "{words:?}: {}", answer.stderr);
        assert_eq!(answer.stdout, "", "{words:?}");
    }
    assert!(!tree.path().join("x").exists());
}

#[test]
fn formats_for_code_hosts_name_files_from_the_top_of_the_repository_and_the_others_from_here() {
    let tree =
        Tree::of(&[("services/api/makes.go", MAKES), ("lib/more.go", MAKES), (".git/HEAD", "ref: refs/heads/main\n")]);
    let folder = tree.path().join("services/api");
    let of = |format: &str| check(&folder, &["--format", format, ".", "../../lib"]).exits(1).stdout;
    for format in ["sarif", "github", "gitlab", "markdown"] {
        let told = of(format);
        assert!(told.contains("services/api/makes.go") && told.contains("lib/more.go"), "{format}: {told}");
        assert!(!told.contains(&*tree.path().to_string_lossy()), "{format}: {told}");
    }
    for format in ["text", "rdjsonl", "checkstyle", "junit"] {
        assert!(!of(format).contains("services/api/makes.go"), "{format}");
    }
}

#[test]
fn what_could_not_be_done_is_in_the_format_or_on_standard_error() {
    let tree = Tree::of(&[("broken.go", &format!("package p\n\n{BROKEN}"))]);
    for format in FORMATS {
        let answer = check(tree.path(), &["--format", format]).exits(2);
        let beside = WITHOUT_PROBLEMS.contains(&format);
        let (told, other) = if beside { (&answer.stderr, &answer.stdout) } else { (&answer.stdout, &answer.stderr) };
        assert!(told.contains("broken.go"), "{format}: {answer:?}");
        assert!(!other.contains("broken.go"), "{format}: {answer:?}");
    }
}
