//! JSON that is harmless where it is printed: indented documents, and records of one line each.
//!
//! serde_json escapes the controls below U+0020. What also moves cursors, reorders text or opens a build runner's command
//! is escaped here too; every parser gives back the same strings. The layouts are serde_json's own.

use super::untrusted;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Writes a document, indented, with a line feed at the end.
pub(super) fn write_document(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Safe(PrettyFormatter::new()));
    document.serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(out)
}

/// Writes a record on one line, with a line feed at the end.
pub(super) fn write_line(record: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Safe(CompactFormatter));
    record.serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(out)
}

/// One of serde_json's layouts with more escapes.
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let hashes: Vec<usize> =
            untrusted::command_openings(fragment).iter().map(|opening| opening.second_hash).collect();
        let mut done = 0;
        for (at, character) in fragment.char_indices() {
            if !untrusted::is_dangerous(character) && hashes.binary_search(&at).is_err() {
                continue;
            }
            writer.write_all(&fragment.as_bytes()[done..at])?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            done = at + character.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[done..])
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_harmless_in_a_log_and_come_back_unchanged() {
        let text = "a\x1b[2J \u{9b} \u{202e} ##[error] ##vso[x] \u{e0041} \u{7f} # \"quoted\" 世界\n::add-mask::";
        let (mut document, mut line) = (Vec::new(), Vec::new());
        write_document(&text, &mut document).expect("a Vec takes any bytes");
        write_line(&[text, text], &mut line).expect("a Vec takes any bytes");
        for json in [document, line] {
            let json = String::from_utf8(json).expect("JSON is UTF-8");
            let json = json.strip_suffix('\n').expect("a line feed ends it");
            assert!(!json.contains(untrusted::is_dangerous), "{json}");
            assert!(untrusted::command_openings(json).is_empty(), "{json}");
            assert!(json.contains("世界"), "{json}");
            let value: serde_json::Value = serde_json::from_str(json).expect("valid JSON");
            assert_eq!(value.get(1).unwrap_or(&value), text);
        }
    }
}
