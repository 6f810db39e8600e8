//! `heaplint explain ID`: one rule, in full.

use super::config_files::ConfigSource;
use super::rules::all_rules;
use super::rules_here::RulesHere;
use super::settings::RuleSource;
use super::show::print;
use super::{CliError, ExitStatus};
use crate::directive::{CHECKS, Check};
use crate::render::held::told_origin;
use crate::rule::text::explain;
use crate::rule::{RuleSet, did_you_mean};
use std::path::Path;

/// Prints what the rule says of itself.
pub(super) fn explain_rule(
    typed: &str,
    source: &RuleSource,
    config: &ConfigSource,
    working_directory: &Path,
) -> Result<ExitStatus, CliError> {
    let here = RulesHere::of(source, config, working_directory)?;
    let rules = all_rules(source, working_directory)?;
    let id = id_in(typed);
    if let Some(check) = CHECKS.iter().find(|check| check.id == id) {
        print(&of_directives(check, told_here(&here, id).as_deref()))?;
        return Ok(ExitStatus::Clean);
    }
    let Some(rule) = rules.rule(id) else { return Err(unknown(id, &rules)) };
    print(&explain(rule, told_here(&here, id).as_deref()))?;
    Ok(ExitStatus::Clean)
}

/// What settings make of the rule, where that is something else.
fn told_here(here: &RulesHere, id: &str) -> Option<String> {
    let held = here.rule(id).filter(|held| held.level != Some(held.own))?;
    let what = held.level.map_or("switched off", |level| level.word());
    Some(format!("{what}, says {}", told_origin(&held.origin)))
}

/// What a check of directives is about. It has no examples, so that there is less to say.
fn of_directives(check: &Check, here: Option<&str>) -> String {
    let Check { id, title, severity, what } = *check;
    let here = here.map_or_else(String::new, |here| format!("  here      {here}\n"));
    format!("{id}\n{title}\n\n  severity  {}\n{here}\n  {what}\n\n  docs/suppression.md says more.\n", severity.word())
}

/// The id in what was typed or copied from a finding: `map-without-size`, `[map-without-size]`, `warning[map-without-size]:`.
fn id_in(typed: &str) -> &str {
    let trimmed = typed.trim().trim_end_matches(':');
    let inside = trimmed.split_once('[').and_then(|(_, after)| after.split_once(']')).map(|(inside, _)| inside);
    inside.unwrap_or(trimmed).trim()
}

fn unknown(id: &str, rules: &RuleSet) -> CliError {
    let help = match did_you_mean(id, rules.rules().iter().map(|rule| &*rule.id)) {
        Some(known) => format!("did you mean `{known}`?"),
        None => match rules.near(id).as_slice() {
            [] => "`heaplint rules` lists the rules".to_owned(),
            near => format!("near it: {}; `heaplint rules` lists all", near.join(", ")),
        },
    };
    CliError::Other { message: format!("no rule is called `{id}`"), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_may_be_copied_from_a_finding() {
        for typed in ["a-b", " a-b ", "[a-b]", "warning[a-b]", "warning[a-b]:", "a-b:", "x [a-b] y"] {
            assert_eq!(id_in(typed), "a-b", "{typed}");
        }
        assert_eq!(id_in("[a-b"), "[a-b");
    }

    #[test]
    fn what_is_said_of_directives_is_explained_too() {
        for check in CHECKS {
            let told = of_directives(&check, None);
            assert!(told.starts_with(check.id) && told.contains(check.what), "{told}");
        }
    }

    #[test]
    fn an_unknown_rule_is_answered_with_the_closest_one_or_the_list() {
        let rules = RuleSet::shipped().unwrap();
        let first = &*rules.rules()[0].id;
        assert_eq!(unknown(&first[..first.len() - 1], &rules).help(), format!("did you mean `{first}`?"));
        assert_eq!(unknown("zzzzzz", &rules).help(), "`heaplint rules` lists the rules");
        for typed in ["map", "maps", "map_of_things"] {
            assert!(unknown(typed, &rules).help().contains("map-"), "{typed}");
        }
        assert!(unknown("string-concat", &rules).help().contains("string-concat-in-loop"));
    }
}
