//! Many hostile Go files in one run, each in a package of its own, with a heap profile that names lines in all of them.
//! When the run fails, each file is tried alone, so that the failure names one.

use crate::child::{outcome, survives};
use crate::random::Random;
use crate::support::{Call, Tree, heaplint, made, root};
use serde_json::Value;

/// A name for the failure, and the bytes.
pub(crate) type File = (String, Vec<u8>);

/// Runs `check` over all of them in every format, and asks for what holds for every run.
pub(crate) fn all_survive(files: &[File]) {
    let Err(complaint) = attempt(files) else { return };
    for file in files {
        if let Err(alone) = attempt(std::slice::from_ref(file)) {
            let text = String::from_utf8_lossy(&file.1);
            let shown: String = text.chars().take(3_000).collect();
            panic!("{} ({} bytes): {alone}\n--- the file begins\n{shown}", file.0, file.1.len());
        }
    }
    panic!("{} files from {:?} on fail together and none alone: {complaint}", files.len(), files[0].0);
}

fn attempt(files: &[File]) -> Result<(), String> {
    let tree = Tree::of(&[("go.mod", "module example.com/h\n\ngo 1.25\n")]);
    for (index, (_, text)) in files.iter().enumerate() {
        tree.write(&format!("d{index}/x.go"), text);
    }
    tree.write("heap.txt", profile_of(files));
    // A run with a profile joins, one without shows every finding.
    for (format, profile) in [("json", true), ("human", false)] {
        let call = checking(&tree, format, "hot");
        let call = if profile { call.profile("heap.txt") } else { call.word("--verbose") };
        outcome(&call).map_err(|complaint| format!("--format {format}: {complaint}"))?;
    }
    Ok(())
}

/// `heaplint check` with the shipped rules and the tests' own.
pub(crate) fn checking(tree: &Tree, format: &str, fail_on: &str) -> Call {
    let words = ["check", "--threads", "2", "--fail-on", fail_on, "--format", format, "--rules"];
    heaplint(tree.path(), &words).word(root().join("tests/rules"))
}

/// Code for `append-without-capacity` to find, without a package clause.
pub(crate) const FOUND: &str = "\nfunc found(xs []int) []int {\n\tall := make([]int, 0)\n\tfor _, x := range xs {\n\t\tall = append(all, x)\n\t}\n\treturn all\n}\n";

/// The report of that rule alone.
pub(crate) fn findings(tree: &Tree, what: &str) -> (i32, Value) {
    let ended = survives(&checking(tree, "json", "any").words(&["--select", "append-without-capacity"]), what);
    (ended.code, serde_json::from_slice(&ended.stdout).expect("a report"))
}

/// A profile that charges a few lines of the functions of every file, whether they are there or not.
fn profile_of(files: &[File]) -> String {
    let mut random = Random::new(files.len() as u64);
    let mut stacks = Vec::new();
    for (index, (_, text)) in files.iter().enumerate() {
        for _ in 0..3 {
            let symbol = format!("example.com/h/d{index}.{}", function_in(text, &mut random));
            let line = random.below(text.iter().filter(|byte| **byte == b'\n').count().min(400) + 3);
            stacks.push((symbol, format!("/built/d{index}/x.go"), line as u32));
        }
    }
    let stacks: Vec<_> = stacks.iter().map(|(symbol, file, line)| [(&**symbol, &**file, *line)]).collect();
    let samples: Vec<_> = stacks.iter().zip(1..).map(|(stack, size)| (size * 16, &stack[..])).collect();
    made(&samples)
}

/// The name of one of the functions in the text.
fn function_in(text: &[u8], random: &mut Random) -> String {
    let text = String::from_utf8_lossy(&text[..text.len().min(100_000)]);
    let named = text
        .split("func ")
        .skip(1)
        .map(|rest| rest.chars().take_while(|one| one.is_alphanumeric() || *one == '_').take(60).collect::<String>());
    let names: Vec<String> = named.filter(|name| !name.is_empty()).collect();
    if names.is_empty() { "init".to_owned() } else { names[random.below(names.len())].clone() }
}
