//! One finding as a SARIF result: what it says, where it is, what else to look at.

use super::shape::{
    ArtifactChange, ArtifactLocation, Cost, Fix, Location, LogicalLocation, PhysicalLocation, Region, Replacement,
    ResultOfRule, ResultProperties, Text,
};
use super::{BASE, SarifOptions, cut};
use crate::model::{self, Column, Finding, Report, Source, Span};
use crate::render::columns::utf16_region;
use crate::render::cost::short_symbol;
use crate::render::line_hash::line_hashes;
use crate::render::repository::uri;
use crate::render::told::{Level, headline};
use crate::render::{quantity, untrusted};
use std::collections::BTreeMap;
use std::sync::Arc;

/// GitHub keeps so many related locations of a result.
const MOST_RELATED: usize = 100;
/// So many of them are linked from the message, which is when GitHub shows them.
const MOST_LINKED: usize = 6;
/// Characters of a message at most.
const LONGEST_MESSAGE: usize = 4000;

/// Makes results of one report's findings.
pub(super) struct Results<'a> {
    report: &'a Report,
    options: &'a SarifOptions<'a>,
    /// GitHub's fingerprints of the lines of each file.
    hashes: BTreeMap<Arc<str>, Vec<String>>,
}

impl<'a> Results<'a> {
    pub(super) fn new(report: &'a Report, options: &'a SarifOptions<'a>) -> Self {
        Results { report, options, hashes: BTreeMap::new() }
    }

    /// The result for finding number `at`, whose rule is number `rule_index` of the run's.
    pub(super) fn of(&mut self, at: usize, finding: &Finding, rule_index: usize) -> ResultOfRule {
        let places = Places { report: self.report, options: self.options, finding };
        let (related_locations, message) = places.related();
        let mut partial_fingerprints = BTreeMap::from([("heaplint/v1", finding.identity.fingerprint.to_string())]);
        partial_fingerprints.extend(self.line_hash(finding).map(|hash| ("primaryLocationLineHash", hash)));
        let judged = finding.judged();
        ResultOfRule {
            rule_id: finding.rule.to_string(),
            rule_index,
            level: level(Level::of(finding)),
            message: Text { text: message },
            locations: [places.primary()],
            related_locations,
            partial_fingerprints,
            fixes: places.fix(at).into_iter().collect(),
            rank: judged.map(|column| (column.share * 100.0).clamp(0.0, 100.0)).filter(|rank| rank.is_finite()),
            properties: ResultProperties {
                verdict: finding.verdict.word(),
                grade: finding.grade.word(),
                cost: judged.map(cost),
            },
        }
    }

    fn line_hash(&mut self, finding: &Finding) -> Option<String> {
        let source = self.report.sources.get(&finding.path)?;
        let hashes = self.hashes.entry(finding.path.clone()).or_insert_with(|| line_hashes(source));
        let line = utf16_region(source, finding.span).start.line;
        hashes.get(line as usize - 1).cloned()
    }
}

fn cost(column: &Column) -> Cost {
    Cost {
        judged_by: column.sample_type.kind.to_string(),
        unit: column.sample_type.unit.to_string(),
        own: column.own,
        low: finite(column.low),
        high: finite(column.high),
        share: finite(column.share),
        samples: column.samples,
    }
}

/// The file `path` alone, as of a problem.
pub(super) fn artifact(options: &SarifOptions<'_>, path: &str) -> ArtifactLocation {
    let uri = uri(&options.repository.path(path));
    // What lies outside of the repository has a whole address.
    let uri_base_id = (!uri.starts_with("file://")).then_some(BASE);
    ArtifactLocation { uri, uri_base_id }
}

/// Whole lines.
pub(super) fn lines(start: u32, end: u32) -> Region {
    Region { start_line: start, start_column: None, end_line: end.max(start), end_column: None }
}

pub(super) fn location(artifact_location: ArtifactLocation, region: Option<Region>) -> Location {
    let physical_location = PhysicalLocation { artifact_location, region };
    Location { id: None, message: None, physical_location, logical_locations: Vec::new() }
}

struct Places<'a> {
    report: &'a Report,
    options: &'a SarifOptions<'a>,
    finding: &'a Finding,
}

impl Places<'_> {
    fn source(&self) -> Option<&Source> {
        self.report.sources.get(&self.finding.path)
    }

    /// With columns where the text is at hand; without it they cannot be counted in UTF-16.
    fn region(&self, span: Span, told: model::Region) -> Region {
        match self.source() {
            Some(source) => of(utf16_region(source, span)),
            None => lines(told.start.line, told.end.line),
        }
    }

    fn here(&self, region: Region) -> Location {
        location(artifact(self.options, &self.finding.path), Some(region))
    }

    fn primary(&self) -> Location {
        let mut primary = self.here(self.region(self.finding.span, self.finding.region));
        primary.logical_locations.extend(
            self.finding
                .symbol
                .as_ref()
                .map(|symbol| LogicalLocation { fully_qualified_name: untrusted::name(symbol), kind: "function" }),
        );
        primary
    }

    /// The other places of the finding, and the message, which links the first of them.
    fn related(&self) -> (Vec<Location>, String) {
        let finding = self.finding;
        let mut all: Vec<(Location, String)> = Vec::new();
        for label in &finding.labels {
            let Some(source) = self.source() else { continue };
            all.push((self.here(of(utf16_region(source, label.span))), untrusted::prose(&label.text)));
        }
        let drawn = |line: u32, all: &[(Location, String)]| {
            let region = finding.region;
            let marked = all.iter().filter_map(|(location, _)| location.physical_location.region);
            (region.start.line..=region.end.line).contains(&line)
                || marked.into_iter().any(|region| (region.start_line..=region.end_line).contains(&line))
        };
        for line in &finding.cost_lines {
            if !drawn(*line, &all) {
                all.push((self.here(lines(*line, *line)), "its cost is read from here".to_owned()));
            }
        }
        let others = all.len();
        all.extend(self.callers());
        let left_out = all.len().saturating_sub(MOST_RELATED);
        all.truncate(MOST_RELATED);
        let mut text = format!("{}.", headline(finding));
        let help = untrusted::prose(&finding.help);
        if !help.is_empty() {
            text.push_str(&format!(" Instead: {help}."));
        }
        text = escaped(&cut(&text, LONGEST_MESSAGE));
        let links = |range: std::ops::Range<usize>| -> String {
            let linked = range.take(MOST_LINKED).filter_map(|at| Some((at, all.get(at)?)));
            linked.map(|(at, (_, told))| format!("[{}]({})", link_text(told), at + 1)).collect::<Vec<_>>().join(", ")
        };
        let (places, callers) = (links(0..others), links(others..all.len()));
        if !places.is_empty() {
            text.push_str(&format!(" See: {places}."));
        }
        if !callers.is_empty() {
            text.push_str(&format!(" Asked for by: {callers}."));
        }
        if left_out > 0 {
            text.push_str(&format!(" {} more places are left out here.", quantity::grouped(left_out)));
        }
        let numbered = all.into_iter().enumerate().map(|(at, (location, told))| Location {
            id: Some(at + 1),
            message: Some(Text { text: escaped(&told) }),
            ..location
        });
        (numbered.collect(), text)
    }

    /// Functions that ask for its memory, where their calls are known.
    fn callers(&self) -> Vec<(Location, String)> {
        let own = self.finding.judged().map_or(0, |column| column.own);
        let callers = self.finding.behaviour.callers.iter().filter_map(|caller| {
            let (symbol, call) = (caller.symbol.as_ref()?, caller.call.as_ref()?);
            let told = format!("{} {}", short_symbol(symbol), quantity::ratio(caller.value, own));
            let location = location(artifact(self.options, &call.path), Some(lines(call.line, call.line)));
            let logical = LogicalLocation { fully_qualified_name: untrusted::name(symbol), kind: "function" };
            Some((Location { logical_locations: vec![logical], ..location }, told))
        });
        callers.collect()
    }

    fn fix(&self, at: usize) -> Option<Fix> {
        let (edits, source) = (self.report.lone_fixes.get(&at)?, self.source()?);
        let differs = self.finding.fix.as_ref().and_then(|fix| fix.differs.as_deref());
        let description = match differs {
            None => "apply heaplint's fix: the program does the same afterwards".to_owned(),
            Some(differs) => {
                format!("apply heaplint's fix, and read the difference: afterwards {}", untrusted::prose(differs))
            }
        };
        let replacement = |edit: &model::Edit| Replacement {
            deleted_region: of(utf16_region(source, edit.span)),
            inserted_content: Text { text: edit.text.clone() },
        };
        let change = ArtifactChange {
            artifact_location: artifact(self.options, &self.finding.path),
            replacements: edits.iter().map(replacement).collect(),
        };
        Some(Fix { description: Text { text: description }, artifact_changes: [change] })
    }
}

fn of(region: model::Region) -> Region {
    Region {
        start_line: region.start.line,
        start_column: Some(region.start.column),
        end_line: region.end.line,
        end_column: Some(region.end.column),
    }
}

/// `](` makes a link of what stands before it (section 3.11.6 of the standard); a backslash keeps it text. A backslash that stands
/// there already is enough: a second one would be its escape, and the link alive.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if text[at..].starts_with("](") && safe.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 0 {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

/// The text of a link, in which brackets and backslashes are escaped.
fn link_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '[' | ']' | '\\') {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}
