//! A profile as pprof's own bytes, gzipped: what `go tool pprof` reads.
//!
//! Each frame becomes a location of its own: a profile in memory no longer knows which calls were inlined. Equal profiles give equal
//! bytes. Source: github.com/google/pprof/proto/profile.proto.

use super::table::Profile;
use crate::model::SampleType;
use flate2::{Compression, GzBuilder};
use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::Arc;

/// Writes `profile`.
///
/// # Errors
/// None but those of compressing in memory, which has none.
pub fn encode(profile: &Profile) -> io::Result<Vec<u8>> {
    let mut strings = Strings::default();
    strings.index(&Arc::from(""));
    let mut out = Vec::new();
    for known in &profile.sample_types {
        message(&mut out, 1, &value_type(known, &mut strings));
    }
    for (index, sample) in profile.samples.iter().enumerate() {
        let mut bytes = Vec::new();
        let locations = profile.stacks.get(sample.stack).iter().map(|frame| u64::from(*frame) + 1);
        packed(&mut bytes, 1, locations);
        packed(&mut bytes, 2, profile.values(index).iter().map(|value| *value as u64));
        if sample.size > 0 {
            let mut label = Vec::new();
            number(&mut label, 1, strings.index(&Arc::from("bytes")));
            number(&mut label, 3, sample.size);
            message(&mut bytes, 3, &label);
        }
        message(&mut out, 2, &bytes);
    }
    for (index, mapping) in profile.mappings.iter().enumerate() {
        let mut bytes = Vec::new();
        let (file, build_id) = (strings.index(&mapping.file), strings.index(&mapping.build_id));
        // Functions are named already, and no address is left to look up.
        let fields = [
            (1, index as u64 + 1),
            (2, mapping.start),
            (3, mapping.limit),
            (4, mapping.offset),
            (5, file),
            (6, build_id),
        ];
        fields
            .into_iter()
            .chain([(7, 1), (8, 1), (9, 1), (10, 1)])
            .for_each(|(field, value)| number(&mut bytes, field, value));
        message(&mut out, 3, &bytes);
    }
    for (index, frame) in profile.frames.iter().enumerate() {
        let (mut bytes, mut line) = (Vec::new(), Vec::new());
        number(&mut line, 1, u64::from(frame.function) + 1);
        number(&mut line, 2, u64::from(frame.line));
        number(&mut bytes, 1, index as u64 + 1);
        number(&mut bytes, 2, u64::from(!profile.mappings.is_empty()));
        message(&mut bytes, 4, &line);
        message(&mut out, 4, &bytes);
    }
    for (index, function) in profile.functions.iter().enumerate() {
        let (name, file) = (strings.index(&function.name), strings.index(&function.file));
        let mut bytes = Vec::new();
        let fields = [(1, index as u64 + 1), (2, name), (3, name), (4, file), (5, u64::from(function.start_line))];
        fields.into_iter().for_each(|(field, value)| number(&mut bytes, field, value));
        message(&mut out, 5, &bytes);
    }
    number(&mut out, 9, profile.time_nanos as u64);
    number(&mut out, 10, profile.duration_nanos as u64);
    if let Some(period) = &profile.period_type {
        message(&mut out, 11, &value_type(period, &mut strings));
    }
    number(&mut out, 12, profile.period as u64);
    if let Some(index) = profile.default_sample_type {
        number(&mut out, 14, strings.index(&profile.sample_types[index].kind));
    }
    strings.all.iter().for_each(|text| message(&mut out, 6, text.as_bytes()));
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packer.write_all(&out)?;
    packer.finish()
}

/// The string table while it grows.
#[derive(Default)]
struct Strings {
    all: Vec<Arc<str>>,
    known: HashMap<Arc<str>, u64>,
}

impl Strings {
    fn index(&mut self, text: &Arc<str>) -> u64 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let index = self.all.len() as u64;
        self.all.push(text.clone());
        self.known.insert(text.clone(), index);
        index
    }
}

fn value_type(known: &SampleType, strings: &mut Strings) -> Vec<u8> {
    let mut bytes = Vec::new();
    number(&mut bytes, 1, strings.index(&known.kind));
    number(&mut bytes, 2, strings.index(&known.unit));
    bytes
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A number; 0 goes without saying.
fn number(out: &mut Vec<u8>, field: u64, value: u64) {
    if value != 0 {
        varint(out, field << 3);
        varint(out, value);
    }
}

fn message(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn packed(out: &mut Vec<u8>, field: u64, numbers: impl Iterator<Item = u64>) {
    let mut bytes = Vec::new();
    numbers.for_each(|number| varint(&mut bytes, number));
    message(out, field, &bytes);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::profile::{Granularity, Limits, fixtures, read, totals};

    #[test]
    fn what_is_written_is_the_profile() {
        for name in ["heap.pb.gz", "allocs.rate512k.pb.gz", "bench.mem.pb.gz", "heap.debug1.txt"] {
            let profile = fixtures::profile(name);
            let bytes = encode(&profile).unwrap();
            let back = read(&bytes, &Limits::STANDARD).unwrap();
            assert_eq!(encode(&back).unwrap(), bytes, "{name}");
            assert_eq!(back.samples.len(), profile.samples.len(), "{name}");
            for granularity in [Granularity::Functions, Granularity::Lines] {
                assert_eq!(totals(&back, granularity), totals(&profile, granularity), "{name}");
            }
            assert_eq!((back.period, back.time_nanos), (profile.period, profile.time_nanos), "{name}");
            assert_eq!(back.period_type, profile.period_type, "{name}");
        }
    }
}
