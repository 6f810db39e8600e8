//! `//line` directives: which line of which file the compiler takes each line for (cmd/compile, "Line directives").
//!
//! Generators of Go code write them so that errors and profiles speak of the grammar or template that people wrote. A profile
//! then has the directive's file and line, and this leads back to the line of the Go file.

use super::lexer::Lexer;
use super::token::TokenKind;
use super::types::Name;

/// The stretches of a file that are taken for other lines, in the order of the text. Lines before the first are themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineMap {
    stretches: Vec<Stretch>,
}

/// Lines from one directive to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    /// First and last 1-based line of the file that lie in it, in part at least.
    lines: (u32, u32),
    /// The file that they are taken for, as written; `None` for the file itself.
    file: Option<Name>,
    /// The line that the first one is taken for.
    as_line: u32,
}

impl LineMap {
    /// Whether the file has no directive.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// Whether some lines are taken for lines of a file of this base name.
    pub fn names(&self, base: &str) -> bool {
        self.stretches.iter().any(|stretch| stretch.is_of(base))
    }

    /// The lines within these first and last ones that are taken for `line` of a file of this base name; where there is none, of
    /// whatever file, for a function that lies in several files is told with one of them. Ascending.
    pub fn lines_taken_for(&self, base: &str, line: u32, within: (u32, u32)) -> Vec<u32> {
        let of = |wanted: &dyn Fn(&Stretch) -> bool| -> Vec<u32> {
            let stretches = self.stretches.iter().filter(|stretch| wanted(stretch));
            let mut lines: Vec<u32> = stretches
                .filter_map(|stretch| {
                    let at = stretch.lines.0.checked_add(line.checked_sub(stretch.as_line)?)?;
                    (at <= stretch.lines.1 && within.0 <= at && at <= within.1).then_some(at)
                })
                .collect();
            lines.sort_unstable();
            lines.dedup();
            lines
        };
        let named = of(&|stretch| stretch.is_of(base));
        if named.is_empty() { of(&|_| true) } else { named }
    }
}

impl Stretch {
    fn is_of(&self, base: &str) -> bool {
        self.file.as_deref().is_some_and(|file| file.rsplit(['/', '\\']).next() == Some(base))
    }
}

/// Reads the directives of a Go file.
pub(super) fn read_line_map(text: &[u8]) -> LineMap {
    let mut found: Vec<Stretch> = vec![Stretch { lines: (1, u32::MAX), file: None, as_line: 1 }];
    let mut lexer = Lexer::new(text);
    let (mut end, mut line) = (0usize, 1u32);
    loop {
        let token = lexer.next();
        // Between two tokens stand blanks and comments; semicolons that a newline stands for lie among them.
        if token.kind != TokenKind::Semicolon {
            let gap = text.get(end..token.start as usize).unwrap_or_default();
            read_gap(gap, end == 0 || text.get(end.wrapping_sub(1)) == Some(&b'\n'), line, &mut found);
            (end, line) = (token.end as usize, lexer.line());
        }
        if token.kind == TokenKind::End {
            break;
        }
    }
    if let Some(last) = found.last_mut() {
        last.lines.1 = lexer.line();
    }
    if let Some(last) = found.last_mut() {
        last.lines.1 = lexer.line();
    }
    if found.len() == 1 { LineMap::default() } else { LineMap { stretches: found } }
}

/// Reads the comments of a gap that begins on 1-based `line`, at the beginning of it or not.
fn read_gap(gap: &[u8], mut line_begins: bool, mut line: u32, found: &mut Vec<Stretch>) {
    let mut at = 0;
    while let Some(byte) = gap.get(at) {
        let rest = &gap[at..];
        if rest.starts_with(b"//") {
            let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            if line_begins && let Some(directive) = rest[..length].strip_prefix(b"//line ") {
                add(directive, (line, line.saturating_add(1)), found);
            }
            at += length;
        } else if rest.starts_with(b"/*") {
            let length = rest.windows(2).skip(2).position(|pair| pair == b"*/").map_or(rest.len(), |end| end + 4);
            let newlines = rest[..length].iter().filter(|byte| **byte == b'\n').count() as u32;
            line = line.saturating_add(newlines);
            if let Some(directive) = rest[..length].strip_prefix(b"/*line ").and_then(|rest| rest.strip_suffix(b"*/")) {
                add(directive, (line, line), found);
            }
            (at, line_begins) = (at + length, false);
        } else {
            line_begins = *byte == b'\n';
            line += u32::from(line_begins);
            at += 1;
        }
    }
}

/// Adds the stretch of a directive that stands on the first of these lines and holds from the second one on.
fn add(directive: &[u8], (here, from): (u32, u32), found: &mut Vec<Stretch>) {
    let Ok(directive) = std::str::from_utf8(directive) else { return };
    let Some((file, as_line, has_column)) = parsed(directive.trim_end_matches('\r')) else { return };
    let before = found.iter().rev().find_map(|stretch| stretch.file.clone());
    // Without a name a column keeps the file before, and none means a file without a name.
    let file = match (file, has_column) {
        ("", true) => before,
        ("", false) => Some(Name::from("")),
        (file, _) => Some(Name::from(file)),
    };
    if let Some(last) = found.last_mut() {
        last.lines.1 = here;
    }
    found.push(Stretch { lines: (from, u32::MAX), file, as_line });
}

/// `file:line` or `file:line:column`; the file may be empty and may hold colons.
fn parsed(directive: &str) -> Option<(&str, u32, bool)> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|number| *number > 0 && !text.starts_with('+'));
    let (rest, last) = directive.rsplit_once(':')?;
    let last = number(last)?;
    match rest.rsplit_once(':').and_then(|(file, line)| Some((file, number(line)?))) {
        Some((file, line)) => Some((file, line, true)),
        None => Some((rest, last, false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_behind_their_directives() {
        let text = b"package p\n//line y.y:10\nvar a = 1\nvar b = 2\n\n//line /x/par.y:1\nfunc f() {\n\tg()\n//line y.y:30:4\n\
            \th(/*line z.y:7*/ 1,\n\t\t2)\n}\n//line :5:1\nvar c int\n";
        let map = read_line_map(text);
        let all = (1, 100);
        for (base, line, expected) in [
            ("y.y", 10, vec![3]),
            ("y.y", 11, vec![4]),
            ("par.y", 2, vec![8]),
            ("y.y", 30, vec![10]),
            ("z.y", 7, vec![10]),
            ("z.y", 8, vec![11]),
            ("z.y", 5, vec![14]),
            ("other.y", 2, vec![2, 8]),
            ("y.y", 99, vec![]),
        ] {
            assert_eq!(map.lines_taken_for(base, line, all), expected, "{base}:{line}");
        }
        assert!(map.lines_taken_for("y.y", 10, (4, 9)).is_empty(), "only within the function");
        assert!(map.names("par.y") && !map.names("x"));
    }

    #[test]
    fn what_is_no_directive_is_passed_over() {
        for text in [
            "package p\n\t//line y.y:10\nvar a int\n",
            "package p\n// line y.y:10\nvar a int\n",
            "package p\n//line y.y\nvar a int\n",
            "package p\n//line y.y:0\nvar a int\n",
            "package p\n//line y.y:x\nvar a int\n",
            "package p\nvar a = `\n//line y.y:10\n`\n",
            "package p\nvar a = \"/*line y.y:10*/\"\n",
            "package p\n/*line y.y:10\n",
            "",
        ] {
            assert!(read_line_map(text.as_bytes()).is_empty(), "{text:?}");
        }
    }
}
