//! `heaplint init`: a settings file with every key, commented out, and what to do next.

use super::show::print;
use super::{CliError, ExitStatus};
use crate::config::{FILE_NAME, starter};
use crate::edge::{Nearest, create, shown};
use std::path::Path;

const NEXT: &str = "
next
  heaplint check ./...            what there is to find
  heaplint check --preset essential ./...
                                  the same, with what is sure by itself alone
  heaplint config show .          what holds here, and who says so
  heaplint profile summary heap.pb.gz -o heaplint.profile
                                  costs for hooks and CI, as a text that is committed
  heaplint check --add-ignores --reason 'from before heaplint'
                                  let stand what is there, and hear only of what is new
docs/settings.md explains every key.
";

/// Writes it into the working directory. An existing one is left as it is.
pub(super) fn init(working_directory: &Path) -> Result<ExitStatus, CliError> {
    let above = working_directory.parent().and_then(|parent| match working_directory.join(".git").exists() {
        true => None,
        false => Nearest::new(FILE_NAME).of(parent),
    });
    let path = working_directory.join(FILE_NAME);
    create(&path, FILE_NAME, starter().as_bytes()).map_err(|problem| CliError::Other {
        message: problem.to_string(),
        help: "edit it, or remove it first; heaplint config show says what it comes to".into(),
    })?;
    let stands_for = above.map(|above| {
        format!(
            "It holds in the place of {} for what lies here and below; extend = \"...\" puts it on top instead.\n",
            shown(&above, working_directory)
        )
    });
    let wrote = format!("wrote {FILE_NAME}: every key with an example, commented out\n");
    print(&format!("{wrote}{}{NEXT}", stands_for.unwrap_or_default()))?;
    Ok(ExitStatus::Clean)
}
