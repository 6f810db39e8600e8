//! What the rules save is measured again on the Go at hand, and must agree with the record. `.ci/full` does it on all versions.

use std::path::Path;
use std::process::Command;

#[test]
fn rules_save_on_this_go_what_is_on_record() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = Command::new(root.join("tests/proof/run"))
        .args(["--check", "--go", "here"])
        .output()
        .unwrap_or_else(|error| panic!("tests/proof/run cannot be run ({error}); it needs Python 3.11 or newer"));
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "\n{said}");
    let rules =
        said.lines().last().and_then(|line| line.split(' ').next()).and_then(|count| count.parse::<usize>().ok());
    assert!(rules.is_some_and(|rules| rules >= 4), "it measured too little:\n{said}");
}
