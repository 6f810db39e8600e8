//! What a package declares for those that import it: findings that a change brings to packages that did not change.

use crate::repository::{Repository, check, findings};

/// Finds its way to `dep.T.S` directly; a finding on its line 9 where that is a string.
const USES: &str = "package use\n\nimport \"example.com/m/dep\"\n\nfunc Add(t *dep.T, xs []string) {\n\tout := t.S\n\t// Grows.\n\tfor _, x := range xs {\n\t\tout += x\n\t}\n\tt.S = out\n}\n";

fn dep(of: &str) -> String {
    format!("package dep\n\ntype T struct{{ S {of} }}\n")
}

/// What is found, and in how many files.
fn told(repository: &Repository, words: &[&str]) -> (Vec<String>, u64) {
    let report = check(repository.path(), words).words(&["--fail-on", "never"]).report(0);
    (findings(&report), report["summary"]["files"].as_u64().expect("a number"))
}

#[test]
fn a_type_of_an_imported_package_brings_findings_to_files_that_did_not_change() {
    let repository = Repository::of(&[
        ("dep/dep.go", &dep("[]byte")),
        ("use/use.go", USES),
        ("through/through.go", "package through\n\nimport \"example.com/m/dep\"\n\nfunc Get() *dep.T { return nil }\n"),
        (
            "far/far.go",
            "package far\n\nimport \"example.com/m/through\"\n\nfunc Add(xs []string) {\n\tt := through.Get()\n\tout := t.S\n\tfor _, x := range xs {\n\t\tout += x\n\t}\n\tt.S = out\n}\n",
        ),
        ("aside/aside.go", "package aside\n\nfunc F() {}\n"),
    ]);
    repository.commit("one");
    repository.write("dep/dep.go", &dep("string"));
    let both = ["far/far.go:9 brought".to_owned(), "use/use.go:9 brought".to_owned()];
    assert_eq!(told(&repository, &["--since", "HEAD"]), (both.to_vec(), 4), "all that reach it, and no others");
    repository.git(&["add", "."]);
    assert_eq!(told(&repository, &["--staged"]), (both.to_vec(), 4));
    // What is named chooses: importers that were not named are not looked into, and the change need not be named.
    assert_eq!(told(&repository, &["--staged", "dep/dep.go"]), (vec![], 1));
    assert_eq!(told(&repository, &["--staged", "use"]), (both[1..].to_vec(), 1));
    assert_eq!(told(&repository, &["--staged", "far/far.go"]), (both[..1].to_vec(), 1));
    repository.commit("two");
    assert_eq!(told(&repository, &["--since", "HEAD~1"]), (both.to_vec(), 4));
    // What stood before the change stands.
    repository.append("dep/dep.go", "\ntype U struct{ T T }\n\nfunc (T) More() {}\n");
    let stood = |name: &str| format!("{name}:9 unchanged");
    assert_eq!(told(&repository, &["--since", "HEAD"]), (vec![stood("far/far.go"), stood("use/use.go")], 4));
}

#[test]
fn packages_are_read_again_only_where_importers_can_tell() {
    let dep = "package dep\n\ntype T struct{ S string }\n\nfunc F(a int) {}\n\nfunc f() int { return 1 }\n";
    let repository = Repository::of(&[
        ("dep/dep.go", dep),
        ("dep/dep_test.go", "package dep\n\nfunc (T) String() string { return \"\" }\n"),
        ("dep/other.go", "package dep\n\nvar V = g()\n\nfunc g() int { return 1 }\n"),
        ("use/use.go", USES),
    ]);
    repository.commit("one");
    let read = |old: &str, new: &str| {
        repository.write("dep/dep.go", &dep.replace(old, new));
        told(&repository, &["--since", "HEAD"]).1
    };
    assert_eq!(read("{ return 1 }", "{ return 2 }"), 1, "a body");
    assert_eq!(read("func F(a int) {}", "func F(a int) {}\n\nfunc G() {}\n\ntype U int"), 1, "what is new");
    assert_eq!(read("func f() int { return 1 }", "func f() {}"), 2, "its own package alone");
    assert_eq!(read("a int", "a any"), 3);
    assert_eq!(read("", ""), 0);
    repository.write("dep/dep_test.go", "package dep\n");
    assert_eq!(told(&repository, &["--since", "HEAD"]).1, 0, "nobody imports tests");
    repository.git(&["checkout", "-q", "."]);
    // A variable takes its type from what is not exported.
    repository.replace("dep/other.go", "g() int { return 1 }", "g() string { return \"\" }");
    assert_eq!(told(&repository, &["--since", "HEAD"]).1, 3);
}

#[test]
fn a_variable_of_an_unchanged_file_has_the_type_of_a_function_that_changed() {
    let repository = Repository::of(&[
        ("dep/v.go", "package dep\n\nvar V = g()\n"),
        ("dep/g.go", "package dep\n\nfunc g() []byte { return nil }\n"),
        (
            "use/use.go",
            "package use\n\nimport \"example.com/m/dep\"\n\nfunc Add(xs []string) string {\n\tout := dep.V\n\tfor _, x := range xs {\n\t\tout += x\n\t}\n\treturn out\n}\n",
        ),
    ]);
    repository.commit("one");
    repository.replace("dep/g.go", "[]byte { return nil }", "string { return \"\" }");
    assert_eq!(told(&repository, &["--since", "HEAD"]).0, ["use/use.go:8 brought"]);
}

#[test]
fn types_of_packages_that_are_not_in_the_change_count_as_they_are_staged() {
    let repository = Repository::of(&[("dep/dep.go", &dep("string")), ("use/old.go", "package use\n")]);
    repository.commit("one");
    repository.write("use/use.go", USES);
    repository.git(&["add", "."]);
    // The field is edited and not staged, in a folder of which nothing is.
    repository.write("dep/dep.go", &dep("[]byte"));
    assert_eq!(told(&repository, &["--staged"]).0, ["use/use.go:9 touched"]);
    assert_eq!(told(&repository, &["--since", "HEAD"]).0, [""; 0], "the work tree says otherwise");
    std::fs::remove_file(repository.path().join("dep/dep.go")).expect("it was there");
    assert_eq!(told(&repository, &["--staged"]).0, ["use/use.go:9 touched"]);
    // And the other way round, with a file beside it that git does not track.
    repository.write("dep/dep.go", &dep("[]byte"));
    repository.git(&["add", "dep"]);
    repository.git(&["commit", "-q", "-m", "two"]);
    repository.write("dep/dep.go", &dep("string"));
    assert_eq!(told(&repository, &["--staged"]).0, [""; 0]);
    repository.write("dep/dep.go", "package dep\n");
    repository.git(&["add", "dep"]);
    repository.write("dep/untracked.go", &dep("string"));
    assert_eq!(told(&repository, &["--staged"]).0, [""; 0], "git does not track it");
    assert_eq!(told(&repository, &["--since", "HEAD"]).0, ["use/use.go:9 brought"]);
}

#[test]
fn another_module_path_makes_other_imports() {
    let repository = Repository::of(&[("dep/dep.go", &dep("string")), ("use/use.go", USES)]);
    repository.write("go.mod", "module example.com/other\n\ngo 1.24\n");
    repository.commit("one");
    let found = check(repository.path(), &["."]).report(0);
    assert_eq!(found["findings"].as_array().map(Vec::len), Some(0), "nobody knows the package");
    repository.write("go.mod", "module example.com/m\n\ngo 1.24\n");
    assert_eq!(told(&repository, &["--since", "HEAD"]).0, ["use/use.go:9 brought"]);
}

#[test]
fn a_file_of_some_builds_matters_to_importers_where_another_may_declare_its_names() {
    let linux = "package dep\n\nfunc onLinux() int { return 1 }\n";
    let repository = Repository::of(&[
        ("dep/dep.go", &dep("string")),
        ("dep/dep_linux.go", linux),
        ("dep/dep_windows.go", "package dep\n\nfunc Other() []byte { return nil }\n"),
        ("use/use.go", USES),
    ]);
    repository.commit("one");
    repository.write("dep/dep_linux.go", &format!("{linux}\nfunc unheardOf() {{}}\n"));
    assert_eq!(told(&repository, &["--since", "HEAD"]).1, 1, "no other file has the name");
    repository.write("dep/dep_linux.go", &format!("{linux}\nfunc Other() string {{ return \"\" }}\n"));
    assert_eq!(told(&repository, &["--since", "HEAD"]).1, 4, "what Other gives depends on the build now");
}
