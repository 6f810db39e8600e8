//! The JSON form: what `go build -gcflags=-json=0,DIR` writes, one file for each Go file of a package.
//!
//! The first line is a header, each other line one diagnostic of the language server protocol. Lines count from 1, against
//! that protocol. Only escapes are told, never what stays off the heap; a variable that moves to the heap is told as an
//! escape. Entries `inlineLoc` directly under a diagnostic give the calls through which it was inlined, the innermost last.

use super::flow::flow_step;
use super::record::{CompilerError, Dump, FlowStep, Forms, Limits, RecordKind, Unrecognised, WrittenPlace};
use super::record::{WrittenRecord, cut};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Columns are clamped here: the compiler has eight bits for them.
const LAST_COLUMN: u32 = 255;

#[derive(Deserialize)]
struct Header<'t> {
    version: u64,
    #[serde(borrow)]
    package: Cow<'t, str>,
    #[serde(borrow)]
    gc_version: Cow<'t, str>,
    #[serde(borrow)]
    file: Cow<'t, str>,
}

#[derive(Deserialize)]
struct Diagnostic<'t> {
    range: Range,
    #[serde(borrow, default)]
    code: Cow<'t, str>,
    #[serde(borrow, default)]
    message: Cow<'t, str>,
    #[serde(borrow, default, rename = "relatedInformation")]
    related: Vec<Related<'t>>,
}

#[derive(Deserialize)]
struct Range {
    start: Position,
}

#[derive(Deserialize)]
struct Position {
    line: u32,
    character: u32,
}

#[derive(Deserialize)]
struct Related<'t> {
    #[serde(borrow)]
    location: Location<'t>,
    #[serde(borrow, default)]
    message: Cow<'t, str>,
}

#[derive(Deserialize)]
struct Location<'t> {
    #[serde(borrow)]
    uri: Cow<'t, str>,
    range: Range,
}

/// Whether these bytes begin as a file of the JSON form does.
pub fn looks_like_json(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().first() == Some(&b'{')
}

/// Reads one file of the JSON form.
///
/// # Errors
/// When it has no header, a version other than 0, a line that is no diagnostic, or too many of them.
pub fn read_json(bytes: &[u8], limits: &Limits) -> Result<Dump, CompilerError> {
    let mut lines = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    let Some((_, first)) = lines.next() else { return Err(CompilerError::Unrecognised(Unrecognised::Empty)) };
    let header: Header = serde_json::from_slice(first).map_err(|_| other_json(first))?;
    if header.version != 0 {
        let version = header.version;
        return Err(CompilerError::Unsupported(format!("it is of version {version}, and heaplint reads version 0")));
    }
    let package: Arc<str> = header.package.as_ref().into();
    let file: Arc<str> = header.file.as_ref().into();
    let mut reader =
        Reader { limits, package: package.clone(), file: file.clone(), dump: Dump::default(), named: None };
    for (index, line) in lines {
        let malformed =
            |error: serde_json::Error| CompilerError::Malformed { line: index + 1, what: error.to_string() };
        reader.take(serde_json::from_slice(line).map_err(malformed)?)?;
    }
    let mut dump = reader.dump;
    dump.forms = Forms { text: false, json: true };
    dump.packages.insert(package.clone());
    dump.versions.insert(header.gc_version.into_owned());
    dump.files.push((package, file));
    drop_repeated_places(&mut dump.records);
    Ok(dump)
}

fn other_json(first: &[u8]) -> CompilerError {
    let event = first.windows(9).any(|part| part == b"\"Action\":");
    if event {
        let what = "it holds events of go build -json; run go build without -json and give what it prints";
        return CompilerError::Unsupported(what.to_owned());
    }
    CompilerError::Unrecognised(if looks_like_json(first) { Unrecognised::Json } else { Unrecognised::Text })
}

/// What was read so far.
struct Reader<'l> {
    limits: &'l Limits,
    package: Arc<str>,
    file: Arc<str>,
    dump: Dump,
    /// The last other file that was named: copies of one function come together.
    named: Option<Arc<str>>,
}

impl Reader<'_> {
    fn take(&mut self, diagnostic: Diagnostic) -> Result<(), CompilerError> {
        let start = written(self.file.clone(), &diagnostic.range.start);
        let kind = match &*diagnostic.code {
            "escape" | "escapes" => RecordKind::EscapesToHeap,
            "leak" => RecordKind::Leaks,
            "canInlineFunction" | "cannotInlineFunction" => {
                self.dump.other_messages += 1;
                self.dump.functions.push((self.package.clone(), start));
                return Ok(());
            }
            _ => {
                self.dump.other_messages += 1;
                return Ok(());
            }
        };
        if self.dump.records.len() >= self.limits.records {
            return Err(CompilerError::TooLarge { limit: self.limits.records });
        }
        let mut inlined_at = vec![start];
        let mut related = diagnostic.related.iter().peekable();
        while let Some(inner) = related.next_if(|each| each.message == "inlineLoc") {
            inlined_at.push(written(self.file_of(&inner.location.uri), &inner.location.range.start));
        }
        let steps = related.filter_map(|each| {
            let text = each.message.strip_prefix("escflow:")?;
            flow_step(text, Some(each.location.range.start.line), self.limits)
        });
        let flow: Vec<FlowStep> = steps.take(self.limits.steps).collect();
        let what = diagnostic.message.strip_suffix(" escapes to heap").unwrap_or(&diagnostic.message);
        let kind =
            if kind == RecordKind::EscapesToHeap && is_variable(what, &flow) { RecordKind::MovedToHeap } else { kind };
        let what = cut(what, self.limits.expression);
        // There is one at least: the diagnostic's own.
        let Some(place) = inlined_at.pop() else { return Ok(()) };
        let package = self.package.clone();
        self.dump.records.push(WrittenRecord { package, place, kind, what, flow, inlined_at });
        Ok(())
    }

    fn file_of(&mut self, uri: &str) -> Arc<str> {
        let name = path_of_uri(uri);
        if *self.file == *name {
            return self.file.clone();
        }
        if let Some(named) = self.named.as_ref().filter(|named| ***named == *name) {
            return named.clone();
        }
        let named: Arc<str> = name.as_ref().into();
        self.named = Some(named.clone());
        named
    }
}

fn written(file: Arc<str>, position: &Position) -> WrittenPlace {
    let column = Some(position.character).filter(|column| (1..LAST_COLUMN).contains(column));
    WrittenPlace { file, line: position.line, column }
}

/// `v escapes to heap` of a variable: its address flows, not what is stored for an expression.
fn is_variable(what: &str, flow: &[FlowStep]) -> bool {
    let of_variable =
        |step: &FlowStep| matches!(step, FlowStep::Flow { from, .. } if from.strip_prefix('&') == Some(what));
    flow.first().is_some_and(of_variable)
}

/// The compiler writes each escape twice, the second time without words.
fn drop_repeated_places(records: &mut Vec<WrittenRecord>) {
    let place = |record: &WrittenRecord| (record.place.clone(), record.inlined_at.clone());
    let told: BTreeSet<_> = records.iter().filter(|record| !record.what.is_empty()).map(place).collect();
    records.retain(|record| !record.what.is_empty() || !told.contains(&place(record)));
}

/// The path in `file:///a%20b/x.go`, and in `file:///C:/x.go`; anything else is taken as it is.
fn path_of_uri(uri: &str) -> Cow<'_, str> {
    let Some(path) = uri.strip_prefix("file://") else { return uri.into() };
    // `file:///C:/x.go`: the slash before the drive is the URI's own.
    let drive = path.as_bytes();
    let path = if drive.len() > 3 && drive[0] == b'/' && drive[2] == b':' { &path[1..] } else { path };
    if !path.contains('%') {
        return path.into();
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *byte == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                rest = &after[2..];
            }
            None => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}
