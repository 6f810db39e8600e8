//! GitHub's own fingerprint of a line: what its `upload-sarif` action computes where a file does not say it, so that alerts are the
//! same however the file is uploaded.
//!
//! A rolling hash over the next hundred UTF-16 units from the start of the line, without blanks and tabs, every line ending as one
//! line feed; behind the end of the file one unit 65535 and then zeros. A colon and a number follow, which tells lines of
//! equal hash apart. Source: `src/fingerprints.ts` of github/codeql-action.

use crate::model::Source;
use std::collections::BTreeMap;

const BLOCK: usize = 100;
const BASE: u64 = 37;
const END_OF_FILE: u16 = 65535;

/// The fingerprint of each line; the first is that of line 1. Lone carriage returns end lines here too, as for GitHub.
pub(super) fn line_hashes(source: &Source) -> Vec<String> {
    let text = String::from_utf8_lossy(&source.text);
    let (mut units, mut starts) = (Vec::with_capacity(text.len() + 1), Vec::new());
    let mut at_line_start = true;
    let mut after_return = false;
    for unit in text.encode_utf16().chain([END_OF_FILE]) {
        let feed_of_return = after_return && unit == u16::from(b'\n');
        after_return = false;
        if unit == u16::from(b' ') || unit == u16::from(b'\t') || feed_of_return {
            continue;
        }
        after_return = unit == u16::from(b'\r');
        if at_line_start {
            starts.push(units.len());
        }
        let unit = if after_return { u16::from(b'\n') } else { unit };
        at_line_start = unit == u16::from(b'\n');
        units.push(unit);
    }
    let first_factor = (0..BLOCK).fold(1u64, |factor, _| factor.wrapping_mul(BASE));
    let unit = |at: usize| u64::from(units.get(at).copied().unwrap_or(0));
    let mut hash = (0..BLOCK).fold(0u64, |hash, at| hash.wrapping_mul(BASE).wrapping_add(unit(at)));
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    let mut from = 0;
    let mut hashes = Vec::with_capacity(starts.len());
    for start in starts {
        while from < start {
            let leaving = first_factor.wrapping_mul(unit(from));
            hash = hash.wrapping_mul(BASE).wrapping_add(unit(from + BLOCK)).wrapping_sub(leaving);
            from += 1;
        }
        let count = counts.entry(hash).or_default();
        *count += 1;
        hashes.push(format!("{hash:x}:{count}"));
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(text: &[u8]) -> Vec<String> {
        line_hashes(&Source::new("a.go", text.to_vec()))
    }

    /// What GitHub's own code, run on these texts, gives for their lines.
    #[test]
    fn the_fingerprints_are_githubs() {
        let go = "package p\n\nfunc f() {\n\tx := 1\n}\n";
        let of_go = [
            "a1284e8db8b3d524:1",
            "c0bbab89ac080b22:1",
            "e2ffa4dfde090980:1",
            "4347f04c223ffdcc:1",
            "32dce9ccfdbc9d3e:1",
            "c129715d7a2bc9a3:1",
        ];
        let ends = ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"];
        let wide = "x := make([]byte, 8) // größe 😀\n".repeat(3);
        let of_wide = ["bc0a1594dd2f3e21:1", "d4534d9ffcd7ba0f:1", "899e9fefd4913e45:1", "c129715d7a2bc9a3:1"];
        let long = ["y".repeat(250), "y".repeat(250)].join("\n");
        assert_eq!(hashes(b""), ["c129715d7a2bc9a3:1"]);
        assert_eq!(hashes(go.as_bytes()), of_go);
        assert_eq!(hashes(b"a\r\nb\rc\n  d"), ends);
        assert_eq!(hashes(wide.as_bytes()), of_wide);
        assert_eq!(hashes(b"a\xff\xe4\xb8\nb"), ["6efaba3f9748c89e:1", "8ee5a81e681643c1:1"]);
        assert_eq!(hashes(long.as_bytes()), ["cadd4b5b9d92c51c:1", "cadd4b5b9d92c51c:2"]);
    }

    #[test]
    fn blanks_and_the_kind_of_line_ending_change_nothing_and_equal_lines_are_numbered() {
        let plain = hashes(b"a\nbc\n\nd\n");
        assert_eq!(plain.len(), 5);
        assert_eq!(hashes(b"\ta\r\nb c\r\n  \r\nd\r\n"), plain);
        assert_eq!(hashes(b"a\rbc\r\rd\r"), plain);
        let long = [b"x".repeat(200), b"\n".to_vec()].concat().repeat(2);
        let equal = hashes(&long);
        assert_eq!(equal[0].split(':').next(), equal[1].split(':').next());
        assert!(equal[0].ends_with(":1") && equal[1].ends_with(":2"), "{equal:?}");
    }
}
