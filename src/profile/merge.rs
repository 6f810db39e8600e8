//! Several profiles as one, and the difference of two.
//!
//! The caller says why adding is right; two dumps of one growing process are refused, whatever it says. Samples merge
//! by stack, object size and period, so that sampled counts stay true where periods differ. Headers follow pprof
//! (profile/merge.go, `combineHeaders`).

use super::growing::Cumulative;
use super::sample_types::{Kind, kind};
use super::summary::Summarised;
use super::table::{Profile, Sample, Tables};
use crate::model::SampleType;
use std::collections::HashMap;

/// Why profiles may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Additive {
    /// Windows of one process, each taken with `?seconds=N`.
    Delta,
    /// Different processes: replicas, test binaries, runs.
    Shards,
}

/// Why profiles cannot be added. Numbers are positions in the list that was given, from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// The list is empty.
    #[error("no profiles to merge; give at least one")]
    Nothing,
    /// The columns differ.
    #[error(
        "profiles 0 and {index} measure different things ({} and {}); merge only profiles of one kind",
        names(.first), names(.other)
    )]
    Incompatible {
        /// Which profile differs from the first.
        index: usize,
        /// What the first one measures, the period last.
        first: Vec<SampleType>,
        /// What the other one measures.
        other: Vec<SampleType>,
    },
    /// A cumulative profile was called a window.
    #[error(
        "profile {index} is not a window of time but counts from the start of its process; fetch windows with \
         `?seconds=N`, or subtract an earlier dump of the same process"
    )]
    NotDelta {
        /// Which one.
        index: usize,
    },
    /// The same process twice.
    #[error(
        "profiles {earlier} and {later} are dumps of one growing process ({common} stacks in common, {grown} grew, \
         none shrank): adding them counts everything in profile {earlier} twice; take only {later}, or subtract {earlier} \
         from it"
    )]
    Growing {
        /// The earlier dump.
        earlier: usize,
        /// The later dump.
        later: usize,
        /// Buckets that both hold.
        common: usize,
        /// Buckets that grew.
        grown: usize,
    },
}

/// Adds profiles up. Samples whose values are all zero are left out, as pprof does.
pub fn merge(profiles: &[&Profile], additive: Additive) -> Result<Profile, MergeError> {
    let Some(first) = profiles.first() else {
        return Err(MergeError::Nothing);
    };
    for (index, profile) in profiles.iter().enumerate() {
        check_compatible(first, index, profile)?;
        let counts_from_start = profile.duration_nanos == 0 && kind(profile) != Kind::Cpu;
        if additive == Additive::Delta && profiles.len() > 1 && counts_from_start {
            return Err(MergeError::NotDelta { index });
        }
    }
    refuse_growing(profiles)?;
    let mut merged = combined_header(profiles);
    let mut sum = Sum::default();
    for profile in profiles {
        sum.add(&mut merged, profile, 1);
    }
    Ok(sum.finish(merged))
}

/// What `later` holds beyond `earlier`, a dump of the same process. Freed memory shows as negative in-use values.
pub fn subtract(later: &Profile, earlier: &Profile) -> Result<Profile, MergeError> {
    check_compatible(later, 1, earlier)?;
    let mut header = combined_header(&[later]);
    header.duration_nanos = later.time_nanos.saturating_sub(earlier.time_nanos);
    let mut sum = Sum::default();
    sum.add(&mut header, later, 1);
    sum.add(&mut header, earlier, -1);
    Ok(sum.finish(header))
}

/// Samples by stack, size and period.
#[derive(Default)]
struct Sum {
    tables: Tables,
    known: HashMap<(u32, u64, i64), usize>,
}

impl Sum {
    fn add(&mut self, into: &mut Profile, profile: &Profile, sign: i64) {
        let stacks = self.tables.absorb(profile);
        let zeros = (vec![0; into.sample_types.len()], vec![0; into.heap_pairs.len()]);
        for (index, sample) in profile.samples.iter().enumerate() {
            let key = (stacks[sample.stack as usize], sample.size, sample.period);
            let place = *self.known.entry(key).or_insert_with(|| {
                into.push_counted(Sample { stack: key.0, ..*sample }, &zeros.0, &zeros.1);
                into.samples.len() - 1
            });
            into.add_to(place, profile, index, sign);
        }
    }

    fn finish(self, mut merged: Profile) -> Profile {
        self.tables.finish(&mut merged);
        merged.without_zero_samples()
    }
}

fn refuse_growing(profiles: &[&Profile]) -> Result<(), MergeError> {
    if profiles.len() < 2 {
        return Ok(());
    }
    let mut tables = Tables::default();
    let cumulative: Vec<Option<Cumulative<'_>>> =
        profiles.iter().map(|profile| Cumulative::new(profile, &mut tables)).collect();
    for (index, first) in cumulative.iter().enumerate() {
        for (other, second) in cumulative.iter().enumerate().skip(index + 1) {
            let (Some(first), Some(second)) = (first, second) else { continue };
            if let Some(evidence) = Cumulative::growing(first, second) {
                let (earlier, later) = if evidence.second_is_later { (index, other) } else { (other, index) };
                let (common, grown) = (evidence.common, evidence.grown);
                return Err(MergeError::Growing { earlier, later, common, grown });
            }
        }
    }
    Ok(())
}

fn check_compatible(first: &Profile, index: usize, other: &Profile) -> Result<(), MergeError> {
    if first.sample_types == other.sample_types && first.period_type == other.period_type {
        return Ok(());
    }
    let told = |profile: &Profile| profile.sample_types.iter().chain(&profile.period_type).cloned().collect();
    Err(MergeError::Incompatible { index, first: told(first), other: told(other) })
}

/// Everything but the samples. The first non-zero time counts, the longest period, every comment once.
fn combined_header(profiles: &[&Profile]) -> Profile {
    let mut merged = Profile {
        sample_types: profiles[0].sample_types.clone(),
        period_type: profiles[0].period_type.clone(),
        heap_pairs: profiles[0].heap_pairs.clone(),
        ..Profile::default()
    };
    for profile in profiles {
        merged.default_sample_type = merged.default_sample_type.or(profile.default_sample_type);
        merged.period = merged.period.max(profile.period);
        merged.duration_nanos = merged.duration_nanos.saturating_add(profile.duration_nanos);
        if profile.time_nanos != 0 && (merged.time_nanos == 0 || profile.time_nanos < merged.time_nanos) {
            merged.time_nanos = profile.time_nanos;
        }
        for comment in &profile.comments {
            if !merged.comments.contains(comment) {
                merged.comments.push(comment.clone());
            }
        }
        for mapping in &profile.mappings {
            if !merged.mappings.contains(mapping) {
                merged.mappings.push(mapping.clone());
            }
        }
        merged.skipped.add(&profile.skipped);
    }
    if profiles.iter().any(|profile| profile.summary.is_some()) {
        let mut known = profiles.iter().map(|profile| Summarised::of(profile));
        let first = known.next();
        merged.summary = first.map(|first| {
            known.fold(first, |mut all, more| {
                all.join(&more);
                all
            })
        });
    }
    merged
}

fn names(types: &[SampleType]) -> String {
    let names: Vec<String> = types.iter().map(|known| format!("{}/{}", known.kind, known.unit)).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Limits, growing, read};

    /// A cumulative profile at rate 1: one sample per number of 16-byte objects, the n-th of function `main.Fn`.
    fn dump(counts: &[i64]) -> Profile {
        let mut text = "heap profile: 0: 0 [0: 0] @ heap/2\n".to_owned();
        for (index, count) in counts.iter().enumerate() {
            text += &format!("0: 0 [{count}: {}] @ 0x1\n#\t0x1\tmain.F{index}+0x1\t/m/f.go:{index}\n\n", count * 16);
        }
        read(text.as_bytes(), &Limits::STANDARD).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn only_dumps_that_never_shrink_are_of_one_process() {
        let first = dump(&[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        for (other, grown) in [
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9][..], Some(0)),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 10, 11], Some(1)),
            (&[9, 9, 9, 9, 9, 9, 9, 9, 9], Some(8)),
            (&[9, 9, 9, 9, 4, 9, 9, 9, 9], None),
            (&[9, 9, 9, 9, 9, 9, 9, 9, 8], None),
        ] {
            let found = growing(&first, &dump(other));
            assert_eq!(found.map(|evidence| evidence.grown), grown, "{other:?}");
            assert_eq!(found.is_some_and(|evidence| evidence.second_is_later), grown.is_some(), "{other:?}");
        }
        assert_eq!(growing(&dump(&[1, 2]), &dump(&[2, 3])), None, "too few to tell");
    }

    #[test]
    fn refusals_say_which_profile_to_take() {
        let (early, late) = (dump(&[1, 2, 3, 4, 5, 6, 7, 8]), dump(&[2, 2, 3, 4, 5, 6, 7, 9]));
        let told =
            |outcome: Result<Profile, MergeError>| outcome.err().map_or_else(String::new, |error| error.to_string());
        let growing = told(merge(&[&late, &early], Additive::Shards));
        assert!(growing.contains("take only 0, or subtract 1 from it"), "{growing}");
        assert!(growing.contains("8 stacks in common, 2 grew"), "{growing}");
        assert!(told(merge(&[], Additive::Shards)).contains("no profiles"));
        assert!(told(merge(&[&early, &late], Additive::Delta)).contains("`?seconds=N`"));
        let mut other = dump(&[1]);
        other.period_type = None;
        assert!(told(merge(&[&early, &other], Additive::Shards)).contains("profiles 0 and 1 measure different things"));
    }

    #[test]
    fn shards_add_up_and_subtraction_undoes_it() {
        let (left, right) = (dump(&[5, 0, 7]), dump(&[1, 4]));
        let both = merge(&[&left, &right], Additive::Shards).unwrap_or_else(|error| panic!("{error}"));
        let objects: Vec<i64> = (0..both.samples.len()).map(|index| both.values(index)[0]).collect();
        assert_eq!(objects, [6, 7, 4], "in the order in which stacks are met, without zeros");
        assert_eq!(both.sampled(0, 1), Some(6));
        let back = subtract(&both, &right).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((back.samples.len(), back.total(0)), (2, 12));
    }
}
