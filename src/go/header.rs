//! What precedes the package clause: the mark of generated files and the build constraint.
//!
//! It does NOT decide what to do with such files.

use super::types::Name;

/// What the lines before the package clause say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Whether a line is `// Code generated ... DO NOT EDIT.`, as `go help generate` defines it.
    pub generated: bool,
    /// The build constraint, if there is one that can be read.
    pub constraint: Option<Constraint>,
}

/// A build constraint (`go help buildconstraint`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// The expression as it is written after `//go:build`; of older `// +build` lines what they mean together.
    pub text: Name,
    /// Whether no build includes the file unless someone asks for the tag `ignore`.
    pub ignore: bool,
    /// The N of the oldest Go 1.N that satisfies it, where it demands one.
    pub language: Option<u16>,
    expression: Expression,
}

impl Constraint {
    /// Whether the constraint holds when exactly the tags hold that `holds` accepts.
    pub fn is_met(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.expression.is_met(&holds)
    }

    /// Whether no build includes the file unless this tag holds.
    pub fn demands(&self, tag: &str) -> bool {
        self.expression.demands(tag)
    }

    /// The same where only some tags are known: `None` when it depends on the others.
    pub fn is_surely_met(&self, holds: impl Fn(&str) -> Option<bool>) -> Option<bool> {
        self.expression.is_surely_met(&holds)
    }

    /// Tags that hold, and tags that do not, in every build that has the file.
    pub fn settled_tags(&self) -> Vec<(&str, bool)> {
        let mut settled = Vec::new();
        self.expression.settle(true, &mut settled);
        settled
    }

    fn new(text: String, expression: Expression) -> Self {
        Constraint {
            text: text.into(),
            ignore: expression.demands("ignore"),
            language: expression.oldest_language(),
            expression,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Expression {
    Tag(Name),
    Not(Box<Expression>),
    All(Vec<Expression>),
    Any(Vec<Expression>),
}

impl Expression {
    fn is_met(&self, holds: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Expression::Tag(tag) => holds(tag),
            Expression::Not(inner) => !inner.is_met(holds),
            Expression::All(parts) => parts.iter().all(|part| part.is_met(holds)),
            Expression::Any(parts) => parts.iter().any(|part| part.is_met(holds)),
        }
    }

    fn is_surely_met(&self, holds: &dyn Fn(&str) -> Option<bool>) -> Option<bool> {
        // All parts are asked for what decides alone; one that nobody knows leaves it open.
        let decide = |parts: &[Expression], alone: bool| {
            let answers: Vec<Option<bool>> = parts.iter().map(|part| part.is_surely_met(holds)).collect();
            match () {
                () if answers.contains(&Some(alone)) => Some(alone),
                () if answers.contains(&None) => None,
                () => Some(!alone),
            }
        };
        match self {
            Expression::Tag(tag) => holds(tag),
            Expression::Not(inner) => inner.is_surely_met(holds).map(|met| !met),
            Expression::All(parts) => decide(parts, false),
            Expression::Any(parts) => decide(parts, true),
        }
    }

    fn settle<'e>(&'e self, met: bool, settled: &mut Vec<(&'e str, bool)>) {
        match (self, met) {
            (Expression::Tag(tag), _) => settled.push((tag, met)),
            (Expression::Not(inner), _) => inner.settle(!met, settled),
            (Expression::All(parts), true) | (Expression::Any(parts), false) => {
                parts.iter().for_each(|part| part.settle(met, settled));
            }
            // One of several is enough, and nobody knows which.
            (Expression::All(_), false) | (Expression::Any(_), true) => {}
        }
    }

    fn demands(&self, wanted: &str) -> bool {
        match self {
            Expression::Tag(tag) => **tag == *wanted,
            Expression::Not(_) => false,
            Expression::All(parts) => parts.iter().any(|part| part.demands(wanted)),
            Expression::Any(parts) => parts.iter().all(|part| part.demands(wanted)),
        }
    }

    /// As `go/build/constraint.GoVersion`: all parts together want the newest, alternatives the oldest.
    fn oldest_language(&self) -> Option<u16> {
        match self {
            Expression::Tag(tag) => tag.strip_prefix("go1.")?.parse().ok(),
            Expression::Not(_) => None,
            Expression::All(parts) => parts.iter().filter_map(Expression::oldest_language).max(),
            Expression::Any(parts) => {
                parts.iter().map(Expression::oldest_language).collect::<Option<Vec<u16>>>()?.into_iter().min()
            }
        }
    }
}

/// Reads the bytes before the package clause.
pub fn read_header(preamble: &[u8]) -> Header {
    let mut header = Header::default();
    let (mut new, mut old): (Option<Constraint>, Vec<Expression>) = (None, Vec::new());
    let mut in_comment = false;
    for line in preamble.strip_prefix(b"\xef\xbb\xbf").unwrap_or(preamble).split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        header.generated |= marks_generated(line);
        let trimmed = line.trim_ascii();
        if in_comment {
            in_comment = !contains(trimmed, b"*/");
            continue;
        }
        in_comment = trimmed.starts_with(b"/*") && !contains(trimmed, b"*/");
        let Ok(text) = std::str::from_utf8(trimmed) else { continue };
        if let Some(written) = text.strip_prefix("//go:build").filter(|rest| rest.starts_with([' ', '\t'])) {
            new = new.or_else(|| Some(Constraint::new(written.trim().into(), parse(written)?)));
        } else if let Some(terms) =
            text.strip_prefix("//").map(str::trim_start).and_then(|rest| rest.strip_prefix("+build "))
        {
            old.extend(parse_old_line(terms));
        }
    }
    header.constraint = new.or_else(|| {
        (!old.is_empty()).then(|| {
            let expression = Expression::All(old);
            Constraint::new(written(&expression), expression)
        })
    });
    header
}

fn marks_generated(line: &[u8]) -> bool {
    line.strip_prefix(b"// Code generated ").is_some_and(|rest| rest.ends_with(b" DO NOT EDIT."))
}

fn contains(text: &[u8], needle: &[u8]) -> bool {
    text.windows(needle.len()).any(|window| window == needle)
}

/// How deep parentheses and negations may nest; Go itself allows an expression of 1,000 parts.
const MAX_NESTING: u32 = 64;

/// Parses a `//go:build` expression; `None` if it is none, so that the file has no constraint, as for Go.
fn parse(text: &str) -> Option<Expression> {
    let mut rest = text;
    let expression = alternatives(&mut rest, 0)?;
    rest.trim_start().is_empty().then_some(expression)
}

fn alternatives(rest: &mut &str, depth: u32) -> Option<Expression> {
    let mut parts = vec![conjunction(rest, depth)?];
    while take(rest, "||") {
        parts.push(conjunction(rest, depth)?);
    }
    Some(if parts.len() == 1 { parts.remove(0) } else { Expression::Any(parts) })
}

fn conjunction(rest: &mut &str, depth: u32) -> Option<Expression> {
    let mut parts = vec![negation(rest, depth)?];
    while take(rest, "&&") {
        parts.push(negation(rest, depth)?);
    }
    Some(if parts.len() == 1 { parts.remove(0) } else { Expression::All(parts) })
}

fn negation(rest: &mut &str, depth: u32) -> Option<Expression> {
    if depth > MAX_NESTING {
        return None;
    }
    if take(rest, "!") {
        return Some(Expression::Not(Box::new(negation(rest, depth + 1)?)));
    }
    if take(rest, "(") {
        let inner = alternatives(rest, depth + 1)?;
        return take(rest, ")").then_some(inner);
    }
    let end = rest.find(|letter: char| !is_tag_letter(letter)).unwrap_or(rest.len());
    let (tag, after) = rest.split_at(end);
    *rest = after;
    (!tag.is_empty()).then(|| Expression::Tag(tag.into()))
}

fn is_tag_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '.'
}

fn take(rest: &mut &str, mark: &str) -> bool {
    *rest = rest.trim_start_matches([' ', '\t']);
    let after = rest.strip_prefix(mark);
    if let Some(after) = after {
        *rest = after.trim_start_matches([' ', '\t']);
    }
    after.is_some()
}

/// One `// +build` line: blanks separate alternatives, commas what must hold together.
fn parse_old_line(terms: &str) -> Option<Expression> {
    let mut parts = Vec::new();
    for term in terms.split_ascii_whitespace() {
        let tags = term.split(',').map(|tag| match tag.strip_prefix('!') {
            Some(tag) => Expression::Not(Box::new(Expression::Tag(tag.into()))),
            None => Expression::Tag(tag.into()),
        });
        parts.push(Expression::All(tags.collect()));
    }
    (!parts.is_empty()).then_some(Expression::Any(parts))
}

fn written(expression: &Expression) -> String {
    let join = |parts: &[Expression], mark: &str| match parts {
        [single] => written(single),
        _ => format!("({})", parts.iter().map(written).collect::<Vec<_>>().join(mark)),
    };
    match expression {
        Expression::Tag(tag) => tag.to_string(),
        Expression::Not(inner) => format!("!{}", written(inner)),
        Expression::All(parts) => join(parts, " && "),
        Expression::Any(parts) => join(parts, " || "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_files_say_so_on_a_line_of_their_own() {
        for (text, generated) in [
            ("// Code generated by x. DO NOT EDIT.\n", true),
            ("// Code generated by x. DO NOT EDIT.\r\n\r\n", true),
            ("// Copyright\n\n// Code generated  DO NOT EDIT.\n", true),
            ("// Code generated DO NOT EDIT.\n", false),
            ("// Code generated by x. DO NOT EDIT\n", false),
            ("// code generated by x. do not edit.\n", false),
            (" // Code generated by x. DO NOT EDIT.\n", false),
            ("// Code generated by x. DO NOT EDIT. Really.\n", false),
        ] {
            assert_eq!(read_header(text.as_bytes()).generated, generated, "{text:?}");
        }
    }

    #[test]
    fn build_constraints_are_read_as_go_reads_them() {
        for (text, written, ignore, language) in [
            ("//go:build ignore\n", "ignore", true, None),
            ("//go:build linux && go1.22 && !cgo\n", "linux && go1.22 && !cgo", false, Some(22)),
            ("//go:build go1.21 || (go1.18 && x)\r\n", "go1.21 || (go1.18 && x)", false, Some(18)),
            ("//go:build go1.21 || x\n", "go1.21 || x", false, None),
            ("//go:build !go1.21\n", "!go1.21", false, None),
            ("//go:build ignore && linux\n// +build windows\n", "ignore && linux", true, None),
            ("// +build linux,386 darwin\n// +build !cgo\n", "(((linux && 386) || darwin) && !cgo)", false, None),
            ("\u{feff}//go:build x\n", "x", false, None),
        ] {
            let constraint = read_header(text.as_bytes()).constraint.unwrap_or_else(|| panic!("none in {text:?}"));
            assert_eq!((&*constraint.text, constraint.ignore, constraint.language), (written, ignore, language));
        }
        for text in
            ["//go:build\n", "//go:build a &&\n", "//go:build (a\n", "// go:build a\n", "/*\n//go:build a\n*/\n"]
        {
            assert_eq!(read_header(text.as_bytes()).constraint, None, "{text:?}");
        }
        let deep = format!("//go:build {}a\n", "!".repeat(10_000));
        assert_eq!(read_header(deep.as_bytes()).constraint, None);
    }

    #[test]
    fn what_is_not_known_leaves_a_constraint_open_unless_the_rest_decides() {
        let of = |text: &str| read_header(format!("//go:build {text}\n").as_bytes()).constraint.expect("it is there");
        let known = |tag: &str| match tag {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        for (text, met) in [
            ("yes", Some(true)),
            ("no || other", None),
            ("yes || other", Some(true)),
            ("no && other", Some(false)),
            ("yes && other", None),
            ("!(no && other)", Some(true)),
            ("!other", None),
        ] {
            assert_eq!(of(text).is_surely_met(known), met, "{text}");
        }
        assert_eq!(of("a && !b && (c || d)").settled_tags(), [("a", true), ("b", false)]);
        assert_eq!(of("!(a || b)").settled_tags(), [("a", false), ("b", false)]);
    }

    #[test]
    fn a_constraint_is_met_by_its_tags() {
        let header = read_header(b"//go:build (linux || darwin) && !cgo\n");
        let constraint = header.constraint.expect("it is there");
        assert!(constraint.is_met(|tag| tag == "linux"));
        assert!(!constraint.is_met(|tag| tag == "windows"));
        assert!(!constraint.is_met(|tag| tag == "linux" || tag == "cgo"));
    }
}
