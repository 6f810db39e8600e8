//! Whether a finding is held against anybody: what is new by a change, and what was accepted before.

use super::{Finding, Fingerprint, Hunk, Region, SampleType};

/// Which lines of a file differ from an older one, by git's numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedLines {
    /// Whether the whole file is new.
    pub new: bool,
    /// What differs, ascending and apart.
    pub hunks: Vec<Hunk>,
}

impl ChangedLines {
    /// Whether any of the lines `first..=last` is new or was changed. Lines that went leave no trace.
    pub fn touch(&self, first: u32, last: u32) -> bool {
        let touches =
            |hunk: &Hunk| hunk.now.1 > 0 && hunk.now.0 <= last && first < hunk.now.0.saturating_add(hunk.now.1);
        self.new || self.hunks.iter().any(touches)
    }

    /// Whether any line of a stretch of code, or of what it costs, is new or was changed.
    pub fn touch_code(&self, code: Region, cost_lines: &[u32]) -> bool {
        // The end is exclusive: a stretch that ends before the first column of a line has nothing of it.
        let last = code.end.line - u32::from(code.end.column == 1 && code.end.line > code.start.line);
        self.touch(code.start.line, last) || cost_lines.iter().any(|line| self.touch(*line, *line))
    }

    /// Where a line stood before; `None` where it did not.
    pub fn then(&self, line: u32) -> Option<u32> {
        if self.touch(line, line) {
            return None;
        }
        // An empty range lies behind its line.
        let end = |(start, length): (u32, u32)| i64::from(start) + i64::from(length).max(1);
        let last = self.hunks.iter().rev().find(|hunk| end(hunk.now) <= i64::from(line));
        let moved = last.map_or(0, |hunk| end(hunk.then) - end(hunk.now));
        u32::try_from(i64::from(line) + moved).ok()
    }
}

/// How a finding stands to the change that was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Newness {
    /// The change touched its code or one of its cost lines.
    Touched,
    /// Its lines are as they were, and it was not there before: the change made it true from elsewhere.
    Brought,
    /// It was there before.
    Unchanged,
}

/// What was accepted of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The cost that stands beside it in the baseline; `None` where nothing was measured then.
    pub cost: Option<AcceptedCost>,
    /// Whether it is hotter than that allows, beyond the errors of both measurements.
    pub regrown: bool,
}

/// A measured cost as a baseline keeps it, relative to the profile's total, so that profiles of other lengths compare.
#[derive(Clone, Debug, PartialEq)]
pub struct AcceptedCost {
    /// The sample type.
    pub sample_type: SampleType,
    /// What was measured, in its unit.
    pub own: i64,
    /// Its share of the profile's total, 0 to 1.
    pub share: f64,
    /// The lower end of the share's 90 % interval.
    pub share_low: f64,
    /// Its upper end.
    pub share_high: f64,
}

/// An accepted finding.
#[derive(Clone, Debug, PartialEq)]
pub struct BaselineEntry {
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// Its rule.
    pub rule: String,
    /// The package that it lies in.
    pub package: String,
    /// Its declaration, the package in front.
    pub declaration: String,
    /// Its code, for people.
    pub code: String,
    /// What it cost, where that was measured: at most one.
    pub cost: Option<AcceptedCost>,
}

/// What is known of a finding besides itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// How it stands to the change; `None` where none was asked about.
    pub newness: Option<Newness>,
    /// What was accepted of it; `None` where the baseline does not have it or none was given.
    pub accepted: Option<Accepted>,
}

impl Finding {
    /// Whether it is only counted, whatever its verdict: a comment lets it stand, it stood before the change, or was accepted.
    pub fn is_set_aside(&self) -> bool {
        let Standing { newness, accepted } = &self.standing;
        self.is_suppressed()
            || *newness == Some(Newness::Unchanged)
            || accepted.as_ref().is_some_and(|accepted| !accepted.regrown)
    }
}

impl Newness {
    /// The word used in every output.
    pub fn word(self) -> &'static str {
        match self {
            Newness::Touched => "touched",
            Newness::Brought => "brought",
            Newness::Unchanged => "unchanged",
        }
    }
}

/// What became of the findings of a run that was asked about a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeSummary {
    /// What it is compared with, for people: `what is staged, with 3f1c9ab`.
    pub told: String,
    /// The commit; `None` before the first one.
    pub base: Option<String>,
    /// Changed Go files among those that were asked for.
    pub files: usize,
    /// Files asked for that were not read, because nothing that they depend on changed.
    pub files_unread: usize,
    /// Findings by how they stand to it.
    pub touched: usize,
    /// Likewise.
    pub brought: usize,
    /// Likewise, in the files that were read.
    pub unchanged: usize,
}

/// What became of the findings of a run that was given a baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaselineSummary {
    /// The file, as given.
    pub path: String,
    /// Its entries.
    pub entries: usize,
    /// Findings that are accepted, and no hotter than that.
    pub accepted: usize,
    /// Findings that are hotter than was accepted.
    pub regrown: usize,
    /// Accepted findings whose costs cannot be compared: measured only now, or only then.
    pub uncompared: usize,
    /// Findings that it does not have.
    pub new: usize,
    /// Entries without a finding, of declarations that this run has read.
    pub stale: Vec<StaleEntry>,
    /// Entries without a finding whose files this run may not have read.
    pub out_of_sight: usize,
}

/// An entry of a baseline that no finding answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleEntry {
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// Its rule.
    pub rule: String,
    /// Its declaration.
    pub declaration: String,
    /// Its code.
    pub code: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two lines put behind 2, line 4 became three, 6 and 7 were deleted.
    fn lines() -> ChangedLines {
        let hunk = |then, now| Hunk { then, now };
        ChangedLines { new: false, hunks: vec![hunk((2, 0), (3, 2)), hunk((4, 1), (6, 3)), hunk((6, 2), (9, 0))] }
    }

    #[test]
    fn lines_are_touched_or_stood_somewhere() {
        let then: Vec<Option<u32>> = (1..=11).map(|line| lines().then(line)).collect();
        let expected = [1, 2, 0, 0, 3, 0, 0, 0, 5, 8, 9].map(|line| (line > 0).then_some(line));
        assert_eq!(then, expected);
        assert!(lines().touch(1, 3) && lines().touch(4, 9) && !lines().touch(1, 2) && !lines().touch(9, 99));
        assert_eq!(ChangedLines::default().then(7), Some(7));
        let new = ChangedLines { new: true, hunks: Vec::new() };
        assert!(new.touch(1, 1) && new.then(1).is_none());
    }

    #[test]
    fn lines_that_went_at_the_start_move_what_follows() {
        let hunk = |then, now| Hunk { then, now };
        let lines = ChangedLines { new: false, hunks: vec![hunk((1, 2), (0, 0))] };
        assert_eq!(lines.then(1), Some(3));
    }
}
