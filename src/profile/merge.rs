//! Several profiles as one, and the difference of two.
//!
//! The caller says why adding is right; two dumps of one growing process are refused, whatever it says. Samples merge by
//! stack, object size and period, so that sampled counts stay true where periods differ. Headers follow pprof
//! (profile/merge.go, `combineHeaders`).

use super::growing::Cumulative;
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
        "profiles {earlier} and {later} are dumps of one growing process ({common} stacks in common, {grown} grew, none \
         shrank): adding them counts everything in profile {earlier} twice; take only {later}, or subtract {earlier} \
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
        let counts_from_start = profile.duration_nanos == 0 && !profile.heap_pairs.is_empty();
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
    merged
}

fn names(types: &[SampleType]) -> String {
    let names: Vec<String> = types.iter().map(|known| format!("{}/{}", known.kind, known.unit)).collect();
    names.join(" ")
}
