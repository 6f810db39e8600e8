//! profile.proto into tables: one walk for the small tables, one for locations, one for samples.
//!
//! The order of fields on the wire is free (Go writes the strings last), so the message is walked three times; skipping
//! a field costs almost nothing. Ids are checked while they are resolved, where the offset is still known.
//! Source: github.com/google/pprof/proto/profile.proto; what is refused follows its profile.go, `CheckValid`.

use super::error::{Limits, ReadError, malformed};
use super::ids::Ids;
use super::prune::Pruning;
use super::table::{Frame, Function, Mapping, Profile, Sample, Tables};
use super::wire::{Field, Message};
use crate::model::SampleType;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Decodes an inflated profile.
pub(crate) fn decode(bytes: &[u8], limits: &Limits) -> Result<Profile, ReadError> {
    let heads = Heads::collect(bytes, limits)?;
    let mut decoder = Decoder {
        strings: heads.strings,
        shared: HashMap::new(),
        tables: Tables::default(),
        profile: Profile::default(),
        functions: Ids::new(heads.functions, "Function.id"),
        locations: Ids::new(heads.locations, "Location.id"),
        location_frames: Vec::new(),
        location_ends: Vec::with_capacity(heads.locations),
        names: 0,
        limits: *limits,
    };
    decoder.header(&heads.header)?;
    decoder.each_field(bytes, 5, |decoder, field| decoder.function(field))?;
    decoder.each_field(bytes, 4, |decoder, field| decoder.location(field))?;
    let drop_frames = decoder.text(heads.header.drop_frames, 0, "Profile.drop_frames")?;
    let keep_frames = decoder.text(heads.header.keep_frames, 0, "Profile.keep_frames")?;
    let pruning = decoder.pruning(&drop_frames, &keep_frames);
    decoder.samples(bytes, heads.samples, pruning.as_ref())?;
    let Decoder { tables, mut profile, .. } = decoder;
    tables.finish(&mut profile);
    Ok(profile)
}

/// The small tables as they lie on the wire, and how large the big ones are.
#[derive(Default)]
struct Heads<'a> {
    strings: Vec<&'a [u8]>,
    functions: usize,
    locations: usize,
    samples: usize,
    header: Header<'a>,
}

#[derive(Default)]
struct Header<'a> {
    sample_types: Vec<Message<'a>>,
    period_type: Option<Message<'a>>,
    mappings: Vec<Message<'a>>,
    comments: Vec<u64>,
    default_sample_type: u64,
    drop_frames: u64,
    keep_frames: u64,
    period: i64,
    time_nanos: i64,
    duration_nanos: i64,
}

impl<'a> Heads<'a> {
    fn collect(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let mut heads = Heads::default();
        let header = &mut heads.header;
        let mut message = Message::whole(bytes, "Profile");
        while let Some(field) = message.next()? {
            match field.number {
                1 => header.sample_types.push(field.message("Profile.sample_type")?),
                2 => heads.samples += 1,
                3 => header.mappings.push(field.message("Profile.mapping")?),
                4 => heads.locations += 1,
                5 => heads.functions += 1,
                6 => heads.strings.push(field.message("Profile.string_table")?.rest()),
                7 => header.drop_frames = field.number_value("Profile.drop_frames")?,
                8 => header.keep_frames = field.number_value("Profile.keep_frames")?,
                9 => {
                    if header.time_nanos != 0 {
                        let problem = "two profiles stand one after the other; split or merge them first";
                        return Err(malformed(field.offset, "Profile.time_nanos", problem));
                    }
                    header.time_nanos = field.number_value("Profile.time_nanos")? as i64;
                }
                10 => header.duration_nanos = field.number_value("Profile.duration_nanos")? as i64,
                11 => header.period_type = Some(field.message("Profile.period_type")?),
                12 => header.period = field.number_value("Profile.period")? as i64,
                13 => field.each_number("Profile.comment", |index| {
                    header.comments.push(index);
                    limits.check_records(header.comments.len(), "comments")
                })?,
                14 => header.default_sample_type = field.number_value("Profile.default_sample_type")?,
                _ => {} // doc_url, and what newer versions may add
            }
            limits.check_records(heads.strings.len(), "strings")?;
            limits.check_functions(heads.functions, "functions")?;
            limits.check_records(heads.locations, "locations")?;
            limits.check_records(heads.samples, "samples")?;
            limits.check_functions(header.mappings.len().max(header.sample_types.len()), "mappings or sample types")?;
        }
        if heads.strings.first().is_some_and(|first| !first.is_empty()) {
            return Err(malformed(0, "Profile.string_table", "the first string is not empty"));
        }
        Ok(heads)
    }
}

struct Decoder<'a> {
    strings: Vec<&'a [u8]>,
    /// Strings that were needed, by index, so that each is copied once.
    shared: HashMap<u64, Arc<str>>,
    tables: Tables,
    profile: Profile,
    functions: Ids,
    locations: Ids,
    /// The frames of all locations, innermost first within each.
    location_frames: Vec<u32>,
    location_ends: Vec<usize>,
    /// Bytes of all shared strings.
    names: usize,
    limits: Limits,
}

impl Decoder<'_> {
    fn header(&mut self, header: &Header<'_>) -> Result<(), ReadError> {
        for message in &header.sample_types {
            let sample_type = self.sample_type(*message)?;
            self.profile.sample_types.push(sample_type);
        }
        self.profile.find_heap_pairs();
        if let Some(message) = header.period_type {
            let period_type = self.sample_type(message)?;
            self.profile.period_type = (!period_type.kind.is_empty()).then_some(period_type);
        }
        for message in &header.mappings {
            let mapping = self.mapping(*message)?;
            self.profile.mappings.push(mapping);
        }
        for index in &header.comments {
            let comment = self.text(*index, 0, "Profile.comment")?;
            self.profile.comments.push(comment);
        }
        let wanted = self.text(header.default_sample_type, 0, "Profile.default_sample_type")?;
        let known = self.profile.sample_types.iter().position(|known| known.kind == wanted);
        self.profile.default_sample_type = known;
        self.profile.period = header.period;
        self.profile.time_nanos = header.time_nanos;
        self.profile.duration_nanos = header.duration_nanos;
        Ok(())
    }

    fn sample_type(&mut self, mut message: Message<'_>) -> Result<SampleType, ReadError> {
        let (mut kind, mut unit) = (self.text(0, 0, "ValueType.type")?, self.text(0, 0, "ValueType.unit")?);
        while let Some(field) = message.next()? {
            match field.number {
                1 => kind = self.text_of(&field, "ValueType.type")?,
                2 => unit = self.text_of(&field, "ValueType.unit")?,
                _ => {}
            }
        }
        Ok(SampleType { kind, unit })
    }

    fn mapping(&mut self, mut message: Message<'_>) -> Result<Mapping, ReadError> {
        let empty: Arc<str> = Arc::from("");
        let mut mapping = Mapping { file: empty.clone(), build_id: empty, start: 0, limit: 0, offset: 0 };
        while let Some(field) = message.next()? {
            match field.number {
                2 => mapping.start = field.number_value("Mapping.memory_start")?,
                3 => mapping.limit = field.number_value("Mapping.memory_limit")?,
                4 => mapping.offset = field.number_value("Mapping.file_offset")?,
                5 => mapping.file = self.text_of(&field, "Mapping.filename")?,
                6 => mapping.build_id = self.text_of(&field, "Mapping.build_id")?,
                _ => {}
            }
        }
        Ok(mapping)
    }

    fn function(&mut self, field: Field<'_>) -> Result<(), ReadError> {
        let mut message = field.message("Profile.function")?;
        let empty = self.text(0, 0, "Function.name")?;
        let mut function = Function { name: empty.clone(), file: empty, start_line: 0 };
        let mut id = 0;
        while let Some(field) = message.next()? {
            match field.number {
                1 => id = field.number_value("Function.id")?,
                2 => function.name = self.text_of(&field, "Function.name")?,
                4 => function.file = self.text_of(&field, "Function.filename")?,
                5 => function.start_line = self.line_number(field.number_value("Function.start_line")?),
                _ => {} // system_name equals name in every profile that Go writes
            }
        }
        let index = self.tables.function(function);
        self.functions.insert(id, index, field.offset)
    }

    fn location(&mut self, field: Field<'_>) -> Result<(), ReadError> {
        let mut message = field.message("Profile.location")?;
        let (mut id, start) = (0, self.location_frames.len());
        while let Some(inner) = message.next()? {
            match inner.number {
                1 => id = inner.number_value("Location.id")?,
                4 => {
                    let frame = self.line(&inner)?;
                    self.location_frames.push(frame);
                }
                _ => {}
            }
        }
        if self.location_frames.len() == start {
            self.profile.skipped.nameless_frames += 1;
            let frame = self.tables.nameless_frame();
            self.location_frames.push(frame);
        }
        self.limits.check_records(self.location_frames.len(), "lines of locations")?;
        self.locations.insert(id, self.location_ends.len() as u32, field.offset)?;
        self.location_ends.push(self.location_frames.len());
        Ok(())
    }

    fn line(&mut self, field: &Field<'_>) -> Result<u32, ReadError> {
        let mut message = field.message("Location.line")?;
        let (mut function_id, mut line) = (0, 0);
        while let Some(inner) = message.next()? {
            match inner.number {
                1 => function_id = inner.number_value("Line.function_id")?,
                2 => line = self.line_number(inner.number_value("Line.line")?),
                _ => {} // column: Go never sets it
            }
        }
        let function = self.functions.resolve(function_id, field.offset, "Line.function_id")?;
        Ok(self.tables.frame(Frame { function, line }))
    }

    fn samples(&mut self, bytes: &[u8], count: usize, pruning: Option<&Pruning>) -> Result<(), ReadError> {
        let columns = self.profile.sample_types.len();
        self.limits.check_records(count.saturating_mul(columns), "values")?;
        let mut scratch = Scratch { locations: Vec::new(), frames: Vec::new(), values: Vec::new(), size: 0 };
        let mut walked = 0;
        self.each_field(bytes, 2, |decoder, field| {
            decoder.sample(&field, &mut scratch)?;
            if scratch.values.len() != columns || columns == 0 {
                let problem = format!("{} values for {columns} sample types", scratch.values.len());
                return Err(malformed(field.offset, "Sample.value", problem));
            }
            scratch.frames.clear();
            let locations = &scratch.locations;
            let first = pruning.map_or(0, |pruning| pruning.first_kept(locations));
            for location in &locations[first..] {
                let mut range = decoder.frames_of(*location);
                range.start += pruning.map_or(0, |pruning| pruning.inner_dropped(*location));
                walked += range.len();
                decoder.limits.check_frames(walked)?;
                match decoder.location_frames[range] {
                    [frame] => scratch.frames.push(frame), // nearly always: copying one is dearer than pushing it
                    ref inlined => scratch.frames.extend_from_slice(inlined),
                }
            }
            let stack = decoder.tables.stack(&scratch.frames);
            let sample = Sample { stack, size: scratch.size, period: decoder.profile.period };
            decoder.profile.push_scaled(sample, &scratch.values);
            Ok(())
        })
    }

    fn sample(&mut self, field: &Field<'_>, scratch: &mut Scratch) -> Result<(), ReadError> {
        let mut message = field.message("Profile.sample")?;
        scratch.locations.clear();
        scratch.values.clear();
        scratch.size = 0;
        while let Some(inner) = message.next()? {
            match inner.number {
                1 => inner.each_number("Sample.location_id", |id| {
                    scratch.locations.push(self.locations.resolve(id, inner.offset, "Sample.location_id")?);
                    Ok(())
                })?,
                2 => inner.each_number("Sample.value", |value| {
                    scratch.values.push(value as i64);
                    Ok(())
                })?,
                3 => match self.size_label(&inner)? {
                    Some(size) => scratch.size = size,
                    None => self.profile.skipped.labels += 1,
                },
                _ => {}
            }
        }
        Ok(())
    }

    /// The number of a `bytes` label; `None` for other labels and for sizes below zero.
    fn size_label(&self, field: &Field<'_>) -> Result<Option<u64>, ReadError> {
        let mut message = field.message("Sample.label")?;
        let (mut key, mut number) = (0, 0);
        while let Some(inner) = message.next()? {
            match inner.number {
                1 => key = inner.number_value("Label.key")?,
                3 => number = inner.number_value("Label.num")? as i64,
                _ => {}
            }
        }
        let is_size = self.bytes_of(key, field.offset, "Label.key")? == b"bytes";
        Ok(u64::try_from(number).ok().filter(|_| is_size))
    }

    /// The pruning that `drop_frames` and `keep_frames` ask for; `None` where they ask for nothing.
    fn pruning(&mut self, drop_frames: &str, keep_frames: &str) -> Option<Pruning> {
        if drop_frames.is_empty() {
            return None;
        }
        let lists =
            (0..self.location_ends.len() as u32).map(|location| &self.location_frames[self.frames_of(location)]);
        let pruning = Pruning::new(drop_frames, keep_frames, lists, |frame| self.tables.name_of(frame));
        if pruning.is_none() {
            self.profile.skipped.unapplied_drop_frames = 1;
        }
        pruning
    }

    fn frames_of(&self, location: u32) -> Range<usize> {
        let index = location as usize;
        let start = if index == 0 { 0 } else { self.location_ends[index - 1] };
        start..self.location_ends[index]
    }

    fn each_field(
        &mut self,
        bytes: &[u8],
        number: u64,
        mut each: impl FnMut(&mut Self, Field<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut message = Message::whole(bytes, "Profile");
        while let Some(field) = message.next()? {
            if field.number == number {
                each(self, field)?;
            }
        }
        Ok(())
    }

    fn line_number(&mut self, wire: u64) -> u32 {
        u32::try_from(wire).unwrap_or_else(|_| {
            self.profile.skipped.absurd_lines += 1;
            0
        })
    }

    fn text_of(&mut self, field: &Field<'_>, name: &'static str) -> Result<Arc<str>, ReadError> {
        self.text(field.number_value(name)?, field.offset, name)
    }

    fn text(&mut self, index: u64, offset: usize, name: &'static str) -> Result<Arc<str>, ReadError> {
        if let Some(known) = self.shared.get(&index) {
            return Ok(known.clone());
        }
        let bytes = self.bytes_of(index, offset, name)?;
        let names = self.names.saturating_add(bytes.len());
        self.limits.check_names(names)?;
        let text: Arc<str> = Arc::from(String::from_utf8_lossy(bytes));
        self.names = names;
        self.shared.insert(index, text.clone());
        Ok(text)
    }

    fn bytes_of(&self, index: u64, offset: usize, name: &'static str) -> Result<&[u8], ReadError> {
        if index == 0 {
            return Ok(b""); // also where there is no string table at all
        }
        let known = usize::try_from(index).ok().and_then(|index| self.strings.get(index).copied());
        known.ok_or_else(|| {
            malformed(offset, name, format!("string {index} of a table that holds {}", self.strings.len()))
        })
    }
}

/// One sample while it is read; kept so that its memory is used again.
struct Scratch {
    locations: Vec<u32>,
    frames: Vec<u32>,
    values: Vec<i64>,
    size: u64,
}
