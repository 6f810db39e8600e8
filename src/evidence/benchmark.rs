//! The output of `go test -bench`, as text or as the events of `-json`.
//!
//! The form is that of testing.BenchmarkResult.String (go.dev/design/14313-benchmark-format): `BenchmarkName-P`, turns, then
//! pairs of value and unit. Log lines stand between; events of `-json` may split a line, so that outputs are joined by
//! package before they are read.

use crate::model::{BenchmarkResult, Spread};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most result lines that are read.
const MOST_LINES: usize = 1_000_000;

/// Result lines, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Benchmarks {
    lines: Vec<Line>,
}

/// A benchmark function by package and name, such as `BenchmarkX`.
pub type FunctionName = (Arc<str>, Arc<str>);

#[derive(Clone, Debug, PartialEq)]
struct Line {
    package: Arc<str>,
    name: Arc<str>,
    turns: u64,
    nanoseconds: Option<f64>,
    bytes: Option<f64>,
    allocations: Option<f64>,
}

/// Why an output of benchmarks cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BenchmarkError {
    /// There is no result in it.
    #[error("it holds no line of a benchmark, such as `BenchmarkX-8  100  123 ns/op`")]
    Nothing,
    /// A result that cannot be read.
    #[error("line {line}: `{text}` is no number")]
    Number {
        /// 1-based, of the text of its package where events were given.
        line: usize,
        /// What should be one.
        text: String,
    },
    /// A line that is no event.
    #[error("line {line} is no event of go test -json: {problem}")]
    Event {
        /// 1-based.
        line: usize,
        /// What the JSON reader says.
        problem: String,
    },
    /// More than is read.
    #[error("more than {MOST_LINES} lines of benchmarks")]
    TooLarge,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Event<'t> {
    #[serde(borrow, default)]
    package: Cow<'t, str>,
    #[serde(borrow, default)]
    output: Cow<'t, str>,
}

impl Benchmarks {
    /// Reads an output beside what was read before.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), BenchmarkError> {
        let before = self.lines.len();
        if bytes.trim_ascii_start().first() == Some(&b'{') {
            for (package, text) in joined_events(bytes)? {
                self.add_text(&text, &package)?;
            }
        } else {
            self.add_text(&String::from_utf8_lossy(bytes), "")?;
        }
        if self.lines.len() == before { Err(BenchmarkError::Nothing) } else { Ok(()) }
    }

    fn add_text(&mut self, text: &str, package: &str) -> Result<(), BenchmarkError> {
        let mut package: Arc<str> = Arc::from(package);
        for (number, line) in text.lines().enumerate() {
            if let Some(named) = line.strip_prefix("pkg: ") {
                package = Arc::from(named.trim());
            }
            let mut fields = line.split_ascii_whitespace();
            let (Some(name), Some(turns)) = (fields.next(), fields.next()) else { continue };
            // A name alone announces a benchmark; words behind it are what it logged.
            let (true, Ok(turns)) = (name.starts_with("Benchmark"), turns.parse::<u64>()) else { continue };
            let mut result = Line {
                package: package.clone(),
                name: name.into(),
                turns,
                nanoseconds: None,
                bytes: None,
                allocations: None,
            };
            while let (Some(value), Some(unit)) = (fields.next(), fields.next()) {
                let read = value.parse::<f64>().ok().filter(|value| value.is_finite());
                let value = read.ok_or_else(|| BenchmarkError::Number {
                    line: number + 1,
                    text: value.chars().take(40).collect(),
                })?;
                match unit {
                    "ns/op" => result.nanoseconds = Some(value),
                    "B/op" => result.bytes = Some(value),
                    "allocs/op" => result.allocations = Some(value),
                    _ => {}
                }
            }
            if self.lines.len() == MOST_LINES {
                return Err(BenchmarkError::TooLarge);
            }
            self.lines.push(result);
        }
        Ok(())
    }

    /// The results by package and function, each name once, in the order printed.
    pub fn by_function(&self) -> Vec<(FunctionName, Vec<BenchmarkResult>)> {
        let mut functions: Vec<(FunctionName, Vec<Arc<str>>)> = Vec::new();
        let mut places: BTreeMap<FunctionName, usize> = BTreeMap::new();
        // By package and name.
        let mut runs: BTreeMap<(Arc<str>, Arc<str>), Vec<&Line>> = BTreeMap::new();
        for line in &self.lines {
            let key = (line.package.clone(), function_of(&line.name));
            let place = *places.entry(key.clone()).or_insert_with(|| {
                functions.push((key, Vec::new()));
                functions.len() - 1
            });
            let same = runs.entry((line.package.clone(), line.name.clone())).or_default();
            if same.is_empty() {
                functions[place].1.push(line.name.clone());
            }
            same.push(line);
        }
        let result = |package: &Arc<str>, name: Arc<str>| {
            let runs = runs.get(&(package.clone(), name.clone())).map_or(&[][..], Vec::as_slice);
            let turns = || runs.iter().map(|line| line.turns);
            BenchmarkResult {
                name,
                runs: runs.len(),
                turns: (turns().min().unwrap_or(0), turns().max().unwrap_or(0)),
                turns_together: turns().fold(0, u64::saturating_add),
                nanoseconds: spread(runs.iter().filter_map(|line| line.nanoseconds)),
                bytes: spread(runs.iter().filter_map(|line| line.bytes)),
                allocations: spread(runs.iter().filter_map(|line| line.allocations)),
            }
        };
        functions
            .into_iter()
            .map(|(key, names)| {
                let results = names.into_iter().map(|name| result(&key.0, name)).collect();
                (key, results)
            })
            .collect()
    }
}

/// `BenchmarkX` of `BenchmarkX/n=10-8` and of `BenchmarkX-8`: Go's names hold neither `/` nor `-`.
fn function_of(name: &str) -> Arc<str> {
    name.split(['/', '-']).next().unwrap_or_default().into()
}

fn spread(values: impl Iterator<Item = f64>) -> Option<Spread> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let (low, high) = (*values.first()?, *values.last()?);
    let (before, after) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
    Some(Spread { median: f64::midpoint(before, after), low, high })
}

/// The outputs of `-json` events, by package.
fn joined_events(bytes: &[u8]) -> Result<BTreeMap<String, String>, BenchmarkError> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let event: Event = serde_json::from_slice(line)
            .map_err(|error| BenchmarkError::Event { line: number + 1, problem: error.to_string() })?;
        texts.entry(event.package.into_owned()).or_default().push_str(&event.output);
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Benchmarks, BenchmarkError> {
        let mut benchmarks = Benchmarks::default();
        benchmarks.add(text.as_bytes()).map(|()| benchmarks)
    }

    const TEXT: &str = "goos: linux
pkg: example.com/m/lib
BenchmarkSub/with_space-2 \t  100\t   24.5 ns/op\t 327.02 MB/s\t 1.000 items/op\t  8 B/op\t 1 allocs/op
--- BENCH: BenchmarkSub/with_space-2
    lib_test.go:9: 5 things
BenchmarkSub/with_space-2 \t  300\t   30.5 ns/op\t 300.00 MB/s\t 1.000 items/op\t  16 B/op\t 1 allocs/op
BenchmarkSub/n=1-2
BenchmarkSub/n=1-2 \t  200\t 0.4865 ns/op
BenchmarkAlone 7 10.00 ns/op
BenchmarkOther-2 said 5
PASS
";

    #[test]
    fn lines_of_one_name_are_one_result_with_its_spread() {
        let functions = read(TEXT).unwrap().by_function();
        let names: Vec<(&str, Vec<&str>)> = functions
            .iter()
            .map(|((_, function), results)| (&**function, results.iter().map(|result| &*result.name).collect()))
            .collect();
        let expected = [
            ("BenchmarkSub", vec!["BenchmarkSub/with_space-2", "BenchmarkSub/n=1-2"]),
            ("BenchmarkAlone", vec!["BenchmarkAlone"]),
        ];
        assert_eq!(names, expected);
        let sub = &functions[0].1[0];
        assert_eq!(&*functions[0].0.0, "example.com/m/lib");
        assert_eq!((sub.runs, sub.turns), (2, (100, 300)));
        assert_eq!(sub.nanoseconds, Some(Spread { median: 27.5, low: 24.5, high: 30.5 }));
        assert_eq!(sub.bytes, Some(Spread { median: 12.0, low: 8.0, high: 16.0 }));
        assert_eq!(functions[0].1[1].bytes, None, "-benchmem was not given");
    }

    #[test]
    fn events_are_joined_by_package_before_lines_are_read() {
        let events = r#"{"Action":"output","Package":"m/a","Output":"BenchmarkX-2    \t"}
{"Action":"output","Package":"m/b","Output":"BenchmarkX-2    \t"}
{"Action":"output","Package":"m/a","Test":"BenchmarkX","Output":"     300\t 5.0 ns/op\n"}

{"Action":"output","Package":"m/b","Output":"     400\t 6.0 ns/op\n"}
"#;
        let functions = read(events).unwrap().by_function();
        let told: Vec<_> = functions.iter().map(|((package, _), results)| (&**package, results[0].turns.0)).collect();
        assert_eq!(told, [("m/a", 300), ("m/b", 400)]);
    }

    #[test]
    fn what_is_no_output_of_benchmarks_is_told_by_line() {
        for (text, expected) in [
            ("", "it holds no line of a benchmark"),
            ("PASS\nok m 1s\n", "it holds no line of a benchmark"),
            ("\nBenchmarkX-2 300 12x ns/op\n", "line 2: `12x` is no number"),
            ("BenchmarkX-2 300 NaN ns/op\n", "line 1: `NaN` is no number"),
            ("{\"Action\":\"start\"}\n{\"Action\"\n", "line 2 is no event of go test -json"),
            ("{\"Action\":\"start\"}\n", "it holds no line of a benchmark"),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text:?}: {error}");
        }
    }
}
