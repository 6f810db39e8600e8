//! Coverage profiles of `go test -coverprofile`: how often each block of statements ran. Executions, never bytes.
//!
//! The text form (cmd/cover, golang.org/x/tools/cover): `mode: set|count|atomic`, then one block a line:
//! `import/path/file.go:line.column,line.column statements count`. Columns are 1-based bytes, ends exclusive. The same block
//! stands once per test binary that ran it, so that equal blocks are put together.

use crate::model::{Executions, Position};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The most blocks that are read of all files together.
const MOST_BLOCKS: usize = 20_000_000;

/// Blocks of one coverage profile, by the name that it gives the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// What counts mean; `None` before anything was read.
    pub mode: Option<CoverageMode>,
    files: BTreeMap<String, FileBlocks>,
    blocks: usize,
}

/// The blocks of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct FileBlocks {
    /// How often each ran, by its start and its exclusive end.
    counts: BTreeMap<(Position, Position), u64>,
    /// Made of the counts when the file is first asked for, so that no place walks through the blocks before it: where something
    /// begins to hold, ascending, and what the innermost block there ran; `None` where there is no block.
    innermost: OnceLock<Vec<(Position, Option<u64>)>>,
}

impl FileBlocks {
    fn add(&mut self, block: (Position, Position), count: u64, mode: Option<CoverageMode>) {
        self.innermost.take();
        let known = self.counts.entry(block).or_insert(0);
        *known = match mode {
            Some(CoverageMode::Set) => (*known).max(count),
            _ => known.saturating_add(count),
        };
    }

    /// Blocks nest only by function literals: of those around a place the one that starts last is innermost.
    fn innermost(&self) -> &[(Position, Option<u64>)] {
        self.innermost.get_or_init(|| {
            let mut holds: Vec<(Position, Option<u64>)> = Vec::new();
            // Blocks that have started, the innermost one last. One that ended below another is dropped when that one is.
            let mut open: Vec<(Position, u64)> = Vec::new();
            let close = |open: &mut Vec<(Position, u64)>, until: Option<Position>, holds: &mut Vec<_>| {
                while let Some(&(end, _)) = open.last()
                    && until.is_none_or(|until| end <= until)
                {
                    while open.last().is_some_and(|(other, _)| *other <= end) {
                        open.pop();
                    }
                    holds.push((end, open.last().map(|(_, count)| *count)));
                }
            };
            for ((start, end), count) in &self.counts {
                close(&mut open, Some(*start), &mut holds);
                // An empty block holds no place.
                if start < end {
                    open.push((*end, *count));
                    holds.push((*start, Some(*count)));
                }
            }
            close(&mut open, None, &mut holds);
            holds
        })
    }
}

/// What a coverage profile counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageMode {
    /// Whether a block ran.
    Set,
    /// How often: `count`, or `atomic`, which counts also where goroutines race.
    Count,
}

/// Why a text is no coverage profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CoverageError {
    /// It does not begin as one.
    #[error("line 1 is no `mode: set`, `mode: count` or `mode: atomic`: it is `{0}`")]
    NoMode(String),
    /// Some line is none of it.
    #[error("line {line}: {problem}, in `{text}`")]
    Malformed {
        /// 1-based.
        line: usize,
        /// What is wrong.
        problem: &'static str,
        /// The line, cut where it is long.
        text: String,
    },
    /// Counts of two meanings.
    #[error("line {line}: its mode is another one than before, and the counts of the two cannot be added")]
    Modes {
        /// 1-based.
        line: usize,
    },
    /// More than is read.
    #[error("more than {MOST_BLOCKS} blocks")]
    TooLarge,
}

impl Coverage {
    /// Reads `text` beside what was read before.
    pub fn add(&mut self, text: &[u8]) -> Result<(), CoverageError> {
        let text = String::from_utf8_lossy(text);
        let mut begun = false;
        for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, line.trim_end())) {
            if let Some(mode) = line.strip_prefix("mode: ") {
                let mode = match mode {
                    "set" => CoverageMode::Set,
                    "count" | "atomic" => CoverageMode::Count,
                    _ => return Err(malformed(number, "the mode is none of set, count and atomic", line)),
                };
                if self.mode.is_some_and(|known| known != mode) {
                    return Err(CoverageError::Modes { line: number });
                }
                (self.mode, begun) = (Some(mode), true);
            } else if !begun {
                return Err(CoverageError::NoMode(shortened(line)));
            } else if !line.is_empty() {
                self.add_block(number, line)?;
            }
        }
        if begun { Ok(()) } else { Err(CoverageError::NoMode(String::new())) }
    }

    fn add_block(&mut self, number: usize, line: &str) -> Result<(), CoverageError> {
        let fail = |problem| malformed(number, problem, line);
        // From the right: a path may hold anything.
        let (rest, count) = line.rsplit_once(' ').ok_or_else(|| fail("there is no count"))?;
        let (rest, statements) = rest.rsplit_once(' ').ok_or_else(|| fail("there is no number of statements"))?;
        let (file, region) = rest.rsplit_once(':').ok_or_else(|| fail("there is no `:` behind the file"))?;
        let (start, end) = region.split_once(',').ok_or_else(|| fail("the region is not `line.column,line.column`"))?;
        let count: u64 = count.parse().map_err(|_| fail("the count is no number"))?;
        statements.parse::<u64>().map_err(|_| fail("the number of statements is no number"))?;
        let (start, end) = (position(start), position(end));
        let (Some(start), Some(end)) = (start, end) else {
            return Err(fail("the region is not `line.column,line.column`"));
        };
        if end < start || file.is_empty() {
            return Err(fail("the region ends before it begins, or has no file"));
        }
        self.blocks += 1;
        if self.blocks > MOST_BLOCKS {
            return Err(CoverageError::TooLarge);
        }
        let blocks = match self.files.get_mut(file) {
            Some(blocks) => blocks,
            None => self.files.entry(file.to_owned()).or_default(),
        };
        blocks.add((start, end), count, self.mode);
        Ok(())
    }

    /// The files that it has blocks of, by the names that it gives them.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// How often the innermost block around a place ran; `None` where no block holds it.
    pub fn executions(&self, file: &str, at: Position) -> Option<Executions> {
        let holds = self.files.get(file)?.innermost();
        let (_, count) = holds[..holds.partition_point(|(from, _)| *from <= at)].last()?;
        count.map(|count| Executions { count, counted: self.mode == Some(CoverageMode::Count) })
    }
}

fn position(text: &str) -> Option<Position> {
    let (line, column) = text.split_once('.')?;
    Some(Position { line: line.parse().ok()?, column: column.parse().ok()? })
}

fn malformed(line: usize, problem: &'static str, text: &str) -> CoverageError {
    CoverageError::Malformed { line, problem, text: shortened(text) }
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Result<Coverage, CoverageError> {
        let mut coverage = Coverage::default();
        texts.iter().try_for_each(|text| coverage.add(text.as_bytes()))?;
        Ok(coverage)
    }

    fn at(coverage: &Coverage, line: u32, column: u32) -> Option<u64> {
        coverage.executions("m/a.go", Position { line, column }).map(|executions| executions.count)
    }

    const TEXT: &str = "mode: count\nm/a.go:3.10,9.2 4 2\nm/a.go:5.12,7.4 1 500\r\nm/b c:d.go:1.1,2.2 1 0\n";

    #[test]
    fn the_innermost_block_says_how_often_a_place_ran() {
        let coverage = read(&[TEXT]).unwrap();
        assert_eq!((at(&coverage, 4, 1), at(&coverage, 6, 1), at(&coverage, 7, 4)), (Some(2), Some(500), Some(2)));
        assert_eq!((at(&coverage, 3, 9), at(&coverage, 9, 2)), (None, None), "ends are exclusive");
        assert_eq!(coverage.files().collect::<Vec<_>>(), ["m/a.go", "m/b c:d.go"]);
    }

    #[test]
    fn blocks_that_cross_each_other_say_what_the_last_to_start_says() {
        let mut random = 1_u64;
        let mut below = |most: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) % most
        };
        for _ in 0..300 {
            let blocks: Vec<(u64, u64)> = (0..below(9)).map(|_| (1 + below(12), below(7))).collect();
            let lines = blocks.iter().enumerate();
            let lines =
                lines.map(|(count, (start, length))| format!("m/a.go:{start}.1,{}.1 1 {count}\n", start + length));
            let text = format!("mode: set\n{}", lines.collect::<String>());
            let coverage = read(&[&text]).unwrap();
            for line in 1..22 {
                let around =
                    blocks.iter().enumerate().filter(|(_, (start, length))| (*start..start + length).contains(&line));
                let expected = around.max_by_key(|(count, (start, length))| (*start, *length, *count));
                assert_eq!(
                    at(&coverage, line as u32, 1),
                    expected.map(|(count, _)| count as u64),
                    "line {line} of {text}"
                );
            }
        }
    }

    #[test]
    fn what_is_looked_up_is_no_longer_than_twice_the_blocks() {
        // One block around all others, behind which a walk back from the last line would go.
        let inner: String = (2..3_000).map(|line| format!("m/a.go:{line}.1,{line}.9 1 1\n")).collect();
        let mut coverage = read(&[&format!("mode: set\nm/a.go:1.1,9000.1 1 7\n{inner}")]).unwrap();
        assert_eq!((at(&coverage, 8_000, 1), at(&coverage, 2_000, 2)), (Some(7), Some(1)));
        let file = &coverage.files["m/a.go"];
        assert!(file.innermost().len() <= 2 * file.counts.len());
        coverage.add(b"mode: set\nm/a.go:8000.1,8001.1 1 9\n").unwrap();
        assert_eq!(at(&coverage, 8_000, 1), Some(9), "what is read later counts too");
    }

    #[test]
    fn the_same_block_of_several_runs_is_added_or_taken_once() {
        assert_eq!(at(&read(&[TEXT, TEXT]).unwrap(), 6, 1), Some(1000));
        let set = "mode: set\nm/a.go:5.12,7.4 1 1\nm/a.go:5.12,7.4 1 0\n";
        assert_eq!(at(&read(&[set, set]).unwrap(), 6, 1), Some(1));
        assert_eq!(read(&[TEXT, set]), Err(CoverageError::Modes { line: 1 }));
    }

    #[test]
    fn what_is_no_coverage_is_told_by_line() {
        for (text, expected) in [
            ("", "line 1 is no `mode: set`, `mode: count` or `mode: atomic`: it is ``"),
            ("PASS\n", "it is `PASS`"),
            ("mode: weird\n", "line 1: the mode is none of"),
            ("mode: set\nm/a.go:1.1,2.2 1\n", "line 2: there is no number of statements"),
            ("mode: set\nx 1 1\n", "line 2: there is no `:`"),
            ("mode: set\nm/a.go:1.1,2.2 1 x\n", "line 2: the count is no number"),
            ("mode: set\n\nm/a.go:1.1 1 1\n", "line 3: the region is not"),
            ("mode: set\nm/a.go:3.1,2.2 1 1\n", "line 2: the region ends before"),
            ("mode: set\nm/a.go:99999999999.1,2.2 1 1\n", "line 2: the region is not"),
        ] {
            let error = read(&[text]).unwrap_err().to_string();
            assert!(error.contains(expected), "{text:?}: {error}");
        }
    }
}
