//! The lines that are known then and now: where the functions of the profile start, in the order in which they stand in their
//! files, and how much the files have changed between them.

use super::declared::find_declaration;
use crate::evidence::Evidence;
use crate::evidence::naming::is_named;
use crate::go::outline::Declaration as SourceDeclaration;
use crate::go::tree::{FileId, SourceTree};
use crate::profile::{Declaration, Symbol};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What is known of a profile's files.
pub(super) struct Anchors<'p> {
    /// The line on which the profile says each declared function starts: what its literals are measured from.
    starts: FxHashMap<(&'p str, &'p Declaration), u32>,
    files: BTreeMap<FileId, FileAnchors>,
    /// How often a line is followed by added or deleted ones, over all files.
    rate: f64,
    /// How probable it is that a function whose start the profile does not say has moved.
    moved: f64,
}

/// The functions of one file that kept their order.
#[derive(Default)]
struct FileAnchors {
    /// First lines, then and now, ascending in both.
    kept: Vec<(u32, u32)>,
    /// Stretches between them that grew or shrank, and functions that are gone or stand in another order.
    changes: usize,
    /// Lines that they cover.
    lines: u32,
}

/// Where nothing is known, one line in so many is followed by a change, and the evidence counts as of so many lines.
const PRIOR_LINES: f64 = 200.0;
const PRIOR_CHANGES: f64 = 0.02;
/// A file is like the others until so many of its lines say otherwise.
const FILE_LINES: f64 = 150.0;
/// Changes for each stretch that is seen to have changed: some cancel out, some lie in one stretch.
const HIDDEN: f64 = 1.5;

impl<'p> Anchors<'p> {
    pub(super) fn new(evidence: &'p Evidence, tree: &SourceTree) -> Anchors<'p> {
        let mut starts: FxHashMap<(&str, &Declaration), u32> = FxHashMap::default();
        let mut pairs: BTreeMap<FileId, Vec<(u32, u32)>> = BTreeMap::new();
        let mut gone: BTreeMap<FileId, usize> = BTreeMap::new();
        // Of functions without a start: how many there are, and how many lie elsewhere than the profile says.
        let (mut unstarted, mut strayed) = (0usize, 0usize);
        for place in &evidence.places {
            let (Ok(file), Some(symbol)) = (&place.file, &evidence.ownership.symbols[place.function as usize]) else {
                continue;
            };
            if symbol.depth > 0
                || symbol.inlined
                || symbol.in_range_body
                || symbol.declaration == Declaration::PackageLevel
            {
                continue;
            }
            let Some((line, start)) = place.in_file else { continue };
            let found = find_declaration(*file, symbol, tree);
            if start == 0 {
                unstarted += 1;
                let spans = |(file, declaration): (FileId, usize)| {
                    let (first, last) = tree.file(file).outline.declarations[declaration].lines;
                    first <= line && line <= last
                };
                strayed += usize::from(!found.is_some_and(spans));
                continue;
            }
            if starts.insert((&symbol.package, &symbol.declaration), start).is_some() {
                continue;
            }
            match found {
                Some((today, declaration)) if today == *file => {
                    let now = tree.file(today).outline.declarations[declaration].function_line;
                    pairs.entry(*file).or_default().push((start, now));
                }
                // One of several `init` functions of a file: only that it stands where it stood can be seen.
                None if matches!(symbol.declaration, Declaration::Init(_)) => {
                    let starts = |source: &SourceDeclaration| is_named(source, symbol) && source.function_line == start;
                    if tree.file(*file).outline.declarations.iter().any(starts) {
                        pairs.entry(*file).or_default().push((start, start));
                    }
                }
                _ => *gone.entry(*file).or_default() += 1,
            }
        }
        let mut files: BTreeMap<FileId, FileAnchors> =
            pairs.into_iter().map(|(file, pairs)| (file, FileAnchors::of(pairs))).collect();
        for (file, gone) in gone {
            files.entry(file).or_default().changes += gone;
        }
        let changes: usize = files.values().map(|file| file.changes).sum();
        let lines: f64 = files.values().map(|file| f64::from(file.lines)).sum();
        Anchors {
            starts,
            files,
            rate: (changes as f64 * HIDDEN + strayed as f64 + PRIOR_CHANGES) / (lines + PRIOR_LINES),
            moved: (strayed as f64 + PRIOR_CHANGES) / (unstarted as f64 + 1.0),
        }
    }

    /// Where the profile says that the symbol's declaration starts.
    pub(super) fn start(&self, symbol: &Symbol) -> Option<u32> {
        self.starts.get(&(symbol.package.as_str(), &symbol.declaration)).copied()
    }

    /// How probable it is that a function whose start is not known has moved.
    pub(super) fn moved(&self) -> f64 {
        self.moved
    }

    /// How often a line of this file is followed by added or deleted ones.
    pub(super) fn change_rate(&self, file: FileId) -> f64 {
        let Some(file) = self.files.get(&file) else { return self.rate };
        (file.changes as f64 * HIDDEN + self.rate * FILE_LINES) / (f64::from(file.lines) + FILE_LINES)
    }

    /// Whether nothing is seen to have changed in the file.
    pub(super) fn is_unchanged(&self, file: FileId) -> bool {
        self.files.get(&file).is_none_or(|known| known.changes == 0 && known.kept.iter().all(|(then, now)| then == now))
    }

    /// The last function of the file that starts before this line of then; the file's first line where there is none.
    pub(super) fn before(&self, file: FileId, line: u32) -> Option<(u32, u32)> {
        let kept = &self.files.get(&file)?.kept;
        let after = kept.partition_point(|(then, _)| *then <= line);
        Some(after.checked_sub(1).map_or((1, 1), |at| kept[at]))
    }

    /// The first function of the file that starts behind this line of then.
    pub(super) fn behind(&self, file: FileId, line: u32) -> Option<(u32, u32)> {
        let kept = &self.files.get(&file)?.kept;
        kept.get(kept.partition_point(|(then, _)| *then <= line)).copied()
    }

    /// Whether this pair is one of those that kept their order.
    pub(super) fn is_in_order(&self, file: FileId, pair: (u32, u32)) -> bool {
        self.files.get(&file).is_some_and(|file| file.kept.binary_search(&pair).is_ok())
    }
}

impl FileAnchors {
    fn of(mut pairs: Vec<(u32, u32)>) -> FileAnchors {
        pairs.sort_unstable();
        pairs.dedup();
        let kept = longest_in_order(&pairs);
        let moved = pairs.len() - kept.len();
        let mut changes = moved;
        let mut last = (1, 1);
        for (then, now) in &kept {
            changes += usize::from(i64::from(*now) - i64::from(*then) != i64::from(last.1) - i64::from(last.0));
            last = (*then, *now);
        }
        FileAnchors { lines: last.0, kept, changes }
    }
}

/// The longest part of `pairs`, which ascend in their first number, that ascends in the second one too.
fn longest_in_order(pairs: &[(u32, u32)]) -> Vec<(u32, u32)> {
    // The index of the pair that ends the best run of each length, and for each pair the one before it in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, (_, now)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *now);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut run = Vec::new();
    let mut at = ends.last().copied();
    while let Some(index) = at {
        run.push(pairs[index]);
        at = before[index];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_past_others_is_left_out() {
        let pairs = [(10, 10), (20, 50), (30, 20), (40, 30), (50, 40)];
        assert_eq!(longest_in_order(&pairs), [(10, 10), (30, 20), (40, 30), (50, 40)]);
        assert_eq!(longest_in_order(&[]), []);
        let file = FileAnchors::of(pairs.to_vec());
        assert_eq!((file.changes, file.lines), (2, 50), "one moved, one stretch shrank");
    }
}
