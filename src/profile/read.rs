//! Any bytes in, a profile or a clear error out: sniffs the format, inflates within a limit and hands on.
//!
//! It reads no file and knows no field of a profile.

use super::error::{Layer, Limits, ReadError};
use super::table::Profile;
use super::{decode, legacy_text, summary};
use flate2::bufread::MultiGzDecoder;
use std::borrow::Cow;
use std::io::Read;

/// Reads a pprof profile: gzip (several members too) or plain protobuf, Go's legacy heap text (`debug=1`), or a summary.
///
/// Frames come innermost first with inlined calls expanded. Memory stays within `limits`.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Profile, ReadError> {
    let inflated = inflate(bytes, limits)?;
    match sniff(&inflated)? {
        Format::Protobuf => decode::decode(&inflated, limits),
        Format::HeapText => legacy_text::parse(&inflated, limits),
        Format::Summary => summary::parse(&inflated, limits),
    }
}

/// What is read.
enum Format {
    Protobuf,
    HeapText,
    Summary,
}

fn inflate<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Cow<'a, [u8]>, ReadError> {
    let too_large = || ReadError::TooLarge {
        what: "bytes after decompression",
        limit: limits.inflated_bytes,
        name: "inflated_bytes",
    };
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return if bytes.len() > limits.inflated_bytes { Err(too_large()) } else { Ok(Cow::Borrowed(bytes)) };
    }
    let mut decoder = MultiGzDecoder::new(bytes);
    // gzip ends with the inflated size; it is a hint from outside, so it may claim only what the input could pay for.
    let hint = bytes.last_chunk::<4>().map_or(0, |size| u32::from_le_bytes(*size) as usize);
    let mut inflated = Vec::with_capacity(hint.min(bytes.len().saturating_mul(16)).min(limits.inflated_bytes) + 1);
    let allowed = limits.inflated_bytes as u64 + 1;
    if let Err(error) = decoder.by_ref().take(allowed).read_to_end(&mut inflated) {
        let offset = bytes.len() - decoder.get_ref().len();
        let problem = match error.kind() {
            std::io::ErrorKind::UnexpectedEof => "the gzip stream is cut off".to_owned(),
            _ => format!("the gzip stream is broken: {error}"),
        };
        return Err(ReadError::Malformed { offset, layer: Layer::Compressed, field: "gzip", problem });
    }
    if inflated.len() > limits.inflated_bytes {
        return Err(too_large());
    }
    Ok(Cow::Owned(inflated))
}

/// Formats that are known by their first bytes and not read.
const UNSUPPORTED: [(&[u8], &str, &str); 17] = [
    (b"\x28\xb5\x2f\xfd", "a zstd-compressed file", "decompress it first: `zstd -d FILE`"),
    (b"BZh", "a bzip2-compressed file", "decompress it first: `bunzip2 FILE`"),
    (b"\xfd7zXZ", "an xz-compressed file", "decompress it first: `xz -d FILE`"),
    (b"PK\x03\x04", "a zip archive", "unpack it and give the profile inside"),
    (b"GO PREPROFILE V", "a preprocessed CPU profile for PGO", "give a heap profile"),
    (b"\0\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0", "a CPU profile in the old binary format", "give a heap profile"),
    (b"\0\0\0\0\x03\0\0\0\0\0\0\0", "a CPU profile in the old binary format (32 bit)", "give a heap profile"),
    (b"goroutine profile:", "a goroutine profile as text", "fetch a heap profile: /debug/pprof/allocs"),
    (b"goroutine ", "a goroutine dump", "fetch a heap profile: /debug/pprof/allocs"),
    (b"threadcreate profile:", "a thread profile as text", "fetch a heap profile: /debug/pprof/allocs"),
    (b"--- contention", "a block profile as text", "fetch it without `debug=1`"),
    (b"--- mutex:", "a mutex profile as text", "fetch it without `debug=1`"),
    (b"--- heapz", "a heap profile of another language as text", "give a profile written by Go"),
    (b"PERFILE2", "a perf recording", "give a profile written by Go"),
    (b"\x7fELF", "a program", "give the profile that it wrote; the program is not needed"),
    (b"PROTOBUF", "a profile with a wrapper around it", "unwrap it first"),
    (b"go test fuzz v1", "a fuzzing corpus file", "give a heap profile"),
];

fn sniff(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.starts_with(b"heap profile:") {
        return Ok(Format::HeapText);
    }
    if summary::recognises(bytes) {
        return Ok(Format::Summary);
    }
    if let Some((_, what, instead)) = UNSUPPORTED.iter().find(|(magic, _, _)| bytes.starts_with(magic)) {
        return Err(ReadError::Unsupported { what, instead });
    }
    if bytes.starts_with(b"go 1.") && bytes.get(..16).is_some_and(|head| head.windows(6).any(|part| part == b" trace"))
    {
        return Err(ReadError::Unsupported { what: "an execution trace", instead: "give a heap profile" });
    }
    let head = &bytes[..bytes.len().min(512)];
    let is_text = head.iter().all(|byte| !byte.is_ascii_control() || b"\t\n\r\x0c".contains(byte));
    // Every field of profile.proto from 1 to 15 with the wire types that it may have.
    let is_profile_tag = |tag: u8| {
        matches!(tag >> 3, 1..=6 | 11) && tag & 7 == 2
            || matches!(tag >> 3, 7..=10 | 12..=15) && tag & 7 == 0
            || tag >> 3 == 13 && tag & 7 == 2
    };
    let found = match bytes.first() {
        None => "it is empty".to_owned(),
        Some(_) if is_text => format!("it is text that begins `{}`", first_words(head)),
        Some(tag) if is_profile_tag(*tag) => return Ok(Format::Protobuf),
        Some(tag) => format!("no field of a profile begins with the byte 0x{tag:02x}"),
    };
    Err(ReadError::Unrecognised { found })
}

/// The start of a text, short enough for one line.
fn first_words(head: &[u8]) -> String {
    let line = head.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let text = String::from_utf8_lossy(line.trim_ascii());
    text.chars().take(40).collect()
}
