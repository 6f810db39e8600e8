//! `heaplint debug tree FILE`: what the queries of rules see of a file.

use super::show::print;
use super::{CliError, ExitStatus};
use crate::edge::{MAX_SOURCE_BYTES, read, shown};
use crate::go::tree_text::tree_text;
use crate::model::Source;
use std::path::Path;

/// Prints the tree. Declarations with errors are drawn too, and make the exit code 2.
pub(super) fn debug_tree(file: &Path, working_directory: &Path) -> Result<ExitStatus, CliError> {
    let name = shown(file, working_directory);
    let text = read(file, &name, MAX_SOURCE_BYTES).map_err(|problem| CliError::Other {
        message: problem.to_string(),
        help: "heaplint debug tree FILE, where FILE is a Go file".into(),
    })?;
    let tree = tree_text(&Source::new(name, text))
        .map_err(|error| CliError::Other { message: error.to_string(), help: String::new() })?;
    print(&tree.text)?;
    Ok(ExitStatus::of(0, tree.broken, false))
}
