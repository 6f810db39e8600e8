//! Paths that are no plain files, names that no terminal can show, and outputs that take nothing.

use crate::batch::FOUND;
use crate::child::{bounded, survives};
use crate::support::{Call, Tree, check, heaplint, made, root};
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

const FORMATS: [&str; 3] = ["human", "text", "json"];

fn source() -> String {
    format!("package p\n{FOUND}")
}

fn checked(tree: &Tree, words: &[&str]) -> Call {
    let call = heaplint(tree.path(), &["check", "--select", "append-without-capacity", "--format", "json"]);
    call.words(words)
}

fn report(stdout: &[u8]) -> serde_json::Value {
    serde_json::from_slice(stdout).expect("a report")
}

fn fifo(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo is there");
    assert!(made.success());
}

#[test]
fn a_pipe_without_a_writer_is_named_and_not_waited_for() {
    let tree = Tree::of(&[("good/a.go", &source()), ("heap.txt", &made(&[]))]);
    for name in ["x.go", "profile", "list", "good/go.mod", "go.work"] {
        fifo(&tree.path().join(name));
    }
    let found = survives(&checked(&tree, &[]), "a pipe below a folder");
    assert_eq!(report(&found.stdout)["problems"][0]["path"], "x.go");
    survives(&checked(&tree, &["x.go"]), "a pipe that is named");
    for words in
        [&["--profile", "profile"][..], &["--files-from", "list"], &["--profile", "heap.txt", "--profile", "profile"]]
    {
        let ended = survives(&checked(&tree, words), "a pipe as input");
        let name = words[words.len() - 1];
        assert!(ended.code == 2 && ended.stderr.contains(name) && ended.stderr.contains("pipe"), "{}", ended.stderr);
    }
    survives(&heaplint(tree.path(), &["debug", "tree", "x.go"]), "a pipe as a tree");
    fs::create_dir_all(tree.path().join(".heaplint/rules/own")).expect("a folder");
    fs::create_dir_all(tree.path().join(".heaplint/queries")).expect("a folder");
    fifo(&tree.path().join(".heaplint/rules/own/rule.toml"));
    fifo(&tree.path().join(".heaplint/queries/own.scm"));
    fifo(&tree.path().join(".gitignore"));
    assert_eq!(survives(&checked(&tree, &[]), "pipes as rules").code, 2);
}

#[test]
fn a_pipe_that_a_shell_opens_is_read_as_a_profile() {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", &source())]);
    tree.write("heap.txt", made(&[(64, &[("example.com/p.found", "/b/p.go", 6)])]));
    let program = env!("CARGO_BIN_EXE_heaplint");
    let script = "exec 3< <(cat heap.txt); exec \"$0\" check --format json --profile /dev/fd/3";
    let output = Command::new("bash").args(["-c", script, program]).current_dir(tree.path()).output();
    let Ok(output) = output else { return };
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn folders_and_devices_as_inputs_are_refused_by_name() {
    let tree = Tree::of(&[("a.go", &source()), ("folder/b.go", &source()), ("folder.go/c.go", &source())]);
    for path in ["folder", "/", "/dev/zero", "/proc/self/mem", "/dev/null", "a.go", "nothing", ""] {
        for option in ["--profile", "--rules"] {
            let ended = survives(&checked(&tree, &[option, path]), path);
            assert_eq!(ended.code, 2, "{option} {path}");
            assert!(ended.stderr.contains(path), "{option} {path}: {}", ended.stderr);
        }
        survives(&checked(&tree, &["--files-from", path]), path);
        survives(&heaplint(tree.path(), &["debug", "tree", path]), path);
    }
    let named = survives(&checked(&tree, &["folder.go"]), "a folder with the name of a file");
    assert_eq!(report(&named.stdout)["summary"]["files"], 1);
}

#[test]
fn names_that_are_no_utf_8_are_named_as_problems() {
    let tree = Tree::of(&[("good.go", &source())]);
    let odd = tree.path().join(OsStr::from_bytes(b"\xff\xfe.go"));
    if fs::write(&odd, source()).is_err() {
        return; // a file system of Unicode names
    }
    let folder = tree.path().join(OsStr::from_bytes(b"d\x80"));
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("a.go"), source()).expect("a file");
    let ended = survives(&checked(&tree, &[]), "odd names");
    let told = report(&ended.stdout);
    assert_eq!((ended.code, told["findings"].as_array().map(Vec::len)), (2, Some(1)), "{told}");
    for path in [&*odd, &folder, &folder.join("a.go"), Path::new(OsStr::from_bytes(b"\xff"))] {
        survives(&checked(&tree, &[]).word(path), "an odd name that is named");
        survives(&checked(&tree, &[]).profile(path), "an odd profile");
        survives(&checked(&tree, &["--rules"]).word(path), "odd rules");
        survives(&checked(&tree, &["--select"]).word(path), "an odd rule");
        survives(&heaplint(tree.path(), &["explain"]).word(path), "an odd rule to explain");
        survives(&heaplint(&folder, &["check", "--format", "json"]), "an odd working folder");
    }
}

#[test]
fn names_with_line_ends_and_escapes_drive_nothing() {
    let tree = Tree::empty();
    for name in [
        "a\nb.go",
        "a\x1b[2J.go",
        "::error::.go",
        "-rf.go",
        "--help.go",
        " .go",
        "\u{202e}og.go",
        "a\tb\r.go",
        "'\"$(x)`.go",
    ] {
        tree.write(name, source());
        tree.write(&format!("{name}.d/x.go"), source());
    }
    for format in FORMATS {
        let call =
            heaplint(tree.path(), &["check", "--verbose", "--select", "append-without-capacity", "--format", format]);
        let ended = survives(&call, format);
        assert_eq!(ended.code, 1);
        assert!(!ended.stdout.contains(&0x1b) && !ended.stderr.contains('\x1b'), "{format}");
    }
    let all: Vec<u8> = fs::read_dir(tree.path()).expect("a folder").flatten().fold(Vec::new(), |mut all, entry| {
        all.extend(entry.file_name().as_bytes());
        all.push(0);
        all
    });
    tree.write("list", all);
    assert_eq!(report(&survives(&checked(&tree, &["--files-from", "list"]), "a list").stdout)["summary"]["files"], 18);
}

#[test]
fn links_in_circles_end() {
    let tree = Tree::of(&[("d/a.go", &source())]);
    let at = |name: &str| tree.path().join(name);
    symlink("loop.go", at("loop.go")).expect("a link");
    symlink("b", at("c")).expect("a link");
    symlink("c", at("b")).expect("a link");
    symlink("..", at("d/up")).expect("a link");
    symlink(".", at("d/same")).expect("a link");
    symlink("/", at("root")).expect("a link");
    symlink("gone", at("go.mod")).expect("a link");
    symlink("go.work", at("go.work")).expect("a link");
    symlink(".gitignore", at(".gitignore")).expect("a link");
    let ended = survives(&checked(&tree, &[]), "circles");
    let told = report(&ended.stdout);
    assert_eq!((ended.code, told["findings"].as_array().map(Vec::len)), (2, Some(1)), "{told}");
    for name in ["loop.go", "b", "d/up", "d/up/d/up/d/a.go"] {
        survives(&checked(&tree, &[name]), name);
        survives(&checked(&tree, &["--profile", name]), name);
    }
}

#[test]
fn a_hundred_folders_inside_each_other_and_long_names_are_walked() {
    let tree = Tree::empty();
    let deep = format!("{}a.go", "d/".repeat(400));
    tree.write(&deep, source());
    tree.write(&format!("{}.go", "x".repeat(250)), source());
    for format in FORMATS {
        let call = heaplint(tree.path(), &["check", "--select", "append-without-capacity", "--format", format]);
        assert_eq!(survives(&call, format).code, 1);
    }
    for path in ["x/".repeat(10_000), "../".repeat(2_000), "./".repeat(20_000) + "...", "x".repeat(50_000)] {
        survives(&checked(&tree, &[&path]), "a long path");
    }
}

#[test]
fn what_may_not_be_read_is_named() {
    let tree = Tree::of(&[("a.go", &source()), ("closed.go", &source()), ("closed/b.go", &source())]);
    for name in ["closed.go", "closed"] {
        fs::set_permissions(tree.path().join(name), fs::Permissions::from_mode(0o000)).expect("rights can be changed");
    }
    let everything_is_allowed = fs::read(tree.path().join("closed.go")).is_ok();
    let ended = survives(&checked(&tree, &[]), "closed files");
    fs::set_permissions(tree.path().join("closed"), fs::Permissions::from_mode(0o700)).expect("rights can be changed");
    let problems = report(&ended.stdout)["problems"].as_array().map_or(0, Vec::len);
    assert_eq!((ended.code, problems), if everything_is_allowed { (1, 0) } else { (2, 2) });
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_an_error_in_every_command() {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", &source())]);
    tree.write("heap.txt", made(&[(64, &[("example.com/p.found", "/b/p.go", 6)])]));
    let commands: [&[&str]; 9] = [
        &["check", "--format", "human"],
        &["check", "--format", "text"],
        &["check", "--format", "json"],
        &["rules"],
        &["rules", "--format", "json"],
        &["rules", "docs"],
        &["explain", "append-without-capacity"],
        &["debug", "tree", "p.go"],
        &["debug", "join", "--profile", "heap.txt"],
    ];
    for words in commands {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full is there");
        let mut command = bounded(&heaplint(tree.path(), words).command());
        command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped());
        let output = command.output().expect("it runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {errors}");
        assert!(errors.contains("error: the output cannot be written: "), "{words:?}: {errors}");
    }
}

#[test]
fn an_output_whose_reader_has_left_is_success_in_every_command() {
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("p.go", &source())]);
    tree.write("heap.txt", made(&[(64, &[("example.com/p.found", "/b/p.go", 6)])]));
    tree.write("large.go", format!("package p\n{}", "var x = a + b\n".repeat(20_000)));
    let commands: [&[&str]; 6] = [
        &["check", "--fail-on", "never", "--format", "json"],
        &["rules", "docs"],
        &["rules"],
        &["explain", "append-without-capacity"],
        &["debug", "tree", "large.go"],
        &["debug", "join", "--profile", "heap.txt"],
    ];
    for words in commands {
        let mut command = bounded(&heaplint(tree.path(), words).command());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        drop(child.stdout.take());
        let mut errors = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut errors).expect("UTF-8");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), &*errors), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn closed_streams_are_no_panic() {
    let tree = Tree::of(&[("p.go", &source())]);
    for (closing, words) in
        [(">&-", "check"), ("2>&-", "check nothing"), (">&- 2>&-", "check"), ("<&-", "check --files-from -")]
    {
        let script = format!("ulimit -c 0; exec \"$0\" {words} {closing}");
        let output = Command::new("/bin/sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_heaplint")])
            .current_dir(tree.path())
            .output()
            .expect("a shell runs");
        assert!(matches!(output.status.code(), Some(0..=2)), "{closing}: {}", output.status);
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{closing}");
    }
}

#[test]
fn a_working_folder_that_is_gone_is_an_error() {
    let tree = Tree::of(&[("gone/a.go", &source())]);
    let script = "cd gone; rm -r ../gone; exec \"$0\" check";
    let output = Command::new("/bin/sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_heaplint")])
        .current_dir(tree.path())
        .output()
        .expect("a shell runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && errors.starts_with("error: the working directory"), "{errors}");
}

#[test]
fn odd_values_of_options_are_refused_or_taken() {
    let tree = Tree::of(&[("p.go", &source()), ("heap.txt", &made(&[(64, &[("x.f", "/b/p.go", 6)])]))]);
    let numbers = [
        "0",
        "-1",
        "1",
        "99999999999999999999",
        "NaN",
        "inf",
        "1e400",
        "%",
        "",
        " ",
        "\u{202e}",
        "1.5%",
        "-0%",
        "100%",
        "101%",
    ];
    for value in numbers {
        for option in
            ["--top", "--min-share", "--fail-on", "--threads", "--go", "--sample-index", "--format", "--select"]
        {
            // A million threads are no test of heaplint.
            survives(
                &checked(&tree, &["--profile", "heap.txt", &format!("{option}={value}")]),
                &format!("{option}={value}"),
            );
        }
    }
    for threads in ["1", "64", "1000"] {
        let ended = survives(&check(tree.path(), &["--threads", threads]), threads);
        assert!(ended.code <= 2);
    }
    let many: Vec<String> = (0..20_000).map(|nth| format!("f{nth}.go")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    survives(&checked(&tree, &many), "twenty thousand paths");
    assert!(root().is_dir());
}
