//! Growth ladders: sizes that follow one another as Go's slices and buffers grow (64, 128, 256, ...).
//!
//! A slice that outgrows its array is copied into a larger one, so each size of the ladder is allocated by all that grew
//! at least so far. What the next size up did not ask for again had reached its end: that gives the distribution of final sizes,
//! and with it the room that would have been enough. Growth doubles up to 256 elements and then slows down to a
//! quarter (runtime/slice.go, `nextslicecap`).

use crate::model::{Ladder, Rung, SizeCost};

/// Fewer sizes than this are no ladder.
const FEWEST_RUNGS: usize = 3;
/// A rung needs this many samples: one alone may be anything.
const FEWEST_SAMPLES: u64 = 2;
/// From one size to the next. The classes round 1.25 down to 1.1; one rung that was not sampled makes 2 into 4.
const STEP: (f64, f64) = (1.08, 4.1);

/// The ladder that these sizes form, smallest first. `sizes` must be those of constructs that grow.
pub fn ladder(sizes: &[SizeCost]) -> Option<Ladder> {
    let rungs: Vec<&SizeCost> =
        sizes.iter().filter(|cost| cost.size > 0 && cost.objects > 0 && cost.samples >= FEWEST_SAMPLES).collect();
    let step = |pair: &[&SizeCost]| pair[1].size as f64 / pair[0].size as f64;
    let steps_fit = rungs.windows(2).all(|pair| (STEP.0..=STEP.1).contains(&step(pair)));
    if rungs.len() < FEWEST_RUNGS || !steps_fit {
        return None;
    }
    let follows = rungs.windows(2).all(|pair| pair[1].objects as f64 <= pair[0].objects as f64 + slack(pair));
    let rung = |index: usize| {
        let larger = rungs.get(index + 1).map_or(0, |next| next.objects);
        let SizeCost { size, objects, .. } = *rungs[index];
        Rung { size, objects, final_objects: (objects - larger).max(0) }
    };
    let rungs: Vec<Rung> = (0..rungs.len()).map(rung).collect();
    let outgrown = follows.then(|| outgrown(&rungs));
    let room = follows.then(|| room(&rungs)).flatten();
    Some(Ladder { rungs, outgrown, room })
}

/// Two standard errors of the difference between two neighbours. Their relative error is at most 1/sqrt(samples).
fn slack(pair: &[&SizeCost]) -> f64 {
    let variance = |cost: &SizeCost| (cost.objects as f64).powi(2) / cost.samples as f64;
    2.0 * (variance(pair[0]) + variance(pair[1])).sqrt()
}

/// Bytes of objects that grew further.
fn outgrown(rungs: &[Rung]) -> i64 {
    let bytes =
        |rung: &Rung| (rung.objects - rung.final_objects).saturating_mul(i64::try_from(rung.size).unwrap_or(i64::MAX));
    rungs.iter().map(bytes).fold(0, i64::saturating_add)
}

/// The smallest size that nine in ten ended at or below.
fn room(rungs: &[Rung]) -> Option<u64> {
    let all: i64 = rungs.iter().map(|rung| rung.final_objects).fold(0, i64::saturating_add);
    let mut ended = 0i64;
    rungs.iter().find_map(|rung| {
        ended = ended.saturating_add(rung.final_objects);
        (all > 0 && ended as f64 >= 0.9 * all as f64).then_some(rung.size)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn sizes(of: &[(u64, i64, u64)]) -> Vec<SizeCost> {
        let cost = |(size, objects, samples): &(u64, i64, u64)| SizeCost {
            size: *size,
            objects: *objects,
            bytes: *objects * *size as i64,
            samples: *samples,
        };
        of.iter().map(cost).collect()
    }

    #[test]
    fn doubling_sizes_give_the_room_to_reserve_and_what_was_outgrown() {
        // 100 slices of 8-byte elements: 10 end at 64 bytes, 80 at 128, 10 at 256.
        let ladder = ladder(&sizes(&[(64, 100, 100), (128, 90, 90), (256, 10, 10)])).unwrap();
        let ended: Vec<i64> = ladder.rungs.iter().map(|rung| rung.final_objects).collect();
        assert_eq!(ended, [10, 80, 10]);
        assert_eq!(ladder.outgrown, Some(90 * 64 + 10 * 128));
        assert_eq!(ladder.room, Some(128));
    }

    #[test]
    fn two_sizes_and_sizes_far_apart_are_no_ladder() {
        assert_eq!(ladder(&sizes(&[(64, 100, 100), (128, 90, 90)])), None);
        assert_eq!(ladder(&sizes(&[(64, 100, 100), (128, 90, 90), (8192, 10, 10)])), None);
        assert_eq!(ladder(&[]), None);
    }

    #[test]
    fn a_size_that_was_sampled_once_is_no_rung() {
        assert_eq!(ladder(&sizes(&[(64, 100, 1), (128, 90, 90), (256, 10, 10)])), None);
    }

    #[test]
    fn what_starts_in_the_middle_is_a_ladder_that_promises_nothing() {
        let ladder = ladder(&sizes(&[(64, 100, 100), (128, 900, 900), (256, 10, 10)])).unwrap();
        assert_eq!((ladder.outgrown, ladder.room), (None, None));
    }
}
