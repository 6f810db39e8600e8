//! The texts of a rule file as paragraphs and code, whatever the width that their author wrote them in.
//!
//! Lines that begin with four blanks or a tab are code and stay as they are; everything else is prose and flows. What a
//! paragraph says is not looked at.

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph on one line.
    Prose(String),
    /// Lines of code without their common indentation.
    Code(Vec<String>),
}

/// Takes a text apart.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut after_blank = true;
    for line in text.lines() {
        let code = line.strip_prefix("    ").or_else(|| line.strip_prefix('\t'));
        match (code, blocks.last_mut()) {
            _ if line.trim().is_empty() => {
                after_blank = true;
                continue;
            }
            (Some(code), Some(Block::Code(lines))) => {
                if after_blank {
                    lines.push(String::new());
                }
                lines.push(code_line(code));
            }
            (Some(code), _) => blocks.push(Block::Code(vec![code_line(code)])),
            (None, Some(Block::Prose(paragraph))) if !after_blank => {
                paragraph.push(' ');
                paragraph.push_str(line.trim());
            }
            (None, _) => blocks.push(Block::Prose(line.trim().to_owned())),
        }
        after_blank = false;
    }
    blocks
}

/// Breaks a paragraph at blanks into lines of at most `width` columns; a longer word stands alone.
pub(super) fn wrapped(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn code_line(line: &str) -> String {
    line.trim_end().replace('\t', "    ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_flow_and_code_stays() {
        let text = "One\ntwo.\n\nThree:\n    a := 1\n\n    \tb := 2  \nfour";
        let code = ["a := 1", "", "    b := 2"].map(str::to_owned).to_vec();
        let prose = |text: &str| Block::Prose(text.to_owned());
        assert_eq!(blocks(text), [prose("One two."), prose("Three:"), Block::Code(code), prose("four")]);
        assert_eq!(blocks("\n \n"), []);
    }

    #[test]
    fn lines_keep_to_the_width_and_a_long_word_stands_alone() {
        assert_eq!(wrapped("a bb ccc dddddddd e", 6), ["a bb", "ccc", "dddddddd", "e"]);
        assert_eq!(wrapped("größe a", 7), ["größe a"]);
    }
}
