//! `--profile-rev`: lines followed through git's own diff meet what they cost, whatever has moved, been renamed or been rewritten
//! since; code that the profiled revision did not have is said to be new.

use super::drift::{GROWTH, line_of, profiled, sites, sum, told};
use crate::no_byte_is_lost;
use crate::support::{Costs, Tree, check, heaplint, list, root, text, total};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn git(folder: &Path, words: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(identity).args(words).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The sites module below `folder` of a new repository, committed as it was profiled.
fn committed(tree: &Tree) {
    git(tree.path(), &["init", "-q"]);
    git(tree.path(), &["add", "-A"]);
    git(tree.path(), &["commit", "-q", "-m", "profiled"]);
    git(tree.path(), &["tag", "profiled"]);
}

fn path() -> &'static str {
    Box::leak(std::env::var("PATH").expect("PATH is set").into_boxed_str())
}

fn report_on(folder: &Path) -> (Value, Costs) {
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    let call = check(folder, &["--fail-on", "never", "--profile-rev", "profiled"]).with("PATH", path());
    let report = call.profile(profile).report(0);
    let costs = Costs::of(&report);
    no_byte_is_lost(&report, &costs);
    (report, costs)
}

#[test]
fn what_nobody_touched_is_exact() {
    let tree = sites();
    committed(&tree);
    let (report, _) = report_on(tree.path());
    assert_eq!(total(&report, "exact"), total(&report, "own") - total(&report, "unplaced"));
    let profile = &report["summary"]["profile"];
    assert_eq!(text(profile, "revision").len(), 40);
    assert_eq!(list(profile, "warnings"), [] as [Value; 0]);
}

#[test]
fn lines_within_a_function_are_followed_and_changed_ones_are_known_by_their_function() {
    let tree = sites();
    committed(&tree);
    // Between two allocations of one function, which starts where it did.
    tree.replace(
        GROWTH,
        "\tfor i := range rows {\n",
        "\tprintln()\n\tprintln(make([]int, 9))\n\tfor i := range rows {\n",
    );
    tree.replace(
        GROWTH,
        "\tsinkInts = make([]int, n) // @site make-dynamic each=1\n",
        "\tsinkInts = make([]int, 2*n)\n",
    );
    let (report, costs) = report_on(tree.path());
    let changed = profiled(|_, site, _| site == "make-dynamic");
    assert_eq!(total(&report, "function"), sum(&changed));
    let rest = profiled(|file, site, _| file == GROWTH && site != "make-dynamic");
    assert_eq!(told(&tree, GROWTH, &rest, &costs), rest);
    let below = line_of(GROWTH, "for i := range rows {");
    let moved = profiled(|file, site, line| file == GROWTH && site != "make-dynamic" && line >= below);
    assert_eq!(total(&report, "aligned"), sum(&moved), "{}", report["summary"]);
    let verdict = |code: &str| {
        let line = tree.read(GROWTH).lines().position(|line| line.contains(code)).expect("it is there") as u64 + 1;
        let finding = list(&report, "findings").iter().find(|finding| {
            finding["path"] == GROWTH && finding["cost_lines"][0] == line && finding["rule"] == "tests-make"
        });
        finding.unwrap_or_else(|| panic!("no finding at {code}"))
    };
    let added = verdict("println(make([]int, 9))");
    assert_eq!(added["verdict"], "new");
    assert!(added["notes"].to_string().contains("added after the profiled revision"), "{added}");
    let stale = verdict("make([]int, 2*n)");
    assert_eq!(
        (&stale["verdict"], &stale["grade"]),
        (&"stale".into(), &"function".into()),
        "what stood there was charged"
    );
    let own = |measured: &Value| measured["alloc_space"]["own"].as_i64().expect("bytes");
    assert_eq!(own(&stale["function_cost"]), sum(&changed), "the bytes of what was changed are told beside it");
    let hotspots = list(&report, "hotspots").iter().filter(|hotspot| hotspot["grade"] == "function");
    let of_function: Vec<&Value> = hotspots.filter(|hotspot| own(&hotspot["measured"]) != 0).collect();
    assert_eq!(of_function.iter().map(|hotspot| own(&hotspot["measured"])).sum::<i64>(), sum(&changed));
    assert!(of_function.iter().all(|hotspot| hotspot["notes"].to_string().contains("of the profiled source")));
}

#[test]
fn a_line_that_was_indented_anew_is_exact_and_one_that_lost_a_blank_is_changed() {
    let tree = sites();
    committed(&tree);
    tree.replace(GROWTH, "\tfor i := range rows {\n", "\t\t\tfor  i := range rows {\n");
    tree.replace(GROWTH, "\tsinkInts = make([]int, n) // @site", "\tsinkInts = make([]int,n) // @site");
    let (report, _) = report_on(tree.path());
    let changed = sum(&profiled(|_, site, _| site == "make-dynamic"));
    assert_eq!(total(&report, "function"), changed);
    assert_eq!(total(&report, "exact"), total(&report, "own") - total(&report, "unplaced") - changed);
}

#[test]
fn git_is_asked_about_this_repository_whatever_the_environment_says() {
    let tree = sites();
    committed(&tree);
    let other = Tree::empty();
    git(other.path(), &["init", "-q"]);
    let elsewhere: &'static str = other.path().join(".git").display().to_string().leak();
    let index: &'static str = other.path().join("index").display().to_string().leak();
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    tree.replace(GROWTH, "package growth\n", "package growth\n\n// More.\n");
    for (name, value) in [
        ("GIT_DIR", elsewhere),
        ("GIT_WORK_TREE", elsewhere),
        ("GIT_INDEX_FILE", index),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_DIFF_OPTS", "--unified=3"),
    ] {
        let call = check(tree.path(), &["--fail-on", "never", "--profile-rev", "profiled"]).with("PATH", path());
        let report = call.with(name, value).profile(&profile).report(0);
        let moved = profiled(|file, _, _| file == GROWTH);
        assert_eq!((total(&report, "aligned"), total(&report, "function")), (sum(&moved), 0), "{name}");
    }
}

#[test]
fn a_revision_without_the_profiled_files_is_told() {
    let tree = sites();
    git(tree.path(), &["init", "-q"]);
    git(tree.path(), &["add", "go.mod"]);
    git(tree.path(), &["commit", "-q", "-m", "without code"]);
    git(tree.path(), &["tag", "profiled"]);
    let (report, _) = report_on(tree.path());
    let warnings = report["summary"]["profile"]["warnings"].to_string();
    assert!(warnings.contains("profiled has none of the files that the profile charges"), "{warnings}");
}

#[test]
fn renamed_files_and_folders_are_found() {
    let tree = sites();
    committed(&tree);
    std::fs::create_dir(tree.path().join("gr\u{fc}n \"x")).expect("a folder");
    tree.rename(GROWTH, "gr\u{fc}n \"x/grown y.go");
    git(tree.path(), &["add", "-A"]);
    let (report, costs) = report_on(tree.path());
    let all = profiled(|file, _, _| file == GROWTH);
    assert_eq!(told(&tree, "gr\u{fc}n \"x/grown y.go", &all, &costs), all);
    assert_eq!((total(&report, "aligned"), total(&report, "function")), (sum(&all), 0), "{}", report["summary"]);
}

#[test]
fn a_module_below_the_repositorys_folder_is_found() {
    let tree = Tree::empty();
    for entry in std::fs::read_dir(root().join("tests/go/sites")).expect("the module is there").flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if entry.path().is_dir() {
            for file in std::fs::read_dir(entry.path()).expect("a folder").flatten() {
                let below = file.file_name();
                if file.path().is_file() {
                    let text = std::fs::read(file.path()).expect("a file");
                    tree.write(&format!("a b/{name}/{}", below.to_string_lossy()), text);
                }
            }
        } else {
            tree.write(&format!("a b/{name}"), std::fs::read(entry.path()).expect("a file"));
        }
    }
    committed(&tree);
    tree.replace(&format!("a b/{GROWTH}"), "package growth\n", "package growth\n\n// More.\n");
    let (report, _) = report_on(&tree.path().join("a b"));
    let moved = profiled(|file, _, _| file == GROWTH);
    assert_eq!((total(&report, "aligned"), total(&report, "function")), (sum(&moved), 0), "{}", report["summary"]);
}

#[test]
fn a_profile_of_another_revision_is_told() {
    let tree = sites();
    let text = tree.read(GROWTH);
    tree.write(GROWTH, text.replacen("package growth\n", "package growth\n\n// One.\n// Two.\n", 1));
    committed(&tree);
    let (report, _) = report_on(tree.path());
    let warnings = report["summary"]["profile"]["warnings"].to_string();
    assert!(warnings.contains("functions do not start where profiled has them"), "{warnings}");
    let all = profiled(|file, _, _| file == GROWTH);
    assert_eq!(total(&report, "function"), sum(&all), "{}", report["summary"]);
}

#[test]
fn a_revision_that_git_does_not_have_is_an_error_with_a_way_out() {
    let tree = sites();
    let profile = root().join("tests/fixtures/go1.27/heap.pb.gz");
    let asked = |revision: &str| {
        let call = heaplint(tree.path(), &["check", &format!("--profile-rev={revision}")]).with("PATH", path());
        call.profile(&profile).exits(2).stderr
    };
    assert!(asked("HEAD").contains("needs a git work tree"), "{}", asked("HEAD"));
    committed(&tree);
    let text = asked("v9.9.9");
    assert!(text.contains("has no revision v9.9.9") && text.contains("git fetch --tags"), "{text}");
    assert!(asked("--output=x").contains("has no revision --output=x") && !tree.path().join("x").exists());
    assert!(asked("HEAD:growth").contains("has no revision HEAD:growth"));
    git(tree.path(), &["commit", "-q", "--allow-empty", "-m", "later"]);
    let shallow = Tree::empty();
    let from = format!("file://{}", tree.path().display());
    git(shallow.path(), &["clone", "-q", "--depth", "1", &from, "clone"]);
    let call = heaplint(&shallow.path().join("clone"), &["check", "--profile-rev", "HEAD~1"]).with("PATH", path());
    let text = call.profile(&profile).exits(2).stderr;
    assert!(text.contains("git fetch --unshallow"), "{text}");
}
