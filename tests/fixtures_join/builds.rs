//! Files that build constraints keep out of the profiled program: what is found there is new, and says why.

use crate::support::{Tree, check, list, made, text};

const WORK: &str = "\n\nfunc work(n int) []int {\n\treturn make([]int, n)\n}\n";

#[test]
fn findings_in_files_that_were_not_built_are_new_and_say_why() {
    let files = [
        ("go.mod", "module example.com/os\n\ngo 1.25\n".to_owned()),
        ("work_linux.go", format!("package os{WORK}")),
        ("work_windows.go", format!("package os{WORK}")),
        ("fast.go", format!("//go:build !purego\n\npackage os{}", WORK.replace("work", "fast"))),
        ("slow.go", format!("//go:build purego\n\npackage os{}", WORK.replace("work", "fast"))),
        ("open.go", format!("//go:build custom\n\npackage os{}", WORK.replace("work", "open"))),
    ];
    let tree = Tree::empty();
    files.iter().for_each(|(name, text)| tree.write(name, text));
    let main = ("main.main", "/build/os/cmd/main.go", 9);
    let profile = made(&[
        (640, &[("example.com/os.work", "/build/os/work_linux.go", 4), main]),
        (640, &[("example.com/os.fast", "/build/os/fast.go", 6), main]),
    ]);
    tree.write("heap.txt", profile);
    let report = check(tree.path(), &["--fail-on", "never"]).profile("heap.txt").report(0);
    let of = |path: &str| {
        let finding = list(&report, "findings").iter().find(|finding| finding["path"] == path);
        let finding = finding.unwrap_or_else(|| panic!("no finding in {path}"));
        (text(finding, "verdict").to_owned(), finding["notes"].to_string())
    };
    assert_eq!((of("work_linux.go").0, of("fast.go").0), ("hot".to_owned(), "hot".to_owned()));
    assert_eq!(of("open.go").0, "unseen", "nobody knows whether the tag was set");
    let (verdict, notes) = of("work_windows.go");
    assert!(verdict == "new" && notes.contains("its name says windows"), "{verdict}: {notes}");
    let (verdict, notes) = of("slow.go");
    assert!(verdict == "new" && notes.contains("its constraint `purego` does not fit the build"), "{verdict}: {notes}");
    let profile = &report["summary"]["profile"];
    assert_eq!((&profile["platform"], &profile["files_not_built"]), (&"linux".into(), &2.into()));
}
