//! Which rules are asked here: of Go files in the working directory, as the settings files have it.

use super::CliError;
use super::config_files::{ConfigFiles, ConfigSource, Layers, Policies};
use super::config_show::origin_in;
use super::rules::load_rules;
use super::settings::{RuleSource, Selection};
use crate::config::{Held, Known};
use crate::edge::{GoFile, Role};
use crate::model::{HeldRule, SettingOrigin, Span};
use std::path::Path;

/// The rules as settings have them.
pub(super) struct RulesHere {
    /// The settings file nearest to the working directory, to print.
    pub(super) file: Option<String>,
    /// Every rule and check of directives, by id.
    rules: Vec<HeldRule>,
}

impl RulesHere {
    /// What holds for the working directory. Words of settings files that name no rule are no matter: the list of rules is
    /// where the right ones stand.
    pub(super) fn of(
        source: &RuleSource,
        config: &ConfigSource,
        working_directory: &Path,
    ) -> Result<RulesHere, CliError> {
        let everything = Selection { select: Vec::new(), ignore: Vec::new() };
        let known = load_rules(source, &everything, working_directory)?.known;
        let mut files = ConfigFiles::new(config.clone(), working_directory);
        // A folder is asked about as a file in it would be.
        let file = working_directory.join("...");
        let asked = [GoFile { shown: ".".into(), absolute: file.clone(), role: Role::Found, module: None }];
        let policies = Policies::new(&mut files, &asked, None, &known)?;
        let layers = files.of_folder(working_directory)?;
        let held = policies.held(&file);
        let rules = held_rules(&known, held.as_deref().unwrap_or_default(), &layers);
        Ok(RulesHere { file: layers.last().map(|config| config.source.path.to_string()), rules })
    }

    /// What holds for one rule.
    pub(super) fn rule(&self, id: &str) -> Option<&HeldRule> {
        let at = self.rules.binary_search_by(|held| (*held.rule).cmp(id)).ok()?;
        Some(&self.rules[at])
    }
}

/// What holds for each rule, and who says so.
pub(super) fn held_rules(known: &[Known], held: &[Held], layers: &Layers) -> Vec<HeldRule> {
    let origin = |decided: Option<(usize, Span)>| match decided {
        Some((layer, span)) => origin_in(&layers[layer], span),
        None => SettingOrigin::Default,
    };
    let all = known.iter().zip(held);
    all.map(|(rule, held)| HeldRule {
        rule: rule.id.clone(),
        own: rule.severity,
        level: held.level,
        origin: origin(held.decided),
    })
    .collect()
}
