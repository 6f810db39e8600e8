//! Heap profiles that a test writes itself, in Go's text form (`runtime/pprof`, debug=1), at rate 1.

use std::fmt::Write as _;

/// One frame: symbol, file, line.
pub(crate) type Frame<'f> = (&'f str, &'f str, u32);

/// A profile of these samples: bytes of one object each, and the stack, innermost frame first.
pub(crate) fn made(samples: &[(u64, &[Frame])]) -> String {
    let total: u64 = samples.iter().map(|(bytes, _)| bytes).sum();
    let count = samples.len();
    let mut text = format!("heap profile: {count}: {total} [{count}: {total}] @ heap/2\n");
    for (bytes, stack) in samples {
        let _ = write!(text, "1: {bytes} [1: {bytes}] @");
        for (symbol, _, line) in *stack {
            let _ = write!(text, " {:#x}", address(symbol, *line));
        }
        text.push('\n');
        for (symbol, file, line) in *stack {
            let _ = writeln!(text, "#\t{:#x}\t{symbol}+0x1f\t{file}:{line}", address(symbol, *line));
        }
        text.push('\n');
    }
    text.push_str("\n# runtime.MemStats\n# Alloc = 1\n");
    text
}

/// The same for the same place.
fn address(symbol: &str, line: u32) -> u64 {
    symbol.bytes().fold(0x40_0000 + u64::from(line), |address, byte| (address * 31 + u64::from(byte)) & 0xffff_ffff)
}
