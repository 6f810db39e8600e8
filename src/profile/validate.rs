//! What a readable profile lacks to be useful, each lack with its own way out.
//!
//! Broken ids, lengths and value counts never get this far: the decoder refuses them with their offset.

use super::summary::Lacks;
use super::table::Profile;

/// Something that a profile lacks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// There is not one sample.
    #[error(
        "the profile holds no samples: the program did nothing that was sampled; run it longer, or sample its heap more \
         often with GODEBUG=memprofilerate=4096"
    )]
    NoSamples,
    /// All values are zero.
    #[error(
        "all {samples} samples of the profile are zero: no garbage collection had finished when it was taken; fetch it \
         with `?gc=1`, or call runtime.GC() before writing it"
    )]
    AllZero {
        /// How many samples there are.
        samples: usize,
    },
    /// Addresses without functions.
    #[error(
        "{nameless} of the profile's stack frames have no function name; name them with the binary that wrote it: \
         `go tool pprof -proto BINARY PROFILE > symbolised.pb.gz`"
    )]
    NotSymbolised {
        /// Locations without a function.
        nameless: usize,
    },
    /// Functions without lines.
    #[error(
        "{frames} of the profile's stack frames have no line number; add lines with the binary that wrote it: \
         `go tool pprof -proto BINARY PROFILE > symbolised.pb.gz`"
    )]
    NoLines {
        /// Frames with a function and without a line.
        frames: usize,
    },
    /// Functions without files.
    #[error("{functions} functions of the profile have no file name; their costs cannot be placed")]
    NoFiles {
        /// How many.
        functions: usize,
    },
    /// A heap profile without a period.
    #[error("the profile does not say how often it was sampled; its values are taken as exact")]
    NoPeriod,
    /// Labels that were not kept.
    #[error("{labels} labels other than `bytes` were read past; samples that differ only in labels are summed")]
    LabelsIgnored {
        /// How many.
        labels: usize,
    },
    /// Lines that cannot be.
    #[error("{lines} line numbers of the profile are out of range and count as unknown")]
    AbsurdLines {
        /// How many.
        lines: usize,
    },
    /// A pattern that was not understood.
    #[error(
        "the profile asks to drop frames by a pattern that is not understood, so none were dropped; apply it with \
         `go tool pprof -proto PROFILE > pruned.pb.gz`"
    )]
    DropFramesNotApplied,
}

/// Everything that `profile` lacks, the gravest first. An empty list is the normal answer.
pub fn validate(profile: &Profile) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let (samples, lacks) = (profile.taken_samples(), Lacks::of(profile));
    if samples == 0 {
        warnings.push(Warning::NoSamples);
    } else if !profile.heap_pairs.is_empty()
        && (0..profile.samples.len()).all(|index| profile.values(index).iter().all(|value| *value == 0))
    {
        warnings.push(Warning::AllZero { samples });
    }
    if lacks.nameless > 0 {
        warnings.push(Warning::NotSymbolised { nameless: lacks.nameless });
    }
    if lacks.lineless > 0 {
        warnings.push(Warning::NoLines { frames: lacks.lineless });
    }
    if lacks.fileless > 0 {
        warnings.push(Warning::NoFiles { functions: lacks.fileless });
    }
    if !profile.heap_pairs.is_empty() && profile.period <= 0 {
        warnings.push(Warning::NoPeriod);
    }
    if lacks.labels > 0 {
        warnings.push(Warning::LabelsIgnored { labels: lacks.labels });
    }
    if lacks.absurd_lines > 0 {
        warnings.push(Warning::AbsurdLines { lines: lacks.absurd_lines });
    }
    if lacks.unapplied_drop_frames > 0 {
        warnings.push(Warning::DropFramesNotApplied);
    }
    warnings
}
