//! Indented JSON that is harmless where it is printed.
//!
//! serde_json escapes the controls below U+0020. What also moves cursors, reorders text or opens a build runner's command
//! is escaped here too; every parser gives back the same strings. The layout is serde_json's own.

use crate::render::untrusted;
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// serde_json's indented layout with more escapes.
pub(super) struct SafeFormatter(PrettyFormatter<'static>);

impl SafeFormatter {
    pub(super) fn new() -> Self {
        SafeFormatter(PrettyFormatter::new())
    }
}

impl Formatter for SafeFormatter {
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
    use serde::Serialize;

    #[test]
    fn strings_are_harmless_in_a_log_and_come_back_unchanged() {
        let text = "a\x1b[2J \u{9b} \u{202e} ##[error] ##vso[x] \u{e0041} \u{7f} # \"quoted\" 世界\n::add-mask::";
        let mut json = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut json, SafeFormatter::new());
        text.serialize(&mut serializer).expect("a Vec takes any bytes");
        let json = String::from_utf8(json).expect("JSON is UTF-8");
        assert!(!json.contains(untrusted::is_dangerous), "{json}");
        assert!(untrusted::command_openings(&json).is_empty(), "{json}");
        assert!(json.contains("世界"), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("valid JSON"), text);
    }
}
