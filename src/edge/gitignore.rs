//! `.gitignore` files, layered by folder. The only file that names the crate `ignore`.
//!
//! Only `.gitignore` files count, inside a git repository or not. The user's global excludes and `.git/info/exclude` do
//! not: what is committed decides, so that every machine scans the same files. A line that is no valid pattern is passed
//! over, as git does; then more is scanned, never less.

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::Path;
use std::sync::Arc;

/// The patterns that hold in one folder: its own file's and those of the folders above it.
#[derive(Clone)]
pub(super) struct Ignores(Option<Arc<Layer>>);

struct Layer {
    rules: Gitignore,
    above: Ignores,
}

impl Ignores {
    /// What holds in `folder` through the folders above it, without its own file.
    ///
    /// Looks up to the root of the repository, or, where there is none, of the module, so that a stray file in a home
    /// or temporary folder has no say.
    pub(super) fn above(folder: &Path) -> Ignores {
        let top = top_of(folder);
        let between: Vec<&Path> = folder.ancestors().skip(1).take_while(|above| above.starts_with(top)).collect();
        between.into_iter().rev().fold(Ignores(None), |ignores, above| ignores.entering(above))
    }

    /// The same with the patterns of `folder`'s own file.
    pub(super) fn entering(&self, folder: &Path) -> Ignores {
        let file = folder.join(".gitignore");
        if file.is_file() { self.with_file(folder, &file) } else { self.clone() }
    }

    fn with_file(&self, folder: &Path, file: &Path) -> Ignores {
        let mut builder = GitignoreBuilder::new(folder);
        builder.add(file);
        match builder.build() {
            Ok(rules) if !rules.is_empty() => Ignores(Some(Arc::new(Layer { rules, above: self.clone() }))),
            _ => self.clone(),
        }
    }

    /// Whether git would ignore `path`, which lies in the folder that these patterns were built for.
    pub(super) fn ignores(&self, path: &Path, is_folder: bool) -> bool {
        let mut ignores = self;
        while let Some(layer) = &ignores.0 {
            match layer.rules.matched(path, is_folder) {
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
                Match::None => ignores = &layer.above,
            }
        }
        false
    }
}

/// The root of the repository around `folder`; else of its workspace or module; else `folder` itself.
pub(super) fn top_of(folder: &Path) -> &Path {
    let holds = |names: &[&str]| folder.ancestors().find(|above| names.iter().any(|name| above.join(name).exists()));
    holds(&[".git"]).or_else(|| holds(&["go.work", "go.mod"])).unwrap_or(folder)
}
