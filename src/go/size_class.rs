//! The sizes that Go's allocator has: what a request of so many bytes becomes.
//!
//! From runtime/sizeclasses.go (internal/runtime/gc since Go 1.26), the same on Go 1.21 to 1.27, and runtime/malloc.go.

use crate::model::Dialect;

/// Bytes of each class of small objects.
pub const CLASSES: [u64; 67] = [
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480,
    512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864,
    5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480,
    21760, 24576, 27264, 28672, 32768,
];

/// Larger objects take whole pages.
pub const PAGE: u64 = 8192;

/// Objects without pointers that are smaller are packed into blocks of this size, and only the block is profiled.
pub const TINY_BLOCK: u64 = 16;

/// Since Go 1.22, small objects with pointers that are larger than this carry a header.
const LARGEST_WITHOUT_HEADER: u64 = 512;
const HEADER: u64 = 8;
const HEADER_SINCE: u16 = 22;

/// Bytes that Go 1.`minor` takes for an object of `bytes`; 0 for nothing.
pub fn round_up(bytes: u64, has_pointers: bool, minor: u16) -> u64 {
    let largest_small = CLASSES[CLASSES.len() - 1];
    let bytes = match (has_pointers, minor >= HEADER_SINCE) {
        (_, _) if bytes == 0 => return 0,
        (false, _) if bytes < TINY_BLOCK => return TINY_BLOCK,
        (true, true) if bytes > LARGEST_WITHOUT_HEADER && bytes <= largest_small - HEADER => bytes + HEADER,
        _ => bytes,
    };
    match CLASSES.get(CLASSES.partition_point(|class| *class < bytes)) {
        Some(class) => *class,
        None => bytes.checked_next_multiple_of(PAGE).unwrap_or(u64::MAX),
    }
}

/// Whether an object of `bytes` can be counted as one of `class`; `None` for pointers is that nobody knows.
pub fn may_be(bytes: u64, has_pointers: Option<bool>, dialect: Dialect, class: u64) -> bool {
    variants(has_pointers, dialect).any(|(pointers, minor)| round_up(bytes, pointers, minor) == class)
}

/// Whether some number (at least `least`) of elements of `element` bytes can be counted as one object of `class`.
pub fn may_be_multiple(element: u64, least: u64, has_pointers: Option<bool>, dialect: Dialect, class: u64) -> bool {
    if element == 0 {
        return false;
    }
    // The most elements that fit, with and without a header, and what they are rounded up to.
    let mut most = [class / element, class.saturating_sub(HEADER) / element].into_iter();
    most.any(|count| count >= least.max(1) && may_be(count * element, has_pointers, dialect, class))
}

/// Whether Go's allocator has objects of this size at all.
pub fn is_class(bytes: u64) -> bool {
    CLASSES.binary_search(&bytes).is_ok() || bytes > CLASSES[CLASSES.len() - 1] && bytes.is_multiple_of(PAGE)
}

/// The ways in which the compilers of a dialect may round.
fn variants(has_pointers: Option<bool>, dialect: Dialect) -> impl Iterator<Item = (bool, u16)> {
    let pointers = [has_pointers.unwrap_or(true), has_pointers.unwrap_or(false)];
    pointers.into_iter().flat_map(move |pointers| [(pointers, dialect.oldest), (pointers, dialect.newest)])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::process::Command;

    /// A file of the runtime of the Go on the path, or of `HEAPLINT_GO`.
    fn runtime_source() -> String {
        let go = std::env::var_os("HEAPLINT_GO").unwrap_or_else(|| "go".into());
        let output = Command::new(go).args(["env", "GOROOT"]).output().expect("this test needs a go command");
        let root = PathBuf::from(String::from_utf8(output.stdout).unwrap().trim()).join("src");
        let places = ["internal/runtime/gc/sizeclasses.go", "runtime/sizeclasses.go"];
        places.iter().find_map(|place| std::fs::read_to_string(root.join(place)).ok()).expect("sizeclasses.go")
    }

    #[test]
    fn the_classes_are_those_of_the_runtime() {
        let source = runtime_source();
        let line = source.lines().find(|line| line.contains("_to_size ") || line.contains("SizeClassToSize "));
        let (_, list) = line.unwrap().split_once('{').unwrap();
        let classes: Vec<u64> =
            list.trim_end_matches('}').split(',').map(|class| class.trim().parse().unwrap()).collect();
        assert_eq!(classes[0], 0);
        assert_eq!(classes[1..], CLASSES);
    }

    #[test]
    fn sizes_round_as_measured() {
        for (bytes, pointers, minor, class) in [
            (0, false, 26, 0),
            (1, false, 26, 16),
            (8, true, 26, 8),
            (17, false, 26, 24),
            (512, true, 26, 512),
            (520, true, 21, 576),
            (513, true, 26, 576),
            (570, true, 26, 640),
            (570, false, 26, 576),
            (32760, true, 26, 32768),
            (32768, true, 26, 32768),
            (32769, false, 26, 40960),
            (131_072, false, 21, 131_072),
        ] {
            assert_eq!(round_up(bytes, pointers, minor), class, "{bytes} {pointers} {minor}");
        }
        assert_eq!(round_up(u64::MAX, true, 26), u64::MAX);
    }

    #[test]
    fn multiples_fill_their_class() {
        let go = Dialect::exactly(26);
        // 24 bytes each: 48 are two, 64 hold two that are rounded to 48 instead.
        assert!(may_be_multiple(24, 1, Some(true), go, 48));
        assert!(!may_be_multiple(24, 1, Some(true), go, 64));
        assert!(may_be_multiple(8, 1, Some(false), go, 16));
        assert!(!may_be_multiple(200, 1, None, go, 112));
        // With a header: 63 pointers and 8 bytes.
        assert!(may_be_multiple(8, 1, Some(true), go, 576));
        assert!(!may_be_multiple(8, 100, Some(true), go, 576));
        assert!(may_be_multiple(24, 1, Some(true), Dialect { oldest: 21, newest: 27 }, 40_960));
        assert!(!may_be_multiple(0, 1, None, go, 16));
    }

    #[test]
    fn only_classes_and_pages_are_sizes() {
        assert!(is_class(8) && is_class(48) && is_class(40_960));
        assert!(!is_class(0) && !is_class(40) && !is_class(33_000));
    }
}
