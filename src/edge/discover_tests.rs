//! Discovery on trees made for the purpose.

use super::*;

/// A tree in a temporary folder.
struct Tree {
    folder: tempfile::TempDir,
}

impl Tree {
    fn with(files: &[&str]) -> Tree {
        let tree = Tree { folder: tempfile::tempdir().unwrap() };
        files.iter().for_each(|file| tree.write(file, ""));
        tree
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    fn request(&self, paths: &[&str]) -> Request {
        Request {
            paths: paths.iter().map(PathBuf::from).collect(),
            listed: None,
            include: Include::default(),
            force_exclude: false,
            working_directory: self.root(),
        }
    }
}

fn names(discovery: &Discovery) -> Vec<&str> {
    discovery.files.iter().map(|file| &*file.shown).collect()
}

fn check(request: &Request, expected: &[&str]) -> Discovery {
    let discovery = discover(request);
    assert_eq!(names(&discovery), expected);
    assert_eq!(discovery.problems, []);
    discovery
}

const USUAL: [&str; 11] = [
    "a.go",
    "a_test.go",
    "readme.md",
    "_draft.go",
    ".hidden/h.go",
    ".git/objects/g.go",
    "lib/b.go",
    "lib/testdata/t.go",
    "vendor/example.com/x/x.go",
    "vendor/example.com/x/x_test.go",
    "lib/_old/o.go",
];

#[test]
fn files_left_out_by_default_are_counted_by_reason() {
    let tree = Tree::with(&USUAL);
    let found = check(&tree.request(&[]), &["a.go", "lib/b.go"]);
    assert_eq!(found.left_out, LeftOut { vendor: 2, testdata: 4, tests: 1, ..LeftOut::default() });
    assert!(found.files.iter().all(|file| file.role == Role::Found));
}

#[test]
fn each_kind_left_out_can_be_brought_in() {
    let tree = Tree::with(&USUAL);
    let check_include = |include, expected: &[&str]| {
        check(&Request { include, ..tree.request(&["./..."]) }, expected);
    };
    let none = Include::default();
    check_include(Include { tests: true, ..none }, &["a.go", "a_test.go", "lib/b.go"]);
    check_include(Include { vendor: true, ..none }, &["a.go", "lib/b.go", "vendor/example.com/x/x.go"]);
    check_include(
        Include { testdata: true, ..none },
        &[".hidden/h.go", "_draft.go", "a.go", "lib/_old/o.go", "lib/b.go", "lib/testdata/t.go"],
    );
}

#[test]
fn what_is_named_is_scanned_unless_exclusion_is_forced() {
    let tree = Tree::with(&USUAL);
    tree.write(".gitignore", "/made.go\n");
    tree.write("made.go", "");
    let named = ["vendor/example.com/x/x.go", "a_test.go", "lib/testdata", "made.go", "lib/b.go"];
    let found = check(
        &tree.request(&named),
        &["a_test.go", "lib/b.go", "lib/testdata/t.go", "made.go", "vendor/example.com/x/x.go"],
    );
    assert_eq!(found.left_out, LeftOut::default());
    assert_eq!(found.files[0].role, Role::Named);
    assert_eq!(found.files[2].role, Role::Found);

    let forced = check(&Request { force_exclude: true, ..tree.request(&named) }, &["lib/b.go"]);
    assert_eq!(forced.left_out, LeftOut { vendor: 1, testdata: 1, tests: 1, ignored: 1, ..LeftOut::default() });
    assert_eq!(forced.files[0].role, Role::Found);
}

#[test]
fn overlapping_and_repeated_names_give_each_file_once() {
    let tree = Tree::with(&USUAL);
    let found = check(
        &tree.request(&["lib/...", ".", "lib", "./lib/../a.go", "vendor/"]),
        &["a.go", "lib/b.go", "vendor/example.com/x/x.go"],
    );
    assert_eq!(found.left_out, LeftOut { vendor: 0, testdata: 4, tests: 2, ..LeftOut::default() });
}

#[test]
fn gitignore_holds_outside_a_repository_and_from_the_folders_above() {
    let tree = Tree::with(&["go.mod", "sub/a.go", "sub/made.go", "sub/kept.go", "sub/build/b.go", "sub/deep/made.go"]);
    tree.write(".gitignore", "made.go\nkept.go\nbuild/\n");
    tree.write("sub/.gitignore", "!kept.go\n[\n");
    let found = check(&tree.request(&["sub"]), &["sub/a.go", "sub/kept.go"]);
    assert_eq!(found.left_out, LeftOut { ignored: 3, ..LeftOut::default() });
    check(&tree.request(&["sub/build"]), &["sub/build/b.go"]);
}

#[test]
fn a_gitignore_above_the_repository_has_no_say() {
    let tree = Tree::with(&["repository/.git/HEAD", "repository/a.go"]);
    tree.write(".gitignore", "*\n");
    check(&tree.request(&["repository"]), &["repository/a.go"]);
}

#[test]
fn every_file_knows_the_nearest_module_and_every_module_its_workspace() {
    let tree = Tree::with(&["one/vendor/modules.txt", "one/in/a.go", "one/nested/b.go", "loose.go"]);
    tree.write("go.work", "use ./one\n");
    tree.write("one/go.mod", "module example.com/one\n");
    tree.write("one/nested/go.mod", "module example.com/nested\n");
    let found = check(&tree.request(&[]), &["loose.go", "one/in/a.go", "one/nested/b.go"]);
    let modules: Vec<_> = found.modules.iter().map(|module| (&*module.shown, module.vendored)).collect();
    assert_eq!(modules, [("one/go.mod", true), ("one/nested/go.mod", false)]);
    assert_eq!(found.files.iter().map(|file| file.module).collect::<Vec<_>>(), [None, Some(0), Some(1)]);
    assert_eq!(found.modules[0].text, b"module example.com/one\n");
    assert_eq!(found.workspaces.iter().map(|work| &*work.shown).collect::<Vec<_>>(), ["go.work"]);
}

#[test]
fn a_module_above_the_working_directory_is_found() {
    let tree = Tree::with(&["go.mod", "lib/a.go"]);
    let request = Request { working_directory: tree.root().join("lib"), ..tree.request(&[]) };
    let found = check(&request, &["a.go"]);
    assert_eq!(found.modules[0].root, tree.root());
}

#[test]
fn a_path_that_does_not_exist_and_one_that_is_no_go_file_are_problems() {
    let tree = Tree::with(&["readme.md", "a.go"]);
    let found = discover(&tree.request(&["gone.go", "readme.md", "example.com/m/...", "a.go"]));
    assert_eq!(names(&found), ["a.go"]);
    let told: Vec<String> = found.problems.iter().map(Problem::to_string).collect();
    assert_eq!(told.len(), 3);
    assert!(told[0].contains("not import paths"), "{told:?}");
    assert!(told[1].starts_with("gone.go: there is no such file"), "{told:?}");
    assert!(told[2].contains("not a .go file"), "{told:?}");
}

#[test]
fn a_list_is_separated_by_lines_or_by_nul() {
    let check = |list: &[u8], expected: &[&str]| {
        let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
        assert_eq!(file_list(list).unwrap(), expected);
    };
    check(b"a.go\r\nlib/b c.go\n\n", &["a.go", "lib/b c.go"]);
    check(b"a.go\0line\nend.go\0", &["a.go", "line\nend.go"]);
    check(b"a.go", &["a.go"]);
    check(b"", &[]);
}

#[test]
fn an_empty_list_means_no_file_and_other_names_in_a_list_are_passed_over() {
    let tree = Tree::with(&["a.go", "go.sum"]);
    check(&Request { listed: Some(Vec::new()), ..tree.request(&[]) }, &[]);
    let listed = Some(vec![PathBuf::from("go.sum"), PathBuf::from("a.go")]);
    check(&Request { listed, ..tree.request(&[]) }, &["a.go"]);
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_to_folders_are_counted_and_not_followed_so_a_loop_ends() {
        let tree = Tree::with(&["lib/a.go"]);
        symlink("..", tree.root().join("lib/loop")).unwrap();
        let found = check(&tree.request(&[]), &["lib/a.go"]);
        assert_eq!(found.links_not_followed, 1);
    }

    #[test]
    fn a_linked_file_is_scanned_once_under_its_own_name() {
        let tree = Tree::with(&["z/real.go"]);
        fs::create_dir(tree.root().join("a")).unwrap();
        symlink("../z/real.go", tree.root().join("a/link.go")).unwrap();
        check(&tree.request(&[]), &["z/real.go"]);
        check(&tree.request(&["a"]), &["a/link.go"]);
    }

    #[test]
    fn a_link_to_nowhere_and_a_link_to_itself_are_problems() {
        let tree = Tree::with(&["a.go"]);
        symlink("gone.go", tree.root().join("broken.go")).unwrap();
        symlink("self.go", tree.root().join("self.go")).unwrap();
        let found = discover(&tree.request(&[]));
        assert_eq!(names(&found), ["a.go"]);
        let told: Vec<&str> = found.problems.iter().map(|problem| &*problem.path).collect();
        assert_eq!(told, ["broken.go", "self.go"]);
    }

    #[test]
    fn a_name_that_is_not_utf8_is_a_problem_where_it_would_have_been_scanned() {
        let tree = Tree::with(&["a.go", "testdata/b.go"]);
        let odd = std::ffi::OsStr::from_bytes(b"\xff.go");
        fs::write(tree.root().join(odd), "").unwrap();
        fs::write(tree.root().join("testdata").join(odd), "").unwrap();
        let found = discover(&tree.request(&[]));
        assert_eq!(names(&found), ["a.go"]);
        assert_eq!(found.problems.len(), 1);
        assert!(found.problems[0].message.contains("not UTF-8"));
        assert_eq!(found.left_out.testdata, 2);
    }

    #[test]
    fn the_result_is_the_same_for_any_number_of_threads() {
        let files: Vec<String> = (0..400).map(|n| format!("d{}/e{}/f{n}.go", n % 7, n % 13)).collect();
        let tree = Tree::with(&files.iter().map(String::as_str).collect::<Vec<_>>());
        let with_threads = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| discover(&tree.request(&[])).files)
        };
        assert_eq!(with_threads(1).len(), 400);
        assert_eq!(with_threads(1), with_threads(8));
    }
}
