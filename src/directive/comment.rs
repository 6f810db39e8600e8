//! One comment: whether it is a directive, and what it says.

use crate::model::Span;

/// The forms of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `//heaplint:ignore RULE reason`
    Ignore,
    /// `//heaplint:ignore-file RULE reason`
    IgnoreFile,
    /// `//nolint:heaplint // reason`, also with the id of a rule in the list.
    Nolint,
    /// `//nolint` and `//nolint:all`, which are said to every linter.
    NolintAll,
}

/// A rule or group that a directive names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// What a comment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) form: Form,
    /// Rules and groups; none means all.
    pub(super) words: Vec<Word>,
    /// Empty where none is given.
    pub(super) reason: String,
}

/// Why a comment that looks like a directive is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoDirective {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// What stands for every rule.
const ALL: &str = "all";

/// Reasons are kept up to so many characters.
const LONGEST_REASON: usize = 500;

/// Reads the comment that begins at byte `at` of its file with `//`, up to the end of its line. `None` where it is none of ours.
/// `is_rule` says which words of a `nolint` list are meant for us: other linters' names stand there too.
pub(super) fn read_comment(
    comment: &[u8],
    at: usize,
    is_rule: &dyn Fn(&str) -> bool,
) -> Option<Result<Said, NoDirective>> {
    let text = comment.strip_prefix(b"//")?.trim_ascii_end();
    let at = at + 2;
    if let Some(rest) = text.strip_prefix(b"heaplint:") {
        return Some(ours(rest, at + b"heaplint:".len()));
    }
    let bare = text.trim_ascii_start();
    if text.starts_with(b" ") && bare.starts_with(b"heaplint:ignore") {
        let start = at + text.len() - bare.len();
        let end = start + bare.iter().position(|byte| byte.is_ascii_whitespace()).unwrap_or(bare.len());
        return Some(Err(NoDirective {
            span: Span::new(at - 2, end),
            message: "a blank stands before this directive, so that it is a comment like any other".to_owned(),
            help: "write //heaplint:ignore without a blank",
        }));
    }
    nolint(text, at, is_rule).map(Ok)
}

fn ours(rest: &[u8], at: usize) -> Result<Said, NoDirective> {
    let verb_end = rest.iter().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len());
    let form = match &rest[..verb_end] {
        b"ignore" => Form::Ignore,
        b"ignore-file" | b"file-ignore" => Form::IgnoreFile,
        verb => {
            return Err(NoDirective {
                span: Span::new(at - b"//heaplint:".len(), at + verb_end),
                message: format!("there is no directive heaplint:{}", String::from_utf8_lossy(verb)),
                help: "write //heaplint:ignore RULE reason, or //heaplint:ignore-file RULE reason",
            });
        }
    };
    let mut words = Vec::new();
    let mut from = verb_end;
    // `a, b` is a list of two as well.
    loop {
        let begins = from + blanks(&rest[from..]);
        let ends =
            begins + rest[begins..].iter().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len() - begins);
        let mut word_at = begins;
        for word in rest[begins..ends].split(|byte| *byte == b',') {
            if !word.is_empty() {
                let span = Span::new(at + word_at, at + word_at + word.len());
                words.push(Word { text: String::from_utf8_lossy(word).into_owned(), span });
            }
            word_at += word.len() + 1;
        }
        from = ends;
        if begins == ends || !rest[..ends].ends_with(b",") {
            break;
        }
    }
    if words.is_empty() {
        return Err(NoDirective {
            span: Span::new(at - b"//heaplint:".len(), at + verb_end),
            message: "this directive names no rule".to_owned(),
            help: "write //heaplint:ignore RULE reason; the word all stands for every rule",
        });
    }
    if words.iter().any(|word| word.text == ALL) {
        words.clear();
    }
    Ok(Said { form, words, reason: reason(&rest[from..]) })
}

/// golangci-lint's form, as its own filter reads it: slashes and blanks first, then `nolint`, then a blank, a colon or nothing.
fn nolint(text: &[u8], at: usize, is_rule: &dyn Fn(&str) -> bool) -> Option<Said> {
    let skipped = text.iter().take_while(|byte| matches!(byte, b'/' | b' ')).count();
    let rest = text[skipped..].strip_prefix(b"nolint")?;
    let at = at + skipped + b"nolint".len();
    let (list, explained) = match rest.windows(2).position(|two| two == b"//") {
        Some(slashes) => (&rest[..slashes], &rest[slashes + 2..]),
        None => (rest, &rest[rest.len()..]),
    };
    let all = |explained: &[u8]| Some(Said { form: Form::NolintAll, words: Vec::new(), reason: reason(explained) });
    let names = match list.first() {
        None | Some(b' ') => return all(explained),
        Some(b':') => &list[1..],
        Some(_) => return None,
    };
    if names.trim_ascii_start().to_ascii_lowercase().starts_with(b"all") {
        return all(explained);
    }
    let (mut words, mut meant, mut every, mut word_at) = (Vec::new(), false, false, at + 1);
    let mut behind: &[u8] = explained;
    for name in names.split(|byte| *byte == b',') {
        let begins = blanks(name);
        let length = name[begins..].iter().position(|byte| byte.is_ascii_whitespace()).unwrap_or(name.len() - begins);
        let text = String::from_utf8_lossy(&name[begins..begins + length]).to_lowercase();
        let is_ours = text == "heaplint";
        if is_ours || is_rule(&text) {
            meant = true;
            every |= is_ours;
            let span = Span::new(word_at + begins, word_at + begins + length);
            words.push(Word { text, span });
            // A reason without its slashes is a reason.
            if behind.is_empty() {
                behind = &name[begins + length..];
            }
        }
        word_at += name.len() + 1;
    }
    if every {
        words.clear();
    }
    meant.then(|| Said { form: Form::Nolint, words, reason: reason(behind) })
}

fn blanks(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The reason, without the slashes that people put before it.
fn reason(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.trim_matches(|c: char| c.is_whitespace() || c == '/').chars().take(LONGEST_REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(comment: &str) -> Option<Result<Said, String>> {
        let is_rule = |word: &str| matches!(word, "boxing-in-loop" | "string-concat-in-loop");
        read_comment(comment.as_bytes(), 10, &is_rule).map(|said| said.map_err(|none| none.message))
    }

    /// Form, words with their places, reason.
    fn read(comment: &str) -> (Form, Vec<(String, usize)>, String) {
        let said =
            said(comment).unwrap_or_else(|| panic!("{comment}")).unwrap_or_else(|why| panic!("{comment}: {why}"));
        let words = said.words.into_iter().map(|word| (word.text, word.span.start)).collect();
        (said.form, words, said.reason)
    }

    #[test]
    fn our_own_form_names_rules_and_gives_a_reason() {
        let word = |text: &str, at: usize| (text.to_owned(), at);
        let one = read("//heaplint:ignore string-concat-in-loop at most three turns");
        assert_eq!(one, (Form::Ignore, vec![word("string-concat-in-loop", 28)], "at most three turns".into()));
        let two = read("//heaplint:ignore a,b why\r");
        assert_eq!(two, (Form::Ignore, vec![word("a", 28), word("b", 30)], "why".into()));
        assert_eq!(read("//heaplint:ignore a, b why").1.len(), 2);
        assert_eq!(
            read("//heaplint:ignore-file strings // made by hand"),
            (Form::IgnoreFile, vec![word("strings", 33)], "made by hand".into())
        );
        assert_eq!(read("//heaplint:ignore all legacy"), (Form::Ignore, vec![], "legacy".into()));
        assert_eq!(read("//heaplint:ignore a").2, "");
        let mut long = String::from("//heaplint:ignore a ");
        long.extend(std::iter::repeat_n('x', 9_000));
        assert_eq!(read(&long).2.len(), 500);
    }

    #[test]
    fn what_only_looks_like_a_directive_says_why_it_is_none() {
        let refused = [
            ("// heaplint:ignore a why", "a blank stands before"),
            ("//heaplint:ignored a", "there is no directive heaplint:ignored"),
            ("//heaplint:", "there is no directive heaplint:"),
            ("//heaplint:ignore", "names no rule"),
            ("//heaplint:ignore  ,", "names no rule"),
        ];
        for (comment, why) in refused {
            let told = said(comment).unwrap().unwrap_err();
            assert!(told.contains(why), "{comment}: {told}");
        }
        for comment in [
            "// the directive //heaplint:ignore a",
            "//\theaplint:ignore a",
            "// heaplint is a tool",
            "//go:noinline",
            "//",
        ] {
            assert_eq!(said(comment), None, "{comment}");
        }
    }

    #[test]
    fn golangci_lints_form_is_read_as_golangci_lint_reads_it() {
        let word = |text: &str, at: usize| (text.to_owned(), at);
        assert_eq!(read("//nolint:heaplint // three turns"), (Form::Nolint, vec![], "three turns".into()));
        assert_eq!(read("// nolint:errcheck, HeapLint // x").0, Form::Nolint);
        let named = read("//nolint:errcheck,boxing-in-loop // x");
        assert_eq!(named, (Form::Nolint, vec![word("boxing-in-loop", 28)], "x".into()));
        assert_eq!(read("//nolint:heaplint three turns").2, "three turns");
        assert_eq!(read("//nolint:heaplint").2, "");
        for comment in ["//nolint", "//nolint // why", "// nolint why", "//nolint:all", "//nolint:ALL,x"] {
            assert_eq!(read(comment).0, Form::NolintAll, "{comment}");
        }
        for comment in
            ["//nolint:errcheck // x", "//nolintlint", "//nolint:", "// see nolint", "//nolint:heaplint/maps"]
        {
            assert_eq!(said(comment), None, "{comment}");
        }
    }
}
