//! All rules as one page of Markdown: docs/rules.md. Each rule's heading is its id, and so is its anchor.

use super::prose::{Block, blocks};
use super::{MEASURED, by_group, counts, facts, parts, proof_example, proof_lines};
use crate::rule::{Rule, RuleSet};

/// Who writes the page.
const FIRST_LINE: &str = "<!-- Written by `heaplint rules docs`; tests/catalogue.rs compares it with rules/, and \
                          HEAPLINT_BLESS=1 cargo test --test catalogue rewrites it. -->\n";

/// The page.
pub fn catalogue_markdown(rules: &RuleSet) -> String {
    let mut page = format!("{FIRST_LINE}\n# Rules\n\n{}.\n", counts(rules));
    page.push_str("`heaplint explain ID` prints any of them on a terminal.\n\n| Group | Rules |\n|---|---|\n");
    let groups = by_group(rules);
    for (group, rules) in &groups {
        let links: Vec<String> = rules.iter().map(|rule| format!("[{0}](#{0})", rule.id)).collect();
        page.push_str(&format!("| {group} | {} |\n", links.join(", ")));
    }
    for (group, rules) in &groups {
        page.push_str(&format!("\n## {}{}\n", group[..1].to_uppercase(), &group[1..]));
        rules.iter().for_each(|rule| section(rule, &mut page));
    }
    page
}

fn section(rule: &Rule, page: &mut String) {
    page.push_str(&format!("\n### {}\n\n{}\n\n", rule.id, escaped(&rule.title)));
    for (name, value) in facts(rule) {
        page.push_str(&format!("- {name}: {}\n", escaped(&value)));
    }
    for (heading, part) in parts(rule) {
        page.push_str(&format!("\n**{heading}.**"));
        for (index, block) in blocks(part).into_iter().enumerate() {
            match block {
                Block::Prose(paragraph) => {
                    page.push_str(if index == 0 { " " } else { "\n" });
                    page.push_str(&format!("{}\n", escaped(&paragraph)));
                }
                Block::Code(lines) => {
                    page.push_str(if index == 0 { "\n\n" } else { "\n" });
                    let fence = fence(&lines);
                    page.push_str(&format!("{fence}go\n{}\n{fence}\n", lines.join("\n")));
                }
            }
        }
    }
    if let Some(proof) = rule.proof() {
        page.push_str(&format!("\n**{MEASURED}.** {}:\n\n", escaped(&proof_example(&proof))));
        // An arrow within a line is no quotation.
        let lines = proof_lines(&proof).into_iter().map(|line| escaped(&line).replace("-\\>", "->"));
        lines.for_each(|line| page.push_str(&format!("- {line}\n")));
    }
    if !rule.references.is_empty() {
        let links: Vec<String> = rule.references.iter().map(|reference| link(reference)).collect();
        page.push_str(&format!("\n**Read more.** {}\n", links.join(", ")));
    }
}

/// Prose in which nothing but code spans is Markdown.
fn escaped(prose: &str) -> String {
    let mut text = String::with_capacity(prose.len());
    let balanced = prose.matches('`').count().is_multiple_of(2);
    for (index, stretch) in prose.split('`').enumerate() {
        if index > 0 {
            text.push_str(if balanced { "`" } else { "\\`" });
        }
        if balanced && index % 2 == 1 {
            text.push_str(stretch);
            continue;
        }
        for character in stretch.chars() {
            if matches!(character, '\\' | '*' | '_' | '<' | '>' | '&' | '[' | ']' | '#' | '|' | '~') {
                text.push('\\');
            }
            text.push(character);
        }
    }
    text
}

/// A fence that no line of the code closes.
fn fence(lines: &[String]) -> String {
    let longest = lines.iter().flat_map(|line| line.split(|one| one != '`')).map(str::len).max().unwrap_or(0);
    "`".repeat(3.max(longest + 1))
}

/// A web address as a link; anything else as text.
fn link(reference: &str) -> String {
    let is_address = ["https://", "http://"].iter().any(|scheme| reference.starts_with(scheme));
    let is_plain = !reference.contains(|one: char| one.is_whitespace() || one.is_control() || "<>".contains(one));
    if is_address && is_plain { format!("<{reference}>") } else { escaped(reference) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_never_markup_but_for_its_code_spans() {
        assert_eq!(escaped("a *T and `[]*T` of <b>"), "a \\*T and `[]*T` of \\<b\\>");
        assert_eq!(escaped("one ` alone *"), "one \\` alone \\*");
    }

    #[test]
    fn code_cannot_close_its_fence_and_only_addresses_are_links() {
        assert_eq!(fence(&["a ```` b".to_owned()]), "`````");
        assert_eq!(link("https://go.dev"), "<https://go.dev>");
        assert_eq!(link("javascript:x"), "javascript:x");
        assert_eq!(link("https://a><script>"), "https://a\\>\\<script\\>");
    }
}
