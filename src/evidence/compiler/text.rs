//! The text form: what `go build -gcflags=-m` and `-m=2` print to standard error.
//!
//! A line `# import/path` (for tests `# import/path [path.test]`) goes before each package's lines `file:line:column: message`.
//! The column is missing from 255 on and after `//line`. With `-m=2` a paragraph `EXPR escapes to heap in F:` (up to Go 1.24
//! without `in F`) with its steps precedes the plain line that says the same; both stand at one place. Lines of other tools in
//! between are counted.

use super::flow::flow_step;
use super::record::{CompilerError, Dump, FlowStep, Forms, Limits, RecordKind, Unrecognised, WrittenPlace};
use super::record::{WrittenRecord, cut};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Reads the text form. Bytes that are not UTF-8 are replaced.
///
/// # Errors
/// When no line is a message about the heap or names a package, or there are too many.
pub fn read_text(bytes: &[u8], limits: &Limits) -> Result<Dump, CompilerError> {
    let text = String::from_utf8_lossy(bytes);
    if text.trim().is_empty() {
        return Err(CompilerError::Unrecognised(Unrecognised::Empty));
    }
    let mut reader = Reader::new(limits);
    for line in text.lines() {
        reader.line(line)?;
    }
    if reader.dump.records.is_empty() && reader.dump.other_messages == 0 {
        return Err(CompilerError::Unrecognised(Unrecognised::Text));
    }
    Ok(reader.dump)
}

/// What was read so far.
struct Reader<'l> {
    limits: &'l Limits,
    dump: Dump,
    package: Arc<str>,
    /// The last file's name, which the next line most often repeats.
    file: Arc<str>,
    /// Explanations that wait for their plain line, by place.
    waiting: FxHashMap<WrittenPlace, Vec<Explanation>>,
    /// Where the paragraph that is being read belongs.
    open: Option<WrittenPlace>,
}

/// `EXPR escapes to heap in F:` with its steps.
struct Explanation {
    what: String,
    flow: Vec<FlowStep>,
}

impl<'l> Reader<'l> {
    fn new(limits: &'l Limits) -> Self {
        let nothing: Arc<str> = "".into();
        Reader {
            limits,
            dump: Dump { forms: Forms { text: true, json: false }, ..Dump::default() },
            package: nothing.clone(),
            file: nothing,
            waiting: FxHashMap::default(),
            open: None,
        }
    }

    fn line(&mut self, line: &str) -> Result<(), CompilerError> {
        if let Some(package) = package_header(line) {
            self.package = package.into();
            self.dump.packages.insert(self.package.clone());
            self.waiting.clear();
            self.open = None;
            return Ok(());
        }
        let Some((place, message)) = self.message(line) else {
            self.dump.foreign_lines += usize::from(!line.trim().is_empty());
            return Ok(());
        };
        if message.starts_with("  ") {
            self.step(&place, message);
            return Ok(());
        }
        self.open = None;
        match meaning(message) {
            Meaning::Record(kind, what) => self.record(kind, what, place)?,
            Meaning::Explanation(what) => {
                let what = cut(what, self.limits.expression);
                self.waiting.entry(place.clone()).or_default().push(Explanation { what, flow: Vec::new() });
                self.open = Some(place);
            }
            Meaning::Function => {
                self.dump.other_messages += 1;
                self.dump.functions.push((self.package.clone(), place));
            }
            Meaning::Other => self.dump.other_messages += 1,
        }
        Ok(())
    }

    /// The place before the message, and the message with its indentation.
    fn message<'t>(&mut self, line: &'t str) -> Option<(WrittenPlace, &'t str)> {
        let mut from = 0;
        while let Some(at) = line[from..].find(": ") {
            let end = from + at;
            if let Some((file, line_number, column)) = place(&line[..end]) {
                if *self.file != *file {
                    self.file = file.into();
                }
                let place = WrittenPlace { file: self.file.clone(), line: line_number, column };
                return Some((place, &line[end + 2..]));
            }
            from = end + 1;
        }
        None
    }

    fn step(&mut self, place: &WrittenPlace, message: &str) {
        // The steps of what leaks have no paragraph open: they explain no value of this function.
        if self.open.as_ref() != Some(place) {
            return;
        }
        let Some(last) = self.waiting.get_mut(place).and_then(|all| all.last_mut()) else { return };
        if last.flow.len() < self.limits.steps {
            last.flow.extend(flow_step(message, None, self.limits));
        }
    }

    fn record(&mut self, kind: RecordKind, what: &str, place: WrittenPlace) -> Result<(), CompilerError> {
        if self.dump.records.len() >= self.limits.records {
            return Err(CompilerError::TooLarge { limit: self.limits.records });
        }
        let mut what = cut(what, self.limits.expression);
        let mut flow = Vec::new();
        if matches!(kind, RecordKind::EscapesToHeap | RecordKind::MovedToHeap)
            && let Some(waiting) = self.waiting.get_mut(&place)
        {
            // `append escapes to heap` is explained as `append(s, x) escapes to heap in F:`.
            let fits = |each: &Explanation| each.what == what || (what == "append" && each.what.starts_with("append("));
            if let Some(index) = waiting.iter().position(fits) {
                let explanation = waiting.remove(index);
                what = explanation.what;
                flow = explanation.flow;
            }
        }
        let package = self.package.clone();
        self.dump.records.push(WrittenRecord { package, place, kind, what, flow, inlined_at: Vec::new() });
        Ok(())
    }
}

/// The import path in `# import/path` and `# import/path [import/path.test]`.
fn package_header(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("# ")?.trim_end();
    let (path, variant) = rest.split_once(' ').map_or((rest, ""), |(path, variant)| (path, variant));
    let whole = variant.is_empty() || (variant.starts_with('[') && variant.ends_with(']'));
    (whole && !path.is_empty()).then_some(path)
}

/// The parts of `file:line:column` and `file:line`.
fn place(text: &str) -> Option<(&str, u32, Option<u32>)> {
    let (before, last) = text.rsplit_once(':')?;
    let last: u32 = last.parse().ok()?;
    let two = before.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse::<u32>().ok()?)));
    match two {
        Some((file, line)) if !file.is_empty() => Some((file, line, Some(last).filter(|column| *column > 0))),
        _ if before.is_empty() || before.contains('\n') => None,
        _ => Some((before, last, None)),
    }
}

/// What a message means.
enum Meaning<'t> {
    Record(RecordKind, &'t str),
    /// It explains a record that stands further down.
    Explanation(&'t str),
    /// It stands where a function begins that was compiled.
    Function,
    Other,
}

fn meaning(message: &str) -> Meaning<'_> {
    if let Some(what) = message.strip_suffix(" escapes to heap") {
        return Meaning::Record(RecordKind::EscapesToHeap, what);
    }
    if let Some(what) = message.strip_suffix(" does not escape") {
        return Meaning::Record(RecordKind::DoesNotEscape, what);
    }
    if let Some(variable) = message.strip_prefix("moved to heap: ") {
        return Meaning::Record(RecordKind::MovedToHeap, variable);
    }
    if let Some(parameter) = message.strip_prefix("leaking param: ").or(message.strip_prefix("leaking param content: "))
    {
        return Meaning::Record(RecordKind::Leaks, parameter);
    }
    if message.starts_with("can inline ") || message.starts_with("cannot inline ") {
        return Meaning::Function;
    }
    let Some(explained) = message.strip_suffix(':') else { return Meaning::Other };
    // The function's name follows: an expression can hold the words too, so the last ones count.
    let what = explained.strip_suffix(" escapes to heap");
    match what.or_else(|| Some(explained.rsplit_once(" escapes to heap in ")?.0)) {
        Some(what) => Meaning::Explanation(what),
        None => Meaning::Other,
    }
}
