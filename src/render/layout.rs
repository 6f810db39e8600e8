//! Columns on a screen: how wide text is, where it wraps and where it is cut.
//!
//! It knows no colour: callers lay out plain text and paint whole pieces afterwards.

/// How many columns `text` takes. Tabs and controls must have been taken out before.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// How many columns one character takes: none for marks that sit on their neighbour, two for East Asian wide forms and
/// emoji (the W and F classes of Unicode Standard Annex 11, by block).
pub(super) fn char_width(character: char) -> usize {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' => 0,
        control if control.is_control() => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// Breaks `text` at blanks into lines: the first has room for `first` columns, the others for `rest`. A word that is
/// wider than a whole line is broken too. There is always at least one line.
pub(super) fn wrap(text: &str, first: usize, rest: usize) -> Vec<String> {
    let rest = rest.max(8);
    let mut lines = vec![String::new()];
    let mut used = 0;
    let mut room = first;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let blank = usize::from(used > 0);
        let wide = width(word);
        if used + blank + wide <= room {
            push(&mut lines, if blank == 1 { " " } else { "" }, word);
            used += blank + wide;
            continue;
        }
        // A first line without room for anything is left to the caller's prefix.
        if used > 0 || room < rest {
            lines.push(String::new());
        }
        room = rest;
        used = 0;
        for character in word.chars() {
            if used + char_width(character) > room {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, "", character.encode_utf8(&mut [0; 4]));
            used += char_width(character);
        }
    }
    lines
}

/// The front of `text` in at most `columns` columns; what is cut off is marked by `mark`.
pub(super) fn cut(text: &str, columns: usize, mark: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(mark));
    let mut kept = String::new();
    let mut used = 0;
    for character in text.chars() {
        used += char_width(character);
        if used > room {
            break;
        }
        kept.push(character);
    }
    kept + mark
}

/// `text` with blanks before it, so that it ends at column `columns`.
pub(super) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` with blanks after it, so that it takes `columns` columns.
pub(super) fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

fn push(lines: &mut [String], blank: &str, word: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(blank);
        line.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_wraps_at_blanks_and_breaks_words_wider_than_a_line() {
        let cases: [(&str, usize, &[&str]); 6] = [
            ("", 10, &[""]),
            ("one two three", 10, &["one two", "three"]),
            ("one two three", 4, &["one", "two", "three"]),
            ("a 0123456789ab b", 10, &["a", "01234567", "89ab b"]),
            ("世界世界 世界", 8, &["世界世界", "世界"]),
            ("word", 0, &["", "word"]),
        ];
        for (text, first, wanted) in cases {
            assert_eq!(wrap(text, first, 8), wanted, "of {text:?}");
        }
    }

    #[test]
    fn cutting_marks_what_is_missing_and_keeps_within_its_columns() {
        assert_eq!(cut("abcdef", 6, "…"), "abcdef");
        assert_eq!(cut("abcdefg", 6, "…"), "abcde…");
        assert_eq!(cut("世界世界", 6, "..."), "世...");
    }

    #[test]
    fn padding_counts_columns_rather_than_characters() {
        assert_eq!(right("世", 4), "  世");
        assert_eq!(left("e\u{301}", 3), "e\u{301}  ");
    }
}
