//! A condensed profile as text: header, functions, the tree of calls, the rest. Equal profiles give equal bytes, whatever the order
//! of their samples.

use super::super::table::{Function, Profile};
use super::labels::{Labels, field, folders, package, shortened, split};
use super::samples::{slashed, told};
use super::summarised::Summarised;
use super::{MAGIC, VERSION, moment};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What everybody who opens the file should know.
const COMMENT: &str = "\
# What a profile says of this module's lines, written by `heaplint profile summary`. Refresh it with that command and do not
# edit or merge it by hand. Calls are indented below their callers; 64:120/3 is 120 sampled objects of 64 bytes.
";

/// Writes a profile that `condense` made.
pub fn write(profile: &Profile) -> String {
    let mut out = format!("{MAGIC}{VERSION}\n{COMMENT}");
    let labels = Labels::new(&profile.functions);
    header(profile, &mut out);
    functions(profile, &labels, &mut out);
    let stacks = samples_by_stack(profile);
    tree(profile, &labels, &stacks, &mut out);
    let empty = stacks.iter().find(|(stack, _)| profile.stacks.get(**stack).is_empty());
    for sample in empty.map(|(_, samples)| in_order(samples)).unwrap_or_default() {
        line(&mut out, "rest", [&sample.1]);
    }
    out.push_str("end\n");
    out
}

fn line<T: AsRef<str>>(out: &mut String, key: &str, values: impl IntoIterator<Item = T>) {
    out.push_str(key);
    for value in values {
        out.push('\t');
        out.push_str(&field(value.as_ref()));
    }
    out.push('\n');
}

fn header(profile: &Profile, out: &mut String) {
    let nothing = Summarised::default();
    let known = profile.summary.as_ref().unwrap_or(&nothing);
    line(out, "profiles", [known.profiles.to_string()]);
    for module in &known.modules {
        line(out, "module", [module]);
    }
    if let Some(revision) = &known.revision {
        line(out, "revision", [revision]);
    }
    if profile.time_nanos != 0 {
        line(out, "taken", [moment::told(profile.time_nanos)]);
    }
    if profile.duration_nanos != 0 {
        line(out, "duration", [format!("{}ns", profile.duration_nanos)]);
    }
    for main in &profile.mappings {
        line(out, "binary", [&main.file, &main.build_id]);
    }
    if let Some(dialect) = known.dialect {
        line(out, "go", [format!("1.{}", dialect.oldest), format!("1.{}", dialect.newest)]);
    }
    for (key, value) in [("system", &known.system), ("architecture", &known.architecture)] {
        if let Some(value) = value {
            line(out, key, [value]);
        }
    }
    if let Some(tests) = known.tests {
        line(out, "tests", [if tests { "yes" } else { "no" }]);
    }
    for sample_type in &profile.sample_types {
        line(out, "type", [&sample_type.kind, &sample_type.unit]);
    }
    if let Some(index) = profile.default_sample_type {
        line(out, "default-type", [&profile.sample_types[index].kind]);
    }
    if let Some(period) = &profile.period_type {
        line(out, "period-type", [&period.kind, &period.unit]);
    }
    line(out, "period", [profile.period.to_string()]);
    if let Some(callers) = known.callers {
        line(out, "callers", [callers.to_string()]);
    }
    line(out, "samples", [known.samples.to_string()]);
    line(out, "buckets", [known.buckets.0.to_string(), known.buckets.1.to_string()]);
    line(out, "sampled", [known.sampled.0.to_string(), known.sampled.1.to_string()]);
    for (word, count) in known.lacks.counts().into_iter().filter(|(_, count)| *count > 0) {
        line(out, "lacks", [word.to_owned(), count.to_string()]);
    }
    let totals: Vec<i64> = (0..profile.sample_types.len()).map(|column| profile.total(column)).collect();
    line(out, "total", [slashed(&totals)]);
    if known.dropped.stacks > 0 {
        line(out, "dropped", [known.dropped.stacks.to_string(), slashed(&known.dropped.values)]);
    }
}

/// Where packages lie, and the functions whose label does not say everything, by label.
fn functions(profile: &Profile, labels: &Labels, out: &mut String) {
    let folders = folders(&profile.functions, labels);
    for (package, folder) in folders.iter().filter(|(_, folder)| !folder.is_empty()) {
        let _ = writeln!(out, "package\t{package}\t{}", field(folder));
    }
    let by_label: BTreeMap<&str, &Function> =
        profile.functions.iter().enumerate().map(|(at, function)| (labels.get(at as u32), function)).collect();
    for (label, function) in by_label {
        let (folder, short) = split(&function.name);
        let named = field(short) != label;
        let elsewhere = named || folders.get(package(label)) != Some(&folder);
        if function.file.is_empty() && function.start_line == 0 && !elsewhere {
            continue;
        }
        let or_dash = |text: &str| if text.is_empty() { "-".to_owned() } else { field(text).into_owned() };
        let _ = write!(out, "func\t{label}\t{}\t{}", or_dash(shortened(function)), function.start_line);
        if elsewhere {
            let _ = write!(out, "\t{}", or_dash(folder));
        }
        if named {
            let _ = write!(out, "\t{}", field(short));
        }
        out.push('\n');
    }
}

/// What sorts the samples of a stack, and their text.
type Told = ((u64, i64), String);

/// A stack as labels and lines, outermost first.
type Path<'l> = Vec<(&'l str, u32)>;

fn samples_by_stack(profile: &Profile) -> BTreeMap<u32, Vec<Told>> {
    let mut stacks: BTreeMap<u32, Vec<Told>> = BTreeMap::new();
    for (index, sample) in profile.samples.iter().enumerate() {
        stacks.entry(sample.stack).or_default().push(((sample.size, sample.period), told(profile, index)));
    }
    stacks
}

fn in_order(samples: &[Told]) -> Vec<&Told> {
    let mut samples: Vec<&Told> = samples.iter().collect();
    samples.sort();
    samples
}

/// The stacks, outermost frame first, each shared beginning once.
fn tree(profile: &Profile, labels: &Labels, stacks: &BTreeMap<u32, Vec<Told>>, out: &mut String) {
    let mut paths: Vec<(Path, &Vec<Told>)> = stacks
        .iter()
        .map(|(stack, samples)| {
            let frames = profile.stacks.get(*stack).iter().rev().map(|frame| profile.frames[*frame as usize]);
            (frames.map(|frame| (labels.get(frame.function), frame.line)).collect(), samples)
        })
        .collect();
    paths.retain(|(path, _)| !path.is_empty());
    paths.sort();
    let mut before: &[(&str, u32)] = &[];
    for (path, samples) in &paths {
        let shared = path.iter().zip(before).take_while(|(one, other)| one == other).count();
        for (depth, (label, at)) in path.iter().enumerate().skip(shared) {
            out.extend(std::iter::repeat_n(' ', depth + 1));
            out.push_str(label);
            let looks_like_a_line = label.rsplit_once(':').is_some_and(|(_, digits)| digits.parse::<u32>().is_ok());
            if *at > 0 || looks_like_a_line {
                let _ = write!(out, ":{at}");
            }
            if depth + 1 == path.len() {
                let samples = in_order(samples).into_iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>();
                let _ = write!(out, "\t{}", samples.join(" "));
            }
            out.push('\n');
        }
        before = path;
    }
}
