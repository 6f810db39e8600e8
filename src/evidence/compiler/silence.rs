//! Whether silence is a word: the JSON form tells only what escapes, and a dump of another text is silent about every new line.
//!
//! Silence speaks where nothing of the dump contradicts that it is of today's text, and something of it stands behind the
//! place still where it stood: a line more or less in between would have moved it.

use super::{Compiler, Record, RecordKind};
use crate::go::outline::{Declaration, Outline};
use crate::go::tree::{FileId, SourceTree};
use crate::model::Position;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the text that the compiler compiled, compared with today's.
#[derive(Clone, Debug, Default)]
pub(super) struct Silence {
    /// For each file that the JSON form wrote about, the lines on which functions begin that it compiled; ascending.
    compiled: FxHashMap<FileId, Vec<u32>>,
    /// The lines on which functions begin today, literals among them.
    starts: BTreeMap<FileId, BTreeSet<u32>>,
    /// For each file whose text was compared, the lines with a record that does not stand on its expression.
    strange: BTreeMap<FileId, BTreeSet<u32>>,
    /// Whether the dump is known to be of today's text.
    of_today: bool,
}

impl Silence {
    pub(super) fn new(mut compiled: FxHashMap<FileId, Vec<u32>>, tree: &SourceTree) -> Silence {
        compiled.values_mut().for_each(|lines| lines.sort_unstable());
        let own = |declaration: &Declaration| declaration.body.is_some().then_some(declaration.function_line);
        let starts = |declaration: &Declaration| {
            let literals = declaration.literals.clone();
            own(declaration).into_iter().chain(literals).collect::<Vec<u32>>()
        };
        let of = |outline: &Outline| outline.declarations.iter().flat_map(starts).collect();
        let starts = compiled.keys().map(|file| (*file, of(&tree.file(*file).outline))).collect();
        Silence { compiled, starts, ..Silence::default() }
    }
}

impl Compiler {
    /// Says that what was read is of the text that is there now.
    pub fn of_today(mut self) -> Compiler {
        self.silence.of_today = true;
        self
    }

    /// The files of which silence may say something: those that the JSON form wrote about.
    pub fn silent_files(&self) -> Vec<FileId> {
        let mut files: Vec<FileId> = self.silence.compiled.keys().copied().collect();
        files.sort_unstable();
        files
    }

    /// Compares a file's records with its text of today.
    pub fn compare(&mut self, file: FileId, text: &[u8]) {
        let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
        let fits = |record: &Record| lines.get(record.line as usize - 1).is_some_and(|line| stands_on(record, line));
        let start = self.records.partition_point(|record| record.file < Some(file));
        let own = self.records[start..].iter().take_while(|record| record.file == Some(file));
        let heap = own.filter(|record| is_heap(record));
        let strange = heap.filter(|record| record.line == 0 || !fits(record)).map(|record| record.line).collect();
        self.silence.strange.insert(file, strange);
    }

    #[cfg(test)]
    pub(super) fn strange_lines(&self) -> impl Iterator<Item = (FileId, &BTreeSet<u32>)> {
        self.silence.strange.iter().map(|(file, lines)| (*file, lines))
    }

    /// Whether a place without records is one that the compiler saw and found nothing to say about.
    pub(super) fn silence_speaks(&self, file: FileId, at: Position, declaration: &Declaration) -> bool {
        let silence = &self.silence;
        let Some(compiled) = silence.compiled.get(&file) else { return false };
        let (start, (_, last)) = (declaration.function_line, declaration.lines);
        // Columns from 255 on are not told apart. What one package instantiates of a generic function says nothing of others.
        if at.column >= 255 || declaration.generic || compiled.binary_search(&start).is_err() {
            return false;
        }
        if silence.of_today {
            return true;
        }
        let Some(strange) = silence.strange.get(&file) else { return false };
        // The bodies of literals, and of loops over functions, begin inside.
        let begins = |line: &u32| declaration.literals.contains(line) || declaration.loops.contains(line);
        let inside = compiled.iter().skip_while(|line| **line <= start).take_while(|line| **line <= last);
        if strange.range(start..=last).next().is_some() || !inside.copied().all(|line| begins(&line)) {
            return false;
        }
        let next = compiled.iter().find(|line| **line > last);
        match next {
            Some(next) => silence.starts.get(&file).is_some_and(|starts| starts.contains(next)),
            None => (at.line..=last).any(|line| self.at(file, line).iter().any(is_heap)),
        }
    }
}

fn is_heap(record: &Record) -> bool {
    matches!(record.kind, RecordKind::EscapesToHeap | RecordKind::MovedToHeap)
}

/// Whether this text of the record's line can have its expression where the record stands: a name or a literal in its own
/// words, anything else at some token.
fn stands_on(record: &Record, line: &[u8]) -> bool {
    // Beyond the last column that the compiler tells there is nothing to compare.
    let Some(column) = record.column else { return true };
    let (before, rest) = line.split_at((column as usize).saturating_sub(1).min(line.len()));
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
    let Some(first) = rest.first().filter(|byte| !byte.is_ascii_whitespace()) else { return false };
    if is_word(first) && before.last().is_some_and(is_word) {
        return false;
    }
    let what = record.what.as_bytes();
    match what.first() {
        // Within a literal of pointers the type is left out: `[]*T{{...}}`.
        Some(b'&') => matches!(first, b'&' | b'{'),
        Some(byte) if is_word(byte) && what.iter().all(is_word) => {
            rest.strip_prefix(what).is_some_and(|after| !after.first().is_some_and(is_word))
        }
        _ => true,
    }
}
