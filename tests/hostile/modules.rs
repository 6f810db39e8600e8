//! go.mod and go.work files that nobody's tools wrote, above and around the files that are checked.

use crate::child::survives;
use crate::random::{Random, mutated_bytes, rounds};
use crate::support::{Tree, heaplint, made};

const MODULE: &str = "// a comment\nmodule example.com/m // why\n\ngo 1.25.1\n\ntoolchain go1.26.0\n\nrequire (\n\texample.com/a v1.2.3\n\texample.com/b v0.0.0-2026 // indirect\n)\n\nreplace example.com/a => ../a\n\nexclude example.com/b v1.0.0\n\nretract [v1.0.0, v1.1.0]\n\nignore ./node_modules\n\ntool example.com/t\n";
const WORK: &str = "go 1.25\n\nuse (\n\t.\n\t./a\n\t\"./b c\"\n)\n\nreplace example.com/x => ./x\n";
const CODE: &str = "package m\n\nfunc f(xs []int) []int {\n\tall := make([]int, 0)\n\tfor range xs {\n\t\tall = append(all, 1)\n\t}\n\treturn all\n}\n";

const STRANGE: [&str; 24] = [
    "module",
    "go",
    "use",
    "(",
    ")",
    "\"",
    "`",
    "/*",
    "//",
    "=>",
    "\\",
    "..",
    "../../../../..",
    "/",
    "\0",
    "\u{202e}",
    "1.99999999999",
    "go1.0.0.0.0",
    "module a\nmodule b\n",
    "use ./a ./a ./a\n",
    "\r",
    "\u{feff}",
    "use (\n(\n(\n",
    "toolchain default\n",
];

fn spoilt(text: &str, random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let strange = random.pick(&STRANGE).bytes();
        match random.below(3) {
            0 => drop(bytes.splice(at..at, strange)),
            1 => drop(bytes.splice(at..(at + random.below(10)).min(bytes.len()), strange)),
            _ => bytes = mutated_bytes(&bytes, random),
        }
    }
    bytes
}

#[test]
fn spoilt_module_files_are_read_or_named() {
    let profile = made(&[(64, &[("example.com/m.f", "/b/m.go", 6)]), (32, &[("example.com/m/a.f", "/b/a/a.go", 6)])]);
    for seed in 0..100 * rounds() {
        let mut random = Random::new(seed + 31_000_000);
        let tree = Tree::of(&[("m.go", CODE), ("a/m.go", CODE), ("b c/m.go", CODE), ("heap.txt", &profile)]);
        tree.write("go.mod", spoilt(MODULE, &mut random));
        tree.write("a/go.mod", spoilt(MODULE, &mut random));
        tree.write("go.work", spoilt(WORK, &mut random));
        let format = random.pick(&["json", "human"]);
        let call = heaplint(tree.path(), &["check", "--threads", "2", "--format", format]);
        let call = if random.below(2) == 0 { call.profile("heap.txt") } else { call };
        survives(&call, &format!("seed {seed}"));
    }
}

#[test]
fn module_files_of_odd_sizes_are_read_or_named() {
    let large = |text: String| text.into_bytes();
    let cases = [
        ("empty", Vec::new()),
        ("zeros", vec![0; 1 << 20]),
        ("a long name", large(format!("module {}\n", "a/".repeat(500_000)))),
        ("many requirements", large(format!("module m\n{}", "require example.com/a v1.0.0\n".repeat(200_000)))),
        ("open brackets", large(format!("module m\n{}", "require (\n".repeat(200_000)))),
        ("many modules", large("module m\n".repeat(200_000))),
        ("many uses", large(format!("go 1.25\n{}", "use ./a\n".repeat(20_000)))),
        ("different uses", large((0..5_000).map(|nth| format!("use ./a{nth}\n")).collect())),
        ("a long line", large(format!("module m // {}", "x".repeat(4 << 20)))),
        ("more than is read", vec![b'\n'; (16 << 20) + 1]),
    ];
    for (what, bytes) in cases {
        let tree = Tree::of(&[("m.go", CODE), ("a/m.go", CODE)]);
        tree.write("go.mod", &bytes);
        tree.write("go.work", &bytes);
        survives(&heaplint(tree.path(), &["check", "--format", "json", "--threads", "2"]), what);
    }
}

#[test]
fn a_folder_named_go_mod_is_no_module() {
    let tree = Tree::of(&[("m.go", CODE), ("go.mod/x.txt", ""), ("go.work/x.txt", "")]);
    let ended = survives(&heaplint(tree.path(), &["check", "--format", "json"]), "folders");
    assert_eq!(ended.code, 1, "{}", String::from_utf8_lossy(&ended.stdout));
}

#[test]
fn modules_inside_modules_a_hundred_deep_are_told_apart() {
    let tree = Tree::empty();
    let mut folder = String::new();
    for depth in 0..100 {
        tree.write(&format!("{folder}go.mod"), format!("module example.com/m{depth}\n\ngo 1.25\n"));
        tree.write(&format!("{folder}m.go"), CODE);
        folder.push_str("d/");
    }
    let ended = survives(&heaplint(tree.path(), &["check", "--format", "json"]), "a hundred modules");
    let report: serde_json::Value = serde_json::from_slice(&ended.stdout).expect("a report");
    assert_eq!((ended.code, &report["summary"]["files"]), (1, &100.into()));
}
