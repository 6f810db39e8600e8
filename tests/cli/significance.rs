//! What too few samples say: a cost and its interval, and never the word hot.

use crate::MAKES;
use crate::support::{Tree, check, list, text};
use serde_json::Value;

/// The finding of `MAKES`, ranked by a profile at the default rate in which its line was sampled `samples` times.
fn finding(samples: u32, size: u32) -> Value {
    let bytes = samples * size;
    let counts = format!("{samples}: {bytes} [{samples}: {bytes}] @");
    let profile = format!(
        "heap profile: {counts} heap/1048576\n{counts} 0x401000\n\
         #\t0x401000\texample.com/p.Make+0x1f\t/src/p/makes.go:4\n\n# runtime.MemStats\n# Alloc = 1\n"
    );
    let tree = Tree::of(&[("go.mod", "module example.com/p\n"), ("makes.go", MAKES), ("heap.txt", &profile)]);
    let report = check(tree.path(), &["--fail-on", "never", "--profile", "heap.txt"]).report(0);
    list(&report, "findings")[0].clone()
}

#[test]
fn one_sample_of_sixteen_bytes_makes_nothing_hot() {
    let alone = finding(1, 16);
    assert_eq!(text(&alone, "verdict"), "measured", "{alone}");
    let column = &alone["measured"]["alloc_space"];
    assert_eq!((&column["significant"], &column["share"]), (&Value::from(false), &Value::from(1.0)), "{column}");
    let note = alone["notes"].to_string();
    assert!(note.contains("1 sample is too few to call it hot"), "{note}");
    assert_eq!(text(&finding(9, 16), "verdict"), "measured");
}

#[test]
fn ten_samples_do_and_so_does_one_of_an_object_that_is_always_sampled() {
    for (samples, size) in [(10, 16), (1, 8 << 20)] {
        let finding = finding(samples, size);
        assert_eq!(text(&finding, "verdict"), "hot", "{samples} of {size}: {finding}");
    }
}
