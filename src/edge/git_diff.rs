//! Reading what `git diff` prints without context: which lines of which files changed, and the names of their contents.
//!
//! Any bytes are read; what is no diff is passed over.

use crate::model::Hunk;

/// One file of a diff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Its path then; `None` where it is new.
    pub(super) then: Option<String>,
    /// Its path now; `None` where it was deleted.
    pub(super) now: Option<String>,
    /// The name of its content then, with `--full-index`; `None` where that stayed the same or there was none.
    pub(super) blob_then: Option<String>,
    /// The name of its content now, likewise; `None` also where git has not stored that.
    pub(super) blob_now: Option<String>,
    /// What changed.
    pub(super) hunks: Vec<Hunk>,
}

/// The changed files of a diff without context.
pub(super) fn read_diff(text: &[u8]) -> Vec<Section> {
    let mut files = Vec::new();
    let mut file: Option<Section> = None;
    // Lines of a hunk that are still to come: one of them may look like anything.
    let mut body: u64 = 0;
    for line in text.split(|byte| *byte == b'\n') {
        if body > 0 && (line.starts_with(b"+") || line.starts_with(b"-")) {
            body -= 1;
            continue;
        }
        if line.starts_with(b"diff --git ") {
            files.extend(file.take().and_then(Section::named));
            file = Some(Section::default());
            continue;
        }
        let Some(file) = &mut file else { continue };
        if let Some(hunk) = read_hunk(line) {
            body = u64::from(hunk.then.1) + u64::from(hunk.now.1);
            file.hunks.push(hunk);
        } else if let Some(name) = line.strip_prefix(b"--- ") {
            file.then = named(name, b"a/");
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            file.now = named(name, b"b/");
        } else if let Some(name) = line.strip_prefix(b"rename from ") {
            file.then = named(name, b"");
        } else if let Some(name) = line.strip_prefix(b"rename to ") {
            file.now = named(name, b"");
        } else if let Some(blobs) = line.strip_prefix(b"index ") {
            (file.blob_then, file.blob_now) = read_blobs(blobs);
        }
    }
    files.extend(file.and_then(Section::named));
    files
}

impl Section {
    /// A file whose names stand nowhere, as one without lines that came or went, is nobody's.
    fn named(self) -> Option<Section> {
        (self.then.is_some() || self.now.is_some()).then_some(self)
    }
}

/// `1234abcd..5678cdef 100644`; nothing but zeros is no content, or one that is not stored.
fn read_blobs(line: &[u8]) -> (Option<String>, Option<String>) {
    let names = String::from_utf8_lossy(line.split(|byte| *byte == b' ').next().unwrap_or_default()).into_owned();
    let Some((then, now)) = names.split_once("..") else { return (None, None) };
    let stored = |name: &str| {
        let is_name = name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        (is_name && name.bytes().any(|byte| byte != b'0')).then(|| name.to_owned())
    };
    (stored(then), stored(now))
}

/// `@@ -12,0 +13,2 @@ func f() {`; a length of 1 is left out.
fn read_hunk(line: &[u8]) -> Option<Hunk> {
    let line = std::str::from_utf8(line.strip_prefix(b"@@ -")?.split(|byte| *byte == b'@').next()?).ok()?;
    let (then, now) = line.trim_end().split_once(" +")?;
    let range = |text: &str| {
        let (start, length) = text.split_once(',').unwrap_or((text, "1"));
        Some((start.parse().ok()?, length.parse().ok()?))
    };
    Some(Hunk { then: range(then)?, now: range(now)? })
}

/// A file's name behind `prefix`, quoted as in C where it holds unusual bytes; `None` for /dev/null.
fn named(written: &[u8], prefix: &[u8]) -> Option<String> {
    let written = written.strip_suffix(b"\r").unwrap_or(written);
    let name = match written.strip_prefix(b"\"") {
        Some(quoted) => unquoted(quoted),
        // A name with blanks is ended by a tab.
        None => written.strip_suffix(b"\t").unwrap_or(written).to_vec(),
    };
    let name = name.strip_prefix(prefix)?;
    Some(String::from_utf8_lossy(name).into_owned())
}

fn unquoted(quoted: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(quoted.len());
    let mut rest = quoted;
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'"', _) => break,
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', after @ ..]) => {
                name.push((a - b'0') * 64 + (b - b'0') * 8 + (c - b'0'));
                rest = after;
            }
            (b'\\', [letter, after @ ..]) => {
                let plain = [(b'a', 7), (b'b', 8), (b't', 9), (b'n', 10), (b'v', 11), (b'f', 12), (b'r', 13)];
                name.push(plain.iter().find(|(known, _)| known == letter).map_or(*letter, |(_, byte)| *byte));
                rest = after;
            }
            _ => name.push(*first),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_is_read_whatever_its_lines_look_like() {
        let text = b"diff --git a/a.go b/a.go\nindex 1..2 100644\n--- a/a.go\n+++ b/a.go\n@@ -3 +3,2 @@ func f() {\n--- x\n\
            +++ y\n+@@ -9 +9 @@\n@@ -10,2 +11,0 @@\n-a\n-diff --git a/x b/x\n\\ No newline at end of file\n\
            diff --git \"a/\\303\\274 \\\"x.go\" b/y.go\nsimilarity index 100%\nrename from \"\\303\\274 \\\"x.go\"\nrename to y.go\n\
            diff --git a/new.go b/new.go\nnew file mode 100644\n--- /dev/null\n+++ b/new.go\n@@ -0,0 +1 @@\n+package x\n\
            diff --git a/b c.go b/b c.go\ndeleted file mode 100644\n--- a/b c.go\t\n+++ /dev/null\n@@ -1 +0,0 @@\n-package x\n";
        let hunk = |then, now| Hunk { then, now };
        let file = |then: Option<&str>, now: Option<&str>, hunks| {
            let name = |name: Option<&str>| name.map(str::to_owned);
            Section { then: name(then), now: name(now), hunks, ..Section::default() }
        };
        let expected = [
            file(Some("a.go"), Some("a.go"), vec![hunk((3, 1), (3, 2)), hunk((10, 2), (11, 0))]),
            file(Some("\u{fc} \"x.go"), Some("y.go"), Vec::new()),
            file(None, Some("new.go"), vec![hunk((0, 0), (1, 1))]),
            file(Some("b c.go"), None, vec![hunk((1, 1), (0, 0))]),
        ];
        assert_eq!(read_diff(text), expected);
    }

    #[test]
    fn stored_content_has_its_full_name_and_zeros_are_none() {
        let (one, none) = ("1".repeat(40), "0".repeat(40));
        assert_eq!(read_blobs(format!("{one}..{none} 100644").as_bytes()), (Some(one.clone()), None));
        assert_eq!(read_blobs(format!("{none}..{one}").as_bytes()), (None, Some(one)));
        assert_eq!(read_blobs(b"1..2 100644"), (None, None), "a short name may stand for two");
        assert_eq!(read_blobs(b"x"), (None, None));
    }

    #[test]
    fn any_bytes_are_a_diff_of_what_can_be_read() {
        for text in [&b""[..], b"\xff\xfe", b"@@ -1 +1 @@", b"diff --git \n@@ -a,b +c @@\n--- \n+++ \"a\\", b"--- a/x"]
        {
            assert_eq!(read_diff(text), [], "{text:?}");
        }
        assert_eq!(read_hunk(b"@@ -99999999999 +1 @@"), None);
    }
}
