//! How slices grow: the capacities that appending one element after the other gives, and the size classes that they take.
//!
//! From runtime/slice.go, `growslice` and `nextslicecap`: twice the capacity up to 256 elements, then a quarter and 192 more,
//! rounded up to what the allocator gives anyway. The same from Go 1.18 to 1.27.

use super::size_class::round_up;

/// The threshold from which on capacities grow more slowly.
const DOUBLE_UP_TO: u64 = 256;

/// The size classes of the arrays of a slice that grows one by one from nothing, smallest first, up to `most` bytes.
///
/// `element` is the size of one element in bytes, `minor` the version of Go 1.
pub fn growth(element: u64, has_pointers: bool, minor: u16, most: u64) -> Vec<u64> {
    let mut classes = Vec::new();
    if element == 0 {
        return classes;
    }
    let mut capacity = 0u64;
    loop {
        let wanted = next_capacity(capacity);
        let class = round_up(wanted.saturating_mul(element), has_pointers, minor);
        if class > most {
            return classes;
        }
        classes.push(class);
        // What a header takes holds no elements.
        let usable = if round_up(class, has_pointers, minor) > class { class - 8 } else { class };
        capacity = (usable / element).max(wanted);
    }
}

fn next_capacity(capacity: u64) -> u64 {
    match capacity {
        0 => 1,
        small if small < DOUBLE_UP_TO => small * 2,
        large => large.saturating_add(large.saturating_add(3 * DOUBLE_UP_TO) / 4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacities_fill_their_classes() {
        assert_eq!(growth(8, false, 26, 2048), [16, 32, 64, 128, 256, 512, 1024, 2048]);
        assert_eq!(growth(8, true, 26, 2048), [8, 16, 32, 64, 128, 256, 512, 1152]);
        assert_eq!(growth(48, true, 26, 4096), [48, 96, 192, 384, 896, 1792, 4096]);
        assert_eq!(growth(24, true, 26, 512), [24, 48, 96, 192, 384]);
        assert!(growth(0, true, 26, 512).is_empty());
    }
}
