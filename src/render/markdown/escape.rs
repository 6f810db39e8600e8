//! Foreign text as Markdown that says just that: no markup, HTML, link or table cell of its own.
//!
//! Everything passes the gate of `untrusted` first. Backslashes before punctuation, code spans and fences longer than any run
//! of backticks in them are CommonMark's own means (sections 2.4, 4.5 and 6.1 of its specification).

use crate::render::untrusted;

/// A sentence. What stands between two backticks, as rules write names of code, becomes a code span.
pub(in crate::render) fn inline(text: &str) -> String {
    sentence(text, span)
}

/// A sentence in a cell of a table.
pub(in crate::render) fn cell(text: &str) -> String {
    // Outside code spans bars are escaped already.
    sentence(text, |code| barred(&span(code)))
}

/// A sentence whose code is told by `code`.
fn sentence(text: &str, code: impl Fn(&str) -> String) -> String {
    let text = untrusted::prose(text);
    let parts: Vec<&str> = text.split('`').collect();
    // A backtick without a partner is a character like any other.
    if parts.len().is_multiple_of(2) {
        return escaped(&text);
    }
    let parts = parts.iter().enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { escaped(part) } else { code(part) }).collect()
}

/// A path, symbol or other name.
pub(in crate::render) fn code(text: &str) -> String {
    span(&untrusted::name(text))
}

/// The same in a cell of a table.
pub(in crate::render) fn code_in_cell(text: &str) -> String {
    barred(&code(text))
}

/// A code span for a cell of a table, where GitHub wants a bar escaped even in code and takes that backslash off again, and no other.
fn barred(span: &str) -> String {
    span.replace('|', "\\|")
}

/// Lines of code in a fence. They must have passed the gate for source text, which leaves to the layout what opens a command at the
/// start of a line only.
pub(in crate::render) fn fenced(lines: &[String]) -> String {
    let longest = lines.iter().map(|line| longest_run(line)).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let harmless = |line: &String| match line.trim_start().starts_with("::") {
        true => line.replacen("::", ": :", 1),
        false => line.clone(),
    };
    let lines: Vec<String> = lines.iter().map(harmless).collect();
    format!("{fence}go\n{}\n{fence}", lines.join("\n"))
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        // Bare addresses become links on GitHub; a backslash inside keeps them text.
        let opens_address = rest.starts_with("://") || rest.starts_with(".") && safe.to_lowercase().ends_with("www");
        if opens_address || "\\`*_{}[]<>#|~&!$@+-=".contains(character) && needs_escape(character, &safe, rest) {
            safe.push('\\');
        }
        safe.push(character);
        rest = &rest[character.len_utf8()..];
        if opens_reference(character, &safe, rest) {
            safe.push(' ');
        }
    }
    safe
}

/// `@user` calls that user, `#12` and `GH-12` write into an issue, whatever is escaped: GitHub looks for them in the rendered text. In
/// code it does not.
fn opens_reference(character: char, before: &str, rest: &str) -> bool {
    let next = |allowed: fn(&char) -> bool| rest.chars().next().is_some_and(|next| allowed(&next));
    match character {
        '@' => next(|next| next.is_ascii_alphanumeric()),
        '#' => next(char::is_ascii_digit),
        '-' => before.to_ascii_lowercase().ends_with("gh-") && next(char::is_ascii_digit),
        _ => false,
    }
}

/// Signs that mean something at the start of a line only are left alone elsewhere, so that the text reads well unrendered.
fn needs_escape(character: char, before: &str, rest: &str) -> bool {
    match character {
        '+' | '-' | '=' => before.is_empty(),
        '_' => !between_letters(before, rest),
        '!' => rest[1..].starts_with('['),
        _ => true,
    }
}

/// `alloc_space`: an underscore inside a word opens no emphasis.
fn between_letters(before: &str, rest: &str) -> bool {
    let letter = |character: Option<char>| character.is_some_and(|it| it.is_ascii_alphanumeric());
    letter(before.chars().next_back()) && letter(rest.chars().nth(1))
}

fn span(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(text) + 1);
    // One blank on each side is taken off again; it keeps backticks at the ends apart from the fence.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let cases = [
            ("grew to 3 MiB, alloc_space", "grew to 3 MiB, alloc_space"),
            ("<b>*bold*</b>", "\\<b\\>\\*bold\\*\\</b\\>"),
            ("[a](http://b.c)", "\\[a\\](http\\://b.c)"),
            ("www.example.com a|b", "www\\.example.com a\\|b"),
            ("- item", "\\- item"),
            ("a - b", "a - b"),
            ("`out` grows", "`out` grows"),
            ("one ` tick", "one \\` tick"),
            ("_x_", "\\_x\\_"),
            ("to @user and user@host", "to \\@ user and user\\@ host"),
            ("#12 GH-3 `@user` # 1", "\\# 12 GH- 3 `@user` \\# 1"),
        ];
        for (text, wanted) in cases {
            assert_eq!(inline(text), wanted);
        }
    }

    #[test]
    fn code_is_closed_by_its_own_fence_only() {
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code_in_cell("a|b"), "`a\\|b`");
        assert_eq!(fenced(&["x := `````".to_owned()]), "``````go\nx := `````\n``````");
        assert_eq!(fenced(&[" ::error::x".to_owned(), "a::b".to_owned()]), "```go\n : :error::x\na::b\n```");
    }

    #[test]
    fn a_cell_says_what_the_text_says() {
        use pulldown_cmark::{Event, Options, Parser};
        let cases = ["a `x|y` b", "a `x\\|y` b", "`\\|`", "x \\| y", "`|` and `\\\\|`", "a|b"];
        for text in cases {
            let table = format!("| a | b |\n|---|---|\n| {} | end |\n", cell(text));
            let parts = Parser::new_ext(&table, Options::ENABLE_TABLES).filter_map(|event| match event {
                Event::Text(part) | Event::Code(part) => Some(part.to_string()),
                _ => None,
            });
            let read: String = parts.skip(2).collect();
            assert_eq!(read, format!("{}end", text.replace('`', "")), "{table}");
        }
    }
}
