//! The settings' paths to discovery's request: reads the list of files, if there is one.

use super::{CliError, Input};
use crate::edge::{MAX_SOURCE_BYTES, Request, file_list, read_stream};
use std::path::{Path, PathBuf};

/// What to discover, with the list of `--files-from` read.
pub fn request(input: &Input) -> Result<Request, CliError> {
    Ok(Request {
        paths: input.paths.clone(),
        listed: input.files_from.as_deref().map(read_list).transpose()?,
        include: input.include,
        force_exclude: input.force_exclude,
        working_directory: input.working_directory.clone(),
    })
}

fn read_list(path: &Path) -> Result<Vec<PathBuf>, CliError> {
    read_stream(path, MAX_SOURCE_BYTES).and_then(|bytes| file_list(&bytes)).map_err(CliError::FileList)
}
