//! What the compiler says about the module's own code: what escapes to the heap, what does not, and why.
//!
//! A second witness beside the profile, and the only one that may say "escapes". It knows columns, so that it tells constructs
//! on one line apart, and it decides before anything runs. Its word is no measurement: what escapes may never run, and for
//! much of what does not escape Go allocates all the same ([`decides`]).

mod flow;
mod json;
mod placing;
mod record;
mod silence;
#[cfg(test)]
mod tests;
mod text;

pub use json::{looks_like_json, read_json};
pub use record::{CompilerError, Dump, FlowStep, Forms, Limits, RecordKind, Unrecognised, WrittenPlace, WrittenRecord};
pub use text::read_text;

use crate::go::construct::{Amount, Construct, ConstructKind};
use crate::go::outline::Declaration;
use crate::go::tree::{FileId, SourceTree};
use crate::model::{Dialect, Position};
use placing::Placing;
use rustc_hash::FxHashMap;
use silence::Silence;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One thing that the compiler says about a place of the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The file; `None` for code of other modules that was inlined into this one.
    pub file: Option<FileId>,
    /// 1-based line: of the expression itself, in the function that was inlined, where the form tells.
    pub line: u32,
    /// 1-based byte column of the expression's anchor token; `None` where the compiler does not tell.
    pub column: Option<u32>,
    /// What it says.
    pub kind: RecordKind,
    /// The expression as the compiler prints it.
    pub what: String,
    /// Why, step by step; empty without `-m=2`.
    pub flow: Vec<FlowStep>,
    /// The calls through which this copy was inlined, outermost first; empty for the function itself.
    pub inlined_at: Vec<Call>,
}

/// A call through which something was inlined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The file, if it is the module's.
    pub file: Option<FileId>,
    /// 1-based line of the call.
    pub line: u32,
    /// 1-based byte column of its `(`.
    pub column: Option<u32>,
}

/// The compiler's word on one construct.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word<'c> {
    /// It goes to the heap, in its own function or in a copy of it.
    Heap(&'c Record),
    /// It does not escape. The JSON form says so by silence, without a record.
    NoEscape(Option<&'c Record>),
    /// Nothing is known: not compiled, no column, or several expressions at one place that disagree.
    Nothing,
}

/// Everything that the compiler says about the files of a tree.
#[derive(Clone, Debug, Default)]
pub struct Compiler {
    /// Ascending by file, line, column.
    records: Vec<Record>,
    /// Indices of the records of inlined copies, by the outermost call: ascending by file and line.
    copies: Vec<(FileId, u32, u32)>,
    /// What its silence is worth.
    silence: Silence,
    /// Packages that it wrote about, ours or not.
    pub packages: BTreeSet<Arc<str>>,
    /// The compilers' versions, such as `go1.27.3`.
    pub versions: BTreeSet<String>,
    /// Which forms were read.
    pub forms: Forms,
    /// Records read, of whatever file; repetitions count.
    pub read: usize,
    /// The part of them that is about files of the tree.
    pub own: usize,
    /// Lines of text that are no compiler message.
    pub foreign_lines: usize,
}

impl Compiler {
    /// Finds the files of what was written; what is about other files is counted.
    pub fn new(dump: Dump, tree: &SourceTree) -> Compiler {
        let mut placing = Placing::learn(&dump, tree);
        let mut compiled: FxHashMap<FileId, Vec<u32>> = FxHashMap::default();
        for (package, file) in &dump.files {
            if let Some(file) = placing.file(package, file) {
                compiled.entry(file).or_default();
            }
        }
        for (package, place) in &dump.functions {
            if let Some(lines) = placing.file(package, &place.file).and_then(|file| compiled.get_mut(&file)) {
                lines.push(place.line);
            }
        }
        let silence = Silence::new(compiled, tree);
        let read = dump.records.len();
        let mut records: Vec<Record> =
            dump.records.into_iter().filter_map(|written| placed(written, &mut placing)).collect();
        let own = records.len();
        // Stable: of copies that say the same the first stays, which is the first that was compiled.
        records.sort_by(|a, b| order(a).cmp(&order(b)));
        records.dedup_by(|later, earlier| same(later, earlier));
        let copies = records.iter().enumerate().filter_map(|(index, record)| {
            let call = record.inlined_at.first()?;
            Some((call.file?, call.line, index as u32))
        });
        let mut copies: Vec<(FileId, u32, u32)> = copies.collect();
        copies.sort_unstable();
        let Dump { packages, versions, forms, foreign_lines, .. } = dump;
        Compiler { records, copies, silence, packages, versions, forms, read, own, foreign_lines }
    }

    /// The records of a line, ascending by column. Inlined copies stand where they were written in the JSON form, and at the
    /// line of their call in the text form.
    pub fn at(&self, file: FileId, line: u32) -> &[Record] {
        let place = |record: &Record| (record.file, record.line);
        let start = self.records.partition_point(|record| place(record) < (Some(file), line));
        let end = self.records.partition_point(|record| place(record) <= (Some(file), line));
        &self.records[start..end]
    }

    /// The records of what was inlined into a line from elsewhere; only the JSON form tells.
    pub fn inlined_into(&self, file: FileId, line: u32) -> impl Iterator<Item = &Record> {
        let start = self.copies.partition_point(|(of, at, _)| (*of, *at) < (file, line));
        let copies = self.copies[start..].iter().take_while(move |(of, at, _)| (*of, *at) == (file, line));
        copies.map(|(_, _, index)| &self.records[*index as usize])
    }

    /// The compiler's word on the construct that is charged at `at` (its anchor token, see [`crate::go::charge`]), inside
    /// `declaration` of `file`.
    pub fn word(&self, file: FileId, at: Position, declaration: &Declaration) -> Word<'_> {
        let here: Vec<&Record> = self
            .at(file, at.line)
            .iter()
            .filter(|record| record.column == Some(at.column) && record.kind != RecordKind::Leaks)
            .collect();
        let heap = here.iter().find(|record| record.kind != RecordKind::DoesNotEscape);
        let stays = here.iter().find(|record| record.kind == RecordKind::DoesNotEscape);
        match (heap, stays) {
            // Instances of generic code may differ, and then it is on the heap for some. Different expressions at one place
            // are, in the text form, those of an inlined function: whose word is whose cannot be told.
            (Some(heap), Some(stays)) if heap.what != stays.what => Word::Nothing,
            (Some(heap), _) => Word::Heap(heap),
            (None, Some(stays)) => Word::NoEscape(Some(stays)),
            (None, None) if self.silence_speaks(file, at, declaration) => Word::NoEscape(None),
            (None, None) => Word::Nothing,
        }
    }

    /// The version that compiled, where all that was read is of one.
    pub fn dialect(&self) -> Option<Dialect> {
        let mut minors: Vec<u16> = self.versions.iter().filter_map(|version| minor_of(version)).collect();
        minors.dedup();
        match minors.as_slice() {
            [minor] => Some(Dialect::exactly(*minor)),
            _ => None,
        }
    }
}

/// Whether the compiler's word that a construct does not escape means that it allocates nothing: its size is constant, or
/// there is nothing but the value. What grows, and what run time sizes, allocates although it does not escape.
pub fn decides(construct: &Construct) -> bool {
    match construct.kind {
        ConstructKind::New
        | ConstructKind::AddressedLiteral
        | ConstructKind::SliceLiteral
        | ConstructKind::Closure
        | ConstructKind::MethodValue
        | ConstructKind::Boxing
        | ConstructKind::VariadicSlice
        | ConstructKind::MovedVariable
        | ConstructKind::MovedParameter => true,
        ConstructKind::MakeSlice => {
            matches!(construct.amount, Amount::Elements { count: Some(_), grows: false, .. } | Amount::Bytes(_))
        }
        ConstructKind::MakeMap
        | ConstructKind::MakeChan
        | ConstructKind::MapLiteral
        | ConstructKind::Append
        | ConstructKind::Concatenation
        | ConstructKind::Conversion
        | ConstructKind::MapWrite
        | ConstructKind::Go
        | ConstructKind::Defer
        | ConstructKind::RangeOverFunc
        | ConstructKind::ConversionCache
        | ConstructKind::Call(_) => false,
    }
}

/// The record with its files found; `None` where neither the code nor the call that it was inlined at is the tree's.
fn placed(written: WrittenRecord, placing: &mut Placing) -> Option<Record> {
    let WrittenRecord { package, place, kind, what, flow, inlined_at } = written;
    let file = placing.file(&package, &place.file);
    let call = |place: &WrittenPlace, placing: &mut Placing| Call {
        file: placing.file(&package, &place.file),
        line: place.line,
        column: place.column,
    };
    let inlined_at: Vec<Call> = inlined_at.iter().map(|place| call(place, placing)).collect();
    let ours = file.is_some() || inlined_at.first().is_some_and(|call| call.file.is_some());
    ours.then_some(Record { file, line: place.line, column: place.column, kind, what, flow, inlined_at })
}

/// Where a record stands; what is inlined after what is not.
fn order(record: &Record) -> (Option<FileId>, u32, Option<u32>, usize, RecordKind, &str) {
    (record.file, record.line, record.column, record.inlined_at.len(), record.kind, &record.what)
}

/// Tests repeat a package's lines, and instances of generic code say the same thing many times.
fn same(one: &Record, other: &Record) -> bool {
    order(one) == order(other) && one.inlined_at == other.inlined_at
}

/// The N of `go1.N`, also of `go1.27-devel_...` and `go1.27rc1`.
fn minor_of(version: &str) -> Option<u16> {
    let rest = version.trim_start_matches("devel ").strip_prefix("go1.")?;
    let digits = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
    rest[..digits].parse().ok()
}
