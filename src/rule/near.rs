//! What somebody may have meant by a word that names no rule: those that share a word with it, for a hint.

use super::load::GROUPS;
use super::set::RuleSet;

/// Names told at most.
const MOST_NAMES: usize = 6;

impl RuleSet {
    /// Rules whose ids hold what was typed or some of its words, those with most of them first, and the rules of a group that
    /// was typed; at most six.
    pub fn near(&self, typed: &str) -> Vec<String> {
        let typed = typed.to_lowercase();
        let words = words_of(&typed);
        let mut close: Vec<(usize, &str)> =
            self.rules().iter().map(|rule| (alike(&words, &rule.id), &*rule.id)).collect();
        let of_group = |id: &str| self.rules().iter().any(|rule| rule.group == typed && *rule.id == *id);
        close.retain(|(words, id)| *words > 0 || of_group(id));
        // The sort keeps the order of those that have as many words in common.
        close.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
        close.into_iter().map(|(_, id)| id.to_owned()).take(MOST_NAMES).collect()
    }

    /// The same with groups before the rules, for options that take both.
    pub fn near_with_groups(&self, typed: &str) -> Vec<String> {
        let lower = typed.to_lowercase();
        let words = words_of(&lower);
        let groups = GROUPS.into_iter().filter(|group| alike(&words, group) > 0).map(str::to_owned);
        groups.chain(self.near(typed)).take(MOST_NAMES).collect()
    }
}

fn words_of(typed: &str) -> Vec<&str> {
    typed.split(['-', '_', ' ']).filter(|word| word.len() > 2).collect()
}

/// How many of `words` stand in `name`. A part of a word is enough, in both directions: maps for map-without-size, map for maps.
fn alike(words: &[&str], name: &str) -> usize {
    let known = || name.split('-').filter(|word| word.len() > 2);
    words.iter().filter(|word| known().any(|known| known.starts_with(**word) || word.starts_with(known))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_share_most_words_come_first_and_groups_before_them() {
        let rules = RuleSet::shipped().unwrap();
        assert_eq!(rules.near("string-concat").first().map(String::as_str), Some("string-concat-in-loop"));
        assert_eq!(rules.near_with_groups("map").first().map(String::as_str), Some("maps"));
        assert!(rules.near_with_groups("map").iter().any(|name| name.starts_with("map-")));
        assert!(rules.near("in-loop").len() == MOST_NAMES && rules.near("zzz").is_empty() && rules.near("").is_empty());
    }
}
