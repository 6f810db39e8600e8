//! What can be wrong with the bytes of a profile: four different answers, each with the way out.
//!
//! The texts do not name the file: the reader of bytes does not know it. The caller puts the path in front.

/// Why bytes could not be read as a profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are something else.
    #[error(
        "this is not a pprof profile: {found}; give a file written by runtime/pprof, net/http/pprof or \
         `go test -memprofile`"
    )]
    Unrecognised {
        /// What the bytes look like.
        found: String,
    },
    /// The bytes began as a profile and then broke its rules.
    #[error(
        "the profile is damaged: {problem} (`{field}`, byte {offset} of the {layer}); take it again or copy it again \
         in binary mode"
    )]
    Malformed {
        /// Where, counted from the start of the layer.
        offset: usize,
        /// Whether the offset counts packed or unpacked bytes.
        layer: Layer,
        /// The message and field of profile.proto, or the part of the text.
        field: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// A known format that is not read here.
    #[error("{what} cannot be read; {instead}")]
    Unsupported {
        /// What it is.
        what: &'static str,
        /// What to give in its place.
        instead: &'static str,
    },
    /// Reading on would take more memory than allowed.
    #[error(
        "the profile holds more than {limit} {what}; raise `{name}` if you trust the file, or take a shorter profile"
    )]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much is allowed.
        limit: usize,
        /// The field of [`Limits`] to raise.
        name: &'static str,
    },
    /// A summary of a format that came later.
    #[error(
        "the summary is of format {version}, and this heaplint reads up to {known}; use the heaplint that wrote it, or make it \
         anew: heaplint profile summary PROFILE -o FILE"
    )]
    NewerSummary {
        /// Its format.
        version: u32,
        /// The newest format that is read.
        known: u32,
    },
    /// A summary that breaks its own rules.
    #[error("the summary is damaged at line {line}: {problem}; make it anew: heaplint profile summary PROFILE -o FILE")]
    Summary {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// Which bytes an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The file as given, still compressed.
    Compressed,
    /// The file after gzip, or a file that never was compressed.
    Inflated,
}

/// How much memory bytes from outside may claim. Each is checked before the memory is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes after gzip.
    pub inflated_bytes: usize,
    /// Entries of any one table: strings, locations, frames, samples, values. At most 2^32 - 2, whatever is said.
    pub records: usize,
    /// Functions, mappings, sample types: what a profile has few of, and what takes much memory each.
    pub functions: usize,
    /// Bytes of the names that the profile uses, all together.
    pub names: usize,
    /// Frames of all samples together, inlined ones expanded, before equal stacks are shared.
    pub frames: usize,
}

impl Limits {
    /// Far above any profile that Go writes (400,000 samples of 40 frames are 56 MB and 16 million frames), and less than
    /// 2 GiB of memory for whatever reaches them all.
    pub const STANDARD: Limits = Limits {
        inflated_bytes: 512 << 20,
        records: 10_000_000,
        functions: 2_000_000,
        names: 256 << 20,
        frames: 100_000_000,
    };

    /// An error when `count` records of one table are more than allowed.
    pub(crate) fn check_records(&self, count: usize, what: &'static str) -> Result<(), ReadError> {
        let limit = self.records.min(u32::MAX as usize - 1); // ids are 32 bits wide
        if count <= limit { Ok(()) } else { Err(ReadError::TooLarge { what, limit, name: "records" }) }
    }

    /// An error when `count` entries of a table of few are more than allowed.
    pub(crate) fn check_functions(&self, count: usize, what: &'static str) -> Result<(), ReadError> {
        if count <= self.functions {
            return Ok(());
        }
        Err(ReadError::TooLarge { what, limit: self.functions, name: "functions" })
    }

    /// An error when the names together are longer than allowed.
    pub(crate) fn check_names(&self, bytes: usize) -> Result<(), ReadError> {
        if bytes <= self.names {
            return Ok(());
        }
        Err(ReadError::TooLarge { what: "bytes of names", limit: self.names, name: "names" })
    }

    /// An error when `count` frames are more than allowed.
    pub(crate) fn check_frames(&self, count: usize) -> Result<(), ReadError> {
        if count <= self.frames {
            return Ok(());
        }
        Err(ReadError::TooLarge { what: "stack frames", limit: self.frames, name: "frames" })
    }
}

impl std::fmt::Display for Layer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Layer::Compressed => "compressed file",
            Layer::Inflated => "uncompressed profile",
        })
    }
}

/// A [`ReadError::Malformed`] of the inflated bytes.
pub(crate) fn malformed(offset: usize, field: &'static str, problem: impl Into<String>) -> ReadError {
    ReadError::Malformed { offset, layer: Layer::Inflated, field, problem: problem.into() }
}
