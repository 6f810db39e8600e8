//! The text of a summary as a profile. Any bytes give one, or an error that names the line.
//!
//! Lines are looked at where they lie: a line of a gigabyte takes no memory of its own. What is kept is counted against
//! the limits of every profile.

use super::super::error::{Limits, ReadError};
use super::super::table::{Frame, Function, Mapping, Profile, Sample, Tables};
use super::labels::{lengthened, package, text};
use super::samples::{numbers, read};
use super::summarised::Summarised;
use super::{MAGIC, VERSION, moment};
use crate::model::{Dialect, SampleType};
use std::collections::HashMap;
use std::sync::Arc;

/// Whether bytes are meant to be a summary.
pub(crate) fn recognises(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC.as_bytes())
}

/// Reads a summary.
pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Result<Profile, ReadError> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default().trim_ascii_end();
    let version = std::str::from_utf8(first).ok().and_then(|first| first.strip_prefix(MAGIC)?.parse::<u32>().ok());
    match version {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(ReadError::NewerSummary { version, known: VERSION }),
        _ => return Err(malformed(1, "no version stands in it")),
    }
    let mut reader = Reader::new(limits);
    let mut ended = false;
    for (number, line) in (2..).zip(lines) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Ok(line) = std::str::from_utf8(line) else { return Err(malformed(number, "it is no UTF-8")) };
        let done = if line.is_empty() || line.starts_with('#') {
            Ok(())
        } else if std::mem::replace(&mut ended, line == "end") {
            Err(Refused::Because("something stands behind the end"))
        } else if ended {
            Ok(())
        } else if line.starts_with(' ') {
            reader.node(line)
        } else {
            reader.record(line)
        };
        done.map_err(|refused| match refused {
            Refused::Because(problem) => malformed(number, problem),
            Refused::Limit(error) => error,
        })?;
    }
    if !ended {
        return Err(malformed(
            bytes.split(|byte| *byte == b'\n').count(),
            "the file ends before its end: it was cut off",
        ));
    }
    reader.finish()
}

/// Why a line is not taken.
enum Refused {
    Because(&'static str),
    Limit(ReadError),
}

impl From<ReadError> for Refused {
    fn from(error: ReadError) -> Refused {
        Refused::Limit(error)
    }
}

fn malformed(line: usize, problem: &str) -> ReadError {
    ReadError::Summary { line, problem: problem.to_owned() }
}

struct Reader<'a> {
    profile: Profile,
    known: Summarised,
    totals: Option<Vec<i64>>,
    tables: Tables,
    /// Folders by what labels begin with.
    folders: HashMap<&'a str, Arc<str>>,
    /// Functions by label.
    functions: HashMap<&'a str, u32>,
    /// The frames down to the last node, outermost first.
    path: Vec<u32>,
    stack: Vec<u32>,
    /// Whether samples have been met: from then on the header is closed.
    sampled: bool,
    frames_walked: usize,
    names: usize,
    limits: &'a Limits,
}

impl<'a> Reader<'a> {
    fn new(limits: &'a Limits) -> Reader<'a> {
        Reader {
            profile: Profile::default(),
            known: Summarised::default(),
            totals: None,
            tables: Tables::default(),
            folders: HashMap::new(),
            functions: HashMap::new(),
            path: Vec::new(),
            stack: Vec::new(),
            sampled: false,
            frames_walked: 0,
            names: 0,
            limits,
        }
    }

    /// A line that begins with a word.
    fn record(&mut self, line: &'a str) -> Result<(), Refused> {
        let (key, rest) = line.split_once('\t').unwrap_or((line, ""));
        match key {
            "func" => return self.function(rest),
            "package" => return self.package(rest),
            "rest" => return self.samples(rest, 0),
            _ if self.sampled => return Err(Refused::Because("the header goes on behind the samples")),
            _ => {}
        }
        // No line of the header has more than two values.
        let mut fields = rest.splitn(3, '\t').map(text);
        let field = |field: Option<Option<_>>| field.flatten().ok_or(Refused::Because("a value is missing or broken"));
        let one = field(fields.next())?;
        let mut two = || field(fields.next());
        let number = |text: &str| text.parse().map_err(|_| Refused::Because("a number is broken"));
        let count = |text: &str| text.parse().map_err(|_| Refused::Because("a number is broken"));
        match key {
            "profiles" => self.known.profiles = number(&one)?,
            "module" => {
                let module = self.name(&one)?;
                self.known.modules.push(module);
            }
            "revision" => self.known.revision = Some(self.name(&one)?),
            "taken" => self.profile.time_nanos = moment::read(&one).ok_or(Refused::Because("the moment is broken"))?,
            "duration" => {
                let nanoseconds = one.strip_suffix("ns").and_then(|number| number.parse().ok());
                self.profile.duration_nanos = nanoseconds.ok_or(Refused::Because("the duration is broken"))?;
            }
            "binary" => {
                let (file, build_id) = (self.name(&one)?, two()?);
                let build_id = self.name(&build_id)?;
                self.profile.mappings.push(Mapping { file, build_id, start: 0, limit: 0, offset: 0 });
                self.limits.check_functions(self.profile.mappings.len(), "binaries")?;
            }
            "go" => {
                let minor = |text: &str| text.strip_prefix("1.").and_then(|minor| minor.parse().ok());
                let newest = two()?;
                let range = minor(&one).zip(minor(&newest)).filter(|(oldest, newest)| oldest <= newest);
                let (oldest, newest) = range.ok_or(Refused::Because("the Go versions are broken"))?;
                self.known.dialect = Some(Dialect { oldest, newest });
            }
            "system" => self.known.system = Some(self.name(&one)?),
            "architecture" => self.known.architecture = Some(self.name(&one)?),
            "tests" => self.known.tests = Some(&*one == "yes"),
            "type" => {
                let unit = two()?;
                let sample_type = SampleType { kind: self.name(&one)?, unit: self.name(&unit)? };
                self.profile.sample_types.push(sample_type);
                self.limits.check_functions(self.profile.sample_types.len(), "sample types")?;
            }
            "default-type" => {
                let place = self.profile.sample_types.iter().position(|known| *known.kind == *one);
                self.profile.default_sample_type = Some(place.ok_or(Refused::Because("there is no such type"))?);
            }
            "period-type" => {
                let unit = two()?;
                self.profile.period_type = Some(SampleType { kind: self.name(&one)?, unit: self.name(&unit)? });
            }
            "period" => self.profile.period = one.parse().map_err(|_| Refused::Because("a number is broken"))?,
            "callers" => self.known.callers = Some(number(&one)?),
            "samples" => self.known.samples = number(&one)?,
            "buckets" => self.known.buckets = (number(&one)?, count(&two()?)?),
            "sampled" => self.known.sampled = (count(&one)?, count(&two()?)?),
            "lacks" => {
                let more = number(&two()?)?;
                let words = self.known.lacks.counts().map(|(word, _)| word);
                let place = words.iter().position(|word| *word == one).ok_or(Refused::Because("nothing lacks that"))?;
                *self.known.lacks.counts_mut()[place] = more;
            }
            "total" => self.totals = Some(self.values(&one)?),
            "dropped" => {
                self.known.dropped.values = {
                    let values = two()?;
                    self.values(&values)?
                };
                self.known.dropped.stacks = number(&one)?;
            }
            _ => return Err(Refused::Because("it begins with an unknown word")),
        }
        Ok(())
    }

    fn values(&self, text: &str) -> Result<Vec<i64>, Refused> {
        numbers(text, self.profile.sample_types.len()).ok_or(Refused::Because("its values do not fit the types"))
    }

    fn name(&mut self, text: &str) -> Result<Arc<str>, Refused> {
        self.names = self.names.saturating_add(text.len());
        self.limits.check_names(self.names)?;
        Ok(Arc::from(text))
    }

    /// `package`: what its functions' labels begin with, and its folders.
    fn package(&mut self, rest: &'a str) -> Result<(), Refused> {
        let (begins, folder) = rest.split_once('\t').ok_or(Refused::Because("a value is missing or broken"))?;
        let folder = text(folder).ok_or(Refused::Because("a value is missing or broken"))?;
        let folder = self.name(&folder)?;
        if self.folders.insert(begins, folder).is_some() {
            return Err(Refused::Because("the package stands here for the second time"));
        }
        Ok(self.limits.check_functions(self.folders.len(), "packages")?)
    }

    /// `func`: label, file and first line, and where they do not follow from the label its folders and its name in them.
    fn function(&mut self, rest: &'a str) -> Result<(), Refused> {
        let broken = || Refused::Because("a value is missing or broken");
        let mut fields = rest.splitn(5, '\t');
        let label = fields.next().unwrap_or_default();
        let or_nothing = |field: &'a str| if field == "-" { Some("".into()) } else { text(field) };
        let file = fields.next().and_then(or_nothing).ok_or_else(broken)?;
        let start_line = fields.next().ok_or_else(broken)?;
        let start_line = start_line.parse().map_err(|_| Refused::Because("a number is broken"))?;
        let folder = fields.next().map(|field| or_nothing(field).ok_or_else(broken)).transpose()?;
        let name = self.full_name(label, folder.as_deref(), fields.next().unwrap_or(label))?;
        let file = self.name(&lengthened(&name, &file))?;
        self.declare(label, Function { name, file, start_line }).map(|_| ())
    }

    /// The name behind a label.
    fn full_name(&mut self, label: &str, folder: Option<&str>, short: &str) -> Result<Arc<str>, Refused> {
        let short = text(short).ok_or(Refused::Because("the name is broken"))?;
        let known = self.folders.get(package(label)).cloned();
        self.name(&format!("{}{short}", folder.or(known.as_deref()).unwrap_or_default()))
    }

    fn declare(&mut self, label: &'a str, function: Function) -> Result<u32, Refused> {
        let id = self.tables.function(function);
        if self.functions.insert(label, id).is_some() {
            return Err(Refused::Because("the function stands here for the second time"));
        }
        self.limits.check_functions(self.functions.len(), "functions")?;
        Ok(id)
    }

    /// A line of the tree: as many blanks as it is deep, the function and its line, and its samples.
    fn node(&mut self, line: &'a str) -> Result<(), Refused> {
        let node = line.trim_start_matches(' ');
        let depth = line.len() - node.len();
        if depth > self.path.len() + 1 {
            return Err(Refused::Because("it is indented below nothing"));
        }
        let (called, samples) = node.split_once('\t').map_or((node, None), |(called, samples)| (called, Some(samples)));
        let (label, line) = match called.rsplit_once(':') {
            Some((label, digits)) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                (label, digits.parse().map_err(|_| Refused::Because("the line number is too large"))?)
            }
            _ => (called, 0),
        };
        let function = match self.functions.get(label) {
            Some(known) => *known,
            None => {
                let name = self.full_name(label, None, label)?;
                self.declare(label, Function { name, file: Arc::from(""), start_line: 0 })?
            }
        };
        self.path.truncate(depth - 1);
        self.path.push(self.tables.frame(Frame { function, line }));
        self.limits.check_records(self.tables.sizes().1.max(self.path.len()), "frames")?;
        match samples {
            Some(samples) => self.samples(samples, depth),
            None => Ok(()),
        }
    }

    /// The samples of the stack of this depth; 0 is the rest.
    fn samples(&mut self, samples: &str, depth: usize) -> Result<(), Refused> {
        if !self.sampled {
            self.sampled = true;
            self.profile.find_heap_pairs();
            if self.profile.sample_types.is_empty() {
                return Err(Refused::Because("samples of no type"));
            }
        }
        self.frames_walked = self.frames_walked.saturating_add(depth);
        self.limits.check_frames(self.frames_walked)?;
        self.stack.clear();
        self.stack.extend(self.path[..depth].iter().rev());
        let stack = self.tables.stack(&self.stack);
        for sample in samples.split(' ') {
            let (sample, values, counts) = read(&self.profile, sample).ok_or(Refused::Because("a sample is broken"))?;
            let columns = self.profile.sample_types.len() + counts.len();
            self.limits.check_records((self.profile.samples.len() + 1).saturating_mul(columns), "values")?;
            self.profile.push_counted(Sample { stack, ..sample }, &values, &counts);
        }
        Ok(())
    }

    /// The whole profile, if it adds up: a merge of two summaries line by line hardly ever does.
    fn finish(self) -> Result<Profile, ReadError> {
        let Reader { mut profile, known, totals, mut tables, sampled, .. } = self;
        if !sampled {
            profile.find_heap_pairs();
        }
        tables.frame_of_each_function();
        tables.finish(&mut profile);
        let totals = totals.unwrap_or_default();
        // What is told by counts is scaled by an exponential, whose last digit is the machine's.
        let slack = profile.samples.len() as u64;
        let adds_up = totals.len() == profile.sample_types.len()
            && totals.iter().enumerate().all(|(column, total)| profile.total(column).abs_diff(*total) <= slack);
        if !adds_up {
            let problem = "its samples do not add up to its total: it was edited, or merged line by line";
            return Err(ReadError::Summary { line: 1, problem: problem.to_owned() });
        }
        profile.summary = Some(known);
        Ok(profile)
    }
}
