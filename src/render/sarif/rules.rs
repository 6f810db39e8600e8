//! The rules that results are of, as code scanning shows them beside each alert.

use super::cut;
use super::shape::{Configuration, Descriptor, DescriptorProperties, Help, Text};
use crate::model::{Confidence, Report, RuleCard, RuleId, Severity, TextBlock};
use crate::render::markdown::escape::{fenced, inline};
use crate::render::untrusted;

/// GitHub shows so many characters of a description.
const DESCRIPTION: usize = 1000;

/// The rule of this id; one without a card is told by its id.
pub(super) fn descriptor(report: &Report, id: &RuleId) -> Descriptor {
    let card = report.rules.get(id);
    let title = card.map_or_else(|| untrusted::name(id), |card| untrusted::prose(&card.title));
    let what = card.map_or_else(String::new, |card| plain(&card.what));
    let severity = card.map_or(Severity::Warning, |card| card.severity);
    let mut tags = vec!["performance".to_owned()];
    tags.extend(card.map(|card| untrusted::name(&card.group)));
    Descriptor {
        id: id.to_string(),
        name: pascal_case(id),
        short_description: Text { text: cut(&title, DESCRIPTION) },
        full_description: Text { text: cut(if what.is_empty() { &title } else { &what }, DESCRIPTION) },
        default_configuration: Configuration { level: severity.word() },
        help: card.map_or_else(|| Help { text: title.clone(), markdown: inline(&title) }, help),
        properties: DescriptorProperties {
            tags,
            precision: card.map_or(Confidence::Low, |card| card.confidence).word(),
            problem_severity: match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "recommendation",
            },
        },
    }
}

fn help(card: &RuleCard) -> Help {
    let (mut text, mut markdown) = (plain(&card.what), marked(&card.what));
    for (heading, blocks) in &card.explanation {
        text.push_str(&format!("\n\n{heading}\n\n{}", plain(blocks)));
        markdown.push_str(&format!("\n\n## {heading}\n\n{}", marked(blocks)));
    }
    if !card.references.is_empty() {
        let list = |told: fn(&str) -> String| -> String {
            card.references.iter().map(|address| format!("\n- {}", told(address))).collect()
        };
        text.push_str(&format!("\n\nMore\n{}", list(untrusted::name)));
        markdown.push_str(&format!("\n\n## More\n{}", list(reference)));
    }
    Help { text, markdown }
}

/// A link where it surely is one, else the text.
fn reference(address: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&*+,;=%".contains(&byte);
    match address.starts_with("https://") && address.bytes().all(plain) {
        true => format!("<{address}>"),
        false => inline(address),
    }
}

fn plain(blocks: &[TextBlock]) -> String {
    joined(blocks, untrusted::prose, |lines| {
        lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
    })
}

fn marked(blocks: &[TextBlock]) -> String {
    joined(blocks, inline, fenced)
}

fn joined(blocks: &[TextBlock], prose: impl Fn(&str) -> String, code: impl Fn(&[String]) -> String) -> String {
    let safe = |lines: &[String]| -> Vec<String> {
        lines.iter().map(|line| untrusted::same_length(line.as_bytes())).collect()
    };
    let told = blocks.iter().map(|block| match block {
        TextBlock::Prose(paragraph) => prose(paragraph),
        TextBlock::Code(lines) => code(&safe(lines)),
    });
    told.collect::<Vec<_>>().join("\n\n")
}

/// `StringConcatInLoop` of `string-concat-in-loop`: SARIF's names of rules are words for people.
fn pascal_case(id: &str) -> String {
    let words = id.split(|character: char| !character.is_ascii_alphanumeric());
    let capital =
        |word: &str| word.chars().take(1).map(|first| first.to_ascii_uppercase()).chain(word.chars().skip(1)).collect();
    words.map(|word| -> String { capital(word) }).collect()
}
