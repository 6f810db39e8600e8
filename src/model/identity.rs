//! What a finding is known by from one run to the next, wherever its lines have moved to meanwhile.

use std::fmt;
use std::sync::Arc;

/// 64 bits that stand for rule, package, declaration, normalised tokens and ordinal. Nothing measured is in it, no line and no
/// file name. Written as 16 hexadecimal digits; within one report no two findings have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// The fingerprint of `parts`, in this order: FNV-1a, each part ended by a zero byte. It is written into files that outlive
    /// a version of heaplint, so it never changes.
    pub fn of<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Fingerprint {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        let part = |hash, part: &'p [u8]| part.iter().chain(&[0]).fold(hash, step);
        Fingerprint(parts.into_iter().fold(0xcbf2_9ce4_8422_2325, part))
    }

    /// The fingerprint that is written `text`; `None` where that is not 16 lower-case hexadecimal digits.
    pub fn read(text: &str) -> Option<Fingerprint> {
        let digits = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        digits.then(|| u64::from_str_radix(text, 16).ok().map(Fingerprint)).flatten()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// What a finding is known by.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Identity {
    /// What stands for all of it.
    pub fingerprint: Fingerprint,
    /// The import path of its package; of external tests with `_test` behind.
    pub package: Arc<str>,
    /// Its declaration, such as `example.com/m/lib.T.M`, or `example.com/m/lib.names` of a variable.
    pub declaration: Arc<str>,
    /// The construct reported, as normalised tokens; shortened, for people.
    pub code: String,
    /// How many findings of the same rule, declaration and tokens stand before it.
    pub ordinal: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one_and_parts_do_not_run_together() {
        // Of "a" by itself the reference gives af63dc4c8601ec8c; the zero byte after it multiplies once more.
        let step = 0xaf63_dc4c_8601_ec8c_u64.wrapping_mul(0x0000_0100_0000_01b3);
        assert_eq!(Fingerprint::of([&b"a"[..]]), Fingerprint(step));
        assert_ne!(Fingerprint::of([&b"ab"[..], b"c"]), Fingerprint::of([&b"a"[..], b"bc"]));
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        for value in [0, 1, u64::MAX, 0x0123_4567_89ab_cdef] {
            assert_eq!(Fingerprint::read(&Fingerprint(value).to_string()), Some(Fingerprint(value)));
        }
        for text in ["", "0", "0123456789ABCDEF", "+123456789abcdef", "0123456789abcdef0", "0123456789abcdé"] {
            assert_eq!(Fingerprint::read(text), None, "{text}");
        }
    }
}
