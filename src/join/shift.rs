//! By how many lines each sampled line of a function has moved: the most probable course of shifts from the function's first
//! line, whose place is known then and now, to the next function's.
//!
//! A hidden Markov model. The state is the shift; between two sampled lines it may change, the likelier the more lines lie between
//! them and the more the rest of the file has changed; each line bears witness by what today's line can be charged with. A line that
//! was rewritten bears none. What comes out is a probability for each line's place, so that one shift is taken only where no other
//! will do.

use super::lines::{Bears, Borne};
use std::sync::Arc;

/// A stretch of the old file whose end points are known, with what was sampled in it.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// The function's first line, then and now; `None` where the profile does not say.
    pub(super) start: Option<(u32, u32)>,
    /// The first line of the next function, then and now, where it is known and still follows.
    pub(super) end: Option<(u32, u32)>,
    /// The sampled lines, and the lines where literals start, ascending.
    pub(super) items: Vec<Item>,
    /// How often a line is followed by lines that were added or deleted.
    pub(super) change_rate: f64,
    /// Of a function whose start is not known, how probable it is that it has moved at all.
    pub(super) moved: f64,
}

/// One line that the profile knows.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The line then.
    pub(super) line: u32,
    /// How well each line of today's function bears it; lines of which the same is known share it.
    pub(super) borne: Arc<Borne>,
}

/// Where an item stands today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stand {
    /// The line.
    pub(super) line: u32,
    /// How probable it is that it stands there, unchanged.
    pub(super) probability: f64,
}

/// Shifts that differ from the known ones by more are not looked at.
const REACH: i64 = 120;
/// How fast the probability of a change falls with its number of lines.
const STEP: f64 = 0.75;
/// How many lines are rewritten for each place where lines were added or deleted: few in a stretch that is as long as it was, for
/// edits come in clusters.
const REWRITTEN: f64 = 4.0;
const REWRITTEN_AT_EQUAL_LENGTH: f64 = 1.0;

impl Stretch {
    /// A stretch without items.
    pub(super) fn of_nothing() -> Stretch {
        Stretch { start: None, end: None, items: Vec::new(), change_rate: 0.0, moved: 0.0 }
    }

    /// Where each item stands, parallel to the items; `None` where no shift will do.
    pub(super) fn stands(&self) -> Vec<Option<Stand>> {
        let shifts = self.shifts();
        let factor = if self.is_as_long_as_it_was() { REWRITTEN_AT_EQUAL_LENGTH } else { REWRITTEN };
        let rewritten = (self.change_rate * factor).clamp(1e-5, 0.2);
        let kernel = Kernel::new(&shifts, self.end.map(shift_of));
        // Forward: what the lines up to here say of each shift. Backward: what the lines behind it and the end say.
        let mut state = self.first(&shifts);
        let mut at = self.start.map(|(then, _)| then);
        let mut forward = Vec::with_capacity(self.items.len());
        for item in &self.items {
            let gap = at.map_or(0, |at| item.line.saturating_sub(at));
            at = Some(item.line);
            state = kernel.step(&state, self.change_in(gap));
            weigh(&mut state, item, &shifts, rewritten);
            forward.push(state.clone());
        }
        let mut state = match self.end {
            Some(end) => shifts.iter().map(|shift| f64::from(*shift == shift_of(end))).collect(),
            None => vec![1.0; shifts.len()],
        };
        let mut at = self.end.map(|(then, _)| then);
        let mut stands = vec![None; self.items.len()];
        for (index, item) in self.items.iter().enumerate().rev() {
            let gap = at.map_or(0, |at| at.saturating_sub(item.line));
            at = Some(item.line);
            state = kernel.back(&state, self.change_in(gap));
            stands[index] = item.stand(&forward[index], &state, &shifts, rewritten);
            weigh(&mut state, item, &shifts, rewritten);
        }
        stands
    }

    /// Whether as many lines stand between its ends as did then.
    pub(super) fn is_as_long_as_it_was(&self) -> bool {
        self.start.zip(self.end).is_some_and(|(start, end)| shift_of(start) == shift_of(end))
    }

    /// Every shift that is looked at, ascending.
    fn shifts(&self) -> Vec<i64> {
        let known: Vec<i64> = match (self.start, self.end) {
            (None, None) => vec![0],
            (start, end) => start.into_iter().chain(end).map(shift_of).collect(),
        };
        let mut shifts: Vec<i64> = known.iter().flat_map(|shift| shift - REACH..=shift + REACH).collect();
        shifts.sort_unstable();
        shifts.dedup();
        shifts
    }

    /// What is known of the shift before the first item.
    fn first(&self, shifts: &[i64]) -> Vec<f64> {
        let (shift, other) = match self.start {
            Some(start) => (shift_of(start), 0.0),
            None => (self.end.map_or(0, shift_of), self.moved),
        };
        let spread = other / shifts.len() as f64;
        shifts.iter().map(|known| if *known == shift { 1.0 - other + spread } else { spread }).collect()
    }

    fn change_in(&self, gap: u32) -> f64 {
        1.0 - (1.0 - self.change_rate.clamp(1e-7, 0.2)).powi(gap.min(10_000) as i32)
    }
}

impl Item {
    /// How much likelier the item's line is this one than any other; nothing outside the function.
    fn weight(&self, shift: i64) -> f64 {
        self.bears(shift).map_or(0.0, |bears| self.borne.weight(bears))
    }

    fn bears(&self, shift: i64) -> Option<Bears> {
        self.borne.at(u32::try_from(i64::from(self.line) + shift).ok()?)
    }

    fn stand(&self, forward: &[f64], back: &[f64], shifts: &[i64], rewritten: f64) -> Option<Stand> {
        let joint: Vec<f64> = forward.iter().zip(back).map(|(forward, back)| forward * back).collect();
        let all: f64 = joint.iter().sum();
        let (best, most) = joint.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
        if all <= 0.0 {
            return None;
        }
        let kept = (1.0 - rewritten) * self.weight(shifts[best]);
        let line = u32::try_from(i64::from(self.line) + shifts[best]).ok()?;
        let probability = most / all * kept / (kept + rewritten);
        (kept > 0.0).then_some(Stand { line, probability })
    }
}

fn shift_of((then, now): (u32, u32)) -> i64 {
    i64::from(now) - i64::from(then)
}

/// Lets an item bear witness; the numbers stay near one.
fn weigh(state: &mut [f64], item: &Item, shifts: &[i64], rewritten: f64) {
    for (probability, shift) in state.iter_mut().zip(shifts) {
        *probability *= (1.0 - rewritten) * item.weight(*shift) + rewritten;
    }
    let sum: f64 = state.iter().sum();
    if sum > 0.0 {
        state.iter_mut().for_each(|probability| *probability /= sum);
    }
}

/// How shifts change, when they do: by few lines rather than by many, or to what holds at the end.
struct Kernel {
    /// Index of the shift that holds at the end.
    end: Option<usize>,
}

impl Kernel {
    const TO_END: f64 = 0.3;
    const NEAR: f64 = 0.5;

    fn new(shifts: &[i64], end: Option<i64>) -> Kernel {
        Kernel { end: end.and_then(|end| shifts.binary_search(&end).ok()) }
    }

    /// One step forward, in which the shift changes with this probability.
    fn step(&self, state: &[f64], change: f64) -> Vec<f64> {
        let all: f64 = state.iter().sum();
        let mut next = self.spread(state, change);
        match self.end {
            Some(end) => next[end] += change * Kernel::TO_END * all,
            None => {
                for (next, state) in next.iter_mut().zip(state) {
                    *next += change * Kernel::TO_END * state;
                }
            }
        }
        next
    }

    /// The same step seen from behind it.
    fn back(&self, state: &[f64], change: f64) -> Vec<f64> {
        let mut before = self.spread(state, change);
        for (index, before) in before.iter_mut().enumerate() {
            *before += change * Kernel::TO_END * state[self.end.unwrap_or(index)];
        }
        before
    }

    /// What stays, what goes near, and what goes anywhere: the same forward and backward.
    fn spread(&self, state: &[f64], change: f64) -> Vec<f64> {
        let all: f64 = state.iter().sum();
        let anywhere = change * (1.0 - Kernel::TO_END - Kernel::NEAR) * all / state.len() as f64;
        // A geometric fall to both sides, in two passes: its sum over all distances but 0 is one.
        let (mut up, mut down) = (vec![0.0; state.len()], vec![0.0; state.len()]);
        for index in 1..state.len() {
            up[index] = STEP * (up[index - 1] + state[index - 1]);
            let mirrored = state.len() - 1 - index;
            down[mirrored] = STEP * (down[mirrored + 1] + state[mirrored + 1]);
        }
        let near = change * Kernel::NEAR * (1.0 - STEP) / (2.0 * STEP);
        state
            .iter()
            .zip(up.iter().zip(&down))
            .map(|(state, (up, down))| (1.0 - change) * state + near * (up + down) + anywhere)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::join::lines::Borne;

    /// A function of the lines 10 to 30 of today, in which these lines can be charged with an item's objects.
    fn item(line: u32, fitting: &[u32]) -> Item {
        Item { line, borne: Arc::new(Borne::starts((10, 30), fitting)) }
    }

    fn stretch(items: Vec<Item>, end: Option<(u32, u32)>, change_rate: f64) -> Stretch {
        Stretch { start: Some((10, 10)), end, items, change_rate, moved: 0.0 }
    }

    /// Where the items surely stand.
    fn sure(stretch: &Stretch) -> Vec<Option<u32>> {
        let stands = stretch.stands();
        stands.iter().map(|stand| stand.filter(|stand| stand.probability > 0.95).map(|stand| stand.line)).collect()
    }

    #[test]
    fn what_did_not_move_stays_though_the_file_changed_elsewhere() {
        let items = vec![item(12, &[12, 15]), item(15, &[12, 15])];
        assert_eq!(sure(&stretch(items, Some((40, 40)), 0.01)), [Some(12), Some(15)]);
    }

    #[test]
    fn the_line_at_which_the_shift_changes_is_found() {
        let fitting = [12, 14, 21, 25];
        let items = vec![item(12, &fitting), item(14, &fitting), item(18, &fitting), item(22, &fitting)];
        assert_eq!(
            sure(&stretch(items.clone(), Some((40, 43)), 0.01)),
            [Some(12), Some(14), Some(21), Some(25)],
            "three lines were added between the second and the third"
        );
        // Where nothing is known of the next function they may as well have been rewritten.
        assert_eq!(sure(&stretch(items, None, 0.01)), [Some(12), Some(14), None, None]);
    }

    #[test]
    fn between_two_lines_that_both_fit_none_is_taken() {
        let fitting = [18, 21];
        let stands = stretch(vec![item(18, &fitting)], Some((40, 43)), 0.01).stands();
        let probability = stands[0].expect("one is likelier").probability;
        assert!(probability < 0.9, "{probability}");
    }

    #[test]
    fn a_line_that_cannot_be_it_is_not_taken_where_the_file_has_changed() {
        let nowhere = [29];
        assert_eq!(sure(&stretch(vec![item(18, &nowhere)], Some((40, 43)), 0.02)), [None]);
        // Where nothing else has changed the model of the line is doubted, not the line.
        assert_eq!(sure(&stretch(vec![item(18, &nowhere)], Some((40, 40)), 1e-5)), [Some(18)]);
    }

    #[test]
    fn nothing_stands_outside_its_function() {
        let stands = stretch(vec![item(35, &[12])], Some((40, 40)), 0.01).stands();
        assert!(stands[0].is_none_or(|stand| (10..=30).contains(&stand.line)), "{stands:?}");
    }

    #[test]
    fn without_a_start_a_shift_is_taken_only_when_it_alone_will_do() {
        let unstarted = |items| Stretch { start: None, end: None, items, change_rate: 1e-3, moved: 0.3 };
        let (first, second) = ([14], [17]);
        assert_eq!(sure(&unstarted(vec![item(12, &first), item(15, &second)])), [Some(14), Some(17)]);
        let both = [14, 16, 18, 20, 22];
        assert_eq!(sure(&unstarted(vec![item(15, &both)])), [None]);
    }

    #[test]
    fn any_stretch_has_an_answer() {
        let far = Stretch {
            start: Some((1, 4_000_000_000)),
            end: Some((u32::MAX, 1)),
            items: vec![item(u32::MAX, &[])],
            change_rate: f64::NAN,
            moved: 2.0,
        };
        assert_eq!(far.stands().len(), 1);
        assert_eq!(Stretch::of_nothing().stands(), []);
    }
}
