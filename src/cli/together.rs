//! What options do not go together, beyond what the argument parser can say.

use super::CliError;
use super::args::{CompilerArgs, InputArgs, ProfileArgs};
use super::settings::CompilerInput;
use std::path::{Path, PathBuf};

/// Standard input has one reader.
pub(super) fn standard_input_is_read_once(
    input: &InputArgs,
    profile: &ProfileArgs,
    others: &[PathBuf],
) -> Result<(), CliError> {
    let all = profile.profiles.iter().chain(&input.files_from).chain(others);
    let readers = all.filter(|path| **path == Path::new("-")).count();
    if readers > 1 { Err(CliError::StandardInputTwice) } else { Ok(()) }
}

/// What says how to read a profile needs one, typed or from a settings file.
pub(super) fn there_is_a_profile_to_read(profile: &ProfileArgs) -> Result<(), CliError> {
    let asked = [
        ("--merge", profile.merge.is_some()),
        ("--sample-index", profile.sample_index.is_some()),
        ("--transparent", !profile.transparent.is_empty()),
        ("--profile-rev", profile.profile_rev.is_some()),
    ];
    match asked.into_iter().find(|(_, asked)| *asked && profile.profiles.is_empty()) {
        None => Ok(()),
        Some((option, _)) => Err(CliError::Other {
            message: format!("{option} says how to read a profile, and none is given"),
            help: "add --profile heap.pb.gz".into(),
        }),
    }
}

/// Where the compiler's word comes from.
pub(super) fn compiler_of(args: CompilerArgs) -> Result<CompilerInput, CliError> {
    let runs = args.compiler.iter().filter(|path| **path == Path::new("run")).count();
    match (args.compiler.len(), runs) {
        (0, _) => Ok(CompilerInput::None),
        (1, 1) => Ok(CompilerInput::Run),
        (_, 0) => Ok(CompilerInput::Files(args.compiler)),
        _ => Err(CliError::Other {
            message: "--compiler run asks for everything itself, and other output was given beside it".into(),
            help: "give --compiler run alone, or only files; a file of that name is ./run".into(),
        }),
    }
}
