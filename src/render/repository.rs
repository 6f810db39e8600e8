//! File names as a code host knows them: from the top of the repository.
//!
//! The report names files from the working directory, or by their whole path where they lie elsewhere. GitHub, GitLab and SARIF
//! readers know neither.

use std::borrow::Cow;

/// Where the working directory lies in its repository. All paths with slashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repository<'a> {
    /// The whole path of the repository's top folder; empty where there is none, or nobody asked.
    pub top: &'a str,
    /// The working directory below it, such as `services/api`; empty at the top.
    pub below: &'a str,
}

impl Repository<'_> {
    /// A path of the report from the top of the repository; as it is where it lies outside.
    pub(super) fn path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let is_whole = path.starts_with('/') || path.get(1..3) == Some(":/");
        if is_whole {
            let below = path.strip_prefix(self.top).filter(|_| !self.top.is_empty());
            return Cow::Borrowed(below.and_then(|below| below.strip_prefix('/')).unwrap_or(path));
        }
        match self.below {
            "" => Cow::Borrowed(path),
            below => Cow::Owned(format!("{below}/{path}")),
        }
    }
}

/// A path as a relative URI, or as a `file` URI where it is whole (RFC 3986: letters, digits and a few signs stand for
/// themselves, every other byte is spelt in hexadecimal).
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    match path {
        whole if whole.starts_with('/') => uri.push_str("file://"),
        drive if drive.get(1..3) == Some(":/") => uri.push_str("file:///"),
        _ => {}
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_at_the_top_of_the_repository() {
        let top = Repository { top: "/home/me/shop", below: "" };
        let below = Repository { top: "/home/me/shop", below: "services/api" };
        let none = Repository::default();
        let cases = [
            (top, "a/b.go", "a/b.go"),
            (below, "a/b.go", "services/api/a/b.go"),
            (below, "/home/me/shop/lib/c.go", "lib/c.go"),
            (below, "/home/me/shopping/c.go", "/home/me/shopping/c.go"),
            (none, "a.go", "a.go"),
            (none, "/x/a.go", "/x/a.go"),
            (below, "C:/x/a.go", "C:/x/a.go"),
        ];
        for (repository, path, wanted) in cases {
            assert_eq!(repository.path(path), wanted, "{path}");
        }
    }

    #[test]
    fn every_byte_of_a_name_survives_in_a_uri() {
        assert_eq!(uri("a b/::x%0A\n世.go"), "a%20b/%3A%3Ax%250A%0A%E4%B8%96.go");
        assert_eq!(uri("/x/a.go"), "file:///x/a.go");
        assert_eq!(uri("C:/x/a.go"), "file:///C%3A/x/a.go");
    }
}
