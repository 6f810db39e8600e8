//! Starting another program and reading what it writes, and the folder for files that do not outlive the run.
//!
//! Nothing is started unless the caller was asked to by name. The environment is handed on but for what the caller withholds;
//! standard input is closed, so that no program waits for a person.

use super::read::read;
use crate::model::Problem;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The most that is read of what a program writes.
const MAX_OUTPUT_BYTES: u64 = 64 << 20;

/// What became of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// Whether it says that it did what it was asked.
    pub success: bool,
    /// What it wrote to standard output.
    pub output: Vec<u8>,
    /// What it wrote to standard error.
    pub errors: Vec<u8>,
}

/// Why a program did not run.
#[derive(Debug)]
pub enum RunError {
    /// It could not be started.
    Start(io::Error),
    /// What it wrote could not be kept or read.
    Output(Problem),
}

/// What a program is given besides its arguments.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Given<'g> {
    /// Variables that it does not see.
    pub(super) withheld: &'g [&'g str],
    /// Variables that it sees instead of the user's.
    pub(super) set: &'g [(&'g str, OsString)],
    /// What it reads from standard input; `None` closes that.
    pub(super) input: Option<&'g [u8]>,
}

/// Runs `program`, found as the shell finds it, in `folder` and waits for its end. What it writes goes through files in
/// `scratch`, so that it takes no memory until its size is known. It does not see the variables `withheld`.
pub fn run_program(
    program: &str,
    arguments: &[OsString],
    withheld: &[&str],
    folder: &Path,
    scratch: &Scratch,
) -> Result<Finished, RunError> {
    let given = Given { withheld, ..Given::default() };
    run_program_with(program, arguments, &given, folder, scratch)
}

/// As [`run_program`].
pub(super) fn run_program_with(
    program: &str,
    arguments: &[OsString],
    given: &Given,
    folder: &Path,
    scratch: &Scratch,
) -> Result<Finished, RunError> {
    let (output, errors) = (scratch.path.join("output"), scratch.path.join("errors"));
    let create = |path: &Path| File::create(path).map_err(RunError::Start);
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for variable in given.withheld {
        command.env_remove(variable);
    }
    command.envs(given.set.iter().map(|(name, value)| (name, value)));
    if let Some(input) = given.input {
        let path = scratch.path.join("input");
        fs::write(&path, input).map_err(RunError::Start)?;
        command.stdin(File::open(&path).map_err(RunError::Start)?);
    }
    command.stdout(create(&output)?).stderr(create(&errors)?);
    let status = command.status().map_err(RunError::Start)?;
    let written = |path: &Path| read(path, "what the program wrote", MAX_OUTPUT_BYTES).map_err(RunError::Output);
    Ok(Finished { success: status.success(), output: written(&output)?, errors: written(&errors)? })
}

/// A folder of this run alone, removed with everything in it when it is dropped.
#[derive(Debug)]
pub struct Scratch {
    /// Where it is.
    pub path: PathBuf,
}

impl Scratch {
    /// A new, empty folder where the system keeps temporary files. Other users cannot look into it: what programs write
    /// there quotes the source, and a run that is interrupted leaves it behind.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new() -> io::Result<Scratch> {
        let parent = std::env::temp_dir();
        let mut number = 0;
        loop {
            let path = parent.join(format!("heaplint-{}-{number}", std::process::id()));
            match private_folder().create(&path) {
                Ok(()) => return Ok(Scratch { path }),
                // Left by a run that was killed, or laid there by someone: never used.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => number += 1,
                Err(error) => return Err(error),
            }
        }
    }
}

fn private_folder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "folders of the user's own are private on Windows"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A file that cannot be removed now will be, with the other temporary files.
        let _ = fs::remove_dir_all(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scratch_folder_is_ones_own_and_goes() {
        let (first, second) = (Scratch::new().unwrap(), Scratch::new().unwrap());
        assert_ne!(first.path, second.path);
        fs::write(first.path.join("a"), "x").unwrap();
        let path = first.path.clone();
        drop(first);
        assert!(!path.exists() && second.path.is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn a_scratch_folder_is_closed_to_others() {
        let scratch = Scratch::new().unwrap();
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&scratch.path).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn a_program_that_is_not_there_is_no_panic() {
        let scratch = Scratch::new().unwrap();
        let outcome = run_program("heaplint-no-such-program", &[], &[], &scratch.path, &scratch);
        assert!(matches!(outcome, Err(RunError::Start(error)) if error.kind() == io::ErrorKind::NotFound));
    }
}
