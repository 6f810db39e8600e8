//! Go's legacy heap text, what `/debug/pprof/heap?debug=1` prints.
//!
//! Its counts are raw samples: they are kept exactly and scaled as Go scales them for the protobuf form. The text has
//! no object size (the mean of the bucket stands in, as in Go's writer) and no start lines.
//! Source: runtime/pprof/pprof.go `writeHeapInternal`, runtime/pprof/protomem.go `scaleHeapSample`.

use super::error::{Limits, ReadError, malformed};
use super::statistics;
use super::table::{Frame, Function, Profile, Sample, Tables};
use crate::model::SampleType;
use std::collections::HashMap;
use std::sync::Arc;

/// Reads the text. Everything from the memory statistics on is ignored.
pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Result<Profile, ReadError> {
    let mut reader = Reader {
        profile: Profile::default(),
        tables: Tables::default(),
        strings: HashMap::new(),
        open: None,
        frames: Vec::new(),
        frames_walked: 0,
        names: 0,
    };
    let (mut offset, mut is_header) = (0, true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end();
        if is_header {
            reader.header(text)?;
            is_header = false;
        } else if text.starts_with("# runtime.MemStats") || text.starts_with("MAPPED_LIBRARIES:") {
            break;
        } else if text.starts_with("#\t") {
            reader.frame(text);
            reader.check(limits)?;
        } else if !text.trim().is_empty() && !text.starts_with('#') {
            reader.close(limits)?;
            let Some(counts) = Counts::parse(text) else {
                let problem = format!("`{}` is not `objects: bytes [objects: bytes] @ addresses`", clip(text));
                return Err(malformed(offset, "heap text, sample", problem));
            };
            reader.open = Some(counts);
            limits.check_records((reader.profile.samples.len() + 1).saturating_mul(COLUMNS), "values")?;
        }
        offset += line.len();
    }
    reader.close(limits)?;
    let Reader { mut profile, tables, .. } = reader;
    tables.finish(&mut profile);
    Ok(profile)
}

struct Reader {
    profile: Profile,
    tables: Tables,
    strings: HashMap<String, Arc<str>>,
    /// The sample whose frames are being read.
    open: Option<Counts>,
    frames: Vec<u32>,
    frames_walked: usize,
    /// Bytes of all shared strings.
    names: usize,
}

/// Objects and bytes, allocated and in use.
const COLUMNS: usize = 4;

/// The numbers of one sample line.
struct Counts {
    inuse: [i64; 2],
    alloc: [i64; 2],
    has_addresses: bool,
    origin: String,
}

impl Reader {
    fn header(&mut self, line: &str) -> Result<(), ReadError> {
        let told = line.strip_prefix("heap profile:").and_then(Counts::parse);
        let Some(Counts { origin, .. }) = told else {
            let problem = format!("`{}` is not `heap profile: n: n [n: n] @ heap/rate`", clip(line));
            return Err(malformed(0, "heap text, header", problem));
        };
        let Some(doubled) = origin.strip_prefix("heap/").and_then(|rate| rate.parse::<i64>().ok()) else {
            let what = "heap text that was not written by Go";
            return Err(ReadError::Unsupported { what, instead: "give a profile written by Go" });
        };
        let sample_type = |kind: &str, unit: &str| SampleType { kind: Arc::from(kind), unit: Arc::from(unit) };
        self.profile.sample_types = vec![
            sample_type("alloc_objects", "count"),
            sample_type("alloc_space", "bytes"),
            sample_type("inuse_objects", "count"),
            sample_type("inuse_space", "bytes"),
        ];
        self.profile.period_type = Some(sample_type("space", "bytes"));
        self.profile.period = doubled / 2; // the text names twice the rate, for old readers
        self.profile.find_heap_pairs();
        Ok(())
    }

    /// One `#` line: address, function plus offset, file and line, between tabs.
    fn frame(&mut self, line: &str) {
        let mut parts = line.split('\t').filter(|part| !part.is_empty()).skip(2);
        let (Some(symbol), Some(place)) = (parts.next(), parts.next()) else {
            self.profile.skipped.nameless_frames += 1;
            let frame = self.tables.nameless_frame();
            self.frames.push(frame);
            return;
        };
        let name = symbol.rsplit_once("+0x").map_or(symbol, |(name, _)| name);
        let (file, line) = place.rsplit_once(':').unwrap_or((place, "0"));
        let line = line.parse().unwrap_or_else(|_| {
            self.profile.skipped.absurd_lines += 1;
            0
        });
        let (name, file) = (self.share(name), self.share(file));
        let function = self.tables.function(Function { name, file, start_line: 0 });
        let frame = self.tables.frame(Frame { function, line });
        self.frames.push(frame);
    }

    /// An error when the tables hold more than allowed.
    fn check(&self, limits: &Limits) -> Result<(), ReadError> {
        let (functions, frames) = self.tables.sizes();
        limits.check_functions(functions, "functions")?;
        limits.check_records(frames, "frames")?;
        limits.check_names(self.names)?;
        limits.check_frames(self.frames_walked + self.frames.len())
    }

    /// Ends the open sample.
    fn close(&mut self, limits: &Limits) -> Result<(), ReadError> {
        let Some(counts) = self.open.take() else {
            return Ok(());
        };
        if self.frames.is_empty() && counts.has_addresses {
            self.profile.skipped.nameless_frames += 1;
            let frame = self.tables.nameless_frame();
            self.frames.push(frame);
        }
        self.frames_walked += self.frames.len();
        limits.check_frames(self.frames_walked)?;
        let stack = self.tables.stack(&self.frames);
        self.frames.clear();
        let period = self.profile.period;
        let size = counts.alloc[1].checked_div(counts.alloc[0]).and_then(|size| u64::try_from(size).ok()).unwrap_or(0);
        let [alloc_objects, alloc_bytes] = statistics::scale(counts.alloc, period);
        let [inuse_objects, inuse_bytes] = statistics::scale(counts.inuse, period);
        self.profile.push_counted(
            Sample { stack, size, period },
            &[alloc_objects, alloc_bytes, inuse_objects, inuse_bytes],
            &[counts.alloc[0], counts.inuse[0]],
        );
        Ok(())
    }

    fn share(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.strings.get(text) {
            return known.clone();
        }
        let shared: Arc<str> = Arc::from(text);
        self.names += text.len();
        self.strings.insert(text.to_owned(), shared.clone());
        shared
    }
}

impl Counts {
    /// Reads `n: n [n: n] @ rest`.
    fn parse(text: &str) -> Option<Counts> {
        let (counts, origin) = text.split_once('@')?;
        let (inuse, alloc) = counts.split_once('[')?;
        let (alloc, nothing) = alloc.split_once(']')?;
        if !nothing.trim().is_empty() {
            return None;
        }
        let pair = |text: &str| {
            let (objects, bytes) = text.split_once(':')?;
            Some([objects.trim().parse().ok()?, bytes.trim().parse().ok()?])
        };
        let origin = origin.trim();
        let has_addresses = origin.starts_with("0x");
        // Only the header's word after `@` is needed; addresses mean nothing without the binary.
        let origin = if has_addresses { String::new() } else { origin.to_owned() };
        Some(Counts { inuse: pair(inuse)?, alloc: pair(alloc)?, has_addresses, origin })
    }
}

/// The start of a line, for an error.
fn clip(line: &str) -> String {
    line.chars().take(40).collect()
}
