//! Rust files as the house rules look at them: raw, without comments and strings, and without test code.
//!
//! A lexer's worth of understanding and no more: it never fails, and odd input at worst hides from a rule.

use std::fs;
use std::path::{Path, PathBuf};

/// One Rust file of the repository.
pub(crate) struct Source {
    /// Relative to the root, with slashes.
    pub(crate) name: String,
    /// As it stands.
    pub(crate) text: String,
    /// The same length and lines, with comments, the insides of strings, and test code blank. Quotes stay.
    pub(crate) code: String,
}

impl Source {
    /// `edge` for `src/edge/read.rs`, `rank` for `src/rank.rs`; `None` for `src/lib.rs`, `src/main.rs` and outside `src`.
    pub(crate) fn room(&self) -> Option<&str> {
        let inside = self.name.strip_prefix("src/")?;
        let room = inside.split_once('/').map_or_else(|| inside.strip_suffix(".rs"), |(room, _)| Some(room));
        room.filter(|room| !matches!(*room, "lib" | "main"))
    }

    /// How many `super` lead from the top of this file to the root of the crate.
    pub(crate) fn depth(&self) -> usize {
        let segments = self.name.trim_start_matches("src/").matches('/').count() + 1;
        if self.name.ends_with("/mod.rs") { segments - 1 } else { segments }
    }

    fn is_test(&self) -> bool {
        self.name.starts_with("tests/")
            || self.name.contains("/tests/")
            || ["tests.rs", "fixture.rs", "fixtures.rs"].iter().any(|file| self.name.ends_with(&format!("/{file}")))
            || self.name.ends_with("_tests.rs")
    }

    /// Every path in the code with its 1-based line: `use` trees spelt out, and paths in expressions, types and macros.
    pub(crate) fn paths(&self) -> Vec<(usize, Vec<String>)> {
        let mut found = Vec::new();
        for (number, statement) in statements(&self.code) {
            match statement.find("use ").filter(|at| is_use(&statement[..*at])) {
                Some(at) => {
                    let number = number + statement[..at].matches('\n').count();
                    expand(&statement[at + 4..], &[], &mut |path| found.push((number, path)));
                }
                None => inline_paths(&statement, number, &mut found),
            }
        }
        found
    }
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `folders`, sorted by name.
pub(crate) fn rust_files(folders: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    folders.iter().for_each(|folder| files_below(&root().join(folder), "rs", &mut paths));
    paths.sort();
    paths.into_iter().map(|path| load(&path)).collect()
}

/// The files below `folder` whose names end in `.extension`.
pub(crate) fn files_below(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_below(&path, extension, found);
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
}

/// `path` relative to the root, with slashes.
pub(crate) fn name_of(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn load(path: &Path) -> Source {
    let text = fs::read_to_string(path).expect("Rust files are UTF-8");
    let mut source = Source { name: name_of(path), code: String::new(), text };
    if !source.is_test() {
        source.code = without_tests(&without_comments(&source.text));
    }
    source
}

/// Blanks comments and the insides of string and character literals.
pub(crate) fn without_comments(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let (from, to, end) = match &bytes[at..] {
            [b'/', b'/', ..] => (at, line_end(bytes, at), line_end(bytes, at)),
            [b'/', b'*', ..] => (at, comment_end(bytes, at), comment_end(bytes, at)),
            [b'"', ..] => {
                let end = string_end(bytes, at + 1, b'"');
                (at + 1, end.saturating_sub(1), end)
            }
            [b'r', b'"' | b'#', ..] => raw_string(bytes, at).unwrap_or((at, at, at + 1)),
            [b'\'', b'\\', ..] => (at + 1, string_end(bytes, at + 1, b'\'') - 1, string_end(bytes, at + 1, b'\'')),
            [b'\'', rest @ ..] => match text[at + 1..].chars().next() {
                Some(one) if rest.get(one.len_utf8()) == Some(&b'\'') => {
                    (at + 1, at + 1 + one.len_utf8(), at + 2 + one.len_utf8())
                }
                _ => (at, at, at + 1),
            },
            _ => (at, at, at + 1),
        };
        code[from.min(to)..to].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end.max(at + 1);
    }
    String::from_utf8_lossy(&code).into_owned()
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length)
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (at, depth) = (at + 2, depth + 1),
            [b'*', b'/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

/// One past the closing `quote`.
fn string_end(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The inside and the end of the raw string whose `r` is at `at`.
fn raw_string(bytes: &[u8], at: usize) -> Option<(usize, usize, usize)> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let before = at.checked_sub(1).map(|before| &bytes[before]);
    if before.is_some_and(|byte| is_name(byte) && *byte != b'b' && *byte != b'c') {
        return None;
    }
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    let from = at + 2 + hashes;
    if bytes.get(from - 1) != Some(&b'"') {
        return None;
    }
    let close: Vec<u8> = [b'"'].into_iter().chain(std::iter::repeat_n(b'#', hashes)).collect();
    let length = bytes[from..].windows(close.len()).position(|window| window == close)?;
    Some((from, from + length, from + length + close.len()))
}

/// Blanks every item under `#[cfg(test)]`. Expects code without comments.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut code = code.to_owned();
    while let Some(start) = code.find(MARK) {
        let end = item_end(code.as_bytes(), start + MARK.len());
        let blank: String = code[start..end].chars().map(|one| if one == '\n' { '\n' } else { ' ' }).collect();
        code.replace_range(start..end, &blank);
    }
    code
}

/// One past the first `;` or closed brace outside all brackets.
fn item_end(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0usize;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'}' if depth <= 1 => return at + 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    bytes.len()
}

/// The code cut at `;`, and at braces unless a `use` tree is open, each piece with the line that it begins on.
fn statements(code: &str) -> Vec<(usize, String)> {
    let mut pieces = Vec::new();
    let (mut from, mut line, mut began) = (0, 1, 1);
    for (at, byte) in code.bytes().enumerate() {
        let piece = &code[from..at];
        let in_use = || piece.find("use ").is_some_and(|at| is_use(&piece[..at]));
        if byte == b';' || (matches!(byte, b'{' | b'}') && !in_use()) {
            pieces.push((began, piece.to_owned()));
            (from, began) = (at + 1, line);
        }
        line += usize::from(byte == b'\n');
    }
    pieces.push((began, code[from..].to_owned()));
    pieces
}

/// Whether what stands before `use ` makes it an import: nothing, a visibility or attributes.
fn is_use(before: &str) -> bool {
    let before = before.trim();
    before.is_empty()
        || before == "pub"
        || (before.starts_with("pub(") && before.ends_with(')'))
        || before.ends_with(']')
}

/// `a::{b, c::{d, e}}` under `prefix`, path by path.
fn expand(tree: &str, prefix: &[String], found: &mut impl FnMut(Vec<String>)) {
    let tree = tree.trim();
    let (head, group) = match tree.split_once('{') {
        Some((head, rest)) => (head, Some(rest.trim_end().strip_suffix('}').unwrap_or(rest))),
        None => (tree.split(" as ").next().unwrap_or(tree), None),
    };
    let segments = head.split("::").map(str::trim).filter(|segment| !segment.is_empty()).map(str::to_owned);
    let path: Vec<String> = prefix.iter().cloned().chain(segments).collect();
    match group {
        Some(inside) => split_top(inside).into_iter().for_each(|part| expand(part, &path, found)),
        None if !path.is_empty() => found(path),
        None => {}
    }
}

/// Cuts at commas outside braces.
fn split_top(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0i32, 0);
    for (at, one) in text.char_indices() {
        match one {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

fn inline_paths(statement: &str, began: usize, found: &mut Vec<(usize, Vec<String>)>) {
    let is_path = |one: char| one.is_alphanumeric() || matches!(one, '_' | ':');
    for (offset, line) in statement.split('\n').enumerate() {
        for word in line.split(|one| !is_path(one)).filter(|word| word.contains("::")) {
            let segments = word.split("::").filter(|segment| !segment.is_empty()).map(str::to_owned).collect();
            found.push((began + offset, segments));
        }
    }
}
