//! Random choices that are the same on every machine, and what they do to bytes.

/// SplitMix64 (Steele, Lea and Flood 2014).
pub(crate) struct Random(u64);

impl Random {
    /// The same seed gives the same choices.
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// Any number.
    pub(crate) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; 0 for 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.number() % (limit.max(1) as u64)) as usize
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// How many times as long as by default the random parts run.
pub(crate) fn rounds() -> u64 {
    let told = std::env::var("HEAPLINT_FUZZ_ROUNDS").ok();
    told.map_or(1, |told| told.parse().expect("HEAPLINT_FUZZ_ROUNDS is a number"))
}

/// Numbers at which arithmetic goes wrong.
pub(crate) const EXTREMES: [u64; 14] = [
    0,
    1,
    2,
    127,
    128,
    0xffff_ffff,
    0x1_0000_0000,
    i64::MAX as u64,
    i64::MIN as u64,
    i64::MIN as u64 + 1,
    u64::MAX,
    u64::MAX - 1,
    1 << 52,
    524_288,
];

/// Flips, cuts, doubles and exchanges a few bytes or stretches.
pub(crate) fn mutated_bytes(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(40)).min(bytes.len());
        match random.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let stretch = bytes[at..end].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, stretch);
            }
            3 => bytes.insert(at, random.number() as u8),
            4 => bytes.splice(at..at, random.pick(&ODD_BYTES).iter().copied()).for_each(drop),
            _ if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            _ => {}
        }
    }
    bytes
}

/// What text tools stumble over.
const ODD_BYTES: [&[u8]; 12] = [
    b"\0",
    b"\r",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x1b[2J",
    b"\xe2\x80\xae",
    b"\n\n\n",
    b"\x0c\x0b",
    b"\xcc\x81\xcc\x81",
];

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let of = |seed| mutated_bytes(b"package p\n\nfunc f() {}\n", &mut Random::new(seed));
    assert_eq!(of(7), of(7));
    assert!((0..10).any(|seed| of(seed) != of(seed + 100)));
}
