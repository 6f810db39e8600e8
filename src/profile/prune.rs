//! `drop_frames` and `keep_frames`: which frames pprof cuts off before anybody counts.
//!
//! Go writes neither; other producers do. Source: github.com/google/pprof/profile/prune.go, `Prune`.

use super::pattern::Pattern;
use std::collections::HashMap;

/// What the patterns do to each location.
pub(crate) struct Pruning {
    marks: Vec<Mark>,
}

/// Bytes of names times bytes of patterns; a million ordinary names and an ordinary pattern stay far below it.
const MAX_EFFORT: usize = 2_000_000_000;

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Kept,
    /// The outermost frame of the location matches: it goes, with everything below it.
    Whole,
    /// An inlined frame matches: so many inner frames go, and everything below.
    Inner(usize),
}

impl Pruning {
    /// Judges every location, given as its frames from the innermost. `None` where a pattern cannot be read.
    pub(crate) fn new<'a, 'n>(
        drop_frames: &str,
        keep_frames: &str,
        locations: impl Iterator<Item = &'a [u32]>,
        name_of: impl Fn(u32) -> &'n str,
    ) -> Option<Pruning> {
        let drop = Pattern::parse(drop_frames)?;
        let keep = if keep_frames.is_empty() { None } else { Some(Pattern::parse(keep_frames)?) };
        let mut known: HashMap<u32, bool> = HashMap::new();
        let mut effort = 0usize;
        let mut matches = |frame: u32| {
            *known.entry(frame).or_insert_with(|| {
                let name = simplified(name_of(frame));
                effort = effort.saturating_add(name.len().saturating_mul(drop_frames.len() + keep_frames.len()));
                if effort > MAX_EFFORT {
                    return false;
                }
                !name.is_empty() && drop.matches(name) && !keep.as_ref().is_some_and(|keep| keep.matches(name))
            })
        };
        let marks = locations
            .map(|frames| match frames.iter().rposition(|frame| matches(*frame)) {
                None => Mark::Kept,
                Some(at) if at + 1 == frames.len() => Mark::Whole,
                Some(at) => Mark::Inner(at + 1),
            })
            .collect();
        (effort <= MAX_EFFORT).then_some(Pruning { marks })
    }

    /// The index of the first location of a stack (innermost first) that stays. Frames outside the first user frame
    /// never match, so that something is left.
    pub(crate) fn first_kept(&self, locations: &[u32]) -> usize {
        let mut found_user = false;
        for (index, location) in locations.iter().enumerate().rev() {
            match self.marks[*location as usize] {
                Mark::Kept => found_user = true,
                _ if !found_user => {}
                Mark::Whole => return index + 1,
                Mark::Inner(_) => return index,
            }
        }
        0
    }

    /// How many inner frames of a location are gone, wherever it stands.
    pub(crate) fn inner_dropped(&self, location: u32) -> usize {
        match self.marks[location as usize] {
            Mark::Inner(count) => count,
            Mark::Kept | Mark::Whole => 0,
        }
    }
}

/// The name without its C++ argument list, as pprof matches it.
fn simplified(name: &str) -> &str {
    let name = name.strip_prefix('.').unwrap_or(name);
    let reserved = ["(anonymous namespace)", "operator()"];
    let mut at = 0;
    while at < name.len() {
        let rest = &name[at..];
        if let Some(word) = reserved.iter().find(|word| rest.starts_with(*word)) {
            at += word.len();
        } else if rest.starts_with('(') {
            return &name[..at];
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a stack of locations (innermost first), each a list of names.
    fn left(drop_frames: &str, keep_frames: &str, stack: &[&[&str]]) -> String {
        let names: Vec<&str> = stack.concat();
        let mut next = 0u32;
        let lists: Vec<Vec<u32>> = stack
            .iter()
            .map(|location| {
                location
                    .iter()
                    .map(|_| {
                        next += 1;
                        next - 1
                    })
                    .collect()
            })
            .collect();
        let locations = lists.iter().map(Vec::as_slice);
        let Some(pruning) = Pruning::new(drop_frames, keep_frames, locations, |frame| names[frame as usize]) else {
            return "unread".to_owned();
        };
        let ids: Vec<u32> = (0..stack.len() as u32).collect();
        let kept = &ids[pruning.first_kept(&ids)..];
        let frames: Vec<&str> =
            kept.iter().flat_map(|id| &stack[*id as usize][pruning.inner_dropped(*id)..]).copied().collect();
        frames.join(" ")
    }

    #[test]
    fn a_match_takes_everything_below_it() {
        assert_eq!(left("malloc|new", "", &[&["sys"], &["malloc"], &["f"], &["main"]]), "f main");
        assert_eq!(left("malloc|new", "malloc", &[&["sys"], &["malloc"], &["f"]]), "sys malloc f");
        assert_eq!(left("m.*c", "", &[&["in"], &["malloc", "f"], &["main"]]), "f main");
        assert_eq!(left("main", "", &[&["f"], &["main"]]), "f main", "nothing would be left");
        assert_eq!(left("operator\\(\\) x", "", &[&["operator() x(int)"], &["main"]]), "main");
        assert_eq!(left("(?i)x", "", &[&["f"]]), "unread");
    }
}
