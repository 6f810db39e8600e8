//! What became of each file and line since an older revision, as git's diff tells it.
//!
//! Plain values: who asks git is the edge, who asks this is whoever holds a line of a profile of that revision.

use std::collections::BTreeMap;

/// An older revision of the scanned source, compared with the work tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    repositories: Vec<Repository>,
}

/// One repository at that revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repository {
    /// Its folder in the work tree, with slashes and none at the end.
    pub root: String,
    /// The full name of the commit.
    pub commit: String,
    /// Every Go file that the commit holds, by its path below `root`.
    pub files: BTreeMap<String, FileThen>,
}

/// A file of the older revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileThen {
    /// Its path in the work tree, below the repository's folder; `None` where it was deleted.
    pub now: Option<String>,
    /// What changed in it, ascending and apart.
    pub hunks: Vec<Hunk>,
}

/// Lines of the older file that other lines stand for now. An empty range lies behind its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// First line, 1-based, and number of lines then.
    pub then: (u32, u32),
    /// First line, 1-based, and number of lines now.
    pub now: (u32, u32),
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineNow {
    /// It stands here, the same but for how many blanks stand where there were some.
    Kept(u32),
    /// It was changed or deleted; other lines stand here.
    Changed(u32),
}

/// How a line came to be that the revision did not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Between lines that stayed.
    Added,
    /// In the place of other lines.
    Replaced,
}

impl Revision {
    /// The revision of these repositories. A repository within another is looked at first.
    pub fn new(mut repositories: Vec<Repository>) -> Revision {
        repositories.sort_by_key(|repository| std::cmp::Reverse(repository.root.len()));
        Revision { repositories }
    }

    /// The commits, one for each repository.
    pub fn commits(&self) -> impl Iterator<Item = &str> {
        self.repositories.iter().map(|repository| &*repository.commit)
    }

    /// The file that had this absolute path then, and its absolute path now.
    pub fn file(&self, path_then: &str) -> Option<(&FileThen, Option<String>)> {
        let (repository, inside) = self.repository_of(path_then)?;
        let file = repository.files.get(inside)?;
        Some((file, file.now.as_ref().map(|now| format!("{}/{now}", repository.root))))
    }

    /// The absolute path that the file at this absolute path of the work tree had then; `None` where it is new.
    pub fn path_then(&self, path_now: &str) -> Option<String> {
        let (repository, inside) = self.repository_of(path_now)?;
        let (then, _) = repository.origin(inside)?;
        Some(format!("{}/{then}", repository.root))
    }

    /// How this line of the file at this absolute path of the work tree came to be; `None` where the revision had it already,
    /// and where nothing is known of the file.
    pub fn written(&self, path_now: &str, line: u32) -> Option<Written> {
        let (repository, inside) = self.repository_of(path_now)?;
        let Some((_, file)) = repository.origin(inside) else { return Some(Written::Added) };
        let hunk = file.hunks.iter().find(|hunk| hunk.now.0 <= line && line - hunk.now.0 < hunk.now.1)?;
        Some(if hunk.then.1 == 0 { Written::Added } else { Written::Replaced })
    }

    /// The absolute folders in which files of this absolute folder of then lie now, where they have moved.
    pub fn folders_now(&self, folder_then: &str) -> Vec<String> {
        let folder = format!("{folder_then}/");
        let Some((repository, inside)) = self.repository_of(&folder) else { return Vec::new() };
        let mut folders: Vec<String> = repository
            .files
            .range(inside.to_owned()..)
            .take_while(|(path, _)| path.starts_with(inside))
            .filter(|(path, _)| !path[inside.len()..].contains('/'))
            .filter_map(|(path, file)| file.now.as_ref().filter(|now| *now != path))
            .map(|now| match now.rsplit_once('/') {
                Some((folder, _)) => format!("{}/{folder}", repository.root),
                None => repository.root.clone(),
            })
            .collect();
        folders.sort();
        folders.dedup();
        folders
    }

    fn repository_of<'p>(&self, path: &'p str) -> Option<(&Repository, &'p str)> {
        self.repositories.iter().find_map(|repository| {
            let inside = path.strip_prefix(repository.root.as_str())?.strip_prefix('/')?;
            Some((repository, inside))
        })
    }
}

impl Repository {
    /// The file of then that lies at this path now. A file that stayed in its place is found at once.
    fn origin(&self, now: &str) -> Option<(&String, &FileThen)> {
        let came = |(_, file): &(&String, &FileThen)| file.now.as_deref() == Some(now);
        self.files.get_key_value(now).filter(came).or_else(|| self.files.iter().find(came))
    }
}

impl FileThen {
    /// Where 1-based `line` of then stands now, in the file's path of now.
    pub fn line(&self, line: u32) -> LineNow {
        let mut moved: i64 = 0;
        for Hunk { then, now } in &self.hunks {
            let (start, length) = *then;
            let after = if length == 0 { start + 1 } else { start };
            if line < after {
                break;
            }
            if length > 0 && line - start < length {
                return LineNow::Changed(now.0);
            }
            moved += i64::from(now.1) - i64::from(length);
        }
        LineNow::Kept(u32::try_from(i64::from(line) + moved).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Then: 1 2 3 4 5 6 7 8. Two lines were put behind 2, line 4 became three, 6 and 7 were deleted.
    fn changed() -> FileThen {
        let hunk = |then, now| Hunk { then, now };
        let hunks = vec![hunk((2, 0), (3, 2)), hunk((4, 1), (6, 3)), hunk((6, 2), (9, 0))];
        FileThen { now: Some("b/new.go".to_owned()), hunks }
    }

    fn revision() -> Revision {
        let same = FileThen { now: Some("same.go".to_owned()), hunks: Vec::new() };
        let gone = FileThen { now: None, hunks: Vec::new() };
        let files = [("a/old.go", changed()), ("same.go", same), ("a/gone.go", gone)];
        Revision::new(vec![Repository {
            root: "/r".to_owned(),
            commit: "abc".to_owned(),
            files: files.map(|(path, file)| (path.to_owned(), file)).into(),
        }])
    }

    #[test]
    fn lines_move_with_what_stands_before_them() {
        let file = changed();
        let now: Vec<LineNow> = (1..=8).map(|line| file.line(line)).collect();
        use LineNow::{Changed, Kept};
        assert_eq!(
            now,
            [Kept(1), Kept(2), Kept(5), Changed(6), Kept(9), Changed(9), Changed(9), Kept(10)],
            "{:?}",
            file.hunks
        );
    }

    #[test]
    fn files_are_found_by_the_name_that_they_had() {
        let revision = revision();
        assert_eq!(revision.file("/r/a/old.go").and_then(|(_, now)| now).as_deref(), Some("/r/b/new.go"));
        assert_eq!(revision.file("/r/a/gone.go").map(|(_, now)| now), Some(None));
        assert_eq!(revision.file("/r/b/new.go"), None);
        assert_eq!(revision.file("/elsewhere/same.go"), None);
        assert_eq!(revision.path_then("/r/b/new.go").as_deref(), Some("/r/a/old.go"));
        assert_eq!(revision.path_then("/r/b/other.go"), None);
        assert_eq!(revision.folders_now("/r/a"), ["/r/b"]);
        assert!(revision.folders_now("/r").is_empty());
    }

    #[test]
    fn a_line_is_new_where_the_revision_has_no_such_line() {
        let revision = revision();
        use Written::{Added, Replaced};
        let new: Vec<(u32, Written)> =
            (1..=10).filter_map(|line| Some((line, revision.written("/r/b/new.go", line)?))).collect();
        assert_eq!(new, [(3, Added), (4, Added), (6, Replaced), (7, Replaced), (8, Replaced)]);
        assert_eq!(revision.written("/r/same.go", 1), None);
        assert_eq!(revision.written("/r/a/untracked.go", 1), Some(Added));
        assert_eq!(revision.written("/elsewhere/x.go", 1), None, "what lies in no repository is not known");
    }
}
