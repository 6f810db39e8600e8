//! A text and what it has become: where the two differ, and where each place of the old one lies in the new one.

use super::{Edit, Span};
use std::sync::Arc;

/// A stretch of the old text and what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the old text.
    pub old: Span,
    /// In the new text.
    pub new: Span,
}

/// A new text beside the old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedText {
    /// The new text.
    pub text: Arc<[u8]>,
    /// Where it differs, ascending and apart.
    pub changes: Vec<Change>,
}

impl ChangedText {
    /// `old` with these edits, which are ascending and apart.
    pub fn of(old: &[u8], edits: &[Edit]) -> ChangedText {
        ChangedText { text: old.into(), changes: Vec::new() }.then(edits)
    }

    /// The same with further edits of the new text.
    pub fn then(&self, edits: &[Edit]) -> ChangedText {
        let mut text = Vec::with_capacity(self.text.len());
        let mut from = 0;
        let mut steps: Vec<Change> = Vec::new();
        for edit in edits {
            text.extend_from_slice(&self.text[from..edit.span.start]);
            let start = text.len();
            text.extend_from_slice(edit.text.as_bytes());
            steps.push(Change { old: edit.span, new: Span::new(start, text.len()) });
            from = edit.span.end;
        }
        text.extend_from_slice(&self.text[from..]);
        ChangedText { text: text.into(), changes: composed(&self.changes, &steps) }
    }

    /// Where a place of the old text lies now: for what was replaced, where its replacement begins.
    pub fn moved(&self, old: usize) -> usize {
        let after = self.changes.partition_point(|change| change.old.start <= old);
        match self.changes[..after].last() {
            None => old,
            Some(change) if old < change.old.end => change.new.start,
            Some(change) => old - change.old.end + change.new.end,
        }
    }
}

/// The changes from the first text to the third, by those from the first to the second and from the second to the third.
fn composed(first: &[Change], second: &[Change]) -> Vec<Change> {
    // Both in the text between: stretches that touch are one.
    let mut between: Vec<Span> =
        first.iter().map(|change| change.new).chain(second.iter().map(|step| step.old)).collect();
    between.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in between {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    let mut changes = Vec::with_capacity(joined.len());
    let (mut at_first, mut at_second) = (0, 0);
    // How much longer the text between is than the first one, and the third than the text between, up to here.
    let (mut grown, mut grows) = (0isize, 0isize);
    let length = |span: Span| span.end as isize - span.start as isize;
    let shifted = |at: usize, by: isize| usize::try_from(at as isize + by).unwrap_or_default();
    for span in joined {
        let (old_start, new_start) = (shifted(span.start, -grown), shifted(span.start, grows));
        while let Some(change) = first.get(at_first).filter(|change| change.new.end <= span.end) {
            grown += length(change.new) - length(change.old);
            at_first += 1;
        }
        while let Some(step) = second.get(at_second).filter(|step| step.old.end <= span.end) {
            grows += length(step.new) - length(step.old);
            at_second += 1;
        }
        let (old_end, new_end) = (shifted(span.end, -grown), shifted(span.end, grows));
        changes.push(Change { old: Span::new(old_start, old_end), new: Span::new(new_start, new_end) });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { span: Span::new(start, end), text: text.to_owned() }
    }

    #[test]
    fn places_are_followed_through_edits_of_edits() {
        let old = b"abcdefghij";
        let once = ChangedText::of(old, &[edit(1, 2, "XYZ"), edit(5, 5, "__"), edit(8, 10, "")]);
        assert_eq!(&*once.text, b"aXYZcde__fgh");
        let twice = once.then(&[edit(0, 0, ">"), edit(2, 5, "-"), edit(11, 11, "!")]);
        assert_eq!(&*twice.text, b">aX-de__fg!h");
        let moved: Vec<usize> = [0, 3, 4, 5, 7].map(|at| twice.moved(at)).to_vec();
        assert_eq!(moved, [1, 4, 5, 8, 11]);
        // What stands between changes is the same in both.
        let mut at = (0, 0);
        for change in &twice.changes {
            assert_eq!(old[at.0..change.old.start], twice.text[at.1..change.new.start]);
            at = (change.old.end, change.new.end);
        }
        assert_eq!(old[at.0..], twice.text[at.1..]);
    }
}
