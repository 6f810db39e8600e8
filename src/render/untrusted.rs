//! Text from repositories, rules and profiles, made safe for a terminal and for a build log.
//!
//! A file name, a symbol or a line of source can hold escape sequences that repaint a terminal, bidirectional controls
//! that make code read otherwise than it runs, and lines that a build runner obeys: GitHub takes `::command::` at the
//! start of a line and `##[command]` anywhere in it, Azure `##vso[command]` and TeamCity `##teamcity[command]` anywhere.
//! This file does not escape for any machine format, and it shortens nothing.

/// A path, symbol or other name on one line: what cannot be shown is spelt as in a Rust or Go string, `\n`, `\u{202e}`.
pub fn name(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if is_dangerous(character) {
            safe.extend(character.escape_default());
        } else {
            safe.push(character);
        }
    }
    break_commands(&safe)
}

/// A sentence on one line: line breaks and tabs become blanks, everything else is as in [`name`].
pub fn prose(text: &str) -> String {
    let blank = |character: char| matches!(character, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}');
    name(&text.split(blank).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Source text of exactly as many bytes as `bytes`, so that spans into it stay right. Tabs stay; line breaks must have
/// been taken off. What cannot be shown becomes `?`, `·` or the replacement character, by its length.
pub fn same_length(bytes: &[u8]) -> String {
    let mut safe = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            match character {
                '\t' => safe.push('\t'),
                dangerous if is_dangerous(dangerous) => safe.push_str(substitute(dangerous.len_utf8())),
                harmless => safe.push(harmless),
            }
        }
        safe.extend(std::iter::repeat_n('?', chunk.invalid().len()));
    }
    for opening in command_openings(&safe) {
        let bracket = opening.bracket;
        safe.replace_range(bracket..=bracket, "(");
    }
    safe
}

/// Whether a character moves the cursor, hides itself, or changes how its neighbours read.
pub fn is_dangerous(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The places of `##`, letters, `[`: all that GitHub, Azure and TeamCity obey in the middle of a line.
pub(super) fn command_openings(text: &str) -> Vec<CommandOpening> {
    let bytes = text.as_bytes();
    let mut openings = Vec::new();
    let mut at = 0;
    while at + 2 < bytes.len() {
        if &bytes[at..at + 2] == b"##" {
            let letters = bytes[at + 2..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            if bytes.get(at + 2 + letters) == Some(&b'[') {
                openings.push(CommandOpening { second_hash: at + 1, bracket: at + 2 + letters });
            }
        }
        at += 1;
    }
    openings
}

/// Where a log command opens, in bytes.
pub(super) struct CommandOpening {
    /// The second `#`.
    pub(super) second_hash: usize,
    /// The `[`.
    pub(super) bracket: usize,
}

/// Puts a blank into everything that opens a command. `::` counts at the start of each word, because wrapping can put
/// any word at the start of a line.
fn break_commands(text: &str) -> String {
    let mut cuts: Vec<usize> = command_openings(text).iter().map(|opening| opening.second_hash).collect();
    let mut at_word_start = true;
    for (at, character) in text.char_indices() {
        if at_word_start && text[at..].starts_with("::") {
            // The blank that goes in here makes the next colon start a word too.
            cuts.push(at + 1);
        } else {
            at_word_start = character.is_whitespace();
        }
    }
    cuts.sort_unstable();
    let mut safe = String::with_capacity(text.len() + cuts.len());
    let mut done = 0;
    for cut in cuts {
        safe.push_str(&text[done..cut]);
        safe.push(' ');
        done = cut;
    }
    safe.push_str(&text[done..]);
    safe
}

fn substitute(length: usize) -> &'static str {
    match length {
        1 => "?",
        2 => "\u{b7}",
        3 => "\u{fffd}",
        _ => "?\u{fffd}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_spell_out_what_cannot_be_shown() {
        let cases = [
            ("a/b.go", "a/b.go"),
            ("a\nb\t.go", "a\\nb\\t.go"),
            ("\x1b[31mred\x07", "\\u{1b}[31mred\\u{7}"),
            ("csi \u{9b}2J", "csi \\u{9b}2J"),
            ("rtl \u{202e}og.", "rtl \\u{202e}og."),
            ("größe 世界", "größe 世界"),
        ];
        for (text, wanted) in cases {
            assert_eq!(name(text), wanted);
        }
        assert_eq!(prose("two\r\nlines\tand \u{2028}more"), "two lines and  more");
    }

    #[test]
    fn commands_of_build_runners_are_broken() {
        let cases = [
            ("::add-mask::x", ": :add-mask::x"),
            (" ::stop-commands::x", " : :stop-commands::x"),
            (":::::error::", ": : : : :error::"),
            ("a::b", "a::b"),
            ("x ##[error]y", "x # #[error]y"),
            ("###[group]", "## #[group]"),
            ("##vso[task.x]", "# #vso[task.x]"),
            ("##teamcity[x]", "# #teamcity[x]"),
            ("## heading [x]", "## heading [x]"),
        ];
        for (text, wanted) in cases {
            assert_eq!(name(text), wanted);
        }
    }

    #[test]
    fn source_text_keeps_its_length_byte_for_byte() {
        let cases: [(&[u8], &str); 7] = [
            (b"\tx := 1", "\tx := 1"),
            (b"\xff\xfeab\xc3", "??ab?"),
            (b"\x1b[2J\r", "?[2J?"),
            ("\u{202e}a".as_bytes(), "\u{fffd}a"),
            ("\u{9b}a".as_bytes(), "\u{b7}a"),
            ("\u{e0041}a".as_bytes(), "?\u{fffd}a"),
            (b"// ##[error]::x ##vso[y]", "// ##(error]::x ##vso(y]"),
        ];
        for (bytes, wanted) in cases {
            assert_eq!(same_length(bytes), wanted);
            assert_eq!(wanted.len(), bytes.len(), "the case itself is wrong: {wanted:?}");
        }
    }
}
