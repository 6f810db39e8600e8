//! Candidates become sites when the package's facts have settled their questions.

use super::candidate::{Candidate, Captured, Part, Text};
use super::mend::mend;
use super::site::Site;
use crate::go::evaluate::{World, evaluate};
use crate::go::outline::Import;
use crate::go::tree::FileId;
use crate::go::types::{Basic, Term, Type};
use crate::model::{Dialect, Label, Position, Region, Source, Span};
use crate::rule::{Capture, Rule, RuleSet, Template, TemplatePart};

/// The file that candidates were found in.
#[derive(Clone, Copy)]
pub struct FilePlace<'p> {
    /// Its number.
    pub file: FileId,
    /// Its text.
    pub source: &'p Source,
    /// What it imports.
    pub imports: &'p [Import],
    /// The N of the `go 1.N` line that it is compiled under, where that is known.
    pub go: Option<u16>,
    /// Whether it belongs to Go's own modules, whose packages may not import each other at will.
    pub of_go: bool,
    /// Whether a test file of its package declares this name at package level: no new name may be the same.
    pub declared_by_tests: &'p dyn Fn(&str) -> bool,
}

/// The sites among a file's candidates. `dialect` is the compiler that the findings are about.
pub fn resolve(
    candidates: &[Candidate],
    rules: &RuleSet,
    place: &FilePlace,
    world: &World,
    dialect: Dialect,
) -> Vec<Site> {
    let source = place.source;
    let sites = candidates.iter().filter_map(|candidate| {
        let rule = &rules.rules()[candidate.rule];
        let compiles = place.go.is_none_or(|line| line >= rule.line);
        if !rule.applies_to(dialect) || !compiles || candidate.condition.settle(world) != Some(true) {
            return None;
        }
        let captures = settle_captures(&candidate.captures, world)?;
        let telling = Telling { captures: &captures, source, world };
        let fix = || candidate.offers.iter().find_map(|offer| mend(offer, rule, place, world));
        telling.site(candidate, rule, place.file).map(|site| Site { fix: fix(), ..site })
    });
    sites.collect()
}

/// The parts whose conditions hold; `None` when a capture that a guard speaks of has none left.
pub(super) fn settle_captures<'c>(captures: &'c [Captured], world: &World) -> Option<Vec<Vec<&'c Part>>> {
    captures
        .iter()
        .map(|captured| {
            let kept: Vec<&Part> =
                captured.parts.iter().filter(|part| part.condition.settle(world) == Some(true)).collect();
            (!captured.needed || !kept.is_empty()).then_some(kept)
        })
        .collect()
}

/// A settled candidate, about to be told.
struct Telling<'t> {
    captures: &'t [Vec<&'t Part>],
    source: &'t Source,
    world: &'t World<'t>,
}

impl Telling<'_> {
    fn site(&self, candidate: &Candidate, rule: &Rule, file: FileId) -> Option<Site> {
        let at = self.captures[rule.say.at.index()].first()?;
        let parts = || rule.cost_captures.iter().flat_map(|capture| &self.captures[capture.index()]);
        let mut cost_regions: Vec<Region> = parts().map(|part| self.source.region(part.span)).collect();
        cost_regions.sort_unstable();
        cost_regions.dedup();
        let mut charged: Vec<Position> = parts().map(|part| self.source.position(part.charged_at)).collect();
        charged.sort_unstable();
        charged.dedup();
        let mut cost_lines: Vec<u32> = charged.iter().map(|at| at.line).collect();
        cost_lines.dedup();
        let labels = rule.say.labels.iter().flat_map(|(capture, text)| {
            self.captures[capture.index()].iter().map(|part| Label { span: part.span, text: self.fill(text) })
        });
        let mut labels: Vec<Label> = labels.filter(|label| label.span != at.span).collect();
        labels.sort_by_key(|label| (label.span, label.text.clone()));
        labels.dedup();
        let doubtful = candidate.doubt.settle(self.world) == Some(true);
        Some(Site {
            rule: candidate.rule,
            file,
            declaration: candidate.declaration,
            needs_profile: rule.needs_profile || doubtful,
            doubtful,
            span: at.span,
            label: self.fill(&rule.say.label),
            labels,
            charged,
            cost_regions,
            cost_lines,
            message: self.fill(&rule.say.message),
            help: self.fill(&rule.say.help),
            fix: None,
        })
    }

    fn fill(&self, template: &Template) -> String {
        let mut text = String::new();
        for part in &template.parts {
            match part {
                TemplatePart::Text(plain) => text.push_str(plain),
                TemplatePart::Capture(capture) => text.push_str(&self.text_of(*capture)),
                TemplatePart::TypeOf(capture) => text.push_str(&self.type_of(*capture)),
            }
        }
        text
    }

    fn text_of(&self, capture: Capture) -> String {
        let Some(part) = self.captures[capture.index()].first() else { return "...".to_owned() };
        match &part.text {
            Some(Text::Is(text)) => text.clone(),
            Some(Text::TurnsOf(term, text)) => turns_of(term, text, self.world),
            None => shorten(&self.source.text, part.span),
        }
    }

    fn type_of(&self, capture: Capture) -> String {
        let part = self.captures[capture.index()].first();
        let Some(term) = part.and_then(|part| part.term.as_ref()) else { return "T".to_owned() };
        match evaluate(term, self.world) {
            Type::Unknown => "T".to_owned(),
            // A part that is not known stands as T too.
            known => known.to_string().replace('?', "T"),
        }
    }
}

/// How often ranging over something turns: the number itself, or the length of anything else.
pub(super) fn turns_of(term: &Term, text: &str, world: &World) -> String {
    match world.underlying(&evaluate(term, world)) {
        Type::Basic(Basic::String) => format!("len({text})"),
        Type::Basic(_) | Type::Untyped(_) => text.to_owned(),
        _ => format!("len({text})"),
    }
}

/// At most this much of the source stands inside a sentence.
const LONGEST_QUOTE: usize = 48;

/// Source text for a sentence: one line, blanks folded, not too long. Looks no further than that takes: a finding may
/// stand on megabytes.
fn shorten(text: &[u8], span: Span) -> String {
    // A character has four bytes at most.
    let enough = 4 * (LONGEST_QUOTE + 1);
    let mut folded: Vec<u8> = Vec::with_capacity(enough);
    for byte in text.get(span.start..span.end).unwrap_or_default() {
        match byte.is_ascii_whitespace() {
            true if folded.last().is_some_and(|last| *last != b' ') => folded.push(b' '),
            true => {}
            false => folded.push(*byte),
        }
        if folded.len() >= enough {
            break;
        }
    }
    let folded = String::from_utf8_lossy(folded.trim_ascii_end());
    if folded.chars().count() <= LONGEST_QUOTE {
        return folded.into_owned();
    }
    let mut short: String = folded.chars().take(LONGEST_QUOTE - 3).collect();
    short.push_str("...");
    short
}
