//! Tables of a TOML text, read key by key with the place of every key and value.
//!
//! Reading collects complaints and goes on, so that an author sees all of them at once. It knows no key by name.

use super::{TextError, suggestion};
use crate::model::Span;
use std::cell::RefCell;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What has been complained about so far.
#[derive(Debug, Default)]
pub struct Complaints(RefCell<Vec<TextError>>);

impl Complaints {
    /// Complains about a place.
    pub fn toml(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let span = Span::new(span.start, span.end);
        self.0.borrow_mut().push(TextError { span, message: message.into(), help: help.into() });
    }

    /// All of them, in the order of the text.
    pub fn finish(self) -> Vec<TextError> {
        let mut all = self.0.into_inner();
        all.sort();
        all.dedup();
        all
    }
}

/// One table.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'d> {
    table: &'d DeTable<'d>,
    /// The table's own place: its header or its braces.
    pub span: (usize, usize),
    complaints: &'d Complaints,
}

impl<'d> Fields<'d> {
    /// The table at `span`, which may hold these keys and no others.
    pub fn new(table: &'d DeTable<'d>, span: Range<usize>, known: &[&str], complaints: &'d Complaints) -> Fields<'d> {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let message = format!("unknown key `{}`", key.get_ref());
            complaints.toml(key.span(), message, suggestion(key.get_ref(), known));
        }
        Fields { table, span: (span.start, span.end), complaints }
    }

    fn place(&self) -> Range<usize> {
        // A whole table is too much to underline: its first line will do.
        self.span.0..self.span.1.min(self.span.0 + 1)
    }

    /// The value of a key, with its place.
    pub fn value(&self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.table.get(key)
    }

    fn missing(&self, key: &str, example: &str) {
        self.complaints.toml(self.place(), format!("`{key}` is missing"), format!("write {example}"));
    }

    /// A text that must be there.
    pub fn text(&self, key: &str, example: &str) -> Option<(&'d str, Range<usize>)> {
        let Some(value) = self.value(key) else {
            self.missing(key, example);
            return None;
        };
        self.as_text(value, example)
    }

    /// A text that may be there.
    pub fn optional_text(&self, key: &str, example: &str) -> Option<(&'d str, Range<usize>)> {
        self.as_text(self.value(key)?, example)
    }

    fn as_text(&self, value: &'d Spanned<DeValue<'d>>, example: &str) -> Option<(&'d str, Range<usize>)> {
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some((text, value.span())),
            Some(_) => {
                self.complaints.toml(value.span(), "this text is empty", format!("write {example}"));
                None
            }
            None => {
                self.complaints.toml(value.span(), "this should be a text in quotes", format!("write {example}"));
                None
            }
        }
    }

    /// A text out of a closed set of words.
    pub fn word<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let (text, span) = self.text(key, &format!("{key} = \"{}\"", names[0]))?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            self.complaints.toml(span, format!("unknown {key} `{text}`"), suggestion(text, &names));
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A list of texts; without the key, none.
    pub fn texts(&self, key: &str, example: &str) -> Vec<(&'d str, Range<usize>)> {
        self.list(key, example).iter().filter_map(|value| self.as_text(value, example)).collect()
    }

    /// A list of anything; without the key, none.
    pub fn list(&self, key: &str, example: &str) -> &'d [Spanned<DeValue<'d>>] {
        let Some(value) = self.value(key) else { return &[] };
        match value.get_ref().as_array() {
            Some(list) => list,
            None => {
                self.complaints.toml(value.span(), "this should be a list in brackets", format!("write {example}"));
                &[]
            }
        }
    }

    /// A table that must be there.
    pub fn table(&self, key: &str, known: &[&str]) -> Option<Fields<'d>> {
        match self.value(key) {
            None => {
                self.missing(key, &format!("a table [{key}] with {}", known.join(", ")));
                None
            }
            Some(value) => self.as_table(value, known),
        }
    }

    /// `value` as a table.
    pub fn as_table(&self, value: &'d Spanned<DeValue<'d>>, known: &[&str]) -> Option<Fields<'d>> {
        match value.get_ref().as_table() {
            Some(table) => Some(Fields::new(table, value.span(), known, self.complaints)),
            None => {
                let help = format!("write {{ {} = ... }}", known.first().unwrap_or(&"..."));
                self.complaints.toml(value.span(), "this should be a table in braces", help);
                None
            }
        }
    }

    /// Whether the key is there and true.
    pub fn flag(&self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.complaints.toml(value.span(), "this should be true or false", format!("write {key} = true"));
        }
        flag.unwrap_or(false)
    }

    /// A whole number that may be there.
    pub fn number(&self, key: &str) -> Option<(u64, Range<usize>)> {
        let value = self.value(key)?;
        let number =
            value.get_ref().as_integer().and_then(|number| u64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.complaints.toml(value.span(), "this should be a whole number", format!("write {key} = 1"));
        }
        Some((number?, value.span()))
    }

    /// The only key of a table with one key, with its place and value.
    pub fn only(table: &'d DeTable<'d>) -> Option<(&'d Spanned<std::borrow::Cow<'d, str>>, &'d Spanned<DeValue<'d>>)> {
        let mut entries = table.iter();
        entries.next().filter(|_| entries.next().is_none())
    }

    /// Complains about a place.
    pub fn complain(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.complaints.toml(span, message, help);
    }
}
