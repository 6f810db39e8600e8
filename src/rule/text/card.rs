//! A rule as the reader of a report meets it.

use super::prose::{Block, blocks};
use super::{Rule, parts};
use crate::model::{RuleCard, TextBlock};

/// What a report says of a rule.
pub fn card(rule: &Rule) -> RuleCard {
    let [what, others @ ..] = parts(rule);
    RuleCard {
        title: rule.title.clone(),
        group: rule.group.clone(),
        severity: rule.severity,
        confidence: rule.confidence,
        what: told(what.1),
        explanation: others.map(|(heading, part)| (heading, told(part))).to_vec(),
        references: rule.references.clone(),
    }
}

fn told(text: &str) -> Vec<TextBlock> {
    let block = |block| match block {
        Block::Prose(paragraph) => TextBlock::Prose(paragraph),
        Block::Code(lines) => TextBlock::Code(lines),
    };
    blocks(text).into_iter().map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::RuleSet;

    #[test]
    fn every_shipped_rule_has_a_card_with_all_its_parts() {
        for rule in RuleSet::shipped().unwrap().rules() {
            let card = card(rule);
            let headings: Vec<&str> = card.explanation.iter().map(|(heading, _)| *heading).collect();
            assert_eq!(headings, ["Why", "What a profile shows", "What to write instead", "When to leave it"]);
            assert!(
                !card.what.is_empty() && card.explanation.iter().all(|(_, blocks)| !blocks.is_empty()),
                "{}",
                rule.id
            );
        }
    }
}
