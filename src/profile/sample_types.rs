//! What a profile measures, and which of its columns a user means by a name.
//!
//! Names follow pprof (profile/index.go, `SampleIndexByName`); only the default is heaplint's own.

use super::table::Profile;

/// What a profile was taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Allocations.
    Heap,
    /// Time on a processor.
    Cpu,
    /// Waiting for locks and channels, charged to who waits.
    Block,
    /// The same, charged to who held the lock.
    Mutex,
    /// Goroutines.
    Goroutine,
    /// Anything else.
    Other,
}

/// No column goes by the wanted name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleIndexError {
    /// The profile has no columns at all.
    #[error("the profile has no sample types; nothing can be ranked")]
    NoSampleTypes,
    /// The name is unknown.
    #[error("the profile has no sample type `{wanted}`{}; it has: {}", hint(.near), .known.join(", "))]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// The known name that is nearest in spelling, where one is near.
        near: Option<String>,
        /// All names, in order.
        known: Vec<String>,
    },
    /// The number is too high.
    #[error("sample type {wanted} is out of range: the profile has {count}, counted from 0")]
    OutOfRange {
        /// What was asked for.
        wanted: String,
        /// How many there are.
        count: usize,
    },
}

/// The column that `wanted` names: pprof's names, a number from 0, or `inuse_space` for an old `space` column.
/// Without a wish: `alloc_space` where there is one, else what the profile recommends, else the last, as in pprof.
pub fn sample_index(profile: &Profile, wanted: Option<&str>) -> Result<usize, SampleIndexError> {
    let known = &profile.sample_types;
    let Some(last) = known.len().checked_sub(1) else {
        return Err(SampleIndexError::NoSampleTypes);
    };
    let Some(wanted) = wanted else {
        let alloc_space = known.iter().position(|known| &*known.kind == "alloc_space");
        return Ok(alloc_space.or(profile.default_sample_type).unwrap_or(last));
    };
    if let Ok(index) = wanted.parse::<i64>() {
        let index = usize::try_from(index).ok().filter(|index| *index <= last);
        return index.ok_or(SampleIndexError::OutOfRange { wanted: wanted.to_owned(), count: known.len() });
    }
    let short = wanted.strip_prefix("inuse_").unwrap_or(wanted);
    known.iter().position(|known| &*known.kind == wanted || &*known.kind == short).ok_or_else(|| {
        let names: Vec<String> = known.iter().map(|known| known.kind.to_string()).collect();
        let near = names.iter().map(|name| (distance(wanted, name), name)).min();
        let near = near.filter(|(distance, _)| *distance <= wanted.len() / 3 + 1).map(|(_, name)| name.clone());
        SampleIndexError::Unknown { wanted: wanted.to_owned(), near, known: names }
    })
}

/// The columns of block and mutex profiles, which both call them so.
const WAITING: [&str; 2] = ["contentions", "delay"];
/// What stands before these names where both kinds of profile are told beside each other.
pub const BLOCK: &str = "block_";
/// The same for mutex profiles.
pub const MUTEX: &str = "mutex_";

/// What `profile` was taken of, by its columns; those of block and mutex profiles may have been told apart by name already.
pub fn kind(profile: &Profile) -> Kind {
    let has = |kind: &str| profile.sample_types.iter().any(|known| &*known.kind == kind);
    for (prefix, kind) in [(BLOCK, Kind::Block), (MUTEX, Kind::Mutex)] {
        if WAITING.iter().any(|column| has(&format!("{prefix}{column}"))) {
            return kind;
        }
    }
    if !profile.heap_pairs.is_empty() || has("alloc_space") || has("inuse_space") {
        Kind::Heap
    } else if has("cpu") || profile.period_type.as_ref().is_some_and(|period| &*period.kind == "cpu") {
        Kind::Cpu
    } else if WAITING.iter().any(|column| has(column)) {
        if ends_in_unlocking(profile) { Kind::Mutex } else { Kind::Block }
    } else if has("goroutine") || has("goroutines") {
        Kind::Goroutine
    } else {
        Kind::Other
    }
}

/// What tells a mutex profile from a block profile, whose columns are the same: who unlocks is charged, and unlocking never
/// waits (runtime/mprof.go, `mutexevent`).
fn ends_in_unlocking(profile: &Profile) -> bool {
    profile.samples.iter().filter_map(|sample| profile.stacks.get(sample.stack).first()).any(|leaf| {
        let name = &profile.function_of(*leaf).name;
        let last = name.rsplit('.').next().unwrap_or_default();
        last.starts_with("unlock") || last.ends_with("Unlock") || &**name == "runtime._LostContendedRuntimeLock"
    })
}

impl Kind {
    /// The kinds that are joined with source, in the order in which the ranking is left to them.
    pub const JOINED: [Kind; 4] = [Kind::Heap, Kind::Cpu, Kind::Block, Kind::Mutex];

    /// The word for messages: "a CPU profile" and so on.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Heap => "a heap profile",
            Kind::Cpu => "a CPU profile",
            Kind::Block => "a block profile",
            Kind::Mutex => "a mutex profile",
            Kind::Goroutine => "a goroutine profile",
            Kind::Other => "a profile of something else",
        }
    }
}

fn hint(near: &Option<String>) -> String {
    near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// Levenshtein's distance over bytes; both names are short because the longer one is cut.
fn distance(left: &str, right: &str) -> usize {
    let (left, right) = (&left.as_bytes()[..left.len().min(64)], &right.as_bytes()[..right.len().min(64)]);
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SampleType;

    fn profile(kinds: &[&str]) -> Profile {
        let sample_types = kinds.iter().map(|kind| SampleType { kind: (*kind).into(), unit: "".into() }).collect();
        let mut profile = Profile { sample_types, ..Profile::default() };
        profile.find_heap_pairs();
        profile
    }

    const HEAP: [&str; 4] = ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space"];

    #[test]
    fn columns_go_by_pprofs_names_and_numbers() {
        let heap = profile(&HEAP);
        let old = profile(&["objects", "space"]);
        for (profile, wanted, expected) in [
            (&heap, None, 1),
            (&heap, Some("inuse_space"), 3),
            (&heap, Some("0"), 0),
            (&old, None, 1),
            (&old, Some("inuse_objects"), 0),
        ] {
            assert_eq!(sample_index(profile, wanted), Ok(expected), "{wanted:?}");
        }
    }

    #[test]
    fn a_wrong_name_is_answered_with_the_right_ones() {
        let told = |wanted| match sample_index(&profile(&HEAP), Some(wanted)) {
            Err(error) => error.to_string(),
            Ok(index) => panic!("{wanted} is column {index}"),
        };
        let all = "it has: alloc_objects, alloc_space, inuse_objects, inuse_space";
        assert_eq!(
            told("aloc_space"),
            format!("the profile has no sample type `aloc_space`; did you mean `alloc_space`?; {all}")
        );
        assert_eq!(told("cpu"), format!("the profile has no sample type `cpu`; {all}"));
        assert_eq!(told("4"), "sample type 4 is out of range: the profile has 4, counted from 0");
        assert_eq!(told("-1"), "sample type -1 is out of range: the profile has 4, counted from 0");
    }

    #[test]
    fn kinds_are_told_apart() {
        for (columns, expected) in [
            (&HEAP[..], Kind::Heap),
            (&["objects", "space"], Kind::Heap),
            (&["samples", "cpu"], Kind::Cpu),
            (&["contentions", "delay"], Kind::Block),
            (&["goroutine"], Kind::Goroutine),
            (&["threadcreate"], Kind::Other),
            (&[], Kind::Other),
        ] {
            assert_eq!(kind(&profile(columns)), expected, "{columns:?}");
        }
    }

    #[test]
    fn a_mutex_profile_is_known_by_its_unlocking_leaves() {
        use crate::profile::table::{Frame, Function, Sample, Tables};
        for (leaf, expected) in [
            ("sync.(*Mutex).Unlock", Kind::Mutex),
            ("sync.(*RWMutex).RUnlock", Kind::Mutex),
            ("runtime.unlock2", Kind::Mutex),
            ("sync.(*Mutex).Lock", Kind::Block),
            ("runtime.chanrecv1", Kind::Block),
        ] {
            let mut profile = profile(&["contentions", "delay"]);
            let mut tables = Tables::default();
            let function = tables.function(Function { name: leaf.into(), file: "".into(), start_line: 1 });
            let frame = tables.frame(Frame { function, line: 1 });
            let stack = tables.stack(&[frame]);
            tables.finish(&mut profile);
            profile.push_scaled(Sample { stack, size: 0, period: 1 }, &[1, 1]);
            assert_eq!(kind(&profile), expected, "{leaf}");
        }
    }
}
