//! Patterns of paths as `.gitignore` writes them, relative to a folder.

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::{Path, PathBuf};

/// More patterns than this in one list are refused, and longer ones: each becomes a part of one automaton.
const MOST_PATTERNS: usize = 500;
const LONGEST_PATTERN: usize = 300;

/// Patterns of one list; the last that covers a path decides, and one with `!` before it takes the path back.
#[derive(Clone, Debug)]
pub struct PathPatterns {
    folder: PathBuf,
    written: Vec<String>,
    set: Gitignore,
}

/// A pattern that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// It is no pattern.
    #[error("this is no pattern of paths: {0}")]
    Malformed(String),
    /// Nothing is in it.
    #[error("this pattern covers nothing")]
    Empty,
    /// It is too long.
    #[error("this pattern is longer than {LONGEST_PATTERN} bytes")]
    TooLong,
    /// The list is too long.
    #[error("more than {MOST_PATTERNS} patterns")]
    TooMany,
}

impl PathPatterns {
    /// Patterns relative to `folder`.
    ///
    /// # Errors
    /// The first pattern that cannot be used, by its place in the list.
    pub fn new<'p>(
        folder: &Path,
        patterns: impl IntoIterator<Item = &'p str>,
    ) -> Result<PathPatterns, (usize, PatternError)> {
        // The paths that are asked about are relative already.
        let mut builder = GitignoreBuilder::new("");
        let mut last = 0;
        let mut written = Vec::new();
        for (at, pattern) in patterns.into_iter().enumerate() {
            written.push(pattern.to_owned());
            last = at;
            let refused = match () {
                () if at >= MOST_PATTERNS => Some(PatternError::TooMany),
                () if pattern.len() > LONGEST_PATTERN => Some(PatternError::TooLong),
                () if pattern.trim().is_empty() || pattern.starts_with('#') => Some(PatternError::Empty),
                () => builder.add_line(None, pattern).err().map(|error| PatternError::Malformed(error.to_string())),
            };
            if let Some(refused) = refused {
                return Err((at, refused));
            }
        }
        let set = builder.build().map_err(|error| (last, PatternError::Malformed(error.to_string())))?;
        Ok(PathPatterns { folder: folder.to_owned(), written, set })
    }

    /// As a list of TOML.
    pub fn told(&self) -> String {
        format!("{:?}", self.written)
    }

    /// Whether they cover the file at this absolute path, by its own name or that of a folder that it lies in.
    pub fn cover(&self, path: &Path) -> bool {
        let inside = || path.strip_prefix(&self.folder).ok();
        !self.set.is_empty()
            && inside().is_some_and(|inside| self.set.matched_path_or_any_parents(inside, false).is_ignore())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_gitignore_from_the_folder_of_the_file_on() {
        let patterns = ["third_party/", "*.pb.go", "/top.go", "internal/**/gen/*.go", "a/*", "!a/kept.go"];
        let patterns = PathPatterns::new(Path::new("/m"), patterns).unwrap();
        let covered = [
            "/m/third_party/x/y.go",
            "/m/deep/third_party/y.go",
            "/m/x/y.pb.go",
            "/m/top.go",
            "/m/internal/x/y/gen/a.go",
            "/m/a/b.go",
        ];
        for path in covered {
            assert!(patterns.cover(Path::new(path)), "{path}");
        }
        for path in ["/m/x/top.go", "/m/third_party.go", "/m/internal/gen.go", "/n/y.pb.go", "/m/a/kept.go", "/m", "/"]
        {
            assert!(!patterns.cover(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_named_by_its_place() {
        let refused = |patterns: &[&str]| PathPatterns::new(Path::new("/m"), patterns.iter().copied()).unwrap_err();
        assert_eq!(refused(&["a", " "]), (1, PatternError::Empty));
        assert!(matches!(refused(&["a", "b", "x{a"]), (2, PatternError::Malformed(_))));
        assert_eq!(refused(&[&"x".repeat(301)]), (0, PatternError::TooLong));
        assert_eq!(refused(&vec!["x"; 501]), (500, PatternError::TooMany));
        assert!(!PathPatterns::new(Path::new("/m"), []).unwrap().cover(Path::new("/m/a.go")));
    }
}
