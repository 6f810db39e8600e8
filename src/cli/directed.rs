//! What comments in the files of a run say about its findings, and what is to be said about the comments.

use super::config_files::Policies;
use super::gather::Gathered;
use super::settings::Selection;
use crate::config::RuleWords;
use crate::directive::{Check, Directive, Directives, Form, MOST_DIRECTIVES, Word, read};
use crate::go::tree::FileId;
use crate::model::{
    Behaviour, Confidence, Explanation, Finding, Fingerprint, Grade, Identity, RuleId, Severity, Source, Span,
    Standing, Suppression, SuppressionForm, Verdict,
};
use crate::rule::{Rule, RuleSet};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The directives of a run's files.
pub(super) struct Directed {
    files: Vec<DirectedFile>,
    /// The texts of files about whose directives something is said.
    pub(super) sources: Vec<Source>,
    /// Whether every rule that settings leave was asked: else nobody can say that a directive suppresses nothing.
    all_asked: bool,
}

/// The directives of one file.
struct DirectedFile {
    id: FileId,
    source: Source,
    directives: Directives,
    /// By rule: whether it is asked here, and how bad the checks are here.
    levels: BTreeMap<RuleId, Severity>,
    /// What stands in a directive and names no rule, with what may have been meant.
    unknown: Vec<(Word, Option<String>)>,
    /// Whether some of it could not be scanned.
    is_broken: bool,
}

impl Directed {
    /// Reads the files in which something looks like a directive.
    pub(super) fn read(gathered: &Gathered, words: &RuleWords, policies: &Policies, selection: &Selection) -> Directed {
        let marked: Vec<FileId> =
            gathered.scanned.keys().copied().filter(|id| gathered.tree.file(*id).outline.linter_directives).collect();
        let read_file = |id: &FileId| {
            let source = gathered.source(*id)?;
            let directives = read(&source, &gathered.tree.file(*id).outline, &|word| words.know(word));
            let ours = directives.all.iter().filter(|directive| is_ours(directive));
            let unknown = ours.flat_map(|directive| &directive.words).filter(|word| !words.know(&word.text));
            let unknown = unknown.map(|word| (word.clone(), words.closest(&word.text).map(str::to_owned))).collect();
            let level_of = policies.levels(gathered.path(*id)?);
            let ids = policies.rules().iter();
            let levels = ids.filter_map(|id| Some((id.clone(), level_of(id)?))).collect();
            let unscanned = gathered.scanned.get(id).is_none_or(|scanned| !scanned.broken.is_empty());
            let is_broken = unscanned || !gathered.tree.file(*id).outline.problems.is_empty();
            (!directives.is_empty()).then_some(DirectedFile { id: *id, source, directives, levels, unknown, is_broken })
        };
        let files = marked.par_iter().filter_map(read_file).collect();
        let all_asked = selection.select.is_empty() && selection.ignore.is_empty();
        Directed { files, sources: Vec::new(), all_asked }
    }

    /// Marks the findings that directives let stand, and adds what is to be said about directives themselves.
    pub(super) fn apply(&mut self, findings: &mut Vec<Finding>, gathered: &Gathered, rules: &RuleSet, profiled: bool) {
        let mut by_path: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
        for (index, finding) in findings.iter().enumerate() {
            by_path.entry(finding.path.clone()).or_default().push(index);
        }
        let mut said = Vec::new();
        for file in &self.files {
            let mut used: BTreeSet<(usize, Option<usize>)> = BTreeSet::new();
            for index in by_path.get(&file.source.path).into_iter().flatten() {
                let finding = &mut findings[*index];
                let group = rules.rule(&finding.rule).map_or("", |rule| &rule.group);
                let meets = file.meeting(&finding.rule, group, finding.region.start.line);
                finding.suppressed = meets.first().map(|(at, _)| suppression(&file.directives.all[*at]));
                used.extend(meets);
            }
            let mut remarks = file.remarks();
            if self.all_asked && !file.is_broken {
                remarks.extend(file.unused(&used, rules, profiled));
            }
            let before = said.len();
            let place = gathered.tree.file(file.id);
            let verdict = if profiled { Verdict::Unmeasured } else { Verdict::Unprofiled };
            said.extend(remarks.into_iter().filter_map(|remark| {
                let severity = *file.levels.get(remark.check.id)?;
                Some(remark.finding(&file.source, severity, verdict, &place.import_path))
            }));
            if said.len() > before {
                self.sources.push(file.source.clone());
            }
        }
        number(&mut said);
        findings.extend(said);
    }
}

fn is_ours(directive: &Directive) -> bool {
    matches!(directive.form, Form::Ignore | Form::IgnoreFile)
}

fn suppression(directive: &Directive) -> Suppression {
    let form = if is_ours(directive) { SuppressionForm::Ignore } else { SuppressionForm::Nolint };
    Suppression { reason: directive.reason.clone(), line: directive.line, form }
}

impl DirectedFile {
    /// The directives that let a finding stand that begins on this line, and which of their words do; `None` for all rules.
    fn meeting(&self, rule: &str, group: &str, line: u32) -> Vec<(usize, Option<usize>)> {
        let all = self.directives.all.iter().enumerate().filter(|(_, directive)| directive.scope.holds(line));
        let meets = |(at, directive): (usize, &Directive)| {
            if directive.words.is_empty() {
                return Some((at, None));
            }
            let word = directive.words.iter().position(|word| word.text == rule || word.text == group)?;
            Some((at, Some(word)))
        };
        all.filter_map(meets).collect()
    }

    /// What is wrong with directives, whatever they meet.
    fn remarks(&self) -> Vec<Remark> {
        let mut remarks: Vec<Remark> = Vec::new();
        for flaw in &self.directives.flaws {
            remarks.push(Remark {
                check: Check::UNKNOWN,
                span: flaw.span,
                message: flaw.message.clone(),
                help: flaw.help.clone(),
            });
        }
        for (word, closest) in &self.unknown {
            let help = match closest {
                Some(closest) => format!("did you mean `{closest}`?"),
                None => "`heaplint rules` lists the rules and their groups".to_owned(),
            };
            let message = format!("no rule and no group is called `{}`, so this suppresses nothing", word.text);
            remarks.push(Remark { check: Check::UNKNOWN, span: word.span, message, help });
        }
        // What is said to every linter needs no reason for us.
        let explained = |directive: &&Directive| directive.form == Form::NolintAll || !directive.reason.is_empty();
        for directive in self.directives.all.iter().filter(|directive| !explained(directive)) {
            let help = match is_ours(directive) {
                true => "write why behind the rules, as in //heaplint:ignore RULE at most three turns",
                false => "write why behind a second //, as in //nolint:heaplint // at most three turns",
            };
            remarks.push(Remark {
                check: Check::UNEXPLAINED,
                span: directive.span,
                message: "this directive gives no reason".to_owned(),
                help: help.to_owned(),
            });
        }
        if self.directives.unheard > 0 {
            let last = self.directives.all.last().map_or(Span::default(), |directive| directive.span);
            remarks.push(Remark {
                check: Check::UNKNOWN,
                span: last,
                message: format!("{} more directives are not heard", self.directives.unheard),
                help: format!("at most {MOST_DIRECTIVES} are read in one file; one for the file stands for all"),
            });
        }
        remarks
    }

    /// What suppresses nothing although its rules were asked.
    fn unused(&self, used: &BTreeSet<(usize, Option<usize>)>, rules: &RuleSet, profiled: bool) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let every_rule_was_asked = profiled || !rules.rules().iter().any(may_need_profile);
        for (at, directive) in self.directives.all.iter().enumerate() {
            if directive.form == Form::NolintAll {
                continue;
            }
            if directive.words.is_empty() && every_rule_was_asked && !used.contains(&(at, None)) {
                remarks.push(idle(directive.span, "of any rule"));
            }
            for (nth, word) in directive.words.iter().enumerate() {
                if !used.contains(&(at, Some(nth))) && self.was_asked(&word.text, rules) {
                    let span = if directive.words.len() == 1 { directive.span } else { word.span };
                    remarks.push(idle(span, &format!("of {}", word.text)));
                }
            }
        }
        remarks
    }

    /// Whether every rule that a word names was asked here, or those of them that settings leave.
    fn was_asked(&self, word: &str, rules: &RuleSet) -> bool {
        let mut named = rules.rules().iter().filter(|rule| *rule.id == *word || rule.group == word).peekable();
        // What only a profile justifies may be found with the next one.
        named.peek().is_some() && named.all(|rule| self.levels.contains_key(&rule.id) && !may_need_profile(rule))
    }
}

/// Whether some of a rule's findings are told only where a profile justifies them.
fn may_need_profile(rule: &Rule) -> bool {
    rule.needs_profile || !rule.needs_profile_where.is_empty()
}

fn idle(span: Span, whose: &str) -> Remark {
    Remark {
        check: Check::UNUSED,
        span,
        message: format!("this directive suppresses nothing: no finding {whose} begins where it holds"),
        help: "remove it, or move it to the line that a finding reports".to_owned(),
    }
}

/// Something to say about a directive.
struct Remark {
    check: Check,
    span: Span,
    message: String,
    help: String,
}

impl Remark {
    fn finding(self, source: &Source, severity: Severity, verdict: Verdict, package: &str) -> Finding {
        let code = source.text.get(self.span.start..self.span.end).unwrap_or_default();
        let code: String = String::from_utf8_lossy(code).chars().take(80).collect();
        let region = source.region(self.span);
        Finding {
            rule: self.check.id.into(),
            identity: Identity { declaration: package.into(), code, ..Identity::default() },
            suppressed: None,
            standing: Standing::default(),
            of_directive: true,
            severity,
            confidence: Confidence::High,
            verdict,
            grade: Grade::None,
            path: source.path.clone(),
            span: self.span,
            region,
            label: String::new(),
            labels: Vec::new(),
            cost_lines: vec![region.start.line],
            symbol: None,
            message: self.message,
            help: self.help,
            fix: None,
            notes: Vec::new(),
            measured: None,
            function_cost: None,
            charged_to_callers: None,
            estimate: None,
            executions: None,
            judged_by: None,
            explanation: Explanation::default(),
            behaviour: Behaviour::default(),
            compiler: Vec::new(),
        }
    }
}

/// Gives each its fingerprint: check, package, the directive's text, and how many like it stand before it.
fn number(said: &mut [Finding]) {
    let mut before: BTreeMap<Fingerprint, u32> = BTreeMap::new();
    for finding in said {
        let identity = &mut finding.identity;
        let parts = [finding.rule.as_bytes(), identity.declaration.as_bytes(), identity.code.as_bytes()];
        let count = before.entry(Fingerprint::of(parts)).or_insert(0);
        identity.ordinal = *count;
        *count += 1;
        let number = identity.ordinal.to_string();
        identity.fingerprint = Fingerprint::of(parts.into_iter().chain([number.as_bytes()]));
    }
}
